"""Styles, scripts and fonts of all components, joined and named by their content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.resources import files

from opptur.render.artefact import Asset
from opptur.render.templates import COMPONENTS, component_names


@dataclass(frozen=True, slots=True)
class Bundle:
    """What the pages link to. Names carry a hash, so that a copy can be kept for ever."""

    stylesheet: str
    scripts: dict[str, str]
    assets: list[Asset]


def bundle() -> Bundle:
    """One stylesheet for all components, one script for each that has one, and the fonts with their licence."""
    style = "\n".join(text for name in component_names() if (text := _read(name, "css")))
    stylesheet = _hashed("opptur", "css", style.encode())
    scripts = {name: _hashed(name, "js", text.encode()) for name in component_names() if (text := _read(name, "js"))}
    fonts = [
        Asset(f"assets/fonts/{font.name}", font.read_bytes())
        for font in sorted((files("opptur") / "fonts").iterdir(), key=lambda entry: entry.name)
    ]
    return Bundle(stylesheet.path, {name: asset.path for name, asset in scripts.items()}, [stylesheet, *scripts.values(), *fonts])


def _read(component: str, ending: str) -> str:
    path = COMPONENTS / component / f"{component}.{ending}"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _hashed(name: str, ending: str, content: bytes) -> Asset:
    digest = hashlib.sha256(content).hexdigest()[:10]
    return Asset(f"assets/{name}.{digest}.{ending}", content)
