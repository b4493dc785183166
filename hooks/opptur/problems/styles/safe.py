"""Text from a file, made harmless for a terminal and for a CI runner's log.

GitHub's runner obeys `::command` at the start of a line (after trimming) and `##[command]` anywhere in it.
Terminals obey escape characters. None of them may be spoken to by a play.
"""

from __future__ import annotations

import re
import unicodedata

BREAKS = re.compile("[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
UNSEEN = ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")


def one_line(text: str) -> str:
    """The text on one line, with every invisible character shown and no runner command left whole."""
    shown = "".join(_shown(character) for character in BREAKS.sub("␤", text))
    shown = shown.replace("##[", "##\u200b[")
    return re.sub(r"^(\s*)::", "\\1\u200b::", shown)


def escaped(json: str) -> str:
    """JSON with every invisible character, and every `##[`, written as escapes. Its meaning stays the same."""
    return "".join(_escape(c) if c != "\n" and unicodedata.category(c) in UNSEEN else c for c in json).replace("##[", "##\\u005b")


def _escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i : i + 2].hex()}" for i in range(0, len(units), 2))


def _shown(character: str) -> str:
    if character == "\t":
        return "→"
    if ord(character) < 32:
        return chr(0x2400 + ord(character))
    if unicodedata.category(character) in UNSEEN:
        return f"<U+{ord(character):04X}>"
    return character


def width(text: str) -> int:
    """Columns that a text takes in a terminal: wide characters two, combining ones none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
