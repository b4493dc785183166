"""The types of fields: what each takes, and that it takes nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from opptur.model.fields import (
    Clock,
    ClockTime,
    Day,
    Deadline,
    Duration,
    Hours,
    Level,
    LevelOrPlay,
    Levels,
    Number,
    PlayId,
    Time,
    count_words,
)

KINDS: dict[str, Any] = {
    "Time": Time, "Deadline": Deadline, "ClockTime": ClockTime, "Day": Day, "Number": Number, "Level": Level,
    "Levels": Levels, "Hours": Hours, "PlayId": PlayId, "LevelOrPlay": LevelOrPlay,
}  # fmt: skip
TAKES = (
    ("Time", "15m", Duration(15, "m")), ("Time", "2h", Duration(2, "h")), ("Time", "180d", Duration(180, "d")),
    ("Deadline", "14:30", Clock(14, 30)), ("Deadline", "1d", Duration(1, "d")), ("ClockTime", "00:00", Clock(0, 0)),
    ("Day", "2024-02-29", date(2024, 2, 29)), ("Number", "0", 0), ("Number", "20", 20), ("Level", "4", 4),
    ("Levels", "2-3", (2, 3)), ("Levels", "4", (4, 4)), ("Hours", "2-5", (2, 5)), ("PlayId", "late-delivery", "late-delivery"),
    ("LevelOrPlay", "3", "3"), ("LevelOrPlay", "repeat-failure", "repeat-failure"),
)  # fmt: skip
REFUSES = (
    ("Time", ("", "15", "15 m", "0m", "1.5h", "15min", "-2h", "١٥m", "15m ")),
    ("Deadline", ("24:00", "14.30", "9:30", "14:60", "1w", "15M")),
    ("ClockTime", ("9:00", "15m", "12:5")),
    ("Day", ("2026-02-30", "02.11.2026", "2026-2-1", "1730505600", "26-11-02", "2026-11-23T00:00")),
    ("Number", ("1_000", "+6", " 6 ", "06", "1.0", "seks", "٣")),
    ("Level", ("0", "5", "2-3", "høy")),
    ("Levels", ("3-2", "0-4", "1-5", "2–3", "2 - 3")),
    ("Hours", ("5-2", "2–5", "2 timer", "")),
    ("PlayId", ("Late-Delivery", "late delivery", "forsinket_levering", "-late", "sen-øre")),
    ("LevelOrPlay", ("5", "Repeat", "3-4", "")),
)


def read(kind: str, value: object) -> Any:
    """What the type of this name makes of a value."""
    return TypeAdapter(KINDS[kind]).validate_python(value)


@pytest.mark.parametrize(("kind", "text", "value"), TAKES)
def test_takes_what_people_write(kind: str, text: str, value: object) -> None:
    """Each type reads the forms that the guide shows."""
    assert read(kind, text) == value


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in REFUSES for text in texts])
def test_refuses_everything_else(kind: str, text: str) -> None:
    """Near misses are refused, never guessed at: no digits of other scripts, no spaces, no floats."""
    with pytest.raises(ValidationError):
        read(kind, text)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", [1, True, None, ("a",), {"a": "b"}], ids=["number", "truth", "nothing", "list", "part"])
def test_refuses_what_is_not_text(kind: str, value: object) -> None:
    """A list or a part where text belongs is refused by the type, not by an exception."""
    with pytest.raises(ValidationError):
        read(kind, value)


@given(st.integers(1, 9999), st.sampled_from("mhd"))
def test_durations_are_written_as_they_are_read(amount: int, unit: str) -> None:
    """A duration printed reads back as itself."""
    text = f"{amount}{unit}"
    duration = read("Time", text)
    assert str(duration) == text
    assert duration.minutes == amount * {"m": 1, "h": 60, "d": 1440}[unit]


@given(st.dates(date(1000, 1, 1)))
def test_every_real_date_is_taken(day: date) -> None:
    """A date in the calendar reads back as itself."""
    assert read("Day", day.isoformat()) == day


@given(st.text())
def test_no_text_breaks_a_type(text: str) -> None:
    """Any text is either taken or refused; nothing else happens."""
    for kind in KINDS:
        try:
            read(kind, text)
        except ValidationError:
            continue


def test_words_are_counted_as_people_count_them() -> None:
    """A placeholder is one word, a lone dash is none."""
    assert count_words("Ordre {order_no} – kommer ikke i dag.") == 6
