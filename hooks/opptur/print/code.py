"""QR codes, as pictures of lines that the printer draws sharp at any size."""

from __future__ import annotations

import io

import segno


def code(address: str, says: str) -> dict[str, str]:
    """A code for an address with its quiet zone, as SVG, and what it says to those who cannot see it."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=4, xmldecl=False, svgns=True, omitsize=True)
    return {"svg": out.getvalue().decode(), "says": says}
