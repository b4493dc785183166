"""The model as a whole: frozen, closed, and with a sentence in both languages for each field."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError
from tests.handbook import Handbook

from opptur.model.company import Company
from opptur.model.fields import Part
from opptur.model.library import load_vocabulary
from opptur.model.parse import part_in
from opptur.model.play import Play
from opptur.model.vocabulary import LISTS, NEEDED, SYNONYMS

ROOT = Path(__file__).parent.parent.parent


def parts(root: type[Part], seen: set[type[Part]]) -> Iterator[type[Part]]:
    """A part and every part below it, each once."""
    if root in seen:
        return
    seen.add(root)
    yield root
    for info in root.model_fields.values():
        inner = part_in(info.annotation)
        if inner is not None:
            yield from parts(inner, seen)


PARTS = [*parts(Play, set()), *parts(Company, set())]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_each_field_says_what_it_is(part: type[Part]) -> None:
    """Every field has a label and a sentence in Norwegian and English."""
    for name, info in part.model_fields.items():
        extra = info.json_schema_extra
        assert isinstance(extra, dict), name
        texts = extra["opptur"]
        assert isinstance(texts, dict), name
        for what in ("label", "help"):
            words = texts[what]
            assert isinstance(words, dict), name
            assert all(words.get(lang) for lang in ("nb", "en")), name


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
@pytest.mark.parametrize("lang", ["nb", "en"])
def test_labels_tell_fields_apart(part: type[Part], lang: str) -> None:
    """No two fields of one part have the same label."""
    labels = [str(info.json_schema_extra["opptur"]["label"][lang]) for info in part.model_fields.values()]  # type: ignore[index,call-overload]
    assert len(labels) == len({*labels})


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_parts_are_frozen_strict_and_closed(part: type[Part]) -> None:
    """A part cannot be changed, converts nothing, and refuses fields it does not know."""
    config = part.model_config
    assert (config["frozen"], config["strict"], config["extra"]) == (True, True, "forbid")


def test_a_play_cannot_be_changed(handbook: Handbook) -> None:
    """Setting a field of a loaded play is refused."""
    play = next(iter(handbook.library.files.values())).play
    with pytest.raises(ValidationError):
        play.title = "Noe annet"  # type: ignore[misc]


def test_the_real_lists_hold_what_code_asks_for_by_name() -> None:
    """Every key that rules and pages know by name is in the vocabulary."""
    vocabulary, problems = load_vocabulary(ROOT / "plays", "plays", ("nb", "en"))
    assert problems == []
    assert vocabulary is not None
    assert {name: [key for key in keys if key not in vocabulary[name]] for name, keys in NEEDED.items()} == {name: [] for name in NEEDED}
    assert {*LISTS, SYNONYMS} == {path.stem for path in (ROOT / "plays" / "vocabulary").glob("*.yml")}


def test_code_names_no_key_that_is_not_declared_needed() -> None:
    """A key of a closed list that stands in the code of a rule is among those declared needed."""
    vocabulary, _ = load_vocabulary(ROOT / "plays", "plays", ("nb", "en"))
    assert vocabulary is not None
    telling = {key for name in ("moments", "gates", "topics") for key in vocabulary[name] if re.search(r"[_-]", key)}
    declared = {key for keys in NEEDED.values() for key in keys}
    named = {
        node.value
        for path in (ROOT / "hooks" / "opptur" / "rules").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert (named & telling) - declared == set()
