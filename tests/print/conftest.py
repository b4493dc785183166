"""Every paper of the real handbook, made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.handbook import REAL_PLAYS

from opptur.model.library import Library, load_library
from opptur.print.papers import papers_of
from opptur.print.press import Press, Printed

ADDRESS = "https://opptur.example/"


@pytest.fixture(scope="session")
def library() -> Library:
    """The real handbook."""
    loaded, problems = load_library(REAL_PLAYS)
    assert loaded is not None
    assert problems == []
    return loaded


@pytest.fixture(scope="session")
def printed(library: Library) -> dict[str, Printed]:
    """Every paper by where it lies in the site."""
    made = Press(Path(".cache")).make(papers_of(library, ADDRESS))
    return {one.paper.path: one for one in made}
