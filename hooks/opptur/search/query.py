"""A query against an index. `scripts/query.js` does the same, and a test compares the two.

Every word of the query is widened to the entries that may mean it, each with how sure that is. A document then counts
twice: for all its words together, and for the best line, where many of them stand close.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from opptur.search.analysis import tokens
from opptur.search.compounds import Splitter
from opptur.search.documents import FIELDS
from opptur.search.index import BEGINNINGS, Index, Ref, ranking
from opptur.search.spelling import nearest

LONGEST_QUERY = 300
MOST_WORDS = 24
MOST_COMPLETIONS = 24
MOST_SCANNED = 60
"""Words that are looked through for those that begin so."""
CUTS = 3
"""Letters that a half-typed word may have beyond a stem."""
COUNTED_LINES = 5
"""Lines of a document that count, the best ones; the rest add nothing."""
MOST_LINES = 3
MOST_HITS = 24
SHOWN_ANYWAY = 3
"""Documents that are shown however little they are worth beside the first."""
SHORT_PART = 3
"""Letters of the first part of a compound that may as well be chance: a typing error is thought of too."""
WHOLE_WORD = 12
"""Letters from which a last word is not thought half-typed if the index knows it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One word of the query, or two that stand together, with the entries they may mean and how sure each is."""

    matches: dict[str, float]
    covers: tuple[int, ...]
    """Which words of the query, by number."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document with its score and its best lines by number, the best first; none when the words stand in the body only."""

    doc: int
    score: float
    lines: tuple[int, ...]


class Search:
    """One query, taken apart."""

    def __init__(self, index: Index, text: str) -> None:
        self.index = index
        self.own = index.analyzers[index.lang]
        self.others = [analyzer for lang, analyzer in index.analyzers.items() if lang != index.lang]
        words = tokens(text[:LONGEST_QUERY])[:MOST_WORDS]
        telling = [number for number, word in enumerate(words) if not any(word in one.stop for one in (self.own, *self.others))]
        self.half_typed = len(words) - 1 if words and not text[-1:].isspace() else -1
        self.numbers = telling or list(range(len(words)))
        self.words = [words[number] for number in self.numbers]
        self.splitter = Splitter(self.own, self._is_word)
        self.units = [*self._single(), *self._pairs()]
        self.kinds: list[float] = [ranking()["lines"][field] for field in FIELDS]

    def _is_word(self, key: str) -> bool:
        entry = self.index.entries.get(key)
        return bool(entry and entry.postings)

    def _single(self) -> Iterator[Unit]:
        for place, word in enumerate(self.words):
            yield Unit(self._widen(word, half_typed=self.numbers[place] == self.half_typed), (place,))

    def _pairs(self) -> Iterator[Unit]:
        """Two words that a group knows together, or that are one compound written apart."""
        weights = ranking()
        for place, (first, second) in enumerate(zip(self.words, self.words[1:], strict=False)):
            matches: dict[str, float] = {}
            for analyzer in (self.own, *self.others):
                pair = f"{self._base(analyzer.key(first))} {self._base(analyzer.key(second))}"
                self._add(matches, pair, weights["exact"])
                self._add_groups(matches, pair, weights["synonym"])
            for link in ("", *self.own.table["links"]):
                self._add(matches, self.own.key(first + link + second), weights["joined"])
            if matches:
                yield Unit(matches, (place, place + 1))

    def _base(self, key: str) -> str:
        entry = self.index.entries.get(key)
        return entry.bases[0] if entry and entry.bases else key

    def _add(self, matches: dict[str, float], key: str, weight: float) -> None:
        if self._is_word(key) and matches.get(key, 0.0) < weight:
            matches[key] = weight

    def _add_groups(self, matches: dict[str, float], key: str, weight: float) -> None:
        entry = self.index.entries.get(key)
        for group in entry.groups if entry else ():
            self._add(matches, group, weight)

    def _widen(self, word: str, *, half_typed: bool) -> dict[str, float]:
        """The entries that a word may mean."""
        weights, matches = ranking(), dict[str, float]()
        keys = self._keys(word)
        for key, sure in keys.items():
            self._add(matches, key, sure)
            entry = self.index.entries.get(key)
            for base in entry.bases if entry else ():
                self._add(matches, base, sure * weights["form"])
        known = bool(matches)
        for key, sure in keys.items():
            for base in dict.fromkeys((key, self._base(key))):
                self._add_groups(matches, base, sure * weights["synonym"])
        if (half_typed and len(word) < WHOLE_WORD) or not known:
            known |= self._complete(matches, self.own.fold(word), cut=half_typed and not known)
        if not known and not matches:
            for part in next((parts for key in keys if (parts := self.splitter.split(key))), ()):
                self._add(matches, part, weights["split"])
        if not known and all(len(match) <= SHORT_PART for match in list(matches)[:1]):
            self._mend(matches, word, keys)
        return matches

    def _keys(self, word: str) -> dict[str, float]:
        """The keys of a word in every language and spelling, with how sure each is."""
        weights, found = ranking(), dict[str, float]()
        for analyzer in (self.own, *self.others):
            sure = weights["exact"] if analyzer is self.own else weights["other_language"]
            for spelling, less in ((word, 1.0), (analyzer.spelled(word), weights["spelled"])):
                found.setdefault(analyzer.key(spelling), sure * less)
        return found

    def _complete(self, matches: dict[str, float], start: str, *, cut: bool) -> bool:
        """Words that begin so. Whether there were any."""
        weight, before = ranking()["prefix"], len(matches)
        if len(start) <= BEGINNINGS:
            self._add(matches, f"{start}*", weight)
            return len(matches) > before
        for less in range(1, CUTS + 1) if cut else ():
            if len(start) - less > BEGINNINGS:
                self._add(matches, start[:-less], weight)
        begun = islice(self.index.starting(start), MOST_SCANNED)
        for key in sorted(begun, key=lambda key: (-self.index.entries[key].mass, key))[:MOST_COMPLETIONS]:
            self._add(matches, key, weight * max(0.5, len(start) / len(key)))
        return len(matches) > before

    def _mend(self, matches: dict[str, float], word: str, keys: Sequence[str] | dict[str, float]) -> None:
        """Words that may have been meant, when the index knows nothing like what was typed."""
        weights, typed = ranking(), self.own.fold(word)
        for key in keys:
            for other, errors in nearest(key, typed, self.index.spellings):
                self._add(matches, other, weights["near"] if errors < 2 else weights["far"])
        if not matches:
            for key in keys:
                for part in self.splitter.mended(key, self.index.spellings):
                    self._add(matches, part, weights["split"] * weights["near"])

    def hits(self) -> list[Hit]:
        """Every document that any word leads to and that is worth showing, best first."""
        docs = self._documents()
        hits = sorted(self._scored(docs, docs.keys()), key=lambda hit: (-hit.score, hit.doc))[:MOST_HITS]
        least = hits[0].score * ranking()["relevant"] if hits else 0.0
        return [hit for number, hit in enumerate(hits) if number < SHOWN_ANYWAY or hit.score >= least]

    def is_among(self, doc: int, most: int) -> bool:
        """Whether a document is among the first so many.

        For a check of thousands of queries: only those are scored that could be worth more, if all their words stood
        together on one line of the best kind.
        """
        docs, best_kind = self._documents(), max(self.kinds) * ranking()["line"] * ranking()["whole_line"]
        own = next(self._scored(docs, {doc}), None)
        if own is None:
            return False
        rivals = {other for other, found in docs.items() if sum(found) + best_kind * sum(self.on_lines[other]) >= own.score}
        better = (hit for hit in self._scored(docs, rivals) if (-hit.score, hit.doc) < (-own.score, doc))
        return len(list(islice(better, most))) < most

    def _documents(self) -> dict[int, list[float]]:
        """For each document how much each word of the query counts there; beside it, in `on_lines`, how much on any line."""
        count = len(self.words)
        docs: dict[int, list[float]] = defaultdict(lambda: [0.0] * count)
        self.on_lines: dict[int, list[float]] = defaultdict(lambda: [0.0] * count)
        self.sure = [0.0] * count
        for key, covers, value in self._worth():
            if len(covers) == 1:
                self.sure[covers[0]] = max(self.sure[covers[0]], value)
            for doc, impact, refs in self.index.entries[key].postings:
                _raise(docs[doc], covers, value * impact / 15)
                if refs:
                    _raise(self.on_lines[doc], covers, value)
        for unit in self.units:
            if not unit.matches:
                self.sure[unit.covers[0]] = ranking()["half"] * math.log(1 + len(self.index.documents))
        return docs

    def _worth(self) -> Iterator[tuple[str, tuple[int, ...], float]]:
        """Each entry that the query may mean, the words that it covers, and what it is worth."""
        together = ranking()["phrase"]
        for unit in self.units:
            for key, weight in unit.matches.items():
                yield key, unit.covers, weight * self.rarity(key) * (together if len(unit.covers) > 1 else 1.0)

    def _scored(self, docs: dict[int, list[float]], wanted: Collection[int]) -> Iterator[Hit]:
        """Each wanted document with its score and its best lines."""
        lines: dict[int, dict[Ref, list[float]]] = {doc: {} for doc in wanted if doc in docs}
        count = len(self.words)
        for key, covers, value in self._worth():
            for doc, _, refs in self.index.entries[key].postings:
                if doc in lines:
                    its = lines[doc]
                    for ref in refs:
                        _raise(its.setdefault(ref, [0.0] * count), covers, value)
        weights, whole = ranking(), sum(self.sure) or 1.0
        for doc, its in lines.items():
            best = sorted((-self._line_value(found, ref, whole), ref.line) for ref, found in its.items())[:COUNTED_LINES]
            found = docs[doc]
            score = sum(found) * (1 - weights["query_cover"] + weights["query_cover"] * self._covered(found) / whole)
            score += weights["line"] * -best[0][0] if best else 0.0
            score += weights["more_lines"] * -sum(value for value, _ in best[1:])
            yield Hit(doc, math.floor(score * 1e6 + 0.5) / 1e6, tuple(line for _, line in best[:MOST_LINES]))

    def _covered(self, found: list[float]) -> float:
        """How much of the query was found, by how much each of its words tells."""
        return sum(sure for sure, value in zip(self.sure, found, strict=True) if value)

    def _line_value(self, found: list[float], ref: Ref, whole: float) -> float:
        """What a line is worth: its kind, how much of the query it holds, and how little else."""
        cover, covered = ranking()["line_cover"], self._covered(found) / whole
        filled = min(1.0, sum(1 for value in found if value) / ref.length)
        exact = ranking()["whole_line"] if filled == 1 and all(found) else 1.0
        return float(exact * self.kinds[ref.field] * sum(found) * math.sqrt(covered) * (1 - cover + cover * filled))

    def rarity(self, key: str) -> float:
        """How much a word tells: it counts little when it stands everywhere."""
        weights = ranking()
        return math.log(1 + (len(self.index.documents) + 1) / (self.index.entries[key].mass / 16 + weights["half"]))


def _raise(values: list[float], places: Sequence[int], value: float) -> None:
    for place in places:
        values[place] = max(values[place], value)
