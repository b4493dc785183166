"""Messages: written as people write in each language, opened in the right program, and never more than text."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from tests.site.conftest import Open
from tests.site.filling import choose, clipboard, fields, fill, forget, message

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser
LATE = "/delivery/late-delivery/"
HOSTILE = '<img src=x onerror="window.hit=1">&amp;{{7*7}}${window.hit=1}</p><script>window.hit=1</script>'


def test_values_are_written_as_in_the_language_of_the_message(open_page: Open) -> None:
    """Amounts, dates, times and numbers follow the message's language, which is chosen apart from the page's."""
    page = open_page(LATE)
    box = choose(page, "compensation", "email")
    box.locator("[data-field=amount]").fill("12400")
    box.locator("[data-field=account_date]").fill("2027-01-05")
    box.locator("[data-field=direct_line]").fill("91345678")
    shown = box.locator("[data-preview]")
    assert "Vi krediterer 12 400 kr" in shown.inner_text()
    assert "5. januar 2027" in shown.inner_text()
    assert "913 45 678" in shown.inner_text()
    page.get_by_text("English", exact=True).last.click()
    page.wait_for_function("document.querySelector('[data-message=\"compensation/email\"] [data-preview]').lang === 'en'")
    assert "NOK 12,400" in shown.inner_text()
    assert "5 January 2027" in shown.inner_text()
    assert "+47 913 45 678" in shown.inner_text()
    assert page.locator("html").get_attribute("lang") == "nb"
    assert box.locator("label").first.inner_text() == "Ordrenummer"
    page.get_by_text("Norsk", exact=True).last.click()
    assert "Vi krediterer 12 400 kr" in shown.inner_text()


def test_an_english_message_is_copied_from_the_norwegian_page(open_page: Open) -> None:
    """The text on the clipboard is the English play's own."""
    page = open_page(LATE)
    page.get_by_text("English", exact=True).last.click()
    box = choose(page, "first_notice_we_found", "sms")
    page.wait_for_function("document.querySelector('[data-message=\"first_notice_we_found/sms\"] [data-preview]').lang === 'en'")
    fill(box)
    box.locator("[data-copy]").click()
    assert clipboard(page).startswith("Hello Kari. Order Kari will not arrive today.")


def test_without_the_other_page_the_language_stays(open_page: Open) -> None:
    """When the twin cannot be fetched it is said, and the choice goes back to what is shown."""
    page = open_page(LATE)
    page.route("**/en/**", lambda route: route.abort())
    page.get_by_text("English", exact=True).last.click()
    page.get_by_role("status").filter(has_text="Fikk ikke hentet").wait_for()
    assert page.locator("input[name=message-language]:checked").get_attribute("value") == "nb"


def test_another_day_is_said_in_words(open_page: Open) -> None:
    """A promise for tomorrow turns “i dag kl.” into “i morgen kl.”, so that the message never says two days."""
    page = open_page(LATE)
    page.clock.set_fixed_time("2026-11-25T10:00:00+01:00")
    page.reload()
    box = choose(page, "first_notice_we_found", "email")
    fill(box)
    assert "Jeg ringer deg i dag kl. 14.30" in box.locator("[data-preview]").inner_text()
    box.get_by_label("Neste kontakt: dag").select_option("2026-11-26")
    assert "Jeg ringer deg i morgen kl. 14.30" in box.locator("[data-preview]").inner_text()
    box.get_by_label("Neste kontakt: dag").select_option("2026-11-30")
    assert "Jeg ringer deg mandag 30. november kl. 14.30" in box.locator("[data-preview]").inner_text()


def test_mail_opens_with_recipient_subject_and_text(open_page: Open) -> None:
    """The link for mail holds all three, with line breaks, and the subject can be copied apart."""
    page = open_page(LATE)
    box = choose(page, "first_notice_we_found", "email")
    fill(box)
    box.locator("[data-contact=email]").fill("kari@example.com")
    link = urlsplit(str(box.locator("[data-open]").get_attribute("href")))
    given = parse_qs(link.query)
    assert (link.scheme, link.path) == ("mailto", "kari@example.com")
    assert given["subject"] == ["Ordre Kari: kommer ikke i dag – dette gjør vi"]
    box.locator("[data-copy]").click()
    assert given["body"][0].replace("\r\n", "\n") == clipboard(page)
    assert "\r\n\r\n" in given["body"][0]
    box.locator("[data-copy-subject]").click()
    assert clipboard(page) == given["subject"][0]


def test_text_messages_and_calls_open_with_the_number(open_page: Open) -> None:
    """The number is typed once: it stands in the links for SMS and for calling, on the card too."""
    page = open_page(LATE)
    box = choose(page, "first_notice_we_found", "sms")
    fill(box)
    box.locator("[data-contact=phone]").fill("+47 913 45 678")
    href = str(box.locator("[data-open]").get_attribute("href"))
    box.locator("[data-copy]").click()
    assert href.startswith("sms:+4791345678?&body=")
    assert unquote(href.split("body=")[1]) == clipboard(page)
    phone = choose(page, "first_notice_we_found", "phone")
    assert phone.locator("[data-open]").get_attribute("href") == "tel:+4791345678"
    assert page.locator(".card__buttons a").get_attribute("href") == "tel:+4791345678"


def test_calling_from_the_card_asks_for_the_number_first(open_page: Open) -> None:
    """Without a number a tap on Call opens a box for it, with the keyboard in it."""
    page = open_page(LATE)
    page.locator(".card__buttons a").click()
    assert page.evaluate("document.activeElement.id") == "call-number"
    page.keyboard.type("913 45 678")
    assert page.locator(".card__buttons a").get_attribute("href") == "tel:91345678"


def test_the_sentence_on_the_card_is_copied(open_page: Open) -> None:
    """The first sentence goes to the clipboard as it stands."""
    page = open_page(LATE)
    page.locator("[data-copy-say]").click()
    assert clipboard(page) == "Ordren din kommer ikke i dag. Vi bommet på planen, og det beklager jeg."


def test_the_parts_of_a_text_message_are_counted(open_page: Open) -> None:
    """One part or more, in seven bits or in Unicode, with the letter that is to blame."""
    page = open_page(LATE)
    box = choose(page, "bad_news", "sms")
    fill(box)
    note = box.locator("[data-note]")
    assert "GSM-7" in str(note.text_content())
    box.locator("[data-field=order_no]").fill("x" * 200)
    assert "SMS-er" in str(note.text_content())
    box.locator("[data-field=order_no]").fill("😀")
    assert "UCS-2" in str(note.text_content())
    assert "😀" in str(note.text_content())


@pytest.mark.parametrize("channel", ["phone", "email", "sms"])
def test_hostile_text_stays_text(open_page: Open, channel: str) -> None:
    """Markup and code typed into every box come out as typed, on the page, in the links and on the clipboard, and nothing runs."""
    page = open_page(LATE)
    box = choose(page, "first_notice_we_found", channel)
    fill(box, HOSTILE)
    assert box.locator("[data-preview] img, [data-preview] script").count() == 0
    assert HOSTILE in box.locator("[data-preview]").inner_text()
    box.locator("[data-copy]").click()
    assert HOSTILE in clipboard(page)
    page.reload()
    choose(page, "first_notice_we_found", channel)
    assert page.evaluate("window.hit") is None


def test_every_message_can_be_filled_in_and_copied(open_page: Open) -> None:
    """Each moment and channel, the words to one's own people, the thanks, the note to forward and the consent: all whole."""
    page = open_page("/people/repeat-failure/?severity=3")
    for fold in page.locator("[data-moment]").all():
        moment = str(fold.get_attribute("data-moment"))
        if moment == "reference_ask":
            continue
        for tab in fold.locator("[role=tab]").all():
            box = choose(page, moment, str(tab.get_attribute("data-channel")))
            check(box, page)
    for name in (
        "internal/message",
        "internal/manager",
        "internal/thanks",
        "customer/forwardable_note",
        "reference/consent_log",
        "reference/honest",
    ):
        check(message(page, name), page)


def check(box: Locator, page: Page) -> None:
    """Fill in and copy one message."""
    fill(box)
    forget(page)
    box.locator("[data-copy]").click()
    text = clipboard(page)
    assert " ".join(text.split()) == " ".join(box.locator("[data-preview]").inner_text().replace("(pause)", "").split())
    assert not set(text) & set("{}[]"), text
    assert "\n\n\n" not in text
    assert len(fields(box)) == len({field.get_attribute("data-field") for field in fields(box)})


def test_the_ladder_has_clock_times_from_now(open_page: Open) -> None:
    """Each rung says when to ask and when to move on, each a wait after the one before, and the whole can be copied."""
    page = open_page(LATE)
    page.clock.set_fixed_time("2026-11-25T10:02:00+01:00")
    page.reload()
    times = page.locator(".ladder__time").all_text_contents()
    assert times[0].startswith("Spør kl. 10.02. Ikke svar innen kl. 10.")
    until = times[0].split("Ikke svar innen ")[1].split("?")[0]
    assert times[1].startswith(f"Spør {until}.")
    page.locator("[data-copy-ladder]").click()
    assert clipboard(page).startswith("1. Lager: Plukk og lasting i dag")
    assert "\n2. Logistikk (Per Haugland, 900 00 102): " in clipboard(page)
    assert clipboard(page).count("\n") == len(times) - 1
    assert message(page, "internal/message").locator("[data-field=role]").input_value() == "Lager"
    page.clock.set_fixed_time("2026-11-25T13:00:00+01:00")
    page.locator("[data-copy-ladder]").click()
    assert "Spør kl. 10.02." in clipboard(page)
    page.locator("[data-from-now]").click()
    assert page.locator(".ladder__time").first.text_content().startswith("Spør kl. 13.00.")  # type: ignore[union-attr]


def test_a_suggestion_stays_in_its_message(open_page: Open) -> None:
    """The deadline that the ladder gives is for the internal message; the same field elsewhere waits to be filled in."""
    page = open_page("/it/data-loss/")
    assert message(page, "internal/message").locator("[data-field=deadline]").input_value() != ""
    assert message(page, "internal/manager").locator("[data-field=deadline]").input_value() == ""


def test_what_lies_behind_cannot_be_promised(open_page: Open) -> None:
    """A next contact or a new date that has passed is refused by name; a discovery yesterday is told as yesterday."""
    page = open_page(LATE)
    box = choose(page, "first_notice_we_found", "sms")
    fill(box)
    box.locator("[data-field=next_contact]").fill("09:00")
    forget(page)
    box.locator("[data-copy]").click()
    assert clipboard(page) == "nothing"
    assert "Tiden er passert: Neste kontakt" in str(box.locator("[data-note]").text_content())
    status = choose(page, "status_update", "sms")
    fill(status)
    status.locator("[data-field=new_date]").fill("2026-11-24")
    status.locator("[data-copy]").click()
    assert "Tiden er passert: Ny dato" in str(status.locator("[data-note]").text_content())
    done = choose(page, "fixed", "email")
    done.locator("[data-copy]").click()
    assert "Tiden er passert: Ny dato" not in str(done.locator("[data-note]").text_content())
    page.goto(page.url.replace("delivery/late-delivery", "it/data-loss"))
    note = choose(page, "first_notice_we_found", "email")
    note.locator("[data-field=found_at]").fill("16:00")
    note.locator("select").first.select_option("2026-11-24")
    assert "i går kl. 16.00" in note.locator("[data-preview]").inner_text()


def test_a_promise_stands_once_it_is_copied(open_page: Open) -> None:
    """The suggested time becomes the seller's own when the message is copied, and does not drift with the clock."""
    page = open_page(LATE)
    box = choose(page, "first_notice_we_found", "sms")
    fill(box)
    box.locator("[data-field=next_contact]").fill("")
    page.reload()
    page.evaluate("sessionStorage.clear()")
    page.reload()
    box = choose(page, "first_notice_we_found", "sms")
    for key, value in (("first_name", "Kari"), ("order_no", "40127"), ("direct_line", "91345678"), ("seller", "Line")):
        box.locator(f"[data-field={key}]").fill(value)
    assert box.locator("[data-field=next_contact]").input_value() == "11:00"
    box.locator("[data-copy]").click()
    page.clock.set_fixed_time("2026-11-25T10:40:00+01:00")
    page.reload()
    assert choose(page, "first_notice_we_found", "sms").locator("[data-field=next_contact]").input_value() == "11:00"


def test_an_attachment_is_called_to_mind(open_page: Open) -> None:
    """A text that speaks of something attached says so below, since a mail opened from here carries none."""
    page = open_page("/invoicing/incorrect-invoice/")
    box = choose(page, "fixed", "email")
    fill(box)
    box.locator("[data-field=first_name]").fill("Kari. Bildet ligger ved")
    assert "nevner et vedlegg" in str(box.locator("[data-note]").text_content())


def test_fields_from_an_earlier_customer_can_be_cleared(open_page: Open) -> None:
    """When the play is opened again it says what stands there from before, and one press clears it."""
    page = open_page(LATE)
    choose(page, "first_notice_we_found", "sms").locator("[data-field=order_no]").fill("11111")
    assert not page.locator(".messages__earlier").is_visible()
    page.reload()
    assert "11111" in page.locator(".messages__earlier").inner_text()
    page.locator("[data-clear]").click()
    assert choose(page, "first_notice_we_found", "sms").locator("[data-field=order_no]").input_value() == ""
    assert not page.locator(".messages__earlier").is_visible()
