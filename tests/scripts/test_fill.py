"""Values as sellers type them, and what a customer reads."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.scripts.examples import SPACE, TEXTS, many, tries
from tests.scripts.page import Scripts

pytestmark = pytest.mark.browser
FEW = tries(80)
TYPES = ("text", "number", "money", "date", "time", "moment", "phone")
NOW = "2026-11-25T12:00"
FORMAT = "([type, raw, lang]) => m.fill.format(type, raw, lang, m.clock.fromInput('2026-11-25T12:00'))"

Said = tuple[str, str] | None
"""In Norwegian and in English; nothing for what cannot be understood."""
MONEY = ("12 400 kr", "NOK 12,400")
ODD = ("1 250 kr", "NOK 1,250")
CENTS = ("12 400,50 kr", "NOK 12,400.50")
GOLDEN: dict[str, dict[str, Said]] = {
    "text": {
        "Ordre 12": ("Ordre 12", "Ordre 12"), "  a \n\t b  ": ("a b", "a b"), "<b>&amp;{order_no}": ("<b>&amp;{order_no}",) * 2,
        "": None, " \n": None, "\u00a0": None,
    },
    "number": {
        "4": ("4", "4"), "007": ("7", "7"), "0": ("0", "0"), "1250": ("1 250", "1,250"), "1 250 000": ("1 250 000", "1,250,000"),
        "2,5": ("2,5", "2.5"), "2.50": ("2,50", "2.50"), "12,400": ("12 400", "12,400"), "4 stk": None, "to": None, "-3": None, "1,2,3": None,
        "5 10": None, "12 40": None, "0,500": None, "1.234,567": None, "1,234.567": None, "1 234.567": None, "1e3": None, "٣": None,
    },
    "money": {
        "12400": MONEY, "12 400": MONEY, "12\u00a0400": MONEY, "12\u202f400": MONEY, "12.400": MONEY, "12,400": MONEY, "12'400": MONEY,
        "kr 12 400": MONEY, "kr. 12400": MONEY, "12 400 kr": MONEY, "12400kr.": MONEY, "12 400 KR": MONEY, "NOK 12,400": MONEY,
        "12 400 NOK": MONEY, "12 400 kroner": MONEY, "12400,-": MONEY, "12 400,- kr": MONEY, "12.400,–": MONEY, "kr 1 250,-": ODD, "1 250.-": ODD,
        "NOK 1,250.00": ("1 250,00 kr", "NOK 1,250.00"), "12400,50": CENTS, "12 400,5": CENTS, "12.400,50": CENTS, "12,400.50": CENTS,
        "12400.50 kr": CENTS, "0": ("0 kr", "NOK 0"), "0,50": ("0,50 kr", "NOK 0.50"), "999": ("999 kr", "NOK 999"),
        "1000000": ("1 000 000 kr", "NOK 1,000,000"), "1.000.000,00": ("1 000 000,00 kr", "NOK 1,000,000.00"),
        "kr": None, ",-": None, "12 40": None, "5 10": None, "1.234,567": None, "0,500": None, "1.2.3": None, "1,250,50": None, "1250,505": None,
        "12.400 50": None, "12400 50": None, "ca. 500": None, "500-600": None, "$ 500": None, "-500": None, "1234567890123": None,
    },
    "date": {
        "2026-12-04": ("4. desember", "4 December"), "2027-01-04": ("4. januar 2027", "4 January 2027"), "2026-11-25": ("25. november", "25 November"),
        "2026-02-30": None, "0020-12-04": None, "4. desember": None, "04.12.2026": None,
    },
    "time": {
        "14:30": ("14.30", "14:30"), "14.30": ("14.30", "14:30"), "9:05": ("09.05", "09:05"), "00:00": ("00.00", "00:00"), "23:59": ("23.59", "23:59"),
        "24:00": None, "9": None, "09:60": None, "0900": None, "14:30:00": None,
    },
    "moment": {
        "2026-11-25T14:30": ("14.30", "14:30"), "2026-12-04T09:00": ("09.00", "09:00"), "2026-11-25T10:75": None, "2026-11-25T24:00": None, "14:30": None,
    },
    "phone": {
        "91345678": ("913 45 678", "+47 913 45 678"), "913 45 678": ("913 45 678", "+47 913 45 678"), "91 34 56 78": ("913 45 678", "+47 913 45 678"),
        "+47 913 45 678": ("+47 913 45 678",) * 2, "004791345678": ("+47 913 45 678",) * 2, "(+47) 22.33-44 55": ("+47 22 33 44 55",) * 2,
        "22334455": ("22 33 44 55", "+47 22 33 44 55"), "800 12 345": ("800 12 345", "+47 800 12 345"), "41234567": ("412 34 567", "+47 412 34 567"),
        "+46 70 123 45 67": ("+46 70 123 45 67",) * 2, "+44 20 7946 0000": ("+44 20 7946 0000",) * 2, "113": ("113", "113"), "02800": ("02800", "02800"),
        "12": None, "913 45 678 / 900 00 100": None, "ring meg": None, "+": None, "913+45678": None, "1234567890123456": None,
    },
}  # fmt: skip
ROWS = [(kind, raw) for kind, rows in GOLDEN.items() for raw in rows]


@pytest.mark.parametrize(("kind", "raw"), ROWS)
def test_a_value_is_written_as_customers_expect_it(scripts: Scripts, kind: str, raw: str) -> None:
    """Grouped and dated as people write in each language; what could mean two things is not guessed."""
    assert scripts.each(FORMAT, [[kind, raw, lang] for lang in ("nb", "en")]) == list(GOLDEN[kind][raw] or (None, None))


VALUES = st.one_of(TEXTS, st.text("0123456789 .,-:T+kr()", max_size=20), st.text("0", min_size=200, max_size=400), st.none())


@FEW
@given(examples=many(st.tuples(st.sampled_from(TYPES), VALUES)))
def test_a_fault_is_what_format_cannot_write(scripts: Scripts, examples: list[tuple[str, str | None]]) -> None:
    """No text makes it fail; a field is missing when it is empty, bad when it cannot be written, in both languages alike."""
    answers = scripts.each(
        "([type, raw]) => [m.fill.fault(type, raw), m.fill.format(type, raw, 'nb'), m.fill.format(type, raw, 'en'), !String(raw ?? '').trim()]",
        examples,
    )
    for fault, nb, en, empty in answers:
        assert (nb is None) == (en is None)
        assert fault == ("missing" if empty else "bad" if nb is None else "")
        assert nb is None or (nb and en and nb == nb.strip() and "\n" not in nb)


def test_a_day_that_must_lie_ahead_is_not_past(scripts: Scripts) -> None:
    """Yesterday and a time that has gone are past where that matters; today and this very minute are not, and neither is an hour alone."""
    asked = [
        ("date", "2026-11-24", "past"), ("date", "2026-11-25", ""), ("date", "2026-11-26", ""), ("date", "2026-02-30", "bad"),
        ("moment", "2026-11-25T11:58", "past"), ("moment", "2026-11-25T11:59", ""), ("moment", "2026-11-25T12:30", ""), ("moment", "", "missing"),
        ("time", "08:00", ""), ("text", "2026-11-24", ""),
    ]  # fmt: skip
    answers = scripts.each(
        "([type, raw]) => ['ahead', ''].map((day) => m.fill.fault(type, raw, day, m.clock.fromInput('2026-11-25T12:00')))", asked
    )
    assert answers == [[fault, fault.replace("past", "")] for _, _, fault in asked]


@FEW
@given(
    examples=many(
        st.tuples(st.integers(0, 10**12 - 1), st.none() | st.integers(0, 99), st.sampled_from(["nb", "en"]), st.sampled_from(["nb", "en"]))
    )
)
def test_an_amount_is_never_another_amount(scripts: Scripts, examples: list[tuple[int, int | None, str, str]]) -> None:
    """However a sum is written in one language, it is the same sum in the other, and written again it stays as it is."""

    def written(whole: int, cents: int | None, lang: str) -> str:
        groups = f"{whole:,}" if lang == "en" else f"{whole:,}".replace(",", " ")
        part = "" if cents is None else f"{'.' if lang == 'en' else ','}{cents:02}"
        return f"NOK {groups}{part}" if lang == "en" else f"{groups}{part} kr"

    asked = [["money", written(whole, cents, typed), read] for whole, cents, typed, read in examples]
    assert scripts.each(FORMAT, asked) == [written(whole, cents, read) for whole, cents, _, read in examples]


DATED = {
    ("nb", "Du hører fra meg i dag kl. ", "2026-11-25T14:30"): ("Du hører fra meg i dag kl. ", "14.30"),
    ("nb", "Du hører fra meg i dag kl. ", "2026-11-26T09:00"): ("Du hører fra meg i morgen kl. ", "09.00"),
    ("nb", "i dag kl. ", "2026-12-04T09:00"): ("fredag 4. desember kl. ", "09.00"),
    ("nb", "Jeg ringer deg kl. ", "2026-11-26T09:00"): ("Jeg ringer deg i morgen kl. ", "09.00"),
    ("nb", "kl. ", "2027-01-04T09:00"): ("mandag 4. januar 2027 kl. ", "09.00"),
    ("nb", "Hei.\nKl. ", "2026-11-26T09:00"): ("Hei.\nI morgen kl. ", "09.00"),
    ("nb", "I dag kl. ", "2026-12-04T09:00"): ("Fredag 4. desember kl. ", "09.00"),
    ("nb", "Prisen er inkl. ", "2026-11-26T09:00"): ("Prisen er inkl. ", "09.00 i morgen"),
    ("nb", "Senest ", "2026-12-04T09:00"): ("Senest ", "09.00 fredag 4. desember"),
    ("nb", "Jeg ringer kl. ", ""): ("Jeg ringer kl. ", ""),
    ("nb", "Jeg ringer kl. ", "2026-13-01T09:00"): ("Jeg ringer kl. ", ""),
    ("en", "I will call you today at ", "2026-11-25T14:30"): ("I will call you today at ", "14:30"),
    ("en", "I will call you today at ", "2026-11-26T09:00"): ("I will call you tomorrow at ", "09:00"),
    ("en", "today at ", "2026-12-04T09:00"): ("on Friday 4 December at ", "09:00"),
    ("en", "I will call you at ", "2026-11-24T09:00"): ("I will call you yesterday at ", "09:00"),
    ("en", "At ", "2026-11-26T09:00"): ("Tomorrow at ", "09:00"),
    ("en", "Thanks. Today at ", "2026-12-04T09:00"): ("Thanks. On Friday 4 December at ", "09:00"),
    ("en", "We promised that ", "2026-11-26T09:00"): ("We promised that ", "09:00 tomorrow"),
    ("en", "before ", "2026-12-04T09:00"): ("before ", "09:00 on Friday 4 December"),
    ("en", "", "2026-11-26T09:00"): ("", "09:00 tomorrow"),
}  # fmt: skip


@pytest.mark.parametrize(("lang", "before", "raw"), DATED)
def test_a_promise_names_its_day(scripts: Scripts, lang: str, before: str, raw: str) -> None:
    """Today's promise stands as the message has it; one on another day says which, and no word is cut."""
    assert scripts.one(
        "([lang, before, raw, now]) => m.fill.dated(before, raw, lang, m.clock.fromInput(now))", [lang, before, raw, NOW]
    ) == list(DATED[lang, before, raw])


OTHER = dict.fromkeys([*range(0x1C, 0x20), 0x85], "-")
"""Spaces to Python, but letters to a browser."""


@FEW
@given(examples=many(st.one_of(TEXTS, st.text("a \n\t\r\u00a0", max_size=20))))
def test_a_message_is_tidy(scripts: Scripts, examples: list[str]) -> None:
    """No two empty lines together, none at the ends, no space at the end of a line; what is tidy stays as it is."""
    for text, (once, twice) in zip(
        examples, scripts.each("(text) => [m.fill.tidy(text), m.fill.tidy(m.fill.tidy(text))]", examples), strict=True
    ):
        assert once == twice
        assert not re.search(rf"\n{{3}}|  |[^\S\n]\n|\n[^\S\n]|^[{SPACE}]|[{SPACE}]\Z", once.translate(OTHER))
        assert re.sub(f"[{SPACE}]", "", once) == re.sub(f"[{SPACE}]", "", text)


@FEW
@given(examples=many(st.one_of(TEXTS, st.text("0123456789+ ()-.", max_size=24), st.none())))
def test_a_number_that_is_dialled_is_digits(scripts: Scripts, examples: list[str | None]) -> None:
    """Nothing but digits and a plus in front reaches a link, and no digit is made up or left out."""
    for text, found in zip(examples, scripts.each("(text) => m.fill.dialled(text)", examples), strict=True):
        assert re.fullmatch(r"(\+?[0-9]{3,15})?", found)
        assert found in ("", re.sub("[^0-9+]", "", text or ""))


def test_a_number_is_dialled_as_it_was_typed(scripts: Scripts) -> None:
    """Spaces and brackets go; two numbers in one box, or a letter among the digits, are none."""
    typed = [
        "+47 913 45 678",
        "(22) 33 44 55",
        "113",
        "12",
        "913 45 678 / 900 00 100",
        "913 45 678 (+47)",
        "Fax: 22 33 44 55",
        "913 45 67O",
    ]
    assert scripts.each("(text) => m.fill.dialled(text)", typed) == ["+4791345678", "22334455", "113", "", "", "", "", ""]
