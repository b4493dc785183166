"""What paper costs: all sheets cold and unchanged, one sheet from the command, a long booklet, beside WeasyPrint on the same plays.

`make bench-print` prints the figures and fails when one of them is over its limit. CPU seconds, so that a busy machine changes little.
"""

from __future__ import annotations

import html
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pypdfium2

from opptur.model.library import Library, load_library
from opptur.print.engine import typeset
from opptur.print.papers import paper_of
from opptur.print.press import Press

PLAYS = Path("plays")
LIMITS = {"sheets": 20.0, "unchanged": 0.5, "one": 0.6, "booklet": 8.0, "memory": 350.0, "size": 60.0}
PEER_PLAYS = 12
"""Plays that both engines set in turn; more would only take longer."""


def cpu(work: Callable[[], Any]) -> tuple[float, Any]:
    """CPU seconds of this process for a piece of work, and what it gave."""
    begun = time.process_time()
    given = work()
    return time.process_time() - begun, given


def in_a_process(code: str) -> tuple[float, float]:
    """CPU seconds and megabytes at most of a Python process of its own that runs some code."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"],
        capture_output=True,
        text=True,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, int(done.stdout.split()[-1]) / 1024


def by_weasyprint(data: dict[str, Any]) -> bytes:
    """The same texts as a tagged PDF, two columns on A4: what a peer does without fitting anything."""
    from weasyprint import HTML

    def shown(value: Any) -> str:
        if isinstance(value, list) and all(isinstance(run, str) or "field" in run for run in value):
            return "<p>" + "".join(html.escape(run if isinstance(run, str) else run["field"]) for run in value) + "</p>"
        parts = value.values() if isinstance(value, dict) else value
        return "".join(
            f"<p>{html.escape(part)}</p>" if isinstance(part, str) else shown(part) for part in parts if isinstance(part, str | list | dict)
        )

    play = {key: value for key, value in data["plays"][0].items() if key not in ("qr", "levels", "id", "footer", "first")}
    style = "@page{size:A4;margin:10mm 10mm 14mm 22mm} body{font:10.5pt sans-serif;columns:2} p{margin:0 0 3pt}"
    text = f'<html lang="nb"><head><title>{html.escape(play["title"])}</title><style>{style}</style></head><body><h1>{html.escape(play["title"])}</h1>{shown(play)}</body></html>'
    made = HTML(string=text).write_pdf(pdf_variant="pdf/ua-1")
    assert isinstance(made, bytes)
    return made


def main() -> int:
    """Measure, print, and say by the exit code whether every limit holds."""
    library, _ = load_library(PLAYS)
    assert library is not None
    figures = {**sheets(library), **processes()}
    for name, limit in LIMITS.items():
        print(f"{name:10} {figures[name]:8.2f}   limit {limit:g}{'' if figures[name] <= limit else '   OVER'}")
    beside(library)
    return int(any(figures[name] > limit for name, limit in LIMITS.items()))


def sheets(library: Library) -> dict[str, float]:
    """All sheets with an empty cache, and once more with a full one."""
    with tempfile.TemporaryDirectory() as folder:
        press = Press(Path(folder))
        press.cache = Path(folder)
        papers = [paper_of(library, [file], "sheet", "https://opptur.example/") for file in library.files.values()]
        cold, made = cpu(lambda: press.make(papers))
        warm, _ = cpu(lambda: press.make(papers))
        print(f"{len(papers)} sheets")
        return {"sheets": cold, "unchanged": warm, "size": max(len(one.pdf) for one in made) / 1000}


def processes() -> dict[str, float]:
    """The whole command for one sheet, and a booklet of 120 pages after the plays are read; nothing has been printed before either."""
    empty = "import os, tempfile; os.environ['OPPTUR_CACHE'] = tempfile.mkdtemp()\n"
    read = (
        "from pathlib import Path\nfrom opptur.model.library import load_library\nfrom opptur.printing import handout_of\n"
        "library, _ = load_library(Path('plays')); files = [file for file in library.files.values() if file.lang == 'nb']\n"
    )
    bind = "pdf, problems = handout_of(library, Path.cwd(), (files + files)[:59], 'sheet'); assert not problems\n"
    command = "from opptur.__main__ import main\nassert main(['handout', 'late-delivery', '-o', tempfile.mktemp()]) == 0\n"
    before, _ = in_a_process(read)
    one, _ = in_a_process(empty + command)
    booklet, memory = in_a_process(empty + read + bind)
    return {"one": one, "booklet": booklet - before, "memory": memory}


def beside(library: Library) -> None:
    """The same plays by both engines in turn, and the ratio."""
    try:
        import weasyprint  # noqa: F401 - whether it can be had here
    except (ImportError, OSError) as why:
        print(f"WeasyPrint: {why}")
        return
    files = [file for file in library.files.values() if file.lang == "nb"][:PEER_PLAYS]
    ours = theirs = 0.0
    pages: list[int] = []
    for file in files:
        paper = paper_of(library, [file], "sheet", None)
        ours += cpu(partial(typeset, paper.data, paper.day))[0]
        spent, pdf = cpu(partial(by_weasyprint, paper.data))
        theirs += spent
        pages.append(len(pypdfium2.PdfDocument(pdf)))
    print(
        json.dumps(
            {
                "plays": len(files),
                "ours": round(ours, 2),
                "weasyprint": round(theirs, 2),
                "ratio": round(theirs / ours, 2),
                "its pages": sorted(set(pages)),
            }
        )
    )


if __name__ == "__main__":
    sys.exit(main())
