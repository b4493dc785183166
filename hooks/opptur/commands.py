"""What the commands do that is more than asking for problems."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from opptur.load import Document
from opptur.model.chapters import load_chapters
from opptur.model.library import Library, PlayFile, load_library
from opptur.model.workshop import WorkshopFile
from opptur.publish import refusal
from opptur.rules.twins import digest, is_outdated
from opptur.search.evaluate import answered, read_queries
from opptur.search.handbook import index
from opptur.search.show import ranking_text, scores_text

ADDRESS = re.compile(r"[\w.\[\]:-]+:\d{1,5}")


def _mkdocs(*words: str) -> int:
    """MkDocs in a process of its own, without the notice that its theme prints."""
    return subprocess.run([sys.executable, "-m", "mkdocs", *words], check=False, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}).returncode


def _wrong_use(why: str) -> int:
    print(f"opptur: {why}", file=sys.stderr)
    return 2


def _no_handbook() -> str:
    """Why nothing can be built here; empty when something can."""
    return "" if Path("mkdocs.yml").is_file() else "finner ikke mkdocs.yml her / cannot find mkdocs.yml here"


def build(site: Path) -> int:
    """The handbook in `site`, by the same way as `mkdocs build --strict`; an earlier one stays when it fails."""
    if why := _no_handbook() or refusal(site, Path.cwd()):
        return _wrong_use(why)
    if _mkdocs("build", "--strict", "--site-dir", str(site)):
        return 1
    pages = sum(1 for _ in site.rglob("*.html"))
    print(f"opptur: {pages} sider i {site} / {pages} pages in {site}")
    return 0


def serve(address: str) -> int:
    """A preview that reloads when a play, a chapter, a template, a style or a script changes."""
    if why := _no_handbook() or ("" if ADDRESS.fullmatch(address) else f"{address}: skriv vert:port / write host:port, 127.0.0.1:8000"):
        return _wrong_use(why)
    return 1 if _mkdocs("serve", "--dev-addr", address) else 0


def found(library: Library, plays: Path, query: str, lang: str) -> str:
    """What a query finds among the plays and the chapters, and why."""
    chapters, _ = load_chapters(plays.parent / "docs", library.languages)
    return ranking_text(index(library, lang, [chapter for chapter in chapters if chapter.lang == lang]), query, lang)


def measured(library: Library, queries: Path, lang: str) -> str:
    """How well the search does on the queries of a file."""
    asked = read_queries(queries.read_text(encoding="utf-8"), library.languages)
    indexes = {one: index(library, one) for one in {query.lang for query in asked}}
    return scores_text(answered(indexes, asked), lang)


def stamp(plays: Path, ids: Sequence[str]) -> int:
    """Write the digest of the source text into each translation named, or into all of them."""
    library, problems = load_library(plays, plays.name)
    if library is None:
        print(
            f"opptur: {len(problems)} feil. Kjør «opptur check» først. / {len(problems)} problems. Run “opptur check” first.",
            file=sys.stderr,
        )
        return 1
    known = {play_id for play_id, _ in (*library.files, *library.workshops)}
    if unknown := sorted({*ids} - known):
        print(f"opptur: finner ikke {', '.join(unknown)} / cannot find {', '.join(unknown)}", file=sys.stderr)
        return 2
    for file, value in _unstamped(library):
        if not ids or file.id in ids:
            path = plays.parent / file.document.file
            path.write_bytes(stamped(path.read_bytes(), file.document, value))
            print(f"{file.document.file}: translated_from: {value}")
    return 0


def _unstamped(library: Library) -> Iterator[tuple[PlayFile | WorkshopFile, str]]:
    """Each translation whose source has changed since, or that does not say what it was made from, with what it should say."""
    source = library.source_language
    for file in library.files.values():
        origin = library.files.get((file.id, source))
        if origin and file.lang != source and is_outdated(file, origin):
            yield file, digest(origin)
    for workshop in library.workshops.values():
        first = library.workshops.get((workshop.id, source))
        if first and workshop.lang != source and workshop.workshop.about.translated_from != digest(first):
            yield workshop, digest(first)


def stamped(raw: bytes, document: Document, value: str) -> bytes:
    """The file with one line changed or added; all other bytes as they were."""
    lines = raw.split(b"\n")
    marks = document.marks.children["about"]
    if "translated_from" in marks.keys:
        number, column = marks.keys["translated_from"][:2]
    else:
        number, column = marks.span[0], marks.span[1]
        lines.insert(number, b"")
    end = b"\r" if lines[0].endswith(b"\r") else b""
    lines[number] = b" " * column + f"translated_from: {value}".encode() + end
    return b"\n".join(lines)
