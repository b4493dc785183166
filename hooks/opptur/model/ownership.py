"""What the seller does, in the order she lives it: steps, cadence, and her own organisation."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from opptur.model.fields import ChannelKey, Deadline, KindKey, Level, Line, MomentKey, Part, RoleKey, Text, Time, says

PHASES = ("first_hour", "first_day", "until_fixed", "after")


class Step(Part):
    """One thing to do, who does it, when, and how you know that it is done."""

    do: Text = says(
        "Gjør",
        "Én handling, skrevet som en beskjed til selgeren.",
        "Do",
        "One action, written as an instruction to the seller.",
    )
    kind: KindKey = says(
        "Slag",
        "Hva slags steg dette er: fortelle kunden, få med huset, midlertidig løsning, ordne, sjekke, lære.",
        "Kind",
        "What sort of step this is: tell the customer, mobilise, workaround, fix, verify, learn.",
    )
    who: RoleKey = says(
        "Hvem",
        "Rollen som gjør det. Alt som sies til kunden, sier selgeren.",
        "Who",
        "The role that does it. Whatever is said to the customer, the seller says.",
    )
    deadline: Deadline = says(
        "Frist",
        "Tid fra feilen ble kjent: 15m, 2h eller 1d. Eller et klokkeslett: 14:30.",
        "Deadline",
        "Time since the error became known: 15m, 2h or 1d. Or a time of day: 14:30.",
    )
    done_when: Line = says(
        "Ferdig når",
        "Noe som kan besvares med ja eller nei.",
        "Done when",
        "Something that can be answered yes or no.",
    )
    message: MomentKey | None = says(
        "Melding",
        "Meldingen som hører til steget, om det er en.",
        "Message",
        "The message that goes with the step, if any.",
        default=None,
    )


Steps = Annotated[tuple[Step, ...], Field(min_length=2)]


class Cadence(Part):
    """How the customer is kept informed at one level of severity. The clock times stand in company.yml."""

    severity: Level = says("Alvor", "Nivået rytmen gjelder for.", "Severity", "The level this rhythm applies to.")
    channel: ChannelKey = says("Kanal", "Hvordan du melder fra.", "Channel", "How you report.")
    also_without_news: Line = says(
        "Også uten nytt",
        "Hva du sier når det ikke er noe nytt.",
        "Even without news",
        "What you say when there is nothing new.",
    )


class Ownership(Part):
    """From the first minute until the case is closed."""

    first_hour: Steps = says("Første time", "Det du gjør før det har gått en time.", "First hour", "What you do within the first hour.")
    first_day: Steps = says("Første dag", "Det som skal være gjort før dagen er over.", "First day", "What is done before the day is over.")
    until_fixed: Steps = says(
        "Til det er ordnet",
        "Midlertidig løsning først, så den endelige.",
        "Until it is fixed",
        "The workaround first, then the final fix.",
    )
    after: Steps = says("Etterpå", "Det som gjør at saken virkelig er lukket.", "Afterwards", "What makes the case truly closed.")
    workaround: Text = says(
        "Imens",
        "Det kunden kan bruke imens. Finnes det ikke noe, så skriv hvorfor.",
        "Meanwhile",
        "What the customer can use meanwhile. If there is nothing, say why.",
    )
    cadence: Annotated[tuple[Cadence, ...], Field(min_length=1, max_length=4)] = says(
        "Rytme",
        "Hvordan kunden holdes orientert, ett punkt for hvert nivå av alvor.",
        "Cadence",
        "How the customer is kept informed, one entry for each level of severity.",
    )


class Rung(Part):
    """One level of the escalation ladder."""

    role: RoleKey = says("Rolle", "Hvem du går til.", "Role", "Whom you go to.")
    wait: Time = says("Vent", "Hvor lenge du venter før du går videre.", "Wait", "How long you wait before you go on.")
    ask_for: Line = says("Be om", "Hva akkurat denne kan avgjøre.", "Ask for", "What this one can decide.")


class Mobilise(Part):
    """Getting your own organisation moving."""

    message: Text = says(
        "Intern melding",
        "Til den som kan ordne det: rolle, klokkeslett, hva kunden taper, hva du trenger, neste ledd.",
        "Internal message",
        "To the one who can fix it: role, clock time, what the customer loses, what you need, next level.",
    )
    ladder: Annotated[tuple[Rung, ...], Field(min_length=3)] = says(
        "Hvem du går til, og når",
        "Hvem du går til når du ikke får svar. Minst tre trinn.",
        "Whom you go to, and when",
        "Whom you go to when you get no answer. At least three rungs.",
    )
    manager: Text = says(
        "Til lederen din",
        "Meldingen som ber om tid og myndighet.",
        "To your manager",
        "The message that asks for time and authority.",
    )
