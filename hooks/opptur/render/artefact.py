"""What every renderer yields. Renderers are pure: the same values give the same bytes, and nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading for the table of contents, with the id it can be linked by."""

    level: int
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page for the host to frame. `path` is where its Markdown would lie: `en/delivery/late-delivery/index.md`."""

    path: str
    lang: str
    title: str
    description: str
    html: str
    source: str | None = None
    """The file an editor should open, from the root of the repository."""
    headings: tuple[Heading, ...] = ()
    family: str | None = None
    play: str | None = None
    meta: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that goes out as it is."""

    path: str
    content: bytes
