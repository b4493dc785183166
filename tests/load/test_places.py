"""Every value's place points at that value in the file, and every problem's place lies in the file."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from opptur.load import Document, parse
from opptur.load.document import Value
from opptur.problems import Path
from opptur.problems.styles import STYLES

KEYS = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
WORDS = st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters="\xa0\u2007\u202f"), min_size=1, max_size=20)
VALUES = st.recursive(
    WORDS,
    lambda inner: st.one_of(st.lists(inner, min_size=1, max_size=4).map(tuple), st.dictionaries(KEYS, inner, min_size=1, max_size=4)),
    max_leaves=20,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=5)
SCRAPS = st.lists(
    st.one_of(
        st.sampled_from(
            [": ", "- ", "\n", "\n  ", "#", " #", "'", '"', "{", "[", "]", "&a", "*", "!", "%", "|", "> ", "? ", "---\n", "\\"]
        ),
        WORDS,
    ),
    max_size=12,
)


def written(value: Value, depth: int) -> str:
    """A value as YAML, every text in double quotes."""
    if isinstance(value, str):
        return f" {json.dumps(value, ensure_ascii=False)}\n"
    pad = "  " * depth
    if isinstance(value, dict):
        return "\n" + "".join(f"{pad}{key}:{written(child, depth + 1)}" for key, child in value.items())
    return "\n" + "".join(f"{pad}-{written(child, depth + 1)}" for child in value)


def leaves(value: Value, path: Path = ()) -> list[tuple[Path, str]]:
    """Every text in a value, with its path."""
    if isinstance(value, str):
        return [(path, value)]
    children = value.items() if isinstance(value, dict) else enumerate(value)
    return [leaf for step, child in children for leaf in leaves(child, (*path, step))]


@given(DOCUMENTS)
def test_a_place_points_at_its_value(data: dict[str, Value]) -> None:
    """Whatever is nested in whatever: cutting the file at a value's place gives the value, at its key the key."""
    found = parse(written(data, 0).lstrip("\n").encode(), "x.yml")
    assert isinstance(found, Document), found[0].found("en")
    assert found.data == data
    for path, text in leaves(data):
        place = found.place(path)
        assert found.lines[place.line - 1][place.column - 1 : place.end_column - 1] == json.dumps(text, ensure_ascii=False)
        key = found.place(path, at_key=True)
        cut = found.lines[key.line - 1][key.column - 1 : key.end_column - 1]
        assert cut == path[-1] if isinstance(path[-1], str) else cut.startswith('"')


@given(SCRAPS)
def test_any_text_is_read_or_explained(scraps: list[str]) -> None:
    """Whatever stands in a file, it is read, or told why not: within the file, with its own line, in every style."""
    text = "".join(scraps)
    found = parse(text.encode(), "x.yml")
    if isinstance(found, Document):
        return
    assert found
    lines = text.split("\n")
    for problem in found:
        place = problem.place
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert place.end_column > place.column
        assert problem.lines[-1:] in ((), (lines[place.line - 1],))
    assert all(style(found, "nb") for style in STYLES.values())


def test_words_within_a_value_are_found() -> None:
    """A place can be narrowed to words, and to the second and third of equal ones, also in block text."""
    document = parse(b"body: |\n  ring {a} og {a}\n  og {a}\n", "x.yml")
    assert isinstance(document, Document)
    places = [document.place(("body",), match="{a}", nth=nth) for nth in range(3)]
    assert [(place.line, place.column, place.end_column) for place in places] == [(2, 8, 11), (2, 15, 18), (3, 6, 9)]


def test_what_is_missing_is_placed_at_what_lacks_it() -> None:
    """A path that leads nowhere is placed at the deepest key on the way."""
    document = parse(b"card:\n  call: Ring\n", "x.yml")
    assert isinstance(document, Document)
    place = document.place(("card", "say"))
    assert (place.line, place.column, place.end_column) == (1, 1, 5)
