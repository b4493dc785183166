"""Cases on a device: what is put there comes back whole, from storage and from a file, and what is foreign is left alone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from tests.scripts.examples import CASES, JSON, many, tries
from tests.scripts.page import Scripts

pytestmark = pytest.mark.browser
LOADED = "m.store ??= await import('/store.js'); localStorage.clear();"
KEPT = f"""async (value) => {{
  {LOADED}
  const one = m.record.clean(value);
  m.store.putCase(one);
  const [back, all] = [m.store.getCase(one.id), m.store.allCases()];
  const file = JSON.stringify({{ opptur: 1, cases: all }}, null, 1);
  const restored = JSON.parse(file).cases.map(m.record.clean);
  m.store.dropCase(one.id);
  return [one, back, all, restored, m.store.trouble, m.store.allCases(), localStorage.length];
}}"""
FOREIGN = f"""async (value) => {{
  {LOADED}
  localStorage.setItem("opptur.case.zzzzzzzz", typeof value === "string" ? value : JSON.stringify(value));
  localStorage.setItem("somebody.else", "theirs");
  const found = m.store.allCases();
  const damaged = m.store.damaged().length;
  m.store.dropDamaged();
  m.store.wipe();
  return [found, damaged, m.store.trouble, Object.keys(localStorage)];
}}"""


@tries(50)
@given(examples=many(CASES))
def test_a_case_comes_back_from_storage_and_from_a_file(scripts: Scripts, examples: list[dict[str, Any]]) -> None:
    """Every text survives, hostile or not; once it is dropped nothing of it is left."""
    for one, back, everything, restored, trouble, after, left in scripts.each(KEPT, examples):
        assert back == one
        assert everything == restored == [one]
        assert (trouble, after, left) == ("", [], 0)


@tries(50)
@given(examples=many(JSON))
def test_what_is_no_case_is_told_and_harms_nothing(scripts: Scripts, examples: list[Any]) -> None:
    """Anything may lie under our name: it is counted as damaged or left out, and wiping takes ours and only ours."""
    for found, damaged, trouble, left in scripts.each(FOREIGN, examples):
        assert len(found) + damaged == 1
        assert trouble == ""
        assert left == ["somebody.else"]
