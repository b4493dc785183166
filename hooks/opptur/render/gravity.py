"""Which play is the graver one: what is proposed to someone who is unsure."""

from __future__ import annotations

from collections.abc import Sequence

from opptur.model.library import PlayFile

OUTLOOKS = ("possible", "limited", "not-expected")


def gravest(files: Sequence[PlayFile]) -> PlayFile:
    """The play to take when in doubt: the highest level first, then the poorest outlook, then the most flags."""
    return max(
        files,
        key=lambda file: (
            file.play.error.severity.high, file.play.error.severity.low,
            OUTLOOKS.index(file.play.error.outlook) if file.play.error.outlook in OUTLOOKS else 0, len(file.play.error.flags),
        ),
    )  # fmt: skip


def by_gravest_level(files: Sequence[PlayFile]) -> list[tuple[int, list[PlayFile]]]:
    """Every play once, under the highest level that it covers, the gravest level first."""
    levels = sorted({file.play.error.severity.high for file in files}, reverse=True)
    return [(level, [file for file in files if file.play.error.severity.high == level]) for level in levels]
