"""The YAML files that come with the package: tables and words that are our own."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from opptur.load.document import Document
from opptur.load.reader import parse


def packaged(name: str) -> Mapping[str, Any]:
    """The values of a file, named from the package's root. A mistake in it is ours, and is raised."""
    document = parse((files("opptur") / name).read_bytes(), name)
    if isinstance(document, Document):
        return document.data
    raise ValueError(f"{name}:{document[0].place.line}: {document[0].found('en')}")
