"""What a preview shows when plays are broken: the last good version under the problems, never a dead page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from markupsafe import escape

from opptur.model.library import FILE_NAME, Library, PlayFile
from opptur.problems import Problem
from opptur.problems.styles.text import snippet
from opptur.render.artefact import Page
from opptur.render.templates import environment
from opptur.render.words import Words

Key = tuple[str, str, str]
"""Family, id and language of a play."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong in a preview, and where it is to be told."""

    plays: Mapping[Key, Sequence[Problem]] = field(default_factory=dict)
    """On the page of the play that has them."""
    at_home: Sequence[Problem] = ()
    """On the front page: misplaced files, chapters, and plays that are missing in a language."""
    everywhere: Sequence[Problem] = ()
    """On every page: the lists that all plays share."""


NO_TROUBLE = Trouble()


def trouble(problems: Sequence[Problem], library: Library | None) -> Trouble:
    """Sort problems by the page they belong on. Without a library the shared lists are at fault."""
    if library is None:
        return Trouble(everywhere=problems)
    plays: dict[Key, list[Problem]] = {}
    at_home = []
    for problem in problems:
        path = PurePosixPath(problem.place.file)
        name = FILE_NAME.fullmatch(path.name)
        has_page = name and path.parent.name in library.vocabulary["families"] and name[2] in library.languages
        if name and has_page:
            plays.setdefault((path.parent.name, name[1], name[2]), []).append(problem)
        if not has_page or problem.kind.code == "T01":
            at_home.append(problem)
    return Trouble(plays, at_home)


def last_good(
    library: Library, broken: Mapping[Key, Sequence[Problem]], good: Mapping[tuple[str, str], PlayFile]
) -> tuple[Library, dict[tuple[str, str], PlayFile]]:
    """The library with each broken play replaced by its last good version, and the good versions to remember."""
    bad = {(play_id, lang) for _, play_id, lang in broken}
    now = {key: file for key, file in library.files.items() if key not in bad and file.whole}
    kept = {key: good[key] for key in bad if key in good}
    files = {**now, **kept}
    return replace(library, files={key: files[key] for key in sorted(files)}), files


def without_library(problems: Sequence[Problem]) -> list[Page]:
    """One page that holds the problems, when the shared lists cannot be read and nothing good is remembered."""
    words = Words("nb")
    box = problem_box(problems, "nb", has_page=False)
    return [Page("index.md", "nb", words.problem_title, "", f"<h1>{escape(words.problem_title)}</h1>{box}", meta={"kind": "problems"})]


def problem_box(problems: Sequence[Problem], lang: str, *, has_page: bool) -> str:
    """The box that tells what is wrong, as the check would."""
    template = environment().get_template("problems/problems.html")
    return template.render(
        w=Words(lang), lang=lang, problems=problems, has_page=has_page, snippet=lambda problem: "\n".join(snippet(problem))
    )
