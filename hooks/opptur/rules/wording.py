"""M03 to M24 where a list of expressions decides. The lists stand in `language/`, one file a language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from opptur.problems import Level, Says
from opptur.rules.rule import Case, Check, Finding, rule

BEFORE_SETTLED = frozenset({"first_notice_we_found", "first_notice_customer_told", "status_update", "bad_news"})
AFTERWARDS = frozenset({"follow_up", "compensation", "reference_ask"})


@dataclass(frozen=True, slots=True)
class Wording:
    """One rule about expressions: which texts it looks at."""

    code: str
    level: Level
    nb: Says
    en: Says
    looks_at: Callable[[str, Case], bool] = lambda moment, case: True


def _first_texts(moment: str, case: Case) -> bool:
    return moment in BEFORE_SETTLED


def _not_afterwards(moment: str, case: Case) -> bool:
    return moment not in AFTERWARDS


def _not_cleared(moment: str, case: Case) -> bool:
    return "guard" not in case.file.sections or case.file.play.guard.legal.cleared is None


WORDINGS = (
    Wording("M03", "error",
        Says("«{found}» sier at noe skjedde uten at noen gjorde det.", "Si hvem som gjorde det. For kunden er det vi.", "Vi bommet på planen."),
        Says("“{found}” says that something happened with nobody doing it.", "Say who did it. To the customer it is we.", "We missed the plan.")),
    Wording("M04", "error",
        Says("«{found}» skjuler hvem som gjør det.", "Skriv jeg eller vi, og hva dere gjør.", "Jeg leter sammen med lageret nå."),
        Says("“{found}” hides who does it.", "Write I or we, and what you do.", "I am searching with the warehouse now.")),
    Wording("M05", "error",
        Says("«{found}» er ikke et tidspunkt kunden kan planlegge etter.", "Skriv klokkeslett eller dato.", "Jeg ringer deg kl. {{next_contact}}."),
        Says("“{found}” is not a time that the customer can plan by.", "Write a clock time or a date.", "I will call you at {{next_contact}}.")),
    Wording("M06", "error",
        Says("«{found}» legger skylden på en annen. For kunden er det oss.", "Skriv «vi».", "Vi bommet på planen."),
        Says("“{found}” blames someone else. To the customer it is us.", "Write “we”.", "We missed the plan.")),
    Wording("M07", "error",
        Says("«{found}» legger skylden på kunden.", "Si hva du gjør nå.", "Jeg sender den på nytt nå."),
        Says("“{found}” blames the customer.", "Say what you do now.", "I am sending it again now.")),
    Wording("M09", "error",
        Says("«{found}» er svulstig.", "Beklag én gang, med vanlige ord.", "Det beklager jeg."),
        Says("“{found}” is swollen.", "Apologise once, in plain words.", "I am sorry.")),
    Wording("M10", "error",
        Says("«{found}» erkjenner ansvar eller lover penger uten grense.", "Det er ikke selgerens å si. Noter kravet og si når svaret kommer.", "Send meg tallene, så legger jeg dem fram hos oss."),
        Says("“{found}” admits liability or promises money without limit.", "That is not the seller's to say. Note the claim and say when the answer comes.", "Send me the figures and I will put them to our people."),
        _not_cleared),
    Wording("M11", "error",
        Says("«{found}» lover det ingen kan love.", "Si hva dere har endret.", "Fra nå av leser to av oss hver plan."),
        Says("“{found}” promises what nobody can promise.", "Say what you have changed.", "From now on two of us read each plan.")),
    Wording("M12", "error",
        Says("«{found}» er vilkår. De hører ikke hjemme mens kunden trenger hjelp.", "Hjelp først. Vilkår tas for seg og senere.", "Jeg ringer deg kl. {{next_contact}}."),
        Says("“{found}” is terms. They do not belong while the customer needs help.", "Help first. Terms come apart and later.", "I will call you at {{next_contact}}."),
        _first_texts),
    Wording("M13", "error",
        Says("«{found}» er salg midt i en feil.", "Ta det bort.", "Jeg bytter delen i dag."),
        Says("“{found}” is selling in the middle of a failure.", "Remove it.", "I am changing the part today."),
        _not_afterwards),
    Wording("M14", "warning",
        Says("«{found}» er fyll.", "Ta det bort, eller si noe som bare gjelder denne kunden.", "Takk for at du sa fra."),
        Says("“{found}” is filler.", "Remove it, or say something that is true of this customer only.", "Thank you for telling us.")),
    Wording("M15", "error",
        Says("«{found}» holder kunden på avstand.", "Skriv du og dere.", "Når kan du ta imot?"),
        Says("“{found}” keeps the customer at a distance.", "Write you.", "When can you receive it?")),
    Wording("M23", "warning",
        Says("«{found}» er et internt ord.", "Skriv det ut, eller ta det bort.", "Saken har nummer {{case_no}} hos oss."),
        Says("“{found}” is an internal word.", "Write it out, or remove it.", "Your case has number {{case_no}} with us.")),
    Wording("M24", "warning",
        Says("«{found}» er ikke skrevet {way}.", "Skriv {forms}.", "{right}"),
        Says("“{found}” is not written {way}.", "Write {forms}.", "{right}")),
)  # fmt: skip


WAYS = {
    "nb": {
        "way": "the Norwegian way", "way@nb": "på norsk måte",
        "forms": "kl. 14.30, 14. mai, 1 250 kr, 913 45 678", "right": "Jeg ringer deg kl. 14.30.",
    },
    "en": {
        "way": "the British way", "way@nb": "på britisk måte",
        "forms": "14:30, 14 May, NOK 1,250, +47 913 45 678", "right": "I will call you at 14:30.",
    },
}  # fmt: skip
"""How a play's own language writes times, dates, money and numbers, whatever language the reader of the problem has."""


def _checker(wording: Wording) -> Check:
    def check(case: Case) -> Iterator[Finding]:
        pattern = case.pattern(wording.code)
        for moment, (path, text) in case.linted if pattern.sought else ():
            if (match := pattern.search(text)) and wording.looks_at(moment, case):
                yield Finding(path, {"found": match[0].strip(), **WAYS.get(case.file.lang, {})}, match[0].strip())

    return check


for _wording in WORDINGS:
    rule(_wording.code, nb=_wording.nb, en=_wording.en, level=_wording.level, reads=("messages",))(_checker(_wording))
