"""Where a play and its translation tell different facts. A text may differ, but not the fields in it.

What is a fact is said by the model: keys, numbers, times and ids are marked `Fact`, lists are as long in one
language as in the other unless marked `FreeLength`, and what is marked `Own` is never compared.
"""

from __future__ import annotations

from collections.abc import Mapping
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


def differences(mine: PlayFile, theirs: PlayFile) -> list[Difference]:
    """Every difference in the sections that both files have."""
    found: list[Difference] = []
    for name, marks in fields_of(Play):
        if name in mine.sections and name in theirs.sections:
            _compare(found, getattr(mine.play, name), getattr(theirs.play, name), (name,), marks)
    return found


def between(mine: Part, theirs: Part) -> list[Difference]:
    """Every difference between two values of the same model."""
    found: list[Difference] = []
    _compare(found, mine, theirs, (), frozenset())
    return found


@cache
def fields_of(part: type[Part]) -> tuple[tuple[str, frozenset[type]], ...]:
    """A part's fields that are to be compared, each with its marks."""
    found = {name: _marks((info.annotation, *info.metadata)) for name, info in part.model_fields.items()}
    return tuple((name, marks) for name, marks in found.items() if Own not in marks)


def _marks(annotations: tuple[Any, ...]) -> frozenset[type]:
    """The marks in annotations such as `Annotated[str, Own()] | None`; lists are looked into as well."""
    inner = [_marks(get_args(annotation)) for annotation in annotations]
    return frozenset(type(mark) for mark in annotations if isinstance(mark, MARKS)).union(*inner)


def _compare(found: list[Difference], mine: Any, theirs: Any, path: Path, marks: frozenset[type]) -> None:
    if mine.__class__ is str and theirs.__class__ is str:
        _compare_texts(found, mine, theirs, path, marks)
    elif (mine is None) != (theirs is None):
        found.append(Difference("presence", path, mine, theirs))
    elif isinstance(mine, Part):
        for name, inner in fields_of(mine.__class__):
            _compare(found, getattr(mine, name), getattr(theirs, name), (*path, name), inner)
    elif isinstance(mine, dict):
        _compare_keys(found, mine, theirs, path)
    elif mine.__class__ is tuple:
        _compare_lists(found, mine, theirs, path, marks)
    elif mine != theirs:
        found.append(Difference("fact", path, mine, theirs))


def _compare_texts(found: list[Difference], mine: str, theirs: str, path: Path, marks: frozenset[type]) -> None:
    if Fact in marks:
        if mine != theirs:
            found.append(Difference("fact", path, mine, theirs))
    elif ("{" in mine or "{" in theirs) and {*placeholders(mine)} != {*placeholders(theirs)}:
        found.append(Difference("placeholders", path, mine, theirs))


def _compare_keys(found: list[Difference], mine: Mapping[str, Any], theirs: Mapping[str, Any], path: Path) -> None:
    for key in (*mine, *(key for key in theirs if key not in mine)):
        if key in mine and key in theirs:
            _compare(found, mine[key], theirs[key], (*path, key), frozenset())
        else:
            found.append(Difference("presence", (*path, key), mine.get(key), theirs.get(key)))


def _compare_lists(found: list[Difference], mine: tuple[Any, ...], theirs: tuple[Any, ...], path: Path, marks: frozenset[type]) -> None:
    if FreeLength in marks:
        return
    if len(mine) != len(theirs):
        found.append(Difference("length", path, len(mine), len(theirs)))
        return
    for number, pair in enumerate(zip(mine, theirs, strict=True)):
        _compare(found, *pair, (*path, number), marks)
