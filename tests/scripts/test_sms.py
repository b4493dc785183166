"""Parts of a text message, counted once more from the standard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.scripts.examples import BROKEN, many, tries
from tests.scripts.page import Scripts

pytestmark = pytest.mark.browser
ROWS = (
    "@£$¥èéùìòÇ\nØø\rÅå",
    "Δ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ",
    " !\"#¤%&'()*+,-./",
    "0123456789:;<=>?",
    "¡ABCDEFGHIJKLMNO",
    "PQRSTUVWXYZÄÖÑÜ§",
    "¿abcdefghijklmno",
    "pqrstuvwxyzäöñüà",
)
TABLE = "".join(ROWS)
"""3GPP TS 23.038, 6.2.1: the place of a letter is its code."""
EXTENSION = {"\f": 0x0A, "^": 0x14, "{": 0x28, "}": 0x29, "\\": 0x2F, "[": 0x3C, "~": 0x3D, "]": 0x3E, "|": 0x40, "€": 0x65}
"""6.2.1.1: the code that follows an escape."""
ESCAPE = TABLE.index("\x1b")
BASIC = set(TABLE) - {"\x1b"}


def septets(text: str) -> list[int]:
    """What is sent when every letter is in the standard's alphabet."""
    return [code for letter in text for code in ([TABLE.index(letter)] if letter in BASIC else [ESCAPE, EXTENSION[letter]])]


def pairs(text: str) -> list[int]:
    """What is sent when one letter is not: UTF-16."""
    raw = text.encode("utf-16-be", "surrogatepass")
    return [int.from_bytes(raw[index : index + 2]) for index in range(0, len(raw), 2)]


def cut(units: list[int], room: int, *, wide: bool) -> list[int]:
    """How long each part becomes when no letter is cut in two."""
    parts, start = [], 0
    while start < len(units):
        end = min(start + room, len(units))
        if end < len(units):
            last, following = units[end - 1], units[end]
            end -= (0xD800 <= last < 0xDC00 <= following < 0xE000) if wide else last == ESCAPE
        parts.append(end - start)
        start = end
    return parts


def counted(text: str) -> dict[str, object]:
    """What the script should say."""
    outside = [letter for letter in dict.fromkeys(text) if letter not in BASIC and letter not in EXTENSION]
    wide = bool(outside)
    units = pairs(text) if wide else septets(text)
    alone, joined = (70, 67) if wide else (160, 153)
    room = alone if len(units) <= alone else joined
    parts = cut(units, room, wide=wide)
    left = room - (parts[-1] if parts else 0)
    return {"encoding": "UCS-2" if wide else "GSM-7", "units": len(units), "parts": len(parts), "left": left, "outside": outside}


def segments(scripts: Scripts, texts: list[str]) -> list[object]:
    """What the script says."""
    return scripts.each("(text) => m.sms.segments(text)", texts)


def joined(text: str) -> str:
    """The same text, with halves that meet made one letter."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


ALPHABETS = st.sampled_from([TABLE.replace("\x1b", ""), "ab€", "{}[]~|^\\\f€", "aåж", "a😀", "ж😀👩‍👧", "a\x1bç`’–\u00a0"])
LONG = ALPHABETS.flatmap(lambda letters: st.text(letters, max_size=330))


@tries(150)
@given(texts=many(st.one_of(LONG, BROKEN.map(joined))))
def test_parts_are_as_the_standard_counts_them(scripts: Scripts, texts: list[str]) -> None:
    """Encoding, places, parts, room left and the letters to blame agree with a count from the standard's table."""
    assert segments(scripts, texts) == [counted(text) for text in texts]


def test_parts_are_right_at_every_border(scripts: Scripts) -> None:
    """Around 70, 160 and each multiple of 67 and 153, with a letter of two places at every place near the border."""
    texts = [
        fill * before + double + fill * after
        for fill, double, sizes in (("a", "€", (160, 153, 306)), ("ж", "😀", (70, 67, 134)), ("a", "😀", (70, 67)))
        for size in sizes
        for before in range(size - 4, size + 3)
        for after in (0, 1, 2, 8)
    ]
    texts += [letter * size for letter, sizes in (("a", range(150, 165)), ("ж", range(64, 73)), ("€", range(75, 82))) for size in sizes]
    assert segments(scripts, texts) == [counted(text) for text in texts]


def test_every_letter_of_the_alphabet_is_narrow(scripts: Scripts) -> None:
    """Each of the 127 letters takes one place, each of the ten of the extension two, and no other letter is narrow."""
    found = {
        chr(code): answer for code, answer in enumerate(scripts.each("(code) => m.sms.segments(String.fromCharCode(code))", range(0xD800)))
    }
    assert {letter for letter, answer in found.items() if answer["encoding"] == "GSM-7" and answer["units"] == 1} == BASIC
    assert {letter for letter, answer in found.items() if answer["encoding"] == "GSM-7" and answer["units"] == 2} == set(EXTENSION)
    assert (len(BASIC), len(EXTENSION)) == (127, 10)


def test_nothing_is_sent_in_no_part(scripts: Scripts) -> None:
    """An empty message has no parts and all its room."""
    assert segments(scripts, [""]) == [{"encoding": "GSM-7", "units": 0, "parts": 0, "left": 160, "outside": []}]
