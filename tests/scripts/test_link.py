"""A case in a link: all of it, and nothing that was not one."""

from __future__ import annotations

import base64
import json
import random
import re
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.scripts.examples import BROKEN, CASES, JSON, SPOILT, many, tries
from tests.scripts.page import Scripts
from tests.scripts.shape import is_case

pytestmark = pytest.mark.browser
MARK = "#case=1."
THERE = """async (value) => {
  const one = m.record.clean(value);
  const fragment = await m.link.toFragment(one);
  return [one, fragment, await m.link.fromFragment(fragment), new URL(fragment, location.href).hash];
}"""
BACK = "(fragment) => m.link.fromFragment(fragment)"


def fragment(raw: bytes) -> str:
    """A link that holds these bytes, made as the script makes it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return MARK + base64.urlsafe_b64encode(packer.compress(raw) + packer.flush()).decode().rstrip("=")


def unpacked(text: str) -> Any:
    """What a link holds, read without the script."""
    packed = base64.urlsafe_b64decode(text.removeprefix(MARK) + "=" * (-len(text.removeprefix(MARK)) % 4))
    return json.loads(zlib.decompress(packed, -15))


@tries(50)
@given(examples=many(CASES))
def test_a_case_comes_out_of_a_link_as_it_went_in(scripts: Scripts, examples: list[dict[str, Any]]) -> None:
    """Every text survives, hostile or not, in an address of letters that no program changes on the way."""
    for one, link, back, address in scripts.each(THERE, examples):
        assert back == one == unpacked(link)
        assert re.fullmatch(r"#case=1\.[A-Za-z0-9_-]+", link)
        assert address == link


@tries(50)
@given(examples=many(st.one_of(CASES, SPOILT, JSON)))
def test_a_link_that_others_made_gives_a_clean_case_or_none(scripts: Scripts, examples: list[Any]) -> None:
    """Whatever stands in a link of our kind, what comes out is a case in its exact shape or nothing."""
    links = [fragment(json.dumps(value).encode()) for value in examples]
    for expected, found in zip(scripts.each("(value) => m.record.clean(value)", examples), scripts.each(BACK, links), strict=True):
        assert found == expected
        assert found is None or is_case(found)


def _mutant(link: str, place: float, kind: str, other: str) -> str:
    at = round(place * len(link))
    cut = {
        "cut": link[:at],
        "put": link[:at] + other + link[at:],
        "lose": link[:at] + link[at + 1 :],
        "tail": link + other,
        "head": link[at:],
    }
    return cut.get(kind, link[:at] + other + link[at + len(other) :])


OTHERS = st.one_of(st.text("ABCabc019-_=.#%+/ ", min_size=1, max_size=4), BROKEN)
LINKS = CASES.map(lambda case: fragment(json.dumps(case).encode()))
MUTANTS = st.builds(_mutant, LINKS, st.floats(0, 1), st.sampled_from(["cut", "put", "lose", "tail", "head", "over"]), OTHERS)
NOISE = st.one_of(
    BROKEN,
    BROKEN.map(lambda text: MARK + text),
    st.binary(max_size=60).map(fragment),
    st.text("ABCabc019-_", max_size=60).map(lambda text: MARK + text),
)


@tries(100)
@given(links=many(st.one_of(MUTANTS, NOISE)))
def test_a_damaged_link_is_no_case(scripts: Scripts, links: list[str]) -> None:
    """Cut off, changed, lengthened or made up: it gives a case in its exact shape or nothing, and never fails."""
    for found in scripts.each(BACK, links):
        assert found is None or is_case(found)


def test_a_link_that_was_cut_off_is_no_case(scripts: Scripts) -> None:
    """No beginning of a link is taken for the whole."""
    case = {"v": 1, "id": "abcd1234", "play": "a", "family": "b", "found": 5, "customer": "Østli & Sønn 😀", "fields": {"item": "x" * 40}}
    link = fragment(json.dumps(case).encode())
    found = scripts.each(BACK, [link[:end] for end in range(len(link) + 1)])
    assert found[-1]["customer"] == case["customer"]
    assert set(map(str, found[:-1])) == {"None"}


def test_a_link_with_broken_letters_is_no_case(scripts: Scripts) -> None:
    """Bytes that are no UTF-8 are not guessed at."""
    case = json.dumps({"v": 1, "id": "abcd1234", "play": "a", "family": "b", "found": 5, "customer": "AB"}).encode()
    found = scripts.each(BACK, [fragment(case.replace(b"AB", raw)) for raw in (b"AB", b"\xc3\xa5", b"\xe5", b"\xed\xa0\xbd", b"\xff\xfe")])
    assert [one and one["customer"] for one in found] == ["AB", "å", None, None, None]


def largest() -> dict[str, Any]:
    """A case with as much in it as there is room for, in letters that cannot be packed well."""
    chance = random.Random(1)  # noqa: S311 - examples, no secrets

    def text(size: int) -> str:
        return "".join(chr(chance.randrange(0x1000, 0xD7FF)) for _ in range(size))

    names = [f"{'f' * 76}{number:04}" for number in range(80)]
    return {
        "v": 1, "id": "abcd1234", "play": "a" * 80, "family": "b" * 80, **{part: text(120) for part in ("customer", "contact", "phone", "email")},
        "found": 10**8 - 1, "level": 4, "repeat": True, "fields": {name: text(500) for name in names}, "gates": dict.fromkeys(names, "yes"),
        "done": {f"a/{'s' * 74}{number:04}": 10**8 - 1 for number in range(80)}, "log": [[10**8 - 1, "promised", text(1000)] for _ in range(300)],
        "next": 10**8 - 1, "fixed": 10**8 - 1, "closed": 10**8 - 1, "created": 10**8 - 1, "changed": 10**8 - 1,
    }  # fmt: skip


def test_the_largest_case_there_can_be_fits_in_a_link(scripts: Scripts) -> None:
    """A case that is full to its limits comes out as it went in: a link that is made can be opened."""
    case = largest()
    one, _, back, _ = scripts.one(THERE, case)
    assert one == case
    assert back == one


def as_much_as_fits() -> str:
    """A link as long as a link may be, which unpacks to a thousand times as much: 750 megabytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(b" " * 10**6) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = first * (820_000 // len(first))
    return MARK + base64.urlsafe_b64encode(packed + packer.flush()).decode().rstrip("=")


BOMBS = {
    "as much as fits": as_much_as_fits(),
    "a text": fragment(b'{"v":1,"id":"' + b"a" * 20_000_000 + b'"}'),
    "lists": fragment(b"[" * 5_000_000),
    "a little too much": fragment(b" " * 1_200_000),
}


@pytest.mark.parametrize("link", BOMBS.values(), ids=BOMBS)
def test_a_small_link_that_unpacks_to_megabytes_is_refused(scripts: Scripts, link: str) -> None:
    """What would be larger than any case is no case."""
    assert scripts.one(BACK, link) is None


def test_a_link_that_is_too_long_is_not_even_read(scripts: Scripts) -> None:
    """Megabytes behind the hash are refused before they are unpacked."""
    assert scripts.one("(size) => m.link.fromFragment('#case=1.' + 'A'.repeat(size))", 50_000_000) is None


def test_only_our_own_mark_is_a_case(scripts: Scripts) -> None:
    """Other fragments of a page are left alone."""
    others = ["", "#", "#steps", "#case", "#case=1", "#case=2.abc", "#xcase=1.abc", "case=1.abc"]
    assert scripts.each(BACK, others) == [None] * len(others)
