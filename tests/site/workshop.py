"""A copy of the handbook to build, to break and to build again, and the pages that come out of it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.dom import Element, parse

REPO = Path(__file__).parents[2]
SOURCES = ("mkdocs.yml", "docs", "plays", "hooks")
DAY = "1795651200"
"""2026-11-26, so that plays falling due for review change nothing here."""
ADDRESS = "https://opptur.example"
"""Where the copy believes that it will be found, whatever this repository's own settings say."""
BUILD = ("opptur", "build")
MKDOCS = ("mkdocs", "build", "--strict")


@dataclass(frozen=True)
class Copy:
    """The sources of a handbook in a folder of their own."""

    root: Path

    @classmethod
    def make(cls, root: Path) -> Copy:
        """A fresh copy of this repository's sources."""
        root.mkdir(parents=True, exist_ok=True)
        for name in SOURCES:
            source = REPO / name
            if source.is_dir():
                shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
            else:
                shutil.copy(source, root)
        settings = root / "mkdocs.yml"
        settings.write_text(re.sub(r"(?m)^site_url:.*$", f"site_url: {ADDRESS}/", settings.read_text(encoding="utf-8")), encoding="utf-8")
        return cls(root)

    @property
    def plays(self) -> Path:
        """The folder with the plays."""
        return self.root / "plays"

    @property
    def site(self) -> Path:
        """Where the handbook is built."""
        return self.root / "site"

    def environment(self, **more: str) -> dict[str, str]:
        """The environment of a command that is to use this copy's generator."""
        ours = {
            "PYTHONPATH": str(self.root / "hooks"),
            "SOURCE_DATE_EPOCH": DAY,
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        return {**os.environ, **ours, **more}

    def run(self, *command: str, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
        """`python -m command…` in the copy."""
        return subprocess.run(
            [sys.executable, "-m", *command], cwd=cwd or self.root, env=self.environment(**env),
            capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
        )  # fmt: skip

    def edit(self, name: str, find: str, put: str) -> None:
        """One text in one file exchanged for another; it must stand there."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert find in text, f"{name} does not hold {find!r}"
        path.write_text(text.replace(find, put, 1), encoding="utf-8")


@dataclass(frozen=True)
class Built:
    """A handbook as it was built, with the sources that it came from."""

    copy: Copy
    site: Path

    @cached_property
    def pages(self) -> dict[str, Element]:
        """Every page by its address, such as `/en/delivery/`; `/404.html` by its own."""
        return {self.address(path): parse(path.read_text(encoding="utf-8")) for path in sorted(self.site.rglob("*.html"))}

    def address(self, path: Path) -> str:
        """The address that a file of the site is found at."""
        return "/" + path.relative_to(self.site).as_posix().removesuffix("index.html")

    @property
    def reading(self) -> dict[str, Element]:
        """The pages that are read: not the short addresses, which lead on, and not the page for wrong addresses."""
        return {url: page for url, page in self.pages.items() if not url.startswith("/p/") and url != "/404.html"}

    def setting(self, name: str) -> str:
        """A line of `mkdocs.yml`."""
        found = re.search(rf"(?m)^{name}: (.*)$", (self.copy.root / "mkdocs.yml").read_text(encoding="utf-8"))
        assert found, name
        return found[1].strip()

    def play_urls(self) -> dict[tuple[str, str], str]:
        """The address of each play file in the source: by id and language."""
        return {
            (path.name[:-7], path.name[-6:-4]): play_url(path)
            for path in sorted(self.copy.plays.glob("*/*.??.yml"))
            if path.parent.name != "workshops"
        }


def play_url(path: Path) -> str:
    """Where the page of a play file lies."""
    play_id, lang, _ = path.name.split(".")
    return f"/{'' if lang == 'nb' else lang + '/'}{path.parent.name}/{play_id}/"


def tree(site: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
