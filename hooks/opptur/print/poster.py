"""What stands on the posters: the severity ladder, the rules for messages, and the map of all plays."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from opptur.model.library import Library
from opptur.print.code import code
from opptur.print.play import paper_words, shared
from opptur.render.words import Words


def poster_data(library: Library, name: str, paper: str, lang: str, address: str | None, *, day: date) -> dict[str, Any]:  # noqa: PLR0913 - each says what it is of
    """One poster in one size of paper, dated."""
    words = paper_words(lang)
    made = {"severity": _severity, "rules": _rules, "map": _map}[name](library, lang)
    return {
        **shared(library, lang), "kind": "poster", "poster": name, "paper": paper, "title": words[f"poster_{name}"], "lead": words[f"poster_{name}_lead"],
        "qr": code(address if lang == library.source_language else f"{address}{lang}/", words["qr_home"]) if address else None,
        "footer": words["poster_footer"].format(company=library.company.name, date=Words(lang).date(day)), **made,
    }  # fmt: skip


def _severity(library: Library, lang: str) -> dict[str, Any]:
    v, said, words = library.vocabulary, Words(lang), paper_words(lang)

    def facts(level: int) -> list[dict[str, str]]:
        times = library.company.times(level)
        involve = ", ".join(v.label("roles", role, lang) for role in times.involve) or "–"
        first = f"{said.deadline(times.first_contact)}, {v.label('channels', times.first_channel, lang)}"
        return [
            {"label": words["first_contact"], "text": first},
            {"label": words["update_every"], "text": said.duration(times.update_every, "every_")},
            {"label": words["involve"], "text": involve},
            {"label": words["decides"], "text": v.label("roles", times.decides, lang)},
        ]

    levels = [
        {
            "number": level,
            "name": v.label("severities", str(level), lang),
            "says": v.describe("severities", str(level), lang),
            "facts": facts(level),
        }
        for level in range(1, 5)
    ]
    return {"levels": levels}


def _rules(library: Library, lang: str) -> dict[str, Any]:
    rules = library.vocabulary.message_rules.values()
    return {"rules": [{"rule": one.label[lang], "often": one.often[lang], "rather": unbroken(one.rather[lang])} for one in rules]}


def unbroken(text: str) -> str:
    """The text with figures that belong together, such as a telephone number, kept on one line."""
    return re.sub(r"(?<=\d) (?=\d)", "\N{NO-BREAK SPACE}", text)


def _map(library: Library, lang: str) -> dict[str, Any]:
    def plays(family: str) -> list[dict[str, Any]]:
        return [
            {"title": file.play.title, "levels": [*file.play.error.severity.levels()]}
            for file in library.of_family(family, lang)
            if file.whole
        ]

    named = library.vocabulary["families"]
    return {
        "families": [
            {"name": library.vocabulary.label("families", family, lang), "plays": found} for family in named if (found := plays(family))
        ]
    }
