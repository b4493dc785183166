"""What types cannot say: one small rule each, in `RULES` by code.

`check_library` judges every play and returns all problems, sorted by file and line.
"""

from __future__ import annotations

from datetime import date

from opptur.model.library import Library, PlayFile
from opptur.problems import Problem, in_order
from opptur.rules import first_hours, later, message_rules, twins, wording
from opptur.rules.rule import RULES, Case, Rule, findings

__all__ = ["RULES", "Rule", "check_file", "check_library", "first_hours", "later", "message_rules", "twins", "wording"]


def check_library(library: Library, today: date) -> list[Problem]:
    """Every problem that a rule finds in any play."""
    return in_order([problem for file in library.files.values() for problem in check_file(file, library, today)])


def check_file(file: PlayFile, library: Library, today: date) -> list[Problem]:
    """Every problem that a rule finds in one play file."""
    case = Case(file, library, today)
    return [
        file.document.problem(rule.kind, found.path, found.args, match=found.match, at_key=found.at_key, nth=found.nth)
        for rule in RULES.values()
        for found in findings(rule, case)
    ]
