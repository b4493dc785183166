"""`make bench-search`: how well and how fast the search finds, beside other engines, in the same run.

Quality on the queries that nothing was tuned with; then bytes and time from the first letter to the first results, on a
phone, on a local network and on slow 4G, for the real plays and for as many generated ones as asked for; then what
building the index costs. Exits 1 when a limit is broken.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.bench import generate
from tests.bench.peers import peer_answers, peers_served
from tests.bench.phone import LOCAL, SLOW_4G, Network, slow_site, slowed
from tests.conftest import CHROMIUM, QUIET

from opptur.model.library import Library, load_library
from opptur.search.evaluate import Asked, Score, answered, read_queries, scores
from opptur.search.handbook import index
from opptur.search.index import Index
from opptur.search.pack import files

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
QUERIES = ROOT / "tests" / "search" / "queries" / "held-out.tsv"
PEERS = ("MiniSearch", "Pagefind", "Material")
SLOWER = 4
TYPED = "faktura til feil mottaker"
LIMITS = {"bytes": 60_000, "bytes at 10,000": 150_000, "local": 250, "slow 4G": 1200, "later": 50, "build": 15}


def indexes(library: Library) -> dict[str, Index]:
    """The index of each language."""
    return {lang: index(library, lang) for lang in library.languages}


def line(name: str, found: Mapping[str, Score]) -> str:
    """One row of the table of quality."""
    cells = (f"{found[key].first:6.1%} / {found[key].three:.1%}" if key in found else "–" for key in ("", "nb", "en"))
    kinds = " ".join(f"{kind} {100 * one.first:.0f}/{100 * one.three:.0f}" for kind, one in found.items() if kind not in ("", "nb", "en"))
    return f"| {name} | {' | '.join(cells)} | {kinds} |"


def quality(browser: Browser, made: Mapping[str, Index]) -> None:
    """Every engine on the same plays and queries: @1 / @3."""
    queries = read_queries(QUERIES.read_text(encoding="utf-8"), made)
    print(f"\n{len(queries)} queries that nothing was tuned with, @1 / @3\n\n| engine | all | nb | en | by kind |\n|---|---|---|---|---|")
    print(line("Opptur", scores(answered(made, queries))))
    plays = {lang: [one for one in its.documents if one.kind == "play"] for lang, its in made.items()}
    with tempfile.TemporaryDirectory() as folder, peers_served(Path(folder), plays) as address:
        for engine in PEERS:
            print(line(engine, scores(_peer(browser, address, engine, plays, queries))), flush=True)


def _peer(browser: Browser, address: str, engine: str, plays: Mapping[str, Sequence[Any]], queries: Sequence[Asked]) -> Iterator[Asked]:
    for lang, its in plays.items():
        page = browser.new_page()
        page.goto(address)
        asked = [query for query in queries if query.lang == lang]
        found = peer_answers(page, engine, its, lang, [query.query for query in asked])
        yield from (replace(query, found=tuple(ids)) for query, ids in zip(asked, found, strict=True))
        page.close()


MEASURE = """async (typed) => {
  const input = document.querySelector("[data-search]");
  const shown = async (query) => {
    const start = performance.now();
    input.value = query;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    while (document.querySelector("[data-search-results]")?.dataset.query !== query) await new Promise((then) => setTimeout(then, 1));
    await new Promise((then) => requestAnimationFrame(then));
    return performance.now() - start;
  };
  const times = [];
  for (let length = 1; length <= typed.length; length += 1) times.push(await shown(typed.slice(0, length)));
  times.push(await shown(typed));
  return times;
}"""


def once(browser: Browser, address: str) -> list[float]:
    """Milliseconds from each letter to its results, in a browser that has nothing yet but the page. The box is not touched before."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    times: list[float] = page.evaluate(MEASURE, TYPED)
    context.close()
    return times


def speed(browser: Browser, site: Path, over: Path | None, rounds: int, name: str) -> bool:
    """One row for each network: bytes and time to the first results, and the slowest and the median later letter."""
    kept = True
    for network_name, network in (("local", LOCAL), ("slow 4G", SLOW_4G)):
        firsts, laters, sizes = _runs(browser, site, over, rounds, network)
        first = statistics.median(firsts)
        print(
            f"| {name} | {network_name} | {max(sizes) / 1000:.1f} kB | {first:.0f} ms | {statistics.median(laters):.0f} ms | {statistics.quantiles(laters, n=10)[-1]:.0f} ms |",
            flush=True,
        )
        kept &= max(sizes) <= LIMITS["bytes" if over is None else "bytes at 10,000"]
        if over is None:
            kept &= first <= LIMITS[network_name] and statistics.median(laters) <= LIMITS["later"]
    return kept


def _runs(browser: Browser, site: Path, over: Path | None, rounds: int, network: Network) -> tuple[list[float], list[float], list[int]]:
    firsts, laters, sizes = [], [], []
    for _ in range(rounds):
        with slow_site(site, network, over) as (address, wire), slowed(SLOWER):
            times = once(browser, address)
            firsts.append(times[0])
            laters += times[1:]
            sizes.append(_first_bytes(wire.sent))
    return firsts, laters, sizes


def _first_bytes(sent: Sequence[tuple[str, int]]) -> int:
    """Bytes from the first letter to the first results: what the box and the first query asked for."""
    started = next(at for at, (path, _) in enumerate(sent) if "/search/" in path or "seeker" in path or "results" in path)
    first_documents = next(at for at, (path, _) in enumerate(sent) if "/d/" in path)
    upto = next((at for at in range(first_documents, len(sent)) if "/d/" not in sent[at][0]), len(sent))
    return sum(size for _, size in sent[started:upto])


def generated(plays: int, folder: Path) -> tuple[Path, float]:
    """The index of so many generated plays, in a folder laid out as a site, and the seconds of CPU that it took."""
    generate.write(folder / "plays", plays * 2, seed=1)
    library, _ = load_library(folder / "plays")
    assert library is not None
    start = time.process_time()
    made = index(library, "nb")
    packed = dict(files(made, [0]))
    spent = time.process_time() - start
    print(
        f"\nindex of {plays} generated plays: {spent:.1f} s of CPU, {sum(map(len, packed.values())) / 1e6:.1f} MB in {len(packed)} files",
        flush=True,
    )
    for path, content in packed.items():
        place = folder / "over" / "search" / "nb" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return folder / "over", spent


@contextmanager
def launched() -> Iterator[Browser]:
    """Debian's Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        program = next(path for name in CHROMIUM if (path := shutil.which(name)))
        browser = playwright.chromium.launch(executable_path=program, args=[*QUIET])
        yield browser
        browser.close()


def main(argv: Sequence[str] | None = None) -> int:
    """Print the tables and say whether the limits hold."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--generated", type=int, nargs="*", default=[2000], help="plays a language")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    args = parser.parse_args(argv)
    library, _ = load_library(ROOT / "plays")
    assert library is not None
    with launched() as browser:
        quality(browser, indexes(library))
        with slowed(SLOWER) as held:
            print(f"\na phone: pages and workers at 1/{SLOWER} of a core" if held else "\nnot slowed down: no control groups here")
        print(
            "\n| plays | network | bytes to first results | first results | later letters, median | slowest tenth from |\n|---|---|---|---|---|---|"
        )
        kept = speed(browser, args.site, None, args.rounds, "48 real")
        for plays in args.generated:
            with tempfile.TemporaryDirectory() as folder:
                over, spent = generated(plays, Path(folder))
                kept &= speed(browser, args.site, over, args.rounds, f"{plays} generated") and (plays > 2000 or spent <= LIMITS["build"])
    print(f"limits {'kept' if kept else 'broken'}")
    return int(not kept)


if __name__ == "__main__":
    sys.exit(main())
