"""The command line: every command with its words and its flags."""

from __future__ import annotations

import argparse
import unicodedata
from datetime import date
from pathlib import Path

from opptur import __version__
from opptur.diff.show import FORMS as DIFF_FORMS
from opptur.problems.styles import STYLES
from opptur.render.templates import PAPERS
from opptur.report import FORMS

HELP = {
    "check": "se etter feil i spillene / look for mistakes in the plays",
    "search": "prøv søket og se hvorfor spillene kommer i den rekkefølgen / try the search and see why plays rank as they do",
    "report": "vis hvordan det står til med hvert spill / show the state of every play",
    "build": "lag håndboka i site/ / make the handbook in site/",
    "serve": "forhåndsvis mens du skriver / preview while you write",
    "handout": "lag et spill på papir, eller et hefte av flere / make a play on paper, or a booklet of several",
    "new": "lag filene til et nytt spill, med hjelp over hvert felt / make the files of a new play, with help above every field",
    "diff": "vis hva leserne ser forskjell på / show what readers will see change",
    "generate": "lag skjemaene som hjelper i redigeringsprogrammet / make the schemas that help in an editor",
    "stamp": "merk en oversettelse som oppdatert / mark a translation as current",
}


def parser() -> argparse.ArgumentParser:
    """The command line with all its words."""
    root = argparse.ArgumentParser(prog="opptur", description="Opptur: fra spill til håndbok / from plays to a handbook")
    root.add_argument("--version", action="version", version=f"opptur {__version__}")
    commands = root.add_subparsers(dest="command", required=True, metavar="check|search|report|build|serve|new|diff|generate|handout|stamp")
    checking = commands.add_parser("check", help=HELP["check"])
    checking.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="bare disse filene eller mappene / only these files or folders"
    )
    checking.add_argument("--format", choices=sorted(STYLES), default="text")
    checking.add_argument("--lang", choices=("nb", "en"), default="nb")
    checking.add_argument("--today", type=date.fromisoformat, metavar="2026-11-23")
    searching = commands.add_parser("search", help=HELP["search"])
    searching.add_argument("query", nargs="*", metavar="WORDS")
    searching.add_argument(
        "--evaluate", type=Path, metavar="FILE.tsv", help="mål mot spørringer med fasit / measure against queries with answers"
    )
    searching.add_argument("--lang", choices=("nb", "en"), default="nb")
    reporting = commands.add_parser("report", help=HELP["report"])
    reporting.add_argument("--format", choices=sorted(FORMS), default="text")
    reporting.add_argument("--lang", choices=("nb", "en"), default="nb")
    reporting.add_argument("--today", type=date.fromisoformat, metavar="2026-11-23")
    building = commands.add_parser("build", help=HELP["build"])
    building.add_argument("--site", type=Path, default=Path("site"), metavar="DIR")
    serving = commands.add_parser("serve", help=HELP["serve"])
    serving.add_argument("--address", default="127.0.0.1:8000", metavar="HOST:PORT")
    handing = commands.add_parser("handout", help=HELP["handout"])
    handing.add_argument("ids", nargs="+", metavar="ID", help="id-en til et spill / the id of a play: late-delivery")
    handing.add_argument(
        "--kind",
        choices=PAPERS,
        default="sheet",
        help="ark, stor skrift, lommekort, rollespillkort / sheet, large print, pocket card, role-play cards",
    )
    handing.add_argument("--lang", choices=("nb", "en"), default="nb")
    handing.add_argument("-o", "--output", type=Path, metavar="FILE.pdf")
    making = commands.add_parser("new", help=HELP["new"])
    making.add_argument("id", nargs="?", default="", metavar="ID", help="på engelsk, med bindestreker / in English: late-delivery")
    making.add_argument("--family", default="", metavar="FAMILY", help="mappa spillet hører hjemme i / the folder it belongs in: delivery")
    making.add_argument(
        "--title", action="append", default=[], type=titled, metavar="nb=TEXT", help="én for hvert språk / one for each language"
    )
    differing = commands.add_parser("diff", help=HELP["diff"])
    differing.add_argument(
        "revisions", nargs="*", default=["HEAD"], metavar="REV", help="én: sammenlign med filene her / one: compare with the files here"
    )
    differing.add_argument("--format", choices=sorted(DIFF_FORMS), default="text")
    differing.add_argument("--lang", choices=("nb", "en"), default="nb")
    differing.add_argument("-o", "--output", type=Path, metavar="FILE")
    generating = commands.add_parser("generate", help=HELP["generate"])
    generating.add_argument("--check", action="store_true", help="bare si fra om noe er utdatert / only tell what is out of date")
    stamping = commands.add_parser("stamp", help=HELP["stamp"])
    stamping.add_argument("ids", nargs="*", metavar="ID", help="alle når ingen er nevnt / all when none is named")
    for command in (checking, searching, reporting, handing, making, differing, generating, stamping):
        command.add_argument("--plays", type=Path, default=Path("plays"), metavar="DIR")
    return root


def titled(text: str) -> tuple[str, str]:
    """A title with its language, such as `nb=Forsinket levering`."""
    lang, equals, title = text.partition("=")
    if not equals or not title.strip() or any(unicodedata.category(character)[0] == "C" for character in title):
        raise argparse.ArgumentTypeError("skriv språk og tittel / write language and title: nb=Forsinket levering")
    return lang.strip(), " ".join(title.split())
