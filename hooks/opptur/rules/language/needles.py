"""What a text must hold for a regular expression to match it: a quick no for nearly every text.

`needles(r"\\b(deeply|sincerely) sorry")` is `{" sorry"}`: a text without that need not be searched. Letters are
small, so the text must be too. An empty set means that nothing can be said beforehand.
"""

from __future__ import annotations

import re

TOKEN = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?::|<?[=!]))?|(?:[*+?]|\{\d+(?:,\d*)?\})\??|.", re.DOTALL)
DIGITS = frozenset("0123456789")
NONE: frozenset[str] = frozenset()


def needles(source: str) -> frozenset[str]:
    """Texts of which at least one stands in whatever the expression matches."""
    return _Walk(source).alternatives()


class _Walk:
    """One pass over the tokens of an expression, with a call for each parenthesis."""

    def __init__(self, source: str) -> None:
        self.tokens = [*TOKEN.findall(source), ""]
        self.at = 0

    def take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1]

    def alternatives(self) -> frozenset[str]:
        """All options together, provided that each of them has some."""
        options = [self.sequence()]
        while self.tokens[self.at] == "|":
            self.take()
            options.append(self.sequence())
        return NONE.union(*options) if all(options) else NONE

    def sequence(self) -> frozenset[str]:
        """The most telling part of what stands after one another."""
        best, run = NONE, ""
        while self.tokens[self.at] not in ("", "|", ")"):
            letter, found = self.item()
            repeated = self.tokens[self.at] if self.tokens[self.at][:1] in ("*", "+", "?", "{") else ""
            if repeated:
                self.take()
            if letter and not repeated:
                run += letter
                continue
            best, run = _better(best, frozenset({run} - {""})), ""
            if repeated[:1] not in ("*", "?") and not repeated.startswith("{0"):
                best = _better(best, found or frozenset(letter))
        return _better(best, frozenset({run} - {""}))

    def item(self) -> tuple[str, frozenset[str]]:
        """A letter, or what a group or class must hold."""
        token = self.take()
        if token.startswith("("):
            inner = self.alternatives()
            self.take()
            return "", inner if token in ("(", "(?:") else NONE
        if token == r"\d":
            return "", DIGITS
        if len(token) == 2:
            return ("", NONE) if token[1].isalnum() else (token[1], NONE)
        return ("", NONE) if token[0] in "[.^$" else (token.lower(), NONE)


def _better(a: frozenset[str], b: frozenset[str]) -> frozenset[str]:
    """Of two sets the one whose shortest text is longer."""
    return b if b and min(map(len, b)) >= min(map(len, a), default=0) else a
