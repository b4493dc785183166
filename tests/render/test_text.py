"""Text is never markup: whatever stands in a text field of a play comes out escaped and whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.dom import Element, one_line, parse
from tests.handbook import Handbook
from tests.site.wording import NEVER_SHOWN, kind_of

from opptur.model.fields import Part
from opptur.model.library import PlayFile
from opptur.render import Site
from opptur.render.play_page import play_page
from opptur.render.text import TextRenderer

Put = Callable[[str], str]
SNIPPETS = (
    "<script>alert(1)</script>", "</p></section>", "<!-- ", "-->", "<![CDATA[", '" onclick="x', "' autofocus='", "&amp;", "&lt;b&gt;", "&#60;", "&copy",
    "{nope}", "{{ 7 * 7 }}", "{% raw %}", "{# x #}", "{", "}", "%s", "{0}", "\\1", "\n\n", "\n", "\n- a\n- b", "# a", "**a**", "[a](javascript:b)", "«æøå»", "👷🏽‍♀️", "\u00a0", "\u202f",
)  # fmt: skip
TEXTS = st.lists(
    st.one_of(st.sampled_from(SNIPPETS), st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=12)),
    min_size=1,
    max_size=6,
).map("".join)
FREE = {"p", "br"}
"""What a text may become more or fewer of: paragraphs and line breaks."""


def rewritten(value: Any, put: Put, names: tuple[str, ...] = ()) -> Any:
    """A value of the model with each free text exchanged; facts stay."""
    if isinstance(value, Part):
        return value.model_copy(update={name: rewritten(getattr(value, name), put, (*names, name)) for name in type(value).model_fields})
    if isinstance(value, dict):
        return {key: rewritten(part, put, (*names, key)) for key, part in value.items()}
    if type(value) is tuple:
        return tuple(rewritten(part, put, names) for part in value)
    return put(value) if isinstance(value, str) and is_free_text(names) else value


def is_free_text(names: tuple[str, ...]) -> bool:
    """Whether a field holds words of the play's own that readers see."""
    listing, _, is_fact = kind_of(names)
    return not listing and not is_fact and names not in NEVER_SHOWN


class Numbered:
    """Puts the same text everywhere, with a number by which each place can be told from the others."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.put: list[str] = []

    def __call__(self, _: str) -> str:
        """The text with the next number."""
        self.put.append(f"{self.text}⟦{len(self.put)}⟧")
        return self.put[-1]


@pytest.fixture(scope="module")
def site(handbook: Handbook) -> Site:
    """The templates of the good handbook."""
    return Site(handbook.library, {})


def shown(site: Site, text: str) -> tuple[Element, list[str]]:
    """The page of the good play with a text in every text field, and the texts that were put there."""
    file: PlayFile = site.library.files["late-delivery", "nb"]
    numbered = Numbered(text)
    return parse(play_page(site, replace(file, play=rewritten(file.play, numbered))).html), numbered.put


def skeleton(page: Element) -> Counter[tuple[str, ...]]:
    """Every element with all its attributes, but for those that a text may add."""
    return Counter(
        (element.tag, *(f"{name}={value}" for name, value in element.attrs.items()))
        for element in page.walk()
        if element.attrs or element.tag not in FREE
    )


@pytest.fixture(scope="module")
def plain(site: Site) -> Counter[tuple[str, ...]]:
    """The elements of the page when all texts are harmless."""
    return skeleton(shown(site, "a")[0])


@given(text=TEXTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_comes_out_escaped_and_whole(site: Site, plain: Counter[tuple[str, ...]], text: str) -> None:
    """Whatever is put in all text fields at once: no element and no attribute more, and each text whole, in its place."""
    page, put = shown(site, text)
    assert skeleton(page) == plain
    read = page.text
    assert [whole for whole in put if one_line(whole) not in read] == []


def test_every_text_field_is_tried(site: Site) -> None:
    """The good play has text in some three hundred places, and each is exchanged."""
    assert len(shown(site, "a")[1]) > 250


def test_a_known_field_is_marked_and_an_unknown_one_is_left(handbook: Handbook) -> None:
    """Only a placeholder that the vocabulary knows becomes a field; a reader then sees its name."""
    texts = TextRenderer(handbook.library.vocabulary, "nb")
    label = handbook.library.vocabulary.placeholders["order_no"].label["nb"]
    assert (
        texts.inline("Ordre {order_no}, {nope} & {Order_no}.")
        == f'Ordre <span class="field" data-field="order_no" data-type="text">{label}</span>, {{nope}} &amp; {{Order_no}}.'
    )


def test_paragraphs_and_line_breaks_are_kept(handbook: Handbook) -> None:
    """A blank line parts paragraphs, a line break is a line break, and nothing else is structure."""
    texts = TextRenderer(handbook.library.vocabulary, "nb")
    assert re.sub(r"\n", "", texts.block("a\nb\n\n<c>\n \n\n- d\n")) == "<p>a<br>b</p><p>&lt;c&gt;</p><p>- d</p>"


def test_words_said_word_for_word_are_marked_where_they_stand(handbook: Handbook) -> None:
    """The mark surrounds the words, escaped like the rest, and fields inside it still work."""
    texts = TextRenderer(handbook.library.vocabulary, "en")
    marked = texts.inline("Well. I <will> call you at {next_contact}. Bye & thanks.", "I <will> call you at {next_contact}.")
    assert str(marked).startswith("Well. <mark>I &lt;will&gt; call you at <span")
    assert str(marked).endswith("</span>.</mark> Bye &amp; thanks.")
