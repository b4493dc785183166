r"""What a text must hold for a regular expression to match it: a quick no for nearly every text.

`needles(r"\b(deeply|sincerely) sorry")` is `({" sorry"}, {"deeply", "sincerely"})`: a text that lacks both words of
a set need not be searched. Letters are small, so the text must be too.
"""

from __future__ import annotations

import re

TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?::|<?[=!]))?|(?:[*+?]|\{\d+(?:,\d*)?\})\??|.", re.DOTALL)
QUANTIFIER = re.compile(r"[*+?].*|\{\d.*")
DIGITS = frozenset("0123456789")

Needles = tuple[frozenset[str], ...]
"""Sets of texts. Of each set, one must be there."""


def needles(source: str) -> Needles:
    """What stands in whatever an expression matches, the most telling first; nothing when that cannot be said."""
    found = {some for some in _Walk(source).alternatives() if all(text.strip() for text in some)}
    return tuple(sorted(found, key=lambda some: (-_telling(some), sorted(some))))


def _telling(some: frozenset[str]) -> int:
    return min(map(len, some))


class _Walk:
    """One pass over the tokens of an expression, with a call for each parenthesis."""

    def __init__(self, source: str) -> None:
        self.tokens = [*TOKEN.findall(source), ""]
        self.at = 0

    def take(self) -> str:
        self.at += 1
        return str(self.tokens[self.at - 1])

    def alternatives(self) -> Needles:
        """One option's needles, or the best of each option together."""
        options = [self.sequence()]
        while self.tokens[self.at] == "|":
            self.take()
            options.append(self.sequence())
        if len(options) == 1:
            return options[0]
        return (frozenset[str]().union(*(max(option, key=_telling) for option in options)),) if all(options) else ()

    def sequence(self) -> Needles:
        """The needles of what stands after one another."""
        found: list[frozenset[str]] = []
        run = ""
        while self.tokens[self.at] not in ("", "|", ")"):
            letter, inner = self.item()
            repeated = self.take() if QUANTIFIER.fullmatch(self.tokens[self.at]) else ""
            if letter and not repeated:
                run += letter
                continue
            if run:
                found.append(frozenset({run}))
            run = ""
            if not repeated or (repeated[0] in "+{" and not repeated.startswith("{0")):
                found += (frozenset({letter}),) if letter else inner
        return (*found, frozenset({run})) if run else tuple(found)

    def item(self) -> tuple[str, Needles]:
        """A letter, or what a group or class must hold."""
        piece = self.take()
        if piece.startswith("("):
            inner = self.alternatives()
            self.take()
            return "", inner if piece in ("(", "(?:") else ()
        if piece == r"\d":
            return "", (DIGITS,)
        if len(piece) == 2:
            return ("", ()) if piece[1].isalnum() else (piece[1], ())
        return ("", ()) if piece[0] in "[.^$" else (piece.lower(), ())
