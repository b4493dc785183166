"""Plays as they must never be: mutated at random from a seed, and judged as a real one would be.

A batch runs in a process of its own, so that a crash of the parser would be seen. It gives back what went wrong.
"""

from __future__ import annotations

import random
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

from opptur.load import Document, parse
from opptur.model.library import Library, PlayFile, load_library, play_in
from opptur.problems import Problem
from opptur.problems.styles import STYLES
from opptur.rules import check_file

ROOT = Path(__file__).parent.parent
GOOD = Path(__file__).parent / "cases" / "good"
TODAY = date(2026, 11, 23)
FILE = "plays/delivery/late-delivery.nb.yml"
WHOLE_IN = 60
"""One seed in so many is a whole play."""
TOLD_IN = 40
"""One result in so many is told in every style and language."""

META = [
    b": ", b":", b" #", b"# ", b"- ", b"-", b"{", b"}", b"[", b"]", b"[]", b"{}", b"|", b">", b"|-\n", b">2\n", b"&a ", b"*a", b"!t ", b"!!str ",
    b"%YAML 1.2\n", b"%", b"@", b"`", b'"', b"'", b"? ", b"?", b"---\n", b"...\n", b"<<: ", b"\t", b"\\", b"\\x", b"\\u2028", b",", b"\n", b"\n\n",
    b"  ", b"no", b"~", b"null", b"1:30", b"0123", b"2026-02-30", b"{first_name}", b"{x", b"}}", b"::error::", b"##[error]",
]  # fmt: skip
ODD = [
    text.encode("utf-8", "surrogatepass")
    for text in (
        "\u00a0", "\ufeff", "\u0085", "\u2028", "\u2029", "\u200b", "\u202e", "\u00ad", "\u2013 ", "\u2022 ", "\u201d", "\u00ab", "\u0301",
        "\U0001f600", "\U0001f1f3\U0001f1f4", "\u4e2d", "\u0130", "\u017f", "\u00df", "\u3000", "\x00", "\x07", "\x1b[31m", "\x7f", "\r", "\r\n",
        "\ud800", "\U0010ffff", "\ufffe", "\ue000", "\U000e0041",
    )
] + [b"\xff", b"\xc3", b"\xe5", b"\xc0\x80", b"\xed\xa0\x80", b"\xff\xfe", b"\xf4\x90\x80\x80"]  # fmt: skip

VALUES = [
    b"", b"no", b"15m", b"15 min", b"99999d", b"1:30", b"14:30", b"24:00", b"2026-02-30", b"0000-00-00", b"9999-12-31", b"23.11.2026", b"4-1", b"2-3", b"0",
    b"-1", b"1e9", b"9999999", b"{order_no}", b'"{order_no}"', b"Ring {x} {{y}} }", b"seller", b"selger", b"late-delivery", b"[]", b"[a, b]", b"['', \"\"]",
    b"|\n      tekst\n\n      mer", b">-\n    foldet\n    tekst", b'"\\u2028"', b'"\\x00"', b"'I''m'", b"beklager " * 60, b"!" * 400, b"x" * 2000,
]  # fmt: skip

Mutator = Callable[[random.Random, bytes], bytes]


def _span(rng: random.Random, raw: bytes, longest: int = 40) -> tuple[int, int]:
    start = rng.randint(0, len(raw))
    return start, min(len(raw), start + rng.randint(1, longest))


def flip(rng: random.Random, raw: bytes) -> bytes:
    """One bit of one byte is turned."""
    at = rng.randrange(len(raw) or 1)
    return raw[:at] + bytes([raw[at] ^ 1 << rng.randrange(8)]) + raw[at + 1 :] if raw else raw


def insert(rng: random.Random, raw: bytes) -> bytes:
    """Something that means something in YAML, or a strange character, stands where it should not."""
    at = rng.randint(0, len(raw))
    return raw[:at] + rng.choice(META if rng.random() < 0.7 else ODD) + raw[at:]


def overwrite(rng: random.Random, raw: bytes) -> bytes:
    """The same in place of something else."""
    start, end = _span(rng, raw, 4)
    return raw[:start] + rng.choice(META if rng.random() < 0.7 else ODD) + raw[end:]


def noise(rng: random.Random, raw: bytes) -> bytes:
    """A few random bytes."""
    at = rng.randint(0, len(raw))
    return raw[:at] + rng.randbytes(rng.randint(1, 4)) + raw[at:]


def drop(rng: random.Random, raw: bytes) -> bytes:
    """A stretch is gone."""
    start, end = _span(rng, raw)
    return raw[:start] + raw[end:]


def double(rng: random.Random, raw: bytes) -> bytes:
    """A stretch stands twice."""
    start, end = _span(rng, raw, 200)
    return raw[:end] + raw[start:end] + raw[end:]


def move(rng: random.Random, raw: bytes) -> bytes:
    """A stretch stands elsewhere."""
    start, end = _span(rng, raw, 120)
    rest = raw[:start] + raw[end:]
    at = rng.randint(0, len(rest))
    return rest[:at] + raw[start:end] + rest[at:]


def lines(rng: random.Random, raw: bytes) -> bytes:
    """A line is gone, doubled, swapped with another, joined to the next, or moved in or out."""
    found = raw.split(b"\n")
    a, b = rng.randrange(len(found)), rng.randrange(len(found))
    spaces = b" " * rng.randint(1, 4)
    edit = rng.randrange(6)
    if edit == 0:
        del found[a]
    elif edit == 1:
        found.insert(b, found[a])
    elif edit == 2:
        found[a], found[b] = found[b], found[a]
    elif edit == 3:
        found[a : a + 2] = [b"".join(found[a : a + 2])]
    else:
        found[a] = spaces + found[a] if edit == 4 else found[a].removeprefix(spaces)
    return b"\n".join(found)


def value(rng: random.Random, raw: bytes) -> bytes:
    """A field holds something else, or is named something else."""
    found = raw.split(b"\n")
    at = rng.randrange(len(found))
    key, colon, held = found[at].partition(b":")
    found[at] = rng.choice(
        (key + colon + b" " + rng.choice(VALUES), key[:-1] + colon + held, key + key[-1:] + colon + held, key.upper() + colon + held)
    )
    return b"\n".join(found)


def splice(rng: random.Random, raw: bytes) -> bytes:
    """The beginning of one file and the end of another."""
    other = rng.choice(fragments())
    return raw[: rng.randint(0, len(raw))] + other[rng.randint(0, len(other)) :]


def encode(rng: random.Random, raw: bytes) -> bytes:
    """Saved by a program that thinks otherwise about letters and line ends."""
    text = raw.decode("utf-8", "replace")
    return rng.choice(
        (
            raw.replace(b"\n", b"\r\n"),
            raw.replace(b"\n", b"\r"),
            text.encode("cp1252", "replace"),
            text.encode("utf-16"),
            b"\xef\xbb\xbf" + raw,
        )
    )


COMMON: tuple[Mutator, ...] = (
    flip,
    insert,
    insert,
    insert,
    overwrite,
    overwrite,
    drop,
    double,
    move,
    lines,
    lines,
    lines,
    splice,
    value,
    value,
    value,
    value,
    value,
)
RARE: tuple[Mutator, ...] = (noise, encode)


@cache
def whole() -> tuple[bytes, ...]:
    """The shortest good plays."""
    return tuple(file.read_bytes() for file in sorted(GOOD.rglob("*.yml")))


@cache
def fragments() -> tuple[bytes, ...]:
    """A play in pieces of 0.3 to 2 kB: one top-level section after another, the long ones cut off."""
    pieces: list[bytes] = []
    for raw in whole():
        piece = b""
        for block in raw.split(b"\n\n"):
            piece += block[:1500] + b"\n"
            if len(piece) >= 300:
                pieces.append(piece[:2000])
                piece = b""
    return tuple(pieces)


def mutant(rng: random.Random) -> bytes:
    """One file that nobody meant to write."""
    raw = rng.choice(fragments() if rng.randrange(WHOLE_IN) else whole())
    for _ in range(rng.choice((1, 1, 1, 1, 2, 2, 4))):
        raw = rng.choice(COMMON if rng.random() < 0.93 else RARE)(rng, raw)
    return raw


@cache
def library() -> Library:
    """The real vocabulary and company, for the model and the rules."""
    found, _ = load_library(ROOT / "plays")
    assert found is not None
    return replace(found, files={})


@dataclass
class Outcome:
    """What a batch of mutants came to."""

    counts: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)


def batch(seed: int, size: int) -> Outcome:
    """So many mutants from a seed, judged one by one."""
    rng, outcome = random.Random(seed), Outcome()  # noqa: S311 - it must be repeatable, not secret
    for number in range(size):
        raw = mutant(rng)
        try:
            wrong = judge(raw, outcome.counts, told=not number % TOLD_IN)
        except Exception:  # noqa: BLE001 - any exception is what is looked for
            wrong = traceback.format_exc(limit=-6)
        if wrong:
            outcome.failures.append(f"seed {seed}, mutant {number}: {wrong}\n{raw!r}")
    return outcome


def judge(raw: bytes, counts: Counter[str], *, told: bool) -> str:
    """Everything that a check does to one file; what is wrong with the answer, or nothing."""
    counts["run"] += 1
    document = parse(raw, FILE)
    problems = document if isinstance(document, list) else []
    if isinstance(document, Document):
        counts["read"] += 1
        file, problems = play_in(document, ("late-delivery", "delivery", "nb"), library().vocabulary)
        problems += _by_rules(file, counts)
    elif not problems:
        return "neither a document nor a problem"
    return misplaced(raw, problems) or (untold(problems) if told else "")


def _by_rules(file: PlayFile, counts: Counter[str]) -> list[Problem]:
    if not file.sections:
        return []
    counts["judged by rules"] += 1
    counts["whole plays"] += file.whole
    return check_file(file, library(), TODAY)


def misplaced(raw: bytes, problems: Sequence[Problem]) -> str:
    """A problem that points outside the file, or to nothing."""
    text = raw.decode("utf-8-sig", "replace") if b"\xff\xfe" not in raw[:2] else ""
    ends = [len(line) for line in text.replace("\r\n", "\n").split("\n")]
    for problem in problems:
        place = problem.place
        if not 1 <= place.line <= len(ends):
            return f"{problem.kind.code} is on line {place.line} of {len(ends)}"
        if not 1 <= place.column <= ends[place.line - 1] + 1 < 10**9 or place.end_column <= place.column:
            return f"{problem.kind.code} is in column {place.column}-{place.end_column} of {ends[place.line - 1]}"
    return ""


def untold(problems: Sequence[Problem]) -> str:
    """A style that cannot tell what was found; each gives text that can be written to a file."""
    for name, style in STYLES.items():
        for lang in ("nb", "en"):
            if not style(problems, lang).encode("utf-8").strip() and problems:
                return f"{name} says nothing in {lang}"
    return ""
