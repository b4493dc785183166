"""Problems as a trainer reads them: place, what was found, the line with a caret, what to do, a right example."""

from __future__ import annotations

from collections.abc import Sequence

from opptur.problems import Problem
from opptur.problems.styles.safe import one_line, width

WORDS = {
    "nb": {"error": "feil", "warning": "råd", "do": "Gjør dette", "right": "Riktig", "none": "Alt i orden.", "and": "og"},
    "en": {"error": "error", "warning": "advice", "do": "Do this", "right": "Right", "none": "All is well.", "and": "and"},
}
LONGEST = 160
"""Characters of a source line that are shown; the rest is not needed to find the place."""


def text(problems: Sequence[Problem], lang: str) -> str:
    """All problems, then a line that counts them."""
    if not problems:
        return WORDS[lang]["none"] + "\n"
    told = [one_problem(problem, lang) for problem in problems]
    return "\n".join([*told, count(problems, lang), ""])


def one_problem(problem: Problem, lang: str) -> str:
    """One problem in four to eight lines."""
    words, place = WORDS[lang], problem.place
    head = f"{one_line(place.file)}:{place.line}:{place.column}: {words[problem.kind.level]} {problem.kind.code}: {one_line(problem.found(lang))}"
    lines = [head, *snippet(problem), f"      {words['do']}: {one_line(problem.fix(lang))}"]
    example = [one_line(line) for line in problem.example(lang).split("\n") if line]
    if example:
        lines += [f"      {words['right']}: {example[0]}", *(" " * (8 + len(words["right"])) + line for line in example[1:])]
    return "\n".join([*lines, ""])


def snippet(problem: Problem) -> list[str]:
    """The line before, the line itself, and a caret under the place."""
    place = problem.place
    shown = [(place.line - len(problem.lines) + 1 + i, line) for i, line in enumerate(problem.lines)]
    if not shown or place.column > LONGEST:
        return []
    rows = [f"{number:>5} | {one_line(line[:LONGEST])}" for number, line in shown]
    line = problem.lines[-1]
    before = width(one_line(line[: place.column - 1]))
    marked = max(1, width(one_line(line[place.column - 1 : min(place.end_column - 1, LONGEST)])))
    return [*rows, f"      | {' ' * before}{'^' * marked}"]


def count(problems: Sequence[Problem], lang: str) -> str:
    """How many of each level, and in how many files."""
    errors = sum(problem.is_error for problem in problems)
    advice, files = len(problems) - errors, len({problem.place.file for problem in problems})
    if lang == "nb":
        return f"{errors} feil og {advice} råd i {files} {'fil' if files == 1 else 'filer'}."
    return f"{errors} error{'s' * (errors != 1)} and {advice} piece{'s' * (advice != 1)} of advice in {files} file{'s' * (files != 1)}."
