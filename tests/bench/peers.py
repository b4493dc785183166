"""Other search engines on the same plays and queries, in a real browser: stock Material, Pagefind and MiniSearch.

Each gets the whole text of every play, its search terms included, under the play's title. Material's is the worker and
the settings that its search plugin brings for Norwegian or English; MiniSearch has prefixes and typing errors switched
on and the title weighted, as its guide proposes; Pagefind indexes one page a play.
"""

from __future__ import annotations

import html
import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler
from importlib.resources import files as resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.serving import serving

from opptur.search.documents import Document

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
PACKAGES = ROOT / ".cache" / "peers" / "node_modules"
FOUND = "queries => Promise.all(JSON.parse(queries).map((query) => ENGINE(query)))"

MINISEARCH = """async (documents) => {
  const { default: MiniSearch } = await import("/minisearch/index.js");
  const engine = new MiniSearch({ fields: ["title", "text"], searchOptions: { boost: { title: 4 }, prefix: true, fuzzy: 0.2 } });
  engine.addAll(JSON.parse(documents));
  globalThis.find = async (query) => engine.search(query).slice(0, 10).map((hit) => hit.id);
}"""
MATERIAL = """async ([documents, lang, worker]) => {
  const engine = new Worker(worker);
  const answered = () => new Promise((then) => engine.addEventListener("message", ({ data }) => then(data), { once: true }));
  const docs = JSON.parse(documents).map(({ id, title, text }) => ({ location: `${id}/`, title, text: `<p>${text}</p>`, tags: [] }));
  const fields = { title: { boost: 1000 }, text: { boost: 1 }, tags: { boost: 1000000 } };
  const config = { lang: [lang], separator: "[\\\\s\\\\-]+", pipeline: ["stopWordFilter"], fields };
  engine.postMessage({ type: 0, data: { config, docs, options: { suggest: false } } });
  await answered();
  let last = Promise.resolve();
  globalThis.find = (query) => (last = last.then(async () => {
    const answer = answered();
    engine.postMessage({ type: 2, data: query });
    return (await answer).data.items.slice(0, 10).map(([first]) => first.location.split("/")[0]);
  }));
}"""
PAGEFIND = """async (bundle) => {
  const engine = await import(bundle);
  globalThis.find = async (query) => {
    const { results } = await engine.search(query);
    const shown = await Promise.all(results.slice(0, 3).map((result) => result.data()));
    return shown.map((page) => page.url.split("/").at(-1).replace(".html", ""));
  };
}"""


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder without a word."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is Python's
        """Say nothing."""


@contextmanager
def peers_served(folder: Path, documents: Mapping[str, Sequence[Document]]) -> Iterator[str]:
    """The engines and their indexes in a folder, served on this machine."""
    shutil.copytree(PACKAGES / "minisearch" / "dist" / "es", folder / "minisearch")
    shutil.copytree(Path(str(resources("material") / "templates" / "assets" / "javascripts")), folder / "material")
    for lang, its in documents.items():
        _pagefind(folder / "pages" / lang, its, lang)
    (folder / "index.html").write_text("<!doctype html><title>peers</title>", encoding="utf-8")
    with serving(partial(_Quiet, directory=str(folder))) as address:
        yield address


def _pagefind(folder: Path, documents: Sequence[Document], lang: str) -> None:
    """One page a play, and Pagefind's index of them."""
    folder.mkdir(parents=True)
    for document in documents:
        body = "".join(f"<p>{html.escape(text)}</p>" for text in _texts(document))
        page = f'<!doctype html><html lang="{lang}"><title>{html.escape(document.title)}</title><main><h1>{html.escape(document.title)}</h1>{body}</main>'
        (folder / f"{document.id}.html").write_text(page, encoding="utf-8")
    program = next(PACKAGES.glob("@pagefind/*/bin/pagefind_extended"))
    subprocess.run([program, "--site", folder, "--silent"], check=True)


def _texts(document: Document) -> list[str]:
    return [*(line.text for line in document.lines if line.field != "title"), document.body]


def peer_answers(page: Page, engine: str, documents: Sequence[Document], lang: str, queries: Sequence[str]) -> list[list[str]]:
    """What one engine finds for each query: ids of plays, best first."""
    plain = json.dumps([{"id": one.id, "title": one.title, "text": html.escape(" ".join(_texts(one)))} for one in documents])
    if engine == "MiniSearch":
        page.evaluate(MINISEARCH, plain)
    elif engine == "Material":
        worker = next(Path(str(resources("material") / "templates/assets/javascripts/workers")).glob("search.*.min.js")).name
        page.evaluate(MATERIAL, [plain, "no" if lang == "nb" else lang, f"/material/workers/{worker}"])
    else:
        page.evaluate(PAGEFIND, f"/pages/{lang}/pagefind/pagefind.js")
    found: list[list[str]] = []
    for start in range(0, len(queries), 20):
        found += page.evaluate(FOUND.replace("ENGINE", "find"), json.dumps(queries[start : start + 20]))
    return found
