"""What is wrong with a play, told so that a trainer can mend it.

A problem is a value: it names the file, line and column, and its `Kind` holds the wording in every
language. Nothing here raises, prints or writes; the styles (text, json, github, …) turn problems into
strings, and only the command decides what to do with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Level = Literal["error", "warning"]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Says:
    """One language's wording of a kind of problem: what was found, what to do, one right example.

    All three are templates: the problem's arguments fill the `{names}`, and `{{` writes a brace.
    """

    found: str
    fix: str
    example: str = ""


class _Blanks(dict[str, str]):
    """Fills each name that is not given with …."""

    def __missing__(self, name: str) -> str:
        return "…"


@dataclass(frozen=True, slots=True)
class Kind:
    """One sort of problem. The code is stable: rule pages, links and ignore lists rely on it."""

    code: str
    level: Level
    says: Mapping[str, Says]

    def wording(self, lang: str) -> Says:
        return self.says.get(lang) or self.says["en"]

    def title(self, lang: str) -> str:
        """What is found whenever this is: the sentence with … where each problem has its own words."""
        return self.wording(lang).found.format_map(_Blanks(hint="")).strip()


MOST_IN_A_FILE = 500
"""A file with more was not written as a play; to explain each would take minutes and help nobody."""

KINDS: dict[str, Kind] = {}


def kind(code: str, *, nb: Says, en: Says, level: Level = "error") -> Kind:
    """Register a kind of problem. A code registered twice is a programming error."""
    if code in KINDS:
        raise ValueError(f"problem code {code} is registered twice")
    KINDS[code] = Kind(code, level, {"nb": nb, "en": en})
    return KINDS[code]


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line in a file. Lines and columns count from 1, columns in characters."""

    file: str
    line: int = 1
    column: int = 1
    end_column: int = 2


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: a kind, a place, the words that fill the kind's sentences, the lines around it."""

    kind: Kind
    place: Place
    args: Mapping[str, str] = field(default_factory=dict)
    path: Path = ()
    lines: tuple[str, ...] = ()
    """The offending line and at most one before it, for the snippet."""

    @property
    def is_error(self) -> bool:
        return self.kind.level == "error"

    def found(self, lang: str) -> str:
        return self.kind.wording(lang).found.format_map(self._localised(lang))

    def fix(self, lang: str) -> str:
        return self.kind.wording(lang).fix.format_map(self._localised(lang))

    def example(self, lang: str) -> str:
        """A right example; an argument `example`, made from the trainer's own words, goes before the kind's."""
        args = self._localised(lang)
        return args["example"] if "example" in args else self.kind.wording(lang).example.format_map(args)

    def _localised(self, lang: str) -> dict[str, str]:
        """An argument `name@nb` serves only Norwegian readers and is used there instead of `name`."""
        chosen = {key: text for key, text in self.args.items() if "@" not in key}
        suffix = "@" + lang
        chosen.update({k.removesuffix(suffix): t for k, t in self.args.items() if k.endswith(suffix)})
        return chosen


def sort_key(problem: Problem) -> tuple[str, int, int, str, str]:
    """File, line, column, code, field."""
    place = problem.place
    return (place.file, place.line, place.column, problem.kind.code, repr(problem.path))


def in_order(problems: list[Problem]) -> list[Problem]:
    """Sorted by file, line and column; a finding told twice in the same words is told once."""
    seen: dict[tuple[object, ...], Problem] = {}
    for problem in sorted(problems, key=sort_key):
        seen.setdefault((sort_key(problem), problem.found("en")), problem)
    return list(seen.values())
