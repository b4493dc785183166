"""The real handbook's indexes in Python, and the same indexes packed, served and asked in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.search.asking import SCRIPTS, Asking
from tests.serving import serving

from opptur.model.chapters import load_chapters
from opptur.model.library import Library, load_library
from opptur.search.handbook import index
from opptur.search.index import Index
from opptur.search.pack import files

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
KINDS = {"js": "text/javascript", "json": "application/json", "txt": "text/plain; charset=utf-8", "bin": "application/octet-stream"}


@pytest.fixture(scope="session")
def library() -> Library:
    """The real plays."""
    found, _ = load_library(ROOT / "plays")
    assert found is not None
    return found


@pytest.fixture(scope="session")
def indexes(library: Library) -> dict[str, Index]:
    """The index of each language, chapters and all."""
    chapters, _ = load_chapters(ROOT / "docs", library.languages)
    return {lang: index(library, lang, [chapter for chapter in chapters if chapter.lang == lang]) for lang in library.languages}


class _Server(BaseHTTPRequestHandler):
    """Serves the scripts as they lie in the source, the packed indexes, and a blank page at the root."""

    def __init__(self, packed: dict[str, bytes], *args: Any) -> None:
        self.packed = packed
        super().__init__(*args)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is Python's
        """Say nothing."""

    def do_GET(self) -> None:
        """A script, a file of an index, or the blank page."""
        name = self.path.removeprefix("/")
        script = SCRIPTS / name
        found = b"" if not name else script.read_bytes() if script.is_file() else self.packed.get(name)
        self.send_response(404 if found is None else 200)
        self.send_header("Content-Type", KINDS.get(name.rpartition(".")[2], "text/html; charset=utf-8"))
        self.send_header("Content-Length", str(len(found or b"")))
        self.end_headers()
        self.wfile.write(found or b"")


@pytest.fixture(scope="session")
def packed_address(indexes: dict[str, Index]) -> Iterator[str]:
    """Where the scripts and the packed indexes are served."""
    packed = {f"{lang}/{path}": content for lang, made in indexes.items() for path, content in files(made, [0, 1])}
    with serving(partial(_Server, packed)) as address:
        yield f"{address}/"


@pytest.fixture(scope="session")
def asking(browser: Browser, packed_address: str) -> Iterator[Asking]:
    """A blank page in a browser that has loaded the scripts of the search."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(packed_address)
    made = Asking(page)
    made.load()
    yield made
    context.close()
