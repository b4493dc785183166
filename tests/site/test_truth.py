"""What is shown, promised and sent is true: nothing leaks from one customer, message or tab into another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.site.conftest import Open
from tests.site.filling import choose, fill, message
from tests.site.test_case import LATE, kept, promise, start

if TYPE_CHECKING:
    from playwright.sync_api import Route

pytestmark = pytest.mark.browser


def test_words_to_our_own_people_are_no_word_to_the_customer(open_page: Open) -> None:
    """Copying the internal message is noted, but the customer still has to be called, and no promise came of it."""
    page = open_page(LATE)
    start(page, found="2026-11-24T16:00")
    box = message(page, "internal/message")
    fill(box)
    box.locator("[data-copy]").click()
    page.wait_for_function("document.querySelector('[data-log]').textContent.includes('egne folk')")
    assert page.locator("[data-promise]").text_content() == "Ring kunden nå"


def test_a_promise_made_before_the_case_is_the_cases_first(open_page: Open) -> None:
    """The five-tap flow and then a case: what was promised in the message is what the case counts down to."""
    page = open_page(LATE)
    box = choose(page, "first_notice_we_found", "sms")
    fill(box)
    box.locator("[data-copy]").click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.includes('14.30'))")
    start(page, found="2026-11-25T09:50", now="2026-11-25T10:05:00+01:00")
    assert page.locator("[data-promise]").text_content() == "Neste kontakt kl. 14.30, om 4 t 25 min"
    assert "Kopierte melding" in str(page.locator("[data-log]").text_content())


def test_a_customer_who_has_heard_nothing_comes_first(open_page: Open) -> None:
    """Nobody called and nothing promised is more urgent than a promise on Friday, in the bar and on the list."""
    page = open_page(LATE)
    start(page, "Fredag AS")
    promise(page, "2026-11-27T09:00")
    page.goto(page.url.split("?")[0])
    start(page, "Venter AS", found="2026-11-24T16:00")
    page.goto(page.url.split("/delivery")[0] + "/how-to-use/")
    assert page.locator(".bar--late").inner_text().startswith("Venter AS")
    page.goto(page.url.split("/how-to-use")[0] + "/cases/")
    assert page.locator(".cases__name").all_text_contents() == ["Venter AS", "Fredag AS"]
    assert page.locator(".cases__one--late").count() == 1


def test_two_cases_of_one_play_keep_their_own_steps(open_page: Open) -> None:
    """A grave case has the step that brings in the boss; a mild one beside it has not, whichever was opened last."""
    page = open_page(LATE)
    start(page, "Grave AS")
    page.goto(page.url.split("?")[0] + "?severity=2")
    start(page, "Mild AS")
    page.goto(page.url.split("/delivery")[0] + "/cases/")
    facts = {name: page.locator(f".cases__one:has-text('{name}') .cases__facts").inner_text() for name in ("Grave AS", "Mild AS")}
    assert "av 18 steg" in facts["Grave AS"]
    assert "av 17 steg" in facts["Mild AS"]


def test_answers_at_the_gates_are_for_one_customer(open_page: Open) -> None:
    """Cleared with the other fields, and carried into the case that they were given for."""
    page = open_page("/delivery/late-delivery/?severity=2")
    choose(page, "first_notice_we_found", "sms").locator("[data-field=order_no]").fill("1")
    page.locator("[data-gate=trade] label:has([value=no])").click()
    page.reload()
    assert page.locator("[data-gate=trade]").get_attribute("data-state") == "open"
    page.locator("[data-clear]").click()
    assert page.locator("[data-gate=trade]").get_attribute("data-state") == "unknown"
    page.locator("[data-gate=trade] label:has([value=no])").click()
    start(page)
    assert page.locator("[data-gate=trade]").get_attribute("data-state") == "open"
    page.goto(page.url.split("?")[0])
    assert page.locator("[data-gate=trade]").get_attribute("data-state") == "unknown"


def test_the_number_on_the_card_is_this_customers(open_page: Open) -> None:
    """In a case with a number, Call dials it from the first moment; without one it asks, and the box is empty."""
    page = open_page(LATE)
    start(page)
    choose(page, "first_notice_we_found", "phone").locator("[data-contact=phone]").fill("913 45 678")
    page.reload()
    assert page.locator(".card__buttons a").get_attribute("href") == "tel:91345678"
    page.goto(page.url.split("?")[0])
    page.locator(".card__buttons a").click()
    assert page.locator("#call-number").input_value() == ""


def test_the_last_choice_of_language_counts(open_page: Open) -> None:
    """Norwegian chosen while the English page is still on its way stays Norwegian."""
    page = open_page(LATE)
    held: list[Route] = []
    page.route("**/en/delivery/**", lambda route: held.append(route))  # noqa: PLW0108 - a built-in method cannot be wrapped
    page.get_by_text("English", exact=True).last.click()
    page.wait_for_timeout(100)
    page.get_by_text("Norsk", exact=True).last.click()
    held[0].continue_()
    page.wait_for_timeout(300)
    assert choose(page, "first_notice_we_found", "sms").locator("[data-preview]").get_attribute("lang") == "nb"
    assert page.locator("input[name=message-language]:checked").get_attribute("value") == "nb"


def test_one_sentence_names_one_day(open_page: Open) -> None:
    """“… kl. 09.00 i dag” with tomorrow chosen says tomorrow, and only that."""
    page = open_page("/promise/broken-promise/")
    box = message(page, "internal/message")
    fill(box)
    for day in box.locator("select").all():
        day.select_option("2026-11-26")
    text = box.locator("[data-preview]").inner_text()
    assert "i morgen" in text
    assert "i morgen kl. 14.30 i dag" not in text


def test_wiping_reaches_every_tab(open_page: Open) -> None:
    """A draft in another tab is gone as well, from its boxes and from its storage."""
    page = open_page(LATE)
    choose(page, "first_notice_we_found", "sms").locator("[data-field=order_no]").fill("40127")
    other = page.context.new_page()
    other.goto(page.url.split("/delivery")[0] + "/cases/")
    other.locator("[data-wipe]").click()
    other.get_by_role("dialog").get_by_role("button", name="Slett alt").click()
    page.wait_for_function("sessionStorage.length === 0 && !document.querySelector('#first_notice_we_found [data-field=order_no]')?.value")
    assert kept(page) == {}
    assert choose(page, "first_notice_we_found", "sms").locator("[data-field=order_no]").input_value() == ""


def test_time_does_not_take_the_keyboard_away(open_page: Open) -> None:
    """After half a minute the keyboard is where it was: in the bar, at the verdict of the gates, at a case in the list."""
    page = open_page("/delivery/late-delivery/?severity=2")
    page.clock.install(time="2026-11-25T10:00:00+01:00")
    page.reload()
    for gate in page.locator("[data-gate]").all():
        gate.locator(f"label:has([value='{gate.get_attribute('data-opens')}'])").click()
    page.locator("[data-answer] a").focus()
    page.clock.run_for(45_000)
    assert page.evaluate("document.activeElement.closest('[data-answer]') !== null")
