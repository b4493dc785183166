"""What a seller meets on the way with a case: late promises, corrections, another customer, the fix and the end."""

from __future__ import annotations

import pytest
from tests.site.conftest import Open
from tests.site.filling import choose
from tests.site.test_case import LATE, later, promise, start

pytestmark = pytest.mark.browser


def test_a_promise_in_the_past_is_refused_and_half_a_date_is_no_promise(open_page: Open) -> None:
    """Only a whole time that lies ahead changes the promise, with one line in the log."""
    page = open_page(LATE)
    start(page)
    before = page.locator("[data-promise]").text_content()
    promise(page, "2026-11-25T07:00")
    assert page.locator("[data-promise]").text_content() == before
    promise(page, "2026-11-25T13:00")
    assert str(page.locator("[data-log]").text_content()).count("Lovet neste kontakt") == 1
    assert "13.00" in str(page.locator("[data-promise]").text_content())


def test_contact_after_the_promise_is_noted_as_late(open_page: Open) -> None:
    """The log tells what happened: on time, or later than promised; a proposal is not a promise."""
    page = open_page(LATE)
    start(page)
    later(page, "2026-11-25T09:30:00+01:00")
    page.locator("[data-contact-made]").click()
    log = str(page.locator("[data-log]").text_content())
    assert "Tok kontakt etter det som var lovet: kl. 08.40" in log
    assert "Foreslått neste kontakt" in log
    assert "Lovet neste kontakt" not in log


def test_a_time_typed_into_a_message_does_not_outlive_a_new_promise(open_page: Open) -> None:
    """After contact has been made, messages carry the new time, not the one that was typed before."""
    page = open_page(LATE)
    start(page)
    choose(page, "no_news", "sms").locator("[data-field=next_contact]").fill("09:00")
    page.locator("[data-contact-made]").click()
    assert choose(page, "no_news", "sms").locator("[data-field=next_contact]").input_value() == "12:15"


def test_what_was_found_yesterday_says_call_now(open_page: Open) -> None:
    """When the time for first contact is past there is no false promise: the only answer is to call."""
    page = open_page(LATE)
    start(page, found="2026-11-24T16:00")
    assert page.locator("[data-promise]").text_content() == "Ring kunden nå"
    assert "Ring kunden nå" in page.locator(".bar").inner_text()
    assert choose(page, "first_notice_we_found", "sms").locator("[data-field=first_name]").input_value() == "Rune"


def test_a_case_can_be_corrected(open_page: Open) -> None:
    """Customer, contact and time of discovery: the deadlines follow; a blank name or a time ahead is refused."""
    page = open_page(LATE)
    start(page)
    page.locator("[data-edit] summary").click()
    form = page.locator("[data-edit] form")
    form.locator("input[name=customer]").fill("   ")
    form.get_by_role("button", name="Lagre").click()
    assert page.locator(".case__title").text_content() == "Haugen Bygg"
    form.locator("input[name=customer]").fill("Dal Bygg")
    form.locator("input[name=found]").fill("2026-11-25T08:00")
    form.get_by_role("button", name="Lagre").click()
    assert page.locator(".case__title").text_content() == "Dal Bygg"
    assert page.locator("[data-step='first_hour/1'] .step__time").text_content() == "innen kl. 08.15 (om 0 min)"


def test_an_open_case_is_pointed_to_from_its_play(open_page: Open) -> None:
    """Who opens the play again is asked whether it is about the customer whose case is open, and can start another."""
    page = open_page(LATE)
    start(page)
    page.get_by_role("link", name="Ny kunde").click()
    page.wait_for_url("**/late-delivery/")
    page.get_by_role("link", name="Gjelder det Haugen Bygg?").click()
    page.wait_for_url("**case=**")
    assert page.locator(".case__title").text_content() == "Haugen Bygg"


def test_a_closed_case_is_at_rest(open_page: Open) -> None:
    """Closed: no promise, nothing overdue, no reminders; only the log, reopening and deleting are left."""
    page = open_page(LATE)
    start(page)
    page.locator("[data-close-case]").click()
    later(page, "2026-11-26T09:00:00+01:00")
    assert page.locator("[data-promise]").text_content() == "Saken er lukket"
    assert page.locator(".step--late").count() == 0
    assert page.locator("[data-contact-made], [data-next], [data-ics]").count() == 0
    page.locator("[data-close-case]").click()
    assert page.locator("[data-contact-made]").is_visible()


def test_what_is_fixed_leads_to_the_message_that_says_so(open_page: Open) -> None:
    """Putting it right opens the words for the customer, and steps before the fix are no longer late."""
    page = open_page(LATE)
    start(page)
    later(page, "2026-11-25T15:00:00+01:00")
    assert "over fristen" in str(page.locator("[data-facts]").text_content())
    page.locator("[data-fixed]").click()
    assert page.locator("[data-moment=fixed]").get_attribute("open") is not None
    assert "over fristen" not in str(page.locator("[data-facts]").text_content())
