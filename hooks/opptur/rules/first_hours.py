"""P01 to P19: recognising the error, the card, and the steps."""

from __future__ import annotations

from collections.abc import Iterator

from opptur.model.fields import Clock, Duration, count_words
from opptur.model.ownership import PHASES, Step
from opptur.problems import Path, Says
from opptur.problems.suggest import nearest
from opptur.rules.language import language
from opptur.rules.rule import Case, Finding, rule

REPEAT = "repeat-failure"
"""The play that takes over when the same error happens again."""


def steps(case: Case) -> Iterator[tuple[Path, Step]]:
    """Every step with its path, in order."""
    for phase in PHASES:
        for number, step in enumerate(getattr(case.file.play.ownership, phase)):
            yield ("ownership", phase, number), step


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
            hint = {"hint": f" Did you mean “{guess}”?", "hint@nb": f" Mente du «{guess}»?"} if guess else {"hint": ""}
            yield Finding(path, {"found": target, **hint})


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
    "P05", reads=("recognise",),
    nb=Says("Søkeordet «{found}» står to ganger.", "Behold ett, og legg til et annet.", "- ordren kom aldri fram"),
    en=Says("The search term “{found}” stands twice.", "Keep one, and add another.", "- the order never arrived"),
)  # fmt: skip
def search_terms_differ(case: Case) -> Iterator[Finding]:
    """No search term stands twice."""
    seen: set[str] = set()
    for number, term in enumerate(case.file.play.recognise.search_terms):
        if term.lower() in seen:
            yield Finding(("recognise", "search_terms", number), {"found": term})
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
    "P07", reads=("ownership",),
    nb=Says("Det første steget gjøres av «{found}».", "Selgeren tar det første steget selv.", "who: seller"),
    en=Says("The first step is taken by “{found}”.", "The seller takes the first step herself.", "who: seller"),
)  # fmt: skip
def seller_goes_first(case: Case) -> Iterator[Finding]:
    """The seller takes the first step."""
    first = case.file.play.ownership.first_hour[0]
    if first.who != "seller":
        yield Finding(("ownership", "first_hour", 0, "who"), {"found": first.who})


@rule(
    "P08", reads=("ownership",),
    nb=Says("Det første steget har frist «{found}».", "Gi det en frist i minutter.", "deadline: 15m"),
    en=Says("The first step has the deadline “{found}”.", "Give it a deadline in minutes.", "deadline: 15m"),
)  # fmt: skip
def first_step_in_minutes(case: Case) -> Iterator[Finding]:
    """The first step has a deadline in minutes."""
    deadline = case.file.play.ownership.first_hour[0].deadline
    if not isinstance(deadline, Duration) or deadline.unit != "m":
        yield Finding(("ownership", "first_hour", 0, "deadline"), {"found": str(deadline)})


@rule(
    "P09", reads=("ownership", "error"),
    nb=Says("Ved alvor {level} skal kunden ha hørt fra oss innen {most}, men det første steget har {found}.", "Sett fristen kortere, eller endre tiden i plays/company.yml.", "deadline: 15m"),
    en=Says("At severity {level} the customer must have heard from us within {most}, but the first step has {found}.", "Shorten the deadline, or change the time in plays/company.yml.", "deadline: 15m"),
)  # fmt: skip
def first_contact_in_time(case: Case) -> Iterator[Finding]:
    """The first step is no later than the company's time for first contact at the gravest level."""
    deadline = case.file.play.ownership.first_hour[0].deadline
    level = case.file.play.error.severity.high
    most = case.library.company.times(level).first_contact
    if isinstance(deadline, Duration) and deadline.minutes > most.minutes:
        args = {"level": str(level), "most": str(most), "found": str(deadline)}
        yield Finding(("ownership", "first_hour", 0, "deadline"), args)


@rule(
    "P10", reads=("ownership",),
    nb=Says("Steget sier noe til kunden, men gjøres av «{found}».", "Alt som sies til kunden, sier selgeren. Del steget, eller skriv seller.", "who: seller"),
    en=Says("The step tells the customer something but is taken by “{found}”.", "Whatever is said to the customer, the seller says. Split the step, or write seller.", "who: seller"),
)  # fmt: skip
def seller_speaks(case: Case) -> Iterator[Finding]:
    """In each step that speaks to the customer, the seller is the one who does."""
    for path, step in steps(case):
        if (step.kind == "tell" or step.message) and step.who != "seller":
            yield Finding((*path, "who"), {"found": step.who})


@rule(
    "P11", reads=("ownership", "messages"),
    nb=Says("Steget viser til meldingen «{found}», som ikke finnes i dette spillet.", "Skriv meldingen, eller ta bort linja.", "message: bad_news"),
    en=Says("The step points to the message “{found}”, which this play does not have.", "Write the message, or remove the line.", "message: bad_news"),
)  # fmt: skip
def step_messages_exist(case: Case) -> Iterator[Finding]:
    """A step's message exists."""
    for path, step in steps(case):
        if step.message and step.message not in case.file.play.messages:
            yield Finding((*path, "message"), {"found": step.message})


@rule(
    "P12", reads=("ownership",),
    nb=Says("Fristen «{found}» er lenger enn den første timen.", "Skriv høyst 60m, eller flytt steget.", "deadline: 45m"),
    en=Says("The deadline “{found}” is longer than the first hour.", "Write at most 60m, or move the step.", "deadline: 45m"),
)  # fmt: skip
def first_hour_is_an_hour(case: Case) -> Iterator[Finding]:
    """A step of the first hour is done within sixty minutes."""
    for number, step in enumerate(case.file.play.ownership.first_hour):
        if isinstance(step.deadline, Clock) or step.deadline.minutes > 60:
            yield Finding(("ownership", "first_hour", number, "deadline"), {"found": str(step.deadline)})


@rule(
    "P13", reads=("ownership",),
    nb=Says("Fristen «{found}» er lenger enn den første dagen.", "Skriv høyst 1d, eller flytt steget.", "deadline: 4h"),
    en=Says("The deadline “{found}” is longer than the first day.", "Write at most 1d, or move the step.", "deadline: 4h"),
)  # fmt: skip
def first_day_is_a_day(case: Case) -> Iterator[Finding]:
    """A step of the first day is done within 24 hours."""
    for number, step in enumerate(case.file.play.ownership.first_day):
        if isinstance(step.deadline, Duration) and step.deadline.minutes > 1440:
            yield Finding(("ownership", "first_day", number, "deadline"), {"found": str(step.deadline)})


@rule(
    "P14", reads=("ownership",),
    nb=Says("Delen «{phase}» har ikke noe steg av slaget {kind} ({label}).", "Legg til ett. Fine ord uten handling er ikke et spill.", "kind: {kind}"),
    en=Says("The part “{phase}” has no step of the kind {kind} ({label}).", "Add one. Fine words without an act are not a play.", "kind: {kind}"),
)  # fmt: skip
def right_kinds_of_steps(case: Case) -> Iterator[Finding]:
    """There is a workaround and a fix until it is fixed, and learning and thanks afterwards."""
    kinds = case.library.vocabulary["kinds"]
    for phase, needed in (("until_fixed", ("workaround", "fix")), ("after", ("learn", "thank"))):
        have = {step.kind for step in getattr(case.file.play.ownership, phase)}
        for kind in needed:
            if kind not in have:
                label = kinds[kind].label
                args = {"phase": phase, "kind": kind, "label": label.get("en", kind), "label@nb": label.get("nb", kind)}
                yield Finding(("ownership", phase), args, at_key=True)


@rule(
    "P15", reads=("ownership", "error"),
    nb=Says("Rollen «{found}» gjør et steg, men står ikke under error: roles.", "Legg den til i rollene øverst, eller velg en annen.", "roles: [logistics, warehouse]"),
    en=Says("The role “{found}” takes a step but is not under error: roles.", "Add it to the roles at the top, or choose another.", "roles: [logistics, warehouse]"),
)  # fmt: skip
def roles_are_declared(case: Case) -> Iterator[Finding]:
    """Whoever takes a step is among the roles to mobilise."""
    allowed = {*case.file.play.error.roles, "seller", "customer"}
    for path, step in steps(case):
        if step.who not in allowed:
            yield Finding((*path, "who"), {"found": step.who})


@rule(
    "P16", reads=("ownership", "error"),
    nb=Says("Rytmen mangler eller gjentar alvor {found}. Spillet dekker {range}.", "Skriv ett punkt for hvert nivå.", "- severity: {found}"),
    en=Says("The cadence lacks or repeats severity {found}. The play covers {range}.", "Write one entry for each level.", "- severity: {found}"),
)  # fmt: skip
def cadence_for_each_level(case: Case) -> Iterator[Finding]:
    """There is one rhythm for each level that the play covers, and no other."""
    severity = case.file.play.error.severity
    given = [entry.severity for entry in case.file.play.ownership.cadence]
    wrong = sorted({*severity.levels()} ^ {*given} | {level for level in given if given.count(level) > 1})
    for level in wrong:
        yield Finding(("ownership", "cadence"), {"found": str(level), "range": str(severity)}, at_key=True)


@rule(
    "P17", reads=("mobilise",),
    nb=Says("Den interne meldingen mangler {{{found}}}.", "Den trenger mottaker, frist, følge for kunden, hva du trenger, neste ledd, når kunden venter svar, og nummeret ditt.", "Til {{role}}. Frist: i dag kl. {{deadline}}."),
    en=Says("The internal message lacks {{{found}}}.", "It needs recipient, deadline, consequence for the customer, what you need, next level, when the customer expects an answer, and your number.", "To {{role}}. Deadline: today at {{deadline}}."),
)  # fmt: skip
def complete_internal_message(case: Case) -> Iterator[Finding]:
    """The internal message says who, by when, what the customer loses, what is needed, and who is next."""
    for name in ("role", "deadline", "consequence", "need", "next_level", "next_contact", "direct_line"):
        if f"{{{name}}}" not in case.file.play.mobilise.message:
            yield Finding(("mobilise", "message"), {"found": name}, at_key=True)


@rule(
    "P18", reads=("mobilise",),
    nb=Says("Rollen «{found}» står to ganger i stigen.", "Hvert trinn er en ny person med mer å si.", "- role: sales-manager"),
    en=Says("The role “{found}” stands twice on the ladder.", "Each rung is a new person with more to say.", "- role: sales-manager"),
)  # fmt: skip
def ladder_climbs(case: Case) -> Iterator[Finding]:
    """No role stands on two rungs."""
    seen: set[str] = set()
    for number, rung in enumerate(case.file.play.mobilise.ladder):
        if rung.role in seen:
            yield Finding(("mobilise", "ladder", number, "role"), {"found": rung.role})
        seen.add(rung.role)


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


@rule(
    "P20", reads=("ownership",), level="warning",
    nb=Says("Steget har frist {found}, men steget over har {before}.", "Sett stegene i den rekkefølgen de skal gjøres, eller rett fristen.", "deadline: 4h"),
    en=Says("The step has the deadline {found}, but the step above has {before}.", "Put the steps in the order in which they are done, or mend the deadline.", "deadline: 4h"),
)  # fmt: skip
def steps_in_order_of_time(case: Case) -> Iterator[Finding]:
    """Within a phase, deadlines never go back in time. Clock times are left out: they depend on the day."""
    for phase in PHASES:
        latest = Duration(1, "m")
        for number, step in enumerate(getattr(case.file.play.ownership, phase)):
            if isinstance(step.deadline, Duration):
                if step.deadline.minutes < latest.minutes:
                    yield Finding(("ownership", phase, number, "deadline"), {"found": str(step.deadline), "before": str(latest)})
                else:
                    latest = step.deadline
