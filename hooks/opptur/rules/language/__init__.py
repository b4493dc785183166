"""The words that rules look for, one file a language. The same files serve the browser.

Patterns keep to what Python and JavaScript regular expressions share.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from opptur.load import Document, parse


@dataclass(frozen=True, slots=True)
class Pattern:
    """What to look for, and the examples that prove it."""

    regexes: tuple[re.Pattern[str], ...]
    hits: tuple[str, ...]
    misses: tuple[str, ...]

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in the text, of any of the patterns."""
        found = [match for regex in self.regexes if (match := regex.search(text))]
        return min(found, key=lambda match: match.start()) if found else None

    def count(self, text: str) -> int:
        return sum(len(regex.findall(text)) for regex in self.regexes)


@cache
def language(lang: str) -> dict[str, Pattern]:
    """Every pattern of a language, by name or rule code. A language without a file has none."""
    source = files(__package__) / f"{lang}.yml"
    if not source.is_file():
        return {}
    document = parse(source.read_bytes(), f"rules/language/{lang}.yml")
    if not isinstance(document, Document):
        raise ValueError(f"rules/language/{lang}.yml:{document[0].place.line}: {document[0].found('en')}")  # noqa: TRY004 - the file is wrong, not the type
    return {name: _pattern(entry) for name, entry in document.data.items() if isinstance(entry, dict)}


def _pattern(entry: Mapping[str, object]) -> Pattern:
    def texts(name: str) -> tuple[str, ...]:
        found = entry.get(name, ())
        return tuple(str(text) for text in found) if isinstance(found, tuple) else ()

    loose = [re.compile(text, re.IGNORECASE) for text in texts("patterns")]
    exact = [re.compile(text) for text in texts("cased")]
    return Pattern((*loose, *exact), texts("hits"), texts("misses"))


@cache
def any_of(lang: str, codes: tuple[str, ...]) -> re.Pattern[str] | None:
    """One expression that matches wherever one of these could: a quick no for most texts."""
    sources = [regex.pattern for code in codes if (entry := language(lang).get(code)) for regex in entry.regexes]
    return re.compile("|".join(f"(?:{source})" for source in sources), re.IGNORECASE) if sources else None
