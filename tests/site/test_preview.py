"""While somebody writes: a mistake shows on its own page, the rest goes on, and what is mended or changed is there at once."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest
from tests.dom import Element, parse
from tests.handbook import make
from tests.site.workshop import Copy

pytestmark = pytest.mark.slow
PATIENCE = 20
"""Seconds. A change is there after one or two; a busy machine may need more."""
PLAY, OTHER, HOME, CHAPTER = "/delivery/late-delivery/", "/people/repeat-failure/", "/", "/en/how-to-use/"
YAML = "plays/delivery/late-delivery.nb.yml"


@dataclass
class Preview:
    """A running `mkdocs serve` in a copy."""

    copy: Copy
    port: int

    def get(self, path: str, patience: float = PATIENCE) -> str:
        """What the server answers; it waits by itself while a build is under way."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=patience)
        try:
            connection.request("GET", path)
            return connection.getresponse().read().decode()
        finally:
            connection.close()

    def page(self, path: str) -> Element:
        """A page as it is now."""
        return parse(self.get(path))

    def until(self, path: str, holds: Callable[[Element], bool]) -> Element:
        """A page as soon as something holds on it. Between looks it waits for the server to tell of a new build."""
        end = time.monotonic() + PATIENCE
        while True:
            text = self.get(path)
            page = parse(text)
            if holds(page):
                return page
            left = end - time.monotonic()
            assert left > 0, f"{path} never came to hold it"
            self.next_build(text, left)

    def next_build(self, shown: str, patience: float = PATIENCE) -> None:
        """Wait until the server tells that it has built anew since it gave this page."""
        epoch = re.search(r"livereload\((\d+), \d+\)", shown)
        assert epoch, shown
        self.get(f"/livereload/{epoch[1]}/1", patience)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """A copy of the handbook with two plays, quick to build again and again."""
    copy = Copy.make(tmp_path_factory.mktemp("preview"))
    shutil.rmtree(copy.plays)
    make(copy.root)
    return copy


def serve(copy: Copy, port: int) -> Iterator[Preview]:
    """Start `mkdocs serve`, hand it over when it answers, and stop it."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        command, cwd=copy.root, env=copy.environment(), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stderr
        told = []
        for line in process.stderr:
            told.append(line)
            if "Serving on" in line:
                break
        else:
            pytest.fail("the server did not start:\n" + "".join(told))
        drain = threading.Thread(target=process.stderr.read, daemon=True)
        drain.start()
        yield Preview(copy, port)
        process.terminate()
        process.wait(PATIENCE)
        drain.join(PATIENCE)


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def preview(small: Copy) -> Iterator[Preview]:
    """A server for a handbook that is in order."""
    yield from serve(small, free_port())


@pytest.fixture
def put_back(preview: Preview) -> Iterator[Callable[[str], Path]]:
    """Files that a test changes; they are as before when it ends, and the server has seen that they are."""
    kept: dict[Path, bytes] = {}

    def keep(name: str) -> Path:
        path = preview.copy.root / name
        kept[path] = path.read_bytes()
        return path

    yield keep
    shown = preview.get(HOME)
    for path, raw in kept.items():
        path.write_bytes(raw)
    preview.next_build(shown)


def box(page: Element) -> list[Element]:
    """The problem boxes on a page."""
    return page.all(data_problems="")


def test_a_broken_play_shows_its_problem_above_its_last_good_version(preview: Preview, put_back: Callable[[str], Path]) -> None:
    """Line and code stand above the page as it was; other pages are untouched; once mended, the box is gone."""
    before, other = preview.page(PLAY), preview.page(OTHER).one("article", class_="play").text
    path = put_back(YAML)
    good = path.read_text(encoding="utf-8")
    line = 1 + good[: good.index("\ntitle: ")].count("\n") + 1
    path.write_text(good.replace("\ntitle: ", "\ntitel: ", 1), encoding="utf-8")
    page = preview.until(PLAY, lambda page: bool(box(page)))
    assert f"{YAML}:{line}:1" in box(page)[0].text
    assert "F01" in box(page)[0].text
    assert page.one("article", class_="play").text == before.one("article", class_="play").text
    assert not box(preview.page(OTHER))
    assert preview.page(OTHER).one("article", class_="play").text == other
    path.write_text(good, encoding="utf-8")
    preview.until(PLAY, lambda page: not box(page))


def test_a_change_to_a_play_is_shown(preview: Preview, put_back: Callable[[str], Path]) -> None:
    """What a trainer writes stands on the page a moment later."""
    path = put_back(YAML)
    path.write_text(re.sub("(?m)^aim: .*$", "aim: Kunden kommer seg gjennom uka.", path.read_text(encoding="utf-8")), encoding="utf-8")
    preview.until(PLAY, lambda page: "Kunden kommer seg gjennom uka." in page.text)


def test_a_broken_list_shows_on_every_page(preview: Preview, put_back: Callable[[str], Path]) -> None:
    """When a list that all plays share is broken, every page still answers, under the box; once mended, it is gone."""
    path = put_back("plays/vocabulary/roles.yml")
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("label:", "labl:", 1), encoding="utf-8")
    preview.until(PLAY, lambda page: bool(box(page)))
    for url in (PLAY, OTHER, HOME, CHAPTER, "/en/delivery/"):
        page = preview.page(url)
        assert "plays/vocabulary/roles.yml" in box(page)[0].text
        assert page.all("h1")
    path.write_text(good, encoding="utf-8")
    preview.until(PLAY, lambda page: not box(page))


@pytest.mark.parametrize(
    "change",
    [
        ("hooks/opptur/components/family/family.html", '<h1 id="top">', '<h1 id="top"><i id="changed"></i>', "/delivery/"),
        ("hooks/opptur/theme/partials/footer.html", "<p ", '<p id="changed" ', HOME),
        ("docs/en/how-to-use.md", "\n# ", '\n<i id="changed"></i>\n\n# ', CHAPTER),
        ("hooks/opptur/components/words.yml", "en: Plays", "en: '<i id=changed>'", "/en/"),
    ],
    ids=["template", "theme", "chapter", "words"],
)
def test_a_changed_source_shows(preview: Preview, put_back: Callable[[str], Path], change: tuple[str, str, str, str]) -> None:
    """A template, a part of the theme, a chapter or a word that changes is shown without starting again."""
    name, find, put, url = change
    path = put_back(name)
    text = path.read_text(encoding="utf-8")
    assert find in text
    path.write_text(text.replace(find, put, 1), encoding="utf-8")
    preview.until(url, lambda page: bool(page.all(id="changed")) or "<i id=changed>" in page.text)


def test_a_changed_style_shows(preview: Preview, put_back: Callable[[str], Path]) -> None:
    """A style that changes gets another name, so that no old copy of it is shown, and the page asks for that."""
    path = put_back("hooks/opptur/components/card/card.css")
    before = sheet(preview.page(HOME))
    path.write_text(path.read_text(encoding="utf-8") + ".changed { color: red }\n", encoding="utf-8")
    page = preview.until(HOME, lambda page: sheet(page) != before)
    assert ".changed { color: red }" in preview.get("/" + sheet(page))


def sheet(page: Element) -> str:
    """The name of our stylesheet."""
    return next(link.attrs["href"] for link in page.all("link", rel="stylesheet") if "assets/opptur." in link.attrs["href"])


@pytest.mark.parametrize("broken", ["a play", "the vocabulary"])
def test_a_preview_starts_with_mistakes(tmp_path: Path, broken: str) -> None:
    """The server comes up when something is broken from the start, and the first page one would look at tells what."""
    copy = Copy.make(tmp_path / "copy")
    shutil.rmtree(copy.plays)
    make(copy.root)
    name, url = (YAML, PLAY) if broken == "a play" else ("plays/vocabulary/roles.yml", HOME)
    path = copy.root / name
    path.write_text("\t" + path.read_text(encoding="utf-8"), encoding="utf-8")
    for preview in serve(copy, free_port()):
        assert f"{name}:1:1" in box(preview.page(url))[0].text
        assert preview.page(HOME).all("h1")
