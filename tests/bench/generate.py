"""Plays for measuring: as many as wanted, each about the smallest that every rule lets through, from a seed.

The skeleton holds all that a play must have; its slots are filled with phrases that exist in both languages, so
that twins tell the same facts. The same seed gives the same bytes. Run as a script it writes a handbook:
`python tests/bench/generate.py DIR --plays 1000 --seed 1`.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

from opptur.load import Document, parse
from opptur.model.library import PlayFile
from opptur.model.play import Play
from opptur.rules.twins import digest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SLOT = re.compile(r"<(:?[a-z_]+)(?:@([a-z]))?>")
FAMILIES = ("delivery", "product", "invoicing", "promise", "communication", "service", "it", "project", "contract", "people")
REPEAT = "repeat-failure"

Pair = tuple[str, str]


@cache
def skeleton() -> str:
    """The play with slots in place of its texts."""
    return (HERE / "skeleton.txt").read_text(encoding="utf-8")


@cache
def phrases() -> dict[str, tuple[Pair, ...]]:
    """Every slot's phrases, Norwegian and English."""
    found: dict[str, list[Pair]] = {}
    for line in (HERE / "phrases.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            slot, _, pair = line.partition(": ")
            nb, en = pair.split(" | ")
            found.setdefault(slot, []).append((nb, en))
    return {slot: tuple(pairs) for slot, pairs in found.items()}


class Picker:
    """One play's choices: phrases dealt like cards, so that none comes twice before all have come once."""

    def __init__(self, seed: str, play_id: str) -> None:
        self.random = random.Random(seed)  # noqa: S311 - it must be repeatable, not secret
        self.decks: dict[str, list[Pair]] = {}
        self.severity = (3, 4) if play_id == REPEAT else self.random.choice(((2, 2), (2, 3), (3, 3)))
        self.again = "4" if play_id == REPEAT else REPEAT

    def deal(self, slot: str) -> Pair:
        """The next phrase of a slot, or a value that is the same in both languages."""
        if slot.startswith(":"):
            value = VALUES[slot[1:]](self)
            return value, value
        deck = self.decks.setdefault(slot, [])
        if not deck:
            deck += phrases()[slot]
            self.random.shuffle(deck)
        return deck.pop()


def _cadence(picker: Picker) -> str:
    low, high = picker.severity
    entry = "    - severity: {}\n      channel: phone\n      also_without_news: OK {}."
    return "\n".join(entry.format(level, level) for level in range(low, high + 1))


VALUES: dict[str, Callable[[Picker], str]] = {
    "severity": lambda it: "-".join(str(level) for level in sorted({*it.severity})),
    "level": lambda it: str(it.severity[1]),
    "again": lambda it: it.again,
    "cadence": _cadence,
    "gates": lambda it: "[not_verified, too_soon, " + ("severity_4]" if it.severity[1] == 4 else "open_money]"),
    "outlook": lambda it: it.random.choice(("possible", "limited")),
    "role": lambda it: it.random.choice(("logistics", "warehouse")),
    "neighbour": lambda it: it.random.choice(("partial-delivery", "data-loss", "wrong-quote")),
    "minutes": lambda it: it.random.choice(("30m", "45m", "60m")),
    "hours": lambda it: it.random.choice(("2h", "4h", "6h")),
    "days": lambda it: it.random.choice(("1d", "2d", "3d")),
    "mood": lambda it: it.random.choice("345"),
    "effort": lambda it: it.random.choice(("2-5", "3-6", "1-4")),
    "source": lambda it: it.random.choice(("shapiro-1994", "primo-2007", "maxham-2002")),
}
"""Slots with a value that is a fact, the same in both languages."""


def play(play_id: str, seed: int) -> Pair:
    """One play in both languages."""
    picker = Picker(f"{seed}/{play_id}", play_id)
    kept: dict[str, Pair] = {}
    both: list[list[str]] = [[], []]
    end = 0
    for match in SLOT.finditer(skeleton()):
        pair = kept[match[2]] if match[2] in kept else picker.deal(match[1])
        if match[2]:
            kept[match[2]] = pair
        for texts, chosen in zip(both, pair, strict=True):
            texts.extend((skeleton()[end : match.start()], chosen))
        end = match.end()
    nb, en = ("".join((*texts, skeleton()[end:])) for texts in both)
    return nb, en


def stamp(source: str) -> str:
    """The line that says which text a translation was made from."""
    document = parse(source.encode(), "source")
    assert isinstance(document, Document), document
    file = PlayFile("source", "delivery", "nb", Play.model_construct(), document, frozenset())
    return f"  translated_from: {digest(file)}\n"


def write(root: Path, plays: int, seed: int = 1) -> list[Path]:
    """A whole handbook: the lists and the company of the real one, and as many play files as asked for, half in each language."""
    shutil.copytree(ROOT / "plays" / "vocabulary", root / "vocabulary")
    shutil.copy(ROOT / "tests" / "cases" / "planned.yml", root / "vocabulary")
    shutil.copy(ROOT / "plays" / "company.yml", root / "company.yml")
    written = []
    for number in range(plays // 2):
        play_id = f"play-{number:04}" if number else REPEAT
        folder = root / FAMILIES[number % len(FAMILIES)]
        folder.mkdir(exist_ok=True)
        nb, en = play(play_id, seed)
        for lang, text in (("nb", nb), ("en", en + stamp(nb))):
            written.append(folder / f"{play_id}.{lang}.yml")
            written[-1].write_text(text, encoding="utf-8")
    return written


def main() -> None:
    """Write a handbook to a new folder and say what it holds."""
    parser = argparse.ArgumentParser(description="Write a generated handbook.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plays", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    files = write(args.folder, args.plays, args.seed)
    size = sum(file.stat().st_size for file in files) / len(files) / 1000
    print(f"{len(files)} plays in {args.folder}, {size:.1f} kB each")


if __name__ == "__main__":
    main()
