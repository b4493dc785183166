"""What can be found: a play or a chapter as lines of text, each with its field and its place on the page.

Only the language of the page is searched in full. From the other languages come the lines that people search by,
so that an English word finds a play on the Norwegian site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from html import unescape
from typing import Any

from markdown import Markdown

from opptur.model.chapters import Chapter
from opptur.model.library import Library, PlayFile
from opptur.model.ownership import PHASES

FIELDS = ("title", "term", "summary", "signal", "question", "card", "step", "message", "guard", "heading")
"""Kinds of lines. What each is worth stands in `ranking.yml`."""

PLACEHOLDER = re.compile(r"\{\w+\}")
UNSEARCHED = ("title", "summary", "recognise", "card", "search_terms", "about", "error")
"""Sections that are lines already, or hold nothing to search for."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that can be shown as what matched, and its place on the page."""

    field: str
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A play or a chapter. `body` is what is searched but never shown, `shown` what a result tells besides its lines."""

    kind: str
    id: str
    title: str
    url: str
    lang: str
    lines: tuple[Line, ...]
    body: str
    foreign: tuple[tuple[str, Line], ...] = ()
    """Lines in other languages, each after its language: searched, but never shown."""
    shown: Mapping[str, Any] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """The same for the same lines and body, whatever is shown beside them."""
        return sha256(repr((self.lang, self.lines, self.body, self.foreign)).encode()).hexdigest()


def play_document(library: Library, file: PlayFile, url: str) -> Document:
    """A play in its language, with the lines that people search by in the others."""
    foreign = tuple(
        (twin.lang, line) for twin in library.twins(file.id) if twin.lang != file.lang and twin.whole for line in _searched_by(twin)
    )
    severity, vocabulary = file.play.error.severity, library.vocabulary
    shown = {
        "summary": file.play.summary, "family": vocabulary.label("families", file.family, file.lang),
        "severity": [severity.low, severity.high], "first": next(iter(file.play.messages)),
    }  # fmt: skip
    return Document("play", file.id, file.play.title, url, file.lang, tuple(_lines(file)), " ".join(_body(file)), foreign, shown)


def _searched_by(file: PlayFile) -> Iterator[Line]:
    """Title, search terms, summary, signals and triage questions: what the play is known by."""
    play = file.play
    yield Line("title", play.title)
    yield from (Line("term", term) for term in play.search_terms)
    yield Line("summary", play.summary)
    yield from (Line("signal", signal, "recognise") for signal in play.recognise.signals)
    yield from (Line("question", triage.ask, "recognise") for triage in play.recognise.triage[1:])


def _lines(file: PlayFile) -> Iterator[Line]:
    """Everything of a play that can be shown as a line of its own."""
    play = file.play
    yield from _searched_by(file)
    yield from (Line("card", text, "card") for text in (play.card.say, play.card.ask))
    for phase in PHASES:
        yield from (Line("step", step.do, f"{phase}-{number}") for number, step in enumerate(getattr(play.ownership, phase), 1))
    for moment, messages in play.messages.items():
        if messages.email:
            yield Line("message", plain(messages.email.subject), moment)
    yield from (Line("guard", objection.customer, "guard") for objection in play.guard.objections)


def _body(file: PlayFile) -> Iterator[str]:
    for name, value in file.document.data.items():
        if name not in UNSEARCHED:
            yield from _texts(value)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield plain(value)
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner)


def plain(text: str) -> str:
    """A text of a message without its fields."""
    return " ".join(PLACEHOLDER.sub(" ", text).split())


HEADING = re.compile(r'<h[2-6] id="([^"]*)">(.*?)</h[2-6]>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def chapter_document(chapter: Chapter, url: str) -> Document:
    """A hand-written chapter: its title, what it is about, its headings, and the rest as body."""
    html = Markdown(extensions=["tables", "attr_list", "toc"]).convert(chapter.text)
    headings = [Line("heading", _text(title), anchor) for anchor, title in HEADING.findall(html)]
    lines = (Line("title", chapter.head.title), Line("summary", chapter.head.description), *headings)
    shown = {"summary": chapter.head.description}
    return Document("chapter", chapter.name.removesuffix(".md"), chapter.head.title, url, chapter.lang, lines, _text(html), shown=shown)


def _text(html: str) -> str:
    """What a reader sees of HTML that Markdown made."""
    return " ".join(unescape(TAG.sub(" ", html)).split())
