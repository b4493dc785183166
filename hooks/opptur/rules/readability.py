"""Counting words and sentences. LIX as defined by Björnsson: words per sentence plus the share of long words.

LIX = words / sentences + 100 × (words longer than six letters) / words. Shaky below about forty words.
"""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
SENTENCE_END = re.compile(r"[.:;!?](?=\s|$)|\n+")
POINTS = re.compile(r"\b(kl|nr|ca|f\.eks|e\.g|i\.e|tlf|Mr|Ms)\.|(?<=\d)[.:,](?=\d)", re.IGNORECASE)
DAY = re.compile(r"(?<=\d)\.(?= (?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember))")
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def plain(text: str) -> str:
    """Text made ready for counting: a placeholder becomes one short word, points that end nothing are removed."""
    text = PLACEHOLDER.sub("ord", text)
    return DAY.sub("", POINTS.sub(lambda match: match[0].replace(".", "").replace(":", "").replace(",", ""), text))


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order, without empty ones."""
    return [part.strip() for part in SENTENCE_END.split(plain(text)) if WORD.search(part)]


def words(text: str) -> list[str]:
    """The words of a text, numbers included."""
    return WORD.findall(plain(text))


def lix(text: str) -> float:
    """The LIX of a text; 0.0 when it has no words."""
    all_words = words(text)
    if not all_words:
        return 0.0
    long = sum(1 for word in all_words if len(word) > 6)
    return len(all_words) / max(1, len(sentences(text))) + 100 * long / len(all_words)
