"""Whether each play is found by its own search terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from opptur.model.library import Library, PlayFile
from opptur.problems import Problem, Says, kind
from opptur.search.handbook import index
from opptur.search.index import Index
from opptur.search.query import Search

FIRST = 3
"""How far down a seller looks."""

NOT_FOUND = kind(
    "S01",
    level="warning",
    nb=Says(
        "Et søk på «{found}» gir ikke dette spillet blant de tre første. Det gir {others}.",
        "Skriv det så det peker hit og ikke dit, eller ta det bort.",
        "- bilen med varene kom aldri fram",
    ),
    en=Says(
        "A search for “{found}” does not give this play among the first three. It gives {others}.",
        "Write it so that it points here and not there, or take it away.",
        "- the lorry with the goods never arrived",
    ),
)


def own_terms(library: Library, is_wanted: Callable[[PlayFile], bool] = lambda _: True) -> Iterator[Problem]:
    """A problem for each search term that leads to three other plays first."""
    for lang in library.languages:
        wanted = [file for (_, its), file in library.files.items() if its == lang and file.whole and is_wanted(file)]
        if wanted:
            made = index(library, lang)
            numbers = {document.id: number for number, document in enumerate(made.documents)}
            for file in wanted:
                yield from _of_play(made, file, numbers[file.id])


def _of_play(made: Index, file: PlayFile, number: int) -> Iterator[Problem]:
    for at, term in enumerate(file.play.search_terms):
        search = Search(made, f"{term} ")
        if search.words and not search.is_among(number, FIRST):
            first = [hit.doc for hit in search.hits()[:FIRST]]
            if number not in first:
                args = {"found": term, "others": ", ".join(made.documents[doc].id for doc in first)}
                yield file.document.problem(NOT_FOUND, ("search_terms", at), args)
