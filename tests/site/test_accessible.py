"""Every kind of page, on a phone and on a desk, light and dark, is quiet, fits, and can be used by everybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.site.conftest import HOMES, KINDS, SIZES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
AXE = Axe()
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"], "resultTypes": ["violations"]}
LOOKS = [(size, scheme) for size in SIZES for scheme in ("light", "dark")]


@dataclass
class Watched:
    """A page, and what it asked for and said."""

    page: Page
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@pytest.fixture(scope="module", params=LOOKS, ids="-".join)
def watched(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Watched]:
    """One page that goes from address to address in each look."""
    size, scheme = request.param
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce")
    found = Watched(context.new_page())
    found.page.on("request", lambda asked: found.asked.append(asked.url))
    found.page.on("console", lambda message: found.said.append(f"{message.location['url']}: {message.text}"))
    found.page.on("pageerror", lambda error: found.said.append(str(error)))
    yield found
    context.close()


@pytest.fixture(params=[(kind, lang) for kind in KINDS for lang in HOMES], ids="-".join)
def here(request: pytest.FixtureRequest, watched: Watched, address: str, paths: dict[tuple[str, str], str]) -> Watched:
    """That page at one kind of page in one language."""
    watched.asked.clear()
    watched.said.clear()
    watched.page.goto(address + paths[request.param])
    watched.page.evaluate("document.fonts.ready")
    return watched


def test_a_page_is_quiet_fits_and_is_for_everybody(here: Watched, address: str) -> None:
    """It asks no other host, says nothing to the console, does not scroll sideways, and axe finds nothing, folds open or closed."""
    page = here.page
    assert [url for url in here.asked if not url.startswith((address, "data:"))] == []
    assert [
        text for text in here.said if not text.startswith(f"{page.url}: Failed to load resource: the server responded with a status of 404")
    ] == []
    assert faults(page) == []
    folds = page.locator("details").count()
    if folds:
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        assert faults(page) == []


def faults(page: Page) -> list[str]:
    """What axe finds, with the place and the reason, and whether the page is wider than its window."""
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    found: list[dict[str, Any]] = AXE.run(page, options=WCAG).response["violations"]
    return ["scrolls sideways"] * wide + [
        f"{rule['id']} at {node['target']}: {node['failureSummary']}" for rule in found for node in rule["nodes"]
    ]


def test_the_open_menu_is_for_everybody(browser: Browser, address: str, paths: dict[tuple[str, str], str]) -> None:
    """The menu on a phone, once open, holds to the same."""
    for scheme in ("light", "dark"):
        context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme, reduced_motion="reduce")
        page = context.new_page()
        page.goto(address + paths["play", "nb"])
        page.locator("#__drawer").check()
        page.locator("nav.md-nav--primary").wait_for(state="visible")
        assert faults(page) == []
        context.close()


def test_the_check_would_find_something(browser: Browser, address: str) -> None:
    """Grey on grey, a field without a name and a page that is too wide are found: the check is no empty promise."""
    page = browser.new_page()
    page.goto(address + "/")
    page.evaluate(
        "document.querySelector('main h1').insertAdjacentHTML('afterend', '<p style=\"color:#999;background:#aaa\">grey words</p><p style=\"width:5000px\">y</p><input>')"
    )
    told = " ".join(faults(page))
    assert "color-contrast" in told
    assert "label at" in told
    assert "scrolls sideways" in told
    page.context.close()
