"""MkDocs on one side, the generator on the other. The only file that imports mkdocs.

Problems become one clean error, pages become generated files, and the finished site takes the old one's place
only when everything held. Between events it keeps one value, `_run`, which belongs to the build under way; in
preview it also keeps the last good version of each play.
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
from opptur.render import Page, bundle, family_url, home_url, render_site
from opptur.render.preview import last_good, split_by_file, without_library
from opptur.render.site import not_found, scheme_button
from opptur.render.templates import play_path, twin_path
from opptur.render.words import Words

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as HostPage

log = logging.getLogger("mkdocs.plugins.opptur")


class _Warnings(logging.Handler):
    """Counts MkDocs' warnings, so that a strict build can be refused before it takes the old site's place."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1


@dataclass
class _Run:
    """One build: what was read, what was made of it, and where it goes."""

    library: Library | None = None
    pages: dict[str, Page] = field(default_factory=dict)
    files: Files | None = None
    destination: Path | None = None
    warnings: _Warnings = field(default_factory=_Warnings)


_serving = False
_good: dict[tuple[str, str], PlayFile] = {}
_good_library: Library | None = None
_run = _Run()


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is a preview: only a preview may show a broken play."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and judge everything before anything is touched."""
    global _run
    _run = _Run()
    logging.getLogger("mkdocs").addHandler(_run.warnings)
    library, problems = check(_plays(config), today())
    errors = [problem for problem in problems if problem.is_error]
    if errors and not _serving:
        raise PluginError("\n" + text(problems, "nb"))
    for problem in problems:
        log.info("%s:%s:%s %s", problem.place.file, problem.place.line, problem.place.column, problem.found("nb"))
    if not _serving:
        _run.destination = Path(config.site_dir)
        config.site_dir = str(_run.destination.with_name(f".{_run.destination.name}.new"))
    _make_pages(config, library, errors)
    return config


def _plays(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / "plays"


def _make_pages(config: MkDocsConfig, library: Library | None, errors: list[Problem]) -> None:
    """Render; in preview, a play with mistakes keeps its last good version under a box."""
    global _good, _good_library
    shown = library or _good_library
    if shown is None:
        pages, assets = without_library(errors), []
    else:
        broken = split_by_file(errors) if library is not None else {}
        shown, _good = last_good(shown, broken, _good)
        _good_library = shown
        pages, assets = render_site(shown, _chapters(config, shown), broken, () if library is not None else errors)
    _run.library = shown
    _run.pages = {page.path: page for page in pages}
    _run.files = Files([File.generated(config, page.path, content="") for page in pages])
    for page in pages:
        if page.source:
            _file(page.path).edit_uri = f"../{page.source}"
    for asset in assets:
        _run.files.append(File.generated(config, asset.path, content=asset.content))


def _file(path: str) -> File:
    assert _run.files is not None
    found = _run.files.get_file_from_path(path)
    assert found is not None
    return found


def _chapters(config: MkDocsConfig, library: Library) -> dict[str, list[tuple[str, str]]]:
    """The hand-written chapters of `nav`, in each language in which they exist, with the title in their head."""
    found: dict[str, list[tuple[str, str]]] = {}
    for lang in library.languages:
        for name in config.nav or []:
            path = Path(config.docs_dir) / home_url(library, lang) / str(name)
            if path.is_file():
                url = f"{home_url(library, lang)}{str(name).removesuffix('.md')}/"
                found.setdefault(lang, []).append((_title(path), url))
    return found


def _title(path: Path) -> str:
    """The `title:` of a chapter's head."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("title:"):
            return line.removeprefix("title:").strip().strip("\"'")
    return path.stem


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add what was made to what lies in `docs/`. A chapter may not lie where a generated page goes."""
    for file in _run.files or ():
        if files.get_file_from_path(file.src_uri):
            raise PluginError(f"docs/{file.src_uri} ligger der en laget side skal ligge. / stands where a generated page belongs.")
        files.append(file)
    _run.files = files
    return files


def on_page_markdown(markdown: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> str:
    """Give each page its title, language and description, and a date that comes from the content."""
    made = _run.pages.get(page.file.src_uri)
    page.update_date = _content_date()
    if made is None:
        page.meta.setdefault("lang", _lang_of(page.file.src_uri))
        return markdown
    page.title = made.title
    page.meta = {"title": made.title, "description": made.description, "lang": made.lang, **made.meta}
    if made.meta.get("kind") in ("home", "family"):
        page.meta["hide"] = ["toc"]
    return ""


def _content_date() -> str:
    """The newest review of any play: a build on another day gives the same bytes."""
    reviewed = [file.play.about.reviewed for file in _run.library.files.values()] if _run.library else []
    return max(reviewed).isoformat() if reviewed else "2026-01-01"


def _lang_of(path: str) -> str:
    languages = _run.library.languages if _run.library else ("nb",)
    first = path.split("/", 1)[0]
    return first if "/" in path and first in languages[1:] else languages[0]


def on_page_content(html: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> str:
    """Put the ready HTML in place, with its own table of contents."""
    made = _run.pages.get(page.file.src_uri)
    if made is None:
        return html
    page.toc = TableOfContents([AnchorLink(heading.title, heading.id, heading.level) for heading in made.headings])
    return made.html


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """What every template may ask for."""
    shared = bundle()
    base = urljoin(config.site_url or "/", ".")
    library = _run.library
    env.globals["opptur"] = {
        "stylesheet": shared.stylesheet, "scripts": shared.scripts, "company": library.company.name if library else "",
        "not_found": not_found(library, base) if library else "404", "scheme_button": scheme_button, "material_stylesheet": _material_stylesheet(files), "twins": lambda path: _twins(path, config),
    }  # fmt: skip
    return env


def _material_stylesheet(files: Files) -> str:
    """Material's main sheet, whose name changes with its version."""
    return next(file.url for file in files if file.src_uri.startswith("assets/stylesheets/main."))


def on_page_context(context: dict[str, Any], *, page: HostPage, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Navigation of bounded size, and the same page in the other languages."""
    library = _run.library
    if library is None:
        return context
    lang = page.meta.get("lang", library.source_language)
    context["opptur_home"] = home_url(library, lang) or "."
    context["opptur_twins"] = _twins(page.file.src_uri, config)
    context["opptur_nav"] = _navigation(library, lang, page, config)
    return context


def _twins(path: str, config: MkDocsConfig) -> list[dict[str, Any]]:
    """This page in each language; where it is missing, the home page of that language."""
    library, files = _run.library, _run.files
    if library is None or files is None:
        return []
    here = _lang_of(path)
    found = []
    for lang in library.languages:
        twin = files.get_file_from_path(twin_path(library, path, here, lang))
        url = twin.url if twin else home_url(library, lang)
        canonical = urljoin(config.site_url or "/", "" if url in (".", "./") else url)
        found.append({"lang": lang, "name": Words(lang).language_name, "url": url or ".", "canonical": canonical, "current": lang == here, "exists": twin is not None})
    return found


def _navigation(library: Library, lang: str, page: HostPage, config: MkDocsConfig) -> list[dict[str, Any]]:
    words, here = Words(lang), page.file.url
    made = _run.pages.get(page.file.src_uri)
    plays: list[dict[str, Any]] = []
    for family in library.vocabulary["families"]:
        url = family_url(library, family, lang)
        plays.append({"title": library.vocabulary.label("families", family, lang), "url": url, "current": url == here, "child": False})
        if made is not None and made.family == family:
            plays += [
                {"title": file.play.title, "url": f"{url}{file.id}/", "current": f"{url}{file.id}/" == here, "child": True}
                for file in library.of_family(family, lang)
            ]
    home = {"title": words.what_went_wrong, "url": home_url(library, lang) or ".", "current": made is not None and made.meta.get("kind") == "home", "child": False}
    chapters = [{"title": title, "url": url, "current": url == here, "child": False} for title, url in _chapters(config, library).get(lang, [])]
    return [{"title": words.plays, "entries": [home, *plays]}, {"title": words.handbook, "entries": chapters}]


def on_post_build(*, config: MkDocsConfig) -> None:
    """Compare plays on disk with plays in the output, then let the new site take the old one's place."""
    built = Path(config.site_dir)
    if _run.library is not None:
        _compare(config, _run.library, built)
    if _run.destination is None:
        return
    if config.strict and _run.warnings.count:
        raise PluginError(f"{_run.warnings.count} advarsler. {_run.destination.name}/ er ikke rørt. / {_run.warnings.count} warnings. {_run.destination.name}/ is untouched.")
    swap(built, _run.destination)
    config.site_dir = str(_run.destination)


def _compare(config: MkDocsConfig, library: Library, built: Path) -> None:
    """Every play file has its page with its id, and every page of a play has its file."""
    wanted = dict(_outputs(config, library))
    lost = [output for output, play_id in wanted.items() if not _holds(built / output, play_id)]
    made = [page.path.removesuffix(".md") + ".html" for page in _run.pages.values() if page.play]
    extra = [output for output in made if output not in wanted]
    if lost or extra:
        raise PluginError("Spill på disk og i håndboka er ulike. / Plays on disk and in the handbook differ: " + ", ".join([*lost, *extra]))


def _outputs(config: MkDocsConfig, library: Library) -> Iterator[tuple[str, str]]:
    """For each play on disk, where its page must lie, and its id."""
    for path in play_paths(_plays(config)):
        if name := FILE_NAME.fullmatch(path.name):
            yield play_path(library, path.parent.name, name[1], name[2]).removesuffix(".md") + ".html", name[1]


def _holds(page: Path, play_id: str) -> bool:
    return page.is_file() and (f'data-play="{play_id}"' in (content := page.read_text(encoding="utf-8")) or "data-problems=" in content)


def swap(new: Path, old: Path) -> None:
    """Two renames: there is never a half-written site at the address."""
    aside = old.with_name(f".{old.name}.old")
    shutil.rmtree(aside, ignore_errors=True)
    if old.exists():
        old.rename(aside)
    new.rename(old)
    shutil.rmtree(aside, ignore_errors=True)


def on_build_error(*, error: Exception) -> None:
    """Leave nothing half-built behind."""
    if _run.destination is not None:
        shutil.rmtree(_run.destination.with_name(f".{_run.destination.name}.new"), ignore_errors=True)
