"""The good handbook, and what becomes of it when something in it is changed.

The good handbook is the real vocabulary and company file, a list of planned plays, and one play of the shortest sort. The play that
takes over when an error is repeated is made from it with one edit, so that the good play has somewhere to lead.
"""

from __future__ import annotations

import contextlib
import io
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from opptur.__main__ import main
from opptur.load import Document, parse
from opptur.load.document import Value
from opptur.model.library import Library, PlayFile, load_library, load_play
from opptur.problems import Problem, in_order
from opptur.rules import check_library

CASES = Path(__file__).parent / "cases"
REAL_PLAYS = Path(__file__).parent.parent / "plays"
TODAY = date(2026, 11, 23)
NB, EN = "delivery/late-delivery.nb.yml", "delivery/late-delivery.en.yml"
ESCAPED = re.compile(r"⟨(?:U\+([0-9A-F]{4,6})|byte ([0-9A-F]{2}))⟩")


def make(root: Path) -> Path:
    """A whole handbook without a mistake under `root`; the path of its `plays/` folder."""
    plays = root / "plays"
    shutil.copytree(REAL_PLAYS / "vocabulary", plays / "vocabulary")
    shutil.copy(CASES / "planned.yml", plays / "vocabulary")
    shutil.copy(REAL_PLAYS / "company.yml", plays)
    shutil.copytree(CASES / "good", plays, dirs_exist_ok=True)
    (plays / "people").mkdir()
    for lang in ("nb", "en"):
        text = (CASES / "good" / "delivery" / f"late-delivery.{lang}.yml").read_text(encoding="utf-8")
        repeat = text.replace("if_yes: repeat-failure", "if_yes: 4")
        (plays / "people" / f"repeat-failure.{lang}.yml").write_text(repeat, encoding="utf-8")
    with contextlib.redirect_stdout(io.StringIO()):
        main(["stamp", "--plays", str(plays), "repeat-failure", "sales-meeting"])
    return plays


def to_bytes(text: str) -> bytes:
    """Text with `⟨U+2028⟩` for a character and `⟨byte E5⟩` for a byte that should not stand in a test file."""
    parts, end = [], 0
    for match in ESCAPED.finditer(text):
        parts.append(text[end : match.start()].encode())
        parts.append(chr(int(match[1], 16)).encode() if match[1] else bytes.fromhex(match[2]))
        end = match.end()
    return b"".join([*parts, text[end:].encode()])


def edited(raw: bytes, find: str, put: str) -> bytes:
    """The bytes with one text exchanged for another. The first must stand there exactly once."""
    wanted = find.encode()
    assert raw.count(wanted) == 1, f"“{find}” stands {raw.count(wanted)} times"
    return raw.replace(wanted, to_bytes(put))


@dataclass(frozen=True)
class Handbook:
    """The good handbook, loaded once; the plays of it that a test has changed are read anew."""

    plays: Path
    library: Library
    changed: Mapping[str, bytes] = field(default_factory=dict)

    @classmethod
    def load(cls, plays: Path) -> Handbook:
        """A handbook from its folder, which must be without a mistake."""
        library, problems = load_library(plays)
        assert library is not None
        assert problems == []
        return cls(plays, library)

    def raw(self, file: str) -> bytes:
        """What a file holds now, named from the `plays/` folder."""
        return self.changed[file] if file in self.changed else (self.plays / file).read_bytes()

    def write(self, file: str, raw: bytes) -> Handbook:
        """This handbook with another file."""
        return replace(self, changed={**self.changed, file: raw})

    def edit(self, file: str, find: str, put: str) -> Handbook:
        """This handbook with one text in one file exchanged."""
        return self.write(file, edited(self.raw(file), find, put))

    def problems(self, scratch: Path) -> list[Problem]:
        """All that is wrong now, as the whole check would tell it."""
        files: dict[tuple[str, str], PlayFile] = dict(self.library.files)
        found: list[Problem] = []
        for name, raw in self.changed.items():
            path = scratch / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
            loaded, problems = load_play(path, f"plays/{name}", self.library.vocabulary, self.library.languages)
            found += problems
            files.pop(_key(name), None)
            if loaded is not None:
                files[loaded.key] = loaded
        return in_order(found + check_library(replace(self.library, files=files), TODAY))


def _key(name: str) -> tuple[str, str]:
    play_id, lang, _ = Path(name).name.split(".")
    return play_id, lang


def read_case(path: Path) -> dict[str, Value]:
    """A case file, read as strictly as a play."""
    document = parse(path.read_bytes(), path.name)
    assert isinstance(document, Document), document
    return document.data


def text_of(value: Value | None) -> str:
    """A value that must be text; empty when it is left out."""
    assert value is None or isinstance(value, str)
    return value or ""


def parts_of(value: Value | None) -> Iterable[dict[str, Value]]:
    """The entries of a list of fields; none when it is left out."""
    assert value is None or isinstance(value, tuple)
    for entry in value or ():
        assert isinstance(entry, dict)
        yield entry
