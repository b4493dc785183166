"""Whether every play can be printed: it fits its sheet, its cards hold, and each character is one that the fonts can show."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cache

from opptur.load.document import texts
from opptur.model.library import PlayFile
from opptur.print.glyphs import shown
from opptur.print.press import Printed
from opptur.problems import Path, Place, Problem, Says, kind

TOO_LONG = kind(
    "H01",
    nb=Says("Spillet får ikke plass på arket ({paper}): omtrent {over} ord for mye. Denne teksten er på {count} ord.", "Kort ned her, eller på andre steder som står på arket. {usual}", "do: Ring den som står uten varene. Si at ordren ikke kommer."),
    en=Says("The play does not fit its sheet ({paper}): about {over} words too many. This text is {count} words.", "Shorten it here, or elsewhere on the sheet. {usual}", "do: Call whoever is without the goods. Say that the order will not arrive."),
)  # fmt: skip
NO_GLYPH = kind(
    "H02",
    nb=Says(
        "Tegnet «{found}» ({code}) finnes ikke i skriften og kan ikke trykkes.",
        "Skriv det med bokstaver, eller ta det bort.",
        "title: Fra ordre til levering",
    ),
    en=Says(
        "The character “{found}” ({code}) is not in the font and cannot be printed.",
        "Write it in letters, or take it away.",
        "title: From order to delivery",
    ),
)
NOT_MADE = kind(
    "H03",
    nb=Says(
        "Arket kan ikke lages: {found}",
        "Se etter uvanlige tegn i firmanavnet og i listene. Er alt i orden der, er feilen vår.",
        "name: Nordvik Utstyr AS",
    ),
    en=Says(
        "The sheet cannot be made: {found}",
        "Look for unusual characters in the company's name and in the lists. If all is well there, the mistake is ours.",
        "name: Nordvik Utstyr AS",
    ),
)

WORDS_A_MM = {"sheet": 4.1, "pocket": 2.9, "cards": 3.5}
"""How many words a millimetre of height holds at the smallest type: measured by making texts of three plays longer."""

NAMES = {
    "sheet": ("the play sheet", "spillarket"),
    "pocket": ("the pocket card", "lommekortet"),
    "cards": ("the role-play cards", "rollespillkortene"),
}

USUAL: dict[str, dict[tuple[str, ...], int]] = {
    "sheet": {
        ("ownership", "*", "do"): 20, ("ownership", "*", "done_when"): 12, ("recognise", "signals"): 13, ("recognise", "not_this", "ask"): 13,
        ("guard", "never_say", "phrase"): 8, ("guard", "never_say", "instead"): 13, ("training", "roleplay", "observer"): 9,
    },
    "pocket": {("card", "*"): 14, ("ownership", "first_hour", "do"): 18},
    "cards": {("training", "roleplay", "*"): 18, ("training", "roleplay", "customer_role", "*"): 18, ("training", "roleplay", "seller_role", "*"): 18, ("training", "roleplay", "observer"): 9},
}  # fmt: skip
"""The words that a text of each kind usually has; what has most beyond that is where to shorten first."""


def print_problems(printed: Iterable[Printed]) -> Iterator[Problem]:
    """What keeps plays from paper, each at the field to change."""
    told = set[str]()
    for one in printed:
        paper, file = one.paper, next(iter(one.paper.files), None)
        unprintable = list(unshown(file)) if file and (paper.kind == "sheet" or one.error) else []
        yield from unprintable if paper.kind == "sheet" else ()
        if one.error and not unprintable and one.error not in told:
            told.add(one.error)
            yield Problem(NOT_MADE, Place(paper.source), {"found": one.error})
        over = max((fit["over"] for fit in one.fits), default=0)
        if over > 0.01 and file and paper.kind in NAMES and len(paper.files) == 1:
            yield _too_long(file, paper.kind, over)


def _too_long(file: PlayFile, paper: str, over: float) -> Problem:
    path, text, usual = longest(file, paper)
    english, norwegian = NAMES[paper]
    args = {
        "paper": english, "paper@nb": norwegian, "over": str(math.ceil(over * WORDS_A_MM[paper])), "count": str(len(text.split())),
        "usual": f"Such a text is usually {usual} words.", "usual@nb": f"Slike tekster er gjerne på {usual} ord.",
    }  # fmt: skip
    return file.document.problem(TOO_LONG, path, args)


def longest(file: PlayFile, paper: str) -> tuple[Path, str, int]:
    """The text on a paper that has most words beyond what is usual: where it stands, the text, and what is usual."""
    found = ((path, text, _usual(path, paper)) for path, text in texts(file.document.data))
    return max(((path, text, usual) for path, text, usual in found if usual), key=lambda its: len(its[1].split()) - its[2])


def _usual(path: Path, paper: str) -> int:
    """How many words a text usually has there; 0 when it does not stand on the paper."""
    names = tuple(step for step in path if isinstance(step, str))
    for pattern, usual in USUAL[paper].items():
        if len(pattern) == len(names) and all(want in ("*", name) for want, name in zip(pattern, names, strict=True)):
            return usual
    return 0


@cache
def _expected() -> frozenset[str]:
    return shown() | {"\n", "\u00ad"}  # a soft hyphen is a place to break a word, and is seen as a hyphen


def unshown(file: PlayFile) -> Iterator[Problem]:
    """A problem for each text with a character that the fonts lack. Notes and search terms are not printed."""
    for path, text in texts(file.document.data):
        if path[0] != "search_terms" and path[-1] != "notes":
            for character in sorted({*text} - _expected()):
                args = {"found": character, "code": f"U+{ord(character):04X}"}
                yield file.document.problem(NO_GLYPH, path, args, match=character)
