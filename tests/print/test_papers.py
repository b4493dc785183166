"""Every paper can be archived and read aloud, has the pages it should, and says what the play says in its order."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from page import ValidationProfile, validate_pdf_bytes
from tests.print.reading import codes, pages, pages_in_tag_order, sizes, tagged_text, together, words_at

from opptur.model.library import Library
from opptur.print.engine import typeset
from opptur.print.papers import paper_of
from opptur.print.play import CUSTOMER
from opptur.print.press import Printed
from opptur.render.templates import PAPERS

Papers = dict[str, Printed]
A4 = (595.28, 841.89)
SAMPLE = ("late-delivery", "product-recall", "misdirected-email")


def of_kind(printed: Papers, kind: str) -> list[Printed]:
    """All papers of a kind."""
    return [one for one in printed.values() if one.paper.kind == kind]


@pytest.mark.parametrize("profile", [ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A], ids=["PDF/UA-1", "PDF/A-2a"])
def test_every_paper_follows_the_standard(printed: Papers, profile: ValidationProfile) -> None:
    """No file breaks a rule of PDF/UA-1, for reading aloud, or of PDF/A-2a, for keeping."""

    def failures(one: Printed) -> list[str]:
        report = validate_pdf_bytes(one.pdf, profile=profile)
        return [f"{one.paper.path}: {failure.rule_id} {failure.message}" for failure in report.failures]

    assert all(one.pdf for one in printed.values())
    with ThreadPoolExecutor() as workers:
        assert [failure for found in workers.map(failures, printed.values()) for failure in found] == []


def test_a_sheet_has_two_pages_and_small_cards_have_two_sides(printed: Papers) -> None:
    """Each play sheet is one A4 leaf, each pocket card has a front and a back, and each deck is two leaves."""
    wanted = {"sheet": 2, "pocket": 2, "cards": 4}
    ours = [one for one in printed.values() if one.paper.path.startswith("handouts/")]
    wrong = {one.paper.path: pages(one.pdf) for one in ours if pages(one.pdf) != wanted.get(one.paper.kind, pages(one.pdf))}
    assert wrong == {}
    assert {one.paper.kind for one in ours} == {"sheet", "large", "pocket", "cards"}


def test_everything_fits(printed: Papers) -> None:
    """No text is cut off, and a sheet is set in 10.5 to 12 points."""
    fits = [(one.paper.path, fit) for one in printed.values() for fit in one.fits]
    assert [path for path, fit in fits if fit["over"] > 0.01] == []
    assert {fit["size"] for one in of_kind(printed, "sheet") for fit in one.fits} <= {10.5, 10.75, 11, 11.25, 11.5, 11.75, 12}


def test_a_sheet_is_small(printed: Papers) -> None:
    """A sheet is at most 60 kB."""
    assert max(len(one.pdf) for one in of_kind(printed, "sheet")) <= 60_000


def said(value: Any) -> Iterator[str]:
    """Every text below a value of a paper's data, in order, fields to fill in included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from said(part)
    elif isinstance(value, list):
        for part in value:
            yield from said(part)


SHEET = ("title", "summary", "card", "signals", "not_this", "phases", "messages", "never", "observer", "own_case")


def parts(kind: str, play: dict[str, Any]) -> list[Any]:
    """What of a play stands on a kind of paper, in the order that it is heard."""
    if kind == "pocket":
        return [play["title"], play["card"], [[step["deadline"], step["do"]] for step in play["first"]]]
    if kind == "cards":
        role = play["customer"]
        return [role["name"], role["job"], *(role[name] for name in CUSTOMER), play["seller"], play["observer"], play["twist"]]
    return [play[name] for name in SHEET]


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize("kind", PAPERS)
def test_tags_tell_each_play_in_its_order(printed: Papers, kind: str, lang: str) -> None:
    """Whoever listens to any paper hears every text of the play that belongs on it, in the order of the play, nothing lost."""
    for one in of_kind(printed, kind):
        if one.paper.path.startswith(f"handouts/{lang}/"):
            play, heard, at = one.paper.data["plays"][0], tagged_text(one.pdf), 0
            for text in said(parts(kind, play)):
                found = heard.find(together(text), at)
                assert found >= 0, (one.paper.path, text)
                at = found + len(together(text))


def test_tags_follow_the_pages(printed: Papers) -> None:
    """In every file what is heard first stands first: the tags never go back to an earlier page."""
    assert [path for path, one in printed.items() if (order := pages_in_tag_order(one.pdf)) != sorted(order) or not order] == []


@pytest.mark.parametrize("kind", ["sheet", "pocket", "cards", "large"])
def test_the_code_leads_to_the_play_with_its_edition(printed: Papers, kind: str) -> None:
    """On a grey picture at 150 dots an inch, each code of each paper says the short address of its play and the edition of the paper."""
    for one in of_kind(printed, kind):
        found = codes(one.pdf, 0 if kind in ("sheet", "large") else 1)
        assert found, one.paper.path
        assert set(found) <= {f"https://opptur.example/p/{file.id}/?e={file.play.about.edition}" for file in one.paper.files}


def test_backs_lie_behind_their_fronts(library: Library) -> None:
    """Turned over the long edge, the back of each card lies behind its front: same row, mirrored column."""
    files = [library.files[play_id, "nb"] for play_id in SAMPLE]
    made = typeset(paper_of(library, files[:1], "cards", None).data, files[0].play.about.reviewed)
    for leaf in (0, 2):
        fronts, backs = words_at(made.pdf, leaf), words_at(made.pdf, leaf + 1)
        for kind in ("Kunde", "Selger", "Observatør"):
            front, back = (next((x, y) for word, x, y in side if word == kind) for side in (fronts, backs))
            assert (front[0] < A4[0] / 2) == (back[0] > A4[0] / 2), kind
            assert (front[1] < A4[1] / 2) == (back[1] < A4[1] / 2), kind


def test_the_customer_card_never_shows_the_steps(printed: Papers) -> None:
    """No step of the play stands anywhere in its deck."""
    for one in of_kind(printed, "cards"):
        text = tagged_text(one.pdf)
        steps = one.paper.files[0].play.ownership.first_hour
        assert [step.do for step in steps if together(step.do) in text] == []


def test_body_text_is_large_enough(printed: Papers) -> None:
    """On a sheet nothing is smaller than 9 points; in large print no text but the footer and labels is below 12.6."""
    smallest = {one.paper.path: min(sizes(one.pdf)) for one in of_kind(printed, "sheet")[:6]}
    assert min(smallest.values()) >= 9
    large = sizes(of_kind(printed, "large")[0].pdf)
    assert sum(count for size, count in large.items() if size >= 14) > 0.8 * sum(large.values())


def test_made_twice_is_the_same_to_the_byte(printed: Papers) -> None:
    """Without the cache, a paper comes out with the same bytes once more."""
    for path in ("handouts/nb/late-delivery.pdf", "handouts/en/late-delivery-cards.pdf", "handouts/nb/late-delivery-pocket.pdf"):
        one = printed[path]
        assert typeset(one.paper.data, one.paper.day).pdf == one.pdf
