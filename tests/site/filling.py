"""Filling in messages as a seller would, and reading what is left on the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

VALUES = {"text": "Kari", "date": "2026-12-04", "time": "14:30", "tel": "91345678"}
"""By the type of the box; boxes for numbers and money are text with another keyboard."""


def message(page: Page, name: str) -> Locator:
    """A message by `moment/channel`."""
    return page.locator(f'[data-message="{name}"]')


def fields(box: Locator) -> list[Locator]:
    """The boxes of a message, in order."""
    return box.locator("input[data-field]").all()


def fill(box: Locator, value: str | None = None) -> None:
    """Something fitting in every box; with `value`, that in every box for free text."""
    for field in fields(box):
        kind = field.get_attribute("type") or "text"
        if field.get_attribute("inputmode"):
            field.fill("12400")
        else:
            field.fill(value if value and kind == "text" else VALUES[kind])


def clipboard(page: Page) -> str:
    """What was copied last."""
    return str(page.evaluate("navigator.clipboard.readText()"))


def forget(page: Page) -> None:
    """An empty clipboard, so that nothing old is taken for new."""
    page.evaluate("navigator.clipboard.writeText('nothing')")


def choose(page: Page, moment: str, channel: str) -> Locator:
    """A message brought to view: its moment unfolded, its channel chosen."""
    fold = page.locator(f'[data-moment="{moment}"]')
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    fold.locator(f'[role=tab][data-channel="{channel}"]').click()
    return message(page, f"{moment}/{channel}")
