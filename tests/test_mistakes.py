"""Every mistake that a trainer makes is told once, at the right place, in words that help."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.handbook import CASES, NB, Handbook, parts_of, read_case, text_of

from opptur.load.document import Value
from opptur.problems import Problem
from opptur.problems.styles import text

Mistake = dict[str, Value]
Answers = dict[str, list[Problem]]
MISTAKES: list[Mistake] = [mistake for group in read_case(CASES / "mistakes.yml").values() for mistake in parts_of(group)]
OUTDATED = "T06"


def name(mistake: Mistake) -> str:
    """What the mistake is about."""
    return text_of(mistake["about"])


def told(handbook: Handbook, mistake: Mistake, scratch: Path) -> list[Problem]:
    """What is told about a mistake; that the translation is older than the Norwegian text only when that is all."""
    file = text_of(mistake.get("file")) or NB
    problems = handbook.edit(file, text_of(mistake["find"]), text_of(mistake["put"])).problems(scratch)
    return [problem for problem in problems if problem.kind.code != OUTDATED] or problems


@pytest.fixture(scope="module")
def answers(handbook: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """What is told about each mistake, by its name."""
    scratch = tmp_path_factory.mktemp("mistakes")
    return {name(mistake): told(handbook, mistake, scratch) for mistake in MISTAKES}


@pytest.mark.parametrize("mistake", MISTAKES, ids=name)
def test_a_mistake_is_told_once(answers: Answers, mistake: Mistake) -> None:
    """One mistake gives one finding, unless the case says how many and why."""
    expected = int(text_of(mistake.get("findings")) or "1")
    assert (expected == 1) == ("because" not in mistake)
    found = [f"{problem.place.line}: {problem.found('en')}" for problem in answers[name(mistake)]]
    assert len(found) == expected, found


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_words_are_those_that_were_read(answers: Answers, lang: str, golden: Golden) -> None:
    """What is told about each mistake is, to the letter and the column, what a person has read and found good."""
    golden(CASES / f"mistakes.{lang}.txt", "\n".join(f"=== {about}\n\n{text(found, lang)}" for about, found in answers.items()))


def test_there_are_many_mistakes() -> None:
    """There are at least seventy, and no two are about the same thing."""
    assert len({name(mistake) for mistake in MISTAKES}) == len(MISTAKES) >= 70
