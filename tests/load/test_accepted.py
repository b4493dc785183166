"""What people may write, and what is read from it: always text, never a number, a date or a truth."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.handbook import CASES, parts_of, read_case, text_of, to_bytes

from opptur.load import Document, parse
from opptur.load.document import Value

FORMS = list(parts_of(read_case(CASES / "forms.yml")["forms"]))


def plain(value: Value) -> Any:
    """A value as JSON has it."""
    if isinstance(value, dict):
        return {key: plain(child) for key, child in value.items()}
    return [plain(child) for child in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("form", FORMS, ids=lambda form: text_of(form["about"]))
def test_a_form_is_read_as_it_is_meant(form: dict[str, Value]) -> None:
    """The form gives the value that stands beside it."""
    found = parse(to_bytes(text_of(form["text"])), "x.yml")
    assert isinstance(found, Document), found[0].found("en")
    assert plain(found.data) == json.loads(to_bytes(text_of(form["value"])).decode().replace("\n", "\\n"))


def test_the_good_plays_read_the_same_on_windows() -> None:
    """A play with a byte order mark and CRLF holds the same values at the same places."""
    for path in sorted((CASES / "good").rglob("*.yml")):
        raw = path.read_bytes()
        here, there = parse(raw, "x.yml"), parse(b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n"), "x.yml")
        assert isinstance(here, Document)
        assert isinstance(there, Document)
        assert here.data == there.data
        assert here.marks == there.marks
