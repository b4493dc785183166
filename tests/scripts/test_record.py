"""Live cases: what is kept of what comes from outside, and what becomes of a case when it changes."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.scripts.examples import BROKEN, CASES, COUNTS, EVENTS, GIVEN, JSON, SPOILT, STEPS, many, tries
from tests.scripts.page import Scripts
from tests.scripts.shape import is_case, kept, units

pytestmark = pytest.mark.browser
Case = dict[str, Any]
FEW = tries(50)
FROZEN = """(value) => {
  const frozen = (one) => (typeof one === "object" && one !== null ? (Object.values(one).forEach(frozen), Object.freeze(one)) : one);
  return (BODY)(frozen(value));
}"""


def frozen(body: str) -> str:
    """A function whose argument cannot be changed: it fails when somebody tries."""
    return FROZEN.replace("BODY", body)


@FEW
@given(examples=many(st.tuples(GIVEN, COUNTS)))
def test_a_new_case_keeps_what_was_said(scripts: Scripts, examples: list[tuple[Case, int]]) -> None:
    """Every value is there, cut to its length, with the moment of the start in its log, and cleaning it changes nothing."""
    found = scripts.each(
        frozen("([given, now]) => { const one = m.record.begin(given, now); return [one, m.record.clean(one)]; }"), examples
    )
    for (given_, now), (one, cleaned) in zip(examples, found, strict=True):
        assert is_case(one)
        assert cleaned == one
        texts = {name: kept(given_[name], 120) for name in ("customer", "contact", "phone", "email")}
        fields = {key: kept(raw, 500) for key, raw in given_["fields"].items()}
        rest: Case = {"done": {}, "gates": {}, "next": None, "fixed": None, "closed": None, "log": [[now, "started", ""]]}
        assert one == {"v": 1, **given_, **texts, **rest, "fields": fields, "created": now, "changed": now}


CLEANED = frozen("""(value) => {
  const once = m.record.clean(value);
  return [once, once && m.record.clean(once), Object.getPrototypeOf(once ?? {}) === Object.prototype, Object.keys(Object.prototype)];
}""")


@tries(100)
@given(examples=many(st.one_of(JSON, SPOILT, CASES)))
def test_anything_is_a_clean_case_or_none(scripts: Scripts, examples: list[Any]) -> None:
    """Whatever JSON comes in, a case in its exact shape comes out or nothing does; cleaning again changes nothing."""
    for once, twice, ordinary, added in scripts.each(CLEANED, examples):
        assert once is None or is_case(once)
        assert once == twice
        assert ordinary
        assert added == []


@FEW
@given(examples=many(CASES))
def test_a_case_in_good_shape_stays_as_it_is(scripts: Scripts, examples: list[Case]) -> None:
    """Of a case that was kept nothing is lost but what no text may hold."""
    for case, one in zip(examples, scripts.each("(value) => m.record.clean(value)", examples), strict=True):
        texts = {name: kept(case[name], 120) for name in ("customer", "contact", "phone", "email")}
        fields = {key: kept(raw, 500) for key, raw in case["fields"].items()}
        log = [[at, event, kept(text, 1000)] for at, event, text in case["log"]]
        assert one == {**case, **texts, "fields": fields, "log": log}


BAD_IDS: list[Any] = [
    12345678,
    ["abcd1234"],
    {"toString": 1},
    {"toString": None, "valueOf": {}},
    None,
    True,
    "abcd123",
    "abcd12345",
    "ABCD1234",
    "abcd1234\n",
    "",
]


@pytest.mark.parametrize("part", ["id", "play", "family"])
@pytest.mark.parametrize("value", BAD_IDS, ids=repr)
def test_a_case_without_a_name_is_none(scripts: Scripts, part: str, value: object) -> None:
    """Its own id, its play and its family are texts of their kinds, and not what could be made into one."""
    case = {"v": 1, "id": "abcd1234", "play": "late-delivery", "family": "delivery", "found": 29_000_000}
    assert is_case(scripts.one("(value) => m.record.clean(value)", case))
    if part == "id" or not isinstance(value, str) or not value or not value.islower() or value.endswith("\n"):
        assert scripts.one("(value) => m.record.clean(value)", {**case, part: value}) is None


SMALL: Case = {"v": 1, "id": "abcd1234", "play": "a", "family": "b", "found": 5}
NOT_MINUTES: list[Any] = [0, -1, 0.5, 10**8, "5", True, [5], {}]
NO_CASES: list[Case] = [
    *({**SMALL, "found": at} for at in [*NOT_MINUTES, None]),
    *({**SMALL, "v": version} for version in (0, 2, "1", True, None, [1])),
    *({**SMALL, part: name} for part in ("play", "family") for name in ("a" * 81, "a--b", "-a", "a-", "A", "æ", "1a", "a/b", "../a")),
]


def test_what_is_no_case_is_none(scripts: Scripts) -> None:
    """Another version, a moment outside our time or a name that is none: nothing of it is kept."""
    assert scripts.each("(value) => m.record.clean(value)", [SMALL, *NO_CASES])[1:] == [None] * len(NO_CASES)


LOST = {
    **dict.fromkeys(("next", "fixed", "closed", "created", "changed"), NOT_MINUTES),
    "level": [0, 5, -1, 1.5, "3", True, [3]], "repeat": [1, "yes", "true", [True], {}], "customer": [5, None, ["x"], {"toString": "x"}],
    "fields": [["x"], "x", 5, {"item": 5}, {"item": ["x"]}, {"Item": "x"}, {"k" * 81: "x"}, {"1a": "x"}],
    "done": [{"now/1": "5"}, {"now": 5}, {"now/1/2/3": 5}, {"now/1": 0}, {"s/" + "t" * 79: 5}, {"/1": 5}],
    "gates": [{"fault": True}, {"fault": "maybe"}, {"Fault": "yes"}], "log": [{}, "x", [5], [[5]], [[0, "note", "x"]], [["5", "note", "x"]], [[5, "x", "x"]]],
}  # fmt: skip


@pytest.mark.parametrize("part", LOST)
def test_a_part_of_another_kind_is_left_out(scripts: Scripts, part: str) -> None:
    """What a part cannot be is as if it had not been there, and the rest of the case is kept."""
    found = scripts.each("(value) => m.record.clean(value)", [SMALL, *({**SMALL, part: value} for value in LOST[part])])
    assert found == [found[0]] * len(found)
    assert is_case(found[0])


def test_hostile_names_change_nothing(scripts: Scripts) -> None:
    """Names that mean something to the language are left out at every level, and every other object is as before."""
    text = """{"v": 1, "id": "abcd1234", "play": "a", "family": "b", "found": 5, "__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}},
      "fields": {"__proto__": "x", "constructor": "x", "toString": "x", "item": "x"}, "done": {"__proto__": 5, "constructor": 5, "now/1": 5},
      "gates": {"__proto__": "yes", "constructor": "yes", "fault": "no"}, "log": [[5, "constructor", ""], [5, "__proto__", ""]], "extra": 1}"""
    one, polluted = scripts.one(
        "(text) => [m.record.clean(JSON.parse(text)), 'polluted' in {} || 'polluted' in m.record.clean(JSON.parse(text))]", text
    )
    assert is_case(one)
    assert not polluted
    assert (one["fields"], one["done"], one["gates"], one["log"]) == ({"item": "x"}, {"now/1": 5}, {"fault": "no"}, [])


@FEW
@given(examples=many(st.tuples(st.integers(110, 125), BROKEN)))
def test_a_text_that_is_too_long_is_cut_at_its_end(scripts: Scripts, examples: list[tuple[int, str]]) -> None:
    """What is left is the longest beginning that has room, and no letter is cut in two."""
    texts = ["a" * size + tail + "b" for size, tail in examples]
    for text, one in zip(
        texts, scripts.each("(value) => m.record.clean(value)", [{**SMALL, "customer": text} for text in texts]), strict=True
    ):
        assert one["customer"] == kept(text, 120)
        assert units(one["customer"]) >= 119 or one["customer"] == kept(text, 1000)


def test_a_case_that_is_too_large_is_cut(scripts: Scripts) -> None:
    """The first eighty fields, steps and answers are kept, and the last three hundred lines of the log."""
    large = {
        **SMALL, "fields": {f"f{n}": "x" * 600 for n in range(200)},
        "done": {f"a/{n}": 5 for n in range(200)}, "gates": {f"f{n}": "yes" for n in range(200)}, "log": [[n, "note", "y" * 2000] for n in range(1, 1001)],
    }  # fmt: skip
    one = scripts.one("(value) => m.record.clean(value)", large)
    assert is_case(one)
    assert [len(one[part]) for part in ("fields", "done", "gates", "log")] == [80, 80, 80, 300]
    assert list(one["fields"])[-1] == "f79"
    assert [entry[0] for entry in one["log"]] == list(range(701, 1001))


CHANGE = frozen("""([value, now, event, text]) => {
  const one = m.record.clean(value);
  return [one, m.record.changed(one, now, { next: now, fields: { ...one.fields, item: "x" } }, event, text), m.record.changed(one, now, {})];
}""")


@FEW
@given(examples=many(st.tuples(CASES, COUNTS, st.sampled_from(EVENTS), BROKEN)))
def test_a_change_adds_one_line(scripts: Scripts, examples: list[tuple[Case, int, str, str]]) -> None:
    """The new case has the new values and one line more, or none when nothing is to be told; the old one is as it was."""
    for (_, now, event, text), (one, changed, quiet) in zip(examples, scripts.each(CHANGE, examples), strict=True):
        assert is_case(changed)
        fields = {**one["fields"], "item": "x"}
        assert changed == {**one, "changed": now, "next": now, "fields": fields, "log": [*one["log"], [now, event, kept(text, 1000)]]}
        assert quiet == {**one, "changed": now}


TICK = frozen("""([value, now, step, name]) => {
  const one = m.record.clean(value);
  const first = m.record.ticked(one, now, step, name);
  return [one, first, m.record.ticked(first, now + 1, step, name)];
}""")


@FEW
@given(examples=many(st.tuples(CASES, st.integers(1, 10**8 - 2), STEPS, BROKEN)))
def test_a_step_that_is_ticked_twice_is_as_before(scripts: Scripts, examples: list[tuple[Case, int, str, str]]) -> None:
    """Only the log and the time of the last change tell of it, and the log tells both."""
    for (_, now, step, name), (one, first, second) in zip(examples, scripts.each(TICK, examples), strict=True):
        told = kept(name, 1000)
        was = step in one["done"]
        events = ("undone", "done") if was else ("done", "undone")
        assert (step in first["done"]) is not was
        assert all(is_case(each) for each in (one, first, second))
        assert second["log"] == [*one["log"], [now, events[0], told], [now + 1, events[1], told]]
        done = {**one["done"], step: now + 1} if was else one["done"]
        assert second == {**one, "done": done, "changed": now + 1, "log": second["log"]}


FIRST = st.fixed_dictionaries(
    {
        "closed": st.none() | st.just(7),
        "next": st.none() | st.integers(1, 4),
        "changed": st.integers(1, 4),
        "log": st.sampled_from([[[1, "started", ""]], [[1, "kept", ""]]]),
    }
)


@FEW
@given(examples=many(st.lists(FIRST, max_size=12)))
def test_open_cases_come_first_and_the_soonest_of_them(scripts: Scripts, examples: list[list[Case]]) -> None:
    """Open before closed; who has heard nothing first, then the soonest promise, none last, then the latest change."""
    numbered = [[{**case, "number": number} for number, case in enumerate(cases)] for cases in examples]
    for cases, found in zip(numbered, scripts.each(frozen("(cases) => m.record.inOrder(cases)"), numbered), strict=True):
        assert found == sorted(
            cases, key=lambda case: (case["closed"] is not None, case["next"] or (math.inf if told(case) else 0), -case["changed"])
        )
        waiting = scripts.each("(cases) => cases.map((one) => m.record.isWaiting(one, 3))", [cases])[0]
        assert waiting == [case["closed"] is None and (case["next"] < 3 if case["next"] else not told(case)) for case in cases]


def told(case: Case) -> bool:
    """Whether the customer has heard from us."""
    return any(event == "kept" for _, event, _ in case["log"])


def test_a_customer_has_been_told_when_something_was_sent_or_said(scripts: Scripts) -> None:
    """A message that left, or a promise that was kept, soon or late, is word to the customer; notes and steps are not."""
    told = scripts.each("(event) => m.record.isTold({ log: [[5, 'started', ''], [6, event, '']] })", EVENTS)
    assert {event for event, is_told in zip(EVENTS, told, strict=True) if is_told} == {"kept", "late", "copied", "launched"}


def test_ninety_days_are_old(scripts: Scripts) -> None:
    """A case is old ninety days after its last change, and not a minute before."""
    days = 90 * 24 * 60
    assert scripts.each("([changed, now]) => m.record.isOld({ changed }, now)", [[5, 5 + days - 1], [5, 5 + days]]) == [False, True]


def test_a_new_name_is_one_that_is_kept(scripts: Scripts) -> None:
    """Every id that is made up is one that a case may have, and no two are alike."""
    ids = scripts.each("() => m.record.newId()", range(2000))
    assert [one["id"] for one in scripts.each("(value) => m.record.clean(value)", [{**SMALL, "id": name} for name in ids])] == ids
    assert len(set(ids)) == 2000


@FEW
@given(examples=many(COUNTS))
def test_minutes_and_dates_are_the_same(scripts: Scripts, examples: list[int]) -> None:
    """A count of minutes made into a date and back is itself."""
    assert scripts.each("(count) => m.record.minutes(m.record.dateOf(count))", examples) == examples
