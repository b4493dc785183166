"""How often the right play comes first, through the real page, on queries that nothing was tuned with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.site.conftest import HOMES, Open
from tests.site.searching import ask

from opptur.search.evaluate import Asked, read_queries, scores
from opptur.search.show import scores_text

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HELD_OUT = Path(__file__).parents[1] / "search" / "queries" / "held-out.tsv"
ENOUGH = 10
"""Queries of a kind from which a share of them says something."""


def through_the_page(open_page: Open, queries: list[Asked]) -> Iterator[Asked]:
    """Each query typed on the front page of its language, with the plays shown."""
    pages = {lang: open_page(path) for lang, path in HOMES.items()}
    for asked in queries:
        yield replace(asked, found=tuple(ask(pages[asked.lang], asked.query)))


def test_the_right_play_comes_first(open_page: Open) -> None:
    """First for four of five queries, among the first three for 95 of 100, no kind far behind, and both languages alike."""
    queries = list(through_the_page(open_page, read_queries(HELD_OUT.read_text(encoding="utf-8"), HOMES)))
    assert len(queries) > 500
    found, table = scores(queries), scores_text(queries, "en")
    assert found[""].first >= 0.80, table
    assert found[""].three >= 0.95, table
    assert {kind: one.three for kind, one in found.items() if one.count >= ENOUGH and one.three < 0.85} == {}, table
    assert abs(found["nb"].first - found["en"].first) <= 0.05, table
    assert abs(found["nb"].three - found["en"].three) <= 0.05, table
