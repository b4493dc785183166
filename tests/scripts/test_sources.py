"""What scripts may not do, read from their sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.scripts.page import PURE, SCRIPTS

EVERY = sorted(SCRIPTS.parent.rglob("*.js"))
MARKUP = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|setHTML|createContextualFragment|document\.write|\beval\b|new Function|\bFunction\("
)
HOSTS = re.compile(r"""[a-z]+://|["'`]//\w""", re.IGNORECASE)


@pytest.mark.parametrize("name", PURE)
def test_a_pure_module_touches_nothing(name: str) -> None:
    """What only calculates knows neither the page nor the device's storage."""
    found = re.findall(
        r"\b(?:document|window|localStorage|sessionStorage|innerHTML|navigator|location|fetch)\b",
        (SCRIPTS / f"{name}.js").read_text(encoding="utf-8"),
    )
    assert found == []


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_a_script_neither_writes_markup_nor_runs_text(path: Path) -> None:
    """Text is only ever set as text, and nothing that was typed is run."""
    assert MARKUP.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_a_script_names_no_other_host(path: Path) -> None:
    """Nothing is asked of, or sent to, any other place."""
    assert HOSTS.findall(path.read_text(encoding="utf-8")) == []
