"""What stands in a PDF: text in the order of its tags, places of words, and codes read from a picture of a page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pdfplumber
import pypdfium2
import zxingcpp

SOFT_HYPHEN = "\u00ad"


def pages(pdf: bytes) -> int:
    """How many pages there are."""
    return len(pypdfium2.PdfDocument(pdf))


def tagged_text(pdf: bytes) -> str:
    """All text in the order of the tags, as a screen reader takes it, with single spaces."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        by_mark: dict[tuple[int, int], list[str]] = {}
        for page in opened.pages:
            for char in page.chars:
                if char["mcid"] is not None:
                    by_mark.setdefault((page.page_number, char["mcid"]), []).append(char["text"])
        texts = ["".join(by_mark.get(mark, ())) for mark in _marks(opened.structure_tree)]
    return together(" ".join(texts))


def _marks(nodes: list[dict[str, Any]], page: int = 0) -> Iterator[tuple[int, int]]:
    for node in nodes:
        here = node.get("page_number") or page
        yield from ((here, mark) for mark in node.get("mcids", ()))
        yield from _marks(node.get("children", []), here)


def together(text: str) -> str:
    """Without what differs between a text and its lines: spaces, and hyphens where a word was broken."""
    return re.sub(r"[\s\u00ad]+", "", text)


def words_at(pdf: bytes, page: int) -> list[tuple[str, float, float]]:
    """Each word of a page with the place of its left upper corner, in points from the left and the top."""
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [(word["text"], word["x0"], word["top"]) for word in opened.pages[page].extract_words()]


def sizes(pdf: bytes) -> dict[float, int]:
    """How many letters there are of each size of type, in points."""
    found: dict[float, int] = {}
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            for char in page.chars:
                found[round(char["size"], 2)] = found.get(round(char["size"], 2), 0) + 1
    return found


def codes(pdf: bytes, page: int, dpi: int = 150) -> list[str]:
    """What the codes on a page say, read from a grey picture of it."""
    picture = pypdfium2.PdfDocument(pdf)[page].render(scale=dpi / 72, grayscale=True).to_pil()
    return [code.text for code in zxingcpp.read_barcodes(picture)]
