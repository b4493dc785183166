"""Each sort of refusal with the problem it becomes, and the words that fill that problem's sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from pydantic_core import ErrorDetails

from opptur.model import guesses, kinds
from opptur.model.words import FIELD_WORDS
from opptur.problems import Kind, Path
from opptur.problems.suggest import nearest

LONGEST = 60

Args: TypeAlias = dict[str, str]
ArgsOf: TypeAlias = Callable[[ErrorDetails, Mapping[str, Any]], Args]


def path_of(error: ErrorDetails) -> Path:
    """Pydantic's path without the marks it adds for dictionary keys."""
    return tuple(step for step in error["loc"] if step != "[key]")


def name_of(path: Path) -> str:
    """The last field name on a path; a list entry is named after its list."""
    names = [str(step) for step in path if isinstance(step, str)]
    return names[-1] if names else "?"


def shown(value: object) -> str:
    """A value as it may stand inside a sentence: one line, not too long."""
    text = " ".join(str(value).split("\0")[0].split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def hint(guess: str | None) -> Args:
    """“Did you mean …?”, or nothing."""
    if not guess:
        return {"hint": ""}
    return {"hint": f" Did you mean “{guess}”?", "hint@nb": f" Mente du «{guess}»?"}


def _nothing(error: ErrorDetails, context: Mapping[str, Any]) -> Args:
    return {}


def _found(guess: guesses.Guess = guesses.nothing, more: Mapping[str, str] = MappingProxyType({})) -> ArgsOf:
    """What stands there, and what was probably meant."""

    def args(error: ErrorDetails, context: Mapping[str, Any]) -> Args:
        found = str(error.get("input", ""))
        meant = guess(found)
        own = {"example": f"{name_of(path_of(error))}: {meant}"} if meant else {}
        return {"found": shown(found), **hint(meant), **more, **own}

    return args


def _shape(error: ErrorDetails, context: Mapping[str, Any]) -> Args:
    value = error.get("input")
    nb, en = ("en liste", "a list") if isinstance(value, tuple) else ("felt", "fields") if isinstance(value, dict) else ("tekst", "text")
    return {"shape": en, "shape@nb": nb}


def _entries(error: ErrorDetails, context: Mapping[str, Any]) -> Args:
    """The list that was meant, when it stands there in another shape."""
    value = error.get("input")
    entries = [f"{next(iter(value), '')}: …"] if isinstance(value, dict) else re.split(r"\s*[,;]\s*", shown(value))
    return {"example": "\n  - ".join([f"{name_of(path_of(error))}:", *entries])}


def _count(error: ErrorDetails, context: Mapping[str, Any]) -> Args:
    limits = error.get("ctx", {})
    value = error.get("input")
    count = limits.get("count", len(value) if isinstance(value, (str, tuple)) else 0)
    least, most = limits.get("min_length", ""), limits.get("max_length", limits.get("most", ""))
    return {"count": str(count), "least": str(least), "most": str(most)}


def _listing(error: ErrorDetails, context: Mapping[str, Any]) -> Args:
    limits = error.get("ctx", {})
    listing, found = str(limits.get("listing", "")), str(limits.get("found", ""))
    allowed = list(context.get(listing, ()))
    by_label = {label.lower(): key for key in allowed for label in _labels(context[listing][key])}
    guess = nearest(found, allowed, words={**FIELD_WORDS, **by_label}) or by_label.get(nearest(found, by_label) or "")
    where = f"plays/vocabulary/{listing}.yml"
    more = {"more": f" What they mean stands in {where}.", "more@nb": f" Hva de betyr, står i {where}."}
    return {"found": shown(found), "listing": listing, "allowed": ", ".join(allowed), **more, **hint(guess), **_right_key(error, guess)}


def _labels(entry: Any) -> list[str]:
    """An entry's names; while the lists themselves are read, an entry is still what stands in the file."""
    labels = entry.get("label") if isinstance(entry, dict) else entry.label
    return [str(label) for label in labels.values()] if isinstance(labels, dict) else []


def _right_key(error: ErrorDetails, guess: str | None) -> Args:
    """How the right key would be written: as a field name, as a list entry, or after its field."""
    if not guess:
        return {"example": ""}
    if "[key]" in error["loc"]:
        return {"example": f"{guess}:"}
    entry = isinstance(error["loc"][-1], int)
    return {"example": f"- {guess}" if entry else f"{name_of(path_of(error))}: {guess}"}


def _choice(error: ErrorDetails, context: Mapping[str, Any]) -> Args:
    allowed = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
    found = str(error.get("input", ""))
    guess = nearest(found, allowed)
    return {
        "found": shown(found), "listing": name_of(path_of(error)), "allowed": ", ".join(allowed),
        "more": "", **hint(guess), **_right_key(error, guess or allowed[0]),
    }  # fmt: skip


REASONS: dict[str, tuple[Kind, ArgsOf]] = {
    "missing": (kinds.MISSING_FIELD, _nothing),
    "tuple_type": (kinds.NOT_LIST, _entries),
    "model_type": (kinds.NOT_FIELDS, _shape),
    "model_attributes_type": (kinds.NOT_FIELDS, _shape),
    "dict_type": (kinds.NOT_FIELDS, _shape),
    "string_type": (kinds.NOT_TEXT, _shape),
    "string_too_short": (kinds.EMPTY, _nothing),
    "string_too_long": (kinds.TOO_LONG, _count),
    "too_short": (kinds.TOO_FEW, _count),
    "too_long": (kinds.TOO_MANY, _count),
    "too_many_words": (kinds.TOO_MANY_WORDS, _count),
    "not_in_list": (kinds.NOT_IN_LIST, _listing),
    "literal_error": (kinds.NOT_IN_LIST, _choice),
    "not_duration": (kinds.NOT_DURATION, _found(guesses.duration)),
    "not_deadline": (kinds.NOT_DEADLINE, _found(guesses.deadline)),
    "not_clock": (kinds.NOT_CLOCK, _found(guesses.clock)),
    "not_date": (kinds.NOT_DATE, _found(guesses.day)),
    "no_such_date": (kinds.NO_SUCH_DATE, _found()),
    "not_number": (kinds.NOT_NUMBER, _found()),
    "not_level": (kinds.NOT_LEVEL, _found(more={"right": "3", "range": "", "range@nb": ""})),
    "not_level_range": (
        kinds.NOT_LEVEL,
        _found(guesses.levels, {"right": "2-3", "range": ", or a range such as 2-3", "range@nb": ", eller et spenn som 2-3"}),
    ),
    "not_difficulty": (kinds.NOT_DIFFICULTY, _found()),
    "not_range": (kinds.NOT_RANGE, _found(guesses.span)),
    "not_id": (kinds.NOT_ID, _found(guesses.play_id)),
    "not_level_or_play": (kinds.NOT_LEVEL_OR_PLAY, _found()),
    "string_pattern_mismatch": (kinds.NOT_PATTERN, _found()),
}
"""Pydantic's error types, and our own from `fields`, with the problem each becomes."""
