"""What an expression cannot do without is read out of it, and never more than that."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opptur.rules.language import Sought, language
from opptur.rules.language.needles import needles

READ: tuple[tuple[str, list[set[str]]], ...] = (
    (r"\bsnarest\b", [{"snarest"}]),
    (r"\b(deeply|sincerely) sorry", [{"deeply", "sincerely"}, {" sorry"}]),
    (r"colou?r", [{"colo"}, {"r"}]),
    (r"ab+c", [{"a"}, {"b"}, {"c"}]),
    (r"(long )?short", [{"short"}]),
    (r"\d{8}", [set("0123456789")]),
    (r"\{action\}", [{"{action}"}]),
    (r"[Aa]bc(?! def)(?<=x)", [{"bc"}]),
    (r"one|[ab]|two", []),
    (r"\w+", []),
    (r"a{0,2}b{2}", [{"b"}]),
    (r"(?:en|et) (feil|rot(et)?)\.", [{"feil", "rot"}, {"en", "et"}, {"."}]),
    (r"Force MAJEURE", [{"force majeure"}]),
)
EXPRESSIONS = sorted({one.regex.pattern for lang in ("nb", "en") for entry in language(lang).values() for one in entry.sought})


@pytest.mark.parametrize(("source", "wanted"), READ)
def test_what_must_be_there(source: str, wanted: list[set[str]]) -> None:
    """Letters after one another, options as a set, and nothing of what may be left out."""
    assert sorted(map(sorted, needles(source))) == sorted(map(sorted, wanted))


@pytest.mark.parametrize("source", EXPRESSIONS)
def test_every_expression_rules_something_out(source: str) -> None:
    """No expression in the language files has to be searched for in every text."""
    assert needles(source)


@given(st.data())
def test_nothing_that_matches_is_ruled_out(data: st.DataObject) -> None:
    """Any text made to match an expression holds its needles."""
    source = data.draw(st.sampled_from(EXPRESSIONS))
    text = data.draw(st.from_regex(re.compile(source, re.ASCII)))
    assert Sought(re.compile(source), needles(source)).likely(text.lower())
