"""What a first visit costs someone on a phone: bytes over the air, other hosts, and noise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from tests.site.conftest import SIZES
from tests.site.served import served
from tests.site.workshop import Built

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

PLAYS = ("/delivery/late-delivery/", "/en/delivery/late-delivery/")
ALL = 150_000
SCRIPTS = 40_000
"""Bytes over the wire, heads and all."""


@dataclass
class Visit:
    """A page that is fetched by a browser that has never been there, and all that it took."""

    page: Page
    asked: dict[str, str] = field(default_factory=dict)
    """The address of each request by its number."""
    weights: dict[str, int] = field(default_factory=dict)
    """What came over the wire for each address."""
    scripts: dict[str, int] = field(default_factory=dict)
    """The compressed size of each script, without headers."""
    said: list[str] = field(default_factory=list)

    def watch(self, wire: CDPSession) -> None:
        """From now on, note everything."""
        wire.on("Network.requestWillBeSent", lambda event: self.asked.update({event["requestId"]: event["request"]["url"]}))
        wire.on("Network.loadingFinished", self._came)
        wire.on("Network.responseReceived", self._answered)
        wire.send("Network.enable")
        self.page.on("console", lambda message: self.said.append(f"{message.location['url']}: {message.text}"))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def _came(self, event: dict[str, Any]) -> None:
        url = self.asked[event["requestId"]]
        if not url.startswith("data:"):
            self.weights[url] = self.weights.get(url, 0) + int(event["encodedDataLength"])

    def _answered(self, event: dict[str, Any]) -> None:
        response = event["response"]
        if response["url"].endswith(".js"):
            headers = {name.lower(): value for name, value in response["headers"].items()}
            assert headers["content-encoding"] == "gzip"
            self.scripts[response["url"]] = int(headers["content-length"])


@pytest.fixture(scope="module")
def host(built: Built) -> Iterator[str]:
    """Where the handbook is served as a good host serves it."""
    with served(built.site) as address:
        yield address


@pytest.fixture(scope="module", params=PLAYS)
def visit(request: pytest.FixtureRequest, browser: Browser, host: str) -> Iterator[Visit]:
    """A first visit to a play, until nothing more is asked for."""
    width, height = SIZES["phone"]
    context = browser.new_context(viewport={"width": width, "height": height}, is_mobile=True, has_touch=True)
    found = Visit(context.new_page())
    found.watch(context.new_cdp_session(found.page))
    found.page.goto(host + request.param, wait_until="networkidle")
    found.page.evaluate("document.fonts.ready")
    yield found
    context.close()


@pytest.mark.browser
def test_a_first_visit_is_light(visit: Visit) -> None:
    """All of it is at most 150 kB over the wire, headers too; the scripts are at most 40 kB compressed."""
    assert sum(visit.weights.values()) <= ALL, by_weight(visit.weights)
    assert sum(visit.scripts.values()) <= SCRIPTS, by_weight(visit.scripts)


@pytest.mark.browser
def test_a_first_visit_is_weighed_whole(visit: Visit) -> None:
    """Everything that was asked for is in the sum: the page itself, styles, scripts and the font."""
    assert {url for url in visit.asked.values() if not url.startswith("data:")} == {*visit.weights}
    kinds = {url.rsplit(".", 1)[-1] if "/assets/" in url else "page" for url, weight in visit.weights.items() if weight}
    assert kinds >= {"page", "css", "js", "woff2"}


@pytest.mark.browser
def test_a_first_visit_is_quiet(visit: Visit, host: str) -> None:
    """No other host is asked, and nothing is said to the console."""
    assert [url for url in visit.asked.values() if not url.startswith((f"{host}/", "data:"))] == []
    assert visit.said == []


def by_weight(weights: dict[str, int]) -> str:
    """What came over the wire, the heaviest first."""
    lines = [f"{weight:>7} {url}" for url, weight in sorted(weights.items(), key=lambda item: -item[1])]
    return "\n".join([f"{sum(weights.values()):>7} in all", *lines])


KEPT = "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    ("name", "answered"),
    [
        ("index.html", (200, "text/html; charset=utf-8", "gzip", "no-cache")),
        ("assets/opptur.*.css", (200, "text/css; charset=utf-8", "gzip", KEPT)),
        ("assets/scheme.*.js", (200, "text/javascript; charset=utf-8", "gzip", KEPT)),
        ("assets/favicon.svg", (200, "image/svg+xml", "gzip", "no-cache")),
        ("plays.json", (200, "application/json", "gzip", "no-cache")),
        ("nowhere/at/all", (404, "text/html; charset=utf-8", "gzip", "no-cache")),
    ],
)
def test_the_host_is_a_good_one(built: Built, host: str, name: str, answered: tuple[int, str, str, str]) -> None:
    """What the numbers rest on: text goes out compressed, each kind under its name, and browsers keep what never changes."""
    file = next(built.site.glob(name), built.site / name)
    status, head = asked(f"{host}/{file.relative_to(built.site).as_posix()}")
    assert (status, head["Content-Type"], head["Content-Encoding"], head["Cache-Control"]) == answered


def asked(url: str) -> tuple[int, Message]:
    """The status and the head of the answer to someone who understands gzip."""
    try:
        with urlopen(Request(url, headers={"Accept-Encoding": "gzip"}), timeout=10) as answer:  # noqa: S310 - this machine alone
            return answer.status, answer.headers
    except HTTPError as refused:
        with refused:
            return refused.code, refused.headers
