"""The ways in which problems are told: to a person, to a program, to a CI runner."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from opptur.problems import Problem
from opptur.problems.styles.machine import github, gitlab, json, sarif
from opptur.problems.styles.text import text

Style = Callable[[Sequence[Problem], str], str]

STYLES: dict[str, Style] = {"text": text, "json": json, "github": github, "gitlab": gitlab, "sarif": sarif}
"""Each style takes the problems and the reader's language and gives all there is to print."""

__all__ = ["STYLES", "Style", "github", "gitlab", "json", "sarif", "text"]
