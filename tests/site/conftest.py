"""One build of the real handbook and one browser for all tests in this folder."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.site.workshop import MKDOCS, Built, Copy

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")


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
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(built.site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium with a home of its own, which calls nobody by itself."""
    from playwright.sync_api import sync_playwright

    program = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    assert program, "Chromium is missing: run tests/ensure-chromium.sh"
    home = str(tmp_path_factory.mktemp("home"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=[*QUIET], env={"HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home}
        )
        yield browser
        browser.close()


SIZES = {"phone": (390, 844), "desk": (1440, 900)}
KINDS = ("home", "family", "play", "chapter", "404")
HOMES = {"nb": "/", "en": "/en/"}


@pytest.fixture(scope="session")
def paths(built: Built) -> dict[tuple[str, str], str]:
    """An address of each kind of page in each language. The play is the one with the most tags on top."""
    plays = [
        (len(built.pages[url].all("li", class_="tag--flag")), play_id, url)
        for (play_id, lang), url in built.play_urls().items()
        if lang == "nb"
    ]
    play = max(plays)[2]
    found = {"home": "/", "family": play.rsplit("/", 2)[0] + "/", "play": play, "chapter": "/how-to-use/", "404": "/a/b/nowhere"}
    return {(kind, lang): home + path.removeprefix("/") for kind, path in found.items() for lang, home in HOMES.items()}
