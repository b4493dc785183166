"""LIX, words and sentences, counted by hand and by the code."""

from __future__ import annotations

import pytest

from opptur.rules.readability import measure, together


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Bilen gikk. Varene står igjen.", (2, 3)),
        ("Jeg ringer kl. 14.30 i dag. Du når meg på 913 45 678.", (6, 7)),
        ("Den er hos deg 14. mai. Det er sikkert.", (6, 3)),
        ("Ordre {order_no}: ny tid", (2, 2)),
        ("Hei {first_name}\n\nVi kommer kl. {next_contact}.", (2, 4)),
        ("Det er ca. 3,5 tonn, f.eks. stein.", (7,)),
        ("Dette – og bare dette – teller.", (5,)),
        ("", ()),
    ],
)
def test_sentences(text: str, sentences: tuple[int, ...]) -> None:
    """A point in a time, a date, a number or a shortened word ends nothing; a line break does."""
    assert measure(text).sentences == sentences


def test_lix_by_hand() -> None:
    """Ten words in two sentences, three of them long: 10 / 2 + 100 * 3 / 10 = 35."""
    text = "Leverandøren sender varene i dag. Kundene venter på transporten nå."
    counted = measure(text)
    assert (counted.words, len(counted.sentences), counted.long) == (10, 2, 3)
    assert counted.lix == 35.0


def test_seven_letters_are_long_and_six_are_not() -> None:
    """A long word has more than six letters; its comma is no letter, and a number is never long."""
    assert measure("varene, ordrene, 1234567").long == 1


def test_no_words_weigh_nothing() -> None:
    """An empty text has LIX 0."""
    assert measure("").lix == 0.0


def test_texts_together() -> None:
    """Two texts counted together are the two after one another."""
    one, two = "Bilen gikk.", "Varene står igjen på lageret vårt."
    assert together([measure(one), measure(two)]) == measure(f"{one}\n{two}")


def test_the_yardsticks_fall_on_the_right_side() -> None:
    """The bad sample lies far above the limit of 40, the good one far below the target of 30."""
    bad = (
        "Kjære verdsatte kunde. Vi beklager på det sterkeste at det dessverre har oppstått en uforutsett leveringsforsinkelse "
        "i forbindelse med deres bestilling. Saken undersøkes fortløpende av relevante avdelinger, og tilbakemelding vil bli "
        "gitt så snart som mulig."
    )
    good = "Ordre {order_no} kommer ikke i dag. Vi bommet på planen. Det beklager jeg. Jeg ringer deg kl. {next_contact}."
    assert measure(bad).lix > 45
    assert measure(good).lix < 20
