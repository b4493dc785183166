"""Examples that were made to hurt: texts, moments, cases, and values of any shape."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from hypothesis import Phase, settings
from hypothesis import strategies as st
from tests.scripts.page import SCRIPTS

HOSTILE = (
    "😀", "👩‍👩‍👧", "🇳🇴", "é", "ﷺ", "\u202eabc", "שלום", "مرحبا", "\u200b", "\ufeff", "\u2028", "\x85", "\x00", "\x1b", "\x7f",
    "\r\n", "\n", "\r", "\t", " ", "\u00a0", "'", '"', "`${x}`", "\\", "\\n", ";", ",", ":", "=", "&", "#", "%00", "{order_no}", "{{x}}",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "--", "//", "/*", "BEGIN:VEVENT", "\r\nATTACH:x", "\nEND:VCALENDAR\n",
    "__proto__", "constructor", "null", "kr", "i dag kl. ", "2026-11-25T14:30", "12 400,50",
)  # fmt: skip
HALVES = ("\ud83d", "\ude00", "\udc00\ud800")
TEXTS = st.one_of(st.lists(st.sampled_from(HOSTILE), max_size=5).map("".join), st.text(max_size=8))
"""Text as somebody might write it who wishes us ill. It can be written as UTF-8."""
BROKEN = st.one_of(st.lists(st.sampled_from(HOSTILE + HALVES), max_size=4).map("".join), st.text(max_size=4))
"""Text that may hold half a letter, as scripts can make it."""
ODD: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, False, 0, -1, 0.5, 1e300, 2**53, 10**8, "", [], {}, [[]], {"toString": 1}, {"length": 3}, [5, "note", 5], {"a": None}]
)
LEAVES = st.one_of(ODD, st.integers(1, 10**8), BROKEN)
JSON = st.one_of(
    LEAVES,
    st.lists(st.one_of(LEAVES, st.lists(LEAVES, max_size=3)), max_size=3),
    st.dictionaries(
        st.sampled_from(["__proto__", "constructor", "toString", "item", "now/1", "v", "id", *HOSTILE[:9]]), LEAVES, max_size=3
    ),
)
"""Anything that can be written as JSON."""

SPACE = "\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""What a browser takes for a space, for a pattern: not quite what Python does."""


def tries(visits: int) -> settings:
    """How often the browser is visited. A failure is made small, but not explained, which takes minutes."""
    return settings(max_examples=visits, phases=(Phase.explicit, Phase.generate, Phase.shrink))


def many(examples: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    """Enough examples for one visit to the browser, few enough to be told."""
    return st.lists(examples, min_size=1, max_size=30)


def _seconds(year: int, month: int, day: int, hour: int = 0) -> int:
    return int(datetime(year, month, day, hour, tzinfo=UTC).timestamp())


CHANGES = (
    _seconds(2026, 3, 29, 1), _seconds(2026, 10, 25, 1), _seconds(2026, 3, 8, 7), _seconds(2026, 11, 1, 6), _seconds(2026, 12, 31, 23),
    _seconds(2028, 2, 29, 12), _seconds(2027, 3, 28, 1), _seconds(2027, 10, 31, 1),
)  # fmt: skip
"""When clocks change in Oslo and New York, the years' ends, and a leap day."""
NEAR = st.builds(lambda change, seconds: change + seconds, st.sampled_from(CHANGES), st.integers(-4 * 86_400, 4 * 86_400))
MOMENTS = st.one_of(NEAR, st.integers(_seconds(2020, 1, 1), _seconds(2036, 12, 31))).map(lambda seconds: seconds * 1000)
"""Milliseconds, as the browser counts them; whole seconds."""
MINUTES = MOMENTS.map(lambda ms: ms // 60_000 * 60_000)

NAMES = st.sampled_from(["late-delivery", "a", "a1-2b-3", "x" * 80])
KEYS = st.sampled_from(["item", "order_no", "a", "b1_", "next_contact", "prototype", "k" * 80])
STEPS = st.sampled_from(["first_hour/1", "first_hour/12", "involve/level/sales-manager", "a/b", "until_fixed/1", "s/" + "t" * 78])
IDS = st.sampled_from(["abcd1234", "00000000", "zzzzzzzz"])
COUNTS = st.one_of(st.integers(1, 10**8 - 1), NEAR.map(lambda seconds: seconds // 60))
"""Minutes since 1970."""
EVENTS = re.findall(r"(?m)^log_(\w+):", (SCRIPTS / "words.yml").read_text(encoding="utf-8"))
"""What a log can tell: all that there are words for."""

GIVEN = st.fixed_dictionaries(
    {
        "id": IDS, "play": NAMES, "family": NAMES, "customer": BROKEN, "contact": BROKEN, "phone": BROKEN, "email": BROKEN, "found": COUNTS,
        "level": st.integers(1, 4), "repeat": st.booleans(), "fields": st.dictionaries(KEYS, BROKEN, max_size=5),
    }
)  # fmt: skip
"""What a seller gives when a case is begun."""
LATER = st.fixed_dictionaries(
    {
        "done": st.dictionaries(STEPS, COUNTS, max_size=4),
        "gates": st.dictionaries(KEYS, st.sampled_from(["yes", "no"]), max_size=3),
        "log": st.lists(st.tuples(COUNTS, st.sampled_from(EVENTS), BROKEN), max_size=5),
        "next": st.none() | COUNTS, "fixed": st.none() | COUNTS, "closed": st.none() | COUNTS, "created": COUNTS, "changed": COUNTS,
    }
)  # fmt: skip
CASES = st.builds(lambda given, later: {"v": 1, **given, **later}, GIVEN, LATER)
"""Cases in the shape that they are kept in; what stands in their texts may be hostile still."""


def _spoilt(case: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    return {**case, **changes}


PARTS = (
    "v",
    "id",
    "play",
    "family",
    "customer",
    "found",
    "level",
    "repeat",
    "fields",
    "done",
    "gates",
    "log",
    "next",
    "created",
    "changed",
)
SPOILT = st.builds(
    _spoilt,
    CASES,
    st.dictionaries(st.sampled_from([*PARTS, "__proto__", "constructor", "toString", "", "😀"]), JSON, min_size=1, max_size=3),
)
"""Nearly cases: some parts exchanged for anything at all, some added."""
