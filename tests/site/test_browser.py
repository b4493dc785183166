"""The handbook in Chromium: on a phone and on a desk, light and dark, with scripts and without."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.site.conftest import HOMES, KINDS, SIZES, Open
from tests.site.workshop import Built

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Paths = dict[tuple[str, str], str]
SCHEMES = ("light", "dark")
TARGET = 44
"""Pixels: what a thumb hits."""


def paper(page: Page) -> str:
    """The colour that a page is painted on."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def focused(page: Page) -> str:
    """What the keyboard is at: an id, or else the start of its text."""
    return str(page.evaluate("document.activeElement.id || document.activeElement.className || document.activeElement.textContent.trim()"))


@pytest.mark.parametrize("kind", ["home", "family", "play", "chapter"])
@pytest.mark.parametrize("size", SIZES)
def test_the_skip_link_leads_past_the_navigation(open_page: Open, paths: Paths, kind: str, size: str) -> None:
    """By keyboard alone: it shows when reached, and the next stop after following it lies in the content."""
    page = open_page(paths[kind, "nb"], size)
    page.keyboard.press("Tab")
    if size == "phone":
        page.keyboard.press("Tab")
    assert focused(page) == "md-skip"
    assert page.locator(".md-skip").evaluate("link => getComputedStyle(link).opacity") == "1"
    page.keyboard.press("Enter")
    page.wait_for_url("**#*")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main article')")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripted", "unscripted"])
def test_the_menu_opens_and_closes_by_keyboard(open_page: Open, paths: Paths, scripts: bool) -> None:  # noqa: FBT001 - a case, not a switch
    """The first stop on a phone is the menu. Space opens it, its links are then reached, and space closes it again."""
    page = open_page(paths["play", "nb"], java_script_enabled=scripts)
    menu = page.locator("nav.md-nav--primary")
    assert not menu.is_visible()
    page.keyboard.press("Tab")
    assert focused(page) == "__drawer"
    page.keyboard.press("Space")
    menu.get_by_role("link").first.wait_for(state="visible")
    assert menu.bounding_box()["x"] == 0  # type: ignore[index]
    while not page.evaluate("!!document.activeElement.closest('nav.md-nav--primary')"):
        page.keyboard.press("Tab")
        assert not page.evaluate("!!document.activeElement.closest('article')"), "the menu was passed by"
    page.locator("#__drawer").focus()
    page.keyboard.press("Space")
    menu.wait_for(state="hidden")


def test_the_menu_opens_and_closes_by_tap(open_page: Open, paths: Paths) -> None:
    """A tap on the button opens it; a tap on the same place, or beside the menu, closes it; a tap on a link follows it."""
    page = open_page(paths["play", "nb"])
    menu, button = page.locator("nav.md-nav--primary"), page.get_by_role("checkbox", name="Meny", exact=True)
    for x, y in ((24, 24), (370, 400)):
        button.tap()
        menu.wait_for(state="visible")
        page.touchscreen.tap(x, y)
        menu.wait_for(state="hidden")
    button.tap()
    menu.get_by_role("link").nth(1).tap()
    page.wait_for_url(re.compile(r"/delivery/$|/[a-z]+/$"))
    assert not page.locator("#__drawer").is_checked()


def test_without_the_menu_its_links_are_out_of_reach(open_page: Open, paths: Paths) -> None:
    """A closed menu holds no stop for the keyboard."""
    page = open_page(paths["home", "nb"])
    for _ in range(12):
        page.keyboard.press("Tab")
        assert not page.evaluate("!!document.activeElement.closest('nav.md-nav--primary')")


@pytest.mark.parametrize("size", SIZES)
def test_the_language_link_lands_on_the_same_play(open_page: Open, paths: Paths, address: str, size: str) -> None:
    """There and back again: the same play in the other language."""
    page = open_page(paths["play", "nb"], size)
    page.get_by_role("link", name="English").click()
    assert page.url == address + paths["play", "en"]
    page.get_by_role("link", name="Norsk").click()
    assert page.url == address + paths["play", "nb"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_light_or_dark_is_chosen_and_remembered(open_page: Open, paths: Paths, address: str, scheme: str) -> None:
    """The page starts as the device wishes; the button turns it, and the choice holds on the next page and after a reload."""
    page = open_page(paths["play", "nb"], "desk", color_scheme=scheme)
    first = paper(page)
    page.get_by_role("button", name="Bytt mellom lyst og mørkt").press("Enter")
    turned = paper(page)
    assert turned != first
    page.reload()
    assert paper(page) == turned
    page.goto(address + paths["chapter", "en"])
    assert paper(page) == turned
    page.get_by_role("button", name="Switch between light and dark").click()
    assert paper(page) == first


@pytest.mark.parametrize("kind", KINDS)
def test_without_scripts_nothing_is_missing(open_page: Open, paths: Paths, kind: str) -> None:
    """All that a script shows of the handbook is there without it, dark follows the device, and no button waits for a script."""
    with_scripts = open_page(paths[kind, "nb"], color_scheme="dark")
    without = open_page(paths[kind, "nb"], color_scheme="dark", java_script_enabled=False)
    for part in ("[data-step] .step__do", "dd", ".fold > summary", ".entries a", ".catalogue__entry", ".quiz"):
        assert (
            without.locator(f"main {part}").all_text_contents()
            == with_scripts.locator(f"main {part}").all_text_contents()[: without.locator(f"main {part}").count()]
        )
    assert without.locator("main :is(button, input, select):visible").count() == 0
    assert paper(without) == paper(with_scripts) != paper(open_page(paths[kind, "nb"], color_scheme="light", java_script_enabled=False))
    assert not without.get_by_role("button", name="Bytt mellom").is_visible()


def test_what_is_folded_opens_without_scripts(open_page: Open, paths: Paths) -> None:
    """Each fold opens by tap, and by keyboard."""
    page = open_page(paths["play", "nb"], java_script_enabled=False)
    fold = page.locator("details.fold:not([open])").first.element_handle()
    assert fold
    summary = fold.query_selector("summary")
    assert summary
    summary.tap()
    assert fold.get_attribute("open") is not None
    summary.press("Enter")
    assert fold.get_attribute("open") is None


def test_a_step_leads_to_an_open_message(open_page: Open, paths: Paths) -> None:
    """The link from a step to its message shows the message, also where it was folded."""
    page = open_page(paths["play", "nb"], java_script_enabled=False)
    targets = {str(link.get_attribute("href")) for link in page.locator(".step__message a").all()}
    folded = [target for target in sorted(targets) if not page.locator(target).is_visible()]
    assert folded
    page.locator(f".step__message a[href='{folded[-1]}']").first.click()
    page.locator(f"{folded[-1]} [data-preview]").first.wait_for(state="visible")


def test_what_is_tapped_is_large_enough(open_page: Open, paths: Paths) -> None:
    """Buttons, folds, entries of plays, the menu and the languages are at least 44 pixels high on a phone."""
    page = open_page(paths["play", "nb"])
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    page.locator("#__drawer").tap()
    page.locator("nav.md-nav--primary").wait_for(state="visible")
    assert small(page, "button, summary, a.button, #__drawer, .languages a, nav.md-nav--primary a, a[rel=edit]") == []
    for kind in ("home", "family", "404"):
        assert small(open_page(paths[kind, "nb"]), "button, .entries a, .catalogue h2 a, a.button, .languages a") == []


def small(page: Page, selector: str) -> list[str]:
    """What can be tapped and is too low, with its height. There must be something to tap."""
    boxes = [
        (str(element.text_content()).strip()[:40], box["height"])
        for element in page.locator(selector).all()
        if (box := element.bounding_box())
    ]
    assert boxes
    return [f"{name}: {height}" for name, height in boxes if height < TARGET]


@pytest.mark.parametrize(("locale", "lang"), [("nb-NO", "nb"), ("nn-NO", "nb"), ("no", "nb"), ("en-GB", "en"), ("de-DE", "nb")])
def test_a_short_address_leads_on_in_the_readers_language(open_page: Open, built: Built, address: str, locale: str, lang: str) -> None:
    """Norwegian in any form leads to Norwegian, English to English, and any other language to Norwegian; the place on the page is kept."""
    (play_id, _), *_ = built.play_urls()
    page = open_page(f"/p/{play_id}/#messages", locale=locale)
    page.wait_for_url(address + built.play_urls()[play_id, lang] + "#messages")


def test_a_short_address_is_a_list_without_scripts(open_page: Open, built: Built, address: str) -> None:
    """Without scripts one chooses, and lands on the play."""
    (play_id, _), *_ = built.play_urls()
    page = open_page(f"/p/{play_id}/", java_script_enabled=False)
    assert page.get_by_role("link").count() == len(HOMES)
    page.locator("a[hreflang=en]").click()
    assert page.url == address + built.play_urls()[play_id, "en"]
