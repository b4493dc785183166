"""The firm, in one file: names, decision rights and clock times."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from opptur.model.fields import ChannelKey, ClockTime, Level, Line, Number, Part, RoleKey, Text, Time, says


class Person(Part):
    """Who holds a role."""

    role: RoleKey = says("Rolle", "Nøkkelen i rollelista.", "Role", "The key in the list of roles.")
    name: Line = says("Navn", "Navnet på den som har rollen.", "Name", "The name of whoever holds the role.")
    phone: Line | None = says("Telefon", "Direkte nummer.", "Phone", "Direct number.", default=None)
    email: Line | None = says("E-post", "Adresse.", "E-mail", "Address.", default=None)


class DecisionRight(Part):
    """What a role may grant without asking anyone."""

    role: RoleKey = says("Rolle", "Hvem det gjelder.", "Role", "Whom it concerns.")
    up_to: Number = says("Opptil", "Beløp i kroner.", "Up to", "Amount in kroner.")
    may: dict[str, Text] = says("Kan", "Hva rollen kan si ja til, på hvert språk.", "May", "What the role may grant, in each language.")


class CadenceTimes(Part):
    """The clock times for one level of severity."""

    severity: Level = says("Alvor", "Nivået.", "Severity", "The level.")
    first_contact: Time = says(
        "Første kontakt",
        "Seneste tid til kunden har hørt fra oss.",
        "First contact",
        "The latest time by which the customer has heard from us.",
    )
    update_every: Time = says("Ny melding hver", "Tid mellom meldingene.", "Update every", "Time between updates.")
    first_channel: ChannelKey = says("Første kanal", "Hvordan vi sier fra.", "First channel", "How we tell.")
    involve: tuple[RoleKey, ...] = says(
        "Ta med",
        "Roller selgeren sier fra til med en gang. Tom liste er lov: [].",
        "Involve",
        "Roles the seller tells at once. An empty list is fine: [].",
    )
    decides: RoleKey = says(
        "Avgjør penger",
        "Rollen som sier ja eller nei til penger på dette nivået.",
        "Decides on money",
        "The role that says yes or no to money at this level.",
    )
    also: dict[str, Text] = says("Dessuten", "Én setning på hvert språk.", "Also", "One sentence in each language.")


class Repeat(Part):
    """What changes when the same has happened to the customer before."""

    severity: Level = says("Alvor", "Det laveste nivået som da gjelder.", "Severity", "The lowest level that then applies.")
    involve: tuple[RoleKey, ...] = says("Ta med", "Roller selgeren også sier fra til.", "Involve", "Roles the seller tells as well.")
    decides: RoleKey = says(
        "Avgjør penger", "Rollen som da sier ja eller nei til penger.", "Decides on money", "The role that then says yes or no to money."
    )
    say: dict[str, Text] = says(
        "Si",
        "Setningen som legges til i første beskjed, på hvert språk.",
        "Say",
        "The sentence that is added to the first notice, in each language.",
    )


class OfficeHours(Part):
    """The hours of a working day, Monday to Friday."""

    opens: ClockTime = says("Fra", "Når dagen begynner: 08:00.", "From", "When the day begins: 08:00.")
    closes: ClockTime = says("Til", "Når dagen er slutt: 16:00.", "To", "When the day ends: 16:00.")


class Company(Part):
    """`plays/company.yml`. The first language is the one that others are translated from."""

    name: Line = says("Navn", "Firmaets navn.", "Name", "The name of the company.")
    languages: Annotated[tuple[Annotated[str, Field(pattern=r"^[a-z]{2}$")], ...], Field(min_length=1)] = says(
        "Språk", "Kildespråket først.", "Languages", "The source language first."
    )
    people: tuple[Person, ...] = says("Folk", "Hvem som har hver rolle.", "People", "Who holds each role.")
    decision_rights: tuple[DecisionRight, ...] = says(
        "Fullmakter", "Hva hver rolle kan si ja til.", "Decision rights", "What each role may grant."
    )
    cadence: Annotated[tuple[CadenceTimes, ...], Field(min_length=4, max_length=4)] = says(
        "Rytme", "Klokketidene for hvert nivå.", "Cadence", "The clock times for each level."
    )
    repeat: Repeat = says(
        "Når det har skjedd før", "Det som da kommer i tillegg.", "When it has happened before", "What then comes on top."
    )
    office_hours: OfficeHours = says(
        "Arbeidstid",
        "Ukedagene. Neste melding foreslås innenfor den.",
        "Office hours",
        "Weekdays. The next update is suggested within them.",
    )

    handbook_contact: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$")] | None = says(
        "Den som holder håndboka ved like",
        "E-postadressen som får ønsker om spill som mangler. Kan utelates.",
        "Who looks after the handbook",
        "The e-mail address for requests for plays that are missing. May be left out.",
        default=None,
    )

    def times(self, severity: int) -> CadenceTimes:
        """The clock times of a level, 1 to 4."""
        return next(times for times in self.cadence if times.severity == severity)
