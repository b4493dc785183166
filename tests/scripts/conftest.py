"""The scripts served as they lie in the source, and blank pages that have loaded them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from typing import TYPE_CHECKING, Any

import pytest
from tests.scripts.page import SCRIPTS, Scripts
from tests.serving import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOME = "Europe/Oslo"
ABROAD = "America/New_York"


class _Server(SimpleHTTPRequestHandler):
    """Serves the scripts, and a blank page at the root."""

    extensions_map = {".js": "text/javascript", "": "application/octet-stream"}  # noqa: RUF012 - the name is Python's

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is Python's
        """Say nothing."""

    def do_GET(self) -> None:
        """The blank page, or a script."""
        if self.path != "/":
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", "0")
        self.end_headers()


@pytest.fixture(scope="session")
def source() -> Iterator[str]:
    """Where the scripts are served."""
    with serving(partial(_Server, directory=str(SCRIPTS))) as address:
        yield f"{address}/"


def loaded(browser: Browser, source: str, zone: str) -> Scripts:
    """A page in a time zone of its own."""
    page = browser.new_context(timezone_id=zone).new_page()
    page.goto(source)
    scripts = Scripts(page, zone)
    scripts.load()
    return scripts


@pytest.fixture(scope="session")
def scripts(browser: Browser, source: str) -> Scripts:
    """The modules in a browser at home."""
    return loaded(browser, source, HOME)


@pytest.fixture(scope="session")
def abroad(browser: Browser, source: str) -> Scripts:
    """The modules in a browser that changes its clock on other days."""
    return loaded(browser, source, ABROAD)


@pytest.fixture(scope="session", params=["scripts", "abroad"], ids=[HOME, ABROAD])
def anywhere(request: pytest.FixtureRequest) -> Scripts:
    """Each of the two."""
    found: Scripts = request.getfixturevalue(request.param)
    return found
