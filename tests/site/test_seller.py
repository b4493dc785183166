"""A seller in a hurry: from what has happened to the right words on the clipboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from tests.dom import Element
from tests.site.conftest import HOMES, NOW, SIZES, Open
from tests.site.filling import choose, clipboard, fields, fill, forget
from tests.site.workshop import Built

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser
MOST_TAPS = 5
MOST_WORDS = 60
LATE = "/delivery/late-delivery/"


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """One phone that is used for many plays, since the clipboard and the browser are the same."""
    width, height = SIZES["phone"]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        has_touch=True,
        reduced_motion="reduce",
        timezone_id="Europe/Oslo",
        permissions=["clipboard-read", "clipboard-write"],
    )
    page = context.new_page()
    page.set_default_timeout(5000)
    page.clock.set_fixed_time(NOW)
    yield page
    context.close()


class Thumb:
    """Counts taps."""

    def __init__(self) -> None:
        self.taps = 0

    def tap(self, target: Locator) -> None:
        """One more."""
        self.taps += 1
        target.tap()


@pytest.mark.parametrize("lang", HOMES)
def test_from_the_front_page_to_a_message_on_the_clipboard(phone: Page, built: Built, address: str, lang: str) -> None:
    """For every play: at most five taps besides typing, and what is copied is whole, without a brace, a bracket or an empty line too many."""
    for (play_id, its), url in built.play_urls().items():
        if its != lang:
            continue
        phone.goto(address + HOMES[lang])
        forget(phone)
        thumb, family = Thumb(), url.rsplit("/", 3)[1]
        thumb.tap(phone.locator(f"[data-branch={family}] .branch__title a"))
        thumb.tap(phone.locator(f"[data-branch={family}] [data-play={play_id}] a").first)
        phone.wait_for_url(f"**{url}")
        thumb.tap(phone.locator("[data-write]"))
        box = phone.locator("[data-moment=first_notice_we_found] .message:not([hidden])")
        fill(box)
        thumb.tap(box.locator("[data-copy]"))
        text = clipboard(phone)
        assert thumb.taps <= MOST_TAPS
        assert len(text) > 80, play_id
        assert not re.search(r"[{}\[\]]|\n\n\n|[ \t]\n|^\s|\s$|undefined|null", text), (play_id, text)
        shown = " ".join(str(box.locator("[data-preview]").inner_text()).replace("(pause)", "").split())
        assert " ".join(text.split()) == shown


@pytest.mark.parametrize("lang", HOMES)
def test_the_first_screen_holds_the_emergency_card(phone: Page, built: Built, address: str, lang: str) -> None:
    """On every play, without scrolling on a phone: title, severity, sentence, buttons and three actions; sixty words at most above."""
    for (play_id, its), url in built.play_urls().items():
        if its != lang:
            continue
        phone.goto(address + url)
        parts = ["article.play h1", ".level .choice:has(:checked)", ".card__say", ".card__buttons a", "[data-copy-say]"]
        parts += [f".card__actions li:nth-child({number}) small" for number in (1, 2, 3)]
        for part in parts:
            place = phone.locator(part).first.bounding_box()
            assert place, (play_id, part)
            assert place["y"] >= 0, (play_id, part)
            assert place["y"] + place["height"] <= SIZES["phone"][1], (play_id, part, place)
        assert len(words_above_the_button(phone)) <= MOST_WORDS, play_id
        assert phone.locator(".card__actions li").count() == 3


def words_above_the_button(page: Page) -> list[str]:
    """The words that can be seen above the first button of the card."""
    text = page.evaluate(
        """() => {
          const limit = document.querySelector(".card__buttons").getBoundingClientRect().top;
          const walk = document.createTreeWalker(document.querySelector("article.play"), NodeFilter.SHOW_TEXT);
          const seen = [];
          for (let node = walk.nextNode(); node; node = walk.nextNode()) {
            const range = document.createRange();
            range.selectNodeContents(node);
            const box = range.getBoundingClientRect();
            if (box.height > 1 && box.bottom <= limit && node.parentElement.checkVisibility() && !node.parentElement.closest(".visually-hidden")) seen.push(node.data);
          }
          return seen.join(" ");
        }"""
    )
    return [word for word in str(text).split() if re.search(r"\w", word)]


@pytest.mark.parametrize("lang", HOMES)
def test_three_choices_lead_to_every_play_and_none_to_nowhere(open_page: Open, built: Built, lang: str) -> None:
    """From every place in the tree there is a play to go to and a way for the unsure; all plays are within three choices."""
    page = open_page(HOMES[lang])
    plays = {play_id for (play_id, its), _ in built.play_urls().items() if its == lang}
    found: set[str] = set()
    for branch in page.locator(".tree > [data-branch]").all():
        name = str(branch.get_attribute("data-branch"))
        page.goto(page.url.split("?")[0] + f"?what={name}")
        targets = page.locator(".branch--open > .entries > li:visible, .branch__last:visible")
        assert targets.count() >= 1, name
        if name != "unsure":
            found |= {str(entry.get_attribute("data-play")) for entry in targets.all()}
            assert page.locator(".entries__unsure:visible").count() == 1
            continue
        for level in page.locator(".branch--level:visible").evaluate_all("all => all.map(one => one.dataset.branch)"):
            page.goto(page.url.split("?")[0] + f"?what=unsure&severity={level}")
            assert page.locator(".entries__unsure:visible").count() == 1
            assert page.locator(".branch--level .entries > li:visible").count() >= 2
    assert found == plays


def test_unsure_takes_the_graver(open_page: Open, built: Built) -> None:
    """Whoever is unsure of the family gets the play of the highest severity there; whoever is unsure of all, the highest of all."""
    plays = {
        play_id: built.pages[url] for (play_id, lang), url in built.play_urls().items() if lang == "nb" and url.startswith("/delivery/")
    }
    page = open_page("/?what=delivery")
    taken = str(page.locator(".entries__unsure:visible").get_attribute("data-play"))
    assert gravest_level(plays[taken]) == max(gravest_level(play) for play in plays.values())
    page.goto(page.url.split("?")[0] + "?what=unsure")
    grave = str(page.locator(".branch__last").get_attribute("data-play"))
    levels = {play_id: built.pages[url].all(data_level="4") for (play_id, lang), url in built.play_urls().items() if lang == "nb"}
    assert levels[grave]


def gravest_level(page: Element) -> int:
    """The highest level that a play covers."""
    return max(int(tag.attrs["data-level"]) for tag in page.one("header", class_="hero").all("li", data_level=""))


def test_back_goes_a_question_back(open_page: Open, address: str) -> None:
    """Each answer stands in the address; the browser's own Back and the link on the page undo one answer, and the keyboard follows."""
    page = open_page("/")
    page.locator("[data-branch=unsure] > .branch__title a").click()
    page.locator("[data-branch='3'] .branch__title a").click()
    assert page.url == f"{address}/?what=unsure&severity=3"
    assert page.evaluate("document.activeElement.closest('[data-branch]').dataset.branch") == "3"
    page.go_back()
    assert page.url == f"{address}/?what=unsure"
    page.get_by_role("link", name="Tilbake", exact=True).click()
    assert page.locator(".entries:visible").count() == 1  # the chapters
    assert page.evaluate("document.activeElement.id") == "top"


def test_severity_and_repetition_change_what_is_asked(open_page: Open) -> None:
    """Rhythm, channel, steps and words follow the level and the repetition, which both stand in the address."""
    page = open_page("/invoicing/incorrect-invoice/")

    def look() -> dict[str, object]:
        return {
            "rhythm": page.locator(".rhythm__level:visible").inner_text(),
            "steps": page.locator(".step:visible").count(),
            "channel": page.locator("[data-moment=first_notice_we_found] [aria-selected=true]").get_attribute("data-channel"),
            "message": page.locator("[data-moment=first_notice_we_found] .message:visible [data-preview]").inner_text(),
            "asking": page.locator("[data-moment=reference_ask] .gates__shut").text_content(),
        }

    grave = look()
    page.locator(".choice:has([value='1'])").click()
    mild = look()
    assert "severity=1" in page.url
    assert mild["channel"] == "email" != grave["channel"] == "phone"
    assert mild["rhythm"] != grave["rhythm"]
    page.locator(".choice--repeat").click()
    again = look()
    assert "repeat=yes" in page.url
    assert again["rhythm"] != mild["rhythm"]
    assert int(str(again["steps"])) > int(str(mild["steps"]))
    assert "Dette har skjedd før" in str(again["message"])
    assert "Andre gang" in str(again["asking"])
    page.reload()
    assert look() == again
    page.locator(".choice--repeat").click()
    assert "repeat" not in page.url


def test_a_level_that_brings_in_the_boss_adds_a_step(open_page: Open) -> None:
    """The step to tell the sales manager is there at level 3 and gone at level 2."""
    page = open_page(LATE + "?severity=3")
    boss = page.locator("[data-extra='involve/level/sales-manager']")
    assert boss.is_visible()
    page.locator(".choice:has([value='2'])").click()
    assert not boss.is_visible()


def test_a_wrong_level_in_the_address_is_passed_over(open_page: Open) -> None:
    """A level that the play does not have, or nonsense, leaves the gravest level chosen."""
    for wrong in ("1", "9", "x", "<b>"):
        page = open_page(f"{LATE}?severity={wrong}")
        assert page.locator("input[name=severity]:checked").get_attribute("value") == "3"


def test_copying_waits_until_everything_is_filled_in(open_page: Open) -> None:
    """One box left empty: nothing is copied, the box is named and has the keyboard. Once filled, the text is copied."""
    page = open_page(LATE)
    box = choose(page, "first_notice_we_found", "sms")
    fill(box)
    for field in fields(box):
        kept = field.input_value()
        field.fill("")
        forget(page)
        box.locator("[data-copy]").click()
        name = field.evaluate("input => input.labels[0].textContent")
        assert clipboard(page) == "nothing"
        assert f"Mangler: {name}" in str(box.locator("[data-note]").text_content())
        assert field.evaluate("input => input === document.activeElement && input.getAttribute('aria-invalid') === 'true'")
        box.locator("[data-open]").click()
        assert page.url.split("#")[0].endswith(LATE)
        field.fill(kept)
    box.locator("[data-copy]").click()
    assert clipboard(page).startswith("Hei Kari.")


def test_what_is_filled_in_once_stands_in_every_message(open_page: Open) -> None:
    """A value typed in one message is in all others, also after a reload; the seller's own name is kept for later plays."""
    page = open_page(LATE)
    box = choose(page, "first_notice_we_found", "sms")
    fill(box)
    other = choose(page, "bad_news", "email")
    assert other.locator("[data-field=first_name]").input_value() == "Kari"
    page.reload()
    assert choose(page, "first_notice_we_found", "sms").locator("[data-field=order_no]").input_value() == "Kari"
    page.goto(page.url.replace("delivery/late-delivery", "invoicing/incorrect-invoice"))
    box = choose(page, "first_notice_we_found", "sms")
    assert box.locator("[data-field=seller]").input_value() == "Kari"
    assert box.locator("[data-field=first_name]").input_value() == ""
