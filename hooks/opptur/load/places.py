"""Where everything in a file stands. Most files are never asked, so they are walked once more when someone does."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

import yaml

Span: TypeAlias = tuple[int, int, int, int]
"""First line, first column, last line, end column: zero-based as the parser gives them."""


class Marks(NamedTuple):
    """Where a value stands. `keys` and `children` are filled for mappings, `children` for lists."""

    span: Span
    keys: Mapping[str, Span] = MappingProxyType({})
    children: Mapping[str | int, Marks] = MappingProxyType({})


def marks_of(text: str) -> Marks:
    """The places in a text that the strict reader has accepted: one value, without aliases, not nested deeply."""
    parser: Any = yaml.CLoader(text)
    try:
        while not parser.check_event(yaml.DocumentStartEvent):
            parser.get_event()
        parser.get_event()
        return _marks(parser, parser.get_event())
    finally:
        parser.dispose()


def _marks(parser: Any, event: Any) -> Marks:
    keys: dict[str, Span] = {}
    children: dict[str | int, Marks] = {}
    end = event
    if isinstance(event, yaml.MappingStartEvent):
        while not isinstance(end := parser.get_event(), yaml.MappingEndEvent):
            keys[end.value] = span_of(end)
            children[end.value] = _marks(parser, parser.get_event())
    elif isinstance(event, yaml.SequenceStartEvent):
        while not isinstance(end := parser.get_event(), yaml.SequenceEndEvent):
            children[len(children)] = _marks(parser, end)
    return Marks((*span_of(event)[:2], *span_of(end)[2:]), keys, children)


def span_of(event: Any) -> Span:
    """The stretch of text that an event of the parser covers."""
    start, end = event.start_mark, event.end_mark
    return (start.line, start.column, end.line, end.column)
