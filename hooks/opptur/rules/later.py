"""P30 to P59: what protects, how it is closed, the reference, the training, the upkeep."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from opptur.problems import Says
from opptur.rules.language import language
from opptur.rules.readability import measure
from opptur.rules.rule import Case, Finding, rule


@rule(
    "P30", reads=("guard",),
    nb=Says("Svaret er på {count} setninger. Det skal være høyst to.", "Kort ned til det du rekker å si.", "answer: Det skal vi få en slutt på først. Hva må de ha?"),
    en=Says("The answer is {count} sentences. At most two are allowed.", "Cut it to what you have time to say.", "answer: Let us put an end to that first. What do they need?"),
)  # fmt: skip
def short_answers(case: Case) -> Iterator[Finding]:
    """An answer to an objection is at most two sentences."""
    for number, objection in enumerate(case.file.play.guard.objections):
        count = len(measure(objection.answer).sentences)
        if count > 2:
            yield Finding(("guard", "objections", number, "answer"), {"count": str(count)})


@rule(
    "P31", reads=("guard", "error"),
    nb=Says("Flagget «{found}» står øverst eller under legal, men ikke begge steder.", "Hvert flagg øverst skal forklares én gang under legal, og ingen andre.", "- flag: contract"),
    en=Says("The flag “{found}” stands at the top or under legal, but not in both.", "Each flag at the top is explained once under legal, and no others.", "- flag: contract"),
)  # fmt: skip
def flags_explained(case: Case) -> Iterator[Finding]:
    """Each flag is explained once, and no flag is explained that does not fly."""
    explained = [note.flag for note in case.file.play.guard.legal.flags]
    flags = case.file.play.error.flags
    for flag in sorted({*explained} ^ {*flags} | {flag for flag in explained if explained.count(flag) > 1}):
        path = ("guard", "legal", "flags") if flag in flags else ("guard", "legal", "flags", explained.index(flag), "flag")
        yield Finding(path, {"found": flag}, at_key=flag in flags)


@rule(
    "P32", reads=("close",),
    nb=Says("Ingen av sjekkene gjøres av kunden.", "Kunden avgjør om det er ordnet. Sett by: customer på minst én.", "by: customer"),
    en=Says("None of the checks is the customer's.", "The customer decides whether it is fixed. Put by: customer on at least one.", "by: customer"),
)  # fmt: skip
def customer_verifies(case: Case) -> Iterator[Finding]:
    """At least one check is done by the customer."""
    if not any(check.by == "customer" for check in case.file.play.close.verify):
        yield Finding(("close", "verify"), at_key=True)


@rule(
    "P33", reads=("close",),
    nb=Says("Ingen av sjekkene kommer sju dager etter eller senere.", "Se etter en gang til når det har gått en uke.", "after: 7d"),
    en=Says("None of the checks comes seven days after or later.", "Look again when a week has passed.", "after: 7d"),
)  # fmt: skip
def verified_later(case: Case) -> Iterator[Finding]:
    """At least one check comes a week or more after the fix."""
    if not any(check.after.minutes >= 7 * 1440 for check in case.file.play.close.verify):
        yield Finding(("close", "verify"), at_key=True)


@rule(
    "P34", reads=("reference", "error"),
    nb=Says("Porten «{found}» mangler. {why}", "Legg den til i lista.", "gates: [not_verified, {found}]"),
    en=Says("The gate “{found}” is missing. {why}", "Add it to the list.", "gates: [not_verified, {found}]"),
)  # fmt: skip
def needed_gates(case: Case) -> Iterator[Finding]:
    """The gates that follow from severity and flags are there, and `not_verified` always is."""
    error, gates = case.file.play.error, case.file.play.reference.gates
    needed = [("not_verified", "It applies to every play.", "Den gjelder for alle spill.")]
    if 4 in error.severity:
        needed.append(("severity_4", "The play covers severity 4.", "Spillet dekker alvor 4."))
    if {"personal-data", "safety", "authority"} & {*error.flags}:
        needed.append(("data_or_safety", "The flags say so.", "Flaggene sier det."))
    for gate, why, why_nb in needed:
        if gate not in gates:
            args = {"found": gate, "why": why, "why@nb": why_nb}
            own = {"example": "gates: [not_verified, too_soon]"} if gate == "not_verified" else {}
            yield Finding(("reference", "gates"), args | own, at_key=True)


@rule(
    "P35", reads=("training",),
    nb=Says("Replikken skal være enten kundens eller selgerens.", "Skriv customer: eller seller:, ett av dem.", "- customer: Når kommer den?"),
    en=Says("The line must be either the customer's or the seller's.", "Write customer: or seller:, one of them.", "- customer: When will it come?"),
)  # fmt: skip
def one_speaker_a_line(case: Case) -> Iterator[Finding]:
    """Each line of a dialogue has one speaker."""
    for name in ("dialogue_bad", "dialogue_good"):
        for number, turn in enumerate(getattr(case.file.play.training, name)):
            if (turn.customer is None) == (turn.seller is None):
                yield Finding(("training", name, number))


@rule(
    "P36", reads=("training",), level="warning",
    nb=Says("Læringspunktet begynner ikke med «{start}».", "Skriv det som en regel: Når X, gjør Y.", "- Når klokkeslettet du lovet, kommer, ring selv om du ikke har noe nytt."),
    en=Says("The learning point does not begin with “{start}”.", "Write it as a rule: when X, do Y.", "- When the time you promised comes, call even if you have nothing new."),
)  # fmt: skip
def learning_points_are_rules(case: Case) -> Iterator[Finding]:
    """A learning point has the form “when X, do Y”."""
    start = {"nb": "Når", "en": "When"}.get(case.file.lang)
    for number, point in enumerate(case.file.play.training.learning_points):
        if start and not point.startswith(start):
            yield Finding(("training", "learning_points", number), {"start": start})


@rule(
    "P37", reads=("training",),
    nb=Says("Quizen mangler spørsmål om {found}.", "Lag minst ett spørsmål om hvert av disse: first-act, next-contact, legal-limit, reference.", "covers: reference"),
    en=Says("The quiz has no item on {found}.", "Write at least one item on each of these: first-act, next-contact, legal-limit, reference.", "covers: reference"),
)  # fmt: skip
def quiz_covers(case: Case) -> Iterator[Finding]:
    """The quiz covers the first act, the next contact, the legal limit and when not to ask for a reference."""
    covered = {item.covers for item in case.file.play.training.quiz}
    for topic in ("first-act", "next-contact", "legal-limit", "reference"):
        if topic not in covered:
            yield Finding(("training", "quiz"), {"found": topic}, at_key=True)


@rule(
    "P38", reads=("training",),
    nb=Says("«{found}» er ikke nummeret på et av svarene.", "Skriv 1, 2, 3 eller 4.", "best: 2"),
    en=Says("“{found}” is not the number of one of the answers.", "Write 1, 2, 3 or 4.", "best: 2"),
)  # fmt: skip
def best_is_an_option(case: Case) -> Iterator[Finding]:
    """The best answer is one of the four."""
    for number, item in enumerate(case.file.play.training.quiz):
        if not 1 <= item.best <= len(item.options):
            yield Finding(("training", "quiz", number, "best"), {"found": str(item.best)})


@rule(
    "P39", reads=("training",),
    nb=Says("Det beste svaret er nummer {found} i alle spørsmålene.", "Bytt om på svarene, så ingen kan gjette mønsteret.", "best: 3"),
    en=Says("The best answer is number {found} in every item.", "Move the answers around, so that nobody can guess the pattern.", "best: 3"),
)  # fmt: skip
def best_varies(case: Case) -> Iterator[Finding]:
    """The position of the best answer varies within a play."""
    places = {item.best for item in case.file.play.training.quiz}
    if len(places) == 1:
        yield Finding(("training", "quiz", 0, "best"), {"found": str(places.pop())})


@rule(
    "P40", reads=("training",),
    nb=Says("«{found}» er ikke et svar noen kan gi.", "Skriv en handling.", "- text: Ringer den som venter."),
    en=Says("“{found}” is not an answer that anyone can give.", "Write an act.", "- text: Calls whoever is waiting."),
)  # fmt: skip
def no_all_of_the_above(case: Case) -> Iterator[Finding]:
    """No option is “all of the above”."""
    pattern = language(case.file.lang).get("all_of_above")
    for number, item in enumerate(case.file.play.training.quiz):
        for place, option in enumerate(item.options):
            if pattern and (match := pattern.search(option.text)):
                yield Finding(("training", "quiz", number, "options", place, "text"), {"found": match[0]}, match[0])


@rule(
    "P41", reads=("training",),
    nb=Says("To av svarene er like.", "Skriv fire ulike svar, som alle kunne vært riktige.", "- text: Venter til lageret har en ny tid."),
    en=Says("Two of the answers are the same.", "Write four different answers, each of which might be right.", "- text: Waits until the warehouse has a new time."),
)  # fmt: skip
def options_differ(case: Case) -> Iterator[Finding]:
    """The four options of an item are different."""
    for number, item in enumerate(case.file.play.training.quiz):
        texts = [option.text.lower() for option in item.options]
        for place, text in enumerate(texts):
            if text in texts[:place]:
                yield Finding(("training", "quiz", number, "options", place, "text"))


@rule(
    "P42", reads=("training",),
    nb=Says("Humøret er {found}.", "Skriv et tall fra 1 (rolig) til 5 (rasende).", "mood: 4"),
    en=Says("The mood is {found}.", "Write a number from 1 (calm) to 5 (furious).", "mood: 4"),
)  # fmt: skip
def mood_on_the_scale(case: Case) -> Iterator[Finding]:
    """The customer's mood is 1 to 5."""
    mood = case.file.play.training.roleplay.customer_role.mood
    if not 1 <= mood <= 5:
        yield Finding(("training", "roleplay", "customer_role", "mood"), {"found": str(mood)})


@rule(
    "P43", reads=("training",),
    nb=Says("Rollespillet tar {found} minutter.", "Forberedelse, spill og samtale skal til sammen være fra 10 til 30 minutter.", "play: 6"),
    en=Says("The role-play takes {found} minutes.", "Preparation, play and debrief are 10 to 30 minutes together.", "play: 6"),
)  # fmt: skip
def roleplay_fits(case: Case) -> Iterator[Finding]:
    """A role-play takes 10 to 30 minutes."""
    timing = case.file.play.training.roleplay.timing
    total = timing.prepare + timing.play + timing.debrief
    if not 10 <= total <= 30:
        yield Finding(("training", "roleplay", "timing"), {"found": str(total)}, at_key=True)


@rule(
    "P44", reads=("training", "messages"),
    nb=Says("«{found}» er ikke en melding i dette spillet.", "Skriv øyeblikk og kanal med skråstrek.", "handout_messages: [first_notice_we_found/phone, bad_news/email]"),
    en=Says("“{found}” is not a message in this play.", "Write moment and channel with a slash.", "handout_messages: [first_notice_we_found/phone, bad_news/email]"),
)  # fmt: skip
def handout_messages_exist(case: Case) -> Iterator[Finding]:
    """The two messages for the sheet exist."""
    for number, name in enumerate(case.file.play.training.handout_messages):
        moment, _, channel = name.partition("/")
        if channel not in ("phone", "email", "sms", "teams") or getattr(case.file.play.messages.get(moment), channel, None) is None:
            yield Finding(("training", "handout_messages", number), {"found": name})


@rule(
    "P45", reads=("messages",),
    nb=Says("Setningen som skal sies ord for ord, står ikke i manuset.", "Kopier den akkurat slik den står i åpningen, spørsmålene, løftet eller avslutningen.", "word_for_word: Ordre {{order_no}} kommer ikke i dag."),
    en=Says("The sentence to be said word for word is not in the script.", "Copy it exactly as it stands in the opening, questions, promise or close.", "word_for_word: Order {{order_no}} will not arrive today."),
)  # fmt: skip
def word_for_word_is_there(case: Case) -> Iterator[Finding]:
    """The sentence to be said word for word stands in the script."""
    for moment, entry in case.file.play.messages.items():
        phone = entry.phone
        if phone and phone.word_for_word not in "\n".join((phone.opening, *phone.questions, phone.promise, phone.close)):
            yield Finding(("messages", moment, "phone", "word_for_word"))


@rule(
    "P50", reads=("about",),
    nb=Says("Datoen {found} ligger fram i tid.", "Skriv dagen da noen leste alt.", "reviewed: 2026-11-23"),
    en=Says("The date {found} lies in the future.", "Write the day on which someone read it all.", "reviewed: 2026-11-23"),
)  # fmt: skip
def reviewed_in_the_past(case: Case) -> Iterator[Finding]:
    """Nobody has reviewed a play tomorrow."""
    reviewed = case.file.play.about.reviewed
    if reviewed > case.today:
        yield Finding(("about", "reviewed"), {"found": reviewed.isoformat()})


@rule(
    "P51", reads=("about",), level="warning",
    nb=Says("Spillet skulle vært gjennomgått {found}.", "Les alt, rett det som ikke holder, og skriv dagens dato.", "reviewed: 2026-11-23"),
    en=Says("The play was due for review on {found}.", "Read it all, mend what does not hold, and write today's date.", "reviewed: 2026-11-23"),
)  # fmt: skip
def reviewed_in_time(case: Case) -> Iterator[Finding]:
    """A play is reviewed as often as it says."""
    about = case.file.play.about
    due = about.reviewed + timedelta(minutes=about.review_every.minutes)
    if due < case.today:
        yield Finding(("about", "reviewed"), {"found": due.isoformat()})


@rule(
    "P52", reads=("about",),
    nb=Says("Utgave {found} hører ikke hjemme her. Spillet er på utgave {edition}.", "Under «earlier» står bare utgavene før denne, hver av dem én gang.", "- edition: 1"),
    en=Says("Edition {found} does not belong here. The play is at edition {edition}.", "Under “earlier” stand only the editions before this one, each of them once.", "- edition: 1"),
)  # fmt: skip
def earlier_editions_are_earlier(case: Case) -> Iterator[Finding]:
    """What earlier editions changed is told of numbers below the play's own, each once: whoever holds an old sheet gets it by number."""
    about = case.file.play.about
    told = set[int]()
    for number, one in enumerate(about.earlier):
        if one.edition >= about.edition or one.edition in told:
            yield Finding(("about", "earlier", number, "edition"), {"found": str(one.edition), "edition": str(about.edition)})
        told.add(one.edition)
