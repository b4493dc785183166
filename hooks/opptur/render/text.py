"""Text from a play to HTML. Text is never markup: paragraphs and fields are the only structure we add."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from opptur.model.vocabulary import Vocabulary

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


class TextRenderer:
    """Turns texts of one language into safe HTML, with fields to fill in marked."""

    def __init__(self, vocabulary: Vocabulary, lang: str) -> None:
        self._fields = {
            key: Markup('<span class="field" data-field="{}">{}</span>').format(key, entry.label.get(lang, key))
            for key, entry in vocabulary.placeholders.items()
        }

    def inline(self, text: str, mark: str = "") -> Markup:
        """One run of text; the words `mark` in it are set apart."""
        if mark and mark in text:
            before, after = text.split(mark, 1)
            return self.inline(before) + Markup("<mark>") + self.inline(mark) + Markup("</mark>") + self.inline(after)
        out, position = Markup(""), 0
        for match in PLACEHOLDER.finditer(text):
            out += escape(text[position : match.start()]) + self._fields.get(match[1], escape(match[0]))
            position = match.end()
        return out + escape(text[position:])

    def block(self, text: str) -> Markup:
        """Paragraphs: a blank line parts them, a single line break is kept."""
        paragraphs = [part.strip("\n") for part in re.split(r"\n[ ]*\n", text.strip()) if part.strip()]
        lines = (Markup("<br>\n").join(self.inline(line) for line in part.split("\n")) for part in paragraphs)
        return Markup("\n").join(Markup("<p>{}</p>").format(line) for line in lines)
