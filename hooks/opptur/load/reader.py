"""The strict reader: PyYAML's C event stream, walked with a stack of our own.

Why events and not a loader: PyYAML's C loaders recurse in C and crash the process on deep nesting, keep no
places, and lose duplicate keys without a word. Events arrive one at a time, so depth, anchors and size are
refused before they cost anything. The Python parser disagrees with the C parser on some inputs; only C is used.
"""

from __future__ import annotations

import os
import re
from pathlib import Path as FilePath
from typing import Any

import yaml

from opptur.load import kinds
from opptur.load.document import Document, Marks, Span, Value
from opptur.load.explain import example, explain
from opptur.load.rewrite import in_quotes, on_own_lines, without_cut
from opptur.load.text import HIDDEN, decode, name_of
from opptur.problems import Kind, Place, Problem, in_order

DEPTH_LIMIT = 12
LOOKALIKE = re.compile(r"\s*([–—−‒•·*‐‑])[ \u00a0]|\s*([-])[\u00a0]")
CONTINUED = re.compile(r"\s*([-–—−‒•·*‐‑])\s")

_C_PARSER = getattr(yaml, "CLoader", None)


def read(path: FilePath, shown_as: str = "") -> Document | list[Problem]:
    """The document in a file, or every problem that hinders reading it."""
    file = shown_as or path.as_posix()
    try:
        raw = path.read_bytes()
    except OSError as error:
        return [Problem(kinds.UNREADABLE, Place(file), {"why": os.strerror(error.errno or 0)})]
    return parse(raw, file)


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

    __slots__ = ("children", "items", "key", "keys", "span", "values")

    def __init__(self, span: Span, *, is_list: bool) -> None:
        self.span = span
        self.items: list[Value] | None = [] if is_list else None
        self.values: dict[str, Value] = {}
        self.keys: dict[str, Span] = {}
        self.children: dict[str | int, Marks] = {}
        self.key: str | None = None

    def wants_key(self) -> bool:
        return self.key is None and self.items is None

    def put(self, value: Value, marks: Marks) -> None:
        if self.items is not None:
            self.children[len(self.items)] = marks
            self.items.append(value)
        elif self.key is not None:
            self.values[self.key] = value
            self.children[self.key] = marks
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
        self.root = _Frame((0, 0, 0, 0), is_list=True)
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
            return Document(self.file, self.lines, data, self.root.children[0])
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
        while (event := next_event()) is not None:
            if event.__class__ is yaml.ScalarEvent:
                scalar(event)
            elif (handler := handlers.get(event.__class__)) and handler(event) is False:
                return

    def _document(self, event: Any) -> bool:
        self.documents += 1
        if event.version or event.tags:
            self._say(kinds.DIRECTIVE, _span(event))
            return False
        if self.documents > 1:
            self._say(kinds.MANY_DOCUMENTS, _span(event))
            return False
        return True

    def _open_mapping(self, event: Any) -> bool:
        if event.flow_style:
            span = _span(event)
            self._say(kinds.FLOW_MAPPING, span, **example(on_own_lines(self.lines[span[0]])))
            return False
        return self._open(event, is_list=False)

    def _open_list(self, event: Any) -> bool:
        return self._open(event, is_list=True)

    def _open(self, event: Any, *, is_list: bool) -> bool:
        span = _span(event)
        self._refuse_marks(event, span)
        if len(self.stack) >= DEPTH_LIMIT:
            self._say(kinds.TOO_DEEP, span, limit=str(DEPTH_LIMIT))
            return False
        if self.frame.wants_key():
            self._say(kinds.COMPLEX_KEY, span)
            return False
        self.stack.append(self.frame)
        self.frame = _Frame(span, is_list=is_list)
        return True

    def _close(self, event: Any) -> None:
        closed, self.frame = self.frame, self.stack.pop()
        end = event.end_mark
        span = (*closed.span[:2], end.line, end.column)
        self.frame.put(closed.value(), Marks(span, closed.keys, closed.children))

    def _alias(self, event: Any) -> None:
        span = _span(event)
        self._say(kinds.ALIAS, span, found=event.anchor, **example(in_quotes(self.lines[span[0]])))
        if self.frame.wants_key():
            self._take_key(f"*{event.anchor}", span)
        else:
            self.frame.put("", Marks(span))

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        span = (start.line, start.column, end.line, end.column)
        value: str = event.value
        if event.anchor or event.tag:
            self._refuse_marks(event, span)
        if self.frame.wants_key():
            self._take_key(value, span)
            return
        if not event.style:
            self._check_plain(value, span)
        elif event.style in "'\"":
            self._check_quoted(value, span)
        self.frame.put(value, Marks(span))

    def _take_key(self, key: str, span: Span) -> None:
        frame = self.frame
        if span[1] != frame.span[1] and self.lines[span[0]][: span[1]].rstrip().endswith("?"):
            at = self.lines[span[0]].rindex("?", 0, span[1])
            self._say(kinds.COMPLEX_KEY, (span[0], at, span[0], at + 1))
        elif key == "<<":
            self._say(kinds.MERGE, span)
        elif key in frame.keys:
            self._say(kinds.DUPLICATE, span, found=key, first=str(frame.keys[key][0] + 1))
            key = f"{key}\0{span[0]}"
        frame.key, frame.keys[key] = key, span

    def _check_plain(self, value: str, span: Span) -> None:
        """Unquoted text: nothing may be lost after ` #`, and no list mark may hide in it."""
        first, column, last, end = span
        if mark := LOOKALIKE.match(value):
            fixed = f"- {self.lines[first][column + mark.end() :].strip()}"
            self._say(kinds.LIST_MARK, (first, column, first, column + 1), found=mark.group().strip(), example=fixed)
        elif last > first:
            self._check_continued(first + 1, last)
        if self.may_be_cut and value and self.lines[last][end:].lstrip(" ").startswith("#"):
            at = self.lines[last].index("#", end)
            self._say(kinds.CUT_OFF, (last, at, last, len(self.lines[last])), **example(without_cut(self.lines[last], at)))

    def _check_quoted(self, value: str, span: Span) -> None:
        """Text in quotes: `"\\u2028"` is as unwelcome as the character itself."""
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
            self._say(kinds.NOT_FIELDS, self.root.children[0].span, **{"shape": shape[1], "shape@nb": shape[0]})

    def _say(self, kind: Kind, span: Span, **args: str) -> None:
        line, column, last, end = span
        stop = end if last == line else len(self.lines[line])
        place = Place(self.file, line + 1, column + 1, max(stop, column + 1) + 1)
        if stop > column:
            place = Place(self.file, line + 1, column + 1, stop + 1)
        self.problems.append(Problem(kind, place, args, (), self.lines[max(0, line - 1) : line + 1]))


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    return (start.line, start.column, end.line, end.column)
