"""One folder for each thing seen on a page: template, style and script together, under one name, and all of them used."""

from __future__ import annotations

from pathlib import Path

import pytest

from opptur.render import bundle
from opptur.render.assets import ENTRIES, LATER, script_sources
from opptur.render.templates import COMPONENTS, component_names, environment

HOOKS = Path(__file__).parents[2] / "hooks"
FOLDERS = sorted(path for path in COMPONENTS.iterdir() if path.is_dir())
KINDS = {".html", ".css", ".js"}


def sources() -> str:
    """All code and templates of the generator and its theme."""
    files = [path for path in HOOKS.rglob("*") if path.suffix in (".py", ".html")]
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(files))


def reached() -> set[str]:
    """The scripts that some page asks for, and all that those import."""
    text, shared = sources(), bundle()
    asked = {name for name in shared.scripts if f"scripts.{name}" in text or f'scripts["{name}"]' in text} | {*ENTRIES, "bar"}
    names = {address: name for name, address in shared.scripts.items()}
    found, queue = set[str](), [*asked]
    while queue:
        name = queue.pop()
        if name not in found:
            found.add(name)
            later = (Path(place).stem for place in LATER.findall(script_sources()[name].read_text(encoding="utf-8")))
            queue += [*later, *(names[address] for address in shared.needs[name])]
    return found


def test_every_shared_script_is_reached() -> None:
    """No script goes out that no page asks for."""
    assert set(bundle().scripts) == reached()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_component_is_one_name(folder: Path) -> None:
    """A folder holds a template or a style, each named after it, and nothing else."""
    files = list(folder.iterdir())
    assert {file.stem for file in files} == {folder.name}
    assert {file.suffix for file in files} <= KINDS
    assert {file.suffix for file in files} & {".html", ".css"}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_component_is_reached(folder: Path) -> None:
    """Its template is shown by another or by the code, its style is in the sheet, its script is asked for by a page."""
    name, text = folder.name, sources()
    if (folder / f"{name}.html").is_file():
        assert f'"{name}/{name}.html"' in text
    if (folder / f"{name}.css").is_file():
        sheet = next(asset.content for asset in bundle().assets if asset.path == bundle().stylesheet)
        assert (folder / f"{name}.css").read_bytes() in sheet
    if (folder / f"{name}.js").is_file():
        assert name in reached()


def test_no_component_is_forgotten() -> None:
    """Every folder is known, the basic ones first, so that the others may build on them."""
    assert sorted(component_names()) == [folder.name for folder in FOLDERS]
    assert component_names()[:2] == ("tokens", "base")


def test_every_template_can_be_read() -> None:
    """The grammar of every template holds."""
    for path in COMPONENTS.rglob("*.html"):
        environment().get_template(path.relative_to(COMPONENTS).as_posix())


def test_assets_are_named_by_their_content() -> None:
    """Styles and scripts carry a hash, so that a copy may be kept for ever; fonts come with their licence."""
    paths = [asset.path for asset in bundle().assets]
    assert len(paths) == len(set(paths))
    assert all(bundle().stylesheet != path.replace(".css", "") for path in paths)
    assert "assets/fonts/OFL.txt" in paths
    assert bundle() == bundle()
