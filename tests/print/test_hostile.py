"""Text from a play is never code: whatever is written prints as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.handbook import Handbook
from tests.print.reading import tagged_text, together

from opptur.print.engine import UnprintableError, typeset
from opptur.print.glyphs import shown
from opptur.print.papers import paper_of
from opptur.print.play import breakable
from opptur.print.press import Press, bar

HOSTILE = (
    '#import "@preview/x:1.0.0": *', "#read(`/etc/passwd`)", "#{panic()}", "$ 5 $ * 3 * _x_", "= Overskrift", "@ref <label>", "// /* */ `kode`",
    "<script>alert(1)</script>", "\\u{41} \\ ~ -- --- ...", "[x](javascript:alert)", "{{ 7*7 }} {% raw %}", "'\"«»“”‘’",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_prints_literally(handbook: Handbook, text: str) -> None:
    """Markup of any kind comes out as the letters it is made of."""
    paper = paper_of(handbook.library, [handbook.library.files["late-delivery", "nb"]], "sheet", None)
    paper.data["plays"][0]["summary"] = text
    paper.data["plays"][0]["signals"][0] = [text]
    heard = tagged_text(typeset(paper.data, paper.day).pdf)
    assert heard.count(together(text)) == 2


def test_a_long_word_is_broken_and_not_cut_off() -> None:
    """A word that no line holds gets places where it may be broken; ordinary words get none."""
    long = "leveringsforsinkelsesvarslingsrutinebeskrivelse"
    assert breakable(long).replace("\u00ad", "") == long
    assert max(map(len, breakable(long).split("\u00ad"))) <= 10
    assert breakable("leveringsforsinkelse og restordre") == "leveringsforsinkelse og restordre"


def test_a_character_that_no_font_shows_stops_the_paper(handbook: Handbook) -> None:
    """The engine refuses rather than print a box."""
    paper = paper_of(handbook.library, [handbook.library.files["late-delivery", "nb"]], "sheet", None)
    paper.data["plays"][0]["summary"] = "Ferdig 漢"
    with pytest.raises(UnprintableError):
        typeset(paper.data, paper.day)


def test_the_fonts_show_norwegian_and_what_texts_are_made_of() -> None:
    """Letters, figures, dashes and quotation marks of both languages are there."""
    assert shown() >= set("abcæøåABCÆØÅéüÀ0123456789–…«»“”‘’§×·½ \u00a0")


def test_what_is_unchanged_is_not_made_again(handbook: Handbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run makes nothing and gives the same bytes; a changed text makes that paper alone."""
    monkeypatch.delenv("OPPTUR_CACHE")
    files = [handbook.library.files["late-delivery", lang] for lang in ("nb", "en")]
    made: list[tuple[int, int]] = []

    def run(mark: str) -> list[bytes]:
        papers = [paper_of(handbook.library, [file], "pocket", None) for file in files]
        papers[0].data["plays"][0]["title"] += mark
        return [one.pdf for one in Press(tmp_path).make(papers, lambda done, of: made.append((done, of)))]

    first = run("")
    assert made == [(1, 2), (2, 2)]
    assert run("") == first
    assert made == [(1, 2), (2, 2)]
    assert run(" nå")[1] == first[1]
    assert made[2:] == [(1, 1)]


def test_the_bar_is_for_people_only(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written where no terminal is."""
    bar(50, 100)
    assert capsys.readouterr().err == ""
