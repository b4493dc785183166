"""A document's values to a frozen model, or every reason why not, in a trainer's words.

Pydantic finds all errors at once and names them by type and path; `REASONS` turns each type into one of our
problems at the exact line and column. Its own sentences are never used.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from opptur.load import Document
from opptur.load.kinds import COLON_IN_TEXT
from opptur.load.rewrite import in_quotes
from opptur.model import kinds
from opptur.model.fields import Part
from opptur.model.reasons import REASONS, Args, hint, name_of, path_of, shown
from opptur.model.words import FIELD_WORDS
from opptur.problems import MOST_IN_A_FILE, Path, Place, Problem
from opptur.problems.suggest import nearest

Model = TypeVar("Model", bound=Part)
AT_KEY = (kinds.TOO_FEW, kinds.TOO_MANY, kinds.NOT_LIST, kinds.NOT_FIELDS, kinds.EMPTY)
"""What concerns a field as a whole is told at its name."""

EMPTY_SHAPES = {kind.code: kind.wording("en").example for kind in (kinds.NOT_LIST, kinds.NOT_FIELDS)}
"""How a field that is not text looks when it is filled in."""


def parse(document: Document, model: type[Model], context: Mapping[str, Any] | None = None) -> tuple[Model | None, list[Problem]]:
    """The model that a document holds, or None and the problems that hinder it."""
    try:
        return model.model_validate(document.data, context=context), []
    except ValidationError as error:
        return None, explain(document, model, error.errors(include_url=False, include_input=True), context or {})


def explain(document: Document, model: type[Part], errors: list[ErrorDetails], context: Mapping[str, Any]) -> list[Problem]:
    """One problem for each error; a misspelt or misplaced field and the missing one it stands for are told as one."""
    missing = {path_of(error) for error in errors if error["type"] == "missing"}
    problems, meant = [], set()
    errors = errors[:MOST_IN_A_FILE]
    for error in errors:
        if error["type"] == "extra_forbidden":
            problem, path = _unknown_field(document, model, path_of(error), missing)
            problems.append(problem)
            meant.add(path)
    for error in errors:
        path = path_of(error)
        if error["type"] != "extra_forbidden" and path not in meant and not _is_echo(error):
            problems.append(_explain(document, model, path, error, context))
    return problems


def _is_echo(error: ErrorDetails) -> bool:
    """Pydantic counts only the sound entries of a list: a list with enough of them is no problem of its own."""
    value = error.get("input")
    return error["type"] == "too_short" and isinstance(value, tuple) and len(value) >= error.get("ctx", {}).get("min_length", 0)


def _unknown_field(document: Document, model: type[Part], path: Path, missing: set[Path]) -> tuple[Problem, Path | None]:
    """The problem, and the path of the missing field that was meant."""
    owner = model_at(model, path[:-1])
    allowed = list(owner.model_fields) if owner else []
    guess = nearest_field(document, path, allowed, missing)
    args = {"found": shown(path[-1]), "allowed": ", ".join(allowed), **hint(guess), "example": ""}
    meant = (*path[:-1], guess) if guess else None
    if guess:
        value = document.value(path)
        args["example"] = f"{guess}: {shown(value) if isinstance(value, str) else '…'}"
    elif home := _home(path, missing):
        args, meant = args | _belongs(home), home
    return document.problem(kinds.UNKNOWN_FIELD, path, args, at_key=True), meant


def nearest_field(document: Document, path: Path, allowed: list[str], missing: set[Path]) -> str | None:
    """The field that was most likely meant: first among those that do not stand there yet, then among all."""
    parent = document.value(path[:-1])
    present = set(parent) if isinstance(parent, dict) else set()
    absent = [name for name in allowed if name not in present]
    lacking = [str(lost[-1]) for lost in missing if lost[:-1] == path[:-1]]
    found = str(path[-1])
    return nearest(found, absent, absent=lacking, words=FIELD_WORDS) or nearest(found, allowed, words=FIELD_WORDS)


def _home(path: Path, missing: set[Path]) -> Path | None:
    """The one place that lacks a field of this name."""
    homes = [lost for lost in missing if lost[-1] == path[-1]]
    return homes[0] if len(homes) == 1 else None


def _belongs(home: Path) -> Args:
    if len(home) == 1:
        return {"hint": " It belongs at the left margin.", "hint@nb": " Det hører hjemme helt til venstre i fila."}
    owner = name_of(home[:-1])
    return {"hint": f" It belongs under “{owner}”.", "hint@nb": f" Det hører hjemme under «{owner}»."}


def _explain(document: Document, model: type[Part], path: Path, error: ErrorDetails, context: Mapping[str, Any]) -> Problem:
    if error["type"] == "missing":
        return _missing(document, model, path)
    if error["type"] == "string_type" and isinstance(error["input"], dict) and isinstance(path[-1], int):
        return _colon_in_entry(document, path)
    kind, args_of = REASONS.get(error["type"], REASONS["string_pattern_mismatch"])
    args = {"field": name_of(path), **_help(field_at(model, path)), **_needs(model, path), **args_of(error, context)}
    if error.get("input") == "":
        entry = isinstance(path[-1], int)
        args["example"] = "" if entry else EMPTY_SHAPES.get(kind.code, "{field}: …").format_map(args)
        kind = kinds.EMPTY_ENTRY if entry else kinds.EMPTY
    return document.problem(kind, path, args, at_key=kind in AT_KEY)


def _missing(document: Document, model: type[Part], path: Path) -> Problem:
    """A missing field is told at the field it should come after, or at the part that lacks it."""
    owner, given = model_at(model, path[:-1]), document.value(path[:-1])
    names = list(owner.model_fields) if owner else []
    before = [name for name in names[: names.index(path[-1])] if isinstance(given, dict) and name in given] if path[-1] in names else []
    place = document.place((*path[:-1], before[-1]) if before else path, at_key=True)
    args = {"field": name_of(path), **_help(field_at(model, path)), **_after(before)}
    return Problem(kinds.MISSING_FIELD, place, args, path, document.around(place.line))


def _after(before: list[str]) -> Args:
    if not before:
        return {"after": "", "after@nb": ""}
    return {"after": f" after “{before[-1]}”", "after@nb": f" etter «{before[-1]}»"}


def _colon_in_entry(document: Document, path: Path) -> Problem:
    """A colon in a list entry makes a field of its first words."""
    line, start, _, column = next(iter(document.marks_at(path)[0].keys.values()))
    text = document.lines[line]
    fixed = in_quotes(text, start)
    place = Place(document.file, line + 1, column + 1, column + 2)
    return Problem(COLON_IN_TEXT, place, {"example": fixed} if fixed else {}, path, document.around(line + 1))


def _needs(model: type[Part], path: Path) -> Args:
    """Whether the field may be left out, and the first field below it."""
    info, part = field_at(model, path), model_at(model, path)
    first = next(iter(part.model_fields), "…") if part else "…"
    optional = info is not None and not info.is_required() and isinstance(path[-1], str)
    return {
        "first": first,
        "or_remove": ", or remove the line" if optional else "",
        "or_remove@nb": ", eller ta bort linja" if optional else "",
    }


def _help(info: FieldInfo | None) -> Args:
    extra = info.json_schema_extra if info else None
    ours: Any = extra.get("opptur", {}) if isinstance(extra, dict) else {}
    label, text = ours.get("label", {}), ours.get("help", {})
    return {
        "label": label.get("en", ""), "label@nb": label.get("nb", ""),
        "help": text.get("en", ""), "help@nb": text.get("nb", ""),
    }  # fmt: skip


def field_at(model: type[Part], path: Path) -> FieldInfo | None:
    """The model field a path leads to; list positions and dictionary keys belong to their field."""
    info: FieldInfo | None = None
    owner: type[Part] | None = model
    for step in path:
        if isinstance(step, str) and owner is not None and step in owner.model_fields:
            info = owner.model_fields[step]
            owner = part_in(info.annotation)
    return info


def model_at(model: type[Part], path: Path) -> type[Part] | None:
    """The model that the value at a path must match."""
    owner: type[Part] | None = model
    for step in path:
        if isinstance(step, str) and owner is not None and step in owner.model_fields:
            owner = part_in(owner.model_fields[step].annotation)
    return owner


def part_in(annotation: Any) -> type[Part] | None:
    """The `Part` inside an annotation such as `tuple[Step, ...]` or `Phone | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((part for arg in get_args(annotation) if (part := part_in(arg))), None)
