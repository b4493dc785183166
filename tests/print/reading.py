"""What stands in a PDF: text in the order of its tags, places of words, and codes read from a picture of a page."""

from __future__ import annotations

import ctypes
import io
import re
from collections.abc import Iterator
from typing import Any

import pdfplumber
import pikepdf
import pypdfium2
import zxingcpp
from pypdfium2 import raw

SOFT_HYPHEN = "\u00ad"


def pages(pdf: bytes) -> int:
    """How many pages there are."""
    return len(pypdfium2.PdfDocument(pdf))


def tagged_text(pdf: bytes) -> str:
    """All text page by page in the order of its tags, as a screen reader takes it, without spaces."""
    return together("".join(text for page in pypdfium2.PdfDocument(pdf) for text in _heard(page)))


def _heard(page: pypdfium2.PdfPage) -> Iterator[str]:
    """Each tagged text of a page in the order of the tags."""
    texts, by_mark = page.get_textpage(), dict[int, list[str]]()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        by_mark.setdefault(raw.FPDFPageObj_GetMarkedContentID(item.raw), []).append(_text_of(item.raw, texts.raw))
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    for number in range(raw.FPDF_StructTree_CountChildren(tree)):
        yield from ("".join(by_mark.get(mark, ())) for mark in _marks(raw.FPDF_StructTree_GetChildAtIndex(tree, number)))
    raw.FPDF_StructTree_Close(tree)


def _text_of(item: Any, texts: Any) -> str:
    size = raw.FPDFTextObj_GetText(item, texts, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(item, texts, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: size - 2].decode("utf-16-le")


def _marks(element: Any) -> Iterator[int]:
    for number in range(raw.FPDF_StructElement_CountChildren(element)):
        if (mark := raw.FPDF_StructElement_GetChildMarkedContentID(element, number)) >= 0:
            yield mark
        elif child := raw.FPDF_StructElement_GetChildAtIndex(element, number):
            yield from _marks(child)


def pages_in_tag_order(pdf: bytes) -> list[int]:
    """The number of the page that each tagged part stands on, in the order of the tags through the whole document."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        numbers = {page.objgen: number for number, page in enumerate(opened.pages)}

        def walk(node: Any, page: Any) -> Iterator[int]:
            if isinstance(node, pikepdf.Array):
                for child in node:
                    yield from walk(child, page)
            elif isinstance(node, pikepdf.Dictionary):
                page = node.get("/Pg", page)
                yield from (
                    (numbers[page.objgen],) if node.get("/Type") in ("/MCR", "/OBJR") else walk(node.get("/K", pikepdf.Array()), page)
                )
            elif page is not None:
                yield numbers[page.objgen]

        return list(walk(opened.Root.StructTreeRoot.K, None))


def together(text: str) -> str:
    """Without what differs between a text and its lines: spaces and hyphens, which the reader tells as character 2 at the end of a line."""
    return re.sub(r"[\s\u00ad\x02-]+", "", text)


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
