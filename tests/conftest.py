"""What every test may ask for: the good handbook, a browser, and texts compared with files that a person has read."""

from __future__ import annotations

import difflib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir
from tests.handbook import Handbook, make

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Golden = Callable[[Path, str], None]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")

os.environ.setdefault("OPPTUR_CACHE", str(Path(__file__).parent.parent / ".cache"))
"""Papers that have been made once are not made again for every copy of the handbook."""

set_hypothesis_home_dir(Path(__file__).parent.parent / ".cache" / "hypothesis")
settings.register_profile("opptur", derandomize=True, deadline=None, database=None)
settings.load_profile("opptur")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--golden-renew` writes the golden files anew. Read what changed before you keep it."""
    parser.addoption("--golden-renew", action="store_true", help="write the golden files anew instead of comparing")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with the file beside its input, or writes that file anew with `--golden-renew`."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--golden-renew"):
            path.write_bytes(text.encode())
            return
        stored = path.read_bytes().decode() if path.is_file() else ""
        if stored != text:
            pytest.fail(difference(stored, text, path), pytrace=False)

    return compare


def difference(stored: str, text: str, path: Path) -> str:
    """What a person needs to see when a golden file no longer holds."""
    lines = difflib.unified_diff(stored.splitlines(), text.splitlines(), f"{path.name} (stored)", "made now", lineterm="", n=4)
    return "\n".join([f"{path} no longer holds. If the new text is right, run: pytest --golden-renew", *lines])


@pytest.fixture(scope="session")
def good_plays(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `plays/` folder of the good handbook. Tests that change it make their own with `make`."""
    return make(tmp_path_factory.mktemp("good"))


@pytest.fixture(scope="session")
def handbook(good_plays: Path) -> Handbook:
    """The good handbook, loaded. Changing it gives another handbook and leaves this one as it is."""
    return Handbook.load(good_plays)


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
