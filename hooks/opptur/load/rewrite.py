"""A trainer's own line as it should have been written, for the example below a problem. Empty when we cannot tell."""

from __future__ import annotations

import re

VALUE = re.compile(r"^\s*(?:- +)*(?:[^\s:\"'#][^:\"']*:\s+)?")
"""All that stands before the text of a line: indentation, list marks, field name."""

PAIRS = ("“”", "””", "„“", "„”", "«»", "»«", "‘’")
"""Quotes that people type and that do not count as quotes in YAML."""

LONGEST = 120


def in_quotes(line: str, start: int = -1) -> str:
    """The line with its text, or all that follows `start`, in quotes that count."""
    start = _start(line) if start < 0 else start
    text = _bare(line[start:].strip())
    mark = "'" if '"' in text or "\\" in text else '"'
    return "" if mark in text or len(text) > LONGEST else f"{line[:start].strip()} {mark}{text}{mark}".strip()


def in_other_quotes(line: str, column: int) -> str:
    """The line with the quote that opens at `column` closed, or with the other sort around the text."""
    mark, text = line[column], line[column + 1 :].rstrip()
    other = '"' if mark == "'" else "'"
    if mark not in text:
        other = mark
    else:
        text = text[:-1] if text.endswith(mark) else mark + text
    return "" if other in text or len(text) > LONGEST else f"{line[:column].strip()} {other}{text}{other}".strip()


def on_own_lines(line: str) -> str:
    """Fields written as `{a: 1, b: 2}`, each on a line of its own; the line in quotes when there are no such fields."""
    start = _start(line)
    fields = re.fullmatch(r"\{\s*(\w+:\s[^{}\[\]\"']+)\}", line[start:].strip())
    if not fields or not line[:start].strip():
        return in_quotes(line)
    return "\n  ".join([line[:start].strip(), *re.split(r"\s*,\s*(?=\w+:\s)", fields[1].strip())])


def without_cut(line: str, column: int) -> str:
    """The line whose text is cut off by the `#` at `column`: a remark on its own line, or all of it in quotes."""
    if line[column + 1 : column + 2] == " ":
        return f"{line[column:].rstrip()}\n{line[:column].strip()}"
    return in_quotes(line)


def _start(line: str) -> int:
    found = VALUE.match(line)
    return found.end() if found else 0


def _bare(text: str) -> str:
    """The text without quotes that stand around it and do not count, and without one at the end that never began."""
    if any(text.startswith(pair[0]) and text.endswith(pair[1]) for pair in PAIRS):
        return text[1:-1]
    return text[:-1] if text.endswith('"') and text.count('"') == 1 else text


def quoted(text: str) -> str:
    """A line of text as a value: bare where it reads as it stands, in quotes where it would be read as something else."""
    bare = re.fullmatch(r"[\w(«“][^\n]*", text) and not re.search(r":(\s|$)|\s#", text) and text == text.strip()
    return text if bare else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
