"""“Did you mean …?” is right about slips of the finger and silent about words that have nothing to do with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from tests.handbook import CASES, read_case

from opptur.load import Document, parse
from opptur.model.company import Company
from opptur.model.fields import Part
from opptur.model.parse import nearest_field, part_in
from opptur.model.play import Play
from opptur.model.words import FIELD_WORDS
from opptur.problems import Path
from opptur.problems.suggest import distance, nearest

LETTERS = "abcdefghijklmnopqrstuvwxyz_"
UNRELATED = (
    "banana", "window", "qwerty", "lorem", "http", "python", "umbrella", "xyz", "weather", "football",
    "helikopter", "blomst", "vaffel", "trikk", "fjell", "skjorte", "ostehøvel", "pølse", "gitar", "måke",
)  # fmt: skip


def parts_below(part: type[Part]) -> Iterator[type[Part]]:
    """A part and every part below it."""
    yield part
    for info in part.model_fields.values():
        inner = part_in(info.annotation)
        if inner is not None:
            yield from parts_below(inner)


PARTS = sorted({*parts_below(Play), *parts_below(Company)}, key=lambda part: part.__name__)


def one_edit_typos(word: str) -> set[str]:
    """Everything that is one deletion, insertion, replacement or swap of neighbours away from a word."""
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    deleted = {a + b[1:] for a, b in cuts if b}
    swapped = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    replaced = {a + letter + b[1:] for a, b in cuts if b for letter in LETTERS}
    inserted = {a + letter + b for a, b in cuts for letter in LETTERS}
    return (deleted | swapped | replaced | inserted) - {word, ""}


def guesser(part: type[Part], lacking: str) -> Callable[[str], str | None]:
    """What is suggested for a word in a part that has all it requires but one field."""
    given = [name for name, info in part.model_fields.items() if info.is_required() and name != lacking]
    document = parse("".join(f"{name}: x\n" for name in [*given, "typed"]).encode(), "x.yml")
    assert isinstance(document, Document)
    missing: set[Path] = {(lacking,)} if part.model_fields[lacking].is_required() else set()
    return lambda typed: nearest_field(document, (typed,), list(part.model_fields), missing)


def test_every_slip_of_the_finger_is_understood() -> None:
    """Of all one-edit typos of all field names, wherever they are the missing field, 99.9 % get the right suggestion."""
    wrong, count = [], 0
    for part in PARTS:
        for name in part.model_fields:
            guess = guesser(part, name)
            for typed in one_edit_typos(name) - {*part.model_fields}:
                count += 1
                if guess(typed) != name:
                    wrong.append((part.__name__, name, typed))
    assert count > 50_000
    assert len(wrong) <= count * 0.001, wrong[:20]


def test_unrelated_words_get_no_suggestion() -> None:
    """At most one of twenty words that have nothing to do with the fields gets a suggestion, in all places together."""
    guessed = {word: name for part in PARTS for word in UNRELATED if (name := nearest(word, part.model_fields, words=FIELD_WORDS))}
    assert len(UNRELATED) == 20
    assert len(guessed) <= 1, guessed


@pytest.mark.parametrize("word", sorted(FIELD_WORDS))
def test_a_norwegian_word_means_a_real_field(word: str) -> None:
    """Every word stands for a field of some part, a moment's channel, or a language."""
    fields = {name for part in PARTS for name in part.model_fields} | {"nb", "en"}
    assert FIELD_WORDS[word] in fields
    assert word == word.lower()
    assert word not in fields or word != FIELD_WORDS[word]


def test_words_that_are_told_apart() -> None:
    """The table of words and what they should become holds, also where no guess should be made."""
    for word, wanted in read_case(CASES / "suggest.yml").items():
        found = {name for part in PARTS for name in [nearest(word, part.model_fields, words=FIELD_WORDS)] if name}
        assert wanted in found or (wanted == "-" and not found), (word, wanted, found)


@pytest.mark.parametrize(
    ("a", "b", "apart"), [("who", "who", 0), ("who", "hwo", 1), ("who", "wo", 1), ("kind", "knid", 1), ("ca", "abc", 3)]
)
def test_distance_counts_single_slips(a: str, b: str, apart: int) -> None:
    """A letter more, less, other or swapped with its neighbour is one slip."""
    assert distance(a, b, 5) == apart
    assert distance(b, a, 5) == apart
