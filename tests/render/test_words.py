"""The pages' own words: each in both languages, each used; and numbers, dates and times as people write them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from opptur.load.packaged import packaged
from opptur.model.fields import Clock, Duration
from opptur.render.templates import POSTERS
from opptur.render.words import Words, all_words, script_words

HOOKS = Path(__file__).parents[2] / "hooks"
SOURCES = [
    path for path in sorted(HOOKS.rglob("*")) if path.suffix in (".html", ".py", ".xml") and not {"rules", "print", "diff"} & {*path.parts}
]
TEMPLATES = sorted((HOOKS / "opptur" / "print").rglob("*.typ"))
DURATIONS = {f"{prefix}{unit}{number}" for prefix in ("", "every_") for unit in ("minute", "hour", "day") for number in ("_one", "s_many")}
"""Made up from parts by `Words.duration`."""
ASKED = re.compile(r"\b(?:w|words)(?:\.|\(\s*\")([a-z_]+)|\b(?:opptur\.)?[wW]ords\([a-z]+\)\.([a-z_]+)|\bself(?:\.|\(\")([a-z_]+)")
CALL = re.compile(r"\bw\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)")
SCRIPTS = sorted(HOOKS.rglob("*.js"))
NBSP = "\N{NO-BREAK SPACE}"


def test_every_word_is_there_in_both_languages() -> None:
    """Each word has a Norwegian and an English form, with the same values to fill in."""
    for key, forms in all_words().items():
        assert set(forms) == {"nb", "en"}, key
        assert all(text.strip() == text or key == "thousands" for text in forms.values()), key
        nb, en = (set(re.findall(r"\{(\w+)\}", forms[lang])) for lang in ("nb", "en"))
        assert nb == en, key


def test_every_word_is_used() -> None:
    """A word that nothing asks for is not there."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    used = {key for found in ASKED.findall(text) for key in found} | set(re.findall(r'"([a-z_]+)"', text)) | DURATIONS
    assert sorted(set(all_words()) - used) == []


def test_every_word_that_is_asked_for_exists() -> None:
    """No template asks for a word that is not there."""
    asked = {
        (path.name, key)
        for path in SOURCES
        if path.suffix != ".py"
        for found in ASKED.findall(path.read_text(encoding="utf-8"))
        for key in found
        if key
    }
    helpers = {"duration", "deadline", "date", "clock", "money", "lang", "key"}
    assert sorted((name, key) for name, key in asked if key not in all_words() and key not in helpers) == []
    assert len(asked) > 40


def test_words_on_paper_are_there_in_both_languages_and_used() -> None:
    """Each word that a template or the data of a paper asks for exists, and each that exists is asked for."""
    words = packaged("print/words.yml")
    assert {key for key, forms in words.items() if set(forms) != {"nb", "en"}} == set()
    asked = {key for path in TEMPLATES for key in re.findall(r"\bw\.([a-z_0-9]+)", path.read_text(encoding="utf-8"))}
    text = "\n".join(path.read_text(encoding="utf-8") for path in (HOOKS / "opptur" / "print").glob("*.py"))
    put_together = {f"poster_{name}{end}" for name in POSTERS for end in ("", "_lead")} | {"level_1", "level_2"}
    assert asked - set(words) == set()
    assert set(words) - asked - set(re.findall(r'"([a-z_]+)"', text)) - put_together == set()


def test_what_scripts_say_is_there_in_both_languages() -> None:
    """Each of their words has a Norwegian and an English form, with the same values to fill in."""
    for key, forms in script_words().items():
        assert set(forms) == {"nb", "en"}, key
        nb, en = (set(re.findall(r"\{(\w+)\}", forms[lang])) for lang in ("nb", "en"))
        assert nb == en, key


def said() -> tuple[set[str], set[str]]:
    """The words that scripts ask for by name, and the beginnings of those that they put together."""
    calls = [call for path in SCRIPTS for call in CALL.findall(path.read_text(encoding="utf-8"))]
    named = {key for call in calls for key in re.findall(r'"([a-z_]+)"', call)}
    return named, {start for call in calls for start in re.findall(r"`([a-z]+_)\$\{", call)}


def test_every_word_that_a_script_says_exists_and_no_other() -> None:
    """A script that asks for a word that is not there would fail before a seller's eyes; a word nobody says is not there."""
    named, starts = said()
    assert sorted(named - set(script_words())) == []
    assert len(named) > 80
    text = "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS)
    assert sorted(key for key in script_words() if f'"{key}"' not in text and not key.startswith(tuple(starts))) == []


def test_an_unknown_word_is_an_error() -> None:
    """A misspelt word stops the build rather than leave a gap on the page."""
    with pytest.raises(AttributeError, match="tittel"):
        _ = Words("nb").tittel


@pytest.mark.parametrize(
    ("amount", "unit", "nb", "en"),
    [(1, "m", "1 minutt", "1 minute"), (15, "m", "15 minutter", "15 minutes"), (1, "h", "1 time", "1 hour"), (2, "h", "2 timer", "2 hours"), (1, "d", "1 dag", "1 day"), (14, "d", "14 dager", "14 days")],
)  # fmt: skip
def test_durations(amount: int, unit: str, nb: str, en: str) -> None:
    """One is one, and more are more; a deadline says “within”."""
    time = Duration(amount, unit)
    assert (Words("nb").duration(time), Words("en").duration(time)) == (nb, en)
    assert (Words("nb").deadline(time), Words("en").deadline(time)) == (f"innen {nb}", f"within {en}")


@pytest.mark.parametrize(
    ("amount", "unit", "nb", "en"),
    [(1, "h", "hver time", "every hour"), (4, "h", "hver 4. time", "every 4 hours"), (1, "d", "hver dag", "every day"), (2, "d", "hver 2. dag", "every 2 days"), (1, "m", "hvert minutt", "every minute"), (30, "m", "hvert 30. minutt", "every 30 minutes"), (60, "m", "hver time", "every hour")],
)  # fmt: skip
def test_repeated_durations(amount: int, unit: str, nb: str, en: str) -> None:
    """“Every” agrees with its word in Norwegian, and sixty minutes are an hour."""
    time = Duration(amount, unit)
    assert Words("nb").duration(time, "every_") == nb
    assert Words("en").duration(time, "every_") == en


@pytest.mark.parametrize(
    ("clock", "nb", "en"),
    [
        (Clock(9, 5), "innen kl. 09.05", "by 09:05"),
        (Clock(14, 30), "innen kl. 14.30", "by 14:30"),
        (Clock(0, 0), "innen kl. 00.00", "by 00:00"),
    ],
)
def test_clocks(clock: Clock, nb: str, en: str) -> None:
    """A full stop in Norwegian, a colon in English."""
    assert (Words("nb").deadline(clock), Words("en").deadline(clock)) == (nb, en)


@pytest.mark.parametrize("month", range(1, 13))
def test_dates(month: int) -> None:
    """Day, month in words and year, with a full stop after the day in Norwegian."""
    names = {
        "nb": "januar februar mars april mai juni juli august september oktober november desember",
        "en": "January February March April May June July August September October November December",
    }
    day = date(2026, month, 3)
    assert Words("nb").date(day) == f"3. {names['nb'].split()[month - 1]} 2026"
    assert Words("en").date(day) == f"3 {names['en'].split()[month - 1]} 2026"


@pytest.mark.parametrize(
    ("amount", "nb", "en"),
    [(0, "0 kr", "NOK 0"), (500, "500 kr", "NOK 500"), (1250, "1 250 kr", "NOK 1,250"), (5000000, "5 000 000 kr", "NOK 5,000,000")],
)
def test_money(amount: int, nb: str, en: str) -> None:
    """Thousands are parted as in each language, and an amount never breaks across lines."""
    assert Words("nb").money(amount) == nb.replace(" ", NBSP)
    assert Words("en").money(amount) == en.replace(" ", NBSP)
