"""A library to everything that goes out: pages for the host to frame, and assets as they are.

`render_site` is the one entry. Each renderer is pure; a play's page depends on the play, its neighbours' titles,
the vocabulary and the company, and on nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from opptur.model.library import Library, PlayFile
from opptur.model.workshop import WorkshopFile
from opptur.problems import Problem
from opptur.render.artefact import Asset, Heading, Page
from opptur.render.assets import Bundle, bundle
from opptur.render.gravity import by_gravest_level, gravest
from opptur.render.play_page import play_page, problem_page
from opptur.render.preview import NO_TROUBLE, Trouble, problem_box
from opptur.render.search import index_files
from opptur.render.templates import (
    Chapters,
    Site,
    booklet_url,
    cases_url,
    catalogue_url,
    chapter_url,
    environment,
    family_path,
    handout_url,
    home_path,
    home_url,
    play_url,
)
from opptur.render.words import Words


def render_site(library: Library, chapters: Chapters, trouble: Trouble = NO_TROUBLE) -> tuple[list[Page], list[Asset]]:
    """Every page and asset of the handbook. In preview, what is wrong stands above the last good version."""
    site = Site(library, chapters)
    pages = [
        *(home_page(site, lang) for lang in library.languages),
        *(catalogue_page(site, lang) for lang in library.languages),
        *(cases_page(site, lang) for lang in library.languages),
        *(booklet_page(site, lang) for lang in library.languages),
        *(family_page(site, family, lang) for family in library.vocabulary["families"] for lang in library.languages),
        *(play_page(site, file, trouble.plays.get((file.family, *file.key), ())) for file in library.files.values()),
        *_lost_pages(site, trouble),
    ]
    styles = bundle(library)
    return [_with_trouble(page, trouble) for page in pages], [feed(library), *index_files(site), *short_pages(site, styles), *styles.assets]


def _lost_pages(site: Site, trouble: Trouble) -> Iterator[Page]:
    """A page for a play that could not be read and has no earlier version."""
    for (family, play_id, lang), problems in trouble.plays.items():
        shown = site.library.files.get((play_id, lang))
        if shown is None or shown.family != family:
            yield problem_page(site, family, play_id, lang, problems)


def _with_trouble(page: Page, trouble: Trouble) -> Page:
    """The page under a box with what is wrong beyond its own play."""
    problems = [*trouble.everywhere, *(trouble.at_home if page.meta.get("kind") == "home" else ())]
    if not problems:
        return page
    return replace(page, html=problem_box(problems, page.lang, has_page=True) + page.html)


def not_found(library: Library, base: str) -> str:
    """What a wrong address shows, in every language; `base` is the path of the site on its host."""
    homes = {lang: home_url(library, lang) for lang in library.languages}
    template = environment().get_template("notfound/notfound.html")
    return template.render(all_words=[Words(lang) for lang in library.languages], homes=homes, base=base)


def home_page(site: Site, lang: str) -> Page:
    """The front page, which asks what has happened and leads to every play in three choices at most."""
    library, words = site.library, Words(lang)
    families = _families(library, lang)
    path = home_path(library, lang)
    html = site.render(
        "home/home.html", lang, path,
        families=families, by_level=by_gravest_level([file for _, files in families for file in files]), gravest=gravest,
        chapters=[(one.head.title, chapter_url(library, one)) for one in site.chapters.get(lang, ())], repeat=("repeat-failure", lang) in library.files,
    )  # fmt: skip
    return Page(
        path,
        lang,
        words.what_went_wrong,
        words.home_description,
        html,
        headings=(Heading(1, "top", words.what_went_wrong),),
        meta={"kind": "home"},
    )


def _families(library: Library, lang: str) -> list[tuple[str, list[PlayFile]]]:
    """Every family with its plays, in order."""
    return [(family, library.of_family(family, lang)) for family in library.vocabulary["families"]]


def catalogue_page(site: Site, lang: str) -> Page:
    """Every play in one list, to be narrowed down."""
    library, words = site.library, Words(lang)
    path = f"{catalogue_url(library, lang)}index.md"
    html = site.render("catalogue/catalogue.html", lang, path, families=_families(library, lang), filters=_filters(library, lang))
    return Page(
        path, lang, words.all_plays, words.all_plays_lead, html, headings=(Heading(1, "top", words.all_plays),), meta={"kind": "catalogue"}
    )


def _filters(library: Library, lang: str) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Each filter with its name, its label and the values that some play has."""
    words, vocabulary = Words(lang), library.vocabulary
    errors = [file.play.error for file in library.files.values() if file.lang == lang]
    held = {
        "family": {file.family for file in library.files.values()},
        "severity": {str(level) for error in errors for level in error.severity.levels()},
        "role": {role for error in errors for role in error.roles},
        "channel": {entry.channel for file in library.files.values() for entry in file.play.ownership.cadence},
        "outlook": {error.outlook for error in errors},
    }
    shown = {
        "family": (words.filter_family, "families"), "severity": (words.filter_severity, "severities"), "role": (words.filter_role, "roles"),
        "channel": (words.filter_channel, "channels"), "outlook": (words.filter_outlook, "outlooks"),
    }  # fmt: skip
    return [
        (name, label, [(key, entry.label[lang]) for key, entry in vocabulary[listing].items() if key in held[name]])
        for name, (label, listing) in shown.items()
    ]


def booklet_page(site: Site, lang: str) -> Page:
    """Make a booklet of your own: tick plays, and get the command for it, or take each of them as a PDF."""
    library, words = site.library, Words(lang)
    path = f"{booklet_url(library, lang)}index.md"
    html = site.render("booklet/booklet.html", lang, path, families=_families(library, lang),
        workshops=sorted((file for file in library.workshops.values() if file.lang == lang), key=lambda file: file.workshop.minutes),
        workshop_papers=workshop_papers,
    )  # fmt: skip
    return Page(
        path, lang, words.print_title, words.print_lead, html, headings=(Heading(1, "top", words.print_title),), meta={"kind": "booklet"}
    )


def workshop_papers(file: WorkshopFile) -> tuple[str, ...]:
    """The kinds of paper of a workshop; cards only when there is a role-play in it."""
    played = any(block.kind == "roleplay" for block in file.workshop.blocks)
    return ("participant", "facilitator", *(("cards",) if played else ()))


def cases_page(site: Site, lang: str) -> Page:
    """The seller's own cases on this device."""
    library, words = site.library, Words(lang)
    path = f"{cases_url(library, lang)}index.md"
    html = site.render("cases/cases.html", lang, path, home_url=home_url(library, lang))
    return Page(
        path, lang, words.my_cases, words.my_cases_lead, html, headings=(Heading(1, "top", words.my_cases),), meta={"kind": "cases"}
    )


def family_page(site: Site, family: str, lang: str) -> Page:
    """All plays of one family."""
    library = site.library
    files = library.of_family(family, lang)
    path = family_path(library, family, lang)
    html = site.render("family/family.html", lang, path, family=family, files=files, home_url=home_url(library, lang))
    entry = library.vocabulary.label("families", family, lang)
    description = library.vocabulary.describe("families", family, lang)
    return Page(path, lang, entry, description, html, headings=(Heading(1, "top", entry),), family=family, meta={"kind": "family"})


def feed(library: Library) -> Asset:
    """`plays.json`: every play in every language, for other tools."""
    entries = [_feed_entry(library, library.files[key]) for key in sorted(library.files)]
    text = json.dumps(entries, ensure_ascii=False, indent=1) + "\n"
    return Asset("plays.json", text.encode())


def _feed_entry(library: Library, file: PlayFile) -> dict[str, Any]:
    severity = file.play.error.severity
    return {
        "id": file.id, "lang": file.lang, "family": file.family, "title": file.play.title, "summary": file.play.summary,
        "severity": [*severity.levels()], "url": f"/{play_url(library, file)}", "handout": f"/{handout_url(file)}" if file.whole else None,
        "reviewed": file.play.about.reviewed.isoformat(), "outdated": Site.is_outdated(library, file),
    }  # fmt: skip


def short_pages(site: Site, shared: Bundle) -> Iterator[Asset]:
    """`/p/<id>/`: the stable short address of each play, which leads on in the reader's language."""
    for play_id in site.library.ids():
        twins = site.library.twins(play_id)
        html = site.render(
            "short/short.html",
            twins[0].lang,
            f"p/{play_id}/index.md",
            source=twins[0],
            twins=twins,
            stylesheet=shared.stylesheet,
            names={twin.lang: Words(twin.lang).language_name for twin in twins},
            script=shared.scripts["short"],
        )
        yield Asset(f"p/{play_id}/index.html", html.encode())


def chapter(html: str, lang: str, shared: Sequence[Problem] = ()) -> str:
    """A hand-written chapter. Its tables can be scrolled sideways, by keyboard too; `shared` problems stand above it."""
    opening = Markup('<div class="sideways" role="group" tabindex="0" aria-label="{}"><table>').format(Words(lang).table)
    html = html.replace("<table>", opening).replace("</table>", "</table></div>")
    return (problem_box(shared, lang, has_page=True) if shared else "") + html


def search_box(lang: str | None, index: str, root: str, home: str, catalogue: str) -> Markup:
    """The search for the top of a page, with the addresses of its index, the root, the front page and the list of all plays."""
    template = environment().get_template("search/search.html")
    return Markup(template.render(w=Words(lang or "nb"), index=index, root=root, home=home, action=catalogue))  # noqa: S704 - our own template, no text of a play


def scheme_button(lang: str | None) -> Markup:
    """The button for light and dark, for the header."""
    return Markup(environment().get_template("scheme/scheme.html").render(w=Words(lang or "nb")))  # noqa: S704 - our own template, no text of a play
