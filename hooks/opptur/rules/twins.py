"""T01 to T06: a play exists in every language and tells the same facts in each, and a translation is up to date."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from opptur.load.document import Value
from opptur.model.library import PlayFile
from opptur.model.workshop import WorkshopFile
from opptur.problems import Path, Says
from opptur.rules.differences import Difference
from opptur.rules.rule import Case, Finding, rule
from opptur.rules.texts import placeholders

UNTRANSLATED = ("translated_from", "notes", "reviewed")
"""Fields of `about` that do not belong to the text a translation is made from."""


def digest(file: PlayFile | WorkshopFile) -> str:
    """Twelve hexadecimal digits over all that is translated of a play or workshop, so neither upkeep nor search terms: the same text, the same digest."""
    data: dict[str, Value] = {key: value for key, value in file.document.data.items() if key != "search_terms"}
    about = data.get("about")
    if isinstance(about, dict):
        data["about"] = {key: value for key, value in about.items() if key not in UNTRANSLATED}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


CHANGED = {"what": "The source text has changed since this was translated.", "what@nb": "Kildeteksten er endret siden denne ble oversatt."}
UNSTAMPED = {
    "what": "It does not say which text this was translated from.",
    "what@nb": "Det står ikke hvilken tekst denne er oversatt fra.",
}


@rule(
    "T01", reads=(),
    nb=Says("Spillet mangler på språket «{lang}».", "Lag fila {found}. Kopier denne, og oversett tekstene.", "plays/delivery/late-delivery.en.yml"),
    en=Says("The play is missing in the language “{lang}”.", "Make the file {found}. Copy this one, and translate the texts.", "plays/delivery/late-delivery.en.yml"),
)  # fmt: skip
def has_a_twin(case: Case) -> Iterator[Finding]:
    """A play exists in every language of the handbook."""
    for lang in case.library.languages:
        expected = case.library.root / case.file.family / f"{case.file.id}.{lang}.yml"
        if not expected.exists():
            yield Finding((), {"lang": lang, "found": f"plays/{case.file.family}/{expected.name}"})


@rule(
    "T02", reads=(),
    nb=Says("Her står «{found}», men {other} har «{theirs}».", "Det som er likt på alle språk, skal være likt. Rett den som er feil."),
    en=Says("This says “{found}”, but {other} has “{theirs}”.", "What is the same in every language must be the same. Mend the one that is wrong."),
)  # fmt: skip
def facts_agree(case: Case) -> Iterator[Finding]:
    """Severity, roles, deadlines, order of steps and the other facts are the same in both languages."""
    for found in _differences(case, "fact"):
        yield _finding(case, found, {"found": str(found.mine), "theirs": str(found.theirs)})


@rule(
    "T03", reads=(),
    nb=Says("«{field}» har {count} punkter her og {theirs} i {other}.", "Legg til eller ta bort, så listene er like lange."),
    en=Says("“{field}” has {count} entries here and {theirs} in {other}.", "Add or remove, so that the lists are equally long."),
)  # fmt: skip
def lists_agree(case: Case) -> Iterator[Finding]:
    """Lists are equally long in both languages."""
    for found in _differences(case, "length"):
        args = {"field": str(found.path[-1]), "count": str(found.mine), "theirs": str(found.theirs)}
        yield _finding(case, found, args, at_key=True)


@rule(
    "T04", reads=(),
    nb=Says("{difference} Se {other}.", "De samme feltene i krøllparentes skal stå på begge språk.", "Ordre {{order_no}} kommer ikke i dag."),
    en=Says("{difference} See {other}.", "The same fields in braces must stand in both languages.", "Order {{order_no}} will not arrive today."),
)  # fmt: skip
def placeholders_agree(case: Case) -> Iterator[Finding]:
    """A text has the same fields in braces in both languages."""
    for found in _differences(case, "placeholders"):
        mine, theirs = {*placeholders(found.mine)}, {*placeholders(found.theirs)}
        here, there = _listed(mine - theirs), _listed(theirs - mine)
        english = [f"{there} is missing here."] * bool(there) + [f"{here} stands here only."] * bool(here)
        norwegian = [f"{there} mangler her."] * bool(there) + [f"{here} står bare her."] * bool(here)
        yield _finding(case, found, {"difference": " ".join(english), "difference@nb": " ".join(norwegian)})


@rule(
    "T05", reads=(),
    nb=Says("«{found}» står bare på ett av språkene. Se {other}.", "Skriv det på begge, eller ta det bort fra begge."),
    en=Says("“{found}” stands in one of the languages only. See {other}.", "Write it in both, or remove it from both."),
)  # fmt: skip
def parts_agree(case: Case) -> Iterator[Finding]:
    """An optional part stands in both languages or in neither."""
    for found in _differences(case, "presence"):
        yield _finding(case, found, {"found": str(found.path[-1])}, at_key=True)


@rule(
    "T06", reads=("about",), level="warning",
    nb=Says("{what}", "Se hva som er nytt, oversett det, og kjør: opptur stamp {id}", "translated_from: {digest}"),
    en=Says("{what}", "See what is new, translate it, and run: opptur stamp {id}", "translated_from: {digest}"),
)  # fmt: skip
def translation_is_current(case: Case) -> Iterator[Finding]:
    """A translation carries the digest of the text it was made from."""
    if case.source is not None and is_outdated(case.file, case.source):
        named = case.file.play.about.translated_from is not None
        path: Path = ("about", "translated_from") if named else ("about",)
        args = {"id": case.file.id, "digest": digest(case.source), **(CHANGED if named else UNSTAMPED)}
        yield Finding(path, args, at_key=not named)


def is_outdated(file: PlayFile, source: PlayFile | None) -> bool:
    """Whether a translation was made from another text than the source has now."""
    return source is not None and source.whole and "about" in file.sections and file.play.about.translated_from != digest(source)


def _differences(case: Case, kind: str) -> Iterator[Difference]:
    return (found for found in case.differences if found.kind == kind)


def _finding(case: Case, found: Difference, args: dict[str, str], *, at_key: bool = False) -> Finding:
    assert case.source is not None  # noqa: S101 - differences exist only beside a source
    other = case.source.document.place(found.path)
    return Finding(found.path, {**args, "other": f"{other.file}:{other.line}"}, at_key=at_key)


def _listed(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))
