"""Field types, and the sentence that follows each field everywhere.

Every value arrives as text and gets its type here. A validator that refuses raises a `PydanticCustomError`
whose type is looked up in `model.kinds`; pydantic's own words are never shown to anyone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, LiteralString, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, PlainValidator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class Part(BaseModel):
    """A part of a file: frozen, strict, and closed to fields it does not know."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", str_strip_whitespace=True)


def says(nb_label: str, nb: str, en_label: str, en: str, **more: Any) -> Any:
    """A field with its label and its sentence in both languages; a `default` makes it optional."""
    help_texts: dict[str, Any] = {"label": {"nb": nb_label, "en": en_label}, "help": {"nb": nb, "en": en}}
    return Field(json_schema_extra={"opptur": help_texts}, **more)


@dataclass(frozen=True, slots=True)
class Fact:
    """Marks a value that must be equal in every language: keys, numbers, durations, ids."""


@dataclass(frozen=True, slots=True)
class FreeLength:
    """Marks a list that may be longer in one language than in another."""


@dataclass(frozen=True, slots=True)
class Own:
    """Marks a value that belongs to one language alone and is never compared."""


@dataclass(frozen=True, slots=True)
class Words:
    """At most so many words."""

    most: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def _check(self, text: str) -> str:
        count = count_words(text)
        if count > self.most:
            raise PydanticCustomError("too_many_words", "", {"count": count, "most": self.most})
        return text


@dataclass(frozen=True, slots=True)
class Key:
    """One of the keys in a vocabulary list, such as `roles`."""

    listing: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def _check(self, key: str, info: core_schema.ValidationInfo) -> str:
        context = info.context
        if context is not None and key not in context[self.listing]:
            raise PydanticCustomError("not_in_list", "", {"listing": self.listing, "found": key})
        return key


def count_words(text: str) -> int:
    """Words as a person counts them: a placeholder is one word, a lone dash is none."""
    return sum(1 for word in text.split() if any(c.isalnum() for c in word))


class Duration(NamedTuple):
    """A span of time as people write it; `minutes` is for reckoning, a day being 24 hours."""

    amount: int
    unit: str

    @property
    def minutes(self) -> int:
        return self.amount * {"m": 1, "h": 60, "d": 1440}[self.unit]

    def __str__(self) -> str:
        return f"{self.amount}{self.unit}"


class Clock(NamedTuple):
    """A time of day, such as 14:30."""

    hour: int
    minute: int

    def __str__(self) -> str:
        return f"{self.hour:02d}:{self.minute:02d}"


class LevelRange(NamedTuple):
    """Severity from the mildest to the gravest level that this play covers, 1 to 4."""

    low: int
    high: int

    def __contains__(self, level: object) -> bool:
        return isinstance(level, int) and self.low <= level <= self.high

    def levels(self) -> range:
        return range(self.low, self.high + 1)

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"


class Span(NamedTuple):
    """From the least to the most: working hours, people."""

    least: int
    most: int

    def __str__(self) -> str:
        return str(self.least) if self.least == self.most else f"{self.least}-{self.most}"


def _match(pattern: str, value: Any, error: LiteralString) -> re.Match[str]:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "")
    found = re.fullmatch(pattern, value, re.ASCII)
    if not found:
        raise PydanticCustomError(error, "", {"found": value})
    return found


def _duration(value: Any) -> Duration:
    found = _match(r"([1-9]\d{0,3})([mhd])", value, "not_duration")
    return Duration(int(found[1]), found[2])


def _deadline(value: Any) -> Duration | Clock:
    found = _match(r"([1-9]\d{0,3})([mhd])|([01]\d|2[0-3]):([0-5]\d)", value, "not_deadline")
    return Duration(int(found[1]), found[2]) if found[1] else Clock(int(found[3]), int(found[4]))


def _clock(value: Any) -> Clock:
    found = _match(r"([01]\d|2[0-3]):([0-5]\d)", value, "not_clock")
    return Clock(int(found[1]), int(found[2]))


def _date(value: Any) -> date:
    found = _match(r"(\d{4})-(\d\d)-(\d\d)", value, "not_date")
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise PydanticCustomError("no_such_date", "", {"found": value}) from None


def _number(value: Any) -> int:
    return int(_match(r"0|[1-9]\d{0,6}", value, "not_number")[0])


def _level(value: Any) -> int:
    return int(_match(r"[1-4]", value, "not_level")[0])


def _range(value: Any) -> tuple[int, int]:
    found = _match(r"(\d{1,3})(?:-(\d{1,3}))?", value, "not_range")
    low, high = int(found[1]), int(found[2] or found[1])
    if low > high:
        raise PydanticCustomError("not_range", "", {"found": value})
    return low, high


def _level_range(value: Any) -> LevelRange:
    _match(r"[1-4](-[1-4])?", value, "not_level_range")
    return LevelRange(*_range(value))


def _difficulty(value: Any) -> int:
    return int(_match(r"[12]", value, "not_difficulty")[0])


def _level_or_play(value: Any) -> str:
    _match(r"[1-4]|[a-z][a-z0-9]*(?:-[a-z0-9]+)*", value, "not_level_or_play")
    return str(value)


Text = Annotated[str, Field(min_length=1)]
Line = Annotated[str, Field(min_length=1, max_length=300)]
PlayId = Annotated[str, Fact(), PlainValidator(lambda value: _match(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", value, "not_id")[0])]
Number = Annotated[int, Fact(), PlainValidator(_number)]
Level = Annotated[int, Fact(), PlainValidator(_level)]
Levels = Annotated[LevelRange, Fact(), PlainValidator(_level_range)]
LevelOrPlay = Annotated[str, Fact(), PlainValidator(_level_or_play)]
Hours = Annotated[Span, Fact(), PlainValidator(lambda value: Span(*_range(value)))]
People = Hours
Time = Annotated[Duration, Fact(), PlainValidator(_duration)]
Difficulty = Annotated[int, Fact(), PlainValidator(_difficulty)]
ClockTime = Annotated[Clock, Fact(), PlainValidator(_clock)]
Deadline = Annotated[Duration | Clock, Fact(), PlainValidator(_deadline)]
Day = Annotated[date, Fact(), PlainValidator(_date)]
RoleKey = Annotated[str, Fact(), Key("roles")]
FlagKey = Annotated[str, Fact(), Key("flags")]
OutlookKey = Annotated[str, Fact(), Key("outlooks")]
KindKey = Annotated[str, Fact(), Key("kinds")]
MomentKey = Annotated[str, Fact(), Key("moments")]
ChannelKey = Annotated[str, Fact(), Key("channels")]
GateKey = Annotated[str, Fact(), Key("gates")]
TopicKey = Annotated[str, Fact(), Key("topics")]
SectorKey = Annotated[str, Fact(), Key("sectors")]
BlockKey = Annotated[str, Fact(), Key("blocks")]
SourceKey = Annotated[str, Fact(), Key("sources")]
