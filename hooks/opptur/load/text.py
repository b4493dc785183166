"""Bytes to text: the encoding, and the characters that must not stand anywhere in a play."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from opptur.load import kinds
from opptur.problems import MOST_IN_A_FILE, Kind, Place, Problem

SIZE_LIMIT = 1_000_000
"""Bytes. The longest play is a thirtieth of this; anything larger was pasted by accident."""

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\uffff\U000e0000-\U000e007f]"
)
"""Control, bidirectional and invisible characters, and line ends that only some programs honour."""

SUSPECT = re.compile(
    f"\t|\r(?!\n)|^[ \u00a0\u2007\u202f]*[\u00a0\u2007\u202f]|(?<=[-:])[\u00a0\u2007\u202f]|{HIDDEN.pattern}", re.MULTILINE
)
"""Everything `_name_it` knows, in one pass over the text."""

UNUSUAL = re.compile(f"[\t\r\u00a0\u2007\u202f{HIDDEN.pattern[1:]}")
"""Any character that `SUSPECT` may refuse somewhere: most files have none, and need not be looked at closely."""

NAMES = {
    "\x00": ("NUL", "NUL"),
    "\x07": ("BEL", "BEL"),
    "\x1b": ("ESC, begynnelsen på en fargekode", "ESC, the start of a colour code"),
    "\x85": ("NEL, et linjeskift som ikke synes", "NEL, a line break that does not show"),
    "\xad": ("myk bindestrek", "soft hyphen"),
    "\u200b": ("mellomrom uten bredde", "zero-width space"),
    "\u2028": ("linjeskift fra et tekstprogram (U+2028)", "line separator from a word processor (U+2028)"),
    "\u2029": ("avsnitt fra et tekstprogram (U+2029)", "paragraph separator from a word processor (U+2029)"),
    "\ufeff": ("BOM midt i teksten", "a byte order mark inside the text"),
}
TURNS_TEXT = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that make text run the other way, so that a line reads as something it is not."""


def decode(raw: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text of a play without its BOM and with LF line ends, with every character that must not stand in it."""
    text, problems = decode_text(raw, file)
    return text.replace("\r\n", "\n"), problems or list(islice(_suspects(text, file), MOST_IN_A_FILE))


def decode_text(raw: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text of any file without its BOM, or the reason why there is none."""
    if len(raw) > SIZE_LIMIT:
        args = {"size": str(len(raw) // 1000), "limit": str(SIZE_LIMIT // 1000)}
        return "", [Problem(kinds.TOO_LARGE, Place(file), args)]
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or (raw[:4].count(0) >= 2 and len(raw) > 3):
        return "", [Problem(kinds.UTF16, Place(file))]
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return "", _bad_bytes(raw, file)


def _bad_bytes(raw: bytes, file: str) -> list[Problem]:
    """Every line's first byte that is not UTF-8, with the letter it was meant to be."""
    problems = []
    for number, line in enumerate(raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            byte = line[error.start]
            column = len(line[: error.start].decode("utf-8")) + 1
            letter = bytes([byte]).decode("cp1252", "replace")
            shown = line.decode("cp1252", "replace").rstrip("\r")
            args = {"byte": f"0x{byte:02X}", "letter": letter}
            problems.append(Problem(kinds.NOT_UTF8, Place(file, number, column, column + 1), args, (), (shown,)))
    return problems[:MOST_IN_A_FILE]


def _suspects(text: str, file: str) -> Iterator[Problem]:
    if not UNUSUAL.search(text):
        return
    lines = text.replace("\r\n", "\n").split("\n")
    for number, line in enumerate(lines):
        for match in SUSPECT.finditer(line):
            at = match.end() - 1
            kind, args = _name_it(line[at])
            yield Problem(kind, Place(file, number + 1, at + 1, at + 2), args, (), tuple(lines[max(0, number - 1) : number + 1]))


def _name_it(character: str) -> tuple[Kind, dict[str, str]]:
    if character == "\t":
        return kinds.TAB, {}
    if character == "\r":
        return kinds.LONE_CR, {}
    if character in "\u00a0\u2007\u202f":
        return kinds.HARD_SPACE, {}
    name = name_of(character)
    return kinds.HIDDEN_CHARACTER, {"name": name[1], "name@nb": name[0]}


def name_of(character: str) -> tuple[str, str]:
    """A hidden character's name in Norwegian and English, with its code point."""
    if character in NAMES:
        return NAMES[character]
    code = f"U+{ord(character):04X}"
    if character in TURNS_TEXT:
        return f"et merke som snur teksten ({code})", f"a mark that turns the text around ({code})"
    name = unicodedata.name(character, "")
    text = f"{code} {name}".strip()
    return text, text
