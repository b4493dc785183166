"""Each kind of difference between two twins is found, at the place in the one and with the place in the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.handbook import EN, NB, TODAY, Handbook, make

from opptur.model.library import load_library
from opptur.problems import Problem
from opptur.rules import check_library
from opptur.rules.differences import Difference, differences

SHEET = "handout_messages: [first_notice_we_found/phone, bad_news/email]"
CHANGES = (
    ("T02", "severity: 3-4", "severity: 3", "severity: 3-4"),
    ("T02", "minutes: 20", "minutes: 25", "minutes: 20"),
    ("T02", SHEET, SHEET.replace("bad_news", "fixed"), SHEET),
    ("T03", "  signals:", "  signals:\n    - One more thing that can be heard.", "  signals:"),
)
"""The problem, what the translation has, what it gets, and the line of the source that it is to name."""


def line_of(raw: bytes, text: str) -> int:
    """The first line that holds a text, counted from 1."""
    return next(number for number, line in enumerate(raw.decode().split("\n"), 1) if text in line)


def told(handbook: Handbook, code: str, scratch: Path) -> list[Problem]:
    """The problems of one kind in the English play."""
    return [problem for problem in handbook.problems(scratch) if problem.kind.code == code]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change[2].strip()[:20])
def test_a_difference_is_told_at_both_places(handbook: Handbook, tmp_path: Path, change: tuple[str, str, str, str]) -> None:
    """The problem stands where the translation differs and names the line of the source."""
    code, find, put, theirs = change
    changed = handbook.edit(EN, f"{find}\n", f"{put}\n")
    found = told(changed, code, tmp_path)[0]
    assert found.place.line == line_of(changed.raw(EN), put.split("\n")[0])
    assert f"plays/{NB}:{line_of(handbook.raw(NB), theirs)}" in found.found("en")


def test_braces_that_differ_are_told_at_both_places(handbook: Handbook, tmp_path: Path) -> None:
    """A field in braces that only one language has is told with both lists and the line of the source."""
    line = next(line for line in handbook.raw(EN).decode().split("\n") if line.startswith("    sms: ") and "{order_no}" in line)
    number = handbook.raw(EN).decode().split("\n").index(line) + 1
    found = told(handbook.edit(EN, line, line.replace("{order_no}", "{invoice_no}")), "T04", tmp_path)
    assert [problem.place.line for problem in found] == [number]
    assert "{invoice_no}" in found[0].found("en")
    assert f"plays/{NB}:" in found[0].found("nb")


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_an_optional_part_in_one_language_only_is_told(handbook: Handbook, tmp_path: Path, lang: str) -> None:
    """Whichever language has the part, the problem stands in the translation and names the source."""
    file = {"nb": NB, "en": EN}[lang]
    note = "sector_notes:\n  - sector: public\n    note: x\n\nabout:\n"
    review = "about:\n  legal_review:\n    by: Knut Dahl, advokat\n    on: 2026-11-02\n"
    assert told(handbook.edit(file, "\nabout:\n", f"\n{note}"), "T03", tmp_path)[0].place.file == f"plays/{EN}"
    found = told(handbook.edit(file, "\nabout:\n", f"\n{review}"), "T05", tmp_path)
    assert [(problem.place.file, "legal_review" in problem.found("nb")) for problem in found] == [(f"plays/{EN}", True)]
    assert f"plays/{NB}:" in found[0].found("nb")


def test_a_play_without_its_twin_is_told(tmp_path: Path) -> None:
    """When one language is missing, the other says so and names the file to make."""
    plays = make(tmp_path)
    (plays / EN).unlink()
    library, _ = load_library(plays)
    assert library is not None
    found = [problem for problem in check_library(library, TODAY) if problem.kind.code == "T01"]
    assert [problem.place.file for problem in found] == [f"plays/{NB}"]
    assert f"plays/{EN}" in found[0].fix("nb")


def test_what_belongs_to_one_language_is_not_compared(handbook: Handbook, tmp_path: Path) -> None:
    """Review dates, notes and the number of search terms may differ."""
    raw = (
        handbook.raw(EN)
        .replace(b"search_terms:\n", b"search_terms:\n  - one more term\n")
        .replace(b"  reviewed: 2026-11-02", b"  reviewed: 2026-11-03\n  notes: Mine.")
    )
    assert {problem.kind.code for problem in handbook.write(EN, raw).problems(tmp_path)} == set()


def test_no_difference_between_good_twins(handbook: Handbook) -> None:
    """A play does not differ from its translation, nor from itself."""
    nb, en = (handbook.library.files["late-delivery", lang] for lang in ("nb", "en"))
    assert differences(nb, en) == differences(nb, nb) == []


def test_differences_are_the_same_from_both_sides(handbook: Handbook) -> None:
    """What the one lacks, the other has: the same places, the values exchanged."""
    nb, other = (handbook.library.files[key] for key in (("late-delivery", "nb"), ("repeat-failure", "nb")))
    there, back = differences(nb, other), differences(other, nb)
    assert there
    assert [Difference(one.kind, one.path, one.theirs, one.mine) for one in there] == back
