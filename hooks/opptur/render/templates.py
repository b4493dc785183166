"""The templates with all that they may ask for, and the addresses of pages."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup

from opptur.model.chapters import Chapter
from opptur.model.library import Library, PlayFile
from opptur.model.workshop import WorkshopFile
from opptur.render.labels import label
from opptur.render.text import TextRenderer, dialled, first_sentence, lowered
from opptur.render.words import Words
from opptur.rules.twins import is_outdated

Chapters = Mapping[str, Sequence[Chapter]]
"""By language: the hand-written chapters, in order."""

PAPERS = ("sheet", "large", "pocket", "cards")
"""The kinds of paper of a play: two pages of A4, large print, the pocket card, and the cards for role-play."""

POSTERS, SIZES = ("severity", "rules", "map"), ("a3", "a4")
"""What hangs on the wall, and on which paper."""

PAPER_WORDS = {
    "sheet": "paper_sheet", "large": "paper_large", "pocket": "paper_pocket", "cards": "paper_cards",
    "participant": "paper_participant", "facilitator": "paper_facilitator",
}  # fmt: skip
POSTER_WORDS = {"severity": "poster_severity", "rules": "poster_rules", "map": "poster_map"}

COMPONENTS = Path(str(files("opptur") / "components"))


def environment() -> Environment:
    """Templates escape everything; a name that nobody gave is an error. Read anew, so that a preview shows edits."""
    made = Environment(
        loader=FileSystemLoader(COMPONENTS), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {"first_sentence": first_sentence, "dialled": dialled, "lowered": lowered}
    return made


def template_place(error: BaseException) -> str | None:
    """The template and line at which an error arose, or None when it arose elsewhere."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith((".html", ".xml"))]
    if not frames and isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else None


def home_url(library: Library, lang: str) -> str:
    """The front page of a language, from the root of the site: the source language lies at the root, the others below their code."""
    return "" if lang == library.source_language else f"{lang}/"


def home_path(library: Library, lang: str) -> str:
    """Where the front page of a language lies."""
    return f"{home_url(library, lang)}index.md"


def family_url(library: Library, family: str, lang: str) -> str:
    """The page of a family, from the root of the site."""
    return f"{home_url(library, lang)}{family}/"


def family_path(library: Library, family: str, lang: str) -> str:
    """Where the page of a family lies."""
    return f"{family_url(library, family, lang)}index.md"


def play_url(library: Library, file: PlayFile) -> str:
    """The address of a play from the root of the site, without a leading slash."""
    return f"{home_url(library, file.lang)}{file.family}/{file.id}/"


def play_path(library: Library, family: str, play_id: str, lang: str) -> str:
    """Where the page of a play lies."""
    return f"{home_url(library, lang)}{family}/{play_id}/index.md"


def handout_url(file: PlayFile, kind: str = "sheet") -> str:
    """The PDF of a play, from the root of the site: its sheet, or another kind of paper by its name."""
    return f"handouts/{file.lang}/{file.id}{'' if kind == 'sheet' else f'-{kind}'}.pdf"


def workshop_url(file: WorkshopFile, kind: str) -> str:
    """A paper of a workshop, from the root of the site: `participant`, `facilitator` or `cards`."""
    return f"workshops/{file.lang}/{file.id}/{kind}.pdf"


def poster_url(name: str, size: str, lang: str) -> str:
    """A poster in a size, from the root of the site."""
    return f"posters/{lang}/{name}-{size}.pdf"


def chapter_url(library: Library, chapter: Chapter) -> str:
    """The page of a hand-written chapter, from the root of the site."""
    return f"{home_url(library, chapter.lang)}{chapter.name.removesuffix('.md')}/"


def catalogue_url(library: Library, lang: str) -> str:
    """The page that lists every play, from the root of the site."""
    return f"{home_url(library, lang)}plays/"


def cases_url(library: Library, lang: str) -> str:
    """The page of the seller's own cases, from the root of the site."""
    return f"{home_url(library, lang)}cases/"


def booklet_url(library: Library, lang: str) -> str:
    """The page where a booklet is put together, from the root of the site."""
    return f"{home_url(library, lang)}print/"


def twin_path(library: Library, path: str, here: str, there: str) -> str:
    """Where the same page lies in another language."""
    return home_url(library, there) + path.removeprefix(home_url(library, here))


def up_from(path: str) -> str:
    """From a page back to the root: `../../` for a page two folders down."""
    return "../" * path.count("/") or "./"


class Site:
    """A library with the templates that show it."""

    def __init__(self, library: Library, chapters: Chapters) -> None:
        self.library = library
        self.chapters = chapters
        self.templates = environment()
        self._texts = {lang: TextRenderer(library.vocabulary, lang) for lang in library.languages}

    def render(self, template: str, lang: str, path: str, **values: Any) -> str:
        """One template, in a language, for the page at a path."""
        library, up = self.library, up_from(path)
        return self.templates.get_template(template).render(
            w=Words(lang), t=self._texts[lang], v=library.vocabulary, company=library.company, lang=lang, up=up,
            l=lambda field: label(field, lang), url=lambda file: play_url(library, file), link=lambda play_id: self.link(play_id, lang, up),
            catalogue_url=catalogue_url(library, lang), cases_url=cases_url(library, lang),
            booklet_url=booklet_url(library, lang), handout=handout_url, papers=PAPERS, paper_name=lambda kind: Words(lang)(PAPER_WORDS[kind]), poster_name=lambda name: Words(lang)(POSTER_WORDS[name]), posters=POSTERS, sizes=SIZES,
            poster_url=lambda name, size: poster_url(name, size, lang), workshop_url=workshop_url,
            **{"family_url": lambda family: family_url(library, family, lang), **values},
        )  # fmt: skip

    def link(self, play_id: str, lang: str, up: str) -> Markup:
        """A play's title, linked when the play exists in this language, marked as planned when it does not."""
        file = self.library.files.get((play_id, lang))
        if file is not None and "title" in file.sections:
            return Markup('<a href="{}" data-play="{}">{}</a>').format(up + play_url(self.library, file), play_id, file.play.title)
        planned = self.library.vocabulary.planned.get(play_id)
        name = planned.label[lang] if planned else play_id
        return Markup("{} <small>({})</small>").format(name, Words(lang).planned)

    @staticmethod
    def is_outdated(library: Library, file: PlayFile) -> bool:
        """Whether this is a translation of another text than the source has now."""
        source = library.files.get((file.id, library.source_language))
        return file.lang != library.source_language and is_outdated(file, source)


@cache
def component_names() -> tuple[str, ...]:
    """Every component, by its folder; tokens and base come first, so that the others may build on them, print last."""
    names = sorted(entry.name for entry in COMPONENTS.iterdir() if entry.is_dir())
    return ("tokens", "base", *(name for name in names if name not in ("tokens", "base", "print")), "print")
