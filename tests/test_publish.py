"""Where a site may be built, and how it takes the place of the one before."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from opptur.publish import SOURCES, beside, refusal, swap


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with sources in it."""
    for name in SOURCES:
        (tmp_path / name).mkdir()
    return tmp_path


@pytest.mark.parametrize("name", [*SOURCES, "plays/delivery", "docs/en", ".", "..", "../.."])
def test_sources_never_become_a_site(root: Path, name: str) -> None:
    """Nothing that people have written is built over, nor a folder that holds it."""
    assert refusal(root / name, root)


def test_a_strangers_folder_is_left_alone(root: Path) -> None:
    """A folder with files that no build made is refused; an empty one, a new one and an earlier site are not."""
    site = root / "site"
    assert refusal(site, root) == ""
    site.mkdir()
    assert refusal(site, root) == ""
    (site / "letter.txt").write_text("hei", encoding="utf-8")
    assert refusal(site, root)
    (site / "404.html").write_text("", encoding="utf-8")
    assert refusal(site, root) == ""


def test_a_link_or_a_file_is_no_site(root: Path) -> None:
    """A link leads elsewhere, and a file is no folder."""
    (root / "link").symlink_to(root / "plays")
    (root / "file").write_text("", encoding="utf-8")
    assert refusal(root / "link", root)
    assert refusal(root / "file", root)


def test_the_new_site_takes_the_place(tmp_path: Path) -> None:
    """After a swap the new files are there, the old are gone, and nothing lies beside."""
    new, site = tmp_path / "new", tmp_path / "site"
    for folder, name in ((new, "b"), (site, "a")):
        folder.mkdir()
        (folder / name).write_text(name, encoding="utf-8")
    swap(new, site)
    assert [path.name for path in site.iterdir()] == ["b"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_the_old_site_comes_back(tmp_path: Path) -> None:
    """When the new folder is gone, the old site stands as it stood."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "a").write_text("a", encoding="utf-8")
    with pytest.raises(FileNotFoundError):
        swap(tmp_path / "new", site)
    assert [path.name for path in site.iterdir()] == ["a"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_two_builds_do_not_meet(tmp_path: Path) -> None:
    """What a build makes on the side carries its process's number."""
    assert str(os.getpid()) in beside(tmp_path / "site", "new").name
