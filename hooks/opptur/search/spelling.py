"""Typing errors: how far two words are apart, and the words of the index that may have been meant."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

LONG = 8
"""Letters from which two errors are forgiven."""
SHORT = 4
"""Letters from which one is."""


def forgiven(word: str) -> int:
    """How many typing errors a word of this length may have."""
    return 2 if len(word) >= LONG else 1 if len(word) >= SHORT else 0


def distance(one: str, other: str, most: int) -> int:
    """Letters to add, drop, change or swap with their neighbour; `most` + 1 when there are more than `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    above = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, its in enumerate(other, 1):
            steps = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                steps = min(steps, before[j - 2] + 1)
            row.append(steps)
        if min(row) > most:
            return most + 1
        before, above = above, row
    return above[-1]


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


def nearest(key: str, typed: str, known: Iterable[str]) -> list[tuple[str, int]]:
    """At most four keys with the fewest errors, and how many.

    `typed` is the word with its ending: an error in the ending keeps the stem from being found, so a key that `typed`
    begins with, but for one error, counts as one with two.
    """
    most, found = forgiven(typed), []
    for other in known:
        errors = is_near(other, key, most) if abs(len(other) - len(key)) <= most else most + 1
        if errors > most and 4 < len(other) < len(typed) <= len(other) + 4 and is_near(other, typed[: len(other)], 1) <= 1:
            errors = 2
        elif errors > most:
            continue
        found.append((errors, other))
    return [(other, errors) for errors, other in sorted(found)[:4]] if most else []
