"""What stands in the booklets of a workshop. What only the leader may see is never in the participants' data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from opptur.model.fields import Clock
from opptur.model.library import Library, PlayFile
from opptur.model.training import Turn
from opptur.model.workshop import Block, Workshop, WorkshopFile
from opptur.print.play import paper_words, play_data, role_data, runs, shared
from opptur.render.labels import label
from opptur.render.words import Words

OWN_PAGE = ("roleplay", "exercise", "quiz", "dialogue", "own-case", "goal")
"""Kinds of blocks that begin on a page of their own."""


def booklet_data(library: Library, file: WorkshopFile, address: str | None, *, leads: bool) -> dict[str, Any]:
    """All that a booklet shows: the participants', or the leader's when `leads`."""
    workshop, lang, words = file.workshop, file.lang, paper_words(file.lang)
    about, said = workshop.about, Words(lang)
    plays = [library.files[play_id, lang] for play_id in workshop.plays()]
    data = {
        **shared(library, lang), "kind": "facilitator" if leads else "participant", "leads": leads,
        "title": workshop.title, "goal": workshop.goal, "edition_name": words["leaders_booklet" if leads else "participants_booklet"],
        "facts": [
            [label_of("group", lang), words["people"].format(n=str(workshop.group).replace("-", "–"))],
            [label_of("level", lang), words[f"level_{workshop.level}"]],
            [label_of("minutes", lang), words["from_to"].format(minutes=workshop.minutes, start=said.clock(workshop.starts), end=said.clock(ends(file)))],
            [label("error", lang) if not plays else words["plays"], "; ".join(play.play.title for play in plays)],
        ],
        "ends_at": words["ends_at"].format(time=said.clock(ends(file))),
        "blocks": [block_data(library, file, timed, leads=leads) for timed in workshop.timed()],
        "plays": [] if leads else [play_data(library, play, address) for play in plays],
        "footer": words["footer"].format(id=file.id, edition=about.edition, date=said.date(about.reviewed), company=library.company.name),
    }  # fmt: skip
    return data | (leaders_pages(library, file, plays) if leads else {})


def ends(file: WorkshopFile) -> Clock:
    """When the last block ends."""
    return [end for _, _, end in file.workshop.timed()][-1]


def label_of(field: str, lang: str) -> str:
    """The label of a workshop's field."""
    extra: Any = Workshop.model_fields[field].json_schema_extra
    return str(extra["opptur"]["label"].get(lang) or extra["opptur"]["label"]["en"])


def leaders_pages(library: Library, file: WorkshopFile, plays: list[PlayFile]) -> dict[str, Any]:
    """What the leader does beforehand and afterwards, and what to print."""
    workshop, words = file.workshop, paper_words(file.lang)
    decks = [play.play.title for play in plays if any(block.kind == "roleplay" and block.play == play.id for block in workshop.blocks)]
    return {
        "prepare": [runs(library, one, file.lang) for one in workshop.prepare],
        "material": [runs(library, one, file.lang) for one in workshop.material],
        "print_list": [words["print_participants"], *(words["print_deck"].format(play=title) for title in decks), words["print_goals"]],
        "afterwards": paragraphs(library, workshop.afterwards, file.lang),
    }


def paragraphs(library: Library, text: str | None, lang: str) -> list[Any]:
    """A text as paragraphs of runs; none when there is no text."""
    return [runs(library, " ".join(part.split()), lang) for part in re.split(r"\n[ ]*\n", (text or "").strip()) if part.strip()]


def block_data(library: Library, file: WorkshopFile, timed: tuple[Block, Clock, Clock], *, leads: bool) -> dict[str, Any]:
    """One block: its place on the clock, what to do, and what the play brings to it."""
    (block, start, end), lang, words = timed, file.lang, paper_words(file.lang)
    play, said = library.files[block.play, lang] if block.play else None, Words(lang)
    return {
        "from": said.clock(start), "to": said.clock(end), "minutes": block.minutes, "minutes_long": words["minutes"].format(n=block.minutes), "title": block.title,
        "kind": block.kind, "kind_label": library.vocabulary.label("blocks", block.kind, lang), "play": play.play.title if play else None,
        "do": paragraphs(library, block.do, lang), "lead": paragraphs(library, block.lead, lang) if leads else [],
        "content": content(library, block, play, lang, leads=leads), "own_page": block.kind in OWN_PAGE,
    }  # fmt: skip


def content(library: Library, block: Block, play: PlayFile | None, lang: str, *, leads: bool) -> dict[str, Any] | None:
    """What belongs to a kind of block; None where nothing does."""
    words = paper_words(lang)
    if block.kind in ("own-case", "goal"):
        return {"prompts": words["own_case_prompts" if block.kind == "own-case" else "goal_prompts"].split(" | ")}
    if play is None:
        return None
    makers = {"dialogue": _dialogue, "exercise": _exercise, "discussion": _discussion, "quiz": _quiz, "roleplay": _roleplay}
    return makers[block.kind](library, play, leads) if block.kind in makers else None


def _named(library: Library, play: PlayFile, pairs: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
    return [{"label": label(f"training.{path}", play.lang), "text": runs(library, text, play.lang)} for path, text in pairs]


def _dialogue(library: Library, play: PlayFile, leads: bool) -> dict[str, Any]:  # noqa: FBT001 - one shape for all makers
    training = play.play.training

    def turns(lines: tuple[Turn, ...]) -> list[dict[str, Any]]:
        return [
            {
                "seller": one.speaker == "seller",
                "who": label(f"training.dialogue_good.{one.speaker}", play.lang),
                "line": runs(library, one.line, play.lang),
            }
            for one in lines
        ]

    return {
        "bad_name": label("training.dialogue_bad", play.lang), "bad": turns(training.dialogue_bad),
        "good_name": label("training.dialogue_good", play.lang), "good": turns(training.dialogue_good),
    }  # fmt: skip


def _exercise(library: Library, play: PlayFile, leads: bool) -> dict[str, Any]:  # noqa: FBT001
    one = play.play.training.exercise
    leader = [
        ("exercise.pitfalls", " ".join(one.pitfalls)),
        ("exercise.for_six", one.for_six),
        ("exercise.for_twenty", one.for_twenty),
        ("exercise.no_projector", one.no_projector),
    ]
    return {
        "facts": _named(library, play, [("exercise.goal", one.goal), ("exercise.group", one.group), ("exercise.material", "; ".join(one.material))]),
        "steps": [runs(library, step, play.lang) for step in one.steps], "result": _named(library, play, [("exercise.result", one.result)]),
        "leader": _named(library, play, leader) if leads else [],
    }  # fmt: skip


def _discussion(library: Library, play: PlayFile, leads: bool) -> dict[str, Any]:  # noqa: FBT001
    one = play.play.training.discussion
    return {"questions": [runs(library, text, play.lang) for text in (*one.questions, one.when_not)]}


def _quiz(library: Library, play: PlayFile, leads: bool) -> dict[str, Any]:  # noqa: FBT001
    def options(item: Any) -> list[dict[str, Any]]:
        return [
            {
                "letter": "ABCD"[number], "text": runs(library, option.text, play.lang),
                "best": leads and item.best == number + 1, "why": runs(library, option.why, play.lang) if leads else None,
            }
            for number, option in enumerate(item.options)
        ]  # fmt: skip

    return {
        "items": [{"situation": runs(library, item.situation, play.lang), "options": options(item)} for item in play.play.training.quiz]
    }


def _roleplay(library: Library, play: PlayFile, leads: bool) -> dict[str, Any]:  # noqa: FBT001
    words, role = paper_words(play.lang), role_data(library, play)
    shown = {"timing": role["timing"], "how": words["roleplay_how"], "leader": None}
    if not leads:
        return shown
    customer = {key: value for key, value in role["customer"].items() if isinstance(value, dict)}
    who = [{"label": role["customer"]["name"], "text": [role["customer"]["job"]]}]
    twist = [{"label": words["twist_card"], "text": role["twist"]}]
    return shown | {
        "leader": [
            {"title": words["customer_card"], "facts": [*who, *customer.values(), *twist], "points": []},
            {"title": words["seller_card"], "facts": role["seller"], "points": []},
            {"title": words["debrief_card"], "facts": [], "points": role["debrief"]},
        ]
    }
