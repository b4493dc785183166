"""Workshops on paper: the clock adds up, and what only the leader may see is in the leader's booklet alone."""

from __future__ import annotations

import pytest
from tests.print.reading import pages, tagged_text, together

from opptur.model.library import Library
from opptur.model.workshop import WorkshopFile
from opptur.print.press import Printed
from opptur.rules.workshops import check_workshops

Papers = dict[str, Printed]
LENGTHS = {"sales-meeting": 15, "first-call": 45, "own-the-mistake": 90}


def secrets(library: Library, file: WorkshopFile) -> list[str]:
    """What participants must not read: what customers hide, twists, reasons in the quiz, and the leader's notes."""
    trainings = [library.files[play_id, file.lang].play.training for play_id in file.workshop.plays()]
    return [
        *(training.roleplay.customer_role.hides for training in trainings),
        *(training.roleplay.twist for training in trainings),
        *(option.why for training in trainings for item in training.quiz for option in item.options),
        *(paragraph for block in file.workshop.blocks for paragraph in (block.lead or "").split("\n\n") if paragraph.strip()),
    ]


def test_there_are_workshops_of_four_lengths_in_both_languages(library: Library) -> None:
    """A quarter of an hour, 45 and 90 minutes, and half a day, each without a mistake."""
    assert list(check_workshops(library)) == []
    for lang in library.languages:
        found = {play_id: file.workshop.minutes for (play_id, its), file in library.workshops.items() if its == lang}
        assert LENGTHS.items() <= found.items()
        assert 180 <= found["half-day"] <= 300


def test_ninety_minutes_from_nine_end_at_half_past_ten(library: Library, printed: Papers) -> None:
    """The agenda runs on a real clock, breaks counted, and says so on paper."""
    file = library.workshops["own-the-mistake", "nb"]
    starts, ends = [start for _, start, _ in file.workshop.timed()], [end for _, _, end in file.workshop.timed()]
    assert (str(starts[0]), str(ends[-1])) == ("09:00", "10:30")
    assert starts[1:] == ends[:-1]
    assert "break" in {block.kind for block in file.workshop.blocks}
    heard = tagged_text(printed["workshops/nb/own-the-mistake/participant.pdf"].pdf)
    assert together("Ferdig kl. 10.30") in heard


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_no_answer_reaches_a_participant(library: Library, printed: Papers, lang: str) -> None:
    """No participant's booklet holds an answer, a hidden fact, a twist or a note to the leader."""
    for (workshop_id, its), file in library.workshops.items():
        if its == lang:
            one = printed[f"workshops/{lang}/{workshop_id}/participant.pdf"]
            heard = tagged_text(one.pdf)
            assert [secret for secret in secrets(library, file) if together(secret) in heard] == []
            assert together(file.workshop.blocks[0].title) in heard


def test_the_leader_gets_them(library: Library, printed: Papers) -> None:
    """The leader's booklet holds the notes, what each customer hides, the twist, and the answers of the quiz."""
    file = library.workshops["half-day", "nb"]
    heard = tagged_text(printed["workshops/nb/half-day/facilitator.pdf"].pdf)
    for block in file.workshop.blocks:
        training = library.files[block.play, "nb"].play.training if block.play else None
        if training and block.kind == "roleplay":
            assert together(training.roleplay.customer_role.hides) in heard
            assert together(training.roleplay.twist) in heard
        if training and block.kind == "quiz":
            assert all(together(option.why) in heard for item in training.quiz for option in item.options)


def test_sheets_begin_on_right_hand_pages(library: Library, printed: Papers) -> None:
    """In a booklet each play begins on an odd page, so that it is one leaf when printed on both sides."""
    file = library.workshops["half-day", "nb"]
    count = pages(printed["workshops/nb/half-day/participant.pdf"].pdf)
    assert count % 2 == 0
    assert count >= 2 * len(file.workshop.plays()) + 4
