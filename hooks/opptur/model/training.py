"""The same play as training: rules, contrast, role-play, quiz and exercise."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from opptur.model.fields import Fact, Line, Number, Part, Text, TopicKey, Words, says


class Turn(Part):
    """One line of a dialogue: either the customer's or the seller's."""

    customer: Text | None = says("Kunden", "Det kunden sier.", "Customer", "What the customer says.", default=None)
    seller: Text | None = says("Selgeren", "Det selgeren sier.", "Seller", "What the seller says.", default=None)

    @property
    def speaker(self) -> str:
        return "customer" if self.customer is not None else "seller"

    @property
    def line(self) -> str:
        return self.customer or self.seller or ""


Dialogue = Annotated[tuple[Turn, ...], Field(min_length=8, max_length=14)]


class CustomerRole(Part):
    """The customer's card. It never shows the steps."""

    name: Line = says("Navn", "Et navn som finnes.", "Name", "A name that exists.")
    job: Line = says("Jobb", "Hva personen svarer for.", "Job", "What the person answers for.")
    happened: Text = says("Det som har skjedd", "Sett fra kunden.", "What happened", "As the customer sees it.")
    knows: Text = says("Vet", "Det kunden vet nå.", "Knows", "What the customer knows now.")
    hides: Text = says("Skjuler", "Det kunden ikke sier uten å bli spurt.", "Hides", "What the customer does not say unasked.")
    mood: Number = says("Humør", "Fra 1 (rolig) til 5 (rasende).", "Mood", "From 1 (calm) to 5 (furious).")
    calms: Line = says("Roer", "Det som får humøret ned.", "Calms", "What brings the mood down.")
    inflames: Line = says("Tenner", "Det som får humøret opp.", "Inflames", "What sets it off.")
    if_met_well: Line = says("Møtt godt", "En replikk hvis selgeren treffer.", "If met well", "A line if the seller gets it right.")
    if_not: Line = says("Møtt dårlig", "En replikk hvis selgeren bommer.", "If not", "A line if the seller misses.")
    goal: Line = says("Mål", "Det kunden vil ha ut av samtalen.", "Goal", "What the customer wants from the talk.")


class SellerRole(Part):
    """The seller's card."""

    knows: Text = says("Vet", "Det du vet.", "Knows", "What you know.")
    does_not_know: Text = says("Vet ikke", "Det du ikke vet ennå.", "Does not know", "What you do not know yet.")
    reachable: Line = says("Kan nås nå", "Hvem som tar telefonen nå.", "Reachable now", "Who picks up the phone now.")


class Timing(Part):
    """Minutes for each part of the role-play; then swap."""

    prepare: Number = says("Forberede", "Minutter.", "Prepare", "Minutes.")
    play: Number = says("Spille", "Minutter.", "Play", "Minutes.")
    debrief: Number = says("Samtale etterpå", "Minutter.", "Debrief", "Minutes.")


class RolePlay(Part):
    """A role-play that can be run cold."""

    customer_role: CustomerRole = says(
        "Kundekort", "Leses bare av den som spiller kunden.", "Customer card", "Read only by whoever plays the customer."
    )
    seller_role: SellerRole = says(
        "Selgerkort", "Leses bare av den som spiller selgeren.", "Seller card", "Read only by whoever plays the seller."
    )
    twist: Text = says("Vending", "Legges på bordet etter tre minutter.", "Twist", "Put on the table after three minutes.")
    timing: Timing = says("Tid", "Minutter til hver del.", "Timing", "Minutes for each part.")
    observer: Annotated[tuple[Line, ...], Field(min_length=8, max_length=8)] = says(
        "Observatør", "Åtte punkter som kan ses eller høres, aldri mene noe om.", "Observer", "Eight points seen or heard, never opinions."
    )
    debrief: Annotated[tuple[Line, ...], Field(min_length=4)] = says(
        "Etterpå",
        "Kunden først, så selgeren, så observatøren. Sist: hva sier du i morgen, ord for ord?",
        "Debrief",
        "Customer first, then seller, then observer. Last: what would you say tomorrow, word for word?",
    )


class Discussion(Part):
    """Open questions for the room."""

    questions: Annotated[tuple[Line, ...], Field(min_length=2)] = says(
        "Spørsmål", "Minst to åpne spørsmål.", "Questions", "At least two open questions."
    )
    when_not: Line = says(
        "Når virker det ikke?",
        "Et spørsmål om når dette ikke ville virke.",
        "When would it not work?",
        "A question on when this would not work.",
    )
    own_case: Line = says("Egen sak", "Et spørsmål om deltakernes egne saker.", "Own case", "A question on the participants' own cases.")


class Option(Part):
    """One answer in the quiz, with its own reason."""

    text: Line = says("Svar", "Noe en skikkelig selger kunne gjort.", "Answer", "Something a decent seller might do.")
    why: Annotated[Line, Words(25)] = says(
        "Fordi",
        "Hvorfor det er best, eller hva det koster. Høyst 25 ord.",
        "Because",
        "Why it is best, or what it costs. At most 25 words.",
    )


class QuizItem(Part):
    """A situation, four options, one best."""

    covers: TopicKey = says("Tema", "Hva spørsmålet prøver.", "Covers", "What the item tests.")
    situation: Annotated[Text, Words(60)] = says("Situasjon", "Høyst 60 ord.", "Situation", "At most 60 words.")
    options: Annotated[tuple[Option, ...], Field(min_length=4, max_length=4)] = says(
        "Svar", "Fire svar. De gale er slike skikkelige selgere gir.", "Options", "Four answers. The wrong ones are what decent sellers do."
    )
    best: Number = says("Best", "Nummeret på det beste svaret, 1 til 4.", "Best", "The number of the best answer, 1 to 4.")


class Exercise(Part):
    """A workshop exercise."""

    goal: Line = says("Mål", "Hva deltakerne kan etterpå.", "Goal", "What participants can do afterwards.")
    group: Line = says("Gruppe", "Hvor mange.", "Group", "How many.")
    minutes: Number = says("Minutter", "Hele øvelsen.", "Minutes", "The whole exercise.")
    material: Annotated[tuple[Line, ...], Field(min_length=1)] = says(
        "Utstyr", "Det som må ligge framme.", "Material", "What must be at hand."
    )
    steps: Annotated[tuple[Line, ...], Field(min_length=3)] = says("Slik gjør dere", "I rekkefølge.", "Steps", "In order.")
    result: Line = says("Resultat", "Det som ligger på bordet til slutt.", "Result", "What lies on the table at the end.")
    pitfalls: Annotated[tuple[Line, ...], Field(min_length=1)] = says(
        "Fallgruver", "Det som pleier å gå galt.", "Pitfalls", "What tends to go wrong."
    )
    for_six: Line = says("For seks", "Slik gjør dere det med seks.", "For six", "How to run it with six.")
    for_twenty: Line = says("For tjue", "Slik gjør dere det med tjue.", "For twenty", "How to run it with twenty.")
    no_projector: Line = says("Uten prosjektør", "Slik gjør dere det uten skjerm.", "No projector", "How to run it without a screen.")


class Training(Part):
    """Everything a trainer needs for 45 minutes."""

    learning_points: Annotated[tuple[Line, ...], Field(min_length=3, max_length=5)] = says(
        "Læringspunkter", "Tre til fem regler: Når X, gjør Y.", "Learning points", "Three to five rules: when X, do Y."
    )
    dialogue_bad: Dialogue = says(
        "Slik går det ofte", "8–14 replikker. Troverdig, ikke tåpelig.", "How it often goes", "8–14 lines. Plausible, not silly."
    )
    dialogue_good: Dialogue = says(
        "Slik kan det gå", "8–14 replikker i samme situasjon.", "How it can go", "8–14 lines in the same situation."
    )
    roleplay: RolePlay = says(
        "Rollespill", "Med kort til kunde, selger og observatør.", "Role-play", "With cards for customer, seller and observer."
    )
    discussion: Discussion = says("Samtale", "Åpne spørsmål.", "Discussion", "Open questions.")
    quiz: Annotated[tuple[QuizItem, ...], Field(min_length=4)] = says("Quiz", "Minst fire spørsmål.", "Quiz", "At least four items.")
    exercise: Exercise = says("Øvelse", "Til workshopen.", "Exercise", "For the workshop.")
    handout_messages: Annotated[tuple[Annotated[str, Fact()], ...], Field(min_length=2, max_length=2)] = says(
        "Meldinger på arket",
        "To meldinger, som moment/kanal: bad_news/email.",
        "Messages on the sheet",
        "Two messages, as moment/channel: bad_news/email.",
    )
