"""Each style says the same in the form that its readers know: people, programs, GitHub, GitLab, SARIF viewers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.handbook import NB, Handbook

from opptur.problems import KINDS, Kind, Place, Problem, Says, in_order
from opptur.problems.styles import STYLES

LANGS = ("nb", "en")
COLON = KINDS["L11"]
ADVICE = Kind(
    "X99", "warning", {"nb": Says("Her er {found}.", "Skriv noe.", "a: {{b}}"), "en": Says("Here is {found}.", "Write it.", "a: {{b}}")}
)


@pytest.fixture(scope="module")
def problems(handbook: Handbook, tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """An error, a piece of advice, and one that is told in the other file."""
    changed = handbook.edit(NB, "outlook: possible", "outlok: possible").edit(NB, "reviewed: 2026-11-02", "reviewed: 2024-11-02")
    return changed.problems(tmp_path_factory.mktemp("styles"))


def many(count: int, kind: Kind) -> list[Problem]:
    """Equal problems on many lines."""
    return [Problem(kind, Place("plays/a.yml", number, 3, 5), {"found": "x"}, ("a", 0), ("a: b: c",)) for number in range(1, count + 1)]


@pytest.mark.parametrize("lang", LANGS)
def test_json_has_every_key(problems: list[Problem], lang: str) -> None:
    """JSON is a list of objects, each with place, code, level, field, words and fingerprint."""
    report = json.loads(STYLES["json"](problems, lang))
    keys = {"file", "line", "column", "end_column", "code", "level", "field", "found", "fix", "example", "fingerprint"}
    assert [set(entry) for entry in report] == [keys] * len(problems)
    assert [(entry["file"], entry["line"], entry["column"]) for entry in report] == [
        (p.place.file, p.place.line, p.place.column) for p in problems
    ]
    assert all(entry["found"] == problem.found(lang) for entry, problem in zip(report, problems, strict=True))


@pytest.mark.parametrize("lang", LANGS)
def test_sarif_has_the_structure_that_viewers_need(problems: list[Problem], lang: str) -> None:
    """SARIF 2.1.0: rules once each, results that name them, columns that count characters, forward slashes in addresses."""
    report = json.loads(STYLES["sarif"](problems, lang))
    (run,) = report["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert report["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert rules == sorted({problem.kind.code for problem in problems})
    assert all("{" not in rule["shortDescription"]["text"] for rule in run["tool"]["driver"]["rules"])
    assert [result["ruleId"] for result in run["results"]] == [problem.kind.code for problem in problems]
    assert all(result["level"] in ("error", "warning") and result["partialFingerprints"]["opptur/v1"] for result in run["results"])
    assert [region_of(result) for result in run["results"]] == [
        (p.place.file, p.place.line, p.place.column, p.place.end_column) for p in problems
    ]


def region_of(result: dict[str, Any]) -> tuple[str, int, int, int]:
    """Where a SARIF result is."""
    physical = result["locations"][0]["physicalLocation"]
    region = physical["region"]
    return physical["artifactLocation"]["uri"], region["startLine"], region["startColumn"], region["endColumn"]


@pytest.mark.parametrize("lang", LANGS)
def test_gitlab_has_the_keys_that_it_asks_for(problems: list[Problem], lang: str) -> None:
    """Code quality: description, check name, unique fingerprint, severity, place."""
    report = json.loads(STYLES["gitlab"](problems, lang))
    assert [set(entry) for entry in report] == [{"description", "check_name", "fingerprint", "severity", "location"}] * len(problems)
    assert len({entry["fingerprint"] for entry in report}) == len(problems)
    assert {entry["severity"] for entry in report} <= {"major", "minor"}
    assert [entry["location"]["lines"]["begin"] for entry in report] == [problem.place.line for problem in problems]


def test_github_shows_ten_of_each_level_and_counts_the_rest() -> None:
    """Of 25 errors and 12 pieces of advice ten each are shown, errors first, and one line counts the other 17."""
    lines = STYLES["github"]([*many(12, ADVICE), *many(25, COLON)], "en").splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 10 + ["::warning"] * 10 + ["::notice::There"]
    assert "17 more" in lines[-1]
    assert "17 til" in STYLES["github"]([*many(12, ADVICE), *many(25, COLON)], "nb")


def test_github_escapes_what_its_runner_reads() -> None:
    """Percent signs, line breaks, colons and commas in file names and words cannot end a property or begin a line."""
    problem = Problem(ADVICE, Place("plays/a,b:c%.yml", 3, 2, 4), {"found": "100 %, altså\nalt: mye"}, (), ())
    (line,) = STYLES["github"]([problem], "nb").splitlines()
    assert line.startswith("::warning file=plays/a%2Cb%3Ac%25.yml,line=3,col=2,endColumn=4,title=X99 Her er 100 %25%2C altså␤alt%3A mye.::")
    assert line.endswith("::Her er 100 %25, altså␤alt: mye. Skriv noe.")


def test_text_puts_the_caret_under_the_words() -> None:
    """Wide characters count two columns, combining ones none, and a place past the end of the line still shows."""
    line = "tittel: 日本 e\u0301x"
    problem = Problem(ADVICE, Place("a.yml", 2, line.index("x") + 1, line.index("x") + 2), {"found": "x"}, (), ("over", line))
    shown = STYLES["text"]([problem], "nb").splitlines()
    assert shown[1:4] == ["    1 | over", f"    2 | {line}", "      | " + " " * (len("tittel: ") + 4 + 1 + 1) + "^"]


def test_text_counts_in_whole_sentences() -> None:
    """One is not called many, and no problem at all is good news."""
    assert STYLES["text"](many(1, COLON), "en").endswith("1 error and 0 pieces of advice in 1 file.\n")
    assert STYLES["text"](many(2, ADVICE), "nb").endswith("0 feil og 2 råd i 1 fil.\n")
    assert STYLES["text"]([], "nb") == "Alt i orden.\n"


def test_every_style_tells_every_kind() -> None:
    """No style fails on any kind, and none leaves a name in braces unfilled."""
    for kind in KINDS.values():
        problem = Problem(kind, Place("plays/a.yml", 1, 1, 2), dict.fromkeys(names_in(kind), "ordet"), ("a",), ("a: b",))
        for lang in LANGS:
            for style in STYLES.values():
                assert "ordet" in style([problem], lang) or not names_in(kind)


def names_in(kind: Kind) -> set[str]:
    """The names that a kind's sentences need."""
    from string import Formatter

    texts = [text for says in kind.says.values() for text in (says.found, says.fix, says.example)]
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def test_a_finding_keeps_its_fingerprint_when_lines_move(handbook: Handbook, tmp_path: Path) -> None:
    """Ten lines more above a mistake make no new finding of it."""
    changed = handbook.edit(NB, "outlook: possible", "outlok: possible")
    moved = changed.edit(NB, "title: Forsinket", "# Mer\n" * 10 + "title: Forsinket")
    before, after = (json.loads(STYLES["json"](book.problems(tmp_path), "nb")) for book in (changed, moved))
    assert [entry["fingerprint"] for entry in before] == [entry["fingerprint"] for entry in after]
    assert before[-1]["line"] + 10 == after[-1]["line"]


def test_two_findings_of_one_kind_at_one_place_are_both_told() -> None:
    """Only what is told twice in the same words is told once."""
    place = Place("a.yml", 1, 1, 2)
    first, second = (Problem(ADVICE, place, {"found": found}, ("a",)) for found in ("ett", "to"))
    assert in_order([second, first, first]) == [second, first]
