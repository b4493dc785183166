"""Styles, scripts and fonts, named by their content.

Every script is a module of its own. One that imports others by their place in the source tree imports them by
their hashed names in the site, so that a browser may keep each of them for ever.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path, PurePosixPath

from opptur.model.library import Library
from opptur.render.artefact import Asset
from opptur.render.templates import COMPONENTS, component_names
from opptur.render.words import script_words

SCRIPTS = Path(str(files("opptur") / "scripts"))
PLACE = r"\.{1,2}/[\w./-]+\.js(?=\")"
NOW = re.compile(rf'(?:(?<=from ")|(?<=import ")){PLACE}')
LATER = re.compile(rf'(?:(?<=import\(")|(?<=new URL\(")){PLACE}')
"""A script that is imported at once, and one that is fetched when it is first wanted."""
IMPORT = re.compile(r'(?m)^import (\{[^}]*\}) from "([^"]+)";\n')
EXPORT = re.compile(r"(?m)^export (?:async )?(?:function|class|const|let) (\w+)")
WORKERS = ("seeker",)
"""Scripts that run beside the page. Each is one file with all that it imports: fetching them one by one would take too long."""


ENTRIES = ("play", "home", "catalogue", "cases", "booklet")
"""Kinds of pages with a script of their own name. It brings the bar with it, which is all that the others have."""


def entry_script(kind: str | None) -> str:
    """The name of the script that a kind of page loads."""
    return kind if kind in ENTRIES else "bar"


@dataclass(frozen=True, slots=True)
class Bundle:
    """What the pages link to. Names carry a hash, so that a copy can be kept for ever."""

    stylesheet: str
    scripts: dict[str, str]
    """The address of each script by its name."""
    needs: dict[str, tuple[str, ...]]
    """The addresses of all that a script imports, however deep."""
    assets: list[Asset]
    words: dict[str, str] = field(default_factory=dict)
    """The address of what scripts say, by language."""


def bundle(library: Library | None = None) -> Bundle:
    """One stylesheet for all components, every script, the words they say, and the fonts with their licence."""
    style = "\n".join(text for name in component_names() if (text := _read(name, "css")))
    stylesheet = _hashed("opptur", "css", style.encode())
    scripts = _scripts()
    words = {lang: language_data(library, lang) for lang in library.languages} if library else {}
    fonts = [
        Asset(f"assets/fonts/{font.name}", font.read_bytes())
        for font in sorted((files("opptur") / "fonts").iterdir(), key=lambda entry: entry.name)
        if not font.name.endswith(".ttf")  # those are for paper
    ]
    return Bundle(
        stylesheet.path,
        {name: asset.path for name, (asset, _) in scripts.items()},
        {name: tuple(scripts[other][0].path for other in needed if other in scripts) for name, (_, needed) in scripts.items()},
        [stylesheet, *(asset for asset, _ in scripts.values()), *words.values(), *fonts],
        {lang: asset.path for lang, asset in words.items()},
    )


def _read(component: str, ending: str) -> str:
    path = COMPONENTS / component / f"{component}.{ending}"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def script_sources() -> dict[str, Path]:
    """Every script by its name: those that components share, and those of the components."""
    found = [*sorted(SCRIPTS.glob("*.js")), *sorted(COMPONENTS.glob("*/*.js"))]
    sources = {path.stem: path for path in found}
    if len(sources) != len(found):
        raise ValueError("two scripts have the same name")
    return sources


def _scripts() -> dict[str, tuple[Asset, tuple[str, ...]]]:
    """Each script with the names of all that it imports, those that others need first."""
    sources, made = script_sources(), dict[str, tuple[Asset, tuple[str, ...]]]()

    def make(name: str, above: tuple[str, ...] = ()) -> None:
        if name in above:
            raise ValueError(f"scripts import each other in a ring: {' > '.join((*above, name))}")
        if name in made:
            return
        text = sources[name].read_text(encoding="utf-8")
        direct, later = ([PurePosixPath(place).stem for place in way.findall(text)] for way in (NOW, LATER))
        for other in (*direct, *later):
            make(other, (*above, name))
        linked = re.sub(
            f"{NOW.pattern}|{LATER.pattern}", lambda place: f"./{PurePosixPath(made[PurePosixPath(place[0]).stem][0].path).name}", text
        )
        deeper = dict.fromkeys(each for other in direct for each in (*made[other][1], other))
        whole = _in_one_file(name, sources, {}) if name in WORKERS else linked
        made[name] = (_hashed(name, "js", _without_comments(whole).encode()), tuple(deeper))

    for name in sources:
        make(name)
    return {name: its for name, its in made.items() if name not in _inside_workers(sources)}


def _inside_workers(sources: Mapping[str, Path]) -> set[str]:
    """Scripts that no page imports, since they go out as part of a worker."""
    inside, queue = set[str](), list(WORKERS)
    while queue:
        new = set(_imported(sources[queue.pop()])) - inside
        inside |= new
        queue += new
    return inside - {other for name in sources if name not in (*WORKERS, *inside) for other in _imported(sources[name])}


def _imported(source: Path) -> list[str]:
    return [PurePosixPath(place).stem for place in NOW.findall(source.read_text(encoding="utf-8"))]


def _in_one_file(name: str, sources: Mapping[str, Path], done: dict[str, str]) -> str:
    """A script after all that it imports, each in a function of its own that returns what it exports."""
    text = sources[name].read_text(encoding="utf-8")
    for _, place in IMPORT.findall(text):
        if PurePosixPath(place).stem not in done:
            _in_one_file(PurePosixPath(place).stem, sources, done)
    inner = IMPORT.sub(lambda found: f"const {found[1]} = {PurePosixPath(found[2]).stem}Module;\n", text)
    done[name] = (
        f"const {name}Module = (() => {{\n{re.sub(r'(?m)^export ', '', inner)}\nreturn {{ {', '.join(EXPORT.findall(text))} }};\n}})();\n"
    )
    return "".join(done.values())


def _without_comments(text: str) -> str:
    """A script without what only people read: comments on lines of their own, indentation, and empty lines."""
    text = re.sub(r"(?m)^\s*/\*\*.*?\*/\n", "", text, flags=re.DOTALL)
    return re.sub(r"(?m)^\s*(?://.*)?\n|^[ ]+", "", text)


def language_data(library: Library, lang: str) -> Asset:
    """A module with all that scripts say and know in one language: their words, the fields of messages, the firm."""
    data = {
        "words": {key: forms.get(lang) or forms["en"] for key, forms in script_words().items()},
        "fields": dict(_fields(library, lang)),
        "firm": _firm(library),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return _hashed(f"words.{lang}", "js", f"export default {text};\n".encode())


def _fields(library: Library, lang: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    for key, entry in library.vocabulary.placeholders.items():
        shown = {
            "label": entry.label[lang],
            "hint": entry.description[lang],
            "type": entry.kind,
            "example": entry.example[lang],
            "day": entry.day or "",
        }
        yield key, shown


def _firm(library: Library) -> dict[str, object]:
    hours = library.company.office_hours
    return {
        "name": library.company.name, "handbook": library.company.handbook_contact or "",
        "hours": {"opens": str(hours.opens), "closes": str(hours.closes)},
    }  # fmt: skip


def _hashed(name: str, ending: str, content: bytes) -> Asset:
    digest = hashlib.sha256(content).hexdigest()[:10]
    return Asset(f"assets/{name}.{digest}.{ending}", content)
