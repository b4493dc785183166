"""A blank page that has loaded the search's scripts, and answers as the worker would."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCRIPTS = Path(__file__).parents[2] / "hooks" / "opptur" / "scripts"
MODULES = ("analysis", "spelling", "compounds", "shards", "query", "explain", "seeker")

LOAD = """async (names) => {
  globalThis.m = {};
  for (const name of names) m[name] = await import(`/${name}.js`);
  globalThis.read = (lang) => async (name, form) => {
    const answer = await fetch(`/${lang}/${name}`);
    if (!answer.ok) throw new Error(`${answer.status} ${name}`);
    return form === "bytes" ? new Uint8Array(await answer.arrayBuffer()) : form === "json" ? answer.json() : answer.text();
  };
  globalThis.opened = {};
  globalThis.indexOf = (lang) => (opened[lang] ??= m.shards.Index.open(read(lang)));
}"""

ALL = """async ([lang, queries]) => {
  const index = await indexOf(lang);
  const answers = [];
  for (const query of JSON.parse(queries)) {
    const { found, hits } = await m.query.search(index, query);
    answers.push([hits.map((hit) => [hit.doc, hit.score, hit.lines]), found.words]);
  }
  return JSON.stringify(answers);
}"""

WORDS = """async ([lang, words]) => {
  const index = await indexOf(lang);
  const analyzer = index.analyzers.get(lang);
  return JSON.stringify(JSON.parse(words).map((word) => [analyzer.stem(word), analyzer.fold(word), analyzer.key(word), analyzer.spelled(word)]));
}"""

WHY = """async ([lang, cases]) => {
  const index = await indexOf(lang);
  const answers = [];
  for (const [query, line] of JSON.parse(cases)) {
    const { found } = await m.query.search(index, query);
    const { parts, why } = m.explain.explain(found, line);
    answers.push([parts.filter(([, marked]) => marked).map(([text]) => text.toLowerCase()), why.map(([typed, word]) => [typed, word.toLowerCase()])]);
  }
  return JSON.stringify(answers);
}"""


@dataclass(frozen=True)
class Asking:
    """The search in a browser. What travels is JSON, so that lone surrogates do too."""

    page: Page

    def load(self) -> None:
        """Import the modules."""
        self.page.evaluate(LOAD, list(MODULES))

    def run(self, function: str, *args: Any) -> Any:
        """What a function answers to its arguments; lists travel as JSON text."""
        sent = [json.dumps(arg) if isinstance(arg, list) else arg for arg in args]
        return json.loads(self.page.evaluate(function, sent))

    def hits(self, lang: str, queries: Iterable[str]) -> list[Any]:
        """For each query its hits as [document, score, lines], and the words that were looked for."""
        found: list[Any] = self.run(ALL, lang, list(queries))
        return found

    def words(self, lang: str, words: Iterable[str]) -> list[list[str]]:
        """The stem, the folded form, the key and the spelling of each word."""
        found: list[list[str]] = self.run(WORDS, lang, list(words))
        return found

    def why(self, lang: str, cases: Iterable[tuple[str, str]]) -> list[Any]:
        """For each query and line, the words marked and the pairs that need an explanation."""
        found: list[Any] = self.run(WHY, lang, [list(case) for case in cases])
        return found
