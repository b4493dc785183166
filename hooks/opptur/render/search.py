"""The search: its box on every page, and the index that the box asks."""

from __future__ import annotations

from collections.abc import Iterator

from opptur.render.artefact import Asset
from opptur.render.gravity import gravest
from opptur.render.templates import Site, chapter_url, play_url
from opptur.search.handbook import index
from opptur.search.pack import files


def index_files(site: Site) -> Iterator[Asset]:
    """The index of every language, below `search/`."""
    library = site.library
    for lang in library.languages:
        made = index(
            library, lang, site.chapters.get(lang, ()),
            play_url=lambda file: play_url(library, file), chapter_url=lambda chapter: chapter_url(library, chapter),
        )  # fmt: skip
        grave = _grave(site, lang)
        fallback = [number for number, document in enumerate(made.documents) if document.kind == "play" and document.id in grave]
        yield from (Asset(f"search/{lang}/{path}", content) for path, content in files(made, fallback))


def _grave(site: Site, lang: str) -> set[str]:
    """The play to take when in doubt in each family: what is shown when nothing was found."""
    library = site.library
    return {gravest(files).id for family in library.vocabulary["families"] if (files := library.of_family(family, lang))}
