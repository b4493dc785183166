"""The search on real pages: what it finds, how it is used by thumb, keyboard and ear, and what it costs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.site.conftest import Open
from tests.site.searching import ANSWERED, active, ask, plays

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PLAY = "/delivery/late-delivery/"
EVERY_KIND = ("/", "/en/", PLAY, "/delivery/", "/plays/", "/cases/", "/how-to-use/", "/en/research/", "/nowhere/at/all")


@pytest.mark.parametrize("path", EVERY_KIND)
def test_every_page_has_one_box(open_page: Open, path: str) -> None:
    """Each page has exactly one search, it is visible, and it finds."""
    page = open_page(path)
    assert page.locator("input[data-search]").count() == 1
    assert page.locator("input[data-search]").is_visible()
    english = path.startswith("/en/")
    assert ask(page, "late delivery" if english else "forsinket levering")[0] == "late-delivery"
    assert ("/en/" in page.locator("[data-play] a").first.get_attribute("href")) == english  # type: ignore[operator]


def test_nothing_is_fetched_before_the_box_is_used(open_page: Open, address: str) -> None:
    """A page that is only read asks for no part of the search."""
    page = open_page("/plays.json")
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{address}/")
    page.wait_for_load_state("networkidle")
    assert len(fetched) > 5
    assert [url for url in fetched if re.search(r"/search/|seeker|results", url)] == []
    with page.expect_request("**/search/nb/root.json"):
        page.focus("input[data-search]")


def test_one_letter_is_enough(open_page: Open) -> None:
    """The first letter shows plays with words that begin so."""
    page = open_page("/")
    assert ask(page, "f")
    assert page.locator("[data-search-results] mark").first.inner_text().lower().startswith("f")


def test_a_result_can_be_acted_on(open_page: Open) -> None:
    """A result tells title, family, severity and the line that matched, and leads to the card, the first message and the place."""
    page = open_page("/")
    ask(page, "bilen kom ikke")
    first = page.locator("[data-search-results] [data-play]").first
    assert first.get_attribute("data-play") == "late-delivery"
    assert first.locator("strong").inner_text() == "Forsinket levering"
    assert first.locator(".results__about").inner_text() == "Levering · Alvor 2–3"
    assert {"bilen", "kom", "ikke"} <= {mark.lower() for mark in first.locator("mark").all_inner_texts()}
    hrefs = [link.get_attribute("href") for link in first.locator("a").all()]
    assert [href.partition("#")[2] for href in hrefs if href][:3] == ["", "card", "first_notice_we_found"]
    first.get_by_text("Kortet").click()
    page.wait_for_url(f"**{PLAY}#card")


def test_each_place_a_result_leads_to_exists(open_page: Open) -> None:
    """Whatever place a result names on a page, the page has it."""
    page = open_page("/")
    hrefs: set[str] = set()
    for query in (
        "spør om kreditnota",
        "sjåføren venter",
        "hvem må jeg si fra til",
        "tell kolli mot ordren",
        "erstatning",
        "glossar ord og uttrykk",
    ):
        ask(page, query)
        hrefs |= {link.get_attribute("href") or "" for link in page.locator("[data-search-results] a[href*='#']").all()}
    assert len(hrefs) > 15
    other = open_page("/")
    for href in sorted(hrefs):
        other.goto(href)
        assert other.evaluate("() => document.getElementById(decodeURIComponent(location.hash.slice(1))) !== null"), href


def test_it_says_why_when_that_is_not_plain(open_page: Open) -> None:
    """A play that was found by another word than the one typed says which."""
    page = open_page("/")
    assert ask(page, "purring på regning som er betalt")[0] == "wrongful-dunning"
    whys = page.locator(".results__why").all_inner_texts()
    assert any(re.search(r"regning ~ faktura", why) for why in whys)


def test_plays_stand_above_chapters(open_page: Open) -> None:
    """Chapters are found too, in a group of their own below the plays."""
    page = open_page("/")
    ask(page, "hva er servicegjenopprettingsparadokset i forskningen")
    groups = page.locator("[data-search-results] [role=rowgroup]")
    assert [label for group in groups.all() if (label := group.get_attribute("aria-label"))] == ["Spill", "I håndboka"]
    assert "/research/" in (groups.nth(1).locator("a").first.get_attribute("href") or "")


@pytest.mark.parametrize(("path", "query", "said", "mail"), [
    ("/", "xyzzy qqqq", "Ingen spill passer", "Jeg søkte etter «xyzzy qqqq»"),
    ("/en/", "xyzzy qqqq", "No play matches", "I searched for “xyzzy qqqq”"),
])  # fmt: skip
def test_never_an_empty_page(open_page: Open, path: str, query: str, said: str, mail: str) -> None:
    """What is not found gives the nearest plays, the question that leads to every play, and a letter with the words filled in."""
    from urllib.parse import unquote

    page = open_page(path)
    assert len(ask(page, query)) >= 3
    assert said in page.locator(".results__count").inner_text()
    unsure, lost = page.locator(".results__end").all()
    assert mail in unquote(lost.get_attribute("href") or "")
    assert "handboka@nordvik.example" in (lost.get_attribute("href") or "")
    unsure.click()
    page.wait_for_url("**?what=unsure")
    assert page.locator("[data-branch=unsure]").is_visible()


def test_near_words_give_near_plays(open_page: Open) -> None:
    """A word that nobody uses still leads to plays with words that begin alike."""
    page = open_page("/")
    assert ask(page, "fakturxyzqwvb")
    assert "incorrect-invoice" in plays(page)


def test_the_keyboard_walk(open_page: Open) -> None:
    """`/` goes to the box; down and up between results, right and left within one; Escape closes, then empties; Enter opens."""
    page = open_page(PLAY, size="desk")
    page.keyboard.press("/")
    assert page.evaluate("() => document.activeElement.matches('[data-search]')")
    page.keyboard.type("montør møtte ikke")
    page.wait_for_function(ANSWERED, arg="montør møtte ikke")
    box = page.locator("input[data-search]")
    assert [box.get_attribute(name) for name in ("role", "aria-expanded", "aria-haspopup", "aria-controls")] == [
        "combobox",
        "true",
        "grid",
        "search-results",
    ]
    assert active(page) == ""
    page.keyboard.press("ArrowDown")
    assert active(page).startswith("Montøren møtte ikke opp")
    page.keyboard.press("ArrowRight")
    assert active(page) == "Kortet"
    page.keyboard.press("ArrowRight")
    assert active(page) == "Første melding"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowDown")
    second = active(page)
    assert second
    assert "Montøren møtte ikke opp" not in second
    page.keyboard.press("ArrowUp")
    assert active(page).startswith("Montøren møtte ikke opp")
    page.keyboard.press("ArrowUp")
    assert active(page) == ""
    page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    assert box.input_value() == "montør møtte ikke"
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => document.querySelector('[data-search]').getAttribute('aria-expanded') === 'true'")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url("**/service/technician-no-show/#card")
    page.go_back()
    assert page.locator("input[data-search]").input_value() == "montør møtte ikke"
    page.focus("input[data-search]")
    page.wait_for_function(ANSWERED, arg="montør møtte ikke")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.locator("input[data-search]").input_value() == ""
    assert "q=" not in page.url


def test_enter_opens_the_first_result(open_page: Open) -> None:
    """Enter, or a phone's Go, opens the best play, even when it is pressed before the results are there."""
    page = open_page("/")
    page.focus("input[data-search]")
    page.keyboard.type("feil på faktura")
    page.keyboard.press("Enter")
    page.wait_for_url("**/invoicing/incorrect-invoice/")


def test_a_slash_in_a_text_stays_a_slash(open_page: Open) -> None:
    """Whoever writes a message can write a slash."""
    page = open_page(PLAY)
    page.focus("input[data-search]")
    page.keyboard.type("24/7")
    assert page.locator("input[data-search]").input_value() == "24/7"


def test_the_query_stands_in_the_address(open_page: Open) -> None:
    """A search can be shared and comes back with Back; an address with a query opens on its results."""
    page = open_page("/")
    ask(page, "feil faktura")
    assert "q=feil+faktura" in page.url
    other = open_page("/plays/?q=feil+faktura")
    other.wait_for_function(ANSWERED, arg="feil faktura")
    assert plays(other)[0] == "incorrect-invoice"
    ask(other, "feil vare")
    other.fill("input[data-search]", "")
    assert "q=" not in other.url


def test_the_count_is_said_aloud_in_the_page_s_language(open_page: Open) -> None:
    """A live region tells how many plays match, and nothing when nothing has changed."""
    for path, words in (("/", r"^\d+ spill passer\.$|^Ett spill passer\.$"), ("/en/", r"^\d+ plays match\.$|^One play matches\.$")):
        page = open_page(path)
        ask(page, "faktura" if path == "/" else "invoice")
        region = page.locator(".results [role=status]")
        assert re.search(words, region.inner_text())


def test_recent_searches_can_be_used_again_and_forgotten(open_page: Open) -> None:
    """What led somewhere is offered when the box is empty, on this device only, until it is wiped."""
    page = open_page("/")
    ask(page, "bilen kom ikke")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{PLAY}")
    page.focus("input[data-search]")
    page.wait_for_selector(".results__again")
    assert page.locator(".results__again").all_inner_texts() == ["bilen kom ikke"]
    page.click(".results__again")
    page.wait_for_function(ANSWERED, arg="bilen kom ikke")
    page.fill("input[data-search]", "")
    page.click(".results__wipe")
    assert page.evaluate("() => localStorage.getItem('opptur.searches')") is None
    page.goto(page.url)
    page.focus("input[data-search]")
    page.wait_for_timeout(300)
    assert page.locator(".results__again").count() == 0


def test_results_are_accessible(open_page: Open) -> None:
    """axe-core finds nothing wrong with results open, with none found, or with recent searches, in either scheme or size."""
    axe = Axe()
    for size in ("phone", "desk"):
        for scheme in ("light", "dark"):
            page = open_page(PLAY, size=size, color_scheme=scheme)
            for query in ("kunden fikk feil regning", "xyzzy qqqq"):
                ask(page, query)
                page.keyboard.press("ArrowDown")
                assert violations(axe, page) == []
            page.evaluate("() => localStorage.setItem('opptur.searches', JSON.stringify(['en', 'to']))")
            page.fill("input[data-search]", "")
            page.wait_for_selector(".results__again")
            assert violations(axe, page) == []


def violations(axe: Axe, page: Page) -> list[str]:
    """What is wrong in the page as it stands."""
    found = axe.run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}).response
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]]


def test_a_thumb_can_hit_every_result(open_page: Open) -> None:
    """On a phone each place to press is at least 44 pixels high, nothing is wider than the screen, and the best is on top."""
    page = open_page("/")
    ask(page, "kunden fikk feil regning")
    heights = page.eval_on_selector_all(
        "[data-search-results] :is(a, button)", "all => all.map((one) => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390


def test_more_results_can_be_shown(open_page: Open) -> None:
    """When more plays match than are shown at first, one press shows them."""
    page = open_page("/")
    few = ask(page, "kunden er sint")
    assert len(few) == 6
    page.click(".results__more")
    page.wait_for_function("() => document.querySelectorAll('[data-search-results] [data-play]').length > 6")
    assert plays(page)[:6] == few


def test_words_in_attributes_are_json_safe(open_page: Open) -> None:
    """What is remembered is a list of texts and nothing else."""
    page = open_page("/")
    ask(page, "feil på faktura")
    page.keyboard.press("Enter")
    page.wait_for_url("**/invoicing/incorrect-invoice/")
    assert json.loads(page.evaluate("() => localStorage.getItem('opptur.searches')")) == ["feil på faktura"]
