"""Two states of the plays to the changes between them, value by value. How a file is laid out does not count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import PurePosixPath
from typing import Literal, TypeAlias

from opptur.load.document import Document, Value, texts
from opptur.problems import Path

Documents: TypeAlias = Mapping[tuple[str, str], Document]
"""Each play that can be read, by id and language."""

ALIKE = 0.4
"""From this likeness on, two entries of a list are the same entry, edited: 0 is no word in common, 1 is every word."""

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
    changed = {(one.id, one.lang): {change.path[:3] for change in one.changes} for one in found if one.state not in ("new", "gone")}
    return [replace(one, alone=tuple(_alone(one, changed))) for one in found if one.state != "same"]


def _of_file(key: tuple[str, str], before: Document | None, after: Document | None) -> PlayChange:
    there = after or before
    title = str(there.data.get("title", "")) if there else ""
    if before is None or after is None:
        return PlayChange(*key, title, "gone" if after is None else "new")
    moved = changes_between(family_of(before), family_of(after), ("family",))
    changes = (*moved, *changes_between(before.data, after.data))
    same = before.lines == after.lines
    return PlayChange(*key, title, "changed" if changes else "same" if same else "laid_out", changes)


def family_of(document: Document) -> str:
    """The folder that a play lies in: its family, which is told on pages and in lists."""
    return PurePosixPath(document.file).parent.name


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
        yield from (Change((*path, *below), text, None) for below, text in texts(before))
        yield from (Change((*path, *below), None, text) for below, text in texts(after))
    elif before != after:
        yield Change(path, before, after)


def _in_list(before: tuple[Value, ...], after: tuple[Value, ...], path: Path) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [repr(each) for each in before], [repr(each) for each in after], autojunk=False)
    for kind, start, end, to, stop in matcher.get_opcodes():
        if kind != "equal":
            for old, new in _paired(before[start:end], after[to:stop]):
                if old is None:
                    yield Change((*path, to + (new or 0)), None, told(after[to + (new or 0)]))
                elif new is None:
                    yield Change((*path, start + old), told(before[start + old]), None)
                else:
                    yield from changes_between(before[start + old], after[to + new], (*path, to + new))


def _paired(before: Sequence[Value], after: Sequence[Value]) -> list[tuple[int | None, int | None]]:
    """Entries beside those they are most like, in order; one that is like none of the others stands alone."""
    if len(before) == len(after) == 1:
        return [(0, 0)]
    best: dict[tuple[int, int], tuple[float, list[tuple[int | None, int | None]]]] = {(0, 0): (0.0, [])}
    for old in range(len(before) + 1):
        for new in range(len(after) + 1):
            ways = [(best[old - 1, new][0], [*best[old - 1, new][1], (old - 1, None)])] if old else []
            ways += [(best[old, new - 1][0], [*best[old, new - 1][1], (None, new - 1)])] if new else []
            if old and new and (like := _likeness(before[old - 1], after[new - 1])) >= ALIKE:
                ways.append((best[old - 1, new - 1][0] + like, [*best[old - 1, new - 1][1], (old - 1, new - 1)]))
            best[old, new] = max(ways, key=lambda way: way[0]) if ways else best[0, 0]
    return best[len(before), len(after)][1]


def _likeness(before: Value, after: Value) -> float:
    return SequenceMatcher(None, told(before).split(), told(after).split(), autojunk=False).ratio()


def told(value: Value) -> str:
    """A whole entry as one text."""
    return " · ".join(text for _, text in texts(value))
