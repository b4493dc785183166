"""A file made to hurt is refused quickly: deep nesting, aliases that multiply, sheer size."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from opptur.load import Document, parse, read

DEEP = 100_000
BOMBS = {
    "lists on one line": ("title: " + "[" * DEEP, "L24"),
    "lists on one line that end": ("title: " + "[" * DEEP + "]" * DEEP, "L24"),
    "lists in lists": ("- " * DEEP + "a", "L24"),
    "fields on one line": ("title: " + "{a: " * (DEEP // 4), "L21"),
    "fields in fields": ("".join(" " * depth + "a:\n" for depth in range(1_000)), "L24"),
    "keys that are keys": ("? " * DEEP + "a", "L23"),
    "aliases that multiply": (
        "a: &a [x]\n" + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
        "L17",
    ),
    "a megabyte and more": ("title: " + "x" * 1_000_000, "L04"),
    "nothing but quotes": ('"' * DEEP, "L13"),
    "nothing but colons": (": " * DEEP, "L14"),
    "nothing but remarks": ("#\n" * (4 * DEEP), "L26"),
}


@pytest.mark.parametrize(("text", "code"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_at_once(text: str, code: str) -> None:
    """It takes less than a tenth of a second of the processor, and the first thing told is what is wrong."""
    start = time.process_time()
    found = parse(text.encode(), "x.yml")
    spent = time.process_time() - start
    assert not isinstance(found, Document)
    assert code in {problem.kind.code for problem in found}
    assert spent < 0.1


@pytest.mark.parametrize("bomb", ["'[' * 100_000", "'- ' * 100_000", "'{a: ' * 100_000", "'? ' * 100_000"])
def test_deep_nesting_does_not_kill_the_process(bomb: str) -> None:
    """PyYAML's loaders recurse in C and crash at this depth; ours tells what is wrong and goes on."""
    code = f"from opptur.load import parse; found = parse(({bomb}).encode(), 'x.yml'); print(len(found))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "1"), done.stderr


def test_what_is_no_file_is_never_opened(tmp_path: Path) -> None:
    """A pipe under a play's name is told and not waited for."""
    pipe = tmp_path / "a.nb.yml"
    os.mkfifo(pipe)
    found = read(pipe, "a.nb.yml")
    assert isinstance(found, list)
    assert [problem.kind.code for problem in found] == ["L01"]
