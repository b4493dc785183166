"""M01 to M27 where structure decides, not a list of expressions; the lengths stand in `message_lengths`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from opptur.model.vocabulary import Named
from opptur.problems import Says
from opptur.problems.suggest import nearest
from opptur.rules.language import Pattern
from opptur.rules.rule import Case, Finding, rule
from opptur.rules.texts import PLACEHOLDER, Message, channels_of, email_paragraphs, placeholders

FIRST = ("first_notice_we_found", "first_notice_customer_told")


@rule(
    "M01", reads=("messages",),
    nb=Says("Meldingen mangler {part}.", "Hver melding sier hva som skjedde, hva vi gjør nå, når kunden hører fra deg igjen, og nummeret ditt. {how}", "Jeg ringer deg kl. {{next_contact}}. Du når meg direkte på {{direct_line}}."),
    en=Says("The message lacks {part}.", "Each message says what happened, what we do now, when the customer hears from you next, and your number. {how}", "I will call you at {{next_contact}}. My direct line is {{direct_line}}."),
)  # fmt: skip
def four_parts(case: Case) -> Iterator[Finding]:
    """Every customer message has the four fixed parts; those after the crisis only the direct line."""
    action, here = case.pattern("action"), case.pattern("here_number")
    for message in case.messages:
        entry = case.library.vocabulary.moments.get(message.moment)
        needed = () if entry is None else tuple(PARTS) if entry.parts == "full" else ("direct_line",)
        covered = _covered(case, message, action, here)
        for part in needed:
            if part not in covered:
                yield Finding(message.path, dict(PARTS[part]), at_key=True)


PARTS = {
    "fact": {"part": "what happened", "part@nb": "hva som skjedde", "how": "Use a field such as {order_no}.", "how@nb": "Bruk et felt som {order_no}."},
    "action": {"part": "what we do now", "part@nb": "hva vi gjør nå", "how": "Write I or we with an act.", "how@nb": "Skriv jeg eller vi med en handling."},
    "next_contact": {"part": "when the customer hears from you next", "part@nb": "når kunden hører fra deg igjen", "how": "Use {next_contact} or {follow_up_date}.", "how@nb": "Bruk {next_contact} eller {follow_up_date}."},
    "direct_line": {"part": "your direct line", "part@nb": "det direkte nummeret ditt", "how": "Use {direct_line}.", "how@nb": "Bruk {direct_line}."},
}  # fmt: skip
"""Each fixed part as it is named to a reader. The values are arguments, not templates."""


def _covered(case: Case, message: Message, action: Pattern, here: Pattern) -> set[str]:
    """The parts that a message has, or need not have."""
    known = case.library.vocabulary.placeholders
    found: set[str] = {known[name].part or "" for name in placeholders(message.text) if name in known}
    if not case.knows("action") or action.matches(message.text):
        found.add("action")
    if message.channel in ("sms", "teams") and here.matches(message.text):
        found.add("direct_line")
    if message.moment == "reference_ask" and message.channel == "phone":
        found.add("direct_line")
    return found


@rule(
    "M02", reads=(),
    nb=Says("{{{found}}} er ikke et kjent felt.{hint}", "Bruk et felt fra plays/vocabulary/placeholders.yml, eller legg det til der.", "Ordre {{order_no}} kommer ikke i dag."),
    en=Says("{{{found}}} is not a known field.{hint}", "Use a field from plays/vocabulary/placeholders.yml, or add it there.", "Order {{order_no}} will not arrive today."),
)  # fmt: skip
def known_placeholders(case: Case) -> Iterator[Finding]:
    """Every field in braces is declared in the vocabulary, in any text of the play."""
    known = case.library.vocabulary.placeholders
    for path, text in case.braced:
        names = placeholders(text)
        for number, name in enumerate(names):
            if name not in known:
                yield Finding(path, {"found": name, **_near(name, known)}, f"{{{name}}}", names[:number].count(name))


def _near(name: str, known: Mapping[str, Named]) -> dict[str, str]:
    by_label = {label.lower(): key for key, entry in known.items() for label in entry.label.values()}
    guess = nearest(name, known, words=by_label)
    return {"hint": f" Did you mean {{{guess}}}?", "hint@nb": f" Mente du {{{guess}}}?"} if guess else {"hint": ""}


@rule(
    "M26", reads=(),
    nb=Says("Krøllparentesen «{found}» står alene.", "Et felt har en foran og en bak. Ta bort den som er til overs.", "Ordre {{order_no}} kommer ikke i dag."),
    en=Says("The brace “{found}” stands alone.", "A field has one before and one after. Remove the odd one.", "Order {{order_no}} will not arrive today."),
)  # fmt: skip
def paired_braces(case: Case) -> Iterator[Finding]:
    """No brace is left over: it would be sent to the customer as it stands."""
    for path, text in case.braced:
        if not text.count("{") == text.count("}") == len(placeholders(text)):
            left = next(match for match in BRACE.finditer(text) if match[1])
            yield Finding(path, {"found": left[1]}, left[1], text[: left.start()].count(left[1]))


BRACE = re.compile(rf"{PLACEHOLDER.pattern.replace('(', '(?:')}|([{{}}])")
"""A field, or a brace of its own as group 1."""


@rule(
    "M08", reads=("messages", "error"),
    nb=Says("Her er det {count} beklagelser. Det skal være {wanted}.", "Beklag én gang når feilen er vår, rett etter nyheten. Ellers høyst én.", "Vi bommet på planen. Det beklager jeg."),
    en=Says("There are {count} apologies here. There should be {wanted}.", "Apologise once when the error is ours, right after the news. Otherwise at most once.", "We missed the plan, and I am sorry."),
)  # fmt: skip
def one_apology(case: Case) -> Iterator[Finding]:
    """Exactly one apology in a first notice that is ours, at most one elsewhere; regrets count too."""
    sorry, regret = case.pattern("apology"), case.pattern("regret")
    ours = case.file.play.error.at_fault == "us" and case.knows("apology")
    for message in case.messages:
        text = message.text
        apologies, regrets = sorry.count(text), regret.count(text)
        must = ours and message.moment in FIRST
        starts = regret.search(text)
        if (must and apologies != 1) or apologies > 1 or regrets > 1 or apologies + regrets > 2 or (starts and starts.start() == 0):
            wanted = ("exactly one", "nøyaktig én") if must else ("at most one", "høyst én")
            yield Finding(message.path, {"count": str(apologies + regrets), "wanted": wanted[0], "wanted@nb": wanted[1]}, at_key=True)


SIGN = re.compile("[!\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55\ufe0f]")
CAPITALS = re.compile(r"[A-ZÆØÅ]{3,}\b[ ,]+[A-ZÆØÅ]{3,}\b")


@rule(
    "M16", reads=("messages",),
    nb=Says("«{found}» roper.", "Ta bort utropstegn, smilefjes og ord i store bokstaver.", "Ordre {{order_no}} kommer ikke i dag."),
    en=Says("“{found}” shouts.", "Remove exclamation marks, emoji and words in capitals.", "Order {{order_no}} will not arrive today."),
)  # fmt: skip
def no_shouting(case: Case) -> Iterator[Finding]:
    """No exclamation mark, no emoji, no two words in capitals after one another."""
    for _, (path, text) in case.linted:
        if match := SIGN.search(text) or CAPITALS.search(text):
            yield Finding(path, {"found": match[0]}, match[0])


@rule(
    "M20", reads=("messages",),
    nb=Says("Meldingen åpner med «{found}». Nyheten skal stå først.", "Begynn med det som har skjedd.", "Ordre {{order_no}} kommer ikke i dag."),
    en=Says("The message opens with “{found}”. The news comes first.", "Begin with what has happened.", "Order {{order_no}} will not arrive today."),
)  # fmt: skip
def news_first(case: Case) -> Iterator[Finding]:
    """The first sentence has the news, not the history."""
    history = case.pattern("M20")
    for message in case.messages if history.sought else ():
        path, text = message.body
        first = (email_paragraphs(text) or [""])[0] if message.channel == "email" else text
        if match := history.search(first):
            yield Finding(path, {"found": match[0]}, match[0])


@rule(
    "M21", reads=("messages",), level="warning",
    nb=Says("Emnet «{found}» sier ikke hva det gjelder og hvordan det står til.", "Skriv hva det gjelder, og hvordan det står til.", 'subject: "Ordre {{order_no}}: kommer ikke i dag"'),
    en=Says("The subject “{found}” does not say the thing and its state.", "Write what it concerns and how it stands.", 'subject: "Order {{order_no}}: not arriving today"'),
)  # fmt: skip
def telling_subject(case: Case) -> Iterator[Finding]:
    """A subject names the thing and its state: not one word, not a bare “Important”."""
    generic = case.pattern("generic_subject")
    for message in case.messages:
        if message.channel == "email":
            path, subject = message.pieces[0]
            if len(subject.split()) < 3 or generic.matches(subject):
                yield Finding(path, {"found": subject})


PROMISE = {
    "nb": re.compile(r"\b(jeg|vi) (skal|vil) (?!ikke\b)\w+|\b(skal|vil) (jeg|vi) (?!ikke\b)\w+", re.IGNORECASE),
    "en": re.compile(r"\b(I|we)(?:'ll| will) (?!not\b)\w+", re.IGNORECASE),
}


@rule(
    "M22", reads=("messages",), level="warning",
    nb=Says("«{found}» er et løfte uten tid.", "Si når. Et løfte uten tid kan ikke holdes.", "Jeg sender kreditnotaen i dag."),
    en=Says("“{found}” is a promise without a time.", "Say when. A promise without a time cannot be kept.", "I will send the credit note today."),
)  # fmt: skip
def checkable_promises(case: Case) -> Iterator[Finding]:
    """A promise in an e-mail has a time somewhere in the message."""
    promise, time = PROMISE.get(case.file.lang), case.pattern("time")
    for message in case.messages:
        if promise and message.channel == "email" and not time.matches(message.text):
            path, text = message.body
            if match := promise.search(text):
                yield Finding(path, {"found": match[0]}, match[0])


@rule(
    "M25", reads=("messages",),
    nb=Says("Spørsmålet om referanse har ingen utgang.", "Si at det er helt greit å si nei.", "Sier du nei, er det helt greit."),
    en=Says("The reference question has no exit.", "Say that it is fine to say no.", "If you say no, that is fine."),
)  # fmt: skip
def way_out(case: Case) -> Iterator[Finding]:
    """Whoever is asked for a reference is told that no is fine."""
    way = case.pattern("exit")
    for message in case.messages if case.knows("exit") else ():
        if message.moment == "reference_ask" and not way.matches(message.text):
            yield Finding(message.path, at_key=True)


@rule(
    "M27", reads=("messages",),
    nb=Says("Øyeblikket «{moment}» mangler {channel}.", "Skriv meldingen. Alle øyeblikk og kanaler i plays/vocabulary/moments.yml skal finnes.", "no_news:\n  sms: Ikke noe nytt om ordre {{order_no}} ennå. …"),
    en=Says("The moment “{moment}” lacks {channel}.", "Write the message. All moments and channels in plays/vocabulary/moments.yml must be there.", "no_news:\n  sms: Nothing new on order {{order_no}} yet. …"),
)  # fmt: skip
def whole_matrix(case: Case) -> Iterator[Finding]:
    """Every moment has the channels that the vocabulary asks for."""
    given = case.file.play.messages
    for moment, entry in case.library.vocabulary.moments.items():
        have = channels_of(given[moment]) if moment in given else []
        if lacking := [channel for channel in entry.channels if channel not in have]:
            yield Finding(("messages", moment), {"moment": moment, "channel": ", ".join(lacking)}, at_key=True)
