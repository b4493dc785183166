"""`opptur diff`: what readers will see change, told by whom it concerns, whatever the texts hold."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opptur.__main__ import main
from opptur.diff import show
from opptur.diff.changes import AUDIENCES, CONCERNS, Change, between, changes_between
from opptur.diff.revisions import plays_in
from opptur.diff.show import as_html, as_markdown, as_text, pieces, plain, span, words
from opptur.load.document import Value, texts
from opptur.model.library import Library, load_library
from opptur.model.play import Play
from opptur.problems.styles.safe import one_line

NB, EN = ("delivery/late-delivery.nb.yml", "delivery/late-delivery.en.yml")
HOSTILE = (
    "<script>alert(1)</script>", "::error::x", "##[command]x", "@everyone #1 https://example.org www.example.org", "`` ``` `", "[x](javascript:alert)",
    "a\u202eb", "\x1b[31mred", "![x](//example.org/x.png)", "</details><img src=x>",
)  # fmt: skip

Edit = Callable[[str, str, str], None]


@pytest.fixture
def repo(good_plays: Path, tmp_path: Path) -> Path:
    """A repository with the plays of the tests as its only commit."""
    shutil.copytree(good_plays, tmp_path / "plays")
    for words_ in (["init", "-q"], ["add", "-A"], ["-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "x"]):
        subprocess.run(["git", "-C", str(tmp_path), *words_], check=True)
    return tmp_path


@pytest.fixture
def edit(repo: Path) -> Edit:
    """Changes a text in a play of the repository."""

    def change(file: str, old: str, new: str) -> None:
        path = repo / "plays" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


@pytest.fixture
def library(good_plays: Path) -> Library:
    """The plays of the tests, for the names in their lists."""
    found, _ = load_library(good_plays)
    assert found is not None
    return found


def diff(repo: Path, capsys: pytest.CaptureFixture[str], *more: str, code: int = 0) -> str:
    """What the command says of the repository since its commit."""
    assert main(["diff", "HEAD", *more, "--plays", str(repo / "plays")]) == code
    shown = capsys.readouterr()
    return shown.out + shown.err


def test_nothing_changed(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same plays give one sentence."""
    assert diff(repo, capsys) == "Ingen endring for leseren.\n"


def test_a_changed_deadline_is_told_where_it_stands(repo: Path, edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    """One changed value gives one change, with the names that the fields have for people, before and after."""
    edit(NB, "deadline: 15m", "deadline: 20m")
    told = diff(repo, capsys)
    assert "Slik eier du saken › Første time 1 › Frist\n      Før: 15m\n      Nå: 20m\n" in told
    assert "Endringer: 1. Filer: 1." in told
    assert "How you own it › First hour 1 › Deadline" in diff(repo, capsys, "--lang", "en")


def test_layout_is_no_change_for_the_reader(repo: Path, edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    """Comments, blank lines and quotes change nothing that anybody reads, and that is said."""
    edit(NB, "title: Forsinket levering", '# en merknad\n\ntitle: "Forsinket levering"')
    assert diff(repo, capsys) == "Forsinket levering · late-delivery · nb\n  Ingen endring for leseren.\n\nIngen endring for leseren.\n"


def test_a_message_changed_in_one_language_is_a_warning(repo: Path, edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    """Until the other language has a change in the same message, the change says that it is alone."""
    alone = "ikke på de andre språkene: Meldinger › Første beskjed: vi så det først › SMS"
    old = {file: re.search(r"\n    sms: (.+)\n", (repo / "plays" / file).read_text(encoding="utf-8")) for file in (NB, EN)}
    nb, en = old[NB], old[EN]
    assert nb
    assert en
    edit(NB, nb[1], nb[1] + " Nytt.")
    assert alone in diff(repo, capsys)
    edit(EN, en[1], en[1] + " New.")
    assert alone not in diff(repo, capsys)


def test_new_and_lost_plays_are_told(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is new or gone is named once, not value by value."""
    path = repo / "plays" / NB
    path.rename(path.with_name("moved.nb.yml"))
    told = diff(repo, capsys)
    assert "late-delivery · nb\n  Spillet er tatt bort.\n" in told
    assert "moved · nb\n  Nytt spill.\n" in told
    assert len(told.splitlines()) < 10


def test_a_step_put_in_is_one_change() -> None:
    """A new entry in a list leaves the others as they were."""
    steps: tuple[Value, ...] = ({"do": "a"}, {"do": "b"}, {"do": "c"})
    found = list(changes_between({"steps": steps}, {"steps": (steps[0], {"do": "x", "who": "y"}, *steps[1:])}))
    assert found == [Change(("steps", 1), None, "x · y")]


def test_entries_are_set_beside_those_they_are_most_like() -> None:
    """An entry that is edited beside a new or a lost one is told as edited, and the other as new or lost."""
    old: tuple[Value, ...] = ("Ring kunden i dag", "Send planen til lageret", "Takk den som fant feilen")
    put_in = ("Ring kunden i dag", "Noe helt annet her", "Send planen til lageret nå", "Takk den som fant feilen")
    assert list(changes_between({"x": old}, {"x": put_in})) == [
        Change(("x", 1), None, "Noe helt annet her"),
        Change(("x", 2), "Send planen til lageret", "Send planen til lageret nå"),
    ]
    taken_out = ("Send planen til lageret nå", "Takk den som fant feilen")
    assert list(changes_between({"x": old}, {"x": taken_out})) == [
        Change(("x", 0), "Ring kunden i dag", None),
        Change(("x", 0), "Send planen til lageret", "Send planen til lageret nå"),
    ]


def test_a_play_in_another_family_is_told(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder is the family, so a play that has moved has changed for whoever looks for it."""
    path = repo / "plays" / NB
    (repo / "plays" / "product").mkdir(exist_ok=True)
    path.rename(repo / "plays" / "product" / path.name)
    assert "Familie\n      Før: delivery\n      Nå: product\n" in diff(repo, capsys)


def test_a_translation_that_is_new_has_not_been_left_behind(repo: Path, edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    """No message is called alone when the other language came or went in the same change."""
    (repo / "plays" / EN).unlink()
    edit(NB, "    sms: ", "    sms: Nytt. ")
    assert "ikke på de andre språkene" not in diff(repo, capsys)


def test_problems_stay_out_of_the_page(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be read is told beside the page, never in it."""
    (repo / "plays" / NB).write_text("summary: [<script>alert(1)</script> @everyone", encoding="utf-8")
    assert main(["diff", "HEAD", "--format", "html", "--plays", str(repo / "plays")]) == 1
    shown = capsys.readouterr()
    assert shown.out.endswith("</html>\n") or shown.out.endswith("</html>")
    assert "<script" not in shown.out
    assert "late-delivery.nb.yml" in shown.err


VALUES = st.recursive(
    st.text(max_size=5), lambda inner: st.lists(inner, max_size=4).map(tuple) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3)
)


@given(VALUES, VALUES)
def test_what_is_not_told_is_the_same(before: Value, after: Value) -> None:
    """There are changes exactly when some text differs, and none of them has the same text before and after."""
    found = list(changes_between({"x": before}, {"x": after}))
    assert all(change.before != change.after for change in found)
    if list(texts(before)) != list(texts(after)):
        assert found
    assert before != after or found == []


@given(st.text(), st.text())
def test_pieces_make_up_both_texts(before: str, after: str) -> None:
    """What is marked and what is not is the whole text again, on both sides."""
    old, new = pieces(Change(("title",), before, after))
    assert "".join(text for _, text in old) == before
    assert "".join(text for _, text in new) == after


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_speaks_to_nobody(repo: Path, edit: Edit, library: Library, text: str) -> None:
    """No form lets a play reach a runner, a terminal, a person's name or a browser."""
    old, _ = plays_in(repo / "plays")
    new = dict(old)
    document = old["late-delivery", "nb"]
    new["late-delivery", "nb"] = type(document)(document.file, (*document.lines, ""), {**document.data, "title": text, "summary": text})
    found = between(old, new)
    shown, marked, page = (form(found, library.vocabulary, "nb") for form in (as_text, as_markdown, as_html))
    for lines in (shown, marked):
        assert not any(line.lstrip().startswith("::") for line in lines.splitlines())
        assert "##[" not in lines
        assert "\x1b" not in lines
    outside = re.sub(r"(`+) .*? \1(?!`)", "", marked)
    assert not re.search(r"(?<!\\)[<\[@]|(?<![\\#])#\d|https://", outside)
    assert not re.search(r"<(script|img)|\x1b|\u202e", page)
    assert one_line(text) in html.unescape(re.sub(r"</?(del|ins)>", "", page))


@given(st.text())
def test_a_span_is_never_broken_out_of(text: str) -> None:
    """The fence around code is longer than any inside, and the text is on one line."""
    shown = span(text)
    fence = re.match(r"`+", shown)
    assert fence
    assert fence[0] not in re.sub(r"^`+ | `+$", "", shown)
    assert "\n" not in shown


def test_plain_text_has_no_markup() -> None:
    """Each sign that Markdown knows is written as a sign."""
    assert plain("*a* [b](c) @d #1") == "\\*a\\* \\[b\\]\\(c\\) \\@\u200bd \\#\u200b1"


def test_the_page_stands_alone(repo: Path, edit: Edit, library: Library) -> None:
    """The page asks for nothing beside it, and marks the words that are other."""
    old, _ = plays_in(repo / "plays")
    edit(NB, "deadline: 15m", "deadline: 20m")
    new, _ = plays_in(repo / "plays")
    page = as_html(between(old, new), library.vocabulary, "en")
    assert "<del>15m</del>" in page
    assert "<ins>20m</ins>" in page
    assert not re.search(r"(src|href)=|url\(|@import", page)


@pytest.mark.parametrize("revision", ["no-such-branch", "--help-me", "HEAD:plays"])
def test_a_revision_that_is_not_there_is_wrong_use(repo: Path, revision: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Git's own words, exit code 2, and no option can be smuggled in."""
    assert main(["diff", "--plays", str(repo / "plays"), "--", revision]) == 2
    assert "fatal" in capsys.readouterr().err


def test_a_page_that_cannot_be_written_is_told(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is not there is named, without a traceback."""
    place = repo / "none" / "x.html"
    assert main(["diff", "HEAD", "--format", "html", "-o", str(place), "--plays", str(repo / "plays")]) == 2
    assert str(place) in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_told(repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The others are compared all the same."""
    (repo / "plays" / NB).write_text("title: [", encoding="utf-8")
    told = diff(repo, capsys, code=1)
    assert "late-delivery.nb.yml:1" in told
    assert "Spillet er tatt bort." not in told


def test_each_section_concerns_somebody() -> None:
    """The sections with an audience of their own exist, and each audience has a name."""
    assert set(CONCERNS) <= set(Play.model_fields)
    assert {*CONCERNS.values(), *AUDIENCES} <= set(words("nb"))


def test_words_are_there_in_both_languages_and_used() -> None:
    """Each word that the page or the texts ask for exists, and each that exists is asked for."""
    sources = [Path(show.__file__), Path(show.__file__).with_name("diff.html")]
    asked = {
        key
        for path in sources
        for found in re.findall(r"\bw\.([a-z]+)|\[\"([a-z]+)\"\]", path.read_text(encoding="utf-8"))
        for key in found
    } - {""}
    by_name = {*AUDIENCES, *show.UNTOLD.values(), *(name for change in SIDES for name in show.marked(change))}
    assert set(words("nb")) == set(words("en")) == (asked - {"opptur", "lang", "label", "title"}) | {"title"} | by_name


SIDES = (Change(("title",), "a", "b"), Change(("title",), "a", None), Change(("title",), None, "b"))
