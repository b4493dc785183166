"""What the command and the build ask of paper: whether plays fit, and the files themselves."""

from __future__ import annotations

import glob
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import yaml

from opptur.load import Document, read
from opptur.load.document import texts
from opptur.model.library import Library, PlayFile
from opptur.print.fits import print_problems
from opptur.print.papers import paper_of, papers_of, planned
from opptur.print.press import Press, bar
from opptur.problems import Problem, in_order
from opptur.render.artefact import Asset

MUST_FIT = ("sheet", "pocket", "cards")
"""Papers of a size that is given. Large print takes as many pages as it needs."""


def address_of(root: Path) -> str | None:
    """Where the handbook will be found, from `mkdocs.yml`; None when it does not say. Tags in the file are passed over."""
    config = root / "mkdocs.yml"
    node = yaml.compose(config.read_text(encoding="utf-8"), Loader=yaml.SafeLoader) if config.is_file() else None
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    found = next((value.value for key, value in pairs if key.value == "site_url" and isinstance(value, yaml.ScalarNode)), "")
    return f"{found.rstrip('/')}/" if found else None


def cannot_be_printed(library: Library, root: Path, is_wanted: Callable[[PlayFile], bool] = lambda _: True) -> list[Problem]:
    """What keeps whole plays from paper."""
    files = [file for file in library.files.values() if file.whole and is_wanted(file)]
    address = address_of(root)
    printed = Press(root / ".cache").make((paper_of(library, [file], kind, address) for file in files for kind in MUST_FIT), bar)
    return list(print_problems(printed))


def all_papers(library: Library, root: Path, address: str | None) -> tuple[list[Asset], list[Problem]]:
    """Every paper of the handbook, and what keeps any of them from being made."""
    printed = Press(root / ".cache").make(papers_of(library, address), bar)
    return [Asset(one.paper.path, one.pdf) for one in printed if one.pdf], in_order(list(print_problems(printed)))


def handout(library: Library, root: Path, ids: Sequence[str], lang: str, kind: str) -> tuple[bytes, list[Problem]]:
    """One file with a kind of paper of the plays named, and what keeps any of them from paper."""
    return handout_of(library, root, [library.files[play_id, lang] for play_id in dict.fromkeys(ids)], kind)


def handout_of(library: Library, root: Path, files: Sequence[PlayFile], kind: str) -> tuple[bytes, list[Problem]]:
    """The same, of plays that have been found. Sheets are fitted one by one first, so that a long booklet takes little memory."""
    address, press = address_of(root), Press(root / ".cache")
    alone = press.make((paper_of(library, [file], kind, address) for file in files if kind in MUST_FIT), bar)
    plans = {one.paper.files[0].id: one.fits[0] for one in alone if kind == "sheet" and one.fits and len(files) > 1}
    (printed,) = press.make([planned(paper_of(library, files, kind, address), plans)])
    return printed.pdf, list(print_problems([*alone, printed]))


def needed(plays: Path, ids: Sequence[str], lang: str) -> set[tuple[str, str]]:
    """The plays that papers of some plays tell of: those themselves and the neighbours they name, by id and language."""
    documents = [read(path, path.name) for play_id in ids for path in plays.glob(f"*/{glob.escape(play_id)}.{lang}.yml")]
    texts_of = (texts(document.data) for document in documents if isinstance(document, Document))
    neighbours = {text for found in texts_of for path, text in found if path[:2] == ("recognise", "not_this") and path[-1] == "play"}
    return {(play_id, lang) for play_id in (*ids, *neighbours)}


def unknown(library: Library, ids: Iterable[str], lang: str) -> list[str]:
    """The ids that no play in a language has."""
    return [play_id for play_id in ids if (play_id, lang) not in library.files or not library.files[play_id, lang].whole]
