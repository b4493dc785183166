"""The texts of a play that a customer may meet, gathered once for all rules that look at words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from opptur.load.document import Value
from opptur.model.library import PlayFile
from opptur.model.messages import CHANNELS, Email, Moment, Phone
from opptur.model.vocabulary import Vocabulary
from opptur.problems import Path

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

Piece = tuple[Path, str]
"""A text with its path."""


class Message(NamedTuple):
    """One message in one channel. A phone script has several pieces and counts as one message."""

    moment: str
    channel: str
    pieces: tuple[Piece, ...]
    text: str

    @property
    def path(self) -> Path:
        return ("messages", self.moment, self.channel)

    @property
    def body(self) -> Piece:
        """The piece that carries the length limits: the e-mail's body, the script's opening, the text itself."""
        return self.pieces[-1] if self.channel == "email" else self.pieces[0]


def messages_of(file: PlayFile) -> Iterator[Message]:
    """Every message of a play, in the order it is written."""
    for moment, entry in file.play.messages.items():
        for channel in CHANNELS:
            pieces = tuple(_pieces(("messages", moment, channel), getattr(entry, channel)))
            if pieces:
                yield Message(moment, channel, pieces, "\n".join(text for _, text in pieces))


def _pieces(path: Path, content: Phone | Email | str | None) -> Iterator[Piece]:
    if isinstance(content, str):
        yield path, content
    elif isinstance(content, Email):
        yield (*path, "subject"), content.subject
        yield (*path, "body"), content.body
    elif isinstance(content, Phone):
        yield (*path, "opening"), content.opening
        for number, question in enumerate(content.questions):
            yield (*path, "questions", number), question
        yield (*path, "promise"), content.promise
        yield (*path, "close"), content.close


def linted_of(file: PlayFile, messages: Iterable[Message]) -> Iterator[tuple[str, Piece]]:
    """Every text that must follow the wording rules, with its moment ('' outside the messages).

    Not the phrases to avoid, not the bad dialogue, not the quiz, and not what a customer says.
    """
    for message in messages:
        for piece in message.pieces:
            yield message.moment, piece
    if "card" in file.sections:
        for name in ("call", "say", "ask", "promise"):
            yield "", (("card", name), getattr(file.play.card, name))
    if "guard" in file.sections:
        yield "", (("guard", "forwardable_note"), file.play.guard.forwardable_note)
    if "training" in file.sections:
        for number, turn in enumerate(file.play.training.dialogue_good):
            if turn.seller is not None:
                yield "", (("training", "dialogue_good", number, "seller"), turn.seller)


def braced(value: dict[str, Value] | tuple[Value, ...], path: Path = ()) -> Iterator[Piece]:
    """Every text with a brace in it in a document's values, with its path."""
    for step, child in value.items() if isinstance(value, dict) else enumerate(value):
        if not isinstance(child, str):
            yield from braced(child, (*path, step))
        elif "{" in child or "}" in child:
            yield (*path, step), child


def filled(text: str, vocabulary: Vocabulary, lang: str) -> str:
    """A text with typical values in its fields, for counting what will be sent."""

    def value(match: re.Match[str]) -> str:
        entry = vocabulary.placeholders.get(match[1])
        return entry.example.get(lang, match[1]) if entry else match[0]

    return PLACEHOLDER.sub(value, text)


def placeholders(text: str) -> list[str]:
    """The names in braces, in order."""
    return PLACEHOLDER.findall(text)


def email_paragraphs(body: str) -> list[str]:
    """The paragraphs between greeting and signature: a first or last line of at most four words is one of those."""
    parts = [part.strip() for part in re.split(r"\n\s*\n", body) if part.strip()]
    if len(parts) > 1 and len(parts[0].split()) <= 4 and parts[0][-1] not in ".?:":
        parts = parts[1:]
    if len(parts) > 1 and len(parts[-1].split()) <= 6 and parts[-1][-1] not in ".?:":
        parts = parts[:-1]
    return parts


def channels_of(moment: Moment) -> list[str]:
    """The channels in which a moment has a message."""
    return [channel for channel in CHANNELS if getattr(moment, channel) is not None]
