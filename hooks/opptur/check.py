"""The whole judgement of a handbook: read, model, rules, in one call."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from opptur.model.chapters import load_chapters
from opptur.model.library import Library, load_library
from opptur.problems import Problem, in_order
from opptur.rules import check_library


def check(plays: Path, today: date) -> tuple[Library | None, list[Problem]]:
    """The library in a `plays/` folder, and everything wrong with it and its chapters, sorted by file and line."""
    with _no_collecting():
        library, problems = load_library(plays, plays.name)
        if library is not None:
            _, about_chapters = load_chapters(plays.parent / "docs", library.languages)
            problems = [*problems, *check_library(library, today), *about_chapters]
    return library, in_order(problems)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Plays are many values that stay and none that form a ring: looking for rings meanwhile takes a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def only(problems: Iterable[Problem], paths: Iterable[Path], root: Path) -> list[Problem]:
    """The problems in these files and folders, or all when none is named. Shared lists are always told."""
    wanted = list(paths)
    return [problem for problem in problems if _is_shared(problem) or is_named(root / problem.place.file, wanted)]


def is_named(file: Path, paths: Collection[Path]) -> bool:
    """Whether a file is among those named, or below one of them; every file when none is named."""
    place = file.resolve()
    return not paths or any(place == path or path in place.parents for path in (named.resolve() for named in paths))


def holds_anything(path: Path, plays: Path) -> bool:
    """Whether a file or folder holds anything that the check looks at: below `plays/`, or a chapter in `docs/`."""
    place, roots = path.resolve(), (plays.resolve(), (plays.parent / "docs").resolve())
    files = [place] if place.is_file() else [*place.rglob("*.yml"), *place.rglob("*.yaml"), *place.rglob("*.md")]
    return any(root in file.parents for file in files for root in roots)


def _is_shared(problem: Problem) -> bool:
    """Whether it is about a file without which no play can be judged."""
    below = Path(problem.place.file).parts[1:2]
    return below in (("vocabulary",), ("company.yml",))
