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


@dataclass(frozen=True, slots=True)
class Looks:
    """How a value is written, as a pattern for the whole of it, and from which to which number when it may be written as one."""

    pattern: str
    numbers: tuple[int, int] | None = None

    def match(self, value: Any, error: LiteralString) -> re.Match[str]:
        """The value taken apart; raises the error when it looks otherwise."""
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "")
        found = re.fullmatch(self.pattern, value, re.ASCII)
        if not found:
            raise PydanticCustomError(error, "", {"found": value})
        return found


ID = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
SPAN = r"([1-9][0-9]{0,3})([mhd])"
HOURS_AND_MINUTES = r"([01][0-9]|2[0-3]):([0-5][0-9])"
AN_ID = Looks(ID)
A_DURATION = Looks(SPAN)
A_DEADLINE = Looks(f"{SPAN}|{HOURS_AND_MINUTES}")
A_CLOCK = Looks(HOURS_AND_MINUTES)
A_DATE = Looks(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
A_NUMBER = Looks(r"0|[1-9][0-9]{0,6}", (0, 9_999_999))
A_LEVEL = Looks(r"[1-4]", (1, 4))
A_RANGE = Looks(r"([0-9]{1,3})(?:-([0-9]{1,3}))?", (0, 999))
A_LEVEL_RANGE = Looks(r"[1-4](-[1-4])?", (1, 4))
A_DIFFICULTY = Looks(r"[12]", (1, 2))
A_LEVEL_OR_PLAY = Looks(f"[1-4]|{ID}", (1, 4))


def _duration(value: Any) -> Duration:
    found = A_DURATION.match(value, "not_duration")
    return Duration(int(found[1]), found[2])


def _deadline(value: Any) -> Duration | Clock:
    found = A_DEADLINE.match(value, "not_deadline")
    return Duration(int(found[1]), found[2]) if found[1] else Clock(int(found[3]), int(found[4]))


def _clock(value: Any) -> Clock:
    found = A_CLOCK.match(value, "not_clock")
    return Clock(int(found[1]), int(found[2]))


def _date(value: Any) -> date:
    found = A_DATE.match(value, "not_date")
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise PydanticCustomError("no_such_date", "", {"found": value}) from None


def _number(value: Any) -> int:
    return int(A_NUMBER.match(value, "not_number")[0])


def _level(value: Any) -> int:
    return int(A_LEVEL.match(value, "not_level")[0])


def _range(value: Any) -> tuple[int, int]:
    found = A_RANGE.match(value, "not_range")
    low, high = int(found[1]), int(found[2] or found[1])
    if low > high:
        raise PydanticCustomError("not_range", "", {"found": value})
    return low, high


def _level_range(value: Any) -> LevelRange:
    A_LEVEL_RANGE.match(value, "not_level_range")
    return LevelRange(*_range(value))


def _difficulty(value: Any) -> int:
    return int(A_DIFFICULTY.match(value, "not_difficulty")[0])


def _level_or_play(value: Any) -> str:
    return A_LEVEL_OR_PLAY.match(value, "not_level_or_play")[0]


Text = Annotated[str, Field(min_length=1)]
Line = Annotated[str, Field(min_length=1, max_length=300)]
PlayId = Annotated[str, Fact(), AN_ID, PlainValidator(lambda value: AN_ID.match(value, "not_id")[0])]
Number = Annotated[int, Fact(), A_NUMBER, PlainValidator(_number)]
Level = Annotated[int, Fact(), A_LEVEL, PlainValidator(_level)]
Levels = Annotated[LevelRange, Fact(), A_LEVEL_RANGE, PlainValidator(_level_range)]
LevelOrPlay = Annotated[str, Fact(), A_LEVEL_OR_PLAY, PlainValidator(_level_or_play)]
Hours = Annotated[Span, Fact(), A_RANGE, PlainValidator(lambda value: Span(*_range(value)))]
People = Hours
Time = Annotated[Duration, Fact(), A_DURATION, PlainValidator(_duration)]
Difficulty = Annotated[int, Fact(), A_DIFFICULTY, PlainValidator(_difficulty)]
ClockTime = Annotated[Clock, Fact(), A_CLOCK, PlainValidator(_clock)]
Deadline = Annotated[Duration | Clock, Fact(), A_DEADLINE, PlainValidator(_deadline)]
Day = Annotated[date, Fact(), A_DATE, PlainValidator(_date)]
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
