"""The command `opptur handout`: a play on paper, or a booklet of several, or why not."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from tests.print.reading import pages, words_at

from opptur.__main__ import main
from opptur.model.library import load_library
from opptur.printing import all_papers

FOOTER = 800
"""The foot of an A4 page begins about here, in points from the top."""


@pytest.fixture
def root(good_plays: Path, tmp_path: Path) -> Path:
    """A handbook of two plays that may be changed."""
    shutil.copytree(good_plays, tmp_path / "plays")
    return tmp_path


def handout(root: Path, *words: str) -> int:
    """The command on that handbook."""
    return main(["handout", *words, "--plays", str(root / "plays")])


def test_one_play_is_a_sheet_and_two_are_a_booklet(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One play gives its two pages; two give a cover, the contents and two pages each. The file is named."""
    one, two = root / "one.pdf", root / "two.pdf"
    assert handout(root, "late-delivery", "-o", str(one)) == 0
    assert handout(root, "late-delivery", "repeat-failure", "--lang", "en", "-o", str(two)) == 0
    assert (pages(one.read_bytes()), pages(two.read_bytes())) == (2, 6)
    assert str(two) in capsys.readouterr().out


def test_a_sheet_in_a_booklet_is_the_sheet(root: Path) -> None:
    """A play has the same words in the same places in a booklet as on its own sheet, all but the page number."""
    alone, booklet = root / "alone.pdf", root / "booklet.pdf"
    assert handout(root, "repeat-failure", "-o", str(alone)) == 0
    assert handout(root, "late-delivery", "repeat-failure", "-o", str(booklet)) == 0
    for side in (0, 1):
        one, two = words_at(alone.read_bytes(), side), words_at(booklet.read_bytes(), 4 + side)
        body = [word for word in one if word[2] < FOOTER]
        assert len(body) > 100
        assert body == [word for word in two if word[2] < FOOTER]


def test_the_command_makes_the_paper_of_the_site(root: Path) -> None:
    """Though it reads few plays, the command gives the very bytes that the site offers."""
    assert handout(root, "late-delivery", "-o", str(root / "one.pdf")) == 0
    library, _ = load_library(root / "plays")
    assert library is not None
    papers, _ = all_papers(library, root, None)
    assert next(paper.content for paper in papers if paper.path == "handouts/nb/late-delivery.pdf") == (root / "one.pdf").read_bytes()


def test_an_unknown_play_is_wrong_use(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An id that no play has is named, and nothing is written."""
    assert handout(root, "late-delivery", "no-such-play", "-o", str(root / "x.pdf")) == 2
    assert "no-such-play" in capsys.readouterr().err
    assert not (root / "x.pdf").exists()


def test_what_does_not_fit_is_told_and_not_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A play that is too long for its sheet gives the problem at its line, in either language, and no file."""
    file = root / "plays" / "delivery" / "late-delivery.nb.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("- do: ", "- do: " + "Si det én gang til, rolig og uten omveier. " * 40), encoding="utf-8")
    assert handout(root, "late-delivery", "-o", str(root / "x.pdf")) == 1
    told = capsys.readouterr().out
    assert "plays/delivery/late-delivery.nb.yml:43" in told
    assert "H01" in told
    assert not (root / "x.pdf").exists()


def test_a_folder_that_is_not_there_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback when the file cannot be written, nor when there is no handbook."""
    assert handout(root, "late-delivery", "-o", str(root / "no" / "x.pdf")) == 2
    assert main(["handout", "late-delivery", "--plays", str(root / "none")]) == 2
    assert "Traceback" not in capsys.readouterr().err


BROKEN = {
    "a neighbour without a title": ("people/repeat-failure.nb.yml", "title: ", "titel: "),
    "a message that is not there": ("delivery/late-delivery.nb.yml", "handout_messages: [first_notice_we_found/phone", "handout_messages: [first_notice_we_found/fax"),
    "a message without a channel": ("delivery/late-delivery.nb.yml", "handout_messages: [first_notice_we_found/phone", "handout_messages: [first_notice_we_found"),
    "a play without upkeep": ("people/repeat-failure.nb.yml", "\nabout:\n", "\nabout: ingen\nextra:\n"),
    "a workshop's play that cannot be read": ("delivery/late-delivery.en.yml", "title: ", "\ttitle: "),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_elsewhere_is_told_and_never_a_traceback(root: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """With a mistake in any play, the check tells it and goes on to paper, and a preview still gets the papers of the whole plays."""
    file, find, put = BROKEN[name]
    path = root / "plays" / file
    text = path.read_text(encoding="utf-8")
    assert find in text
    path.write_text(text.replace(find, put, 1), encoding="utf-8")
    assert main(["check", "--plays", str(root / "plays"), "--today", "2026-11-23"]) == 1
    assert file in capsys.readouterr().out
    library, _ = load_library(root / "plays")
    assert library is not None
    papers, _ = all_papers(library, root, "https://opptur.example/")
    assert [paper for paper in papers if not paper.content.startswith(b"%PDF-")] == []
    assert len(papers) > 12


def test_half_a_cache_is_no_cache(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that was deleted from the cache is made again."""
    monkeypatch.delenv("OPPTUR_CACHE")
    assert handout(root, "late-delivery", "-o", str(root / "one.pdf")) == 0
    for kept in (root / ".cache" / "paper").glob("*.pdf"):
        kept.unlink()
    assert handout(root, "late-delivery", "-o", str(root / "two.pdf")) == 0
    assert (root / "one.pdf").read_bytes() == (root / "two.pdf").read_bytes()


def test_paper_is_made_where_no_cache_can_be_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache that cannot be written, here because a file lies in its place, is done without."""
    monkeypatch.delenv("OPPTUR_CACHE", raising=False)
    (root / ".cache").write_text("in the way", encoding="utf-8")
    assert handout(root, "late-delivery", "-o", str(root / "one.pdf")) == 0
    assert pages((root / "one.pdf").read_bytes()) == 2


def test_what_has_lain_for_long_goes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache does not grow for ever: a paper that is older than two months is taken out, a new one stays."""
    monkeypatch.setenv("OPPTUR_CACHE", str(root / "cache"))
    assert handout(root, "late-delivery", "-o", str(root / "one.pdf")) == 0
    kept = sorted((root / "cache" / "paper").iterdir())
    os.utime(kept[0], (0, 0))
    assert handout(root, "late-delivery", "--lang", "en", "-o", str(root / "two.pdf")) == 0
    foreign = root / "cache" / "paper" / "thesis.txt"
    foreign.write_text("not ours", encoding="utf-8")
    os.utime(foreign, (0, 0))
    assert handout(root, "late-delivery", "--lang", "en", "-o", str(root / "two.pdf")) == 0
    assert foreign.exists()
    left = {*(root / "cache" / "paper").iterdir()}
    assert kept[0] not in left
    assert kept[1] in left


def test_a_damaged_cache_is_made_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not whole in the cache does not stop the paper, nor come out as it is."""
    monkeypatch.setenv("OPPTUR_CACHE", str(root / "cache"))
    assert handout(root, "late-delivery", "-o", str(root / "one.pdf")) == 0
    for path in (root / "cache" / "paper").glob("*.json"):
        path.write_text("[", encoding="utf-8")
    assert handout(root, "late-delivery", "-o", str(root / "two.pdf")) == 0
    assert (root / "one.pdf").read_bytes() == (root / "two.pdf").read_bytes()
