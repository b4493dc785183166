"""The expressions that rules look for: each finds its examples, leaves its false alarms alone, and suits the browser."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opptur.rules import RULES
from opptur.rules.language import Pattern, Sought, language
from opptur.rules.wording import WORDINGS

LANGUAGES = ("nb", "en")
ENTRIES = [(lang, name) for lang in LANGUAGES for name in language(lang)]
FALSE_ALARMS = (
    ("M10", "Jeg tar ansvar for at dette blir løst."),
    ("M15", "De rekker bilen."),
    ("M04", "Varene leveres på fredag."),
    ("M11", "Garantien din gjelder til mai."),
    ("M07", "Det skulle du ha hørt fra meg."),
    ("M03", "Har det skjedd før?"),
)
ONLY_PYTHON = re.compile(r"\(\?(?!:|=|!|<=|<!)|[*+?}]\+|\{,|\\[AZz]")
"""Syntax that JavaScript does not share: inline flags, named groups, conditionals, possessive quantifiers, `{,2}`."""


def found(lang: str, name: str, text: str) -> bool:
    """Whether an entry finds anything in a text."""
    return language(lang)[name].search(text) is not None


@pytest.mark.parametrize(("lang", "name"), ENTRIES)
def test_hits_are_found(lang: str, name: str) -> None:
    """Each entry has at least three examples that it finds."""
    hits = language(lang)[name].hits
    assert len(hits) >= 3
    assert [text for text in hits if not found(lang, name, text)] == []


@pytest.mark.parametrize(("lang", "name"), ENTRIES)
def test_misses_are_left_alone(lang: str, name: str) -> None:
    """Each entry has at least three examples that it must not find."""
    misses = language(lang)[name].misses
    assert len(misses) >= 3
    assert [text for text in misses if found(lang, name, text)] == []


@pytest.mark.parametrize(("code", "text"), FALSE_ALARMS)
def test_known_false_alarms_stay_quiet(code: str, text: str) -> None:
    """Sentences that look wrong and are right pass."""
    assert not found("nb", code, text)


def test_both_languages_look_for_the_same() -> None:
    """What is looked for in one language is looked for in the other."""
    assert {*language("nb")} == {*language("en")}


def test_every_wording_rule_has_its_expressions() -> None:
    """A rule on wording has expressions in both languages, and every entry named after a rule belongs to one."""
    codes = {wording.code for wording in WORDINGS}
    assert all(code in language(lang) for code in codes for lang in LANGUAGES)
    assert {name for name in language("nb") if re.fullmatch(r"M\d\d", name)} <= {*RULES}


def test_the_browser_can_read_them() -> None:
    """Only syntax that JavaScript shares is used."""
    strange = [one.regex.pattern for lang, name in ENTRIES for one in language(lang)[name].sought if ONLY_PYTHON.search(one.regex.pattern)]
    assert strange == []


ALL = [one for lang, name in ENTRIES for one in language(lang)[name].sought]
BITS = sorted({text for lang, name in ENTRIES for text in (*language(lang)[name].hits, *language(lang)[name].misses)})


@given(st.lists(st.sampled_from(BITS) | st.text(max_size=8), min_size=1, max_size=4).map(" ".join))
def test_the_quick_look_never_hides_a_match(text: str) -> None:
    """What is passed over as not worth a search holds nothing to find."""
    lowered = text.lower()
    assert [one.regex.pattern for one in ALL if one.regex.search(text) and not one.likely(lowered)] == []


def test_a_language_without_a_file_is_silent() -> None:
    """A handbook in another language is judged by structure alone."""
    assert language("xx") == {}
    assert Pattern((Sought(re.compile("a"), ()),)).search("b") is None
