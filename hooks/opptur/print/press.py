"""Papers to files by way of a cache: what has not changed costs nothing, and what has is made on every core."""

from __future__ import annotations

import atexit
import json
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from opptur.print.engine import UnprintableError, key_of, typeset
from opptur.print.papers import Paper

LONG = 8
"""So many papers to make are worth a progress bar."""

OURS = re.compile(r"[0-9a-f]{64}\.(json|pdf|\d+\.\d+)")
"""What a file in the cache is called."""

KEPT = 60 * 24 * 3600
"""Seconds after which a paper is taken out of the cache. One that is still wanted is made again."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper with its file, or why there is none."""

    paper: Paper
    pdf: bytes = b""
    fits: Sequence[dict[str, Any]] = ()
    error: str = ""


class Press:
    """Makes papers, and keeps what it has made in a folder that may be deleted at any time."""

    def __init__(self, cache: Path) -> None:
        self.cache = Path(os.environ.get("OPPTUR_CACHE") or cache) / "paper"

    def make(self, papers: Iterable[Paper], progress: Callable[[int, int], None] | None = None) -> list[Printed]:
        """Every paper in the order given. `progress` is told how many of those that had to be made are done."""
        self.cache = _writable(self.cache)
        wanted = [(paper, self.cache / key_of(paper.data, paper.day)) for paper in papers]
        kept = {place: _kept(paper, place) for paper, place in wanted}
        new = {place: paper for paper, place in wanted if kept[place] is None}
        failed: dict[Path, str] = {}
        if new:
            with ThreadPoolExecutor(os.cpu_count()) as workers:
                for done, (place, error) in enumerate(workers.map(_made, new.items()), 1):
                    failed |= {place: error} if error else {}
                    if progress:
                        progress(done, len(new))
        found = {**kept, **{place: _kept(paper, place) for place, paper in new.items()}}
        return [replace(found[place] or Printed(paper, error=failed.get(place, "")), paper=paper) for paper, place in wanted]


def _writable(folder: Path) -> Path:
    """The folder, made if need be and rid of what has lain there for long; one that goes with the process where nothing can be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            _without_old(folder)
            return folder
    except OSError:
        passing = Path(tempfile.mkdtemp(prefix="opptur-"))
        atexit.register(shutil.rmtree, passing, ignore_errors=True)
        return passing


def _without_old(folder: Path) -> None:
    """Take out papers that have lain for long, and nothing that we did not put there."""
    for path in folder.glob("*.*"):
        with suppress(OSError):
            if OURS.fullmatch(path.name) and path.is_file() and path.stat().st_mtime < time.time() - KEPT:
                path.unlink()


def _made(job: tuple[Path, Paper]) -> tuple[Path, str]:
    """Make one paper and keep it; the file that says how it fits is written last, for it marks the paper as whole."""
    place, paper = job
    try:
        made = typeset(paper.data, paper.day)
    except UnprintableError as error:
        return place, str(error)
    _write(place.with_suffix(".pdf"), made.pdf)
    _write(place.with_suffix(".json"), json.dumps(made.fits).encode())
    return place, ""


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, also when two builds write the same file."""
    beside = path.with_suffix(f".{os.getpid()}.{id(content)}")
    beside.write_bytes(content)
    beside.replace(path)


def _kept(paper: Paper, place: Path) -> Printed | None:
    """A paper from the cache; None when it is not there, or not whole."""
    try:
        return Printed(paper, place.with_suffix(".pdf").read_bytes(), json.loads(place.with_suffix(".json").read_bytes()))
    except (OSError, ValueError):
        return None


def bar(done: int, of: int) -> None:
    """A progress bar on a terminal; silence elsewhere."""
    if of >= LONG and sys.stderr.isatty():
        width = 30 * done // of
        sys.stderr.write(f"\r[{'█' * width}{'·' * (30 - width)}] {done}/{of} PDF" + ("\n" if done == of else ""))
        sys.stderr.flush()
