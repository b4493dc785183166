"""Afterwards: checked, understood, changed, thanked; and the reference, when the gates are open."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from opptur.model.fields import Deadline, GateKey, Line, Part, RoleKey, Text, Time, says


class Check(Part):
    """One proof that it is fixed where the customer is."""

    check: Line = says(
        "Sjekk", "Et spørsmål med ja eller nei, etter kundens mål.", "Check", "A yes-or-no question by the customer's yardstick."
    )
    by: RoleKey = says(
        "Av", "Hvem som sjekker. Minst én sjekk gjør kunden selv.", "By", "Who checks. At least one check is the customer's own."
    )
    after: Time = says(
        "Etter", "Hvor lenge etter at det ble ordnet. Minst én etter 7d.", "After", "How long after the fix. At least one after 7d."
    )


class Prevention(Part):
    """What we change so that it does not happen again."""

    change: Text = says("Endring", "Én konkret endring hos oss.", "Change", "One concrete change with us.")
    owner: RoleKey = says("Eier", "Rollen som får den gjort.", "Owner", "The role that gets it done.")
    deadline: Deadline = says(
        "Frist", "Når den er på plass, regnet fra feilen: 14d.", "Deadline", "When it is in place, counted from the error: 14d."
    )
    tell_customer: Text = says(
        "Si til kunden", "Setningen kunden får høre om endringen.", "Tell the customer", "The sentence the customer hears about the change."
    )


class Relationship(Part):
    """What the customer saw us do, and the next step that is not a sale."""

    customer_saw: Annotated[tuple[Line, ...], Field(min_length=3, max_length=3)] = says(
        "Det kunden så", "Tre spørsmål til deg selv etterpå.", "What the customer saw", "Three questions to yourself afterwards."
    )
    next_step: Text = says(
        "Neste steg",
        "Hva som føres i kundeplanen. Ikke et salg i samme samtale.",
        "Next step",
        "What goes into the account plan. Not a sale in the same conversation.",
    )


class Contrast(Part):
    """The ordinary supplier and us, three lines each."""

    ordinary: Annotated[tuple[Line, ...], Field(min_length=3, max_length=3)] = says(
        "En vanlig leverandør", "Tre linjer: tid, navn, handling.", "An ordinary supplier", "Three lines: time, names, acts."
    )
    us: Annotated[tuple[Line, ...], Field(min_length=3, max_length=3)] = says(
        "Vi", "De samme tre linjene hos oss.", "Us", "The same three lines with us."
    )


class Close(Part):
    """Closing the case so that it stays closed."""

    verify: Annotated[tuple[Check, ...], Field(min_length=3)] = says(
        "Er det ordnet?", "Minst tre sjekker.", "Is it fixed?", "At least three checks."
    )
    root_cause: Annotated[tuple[Line, ...], Field(min_length=3)] = says(
        "Hvorfor skjedde det?", "Spørsmål dere stiller dere selv.", "Why did it happen?", "Questions you ask yourselves."
    )
    prevention: Prevention = says("Det vi endrer", "Med eier og dato.", "What we change", "With an owner and a date.")
    thanks: Text = says(
        "Takk til dem som ordnet det",
        "Kort melding, med kopi til lederen deres.",
        "Thanks to those who fixed it",
        "A short message, copied to their manager.",
    )
    relationship: Relationship = says(
        "Forholdet videre", "Kortet du fyller ut etterpå.", "The relationship", "The card you fill in afterwards."
    )
    contrast: Contrast = says("Forskjellen", "Tre linjer hver.", "The contrast", "Three lines each.")


class Reference(Part):
    """When to ask, when not to, and how to take the answer. The words for asking stand under messages."""

    gates: Annotated[tuple[GateKey, ...], Field(min_length=3)] = says(
        "Porter",
        "Portene som særlig gjelder her. Én stengt port er nok til å la være.",
        "Gates",
        "The gates that matter here above all. One closed gate is enough to leave it.",
    )
    instead: Text = says("I stedet", "Hva du gjør når en port er stengt.", "Instead", "What you do when a gate is closed.")
    taking_a_no: Text = says("Når svaret er nei", "Det du sier, ord for ord.", "Taking a no", "What you say, word for word.")
    consent_log: Text = says(
        "Samtykke",
        "Hva du noterer: hvem, til hva, hvor lenge, hvordan det trekkes.",
        "Consent",
        "What you record: who, to what, until when, how to withdraw.",
    )
    honest: Text = says(
        "Ærlig form",
        "Hva som gikk galt, hva vi gjorde, hvorfor kunden blir.",
        "Honest form",
        "What went wrong, what we did, why the customer stays.",
    )
    all_positive: Text = says(
        "Bare det gode",
        "Til en som ikke kjenner oss. Sant, og aldri for å skjule noe.",
        "All-positive form",
        "For someone who does not know us. True, and never to hide anything.",
    )
