"""Counting words and sentences. LIX as defined by Björnsson: words per sentence plus the share of long words.

LIX = words / sentences + 100 × (words longer than six letters) / words. Shaky below about forty words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
SHORTENED = ("kl", "nr", "ca", "f.eks", "e.g", "i.e", "tlf", "mr", "ms")
MONTHS = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember")

NO_END = "".join(rf"(?<!\b{re.escape(word)}\.)" for word in SHORTENED) + rf"(?!(?<=\d\.) (?:{'|'.join(MONTHS)})\b)"
SENTENCE_END = re.compile(rf"[.:;!?\n](?:(?<=\n)|(?=\s|$){NO_END})", re.IGNORECASE)
"""A mark at the end of a word, but not the point in “kl. 14” or “14. mai”, nor one inside a number."""

MARKS = ".,:;!?()«»“”\"'…–-*/"
LONG = 6
"""Letters; a word with more of them counts as long. A number does not."""


class Measure(NamedTuple):
    """A text counted: the words of each sentence, and how many words are long."""

    sentences: tuple[int, ...]
    long: int

    @property
    def words(self) -> int:
        return sum(self.sentences)

    @property
    def lix(self) -> float:
        """0.0 when there are no words."""
        return self.words / len(self.sentences) + 100 * self.long / self.words if self.sentences else 0.0


def measure(text: str) -> Measure:
    """The count of a text. Words stand between spaces; a placeholder is one short word, a lone dash is none."""
    plain = PLACEHOLDER.sub("ord", text).replace(" – ", " ").replace(" - ", " ")
    sentences = tuple(words for part in SENTENCE_END.split(plain) if (words := len(part.split())))
    return Measure(sentences, sum(_is_long(word) for word in plain.split() if len(word) > LONG))


def together(measures: Iterable[Measure]) -> Measure:
    """Several texts after one another."""
    counted = list(measures)
    return Measure(tuple(words for one in counted for words in one.sentences), sum(one.long for one in counted))


def _is_long(word: str) -> bool:
    bare = word.strip(MARKS)
    return len(bare) > LONG and bare[0].isalpha()
