"""Which characters the fonts for paper can show, read from the fonts themselves."""

from __future__ import annotations

import struct
from functools import cache

from opptur.print.engine import FONTS


@cache
def shown() -> frozenset[str]:
    """The characters that every one of the fonts can show."""
    return frozenset.intersection(*(_characters(path.read_bytes()) for path in sorted(FONTS.glob("*.ttf"))))


def _characters(font: bytes) -> frozenset[str]:
    """The characters in the table `cmap` of a TrueType font, format 4 (OpenType specification, “cmap”)."""
    (tables,) = struct.unpack_from(">H", font, 4)
    records = (struct.unpack_from(">4sIII", font, 12 + 16 * number) for number in range(tables))
    start = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    found: set[str] = set()
    for number in range(count):
        (offset,) = struct.unpack_from(">I", font, start + 4 + 8 * number + 4)
        if struct.unpack_from(">H", font, start + offset)[0] == 4:
            found |= _segments(font, start + offset)
    return frozenset(found)


def _segments(font: bytes, at: int) -> set[str]:
    (twice,) = struct.unpack_from(">H", font, at + 6)
    ends = struct.unpack_from(f">{twice // 2}H", font, at + 14)
    begins = struct.unpack_from(f">{twice // 2}H", font, at + 16 + twice)
    return {chr(code) for begin, end in zip(begins, ends, strict=True) for code in range(begin, end + 1) if code != 0xFFFF}
