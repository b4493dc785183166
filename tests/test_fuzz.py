"""No file, however broken, brings the check down: it is read or explained, at a place that exists."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from multiprocessing import get_context

import pytest
from tests import fuzz
from tests.fuzz import Outcome, batch

MUTANTS = 200_000
BATCH = 10_000
PROCESSES = 2


def seeds() -> Iterator[int]:
    """The seed of each batch: enough for all mutants, or for as long as `OPPTUR_FUZZ_SECONDS` says."""
    seconds = float(os.environ.get("OPPTUR_FUZZ_SECONDS", "0"))
    end = time.monotonic() + seconds
    for seed in count():
        if time.monotonic() > end if seconds else seed * BATCH >= MUTANTS:
            return
        yield seed


def outcomes() -> Iterator[Outcome]:
    """What each batch came to, several at a time."""
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        waiting = []
        for seed in seeds():
            waiting.append(pool.submit(batch, seed, BATCH))
            if len(waiting) > PROCESSES:
                yield waiting.pop(0).result()
        for one in waiting:
            yield one.result()


@pytest.mark.slow
def test_a_broken_file_is_explained_and_never_brings_the_check_down(capsys: pytest.CaptureFixture[str]) -> None:
    """Of at least 200,000 mutated plays each is read or explained, at a line and column that exist, in every style and language."""
    counts: Counter[str] = Counter()
    failures: list[str] = []
    for outcome in outcomes():
        counts += outcome.counts
        failures += outcome.failures
    with capsys.disabled():
        print(f"\nfuzz: {', '.join(f'{number} {what}' for what, number in counts.items())}")
    assert not failures, "\n\n".join(failures[:3])
    assert counts["run"] >= MUTANTS or "OPPTUR_FUZZ_SECONDS" in os.environ
    assert min(counts["read"], counts["judged by rules"], counts["whole plays"]) > 0


def test_a_seed_gives_the_same_mutants() -> None:
    """A mutant that fails can be made again from its seed and number."""
    first, again = batch(1, 50), batch(1, 50)
    assert (first.counts, first.failures) == (again.counts, again.failures)


@pytest.mark.parametrize(
    "raw",
    [b"[" * 30_000, b"- " * 30_000, b"a:\n" + b" b:\n" * 30_000, b"? " * 20_000, b"x: " + b"{a: " * 20_000, b"&a [*a]", b"x" * 999_999, b'"' * 50_001, b"\n" * 500_000],
    ids=["lists in lists", "entries in entries", "equal keys", "keys in keys", "fields in fields", "a ring", "one long word", "quotes", "lines"],
)
def test_what_was_made_to_hurt_is_told_at_once(raw: bytes) -> None:
    """Deep, endless or huge input costs little and is explained."""
    start = time.process_time()
    assert fuzz.judge(raw, Counter(), told=True) == ""
    assert time.process_time() - start < 2
