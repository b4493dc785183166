"""What a rule is: a small function that looks at one thing and yields what it found.

The wording stands beside the function, in both languages, with a right example. A rule declares which
sections of a play it reads; it runs only when those could be read, so one mistake never hides another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from opptur.model.library import Library, PlayFile
from opptur.problems import Kind, Level, Path, Says, kind
from opptur.rules.differences import Difference, differences
from opptur.rules.language import Pattern, language
from opptur.rules.readability import Measure, measure, together
from opptur.rules.texts import Message, Piece, braced, linted_of, messages_of


@dataclass(frozen=True, slots=True)
class Finding:
    """Where in the play, and the words that fill the rule's sentences.

    `match` narrows the place to the words themselves; `nth` tells which of several equal ones.
    """

    path: Path
    args: dict[str, str] = field(default_factory=dict)
    match: str = ""
    nth: int = 0
    at_key: bool = False


SHORT = 14
"""Words; no rule on the length of sentences has anything to say about a text as short as this."""


@dataclass(frozen=True)
class Case:
    """What a rule gets to see: one play file, the library around it, and the day it is judged."""

    file: PlayFile
    library: Library
    today: date

    @cached_property
    def source(self) -> PlayFile | None:
        """The play this one is a translation of, or None for a play in the source language."""
        lang = self.library.source_language
        return None if self.file.lang == lang else self.library.files.get((self.file.id, lang))

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Where a translation and its source tell different facts."""
        return tuple(differences(self.file, self.source)) if self.source else ()

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        """Every message of the play."""
        return tuple(messages_of(self.file)) if "messages" in self.file.sections else ()

    @cached_property
    def linted(self) -> tuple[tuple[str, Piece], ...]:
        """Every text that must follow the wording rules, with its moment."""
        return tuple(linted_of(self.file, self.messages))

    @cached_property
    def joined(self) -> str:
        """All those texts as one, in small letters: for a quick look at whether a rule has anything to say."""
        return "\n".join(text for _, (_, text) in self.linted).lower()

    def knows(self, name: str) -> bool:
        """Whether the play's language has expressions under a name; rules that need them are silent otherwise."""
        return name in language(self.file.lang)

    def pattern(self, name: str) -> Pattern:
        """What the play's language looks for under a name, as far as it can occur in those texts."""
        return language(self.file.lang).get(name, Pattern()).within(self.joined)

    @cached_property
    def braced(self) -> tuple[Piece, ...]:
        """Every text of the play with a brace in it, wherever it stands."""
        return tuple(braced(self.file.document.data))

    @cached_property
    def measures(self) -> dict[Path, Measure]:
        """The count of each text that carries a message, and of any other that is not short."""
        pieces = [(piece, message) for message in self.messages for piece in message.pieces]
        return {path: measure(text) for (path, text), message in pieces if text.count(" ") >= SHORT or path == message.body[0]}

    @cached_property
    def lix(self) -> tuple[tuple[Path, float], ...]:
        """How heavy each long e-mail is to read, and all messages together."""
        counted = [(message.channel, message.body[0], self.measures[message.body[0]]) for message in self.messages]
        emails = [(path, one.lix) for channel, path, one in counted if channel == "email" and one.words >= 40]
        return (*emails, (("messages",), together(one for _, _, one in counted).lix))


Check = Callable[[Case], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its wording and the sections it reads."""

    kind: Kind
    check: Check
    reads: frozenset[str]


RULES: dict[str, Rule] = {}
"""Every rule by code, in the order they are defined."""


def rule(code: str, *, nb: Says, en: Says, reads: tuple[str, ...], level: Level = "error") -> Callable[[Check], Check]:
    """Register a check under a code with its wording."""

    def register(check: Check) -> Check:
        RULES[code] = Rule(kind(code, nb=nb, en=en, level=level), check, frozenset(reads))
        return check

    return register


def findings(checked: Rule, case: Case) -> Iterator[Finding]:
    """What one rule finds in one play; nothing when a section that it reads is missing."""
    if checked.reads <= case.file.sections:
        yield from checked.check(case)
