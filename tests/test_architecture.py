"""The shape of the code: imports run one way, only the adapter knows MkDocs, and everything stays small."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOOKS = ROOT / "hooks"
STATIONS = ("problems", "load", "model", "rules", "search", "render", "print", "diff", "command", "adapter")
"""In the order of the way through. A module may import those of its own station and the ones before."""

COMMANDS = (
    "opptur.arguments",
    "opptur.check",
    "opptur.commands",
    "opptur.publish",
    "opptur.report",
    "opptur.printing",
    "opptur.newplay",
    "opptur.generate",
    "opptur.__main__",
)
MODULES = sorted(path for path in HOOKS.rglob("*.py"))
LONGEST_FILE = 300
TEST_FILES = sorted(path for path in (ROOT / "tests").rglob("*.py"))


def module_name(path: Path) -> str:
    """`hooks/opptur/load/text.py` is `opptur.load.text`."""
    parts = path.relative_to(HOOKS).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def station(module: str) -> str:
    """The station that a module belongs to."""
    if module == "mkdocs_adapter":
        return "adapter"
    if module in COMMANDS:
        return "command"
    return module.split(".")[1] if "." in module else "problems"


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, anywhere in it, with the line; names of modules imported from a package too."""
    known = {module_name(each) for each in MODULES}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            found = [name for name in inner if name in known]
            yield from ((name, node.lineno) for name in found or [node.module])


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef, int]]:
    """Every function with where it stands and how many lines it has, its docstring aside."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno is not None
                docstring = node.body[0] if ast.get_docstring(node) else None
                without = (docstring.end_lineno or 0) - docstring.lineno + 1 if docstring else 0
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node, node.end_lineno - node.lineno + 1 - without


def test_imports_run_one_way() -> None:
    """No module imports from a station further along the way."""
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in MODULES
        for name, line in imports(path)
        if name.startswith("opptur.") and STATIONS.index(station(name)) > STATIONS.index(station(module_name(path)))
    ]
    assert wrong == []


def test_no_cycles() -> None:
    """No module imports itself by way of others."""
    arrows = {
        module_name(path): {name for name, _ in imports(path) if name.startswith("opptur.")} - {module_name(path)} for path in MODULES
    }

    def leads_back(start: str, here: str, seen: set[str]) -> bool:
        after = arrows.get(here, set()) - seen
        return start in arrows.get(here, set()) or any(leads_back(start, there, seen | after) for there in after)

    assert [module for module in arrows if leads_back(module, module, {module})] == []


def test_only_the_adapter_knows_mkdocs() -> None:
    """MkDocs and Material are imported in one file."""
    importers = {path.name for path in MODULES for name, _ in imports(path) if name.split(".")[0] in ("mkdocs", "material")}
    assert importers == {"mkdocs_adapter.py"}


@pytest.mark.parametrize("path", [*MODULES, *TEST_FILES], ids=lambda path: str(path.relative_to(ROOT)))
def test_files_are_short_and_say_what_they_are(path: Path) -> None:
    """A file has a docstring and fewer than 300 lines."""
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert text.count("\n") < LONGEST_FILE


def test_functions_are_short() -> None:
    """Half of all functions have fewer than 10 lines, nineteen of twenty fewer than 35, none more than 60."""
    lengths = sorted(length for _, _, length in functions())
    assert statistics.median(lengths) < 10
    assert lengths[int(len(lengths) * 0.95)] < 35
    assert lengths[-1] <= 60


def test_functions_are_typed() -> None:
    """Every argument and every result has a type."""
    untyped = [
        where
        for where, node, _ in functions()
        if node.returns is None
        or any(argument.annotation is None and argument.arg not in ("self", "cls") for argument in [*node.args.args, *node.args.kwonlyargs])
    ]
    assert untyped == []


def tracked() -> list[Path]:
    """Every file that belongs to the repository; all files of a copy that has no history."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        return [path for path in ROOT.rglob("*") if path.is_file() and not {".venv", ".cache", "site"} & {*path.parts}]
    return [path for name in listed.stdout.splitlines() if (path := ROOT / name).is_file()]


def test_no_registry_is_named() -> None:
    """No file names the host of a package registry: whoever installs decides where from."""
    hosts = re.compile(
        rb"pypi" + rb"\.(?:org|python)|python" + rb"hosted|registry\." + rb"npm|npm" + rb"js\.(?:org|com)|unpkg" + rb"\.com|jsde" + rb"livr"
    )
    assert [str(path.relative_to(ROOT)) for path in tracked() if hosts.search(path.read_bytes())] == []


def test_no_borrowed_scripts_or_styles() -> None:
    """Every script and style in the repository is ours: in a component named after it, or among the scripts that components share."""
    shared = HOOKS / "opptur" / "scripts"
    kinds = (".js", ".mjs", ".css")
    borrowed = [path for path in tracked() if path.suffix in kinds and path.stem != path.parent.name and path.parent != shared]
    assert borrowed == []
