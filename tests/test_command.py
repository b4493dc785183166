"""The command: exit codes, formats, languages, files, and the one line that `stamp` changes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.handbook import EN, NB, edited, make

import opptur
from opptur.__main__ import main, today
from opptur.problems.styles import STYLES

TODAY = ("--today", "2026-11-23")


@pytest.fixture
def plays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A good handbook in the current folder."""
    monkeypatch.chdir(tmp_path)
    return make(tmp_path).relative_to(tmp_path)


def change(path: Path, find: str, put: str) -> None:
    """Exchange one text in a file."""
    path.write_bytes(edited(path.read_bytes(), find, put))


def test_a_good_handbook_exits_0(plays: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing wrong: one line that says so, and 0."""
    assert main(["check", *TODAY]) == 0
    assert capsys.readouterr().out == "Alt i orden.\n"


def test_a_mistake_exits_1(plays: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An error in the content: it is told on standard output, and 1."""
    change(plays / NB, "outlook: possible", "outlok: possible")
    assert main(["check", *TODAY]) == 1
    out, err = capsys.readouterr()
    assert out.count("feil F01") == 1
    assert err == ""


def test_advice_exits_0(plays: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Advice is told and stops nobody."""
    assert main(["check", "--today", "2028-01-01"]) == 0
    assert "råd P51" in capsys.readouterr().out


@pytest.mark.parametrize(
    "argv",
    [
        ["check", "no-such-file.yml"],
        ["check", "--plays", "nowhere"],
        ["stamp", "no-such-play"],
        ["check", "--format", "xml"],
        ["check", "--lang", "sv"],
        ["sjekk"],
        [],
    ],
)
def test_wrong_use_exits_2(plays: Path, argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A file, play, format, language or command that does not exist: said on standard error, and 2."""
    try:
        code = main(argv)
    except SystemExit as stop:
        code = int(str(stop.code))
    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert "opptur" in err


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize("style", sorted(STYLES))
def test_every_format_in_every_language(plays: Path, style: str, lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--format` and `--lang` choose the style and the words."""
    change(plays / NB, "outlook: possible", "outlok: possible")
    assert main(["check", *TODAY, "--format", style, "--lang", lang, str(plays / NB)]) == 1
    out = capsys.readouterr().out
    assert ("er ikke et felt her" if lang == "nb" else "is not a field here") in out
    assert style in ("text", "github") or json.loads(out)


@pytest.mark.parametrize(
    ("paths", "files"),
    [([NB], {NB}), (["delivery"], {NB, EN}), ([NB, EN], {NB, EN}), (["people"], set()), (["."], {NB, EN}), ([], {NB, EN})],
)
def test_paths_narrow_what_is_told(plays: Path, paths: list[str], files: set[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Only the files and folders that are named are told about; all when none is."""
    for file in (NB, EN):
        change(plays / file, "outlook: possible", "outlok: possible")
    code = main(["check", *TODAY, "--format", "json", *(str(plays / path) for path in paths)])
    assert {entry["file"] for entry in json.loads(capsys.readouterr().out)} == {f"plays/{file}" for file in files}
    assert code == bool(files)


def test_a_broken_list_is_told_whatever_is_named(plays: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No play can be judged without the shared lists, so a mistake in them never hides behind a path."""
    (plays / "vocabulary" / "roles.yml").unlink()
    assert main(["check", *TODAY, str(plays / NB)]) == 1
    assert "F24" in capsys.readouterr().out


def test_another_folder_can_be_checked(plays: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--plays` names the folder, and places are told with its name."""
    change(plays / NB, "outlook: possible", "outlok: possible")
    plays.rename("spill")
    assert main(["check", *TODAY, "--plays", "spill"]) == 1
    assert f"spill/{NB}:8:3" in capsys.readouterr().out


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("stamped_before", [True, False])
def test_stamp_changes_exactly_one_line(plays: Path, ending: str, stamped_before: bool) -> None:  # noqa: FBT001 - a case
    """The digest is written on one line; remarks, line ends and all other bytes stay."""
    path = plays / EN
    if not stamped_before:
        path.write_bytes(re.sub(rb"  translated_from: .*\n", b"", path.read_bytes()))
    path.write_bytes(path.read_bytes().replace(b"about:\n", b"# Remember me\nabout:\n").replace(b"\n", ending.encode()))
    change(plays / NB, "title: Forsinket", "title: Sen")
    before = path.read_bytes().split(b"\n")
    assert main(["stamp", "late-delivery"]) == 0
    after = path.read_bytes().split(b"\n")
    assert len(after) == len(before) + (not stamped_before)
    new = [line for line in after if line not in before]
    assert len(new) == 1
    assert re.fullmatch(rb"  translated_from: [0-9a-f]{12}\r?", new[0])
    assert new[0].endswith(b"\r") == (ending == "\r\n")
    assert [line for line in after if line != new[0]] == [line for line in before if not line.startswith(b"  translated_from:")]


def test_stamp_is_enough(plays: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """After `stamp` the check is content, and a second `stamp` changes nothing."""
    change(plays / NB, "title: Forsinket", "title: Sen")
    assert main(["stamp"]) == 0
    once = (plays / EN).read_bytes()
    assert main(["check", *TODAY]) == 0
    assert main(["stamp"]) == 0
    assert (plays / EN).read_bytes() == once
    assert capsys.readouterr().out.count("translated_from") == 1


def test_it_runs_as_a_module(plays: Path) -> None:
    """`python -m opptur check` says the same, in UTF-8 whatever the terminal thinks."""
    change(plays / NB, "outlook: possible", "outlok: possible")
    environment = {**os.environ, "PYTHONPATH": str(Path(opptur.__file__).parents[1]), "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run([sys.executable, "-m", "opptur", "check", *TODAY], capture_output=True, check=False, env=environment)
    assert done.returncode == 1
    assert "«outlok» er ikke et felt her. Mente du «outlook»?" in done.stdout.decode()


def test_the_day_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH is the day that plays are judged by, so that a build can be repeated."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    assert today().isoformat() == "2026-11-23"
