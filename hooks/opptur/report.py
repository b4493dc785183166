"""The state of a handbook at a glance: one row for each play and language."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from opptur.load.document import Value
from opptur.model.library import Library, PlayFile
from opptur.model.play import Play
from opptur.problems import Problem
from opptur.rules.rule import Case
from opptur.rules.twins import is_outdated

OPTIONAL = {"sector_notes"}


@dataclass(frozen=True, slots=True)
class Row:
    """One play in one language. `missing` names sections and messages that are not there."""

    id: str
    lang: str
    family: str
    parts: int
    """Sections and messages that are there."""
    of: int
    missing: tuple[str, ...]
    errors: int
    warnings: int
    words: int
    lix: float | None
    """Of all messages together; None when there are none."""
    reviewed: str
    due: str
    overdue: bool
    translation: str
    """`source`, `current`, `outdated` or `none`."""
    lawyer: bool
    """Whether a lawyer has read it."""

    @property
    def complete(self) -> bool:
        return not self.missing and not self.errors and self.translation in ("source", "current")


def rows(library: Library, problems: Iterable[Problem], today: date) -> list[Row]:
    """A row for every play that is written or planned, in every language, in the order of the families."""
    found = Counter((problem.place.file, problem.is_error) for problem in problems)
    planned = [play_id for play_id in library.vocabulary.planned if play_id not in library.named]
    known = [(play_id, lang) for play_id in library.ids() for lang in library.languages]
    written = [_row(library, library.files[key], found, today) if key in library.files else _absent(library, *key) for key in known]
    return written + [_absent(library, play_id, lang) for play_id in planned for lang in library.languages]


def _row(library: Library, file: PlayFile, found: Counter[tuple[str, bool]], today: date) -> Row:
    wanted = list(_wanted(library))
    missing = tuple(name for name in wanted if not _has(file, name))
    about = file.play.about if "about" in file.sections else None
    due = about.reviewed + timedelta(minutes=about.review_every.minutes) if about else None
    lix = dict(Case(file, library, today).lix).get(("messages",)) if "messages" in file.sections else None
    return Row(
        file.id, file.lang, file.family, len(wanted) - len(missing), len(wanted), missing,
        found[file.document.file, True], found[file.document.file, False], sum(_words(file.document.data)), lix and round(lix, 1),
        about.reviewed.isoformat() if about else "", due.isoformat() if due else "", due is not None and due < today,
        _translation(library, file), bool(about and about.legal_review),
    )  # fmt: skip


def _absent(library: Library, play_id: str, lang: str) -> Row:
    wanted = tuple(_wanted(library))
    family = next((file.family for (its, _), file in library.files.items() if its == play_id), "")
    family = family or library.vocabulary.planned[play_id].family
    return Row(play_id, lang, family, 0, len(wanted), wanted, 0, 0, 0, None, "", "", overdue=False, translation="none", lawyer=False)


def _wanted(library: Library) -> Iterator[str]:
    """Every section, and every message that the vocabulary asks for, as `moment/channel`."""
    yield from (name for name in Play.model_fields if name not in OPTIONAL)
    for moment, entry in library.vocabulary.moments.items():
        yield from (f"{moment}/{channel}" for channel in entry.channels)


def _has(file: PlayFile, name: str) -> bool:
    moment, _, channel = name.partition("/")
    if not channel:
        return name in file.sections
    return "messages" in file.sections and getattr(file.play.messages.get(moment), channel, None) is not None


def _words(value: Value) -> Iterator[int]:
    """The number of words in each text below a value."""
    if isinstance(value, str):
        yield len(value.split())
    else:
        for part in value.values() if isinstance(value, dict) else value:
            yield from _words(part)


def _translation(library: Library, file: PlayFile) -> str:
    if file.lang == library.source_language:
        return "source"
    source = library.files.get((file.id, library.source_language))
    return "outdated" if source is None or is_outdated(file, source) else "current"


NAMES = {
    "nb": ("spill", "språk", "deler", "feil", "råd", "ord", "LIX", "gjennomgått", "ny innen", "oversettelse", "jurist"),
    "en": ("play", "lang", "parts", "errors", "advice", "words", "LIX", "reviewed", "due", "translation", "lawyer"),
}
STATES = {
    "nb": {
        "source": "kilde",
        "current": "i takt",
        "outdated": "henger etter",
        "none": "mangler",
        "yes": "ja",
        "no": "nei",
        "late": " (over tiden)",
    },
    "en": {
        "source": "source",
        "current": "current",
        "outdated": "outdated",
        "none": "missing",
        "yes": "yes",
        "no": "no",
        "late": " (overdue)",
    },
}
SUM = {
    "nb": "{complete} av {all} er hele. Feil: {errors}. Råd: {warnings}. Ord: {words}.",
    "en": "{complete} of {all} are complete. Errors: {errors}. Advice: {warnings}. Words: {words}.",
}
MISSING = {"nb": "{id}.{lang} mangler: {names}", "en": "{id}.{lang} lacks: {names}"}


def _cells(row: Row, lang: str) -> tuple[str, ...]:
    states = STATES[lang]
    lix = "–" if row.lix is None else f"{row.lix:.1f}".replace(".", "," if lang == "nb" else ".")
    late = states["late"] if row.overdue else ""
    numbers = (f"{row.parts}/{row.of}", str(row.errors), str(row.warnings), str(row.words), lix)
    return (
        row.id,
        row.lang,
        *numbers,
        row.reviewed or "–",
        (row.due or "–") + late,
        states[row.translation],
        states["yes" if row.lawyer else "no"],
    )


def summary(found: Sequence[Row], lang: str) -> str:
    """The whole handbook in one line, and a line for each play that is begun and lacks something."""
    total = SUM[lang].format(
        complete=sum(row.complete for row in found),
        all=len(found),
        errors=sum(row.errors for row in found),
        warnings=sum(row.warnings for row in found),
        words=sum(row.words for row in found),
    )
    begun = [row for row in found if row.missing and row.parts]
    return "\n".join([total, *(MISSING[lang].format(id=row.id, lang=row.lang, names=", ".join(row.missing)) for row in begun)]) + "\n"


def as_text(found: Sequence[Row], lang: str) -> str:
    """A table with columns that line up, numbers to the right."""
    table = [NAMES[lang], *(_cells(row, lang) for row in found)]
    widths = [max(len(line[column]) for line in table) for column in range(len(table[0]))]
    lines = (
        "  ".join(
            cell.rjust(width) if 2 <= column <= 6 else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in table
    )
    return "\n".join(line.rstrip() for line in lines) + "\n\n" + summary(found, lang)


def as_markdown(found: Sequence[Row], lang: str) -> str:
    """The same as a Markdown table, for a pull request or a page."""
    head = NAMES[lang]
    rule = tuple("---:" if 2 <= column <= 6 else "---" for column in range(len(head)))
    lines = (f"| {' | '.join(cells)} |" for cells in (head, rule, *(_cells(row, lang) for row in found)))
    return "\n".join(lines) + "\n\n" + summary(found, lang)


def as_json(found: Sequence[Row], lang: str) -> str:
    """Every row with all its values, for other tools."""
    return json.dumps([{**asdict(row), "complete": row.complete} for row in found], ensure_ascii=False, indent=1) + "\n"


FORMS = {"text": as_text, "markdown": as_markdown, "json": as_json}
