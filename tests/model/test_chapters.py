"""The heads of chapters are read as strictly as plays."""

from __future__ import annotations

from pathlib import Path

import pytest

from opptur.model.chapters import load_chapters


def told(docs: Path, text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of everything wrong with one chapter."""
    docs.mkdir(exist_ok=True)
    (docs / "a.md").write_bytes(text.encode())
    _, problems = load_chapters(docs, ("nb",))
    return [(problem.kind.code, problem.place.line, problem.place.column) for problem in problems]


HEADS = (
    ("---\ntitle: A: b\ndescription: x\n---\n", ("L11", 2, 9)),
    ("---\ntitle: x\ndescription: [a, b]\n---\n", ("F06", 3, 1)),
    ("---\ntitle: x\ndescription: y\nlang: de\n---\n", ("F01", 4, 1)),
    ("---\ntitle: x\n---\n", ("F02", 2, 1)),
    ("---\ntitle: x # merknad\ndescription: y\n---\n", ("L25", 2, 10)),
    ("---\ntitle: x\ntitle: y\ndescription: z\n---\n", ("L16", 3, 1)),
    ("# Bare tekst\n", ("D02", 1, 1)),
    ("---\ntitle: x\ndescription: y\n", ("D02", 1, 1)),
    ("", ("D02", 1, 1)),
)


@pytest.mark.parametrize(("text", "problem"), HEADS, ids=[code + str(number) for number, (_, (code, *_)) in enumerate(HEADS)])
def test_a_wrong_head_is_told_at_its_place(tmp_path: Path, text: str, problem: tuple[str, int, int]) -> None:
    """Line and column are those of the chapter's file."""
    assert told(tmp_path / "docs", text) == [problem]


@pytest.mark.parametrize("word", ["no", "1:30", "2026-02-30", "null"])
def test_a_title_is_always_text(tmp_path: Path, word: str) -> None:
    """Words that YAML would turn into something else stay words, with either kind of line end."""
    assert told(tmp_path / "docs", f"---\r\ntitle: {word}\r\ndescription: y\r\n---\r\n# Hei\r\n") == []
    chapters, _ = load_chapters(tmp_path / "docs", ("nb",))
    assert [chapter.head.title for chapter in chapters] == [word]


def test_dashes_further_down_are_no_head(tmp_path: Path) -> None:
    """The head ends at the first line of three dashes; a rule in the text is only a rule."""
    assert told(tmp_path / "docs", "---\ntitle: x\ndescription: y\n---\nTekst\n\n---\n\nmer: tekst\n") == []
