"""T01 to T06: a play and its translation tell the same facts.

What is a fact is said by the model: keys, numbers, times and ids are marked `Fact`, lists are as long in one
language as in the other unless marked `FreeLength`, and texts carry the same fields in braces.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from pydantic.fields import FieldInfo

from opptur.load.document import Value
from opptur.model.fields import Fact, FreeLength, Own, Part
from opptur.model.library import PlayFile
from opptur.problems import Path, Says
from opptur.rules.rule import Case, Finding, rule
from opptur.rules.texts import placeholders

UNTRANSLATED = ("translated_from", "notes", "reviewed")
"""Fields of `about` that do not belong to the text a translation is made from."""


def digest(file: PlayFile) -> str:
    """Twelve hexadecimal digits over all values of a play but its own upkeep: the same text, the same digest."""
    data: dict[str, Value] = dict(file.document.data)
    about = data.get("about")
    if isinstance(about, dict):
        data["about"] = {key: value for key, value in about.items() if key not in UNTRANSLATED}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _source(case: Case) -> PlayFile | None:
    """The play this one is a translation of, or None for a play in the source language."""
    if case.file.lang == case.library.source_language:
        return None
    return case.library.files.get((case.file.id, case.library.source_language))


@rule(
    "T01", reads=(),
    nb=Says("Spillet mangler på språket {lang}.", "Lag fila {found}. Kopier denne, og oversett tekstene.", "plays/delivery/late-delivery.en.yml"),
    en=Says("The play is missing in the language {lang}.", "Make the file {found}. Copy this one, and translate the texts.", "plays/delivery/late-delivery.en.yml"),
)  # fmt: skip
def has_a_twin(case: Case) -> Iterator[Finding]:
    """A play exists in every language of the handbook."""
    for lang in case.library.languages:
        expected = case.library.root / case.file.family / f"{case.file.id}.{lang}.yml"
        if not expected.is_file():
            yield Finding((), {"lang": lang, "found": f"plays/{case.file.family}/{expected.name}"})


@rule(
    "T02", reads=(),
    nb=Says("Her står «{found}», men {other} har «{theirs}».", "Det som er likt på alle språk, skal være likt. Rett den som er feil.", "deadline: 15m"),
    en=Says("This says “{found}”, but {other} has “{theirs}”.", "What is the same in every language must be the same. Mend the one that is wrong.", "deadline: 15m"),
)  # fmt: skip
def facts_agree(case: Case) -> Iterator[Finding]:
    """Severity, roles, deadlines, order of steps and the other facts are the same in both languages."""
    yield from (found for kind, found in _differences(case) if kind == "fact")


@rule(
    "T03", reads=(),
    nb=Says("«{field}» har {count} punkter her og {theirs} i {other}.", "Legg til eller ta bort, så listene er like lange.", "signals:\n  - …"),
    en=Says("“{field}” has {count} entries here and {theirs} in {other}.", "Add or remove, so that the lists are equally long.", "signals:\n  - …"),
)  # fmt: skip
def lists_agree(case: Case) -> Iterator[Finding]:
    """Lists are equally long in both languages."""
    yield from (found for kind, found in _differences(case) if kind == "length")


@rule(
    "T04", reads=(),
    nb=Says("Feltene i teksten er {mine} her og {theirs} i {other}.", "Samme felt skal stå på begge språk.", "Ordre {{order_no}} kommer ikke i dag."),
    en=Says("The fields in the text are {mine} here and {theirs} in {other}.", "The same fields must stand in both languages.", "Order {{order_no}} will not arrive today."),
)  # fmt: skip
def placeholders_agree(case: Case) -> Iterator[Finding]:
    """A text has the same fields in braces in both languages."""
    yield from (found for kind, found in _differences(case) if kind == "placeholders")


@rule(
    "T05", reads=(),
    nb=Says("«{found}» finnes bare på ett av språkene. {other} er annerledes.", "Skriv det på begge, eller ta det bort fra begge.", "message: bad_news"),
    en=Says("“{found}” exists in one of the languages only. {other} differs.", "Write it in both, or remove it from both.", "message: bad_news"),
)  # fmt: skip
def parts_agree(case: Case) -> Iterator[Finding]:
    """An optional part stands in both languages or in neither."""
    yield from (found for kind, found in _differences(case) if kind == "presence")


@rule(
    "T06", reads=("about",), level="warning",
    nb=Says("Den norske teksten er endret siden denne ble oversatt.", "Se hva som er nytt, oversett det, og kjør: opptur stamp {id}", "translated_from: {digest}"),
    en=Says("The source text has changed since this was translated.", "See what is new, translate it, and run: opptur stamp {id}", "translated_from: {digest}"),
)  # fmt: skip
def translation_is_current(case: Case) -> Iterator[Finding]:
    """A translation carries the digest of the text it was made from."""
    if is_outdated(case.file, _source(case)):
        source = _source(case)
        assert source is not None
        named = case.file.play.about.translated_from is not None
        path: Path = ("about", "translated_from") if named else ("about",)
        yield Finding(path, {"id": case.file.id, "digest": digest(source)}, at_key=not named)


def is_outdated(file: PlayFile, source: PlayFile | None) -> bool:
    """Whether a translation was made from another text than the source has now."""
    return source is not None and "about" in file.sections and file.play.about.translated_from != digest(source)


def _differences(case: Case) -> Iterator[tuple[str, Finding]]:
    source = _source(case)
    if source is None:
        return
    shared = sorted(case.file.sections & source.sections, key=list(type(case.file.play).model_fields).index)
    for name in shared:
        info = type(case.file.play).model_fields[name]
        yield from _compare(getattr(case.file.play, name), getattr(source.play, name), (name,), info, source)


def _marks(info: FieldInfo | None) -> set[type]:
    found = {type(mark) for mark in info.metadata} if info else set()
    return found | {mark for mark in (Fact, FreeLength, Own) if info and _mentions(info.annotation, mark)}


def _mentions(annotation: Any, mark: type) -> bool:
    """Whether an annotation such as `Annotated[str, Own()] | None` carries a mark; lists are looked into as well."""
    from typing import get_args

    return any(isinstance(arg, mark) or _mentions(arg, mark) for arg in get_args(annotation) if arg is not annotation)


def _compare(mine: object, theirs: object, path: Path, info: FieldInfo | None, source: PlayFile) -> Iterator[tuple[str, Finding]]:
    if info is not None and Own in _marks(info):
        return
    if (mine is None) != (theirs is None):
        yield "presence", Finding(path, {"found": str(path[-1]), "other": _where(source, path)}, at_key=True)
    elif isinstance(mine, Part) and isinstance(theirs, Part):
        for name, field in type(mine).model_fields.items():
            yield from _compare(getattr(mine, name), getattr(theirs, name), (*path, name), field, source)
    elif isinstance(mine, dict) and isinstance(theirs, dict):
        yield from _compare_keys(mine, theirs, path, source)
    elif isinstance(mine, str) and isinstance(theirs, str):
        yield from _compare_texts(mine, theirs, path, info, source)
    elif isinstance(mine, tuple) and isinstance(theirs, tuple) and not hasattr(mine, "_fields"):
        yield from _compare_lists(mine, theirs, path, info, source)
    elif mine != theirs:
        yield "fact", Finding(path, {"found": str(mine), "theirs": str(theirs), "other": _where(source, path)})


def _compare_keys(mine: dict[str, object], theirs: dict[str, object], path: Path, source: PlayFile) -> Iterator[tuple[str, Finding]]:
    for key in mine.keys() ^ theirs.keys():
        where = (*path, key) if key in mine else path
        yield "presence", Finding(where, {"found": key, "other": _where(source, where)}, at_key=True)
    for key in mine.keys() & theirs.keys():
        yield from _compare(mine[key], theirs[key], (*path, key), None, source)


def _compare_texts(mine: str, theirs: str, path: Path, info: FieldInfo | None, source: PlayFile) -> Iterator[tuple[str, Finding]]:
    other = _where(source, path)
    if Fact in _marks(info):
        if mine != theirs:
            yield "fact", Finding(path, {"found": mine, "theirs": theirs, "other": other})
    elif {*placeholders(mine)} != {*placeholders(theirs)}:
        args = {"mine": _listed(mine, "none"), "theirs": _listed(theirs, "none"), "other": other}
        norwegian = {"mine@nb": _listed(mine, "ingen"), "theirs@nb": _listed(theirs, "ingen")}
        yield "placeholders", Finding(path, {**args, **norwegian})


def _compare_lists(mine: tuple[object, ...], theirs: tuple[object, ...], path: Path, info: FieldInfo | None, source: PlayFile) -> Iterator[tuple[str, Finding]]:
    marks = _marks(info)
    if FreeLength in marks:
        return
    if len(mine) != len(theirs):
        args = {"field": str(path[-1]), "count": str(len(mine)), "theirs": str(len(theirs)), "other": _where(source, path)}
        yield "length", Finding(path, args, at_key=True)
        return
    for number, (a, b) in enumerate(zip(mine, theirs, strict=True)):
        yield from _compare(a, b, (*path, number), info if isinstance(a, str) and Fact in marks else None, source)


def _listed(text: str, nothing: str) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted({*placeholders(text)})) or nothing


def _where(source: PlayFile, path: Path) -> str:
    place = source.document.place(path)
    return f"{place.file}:{place.line}"
