"""Two states of the plays to the changes between them, value by value. How a file is laid out does not count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from opptur.load.document import Document, Value
from opptur.problems import Path

Documents: TypeAlias = Mapping[tuple[str, str], Document]
"""Each play that can be read, by id and language."""

State = Literal["new", "gone", "changed", "laid_out", "same"]
AUDIENCES = ("customer", "seller", "workshop", "keepers")
CONCERNS = {"messages": "customer", "training": "workshop", "search_terms": "keepers", "about": "keepers"}
"""Whom the sections of a play concern; the others are the seller's."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value that is not what it was; None where it was not, or is no more. The path is the new one where there is one."""

    path: Path
    before: str | None
    after: str | None

    @property
    def audience(self) -> str:
        """Whom it concerns."""
        return CONCERNS.get(str(self.path[0]), "seller")


@dataclass(frozen=True, slots=True)
class PlayChange:
    """What has happened to one file. `alone` are messages that changed here and in no other language of the play."""

    id: str
    lang: str
    title: str
    state: State
    changes: tuple[Change, ...] = ()
    alone: tuple[Change, ...] = ()


def between(old: Documents, new: Documents) -> list[PlayChange]:
    """Every file that is new, gone, or not as it was, in the order of ids and languages."""
    found = [_of_file(key, old.get(key), new.get(key)) for key in sorted({*old, *new})]
    changed = {(one.id, one.lang): {change.path[:3] for change in one.changes} for one in found}
    return [replace(one, alone=tuple(_alone(one, changed))) for one in found if one.state != "same"]


def _of_file(key: tuple[str, str], before: Document | None, after: Document | None) -> PlayChange:
    there = after or before
    title = str(there.data.get("title", "")) if there else ""
    if before is None or after is None:
        return PlayChange(*key, title, "gone" if after is None else "new")
    changes = tuple(changes_between(before.data, after.data))
    same = before.lines == after.lines
    return PlayChange(*key, title, "changed" if changes else "same" if same else "laid_out", changes)


def _alone(one: PlayChange, changed: Mapping[tuple[str, str], set[Path]]) -> Iterator[Change]:
    """The changed messages that no other language of the play followed; one for each message."""
    others = [paths for key, paths in changed.items() if key[0] == one.id and key[1] != one.lang]
    followed = set[Path]().union(*others)
    for change in one.changes:
        if others and change.audience == "customer" and change.path[:3] not in followed:
            followed.add(change.path[:3])
            yield replace(change, path=change.path[:3])


def changes_between(before: Value | None, after: Value | None, path: Path = ()) -> Iterator[Change]:
    """The smallest values that differ. Entries of a list are set beside those they are most like."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*before, *after)):
            yield from changes_between(before.get(key), after.get(key), (*path, key))
    elif isinstance(before, tuple) and isinstance(after, tuple):
        yield from _in_list(before, after, path)
    elif isinstance(before, dict | tuple) or isinstance(after, dict | tuple):
        yield from (Change((*path, *below), text, None) for below, text in leaves(before))
        yield from (Change((*path, *below), None, text) for below, text in leaves(after))
    elif before != after:
        yield Change(path, before, after)


def _in_list(before: tuple[Value, ...], after: tuple[Value, ...], path: Path) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [repr(each) for each in before], [repr(each) for each in after], autojunk=False)
    for kind, start, end, to, stop in matcher.get_opcodes():
        if kind != "equal":
            pairs = min(end - start, stop - to)
            for number in range(pairs):
                yield from changes_between(before[start + number], after[to + number], (*path, to + number))
            for number in range(start + pairs, end):
                yield Change((*path, number), told(before[number]), None)
            for number in range(to + pairs, stop):
                yield Change((*path, number), None, told(after[number]))


def leaves(value: Value | None, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text below a value, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from leaves(part, (*path, key))
    else:
        for number, part in enumerate(value or ()):
            yield from leaves(part, (*path, number))


def told(value: Value) -> str:
    """A whole entry as one text."""
    return " · ".join(text for _, text in leaves(value))
