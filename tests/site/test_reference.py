"""The gates before asking for a reference, and the list of all plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.site.conftest import Open
from tests.site.filling import choose, clipboard, fill, message
from tests.site.workshop import Built

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser
LATE = "/delivery/late-delivery/?severity=2"


def answer(gate: Locator, *, opens: bool) -> None:
    """The answer that opens a gate, or the one that closes it."""
    wanted = str(gate.get_attribute("data-opens"))
    gate.locator(f"label:has([value='{wanted if opens else {'yes': 'no', 'no': 'yes'}[wanted]}'])").click()


def all_open(page: Page) -> list[Locator]:
    """Every gate answered so that it is open."""
    gates: list[Locator] = page.locator("[data-gate]").all()
    for gate in gates:
        answer(gate, opens=True)
    return gates


def test_open_gates_lead_to_the_words(open_page: Open) -> None:
    """Only when every gate is answered and open can the words for asking be seen, filled in and copied."""
    page = open_page(LATE)
    words = message(page, "reference_ask/email")
    page.locator("[data-moment=reference_ask] summary").click()
    assert not words.is_visible()
    assert "Svar på portene først" in str(page.locator(".gates__shut").text_content())
    all_open(page)
    assert page.locator("[data-answer]").get_attribute("data-state") == "open"
    box = choose(page, "reference_ask", "email")
    fill(box)
    box.locator("[data-copy]").click()
    assert "helt greit" in clipboard(page)


def test_one_closed_gate_takes_the_words_away(open_page: Open) -> None:
    """Each gate alone is enough: the words are gone, and in their place stand why not and what to do instead."""
    page = open_page(LATE)
    instead = str(page.locator("[data-instead]").text_content()).strip()
    for gate in all_open(page):
        answer(gate, opens=False)
        told = str(page.locator("[data-answer]").text_content())
        assert str(gate.locator("strong").text_content()) in told
        assert str(gate.locator(".gate__why").text_content()) in told
        assert instead in told
        assert page.locator("#reference_ask").is_hidden()
        assert instead in str(page.locator(".gates__shut").text_content())
        answer(gate, opens=True)
    assert page.locator("[data-answer]").get_attribute("data-state") == "open"


def test_what_is_known_answers_for_itself(open_page: Open) -> None:
    """A repetition closes its gate, which cannot then be talked open."""
    page = open_page(LATE + "&repeat=yes")
    gate = page.locator("[data-gate=repeat]")
    assert gate.get_attribute("data-state") == "closed"
    assert gate.locator("input:checked").get_attribute("value") == "yes"
    assert gate.locator("input:disabled").count() == 2


def test_consent_and_both_forms_are_copied(open_page: Open) -> None:
    """What to record, the honest form and the all-positive one go to the clipboard."""
    page = open_page(LATE)
    for name, word in (("consent_log", "Hvem sa ja"), ("honest", "mandag"), ("all_positive", "flere år")):
        box = message(page, f"reference/{name}")
        fill(box)
        box.locator("[data-copy]").click()
        assert word in clipboard(page)


@pytest.mark.parametrize("size", ["phone", "desk"])
def test_the_catalogue_is_narrowed_down_and_shared(open_page: Open, built: Built, size: str) -> None:
    """Filters act together, stand in the address, hold after a reload and are undone; without a match it says so."""
    page = open_page("/plays/", size)
    entries = page.locator(".catalogue__entry:visible")
    total = len({play_id for play_id, _ in built.play_urls()})
    assert entries.count() == total
    page.get_by_label("Alvor").select_option("4")
    grave = entries.count()
    assert 0 < grave < total
    assert all("4" in str(one.get_attribute("data-severity")) for one in entries.all())
    page.get_by_label("Hva det gjelder").select_option("it")
    assert {one.get_attribute("data-family") for one in entries.all()} == {"it"}
    assert "family=it" in page.url
    assert "severity=4" in page.url
    page.reload()
    assert {one.get_attribute("data-family") for one in entries.all()} == {"it"}
    assert page.locator("[data-count]").inner_text() == f"{entries.count()} av {total} spill"
    page.get_by_label("Utsikt").select_option("possible")
    page.get_by_label("Hva det gjelder").select_option("people")
    page.get_by_label("Hvem du trenger").select_option("it-operations")
    assert entries.count() == 0
    assert page.locator("[data-none]").is_visible()
    page.get_by_role("button", name="Vis alle").click()
    page.wait_for_function("!location.search")
    assert entries.count() == total


def test_the_catalogue_passes_over_what_it_does_not_know(open_page: Open) -> None:
    """A filter in the address that no play has shows everything, and runs nothing."""
    page = open_page("/plays/?family=%3Cimg%20src%3Dx%3E&severity=9&nonsense=1")
    assert page.locator(".catalogue__entry:visible").count() == page.locator(".catalogue__entry").count()


def test_without_scripts_the_catalogue_is_a_plain_list(open_page: Open, built: Built) -> None:
    """Every play by family, and no box that would not work."""
    page = open_page("/plays/", java_script_enabled=False)
    assert page.locator(".catalogue__entry:visible").count() == len({play_id for play_id, _ in built.play_urls()})
    assert page.locator("select:visible").count() == 0
