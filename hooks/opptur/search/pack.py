"""An index to files that a browser fetches a few of.

`root.json` is the head, `t/` holds words, `h/` what a result shows of so many documents, `d/` the lines of each document,
which are fetched once the result is on the screen.

Numbers are varints: seven bits a byte, lowest first, the eighth bit set on all but the last. A shard is a row of
entries in the order of their keys, as UTF-8 bytes:

    letters shared with the key before, further letters, the letters · mass
    length and text of what it belongs to: bases, groups and members, each list joined by ";", the three joined by "|"
    number of postings · of each: documents since the one before, impact, number of lines
    of each line: lines since the one before, field * 8 + length - 1

`scripts/shards.js` reads it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from opptur.search.analysis import Analyzer
from opptur.search.documents import FIELDS, Document
from opptur.search.index import Entry, Index, Posting, ranking

SHARD = 4000
"""Bytes from which a shard is full."""
HEADS = 32
"""Documents whose heads lie in one file."""


def files(index: Index, fallback: Sequence[int]) -> Iterator[tuple[str, bytes]]:
    """Every file of an index, by its path below `search/<lang>/`. `fallback` are the documents to show when nothing is found."""
    shards = list(_shards(index.entries))
    for number, (_, content) in enumerate(shards):
        yield f"t/{number}.bin", content
    for number, start in enumerate(range(0, len(index.documents), HEADS)):
        yield f"h/{number}.json", _json([head(document) for document in index.documents[start : start + HEADS]])
    for number, document in enumerate(index.documents):
        yield f"d/{number}.json", _json([[FIELDS.index(line.field), line.text, line.anchor] for line in document.lines])
    yield "spellings.txt", "\n".join(index.spellings).encode()
    yield "root.json", _json(_root(index, [first for first, _ in shards], fallback))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _root(index: Index, firsts: Sequence[str], fallback: Sequence[int]) -> dict[str, Any]:
    return {
        "lang": index.lang, "count": len(index.documents), "plays": sum(document.kind == "play" for document in index.documents), "shards": firsts, "heads": HEADS, "fallback": list(fallback), "fields": FIELDS,
        "ranking": ranking(), "languages": {lang: _table(analyzer) for lang, analyzer in index.analyzers.items()},
    }  # fmt: skip


def _table(analyzer: Analyzer) -> dict[str, Any]:
    return {**analyzer.table, "folds": [[chr(before), after] for before, after in analyzer.table["folds"].items()]}


def head(document: Document) -> dict[str, Any]:
    """A document as a result names it."""
    return {"kind": document.kind, "id": document.id, "title": document.title, "url": document.url, **document.shown}


def _shards(entries: Mapping[str, Entry]) -> Iterator[tuple[str, bytes]]:
    """The first key and the bytes of each shard."""
    first, before, content = "", b"", bytearray()
    for key, entry in entries.items():
        packed = _entry(entry)
        if content and len(content) + len(packed) > SHARD:
            yield first, bytes(content)
            before, content = b"", bytearray()
        raw = key.encode()
        first = first if content else key
        shared = next((at for at, (one, other) in enumerate(zip(raw, before, strict=False)) if one != other), min(len(raw), len(before)))
        content += bytes((shared, len(raw) - shared)) + raw[shared:] + packed
        before = raw
    if content:
        yield first, bytes(content)


def _entry(entry: Entry) -> bytes:
    belongs = "|".join(";".join(names) for names in (entry.bases, entry.groups, entry.members)).encode()
    belongs = b"" if belongs == b"||" else belongs
    packed = bytearray(varint(entry.mass) + varint(len(belongs)) + belongs + varint(len(entry.postings)))
    last = -1
    for posting in entry.postings:
        packed += varint(posting.doc - last - 1) + _posting(posting)
        last = posting.doc
    return bytes(packed)


def _posting(posting: Posting) -> bytes:
    packed, last = bytearray((posting.impact,)) + varint(len(posting.refs)), -1
    for ref in posting.refs:
        packed += varint(ref.line - last - 1) + bytes((ref.field * 8 + ref.length - 1,))
        last = ref.line
    return bytes(packed)


def varint(number: int) -> bytes:
    """Seven bits a byte, lowest first."""
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    return bytes([*found, number])
