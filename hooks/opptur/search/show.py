"""What `opptur search` prints: a ranking with its reasons, or a table of scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from opptur.search.documents import Line
from opptur.search.evaluate import Asked, scores
from opptur.search.explain import is_plain, reasons
from opptur.search.index import Index
from opptur.search.query import Hit, Search

SHOWN = 8

FIELD_NAMES = {
    "title": {"nb": "tittel", "en": "title"},
    "term": {"nb": "søkeord", "en": "search term"},
    "summary": {"nb": "kort sagt", "en": "summary"},
    "signal": {"nb": "kjennetegn", "en": "signal"},
    "question": {"nb": "spørsmål", "en": "question"},
    "card": {"nb": "kortet", "en": "card"},
    "step": {"nb": "steg", "en": "step"},
    "message": {"nb": "melding", "en": "message"},
    "guard": {"nb": "innvending", "en": "objection"},
    "heading": {"nb": "overskrift", "en": "heading"},
}
SAYS = {
    "nothing": {"nb": "Ingenting passer. Legg ordene til som søkeord i spillet de hører til.", "en": "Nothing matches. Add the words as search terms to the play that they belong to."},
    "body": {"nb": "ordene står spredt i teksten", "en": "the words stand apart in the text"},
    "unknown": {"nb": "Ukjente ord", "en": "Unknown words"},
    "all": {"nb": "alle", "en": "all"},
    "missed": {"nb": "Ikke blant de tre første", "en": "Not among the first three"},
    "none": {"nb": "ikke funnet", "en": "not found"},
}  # fmt: skip


def ranking_text(index: Index, query: str, lang: str) -> str:
    """The best documents for a query, each with the line that matched and why."""
    search = Search(index, query)
    hits = search.hits()[:SHOWN]
    lines = [line for number, hit in enumerate(hits, 1) for line in _hit_lines(search, number, hit, lang)]
    if unknown := [search.words[unit.covers[0]] for unit in search.units if not unit.matches]:
        lines.append(f"{SAYS['unknown'][lang]}: {', '.join(unknown)}")
    return "\n".join(lines if hits else [SAYS["nothing"][lang], *lines]) + "\n"


def _hit_lines(search: Search, number: int, hit: Hit, lang: str) -> Iterator[str]:
    document = search.index.documents[hit.doc]
    yield f"{number:>2}  {document.title} ({document.id})  {hit.score:.1f}"
    for at in hit.lines[:1]:
        line = document.lines[at]
        yield f"    {FIELD_NAMES[line.field][lang]}: {line.text}"
        if why := ", ".join(f"{meant} ~ {word}" for meant, word in dict.fromkeys(_reasons(search, line))):
            yield f"    {why}"
    if not hit.lines:
        yield f"    {SAYS['body'][lang]}"


def _reasons(search: Search, line: Line) -> Iterator[tuple[str, str]]:
    return (pair for pair in reasons(search, line) if not is_plain(search, *pair))


def scores_text(queries: Iterable[Asked], lang: str) -> str:
    """A table of scores, then the queries whose play is not among the first three."""
    asked = list(queries)
    rows = [(name or SAYS["all"][lang], score) for name, score in scores(asked).items()]
    width = max(len(name) for name, _ in rows)
    table = [f"{'':<{width}} {'n':>5} {'@1':>6} {'@3':>6} {'MRR':>6}"]
    table += [f"{name:<{width}} {one.count:>5} {one.first:>6.1%} {one.three:>6.1%} {one.reciprocal:>6.3f}" for name, one in rows]
    missed = [one for one in asked if not 0 < one.rank <= 3]
    told = [
        f"  {one.lang}  {one.query}  → {'/'.join(one.expected)}: {one.rank or SAYS['none'][lang]} ({', '.join(one.found[:3])})"
        for one in missed
    ]
    return "\n".join([*table, "", f"{SAYS['missed'][lang]}: {len(missed)}", *told]) + "\n"
