"""The search under hostile queries, without a network, and while a new version is on its way."""

from __future__ import annotations

import pytest
from tests.site.conftest import Open
from tests.site.searching import ask

pytestmark = pytest.mark.browser

HOSTILE = {
    "ten thousand letters": "a" * 10_000,
    "ten thousand words": "faktura " * 2_000,
    "markup": "<img src=x onerror=window.hit=1><script>window.hit=1</script>",
    "an expression": "(a+)+$ .* [ \\ ^ {1,99999}",
    "emoji": "🚚💥 forsinket 😡",
    "right to left": "تأخر التسليم \u202eforsinket\u202c",
    "marks": "z̷͉̈́a̸l̶g̴o̷ \u0000\ufffe",
    "half a pair": "\ud83d late",
    "a prototype": "__proto__ constructor toString hasOwnProperty",
    "entries of the index itself": "=invoice f* =goods a*",
    "spaces": "  \t\u00a0 \u3000 ",
    "nothing but signs": "!?&%#/\"'",
}


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_queries_do_no_harm(open_page: Open, query: str) -> None:
    """Nothing breaks, nothing becomes markup, and the next search works at once."""
    page = open_page("/")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    ask(page, "forsinket")
    took = page.evaluate(
        """async (query) => {
          const input = document.querySelector("[data-search]");
          const results = document.querySelector("[data-search-results]");
          const start = performance.now();
          input.value = query;
          input.dispatchEvent(new Event("input", { bubbles: true }));
          const asked = input.value;
          while (asked.trim() && results.dataset.query !== asked && performance.now() - start < 5000) await new Promise((then) => setTimeout(then, 5));
          return performance.now() - start;
        }""",
        query,
    )
    assert took < 5000
    assert ask(page, "feil på faktura")[0] == "incorrect-invoice"
    assert page.evaluate("() => window.hit") is None
    assert page.locator(".results :is(img, script)").count() == 0
    assert errors == []


def test_it_works_in_flight_mode_once_fetched(open_page: Open) -> None:
    """What has been fetched is enough to search again without a network."""
    page = open_page("/")
    before = ask(page, "feil på faktura")
    ask(page, "forsinket levering")
    page.context.set_offline(True)
    assert ask(page, "feil på faktura") == before


def test_without_a_network_it_says_so(open_page: Open) -> None:
    """When the index cannot be fetched, the list of all plays stands in, and the search recovers afterwards."""
    page = open_page("/")
    page.route("**/search/nb/t/**", lambda route: route.abort())
    page.fill("input[data-search]", "forsinket")
    page.wait_for_function("() => document.querySelector('.results__count')?.textContent.includes('virker ikke')")
    assert "/plays/" in (page.locator("[data-search-results] a").first.get_attribute("href") or "")
    page.unroute("**/search/nb/t/**")
    assert ask(page, "forsinket levering")[0] == "late-delivery"


def test_a_new_version_under_way_is_taken_in(open_page: Open) -> None:
    """When the index changes while a page is open, the next search reads it anew."""
    page = open_page("/")
    ask(page, "forsinket")
    page.route("**/search/nb/t/**", lambda route: route.fulfill(status=404))
    page.fill("input[data-search]", "kreditnota")
    page.wait_for_function("() => document.querySelector('.results__count')?.textContent.includes('virker ikke')")
    page.unroute("**/search/nb/t/**")
    assert ask(page, "kreditnota mangler")[0] == "credit-note-missing"


def test_no_query_leaves_the_browser(open_page: Open, address: str) -> None:
    """No address that is fetched holds a word of the query, and none is on another host."""
    page = open_page("/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    ask(page, "hemmeligord kunde")
    assert asked
    assert [url for url in asked if "hemmelig" in url or not url.startswith(address)] == []


def test_damaged_memory_does_no_harm(open_page: Open) -> None:
    """Whatever lies in the device's memory, the search works."""
    for damaged in ("{", '{"a": 1}', '[1, null, "ok"]', '"x"'):
        page = open_page("/")
        page.evaluate("text => localStorage.setItem('opptur.searches', text)", damaged)
        page.goto(page.url)
        assert ask(page, "forsinket")


def test_enter_without_a_network_asks_once(open_page: Open) -> None:
    """Whoever presses Enter while the index cannot be fetched is told so, and the page does not go on asking."""
    page = open_page("/")
    page.route("**/search/nb/t/**", lambda route: route.abort())
    tried: list[str] = []
    page.on("request", lambda request: tried.append(request.url) if "/search/nb/t/" in request.url else None)
    page.fill("input[data-search]", "forsinket")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('.results__count')?.textContent.includes('virker ikke')")
    page.wait_for_timeout(500)
    assert 1 <= len(tried) < 20


def test_enter_opens_nothing_that_is_only_near(open_page: Open) -> None:
    """When nothing was found, Enter stays: the plays shown are a proposal, and only a press on one of them opens it."""
    page = open_page("/")
    ask(page, "xyzzy qqqq")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert page.url.partition("?")[0].endswith("/")
    assert page.locator("[data-search-results] [data-play]").count() >= 3


def test_what_is_answered_late_is_not_shown(open_page: Open) -> None:
    """An answer that comes when the box has been emptied, or closed with Escape, opens nothing."""
    page = open_page("/")
    ask(page, "forsinket")
    box = page.locator("input[data-search]")

    def clear() -> None:
        page.fill("input[data-search]", "")

    for undo in (clear, lambda: page.keyboard.press("Escape")):
        page.fill("input[data-search]", "reklamasjon avvist på feil grunnlag")
        undo()
        page.wait_for_timeout(400)
        assert box.get_attribute("aria-expanded") == "false"
