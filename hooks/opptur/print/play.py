"""What stands on paper of one play, as plain values for the templates. Text stays text: runs of it, and fields to fill in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from opptur.load.packaged import packaged
from opptur.model.fields import Clock, Duration
from opptur.model.library import Library, PlayFile
from opptur.model.messages import Email, Phone
from opptur.model.ownership import PHASES, Step
from opptur.print.code import code
from opptur.render.labels import label
from opptur.render.text import PLACEHOLDER
from opptur.render.words import Words

Runs = list[str | dict[str, str]]
"""A text in the order it is read: strings, and fields to fill in as `{"field": label}`."""

LONG = re.compile(r"[^\s\u00ad-]{30,}")
"""A word that no line of a narrow column holds."""

REGIONS = {"nb": "NO", "en": "GB"}


@cache
def paper_words(lang: str) -> dict[str, str]:
    """Every word of `print/words.yml` in a language."""
    return {key: str(forms.get(lang) or forms["en"]) for key, forms in packaged("print/words.yml").items()}


def runs(library: Library, text: str, lang: str) -> Runs:
    """A text with its fields set apart; a very long word may be broken after every tenth letter."""
    out: Runs = []
    at = 0
    for found in PLACEHOLDER.finditer(text):
        out.append(breakable(text[at : found.start()]))
        entry = library.vocabulary.placeholders.get(found[1])
        out.append({"field": entry.label[lang]} if entry else found[0])
        at = found.end()
    return [run for run in (*out, breakable(text[at:])) if run]


def breakable(text: str) -> str:
    """The text with soft hyphens in words that are too long for a line."""
    return LONG.sub(lambda word: "\u00ad".join(re.findall(".{1,10}", word[0])), text)


def shared(library: Library, lang: str) -> dict[str, Any]:
    """What every paper in a language carries."""
    return {"lang": lang, "region": REGIONS.get(lang), "company": library.company.name, "w": paper_words(lang)}


def deadline(time: Duration | Clock, lang: str) -> str:
    """Short, for the start of a step: “15 min”, “Kl. 15.30”."""
    words = paper_words(lang)
    if isinstance(time, Clock):
        return words["by_clock"].format(time=Words(lang).clock(time))
    whole = time.unit == "m" and time.amount % 60 == 0
    amount, unit = (time.amount // 60, "h") if whole else time
    return words[{"m": "minutes", "h": "hours", "d": "days"}[unit]].format(n=amount)


def footer(library: Library, file: PlayFile) -> str:
    """Id, edition, review date and company."""
    about = file.play.about
    return paper_words(file.lang)["footer"].format(
        id=file.id, edition=about.edition, date=Words(file.lang).date(about.reviewed), company=library.company.name
    )


def play_data(library: Library, file: PlayFile, address: str | None) -> dict[str, Any]:
    """All that any paper shows of a play; `address` is the handbook's, for the code that leads to the play."""
    play, lang, words, v = file.play, file.lang, paper_words(file.lang), library.vocabulary

    def text(of: str) -> Runs:
        return runs(library, of, lang)

    says = words["qr_says"].format(title=play.title)
    return {
        "id": file.id, "plan": None, "title": play.title, "summary": play.summary, "family": v.label("families", file.family, lang),
        "levels": [*play.error.severity.levels()], "severity": words["severity"].format(level=str(play.error.severity).replace("-", "–")),
        "footer": footer(library, file), "qr": code(f"{address}p/{file.id}/?e={play.about.edition}", says) if address else None,
        "card": [{"label": label(f"card.{name}", lang), "text": text(getattr(play.card, name)), "strong": name == "say"} for name in ("call", "say", "ask", "promise")],
        "signals": [text(signal) for signal in play.recognise.signals],
        "not_this": [{"ask": text(one.ask), "play": title_of(library, one.play, lang)} for one in play.recognise.not_this],
        "phases": [{"name": label(f"ownership.{phase}", lang), "steps": [step_data(library, step, lang) for step in getattr(play.ownership, phase)]} for phase in PHASES],
        "first": [step_data(library, step, lang) for step in play.ownership.first_hour[:3]],
        "messages": [message_data(library, file, *name) for name in handout_messages(file)],
        "never": [{"phrase": text(pair.phrase), "instead": text(pair.instead)} for pair in play.guard.never_say],
        "observer": [text(point) for point in play.training.roleplay.observer],
        "own_case": text(play.training.discussion.own_case),
    }  # fmt: skip


def title_of(library: Library, play_id: str, lang: str) -> str:
    """A play's title, also of one that is planned."""
    file = library.files.get((play_id, lang))
    if file is not None and "title" in file.sections:
        return file.play.title
    planned = library.vocabulary.planned.get(play_id)
    return planned.label[lang] if planned else play_id


def step_data(library: Library, step: Step, lang: str) -> dict[str, Any]:
    """One step: when, who, what, and how it shows that it is done."""
    done = (
        step.done_when[:1].lower() + step.done_when[1:] if step.done_when[1:2].islower() or step.done_when[1:2] == " " else step.done_when
    )
    return {
        "deadline": deadline(step.deadline, lang), "who": library.vocabulary.label("roles", step.who, lang),
        "do": runs(library, step.do, lang), "done_when": runs(library, done, lang),
    }  # fmt: skip


def handout_messages(file: PlayFile) -> list[tuple[str, str]]:
    """Moment and channel of each message for the sheet. One that the play does not have is told by a rule, and left out here."""
    named = (name.partition("/") for name in file.play.training.handout_messages)
    return [(moment, channel) for moment, _, channel in named if channel and getattr(file.play.messages.get(moment), channel, None)]


def message_data(library: Library, file: PlayFile, moment: str, channel: str) -> dict[str, Any]:
    """A message with its name, its subject if it has one, and its paragraphs."""
    v, lang = library.vocabulary, file.lang
    message = getattr(file.play.messages[moment], channel)
    if isinstance(message, Phone):
        parts = [message.opening, " ".join(message.questions), message.promise, message.close]
    elif isinstance(message, Email):
        parts = [" ".join(part.split()) for part in re.split(r"\n[ ]*\n", message.body.strip())]
    else:
        parts = [message]
    return {
        "title": f"{v.label('moments', moment, lang)} · {v.label('channels', channel, lang)}",
        "subject": runs(library, message.subject, lang) if isinstance(message, Email) else None,
        "paragraphs": [runs(library, part, lang) for part in parts],
    }  # fmt: skip


CUSTOMER = ("happened", "knows", "hides", "calms", "inflames", "if_met_well", "if_not", "goal")


def role_data(library: Library, file: PlayFile) -> dict[str, Any]:
    """What the role-play cards show, hidden facts and twist included. None of it goes into a participant's booklet."""
    role, lang, words = file.play.training.roleplay, file.lang, paper_words(file.lang)

    def named(path: str, of: str) -> dict[str, Any]:
        return {"label": label(f"training.roleplay.{path}", lang), "text": runs(library, of, lang)}

    mood = role.customer_role.mood
    return {
        "customer": {
            "name": role.customer_role.name, "job": role.customer_role.job,
            "moods": [words["mood_of"].format(n=level) for level in (max(1, mood - 1), mood)],
            **{key: named(f"customer_role.{key}", getattr(role.customer_role, key)) for key in CUSTOMER},
        },
        "seller": [named(f"seller_role.{key}", getattr(role.seller_role, key)) for key in ("knows", "does_not_know", "reachable")],
        "twist": runs(library, role.twist, lang), "debrief": [runs(library, one, lang) for one in role.debrief],
        "timing": words["timing"].format(prepare=role.timing.prepare, play=role.timing.play, debrief=role.timing.debrief),
    }  # fmt: skip
