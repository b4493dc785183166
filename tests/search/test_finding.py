"""What the search forgives: inflection, compounds, typing errors, a foreign keyboard, half words, the other language."""

from __future__ import annotations

import random

import pytest
from tests.search.phrases import mistyped

from opptur.model.library import Library
from opptur.search.documents import Document
from opptur.search.index import Contribution, Index, contribution
from opptur.search.own_terms import own_terms
from opptur.search.query import Search
from opptur.search.relations import Relations


def first(indexes: dict[str, Index], lang: str, query: str, count: int = 1) -> list[str]:
    """The ids of the first documents."""
    return [indexes[lang].documents[hit.doc].id for hit in Search(indexes[lang], query).hits()[:count]]


@pytest.mark.parametrize(("lang", "query", "play"), [
    ("nb", "leveringen ble forsinket", "late-delivery"), ("nb", "forsinkede leveringer", "late-delivery"),
    ("en", "deliveries running late", "late-delivery"), ("en", "they invoiced us wrongly", "incorrect-invoice"),
    ("nb", "leverings forsinkelse", "late-delivery"), ("nb", "pris økning uten varsel", "unannounced-price-increase"),
    ("nb", "personopplysningeravveie", "personal-data-breach"), ("en", "creditnote missing", "credit-note-missing"),
    ("nb", "odelagt i transport", "damaged-in-transit"), ("nb", "montoer moette ikke", "technician-no-show"),
    ("nb", "prisokning", "unannounced-price-increase"), ("nb", "daarlig raad", "wrong-information-given"),
    ("nb", "forsikelse", "late-delivery"), ("nb", "reklmasjon avivst", "wrongful-claim-rejection"), ("en", "wrnog itme deliverd", "wrong-item-delivered"),
    ("nb", "tilbakeka", "product-recall"), ("nb", "inka", "wrongful-dunning"), ("en", "perso", "personal-data-breach"),
    ("nb", "outage", "system-outage"), ("nb", "backorder", "backorder-no-date"), ("en", "restordre", "backorder-no-date"), ("en", "purring", "wrongful-dunning"),
    ("nb", "kunden er blitt sendt fra den ene til den andre og er drittlei", "customer-passed-around"),
    ("nb", "jeg ble redd da jeg så at jeg hadde sendt lista med lønn til feil folk", "personal-data-breach"),
])  # fmt: skip
def test_it_finds(indexes: dict[str, Index], lang: str, query: str, play: str) -> None:
    """However it is put, the right play comes first."""
    assert first(indexes, lang, query) == [play]


def test_one_error_in_a_short_word_and_two_in_a_long_one(library: Library, indexes: dict[str, Index]) -> None:
    """Of a thousand mistyped words of titles and search terms, 19 of 20 are still taken for the word that was meant."""
    chance = random.Random(11)  # noqa: S311 - for examples
    made = indexes["nb"]
    texts = [text for (_, lang), file in library.files.items() if lang == "nb" for text in (file.play.title, *file.play.search_terms)]
    words = sorted({word.lower() for text in texts for word in text.split() if word.isalpha() and 4 <= len(word) <= 14})
    tried = understood = 0
    for word in chance.sample(words, 1000):
        key = made.analyzers["nb"].key(word)
        typed = mistyped(mistyped(word, chance), chance) if len(word) >= 8 else mistyped(word, chance)
        if len(typed) >= 4 and key in made.spellings:
            tried += 1
            meant = {match for unit in Search(made, f"{typed} ").units for match in unit.matches}
            same_stem = {other for other in meant if other.startswith(key[:4]) or key.startswith(other[:4])}
            understood += key in meant or bool(same_stem) or made.analyzers["nb"].key(typed) in made.entries
    assert tried > 700
    assert understood / tried >= 0.95


def test_a_play_is_found_by_its_own_search_terms(library: Library) -> None:
    """Each of nearly twenty thousand search terms gives its play among the first three."""
    assert [f"{found.place.file}:{found.place.line} {found.found('en')}" for found in own_terms(library)] == []


def test_what_a_play_brings_depends_on_nothing_else(library: Library, indexes: dict[str, Index]) -> None:
    """A document's part of the index is the same whatever other documents there are, so it can be kept when others change."""
    from opptur.search.handbook import relations

    document = indexes["nb"].documents[0]
    assert contribution(document, relations(library)) == contribution(document, relations(library))
    assert contribution(document, Relations(["nb", "en"], {})) != contribution(document, relations(library))


def test_only_what_has_changed_is_read_anew(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """After one play has changed, one document is taken apart again, and the index is the one a clean build makes."""
    from dataclasses import replace

    from opptur.search import handbook
    from opptur.search.pack import files

    handbook.index(library, "nb")
    taken_apart: list[str] = []

    def noted(document: Document, known: Relations) -> Contribution:
        taken_apart.append(document.id)
        return contribution(document, known)

    monkeypatch.setattr(handbook, "contribution", noted)
    file = library.files["late-delivery", "nb"]
    changed = replace(file, play=file.play.model_copy(update={"title": "Varene kom for sent"}))
    other = replace(library, files={**library.files, file.key: changed})
    warm = dict(files(handbook.index(other, "nb"), []))
    assert taken_apart == ["late-delivery"]
    assert len(handbook._last["nb"]) == len(library.ids())
    handbook._last.clear()
    assert dict(files(handbook.index(other, "nb"), [])) == warm


def test_synonyms_work_both_ways_and_across_languages(indexes: dict[str, Index]) -> None:
    """A word of a group finds what the others find, on both sites."""
    for lang, words in (("nb", ("regning", "faktura", "invoice")), ("en", ("invoice", "bill", "faktura"))):
        for word in words:
            assert "incorrect-invoice" in first(indexes, lang, f"{word} ", 3)
