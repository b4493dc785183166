"""Moments: what the browser makes of them against what Python knows about the calendar."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.scripts.examples import MINUTES, MOMENTS, many, tries
from tests.scripts.page import Scripts

pytestmark = pytest.mark.browser
FEW = tries(60)
FIVE = 300_000
OFFICES = st.tuples(st.integers(4, 11), st.integers(12, 23), st.sampled_from([0, 15, 30, 59])).map(
    lambda hours: {"opens": f"{hours[0]:02}:{hours[2]:02}", "closes": f"{hours[1]:02}:{hours[2]:02}"}
)
SPANS = st.one_of(
    st.sampled_from(["15m", "30m", "1h", "2h", "4h", "8h", "16h", "1d", "3d"]),
    st.builds("{}{}".format, st.integers(1, 400), st.sampled_from("mhd")),
)


@FEW
@given(examples=many(st.tuples(MOMENTS, st.integers(0, 400))))
def test_days_are_days_in_the_calendar(anywhere: Scripts, examples: list[tuple[int, int]]) -> None:
    """Some days on, the clock on the wall shows the same, whatever it was turned by in between."""
    found = anywhere.each("([at, days]) => m.clock.after(new Date(at), `${days}d`).getTime()", examples)
    for (at, days), ms in zip(examples, found, strict=True):
        assert ms == anywhere.at(anywhere.local(at).replace(second=0, tzinfo=None) + timedelta(days=days))


@FEW
@given(examples=many(st.tuples(MOMENTS, st.integers(0, 5000), st.sampled_from("mh"))))
def test_hours_and_minutes_are_time_that_passes(anywhere: Scripts, examples: list[tuple[int, int, str]]) -> None:
    """Two hours on are 7200 seconds on, even in the night when the clock is turned."""
    found = anywhere.each("([at, amount, unit]) => m.clock.after(new Date(at), amount + unit).getTime()", examples)
    for (at, amount, unit), ms in zip(examples, found, strict=True):
        assert ms - at == amount * {"m": 60_000, "h": 3_600_000}[unit]


WAKING = st.tuples(st.sampled_from([0, *range(4, 24)]), st.integers(0, 59))
"""Times of day that are never skipped and never shown twice."""


@FEW
@given(examples=many(st.tuples(MINUTES, WAKING)))
def test_a_clock_time_is_the_next_time_the_clock_shows_it(anywhere: Scripts, examples: list[tuple[int, tuple[int, int]]]) -> None:
    """A deadline of half past three is today until then, and tomorrow afterwards."""
    found = anywhere.each(
        "([at, clock]) => m.clock.due(new Date(at), clock.map((part) => String(part).padStart(2, '0')).join(':')).getTime()", examples
    )
    for (at, clock), ms in zip(examples, found, strict=True):
        days = [(anywhere.local(at) + timedelta(days=number)).date() for number in range(3)]
        assert ms == min(shown for day in days if (shown := anywhere.at(datetime.combine(day, time(*clock)))) >= at)


def test_a_clock_time_that_is_now_is_now(scripts: Scripts) -> None:
    """What is found at half past three and must be done by half past three is due at once, and not tomorrow."""
    assert scripts.one("(text) => m.clock.toInput(m.clock.due(m.clock.fromInput(text), '15:30'))", "2026-11-25T15:30") == "2026-11-25T15:30"


@FEW
@given(examples=many(st.tuples(MOMENTS, SPANS)))
def test_a_deadline_that_is_a_span_counts_from_the_start(scripts: Scripts, examples: list[tuple[int, str]]) -> None:
    """A deadline of two hours or one day is that long after the error was found."""
    assert all(scripts.each("([at, span]) => +m.clock.due(new Date(at), span) === +m.clock.after(new Date(at), span)", examples))


@FEW
@given(examples=many(MOMENTS))
def test_a_time_that_can_be_said_is_the_next_full_five_minutes(scripts: Scripts, examples: list[int]) -> None:
    """Never earlier, and never five minutes later."""
    for at, ms in zip(examples, scripts.each("(at) => m.clock.sayable(new Date(at)).getTime()", examples), strict=True):
        assert ms % FIVE == 0
        assert 0 <= ms - at < FIVE


PROMISE = """([at, span, hours]) => {
  const now = new Date(at);
  return [m.clock.nextContact(now, span, hours), m.clock.nextContact(now, span, hours, true), m.clock.sayable(m.clock.after(now, span))].map(Number);
}"""


@tries(150)
@given(examples=many(st.tuples(MOMENTS, SPANS, OFFICES)))
def test_the_next_contact_can_be_kept(anywhere: Scripts, examples: list[tuple[int, str, dict[str, str]]]) -> None:
    """Never in the past, a weekend or the evening; what was asked for when people are at work then, or when it is about danger."""
    for (at, _, hours), (found, danger, wanted) in zip(examples, anywhere.each(PROMISE, examples), strict=True):
        opens, closes = time.fromisoformat(hours["opens"]), time.fromisoformat(hours["closes"])

        def at_work(ms: int, opens: time = opens, closes: time = closes) -> bool:
            wall = anywhere.local(ms)
            return wall.weekday() < 5 and opens <= wall.time() <= closes

        assert danger == wanted
        assert at <= found
        assert at_work(found)
        assert not at_work(wanted) or found == wanted


PROMISED = {
    ("2026-11-25T10:02", "2h"): "2026-11-25T12:05",
    ("2026-11-25T14:00", "2h"): "2026-11-25T16:00",
    ("2026-11-25T14:30", "2h"): "2026-11-25T16:00",
    ("2026-11-25T15:30", "2h"): "2026-11-25T16:00",
    ("2026-11-25T15:31", "2h"): "2026-11-26T08:00",
    ("2026-11-25T15:31", "15m"): "2026-11-25T15:50",
    ("2026-11-25T19:00", "2h"): "2026-11-26T08:00",
    ("2026-11-25T05:00", "2h"): "2026-11-25T08:00",
    ("2026-11-25T09:00", "1d"): "2026-11-26T09:00",
    ("2026-11-27T15:45", "2h"): "2026-11-30T08:00",
    ("2026-11-28T12:00", "30m"): "2026-11-30T08:00",
}
"""Wednesday, Friday and Saturday, with office hours from eight to four."""


@pytest.mark.parametrize(("now", "span"), PROMISED)
def test_the_next_contact_is_one_that_people_would_promise(scripts: Scripts, now: str, span: str) -> None:
    """The time itself by day, closing time for the evening if half an hour is left until then, and else the next working morning."""
    function = "([now, span]) => m.clock.toInput(m.clock.nextContact(m.clock.fromInput(now), span, { opens: '08:00', closes: '16:00' }))"
    assert scripts.one(function, [now, span]) == PROMISED[now, span]


WALLS = st.one_of(MINUTES, st.integers(-2_000_000_000_000, 4_000_000_000_000).map(lambda ms: ms // 60_000 * 60_000))


@FEW
@given(examples=many(WALLS))
def test_every_minute_that_exists_survives_a_box(anywhere: Scripts, examples: list[int]) -> None:
    """A moment put into a box for dates and times is the same wall clock when it is read again."""
    walls = [anywhere.local(at).replace(tzinfo=None, second=0, microsecond=0) for at in examples]
    written = [wall.isoformat(timespec="minutes") for wall in walls]
    back = anywhere.each("(text) => { const at = m.clock.fromInput(text); return at && [+at, m.clock.toInput(at)]; }", written)
    shown = anywhere.each("(at) => m.clock.toInput(new Date(at))", examples)
    for wall, text, answer, direct in zip(walls, written, back, shown, strict=True):
        assert direct == text
        assert answer == [anywhere.at(wall), text]


DIGITS = st.tuples(st.sampled_from([1, 20, 99, 100, 1999, 2024, 2026, 9999]), *(st.integers(0, most) for most in (14, 33, 26, 70)))


@FEW
@given(examples=many(DIGITS))
def test_a_date_that_is_not_there_is_none(anywhere: Scripts, examples: list[tuple[int, ...]]) -> None:
    """The 30th of February, month 13, a quarter past 24, minute 75 and a year that is still being typed are null."""
    texts = [f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}" for year, month, day, hour, minute in examples]
    for text, found in zip(
        texts, anywhere.each("(text) => { const at = m.clock.fromInput(text); return at && m.clock.toInput(at); }", texts), strict=True
    ):
        try:
            there = datetime.fromisoformat(text).year >= 100 and int(text[11:13]) < 24
        except ValueError:
            there = False
        assert found == (text if there else None)


def test_a_minute_that_the_clock_skips_is_none(anywhere: Scripts) -> None:
    """Half past two in the night that has no half past two is null, and each minute around it is itself."""
    walls = [datetime(2026, 3, day, hour, minute) for day, hour, minute in product((8, 29), (1, 2, 3), (0, 30, 59))]  # noqa: DTZ001 - a wall clock
    found = anywhere.each("(text) => m.clock.fromInput(text)?.getTime() ?? null", [wall.isoformat(timespec="minutes") for wall in walls])
    assert found == [anywhere.at(wall) if anywhere.exists(wall) else None for wall in walls]
    assert found.count(None) == 3


@pytest.mark.parametrize(
    "text",
    ["", "2026", "2026-11-25T14", "2026-11-25 14:30", "2026-11-25T14:30:00", "26-11-25", "12026-11-25", "x2026-11-25", "2026-11-25\n"],
)
def test_other_texts_are_no_moments(scripts: Scripts, text: str) -> None:
    """Only what a box for dates and times says is understood."""
    assert scripts.one("(text) => m.clock.fromInput(text)", text) is None


@FEW
@given(examples=many(st.tuples(MOMENTS, MOMENTS)))
def test_midnights_are_counted(anywhere: Scripts, examples: list[tuple[int, int]]) -> None:
    """Between two moments lie as many days as the calendar says."""
    found = anywhere.each("([a, b]) => m.clock.daysBetween(new Date(a), new Date(b))", examples)
    assert found == [(anywhere.local(b).date() - anywhere.local(a).date()).days for a, b in examples]


NOW = "2026-11-25T12:00"
SAID = {
    ("nb", "2026-11-25T09:05"): ("kl. 09.05", "", "25. november"),
    ("en", "2026-11-25T09:05"): ("09:05", "", "25 November"),
    ("nb", "2026-11-26T00:00"): ("i morgen kl. 00.00", "i morgen", "26. november"),
    ("en", "2026-11-26T00:00"): ("tomorrow at 00:00", "tomorrow", "26 November"),
    ("nb", "2026-11-24T23:59"): ("i går kl. 23.59", "i går", "24. november"),
    ("en", "2026-11-24T23:59"): ("yesterday at 23:59", "yesterday", "24 November"),
    ("nb", "2026-12-04T14:30"): ("fredag 4. desember kl. 14.30", "fredag 4. desember", "4. desember"),
    ("en", "2026-12-04T14:30"): ("Friday 4 December at 14:30", "Friday 4 December", "4 December"),
    ("nb", "2026-11-23T08:00"): ("mandag 23. november kl. 08.00", "mandag 23. november", "23. november"),
    ("en", "2026-11-23T08:00"): ("Monday 23 November at 08:00", "Monday 23 November", "23 November"),
    ("nb", "2027-01-04T08:00"): ("mandag 4. januar 2027 kl. 08.00", "mandag 4. januar 2027", "4. januar 2027"),
    ("en", "2027-01-04T08:00"): ("Monday 4 January 2027 at 08:00", "Monday 4 January 2027", "4 January 2027"),
}
SAYS = "([lang, text, now]) => ['moment', 'dayName', 'day'].map((name) => m.clock[name](m.clock.fromInput(text), lang, m.clock.fromInput(now)))"


@pytest.mark.parametrize(("lang", "text"), SAID)
def test_a_moment_is_said_as_people_say_it(scripts: Scripts, lang: str, text: str) -> None:
    """Today by the clock alone, its neighbours by name, other days by weekday and date, another year with the year."""
    assert scripts.one(SAYS, [lang, text, NOW]) == list(SAID[lang, text])


def test_tomorrow_is_tomorrow_when_the_year_and_the_clock_change(scripts: Scripts) -> None:
    """The last evening of the year and the nights when clocks are turned have an ordinary tomorrow."""
    nights = [("2026-12-31T23:30", "2027-01-01T00:15"), ("2026-03-28T23:30", "2026-03-29T23:30"), ("2026-10-24T23:30", "2026-10-25T23:59")]
    assert (
        scripts.each("([now, text]) => m.clock.dayName(m.clock.fromInput(text), 'nb', m.clock.fromInput(now))", nights) == ["i morgen"] * 3
    )


FAR = {
    1: ("om 1 min", "in 1 min"), 25: ("om 25 min", "in 25 min"), -59: ("for 59 min siden", "59 min ago"), 60: ("om 1 t", "in 1 h"),
    90: ("om 1 t 30 min", "in 1 h 30 min"), -89: ("for 1 t 29 min siden", "1 h 29 min ago"), -120: ("for 2 t siden", "2 h ago"),
    35 * 60: ("om 35 t", "in 35 h"), 36 * 60: ("om 2 d", "in 2 days"), -48 * 60: ("for 2 d siden", "2 days ago"),
}  # fmt: skip


@pytest.mark.parametrize("minutes", FAR)
def test_a_distance_is_said_shortly(scripts: Scripts, minutes: int) -> None:
    """In minutes for an hour, in hours and minutes for a while, in whole hours up to a day and a half, then in days; before and after."""
    function = "([lang, minutes, now]) => m.clock.distance(new Date(m.clock.fromInput(now).getTime() + minutes * 60000), lang, m.clock.fromInput(now))"
    said = scripts.each(function, [[lang, minutes, NOW] for lang in ("nb", "en")])
    assert [text.removesuffix(".").replace(". siden", " siden").replace("\u00a0", " ") for text in said] == list(FAR[minutes])
