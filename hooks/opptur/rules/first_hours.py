"""P07 to P18 and P20: the steps, the cadence, and one's own organisation."""

from __future__ import annotations

from collections.abc import Iterator

from opptur.model.fields import Clock, Duration
from opptur.model.ownership import PHASES, Step
from opptur.problems import Path, Says
from opptur.rules.rule import Case, Finding, rule


def steps(case: Case) -> Iterator[tuple[Path, Step]]:
    """Every step with its path, in order."""
    for phase in PHASES:
        for number, step in enumerate(getattr(case.file.play.ownership, phase)):
            yield ("ownership", phase, number), step


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
