"""Problems for programs: JSON, GitHub annotations, GitLab code quality, SARIF."""

from __future__ import annotations

import hashlib
import json as jsonlib
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from opptur.problems import Problem
from opptur.problems.styles.safe import escaped, one_line

SHOWN_BY_GITHUB = 10
"""GitHub shows ten errors and ten warnings of one step; the rest is counted in a last line."""


def _dump(report: object) -> str:
    """JSON that is exact for programs, with escapes for all that a log or a terminal could take for a command."""
    return escaped(jsonlib.dumps(report, ensure_ascii=False, indent=2)) + "\n"


def json(problems: Sequence[Problem], lang: str) -> str:
    """A list of objects, one a problem, in order."""
    return _dump([_plain(problem, lang) for problem in problems])


def _plain(problem: Problem, lang: str) -> dict[str, Any]:
    place = problem.place
    return {
        "file": place.file, "line": place.line, "column": place.column, "end_column": place.end_column,
        "code": problem.kind.code, "level": problem.kind.level, "field": field_name(problem),
        "found": one_line(problem.found(lang)), "fix": one_line(problem.fix(lang)), "example": problem.example(lang),
        "fingerprint": fingerprint(problem),
    }  # fmt: skip


def field_name(problem: Problem) -> str:
    """The path of the field as one word: `messages.bad_news.email.body`."""
    return ".".join(one_line(str(step)) for step in problem.path)


def fingerprint(problem: Problem) -> str:
    """The same finding has the same fingerprint when lines move: file, code, field and words, not the line."""
    found = problem.found("en")
    return hashlib.sha256(
        "\0".join((problem.place.file, problem.kind.code, repr(problem.path), found)).encode("utf-8", "replace")
    ).hexdigest()[:32]


def github(problems: Sequence[Problem], lang: str) -> str:
    """Workflow commands, the gravest first; nothing from a play can start a command of its own."""
    ordered = sorted(problems, key=lambda problem: not problem.is_error)
    shown = [p for p in ordered if p.is_error][:SHOWN_BY_GITHUB] + [p for p in ordered if not p.is_error][:SHOWN_BY_GITHUB]
    lines = [_command(problem, lang) for problem in shown]
    if len(shown) < len(problems):
        more = len(problems) - len(shown)
        told = (
            f"Det er {more} til. Kjør «opptur check» for å se alle."
            if lang == "nb"
            else f"There are {more} more. Run “opptur check” to see them all."
        )
        lines.append(f"::notice::{told}")
    return "".join(line + "\n" for line in lines)


def _command(problem: Problem, lang: str) -> str:
    place = problem.place
    properties = {
        "file": place.file, "line": place.line, "col": place.column, "endColumn": place.end_column, "title": f"{problem.kind.code} {problem.found(lang)}",
    }  # fmt: skip
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = one_line(f"{problem.found(lang)} {problem.fix(lang)}")
    return f"::{problem.kind.level} {told}::{_data(message)}"


def _data(text: str) -> str:
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def gitlab(problems: Sequence[Problem], lang: str) -> str:
    """GitLab's code quality report."""
    report = [
        {
            "description": one_line(f"{problem.found(lang)} {problem.fix(lang)}"),
            "check_name": problem.kind.code,
            "fingerprint": fingerprint(problem),
            "severity": "major" if problem.is_error else "minor",
            "location": {"path": problem.place.file, "lines": {"begin": problem.place.line}},
        }
        for problem in problems
    ]
    return _dump(report)


def sarif(problems: Sequence[Problem], lang: str) -> str:
    """SARIF 2.1.0. Columns count characters."""
    kinds = {problem.kind.code: problem.kind for problem in problems}
    rules = [
        {"id": code, "shortDescription": {"text": kinds[code].title(lang)}, "defaultConfiguration": {"level": kinds[code].level}}
        for code in sorted(kinds)
    ]
    run = {
        "tool": {"driver": {"name": "opptur", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, lang) for problem in problems],
    }
    return _dump({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]})


def _result(problem: Problem, lang: str) -> dict[str, Any]:
    place = problem.place
    region = {"startLine": place.line, "startColumn": place.column, "endColumn": place.end_column}
    return {
        "ruleId": problem.kind.code,
        "level": problem.kind.level,
        "message": {"text": one_line(f"{problem.found(lang)} {problem.fix(lang)}")},
        "partialFingerprints": {"opptur/v1": fingerprint(problem)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": quote(place.file, errors="replace")}, "region": region}}],
    }
