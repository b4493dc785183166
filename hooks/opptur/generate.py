"""`opptur generate`: what is made from the model and kept beside it, and whether any of it has fallen behind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from opptur.model.library import Library
from opptur.model.play import Play
from opptur.model.schema import schema
from opptur.model.workshop import Workshop

SCHEMAS = Path(".vscode") / "schema"


def generated(library: Library) -> Iterator[tuple[Path, str]]:
    """Each file that is made from the model, with its text."""
    for lang in library.languages:
        for name, model in (("play", Play), ("workshop", Workshop)):
            text = json.dumps(schema(model, lang, library.vocabulary), ensure_ascii=False, indent=1)
            yield SCHEMAS / f"{name}.{lang}.json", f"{text}\n"


def modeline(name: str, lang: str) -> str:
    """The line at the top of a file that tells an editor where its help is, seen from a folder below `plays/`."""
    return f"# yaml-language-server: $schema=../../{(SCHEMAS / f'{name}.{lang}.json').as_posix()}"


def behind(library: Library, root: Path) -> list[tuple[Path, str]]:
    """The files that are missing or other than the model says, with what they should hold."""
    return [
        (path, text)
        for path, text in generated(library)
        if not (root / path).is_file() or (root / path).read_bytes().replace(b"\r\n", b"\n") != text.encode()
    ]


def write(files: list[tuple[Path, str]], root: Path) -> None:
    """Write them, with the folders they lie in."""
    for path, text in files:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
