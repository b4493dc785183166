"""What the seller sends and says. Which moments there are, and the channels each must have, is vocabulary."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from opptur.model.fields import Line, Part, Text, says


class Phone(Part):
    """A script with pauses, never to be read aloud. One sentence is said word for word."""

    opening: Text = says("Åpning", "Nyheten, uten innledning. Høyst 45 ord.", "Opening", "The news, with no preamble. At most 45 words.")
    questions: Annotated[tuple[Line, ...], Field(min_length=1, max_length=2)] = says(
        "Spørsmål",
        "To spørsmål. Ta en pause etter hvert.",
        "Questions",
        "Two questions. Pause after each.",
    )
    promise: Text = says("Løfte", "Det du gjør nå.", "Promise", "What you do now.")
    close: Text = says("Avslutning", "Når du ringer igjen, og nummeret ditt.", "Close", "When you call again, and your number.")
    word_for_word: Line = says(
        "Ord for ord",
        "Den ene setningen som skal sies akkurat slik. Den må stå i manuset.",
        "Word for word",
        "The one sentence to be said exactly like this. It must stand in the script.",
    )


class Email(Part):
    """An e-mail that can be sent as it stands."""

    subject: Text = says(
        "Emne", "Hva det gjelder, og hvordan det står til. Høyst 60 tegn.", "Subject", "The thing and its state. At most 60 characters."
    )
    body: Text = says("Tekst", "Høyst 130 ord og fem korte avsnitt.", "Body", "At most 130 words and five short paragraphs.")


class Moment(Part):
    """One message in the channels it is used in."""

    phone: Phone | None = says("Telefon", "Manus for samtalen.", "Phone", "The script for the call.", default=None)
    email: Email | None = says("E-post", "Emne og tekst.", "E-mail", "Subject and body.", default=None)
    sms: Text | None = says("SMS", "Høyst 300 tegn når feltene er fylt ut.", "SMS", "At most 300 characters once filled in.", default=None)
    teams: Text | None = says(
        "Teams", "Høyst 450 tegn når feltene er fylt ut.", "Teams", "At most 450 characters once filled in.", default=None
    )


CHANNELS = ("phone", "email", "sms", "teams")
"""The fields of a moment, in the order they are shown."""
