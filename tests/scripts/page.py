"""A blank page that has loaded the scripts, and answers what their functions make of many examples at once."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCRIPTS = Path(__file__).parents[2] / "hooks" / "opptur" / "scripts"
PURE = ("clock", "fill", "sms", "ics", "record", "link")
"""The modules that need neither a page nor a device's storage."""

LOAD = "async (names) => { globalThis.m = {}; for (const name of names) m[name] = await import(`/${name}.js`); }"
RUN = """async (examples) => {
  const answers = [];
  for (const example of JSON.parse(examples)) {
    try {
      answers.push(await (FUNCTION)(example));
    } catch (error) {
      throw new Error(`${error} for ${JSON.stringify(example).slice(0, 2000)}`);
    }
  }
  return JSON.stringify(answers);
}"""


@dataclass(frozen=True)
class Scripts:
    """The modules as `m.clock`, `m.fill` and so on, in a browser that believes to be in a time zone."""

    page: Page
    zone: str

    def load(self) -> None:
        """Import the modules."""
        self.page.evaluate(LOAD, list(PURE))

    def each(self, function: str, examples: Iterable[object]) -> list[Any]:
        """What a JavaScript function of one argument answers to each example. What travels is JSON, so lone surrogates do too."""
        answers: list[Any] = json.loads(self.page.evaluate(RUN.replace("FUNCTION", function), json.dumps(list(examples))))
        return answers

    def one(self, function: str, example: object) -> Any:
        """What it answers to one."""
        return self.each(function, [example])[0]

    @cached_property
    def clock(self) -> ZoneInfo:
        """The same time zone as Python knows it."""
        return ZoneInfo(self.zone)

    def local(self, ms: float) -> datetime:
        """The clock on the wall at a moment."""
        return datetime.fromtimestamp(ms / 1000, self.clock)

    def at(self, wall: datetime) -> int:
        """The moment at which the clock shows this: the first if there are two, one hour on if there is none."""
        return round(wall.replace(tzinfo=self.clock, fold=0).timestamp() * 1000)

    def exists(self, wall: datetime) -> bool:
        """Whether the clock ever shows this."""
        return self.local(self.at(wall)).replace(tzinfo=None) == wall.replace(tzinfo=None)
