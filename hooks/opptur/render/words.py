"""The pages' own words, and times, dates and money as people in each language write them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from opptur.load.packaged import packaged
from opptur.model.fields import Clock, Duration


@cache
def all_words() -> Mapping[str, Mapping[str, str]]:
    """Every word of `components/words.yml`: by key, then by language."""
    return _read("components/words.yml")


@cache
def script_words() -> Mapping[str, Mapping[str, str]]:
    """Every word of `scripts/words.yml`, which scripts say: by key, then by language."""
    return _read("scripts/words.yml")


def _read(name: str) -> Mapping[str, Mapping[str, str]]:
    return {key: {lang: str(text) for lang, text in value.items()} for key, value in packaged(name).items()}


class Words:
    """The words of one language: `words.show_answer`, or `words("up_to", amount="500 kr")` with values."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def __getattr__(self, key: str) -> str:
        entry = all_words().get(key)
        if entry is None:
            raise AttributeError(f"no word {key!r} in components/words.yml")
        return entry.get(self.lang) or entry["en"]

    def __call__(self, key: str, **values: object) -> str:
        text: str = getattr(self, key)
        return text.format(**values)

    def duration(self, time: Duration, prefix: str = "") -> str:
        """“15 minutes”, “1 hour” for sixty of them; with the prefix `every_`: “every 4 hours”."""
        amount, unit = (time.amount // 60, "h") if time.unit == "m" and time.amount % 60 == 0 else time
        name = {"m": "minute", "h": "hour", "d": "day"}[unit]
        return str(getattr(self, f"{prefix}{name}_one")) if amount == 1 else self(f"{prefix}{name}s_many", n=amount)

    def clock(self, time: Clock) -> str:
        return f"{time.hour:02d}.{time.minute:02d}" if self.lang == "nb" else str(time)

    def deadline(self, time: Duration | Clock) -> str:
        """“within 15 minutes”, “by 15:30”."""
        if isinstance(time, Clock):
            return self("by_clock", time=self.clock(time))
        return self("within", time=self.duration(time))

    def date(self, day: date) -> str:
        """“23 November 2026”."""
        return self("date_form", day=day.day, month=self.months.split()[day.month - 1], year=day.year)

    def money(self, amount: int) -> str:
        """“NOK 1,250”, “1 250 kr” with a no-break space."""
        return self("money_form", n=f"{amount:,}".replace(",", self.thousands)).replace(" ", "\u00a0")
