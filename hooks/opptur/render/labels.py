"""The names of fields on the pages: the very labels that the model gives them."""

from __future__ import annotations

from functools import cache
from typing import Any

from opptur.model.parse import field_at
from opptur.model.play import Play


@cache
def label(path: str, lang: str) -> str:
    """The label of a field, such as `guard.never_say.why`, in a language."""
    info = field_at(Play, tuple(path.split(".")))
    if info is None:
        raise KeyError(f"no field {path}")
    extra: Any = info.json_schema_extra
    texts: dict[str, str] = extra["opptur"]["label"]
    return texts.get(lang) or texts["en"]
