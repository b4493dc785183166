"""The top of a play: what has happened, how serious it is, and whether this is the right play."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from opptur.model.fields import (
    Fact,
    FlagKey,
    LevelOrPlay,
    Levels,
    Line,
    OutlookKey,
    Part,
    PlayId,
    RoleKey,
    Text,
    says,
)


class Error(Part):
    """What kind of error this is. The family is the folder the file lies in."""

    severity: Levels = says(
        "Alvor",
        "Fra mildeste til alvorligste nivå, for eksempel 2-3. Måles i hva det gjør med kunden.",
        "Severity",
        "From mildest to gravest level, such as 2-3. Measured by what it does to the customer.",
    )
    outlook: OutlookKey = says(
        "Utsikter",
        "Hvor langt forholdet kan komme etterpå. Velg heller for lite enn for mye.",
        "Outlook",
        "How far the relationship can get afterwards. Choose too little rather than too much.",
    )
    flags: tuple[FlagKey, ...] = says(
        "Flagg",
        "Det som må sjekkes før du lover eller innrømmer noe. Tom liste er lov: [].",
        "Flags",
        "What must be checked before you promise or admit anything. An empty list is fine: [].",
    )
    roles: Annotated[tuple[RoleKey, ...], Field(min_length=2)] = says(
        "Roller",
        "Hvem hos oss du må ha med for å få det ordnet.",
        "Roles",
        "Whom with us you need to get it sorted.",
    )
    at_fault: Annotated[Literal["us", "customer"], Fact()] = says(
        "Hvem sin feil",
        "us (vanligst) eller customer. Ved customer skal første beskjed ikke beklage.",
        "Whose fault",
        "us (the usual) or customer. With customer, the first notice does not apologise.",
        default="us",
    )


class NotThis(Part):
    """A neighbouring play, and the question that tells the two apart."""

    play: PlayId = says("Spill", "Id-en til nabospillet.", "Play", "The id of the neighbouring play.")
    ask: Line = says(
        "Spørsmål",
        "Et spørsmål som kan svares ja. Ja betyr: velg det andre spillet.",
        "Question",
        "A question that can be answered yes. Yes means: choose the other play.",
    )


class Triage(Part):
    """One question that settles how serious it is, or that another play comes first."""

    ask: Line = says(
        "Spørsmål",
        "Et ja- eller nei-spørsmål du kan svare på nå.",
        "Question",
        "A yes-or-no question that you can answer now.",
    )
    if_yes: LevelOrPlay = says(
        "Ved ja",
        "Alvor 1 til 4, eller id-en til spillet som gjelder i stedet.",
        "If yes",
        "Severity 1 to 4, or the id of the play that applies instead.",
    )


class Recognise(Part):
    """Is this my play?"""

    signals: Annotated[tuple[Line, ...], Field(min_length=3, max_length=6)] = says(
        "Kjennetegn",
        "Det kunden sier, eller det et system viser. Bare det som kan ses eller høres.",
        "Signals",
        "What the customer says or a system shows. Only what can be seen or heard.",
    )
    not_this: Annotated[tuple[NotThis, ...], Field(min_length=1, max_length=3)] = says(
        "Ikke dette",
        "Nabospill som er lette å forveksle med dette.",
        "Not this",
        "Neighbouring plays that are easily mistaken for this one.",
    )
    triage: Annotated[tuple[Triage, ...], Field(min_length=3, max_length=3)] = says(
        "Hvor alvorlig",
        "Tre spørsmål. Det første er alltid om dette har skjedd kunden før.",
        "How serious",
        "Three questions. The first is always whether this has happened to the customer before.",
    )


class Card(Part):
    """The sixty-second card. At most 60 words in all."""

    call: Text = says("Ring", "Hvem du ringer først.", "Call", "Whom you call first.")
    say: Text = says("Si", "Den første setningen, ord for ord.", "Say", "The first sentence, word for word.")
    ask: Text = says("Spør", "Det ene du må vite nå.", "Ask", "The one thing you must know now.")
    promise: Text = says(
        "Lov",
        "Når kunden hører fra deg igjen. Bare det du kan holde.",
        "Promise",
        "When the customer hears from you again. Only what you can keep.",
    )


class Fairness(Part):
    """The three ways in which people judge whether they were fairly treated."""

    outcome: Line = says("Det kunden får", "Hva kunden sitter igjen med.", "Outcome", "What the customer ends up with.")
    procedure: Line = says(
        "Slik går det for seg", "Hvor lett det er for kunden underveis.", "Procedure", "How smooth it is for the customer."
    )
    treatment: Line = says("Slik møter du kunden", "Hvordan kunden blir møtt.", "Treatment", "How the customer is met.")
