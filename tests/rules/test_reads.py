"""What a rule declares to read is all that it reads, so one broken section never hides or breaks the others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.handbook import EN, NB, TODAY, Handbook, make

from opptur.model.library import load_library
from opptur.model.play import Play
from opptur.rules import RULES, check_file, check_library
from opptur.rules.rule import Case, findings


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize("code", RULES)
def test_a_rule_reads_only_what_it_declares(handbook: Handbook, code: str, lang: str) -> None:
    """A rule runs on a play that has nothing but the sections the rule declares."""
    whole = handbook.library.files["late-delivery", lang]
    rule = RULES[code]
    sections = {name: getattr(whole.play, name) for name in rule.reads}
    part = replace(whole, play=Play.model_construct(None, **sections), sections=frozenset(sections))
    list(findings(rule, Case(part, handbook.library, TODAY)))


@pytest.mark.parametrize("section", Play.model_fields)
def test_any_section_may_be_missing(handbook: Handbook, section: str) -> None:
    """Without any one section, the rules for the others still run, on the play and on its translation."""
    whole = handbook.library.files["late-delivery", "nb"]
    rest = {name: getattr(whole.play, name) for name in Play.model_fields if name != section}
    part = replace(whole, play=Play.model_construct(None, **rest), sections=frozenset(rest))
    library = replace(handbook.library, files={**handbook.library.files, whole.key: part})
    for file in library.files.values():
        check_file(file, library, TODAY)


def test_a_mistake_in_one_section_does_not_hide_one_in_another(handbook: Handbook, tmp_path: Path) -> None:
    """A field of a wrong type and a message in wrong words are told at once."""
    broken = handbook.edit(NB, "mood: 4", "mood: sint").edit(NB, "og det skulle du ha visst fra meg.", "og det skulle du ha visst fra meg!")
    assert {"F17", "M16"} <= {problem.kind.code for problem in broken.problems(tmp_path)}


def test_both_languages_are_judged(handbook: Handbook, tmp_path: Path) -> None:
    """A mistake in either language is told in its own file."""
    broken = handbook.edit(NB, "mood: 4", "mood: 9").edit(EN, "mood: 4", "mood: 9")
    files = {problem.place.file for problem in broken.problems(tmp_path) if problem.kind.code == "P42"}
    assert files == {f"plays/{NB}", f"plays/{EN}"}


def test_a_play_that_cannot_be_read_is_not_missing(tmp_path: Path) -> None:
    """A syntax error in one play is told there, and not as a missing play in all that point to it."""
    plays = make(tmp_path)
    for lang in ("nb", "en"):
        (plays / "people" / f"repeat-failure.{lang}.yml").write_text("title: [", encoding="utf-8")
    library, problems = load_library(plays)
    assert library is not None
    found = [*problems, *check_library(library, TODAY)]
    assert {problem.place.file for problem in found} == {"plays/people/repeat-failure.nb.yml", "plays/people/repeat-failure.en.yml"}
