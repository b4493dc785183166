"""The command. Exits 0 when all is well, 1 for problems in the content, 2 for wrong use."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout, suppress
from datetime import UTC, date, datetime
from pathlib import Path

from opptur.arguments import parser
from opptur.check import check, holds_anything, is_named, only
from opptur.commands import build, found, measured, serve, stamp
from opptur.diff.changes import between
from opptur.diff.revisions import NoSuchRevisionError, plays_at, plays_in
from opptur.diff.show import FORMS as DIFF_FORMS
from opptur.generate import behind, write
from opptur.model.library import PlayFile, load_library
from opptur.newplay import Wish, new
from opptur.printing import cannot_be_printed, handout, needed, unknown
from opptur.problems import Problem, in_order
from opptur.problems.styles import STYLES
from opptur.report import FORMS, rows
from opptur.search.evaluate import QueriesError
from opptur.search.own_terms import own_terms


def today() -> date:
    """The day to judge by: SOURCE_DATE_EPOCH when it is set, so that a build can be repeated."""
    with suppress(KeyError, ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date()
    return datetime.now(UTC).astimezone().date()


def run_check(args: argparse.Namespace) -> int:
    """Judge the plays and tell what was found."""
    missing = [path for path in (args.plays, *args.paths) if not path.exists()]
    if missing:
        names = ", ".join(str(path) for path in missing)
        print(f"opptur: finner ikke {names} / cannot find {names}", file=sys.stderr)
        return 2
    empty = [path for path in args.paths if not holds_anything(path, args.plays)]
    if empty:
        names = ", ".join(str(path) for path in empty)
        print(f"opptur: ingenting å sjekke i {names} / nothing to check in {names}", file=sys.stderr)
        return 2
    library, problems = check(args.plays, args.today or today())
    if library is not None:
        root, paths = args.plays.parent, args.paths

        def wanted(file: PlayFile) -> bool:
            return is_named(root / file.document.file, paths)

        problems = in_order([*problems, *own_terms(library, wanted), *cannot_be_printed(library, root, wanted)])
    shown = only(problems, args.paths, args.plays.parent)
    sys.stdout.write(STYLES[args.format](shown, args.lang))
    return 1 if any(problem.is_error for problem in shown) else 0


def no_plays(args: argparse.Namespace) -> bool:
    """Whether there is no folder of plays where the command was told to look; says so."""
    if args.plays.is_dir():
        return False
    print(f"opptur: finner ikke {args.plays} / cannot find {args.plays}", file=sys.stderr)
    return True


def told(problems: Sequence[Problem], lang: str) -> int:
    """What hinders a command, as the check tells it; exit code 1."""
    sys.stdout.write(STYLES["text"](problems, lang))
    return 1


def run_search(args: argparse.Namespace) -> int:
    """The ranking for a query with its reasons, or the scores for a file of queries."""
    query = " ".join(args.query)
    if bool(query) == bool(args.evaluate):
        print("opptur: skriv det noen ville søkt på / write what someone would search for: opptur search bilen kom ikke", file=sys.stderr)
        return 2
    if missing := [path for path, is_there in ((args.plays, Path.is_dir), (args.evaluate, Path.is_file)) if path and not is_there(path)]:
        print(f"opptur: finner ikke {missing[0]} / cannot find {missing[0]}", file=sys.stderr)
        return 2
    library, problems = load_library(args.plays, args.plays.name)
    if library is None:
        return told(problems, args.lang)
    if problems:
        print(
            f"opptur: {len(problems)} feil, så noe kan mangle. Kjør «opptur check». / {len(problems)} problems, so something may be missing. Run “opptur check”.",
            file=sys.stderr,
        )
    try:
        sys.stdout.write(measured(library, args.evaluate, args.lang) if args.evaluate else found(library, args.plays, query, args.lang))
    except (QueriesError, UnicodeDecodeError) as why:
        print(f"opptur: {args.evaluate}: {why}", file=sys.stderr)
        return 2
    return 0


def run_handout(args: argparse.Namespace) -> int:
    """One PDF of the plays named, beside the command or where it is told to lie."""
    if no_plays(args):
        return 2
    library, problems = load_library(args.plays, args.plays.name, only=needed(args.plays, args.ids, args.lang))
    if library is None:
        return told(problems, args.lang)
    if lost := unknown(library, args.ids, args.lang):
        names = ", ".join(lost)
        print(f"opptur: finner ikke {names} på {args.lang} / cannot find {names} in {args.lang}", file=sys.stderr)
        return 2
    pdf, problems = handout(library, args.plays.parent, args.ids, args.lang, args.kind)
    if problems or not pdf:
        return told(problems, args.lang)
    name = args.ids[0] if len(args.ids) == 1 else "opptur"
    output = args.output or Path(f"{name}.{args.lang}.pdf" if args.kind == "sheet" else f"{name}-{args.kind}.{args.lang}.pdf")
    output.write_bytes(pdf)
    print(f"opptur: {output}")
    return 0


def run_new(args: argparse.Namespace) -> int:
    """The files of a new play. What the flags do not say is asked for, where somebody can answer."""
    if no_plays(args):
        return 2
    library, problems = load_library(args.plays, args.plays.name)
    if library is None:
        return told(problems, "nb")
    ask = (lambda question: input(f"{question}: ")) if sys.stdin.isatty() else None
    return new(library, args.plays, Wish(args.id, args.family, dict(args.title)), today(), ask)


def run_generate(args: argparse.Namespace) -> int:
    """Make what is made from the model. With `--check` nothing is written, and 1 says that something has fallen behind."""
    if no_plays(args):
        return 2
    library, problems = load_library(args.plays, args.plays.name)
    if library is None:
        return told(problems, "nb")
    files = behind(library, args.plays.parent)
    for path, _ in files:
        print(f"opptur: {path}" + (": utdatert, kjør «opptur generate» / out of date, run “opptur generate”" if args.check else ""))
    if not args.check:
        write(files, args.plays.parent)
    return int(args.check and bool(files))


def run_diff(args: argparse.Namespace) -> int:
    """What has changed for readers since a revision, or between two of them. 1 when either cannot be read."""
    if no_plays(args):
        return 2
    if len(args.revisions) > 2:
        print("opptur: skriv én eller to revisjoner / write one or two revisions: opptur diff main", file=sys.stderr)
        return 2
    library, problems = load_library(args.plays, args.plays.name)
    if library is None:
        return told(problems, args.lang)
    try:
        states = [plays_at(args.plays, revision) for revision in args.revisions]
    except NoSuchRevisionError as why:
        print(f"opptur: finner ikke {' '.join(args.revisions)} i Git / cannot find it in Git: {why}", file=sys.stderr)
        return 2
    (old, lost), (now, broken) = [*states, plays_in(args.plays)][:2]
    unread = {problem.place.file for problem in (*lost, *broken)}
    read = ({key: document for key, document in state.items() if document.file not in unread} for state in (old, now))
    shown = DIFF_FORMS[args.format](between(*read), library.vocabulary, args.lang)
    if args.output:
        args.output.write_text(shown, encoding="utf-8")
    else:
        sys.stdout.write(shown)
    with redirect_stdout(sys.stderr):
        return told([*lost, *broken], args.lang) if unread else 0


def run_report(args: argparse.Namespace) -> int:
    """The state of every play. 0 when all of them are complete in every language."""
    if no_plays(args):
        return 2
    day = args.today or today()
    library, problems = check(args.plays, day)
    if library is None:
        return told(problems, args.lang)
    found = rows(library, problems, day)
    sys.stdout.write(FORMS[args.format](found, args.lang))
    return 0 if all(row.complete for row in found) else 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = parser().parse_args(argv)
    if "plays" in args and args.plays.name in ("", ".."):
        args.plays = args.plays.resolve()  # the root is the folder above, which `.` and `..` do not name
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "check": run_check,
        "search": run_search,
        "report": run_report,
        "build": lambda args: build(args.site),
        "serve": lambda args: serve(args.address),
        "new": run_new,
        "diff": run_diff,
        "generate": run_generate,
        "handout": run_handout,
        "stamp": lambda args: stamp(args.plays, args.ids),
    }
    try:
        return commands[args.command](args)
    except BrokenPipeError:
        return 0
    except (KeyboardInterrupt, EOFError):
        return 130
    except OSError as why:
        print(f"opptur: {why.filename or ''}: {why.strerror or why}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
