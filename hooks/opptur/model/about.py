"""The bottom of a play: who looks after it, what it costs in time, and what it rests on."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from opptur.model.fields import Day, Hours, Line, Number, Own, Part, SectorKey, SourceKey, Text, Time, says


class SectorNote(Part):
    """Where the play differs in one line of business."""

    sector: SectorKey = says("Bransje", "Bransjen det gjelder.", "Sector", "The sector it concerns.")
    note: Text = says("Forskjell", "Bare det som er annerledes.", "Difference", "Only what differs.")


class Effort(Part):
    """An honest range of working hours."""

    seller: Hours = says("Selgeren", "Timer, for eksempel 2-5.", "Seller", "Hours, such as 2-5.")
    others: Hours = says("Andre", "Timer for de andre til sammen.", "Others", "Hours for everyone else together.")


class Research(Part):
    """A source and how far it carries here."""

    source: SourceKey = says("Kilde", "Nøkkelen i kildelista.", "Source", "The key in the list of sources.")
    applies: Line = says(
        "Gjelder slik",
        "Hva kilden sier om akkurat dette, og hva den ikke sier.",
        "How it applies",
        "What the source says about this, and what it does not.",
    )


class LegalReview(Part):
    """A lawyer has read the play."""

    by: Line = says("Av", "Navn og stilling.", "By", "Name and position.")
    on: Annotated[Day, Own()] = says("Dato", "Når.", "On", "When.")


class Earlier(Part):
    """What an edition before this one changed, for whoever holds a sheet that is older still."""

    edition: Number = says("Utgave", "Nummeret på utgaven.", "Edition", "The number of the edition.")
    change: Line = says("Endring", "Det som var nytt i den.", "Change", "What was new in it.")


class About(Part):
    """Upkeep. Every language file has its own review date."""

    owner: Line = says("Ansvarlig", "Den som holder spillet ved like.", "Owner", "Whoever looks after the play.")
    edition: Number = says(
        "Utgave",
        "Helt tall som øker når noe leseren ser, endres.",
        "Edition",
        "A whole number that grows when something readers see changes.",
    )
    reviewed: Annotated[Day, Own()] = says(
        "Gjennomgått", "Sist gang noen leste alt og mente det holdt.", "Reviewed", "The last time someone read it all and found it sound."
    )
    review_every: Time = says("Gjennomgås hver", "Antall dager, for eksempel 180d.", "Review every", "Number of days, such as 180d.")
    change: Line = says(
        "Siste endring", "Én linje om hva som er nytt for leseren.", "Latest change", "One line on what is new to the reader."
    )
    earlier: tuple[Earlier, ...] = says(
        "Tidligere endringer",
        "Flytt linja «change» hit når du lager en ny utgave, med nummeret den gjaldt.",
        "Earlier changes",
        "Move the line “change” here when you make a new edition, with the number it was for.",
        default=(),
    )
    effort: Effort = says("Innsats", "Ærlig anslag.", "Effort", "An honest estimate.")
    research: Annotated[tuple[Research, ...], Field(min_length=1)] = says(
        "Forskning", "Kilder og hva de bærer.", "Research", "Sources and what they carry."
    )
    legal_review: LegalReview | None = says(
        "Lest av jurist", "Utelates til en jurist har lest.", "Read by a lawyer", "Left out until a lawyer has read it.", default=None
    )
    translated_from: Annotated[str, Own()] | None = says(
        "Oversatt fra",
        "Avtrykket av teksten dette er oversatt fra. Sett av «opptur stamp».",
        "Translated from",
        "The digest of the text this was translated from. Set by “opptur stamp”.",
        default=None,
    )
    notes: Annotated[Text, Own()] | None = says(
        "Merknader", "Til andre som redigerer. Vises ikke.", "Notes", "For others who edit. Never shown.", default=None
    )
