"""Counting words and sentences. LIX as defined by Björnsson: words per sentence plus the share of long words.

LIX = words / sentences + 100 × (words longer than six letters) / words. Shaky below about forty words.
"""

from __future__ import annotations

import re
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

    def __or__(self, other: Measure) -> Measure:
        """Two texts after one another."""
        return Measure(self.sentences + other.sentences, self.long + other.long)


def measure(text: str) -> Measure:
    """The count of a text. Words stand between spaces; a placeholder is one short word, a lone dash is none."""
    plain = PLACEHOLDER.sub("ord", text).replace(" – ", " ").replace(" - ", " ")
    sentences = [words for part in SENTENCE_END.split(plain) if (words := part.split())]
    long = sum(len(bare) > LONG and bare[0].isalpha() for words in sentences for word in words if len(word) > LONG and (bare := word.strip(MARKS)))
    return Measure(tuple(map(len, sentences)), long)
