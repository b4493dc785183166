"""A live case: on this device only, with clock times, and never lost from view."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from tests.site.conftest import Open
from tests.site.filling import choose, clipboard, fill

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
LATE = "/delivery/late-delivery/?severity=3"
HOSTILE = '<img src=x onerror="window.hit=1">{{7*7}} "quoted" 😀'


def start(page: Page, customer: str = "Haugen Bygg", found: str = "2026-11-25T08:10", now: str = "2026-11-25T08:15:00+01:00") -> None:
    """A case started by hand, at a given time of day in Oslo."""
    page.clock.set_fixed_time(now)
    page.reload()
    page.locator("[data-start-case]").click()
    page.locator("input[name=customer]").fill(customer)
    page.locator("input[name=contact]").fill("Rune Aas")
    page.locator("input[name=found]").fill(found)
    page.get_by_role("button", name="Start", exact=True).click()
    page.locator("[data-promise]").wait_for()


def later(page: Page, moment: str) -> None:
    """The same page at another time."""
    page.clock.set_fixed_time(moment)
    page.reload()


def promise(page: Page, when: str) -> None:
    """Another time for the next contact: it counts once the box is left."""
    page.locator("[data-next]").fill(when)
    page.locator("[data-next]").press("Enter")


def kept(page: Page) -> dict[str, str]:
    """All that lies on the device under our name."""
    return dict(page.evaluate("Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('opptur')))"))


def toast(page: Page) -> str:
    """What was just said."""
    page.wait_for_function("document.querySelector('.toast')?.textContent")
    return str(page.locator(".toast").text_content())


def test_a_case_counts_down_by_the_clock(open_page: Open) -> None:
    """Deadlines become clock times from the discovery on, the first promise is the firm's own, and the bar holds it in view."""
    page = open_page(LATE)
    start(page)
    assert page.locator("[data-promise]").text_content() == "Neste kontakt kl. 08.40, om 25 min"
    assert page.locator(".bar").inner_text().splitlines()[:2] == ["Haugen Bygg", "Neste kontakt kl. 08.40, om 25 min"]
    assert page.locator("[data-step='first_hour/1'] .step__time").text_content() == "innen kl. 08.25 (om 10 min)"
    assert page.locator("[data-step='first_day/4'] .step__time").text_content() == "innen kl. 15.30 (om 7 t)"
    assert "case=" in page.url


def test_steps_are_ticked_with_their_time_and_stay_ticked(open_page: Open) -> None:
    """Three ticks, a reload: they are there with their times; ticking once more takes one off."""
    page = open_page(LATE)
    start(page)
    for step in ("first_hour/1", "first_hour/2", "first_day/1"):
        page.locator(f"[data-step='{step}'] input").check()
    later(page, "2026-11-25T08:20:00+01:00")
    assert page.locator(".step__tick input:checked").count() == 3
    assert page.locator("[data-step='first_hour/1'] .step__time").text_content() == "gjort kl. 08.15"
    page.locator("[data-step='first_hour/1'] input").uncheck()
    assert page.locator(".step__tick input:checked").count() == 2
    assert "2 av" in str(page.locator("[data-facts]").text_content())


def test_what_is_overdue_is_plain(open_page: Open) -> None:
    """After the time: the promise, the step and the bar say so, here and on other pages."""
    page = open_page(LATE)
    start(page)
    later(page, "2026-11-25T09:00:00+01:00")
    assert page.locator("[data-promise]").text_content() == "Kunden venter siden kl. 08.40"
    assert page.locator("[data-step='first_hour/1'] .step__time").text_content() == "Fristen var kl. 08.25 (for 35 min siden)"
    page.goto(page.url.split("/delivery")[0] + "/how-to-use/")
    assert "Kunden venter siden kl. 08.40" in page.locator(".bar--late").inner_text()
    page.locator(".bar__case").click()
    page.wait_for_url(re.compile("late-delivery/.case="))
    assert page.locator(".case__title").text_content() == "Haugen Bygg"


def test_contact_made_is_noted_and_the_next_is_proposed_by_the_rhythm(open_page: Open) -> None:
    """The rhythm of the level proposes the next time, within working hours, and the seller may change it."""
    page = open_page(LATE)
    start(page)
    page.locator("[data-contact-made]").click()
    assert "kl. 12.15" in str(page.locator("[data-promise]").text_content())
    promise(page, "2026-11-26T09:00")
    assert "i morgen kl. 09.00" in str(page.locator("[data-promise]").text_content())
    assert choose(page, "no_news", "sms").locator("[data-field=next_contact]").input_value() == "09:00"


def test_sending_a_message_keeps_its_promise_and_its_trace(open_page: Open) -> None:
    """What is copied is noted, and the time it promised becomes the next contact; the log reads as a note."""
    page = open_page(LATE)
    start(page)
    box = choose(page, "first_notice_we_found", "sms")
    fill(box)
    box.locator("[data-copy]").click()
    page.wait_for_function("document.querySelector('[data-promise]').textContent.includes('14.30')")
    page.locator("[data-step='first_hour/1'] input").check()
    page.locator("[data-note-text]").fill("Rune vil ha sju paller først")
    page.get_by_role("button", name="Legg til").click()
    page.locator("[data-copy-log]").click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.includes('Oppdaget'))")
    lines = clipboard(page).splitlines()
    assert lines[:3] == ["Forsinket levering: Haugen Bygg", "Oppdaget: 25. november 2026 kl. 08.10", "Alvor: 3"]
    assert "25. november 2026 kl. 08.15  Kopierte melding: Første beskjed: vi så det først, SMS" in lines
    assert "25. november 2026 kl. 08.15  Notat: Rune vil ha sju paller først" in lines
    assert any(line.startswith("25. november 2026 kl. 08.15  Gjort: Ring den som står uten varene.") for line in lines)


def test_what_was_typed_before_the_case_comes_along(open_page: Open) -> None:
    """Values filled in before a case is started are in it; the draft is gone, so that they do not meet the next customer."""
    page = open_page(LATE)
    choose(page, "first_notice_we_found", "sms").locator("[data-field=order_no]").fill("40127")
    start(page)
    assert choose(page, "first_notice_we_found", "sms").locator("[data-field=order_no]").input_value() == "40127"
    assert choose(page, "first_notice_we_found", "sms").locator("[data-field=first_name]").input_value() == "Rune"
    page.goto(page.url.split("?")[0])
    assert choose(page, "first_notice_we_found", "sms").locator("[data-field=order_no]").input_value() == ""


def test_several_cases_stand_in_the_order_of_their_promises(open_page: Open) -> None:
    """My cases: the most urgent first, a closed one last, each leading to its own play."""
    page = open_page(LATE)
    start(page, "Sist AS")
    promise(page, "2026-11-27T09:00")
    page.goto(page.url.split("?")[0])
    start(page, "Først AS")
    page.goto(page.url.split("/delivery")[0] + "/invoicing/incorrect-invoice/")
    start(page, "Lukket AS")
    page.locator("[data-close-case]").click()
    page.goto(page.url.split("/invoicing")[0] + "/cases/")
    assert page.locator(".cases__name").all_text_contents() == ["Først AS", "Sist AS", "Lukket AS"]
    assert page.locator(".cases__state").last.text_content() == "Saken er lukket"
    page.locator(".cases__name a").last.click()
    page.wait_for_url("**/incorrect-invoice/?case=*")
    assert page.locator(".case__title").text_content() == "Lukket AS"


def test_reminders_are_a_calendar_file(open_page: Open) -> None:
    """The promise and every open step with its time in UTC; what is ticked is left out; nothing in a name can end a line."""
    page = open_page(LATE)
    start(page, "Haugen; Bygg,\\ " + "x" * 60)
    page.locator("[data-step='first_hour/1'] input").check()
    with page.expect_download() as waiting:
        page.locator("[data-ics]").click()
    text = Path(str(waiting.value.path())).read_bytes().decode()
    assert waiting.value.suggested_filename == "opptur.ics"
    assert "DTSTART:20261125T074000Z" in text
    assert text.count("BEGIN:VEVENT") == page.locator(".step:visible").count()
    assert "first_hour-1@" not in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "Haugen\\; Bygg\\,\\\\" in text.replace("\r\n ", "")


@pytest.mark.parametrize(("found", "step", "shown"), [
    ("2026-03-28T09:00", "until_fixed/1", "2026-03-29T07:00:00.000Z"),
    ("2026-10-24T09:00", "until_fixed/1", "2026-10-25T08:00:00.000Z"),
    ("2026-12-31T14:00", "until_fixed/1", "2027-01-01T13:00:00.000Z"),
    ("2026-12-31T16:00", "first_day/4", "2027-01-01T14:30:00.000Z"),
])  # fmt: skip
def test_deadlines_are_right_when_the_clocks_change(open_page: Open, found: str, step: str, shown: str) -> None:
    """A day on is the same time of day, in spring, in autumn and into the new year; a time of day that is past is tomorrow's."""
    page = open_page(LATE)
    moment = datetime.fromisoformat(found).replace(tzinfo=ZoneInfo("Europe/Oslo"))
    start(page, found=found, now=moment.isoformat())
    assert page.locator(f"[data-step='{step}'] time").get_attribute("datetime") == shown


def test_the_other_language_opens_with_the_same_case(open_page: Open) -> None:
    """The link to the other language keeps case, level and repetition; the case is the same there."""
    page = open_page(LATE)
    start(page)
    page.locator(".choice--repeat").click()
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/delivery/late-delivery/?**")
    assert page.locator(".case__title").text_content() == "Haugen Bygg"
    assert page.locator("input[name=repeat]").is_checked()
    assert page.locator("[data-promise]").text_content() == "Next contact 08:40, in 25 min"


def test_hostile_text_in_a_case_stays_text(open_page: Open) -> None:
    """Customer, note and values come out as typed in the box, the bar, the list and the log, and nothing runs."""
    page = open_page(LATE)
    start(page, HOSTILE)
    page.locator("[data-note-text]").fill(HOSTILE)
    page.get_by_role("button", name="Legg til").click()
    assert page.locator(".case__title").text_content() == HOSTILE
    assert HOSTILE in str(page.locator("[data-log]").text_content())
    assert page.locator(".bar strong").text_content() == HOSTILE
    page.goto(page.url.split("/delivery")[0] + "/cases/")
    assert page.locator(".cases__name").text_content() == HOSTILE
    assert page.locator(".cases img").count() == 0
    assert page.evaluate("window.hit") is None
    assert json.loads(next(text for key, text in kept(page).items() if "case" in key))["customer"] == HOSTILE


def test_a_case_is_deleted_only_when_one_is_sure(open_page: Open) -> None:
    """The question can be answered with no; with yes the case is gone from the device, and the page says so."""
    page = open_page(LATE)
    start(page)
    page.locator("[data-drop]").click()
    page.get_by_role("button", name="Avbryt").click()
    assert any("opptur.case." in key for key in kept(page))
    page.locator("[data-drop]").click()
    page.get_by_role("dialog").get_by_role("button", name="Slett").click()
    page.locator("[data-start-case]").wait_for()
    assert not any("opptur.case." in key for key in kept(page))
    assert toast(page) == "Slettet."
    assert page.locator(".case .notice:visible, .case__others:visible").count() == 0


def test_a_case_that_is_fixed_closes_the_gate_for_ninety_days(open_page: Open) -> None:
    """When it was put right is kept, and the reference gate counts from there: ninety days at severity 3."""
    page = open_page(LATE)
    start(page)
    page.locator("[data-fixed]").click()
    assert page.locator("[data-gate=too_soon]").get_attribute("data-state") == "closed"
    later(page, "2027-02-22T10:00:00+01:00")
    assert page.locator("[data-gate=too_soon]").get_attribute("data-state") == "closed"
    later(page, "2027-02-23T10:00:00+01:00")
    assert page.locator("[data-gate=too_soon]").get_attribute("data-state") == "unknown"
