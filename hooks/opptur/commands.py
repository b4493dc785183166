"""What the commands do that is more than asking for problems."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from opptur.model.library import PlayFile, load_library
from opptur.rules.twins import digest, is_outdated


def build(site: Path) -> int:
    """The handbook in `site`, by the same way as `mkdocs build --strict`; an earlier one stays when it fails."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    code = subprocess.run(command, check=False).returncode
    if code == 0:
        pages = sum(1 for _ in site.rglob("*.html"))
        print(f"opptur: {pages} sider i {site} / {pages} pages in {site}")
    return 1 if code else 0


def serve(address: str) -> int:
    """A preview that reloads when a play, a chapter, a template, a style or a script changes."""
    return subprocess.run([sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address], check=False).returncode


def stamp(plays: Path, ids: Sequence[str]) -> int:
    """Write the digest of the source text into each translation named, or into all of them."""
    library, problems = load_library(plays, plays.name)
    if library is None:
        print(
            f"opptur: {len(problems)} feil. Kjør «opptur check» først. / {len(problems)} problems. Run “opptur check” first.",
            file=sys.stderr,
        )
        return 1
    unknown = sorted({*ids} - {play_id for play_id, _ in library.files})
    if unknown:
        print(f"opptur: finner ikke {', '.join(unknown)} / cannot find {', '.join(unknown)}", file=sys.stderr)
        return 2
    for file in library.files.values():
        source = library.files.get((file.id, library.source_language))
        if source and file.lang != source.lang and (not ids or file.id in ids) and is_outdated(file, source):
            path = plays.parent / file.document.file
            path.write_bytes(stamped(path.read_bytes(), file, digest(source)))
            print(f"{file.document.file}: translated_from: {digest(source)}")
    return 0


def stamped(raw: bytes, file: PlayFile, value: str) -> bytes:
    """The file with one line changed or added; all other bytes as they were."""
    lines = raw.split(b"\n")
    marks = file.document.marks.children["about"]
    if "translated_from" in marks.keys:
        number, column = marks.keys["translated_from"][:2]
    else:
        number, column = marks.span[0], marks.span[1]
        lines.insert(number, b"")
    end = b"\r" if lines[0].endswith(b"\r") else b""
    lines[number] = b" " * column + f"translated_from: {value}".encode() + end
    return b"\n".join(lines)
