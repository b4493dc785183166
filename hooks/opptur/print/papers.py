"""Which papers there are of a library, each as a value with all that stands on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import Any

from opptur.model.library import Library, PlayFile
from opptur.model.workshop import WorkshopFile
from opptur.print.play import paper_words, play_data, role_data, shared
from opptur.print.poster import poster_data
from opptur.print.workshop import booklet_data
from opptur.render.templates import PAPERS, POSTERS, SIZES, handout_url, poster_url, workshop_url


@dataclass(frozen=True, slots=True)
class Paper:
    """One file to print. `path` is where it lies in the site; `day` is the date it carries."""

    path: str
    kind: str
    files: tuple[PlayFile, ...]
    """The plays that it is of; none for a booklet of a workshop and for a poster."""
    data: dict[str, Any]
    day: date
    source: str
    """The file to look in when it cannot be made."""


def paper_of(library: Library, files: Sequence[PlayFile], kind: str, address: str | None, levels: Sequence[int] = (1, 2)) -> Paper:
    """A paper of one or more plays in the same language: a sheet, or a booklet of them with a table of contents."""
    lang, first = files[0].lang, files[0]
    words = paper_words(lang)
    plays = [play_data(library, file, address) | (role_data(library, file) if kind == "cards" else {}) for file in files]
    data = {
        **shared(library, lang), "kind": kind, "plays": plays, "levels": list(levels), "goal": None, "leads": False,
        "title": first.play.title if len(files) == 1 else words["collection"],
        "edition_name": words["collection_edition"], "footer": library.company.name,
    }  # fmt: skip
    return Paper(handout_url(first, kind), kind, tuple(files), data, newest(files), first.document.file)


def planned(paper: Paper, plans: Mapping[str, Any]) -> Paper:
    """The same booklet with the plan of each play's own sheet, so that it need not fit them again."""
    plays = [play | {"plan": plans.get(play["id"])} for play in paper.data["plays"]]
    return replace(paper, data=paper.data | {"plays": plays})


def newest(files: Iterable[PlayFile]) -> date:
    """The day of the latest review: what a paper of several plays is dated by."""
    return max(file.play.about.reviewed for file in files)


def papers_of(library: Library, address: str | None) -> Iterator[Paper]:
    """Every paper of the handbook: of each play that is whole, of each workshop, and the posters."""
    whole = [file for file in library.files.values() if file.whole]
    yield from (paper_of(library, [file], kind, address) for file in whole for kind in PAPERS)
    yield from (
        paper
        for workshop in library.workshops.values()
        if _is_complete(library, workshop)
        for paper in _of_workshop(library, workshop, address)
    )
    for lang in library.languages if whole else ():
        for name, size in product(POSTERS, SIZES):
            data = poster_data(library, name, size, lang, address, day=newest(whole))
            yield Paper(poster_url(name, size, lang), "poster", (), data, newest(whole), "plays/company.yml")


def _is_complete(library: Library, workshop: WorkshopFile) -> bool:
    """Whether each of its plays can be printed."""
    found = [library.files.get((play_id, workshop.lang)) for play_id in workshop.workshop.plays()]
    needed = [block.play for block in workshop.workshop.blocks if library.vocabulary.blocks[block.kind].play == "needed"]
    return bool(found) and all(file is not None and file.whole for file in found) and None not in needed


def _of_workshop(library: Library, file: WorkshopFile, address: str | None) -> Iterator[Paper]:
    """The participants' booklet, the leader's, and the role-play cards of its level."""
    day, source = file.workshop.about.reviewed, file.document.file
    for leads in (False, True):
        data = booklet_data(library, file, address, leads=leads)
        yield Paper(workshop_url(file, data["kind"]), data["kind"], (), data, day, source)
    played = dict.fromkeys(block.play for block in file.workshop.blocks if block.kind == "roleplay" and block.play)
    if plays := [library.files[play_id, file.lang] for play_id in played]:
        cards = paper_of(library, plays, "cards", address, [file.workshop.level])
        yield Paper(workshop_url(file, "cards"), "cards", tuple(plays), cards.data, day, source)
