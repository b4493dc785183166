"""What types cannot say: one small rule each, in `RULES` by code.

`check_library` judges every play and returns all problems, sorted by file and line.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from opptur.model.library import Library, PlayFile
from opptur.problems import MOST_IN_A_FILE, Problem, in_order
from opptur.rules import first_hours, later, message_lengths, message_rules, recognising, twins, wording
from opptur.rules.rule import RULES, Case, Rule, findings
from opptur.rules.workshops import check_workshops

__all__ = [
    "RULES",
    "Rule",
    "check_file",
    "check_library",
    "first_hours",
    "later",
    "message_lengths",
    "message_rules",
    "recognising",
    "twins",
    "wording",
]

DIFFERENCES = ("T02", "T03", "T04", "T05")
"""The rules that compare the languages."""


def check_library(library: Library, today: date) -> list[Problem]:
    """Every problem that a rule finds in any play."""
    found = [problem for file in library.files.values() for problem in check_file(file, library, today)]
    return in_order([*_without_echoes(library, found), *check_workshops(library)])


def _without_echoes(library: Library, problems: list[Problem]) -> Iterator[Problem]:
    """A difference between languages that follows from a mistake already told there, in either of them, is not told as well."""
    ids = {file.document.file: file.id for file in library.files.values()}
    told = {(ids[problem.place.file], problem.path) for problem in problems if problem.is_error and problem.kind.code not in DIFFERENCES}
    for problem in problems:
        upwards = [problem.path[:depth] for depth in range(2, len(problem.path) + 1)] or [problem.path]
        echo = problem.kind.code in DIFFERENCES and any((ids[problem.place.file], path) in told for path in upwards)
        if not echo:
            yield problem


def check_file(file: PlayFile, library: Library, today: date) -> list[Problem]:
    """Every problem that a rule finds in one play file."""
    case = Case(file, library, today)
    return [
        file.document.problem(rule.kind, found.path, found.args, match=found.match, at_key=found.at_key, nth=found.nth)
        for rule in RULES.values()
        for found in islice(findings(rule, case), MOST_IN_A_FILE)
    ]
