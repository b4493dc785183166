"""Packed files: smaller, and no stream ends so that a strict reader counts it one byte short."""

from __future__ import annotations

import io

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from opptur.print.engine import AMBIGUOUS, compress, packed


def a_pdf(contents: list[bytes]) -> bytes:
    """A document with a page for each content."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        for content in contents:
            made.add_blank_page()
            made.pages[-1].Contents = made.make_stream(content)
        made.save(out, compress_streams=False)
    return out.getvalue()


@given(st.binary(max_size=300), st.integers(0, 255))
@settings(max_examples=300, deadline=None)
def test_a_stream_never_ends_in_a_carriage_return(content: bytes, last: int) -> None:
    """Whatever a stream holds, it comes back whole, with nothing but blank lines after it, and ends in another byte."""
    with pikepdf.new() as made:
        stream = made.make_stream(content + bytes([last]))
        compress(stream)
        assert not stream.read_raw_bytes().endswith(b"\r")
        assert stream.read_bytes().rstrip(b"\n") == (content + bytes([last])).rstrip(b"\n")


@pytest.mark.parametrize("pages", [1, 40, 400])
def test_packing_keeps_every_page(pages: int) -> None:
    """A long file too, whose hundreds of packed objects would end badly somewhere if they were packed once only."""
    pdf = packed(a_pdf([b"0 0 m %d 9 l S\n" % number * 20 for number in range(pages)]))
    assert AMBIGUOUS not in pdf
    assert len(PdfDocument(pdf)) == pages
