"""Changes as text for a terminal, as Markdown for a pull request, and as a page of its own to open or send.

Nothing in a play can speak to a terminal, a runner or a browser: texts come out as the letters they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from opptur.diff.changes import AUDIENCES, Change, PlayChange
from opptur.load.packaged import packaged
from opptur.model.parse import field_at
from opptur.model.play import Play
from opptur.model.vocabulary import Vocabulary
from opptur.problems import Path
from opptur.problems.styles.safe import one_line

UNTOLD = {"new": "new", "gone": "gone", "laid_out": "nothing"}
"""What is said of a file whose changes are not listed."""


@cache
def words(lang: str) -> dict[str, str]:
    """Every word of `diff/words.yml` in a language."""
    return {key: str(forms[lang]) for key, forms in packaged("diff/words.yml").items()}


def where(path: Path, vocabulary: Vocabulary, lang: str) -> str:
    """A path by the names that fields have for people: “Slik eier du saken › Første time 2 › Frist”."""
    names: list[str] = []
    for depth, step in enumerate(path):
        if isinstance(step, int):
            names[-1] += f" {step + 1}"
        elif depth == 1 and path[0] == "messages" and step in vocabulary.moments:
            labels = vocabulary.moments[step].label
            names.append(labels.get(lang) or next(iter(labels.values())))
        elif step == "family":
            names.append(words(lang)["family"])
        else:
            names.append(_label(path[: depth + 1], lang))
    return one_line(" › ".join(names))


def _label(path: Path, lang: str) -> str:
    info = field_at(Play, path)
    extra: Any = info.json_schema_extra if info else None
    return str(extra["opptur"]["label"][lang]) if extra and path[-1] in _names(path) else str(path[-1])


def _names(path: Path) -> tuple[str, ...]:
    """A field that the model does not know must not get the label of what it stands in."""
    above = field_at(Play, path[:-1])
    return (str(path[-1]),) if above is not field_at(Play, path) else ()


def grouped(one: PlayChange) -> list[tuple[str, list[Change]]]:
    """The changes by whom they concern, customers first."""
    groups = [(audience, [change for change in one.changes if change.audience == audience]) for audience in AUDIENCES]
    return [(audience, changes) for audience, changes in groups if changes]


def title_of(one: PlayChange) -> str:
    """A play's title with its id and language."""
    return one_line(" · ".join(part for part in (one.title, one.id, one.lang) if part))


def summary(found: Sequence[PlayChange], lang: str) -> str:
    """How much has changed."""
    count = sum(len(one.changes) for one in found) + sum(one.state in ("new", "gone") for one in found)
    return words(lang)["things"].format(count=count, files=len(found)) if count else words(lang)["nothing"]


def marked(change: Change) -> tuple[str, str]:
    """The words that say which value is the old one and which the new."""
    return ("removed" if change.after is None else "before"), ("added" if change.before is None else "after")


def sides(change: Change) -> list[tuple[str, str]]:
    """The values that there are, the old one first, each after the word for it."""
    values = zip(marked(change), (change.before, change.after), strict=True)
    return [(name, text) for name, text in values if text is not None]


def as_text(found: Sequence[PlayChange], vocabulary: Vocabulary, lang: str) -> str:
    """For a terminal."""
    return "\n".join(_text(found, vocabulary, lang)) + "\n"


def _text(found: Sequence[PlayChange], vocabulary: Vocabulary, lang: str) -> Iterator[str]:
    w = words(lang)
    for one in found:
        yield title_of(one)
        yield from [f"  {w[UNTOLD[one.state]]}"] if one.state in UNTOLD else []
        yield from (f"  ! {w['alone']} {where(change.path, vocabulary, lang)}" for change in one.alone)
        for audience, changes in grouped(one):
            yield f"  {w[audience]}"
            for change in changes:
                yield f"    {where(change.path, vocabulary, lang)}"
                yield from (f"      {w[name]}: {one_line(text)}" for name, text in sides(change))
        yield ""
    yield summary(found, lang)


def plain(text: str) -> str:
    """A text in Markdown as the letters it is: no markup, no link, no mention, no reference to an issue."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", one_line(text)).replace("\\@", "\\@\u200b").replace("\\#", "\\#\u200b")


def span(text: str) -> str:
    """A text in Markdown as code, in a fence that is longer than any in it."""
    shown = one_line(text)
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    return f"{fence} {shown} {fence}"


def as_markdown(found: Sequence[PlayChange], vocabulary: Vocabulary, lang: str) -> str:
    """For a pull request or a job's summary."""
    return "\n".join(_markdown(found, vocabulary, lang)) + "\n"


def _markdown(found: Sequence[PlayChange], vocabulary: Vocabulary, lang: str) -> Iterator[str]:
    w = words(lang)
    yield from (f"## {w['title']}", "", summary(found, lang), "")
    for one in found:
        yield from (f"### {plain(title_of(one))}", "")
        yield from [w[UNTOLD[one.state]], ""] if one.state in UNTOLD else []
        yield from (f"> ⚠️ {w['alone']} {plain(where(change.path, vocabulary, lang))}\n" for change in one.alone)
        for audience, changes in grouped(one):
            yield from (f"**{w[audience]}**", "")
            for change in changes:
                yield f"- {plain(where(change.path, vocabulary, lang))}"
                yield from (f"  - {w[name]}: {span(text)}" for name, text in sides(change))
            yield ""


def as_html(found: Sequence[PlayChange], vocabulary: Vocabulary, lang: str) -> str:
    """One page that needs nothing beside it, with before and after next to each other."""
    env = Environment(
        loader=PackageLoader("opptur", "diff"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return env.get_template("diff.html").render(
        found=found, lang=lang, w=words(lang), summary=summary(found, lang), untold=UNTOLD, grouped=grouped, title_of=title_of,
        marked=marked, pieces=pieces, visible=visible, where=lambda path: where(path, vocabulary, lang),
    )  # fmt: skip


def visible(text: str) -> str:
    """A text with its lines, and every other invisible character shown, so that nothing reads as something else."""
    return "\n".join(one_line(line) for line in text.split("\n"))


def pieces(change: Change) -> tuple[list[tuple[bool, str]], list[tuple[bool, str]]]:
    """Both texts in pieces, each with whether it is only there; words that stayed are the same piece in both."""
    old, new = (re.findall(r"\s+|[^\s]+", text or "") for text in (change.before, change.after))
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    before = [(kind != "equal", "".join(old[a:b])) for kind, a, b, _, _ in codes if a < b]
    after = [(kind != "equal", "".join(new[a:b])) for kind, _, _, a, b in codes if a < b]
    return before, after


FORMS: dict[str, Callable[[Sequence[PlayChange], Vocabulary, str], str]] = {"text": as_text, "markdown": as_markdown, "html": as_html}
