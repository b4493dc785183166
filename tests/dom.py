"""A page as a tree of elements, read with Python's own parser: what a reader without scripts is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
UNSEEN = frozenset({"script", "style", "title", "head"})


@dataclass
class Element:
    """One element with its attributes; `children` holds elements and texts in order."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, tag: str = "", **attrs: str) -> list[Element]:
        """All elements of a tag with these attributes; `data_play="x"` asks for `data-play`, `""` for any value."""
        wanted = {name.strip("_").replace("_", "-"): value for name, value in attrs.items()}
        return [element for element in self.walk() if (not tag or element.tag == tag) and element.has(wanted)]

    def one(self, tag: str = "", **attrs: str) -> Element:
        """The only such element."""
        found = self.all(tag, **attrs)
        assert len(found) == 1, f"{len(found)} of <{tag}> {attrs}"
        return found[0]

    def has(self, wanted: dict[str, str]) -> bool:
        """Whether it carries these attributes; a class counts when it is one of several."""
        return all(
            name in self.attrs and (not value or (value in self.attrs[name].split() if name == "class" else value == self.attrs[name]))
            for name, value in wanted.items()
        )

    @property
    def text(self) -> str:
        """All that can be read in it, with single spaces."""
        return one_line("".join(self._texts()))

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag == "br":
                yield "\n"
            elif child.tag not in UNSEEN:
                yield from child._texts()


def one_line(text: str) -> str:
    """The text with single spaces, as a page shows it."""
    return " ".join(text.split())


class _Builder(HTMLParser):
    """Builds the tree. An end tag that closes nothing is a fault in our pages, and fails."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("#document")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        assert len(element.attrs) == len(attrs), f"<{tag}> says something twice: {attrs}"
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> Element:
    """The tree of a page or of a part of one. Every element must be closed where it was opened."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert len(builder.open) == 1, f"<{builder.open[-1].tag}> is never closed"
    return builder.open[0]
