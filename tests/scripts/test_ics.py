"""Calendar files, read as RFC 5545 says that they are read."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.scripts.examples import MINUTES, MOMENTS, SPACE, TEXTS, many, tries
from tests.scripts.page import Scripts

pytestmark = pytest.mark.browser
CALENDAR = "([events, stamp]) => m.ics.calendar(events.map((one) => ({ ...one, start: new Date(one.start) })), new Date(stamp))"
HEAD = [("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//Opptur//Opptur//NO"), ("CALSCALE", "GREGORIAN")]
LONG = st.builds(lambda text, times: text * times, TEXTS, st.sampled_from([1, 1, 2, 20]))
EVENTS = st.fixed_dictionaries(
    {
        "uid": st.just("abcd1234-next@opptur"),
        "start": MOMENTS,
        "title": LONG,
        "text": LONG,
        "url": TEXTS.map(lambda text: f"https://opptur.example/?{text}"),
    }
)


def lines(file: str) -> list[str]:
    """The lines of a file, put together again; each as it stands in the file is short and ends properly."""
    assert file.endswith("\r\n")
    found: list[str] = []
    for line in file.removesuffix("\r\n").split("\r\n"):
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", line)
        assert len(line.encode()) <= 75
        if line.startswith((" ", "\t")):
            found[-1] += line[1:]
        else:
            found.append(line)
    return found


def properties(file: str) -> list[tuple[str, str]]:
    """Name and value of each line."""
    return [(line.partition(":")[0], line.partition(":")[2]) for line in lines(file)]


def plain(value: str) -> str:
    """A text as the reader shows it."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]|(?<!\\)(?:\\\\)*\\(?![\\;,nN])", value)
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "N": "\n"}.get(found[1], found[1]), value)


def kept(text: str) -> str:
    """What should be left of a text: line ends are one kind, and other control characters are gone."""
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", re.sub(r"\r\n?", "\n", text))


def utc(ms: float) -> str:
    """A moment as calendars write it."""
    return datetime.fromtimestamp(ms / 1000, UTC).strftime("%Y%m%dT%H%M%SZ")


def expected(event: dict[str, Any], stamp: int) -> list[tuple[str, str | None]]:
    """The properties of an event, in order; what is told by its text is compared apart."""
    about = [("DESCRIPTION", None)] if event["text"] else []
    return [
        ("BEGIN", "VEVENT"), ("UID", event["uid"]), ("DTSTAMP", utc(stamp)), ("DTSTART", utc(event["start"])), ("DURATION", "PT10M"),
        ("SUMMARY", None), *about, ("URL", None), ("BEGIN", "VALARM"), ("ACTION", "DISPLAY"), ("DESCRIPTION", None), ("TRIGGER", "PT0M"),
        ("END", "VALARM"), ("END", "VEVENT"),
    ]  # fmt: skip


@tries(100)
@given(examples=many(st.tuples(st.lists(EVENTS, max_size=2), MOMENTS)))
def test_a_text_comes_out_of_a_calendar_as_it_went_in(scripts: Scripts, examples: list[tuple[list[dict[str, Any]], int]]) -> None:
    """Whatever a customer is called, every line is short and ends in CRLF, no property is added, and the words are the same."""
    for (events, stamp), file in zip(examples, scripts.each(CALENDAR, examples), strict=True):
        found = properties(file)
        free = [name in ("SUMMARY", "DESCRIPTION", "URL") for name, _ in found]
        wanted = [*HEAD, *(line for event in events for line in expected(event, stamp)), ("END", "VCALENDAR")]
        assert [(name, None if is_free else value) for (name, value), is_free in zip(found, free, strict=True)] == wanted
        texts = [plain(value) for name, value in found if name in ("SUMMARY", "DESCRIPTION")]
        assert texts == [kept(text) for event in events for text in (event["title"], *filter(None, [event["text"]]), event["title"])]


@tries(50)
@given(examples=many(TEXTS))
def test_an_address_stays_on_its_line(scripts: Scripts, examples: list[str]) -> None:
    """An address loses its spaces and control characters and nothing else, and without one there is no such line."""
    asked = [[[{"uid": "a", "start": 0, "title": "x", "text": "", "url": text}], 0] for text in examples]
    for text, file in zip(examples, scripts.each(CALENDAR, asked), strict=True):
        found = [value for name, value in properties(file) if name == "URL"]
        assert found == ([re.sub(rf"[{SPACE}\x00-\x1f\x7f]", "", text)] if text else [])


@tries(50)
@given(examples=many(MINUTES))
def test_a_reminder_rings_when_the_clock_on_the_wall_says_so(anywhere: Scripts, examples: list[int]) -> None:
    """A time that was typed is the right moment in UTC on both sides of each change of the clock."""
    walls = [anywhere.local(at).replace(tzinfo=None) for at in examples]
    texts = [wall.isoformat(timespec="minutes") for wall in walls]
    file = "(text) => m.ics.calendar([{ uid: 'a', start: m.clock.fromInput(text), title: 'x' }], new Date(0))"
    starts = [dict(properties(found))["DTSTART"] for found in anywhere.each(file, texts)]
    assert starts == [utc(anywhere.at(wall)) for wall in walls]


def test_a_long_line_is_folded_between_letters(scripts: Scripts) -> None:
    """A fold never stands inside a letter, at whatever octet the line is full."""
    titles = ["a" * before + letter * 60 for before in range(70) for letter in ("å", "€", "😀")]
    files = scripts.each(CALENDAR, [[[{"uid": "a", "start": 0, "title": title, "text": "", "url": ""}], 0] for title in titles])
    assert [dict(properties(file))["SUMMARY"] for file in files] == titles
