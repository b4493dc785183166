"""Words made alike: what the index is made by, and what the browser does to a query.

`scripts/analysis.js` does the same from the same table, `languages.yml`, which the index carries with it. A test
compares the two over every word in the handbook and thousands of made-up ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any

from opptur.load.packaged import packaged

WORD = re.compile(r"[0-9a-zà-öø-ÿ]+(?:['’&][0-9a-zà-öø-ÿ]+)*")
"""Letters and digits of western Europe; an apostrophe or & within a word belongs to it."""

LONGEST = 40
"""Letters of a word that are looked at."""


@cache
def tables() -> Mapping[str, Mapping[str, Any]]:
    """The table of every language that has one."""
    return {lang: _table(value) for lang, value in packaged("search/languages.yml").items()}


def _table(value: Mapping[str, Any]) -> dict[str, Any]:
    """A table with lists and pairs in place of notation."""
    steps = [{"keep": int(step["keep"]), "endings": _longest_first(_pairs(str(step["endings"])))} for step in value["steps"]]
    return {
        "letters": _pairs(value["letters"] or ""), "vowels": value["vowels"], "steps": steps, "folds": {ord(before): after for before, after in _pairs(value["folds"])},
        "links": list(value["links"]), "stop": value["stop"].split(), "heads": list(value["heads"]),
    }  # fmt: skip


def _pairs(text: str) -> list[list[str]]:
    """`erte>er ane` is [["erte", "er"], ["ane", ""]]."""
    return [[before, after] for before, _, after in (word.partition(">") for word in text.split())]


def _longest_first(pairs: list[list[str]]) -> list[list[str]]:
    return sorted(pairs, key=lambda pair: -len(pair[0]))


PLAIN: dict[str, Any] = {"letters": [], "vowels": "aeiouy", "steps": [], "folds": {}, "links": [], "stop": [], "heads": []}
"""For a language without a table: words are compared as they stand, accents aside."""


def tokens(text: str) -> list[str]:
    """The words of a text in lower case, each cut at `LONGEST` letters."""
    plain = unicodedata.normalize("NFC", text).lower().replace("’", "'")
    return [word[:LONGEST] for word in WORD.findall(plain)]


class Analyzer:
    """What one language does to a word."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.table = tables().get(lang, PLAIN)
        self.stop = frozenset(self.table["stop"])
        self.heads = frozenset(self.fold(head) for head in self.table["heads"])
        self._known: dict[str, str] = {}

    def spelled(self, word: str) -> str:
        """A word with the letters that were meant where the keyboard lacks them: `årsak` for `aarsak`."""
        for before, after in self.table["letters"]:
            word = word.replace(before, after)
        return word

    def stem(self, word: str) -> str:
        """A word without its endings."""
        region = _region(word, self.table["vowels"])
        for step in self.table["steps"]:
            least = max(step["keep"], region)
            for before, after in step["endings"]:
                if word.endswith(before) and len(word) - len(before) + len(after) >= least:
                    word = word[: len(word) - len(before)] + after
                    break
        return word

    def fold(self, word: str) -> str:
        """A word on the plainest keyboard; a double letter at the end counts once."""
        plain = word.translate(self.table["folds"])
        return plain[:-1] if len(plain) > 4 and plain[-1] == plain[-2] else plain

    def key(self, word: str) -> str:
        """What all forms of a word have in common: stem, then fold."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self.fold(self.stem(word))
        return found


def _region(word: str, vowels: str) -> int:
    """Where endings may be cut from: after the first consonant that follows a vowel."""
    at, length = 0, len(word)
    while at < length and word[at] not in vowels:
        at += 1
    while at < length and word[at] in vowels:
        at += 1
    return min(at + 1, length)
