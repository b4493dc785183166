"""A whole handbook to its indexes, one for each language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from opptur.model.chapters import Chapter
from opptur.model.library import Library, PlayFile
from opptur.search.documents import Document, chapter_document, play_document
from opptur.search.index import Contribution, Index, contribution, merge
from opptur.search.relations import Relations


def index(
    library: Library, lang: str, chapters: Sequence[Chapter] = (), *,
    play_url: Callable[[PlayFile], str] = lambda file: f"{file.family}/{file.id}/", chapter_url: Callable[[Chapter], str] = lambda chapter: chapter.name,
) -> Index:  # fmt: skip
    """The index of one language: the plays in the order of the families, then the chapters."""
    files = [library.files[play_id, lang] for play_id in library.ids() if (play_id, lang) in library.files]
    documents: list[Document] = [play_document(library, file, play_url(file)) for file in files if file.whole]
    documents += [chapter_document(chapter, chapter_url(chapter)) for chapter in chapters]
    known = relations(library)
    return merge(lang, documents, _contributions(lang, documents, known), known)


_last: dict[str, dict[tuple[str, str], Contribution]] = {}
"""By language, what each document brought the last time: in a preview only what has changed is read anew. It may be emptied at any time."""


def _contributions(lang: str, documents: Sequence[Document], known: Relations) -> list[Contribution]:
    """What each document brings, as it was found the last time if neither it nor the vocabulary has changed."""
    before, keys = _last.get(lang, {}), [(document.digest, known.digest) for document in documents]
    found = [before.get(key) or contribution(document, known) for key, document in zip(keys, documents, strict=True)]
    _last[lang] = dict(zip(keys, found, strict=True))
    return found


def relations(library: Library) -> Relations:
    """The groups of words that the handbook's vocabulary knows."""
    synonyms: Mapping[str, Mapping[str, Sequence[str]]] = {key: entry.words for key, entry in library.vocabulary.synonyms.items()}
    return Relations(library.languages, synonyms)
