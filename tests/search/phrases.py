"""Queries made from the handbook's own search terms as hurried people type them, the same ones every time."""

from __future__ import annotations

import random
from collections.abc import Iterator

from opptur.model.library import Library

KEYBOARD = str.maketrans({"å": "aa", "ø": "oe", "æ": "ae"})
FOLDED = str.maketrans({"å": "a", "ø": "o", "æ": "a"})
LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


def terms(library: Library, lang: str) -> list[str]:
    """Every search term in a language."""
    return [term for (_, its), file in sorted(library.files.items()) if its == lang for term in file.play.search_terms]


def mistyped(word: str, chance: random.Random) -> str:
    """A word with one letter too many, too few, wrong or swapped."""
    at = chance.randrange(len(word))
    kind = chance.randrange(4)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + chance.choice(LETTERS) + word[at:]
    if kind == 2:
        return word[:at] + chance.choice(LETTERS) + word[at + 1 :]
    return word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]


def hurried(phrase: str, chance: random.Random) -> Iterator[str]:
    """A phrase as it stands, half typed, mistyped, in one word, without its letters, and mixed with noise."""
    words = phrase.split()
    longest = max(range(len(words)), key=lambda number: len(words[number]))
    yield phrase
    yield phrase[: max(1, chance.randrange(len(phrase) + 1))]
    yield " ".join(mistyped(word, chance) if number == longest else word for number, word in enumerate(words))
    yield "".join(words[:2]) + " " + " ".join(words[2:])
    yield phrase.translate(KEYBOARD) + " "
    yield phrase.translate(FOLDED).upper()


def queries(library: Library, lang: str, count: int, seed: int = 1) -> list[str]:
    """So many queries, each sort of haste equally often."""
    chance = random.Random(seed)  # noqa: S311 - for examples
    found: list[str] = []
    for phrase in chance.sample(terms(library, lang), count // 6):
        found += hurried(phrase, chance)
    return found


def forms(library: Library, lang: str, count: int, seed: int = 2) -> list[str]:
    """So many word forms: all that stand in the search terms, then those with other endings, other beginnings and errors."""
    chance = random.Random(seed)  # noqa: S311 - for examples
    words = sorted({word.lower() for term in terms(library, lang) for word in term.split()})
    endings = (
        "",
        "en",
        "et",
        "ene",
        "er",
        "te",
        "t",
        "ing",
        "ingen",
        "elsene",
        "s",
        "ed",
        "ing",
        "ies",
        "ation",
        "ment",
        "ly",
        "'s",
        "heten",
        "asjonen",
    )
    made = list(words)
    while len(made) < count:
        one, other = chance.choice(words), chance.choice(words)
        made.append(
            chance.choice(
                (one + chance.choice(endings), one + other, mistyped(one, chance), one[: len(one) // 2] + other, one + "s" + other)
            )
        )
    return made
