"""The standards' own validator agrees: no paper breaks a rule. `make test-slow`, for it needs Java."""

from __future__ import annotations

import io

import pikepdf
import pytest

from opptur.print.press import Printed

pytestmark = pytest.mark.verapdf


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_no_paper_breaks_a_rule(printed: dict[str, Printed], flavour: str) -> None:
    """Every file follows PDF/UA-1 and PDF/A-2a as veraPDF reads them."""
    from tests.print.verapdf import broken_rules

    broken = {path: broken_rules(one.pdf, flavour) for path, one in printed.items()}
    assert {path: rules for path, rules in broken.items() if rules} == {}
    assert len(broken) > 400


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_the_validator_can_tell(printed: dict[str, Printed], flavour: str) -> None:
    """A sheet whose tags have been taken away is refused."""
    from tests.print.verapdf import broken_rules

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(printed["handouts/nb/late-delivery.pdf"].pdf)) as opened:
        del opened.Root["/StructTreeRoot"], opened.Root["/MarkInfo"]
        opened.save(out)
    assert broken_rules(out.getvalue(), flavour) != []
