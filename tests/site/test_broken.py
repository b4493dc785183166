"""What is wrong is told in plain words, and the site that was there before stays as it was."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.site.workshop import BUILD, MKDOCS, Copy, tree

Damage = Callable[[Copy], None]


def first_play(copy: Copy) -> Path:
    """A play of the copy, in the source language."""
    return next(path for path in sorted(copy.plays.glob("[!w]*/*.nb.yml")))


def break_play(copy: Copy) -> None:
    """A field that does not exist."""
    path = first_play(copy)
    path.write_text(path.read_text(encoding="utf-8").replace("summary:", "sumary:", 1), encoding="utf-8")


def tear_play(copy: Copy) -> None:
    """A play that is not even YAML."""
    path = first_play(copy)
    path.write_text(path.read_text(encoding="utf-8").replace("card:", "card: [", 1), encoding="utf-8")


def drop_twin(copy: Copy) -> None:
    """A play that is left in one language only."""
    path = first_play(copy)
    path.with_name(path.name.replace(".nb.", ".en.")).unlink()


def misplace(copy: Copy) -> None:
    """A play outside the folder of any family."""
    (copy.plays / "x.yml").write_text("title: Et spill\n", encoding="utf-8")


def lose_vocabulary(copy: Copy) -> None:
    """A shared list that is gone."""
    (copy.plays / "vocabulary" / "roles.yml").unlink()


def copy_play(copy: Copy) -> None:
    """Put a play into a second family."""
    play = next(iter(sorted(copy.plays.glob("delivery/*.nb.yml"))))
    (copy.plays / "people" / play.name).write_bytes(play.read_bytes())


def take_a_place(copy: Copy) -> None:
    """A chapter that lies where the front page goes."""
    (copy.root / "docs" / "index.md").write_text("---\ntitle: Hei\ndescription: Hei\n---\n\n# Hei\n", encoding="utf-8")
    (copy.root / "docs" / "en" / "index.md").write_text("---\ntitle: Hi\ndescription: Hi\n---\n\n# Hi\n", encoding="utf-8")


def fell_host_template(copy: Copy) -> None:
    """A template of the theme that asks for what is not there."""
    copy.edit("hooks/opptur/theme/main.html", "{% block libs %}", "{% block libs %}{{ opptur.nothing.at_all }}")


BROKEN: dict[str, tuple[Damage, tuple[str, ...]]] = {
    "a play": (break_play, (".nb.yml:", "sumary", "summary")),
    "a play that cannot be read": (tear_play, (".nb.yml:", "[")),
    "the vocabulary": (lambda copy: copy.edit("plays/vocabulary/roles.yml", "label:", "labl:"), ("vocabulary/roles.yml:", "labl", "label")),
    "the company": (lambda copy: copy.edit("plays/company.yml", "\nlanguages:", "\nlanguage:"), ("plays/company.yml:", "language")),
    "a list is missing": (lose_vocabulary, ("plays/vocabulary/roles.yml",)),
    "a dead link in a chapter": (
        lambda copy: copy.edit("docs/how-to-use.md", "\n# ", "\nSe [her](nowhere/index.md).\n\n# "), ("how-to-use.md", "nowhere/index.md")
    ),
    "a dead place in a chapter": (lambda copy: copy.edit("docs/en/research.md", "\n# ", "\nSee [here](how-to-use.md#nowhere).\n\n# "), ("research.md", "#nowhere")),
    "the head of a chapter": (lambda copy: copy.edit("docs/research.md", "\ntitle: ", "\ntitle: a: b: "), ("docs/research.md:2:9", "L11")),
    "a title in the list of chapters": (lambda copy: copy.edit("mkdocs.yml", "  - research.md", "  - Forskning: research.md"), ("nav", "Forskning")),
    "addresses without a slash": (lambda copy: copy.edit("mkdocs.yml", "\ndocs_dir:", "\nuse_directory_urls: false\ndocs_dir:"), ("use_directory_urls",)),
    "a play in two families": (copy_play, (".nb.yml:", "F30")),
    "a play in one language only": (drop_twin, (".nb.yml", ".en.yml")),
    "a play in the wrong place": (misplace, ("plays/x.yml", "delivery")),
    "a page in the place of a generated one": (take_a_place, ("docs/index.md",)),
    "a template": (lambda copy: copy.edit("hooks/opptur/components/family/family.html", "{% if files %}", "{% if no_such_thing %}"), ("family.html:", "no_such_thing")),
    "the grammar of a template": (lambda copy: copy.edit("hooks/opptur/components/card/card.html", "{% endfor %}", "{% endfr %}"), ("card.html:", "endfr")),
    "a word in a template": (lambda copy: copy.edit("hooks/opptur/components/home/home.html", "w.home_lead", "w.home_laed"), ("home.html:", "home_laed")),
    "a template of the theme": (fell_host_template, ("main.html:", "nothing")),
}  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """Fresh sources, with a site that was built before."""
    copy = Copy.make(tmp_path / "copy")
    (copy.site / "delivery").mkdir(parents=True)
    (copy.site / "index.html").write_text("<p>Fra i går</p>", encoding="utf-8")
    (copy.site / "404.html").write_text("<p>Finnes ikke</p>", encoding="utf-8")
    (copy.site / "delivery" / "index.html").write_bytes(b"\x00\xff")
    return copy


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_build_says_why_and_leaves_the_old_site(copy: Copy, name: str) -> None:
    """Exit code 1, the place and the reason in words, no traceback, the old site byte for byte, nothing left beside it."""
    damage, said = BROKEN[name]
    damage(copy)
    before = tree(copy.site)
    done = copy.run(*BUILD)
    told = done.stdout + done.stderr
    assert done.returncode == 1, told
    assert "Traceback" not in told
    assert [words for words in said if words not in told] == [], told
    assert tree(copy.site) == before
    assert left_behind(copy) == []


def left_behind(copy: Copy) -> list[str]:
    """Half-built sites beside the real one."""
    return [path.name for path in copy.root.iterdir() if path.name.startswith(".site")]


LOSE_A_PAGE = '''
def on_files(files, *, config):
    """Lose the page of one play on the way."""
    lost = next(file for file in files if file.src_uri.count("/") == 2 and not file.src_uri.startswith("en/") and file.src_uri.endswith("index.md"))
    files.remove(lost)
    return files
'''


def test_a_play_without_a_page_stops_the_build(copy: Copy) -> None:
    """When a play on disk does not come out, for whatever reason, the build fails and names the page."""
    (copy.root / "hooks" / "lose.py").write_text(LOSE_A_PAGE, encoding="utf-8")
    copy.edit("mkdocs.yml", "  - hooks/mkdocs_adapter.py\n", "  - hooks/mkdocs_adapter.py\n  - hooks/lose.py\n")
    before = tree(copy.site)
    done = copy.run(*MKDOCS[:2])
    assert done.returncode == 1
    assert "Plays on disk and in the handbook differ" in done.stderr
    assert "/index.html" in done.stderr
    assert tree(copy.site) == before
    assert left_behind(copy) == []


def test_a_site_takes_the_place_of_the_one_before(copy: Copy) -> None:
    """A good build replaces the old site in full: nothing of it is left."""
    done = copy.run(*MKDOCS)
    assert done.returncode == 0, done.stderr
    assert b"Fra i g" not in (copy.site / "index.html").read_bytes()
    assert (copy.site / "delivery" / "index.html").read_bytes() != b"\x00\xff"
    assert left_behind(copy) == []


def test_several_mistakes_are_told_at_once(copy: Copy) -> None:
    """Mistakes in two plays are both told in one build."""
    plays = sorted(copy.plays.glob("[!w]*/*.nb.yml"))[:2]
    for path in plays:
        path.write_text(path.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    told = copy.run(*BUILD).stderr
    assert [path.name for path in plays if path.name not in told] == []


def test_two_builds_at_once_leave_a_whole_site(copy: Copy) -> None:
    """Whoever comes last, the site is whole, both builds say so, and nothing lies beside it."""
    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda _: copy.run(*BUILD), range(2)))
    assert [one.returncode for one in done] == [0, 0], done[0].stderr + done[1].stderr
    alone = tree(copy.site)
    assert copy.run(*BUILD).returncode == 0
    assert tree(copy.site) == alone
    assert left_behind(copy) == []
