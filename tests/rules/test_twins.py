"""A play and its translation tell the same facts, and a translation knows the text it was made from."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.handbook import EN, NB, TODAY, Handbook, make

from opptur.commands import stamp
from opptur.model.library import load_library
from opptur.rules import check_library
from opptur.rules.twins import digest

DIFFERENCES = (
    ("severity: 3-4", "severity: 3", "T02"),
    ("deadline: 15m", "deadline: 14m", "T02"),
    ("mood: 4", "mood: 3", "T02"),
    ("    minutes: 20", "    minutes: 25", "T02"),
    ("  edition: 1", "  edition: 2", "T02"),
)


@pytest.mark.parametrize(("find", "put", "code"), DIFFERENCES)
def test_a_fact_that_differs_is_told_at_both_places(handbook: Handbook, tmp_path: Path, find: str, put: str, code: str) -> None:
    """The problem stands in the translation and names file and line of the source."""
    text = handbook.raw(EN).decode()
    if text.count(find) != 1:
        put = text.replace(find, put, 1)
        broken = handbook.write(EN, put.encode())
    else:
        broken = handbook.edit(EN, find, put)
    told = [problem for problem in broken.problems(tmp_path) if problem.kind.code == code]
    assert told
    assert all(problem.place.file == f"plays/{EN}" for problem in told)
    assert any(f"plays/{NB}:" in problem.found("nb") for problem in told)


def test_upkeep_does_not_change_the_digest(handbook: Handbook, tmp_path: Path) -> None:
    """Another review date or a note leaves every translation current."""
    changed = handbook.edit(NB, "  reviewed: 2026-11-02", "  reviewed: 2026-11-02\n  notes: Husk å se på fristene.")
    assert "T06" not in {problem.kind.code for problem in changed.problems(tmp_path)}


def test_any_text_changes_the_digest(handbook: Handbook, tmp_path: Path) -> None:
    """One word changed in the source marks the translation as outdated."""
    changed = handbook.edit(NB, "title: Forsinket levering", "title: Sen levering")
    assert "T06" in {problem.kind.code for problem in changed.problems(tmp_path)}


def test_a_digest_is_short_and_stable(handbook: Handbook) -> None:
    """Twelve hexadecimal digits, the same each time, different between languages."""
    nb, en = (handbook.library.files["late-delivery", lang] for lang in ("nb", "en"))
    assert digest(nb) == digest(nb) != digest(en)
    assert len(digest(nb)) == 12
    assert int(digest(nb), 16) >= 0


def test_stamp_makes_a_translation_current(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """After `opptur stamp`, nothing is outdated, and no other byte of the file has changed."""
    plays = make(tmp_path)
    source = plays / NB
    source.write_text(source.read_text(encoding="utf-8").replace("title: Forsinket levering", "title: Sen levering"), encoding="utf-8")
    before = (plays / EN).read_text(encoding="utf-8").splitlines()
    assert stamp(plays, ["late-delivery"]) == 0
    after = (plays / EN).read_text(encoding="utf-8").splitlines()
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1
    library, problems = load_library(plays)
    assert library is not None
    assert "T06" not in {problem.kind.code for problem in [*problems, *check_library(library, TODAY)]}
    assert EN in capsys.readouterr().out
