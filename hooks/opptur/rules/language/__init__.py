"""The words that rules look for, one file a language. The same files serve the browser.

Patterns keep to what Python and JavaScript regular expressions share.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from opptur.load import Document, parse
from opptur.rules.language.needles import needles


class Sought(NamedTuple):
    """An expression, and texts of which one must stand in whatever it matches, in small letters."""

    regex: re.Pattern[str]
    needles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """What to look for, and the examples that prove it."""

    sought: tuple[Sought, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in the text, of any of the expressions."""
        found = [match for regex in self._likely(text) if (match := regex.search(text))]
        return min(found, key=lambda match: match.start()) if found else None

    def matches(self, text: str) -> bool:
        return any(regex.search(text) for regex in self._likely(text))

    def count(self, text: str) -> int:
        return sum(len(regex.findall(text)) for regex in self._likely(text))

    def within(self, lowered: str) -> Pattern:
        """Only the expressions that can match in some part of a text, given in small letters."""
        return Pattern(tuple(one for one in self.sought if any(needle in lowered for needle in one.needles)))

    def _likely(self, text: str) -> list[re.Pattern[str]]:
        lowered = text.lower() if self.sought else ""
        return [regex for regex, needles in self.sought if any(needle in lowered for needle in needles)]


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
    sought = tuple(Sought(regex, needles(regex.pattern) or frozenset({""})) for regex in (*loose, *exact))
    return Pattern(sought, texts("hits"), texts("misses"))
