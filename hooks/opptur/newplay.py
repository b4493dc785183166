"""`opptur new`: a play to fill in, one file for each language, with help above every field."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from opptur.generate import modeline
from opptur.load.rewrite import quoted
from opptur.model.blank import Blank, blank
from opptur.model.fields import ID
from opptur.model.library import Library
from opptur.model.play import Play
from opptur.problems import Path as FieldPath

FIRST = {"nb": "Første utgave.", "en": "First edition."}
REVIEW_EVERY = "180d"

Ask = Callable[[str], str]
"""Puts a question to whoever runs the command, and gives the answer."""


class WrongUseError(Exception):
    """What is missing or cannot be, in both languages."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is known of a new play: all of it from flags, or some of it from answers."""

    id: str
    family: str
    titles: Mapping[str, str]


def wish(library: Library, known: Wish, ask: Ask | None) -> Wish:
    """The wish with what it lacks: from the plan where the play is planned, else asked for. Without `ask`, what is lacking is an error."""
    play_id = known.id or _asked(ask, "Id på engelsk, små bokstaver og bindestrek / id in English, like late-delivery", "ID")
    if not re.fullmatch(ID, play_id):
        raise WrongUseError(f"«{play_id}» er ikke en id. Skriv den slik / is not an id. Write it like this: late-delivery")
    if play_id in library.named:
        raise WrongUseError(f"{play_id} finnes fra før / exists already")
    planned = library.vocabulary.planned.get(play_id)
    families = list(library.vocabulary["families"])
    listed = "".join(f"\n  {family}: {library.vocabulary.label('families', family, library.source_language)}" for family in families)
    family = known.family or (planned.family if planned else "") or _asked(ask, f"Familie / family:{listed}\n", "--family")
    if family not in families:
        raise WrongUseError(f"«{family}» er ikke en familie. Velg mellom / is not a family. Choose from: {', '.join(families)}")
    labels: Mapping[str, str] = planned.label if planned else {}
    if foreign := sorted({*known.titles} - {*library.languages}):
        raise WrongUseError(f"håndboka har ikke / the handbook does not have: {', '.join(foreign)}")
    titles = {
        lang: known.titles.get(lang) or labels.get(lang) or _asked(ask, f"Tittel / title ({lang})", f"--title {lang}=…")
        for lang in library.languages
    }
    return Wish(play_id, family, titles)


def _asked(ask: Ask | None, question: str, flag: str) -> str:
    if ask is None:
        raise WrongUseError(f"mangler {flag} / lacks {flag}")
    answer = " ".join(ask(question).split())
    if not answer:
        raise WrongUseError(f"mangler {flag} / lacks {flag}")
    return answer


def files_of(library: Library, wanted: Wish, day: date) -> Iterator[tuple[Path, str]]:
    """Each file of the new play below `plays/`, and its text."""
    for lang in library.languages:
        given: dict[FieldPath, str] = {
            ("title",): wanted.titles[lang],
            ("about", "edition"): "1",
            ("about", "reviewed"): day.isoformat(),
            ("about", "review_every"): REVIEW_EVERY,
            ("about", "change"): FIRST.get(lang, FIRST["en"]),
        }
        text = blank(Play, Blank(lang, library.vocabulary, given))
        yield Path(wanted.family) / f"{wanted.id}.{lang}.yml", f"{modeline('play', lang)}\n\n{text}"


def new(library: Library, plays: Path, known: Wish, day: date, ask: Ask | None) -> int:
    """Write the files of a new play, and say what comes next. A file that is there is never written over."""
    try:
        wanted = wish(library, known, ask)
    except WrongUseError as why:
        print(f"opptur: {why}", file=sys.stderr)
        return 2
    for path, text in files_of(library, wanted, day):
        place = plays / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        print(f"opptur: {place}")
    if wanted.id in library.vocabulary.planned:
        print(f"Ta bort {quoted(wanted.id)} fra / remove it from {plays / 'vocabulary' / 'planned.yml'}")
    print(f"Fyll ut, og se hva som mangler / fill in, and see what is missing: opptur check {plays / wanted.family}")
    return 0
