"""For each kind of problem there is a bad file, and exactly that problem is told about it, at the very place."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.bad import Case, Told, cases, materialise
from tests.handbook import NB, TODAY

from opptur.check import check
from opptur.load import Document, parse, reader
from opptur.model.fields import ClockTime, Part
from opptur.model.library import load_library
from opptur.model.parse import parse as parse_model
from opptur.printing import cannot_be_printed
from opptur.problems import KINDS, Problem
from opptur.search.own_terms import own_terms

CASES = cases()


class Workshop(Part):
    """A stand-in for what has times of day: no play has them."""

    start: ClockTime


def told_by(case: Case, good_plays: Path, root: Path) -> list[Problem]:
    """Everything that is told about a case."""
    if case.setup == "no-libyaml":
        found = parse((good_plays / NB).read_bytes(), f"plays/{NB}")
        assert isinstance(found, list)
        return found
    if case.setup == "clock":
        document = parse(case.raw, f"plays/{NB}")
        assert isinstance(document, Document)
        return parse_model(document, Workshop)[1]
    plays = materialise(case, good_plays, root)
    if case.setup == "crowd":
        library, _ = load_library(plays)
        assert library is not None
        return list(own_terms(library))
    if case.setup in ("stuffed", "printed"):
        library, _ = load_library(plays)
        assert library is not None
        return cannot_be_printed(library, root)
    return check(plays, TODAY)[1]


def place_of(problem: Problem) -> Told:
    """A problem as a case names it: its file as seen from `plays/`."""
    inside = problem.place.file.startswith("plays/")
    file = problem.place.file.removeprefix("plays/") if inside else f"../{problem.place.file}"
    return file, problem.kind.code, problem.place.line, problem.place.column


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_exactly_that_is_told(case: Case, good_plays: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bad file gives the problem it is named after, at the line and column it says, and no other error."""
    if case.setup == "no-libyaml":
        monkeypatch.setattr(reader, "_C_PARSER", None)
    problems = told_by(case, good_plays, tmp_path)
    grave = [problem for problem in problems if problem.is_error or problem.kind.code == case.code]
    assert sorted(map(place_of, grave)) == sorted((case.expect, *case.also))
    assert case.expect[1] == case.code


def test_every_kind_has_a_bad_case() -> None:
    """No kind of problem lacks a bad file, and no bad file lacks its kind."""
    assert sorted(case.code for case in CASES) == sorted(KINDS)


def test_the_good_handbook_is_good(good_plays: Path) -> None:
    """About the good handbook nothing is told, not even advice."""
    assert check(good_plays, TODAY)[1] == []
