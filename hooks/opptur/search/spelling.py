"""Typing errors: how far two words are apart, and the words of the index that may have been meant."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from opptur.problems.suggest import distance

LONG = 8
"""Letters from which two errors are forgiven."""
SHORT = 4
"""Letters from which one is."""
LONGEST_ENDING = 4
"""Letters of an ending that an error may have kept from being cut."""
UNCUT = 0.5
"""How much less sure it is, in errors, when the ending is only thought to be one."""


@cache
def letters(word: str) -> int:
    """The letters of a word as bits. Each typing error changes two of them at most, so most words need no closer look."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits


def is_near(one: str, other: str, most: int) -> int:
    """The distance, or `most` + 1 when there are more errors."""
    return distance(one, other, most) if (letters(one) ^ letters(other)).bit_count() <= 2 * most else most + 1


def nearest(key: str, typed: str, known: Iterable[str]) -> list[tuple[str, float]]:
    """At most four keys with the fewest errors, and how many; of these, those that begin alike, and then those that come first.

    `typed` is the word with its ending. Where an error has kept the ending from being cut, its beginning is compared.
    """
    found = []
    for other in known:
        most = 2 if max(len(other), len(typed)) >= LONG else 1
        errors: float = is_near(other, key, most) if abs(len(other) - len(key)) <= most else most + 1
        for length in range(len(other) - 1, len(other) + 2) if errors else ():
            if 0 < len(typed) - length <= LONGEST_ENDING:
                errors = min(errors, is_near(other, typed[:length], most) + UNCUT)
        if errors <= most + UNCUT:
            found.append((other, errors))
    found.sort(key=lambda pair: (pair[1], pair[0][0] != key[0]))
    return found[:4] if len(typed) >= SHORT else []
