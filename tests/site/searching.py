"""Typing in the box of a real page, and reading what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

ANSWERED = "query => document.querySelector('[data-search-results]')?.dataset.query === query"


def ask(page: Page, query: str) -> list[str]:
    """Put a query in the box and wait for its results: the ids of the plays, best first."""
    page.fill("input[data-search]", query)
    page.wait_for_function(ANSWERED, arg=query)
    return plays(page)


def plays(page: Page) -> list[str]:
    """The ids of the plays shown, best first."""
    found: list[str] = page.eval_on_selector_all("[data-search-results] [data-play]", "rows => rows.map((row) => row.dataset.play)")
    return found


def active(page: Page) -> str:
    """The text of the cell that the keyboard is at; empty when it is in the box itself."""
    return str(
        page.evaluate(
            "() => document.getElementById(document.querySelector('[data-search]').getAttribute('aria-activedescendant'))?.innerText ?? ''"
        )
    )
