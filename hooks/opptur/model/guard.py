"""What protects the customer and us from words said in haste: pairs, objections, money and law."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from opptur.model.fields import Day, FlagKey, Line, Part, RoleKey, Text, Words, says


class NeverSay(Part):
    """A phrase that slips out, why it hurts, and what to say instead."""

    phrase: Line = says("Si ikke", "Setningen som glipper ut.", "Do not say", "The phrase that slips out.")
    why: Line = says("Fordi", "Hva den gjør med kunden.", "Because", "What it does to the customer.")
    instead: Line = says("Si heller", "Det du kan si i stedet.", "Say instead", "What you can say instead.")


class Objection(Part):
    """What an angry customer throws at you, and an answer in at most two sentences."""

    customer: Line = says("Kunden sier", "Slik den faktisk kommer.", "The customer says", "As it really comes.")
    answer: Text = says("Du svarer", "Høyst to setninger. Ingen forsvarstale.", "You answer", "At most two sentences. No defence.")


class Redress(Part):
    """A kind of loss and what puts it right in kind."""

    loss: Line = says("Tapet", "Hva kunden mistet: tid, penger, ansikt.", "Loss", "What the customer lost: time, money, face.")
    offer: Line = says(
        "Det som hjelper",
        "Av samme slag som tapet, og i forhold til det.",
        "What helps",
        "Of the same kind as the loss, and in proportion.",
    )
    decides: RoleKey = says("Hvem sier ja", "Rollen som kan innvilge det.", "Who decides", "The role that may grant it.")


class Compensation(Part):
    """Money and other redress: apart from the help, and later."""

    redress: Annotated[tuple[Redress, ...], Field(min_length=2)] = says(
        "Slag tap", "Hvert tap med det som hjelper.", "Redress", "Each loss with what helps."
    )
    never: Text = says("Aldri", "Det vi ikke gir eller lover.", "Never", "What we do not give or promise.")
    wait_until: Text = says("Vent til", "Når det er riktig å snakke om oppgjør.", "Wait until", "When it is right to talk of redress.")


class FlagNote(Part):
    """One of the play's flags in plain words."""

    flag: FlagKey = says("Flagg", "Et flagg fra toppen av spillet.", "Flag", "A flag from the top of the play.")
    means: Text = says("Betyr", "Hva det betyr her, i vanlige ord.", "Means", "What it means here, in plain words.")


class Cleared(Part):
    """Legal has read a text that would otherwise be refused (rule M10)."""

    by: Line = says("Av", "Hvem som har lest.", "By", "Who read it.")
    on: Day = says("Dato", "Når det ble lest.", "On", "When it was read.")


class Legal(Part):
    """What a seller may say. Never legal advice."""

    flags: tuple[FlagNote, ...] = says(
        "Flaggene forklart",
        "Ett punkt for hvert flagg i toppen. Tom liste er lov: [].",
        "Flags explained",
        "One entry for each flag at the top. An empty list is fine: [].",
    )
    may_say: Annotated[tuple[Line, ...], Field(min_length=1)] = says(
        "Dette kan du si", "Setninger som er trygge.", "You may say", "Sentences that are safe."
    )
    leave_to_others: Text = says(
        "Ikke ditt å si", "Det som juridisk eller andre skal avgjøre.", "Not yours to say", "What legal or others decide."
    )
    who_reads_first: RoleKey = says(
        "Hvem leser først",
        "Rollen som leser teksten før den sendes, når flaggene sier det.",
        "Who reads first",
        "The role that reads the text before it is sent, when the flags say so.",
    )
    cleared: Cleared | None = says(
        "Klarert",
        "Fylles ut når juridisk har godkjent ordlyden.",
        "Cleared",
        "Filled in once legal has approved the wording.",
        default=None,
    )


class Guard(Part):
    """Words to avoid, answers to have ready, and what lies beyond the seller's authority."""

    never_say: Annotated[tuple[NeverSay, ...], Field(min_length=4)] = says(
        "Si ikke – si heller", "Minst fire par.", "Never say – say instead", "At least four pairs."
    )
    objections: Annotated[tuple[Objection, ...], Field(min_length=3)] = says(
        "Når kunden er sint", "Minst tre, med svar.", "When the customer is angry", "At least three, with answers."
    )
    forwardable_note: Annotated[Text, Words(80)] = says(
        "Til kundens sjef",
        "Høyst 80 ord som kontakten kan sende videre uten å endre noe.",
        "For the customer's boss",
        "At most 80 words that your contact can forward unedited.",
    )
    compensation: Compensation = says("Oppgjør", "Hva som passer til hvilket tap.", "Compensation", "What suits which loss.")
    legal: Legal = says("Avtale og jus", "I vanlige ord.", "Contract and law", "In plain words.")
