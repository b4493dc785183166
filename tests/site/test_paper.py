"""Paper from the pages: PDFs that are there, a booklet of one's own, and a word to whoever holds an old sheet."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.print.reading import codes
from tests.site.conftest import Open
from tests.site.workshop import ADDRESS, Built

if TYPE_CHECKING:
    from playwright.sync_api import Page

PLAY = "/delivery/late-delivery/"


def test_every_play_offers_its_papers(built: Built) -> None:
    """Each play's page leads to four PDFs, the sheet first, and all of them are there; so does the feed to the sheet."""
    for (play_id, lang), url in built.play_urls().items():
        links = [link.attrs["href"] for link in built.pages[url].one("details", class_="paper").all("a") if "data-paper" in link.attrs]
        names = [f"handouts/{lang}/{play_id}{kind}.pdf" for kind in ("", "-large", "-pocket", "-cards")]
        assert [href.lstrip("./") for href in links] == names
        assert all((built.site / name).read_bytes().startswith(b"%PDF-") for name in names)
    feed = json.loads((built.site / "plays.json").read_text(encoding="utf-8"))
    assert all((built.site / entry["handout"].lstrip("/")).is_file() for entry in feed)


def test_the_code_on_a_sheet_leads_to_a_page(built: Built) -> None:
    """What a telephone reads from the sheet is an address of this site that exists."""
    (address,) = codes((built.site / "handouts/nb/late-delivery.pdf").read_bytes(), 0)
    path = address.removeprefix(ADDRESS).partition("?")[0]
    assert (built.site / path.strip("/") / "index.html").is_file()


@pytest.mark.browser
def test_ticked_plays_become_files_and_a_command(open_page: Open) -> None:
    """Two plays and a kind of paper give two links and one command; the choice stands in the address and survives a reload."""
    page: Page = open_page("/print/?no-reply")
    assert page.locator("[data-command] code").inner_text() == "opptur handout no-reply --lang nb"
    page.get_by_label("Forsinket levering", exact=True).check()
    page.get_by_label("Slag").select_option("large")
    assert page.locator("[data-command] code").inner_text() == "opptur handout late-delivery no-reply --lang nb --kind large"
    links = page.locator("[data-files] a")
    assert [links.nth(n).get_attribute("href") for n in range(2)] == [
        "../handouts/nb/late-delivery-large.pdf",
        "../handouts/nb/no-reply-large.pdf",
    ]
    page.locator("[data-copy-command]").click()
    assert page.evaluate("navigator.clipboard.readText()") == "opptur handout late-delivery no-reply --lang nb --kind large"
    page.reload()
    assert page.get_by_label("Forsinket levering", exact=True).is_checked()


@pytest.mark.browser
def test_an_old_sheet_is_told_of(open_page: Open) -> None:
    """Whoever comes from a sheet of an earlier edition is told; from the newest, or from no sheet, nobody is."""
    for query, told in (("", False), ("?e=1", False), ("?e=7", False), ("?e=x", False), ("?e=0", False)):
        page = open_page(PLAY + query)
        assert page.locator("[data-edition]").is_visible() is told
        page.close()
    page = open_page(PLAY + "?e=1", java_script_enabled=False)
    html = page.content().replace('data-edition="1"', 'data-edition="3"').replace('data-since="1"', 'data-since="3"')
    old = open_page("/plays/")
    old.route("**" + PLAY + "*", lambda route: route.fulfill(body=html, content_type="text/html"))
    old.goto(page.url)
    assert "utgave 1. Nå gjelder" in old.locator("[data-edition]").inner_text()
    assert old.locator("[data-edition] li:visible").count() == 1


@pytest.mark.browser
def test_the_short_address_keeps_the_edition(open_page: Open) -> None:
    """`/p/<id>/?e=1` leads on with the edition of the sheet."""
    page = open_page("/p/late-delivery/?e=1", locale="nb-NO")
    page.wait_for_url(f"**{PLAY}?e=1")


@pytest.mark.browser
def test_answers_never_reach_paper(open_page: Open) -> None:
    """Printed from the browser, the page shows the quiz without its answers."""
    page = open_page(PLAY)
    page.emulate_media(media="print")
    assert page.locator(".quiz").first.is_visible()
    assert page.locator(".quiz details, .quiz__answer").evaluate_all("nodes => nodes.filter((n) => n.checkVisibility()).length") == 0
