"""No file, however broken, brings the check down: it is read or explained, at a place that exists."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from multiprocessing import get_context

import pytest
from tests import fuzz
from tests.fuzz import Outcome, batch

from opptur.load import parse
from opptur.problems import MOST_IN_A_FILE

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
        told = ", ".join(f"{number} {what}" for what, number in counts.items())
        sys.stdout.write(f"\nfuzz: {told}\n")
    assert not failures, "\n\n".join(failures[:3])
    assert counts["run"] >= MUTANTS or "OPPTUR_FUZZ_SECONDS" in os.environ
    assert min(counts["read"], counts["judged by rules"], counts["whole plays"]) > 0


def test_a_seed_gives_the_same_mutants() -> None:
    """A mutant that fails can be made again from its seed and number."""
    first, again = batch(1, 50), batch(1, 50)
    assert (first.counts, first.failures) == (again.counts, again.failures)


GOOD = fuzz.whole()[1]
HURTFUL = {
    "lists in lists": b"[" * 30_000,
    "entries in entries": b"- " * 30_000,
    "keys in keys": b"? " * 20_000,
    "fields in fields": b"x: " + b"{a: " * 20_000,
    "a ring": b"&a [*a]",
    "one long word": b"x" * 999_999,
    "quotes": b'"' * 50_001,
    "empty lines": b"\n" * 500_000,
    "tabs": b"\t\n" * 400_000,
    "bytes of another encoding": b"a: \xe5\n" * 160_000,
    "the same field": b"a:\n" + b" b:\n" * 200_000,
    "unknown fields": b"".join(b"tittel%d: x\n" % number for number in range(60_000)),
    "empty entries": GOOD.replace(b"search_terms:\n", b"search_terms:\n" + b"  - ''\n" * 90_000),
    "unknown moments": GOOD.replace(
        b"messages:\n", b"messages:\n" + b"".join(b"  x%d:\n    sms: x\n" % number for number in range(30_000))
    ),
    "unknown fields in braces": GOOD.replace(b"opening: ", b"opening: x " + b"{ordre_nr} " * 80_000, 1),
    "lone braces": GOOD.replace(b"opening: ", b"opening: x " + b"{ " * 400_000, 1),
    "a text that patterns could choke on": GOOD.replace(b"opening: ", b"opening: " + b"det det har har " * 50_000, 1),
}


@pytest.mark.parametrize("raw", HURTFUL.values(), ids=HURTFUL)
def test_what_was_made_to_hurt_is_told_at_once(raw: bytes) -> None:
    """Deep, endless or huge input costs seconds, not minutes, and is explained."""
    start = time.process_time()
    assert fuzz.judge(raw, Counter(), told=True) == ""
    assert time.process_time() - start < 10


def test_five_hundred_findings_are_enough() -> None:
    """A file with thousands of mistakes is explained as far as anyone would read."""
    for raw in (b"\t\n" * 2_000, b"a: \xe5\n" * 2_000, b"a:\n" + b" b:\n" * 2_000):
        found = parse(raw, fuzz.FILE)
        assert isinstance(found, list)
        assert len(found) == MOST_IN_A_FILE
