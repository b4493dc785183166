"""`opptur new`: files that say what to write, and that the check reads to the end."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from opptur.__main__ import main
from opptur.load import Document, read
from opptur.load.rewrite import quoted
from opptur.model import kinds
from opptur.model.library import Library, load_library
from opptur.model.parse import parse
from opptur.model.play import Play
from opptur.newplay import Wish, files_of, wish

WISH = Wish("wrong-colour", "product", {"nb": "Feil: farge", "en": "Wrong colour"})
TITLES = ("--title", "nb=Feil farge", "--title", "en=Wrong colour")


@pytest.fixture
def plays(good_plays: Path, tmp_path: Path) -> Path:
    """A handbook that may be changed."""
    shutil.copytree(good_plays, tmp_path / "plays")
    return tmp_path / "plays"


@pytest.fixture
def library(plays: Path) -> Library:
    """The same handbook, read."""
    found, _ = load_library(plays)
    assert found is not None
    return found


def test_a_blank_lacks_nothing_but_words(library: Library, tmp_path: Path) -> None:
    """In every language the file can be read, and all that is wrong with it is that fields are empty."""
    for path, text in files_of(library, WISH, date(2026, 11, 25)):
        place = tmp_path / path.name
        place.write_text(text, encoding="utf-8")
        document = read(place, str(path))
        assert isinstance(document, Document)
        _, problems = parse(document, Play, library.vocabulary)
        assert {problem.kind.code for problem in problems} == {kinds.EMPTY.code, kinds.EMPTY_ENTRY.code}
        assert document.data["title"] == WISH.titles[path.suffixes[0][1:]]


def test_a_blank_explains_every_field_once(library: Library) -> None:
    """Help stands above a field in the language of the file, wrapped, and is not told again further down."""
    norwegian, english = (text for _, text in files_of(library, WISH, date(2026, 11, 25)))
    assert norwegian.count("# Ferdig når: Noe som kan besvares med ja eller nei.") == 1
    assert "# Done when: Something that can be answered yes or no." in english
    assert max(map(len, norwegian.splitlines())) <= 110
    assert "logistics" not in norwegian.partition("signals:")[0]


def test_a_blank_shows_what_may_be_left_out(library: Library) -> None:
    """An optional field stands as a comment, ready to be taken into use."""
    text = next(iter(files_of(library, WISH, date(2026, 11, 25))))[1]
    assert "\n  # legal_review:\n  #   by:\n  #   on:\n" in text


def test_every_moment_has_its_channels(library: Library, tmp_path: Path) -> None:
    """The blank asks for the messages that the vocabulary asks for, and no others."""
    file = tmp_path / "wrong-colour.nb.yml"
    file.write_text(next(iter(files_of(library, WISH, date(2026, 11, 25))))[1], encoding="utf-8")
    document = read(file, "x.yml")
    assert isinstance(document, Document)
    messages = document.data["messages"]
    assert isinstance(messages, dict)
    assert {name: tuple(channels) for name, channels in messages.items()} == {
        name: moment.channels for name, moment in library.vocabulary.moments.items()
    }


def test_flags_make_the_files(plays: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With all flags nothing is asked; the files lie in the family's folder and the next step is named."""
    assert main(["new", "wrong-colour", "--family", "product", *TITLES, "--plays", str(plays)]) == 0
    assert sorted(path.name for path in (plays / "product").glob("wrong-colour.*")) == ["wrong-colour.en.yml", "wrong-colour.nb.yml"]
    assert "opptur check" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["late-delivery", "--family", "delivery", *TITLES], "late-delivery finnes fra før"),
        (["Feil farge", "--family", "product", *TITLES], "er ikke en id"),
        (["wrong-colour", "--family", "colours", *TITLES], "Velg mellom"),
        (["wrong-colour", *TITLES], "--family"),
        (["wrong-colour", "--family", "product", "--title", "nb=Feil farge"], "--title en="),
        (["wrong-colour", "--family", "product", *TITLES, "--title", "sv=Fel"], "sv"),
        ([], "ID"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_written(plays: Path, words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A taken or bad id, an unknown family and what is missing are named; no file comes or changes."""
    before = {path: path.read_bytes() for path in plays.rglob("*.yml")}
    assert main(["new", *words, "--plays", str(plays)]) == 2
    assert says in capsys.readouterr().err
    assert {path: path.read_bytes() for path in plays.rglob("*.yml")} == before


def test_what_is_missing_is_asked_for(library: Library) -> None:
    """Somebody at the keyboard is asked for id, family and a title in each language, and for nothing else."""
    answers = iter(["wrong-colour", "product", "  Feil   farge ", "Wrong colour"])
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return next(answers)

    assert wish(library, Wish("", "", {}), ask) == Wish("wrong-colour", "product", {"nb": "Feil farge", "en": "Wrong colour"})
    assert len(asked) == 4


@pytest.mark.parametrize("title", ["nb", "nb=", "nb=a\u202eb", "nb=\udcff"])
def test_a_title_that_cannot_be_written_is_wrong_use(plays: Path, title: str) -> None:
    """A title without a language, without words, or with what nobody sees, is refused before anything is written."""
    with pytest.raises(SystemExit) as why:
        main(["new", "wrong-colour", "--family", "product", "--title", title, "--plays", str(plays)])
    assert why.value.code == 2


@pytest.mark.parametrize("text", ["Feil: farge", "# 1", "«Ja», sa hun", '"x" \\ y', "- nei", "ja", "{a}", " rom ", "10:30 #2"])
def test_a_quoted_text_is_read_as_it_was(text: str, tmp_path: Path) -> None:
    """Whatever a title holds, the reader gives it back."""
    file = tmp_path / "x.yml"
    file.write_text(f"title: {quoted(text)}\n", encoding="utf-8")
    document = read(file, "x.yml")
    assert isinstance(document, Document)
    assert document.data["title"] == text
