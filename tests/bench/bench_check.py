"""`make bench`: reading and checking a large handbook costs little beside what plain YAML reading costs alone.

The yardstick is `yaml.safe_load` over the same files in the same run, so that the machine does not matter. CPU
time, the least of several rounds, the two taking turns. Exits 1 when the share is above the limit.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import yaml
from tests.bench import generate

from opptur.check import check

LIMIT = 0.25
TODAY = date(2026, 11, 24)
ROUNDS = 3
REAL = generate.ROOT / "plays"


def read_plainly(files: Sequence[Path]) -> None:
    """What the check is measured against."""
    for file in files:
        yaml.safe_load(file.read_bytes())


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def least(rounds: int, *works: Callable[[], object]) -> list[float]:
    """The least time of each piece of work, taking turns."""
    measured = [[seconds(work) for work in works] for _ in range(rounds)]
    return [min(times) for times in zip(*measured, strict=True)]


def share(name: str, plays: Path, rounds: int) -> float:
    """One line of the table; the share of the yardstick that reading and checking takes."""
    files = [file for file in sorted(plays.rglob("*.yml")) if file.parent.name != "vocabulary"]
    size = sum(file.stat().st_size for file in files) / len(files) / 1000
    plain, whole = least(rounds, lambda: read_plainly(files), lambda: check(plays, TODAY))
    print(f"{name:<10} {len(files):>5} {size:>6.1f} {plain:>12.2f} {whole:>9.2f} {whole / plain:>7.3f}")
    return whole / plain


def is_valid(plays: Path) -> bool:
    """Whether the generated plays are good; only then does the measure say anything."""
    _, problems = check(plays, TODAY)
    for problem in problems[:3]:
        print(f"{problem.place.file}:{problem.place.line}: {problem.found('en')}", file=sys.stderr)
    return not problems


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table and say whether the limit holds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--plays", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    args = parser.parse_args(argv)
    folder = Path(tempfile.mkdtemp(prefix="opptur-bench-"))
    try:
        generate.write(folder / "plays", args.plays, seed=1)
        if not is_valid(folder / "plays"):
            return 1
        print(f"{'plays':<10} {'files':>5} {'kB':>6} {'safe_load s':>12} {'check s':>9} {'share':>7}")
        share("real", REAL, args.rounds)
        measured = share("generated", folder / "plays", args.rounds)
    finally:
        shutil.rmtree(folder)
    print(f"limit {LIMIT}: {'kept' if measured <= LIMIT else 'broken'}")
    return int(measured > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
