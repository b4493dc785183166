"""Norwegian joins words: `fakturamottaker`. A compound is taken apart where both parts are words of the handbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from opptur.search.analysis import Analyzer
from opptur.search.spelling import is_near

SHORTEST_FIRST, SHORTEST_LAST = 3, 4
"""Letters of the first and the last part."""
LONG_ENOUGH = 7
"""Letters of a part beyond which more letters make it no surer."""


@dataclass(frozen=True)
class Splitter:
    """Takes keys apart in one language. `known` says whether a key is a word of the index."""

    analyzer: Analyzer
    known: Callable[[str], bool]

    def split(self, key: str) -> tuple[str, ...]:
        """The keys of the two parts of a compound, or nothing: the split with the longest parts."""
        best, found = 0, tuple[str, ...]()
        for at in range(SHORTEST_FIRST, len(key) - SHORTEST_LAST + 1):
            if first := self.first(key[:at]):
                last = key[at:]
                sure = min(at, LONG_ENOUGH) * min(len(last), LONG_ENOUGH)
                if sure > best and self.known(last):
                    best, found = sure, (first, last)
        return found

    def first(self, text: str) -> str:
        """The key of what stands first in a compound, with or without the letter that links it; empty when it is no word."""
        for cut in (text, *(text[:-1] for link in self.analyzer.table["links"] if text.endswith(link))):
            key = self.analyzer.key(cut)
            if len(cut) >= SHORTEST_FIRST and len(key) >= SHORTEST_FIRST and cut not in self.analyzer.heads and self.known(key):
                return key
        return ""

    def mended(self, key: str, spellings: Sequence[str]) -> tuple[str, ...]:
        """The parts of a compound whose last part has one typing error, or nothing."""
        for at in range(len(key) - SHORTEST_LAST, SHORTEST_FIRST - 1, -1):
            if first := self.first(key[:at]):
                last = key[at:]
                for other in spellings:
                    if is_near(other, last, 1) == 1:
                        return (first, other)
        return ()
