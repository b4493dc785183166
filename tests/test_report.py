"""`opptur report`: the state of every play at a glance, and an exit code that says whether all is there."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.handbook import EN, NB, TODAY, Handbook, edited, make

from opptur.__main__ import main
from opptur.report import Row, as_json, as_markdown, as_text, rows

DAY = ("--today", TODAY.isoformat())


@pytest.fixture
def plays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A good handbook in the current folder, in which only what is written is planned."""
    monkeypatch.chdir(tmp_path)
    return make(tmp_path).relative_to(tmp_path)


def report(capsys: pytest.CaptureFixture[str]) -> dict[tuple[str, str], dict[str, Any]]:
    """The rows that the command prints, by play and language."""
    main(["report", "--format", "json", *DAY])
    return {(row["id"], row["lang"]): row for row in json.loads(capsys.readouterr().out)}


def change(path: Path, find: str, put: str) -> None:
    """Exchange one text in a file."""
    path.write_bytes(edited(path.read_bytes(), find, put))


def test_a_good_play_is_complete(plays: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every part is there, nothing is wrong, the words and LIX are counted, and the translation is current."""
    row = report(capsys)["late-delivery", "en"]
    assert row["complete"]
    assert (row["parts"], row["missing"], row["errors"], row["translation"]) == (row["of"], [], 0, "current")
    assert row["words"] > 500
    assert 5 < row["lix"] < 40


def test_what_is_planned_and_not_written_is_missing(plays: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A planned play has a row in every language, with nothing in it, and the exit code is 1."""
    assert main(["report", *DAY]) == 1
    capsys.readouterr()
    row = report(capsys)["partial-delivery", "nb"]
    assert (row["parts"], row["family"], row["complete"], row["translation"]) == (0, "delivery", False, "none")


def test_what_is_missing_or_wrong_is_named(plays: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A message that is gone is named, an error is counted, a translation that lags says so."""
    change(plays / NB, "outlook: possible", "outlok: possible")
    found = report(capsys)
    assert found["late-delivery", "nb"]["missing"] == ["error"]
    assert found["late-delivery", "nb"]["errors"] > 0
    change(plays / NB, "outlok: possible", "outlook: possible")
    change(plays / NB, "title: Forsinket levering", "title: Sen levering")
    assert report(capsys)["late-delivery", "en"]["translation"] == "outdated"


def test_a_play_that_was_not_reviewed_in_time_is_overdue(handbook: Handbook) -> None:
    """The day after the review was due, and not on the day itself."""
    row = next(row for row in rows(handbook.library, (), TODAY) if row.id == "late-delivery")
    due = date.fromisoformat(row.due)
    on_the_day = next(row for row in rows(handbook.library, (), due) if row.id == "late-delivery")
    after = next(row for row in rows(handbook.library, (), date.fromordinal(due.toordinal() + 1)) if row.id == "late-delivery")
    assert (on_the_day.overdue, after.overdue) == (False, True)


def test_all_complete_exits_0(plays: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """When every play is written, right and current in every language, and nothing is only planned."""
    (plays / "vocabulary" / "planned.yml").unlink()
    for lang in ("nb", "en"):
        change(plays / f"delivery/late-delivery.{lang}.yml", "play: partial-delivery", "play: repeat-failure")
        change(plays / f"people/repeat-failure.{lang}.yml", "play: partial-delivery", "play: late-delivery")
    main(["stamp"])
    capsys.readouterr()
    assert main(["report", *DAY]) == 0
    assert "4 av 4 er hele" in capsys.readouterr().out


@pytest.mark.parametrize(("lang", "said"), [("nb", ("mangler", "LIX", "av")), ("en", ("missing", "LIX", "of"))])
def test_the_table_lines_up_in_both_languages(handbook: Handbook, lang: str, said: tuple[str, ...]) -> None:
    """Every line is as wide as its columns, and the last line sums up."""
    found = rows(handbook.library, (), TODAY)
    table, _, sums = as_text(found, lang).partition("\n\n")
    places = {line.index(" nb ") if " nb " in line else line.index(" en ") for line in table.split("\n")[1:]}
    assert len(places) == 1
    assert all(word in table + sums for word in said)


def test_every_form_holds_every_row(handbook: Handbook) -> None:
    """Text, Markdown and JSON tell of the same plays."""
    found = rows(handbook.library, (), TODAY)
    assert len(json.loads(as_json(found, "nb"))) == len(found)
    assert as_markdown(found, "nb").count("\n| ") == len(found) + 1
    assert as_text(found, "nb").partition("\n\n")[0].count("\n") == len(found)


def test_a_row_with_an_error_is_not_complete(handbook: Handbook) -> None:
    """All parts there is not enough: nothing may be wrong, and the translation must be current."""
    row: Row = next(row for row in rows(handbook.library, (), TODAY) if row.complete)
    assert not replace(row, errors=1).complete
    assert not replace(row, translation="outdated").complete


def test_wrong_use_exits_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there are no plays the command says so."""
    monkeypatch.chdir(tmp_path)
    assert main(["report"]) == 2
    assert "plays" in capsys.readouterr().err


def test_a_broken_list_is_told(plays: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the shared lists nothing can be judged; what is wrong with them is told instead."""
    change(plays / "vocabulary" / "outlooks.yml", "possible:", "Possible!:")
    assert main(["report", *DAY]) == 1
    assert "outlooks.yml" in capsys.readouterr().out


def test_english_twin_is_a_row_of_its_own(plays: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without its file a translation is missing, though the play is written."""
    (plays / EN).unlink()
    assert report(capsys)["late-delivery", "en"]["translation"] == "none"
