"""How each value of a play is worded for people: written down here once more, apart from the code that is tested."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Any, get_args, get_origin

from opptur.load.document import Value
from opptur.model.fields import Clock, Duration, Fact, Key
from opptur.model.library import Library, PlayFile
from opptur.model.parse import field_at
from opptur.model.play import Play

Path = tuple[str | int, ...]
UNITS = {
    "nb": {"m": ("minutt", "minutter"), "h": ("time", "timer"), "d": ("dag", "dager")},
    "en": {"m": ("minute", "minutes"), "h": ("hour", "hours"), "d": ("day", "days")},
}
MONTHS = {
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "en": "January February March April May June July August September October November December",
}
LEVEL = {"nb": "lvor {}", "en": "everity {}"}
"""Without the first letter, which is a capital only at the start."""
NEVER_SHOWN = {("about", "notes"), ("about", "translated_from")}


def leaves(value: Value, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text value of a document with the path to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from leaves(part, (*path, key))
    else:
        for number, part in enumerate(value):
            yield from leaves(part, (*path, number))


def duration(text: str, lang: str) -> str:
    """“15m” as people say it; whole hours are hours."""
    amount, unit = int(text[:-1]), text[-1]
    if unit == "m" and amount % 60 == 0:
        amount, unit = amount // 60, "h"
    return f"{amount} {UNITS[lang][unit][amount != 1]}"


def moment_of_day(text: str, lang: str) -> str:
    """“14:30” as people write it, or a duration."""
    if ":" not in text:
        return duration(text, lang)
    return text.replace(":", ".") if lang == "nb" else text


def day(text: str, lang: str) -> str:
    """“2026-11-23” as people write it."""
    found = date.fromisoformat(text)
    month = MONTHS[lang].split()[found.month - 1]
    return f"{found.day}. {month} {found.year}" if lang == "nb" else f"{found.day} {month} {found.year}"


class Wording:
    """What a reader of one play must be able to read."""

    def __init__(self, library: Library, file: PlayFile) -> None:
        self.library = library
        self.file = file
        self.lang = file.lang

    def expected(self, path: Path, value: str) -> list[str]:
        """The texts that stand for a value on the page."""
        names = tuple(step for step in path if isinstance(step, str))
        special = getattr(self, f"_{names[-1]}", None)
        if special:
            return list(special(value))
        listing, types, is_fact = kind_of(names)
        if listing:
            return [self.label(listing, value)]
        if Duration in types:
            return [moment_of_day(value, self.lang)]
        if date in types:
            return [day(value, self.lang)]
        return [value if is_fact else self.filled(value)]

    def label(self, listing: str, key: str) -> str:
        """A vocabulary entry's name."""
        return self.library.vocabulary.label(listing, key, self.lang)

    def filled(self, text: str) -> str:
        """A text with its placeholders shown by their names."""
        fields = self.library.vocabulary.placeholders
        return re.sub(r"\{([a-z][a-z0-9_]*)\}", lambda found: fields[found[1]].label[self.lang], text)

    def _severity(self, value: str) -> list[str]:
        low, high = int(value[0]), int(value[-1])
        levels = range(low, high + 1)
        return [LEVEL[self.lang].format(level) for level in levels] + [self.label("severities", str(level)) for level in levels]

    def _if_yes(self, value: str) -> list[str]:
        return self._severity(value) if value.isdigit() else self._play(value)

    def _play(self, value: str) -> list[str]:
        """The name of another play; `training.roleplay.timing.play` is a number of minutes."""
        if value.isdigit():
            return [value]
        twin = self.library.files.get((value, self.lang))
        return [twin.play.title if twin else self.library.vocabulary.planned[value].label[self.lang]]

    def _at_fault(self, value: str) -> list[str]:
        return [] if value == "us" else [{"nb": "Feilen er kundens", "en": "The error is the customer's"}[self.lang]]

    def _handout_messages(self, value: str) -> list[str]:
        moment, channel = value.split("/")
        return [f"{self.label('moments', moment)}, {self.label('channels', channel)}"]

    def _review_every(self, value: str) -> list[str]:
        due = self.file.play.about.reviewed + timedelta(days=int(value.removesuffix("d")))
        return [day(due.isoformat(), self.lang)]

    def _best(self, value: str) -> list[str]:  # noqa: ARG002 - one signature for all
        """A number that is shown as a mark; another test looks for it."""
        return []


def kind_of(names: tuple[str, ...]) -> tuple[str | None, set[Any], bool]:
    """A field's vocabulary list, its types, and whether it is a fact rather than a text."""
    info = field_at(Play, names)
    assert info is not None, names
    types: set[Any] = set()
    marks = list(info.metadata)
    _collect(info.annotation, types, marks)
    listing = next((mark.listing for mark in marks if isinstance(mark, Key)), None)
    return listing, types, any(isinstance(mark, Fact) for mark in marks) or Clock in types


def _collect(annotation: Any, types: set[Any], marks: list[Any]) -> None:
    """The types and marks within an annotation, however deep. A dictionary's keys are not its values."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        marks += parts[1:]
        _collect(parts[0], types, marks)
    elif origin is not dict and parts:
        for part in parts:
            _collect(part, types, marks)
    else:
        types.add(annotation)
