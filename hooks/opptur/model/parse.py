"""A document's values to a frozen model, or every reason why not, in a trainer's words.

Pydantic finds all errors at once and names them by type and path; `EXPLAIN` turns each type into one of our
problems at the exact line and column. Its own sentences are never used.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from opptur.load import Document
from opptur.model import kinds
from opptur.model.fields import Part
from opptur.model.words import FIELD_WORDS
from opptur.problems import Kind, Path, Problem
from opptur.problems.suggest import nearest

Model = TypeVar("Model", bound=Part)


def parse(document: Document, model: type[Model], context: Mapping[str, Any] | None = None) -> tuple[Model | None, list[Problem]]:
    """The model that a document holds, or None and the problems that hinder it."""
    try:
        return model.model_validate(document.data, context=context), []
    except ValidationError as error:
        return None, explain(document, model, error.errors(include_url=False, include_input=True), context or {})


def explain(document: Document, model: type[Part], errors: list[ErrorDetails], context: Mapping[str, Any]) -> list[Problem]:
    """One problem for each error; a misspelt field and the missing one it stands for are told as one."""
    missing = {_path(e) for e in errors if e["type"] == "missing"}
    problems, meant = [], set()
    for error in errors:
        if error["type"] != "extra_forbidden":
            continue
        problem, guess = _unknown_field(document, model, _path(error), missing)
        problems.append(problem)
        meant.add((*_path(error)[:-1], guess))
    for error in errors:
        path = _path(error)
        if error["type"] != "extra_forbidden" and path not in meant and not _is_echo(error):
            problems.append(_explain(document, model, path, error, context))
    return problems


def _is_echo(error: ErrorDetails) -> bool:
    """Pydantic counts only the sound entries of a list: a list with enough of them is no problem of its own."""
    value = error.get("input")
    return error["type"] == "too_short" and isinstance(value, tuple) and len(value) >= error.get("ctx", {}).get("min_length", 0)


def _path(error: ErrorDetails) -> Path:
    """Pydantic's path without the marks it adds for dictionary keys."""
    return tuple(step for step in error["loc"] if step != "[key]")


def _unknown_field(document: Document, model: type[Part], path: Path, missing: set[Path]) -> tuple[Problem, str | None]:
    owner = model_at(model, path[:-1])
    allowed = list(owner.model_fields) if owner else []
    parent = document.value(path[:-1])
    present = set(parent) if isinstance(parent, dict) else set()
    absent = [name for name in allowed if name not in present]
    found = str(path[-1])
    guess = nearest(found, absent, absent=[str(m[-1]) for m in missing if m[:-1] == path[:-1]], words=FIELD_WORDS)
    guess = guess or nearest(found, allowed, words=FIELD_WORDS)
    args = {"found": _shown(found), "allowed": ", ".join(allowed), **_hint(guess)}
    return document.problem(kinds.UNKNOWN_FIELD, path, args, at_key=True), guess


def _hint(guess: str | None) -> dict[str, str]:
    if not guess:
        return {"hint": ""}
    return {"hint": f" Did you mean “{guess}”?", "hint@nb": f" Mente du «{guess}»?"}


def _explain(document: Document, model: type[Part], path: Path, error: ErrorDetails, context: Mapping[str, Any]) -> Problem:
    kind, args_of = EXPLAIN.get(error["type"], (kinds.NOT_PATTERN, _found))
    if error["type"] in ("string_too_short", "missing_argument") or (error.get("input") == "" and kind is not kinds.MISSING_FIELD):
        kind, args_of = kinds.EMPTY, _nothing
    info = field_at(model, path)
    args = {"field": _name(path), **_help(info), **args_of(error, context)}
    at_key = kind in (kinds.TOO_FEW, kinds.TOO_MANY, kinds.NOT_LIST, kinds.NOT_FIELDS, kinds.EMPTY)
    return document.problem(kind, path, args, at_key=at_key)


def _name(path: Path) -> str:
    """The last field name on a path; a list entry is named after its list."""
    names = [str(step) for step in path if isinstance(step, str)]
    return names[-1] if names else "?"


def _help(info: FieldInfo | None) -> dict[str, str]:
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


def _shown(value: object) -> str:
    """A value as it may stand inside a sentence: one line, not too long."""
    text = " ".join(str(value).split("\0")[0].split())
    return text if len(text) <= 60 else text[:59] + "…"


def _nothing(error: ErrorDetails, context: Mapping[str, Any]) -> dict[str, str]:
    return {}


def _found(error: ErrorDetails, context: Mapping[str, Any]) -> dict[str, str]:
    return {"found": _shown(error.get("input", "")), "hint": ""}


def _shape(error: ErrorDetails, context: Mapping[str, Any]) -> dict[str, str]:
    value = error.get("input")
    nb, en = ("en liste", "a list") if isinstance(value, tuple) else ("felt", "fields") if isinstance(value, dict) else ("tekst", "text")
    return {"shape": en, "shape@nb": nb}


def _count(error: ErrorDetails, context: Mapping[str, Any]) -> dict[str, str]:
    limits = error.get("ctx", {})
    value = error.get("input")
    count = limits.get("count", len(value) if isinstance(value, str | tuple) else 0)
    least, most = limits.get("min_length", ""), limits.get("max_length", limits.get("most", ""))
    return {"count": str(count), "least": str(least), "most": str(most)}


def _listing(error: ErrorDetails, context: Mapping[str, Any]) -> dict[str, str]:
    limits = error.get("ctx", {})
    listing, found = str(limits.get("listing", "")), str(limits.get("found", ""))
    allowed = list(context.get(listing, ()))
    by_label = {label.lower(): key for key in allowed for label in getattr(context[listing][key], "label", {}).values()}
    guess = nearest(found, allowed, words={**by_label, **FIELD_WORDS})
    return {"found": _shown(found), "listing": listing, "allowed": ", ".join(allowed), **_hint(guess)}


def _choice(error: ErrorDetails, context: Mapping[str, Any]) -> dict[str, str]:
    allowed = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
    found = str(error.get("input", ""))
    return {"found": _shown(found), "listing": _name(_path(error)), "allowed": ", ".join(allowed), **_hint(nearest(found, allowed))}


UNITS = {"min": "m", "minutt": "m", "minutter": "m", "minutes": "m", "t": "h", "time": "h", "timer": "h", "hours": "h", "hour": "h",
         "dag": "d", "dager": "d", "days": "d", "day": "d", "døgn": "d", "uke": "w", "uker": "w", "weeks": "w"}  # fmt: skip


def _duration(error: ErrorDetails, context: Mapping[str, Any]) -> dict[str, str]:
    found = str(error.get("input", ""))
    args = {"found": _shown(found), "hint": ""}
    spoken = re.fullmatch(r"(\d+)[ .]?([a-zæøå]+)\.?|(\d+)", found.strip().lower())
    clock = re.fullmatch(r"(?:kl\.? ?)?(\d{1,2})[.:](\d{2})", found.strip().lower())
    if spoken and (unit := UNITS.get(spoken[2] or "minutter", spoken[2] if spoken[2] in ("m", "h", "d") else "")):
        amount = int(spoken[1] or spoken[3])
        args |= _hint(f"{amount * 7}d" if unit == "w" else f"{amount}{unit}")
    elif clock and int(clock[1]) < 24 and int(clock[2]) < 60 and error["type"] != "not_duration":
        args |= _hint(f"{int(clock[1]):02d}:{clock[2]}")
    return args


def _date(error: ErrorDetails, context: Mapping[str, Any]) -> dict[str, str]:
    found = str(error.get("input", ""))
    args = {"found": _shown(found), "hint": ""}
    spoken = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})|(\d{4})[./-](\d{1,2})[./-](\d{1,2})", found.strip())
    if spoken:
        year, month, day = (spoken[3], spoken[2], spoken[1]) if spoken[3] else (spoken[4], spoken[5], spoken[6])
        with contextlib.suppress(ValueError):
            args |= _hint(date(int(year), int(month), int(day)).isoformat())
    return args


def _id(error: ErrorDetails, context: Mapping[str, Any]) -> dict[str, str]:
    found = str(error.get("input", ""))
    slug = re.sub(r"[^a-z0-9]+", "-", found.lower()).strip("-")
    return {"found": _shown(found), **_hint(slug if re.fullmatch(r"[a-z][a-z0-9-]*", slug) else None)}


ArgsOf = Callable[[ErrorDetails, Mapping[str, Any]], dict[str, str]]

EXPLAIN: dict[str, tuple[Kind, ArgsOf]] = {
    "missing": (kinds.MISSING_FIELD, _nothing),
    "tuple_type": (kinds.NOT_LIST, _nothing),
    "model_type": (kinds.NOT_FIELDS, _shape),
    "model_attributes_type": (kinds.NOT_FIELDS, _shape),
    "dict_type": (kinds.NOT_FIELDS, _shape),
    "string_type": (kinds.NOT_TEXT, _shape),
    "string_too_long": (kinds.TOO_LONG, _count),
    "too_short": (kinds.TOO_FEW, _count),
    "too_long": (kinds.TOO_MANY, _count),
    "too_many_words": (kinds.TOO_MANY_WORDS, _count),
    "not_in_list": (kinds.NOT_IN_LIST, _listing),
    "literal_error": (kinds.NOT_IN_LIST, _choice),
    "not_duration": (kinds.NOT_DURATION, _duration),
    "not_deadline": (kinds.NOT_DEADLINE, _duration),
    "not_clock": (kinds.NOT_CLOCK, _duration),
    "not_date": (kinds.NOT_DATE, _date),
    "no_such_date": (kinds.NO_SUCH_DATE, _found),
    "not_number": (kinds.NOT_NUMBER, _found),
    "not_level": (kinds.NOT_LEVEL, _found),
    "not_level_range": (kinds.NOT_LEVEL, _found),
    "not_range": (kinds.NOT_RANGE, _found),
    "not_id": (kinds.NOT_ID, _id),
    "not_level_or_play": (kinds.NOT_LEVEL_OR_PLAY, _found),
    "string_pattern_mismatch": (kinds.NOT_PATTERN, _found),
}
"""Pydantic's error types, and our own from `fields`, with the problem each becomes."""
