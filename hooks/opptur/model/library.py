"""All plays together with what they refer to: vocabulary, company, and each other.

`load_library` reads a whole `plays/` folder. A file that cannot be read or does not fit the model becomes
problems; the others are still there, so that every problem in every file is told at once.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from opptur.load import Document, read
from opptur.model import kinds
from opptur.model.company import Company
from opptur.model.fields import Part
from opptur.model.parse import explain, parse
from opptur.model.play import Play
from opptur.model.reasons import hint
from opptur.model.vocabulary import LISTS, MAY_BE_EMPTY, NEEDED, SYNONYMS, Named, Shape, SynonymEntry, Vocabulary
from opptur.model.workshop import Workshop, WorkshopFile
from opptur.problems import Place, Problem
from opptur.problems.suggest import nearest

KEY = re.compile(r"[a-z0-9][a-z0-9_-]*")
LANGUAGE = re.compile(r"[a-z]{2}")
FILE_NAME = re.compile(r"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.([a-z]{2})\.yml")


@dataclass(frozen=True, slots=True)
class PlayFile:
    """One play in one language, with the document it was read from.

    `sections` names the top-level fields that fit the model. A play with a mistake in one section still has
    the others, so that the rules for those can speak; `whole` says that nothing is missing.
    """

    id: str
    family: str
    lang: str
    play: Play
    document: Document
    sections: frozenset[str]

    @property
    def whole(self) -> bool:
        return self.sections >= set(Play.model_fields)

    @property
    def key(self) -> tuple[str, str]:
        return (self.id, self.lang)


@dataclass(frozen=True, slots=True)
class Library:
    """Everything under `plays/` that could be read."""

    root: Path
    vocabulary: Vocabulary
    company: Company
    files: Mapping[tuple[str, str], PlayFile] = field(default_factory=dict)
    """By id and language."""

    named: frozenset[str] = frozenset()
    """The id of every play file, also of those that could not be read."""

    workshops: Mapping[tuple[str, str], WorkshopFile] = field(default_factory=dict)
    """By id and language: those that could be read."""

    @property
    def languages(self) -> tuple[str, ...]:
        return self.company.languages

    @property
    def source_language(self) -> str:
        return self.company.languages[0]

    def ids(self) -> list[str]:
        """Play ids in the order of families, then as the files are named."""
        order = list(self.vocabulary["families"])
        found = {(order.index(file.family), file.id) for file in self.files.values()}
        return [play_id for _, play_id in sorted(found)]

    def of_family(self, family: str, lang: str) -> list[PlayFile]:
        return [self.files[i, lang] for i in self.ids() if (i, lang) in self.files and self.files[i, lang].family == family]

    def twins(self, play_id: str) -> list[PlayFile]:
        """The play in every language it exists in, source language first."""
        return [self.files[play_id, lang] for lang in self.languages if (play_id, lang) in self.files]


def load_library(
    root: Path, shown_root: str = "plays", only: Container[tuple[str, str]] | None = None
) -> tuple[Library | None, list[Problem]]:
    """The library in a `plays/` folder with every problem of reading it; None when the shared files fail.

    `only` names the plays to read, by id and language, for whoever needs no others and is waiting.
    """
    document = _read_shared(root, "company.yml", shown_root)
    languages = _languages(document)
    vocabulary, problems = load_vocabulary(root, shown_root, languages)
    if isinstance(document, list):
        return None, [*document, *problems]
    if vocabulary is None:
        return None, problems
    company, company_problems = parse(document, Company, vocabulary)
    if company is not None:
        company_problems += _check_company(document, company)
    problems += [*company_problems, *_stray_lists(root, shown_root)]
    if company is None or company_problems:
        return None, problems
    files: dict[tuple[str, str], PlayFile] = {}
    paths = list(play_paths(root))
    for path in paths:
        if only is not None and tuple(path.name.split(".")[:2]) not in only:
            continue
        shown = f"{shown_root}/{path.relative_to(root).as_posix()}"
        loaded, more = load_play(path, shown, vocabulary, company.languages)
        problems += more
        if loaded is not None and (first := files.get(loaded.key)):
            args = {"found": loaded.id, "other": first.document.file}
            problems.append(loaded.document.problem(kinds.TWICE, (), args))
        elif loaded is not None:
            files[loaded.key] = loaded
    workshops, more = load_workshops(root, shown_root, vocabulary, company.languages)
    named = frozenset(path.name.split(".")[0] for path in paths)
    return Library(root, vocabulary, company, files, named, workshops), [*problems, *more]


def _languages(company: Document | list[Problem]) -> tuple[str, ...]:
    """The languages that the company file names, before it has been judged."""
    named = company.data.get("languages") if isinstance(company, Document) else None
    return tuple(lang for lang in named if isinstance(lang, str) and LANGUAGE.fullmatch(lang)) if isinstance(named, tuple) else ()


def _read_shared(root: Path, name: str, shown_root: str) -> Document | list[Problem]:
    """A file that every handbook has."""
    shown = f"{shown_root}/{name}"
    return read(root / name, shown) if (root / name).is_file() else [Problem(kinds.MISSING_FILE, Place(shown))]


def _stray_lists(root: Path, shown_root: str) -> Iterator[Problem]:
    """A list under a name that nobody reads would be ignored without a word."""
    for path in sorted((root / "vocabulary").glob("*")):
        names = (*LISTS, SYNONYMS)
        if path.suffix in (".yml", ".yaml") and path.name.removesuffix(".yml") not in names:
            guess = nearest(path.stem, names)
            args = {"found": path.name, "allowed": ", ".join(f"{name}.yml" for name in names), **hint(f"{guess}.yml" if guess else None)}
            yield Problem(kinds.STRAY_LIST, Place(f"{shown_root}/vocabulary/{path.name}"), args)


def play_paths(root: Path) -> Iterator[Path]:
    """Every file that should be a play, in order: all YAML below `plays/` but the shared lists and workshops."""
    for path in sorted((*root.rglob("*.yml"), *root.rglob("*.yaml"))):
        relative = path.relative_to(root)
        if relative.parts[0] not in ("vocabulary", "workshops") and relative.as_posix() != "company.yml":
            yield path


def load_workshops(
    root: Path, shown_root: str, vocabulary: Vocabulary, languages: tuple[str, ...]
) -> tuple[dict[tuple[str, str], WorkshopFile], list[Problem]]:
    """The workshops in `workshops/` that could be read, and everything wrong with any of them."""
    found: dict[tuple[str, str], WorkshopFile] = {}
    problems: list[Problem] = []
    for path in sorted((root / "workshops").glob("*.y*ml")):
        shown, name = f"{shown_root}/workshops/{path.name}", FILE_NAME.fullmatch(path.name)
        if not name or name[2] not in languages:
            problems.append(Problem(kinds.MISPLACED_WORKSHOP, Place(shown), {"found": shown, "allowed": ", ".join(languages)}))
            continue
        document = read(path, shown)
        if isinstance(document, list):
            problems += document
            continue
        workshop, more = parse(document, Workshop, vocabulary)
        problems += more
        if workshop is not None:
            found[name[1], name[2]] = WorkshopFile(name[1], name[2], workshop, document)
    return found, problems


def load_play(path: Path, shown: str, vocabulary: Vocabulary, languages: tuple[str, ...]) -> tuple[PlayFile | None, list[Problem]]:
    """One play file. A play with mistakes in some sections comes back with the others and the problems."""
    name = FILE_NAME.fullmatch(path.name)
    family = path.parent.name
    if not name or name[2] not in languages or family not in vocabulary["families"] or shown.count("/") != 2:
        allowed = ", ".join(vocabulary["families"])
        return None, [Problem(kinds.MISPLACED, Place(shown), {"found": shown, "allowed": allowed})]
    document = read(path, shown)
    if isinstance(document, list):
        return None, document
    return play_in(document, (name[1], family, name[2]), vocabulary)


def play_in(document: Document, named: tuple[str, str, str], vocabulary: Vocabulary) -> tuple[PlayFile, list[Problem]]:
    """The play in a document, which is named by id, family and language; the sections that are sound, when not all are."""
    play, problems = parse(document, Play, vocabulary)
    if play is not None:
        return PlayFile(*named, play, document, frozenset(Play.model_fields)), problems
    sections = _sound_sections(document, problems, vocabulary)
    return PlayFile(*named, Play.model_construct(None, **sections), document, frozenset(sections)), problems


def _sound_sections(document: Document, problems: list[Problem], vocabulary: Vocabulary) -> dict[str, Any]:
    """The top-level fields without a problem, each validated on its own."""
    broken = {problem.path[0] for problem in problems if problem.path}
    sound: dict[str, Any] = {}
    for name in Play.model_fields:
        if name not in broken and name in document.data:
            try:
                sound[name] = getattr(
                    Play.__pydantic_validator__.validate_assignment(Play.model_construct(), name, document.data[name], context=vocabulary),
                    name,
                )
            except ValidationError:
                continue
    return sound


def load_vocabulary(root: Path, shown_root: str, languages: tuple[str, ...]) -> tuple[Vocabulary | None, list[Problem]]:
    """The closed lists, or None and the problems in them. Every text stands in all the languages."""
    read_lists = {name: _read_shared(root, f"vocabulary/{name}.yml", shown_root) for name in (*LISTS, SYNONYMS)}
    empty = {name for name in MAY_BE_EMPTY if _is_empty(read_lists[name])}
    read_lists = {name: found for name, found in read_lists.items() if name not in empty}
    documents = {name: found for name, found in read_lists.items() if isinstance(found, Document)}
    problems = [problem for found in read_lists.values() if isinstance(found, list) for problem in found]
    keys = {name: documents[name].data if name in documents else {} for name in LISTS}
    lists: dict[str, dict[str, Named]] = {name: {} for name in empty if name in LISTS}
    synonyms: dict[str, SynonymEntry] = {}
    if groups := documents.pop(SYNONYMS, None):
        synonyms, more = _entries(groups, SynonymEntry, keys, languages)
        problems += more
    for name, document in documents.items():
        lists[name], more = _entries(document, LISTS[name], keys, languages)
        needed = [document.problem(kinds.LACKS_KEY, (), {"found": key}) for key in NEEDED.get(name, ()) if key not in document.data]
        problems += [*more, *needed]
    return (None if problems else Vocabulary(lists, synonyms)), problems


def _is_empty(found: Document | list[Problem]) -> bool:
    """A file that is not there, or holds nothing but comments."""
    return isinstance(found, list) and all(problem.kind.code in (kinds.MISSING_FILE.code, "L26") for problem in found)


def _entries(
    document: Document, shape: type[Shape], keys: Mapping[str, Any], languages: tuple[str, ...]
) -> tuple[dict[str, Shape], list[Problem]]:
    entries: dict[str, Shape] = {}
    problems: list[Problem] = []
    for key, value in document.data.items():
        if not KEY.fullmatch(key):
            problems.append(document.problem(kinds.BAD_KEY, (key,), {"found": key}, at_key=True))
            continue
        try:
            entries[key] = shape.model_validate(value, context=keys)
        except ValidationError as error:
            errors = error.errors(include_url=False)
            for one in errors:
                one["loc"] = (key, *one["loc"])
            problems += explain(document, shape, errors, keys)
        else:
            problems += _lacking_languages(document, entries[key], (key,), languages)
    return entries, problems


def _lacking_languages(document: Document, value: object, path: tuple[str | int, ...], languages: tuple[str, ...]) -> Iterator[Problem]:
    """A problem for each text that is missing in one of the languages, anywhere in a value."""
    if isinstance(value, Part):
        for name in type(value).model_fields:
            yield from _lacking_languages(document, getattr(value, name), (*path, name), languages)
    elif isinstance(value, tuple) and not hasattr(value, "_fields"):
        for number, entry in enumerate(value):
            yield from _lacking_languages(document, entry, (*path, number), languages)
    elif isinstance(value, dict):
        for lang in languages:
            if lang not in value:
                yield document.problem(kinds.LACKS_LANGUAGE, path, {"field": str(path[-1]), "lang": lang}, at_key=True)


def _check_company(document: Document, company: Company) -> Iterator[Problem]:
    yield from _lacking_languages(document, company, (), company.languages)
    for level in {1, 2, 3, 4} - {times.severity for times in company.cadence}:
        yield document.problem(kinds.LEVELS, ("cadence",), {"found": str(level)}, at_key=True)
