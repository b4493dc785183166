"""What a case must be, said once more and independently of the script that cleans it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tests.scripts.examples import EVENTS

PARTS = {
    "v", "id", "play", "family", "customer", "contact", "phone", "email", "found", "level", "repeat", "fields", "done", "gates", "log",
    "next", "fixed", "closed", "created", "changed",
}  # fmt: skip
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def units(text: str) -> int:
    """How long a browser thinks that a text is."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def kept(text: str, most: int) -> str:
    """A text without control characters and halves of letters, and the longest beginning of it that has room."""
    whole = CONTROLS.sub("", text).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    while units(whole) > most:
        whole = whole[:-1]
    return whole


def is_text(value: object, most: int) -> bool:
    """Text that is kept as it stands."""
    return isinstance(value, str) and kept(value, most) == value


def is_count(value: object) -> bool:
    """A whole number of minutes, some time before 2160."""
    return type(value) is int and 0 < value < 10**8


def is_table(value: object, key: str, most: int) -> bool:
    """Few enough entries under names of a kind."""
    return (
        isinstance(value, Mapping) and len(value) <= most and all(len(name) <= 80 and re.fullmatch(key, name, re.ASCII) for name in value)
    )


def is_entry(entry: Any) -> bool:
    """A line of the log."""
    return isinstance(entry, list) and len(entry) == 3 and is_count(entry[0]) and entry[1] in EVENTS and is_text(entry[2], 1000)


def is_case(case: Any) -> bool:
    """All the parts and no others, each of its kind and none too large."""
    name, field, step = r"[a-z][a-z0-9]*(-[a-z0-9]+)*", r"(?!constructor$)[a-z][a-z0-9_]*", r"[a-z][a-z0-9_-]*(/[a-z0-9_-]+){1,2}"
    return (
        set(case) == PARTS
        and case["v"] == 1
        and isinstance(case["id"], str)
        and re.fullmatch("[a-z0-9]{8}", case["id"]) is not None
        and all(len(case[part]) <= 80 and re.fullmatch(name, case[part]) for part in ("play", "family"))
        and all(is_text(case[part], 120) for part in ("customer", "contact", "phone", "email"))
        and all(is_count(case[part]) for part in ("found", "created", "changed"))
        and all(case[part] is None or is_count(case[part]) for part in ("next", "fixed", "closed"))
        and case["level"] in range(5)
        and isinstance(case["repeat"], bool)
        and is_table(case["fields"], field, 80)
        and all(is_text(text, 500) for text in case["fields"].values())
        and is_table(case["done"], step, 80)
        and all(is_count(at) for at in case["done"].values())
        and is_table(case["gates"], field, 80)
        and set(case["gates"].values()) <= {"yes", "no"}
        and len(case["log"]) <= 300
        and all(is_entry(entry) for entry in case["log"])
    )
