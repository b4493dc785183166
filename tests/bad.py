"""The bad cases: one for each kind of problem, and the handbook that each of them makes.

A case is either the bad file itself, whose first line says what is to be told and where, or a patch that says
which file of the good handbook to change and how. What no patch can say is done by a `setup`.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.handbook import CASES, NB, edited, parts_of, read_case, text_of

from opptur.load.document import Value

HEAD = re.compile(r"# ([A-Z]\d\d) at (\d+):(\d+)\. .+\.\n")
FOLDER = CASES / "bad"

Told = tuple[str, str, int, int]
"""File, code, line, column."""


@dataclass(frozen=True)
class Case:
    """One bad file: how it is made and what must be told about it."""

    name: str
    about: str
    setup: str
    file: str
    raw: bytes
    edits: tuple[tuple[str, str, str], ...]
    expect: Told
    also: tuple[Told, ...]

    @property
    def code(self) -> str:
        """The code that the file is named after."""
        return self.name.split("-")[0]


def cases() -> list[Case]:
    """Every case, in the order of their codes."""
    return [_literal(path) if HEAD.match(path.read_text(encoding="utf-8")) else _patch(path) for path in sorted(FOLDER.iterdir())]


def _literal(path: Path) -> Case:
    raw = path.read_bytes()
    head = HEAD.match(raw.decode())
    assert head is not None
    return Case(path.stem, head[0], "whole", NB, raw, (), (NB, head[1], int(head[2]), int(head[3])), ())


def _patch(path: Path) -> Case:
    data = read_case(path)
    file = text_of(data.get("file")) or NB
    edits = [(text_of(edit["file"]), text_of(edit["find"]), text_of(edit["put"])) for edit in parts_of(data.get("edits"))]
    if "find" in data:
        edits.append((file, text_of(data["find"]), text_of(data["put"])))
    (expect,) = _told(parts_of((data["expect"],)), file)
    raw = text_of(data.get("text")).encode()
    also = _told(parts_of(data.get("also")), file)
    return Case(path.stem, text_of(data["about"]), text_of(data.get("setup")), file, raw, tuple(edits), expect, also)


def _told(places: Iterable[Mapping[str, Value]], file: str) -> tuple[Told, ...]:
    return tuple((str(p.get("file", file)), str(p["code"]), int(str(p["line"])), int(str(p["column"]))) for p in places)


def materialise(case: Case, good: Path, root: Path) -> Path:
    """The handbook of a case under `root`; the path of its `plays/` folder."""
    plays = root / "plays"
    shutil.copytree(good, plays)
    for file, find, put in case.edits:
        (plays / file).write_bytes(edited((plays / file).read_bytes(), find, put))
    if case.setup:
        SETUPS[case.setup](plays / case.file, case.raw)
    return plays


def _folder(path: Path, raw: bytes) -> None:
    path.unlink()
    path.mkdir()


def _write(path: Path, raw: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(raw)


def _chapters(path: Path, raw: bytes) -> None:
    _write(path, raw)
    _write(path.parent / "en" / path.name, b"---\ntitle: About us\ndescription: Who we are.\n---\n")


def _crowd(path: Path, raw: bytes) -> None:
    """Three plays beside it that are better known by the words of the case."""
    text = path.read_text(encoding="utf-8")
    crowded = re.sub(r"(?m)^title: .*$", f"title: {raw.decode()}", text)
    crowded = re.sub(
        r"(?ms)^search_terms:\n.*?\n\n",
        f"search_terms:\n  - {raw.decode()}\n" + "".join(f"  - annet {n}\n" for n in range(11)) + "\n",
        crowded,
    )
    for name in ("backorder-no-date", "partial-delivery", "wrong-item-delivered"):
        (path.parent / f"{name}.nb.yml").write_text(crowded, encoding="utf-8")


def _stuffed(path: Path, raw: bytes) -> None:
    """Every step of the play says much more than a sheet has room for."""
    path.write_text(
        re.sub(r"(?m)^(\s+- do: .*)$", r"\1" + " Si det én gang til, rolig og uten omveier." * 12, path.read_text(encoding="utf-8")),
        encoding="utf-8",
    )


SETUPS: dict[str, Callable[[Path, bytes], object]] = {
    "whole": _write,
    "two-chapters": _chapters,
    "folder": _folder,
    "crowd": _crowd,
    "stuffed": _stuffed,
    "printed": lambda path, raw: None,
    "remove": lambda path, raw: path.unlink(),
    "utf-16": lambda path, raw: path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16")),
    "too-large": lambda path, raw: path.write_bytes(path.read_bytes() + b"# \n" * 400_000),
    "from-delivery": lambda path, raw: shutil.copy(path.parent.parent / NB, path),
    "copy": lambda path, raw: shutil.copy(path.with_name(Path(NB).name), path),
}
"""What is done to the case's file. `clock` and `no-libyaml` are no matter of files; the test does them."""
