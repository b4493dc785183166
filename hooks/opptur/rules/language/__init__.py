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
from opptur.rules.language.needles import Needles, needles


class Sought(NamedTuple):
    """An expression, and what must stand in whatever it matches, in small letters: of each set, one of the texts."""

    regex: re.Pattern[str]
    needles: Needles

    def likely(self, lowered: str) -> bool:
        """Whether a search is worth the while."""
        for some in self.needles:
            for needle in some:
                if needle in lowered:
                    break
            else:
                return False
        return True


@dataclass(frozen=True, slots=True)
class Pattern:
    """What to look for, and the examples that prove it."""

    sought: tuple[Sought, ...] = ()
    hits: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in the text, of any of the expressions."""
        first, lowered = None, text.lower()
        for one in self.sought:
            if one.likely(lowered) and (match := one.regex.search(text)) and (first is None or match.start() < first.start()):
                first = match
        return first

    def matches(self, text: str) -> bool:
        lowered = text.lower()
        return any(one.likely(lowered) and one.regex.search(text) for one in self.sought)

    def count(self, text: str) -> int:
        lowered = text.lower()
        return sum(len(one.regex.findall(text)) for one in self.sought if one.likely(lowered))

    def within(self, lowered: str) -> Pattern:
        """Only what can match in some part of a text, given in small letters."""
        return Pattern(tuple(one for one in self.sought if one.likely(lowered)))


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
    sought = tuple(Sought(regex, needles(regex.pattern)) for regex in (*loose, *exact))
    return Pattern(sought, texts("hits"), texts("misses"))
