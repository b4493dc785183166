"""Why a line matched: which of its words, and for which word of the query. `scripts/explain.js` does the same."""

from __future__ import annotations

from collections.abc import Iterator

from opptur.search.analysis import tokens
from opptur.search.documents import Line
from opptur.search.query import Search

SAME_BEGINNING = 4
WITHIN = 4
"""Letters from which a word within another is seen as part of it."""


def reasons(search: Search, line: Line) -> Iterator[tuple[str, str]]:
    """Each word of the line that matched, after the word of the query that it stands for."""
    analyzer = search.own
    for word in tokens(line.text):
        if word not in analyzer.stop and (meant := _meaning(search, analyzer.key(word))):
            yield meant, word


def _meaning(search: Search, own: str) -> str:
    """The word of the query that a word of a line stands for; the surest one, empty when there is none."""
    best, meant = 0.0, ""
    for unit in search.units:
        for key, weight in unit.matches.items():
            if weight > best and _is_same(search, key, own):
                best, meant = weight, " ".join(search.words[place] for place in unit.covers)
    return meant


def _is_same(search: Search, key: str, own: str) -> bool:
    if key.startswith("="):
        return own in search.index.entries[key].members
    if key.endswith("*"):
        return own.startswith(key[:-1])
    return key == own or (len(key) >= WITHIN and (own.startswith(key) or own.endswith(key)))


def is_plain(search: Search, meant: str, word: str) -> bool:
    """Whether everyone sees that the two are the same word."""
    one, other = search.own.fold(meant), search.own.fold(word)
    shared = min(SAME_BEGINNING, len(one), len(other))
    return one[:shared] == other[:shared] or one in other or other in one
