"""The same sources give the same bytes, whoever builds them, when and where."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.site.workshop import BUILD, MKDOCS, Built, Copy, tree

OTHERS = {
    "opptur build, on another day, far east": (
        BUILD,
        {"TZ": "Pacific/Kiritimati", "LANG": "nb_NO.UTF-8", "PYTHONHASHSEED": "4711", "SOURCE_DATE_EPOCH": "1795651200"},
    ),
    "mkdocs build from elsewhere, without a locale": (MKDOCS, {"TZ": "America/Adak", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "99"}),
}


@pytest.mark.parametrize("other", OTHERS)
def test_another_build_gives_the_same_bytes(built: Built, tmp_path: Path, other: str) -> None:
    """Another folder, time zone, day, language, hash seed or command changes nothing in any file."""
    command, env = OTHERS[other]
    copy = Copy.make(tmp_path / "et annet sted")
    elsewhere = () if command is BUILD else ("--config-file", str(copy.root / "mkdocs.yml"))
    done = copy.run(*command, *elsewhere, cwd=None if command is BUILD else tmp_path, **env)
    assert done.returncode == 0, done.stderr
    ours, theirs = tree(built.site), tree(copy.site)
    assert [*theirs] == [*ours]
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_the_build_says_what_it_made_and_where(built: Built, tmp_path: Path) -> None:
    """`opptur build --site` ends with the number of pages and the folder, and leaves nothing beside it."""
    copy = Copy.make(tmp_path / "copy")
    done = copy.run(*BUILD, "--site", str(tmp_path / "out" / "håndbok"))
    assert done.returncode == 0, done.stderr
    assert f"{len(built.pages)} sider i {tmp_path}/out/håndbok" in done.stdout
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["håndbok"]
