"""Whole flows for everybody: by keyboard alone, and judged by axe in the states that flows pass through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.site.conftest import HOMES, Open
from tests.site.filling import VALUES, choose, clipboard, fields, forget
from tests.site.test_accessible import faults
from tests.site.test_case import later, start

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
MOST_STOPS = 250


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the keyboard is there. It must always be somewhere that can be seen."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        assert page.evaluate("document.activeElement.checkVisibility()")
    raise AssertionError(f"{selector} is out of reach")


def test_from_the_front_page_to_the_clipboard_by_keyboard(open_page: Open) -> None:
    """Tab, Enter, Space, arrows and typing are enough from what has happened to a copied message."""
    page = open_page("/", "desk")
    forget(page)
    tab_to(page, "[data-branch=delivery] .branch__title a")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('[data-branch]').dataset.branch") == "delivery"
    tab_to(page, "[data-play=late-delivery] a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/late-delivery/")
    tab_to(page, "input[name=severity]")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**severity=2**")
    tab_to(page, "input[name=repeat]")
    page.keyboard.press("Space")
    page.wait_for_url("**repeat=yes**")
    tab_to(page, "[data-write]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.field") == "first_name"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "tab"
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.channel") == "email"
    page.keyboard.press("ArrowRight")
    box = page.locator("[data-message='first_notice_we_found/sms']")
    for field in fields(box):
        tab_to(page, f"#{field.get_attribute('id')}")
        kind = field.get_attribute("type") or "text"
        if kind == "time":
            field.fill("14:30")  # how a time is typed depends on the browser's own language
        else:
            page.keyboard.type(VALUES[kind])
    tab_to(page, "[data-message='first_notice_we_found/sms'] [data-copy]")
    page.keyboard.press("Enter")
    page.wait_for_function("navigator.clipboard.readText().then(text => text !== 'nothing')")
    assert clipboard(page).startswith("Hei Kari.")


def test_a_case_is_run_by_keyboard(open_page: Open) -> None:
    """Started, ticked, noted, and deleted after a question: the keyboard is never lost."""
    page = open_page("/delivery/late-delivery/", "desk")
    tab_to(page, "[data-start-case]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "customer"
    page.keyboard.type("Haugen Bygg")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.classList.contains('case__title')")
    tab_to(page, "[data-contact-made]")
    page.keyboard.press("Enter")
    tab_to(page, "[data-note-text]")
    page.keyboard.type("Ringte")
    page.keyboard.press("Enter")
    assert "Notat: Ringte" in str(page.locator("[data-log]").text_content())
    tab_to(page, "[data-drop]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('[data-drop]')")
    tab_to(page, "[data-step='first_hour/1'] input")
    page.keyboard.press("Space")
    assert page.locator(".step__tick input:checked").count() == 1


def test_what_is_asked_and_told_is_said_aloud(open_page: Open) -> None:
    """Boxes have names, an empty one that is needed is marked and described, and what happened is told politely."""
    page = open_page("/delivery/late-delivery/")
    box = choose(page, "first_notice_we_found", "sms")
    assert [field.get_attribute("id") for field in fields(box) if not field.evaluate("input => input.labels.length")] == []
    box.locator("[data-copy]").click()
    first = fields(box)[0]
    assert page.locator(f"#{first.get_attribute('aria-describedby')}").text_content() == "Mangler: Fornavn"
    page.get_by_role("status").filter(has_text="Mangler: Fornavn").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", HOMES)
def test_states_on_the_way_are_for_everybody(open_page: Open, lang: str, scheme: str) -> None:
    """Axe finds nothing at each question, with a box complained of, with a late case, at the gates, in a dialog, in the list."""
    home = HOMES[lang]
    page = open_page(home, color_scheme=scheme)
    for query in ("?what=delivery", "?what=unsure", "?what=unsure&severity=3"):
        page.goto(page.url.split("?")[0] + query)
        assert faults(page) == [], query
    page.goto(page.url.split("?")[0] + "delivery/late-delivery/?severity=3&repeat=yes")
    start_in(page, lang)
    later(page, "2026-11-25T11:00:00+01:00")
    page.locator("[data-step='first_hour/2'] input").check()
    for moment, channel in (("first_notice_we_found", "email"), ("bad_news", "sms")):
        box = choose(page, moment, channel)
        box.locator("[data-copy]").click()
        assert faults(page) == [], moment
    for gate in page.locator("[data-gate] label:has([value=yes])").all():
        if gate.locator("input:disabled").count() == 0:
            gate.click()
    page.locator("[data-moment=reference_ask] summary").click()
    assert faults(page) == []
    page.locator("[data-drop]").click()
    assert faults(page) == []
    page.keyboard.press("Escape")
    page.goto(page.url.split("delivery/")[0] + "cases/")
    assert page.locator(".cases__one--late").count() == 1
    assert faults(page) == []
    page.goto(page.url.split("cases/")[0] + "plays/?severity=4&family=people")
    assert faults(page) == []


def start_in(page: Page, lang: str) -> None:
    """A case started in a language."""
    if lang == "nb":
        start(page)
        return
    page.clock.set_fixed_time("2026-11-25T08:15:00+01:00")
    page.reload()
    page.locator("[data-start-case]").click()
    page.locator("input[name=customer]").fill("Haugen Bygg")
    page.locator("input[name=found]").fill("2026-11-25T08:10")
    page.get_by_role("button", name="Start", exact=True).click()


def test_targets_in_the_tools_are_large_enough(open_page: Open) -> None:
    """Every button, box and choice of messages, cases, gates and filters is at least 44 pixels high on a phone."""
    page = open_page("/delivery/late-delivery/")
    start(page)
    for fold in page.locator("[data-moment]").all():
        if fold.get_attribute("open") is None:
            fold.locator("summary").click()
    wanted = "main button, main .input, main .choice, main .step__tick label, .bar a, .card__actions a, .header__cases"
    low = page.locator(wanted).evaluate_all(
        "all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 44).map(one => one.outerHTML.slice(0, 90))"
    )
    assert low == []
    page.goto(page.url.split("/delivery")[0] + "/plays/")
    assert (
        page.locator("main button, main .input").evaluate_all("all => all.filter(one => one.getBoundingClientRect().height < 44).length")
        == 0
    )
