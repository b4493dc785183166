"""What looks like markup in a title or a name is shown as it was written, on every page, by every template."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest
from tests.dom import Element
from tests.site.workshop import MKDOCS, Built, Copy

HOSTILE = """<b class="x">'%7*7'</b> &lt; "no" <script>"""
COMPANY = "A & B <i>AS</i>"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A handbook in which one play and the company are named like markup."""
    copy = Copy.make(tmp_path_factory.mktemp("hostile"))
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    for path in copy.plays.glob("delivery/late-delivery.??.yml"):
        text = path.read_text(encoding="utf-8")
        text = re.sub("(?m)^title: .*$", lambda _: f"title: {quoted}", text)
        path.write_text(re.sub("(?m)^summary: .*$", lambda _: f"summary: {quoted}", text), encoding="utf-8")
    copy.edit("plays/company.yml", "\nname: ", f"\nname: '{COMPANY}' # ")
    assert copy.run("opptur", "stamp", "late-delivery").returncode == 0
    done = copy.run(*MKDOCS)
    assert done.returncode == 0, done.stderr
    return Built(copy, copy.site)


def skeleton(page: Element) -> Counter[tuple[str, ...]]:
    """Every element with the names of its attributes, counted."""
    return Counter((element.tag, *sorted(element.attrs)) for element in page.walk())


def test_no_page_gains_an_element_or_an_attribute(built: Built, hostile: Built) -> None:
    """Each page has exactly the elements and attributes it has with ordinary names."""
    changed = [url for url, page in hostile.pages.items() if skeleton(page) != skeleton(built.pages[url])]
    assert changed == []


@pytest.mark.parametrize("url", ["/delivery/late-delivery/", "/delivery/", "/", "/en/", "/en/delivery/late-delivery/"])
def test_the_name_is_shown_as_written(hostile: Built, url: str) -> None:
    """The title stands whole on the play's page, in its family's list, in the navigation and on the front page."""
    page = hostile.pages[url]
    assert HOSTILE in page.one("main").text
    assert COMPANY in page.one("footer").text
    if url.endswith("delivery/"):
        assert HOSTILE in page.one("nav", class_="md-nav--primary").text


def test_head_feed_and_short_address_are_whole(hostile: Built) -> None:
    """The page's title and description, the feed and the short address hold the very same text."""
    page = hostile.pages["/delivery/late-delivery/"]
    assert str(page.one("title").children[0]).startswith(HOSTILE)
    assert page.one("meta", name="description").attrs["content"] == HOSTILE
    assert HOSTILE in hostile.pages["/p/late-delivery/"].text
    feed = json.loads((hostile.site / "plays.json").read_text(encoding="utf-8"))
    assert {entry["title"] for entry in feed if entry["id"] == "late-delivery"} == {HOSTILE}
