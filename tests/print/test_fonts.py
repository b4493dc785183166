"""The fonts for paper are those of the pages, cut at two weights."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from opptur.print.engine import FONTS

WEIGHTS = {"regular": 400, "bold": 700}
FAMILY = "Atkinson Hyperlegible Next"
BOLD_BIT, REGULAR_BIT = 0x20, 0x40


def cut(name: str, weight: int) -> bytes:
    """The variable font of the pages at one weight, named so that a typesetter finds it."""
    font = TTFont(FONTS / "atkinson-hyperlegible-next-latin-wght-normal.woff2", recalcTimestamp=False)
    font = instantiateVariableFont(font, {"wght": weight})
    font.flavor = None
    style = name.capitalize()
    for record in font["name"].names:
        names = {2: style, 17: style, 4: f"{FAMILY} {style}", 6: f"{FAMILY.replace(' ', '')}-{style}"}
        record.string = names.get(record.nameID, record.string)
    font["OS/2"].usWeightClass = weight
    if weight == WEIGHTS["bold"]:
        font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~REGULAR_BIT) | BOLD_BIT
        font["head"].macStyle |= 1
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


@pytest.mark.parametrize("name", WEIGHTS)
def test_a_font_for_paper_is_the_one_of_the_pages(name: str, request: pytest.FixtureRequest) -> None:
    """Cut anew from the font of the pages, it is the same to the byte; `--golden-renew` writes it."""
    path = Path(FONTS) / f"atkinson-hyperlegible-next-{name}.ttf"
    made = cut(name, WEIGHTS[name])
    if request.config.getoption("--golden-renew"):
        path.write_bytes(made)
    assert path.read_bytes() == made
