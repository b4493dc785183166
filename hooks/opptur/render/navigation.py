"""The navigation beside a page: the families, the plays of the current family, the chapters. It never grows with the handbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from opptur.model.chapters import Chapter
from opptur.model.library import Library
from opptur.render.artefact import Page
from opptur.render.templates import booklet_url, cases_url, catalogue_url, chapter_url, family_url, home_url
from opptur.render.words import Words


@dataclass(frozen=True, slots=True)
class Entry:
    """One link. Addresses are from the root of the site."""

    title: str
    url: str
    current: bool = False
    child: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of links."""

    title: str
    entries: tuple[Entry, ...]


def navigation(library: Library, chapters: Sequence[Chapter], lang: str, here: str, page: Page | None) -> tuple[Section, Section]:
    """The links beside the page at the address `here`; `page` is given when it is a generated one."""
    words = Words(lang)
    entries = [Entry(words.what_went_wrong, home_url(library, lang) or ".", page is not None and page.meta.get("kind") == "home")]
    entries += [Entry(words.my_cases, cases_url(library, lang), cases_url(library, lang) == here)]
    entries += [Entry(words.all_plays, catalogue_url(library, lang), catalogue_url(library, lang) == here)]
    entries += [Entry(words.print_title, booklet_url(library, lang), booklet_url(library, lang) == here)]
    for family in library.vocabulary["families"]:
        url = family_url(library, family, lang)
        entries.append(Entry(library.vocabulary.label("families", family, lang), url, url == here))
        if page is not None and page.family == family:
            entries += [_play(f"{url}{file.id}/", file.play.title, here) for file in library.of_family(family, lang)]
    return (
        Section(words.plays, tuple(entries)),
        Section(words.handbook, tuple(_chapter(library, chapter, here) for chapter in chapters)),
    )


def _chapter(library: Library, chapter: Chapter, here: str) -> Entry:
    url = chapter_url(library, chapter)
    return Entry(chapter.head.title, url, url == here)


def _play(url: str, title: str, here: str) -> Entry:
    return Entry(title, url, url == here, child=True)
