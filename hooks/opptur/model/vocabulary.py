"""The closed lists, read from `plays/vocabulary/*.yml`: the only place where each of them stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from opptur.model.fields import ChannelKey, Key, Line, Number, Part, Text


class Named(Part):
    """Something with a name in every language."""

    label: dict[str, Text]


class Entry(Named):
    """One allowed value: its name and its sentence, by language."""

    description: dict[str, Text]


class PlannedEntry(Named):
    """A play that other plays may point to before it is written."""

    family: Annotated[str, Key("families")]


class MomentEntry(Entry):
    """A moment at which the customer hears from the seller."""

    channels: Annotated[tuple[ChannelKey, ...], Field(min_length=1)]
    parts: Literal["full", "after"]


class ChannelEntry(Entry):
    """A way to reach the customer."""

    most_characters: Number | None = None


class PlaceholderEntry(Entry):
    """A field to fill in in a message."""

    type: Literal["text", "number", "money", "date", "time", "phone"]
    part: Literal["fact", "action", "next_contact", "direct_line"] | None = None
    day: Literal["ahead", "past"] | None = None
    example: dict[str, Text]

    @property
    def kind(self) -> str:
        """How it is asked for: its type, or `moment` for a time that may be on another day than today."""
        return "moment" if self.type == "time" and self.day else self.type


class BlockEntry(Entry):
    """What people do for a while in a workshop, and whether it takes a play."""

    play: Literal["needed", "optional", "none"]


class RuleEntry(Named):
    """A rule for messages, how it often comes out, and how it can."""

    often: dict[str, Text]
    rather: dict[str, Text]


class GateEntry(Entry):
    """A reason to leave a customer in peace, and the question that shows whether it holds."""

    ask: dict[str, Text]
    opens: Literal["yes", "no"]


class SourceEntry(Entry):
    """A source, and how much of its record has been checked."""

    citation: Text
    checked: Literal["yes", "partly"]


class SynonymEntry(Part):
    """Words that mean the same to someone who searches, in every language: `faktura`, `regning`, `invoice`."""

    words: dict[str, Annotated[tuple[Line, ...], Field(min_length=1)]]


LISTS: dict[str, type[Named]] = {
    "families": Entry,
    "roles": Entry,
    "moments": MomentEntry,
    "channels": ChannelEntry,
    "flags": Entry,
    "severities": Entry,
    "outlooks": Entry,
    "kinds": Entry,
    "gates": GateEntry,
    "topics": Entry,
    "sectors": Entry,
    "blocks": BlockEntry,
    "message_rules": RuleEntry,
    "placeholders": PlaceholderEntry,
    "sources": SourceEntry,
    "planned": PlannedEntry,
}
"""Every list with the shape of its entries. The file is named after the list."""

SYNONYMS = "synonyms"
"""The list for the search, which names nothing: groups of words."""

MAY_BE_EMPTY = ("planned", SYNONYMS)
"""Lists that a finished handbook may have no entries in."""

NEEDED: dict[str, tuple[str, ...]] = {
    "roles": ("seller", "customer"),
    "moments": (
        "first_notice_we_found",
        "first_notice_customer_told",
        "status_update",
        "bad_news",
        "follow_up",
        "compensation",
        "reference_ask",
    ),
    "channels": ("phone", "email", "sms", "teams"),
    "flags": ("personal-data", "safety", "authority"),
    "severities": ("1", "2", "3", "4"),
    "kinds": ("tell", "workaround", "fix", "learn", "thank"),
    "blocks": ("talk", "break", "dialogue", "roleplay", "exercise", "discussion", "quiz", "own-case", "goal"),
    "gates": ("not_verified", "severity_4", "data_or_safety"),
    "topics": ("first-act", "next-contact", "legal-limit", "reference"),
}
"""Keys that rules and pages know by name. Their labels may be changed, the keys may not go."""

Shape = TypeVar("Shape", bound=Part)


class Vocabulary(Mapping[str, Mapping[str, Named]]):
    """All lists by name. A typed attribute for each whose entries say more than a label."""

    def __init__(self, lists: Mapping[str, Mapping[str, Named]], synonyms: Mapping[str, SynonymEntry]) -> None:
        self._lists = lists
        self.synonyms = synonyms
        self.moments = _of(MomentEntry, lists["moments"])
        self.channels = _of(ChannelEntry, lists["channels"])
        self.placeholders = _of(PlaceholderEntry, lists["placeholders"])
        self.blocks = _of(BlockEntry, lists["blocks"])
        self.message_rules = _of(RuleEntry, lists["message_rules"])
        self.gates = _of(GateEntry, lists["gates"])
        self.sources = _of(SourceEntry, lists["sources"])
        self.planned = _of(PlannedEntry, lists["planned"])

    def __getitem__(self, listing: str) -> Mapping[str, Named]:
        return self._lists[listing]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)

    def describe(self, listing: str, key: str, lang: str) -> str:
        """An entry's sentence in a language; empty for what has only a name."""
        entry = self._lists[listing][key]
        return entry.description[lang] if isinstance(entry, Entry) else ""

    def label(self, listing: str, key: str, lang: str) -> str:
        """An entry's name in a language."""
        return self._lists[listing][key].label[lang]


def _of(shape: type[Shape], entries: Mapping[str, Part]) -> dict[str, Shape]:
    return {key: entry for key, entry in entries.items() if isinstance(entry, shape)}
