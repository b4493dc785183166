"""A file as it was read: its values, and where each of them stands.

Values are plain: `dict`, `tuple` and `str`. Every scalar is text; the model gives it its type.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from opptur.load.places import Marks, Span, marks_of
from opptur.problems import Kind, Path, Place, Problem

Value: TypeAlias = "str | tuple[Value, ...] | dict[str, Value]"


@dataclass(frozen=True)
class Document:
    """One readable file. `file` is the path as it should be shown to people."""

    file: str
    lines: tuple[str, ...]
    data: dict[str, Value]

    @cached_property
    def marks(self) -> Marks:
        """Where each value stands: a tree of the same shape as the values."""
        return marks_of("\n".join(self.lines))

    def value(self, path: Path) -> Value | None:
        """The value at a path, or None when the path leads nowhere."""
        found: Value = self.data
        for step in path:
            if isinstance(found, dict) and step in found:
                found = found[str(step)]
            elif isinstance(found, tuple) and isinstance(step, int) and step < len(found):
                found = found[step]
            else:
                return None
        return found

    def marks_at(self, path: Path) -> tuple[Marks, Span | None, int]:
        """The deepest marks on the way along a path, the key that led there, and how many steps held."""
        marks, key = self.marks, None
        for depth, step in enumerate(path):
            child = marks.children.get(step)
            if child is None:
                return marks, key, depth
            key = marks.keys.get(str(step))
            marks = child
        return marks, key, len(path)

    def problem(self, kind: Kind, path: Path, args: Mapping[str, str], *, match: str = "", at_key: bool = False, nth: int = 0) -> Problem:  # noqa: PLR0913 - each says where, and all but three may be left out
        """A problem at the value of `path`, at its key, or at the words `match` within it."""
        place = self.place(path, match=match, at_key=at_key, nth=nth)
        return Problem(kind, place, args, path, self.around(place.line))

    def place(self, path: Path = (), *, match: str = "", at_key: bool = False, nth: int = 0) -> Place:
        marks, key, depth = self.marks_at(path)
        lost = depth < len(path)
        if match and not lost:
            found = self._find(match, marks.span, nth)
            if found:
                return found
        span = key if key is not None and (at_key or lost or marks.children or not _visible(marks.span)) else marks.span
        return self._clipped(span)

    def around(self, line: int) -> tuple[str, ...]:
        return self.lines[max(0, line - 2) : line]

    def _clipped(self, span: Span) -> Place:
        """The first line of a span, so that a caret can be drawn under it."""
        line, column, last, end = span
        text = self.lines[line] if line < len(self.lines) else ""
        if not _visible(span) and text[:column].endswith("-"):
            column -= 1
        if last > line and text[column : column + 1] in ("|", ">"):
            below = self.lines[line + 1] if line + 1 < len(self.lines) else ""
            if below.strip():
                indent = len(below) - len(below.lstrip(" "))
                return Place(self.file, line + 2, indent + 1, len(below) + 1)
        stop = end if last == line else len(text)
        return Place(self.file, line + 1, column + 1, max(stop, column + 1) + 1)

    def _find(self, match: str, span: Span, nth: int) -> Place | None:
        """The nth place of `match` in the raw lines of a span."""
        first, column, last, end = span
        for number in range(first, min(last, len(self.lines) - 1) + 1):
            text = self.lines[number]
            start = column if number == first else 0
            stop = end if number == last else len(text)
            position = text.find(match, start, stop)
            while position >= 0:
                if nth == 0:
                    return Place(self.file, number + 1, position + 1, position + len(match) + 1)
                nth -= 1
                position = text.find(match, position + 1, stop)
        return None


def _visible(span: Span) -> bool:
    return span[:2] != span[2:]


def texts(value: Value | None, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text below a value, with the path to it, in the order of the file."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from texts(part, (*path, key))
    else:
        for number, part in enumerate(value or ()):
            yield from texts(part, (*path, number))
