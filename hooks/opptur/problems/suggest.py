"""“Did you mean …?”: the nearest allowed word, or nothing when none is near.

Distance is optimal string alignment: insert, delete, replace, or swap two neighbours, one each.
Measured on all one-edit typos of the field names it beats difflib, and it stays silent on unrelated words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def distance(a: str, b: str, limit: int) -> int:
    """Optimal string alignment distance between two words, or `limit + 1` once it must be larger."""
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before = before, row
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if older and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def nearest(word: str, allowed: Iterable[str], *, absent: Iterable[str] = (), words: Mapping[str, str] | None = None) -> str | None:
    """The allowed word that `word` most likely stands for, or None.

    `absent` are the allowed words still missing at this place: on equal distance they win, since a
    misspelt field is usually the one that is lacking. `words` maps whole words of the trainer's own
    language to keys (`frist` to `deadline`).
    """
    typed, choices, missing = word.strip().lower(), list(allowed), set(absent)
    known = (words or {}).get(typed)
    if known in choices:
        return known
    limit = max(1, len(typed) // 3)
    scored = [(distance(typed, key, limit), key not in missing, key) for key in choices]
    best = min(scored, default=(limit + 1, True, ""))
    return best[2] if best[0] <= limit else None
