"""The hand-written chapters in `docs/`: readable, with a head, and there in every language.

The head is read as strictly as a play, so that `title: no` is a word and a colon in a title is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from opptur.load import Document, parse
from opptur.load.text import decode_text
from opptur.model import kinds
from opptur.model.fields import Line, Part, says
from opptur.model.parse import parse as parse_model
from opptur.problems import Place, Problem

HEAD = re.compile(r"---\n(?:.*?\n)?(?=---\n)", re.DOTALL)


class Head(Part):
    """What stands between the dashes at the top of a chapter."""

    title: Line = says(
        "Tittel", "Navnet på kapitlet, slik det står i menyen.", "Title", "The name of the chapter, as it stands in the menu."
    )
    description: Line = says(
        "Kort sagt", "Én setning for søkemotorer og delte lenker.", "In short", "One sentence for search engines and shared links."
    )


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter in one language. `name` is the file's, the same in every language; `text` is its Markdown below the head."""

    lang: str
    name: str
    head: Head
    text: str = ""


def load_chapters(docs: Path, languages: tuple[str, ...]) -> tuple[list[Chapter], list[Problem]]:
    """The chapters that can be shown, and everything wrong with any of them."""
    chapters: list[Chapter] = []
    problems: list[Problem] = []
    for lang, path in _paths(docs, languages):
        shown = f"{docs.name}/{path.relative_to(docs).as_posix()}"
        head, text, found = _read(path, shown)
        problems += [*found, *_lacking_twins(docs, shown, lang, path.name, languages)]
        if head is not None:
            chapters.append(Chapter(lang, path.name, head, text))
    return chapters, problems


def _folder(docs: Path, lang: str, languages: tuple[str, ...]) -> Path:
    """The source language lies at the root, the others in a folder named after them."""
    return docs if lang == languages[0] else docs / lang


def _paths(docs: Path, languages: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    for lang in languages:
        yield from ((lang, path) for path in sorted(_folder(docs, lang, languages).glob("*.md")) if path.is_file())


def _read(path: Path, shown: str) -> tuple[Head | None, str, list[Problem]]:
    text, problems = decode_text(path.read_bytes(), shown)
    if problems:
        return None, "", problems
    text = text.replace("\r\n", "\n")
    found = HEAD.match(text)
    if not found:
        return None, "", [Problem(kinds.CHAPTER_HEAD, Place(shown), {}, (), (text.split("\n", 1)[0],))]
    document = parse(found[0].encode(), shown)
    head, problems = parse_model(document, Head) if isinstance(document, Document) else (None, document)
    return head, text[found.end() :].removeprefix("---\n"), problems


def _lacking_twins(docs: Path, shown: str, lang: str, name: str, languages: tuple[str, ...]) -> Iterator[Problem]:
    for other in languages:
        twin = _folder(docs, other, languages) / name
        if other != lang and not twin.is_file():
            found = f"{docs.name}/{twin.relative_to(docs).as_posix()}"
            yield Problem(kinds.CHAPTER_TWIN, Place(shown), {"lang": other, "found": found})
