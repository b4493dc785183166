"""How well the search does on queries of which the right play is known: @1, @3 and MRR, by language and kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from opptur.search.index import Index
from opptur.search.query import Search

COLUMNS = ("lang", "query", "expected_play_ids", "kind")
"""The first line of a file of queries. Ids of plays that are equally right are separated by commas."""


class QueriesError(ValueError):
    """A file that does not hold queries: why, in Norwegian and in English."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and what came of it."""

    lang: str
    query: str
    expected: tuple[str, ...]
    kind: str
    found: tuple[str, ...] = ()

    @property
    def rank(self) -> int:
        """Where the first right play stands, from 1; 0 when it is not there."""
        return next((number for number, play in enumerate(self.found, 1) if play in self.expected), 0)


def read_queries(text: str, languages: Iterable[str]) -> list[Asked]:
    """The queries of a tab-separated file."""
    lines = [line.split("\t") for line in text.removeprefix("\ufeff").splitlines() if line.strip()]
    if not lines or tuple(lines[0]) != COLUMNS:
        raise QueriesError(f"første linje skal være {' ⇥ '.join(COLUMNS)} / the first line must be {' ⇥ '.join(COLUMNS)}")
    if not lines[1:]:
        raise QueriesError("fila har ingen spørringer / the file holds no queries")
    known = tuple(languages)
    for number, cells in enumerate(lines[1:], 2):
        if len(cells) != len(COLUMNS) or cells[0] not in known:
            raise QueriesError(
                f"linje {number}: fire felter, og språket først / line {number}: four fields, the language first ({', '.join(known)})"
            )
    return [Asked(lang, query, tuple(ids.split(",")), kind) for lang, query, ids, kind in lines[1:]]


def answered(indexes: Mapping[str, Index], queries: Iterable[Asked]) -> Iterator[Asked]:
    """Each query with the plays that it finds."""
    for asked in queries:
        documents = indexes[asked.lang].documents
        found = (documents[hit.doc] for hit in Search(indexes[asked.lang], asked.query).hits())
        yield Asked(
            asked.lang, asked.query, asked.expected, asked.kind, tuple(document.id for document in found if document.kind == "play")
        )


@dataclass(frozen=True, slots=True)
class Score:
    """Queries of one sort: how many, and the share with a right play first and among three, and the mean of 1 / rank."""

    count: int
    first: float
    three: float
    reciprocal: float


def scores(queries: Iterable[Asked]) -> dict[str, Score]:
    """The score of all queries, of each language and of each kind, the most numerous first."""
    groups: dict[str, list[int]] = defaultdict(list)
    for asked in queries:
        for name in ("", asked.lang, asked.kind):
            groups[name].append(asked.rank)
    return {name: _score(groups[name]) for name in sorted(groups, key=lambda name: (-len(groups[name]), name))}


def _score(ranks: list[int]) -> Score:
    count = len(ranks)
    return Score(
        count,
        sum(rank == 1 for rank in ranks) / count,
        sum(0 < rank <= 3 for rank in ranks) / count,
        sum(1 / rank for rank in ranks if rank) / count,
    )
