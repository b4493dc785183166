"""A parser error in a trainer's words. The parser's own sentence is never shown.

Called only after reading has failed: in text that reads well, none of these characters is wrong.
"""

from __future__ import annotations

import re

import yaml

from opptur.load import kinds
from opptur.problems import Kind, Place, Problem

SPECIAL = re.compile(r"^\s*(?:- +)*(?:[^\s:#\"'][^:\"']*:\s+)?([{}\[\]@%`*&!|>,])")
KEYED = re.compile(r"^\s*(?:- +)*[^\s:\"'#][^:\"']*:(?: |$)")
LIST_MARK = re.compile(r"[–—−‒•·‐‑]\s")
QUOTED = re.compile(r"^\s*(?:- +)*(?:[^\s:\"'#][^:\"']*: +)?([\"'])")


def explain(error: yaml.YAMLError, file: str, lines: tuple[str, ...]) -> Problem:
    """The one problem that a syntax error becomes."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or ''}"
    context = getattr(error, "context_mark", None)
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    kind, line, column, args = _cause(said, line, column, context, lines)
    text = lines[line]
    column = min(column, len(text))
    end = column + len(args.get("found", "x")) + 1
    return Problem(kind, Place(file, line + 1, column + 1, max(end, column + 2)), args, (), lines[max(0, line - 1) : line + 1])


def _cause(said: str, line: int, column: int, context: object, lines: tuple[str, ...]) -> tuple[Kind, int, int, dict[str, str]]:
    quote = _open_quote(said, context, lines)
    if quote:
        return quote
    text = lines[line]
    if text.startswith("%"):
        return kinds.DIRECTIVE, line, 0, {}
    special = _special(line, lines) or (_special(line - 1, lines) if line and "flow" in said else None)
    if special:
        return special
    if "mapping values are not allowed" in said:
        return _colon(line, column, lines)
    if "could not find expected ':'" in said:
        return _no_colon(line, context, lines)
    if "did not find expected" in said or "block" in said:
        return kinds.INDENT, line, len(text) - len(text.lstrip()), {}
    return kinds.SYNTAX, line, column, {}


def _open_quote(said: str, context: object, lines: tuple[str, ...]) -> tuple[Kind, int, int, dict[str, str]] | None:
    """A quote that never ends, or that ends in the middle of the text (`'I'm'`)."""
    if "quoted scalar" in said and context is not None:
        line, column = context.line, context.column  # type: ignore[attr-defined]
        return kinds.OPEN_QUOTE, line, column, {"found": lines[line][column]}
    return None


def _special(line: int, lines: tuple[str, ...]) -> tuple[Kind, int, int, dict[str, str]] | None:
    match = SPECIAL.match(lines[line]) if 0 <= line < len(lines) else None
    if not match or re.match(r"[|>][-+0-9]*\s*$", lines[line][match.start(1) :]):
        quoted = QUOTED.match(lines[line]) if 0 <= line < len(lines) else None
        if quoted and lines[line].rstrip()[-1:] not in ("'", '"', ","):
            return kinds.OPEN_QUOTE, line, quoted.start(1), {"found": quoted.group(1)}
        if quoted and lines[line].count(quoted.group(1)) > 2:
            return kinds.OPEN_QUOTE, line, quoted.start(1), {"found": quoted.group(1)}
        return None
    return kinds.SPECIAL_START, line, match.start(1), {"found": match.group(1)}


def _colon(line: int, column: int, lines: tuple[str, ...]) -> tuple[Kind, int, int, dict[str, str]]:
    text = lines[line]
    before = text[:column]
    if ": " in before.strip() or KEYED.match(before):
        return kinds.COLON_IN_TEXT, line, column, {}
    above = line - 1
    if above >= 0 and lines[above].strip() and not KEYED.match(lines[above]) and not lines[above].lstrip().startswith(("-", "#")):
        return _lacks_colon(above, lines)
    return kinds.INDENT, line, len(text) - len(text.lstrip()), {}


def _no_colon(line: int, context: object, lines: tuple[str, ...]) -> tuple[Kind, int, int, dict[str, str]]:
    return _lacks_colon(getattr(context, "line", line), lines)


def _lacks_colon(line: int, lines: tuple[str, ...]) -> tuple[Kind, int, int, dict[str, str]]:
    found = lines[line].strip()
    column = len(lines[line]) - len(lines[line].lstrip())
    if LIST_MARK.match(found):
        return kinds.LIST_MARK, line, column, {"found": found[0]}
    return kinds.NO_COLON, line, column, {"found": found[:40]}
