"""What the generator makes of the small good handbook, before any host frames it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import Golden
from tests.dom import Element, one_line, parse
from tests.handbook import NB, Handbook, make

from opptur.model.chapters import Chapter, Head
from opptur.render import Page, render_site

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
CHAPTERS = {
    "nb": [Chapter("nb", "how-to-use.md", Head(title="Slik bruker du håndboka", description="Kort sagt."), "## Søk\n\nSkriv i feltet.\n")],
    "en": [
        Chapter("en", "how-to-use.md", Head(title="How to use the handbook", description="In short."), "## Search\n\nType in the box.\n")
    ],
}
PATHS = ("index.md", "en/delivery/index.md", "delivery/late-delivery/index.md", "en/delivery/late-delivery/index.md")
FEED = ["id", "lang", "family", "title", "summary", "severity", "url", "handout", "reviewed", "outdated"]


@pytest.fixture(scope="module")
def pages(handbook: Handbook) -> dict[str, Page]:
    """Every page of the small good handbook by its path."""
    return {page.path: page for page in render_site(handbook.library, CHAPTERS)[0]}


def readable(element: Element, depth: int = 0) -> Iterator[str]:
    """One tag or text a line, indented, so that a person can read what changed."""
    for child in element.children:
        if isinstance(child, str):
            yield from ["  " * depth + one_line(child)] * bool(child.strip())
        else:
            attrs = "".join(f' {name}="{value}"' if value else f" {name}" for name, value in child.attrs.items())
            yield "  " * depth + f"<{child.tag}{attrs}>"
            yield from readable(child, depth + 1)


@pytest.mark.parametrize("path", PATHS)
def test_the_page_is_the_one_that_was_read(pages: dict[str, Page], path: str, golden: Golden) -> None:
    """Title, description, headings and every line of the page are what a person has read and found good."""
    page = pages[path]
    head = [f"title: {page.title}", f"description: {page.description}", f"source: {page.source}", f"meta: {dict(page.meta)}"]
    head += [f"heading: {heading.level} #{heading.id} {heading.title}" for heading in page.headings]
    name = path.removesuffix("/index.md").removesuffix(".md").replace("/", ".")
    golden(GOLDEN / f"{name}.txt", "\n".join([*head, "", *readable(parse(page.html))]) + "\n")


def test_every_heading_of_the_contents_is_on_the_page(pages: dict[str, Page]) -> None:
    """The table of contents leads to places that exist."""
    for page in pages.values():
        ids = {element.attrs["id"] for element in parse(page.html).walk() if "id" in element.attrs}
        assert {heading.id for heading in page.headings} <= ids, page.path


def test_the_feed_has_the_documented_keys(handbook: Handbook, pages: dict[str, Page]) -> None:
    """`plays.json` has exactly the keys that others rely on, in order, and every address is a page."""
    feed = json.loads(next(asset.content for asset in render_site(handbook.library, CHAPTERS)[1] if asset.path == "plays.json"))
    assert [list(entry) for entry in feed] == [FEED] * len(handbook.library.files)
    assert {entry["url"].removeprefix("/") + "index.md" for entry in feed} == {page.path for page in pages.values() if page.play}
    for entry in feed:
        play = handbook.library.files[entry["id"], entry["lang"]].play
        assert (entry["title"], entry["summary"], entry["reviewed"]) == (play.title, play.summary, play.about.reviewed.isoformat())
        assert entry["severity"] == list(range(play.error.severity.low, play.error.severity.high + 1))
        assert entry["outdated"] is False


def test_an_outdated_translation_says_so(tmp_path: Path) -> None:
    """When the source has changed, the translation says so on its page and in the feed; the source does not."""
    source = make(tmp_path) / NB
    source.write_text(re.sub("(?m)^aim: .*$", "aim: Noe annet.", source.read_text(encoding="utf-8")), encoding="utf-8")
    pages, assets = render_site(Handbook.load(tmp_path / "plays").library, CHAPTERS)
    notices = {page.path: bool(parse(page.html).all("aside", class_="notice--outdated")) for page in pages if page.play == "late-delivery"}
    assert notices == {"delivery/late-delivery/index.md": False, "en/delivery/late-delivery/index.md": True}
    feed = json.loads(next(asset.content for asset in assets if asset.path == "plays.json"))
    assert [(entry["id"], entry["lang"]) for entry in feed if entry["outdated"]] == [("late-delivery", "en")]


def fingerprint(handbook: Handbook) -> str:
    """A digest of everything that goes out, pages with all that surrounds them and assets."""
    pages, assets = render_site(handbook.library, CHAPTERS)
    return hashlib.sha256(repr((pages, assets)).encode()).hexdigest()


IN_ANOTHER_PROCESS = "from pathlib import Path; from tests.handbook import Handbook; from tests.render.test_pages import fingerprint; print(fingerprint(Handbook.load(Path({!r}))))"


def test_the_same_library_gives_the_same_bytes(handbook: Handbook) -> None:
    """Rendering is pure: twice in one process, and in another with another hash seed, time zone and working folder."""
    first = fingerprint(handbook)
    assert fingerprint(handbook) == first
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Adak")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
        code = IN_ANOTHER_PROCESS.format(str(handbook.plays))
        done = subprocess.run([sys.executable, "-c", code], env=env, cwd=handbook.plays, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == first


def test_rendering_changes_nothing_it_was_given(handbook: Handbook) -> None:
    """The library is the same before and after."""
    before = repr(handbook.library)
    render_site(handbook.library, CHAPTERS)
    assert repr(handbook.library) == before
