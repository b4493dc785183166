"""The model as a JSON Schema (draft-07), so that an editor can help while a play is written.

Titles, help and messages are the model's own, in one language: an editor shows one. It says what one field can say; what
takes the whole play or the other language is for `opptur check`.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, get_args, get_origin

from annotated_types import MaxLen, MinLen
from pydantic.fields import FieldInfo

from opptur.model.fields import Key, Looks, Part
from opptur.model.vocabulary import Vocabulary

Schema = dict[str, Any]
FEW = 10
SCALARS = ["string", "number", "boolean"]
"""A text that looks like a number or like yes and no to an editor. Ours reads every value as text."""


def schema(model: type[Part], lang: str, vocabulary: Vocabulary) -> Schema:
    """The schema of a file of this model, with help in a language."""
    parts = {part.__name__: _object(part, lang, vocabulary) for part in _parts(model)}
    return {"$schema": "http://json-schema.org/draft-07/schema#", **parts.pop(model.__name__), "definitions": dict(sorted(parts.items()))}


def _parts(model: type[Part]) -> list[type[Part]]:
    """A model and every part below it, each once."""
    found: dict[type[Part], None] = {model: None}
    pending = [model]
    while pending:
        for info in pending.pop().model_fields.values():
            new = [part for part in _parts_in(info.annotation) if part not in found]
            found.update(dict.fromkeys(new))
            pending += new
    return list(found)


def _parts_in(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts_in(inner)


def _object(part: type[Part], lang: str, vocabulary: Vocabulary) -> Schema:
    """A part: its fields, which of them are needed, and no others."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, info in part.model_fields.items() if info.is_required()],
        "properties": {name: _field(info, lang, vocabulary) for name, info in part.model_fields.items()},
    }


def _field(info: FieldInfo, lang: str, vocabulary: Vocabulary) -> Schema:
    """A field with its label, its sentence, and the sentence again where something does not fit."""
    extra: Any = info.json_schema_extra
    label, help_text = (extra["opptur"][name].get(lang) or extra["opptur"][name]["en"] for name in ("label", "help"))
    says = f"{label}: {help_text}" if not label.endswith("?") else f"{label} {help_text}"
    value = _value(info.annotation, info.metadata, lang, vocabulary)
    message = {"errorMessage": says, "patternErrorMessage": says}
    for part in value.get("anyOf", ()):
        part.update(message)
    shown = {"title": label, "markdownDescription": help_text, "description": help_text}
    return {"allOf": [value], **shown} if "$ref" in value else {**shown, **message, **value}


def _value(annotation: Any, marks: list[Any], lang: str, vocabulary: Vocabulary) -> Schema:
    """What may stand as a value of a type."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(inner[0], [*marks, *inner[1:]], lang, vocabulary)
    if origin is UnionType and NoneType in inner:
        return _value(next(each for each in inner if each is not NoneType), marks, lang, vocabulary)
    if origin is tuple:
        return {"type": "array", "items": _value(inner[0], [], lang, vocabulary), **_length(marks, "Items")}
    if origin is dict:
        keys = next(mark.listing for mark in get_args(inner[0]) if isinstance(mark, Key))
        entries = {key: {"title": entry.label[lang], **_value(inner[1], [], lang, vocabulary)} for key, entry in vocabulary[keys].items()}
        return {"type": "object", "additionalProperties": False, "properties": entries}
    if origin is Literal:
        return {"enum": list(inner)}
    is_part = isinstance(annotation, type) and issubclass(annotation, Part)
    return {"$ref": f"#/definitions/{annotation.__name__}"} if is_part else _scalar(marks, lang, vocabulary)


def _scalar(marks: list[Any], lang: str, vocabulary: Vocabulary) -> Schema:
    """One value: a key from a list, something written in a certain way, or a text."""
    for mark in _flat(marks):
        if isinstance(mark, Key):
            keys = list(vocabulary[mark.listing])
            told = [_told(vocabulary, mark.listing, key, lang) for key in keys]
            return {"enum": keys, "markdownEnumDescriptions": told}
        if isinstance(mark, Looks):
            return _written(mark)
    return {"type": SCALARS, **_length(marks, "Length")}


def _written(looks: Looks) -> Schema:
    """A value written in a certain way. The few numbers that an editor would read as such are listed, since for those it has words of ours."""
    text = {"type": "string", "pattern": f"^(?:{looks.pattern})$"}
    least, most = looks.numbers or (0, -1)
    if most - least < FEW:
        return {"anyOf": [text, {"enum": list(range(least, most + 1))}]} if looks.numbers else text
    return {**text, "type": ["string", "integer"], "minimum": least, "maximum": most}


def _told(vocabulary: Vocabulary, listing: str, key: str, lang: str) -> str:
    return ". ".join(part for part in (vocabulary.label(listing, key, lang), vocabulary.describe(listing, key, lang)) if part)


def _length(marks: list[Any], of: str) -> Schema:
    """How few and how many, of letters or of entries."""
    flat = list(_flat(marks))
    least = {f"min{of}": mark.min_length for mark in flat if isinstance(mark, MinLen)}
    most = {f"max{of}": mark.max_length for mark in flat if isinstance(mark, MaxLen)}
    return least | most


def _flat(marks: list[Any]) -> Iterator[Any]:
    """Marks, those inside a `Field` in an annotation included."""
    for mark in marks:
        yield from mark.metadata if isinstance(mark, FieldInfo) else [mark]
