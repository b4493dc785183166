"""A parser error in a trainer's words. The parser's own sentence is never shown.

Called only after reading has failed: in text that reads well, none of these characters is wrong.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from opptur.load import kinds
from opptur.load.places import Span
from opptur.load.rewrite import in_other_quotes, in_quotes
from opptur.problems import Kind, Place, Problem

SPECIAL = re.compile(r"^\s*(?:- +)*(?:[^\s:#\"'{}\[\]@%`*&!|>,][^:\"']*:\s+)?([{}\[\]@%`*&!|>,]|\?(?=\s|$))")
KEYED = re.compile(r"^\s*(?:- +)*[^\s:\"'#][^:\"']*:(?: |$)")
NO_SPACE = re.compile(r"^\s*(?:- +)*([^\s:\"'#{]+:)(?=[^\s/:])")
LIST_MARK = re.compile(r"[–—−‒•·*‐‑]\s|-(?=[^\s-])")
QUOTED = re.compile(r"^\s*(?:- +)*(?:[^\s:\"'#][^:\"']*: +)?([\"'])")
BLOCK = re.compile(r"[|>][-+0-9]*\s*$")
LONGEST = 60


class Cause(NamedTuple):
    """What is wrong, and where: line and column count from 0."""

    kind: Kind
    line: int
    column: int
    args: dict[str, str]
    width: int = 1


def explain(error: yaml.YAMLError, file: str, lines: tuple[str, ...], quoted: Span | None = None) -> Problem:
    """The one problem that a syntax error becomes. `quoted` is the last text in quotes that went over several lines."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    line, column = (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)
    cause = _quote(said, getattr(error, "context_mark", None), line, lines, quoted) or _cause(said, line, column, error, lines)
    column = min(cause.column, len(lines[cause.line]))
    place = Place(file, cause.line + 1, column + 1, column + 1 + max(1, cause.width))
    return Problem(cause.kind, place, cause.args, (), lines[max(0, cause.line - 1) : cause.line + 1])


def _quote(said: str, context: Any, line: int, lines: tuple[str, ...], quoted: Span | None) -> Cause | None:
    """A quote that never ends, or one that ends where another was meant to begin, further down."""
    if "escape" in said or "hexdecimal" in said:
        return _backslash(line, lines)
    if "quoted scalar" in said and context is not None:
        return _open_quote(context.line, context.column, lines)
    if quoted is not None and quoted[2] == line:
        return _open_quote(quoted[0], quoted[1], lines)
    return None


def _backslash(line: int, lines: tuple[str, ...]) -> Cause | None:
    """A backslash in double quotes, which begins a code there."""
    found = re.search(r"\\.?", lines[line])
    return Cause(kinds.BACKSLASH, line, found.start(), {"found": found[0]}, len(found[0])) if found else None


def _open_quote(line: int, column: int, lines: tuple[str, ...]) -> Cause:
    return Cause(kinds.OPEN_QUOTE, line, column, {"found": lines[line][column], **example(in_other_quotes(lines[line], column))})


def _cause(said: str, line: int, column: int, error: yaml.YAMLError, lines: tuple[str, ...]) -> Cause:
    if lines[line].startswith("%"):
        return Cause(kinds.DIRECTIVE, line, 0, {})
    if "could not find expected ':'" in said:
        return _no_field(getattr(getattr(error, "context_mark", None), "line", line), lines)
    special = _special(line, lines) or (_special(line - 1, lines) if line and "flow" in said else None)
    if special:
        return special
    if "mapping values are not allowed" in said:
        return _colon(line, column, lines)
    if "did not find expected" in said or "block" in said:
        return _indent(line, lines)
    return Cause(kinds.SYNTAX, line, column, {})


def _special(line: int, lines: tuple[str, ...]) -> Cause | None:
    """A character with a meaning of its own, or a quote, at the start of a line's text."""
    text = lines[line]
    match = SPECIAL.match(text)
    if match and not BLOCK.match(text[match.start(1) :]):
        if text[: match.start(1)].strip() in ("", "-") and LIST_MARK.match(text[match.start(1) :]):
            return _list_mark(line, match.start(1), lines)
        return Cause(kinds.SPECIAL_START, line, match.start(1), {"found": match.group(1), **example(in_quotes(text))})
    quoted = QUOTED.match(text)
    if quoted and (text.rstrip()[-1] not in "'\"," or text.count(quoted.group(1)) > 2):
        return _open_quote(line, quoted.start(1), lines)
    return None


def _colon(line: int, column: int, lines: tuple[str, ...]) -> Cause:
    """A colon where no field may begin: inside a text, or below a line that is no field."""
    before = lines[line][:column]
    if ": " in before.strip() or KEYED.match(before):
        return Cause(kinds.COLON_IN_TEXT, line, column, example(in_quotes(lines[line])))
    above = lines[line - 1] if line else ""
    if NO_SPACE.match(above) or (above.strip() and not KEYED.match(above) and not above.lstrip().startswith(("-", "#"))):
        return _no_field(line - 1, lines)
    return _indent(line, lines)


def _indent(line: int, lines: tuple[str, ...]) -> Cause:
    """The line that stands out. A complete field at the margin between deeper ones is to blame before the line below it."""
    depth = _depth(lines[line])
    if line > 1 and _depth(lines[line - 1]) < depth == _depth(lines[line - 2]) and re.match(r"\s*\w+: \S", lines[line - 1]):
        line, depth = line - 1, _depth(lines[line - 1])
    width = len(lines[line].split(":")[0].strip()) if KEYED.match(lines[line]) else 1
    return Cause(kinds.INDENT, line, depth, {"count": str(depth)}, width)


def _depth(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _no_field(line: int, lines: tuple[str, ...]) -> Cause:
    """A line that should have been a field: it lacks the space after the colon, or the colon, or a list mark."""
    text = lines[line]
    if match := NO_SPACE.match(text):
        fixed = f"{text[: match.end(1)].strip()} {text[match.end(1) :].strip()}"
        return Cause(kinds.NO_SPACE, line, match.start(1), {"found": match.group(1), **example(fixed)}, len(match.group(1)))
    if LIST_MARK.match(text.strip()):
        return _list_mark(line, _depth(text), lines)
    found = text.strip()
    shown = found if len(found) <= LONGEST else found[: LONGEST - 1] + "…"
    return Cause(kinds.NO_COLON, line, _depth(text), {"found": shown}, len(found))


def _list_mark(line: int, column: int, lines: tuple[str, ...]) -> Cause:
    found = lines[line][column : column + 2].strip()
    return Cause(kinds.LIST_MARK, line, column, {"found": found, **example(f"- {lines[line][column + 1 :].strip()}")}, len(found))


def example(text: str) -> dict[str, str]:
    """The argument for a right example, when there is one better than the kind's own."""
    return {"example": text} if text else {}
