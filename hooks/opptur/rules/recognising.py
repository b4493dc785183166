"""P01 to P06 and P19: recognising the error, how serious it is, and the card."""

from __future__ import annotations

from collections.abc import Iterator

from opptur.model.fields import count_words
from opptur.model.reasons import hint
from opptur.problems import Path, Says
from opptur.problems.suggest import nearest
from opptur.rules.language import language
from opptur.rules.rule import Case, Finding, rule

REPEAT = "repeat-failure"
"""The play that takes over when the same error happens again."""


@rule(
    "P01", reads=("recognise",),
    nb=Says("Det første spørsmålet fører til «{found}», ikke til «{wanted}».", "Spør først om dette har skjedd kunden før.", "if_yes: {wanted}"),
    en=Says("The first question leads to “{found}”, not to “{wanted}”.", "Ask first whether this has happened to the customer before.", "if_yes: {wanted}"),
)  # fmt: skip
def asks_first_if_again(case: Case) -> Iterator[Finding]:
    """The first triage question is always whether it has happened before."""
    found = case.file.play.recognise.triage[0].if_yes
    wanted = "4" if case.file.id == REPEAT else REPEAT
    if found != wanted and (REPEAT, case.file.lang) in case.library.files:
        yield Finding(("recognise", "triage", 0, "if_yes"), {"found": found, "wanted": wanted})


@rule(
    "P02", reads=("recognise", "error"),
    nb=Says("Spørsmålet gir alvor {found}, men spillet dekker {range}.", "Velg et nivå innenfor, eller endre severity øverst.", "if_yes: {least}"),
    en=Says("The question gives severity {found}, but the play covers {range}.", "Choose a level within it, or change severity at the top.", "if_yes: {least}"),
)  # fmt: skip
def triage_within_severity(case: Case) -> Iterator[Finding]:
    """A triage question gives a level that the play covers."""
    severity = case.file.play.error.severity
    for number, question in enumerate(case.file.play.recognise.triage):
        if question.if_yes.isdigit() and int(question.if_yes) not in severity:
            yield Finding(
                ("recognise", "triage", number, "if_yes"), {"found": question.if_yes, "range": str(severity), "least": str(severity.low)}
            )


@rule(
    "P03", reads=("recognise",),
    nb=Says("Spillet «{found}» finnes ikke.{hint}", "Se etter skrivefeil. Er spillet planlagt, så før det opp i plays/vocabulary/planned.yml.", "play: late-delivery"),
    en=Says("The play “{found}” does not exist.{hint}", "Look for a misspelling. If the play is planned, list it in plays/vocabulary/planned.yml.", "play: late-delivery"),
)  # fmt: skip
def neighbours_exist(case: Case) -> Iterator[Finding]:
    """A play that is pointed to exists or is planned."""
    written, planned = case.library.named, case.library.vocabulary.planned
    for path, target in _targets(case):
        if target not in written and target not in planned:
            guess = nearest(target, (*sorted(written), *planned))
            yield Finding(path, {"found": target, **hint(guess)})


def _targets(case: Case) -> Iterator[tuple[Path, str]]:
    recognise = case.file.play.recognise
    for number, neighbour in enumerate(recognise.not_this):
        yield ("recognise", "not_this", number, "play"), neighbour.play
    for number, question in enumerate(recognise.triage):
        if not question.if_yes.isdigit():
            yield ("recognise", "triage", number, "if_yes"), question.if_yes


@rule(
    "P04", reads=("recognise",),
    nb=Says("Spillet viser til seg selv.", "Skriv id-en til nabospillet.", "play: partial-delivery"),
    en=Says("The play points to itself.", "Write the id of the neighbouring play.", "play: partial-delivery"),
)  # fmt: skip
def not_its_own_neighbour(case: Case) -> Iterator[Finding]:
    """A play is not its own neighbour."""
    for path, target in _targets(case):
        if target == case.file.id:
            yield Finding(path)


@rule(
    "P05", reads=("search_terms",),
    nb=Says("Søkeordet «{found}» står to ganger.", "Behold ett, og legg til et annet.", "- ordren kom aldri fram"),
    en=Says("The search term “{found}” stands twice.", "Keep one, and add another.", "- the order never arrived"),
)  # fmt: skip
def search_terms_differ(case: Case) -> Iterator[Finding]:
    """No search term stands twice."""
    seen: set[str] = set()
    for number, term in enumerate(case.file.play.search_terms):
        if term.lower() in seen:
            yield Finding(("search_terms", number), {"found": term})
        seen.add(term.lower())


@rule(
    "P06", reads=("card",),
    nb=Says("Kortet er på {count} ord. Det skal være høyst 60.", "Kort ned til det hun trenger det første minuttet.", "ask: Hva må du ha først?"),
    en=Says("The card is {count} words. At most 60 are allowed.", "Cut it to what she needs in the first minute.", "ask: What do you need first?"),
)  # fmt: skip
def short_card(case: Case) -> Iterator[Finding]:
    """The card is at most 60 words in all."""
    card = case.file.play.card
    count = count_words(f"{card.call} {card.say} {card.ask} {card.promise}")
    if count > 60:
        yield Finding(("card",), {"count": str(count)}, at_key=True)


@rule(
    "P19", reads=("aim", "summary"),
    nb=Says("«{found}» lover mer enn forskningen bærer.", "Skriv «kan», «av og til» eller «noen ganger».", "aim: Kunden kommer seg gjennom dagen. Da kan dere stå sterkere etterpå."),
    en=Says("“{found}” promises more than the research carries.", "Write “can”, “now and then” or “sometimes”.", "aim: The customer gets through the day. Then you may stand stronger afterwards."),
)  # fmt: skip
def honest_aim(case: Case) -> Iterator[Finding]:
    """Neither the aim nor the summary promises a stronger bond."""
    pattern = language(case.file.lang).get("overpromise")
    for name in ("summary", "aim"):
        if pattern and (match := pattern.search(getattr(case.file.play, name))):
            yield Finding((name,), {"found": match[0]}, match[0])
