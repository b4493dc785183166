"""Nothing that stands in a play is lost on its page: every text, step, message and field, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.dom import Element, one_line
from tests.site.wording import NEVER_SHOWN, Wording, leaves, moment_of_day
from tests.site.workshop import REPO, Built, play_url

from opptur.load.document import Value
from opptur.model.library import Library, PlayFile, load_library
from opptur.model.ownership import PHASES

PLAYS = sorted(path for path in (REPO / "plays").glob("*/*.??.yml") if path.parent.name != "workshops")
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
SECTIONS = {"aim": "recognise", "fairness": "recognise", "ownership": "steps", "sector_notes": "training"}
"""The section of the page that shows a part of a play, where the two are not named alike."""
ELSEWHERE: dict[tuple[str, ...], str] = {
    ("search_terms",): "about",
    ("summary",): "recognise",
    ("error", "outlook"): "recognise",
    ("error", "roles"): "mobilise",
    ("training", "handout_messages"): "about",
}
ON_TOP = ("title", "summary", "error")


@pytest.fixture(scope="module")
def library(built: Built) -> Library:
    """The real handbook's sources as they were when it was built."""
    library, _ = load_library(built.copy.plays)
    assert library is not None
    return library


@pytest.fixture(params=PLAYS, ids=lambda path: path.name.removesuffix(".yml"))
def file(request: pytest.FixtureRequest, library: Library) -> PlayFile:
    """Each play in each language."""
    play_id, lang, _ = request.param.name.split(".")
    return library.files[play_id, lang]


@pytest.fixture
def page(built: Built, file: PlayFile) -> Element:
    """Its page."""
    return built.pages[play_url(Path(f"{file.family}/{file.id}.{file.lang}.yml"))]


def section(page: Element, names: tuple[str, ...]) -> Element:
    """The part of the page on which a field must stand; a message's own box for what is in a message."""
    if names[0] in ON_TOP and names not in ELSEWHERE:
        return page.one("header", class_="hero")
    if names[0] == "messages":
        return page.one(data_message="/".join(names[1:3]))
    name = ELSEWHERE.get(names, SECTIONS.get(names[0], names[0]))
    return page.one("section", id=name)


def test_every_text_can_be_read(page: Element, library: Library, file: PlayFile) -> None:
    """Every value in the file is found in its section of the page, as people would word it."""
    wording, texts, missing = Wording(library, file), dict[str, str](), []
    for path, value in leaves(file.document.data):
        names = tuple(step for step in path if isinstance(step, str))
        if names in NEVER_SHOWN:
            continue
        place = section(page, names)
        shown = texts.setdefault(f"{id(place)}", place.text)
        missing += [(names, expected) for expected in wording.expected(path, value) if one_line(expected) not in shown]
    assert missing == []


def test_notes_are_never_shown(page: Element, file: PlayFile) -> None:
    """What is meant for others who edit stays in the file."""
    notes = file.play.about.notes
    assert notes is None or one_line(notes) not in page.text


def test_the_page_says_which_play_it_is(page: Element, file: PlayFile) -> None:
    """The root of the play carries its id, its language stands on the page, and its title is the only first heading."""
    assert page.one("article", data_play=file.id).all("h1")[0].text == one_line(file.play.title)
    assert page.one("html").attrs["lang"] == file.lang
    assert len(page.all("h1")) == 1


def test_every_step_says_who_when_and_when_it_is_done(page: Element, library: Library, file: PlayFile) -> None:
    """The steps stand in order, each with role, deadline, what to do and how you know that it is done."""
    ownership = file.document.data["ownership"]
    assert isinstance(ownership, dict)
    written = [(f"{phase}/{number}", step) for phase in PHASES for number, step in enumerate(steps(ownership[phase]), 1)]
    shown = page.all(data_step="")
    assert [element.attrs["data-step"] for element in shown] == [name for name, _ in written]
    wording = Wording(library, file)
    for element, (_, step) in zip(shown, written, strict=True):
        expected = [wording.label("roles", step["who"]), moment_of_day(step["deadline"], file.lang), step["do"], step["done_when"]]
        assert [text for text in expected if one_line(wording.filled(text)) not in element.text] == []


def steps(value: Value) -> list[dict[str, str]]:
    """A phase as it was read."""
    assert isinstance(value, tuple)
    return [{key: str(text) for key, text in step.items()} for step in value if isinstance(step, dict)]


def test_every_message_has_its_fields(page: Element, library: Library, file: PlayFile) -> None:
    """Each message stands under its moment and channel, with each placeholder in it marked as a field."""
    messages = file.document.data["messages"]
    assert isinstance(messages, dict)
    written = {
        f"{moment}/{channel}": value for moment, parts in messages.items() if isinstance(parts, dict) for channel, value in parts.items()
    }
    shown = {element.attrs["data-message"]: element for element in page.one("section", id="messages").all(data_message="")}
    assert set(shown) == set(written)
    for name, value in written.items():
        fields = {field for _, text in leaves(value) for field in PLACEHOLDER.findall(text)}
        assert {element.attrs["data-field"] for element in shown[name].all(data_field="")} == fields, name
        assert len(shown[name].all(data_preview="")) == 1, name


def test_no_placeholder_is_left_in_braces(page: Element) -> None:
    """A reader sees the name of a field, never its key in braces."""
    assert PLACEHOLDER.findall(page.one("article", class_="play").text) == []


def test_the_best_answer_is_marked(page: Element, file: PlayFile) -> None:
    """In each question of the quiz the best answer's reason is marked, and only that."""
    for question, item in zip(page.all("div", class_="quiz"), file.play.training.quiz, strict=True):
        reasons = question.one("details").one("ol").all("li")
        marked = [number for number, reason in enumerate(reasons, 1) if "quiz__best" in reason.attrs.get("class", "")]
        assert marked == [item.best]
