"""Where a play and its translation tell different facts. A text may differ, but not the fields in it.

What is a fact is said by the model: keys, numbers, times and ids are marked `Fact`, lists are as long in one
language as in the other unless marked `FreeLength`, and what is marked `Own` is never compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, NamedTuple, get_args

from opptur.model.fields import Fact, FreeLength, Own, Part
from opptur.model.library import PlayFile
from opptur.model.play import Play
from opptur.problems import Path
from opptur.rules.texts import placeholders

MARKS = (Fact, FreeLength, Own)


class Difference(NamedTuple):
    """One place where two twins disagree, and what each of them has there."""

    kind: Literal["fact", "length", "placeholders", "presence"]
    path: Path
    mine: Any
    theirs: Any


def differences(mine: PlayFile, theirs: PlayFile) -> Iterator[Difference]:
    """Every difference in the sections that both files have."""
    for name, marks in fields_of(Play):
        if name in mine.sections and name in theirs.sections:
            yield from _compare(getattr(mine.play, name), getattr(theirs.play, name), (name,), marks)


@cache
def fields_of(part: type[Part]) -> tuple[tuple[str, frozenset[type]], ...]:
    """A part's fields that are to be compared, each with its marks."""
    found = {name: _marks((info.annotation, *info.metadata)) for name, info in part.model_fields.items()}
    return tuple((name, marks) for name, marks in found.items() if Own not in marks)


def _marks(annotations: tuple[Any, ...]) -> frozenset[type]:
    """The marks in annotations such as `Annotated[str, Own()] | None`; lists are looked into as well."""
    inner = [_marks(get_args(annotation)) for annotation in annotations]
    return frozenset(type(mark) for mark in annotations if isinstance(mark, MARKS)).union(*inner)


def _compare(mine: Any, theirs: Any, path: Path, marks: frozenset[type]) -> Iterator[Difference]:
    if mine.__class__ is str and theirs.__class__ is str:
        yield from _compare_texts(mine, theirs, path, marks)
    elif (mine is None) != (theirs is None):
        yield Difference("presence", path, mine, theirs)
    elif isinstance(mine, Part):
        for name, inner in fields_of(mine.__class__):
            yield from _compare(getattr(mine, name), getattr(theirs, name), (*path, name), inner)
    elif isinstance(mine, dict):
        yield from _compare_keys(mine, theirs, path)
    elif mine.__class__ is tuple:
        yield from _compare_lists(mine, theirs, path, marks)
    elif mine != theirs:
        yield Difference("fact", path, mine, theirs)


def _compare_texts(mine: str, theirs: str, path: Path, marks: frozenset[type]) -> Iterator[Difference]:
    if Fact in marks:
        if mine != theirs:
            yield Difference("fact", path, mine, theirs)
    elif ("{" in mine or "{" in theirs) and {*placeholders(mine)} != {*placeholders(theirs)}:
        yield Difference("placeholders", path, mine, theirs)


def _compare_keys(mine: Mapping[str, Any], theirs: Mapping[str, Any], path: Path) -> Iterator[Difference]:
    for key in (*mine, *(key for key in theirs if key not in mine)):
        if key in mine and key in theirs:
            yield from _compare(mine[key], theirs[key], (*path, key), frozenset())
        else:
            yield Difference("presence", (*path, key), mine.get(key), theirs.get(key))


def _compare_lists(mine: tuple[Any, ...], theirs: tuple[Any, ...], path: Path, marks: frozenset[type]) -> Iterator[Difference]:
    if FreeLength in marks:
        return
    if len(mine) != len(theirs):
        yield Difference("length", path, len(mine), len(theirs))
        return
    for number, pair in enumerate(zip(mine, theirs, strict=True)):
        yield from _compare(*pair, (*path, number), marks)
