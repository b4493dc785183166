"""MkDocs on one side, the generator on the other. The only file that imports mkdocs.

Problems become one clean error, pages become generated files, and the finished site takes the old one's place
only when everything held. `_state` holds the build under way; in preview it also remembers the last good version
of each play.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from markupsafe import escape
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.toc import AnchorLink, TableOfContents

from opptur.__main__ import today
from opptur.check import check
from opptur.model.chapters import Chapter, Head, load_chapters
from opptur.model.library import Library, PlayFile
from opptur.printing import all_papers
from opptur.problems import Problem
from opptur.problems.styles import text
from opptur.publish import beside, difference, refusal, swap
from opptur.render import Asset, Page, bundle, home_url, render_site
from opptur.render.assets import entry_script
from opptur.render.navigation import navigation
from opptur.render.preview import last_good, trouble, without_library
from opptur.render.site import chapter, not_found, scheme_button, search_box
from opptur.render.templates import cases_url, catalogue_url, template_place, twin_path
from opptur.render.words import Words, all_words, script_words

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as HostPage

log = logging.getLogger("mkdocs.plugins.opptur")

UNUSED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/palette.")
"""What Material brings and our pages never ask for."""


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
    chapters: dict[str, list[Chapter]] = field(default_factory=dict)
    heads: dict[str, Head] = field(default_factory=dict)
    files: Files = field(default_factory=lambda: Files([]))
    destination: Path | None = None
    warnings: _Warnings = field(default_factory=_Warnings)
    everywhere: Sequence[Problem] = ()
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
    all_words.cache_clear()
    script_words.cache_clear()
    library, problems = check(_plays(config), today())
    errors = [problem for problem in problems if problem.is_error]
    if errors and not _state.serving:
        raise PluginError("\n" + text(problems, "nb"))
    for problem in problems:
        log.info("%s:%s:%s %s", problem.place.file, problem.place.line, problem.place.column, problem.found("nb"))
    if not _state.serving:
        _state.destination = _destination(config)
        config.site_dir = str(beside(_state.destination, "new"))
    papers, unprintable = all_papers(library, _plays(config).parent, config.site_url) if library else ([], [])
    if unprintable and not _state.serving:
        raise PluginError("\n" + text(unprintable, "nb"))
    pages, assets = _render(config, library, [*errors, *unprintable])
    _take_in(config, pages, [*assets, *papers])
    return config


def _destination(config: MkDocsConfig) -> Path:
    """Where the site goes. Settings that would lose something or lead nowhere are refused."""
    site = Path(config.site_dir)
    if why := refusal(site, Path(config.config_file_path).parent):
        raise PluginError(why)
    if not config.use_directory_urls:
        raise PluginError("use_directory_urls i mkdocs.yml må være true. / must be true: the addresses of plays end in a slash.")
    return site


def _plays(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / "plays"


def _render(config: MkDocsConfig, library: Library | None, errors: list[Problem]) -> tuple[list[Page], list[Asset]]:
    """Everything that goes out; in preview, a play with mistakes keeps its last good version under a box."""
    known = library or _state.good_library
    if known is None:
        _state.library, _state.everywhere = None, errors
        return without_library(errors), bundle().assets
    found = trouble(errors, library)
    _state.everywhere = found.everywhere
    shown, _state.good = last_good(known, found.plays, _state.good)
    _state.library = _state.good_library = shown
    _state.chapters = _chapters(config, shown)
    return render_site(shown, _state.chapters, found)


def _take_in(config: MkDocsConfig, pages: list[Page], assets: list[Asset]) -> None:
    """Pages as empty files, filled in when their turn comes; assets as they are."""
    _state.pages = {page.path: page for page in pages}
    made = []
    for page in pages:
        file = File.generated(config, page.path, content="")
        file.edit_uri = f"../{page.source}" if page.source else None
        made.append(file)
    _state.files = Files([*made, *(File.generated(config, asset.path, content=asset.content) for asset in assets)])


def _chapters(config: MkDocsConfig, library: Library) -> dict[str, list[Chapter]]:
    """The hand-written chapters by language, in the order of `nav`; all of them without `nav`."""
    loaded, _ = load_chapters(Path(config.docs_dir), library.languages)
    _state.heads = {f"{home_url(library, one.lang)}{one.name}": one.head for one in loaded}
    order = list(config.nav or sorted({one.name for one in loaded}))
    if wrong := [entry for entry in order if not isinstance(entry, str)]:
        raise PluginError(f"nav i mkdocs.yml: skriv bare filnavnet, for tittelen står i kapitlet. / write the file name only: {wrong[0]}")
    found: dict[str, list[Chapter]] = {lang: [] for lang in library.languages}
    for one in sorted((one for one in loaded if one.name in order), key=lambda one: order.index(one.name)):
        found[one.lang].append(one)
    return found


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add what was made to what lies in `docs/`, and leave out what no page asks for.

    A chapter may not lie where a generated page goes.
    """
    for file in list(files):
        if file.src_uri.startswith(UNUSED) or file.src_uri.endswith(".css.map"):
            files.remove(file)
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
        page.meta = {"lang": _lang_of(page.file.src_uri)}
        if head := _state.heads.get(page.file.src_uri):
            page.title = head.title
            page.meta |= {"title": head.title, "description": head.description}
        return markdown
    page.title = made.title
    page.meta = {"title": made.title, "description": made.description, "lang": made.lang, **made.meta}
    if all(heading.level == 1 for heading in made.headings):
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
    """Put the ready HTML in place, with its own table of contents; a chapter's tables may scroll sideways."""
    made = _state.pages.get(page.file.src_uri)
    if made is None:
        return chapter(html, page.meta["lang"], _state.everywhere)
    page.toc = TableOfContents([AnchorLink(escape(heading.title), heading.id, heading.level) for heading in made.headings])
    return made.html


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """What every template may ask for."""
    library = _state.library
    shared = bundle(library)
    env.globals["opptur"] = {
        "shared": shared,
        "entry": entry_script,
        "material_stylesheet": _material_stylesheet(files),
        "company": library.company.name if library else "",
        "scheme_button": scheme_button,
        "search_box": search_box,
        "words": Words,
        "not_found": not_found(library, urlsplit(urljoin(config.site_url or "/", ".")).path) if library else "404",
        "twins": lambda path: _twins(path, config),
    }
    return env


def _material_stylesheet(files: Files) -> str:
    """Material's main sheet, whose name changes with its version."""
    return next(file.url for file in files if file.src_uri.startswith("assets/stylesheets/main."))


def on_page_context(context: dict[str, Any], *, page: HostPage, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Navigation of bounded size, and the same page in the other languages."""
    return _frame(context, page.file.src_uri, page.file.url, config)


def on_template_context(context: dict[str, Any], *, template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The same for the page that stands at wrong addresses."""
    return _frame(context, template_name, template_name, config) if template_name == "404.html" else context


def _frame(context: dict[str, Any], path: str, url: str, config: MkDocsConfig) -> dict[str, Any]:
    library, lang = _state.library, _lang_of(path)
    if library is not None:
        context["opptur_home"] = home_url(library, lang) or "."
        context["opptur_cases"] = cases_url(library, lang)
        context["opptur_catalogue"] = catalogue_url(library, lang)
        context["opptur_twins"] = _twins(path, config)
        context["opptur_nav"] = navigation(library, _state.chapters[lang], lang, url, _state.pages.get(path))
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
    if _state.library is not None and not _state.serving:
        differing = difference(_state.library, _plays(config), _state.pages.values(), built)
        if differing:
            raise PluginError("Spill på disk og i håndboka er ulike. / Plays on disk and in the handbook differ: " + ", ".join(differing))
    site = _state.destination
    if site is None:
        return
    if config.strict and (count := _state.warnings.count):
        raise PluginError(f"{count} advarsler. {site.name}/ er ikke rørt. / {count} warnings. {site.name}/ is untouched.")
    swap(built, site)
    config.site_dir = str(site)


def on_build_error(*, error: Exception) -> None:
    """Leave nothing half-built behind, and tell a mistake in a template as one sentence with its place."""
    if _state.destination is not None:
        shutil.rmtree(beside(_state.destination, "new"), ignore_errors=True)
    place = template_place(error)
    if place or isinstance(error, OSError | UnicodeError):
        log.error("%s: %s", place or "opptur", error)
        raise Abort(f"{place}: malen virker ikke / the template does not work" if place else "Bygget ble avbrutt. / The build was stopped.")
