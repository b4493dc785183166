"""What a trainer most likely meant by a value written the way people speak. None when it is anyone's guess."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date

UNITS = {"m": 1, "min": 1, "minutt": 1, "minutter": 1, "minute": 1, "minutes": 1,
         "h": 60, "t": 60, "time": 60, "timer": 60, "hour": 60, "hours": 60,
         "d": 1440, "dag": 1440, "dager": 1440, "døgn": 1440, "day": 1440, "days": 1440,
         "uke": 10080, "uker": 10080, "week": 10080, "weeks": 10080}  # fmt: skip
MONTHS = ("jan", "feb", "mar", "apr", "mai may", "jun", "jul", "aug", "sep", "okt oct", "nov", "des dec")

Guess = Callable[[str], str | None]


def duration(text: str) -> str | None:
    """`30 min` is 30m, `2 uker` is 14d, `1:30` and `1,5 t` are 90m."""
    typed = text.strip().lower().rstrip(".")
    if spoken := re.fullmatch(r"(\d+)(?:[.,](\d))? ?([a-zæøå]*)", typed):
        tenths = int(spoken[1]) * 10 + int(spoken[2] or 0)
        unit = UNITS.get(spoken[3] or "min", 0)
        return _as_written(tenths * unit, unit)
    if clock := re.fullmatch(r"(\d{1,2}):([0-5]\d)", typed):
        return _as_written((int(clock[1]) * 60 + int(clock[2])) * 10, 1)
    return None


def _as_written(tenths: int, unit: int) -> str | None:
    """Tenths of a minute in the unit they were given in, or in minutes when that leaves a fraction."""
    if not tenths or tenths % 10:
        return None
    minutes = tenths // 10
    letter, size = {60: ("h", 60), 1440: ("d", 1440), 10080: ("d", 1440)}.get(unit, ("m", 1))
    return f"{minutes // size}{letter}" if minutes % size == 0 else f"{minutes}m"


def clock(text: str) -> str | None:
    """`14.30` is 14:30, `kl 14` is 14:00."""
    found = re.fullmatch(r"(kl\.?|klokka|klokken|at)? ?(\d{1,2})(?:[.:]([0-5]\d))?", text.strip().lower())
    if not found or int(found[2]) > 23 or not (found[1] or found[3]):
        return None
    return f"{int(found[2]):02d}:{found[3] or '00'}"


def deadline(text: str) -> str | None:
    """A time of day, or a span of time."""
    return clock(text) or duration(text)


def day(text: str) -> str | None:
    """`02.11.2026` and `2. november 2026` are 2026-11-02."""
    typed = text.strip().lower()
    if first := re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", typed):
        return _day(first[3], first[2], first[1])
    if last := re.fullmatch(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})", typed):
        return _day(last[1], last[2], last[3])
    if spoken := re.fullmatch(r"(\d{1,2})\.? ([a-z]{3})[a-z]*\.? (\d{4})", typed):
        months = [number for number, names in enumerate(MONTHS, 1) if spoken[2] in names.split()]
        return _day(spoken[3], str(months[0]), spoken[1]) if months else None
    return None


def _day(year: str, month: str, number: str) -> str | None:
    with suppress(ValueError):
        return date(int(year), int(month), int(number)).isoformat()
    return None


def span(text: str) -> str | None:
    """`3–4` and `3 til 4` are 3-4."""
    found = re.fullmatch(r"(\d+) ?(?:[-–—−‒‐‑]|til|to) ?(\d+)", text.strip().lower())
    return f"{found[1]}-{found[2]}" if found and int(found[1]) <= int(found[2]) else None


def levels(text: str) -> str | None:
    """The same for severity, which goes from 1 to 4."""
    found = span(text)
    return found if found and re.fullmatch(r"[1-4]-[1-4]", found) else None


def play_id(text: str) -> str | None:
    """`Late delivery` is late-delivery."""
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return slug if re.match(r"[a-z]", slug) and slug.isascii() else None


def nothing(text: str) -> str | None:
    """No guess."""
    return None
