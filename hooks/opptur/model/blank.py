"""A file to fill in, made from the model: every field in its order, with its sentence above it the first time it occurs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from annotated_types import MinLen
from pydantic.fields import FieldInfo

from opptur.load.rewrite import quoted
from opptur.model.fields import Key, Part
from opptur.model.parse import part_in
from opptur.model.vocabulary import Vocabulary
from opptur.problems import Path

WIDTH = 110
FEW = 12
"""So many keys are listed beside a field; of more, the list is named."""
WORDS = {
    "nb": {"optional": "Kan utelates.", "one_of": "Velg mellom: {keys}.", "from": "Velg en nøkkel fra plays/vocabulary/{listing}.yml."},
    "en": {"optional": "May be left out.", "one_of": "Choose from: {keys}.", "from": "Choose a key from plays/vocabulary/{listing}.yml."},
}
HELP = "#\t"
"""Begins a line of help until all lines have their place; it tells help from fields that are left out."""


@dataclass(frozen=True, slots=True)
class Blank:
    """What a blank is made with: the language of its comments, the lists to choose from, and the values that are known already."""

    lang: str
    vocabulary: Vocabulary
    given: Mapping[Path, str]

    def word(self, name: str, **values: str) -> str:
        """One of the words above in the language of the comments."""
        return WORDS.get(self.lang, WORDS["en"])[name].format(**values)

    def of(self, texts: Mapping[str, str]) -> str:
        """A text of the model or of a list in that language."""
        return texts.get(self.lang) or texts["en"]


def blank(model: type[Part], made_with: Blank) -> str:
    """The text of a file in which every field that is needed is there and empty, and the others stand as comments."""
    return "\n".join(_wrapped(_part(model, (), made_with))).lstrip("\n") + "\n"


def _wrapped(lines: Iterable[str]) -> Iterator[str]:
    """The lines with help broken to the width of a page, and told once."""
    told = set[str]()
    for line in lines:
        before, mark, text = line.partition(HELP)
        if not mark:
            yield line
        elif text not in told:
            told.add(text)
            yield from textwrap.wrap(text, WIDTH, initial_indent=f"{before}# ", subsequent_indent=f"{before}# ", break_on_hyphens=False)


def _part(part: type[Part], path: Path, made_with: Blank, only: Sequence[str] = ()) -> Iterator[str]:
    """The fields of a part at the left margin. Those in `only` are needed here and the others are not there; an empty line goes before each section."""
    for name, info in part.model_fields.items():
        if not only or name in only:
            needed = bool(only) or info.is_required() or (*path, name) in made_with.given
            lines = _field(name, info, (*path, name), made_with)
            yield from [""] if not path else []
            yield f"{HELP}{_help(info, made_with, needed=needed)}"
            yield from lines if needed else (f"# {line}" for line in lines if HELP not in line)


def _help(info: FieldInfo, made_with: Blank, *, needed: bool) -> str:
    """Label, sentence, and what may be chosen."""
    extra: Any = info.json_schema_extra
    says = extra["opptur"]
    optional = [] if needed else [made_with.word("optional")]
    label = made_with.of(says["label"])
    return " ".join([label if label.endswith("?") else f"{label}:", made_with.of(says["help"]), *optional, *_choices(info, made_with)])


def _choices(info: FieldInfo, made_with: Blank) -> list[str]:
    """What a field may hold, when it is one of a few; where the list is, when they are many."""
    if get_origin(info.annotation) is Literal:
        return [made_with.word("one_of", keys=", ".join(map(str, get_args(info.annotation))))]
    listing = next((mark.listing for mark in _marks(info) if isinstance(mark, Key)), None)
    if not listing or get_origin(info.annotation) is dict:
        return []
    entries = made_with.vocabulary[listing]
    if len(entries) > FEW:
        return [made_with.word("from", listing=listing)]
    return [made_with.word("one_of", keys=", ".join(f"{key} ({made_with.of(entry.label)})" for key, entry in entries.items()))]


def _marks(info: FieldInfo) -> Iterator[Any]:
    """What annotations say of a field, and of the entries of a list."""
    yield from info.metadata
    pending: list[Any] = [info.annotation]
    while pending:
        one = pending.pop()
        yield from getattr(one, "__metadata__", ())
        pending += get_args(one)


def _field(name: str, info: FieldInfo, path: Path, made_with: Blank) -> Iterator[str]:
    """A field and what is below it."""
    inner, origin = part_in(info.annotation), get_origin(info.annotation)
    if path in made_with.given:
        yield f"{name}: {quoted(made_with.given[path])}"
    elif origin is tuple:
        least = next((mark.min_length for mark in info.metadata if isinstance(mark, MinLen)), 0 if info.is_required() else 1)
        yield f"{name}:" if least else f"{name}: []"
        entries = (_entry(inner, number, path, made_with) if inner else ["-"] for number in range(least))
        yield from (f"  {line}" for entry in entries for line in entry)
    else:
        yield f"{name}:"
        below = _moments(inner, path, made_with) if origin is dict and inner else _part(inner, path, made_with) if inner else ()
        yield from (f"  {line}" for line in below)


def _moments(inner: type[Part], path: Path, made_with: Blank) -> Iterator[str]:
    """Every moment of the vocabulary, each with the channels that it must have."""
    for key, entry in made_with.vocabulary.moments.items():
        yield f"# {made_with.of(entry.label)}"
        yield f"{key}:"
        yield from (f"  {line}" for line in _part(inner, (*path, key), made_with, only=entry.channels))


def _entry(part: type[Part], number: int, path: Path, made_with: Blank) -> Iterator[str]:
    """One entry of a list of parts. One that needs none of its fields gets one of them in turn, as the lines of a dialogue."""
    needed = any(info.is_required() for info in part.model_fields.values())
    only = () if needed else [[*part.model_fields][number % len(part.model_fields)]]
    mark = "- "
    for line in _part(part, (*path, number), made_with, only):
        if line.startswith("#") and mark == "- ":
            yield line
        else:
            yield mark + line
            mark = "  "
