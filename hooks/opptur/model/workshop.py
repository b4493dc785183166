"""A workshop: one file, one language. Plays, minutes and breaks, from which the booklets and the cards are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from opptur.load import Document
from opptur.model.fields import BlockKey, Clock, ClockTime, Day, Difficulty, Line, Number, Own, Part, People, PlayId, Text, Time, says


class Block(Part):
    """One stretch of time in a workshop."""

    title: Line = says("Tittel", "Hva denne bolken heter i programmet.", "Title", "What this block is called in the agenda.")
    kind: BlockKey = says("Slag", "Hva dere gjør: nøkkelen i lista blocks.", "Kind", "What you do: the key in the list blocks.")
    minutes: Number = says("Minutter", "Hvor lenge den varer.", "Minutes", "How long it lasts.")
    play: PlayId | None = says(
        "Spill", "Id-en til spillet bolken bygger på.", "Play", "The id of the play that the block builds on.", default=None
    )
    do: Text | None = says(
        "Slik gjør dere", "Det deltakerne skal gjøre, slik det står i heftet deres.", "What to do", "What participants do, as their booklet says.", default=None
    )  # fmt: skip
    lead: Text | None = says(
        "Til deg som leder", "Bare i lederheftet: hva du sier og gjør, hva du ser etter, fasit.",
        "For the leader", "In the leader's booklet only: what you say and do, what you look for, answers.", default=None,
    )  # fmt: skip


class WorkshopAbout(Part):
    """Upkeep. Every language file has its own review date."""

    owner: Line = says("Ansvarlig", "Den som holder workshopen ved like.", "Owner", "Whoever looks after the workshop.")
    edition: Number = says(
        "Utgave", "Helt tall som øker når noe deltakerne ser, endres.", "Edition", "A whole number that grows when something participants see changes."
    )  # fmt: skip
    reviewed: Annotated[Day, Own()] = says("Gjennomgått", "Sist gang noen leste alt.", "Reviewed", "The last time someone read it all.")
    review_every: Time = says("Gjennomgås hver", "Antall dager, for eksempel 180d.", "Review every", "Number of days, such as 180d.")
    translated_from: Annotated[str, Own()] | None = says(
        "Oversatt fra", "Avtrykket av teksten dette er oversatt fra. Sett av «opptur stamp».",
        "Translated from", "The digest of the text this was translated from. Set by “opptur stamp”.", default=None,
    )  # fmt: skip


class Workshop(Part):
    """What a workshop file holds. Its id and language come from the file's name."""

    title: Annotated[Text, Field(max_length=60)] = says(
        "Tittel", "Navnet på workshopen. Høyst 60 tegn.", "Title", "The name of the workshop. At most 60 characters."
    )
    goal: Annotated[Text, Field(max_length=200)] = says(
        "Mål", "Hva deltakerne kan etterpå. Høyst 200 tegn.", "Goal", "What participants can do afterwards. At most 200 characters."
    )
    level: Difficulty = says(
        "Nivå", "1 for dem som øver første gang, 2 for dem som har øvd før.", "Level", "1 for those who practise for the first time, 2 for those who have before."
    )  # fmt: skip
    group: People = says("Gruppe", "Hvor mange den passer for, for eksempel 4-12.", "Group", "How many it suits, such as 4-12.")
    starts: ClockTime = says("Starter", "Når den begynner: 09:00.", "Starts", "When it begins: 09:00.")
    minutes: Number = says("Minutter", "Hele workshopen, pausene også.", "Minutes", "The whole workshop, breaks included.")
    prepare: Annotated[tuple[Line, ...], Field(min_length=1)] = says(
        "Gjør klart", "Det lederen gjør på forhånd.", "Prepare", "What the leader does beforehand."
    )
    material: Annotated[tuple[Line, ...], Field(min_length=1)] = says(
        "Utstyr", "Det som må ligge framme.", "Material", "What must be at hand."
    )
    blocks: Annotated[tuple[Block, ...], Field(min_length=2)] = says(
        "Program", "Bolkene i rekkefølge, pausene også.", "Agenda", "The blocks in order, breaks included."
    )
    afterwards: Text = says(
        "Etterpå", "Hva som skjer i ukene etter, så det blir brukt.", "Afterwards", "What happens in the weeks after, so that it gets used."
    )
    about: WorkshopAbout = says("Om workshopen", "Ansvarlig og datoer.", "About the workshop", "Owner and dates.")

    def plays(self) -> tuple[str, ...]:
        """The id of each play, once, in the order they are used."""
        return tuple(dict.fromkeys(block.play for block in self.blocks if block.play))

    def timed(self) -> Iterator[tuple[Block, Clock, Clock]]:
        """Each block with the time it begins and the time it ends. Past midnight the clock starts anew."""
        at = self.starts.hour * 60 + self.starts.minute
        for block in self.blocks:
            end = at + block.minutes
            yield block, clock_at(at), clock_at(end)
            at = end


def clock_at(minutes: int) -> Clock:
    """The time of day so many minutes after midnight."""
    return Clock(minutes // 60 % 24, minutes % 60)


@dataclass(frozen=True, slots=True)
class WorkshopFile:
    """One workshop in one language, with the document it was read from."""

    id: str
    lang: str
    workshop: Workshop
    document: Document

    @property
    def key(self) -> tuple[str, str]:
        return (self.id, self.lang)
