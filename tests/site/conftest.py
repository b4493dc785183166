"""One build of the real handbook for all tests in this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.serving import serving
from tests.site.workshop import MKDOCS, Built, Copy

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real handbook, built once from a copy as `mkdocs build --strict` does it."""
    copy = Copy.make(tmp_path_factory.mktemp("handbook"))
    done = copy.run(*MKDOCS, TZ="UTC", LANG="C.UTF-8", PYTHONHASHSEED="0")
    assert done.returncode == 0, done.stderr
    return Built(copy, copy.site)


class _Quiet(SimpleHTTPRequestHandler):
    """Serves the site as a host would: wrong addresses get the site's own page."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is Python's
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002 - Python's signature
        """The site's own page for what is not there."""
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)


@pytest.fixture(scope="session")
def address(built: Built) -> Iterator[str]:
    """Where the built handbook is served, without a slash at the end."""
    with serving(partial(_Quiet, directory=str(built.site))) as address:
        yield address


SIZES = {"phone": (390, 844), "desk": (1440, 900)}
KINDS = ("home", "family", "catalogue", "cases", "booklet", "play", "chapter", "404")
HOMES = {"nb": "/", "en": "/en/"}
NOW = "2026-11-25T10:00:00+01:00"
"""A Wednesday morning in Oslo: what browsers believe unless a test says otherwise."""
Open = Callable[..., "Page"]
"""Opens an address, on a phone unless told otherwise."""


@pytest.fixture(scope="session")
def paths(built: Built) -> dict[tuple[str, str], str]:
    """An address of each kind of page in each language. The play is the one with the most tags on top."""
    plays = [
        (len(built.pages[url].one("header", class_="hero").all("a")), play_id, url)
        for (play_id, lang), url in built.play_urls().items()
        if lang == "nb"
    ]
    play = max(plays)[2]
    found = {
        "home": "/",
        "family": play.rsplit("/", 2)[0] + "/",
        "play": play,
        "chapter": "/how-to-use/",
        "catalogue": "/plays/",
        "cases": "/cases/",
        "booklet": "/print/",
        "404": "/a/b/nowhere",
    }
    return {(kind, lang): home + path.removeprefix("/") for kind, path in found.items() for lang, home in HOMES.items()}


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a page of the handbook in a browser of a given size and taste; all are closed when the test ends."""
    contexts = []

    def open_one(path: str, size: str = "phone", **options: Any) -> Page:
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height},
            has_touch=size == "phone",
            **{"reduced_motion": "reduce", "timezone_id": "Europe/Oslo", "permissions": ["clipboard-read", "clipboard-write"], **options},
        )
        contexts.append(context)
        page = context.new_page()
        page.clock.set_fixed_time(NOW)
        page.goto(address + path)
        return page

    yield open_one
    for context in contexts:
        context.close()
