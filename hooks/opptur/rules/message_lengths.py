"""M17 to M19 and M28: how long a message is, and how heavy to read."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from opptur.problems import Says
from opptur.rules.rule import Case, Finding, rule
from opptur.rules.texts import Message, email_paragraphs, filled


@rule(
    "M17", reads=("messages", "mobilise"),
    nb=Says("{what} er på {count} {unit}. Det skal være høyst {most}.", "Kort ned. Én melding, én sak.", "Ordre {{order_no}} kommer ikke i dag. Jeg ringer deg kl. {{next_contact}}."),
    en=Says("{what} is {count} {unit}. At most {most} are allowed.", "Shorten it. One message, one matter.", "Order {{order_no}} will not arrive today. I will call you at {{next_contact}}."),
)  # fmt: skip
def short_enough(case: Case) -> Iterator[Finding]:
    """Every message keeps its length with typical values filled in."""
    for message in case.messages:
        yield from _too_long(case, message)
    for name in ("message", "manager"):
        count = len(getattr(case.file.play.mobilise, name).split())
        if count > 120:
            yield Finding(("mobilise", name), _length(("The internal message", "Den interne meldingen"), count, WORDS, 120), at_key=True)


def _length(what: tuple[str, str], count: int, unit: tuple[str, str], most: int) -> dict[str, str]:
    """What is too long and in which unit, each in English and Norwegian."""
    return {"what": what[0], "what@nb": what[1], "count": str(count), "unit": unit[0], "unit@nb": unit[1], "most": str(most)}


WORDS, PARAGRAPHS = ("words", "ord"), ("paragraphs", "avsnitt")
CHARACTERS = ("characters when filled in", "tegn når den er fylt ut")


def _too_long(case: Case, message: Message) -> Iterator[Finding]:
    vocabulary, lang = case.library.vocabulary, case.file.lang
    path, text = message.body
    limit = vocabulary.channels[message.channel].most_characters
    if limit is not None:
        count = len(filled(text, vocabulary, lang))
        if count > limit:
            yield Finding(path, _length(("The message", "Meldingen"), count, CHARACTERS, limit), at_key=True)
    elif message.channel == "email":
        yield from _long_email(case, message)
    elif message.channel == "phone":
        for where, words, most in ((path, len(text.split()), 45), (message.path, len(message.text.split()), 150)):
            if words > most:
                name = ("The opening", "Åpningen") if most == 45 else ("The script", "Manuset")
                yield Finding(where, _length(name, words, WORDS, most), at_key=True)


def _long_email(case: Case, message: Message) -> Iterator[Finding]:
    (subject_path, subject), (path, body) = message.pieces
    length = len(filled(subject, case.library.vocabulary, case.file.lang))
    if length > 60:
        yield Finding(subject_path, _length(("The subject", "Emnet"), length, CHARACTERS, 60), at_key=True)
    paragraphs = email_paragraphs(body)
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    if words > 130:
        yield Finding(path, _length(("The e-mail", "E-posten"), words, WORDS, 130), at_key=True)
    if len(paragraphs) > 5:
        yield Finding(path, _length(("The e-mail", "E-posten"), len(paragraphs), PARAGRAPHS, 5), at_key=True)


def _lix_findings(case: Case, low: float, high: float) -> Iterator[Finding]:
    return (Finding(path, {"lix": f"{lix:.0f}"}, at_key=True) for path, lix in case.lix if low < lix <= high)


@rule(
    "M18", reads=("messages",),
    nb=Says("Teksten er tung å lese: LIX {lix}. Grensen er 40, og 30 er et godt mål.", "Del setningene, og bytt lange ord med korte.", "Bilen gikk uten varene dine."),
    en=Says("The text is heavy to read: LIX {lix}. The limit is 40, and 30 is a good target.", "Split the sentences, and swap long words for short ones.", "The truck left without your goods."),
)  # fmt: skip
def readable(case: Case) -> Iterator[Finding]:
    """LIX at most 40 for e-mails of 40 words or more, and for all messages of the play joined."""
    yield from _lix_findings(case, 40, inf)


@rule(
    "M28", reads=("messages",), level="warning",
    nb=Says("LIX er {lix}. Målet er 30.", "Del setningene, og bytt lange ord med korte.", "Bilen gikk uten varene dine."),
    en=Says("LIX is {lix}. The target is 30.", "Split the sentences, and swap long words for short ones.", "The truck left without your goods."),
)  # fmt: skip
def easily_readable(case: Case) -> Iterator[Finding]:
    """LIX at most 30 is the target."""
    yield from _lix_findings(case, 30, 40)


@rule(
    "M19", reads=("messages",), level="warning",
    nb=Says("{what} {count} ord. Målet er høyst {most}.", "Sett punktum tidligere.", "Bilen gikk uten varene dine. Ny plan er fredag."),
    en=Says("{what} {count} words. The target is at most {most}.", "Put the full stop earlier.", "The truck left without your goods. The new plan is Friday."),
)  # fmt: skip
def short_sentences(case: Case) -> Iterator[Finding]:
    """The longest sentence of a message is at most 20 words, and they average at most 14."""
    for path, counted in case.measures.items():
        longest, sentences = max(counted.sentences, default=0), len(counted.sentences)
        if longest > 20:
            yield Finding(path, {**LONGEST, "count": str(longest)}, at_key=True)
        elif sentences > 1 and counted.words / sentences > 14:
            mean = f"{counted.words / sentences:.1f}"
            yield Finding(path, {**AVERAGE, "count": mean, "count@nb": mean.replace(".", ",")}, at_key=True)


LONGEST = {"what": "The longest sentence is", "what@nb": "Den lengste setningen er på", "most": "20"}
AVERAGE = {"what": "The sentences average", "what@nb": "Setningene er i snitt på", "most": "14"}
