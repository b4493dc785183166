"""The strict reader: PyYAML's C event stream, walked with a stack of our own.

Why events and not a loader: PyYAML's C loaders recurse in C and crash the process on deep nesting, keep no
places, and lose duplicate keys without a word. Events arrive one at a time, so depth, anchors and size are
refused before they cost anything. The Python parser disagrees with the C parser on some inputs; only C is used.
"""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path as FilePath
from typing import Any

import yaml

from opptur.load import kinds
from opptur.load.document import Document, Value
from opptur.load.explain import example, explain
from opptur.load.places import Span, marks_of, span_of
from opptur.load.rewrite import in_quotes, on_own_lines, without_cut
from opptur.load.text import HIDDEN, decode, name_of
from opptur.problems import MOST_IN_A_FILE, Kind, Place, Problem, in_order

DEPTH_LIMIT = 12
WHY_NOT = {errno.ENOENT: "den finnes ikke", errno.EISDIR: "det er en mappe", errno.EACCES: "du har ikke lov til det"}
LOOKALIKE = re.compile(r"\s*([–—−‒•·*‐‑])[ \u00a0]|\s*([-])[\u00a0]")
CONTINUED = re.compile(r"\s*([-–—−‒•·*‐‑])\s")

_C_PARSER = getattr(yaml, "CLoader", None)


def read(path: FilePath, shown_as: str = "") -> Document | list[Problem]:
    """The document in a file, or every problem that hinders reading it."""
    file = shown_as or path.as_posix()
    try:
        raw = path.read_bytes() if path.is_file() or not path.exists() or path.is_dir() else _not_a_file()
    except OSError as error:
        why = os.strerror(error.errno or 0)
        return [Problem(kinds.UNREADABLE, Place(file), {"why": why.lower(), "why@nb": WHY_NOT.get(error.errno or 0, why)})]
    return parse(raw, file)


def _not_a_file() -> bytes:
    """A pipe or a device is never opened: reading it might not end."""
    raise OSError(errno.EINVAL, "")


def parse(raw: bytes, file: str) -> Document | list[Problem]:
    """The same for bytes. After a syntax error nothing more is said: the rest would be guesswork."""
    if _C_PARSER is None:
        return [Problem(kinds.NO_LIBYAML, Place(file))]
    text, problems = decode(raw, file)
    if problems:
        return in_order(problems)
    return _Walk(file, text).run()


class _Frame:
    """An open mapping or list. A mapping waits for a key, then for its value."""

    __slots__ = ("column", "items", "key", "lines", "values")

    def __init__(self, column: int, *, is_list: bool) -> None:
        self.column = column
        self.items: list[Value] | None = [] if is_list else None
        self.values: dict[str, Value] = {}
        self.lines: dict[str, int] = {}
        self.key: str | None = None

    def wants_key(self) -> bool:
        return self.key is None and self.items is None

    def put(self, value: Value) -> None:
        if self.items is not None:
            self.items.append(value)
        elif self.key is not None:
            self.values[self.key] = value
            self.key = None

    def value(self) -> Value:
        return self.values if self.items is None else tuple(self.items)


class _Walk:
    """One pass over the events of one file. Below the file's own value lies a list that holds it."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.lines = tuple(text.split("\n"))
        self.may_be_cut = " #" in text
        self.problems: list[Problem] = []
        self.root = _Frame(0, is_list=True)
        self.frame = self.root
        self.stack: list[_Frame] = []
        self.quoted: Span | None = None
        self.documents = 0

    def run(self) -> Document | list[Problem]:
        parser = _C_PARSER(self.text)  # type: ignore[misc]
        try:
            self._walk(parser)
        except yaml.YAMLError as error:
            self.problems.append(explain(error, self.file, self.lines, self.quoted))
        finally:
            parser.dispose()
        data = self.root.items[0] if self.root.items else ""
        if not self.problems and isinstance(data, dict):
            return Document(self.file, self.lines, data)
        if not self.problems:
            self._refuse_root(data)
        return in_order(self.problems)

    def _walk(self, parser: Any) -> None:
        handlers = {
            yaml.MappingStartEvent: self._open_mapping,
            yaml.SequenceStartEvent: self._open_list,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        next_event, scalar = parser.get_event, self._scalar
        while (event := next_event()) is not None and len(self.problems) < MOST_IN_A_FILE:
            if event.__class__ is yaml.ScalarEvent:
                scalar(event)
            elif (handler := handlers.get(event.__class__)) and handler(event) is False:
                return

    def _document(self, event: Any) -> bool:
        self.documents += 1
        if event.version or event.tags:
            self._say(kinds.DIRECTIVE, span_of(event))
            return False
        if self.documents > 1:
            self._say(kinds.MANY_DOCUMENTS, span_of(event))
            return False
        return True

    def _open_mapping(self, event: Any) -> bool:
        if event.flow_style:
            span = span_of(event)
            self._say(kinds.FLOW_MAPPING, span, **example(on_own_lines(self.lines[span[0]])))
            return False
        return self._open(event, is_list=False)

    def _open_list(self, event: Any) -> bool:
        return self._open(event, is_list=True)

    def _open(self, event: Any, *, is_list: bool) -> bool:
        span = span_of(event)
        self._refuse_marks(event, span)
        if len(self.stack) >= DEPTH_LIMIT:
            self._say(kinds.TOO_DEEP, span, limit=str(DEPTH_LIMIT))
            return False
        if self.frame.wants_key():
            line, column = span[:2]
            at = max(0, self.lines[line].rfind("?", 0, column))
            self._say(kinds.COMPLEX_KEY, (line, at, line, at + 1))
            return False
        self.stack.append(self.frame)
        self.frame = _Frame(span[1], is_list=is_list)
        return True

    def _close(self, _event: Any) -> None:
        closed, self.frame = self.frame, self.stack.pop()
        self.frame.put(closed.value())

    def _alias(self, event: Any) -> None:
        span = span_of(event)
        self._say(kinds.ALIAS, span, found=event.anchor, **example(in_quotes(self.lines[span[0]])))
        if self.frame.wants_key():
            self._take_key(f"*{event.anchor}", event)
        else:
            self.frame.put("")

    def _scalar(self, event: Any) -> None:
        value: str = event.value
        if event.anchor or event.tag:
            self._refuse_marks(event, span_of(event))
        if self.frame.wants_key():
            self._take_key(value, event)
            return
        if not event.style:
            self._check_plain(value, event)
        elif event.style in "'\"":
            self._check_quoted(value, span_of(event))
        self.frame.put(value)

    def _take_key(self, key: str, event: Any) -> None:
        frame, line, column = self.frame, event.start_mark.line, event.start_mark.column
        if column != frame.column and self.lines[line][:column].rstrip().endswith("?"):
            at = self.lines[line].rindex("?", 0, column)
            self._say(kinds.COMPLEX_KEY, (line, at, line, at + 1))
        elif key == "<<":
            self._say(kinds.MERGE, span_of(event))
        elif key in frame.lines:
            self._say(kinds.DUPLICATE, span_of(event), found=key, first=str(frame.lines[key] + 1))
        frame.key = key
        frame.lines.setdefault(key, line)

    def _check_plain(self, value: str, event: Any) -> None:
        """Unquoted text: nothing may be lost after ` #`, and no list mark may hide in it."""
        if value.isascii() and not self.may_be_cut and event.start_mark.line == event.end_mark.line:
            return
        first, column, last, end = span_of(event)
        if mark := LOOKALIKE.match(value):
            fixed = f"- {self.lines[first][column + mark.end() :].strip()}"
            self._say(kinds.LIST_MARK, (first, column, first, column + 1), found=mark.group().strip(), example=fixed)
        elif last > first:
            self._check_continued(first + 1, last)
        if self.may_be_cut and value and self.lines[last][end:].lstrip(" ").startswith("#"):
            at = self.lines[last].index("#", end)
            self._say(kinds.CUT_OFF, (last, at, last, len(self.lines[last])), **example(without_cut(self.lines[last], at)))

    def _check_quoted(self, value: str, span: Span) -> None:
        r"""Text in quotes: `"\u2028"` is as unwelcome as the character itself."""
        if span[2] > span[0]:
            self.quoted = span
        if hidden := HIDDEN.search(value):
            name = name_of(hidden.group())
            self._say(kinds.HIDDEN_CHARACTER, span, **{"name": name[1], "name@nb": name[0]})

    def _check_continued(self, first: int, last: int) -> None:
        """Text that goes on over several lines: a list mark there was meant to begin an entry. The first is told."""
        for number in range(first, last + 1):
            if more := CONTINUED.match(self.lines[number]):
                at = more.start(1)
                kind, args = (kinds.INDENT, {"count": str(at)}) if more[1] == "-" else (kinds.LIST_MARK, {"found": more[1]})
                self._say(kind, (number, at, number, at + 1), **args)
                return

    def _refuse_marks(self, event: Any, span: Span) -> None:
        if not event.anchor and not event.tag:
            return
        line, column = span[:2]
        written = self.lines[line][column:].split(" ")[0]
        place, fixed = (line, column, line, column + len(written)), example(in_quotes(self.lines[line]))
        if event.anchor:
            self._say(kinds.ANCHOR, place, found=event.anchor, **fixed)
        if event.tag:
            self._say(kinds.TAG, place, found=written, **fixed)

    def _refuse_root(self, data: Value) -> None:
        if data == "":
            self._say(kinds.EMPTY_FILE, (0, 0, 0, 0))
        else:
            shape = ("en liste", "a list") if isinstance(data, tuple) else ("løs tekst", "loose text")
            self._say(kinds.NOT_FIELDS, marks_of(self.text).span, **{"shape": shape[1], "shape@nb": shape[0]})

    def _say(self, kind: Kind, span: Span, **args: str) -> None:
        line, column, last, end = span
        stop = end if last == line else len(self.lines[line])
        place = Place(self.file, line + 1, column + 1, max(stop, column + 1) + 1)
        if stop > column:
            place = Place(self.file, line + 1, column + 1, stop + 1)
        self.problems.append(Problem(kind, place, args, (), self.lines[max(0, line - 1) : line + 1]))
