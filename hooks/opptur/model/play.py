"""A play: one file, one language, complete in itself, in the order a seller lives it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from opptur.model.about import About, SectorNote
from opptur.model.close import Close, Reference
from opptur.model.fields import FreeLength, Line, MomentKey, Part, Text, says
from opptur.model.guard import Guard
from opptur.model.messages import Moment
from opptur.model.ownership import Mobilise, Ownership
from opptur.model.recognise import Card, Error, Fairness, Recognise
from opptur.model.training import Training


class Play(Part):
    """What a play file holds. Its id, family and language come from where the file lies."""

    title: Annotated[Text, Field(max_length=60)] = says(
        "Tittel", "Symptomet slik folk sier det. Høyst 60 tegn.", "Title", "The symptom as people say it. At most 60 characters."
    )
    summary: Annotated[Text, Field(max_length=200)] = says(
        "Kort sagt",
        "Hva som har skjedd, og hva du oppnår. Høyst 200 tegn.",
        "In short",
        "What has happened and what you achieve. At most 200 characters.",
    )
    error: Error = says("Feilen", "Hva slags feil det er.", "The error", "What kind of error it is.")
    recognise: Recognise = says("Er det dette?", "Slik kjenner du det igjen.", "Is this it?", "How to recognise it.")
    card: Card = says(
        "Kortet", "Det du trenger det første minuttet. Høyst 60 ord.", "The card", "What you need in the first minute. At most 60 words."
    )
    aim: Line = says(
        "Mål",
        "Én linje, tatt fra utsikten. Lover aldri et sterkere forhold.",
        "Aim",
        "One line taken from the outlook. Never promises a stronger bond.",
    )
    fairness: Fairness = says(
        "Rettferdig behandlet", "Tre linjer: resultat, gang, møte.", "Fairly treated", "Three lines: outcome, procedure, treatment."
    )
    ownership: Ownership = says(
        "Slik eier du saken",
        "Stegene fra første minutt til saken er lukket.",
        "How you own it",
        "The steps from the first minute until the case is closed.",
    )
    mobilise: Mobilise = says(
        "Få med deg egne folk",
        "Intern melding, stige og melding til lederen.",
        "Mobilise your own people",
        "Internal message, ladder and message to your manager.",
    )
    messages: dict[MomentKey, Moment] = says("Meldinger", "Det du sier og sender.", "Messages", "What you say and send.")
    guard: Guard = says(
        "Pass på", "Det du ikke sier, og det du ikke avgjør.", "Take care", "What you do not say, and what you do not decide."
    )
    close: Close = says("Etterpå", "Slik lukker du saken så den holder.", "Afterwards", "How to close the case so that it stays closed.")
    reference: Reference = says(
        "Referanse", "Når du kan spørre, og når du lar være.", "Reference", "When you may ask, and when you leave it."
    )
    training: Training = says("Trening", "Det du trenger for å øve.", "Training", "What you need to practise.")
    sector_notes: tuple[SectorNote, ...] = says(
        "Bransjer", "Bare der det er annerledes. Utelates ellers.", "Sectors", "Only where it differs. Left out otherwise.", default=()
    )
    search_terms: Annotated[tuple[Line, ...], FreeLength(), Field(min_length=12)] = says(
        "Søkeord",
        "Det folk skriver når de trenger dette og ikke kjenner tittelen: symptom, slang, dokument, sjargong, hva kunden mangler, en sint setning.",
        "Search terms",
        "What people type when they need this and do not know the title: symptom, slang, document, jargon, what the customer lacks, an angry line.",
    )
    about: About = says("Om spillet", "Ansvarlig, datoer, innsats og kilder.", "About the play", "Owner, dates, effort and sources.")
