"""The built site as a good host serves it: compressed, typed, kept by browsers where a name says what is in the file."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from tests.serving import serving

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""What each kind of file is called on the wire. Any other is a run of bytes."""

COMPRESSED = {".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"}
"""Text, which gzip makes smaller. Fonts and pictures are compressed already."""

HASHED = re.compile(r"\.[0-9a-f]{8,}\.(?:min\.)?[a-z0-9]+$")
"""A name that changes with the content, such as `opptur.ba0a3b79a0.css`."""

FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"


class Answer(NamedTuple):
    """What is sent for a file, or for want of one."""

    status: HTTPStatus
    headers: dict[str, str]
    body: bytes


class Site:
    """A folder of files as answers, each compressed once and not at every visit."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self._made: dict[tuple[Path, int, bool], Answer] = {}

    def answer(self, address: str, *, squeezed: bool) -> Answer:
        """What an address leads to: a file, a folder's own page, the way to a folder, or the site's page for wrong addresses."""
        path = unquote(urlsplit(address).path)
        file = (self.folder / path.lstrip("/")).resolve()
        if not file.is_relative_to(self.folder):
            return self._missing(squeezed=squeezed)
        if file.is_dir():
            if not path.endswith("/"):
                return Answer(HTTPStatus.MOVED_PERMANENTLY, {"Location": f"{urlsplit(address).path}/"}, b"")
            file /= "index.html"
        return self._file(file, squeezed=squeezed) if file.is_file() else self._missing(squeezed=squeezed)

    def _missing(self, *, squeezed: bool) -> Answer:
        page = self._file(self.folder / "404.html", squeezed=squeezed)
        return page._replace(status=HTTPStatus.NOT_FOUND)

    def _file(self, file: Path, *, squeezed: bool) -> Answer:
        key = (file, file.stat().st_mtime_ns, squeezed)
        if key not in self._made:
            self._made[key] = _made(file, squeezed=squeezed)
        return self._made[key]


def _made(file: Path, *, squeezed: bool) -> Answer:
    """A file with its headers, compressed where that helps and the visitor understands it."""
    headers = {
        "Content-Type": TYPES.get(file.suffix, "application/octet-stream"),
        "Cache-Control": FOR_EVER if HASHED.search(file.name) else ASK_AGAIN,
    }
    body = file.read_bytes()
    if file.suffix in COMPRESSED:
        headers["Vary"] = "Accept-Encoding"
        if squeezed:
            headers["Content-Encoding"] = "gzip"
            body = gzip.compress(body, compresslevel=6, mtime=0)
    return Answer(HTTPStatus.OK, headers, body)


class _Handler(BaseHTTPRequestHandler):
    """Gives a site's answers, and keeps the connection for the next question."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    """Headers and body go out as two writes; without this the second one may wait for a receipt of the first."""

    def __init__(self, *args: Any, site: Site) -> None:
        self.site = site
        super().__init__(*args)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is Python's
        """Say nothing."""

    def do_GET(self) -> None:
        """The answer, head and body."""
        self.wfile.write(self._head().body)

    def do_HEAD(self) -> None:
        """The answer without its body."""
        self._head()

    def _head(self) -> Answer:
        answer = self.site.answer(self.path, squeezed="gzip" in self.headers.get("Accept-Encoding", ""))
        self.send_response(answer.status)
        for name, value in {**answer.headers, "Content-Length": str(len(answer.body))}.items():
            self.send_header(name, value)
        self.end_headers()
        return answer


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serves a built site on this machine alone, and gives its address, without a slash at the end."""
    with serving(partial(_Handler, site=Site(folder))) as address:
        yield address
