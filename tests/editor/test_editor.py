"""In an editor: the language server that VS Code and others use takes our schemas, and helps in our words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.editor.server import REPO, Server

from opptur.__main__ import main
from opptur.generate import behind, modeline
from opptur.model.library import load_library

NB = REPO / "plays" / "delivery" / "late-delivery.nb.yml"
EN = REPO / "plays" / "delivery" / "late-delivery.en.yml"
FILES = sorted(path for path in (REPO / "plays").glob("*/*.*.yml") if path.parent.name != "vocabulary")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """One server for all tests here."""
    with Server() as running:
        yield running


def edited(path: Path, old: str, new: str) -> tuple[str, dict[str, int]]:
    """A file's text with one change, and the place where the change ends."""
    text = path.read_text(encoding="utf-8")
    at = text.index(old)
    before = text[:at] + new
    return before + text[at + len(old) :], {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}


def asked(server: Server, method: str, path: Path, text: str, place: dict[str, int]) -> Any:
    """What the server answers about a place in a text that lies where a file does."""
    (uri,) = server.open((path, text))
    return server.ask(f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": place})


def offered(server: Server, path: Path, text: str, place: dict[str, int]) -> dict[str, dict[str, Any]]:
    """What is offered at a place, by its label."""
    found = asked(server, "completion", path, text, place)
    return {item["label"]: item for item in (found["items"] if isinstance(found, dict) else found)}


def test_the_schemas_are_what_the_model_says() -> None:
    """Nothing that is made from the model has fallen behind it."""
    library, _ = load_library(REPO / "plays")
    assert library is not None
    assert [str(path) for path, _ in behind(library, REPO)] == []


def test_every_file_names_its_schema() -> None:
    """The first line of each play and workshop tells an editor where its help is."""
    for path in FILES:
        kind = "workshop" if path.parent.name == "workshops" else "play"
        lang = path.suffixes[-2][1:]
        assert path.read_text(encoding="utf-8").splitlines()[0] == modeline(kind, lang), path
        assert (path.parent / modeline(kind, lang).partition("=")[2]).resolve().is_file()


def test_what_the_check_accepts_the_editor_accepts(server: Server) -> None:
    """No play and no workshop of ours has a single remark in the editor."""
    uris = server.open(*((path, path.read_text(encoding="utf-8")) for path in FILES))
    remarks = {uri: [one["message"] for one in server.told[uri]] for uri in uris}
    assert {uri: found for uri, found in remarks.items() if found} == {}
    assert len(remarks) > 100


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        (NB, "deadline: 15m", "deadline: kvart over", "Frist: Tid fra feilen ble kjent: 15m, 2h eller 1d."),
        (EN, "deadline: 15m", "deadline: quarter past", "Deadline: Time since the error became known: 15m, 2h or 1d."),
        (NB, "severity: 2-3", "severity: 7", "Alvor"),
        (NB, "title: ", "tittel: ", "tittel"),
        (NB, "kind: tell", "kind: fortelle", "tell"),
    ],
)
def test_a_mistake_is_marked_in_our_words(server: Server, path: Path, old: str, new: str, says: str) -> None:
    """A value that does not fit is marked on its line with the sentence of the field, in the language of the file."""
    text, place = edited(path, old, new)
    (uri,) = server.open((path, text))
    found = server.told[uri]
    assert found
    assert says in " ".join(one["message"] for one in found)
    assert place["line"] in [one["range"]["start"]["line"] for one in found] or "tittel" in new


def test_hovering_tells_what_a_field_is_for(server: Server) -> None:
    """Over a field its label and its sentence show, in Norwegian in a Norwegian file."""
    text, place = edited(NB, "deadline: 15m", "deadline: 15m")
    shown = asked(server, "hover", NB, text, place | {"character": place["character"] - len("line: 15m")})
    assert "Frist" in shown["contents"]["value"]
    assert "15m, 2h eller 1d" in re.sub(r"\\|&nbsp;", "", shown["contents"]["value"])


def test_keys_are_offered_with_their_names(server: Server) -> None:
    """Where a key from a list must stand, all of them are offered, each told in Norwegian."""
    items = offered(server, NB, *edited(NB, "kind: tell", "kind: "))
    assert {"tell", "mobilise", "fix", "verify"} <= set(items)
    assert "Fortelle" in str(items["tell"].get("documentation"))


def test_fields_that_are_missing_are_offered(server: Server) -> None:
    """At an empty line in a step, the field that it lacks is offered with its sentence."""
    items = offered(server, NB, *edited(NB, "deadline: 15m", ""))
    assert "deadline" in items
    assert "Tid fra feilen" in str(items["deadline"].get("documentation"))


def test_a_misspelt_key_is_mended_at_a_click(server: Server) -> None:
    """A field that is almost right comes with a quick fix that puts the right name there."""
    text, place = edited(NB, "deadline: 15m", "dedline: 15m")
    (uri,) = server.open((NB, text))
    wrong = [one for one in server.told[uri] if one["range"]["start"]["line"] == place["line"]]
    params = {"textDocument": {"uri": uri}, "range": wrong[0]["range"], "context": {"diagnostics": wrong}}
    edits = [
        change["newText"]
        for action in server.ask("textDocument/codeAction", params) or []
        for change in action.get("edit", {}).get("changes", {}).get(uri, [])
    ]
    assert "deadline" in edits


def test_drift_is_told(good_plays: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`opptur generate --check` names what is missing or old and writes nothing; without it the files come, and all is well."""
    (tmp_path / "plays").symlink_to(good_plays)
    plays = ["--plays", str(tmp_path / "plays")]
    assert main(["generate", "--check", *plays]) == 1
    assert "play.nb.json" in capsys.readouterr().out
    assert not (tmp_path / ".vscode").exists()
    assert main(["generate", *plays]) == 0
    assert main(["generate", "--check", *plays]) == 0
    schema = tmp_path / ".vscode" / "schema" / "play.nb.json"
    schema.write_text(schema.read_text(encoding="utf-8").replace("Frist", "Fristen"), encoding="utf-8")
    assert main(["generate", "--check", *plays]) == 1
