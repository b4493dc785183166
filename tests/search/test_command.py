"""`opptur search`: what a trainer sees of the search."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from opptur.__main__ import main

PLAYS = Path(__file__).parents[2] / "plays"
HEAD = "lang\tquery\texpected_play_ids\tkind\n"


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """The exit code of the command, and what it wrote on either stream."""
    code = main(["search", "--plays", str(PLAYS), *words])
    out, err = capsys.readouterr()
    return code, out, err


def test_it_shows_the_ranking_with_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    """Each play with the line that matched, the words that stand for others, and the words that nobody knows."""
    code, out, _ = run(capsys, "kunden", "fikk", "feil", "faktura", "qwxzk")
    assert code == 0
    assert out.startswith(" 1  Feil på fakturaen (incorrect-invoice)")
    assert "søkeord: " in out
    assert out.endswith("Ukjente ord: qwxzk\n")
    code, out, _ = run(capsys, "--lang", "en", "they got the wrong bill")
    assert out.startswith(" 1  Error on the invoice (incorrect-invoice)")


def test_it_says_when_nothing_matches(capsys: pytest.CaptureFixture[str]) -> None:
    """Words that nobody knows give no play, and the cure."""
    assert run(capsys, "qwxzk")[1] == "Ingenting passer. Legg ordene til som søkeord i spillet de hører til.\nUkjente ord: qwxzk\n"


def test_it_measures_a_file_of_queries(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A table by language and kind, and the queries whose play is not among the first three."""
    file = tmp_path / "queries.tsv"
    file.write_text(HEAD + "nb\tforsinket levering\tlate-delivery\texact\nen\twrong bill\tproduct-recall\tsituation\n", encoding="utf-8")
    code, out, _ = run(capsys, "--lang", "en", "--evaluate", str(file))
    assert code == 0
    assert out.splitlines()[1].split() == ["all", "2", "50.0%", "50.0%", "0.500"]
    assert "Not among the first three: 1\n  en  wrong bill  → product-recall: not found (incorrect-invoice" in out


@pytest.mark.parametrize(
    "text", ["", "en annen fil\n", HEAD, HEAD + "nb\tbare to\n", HEAD + "xx\tord\tlate-delivery\texact\n", "\u00e5".encode("latin-1")]
)
def test_a_file_that_holds_no_queries_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str | bytes) -> None:
    """Wrong use is told in a sentence, with exit code 2."""
    file = tmp_path / "queries.tsv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    code, out, err = run(capsys, "--evaluate", str(file))
    assert (code, out) == (2, "")
    assert err.startswith(f"opptur: {file}: ")
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    "words", [(), ("--evaluate", "finnes-ikke.tsv"), ("--evaluate", "."), ("--plays", "finnes-ikke", "ord"), ("ord", "--evaluate", "x.tsv")]
)
def test_wrong_use_is_told(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    """Nothing to look for, both at once, or a file or folder that is not there."""
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert err.startswith("opptur: ")


@pytest.mark.parametrize("section", ["title: Late delivery", "search_terms:", "messages:"])
def test_a_broken_translation_is_told_and_hides_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path, section: str) -> None:
    """A mistake in one language is a problem with its place; the check goes on, and the other language can still be searched."""
    plays = tmp_path / "plays"
    shutil.copytree(PLAYS, plays)
    file = plays / "delivery" / "late-delivery.en.yml"
    text = file.read_text(encoding="utf-8")
    assert f"\n{section}" in text
    file.write_text(text.replace(f"\n{section}", f"\n{section.partition(':')[0]}: ''\nunknown:", 1), encoding="utf-8")
    assert main(["check", "--plays", str(plays), str(file)]) == 1
    assert "late-delivery.en.yml:" in capsys.readouterr().out
    code, out, err = run(capsys, "--plays", str(plays), "forsinket", "levering")
    assert (code, out.splitlines()[0].split("(")[1].split(")")[0]) == (0, "late-delivery")
    assert "opptur check" in err
