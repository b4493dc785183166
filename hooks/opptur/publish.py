"""Where a site may be built, what lies on disk against what came out, and the new site in the old one's place."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from opptur.model.library import FILE_NAME, Library, play_paths
from opptur.render import Page, play_path

SOURCES = ("plays", "docs", "hooks", "tests", ".git", ".github", ".ci", ".venv")
"""Folders that hold what people have written, or what the build runs on. None of them may become a site."""

MADE_BY_A_BUILD = "404.html"
ATTEMPTS = 20


def refusal(site: Path, root: Path) -> str:
    """Why nothing may be built at this place, in both languages; empty when it may be. What lies there would be lost."""
    place, home = site.resolve(), root.resolve()
    kept = [home, *(home / name for name in SOURCES)]
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        return f"{site} er ikke en vanlig mappe. / {site} is not an ordinary folder."
    if any(place == folder for folder in kept) or place in home.parents or any((home / name) in place.parents for name in SOURCES):
        return f"{site} hører til håndboka selv. Velg en annen mappe. / {site} belongs to the handbook itself. Choose another folder."
    if site.is_dir() and any(site.iterdir()) and not (site / MADE_BY_A_BUILD).is_file():
        return f"{site} er ikke tom og er ikke bygd av opptur. Velg en annen mappe. / {site} is not empty and was not built by opptur. Choose another folder."
    return ""


def beside(site: Path, what: str) -> Path:
    """A folder of this build's own on the same disk: two builds at once do not meet."""
    return site.with_name(f".{site.name}.{what}.{os.getpid()}")


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


def swap(new: Path, site: Path) -> None:
    """Two renames: there is never a half-written site at the address. When the second fails, the old site comes back."""
    aside = beside(site, "old")
    for _ in range(ATTEMPTS):
        shutil.rmtree(aside, ignore_errors=True)
        with suppress(FileNotFoundError):
            site.rename(aside)
        try:
            new.rename(site)
        except OSError as error:
            if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
                continue  # another build came first; its site is whole, and ours is newer
            if aside.exists():
                aside.rename(site)
            raise
        shutil.rmtree(aside, ignore_errors=True)
        return
    raise OSError(errno.EBUSY, f"{site} er opptatt av et annet bygg / is taken by another build")
