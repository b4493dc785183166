"""A slow phone on a slow network: a quarter of a core for the browser's pages and workers, and a server that takes its time.

Chromium's own throttling slows the main thread only, and the search runs in a worker. Where control groups may be
written (Linux, as root), both are held to their share; elsewhere only the main thread is, and the table says so.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any, NamedTuple

from tests.serving import serving
from tests.site.served import Site

GROUPS = {workers: Path(f"/sys/fs/cgroup/cpu/opptur-{'workers' if workers else 'pages'}") for workers in (False, True)}
PERIOD = 20_000


class Network(NamedTuple):
    """Seconds before each answer, and bytes a second that all answers share; no limit where there is none."""

    delay: float
    rate: float | None


LOCAL = Network(0, None)
SLOW_4G = Network(0.15, 200_000)


class Wire:
    """What goes over the wire: every answer waits its turn, and is counted."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.sent: list[tuple[str, int]] = []
        self._free = 0.0
        self._lock = threading.Lock()

    def send(self, path: str, size: int) -> None:
        """Wait as long as this many bytes take."""
        with self._lock:
            self.sent.append((path, size))
            start = max(time.monotonic() + self.network.delay, self._free)
            self._free = start + (size / self.network.rate if self.network.rate else 0)
            until = self._free
        time.sleep(max(0.0, until - time.monotonic()))


class _Handler(BaseHTTPRequestHandler):
    """A site's answers at the wire's pace; an index laid over it goes first."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, *args: Any, site: Site, wire: Wire, over: Site | None) -> None:
        self.site, self.wire, self.over = site, wire, over
        super().__init__(*args)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is Python's
        """Say nothing."""

    def do_GET(self) -> None:
        """The answer, when its time has come."""
        site = self.over if self.over and self.path.startswith("/search/") else self.site
        answer = site.answer(self.path, squeezed="gzip" in self.headers.get("Accept-Encoding", ""))
        self.wire.send(self.path, len(answer.body))
        with suppress(ConnectionError):
            self.send_response(answer.status)
            for name, value in {**answer.headers, "Content-Length": str(len(answer.body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body)


@contextmanager
def slow_site(folder: Path, network: Network, over: Path | None = None) -> Iterator[tuple[str, Wire]]:
    """A built site on a network, with the search index of another folder laid over it if one is named."""
    wire = Wire(network)
    handler = partial(_Handler, site=Site(folder), wire=wire, over=Site(over) if over else None)
    with serving(handler) as address:
        yield address, wire


@contextmanager
def slowed(times: int) -> Iterator[bool]:
    """Hold the pages and the workers of every renderer that this process has started to 1/times of a core each. Whether that could be done."""
    try:
        for group in GROUPS.values():
            group.mkdir(exist_ok=True)
            (group / "cpu.cfs_period_us").write_text(str(PERIOD))
            (group / "cpu.cfs_quota_us").write_text(str(PERIOD // times))
    except OSError:
        yield False
        return
    catcher = multiprocessing.get_context("fork").Process(
        target=_catch, args=(os.getpid(),), daemon=True
    )  # of its own, so that the server is not held up
    catcher.start()
    yield True
    catcher.terminate()
    catcher.join()
    for group in GROUPS.values():
        with suppress(OSError):
            (group / "cpu.cfs_quota_us").write_text("-1")


def _catch(root: int) -> None:
    """Move the threads of renderers into their group as they appear."""
    caught: dict[str, bool] = {}
    while True:
        for pid in _below(root):
            with suppress(OSError):
                if b"--type=renderer" in Path(f"/proc/{pid}/cmdline").read_bytes():
                    for task in Path(f"/proc/{pid}/task").iterdir():
                        works = "Dedicated" in (task / "comm").read_text()
                        if caught.get(task.name) != works:
                            (GROUPS[works] / "tasks").write_text(task.name)
                            caught[task.name] = works
        time.sleep(0.005)


def _below(root: int) -> Iterator[int]:
    """The processes that a process has started, and those have, and so on."""
    parents: dict[int, int] = {}
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            with suppress(OSError, ValueError):
                stat = (process / "stat").read_text()
                parents[int(process.name)] = int(stat[stat.rindex(")") + 2 :].split()[1])
    reached = {root}
    grown = True
    while grown:
        grown = False
        for pid, parent in parents.items():
            if parent in reached and pid not in reached:
                reached.add(pid)
                grown = True
    return iter(reached - {root})
