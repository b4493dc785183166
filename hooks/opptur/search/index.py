"""Documents to an index: for each word, where it stands and how much it counts there.

What one document brings (`contribution`) depends on that document, the vocabulary and the tables alone, so it can be
kept from build to build. `merge` joins the contributions and adds what needs all words: parts of compounds, groups of
synonyms, beginnings of words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from opptur.load.packaged import packaged
from opptur.search.analysis import Analyzer
from opptur.search.compounds import Splitter
from opptur.search.documents import FIELDS, Document, Line
from opptur.search.relations import Relations
from opptur.search.spelling import SHORT

MOST = 15
"""The impact of full marks."""
LONGEST_LINE = 8
"""Lines of more words count as this long."""
BEGINNINGS = 3
"""Letters up to which the beginnings of words are looked up ready-made."""
MOST_SPELLINGS = 8000
"""Words that a misspelt word is compared with."""
MOST_REFS = 30
"""Lines of a document that are kept for a word: the telling ones."""
KEPT = 400
"""Documents that are kept for a word, the best ones; those that count most for it are found however many there are."""


class Ref(NamedTuple):
    """A line in which a word stands: its number in the document, its kind as an index in `FIELDS`, and its length in words."""

    line: int
    field: int
    length: int


class Posting(NamedTuple):
    """A document in which a word stands, how much it counts there (1 to 15), and the lines."""

    doc: int
    impact: int
    refs: tuple[Ref, ...]


Contribution = Mapping[str, tuple[int, tuple[Ref, ...]]]
"""What one document brings: impact and lines by key."""


@dataclass(slots=True)
class Entry:
    """A word of the index. `mass` is in how many documents it counts, in sixteenths: small for a telling word."""

    postings: list[Posting]
    mass: int = 0
    bases: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    """Of a group: its words."""


@dataclass(frozen=True)
class Index:
    """The index of one language of the handbook."""

    lang: str
    documents: Sequence[Document]
    analyzers: Mapping[str, Analyzer]
    entries: Mapping[str, Entry]
    keys: Sequence[str] = field(default=())
    """Every key in order."""
    spellings: Sequence[str] = field(default=())
    """The keys that a misspelt word is compared with."""

    def starting(self, prefix: str) -> Iterator[str]:
        """The keys that begin so, in order; keys of two words aside."""
        at = bisect_left(self.keys, prefix)
        while at < len(self.keys) and self.keys[at].startswith(prefix):
            if " " not in self.keys[at]:
                yield self.keys[at]
            at += 1


@cache
def ranking() -> Mapping[str, Any]:
    """The numbers of `ranking.yml`."""
    return {key: _number(value) for key, value in packaged("search/ranking.yml").items()}


def _number(value: Any) -> Any:
    return {key: float(inner) for key, inner in value.items()} if isinstance(value, Mapping) else float(value)


HEAD = ("summary", "signal", "question", "card", "heading")


def contribution(document: Document, relations: Relations) -> Contribution:
    """Every key of a document with how much it counts and the lines that it stands in."""
    foreign_share = ranking()["index"]["foreign"]
    counts: dict[str, dict[str, float]] = {name: defaultdict(float) for name in ("title", "term", "head", "body")}
    refs: dict[str, list[Ref]] = defaultdict(list)
    for number, line in enumerate(document.lines):
        ref = Ref(number, FIELDS.index(line.field), max(1, min(LONGEST_LINE, relations.length(document.lang, line.text))))
        for key in dict.fromkeys(relations.keys(document.lang, line.text)):
            counts[_counted_as(line)][key] += 1
            refs[key].append(ref)
    for lang, line in document.foreign:
        for key in dict.fromkeys(relations.keys(lang, line.text)):
            counts[_counted_as(line)][key] += foreign_share
    for key, count in Counter(relations.keys(document.lang, document.body)).items():
        counts["body"][key] += count
    title, term, head, body = counts.values()
    found = {}
    for key in dict.fromkeys((*title, *term, *head, *body)):
        impact = _impact(title.get(key, 0), term.get(key, 0), head.get(key, 0), body.get(key, 0))
        if impact or key in refs:
            found[key] = (max(1, impact), tuple(refs[key]) if key in refs else ())
    return found


def _counted_as(line: Line) -> str:
    return line.field if line.field in ("title", "term") else "head" if line.field in HEAD else "body"


def _impact(title: float, term: float, head: float, body: float) -> int:
    """How much a word counts in a document. Each field has had enough on its own, so that a long body drowns no title."""
    weights = ranking()["index"]
    value = (
        weights["title"] * min(1, title)
        + weights["term"] * term / (term + weights["term_half"])
        + weights["head"] * head / (head + 1)
        + weights["body"] * body / (body + weights["body_half"])
    )
    scaled = value * MOST / weights["full"]
    return 0 if scaled < weights["least"] else max(1, min(MOST, int(scaled + 0.5)))


def merge(lang: str, documents: Sequence[Document], contributions: Sequence[Contribution], relations: Relations) -> Index:
    """All contributions in one index."""
    postings: dict[str, list[Posting]] = defaultdict(list)
    for number, found in enumerate(contributions):
        for key, (impact, refs) in found.items():
            postings[key].append(Posting(number, impact, refs))
    beginnings = _beginnings(postings)
    for part, derived in _parts(postings, relations).items():
        postings[part] = joined([*postings.get(part, ()), *derived])
    entries = {key: Entry(found) for key, found in postings.items()}
    _add_bases(entries, relations)
    _add_groups(entries, relations)
    entries |= {key: Entry(found) for key, found in beginnings.items()}
    for entry in entries.values():
        entry.mass = mass(entry.postings)
        entry.postings = _best(entry.postings)
    keys = sorted(entries, key=str.encode)
    return Index(lang, documents, relations.analyzers, {key: entries[key] for key in keys}, keys, _spellings(postings))


def _add_bases(entries: dict[str, Entry], relations: Relations) -> None:
    """Say of each irregular form which word of the index it belongs to."""
    for bases in relations.bases.values():
        for key, base in bases.items():
            if base in entries and entries[base].postings:
                entry = entries.setdefault(key, Entry([]))
                entry.bases = (*entry.bases, base)


def _add_groups(entries: dict[str, Entry], relations: Relations) -> None:
    """An entry for each group of synonyms with all that its words lead to, and in each word's entry the groups that it is in."""
    for group, members in relations.groups.items():
        known = tuple(member for member in members if member in entries and entries[member].postings)
        if known:
            entries[f"={group}"] = Entry(joined(posting for member in known for posting in entries[member].postings), members=known)
            for member in members:
                entry = entries.setdefault(member, Entry([]))
                entry.groups = (*entry.groups, f"={group}")


def _spellings(postings: Mapping[str, list[Posting]]) -> list[str]:
    """Words that stand in a line of some document, the most used ones first."""
    lines = {key: sum(len(posting.refs) for posting in its) for key, its in postings.items() if len(key) >= SHORT and key.isalpha()}
    return sorted((key for key, count in lines.items() if count), key=lambda key: (-lines[key], key))[:MOST_SPELLINGS]


def mass(postings: Sequence[Posting]) -> int:
    """In how many documents a word counts, in sixteenths. One mention in passing is hardly any."""
    fullest = max((posting.impact for posting in postings), default=0)
    return round(16 * sum(posting.impact for posting in postings) / max(fullest, 6))


def _best(postings: list[Posting]) -> list[Posting]:
    best = sorted(postings, key=lambda posting: (-posting.impact, posting.doc))[:KEPT]
    return [Posting(doc, impact, _telling(refs)) for doc, impact, refs in sorted(best)]


def _telling(refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """The lines that are kept: those of the weightiest kind, and of these the shortest."""
    weights = ranking()["lines"]
    best = sorted(refs, key=lambda ref: (-weights[FIELDS[ref.field]], ref.length, ref.line)) if len(refs) > MOST_REFS else refs
    return tuple(sorted(best[:MOST_REFS]))


def joined(postings: Iterable[Posting]) -> list[Posting]:
    """One posting for each document: the highest impact and all lines."""
    by_doc: dict[int, tuple[int, tuple[Ref, ...]]] = {}
    for doc, impact, refs in postings:
        had = by_doc.get(doc)
        by_doc[doc] = (max(impact, had[0]), tuple(sorted({*had[1], *refs}))) if had else (impact, refs)
    return [Posting(doc, *by_doc[doc]) for doc in sorted(by_doc)]


def _parts(postings: Mapping[str, list[Posting]], relations: Relations) -> dict[str, list[Posting]]:
    """What compounds bring to their parts: `mottaker` finds a line with `fakturamottaker`."""
    share = ranking()["index"]["part"]
    found: dict[str, list[Posting]] = defaultdict(list)
    splitters = [Splitter(analyzer, postings.__contains__) for analyzer in relations.analyzers.values() if analyzer.table["links"]]
    for key in sorted(postings):
        for part in next((parts for splitter in splitters if (parts := splitter.split(key))), ()):
            found[part] += [Posting(doc, max(1, int(impact * share + 0.5)), refs) for doc, impact, refs in postings[key]]
    return found


def _beginnings(postings: Mapping[str, list[Posting]]) -> dict[str, list[Posting]]:
    """One to three letters, ready to be looked up: the plays with a title or a search term that begins so."""
    found: dict[str, list[Posting]] = defaultdict(list)
    wanted = (FIELDS.index("title"), FIELDS.index("term"))
    for key, its in postings.items():
        shown = [
            Posting(doc, MOST if refs[0].field == wanted[0] else max(1, impact // 2), refs[:1])
            for doc, impact, refs in its
            if refs and refs[0].field in wanted and " " not in key
        ]
        for length in range(1, BEGINNINGS + 1) if shown else ():
            if len(key) >= length:
                found[f"{key[:length]}*"] += shown
    return {key: joined(its) for key, its in found.items()}
