"""The last steps of a build: what lies on disk against what came out, and the new site in the old one's place."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from opptur.model.library import FILE_NAME, Library, play_paths
from opptur.render import Page, play_path


def difference(library: Library, plays: Path, pages: Iterable[Page], built: Path) -> list[str]:
    """Pages that a play on disk lacks, and pages of plays that are not on disk; none when all is well."""
    wanted = dict(_outputs(library, plays))
    lost = [output for output, play_id in wanted.items() if not _holds(built / output, play_id)]
    made = [page.path.removesuffix(".md") + ".html" for page in pages if page.play]
    return lost + [output for output in made if output not in wanted]


def _outputs(library: Library, plays: Path) -> Iterator[tuple[str, str]]:
    """For each play on disk, where its page must lie, and its id."""
    for path in play_paths(plays):
        if name := FILE_NAME.fullmatch(path.name):
            yield play_path(library, path.parent.name, name[1], name[2]).removesuffix(".md") + ".html", name[1]


def _holds(page: Path, play_id: str) -> bool:
    return page.is_file() and f'data-play="{play_id}"' in page.read_text(encoding="utf-8")


def swap(new: Path, old: Path) -> None:
    """Two renames: there is never a half-written site at the address."""
    aside = old.with_name(f".{old.name}.old")
    shutil.rmtree(aside, ignore_errors=True)
    if old.exists():
        old.rename(aside)
    new.rename(old)
    shutil.rmtree(aside, ignore_errors=True)
