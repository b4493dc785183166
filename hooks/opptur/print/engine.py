"""Data and templates to PDF. The only place that knows what sets the type (Typst) and what packs the file (pikepdf)."""

from __future__ import annotations

import hashlib
import io
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import pikepdf
import typst

TEMPLATES = Path(str(files("opptur") / "print" / "templates"))
FONTS = Path(str(files("opptur") / "fonts"))
STANDARDS = ["a-2a", "ua-1"]
"""Every file can be archived (PDF/A-2a) and read aloud (PDF/UA-1), or it is not made."""


class UnprintableError(Exception):
    """The document cannot be made: a character that no font can show, or a mistake in a template."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished file, and how each part that must fit did: which play, the size of the type in points, mm too many."""

    pdf: bytes
    fits: list[dict[str, Any]]


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


@cache
def fingerprint() -> str:
    """What the same data may come out differently after: templates, fonts, and the versions of both tools."""
    parts = [path.read_bytes() for path in sorted((*TEMPLATES.glob("*.typ"), *FONTS.glob("*.ttf")))]
    parts += [Path(__file__).read_bytes(), *(f"{tool} {version(tool)}".encode() for tool in ("typst", "pikepdf", "segno"))]
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def key_of(data: Mapping[str, Any], day: date) -> str:
    """The same key, the same bytes."""
    return hashlib.sha256(f"{fingerprint()}{day}{_text(data)}".encode()).hexdigest()


def _text(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def typeset(data: Mapping[str, Any], day: date) -> Typeset:
    """The document that the data describes, dated by its content so that it is the same on every day it is made.

    Raises `UnprintableError` with the engine's own words.
    """
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    compiler = _compiler(data)
    try:
        made = compiler.compile(format="pdf", pdf_standards=list(STANDARDS), timestamp=moment)  # type: ignore[arg-type] # the stub wants literals
        fits = json.loads(compiler.query("<fit>", field="value"))
    except typst.TypstError as error:
        raise UnprintableError(" ".join([error.message, *error.hints])) from error
    _forget()
    return Typeset(packed(made if isinstance(made, bytes) else b""), fits)


def _compiler(data: Mapping[str, Any]) -> typst.Compiler:
    return typst.Compiler(TEMPLATES / "main.typ", root=TEMPLATES, font_paths=_fonts(), sys_inputs={"data": _text(data)})


def _forget() -> None:
    """Let the engine forget the parts of its last ten documents, here 20 MB each and of no use to the next. Only further documents make it forget, and empty ones count."""
    for _ in range(10):
        typst.compile(b" ", font_paths=_fonts())


AMBIGUOUS = b"\r\nendstream"
"""A stream whose last byte is CR before the line feed that ends it: strict readers take both for the end and miss a byte (ISO 19005-2, 6.1.7.1)."""
TRIES = 64
"""One stream in 256 ends so. Those that are packed together are packed another way until none of them does."""


def packed(pdf: bytes) -> bytes:
    """The same file in two thirds of the bytes: objects in streams, all of them well compressed, none of which ends ambiguously."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for each in opened.objects:
            if isinstance(each, pikepdf.Stream) and each.get("/Type") != "/Metadata":
                compress(each)
        for number in range(TRIES):
            saved = _saved(opened, pikepdf.ObjectStreamMode.generate)
            if AMBIGUOUS not in saved:
                return saved
            opened.Root[f"/OPPT_Padding{number}"] = opened.make_indirect(pikepdf.Dictionary(Number=number))
        return _saved(opened, pikepdf.ObjectStreamMode.disable)


def compress(stream: pikepdf.Stream) -> None:
    """Compress a stream so that it ends well. The line feeds that may be added are blank to whatever reads text, and beyond the end of a font."""
    content = stream.read_bytes()
    while (packed := zlib.compress(content, 9)).endswith(b"\r"):
        content += b"\n"
    stream.write(packed, filter=pikepdf.Name.FlateDecode)


def _saved(opened: pikepdf.Pdf, mode: pikepdf.ObjectStreamMode) -> bytes:
    pikepdf.settings.set_flate_compression_level(9)
    out = io.BytesIO()
    opened.save(out, object_stream_mode=mode, compress_streams=True, deterministic_id=True)
    return out.getvalue()
