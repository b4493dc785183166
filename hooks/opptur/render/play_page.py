"""The page of one play, and the page that stands in for one that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from opptur.model.company import Company
from opptur.model.fields import Duration, LevelRange
from opptur.model.library import PlayFile
from opptur.model.ownership import PHASES, Ownership, Step
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
    library, company = site.library, site.library.company
    path = play_path(library, file.family, file.id, file.lang)
    about, severity, headings = file.play.about, file.play.error.severity, _headings(file)
    html = site.render(
        "play/play.html", file.lang, path,
        file=file, play=file.play, phases=PHASES, first_steps=tuple(islice(_numbered(file.play.ownership), 3)),
        rhythm_levels=rhythm_levels(severity, company), extra_steps=tuple(extra_steps(severity, company)),
        right=lambda role: _right(company, role, file.lang),
        twins=library.twins(file.id), names={twin.lang: Words(twin.lang).language_name for twin in library.twins(file.id)},
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


def _numbered(ownership: Ownership) -> Iterator[tuple[str, int, Step]]:
    """Every step with its phase and number, in order."""
    for phase in PHASES:
        yield from ((phase, number, step) for number, step in enumerate(getattr(ownership, phase), 1))


def rhythm_levels(severity: LevelRange, company: Company) -> tuple[int, ...]:
    """The levels that may apply: those of the play, and the one that a repeated error counts as."""
    return tuple(sorted({*severity.levels(), max(severity.low, company.repeat.severity)}))


@dataclass(frozen=True, slots=True)
class ExtraStep:
    """Someone whom the seller tells because of the severity, or because it has happened before."""

    role: str
    deadline: Duration
    levels: tuple[int, ...] = ()
    repeat: bool = False

    @property
    def key(self) -> str:
        """What a case remembers it by."""
        return f"involve/{'repeat' if self.repeat else 'level'}/{self.role}"


def extra_steps(severity: LevelRange, company: Company) -> Iterator[ExtraStep]:
    """Whom the company wants told at the levels of a play, each once, and whom besides when it is a repetition."""
    levels = rhythm_levels(severity, company)
    by_role: dict[str, list[int]] = {}
    for level in levels:
        for role in company.times(level).involve:
            by_role.setdefault(role, []).append(level)
    for role, its in by_role.items():
        yield ExtraStep(role, company.times(its[0]).first_contact, tuple(its))
    at = max(company.repeat.severity, severity.low)
    for role in company.repeat.involve:
        if role not in company.times(at).involve:
            yield ExtraStep(role, company.times(at).first_contact, repeat=True)


def _right(company: Company, role: str, lang: str) -> str:
    """How much a role may grant, as it follows the role's name; empty when the company does not say."""
    words = Words(lang)
    amounts = (right.up_to for right in company.decision_rights if right.role == role)
    return next((f", {words('up_to', amount=words.money(amount)).lower().replace('nok', 'NOK')}" for amount in amounts), "")


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
