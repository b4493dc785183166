"""What every page of the handbook has: a way in, a way on, a name of its own, and an editor for its own source."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from tests.dom import Element
from tests.site.workshop import ADDRESS, Built

from opptur.model.library import Library, load_library

CHAPTERS = (
    "how-to-use", "why-ownership", "severity", "how-to-write", "mobilising", "money-and-law", "when-not-to-ask",
    "asking-for-a-reference", "sectors", "for-managers", "for-trainers", "research", "glossary",
)  # fmt: skip
HOME = {"nb": "/", "en": "/en/"}
OWN_PAGES = ("plays", "cases", "print")
ASKS = {"nb": "Hva har skjedd?", "en": "What has happened?"}
LANGUAGES = ("nb", "en")


@pytest.fixture(scope="module")
def library(built: Built) -> Library:
    """The sources of the build."""
    library, _ = load_library(built.copy.plays)
    assert library is not None
    return library


def links(page: Element) -> list[str]:
    """Where the links of a page or of a part of it lead, as they are written."""
    return [link.attrs["href"] for link in page.all("a") if "href" in link.attrs]


def targets(page: Element, url: str) -> set[str]:
    """The addresses that the links of a page lead to, seen from its own address."""
    return {urldefrag(urljoin(url, href)).url for href in links(page)}


def reading_order(page: Element) -> list[str]:
    """The texts of a page's headings, in order."""
    return [element.text for element in page.one("main").walk() if element.tag in ("h1", "h2", "h3", "h4")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_home_asks_what_has_gone_wrong_and_leads_to_every_play(built: Built, lang: str) -> None:
    """The front page opens on the question, not on values, and links every play and every family."""
    home, plays = built.pages[HOME[lang]], {url for (_, its), url in built.play_urls().items() if its == lang}
    assert reading_order(home)[0] == ASKS[lang]
    found = targets(home.one("main"), HOME[lang])
    assert plays <= found
    assert {url.rsplit("/", 2)[0] + "/" for url in plays} <= found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_family_lists_its_plays(built: Built, library: Library, lang: str) -> None:
    """A family's page links all plays of the family, each marked with its id, and no others."""
    for family in library.vocabulary["families"]:
        url = f"{HOME[lang]}{family}/"
        listed = {entry.attrs["data-play"]: targets(entry, url) for entry in built.pages[url].one("article").all(data_play="")}
        assert listed == {file.id: {f"{url}{file.id}/"} for file in library.of_family(family, lang)}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", CHAPTERS)
def test_the_chapters_are_there(built: Built, name: str, lang: str) -> None:
    """Every chapter exists in both languages, and the front page leads to it."""
    url = f"{HOME[lang]}{name}/"
    assert built.pages[url].one("html").attrs["lang"] == lang
    assert url in targets(built.pages[HOME[lang]].one("main"), HOME[lang])


def test_a_wrong_address_is_told_in_both_languages(built: Built) -> None:
    """The page for wrong addresses speaks both languages, and its links work at any depth."""
    page = built.pages["/404.html"]
    assert [part.attrs["lang"] for part in page.one("main").all("section")] == [*LANGUAGES]
    assert {"/", "/en/"} <= {urljoin("/a/b/c", href) for href in links(page.one("main"))}
    for url in [element.attrs[name] for element in page.walk() for name in ("href", "src") if name in element.attrs]:
        assert url.startswith(("/", "#")), url


def test_pages_are_those_of_the_sources(built: Built, library: Library) -> None:
    """Homes, families, plays and chapters in both languages, and no page besides."""
    expected = {*HOME.values(), *built.play_urls().values()}
    expected |= {f"{home}{name}/" for home in HOME.values() for name in (*library.vocabulary["families"], *CHAPTERS, *OWN_PAGES)}
    assert set(built.reading) == expected


def test_every_page_has_a_name_and_a_description_of_its_own(built: Built) -> None:
    """Titles and descriptions are there, are unique, and fit the line of a search engine."""
    titles = Counter(page.one("title").children[0] for page in built.reading.values())
    descriptions = Counter(page.one("meta", name="description").attrs["content"] for page in built.reading.values())
    assert max(titles.values()) == max(descriptions.values()) == 1
    assert [text for text in descriptions if not 0 < len(text.strip()) <= 170] == []


def test_every_link_leads_somewhere(built: Built) -> None:
    """Every link, style, script and picture within the handbook exists, and so does the place on the page."""
    known = {built.address(path) for path in built.site.rglob("*") if path.is_file()}
    broken = [(url, href) for url, page in built.pages.items() for href in references(page) if not resolves(built, known, url, href)]
    assert broken == []


def references(page: Element) -> Iterator[str]:
    """Everything that a page points to."""
    for element in page.walk():
        yield from (element.attrs[name] for name in ("href", "src") if name in element.attrs)


def resolves(built: Built, known: set[str], url: str, href: str) -> bool:
    """Whether an address within the handbook exists. Those of other hosts are not asked."""
    full, fragment = urldefrag(urljoin(ADDRESS + url, href))
    if not full.startswith(ADDRESS):
        return urlsplit(full).scheme in ("https", "tel", "mailto")
    path = urlsplit(full).path
    return path in known and (not fragment or bool(built.pages[path].all(id=fragment)))


def test_no_id_stands_twice(built: Built) -> None:
    """An id names one place on its page."""
    for url, page in built.pages.items():
        ids = Counter(element.attrs["id"] for element in page.walk() if "id" in element.attrs)
        assert [name for name, count in ids.items() if count > 1] == [], url


def test_the_pencil_opens_the_source_of_the_page(built: Built) -> None:
    """On a play it opens that play's own YAML, on a chapter its Markdown."""
    root = f"{built.setting('repo_url')}/{built.setting('edit_uri').removesuffix('docs/')}"
    for (play_id, lang), url in built.play_urls().items():
        family = url.split("/")[-3]
        assert pencil(built.pages[url]) == f"{root}plays/{family}/{play_id}.{lang}.yml"
    for lang, home in HOME.items():
        for name in CHAPTERS:
            assert pencil(built.pages[f"{home}{name}/"]) == f"{root}docs/{'' if lang == 'nb' else 'en/'}{name}.md"


def pencil(page: Element) -> str:
    """Where a page can be edited."""
    return page.one("a", rel="edit").attrs["href"]


def test_the_navigation_holds_one_family_only(built: Built, library: Library) -> None:
    """Beside every page: home, the families, the chapters, and the plays of the page's own family. It cannot grow with the others."""
    for url, page in built.reading.items():
        home = HOME[page.one("html").attrs["lang"]]
        family = url.removeprefix(home).split("/")[0]
        own = [file.id for file in library.of_family(family, home[1:3] or "nb")] if family in library.vocabulary["families"] else []
        expected = [
            home,
            *(f"{home}{name}/" for name in (*library.vocabulary["families"], *CHAPTERS, *OWN_PAGES)),
            *(f"{home}{family}/{name}/" for name in own),
        ]
        found = [urljoin(url, href) for href in links(page.one("nav", class_="md-nav--primary"))]
        assert sorted(found) == sorted(expected), url


def test_the_other_language_is_one_link_away(built: Built) -> None:
    """The header leads to the very same page in the other language."""
    for url, page in built.reading.items():
        here = page.one("html").attrs["lang"]
        other = "/en" + url if here == "nb" else url.removeprefix("/en")
        assert targets(page.one("div", class_="languages"), url) == {other}


def test_the_sitemap_lists_every_page_with_its_twins(built: Built, library: Library) -> None:
    """Every page stands in it once, with itself and its twin by language, and dates come from the plays alone."""
    text = (built.site / "sitemap.xml").read_text(encoding="utf-8")
    assert gzip.decompress((built.site / "sitemap.xml.gz").read_bytes()).decode() == text
    entries = re.findall(r"<url>(.*?)</url>", text, re.DOTALL)
    located = [re.findall(r"<loc>(.*?)</loc>", entry)[0] for entry in entries]
    assert sorted(located) == sorted(ADDRESS + url for url in built.reading)
    for entry, location in zip(entries, located, strict=True):
        twins = dict(re.findall(r'hreflang="(..)" href="(.*?)"', entry))
        assert set(twins) == {*LANGUAGES}
        assert location in twins.values()
        assert set(twins.values()) <= {*located}
    reviewed = {file.play.about.reviewed.isoformat() for file in library.files.values()}
    assert set(re.findall(r"<lastmod>(.*?)</lastmod>", text)) == reviewed


def test_the_feed_lists_every_play(built: Built) -> None:
    """`plays.json` has every play in every language, each with an address that exists."""
    feed = json.loads((built.site / "plays.json").read_text(encoding="utf-8"))
    assert {(entry["id"], entry["lang"]): entry["url"] for entry in feed} == built.play_urls()
    assert {entry["url"] for entry in feed} <= set(built.reading)


def test_each_play_has_a_short_address(built: Built) -> None:
    """`/p/<id>/` is a list of links to the play in each language, and search engines leave it alone."""
    plays = built.play_urls()
    assert {url for url in built.pages if url.startswith("/p/")} == {f"/p/{play_id}/" for play_id, _ in plays}
    for play_id, _ in plays:
        page = built.pages[f"/p/{play_id}/"]
        assert targets(page, f"/p/{play_id}/") == {url for (its, _), url in plays.items() if its == play_id}
        assert page.one("meta", name="robots").attrs["content"] == "noindex"
