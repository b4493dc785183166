"""W01 to W08: a workshop adds up, its plays exist, and it tells the same facts in every language."""

from __future__ import annotations

from collections.abc import Iterator

from opptur.model.library import Library
from opptur.model.workshop import Block, WorkshopFile
from opptur.problems import Path, Problem, Says, kind
from opptur.problems.suggest import nearest
from opptur.rules.differences import between
from opptur.rules.twins import digest

LONGEST_SITTING = 95
"""Minutes that people sit without a break."""

SUM = kind(
    "W01",
    nb=Says("Bolkene tar {count} minutter til sammen, men workshopen varer {minutes}.", "Rett «minutes» her eller i bolkene, pausene også.", "minutes: {count}"),
    en=Says("The blocks take {count} minutes in all, but the workshop lasts {minutes}.", "Mend “minutes” here or in the blocks, breaks included.", "minutes: {count}"),
)  # fmt: skip
NO_SUCH_PLAY = kind(
    "W02",
    nb=Says("Spillet «{found}» finnes ikke på dette språket.{hint}", "Skriv id-en til et spill som finnes.", "play: late-delivery"),
    en=Says("The play “{found}” does not exist in this language.{hint}", "Write the id of a play that exists.", "play: late-delivery"),
)
NEEDS_PLAY = kind(
    "W03",
    nb=Says("«{label}» trenger et spill.", "Skriv hvilket spill bolken bygger på.", "play: late-delivery"),
    en=Says("“{label}” needs a play.", "Write which play the block builds on.", "play: late-delivery"),
)
TAKES_NO_PLAY = kind(
    "W04",
    nb=Says("«{label}» bygger ikke på noe spill.", "Ta bort linja, eller velg et annet slag: {allowed}.", "kind: break"),
    en=Says("“{label}” builds on no play.", "Remove the line, or choose another kind: {allowed}.", "kind: break"),
)
NO_TWIN = kind(
    "W05",
    nb=Says(
        "Workshopen mangler på språket «{lang}».",
        "Lag fila {found}. Kopier denne, og oversett tekstene.",
        "plays/workshops/sales-meeting.en.yml",
    ),
    en=Says(
        "The workshop is missing in the language “{lang}”.",
        "Make the file {found}. Copy this one, and translate the texts.",
        "plays/workshops/sales-meeting.en.yml",
    ),
)
DIFFERS = kind(
    "W06",
    nb=Says("Her er det ikke likt på begge språk: {found}. Se {other}.", "Tider, minutter, spill og antall bolker skal være like. Rett den som er feil.", "minutes: 15"),
    en=Says("This is not the same in both languages: {found}. See {other}.", "Times, minutes, plays and the number of blocks must agree. Mend the one that is wrong.", "minutes: 15"),
)  # fmt: skip
TOO_SHORT = kind(
    "W07",
    nb=Says("«{title}» varer {minutes} minutter, men {what} i spillet tar {count}.", "Gi bolken mer tid, eller velg noe kortere.", "minutes: {count}"),
    en=Says("“{title}” lasts {minutes} minutes, but {what} in the play takes {count}.", "Give the block more time, or choose something shorter.", "minutes: {count}"),
)  # fmt: skip
NO_BREAK = kind(
    "W08",
    level="warning",
    nb=Says(
        "Her har folk sittet i {count} minutter uten pause.",
        "Legg inn en pause før denne bolken.",
        "- title: Pause\n  kind: break\n  minutes: 10",
    ),
    en=Says(
        "Here people have sat for {count} minutes without a break.",
        "Put a break before this block.",
        "- title: Break\n  kind: break\n  minutes: 10",
    ),
)
OUTDATED = kind(
    "W09",
    level="warning",
    nb=Says("Kildeteksten er endret siden denne ble oversatt.", "Se hva som er nytt, oversett det, og kjør: opptur stamp {id}", "translated_from: {digest}"),
    en=Says("The source text has changed since this was translated.", "See what is new, translate it, and run: opptur stamp {id}", "translated_from: {digest}"),
)  # fmt: skip


def check_workshops(library: Library) -> Iterator[Problem]:
    """Everything wrong with any workshop that could be read."""
    for file in library.workshops.values():
        yield from _adds_up(file)
        for number, block in enumerate(file.workshop.blocks):
            yield from _block(library, file, block, ("blocks", number))
        yield from _sittings(file)
        yield from _twins(library, file)


def _adds_up(file: WorkshopFile) -> Iterator[Problem]:
    total, minutes = sum(block.minutes for block in file.workshop.blocks), file.workshop.minutes
    if total != minutes:
        yield file.document.problem(SUM, ("minutes",), {"count": str(total), "minutes": str(minutes)})


def _block(library: Library, file: WorkshopFile, block: Block, path: Path) -> Iterator[Problem]:
    entry = library.vocabulary.blocks[block.kind]
    label = {"label": entry.label["en"], "label@nb": entry.label.get("nb", entry.label["en"])}
    if block.play is None:
        if entry.play == "needed":
            yield file.document.problem(NEEDS_PLAY, (*path, "kind"), label)
    elif entry.play == "none":
        allowed = ", ".join(key for key, its in library.vocabulary.blocks.items() if its.play != "none")
        yield file.document.problem(TAKES_NO_PLAY, (*path, "play"), {**label, "allowed": allowed})
    elif (block.play, file.lang) not in library.files:
        if block.play in library.named:
            return  # what is wrong with it is told where it is wrong
        guess = nearest(block.play, library.ids())
        hint = {"hint": f" Did you mean “{guess}”?", "hint@nb": f" Mente du «{guess}»?"} if guess else {"hint": ""}
        yield file.document.problem(NO_SUCH_PLAY, (*path, "play"), {"found": block.play, **hint})
    else:
        yield from _has_time(library, file, block, path)


def _has_time(library: Library, file: WorkshopFile, block: Block, path: Path) -> Iterator[Problem]:
    """A role-play and an exercise take as long as the play says."""
    play = library.files[str(block.play), file.lang]
    if "training" not in play.sections:
        return
    timing = play.play.training.roleplay.timing
    needs = {
        "roleplay": (timing.prepare + timing.play + timing.debrief, "the role-play", "rollespillet"),
        "exercise": (play.play.training.exercise.minutes, "the exercise", "øvelsen"),
    }
    count, what, norwegian = needs.get(block.kind, (0, "", ""))
    if count > block.minutes:
        args = {"title": block.title, "minutes": str(block.minutes), "what": what, "what@nb": norwegian, "count": str(count)}
        yield file.document.problem(TOO_SHORT, (*path, "minutes"), args)


def _sittings(file: WorkshopFile) -> Iterator[Problem]:
    sat = 0
    for number, block in enumerate(file.workshop.blocks):
        sat = 0 if block.kind == "break" else sat + block.minutes
        if sat > LONGEST_SITTING:
            yield file.document.problem(NO_BREAK, ("blocks", number, "title"), {"count": str(sat)})
            return


def _twins(library: Library, file: WorkshopFile) -> Iterator[Problem]:
    for lang in library.languages:
        expected = library.root / "workshops" / f"{file.id}.{lang}.yml"
        if not expected.exists():
            yield file.document.problem(NO_TWIN, (), {"lang": lang, "found": f"plays/workshops/{expected.name}"})
    source = library.workshops.get((file.id, library.source_language))
    if source is None or source is file:
        return
    for found in between(file.workshop, source.workshop):
        other = source.document.place(found.path)
        args = {"found": f"{'.'.join(map(str, found.path))}: {found.mine} / {found.theirs}", "other": f"{other.file}:{other.line}"}
        yield file.document.problem(DIFFERS, found.path, args)
    if file.workshop.about.translated_from != digest(source):
        yield file.document.problem(OUTDATED, ("about",), {"id": file.id, "digest": digest(source)}, at_key=True)
