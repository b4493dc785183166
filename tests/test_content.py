"""The handbook's own content: every play is there, says what it must, and says it in words of its own."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from opptur.check import check
from opptur.load.document import Value
from opptur.model.library import Library, PlayFile, load_library
from opptur.report import rows

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 26)
MESSAGES = {
    "first_notice_we_found": {"phone", "email", "sms"},
    "first_notice_customer_told": {"phone", "email", "sms"},
    "no_news": {"email", "sms"},
    "status_update": {"email", "sms"},
    "bad_news": {"phone", "email", "sms"},
    "fixed": {"email", "sms"},
    "follow_up": {"phone", "email"},
    "compensation": {"phone", "email"},
    "reference_ask": {"phone", "email"},
    "cannot_fix": {"phone", "email"},
}
"""The moments at which a customer hears from the seller, and the channels that each of them needs at least."""
RUN = 12
"""So many words in a row that two plays share are a sentence that was copied."""
OWN_WORDS = ("ownership", "messages", "mobilise", "guard", "close", "reference", "training")
WORD = re.compile(r"[\w{}'-]+")
LANGUAGES = ("nb", "en")


@pytest.fixture(scope="module")
def library() -> Library:
    """The real plays."""
    library, problems = load_library(ROOT / "plays")
    assert problems == []
    assert library is not None
    return library


def taxonomy() -> list[dict[str, str]]:
    """The plays that the handbook is to have, with the facts that were decided for each."""
    with (ROOT / "tests" / "cases" / "plays.tsv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def test_every_play_is_written_in_both_languages(library: Library) -> None:
    """All of the forty-eight, each in its family, and none is only planned."""
    wanted = {(row["id"], lang): row["family"] for row in taxonomy() for lang in LANGUAGES}
    assert len(wanted) == 96
    assert {key: file.family for key, file in library.files.items()} == wanted
    assert [play_id for play_id in library.vocabulary.planned if play_id in library.named] == []


@pytest.mark.parametrize("row", taxonomy(), ids=lambda row: row["id"])
def test_a_play_has_the_facts_that_were_decided(library: Library, row: dict[str, str]) -> None:
    """Severity and roles are those of the taxonomy, in both languages."""
    low, high = row["severity"].split("-")
    for lang in LANGUAGES:
        error = library.files[row["id"], lang].play.error
        assert (error.severity.low, error.severity.high) == (int(low), int(high))
        assert [*error.roles] == row["roles"].split(",")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_play_has_every_moment_in_every_channel(library: Library, lang: str) -> None:
    """No seller is left without words, whatever comes next."""
    for file in library.files.values():
        if file.lang == lang:
            there = {moment: {name for name, value in entry if value} for moment, entry in file.play.messages.items()}
            lacking = {moment: channels - there.get(moment, set()) for moment, channels in MESSAGES.items()}
            assert not any(lacking.values()), (file.id, lacking)


def test_nothing_is_wrong_and_nothing_is_advised() -> None:
    """The check is silent: no error, no warning, and so no fact that differs between the languages."""
    _, problems = check(ROOT / "plays", TODAY)
    assert [(problem.place.file, problem.place.line, problem.kind.code) for problem in problems] == []


def test_every_play_is_complete_and_easy_to_read(library: Library) -> None:
    """The report finds all parts, current translations, and a LIX below thirty in all messages of each play."""
    found = rows(library, (), TODAY)
    assert [row.id for row in found if not row.complete] == []
    assert [(row.id, row.lang, row.lix) for row in found if row.lix is None or row.lix >= 30] == []


def texts(value: Value) -> Iterator[str]:
    """Every text below a value."""
    if isinstance(value, str):
        yield value
    else:
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


def runs(file: PlayFile) -> set[tuple[str, ...]]:
    """Every run of so many words in the texts of a play that must be its own."""
    found = set()
    for part in OWN_WORDS:
        for text in texts(file.document.data[part]):
            words = [word.lower() for word in WORD.findall(text)]
            found |= {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_plays_share_a_sentence(library: Library, lang: str) -> None:
    """No run of twelve words stands in the steps, messages, dialogues or role-plays of two plays."""
    where: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for file in library.files.values():
        if file.lang == lang:
            for run in runs(file):
                where[run].append(file.id)
    assert len(where) > 10_000
    assert {" ".join(run): plays for run, plays in where.items() if len(plays) > 1} == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_search_terms_are_many_and_the_plays_own(library: Library, lang: str) -> None:
    """At least twelve for each play, none twice in the same play."""
    for file in library.files.values():
        if file.lang == lang:
            terms = [term.lower() for term in file.play.search_terms]
            assert len(terms) >= 12
            assert len(set(terms)) == len(terms), file.id


def test_best_answers_vary_in_place(library: Library) -> None:
    """Across all quizzes no place holds the best answer in much more or much less than a quarter of the items."""
    best = [item.best for file in library.files.values() if file.lang == "nb" for item in file.play.training.quiz]
    shares = [best.count(place) / len(best) for place in (1, 2, 3, 4)]
    assert min(shares) > 0.15, shares
    assert max(shares) < 0.35, shares
