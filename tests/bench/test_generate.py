"""The plays that the measure rests on: good by every rule, and the same each time."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.bench import bench_check, generate

from opptur.check import check

PLAYS = 24


@pytest.fixture(scope="module")
def plays(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small generated handbook."""
    root = tmp_path_factory.mktemp("generated") / "plays"
    assert len(generate.write(root, PLAYS)) == PLAYS
    return root


def test_generated_plays_are_good(plays: Path) -> None:
    """No rule has anything to say about them, advice included."""
    _, problems = check(plays, bench_check.TODAY)
    assert [f"{problem.place.file}:{problem.place.line}: {problem.found('en')}" for problem in problems] == []


def test_a_seed_gives_the_same_plays(plays: Path) -> None:
    """The same id and seed give the same bytes, another seed gives others."""
    nb, en = generate.play("play-0001", seed=1)
    folder = plays / generate.FAMILIES[1]
    assert (folder / "play-0001.nb.yml").read_text(encoding="utf-8") == nb
    assert (folder / "play-0001.en.yml").read_text(encoding="utf-8").startswith(en)
    assert generate.play("play-0001", seed=2) != (nb, en)


def test_generated_plays_are_all_different(plays: Path) -> None:
    """No two are alike, so nothing is measured twice."""
    texts = [file.read_bytes() for file in plays.rglob("play-*.yml")]
    assert len({*texts}) == len(texts)


def test_the_measure_prints_its_table(capsys: pytest.CaptureFixture[str]) -> None:
    """The command measures the real and the generated plays and says whether the limit holds."""
    assert bench_check.main(["--plays", "4", "--rounds", "1"]) in (0, 1)
    printed = capsys.readouterr().out
    assert [line.split()[0] for line in printed.splitlines()] == ["plays", "real", "generated", "limit"]
