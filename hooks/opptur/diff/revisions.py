"""The plays as they were at a revision: Git's own archive of the folder, read like any other."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from opptur.load import Document, read
from opptur.model.library import FILE_NAME, play_paths
from opptur.problems import Problem


class NoSuchRevisionError(Exception):
    """Git is not there, the folder is not in a repository, or the revision is unknown; the text is Git's."""


def plays_at(plays: Path, revision: str) -> tuple[dict[tuple[str, str], Document], list[Problem]]:
    """The plays of a folder at a revision, such as `main` or `HEAD~3`. They need not follow the rules of today.

    Raises `NoSuchRevisionError`.
    """
    name = _git(plays.parent, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    archive = _git(plays.parent, "archive", "--format=tar", name, "--", plays.name)
    with tempfile.TemporaryDirectory(prefix="opptur-") as folder:
        _unpack(archive, Path(folder))
        return plays_in(Path(folder) / plays.name)


def plays_in(plays: Path) -> tuple[dict[tuple[str, str], Document], list[Problem]]:
    """The plays of a folder by id and language, and the problems of those that cannot be read."""
    found: dict[tuple[str, str], Document] = {}
    problems: list[Problem] = []
    for path in play_paths(plays):
        if name := FILE_NAME.fullmatch(path.name):
            document = read(path, f"{plays.name}/{path.relative_to(plays).as_posix()}")
            if isinstance(document, Document):
                found[name[1], name[2]] = document
            else:
                problems += document
    return found, problems


def _unpack(archive: bytes, folder: Path) -> None:
    """Plain files only: a link in a repository may point anywhere."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        for member in packed:
            if member.isfile() and (content := packed.extractfile(member)):
                place = folder / member.name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content.read())


def _git(folder: Path, *words: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, check=False)
    except OSError as why:
        raise NoSuchRevisionError(str(why)) from why
    if done.returncode:
        raise NoSuchRevisionError(done.stderr.decode(errors="replace").strip())
    return done.stdout
