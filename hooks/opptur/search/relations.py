"""How words belong together: irregular forms of one word, and groups of words that mean the same here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256

from opptur.load.packaged import packaged
from opptur.search.analysis import Analyzer, tokens


@cache
def irregular() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """`forms.yml`: by language, then by the form that a dictionary has."""
    return packaged("search/forms.yml")


class Relations:
    """Bases of irregular forms and groups of synonyms, as keys; and texts to keys, with the pairs of words that a group knows."""

    def __init__(self, languages: Sequence[str], synonyms: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        """`synonyms`: by group, then by language, words or pairs of words."""
        self.analyzers = {lang: Analyzer(lang) for lang in languages}
        self.bases = self._bases()
        self.groups = {group: tuple(dict.fromkeys(self._members(its))) for group, its in synonyms.items()}
        self.pairs = frozenset(key for members in self.groups.values() for key in members if " " in key)
        self.digest = sha256(repr((self.groups, self.bases)).encode()).hexdigest()
        self._firsts = frozenset(pair.split(" ")[0] for pair in self.pairs)
        self._known: dict[str, dict[str, tuple[tuple[str, ...], str]]] = {lang: {} for lang in self.analyzers}

    def _bases(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {lang: {} for lang in self.analyzers}
        for lang, analyzer in self.analyzers.items():
            for base, forms in irregular().get(lang, {}).items():
                for form in forms:
                    if analyzer.key(form) != analyzer.key(base):
                        found[lang][analyzer.key(form)] = analyzer.key(base)
        return found

    def _members(self, words: Mapping[str, Sequence[str]]) -> Iterator[str]:
        for lang in self.analyzers:
            for word in words.get(lang, ()):
                yield " ".join(self.key(lang, token) for token in tokens(word))

    def key(self, lang: str, word: str) -> str:
        """The key of the dictionary form of a word."""
        key = self.analyzers[lang].key(word)
        return self.bases[lang].get(key, key)

    def keys(self, lang: str, text: str) -> list[str]:
        """The keys of a text: its telling words, their dictionary forms, and the pairs of words that a group knows."""
        known, found, before = self._known[lang], list[str](), ""
        for word in tokens(text):
            keys, base = known.get(word) or self._learn(lang, word)
            if before in self._firsts and f"{before} {base}" in self.pairs:
                found.append(f"{before} {base}")
            before = base
            found += keys
        return found

    def _learn(self, lang: str, word: str) -> tuple[tuple[str, ...], str]:
        """What a word counts as, none when it tells nothing; and its dictionary form."""
        analyzer = self.analyzers[lang]
        own, base = analyzer.key(word), self.key(lang, word)
        keys = () if word in analyzer.stop else (own,) if own == base else (own, base)
        self._known[lang][word] = (keys, base)
        return keys, base

    def length(self, lang: str, text: str) -> int:
        """How many telling words a text has."""
        return sum(word not in self.analyzers[lang].stop for word in tokens(text))
