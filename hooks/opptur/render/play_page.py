"""The page of one play, and the page that stands in for one that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from opptur.model.library import PlayFile
from opptur.model.ownership import PHASES
from opptur.problems import Problem
from opptur.render.artefact import Heading, Page
from opptur.render.labels import label
from opptur.render.preview import problem_box
from opptur.render.templates import Site, family_url, play_path
from opptur.render.words import Words

SECTIONS = ("recognise", "steps", "messages", "mobilise", "guard", "close", "reference", "training", "about")
"""The ids of a play's sections, in order; `steps` shows the field `ownership`."""


def play_page(site: Site, file: PlayFile, problems: Sequence[Problem] = ()) -> Page:
    """A whole play. In preview, its problems stand above it."""
    library = site.library
    path = play_path(library, file.family, file.id, file.lang)
    about, ownership, headings = file.play.about, file.play.ownership, _headings(file)
    html = site.render(
        "play/play.html", file.lang, path,
        file=file, play=file.play, phases=PHASES, first_steps=ownership.first_hour[:3] + ownership.first_day[: 3 - len(ownership.first_hour[:3])],
        family_url=family_url(library, file.family, file.lang), outdated=site.is_outdated(library, file),
        review_by=about.reviewed + timedelta(minutes=about.review_every.minutes),
        headings=headings,
        handout_messages=[name.split("/") for name in file.play.training.handout_messages],
    )  # fmt: skip
    box = problem_box(problems, file.lang, has_page=True) if problems else ""
    return Page(
        path, file.lang, file.play.title, _description(file.play.summary), box + html,
        source=file.document.file, headings=headings, family=file.family, play=file.id, meta={"kind": "play", "updated": about.reviewed.isoformat()},
    )  # fmt: skip


def problem_page(site: Site, family: str, play_id: str, lang: str, problems: Sequence[Problem]) -> Page:
    """A page that holds nothing but what is wrong."""
    path = play_path(site.library, family, play_id, lang)
    html = problem_box(problems, lang, has_page=False)
    return Page(
        path,
        lang,
        play_id,
        "",
        f'<div data-play="{play_id}"><h1>{play_id}</h1>{html}</div>',
        source=problems[0].place.file,
        family=family,
        play=play_id,
        meta={"kind": "problems"},
    )


def _headings(file: PlayFile) -> tuple[Heading, ...]:
    words = Words(file.lang)
    fields = {"steps": "ownership"}
    names = {
        section: words.is_it_this if section == "recognise" else label(fields.get(section, section), file.lang) for section in SECTIONS
    }
    return (Heading(2, "card", words.card_title), *(Heading(2, section, name) for section, name in names.items()))


def _description(summary: str) -> str:
    """A search engine's line: the summary, cut at a sentence when it is long."""
    if len(summary) <= 160:
        return summary
    cut = re.match(r"(.{40,159}[.!?])\s", summary)
    return cut[1] if cut else summary[:157].rsplit(" ", 1)[0] + " …"
