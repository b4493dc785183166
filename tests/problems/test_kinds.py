"""Every kind of problem can be told to anyone: both languages, what was found, what to do."""

from __future__ import annotations

import re
from string import Formatter

import pytest

import opptur.check  # registers every kind
from opptur.problems import KINDS, Kind

WITHOUT_EXAMPLE = {
    "L01", "L03", "L04", "L05", "L09", "L16", "L20", "L22", "L24", "L29",  # nothing to write, or something to take away
    "F07", "F08", "F09", "F10", "F24", "F29", "T02", "T03", "T05",  # the right text is the trainer's own
}  # fmt: skip
"""The only kinds for which no right example makes sense."""

assert opptur.check


@pytest.fixture(params=sorted(KINDS))
def kind(request: pytest.FixtureRequest) -> Kind:
    """Each kind in turn."""
    return KINDS[request.param]


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_a_kind_says_what_was_found_and_what_to_do(kind: Kind, lang: str) -> None:
    """Found and fix are there in both languages, and an example wherever one makes sense."""
    says = kind.says[lang]
    assert says.found.strip()
    assert says.fix.strip()
    assert bool(says.example.strip()) == (kind.code not in WITHOUT_EXAMPLE)


def test_both_languages_use_the_same_arguments(kind: Kind) -> None:
    """What fills the Norwegian sentences fills the English ones."""
    assert arguments(kind, "nb") == arguments(kind, "en")


def arguments(kind: Kind, lang: str) -> set[str]:
    """The names in braces in all of a kind's sentences."""
    says = kind.says[lang]
    return {name for text in (says.found, says.fix, says.example) for _, name, _, _ in Formatter().parse(text) if name}


def test_a_kind_speaks_in_whole_sentences(kind: Kind) -> None:
    """A sentence ends as sentences do and shouts at nobody."""
    for says in kind.says.values():
        for text in (says.found, says.fix):
            assert re.search(r"[.}…]$", text), text
            assert "!" not in text
            assert "  " not in text
