"""Which texts the rules on wording look at, and how long a message is once its fields are filled in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.handbook import NB, TODAY, Handbook

from opptur.load.document import Value
from opptur.model.library import PlayFile
from opptur.rules.rule import Case
from opptur.rules.texts import braced, email_paragraphs, filled, placeholders

BAD = "Vi beklager på det sterkeste."


@pytest.fixture(scope="module")
def case(handbook: Handbook) -> Case:
    """The good Norwegian play."""
    return Case(handbook.library.files["late-delivery", "nb"], handbook.library, TODAY)


def first(play: PlayFile, what: str) -> str:
    """The first text of some sort in a play."""
    find: dict[str, Callable[[], str]] = {
        "a wrong answer in the quiz": lambda: play.play.training.quiz[0].options[0].text,
        "the bad dialogue": lambda: play.play.training.dialogue_bad[1].line,
        "a phrase to avoid": lambda: play.play.guard.never_say[0].phrase,
        "the customer in the good dialogue": lambda: next(turn.customer for turn in play.play.training.dialogue_good if turn.customer),
        "an angry customer": lambda: play.play.guard.objections[0].customer,
        "the seller in the good dialogue": lambda: next(turn.seller for turn in play.play.training.dialogue_good if turn.seller),
        "the card": lambda: play.play.card.ask,
        "the note to forward": lambda: play.play.guard.forwardable_note,
        "a message": lambda: play.play.messages["no_news"].sms or "",
    }
    return find[what]()


@pytest.mark.parametrize(
    "what",
    ["a wrong answer in the quiz", "the bad dialogue", "a phrase to avoid", "the customer in the good dialogue", "an angry customer"],
)
def test_bad_words_are_free_where_they_are_the_point(case: Case, what: str) -> None:
    """What a customer says, what not to say, and wrong answers are never judged by their words."""
    assert first(case.file, what) not in [text for _, (_, text) in case.linted]


@pytest.mark.parametrize("what", ["the seller in the good dialogue", "the card", "the note to forward", "a message"])
def test_what_the_seller_says_is_judged(case: Case, what: str) -> None:
    """All that a seller may say or send is judged by its words."""
    assert first(case.file, what) in [text for _, (_, text) in case.linted]


def test_an_apology_in_a_wrong_answer_is_not_told(handbook: Handbook, tmp_path: Path) -> None:
    """“Vi beklager” in a wrong option is what the quiz is about."""
    wrong = handbook.library.files["late-delivery", "nb"].play.training.quiz[0].options[0].text
    changed = handbook.write(NB, handbook.raw(NB).replace(f"text: {wrong}\n".encode(), f"text: {BAD}\n".encode(), 1))
    assert {problem.kind.code for problem in changed.problems(tmp_path)} == {"T06"}


def test_fields_are_filled_with_what_is_usual(case: Case) -> None:
    """A known field gets its example in the language; an unknown one stays, and is told by another rule."""
    example = case.library.vocabulary.placeholders["order_no"].example
    assert filled("{order_no} {x}", case.library.vocabulary, "nb") == f"{example['nb']} {{x}}"
    assert filled("{order_no}", case.library.vocabulary, "en") == example["en"]


def test_an_sms_is_measured_as_it_will_be_sent(handbook: Handbook, tmp_path: Path) -> None:
    """The limit counts the characters with the fields filled in, and counts exactly."""
    sms = handbook.library.files["late-delivery", "nb"].play.messages["no_news"].sms
    assert sms is not None
    room = 300 - len(filled(sms, handbook.library.vocabulary, "nb"))
    for more, codes in ((room, set()), (room + 1, {"M17"})):
        padded = handbook.edit(NB, sms, f"{sms} {'x' * (more - 1)}")
        assert {problem.kind.code for problem in padded.problems(tmp_path)} - {"T06", "M19", "M28", "M18"} == codes


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("Hei {first_name}\n\nEn.\n\nTo.\n\n{seller}\n", 2),
        ("En.\n\nTo.\n", 2),
        ("En. To. Tre.\n", 1),
        ("Hei\n\n\n \nEn.\n\nMed vennlig hilsen\n{seller}", 1),
        ("", 0),
    ],
)
def test_greeting_and_signature_are_no_paragraphs(body: str, count: int) -> None:
    """A greeting above and a name below do not count among the five paragraphs."""
    assert len(email_paragraphs(body)) == count


def test_braces_are_found_wherever_they_stand() -> None:
    """Every text with a brace comes with its path, from lists in fields in lists."""
    value: dict[str, Value] = {"a": "x", "b": ("{y}", {"c": "z}", "d": ("w", "{")})}
    assert list(braced(value)) == [(("b", 0), "{y}"), (("b", 1, "c"), "z}"), (("b", 1, "d", 1), "{")]
    assert placeholders("{a} og {b c}, {{d}}") == ["a", "b c", "d"]
