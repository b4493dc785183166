"""Text from a play to HTML. Text is never markup: paragraphs and fields are the only structure we add."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from opptur.model.vocabulary import Vocabulary
from opptur.rules.readability import SENTENCE_END

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def first_sentence(text: str) -> str:
    """The text up to the end of its first sentence."""
    found = SENTENCE_END.search(text)
    return text[: found.end()] if found and found[0] in ".!?" else text


def lowered(name: str) -> str:
    """A name as it stands inside a sentence: “Salgssjef” becomes “salgssjef”, and “IT-drift” stays."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def dialled(number: str) -> str:
    """A telephone number for a link: digits, and a plus in front where there is one."""
    return re.sub(r"(?!^\+)\D", "", number.strip())


class TextRenderer:
    """Turns texts of one language into safe HTML, with fields to fill in marked."""

    def __init__(self, vocabulary: Vocabulary, lang: str) -> None:
        self._fields = {
            key: Markup('<span class="field" data-field="{}" data-type="{}">{}</span>').format(key, entry.kind, entry.label.get(lang, key))
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
