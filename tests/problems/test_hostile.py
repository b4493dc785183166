"""Nothing written in a play, and no file name, can command the runner whose log it ends up in, or a terminal.

GitHub's runner obeys two grammars: `::command …::` at the start of a line, after trimming, and `##[command]`
anywhere in a line. The model of it here is stricter than the runner: it breaks lines wherever anything does.
"""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.problems.test_styles import names_in

from opptur.load import Document, parse
from opptur.model.parse import parse as parse_model
from opptur.model.play import Play
from opptur.problems import KINDS, Place, Problem
from opptur.problems.styles import STYLES
from opptur.problems.styles.machine import SHOWN_BY_GITHUB
from opptur.problems.styles.safe import UNSEEN

OWN_COMMAND = re.compile(r"::(error|warning) file=[^:,]*,line=\d+,col=\d+,endColumn=\d+,title=[^:,]*::|::notice::")
OWN_MARK = "\u200b"
"""What breaks a command in two is invisible itself."""

FRAGMENTS = (
    "::error::", "::set-output name=a::", "::add-mask::x", "::stop-commands::t", "##[command]", "##[error]", "##[[", "#", "##",
    "\r\n::warning::x", "\n::error::x", "\r", "\x1b[31m", "\x1b]0;x\x07", "\u2028::error::", "\u2029", "\x85", "\x0b", "\x0c", "\x1c",
    "%0A::error::x", "%0D", "%25", "a,b:c%.yml", "\ufeff", " ", "\t", "\xa0", "\u3000", "\u202e", "\u200b", "\x00", "\x7f", "\x9b", "\udcff",
    "{found}", "{", "}", "{{", "{0}", "{a.b}", ": ", "- ", "'", '"', "\\", "å", "日", "🙂", "\U000e0041", "title",
)  # fmt: skip
HOSTILE = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=3)), max_size=8).map("".join)


def commands(log: str) -> list[str]:
    """Everything in a log that a runner would obey."""
    lines = [line.lstrip().lstrip("\ufeff").lstrip() for line in log.splitlines()]
    return [line for line in lines if line.startswith("::")] + re.findall(r"##\[[^\]]*", log)


def assert_harmless(problems: list[Problem]) -> None:
    """In every style and language: no foreign command, no raw control character, and what is JSON stays JSON."""
    for name, style in STYLES.items():
        for lang in ("nb", "en"):
            log = style(problems, lang)
            foreign = [command for command in commands(log) if not (name == "github" and OWN_COMMAND.match(command))]
            assert foreign == [], name
            assert {c for c in log if unicodedata.category(c) in UNSEEN} <= {"\n", OWN_MARK}, name
            assert name in ("text", "github") or json.loads(log) is not None


@settings(max_examples=10)
@given(text=HOSTILE, file=HOSTILE)
@example(text="##[[error]", file="##[command]x.yml")
@example(text="\u200b::error::x", file=" ::error::x")
def test_no_kind_of_problem_carries_a_command(text: str, file: str) -> None:
    """Whatever fills a problem's sentences, path, file name and snippet, no style passes a command on."""
    lines = tuple(text.split("\n")[:2])
    args = {kind.code: dict.fromkeys(names_in(kind), text) | {"example": text} for kind in KINDS.values()}
    problems = [Problem(KINDS[code], Place(file, 1, 1, 2), args[code], (text, 0), lines) for code in args]
    for start in range(0, len(problems), SHOWN_BY_GITHUB):
        assert_harmless(problems[start : start + SHOWN_BY_GITHUB])


@settings(max_examples=50)
@given(text=HOSTILE, file=HOSTILE)
def test_no_play_carries_a_command(text: str, file: str) -> None:
    """The same by the whole way: hostile text as field name, as value, as message, or as the file itself."""
    for raw in (
        text,
        f"title: {text}",
        f"{text}: x",
        f"error:\n  outlook: {text}",
        f"messages:\n  {text}:\n    sms: x",
        json.dumps({"title": text})[1:-1],
    ):
        found = parse(raw.encode("utf-8", "surrogateescape"), file)
        problems = parse_model(found, Play)[1] if isinstance(found, Document) else found
        assert problems
        assert_harmless(problems)


@pytest.mark.parametrize("hostile", FRAGMENTS)
def test_the_file_name_stays_exact_for_programs(hostile: str) -> None:
    """JSON names the very file, whatever it is called."""
    problem = Problem(KINDS["L26"], Place(f"plays/{hostile}.yml"), {}, (), ())
    (entry,) = json.loads(STYLES["json"]([problem], "en"))
    assert entry["file"] == f"plays/{hostile}.yml"


def test_the_model_of_the_runner_obeys_what_the_runner_obeys() -> None:
    """The model is not blind: it sees both grammars, after blanks and in the middle of a line."""
    assert commands("  ::error::x") == ["::error::x"]
    assert commands("a\u2028::error::x") == ["::error::x"]
    assert commands("text ##[command]rm") == ["##[command"]
    assert commands("text :: text #[ a") == []
