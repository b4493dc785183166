"""The browser and Python are two hands of one search: same words, same ranking, same reasons."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from tests.search.asking import SCRIPTS, Asking
from tests.search.phrases import forms, mistyped, queries

from opptur.model.library import Library
from opptur.search.explain import is_plain, reasons
from opptur.search.index import Index
from opptur.search.query import Search

pytestmark = pytest.mark.browser
LANGUAGES = ("nb", "en")
ONLY_IN_THE_BROWSER = ("MOST_ROUNDS",)
"""It asks until everything has been fetched; Python has everything."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_are_made_alike(library: Library, indexes: dict[str, Index], asking: Asking, lang: str) -> None:
    """Six thousand forms have the same stem, fold, key and spelling in both."""
    words = forms(library, lang, 6000)
    analyzer = indexes[lang].analyzers[lang]
    assert len(set(words)) >= 5000
    mine = [[analyzer.stem(word), analyzer.fold(word), analyzer.key(word), analyzer.spelled(word)] for word in words]
    theirs = asking.words(lang, words)
    assert [(word, one, other) for word, one, other in zip(words, mine, theirs, strict=True) if one != other] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_queries_find_the_same(library: Library, indexes: dict[str, Index], asking: Asking, lang: str) -> None:
    """Twelve hundred hurried queries lead to the same documents in the same order, by the same lines and with the same scores."""
    asked = queries(library, lang, 1200)
    differing = []
    for query, (theirs, words) in zip(asked, asking.hits(lang, asked), strict=True):
        search = Search(indexes[lang], query)
        mine = [[hit.doc, pytest.approx(hit.score, abs=2e-6), list(hit.lines)] for hit in search.hits()]
        if mine != theirs or search.words != words:
            differing.append((query, mine[:3], theirs[:3]))
    assert differing == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_reasons_are_the_same(library: Library, indexes: dict[str, Index], asking: Asking, lang: str) -> None:
    """The words that are marked in the best line, and the pairs that are explained, are the same."""
    cases, expected = [], []
    for query in queries(library, lang, 360, seed=3):
        search = Search(indexes[lang], query)
        for hit in search.hits()[:2]:
            if hit.lines:
                line = indexes[lang].documents[hit.doc].lines[hit.lines[0]]
                pairs = list(reasons(search, line))
                cases.append((query, line.text))
                expected.append([[word for _, word in pairs], list(map(list, dict(p for p in pairs if not is_plain(search, *p)).items()))])
    answers = asking.why(lang, cases)
    assert [(case, one, other) for case, one, other in zip(cases, expected, answers, strict=True) if one != other] == []


def test_typing_errors_are_counted_alike(library: Library, asking: Asking) -> None:
    """Two thousand pairs of words are as many errors apart in both."""
    import random

    from opptur.problems.suggest import distance
    from opptur.search.spelling import letters

    chance = random.Random(5)  # noqa: S311 - for examples
    words = [word for word in forms(library, "nb", 2000) if word.isalpha()]
    pairs = [(word, mistyped(mistyped(word, chance) or "x", chance)) for word in words]
    run = "([pairs]) => JSON.stringify(JSON.parse(pairs).map(([one, other]) => [0, 1, 2].map((most) => m.spelling.distance(one, other, most))))"
    assert asking.run(run, [list(pair) for pair in pairs]) == [[distance(*pair, most) for most in (0, 1, 2)] for pair in pairs]
    near = "([pairs]) => JSON.stringify(JSON.parse(pairs).map(([one, other]) => m.spelling.isNear(one, other, 2)))"
    assert asking.run(near, [list(pair) for pair in pairs]) == [distance(*pair, 2) for pair in pairs]
    assert all((letters(one) ^ letters(other)).bit_count() <= 4 for one, other in pairs if distance(one, other, 2) <= 2)


NUMBER = re.compile(r"^const ([A-Z_]+) = ([\d.]+);", re.MULTILINE)


@pytest.mark.parametrize("name", ["analysis", "compounds", "explain", "query", "spelling"])
def test_limits_are_the_same(name: str) -> None:
    """A number that stands in a script and in the module of the same name is the same in both."""
    module = import_module(f"opptur.search.{name}")
    found = NUMBER.findall((SCRIPTS / f"{name}.js").read_text(encoding="utf-8"))
    theirs = {key: float(value) for key, value in found if key not in ONLY_IN_THE_BROWSER}
    assert theirs
    assert theirs == {key: float(getattr(module, key)) for key in theirs}
