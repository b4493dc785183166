"""MkDocs on one side, the generator on the other. The only file that imports mkdocs.

Problems become one clean error, pages become generated files, and the finished site takes the old one's place
only when everything held. `_state` holds the build under way; in preview it also remembers the last good version
of each play.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.toc import AnchorLink, TableOfContents

from opptur.__main__ import today
from opptur.check import check
from opptur.model.library import FILE_NAME, Library, PlayFile, play_paths
from opptur.problems import Problem
from opptur.problems.styles import text
from opptur.render import Asset, Page, bundle, home_url, play_path, render_site
from opptur.render.navigation import navigation
from opptur.render.preview import last_good, split_by_file, without_library
from opptur.render.site import not_found, scheme_button
from opptur.render.templates import twin_path
from opptur.render.words import Words

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as HostPage

log = logging.getLogger("mkdocs.plugins.opptur")


class _Warnings(logging.Handler):
    """Counts MkDocs' warnings, so that a strict build can be refused before it takes the old site's place."""

    count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += record.levelno >= logging.WARNING


@dataclass
class _State:
    """The build under way, and what a preview remembers between builds."""

    serving: bool = False
    library: Library | None = None
    pages: dict[str, Page] = field(default_factory=dict)
    files: Files = field(default_factory=lambda: Files([]))
    destination: Path | None = None
    warnings: _Warnings = field(default_factory=_Warnings)
    good: dict[tuple[str, str], PlayFile] = field(default_factory=dict)
    good_library: Library | None = None


_state = _State()


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is a preview: only a preview may show a broken play."""
    _state.serving = command == "serve"
    logging.getLogger("mkdocs").addHandler(_state.warnings)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and judge everything before anything is touched."""
    _state.warnings.count = 0
    library, problems = check(_plays(config), today())
    errors = [problem for problem in problems if problem.is_error]
    if errors and not _state.serving:
        raise PluginError("\n" + text(problems, "nb"))
    for problem in problems:
        log.info("%s:%s:%s %s", problem.place.file, problem.place.line, problem.place.column, problem.found("nb"))
    if not _state.serving:
        _state.destination = Path(config.site_dir)
        config.site_dir = str(_beside(_state.destination, "new"))
    pages, assets = _render(config, library, errors)
    _take_in(config, pages, assets)
    return config


def _plays(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / "plays"


def _beside(site: Path, what: str) -> Path:
    return site.with_name(f".{site.name}.{what}")


def _render(config: MkDocsConfig, library: Library | None, errors: list[Problem]) -> tuple[list[Page], list[Asset]]:
    """Everything that goes out; in preview, a play with mistakes keeps its last good version under a box."""
    known = library or _state.good_library
    if known is None:
        _state.library = None
        return without_library(errors), bundle().assets
    broken = split_by_file(errors) if library is not None else {}
    shown, _state.good = last_good(known, broken, _state.good)
    _state.library = _state.good_library = shown
    return render_site(shown, _chapters(config, shown), broken, () if library is not None else errors)


def _take_in(config: MkDocsConfig, pages: list[Page], assets: list[Asset]) -> None:
    """Pages as empty files, filled in when their turn comes; assets as they are."""
    _state.pages = {page.path: page for page in pages}
    made = []
    for page in pages:
        file = File.generated(config, page.path, content="")
        file.edit_uri = f"../{page.source}" if page.source else None
        made.append(file)
    _state.files = Files([*made, *(File.generated(config, asset.path, content=asset.content) for asset in assets)])


def _chapters(config: MkDocsConfig, library: Library) -> dict[str, list[tuple[str, str]]]:
    """The hand-written chapters of `nav`, in each language in which they exist, with the title in their head."""
    found: dict[str, list[tuple[str, str]]] = {lang: [] for lang in library.languages}
    for lang in library.languages:
        for name in map(str, config.nav or []):
            path = Path(config.docs_dir) / home_url(library, lang) / name
            if path.is_file():
                found[lang].append((_title(path), f"{home_url(library, lang)}{name.removesuffix('.md')}/"))
    return found


def _title(path: Path) -> str:
    """The `title:` of a chapter's head."""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.startswith("title:"):
            return line.removeprefix("title:").strip().strip("\"'")
    return path.stem


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add what was made to what lies in `docs/`. A chapter may not lie where a generated page goes."""
    for file in _state.files:
        if files.get_file_from_path(file.src_uri):
            raise PluginError(f"docs/{file.src_uri} ligger der en laget side skal ligge. / stands where a generated page belongs.")
        files.append(file)
    _state.files = files
    return files


def on_page_markdown(markdown: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> str:
    """Give each page its title, language and description, and a date that comes from the content."""
    page.update_date = _content_date()
    made = _state.pages.get(page.file.src_uri)
    if made is None:
        page.meta.setdefault("lang", _lang_of(page.file.src_uri))
        return markdown
    page.title = made.title
    page.meta = {"title": made.title, "description": made.description, "lang": made.lang, **made.meta}
    if not made.headings:
        page.meta["hide"] = ["toc"]
    return ""


def _content_date() -> str:
    """The newest review of any play: a build on another day gives the same bytes."""
    files = _state.library.files.values() if _state.library else ()
    return max((file.play.about.reviewed.isoformat() for file in files), default="2026-01-01")


def _lang_of(path: str) -> str:
    languages = _state.library.languages if _state.library else ("nb",)
    first = path.partition("/")[0]
    return first if first in languages[1:] else languages[0]


def on_page_content(html: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> str:
    """Put the ready HTML in place, with its own table of contents."""
    made = _state.pages.get(page.file.src_uri)
    if made is None:
        return html
    page.toc = TableOfContents([AnchorLink(heading.title, heading.id, heading.level) for heading in made.headings])
    return made.html


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """What every template may ask for."""
    shared, library = bundle(), _state.library
    env.globals["opptur"] = {
        "stylesheet": shared.stylesheet,
        "material_stylesheet": _material_stylesheet(files),
        "scripts": shared.scripts,
        "company": library.company.name if library else "",
        "scheme_button": scheme_button,
        "words": Words,
        "not_found": not_found(library, urljoin(config.site_url or "/", ".")) if library else "404",
        "twins": lambda path: _twins(path, config),
    }
    return env


def _material_stylesheet(files: Files) -> str:
    """Material's main sheet, whose name changes with its version."""
    return next(file.url for file in files if file.src_uri.startswith("assets/stylesheets/main."))


def on_page_context(context: dict[str, Any], *, page: HostPage, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Navigation of bounded size, and the same page in the other languages."""
    library = _state.library
    if library is None:
        return context
    lang = page.meta.get("lang", library.source_language)
    context["opptur_home"] = home_url(library, lang) or "."
    context["opptur_twins"] = _twins(page.file.src_uri, config)
    made = _state.pages.get(page.file.src_uri)
    context["opptur_nav"] = navigation(library, _chapters(config, library)[lang], lang, page.file.url, made)
    return context


def _twins(path: str, config: MkDocsConfig) -> list[dict[str, Any]]:
    """This page in each language; where it is missing, the home page of that language."""
    library = _state.library
    if library is None:
        return []
    here, found = _lang_of(path), []
    for lang in library.languages:
        twin = _state.files.get_file_from_path(twin_path(library, path, here, lang))
        url = twin.url if twin else home_url(library, lang)
        canonical = urljoin(config.site_url or "/", url.removeprefix("./").removeprefix("."))
        found.append({"lang": lang, "name": Words(lang).language_name, "url": url or ".", "canonical": canonical, "current": lang == here})
    return found


def on_post_build(*, config: MkDocsConfig) -> None:
    """Compare plays on disk with plays in the output, then let the new site take the old one's place."""
    built = Path(config.site_dir)
    if _state.library is not None:
        _compare(config, _state.library, built)
    site = _state.destination
    if site is None:
        return
    if config.strict and (count := _state.warnings.count):
        raise PluginError(f"{count} advarsler. {site.name}/ er ikke rørt. / {count} warnings. {site.name}/ is untouched.")
    _swap(built, site)
    config.site_dir = str(site)


def _compare(config: MkDocsConfig, library: Library, built: Path) -> None:
    """Every play file has its page with its id, and every page of a play has its file."""
    wanted = dict(_outputs(config, library))
    lost = [output for output, play_id in wanted.items() if not _holds(built / output, play_id)]
    made = [page.path.removesuffix(".md") + ".html" for page in _state.pages.values() if page.play]
    extra = [output for output in made if output not in wanted]
    if lost or extra:
        raise PluginError("Spill på disk og i håndboka er ulike. / Plays on disk and in the handbook differ: " + ", ".join([*lost, *extra]))


def _outputs(config: MkDocsConfig, library: Library) -> Iterator[tuple[str, str]]:
    """For each play on disk, where its page must lie, and its id."""
    for path in play_paths(_plays(config)):
        if name := FILE_NAME.fullmatch(path.name):
            yield play_path(library, path.parent.name, name[1], name[2]).removesuffix(".md") + ".html", name[1]


def _holds(page: Path, play_id: str) -> bool:
    return page.is_file() and f'data-play="{play_id}"' in page.read_text(encoding="utf-8")


def _swap(new: Path, site: Path) -> None:
    """Two renames: there is never a half-written site at the address."""
    aside = _beside(site, "old")
    shutil.rmtree(aside, ignore_errors=True)
    if site.exists():
        site.rename(aside)
    new.rename(site)
    shutil.rmtree(aside, ignore_errors=True)


def on_build_error(*, error: Exception) -> None:
    """Leave nothing half-built behind."""
    if _state.destination is not None:
        shutil.rmtree(_beside(_state.destination, "new"), ignore_errors=True)
