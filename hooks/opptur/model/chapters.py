"""The hand-written chapters in `docs/`: readable, with a head, and there in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from opptur.load.text import decode_text
from opptur.model import kinds
from opptur.problems import Place, Problem

HEAD = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)


def chapter_paths(docs: Path, languages: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    """Each chapter with its language: the source language at the root, the others in a folder named after them."""
    for lang in languages:
        folder = docs if lang == languages[0] else docs / lang
        yield from ((lang, path) for path in sorted(folder.glob("*.md")) if path.is_file())


def check_chapters(docs: Path, languages: tuple[str, ...]) -> list[Problem]:
    """Everything that would keep a chapter from being shown, or one language from having what the other has."""
    return [problem for lang, path in chapter_paths(docs, languages) for problem in _check(docs, lang, path, languages)]


def _check(docs: Path, lang: str, path: Path, languages: tuple[str, ...]) -> Iterator[Problem]:
    shown = f"{docs.name}/{path.relative_to(docs).as_posix()}"
    text, problems = decode_text(path.read_bytes(), shown)
    text = text.replace("\r\n", "\n")
    yield from problems
    if problems:
        return
    head = HEAD.match(text)
    for name in ("title", "description"):
        if not head or not re.search(rf"^{name}: *\S", head[1], re.MULTILINE):
            yield Problem(kinds.CHAPTER_HEAD, Place(shown), {"found": name}, (), (text.split("\n", 1)[0],))
    for other in languages:
        twin = (docs if other == languages[0] else docs / other) / path.name
        if other != lang and not twin.is_file():
            found = f"{docs.name}/{twin.relative_to(docs).as_posix()}"
            yield Problem(kinds.CHAPTER_TWIN, Place(shown), {"lang": other, "found": found})
