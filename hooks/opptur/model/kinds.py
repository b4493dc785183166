"""The wording of everything a value can be that its field does not allow."""

from opptur.problems import Says, kind

UNKNOWN_FIELD = kind(
    "F01",
    nb=Says("«{found}» er ikke et felt her.{hint}", "Her kan det stå: {allowed}.", "title: Forsinket levering"),
    en=Says("“{found}” is not a field here.{hint}", "Fields here: {allowed}.", "title: Late delivery"),
)
MISSING_FIELD = kind(
    "F02",
    nb=Says("Feltet «{field}» ({label}) mangler.", "Legg det til{after}. {help}", "{field}: …"),
    en=Says("The field “{field}” ({label}) is missing.", "Add it{after}. {help}", "{field}: …"),
)
EMPTY = kind(
    "F03",
    nb=Says("Feltet «{field}» er tomt.", "Fyll det ut{or_remove}. {help}", "{field}: …"),
    en=Says("The field “{field}” is empty.", "Fill it in{or_remove}. {help}", "{field}: …"),
)
EMPTY_ENTRY = kind(
    "F29",
    nb=Says("Her er det et tomt punkt i «{field}».", "Skriv noe etter bindestreken, eller ta bort linja."),
    en=Says("There is an empty entry in “{field}” here.", "Write something after the hyphen, or remove the line."),
)
NOT_LIST = kind(
    "F04",
    nb=Says("«{field}» skal være en liste.", "Skriv hvert punkt på sin egen linje, med bindestrek og mellomrom foran.", "{field}:\n  - …"),
    en=Says("“{field}” must be a list.", "Write each entry on its own line, after a hyphen and a space.", "{field}:\n  - …"),
)
NOT_FIELDS = kind(
    "F05",
    nb=Says("«{field}» skal ha felt under seg, ikke {shape}.", "Skriv feltene på egne linjer, to mellomrom inn.", "{field}:\n  {first}: …"),
    en=Says(
        "“{field}” must have fields below it, not {shape}.",
        "Write the fields on lines of their own, two spaces in.",
        "{field}:\n  {first}: …",
    ),
)
NOT_TEXT = kind(
    "F06",
    nb=Says(
        "«{field}» skal være tekst, ikke {shape}.", "Skriv teksten rett etter kolonet, eller på linjene under etter «|».", "{field}: …"
    ),
    en=Says("“{field}” must be text, not {shape}.", "Write the text right after the colon, or on the lines below after “|”.", "{field}: …"),
)
TOO_FEW = kind(
    "F07",
    nb=Says("«{field}» skal ha minst {least} punkter. Her er det {count}.", "Legg til flere. {help}"),
    en=Says("“{field}” needs at least {least} entries. It has {count}.", "Add more. {help}"),
)
TOO_MANY = kind(
    "F08",
    nb=Says("«{field}» skal ha høyst {most} punkter. Her er det {count}.", "Ta bort de svakeste. {help}"),
    en=Says("“{field}” may have at most {most} entries. It has {count}.", "Remove the weakest. {help}"),
)
TOO_LONG = kind(
    "F09",
    nb=Says("«{field}» er på {count} tegn. Det skal være høyst {most}.", "Kort ned. {help}"),
    en=Says("“{field}” is {count} characters. At most {most} are allowed.", "Shorten it. {help}"),
)
TOO_MANY_WORDS = kind(
    "F10",
    nb=Says("«{field}» er på {count} ord. Det skal være høyst {most}.", "Kort ned. {help}"),
    en=Says("“{field}” is {count} words. At most {most} are allowed.", "Shorten it. {help}"),
)
NOT_IN_LIST = kind(
    "F11",
    nb=Says("«{found}» står ikke i lista «{listing}».{hint}", "Velg en av: {allowed}.{more}", "who: seller"),
    en=Says("“{found}” is not in the list “{listing}”.{hint}", "Choose one of: {allowed}.{more}", "who: seller"),
)
NOT_DURATION = kind(
    "F12",
    nb=Says(
        "«{found}» er ikke en varighet.{hint}",
        "Skriv et tall og så m (minutter), h (timer) eller d (dager), uten mellomrom.",
        "{field}: 30m",
    ),
    en=Says(
        "“{found}” is not a duration.{hint}", "Write a number and then m (minutes), h (hours) or d (days), without a space.", "{field}: 30m"
    ),
)
NOT_DEADLINE = kind(
    "F13",
    nb=Says(
        "«{found}» er ikke en frist.{hint}",
        "Skriv tid fra feilen ble kjent: 15m (minutter), 2h (timer) eller 1d (dager). Eller et klokkeslett: 14:30.",
        "{field}: 15m",
    ),
    en=Says(
        "“{found}” is not a deadline.{hint}",
        "Write the time since the error became known: 15m (minutes), 2h (hours) or 1d (days). Or a time of day: 14:30.",
        "{field}: 15m",
    ),
)
NOT_CLOCK = kind(
    "F14",
    nb=Says("«{found}» er ikke et klokkeslett.{hint}", "Skriv time og minutt med kolon.", "{field}: 09:00"),
    en=Says("“{found}” is not a time of day.{hint}", "Write hour and minute with a colon.", "{field}: 09:00"),
)
NOT_DATE = kind(
    "F15",
    nb=Says("«{found}» er ikke en dato.{hint}", "Skriv år, måned og dag med bindestrek mellom.", "{field}: 2026-11-23"),
    en=Says("“{found}” is not a date.{hint}", "Write year, month and day with hyphens between.", "{field}: 2026-11-23"),
)
NO_SUCH_DATE = kind(
    "F16",
    nb=Says("Datoen {found} finnes ikke.", "Se i kalenderen, og skriv år, måned og dag.", "{field}: 2026-02-28"),
    en=Says("The date {found} does not exist.", "Check the calendar, and write year, month and day.", "{field}: 2026-02-28"),
)
NOT_NUMBER = kind(
    "F17",
    nb=Says("«{found}» er ikke et helt tall.{hint}", "Skriv bare sifre.", "{field}: 2"),
    en=Says("“{found}” is not a whole number.{hint}", "Write digits only.", "{field}: 2"),
)
NOT_LEVEL = kind(
    "F18",
    nb=Says("«{found}» er ikke et nivå av alvor.{hint}", "Skriv et tall fra 1 til 4{range}.", "{field}: {right}"),
    en=Says("“{found}” is not a level of severity.{hint}", "Write a number from 1 to 4{range}.", "{field}: {right}"),
)
NOT_DIFFICULTY = kind(
    "F32",
    nb=Says("«{found}» er ikke et nivå.", "Skriv 1 for dem som øver første gang, eller 2 for dem som har øvd før.", "{field}: 1"),
    en=Says(
        "“{found}” is not a level.", "Write 1 for those who practise for the first time, or 2 for those who have before.", "{field}: 1"
    ),
)
NOT_RANGE = kind(
    "F19",
    nb=Says("«{found}» er ikke et spenn.{hint}", "Skriv det minste tallet, bindestrek og det største.", "{field}: 2-5"),
    en=Says("“{found}” is not a range.{hint}", "Write the smaller number, a hyphen and the larger.", "{field}: 2-5"),
)
NOT_ID = kind(
    "F20",
    nb=Says(
        "«{found}» er ikke id-en til et spill.{hint}",
        "Id-en er filnavnet uten språk: engelske ord, små bokstaver og bindestrek.",
        "{field}: late-delivery",
    ),
    en=Says(
        "“{found}” is not the id of a play.{hint}",
        "The id is the file name without the language: English words, small letters, hyphens.",
        "{field}: late-delivery",
    ),
)
NOT_LEVEL_OR_PLAY = kind(
    "F21",
    nb=Says("«{found}» er verken et alvor (1 til 4) eller id-en til et spill.{hint}", "Skriv ett av dem.", "{field}: repeat-failure"),
    en=Says("“{found}” is neither a severity (1 to 4) nor the id of a play.{hint}", "Write one of them.", "{field}: repeat-failure"),
)
NOT_PATTERN = kind(
    "F22",
    nb=Says("«{found}» har ikke riktig form for «{field}».", "Skriv det som i eksempelet. {help}", "languages: [nb, en]"),
    en=Says("“{found}” does not have the right form for “{field}”.", "Write it as in the example. {help}", "languages: [nb, en]"),
)
MISPLACED = kind(
    "F23",
    nb=Says(
        "Fila «{found}» ligger ikke der et spill skal ligge.",
        "Et spill heter <id>.<språk>.yml og ligger i mappen til familien sin: {allowed}.",
        "plays/delivery/late-delivery.nb.yml",
    ),
    en=Says(
        "The file “{found}” does not lie where a play belongs.",
        "A play is named <id>.<language>.yml and lies in its family's folder: {allowed}.",
        "plays/delivery/late-delivery.en.yml",
    ),
)
LACKS_LANGUAGE = kind(
    "F25",
    nb=Says(
        "«{field}» mangler språket «{lang}».",
        "Hver tekst skal stå på alle språkene i plays/company.yml.",
        "label:\n  nb: Lager\n  en: Warehouse",
    ),
    en=Says(
        "“{field}” lacks the language “{lang}”.",
        "Every text stands in all the languages of plays/company.yml.",
        "label:\n  nb: Lager\n  en: Warehouse",
    ),
)
LACKS_KEY = kind(
    "F26",
    nb=Says(
        "Lista mangler «{found}», som programmet trenger.",
        "Sett den inn igjen. Navn og forklaring kan du endre fritt.",
        "seller:\n  label:\n    nb: Selger",
    ),
    en=Says(
        "The list lacks “{found}”, which the program needs.",
        "Put it back. Its name and description are yours to change.",
        "seller:\n  label:\n    en: Seller",
    ),
)
BAD_KEY = kind(
    "F27",
    nb=Says("«{found}» kan ikke være en nøkkel.", "Skriv små bokstaver a–z, tall, bindestrek eller understrek.", "it-operations:"),
    en=Says("“{found}” cannot be a key.", "Write small letters a–z, digits, hyphen or underscore.", "it-operations:"),
)
LEVELS = kind(
    "F28",
    nb=Says(
        "Rytmen har ikke nøyaktig én gang hvert nivå fra 1 til 4. Nivå {found} mangler.", "Skriv ett punkt for hvert nivå.", "- severity: 4"
    ),
    en=Says(
        "The cadence does not have each level from 1 to 4 exactly once. Level {found} is missing.",
        "Write one entry for each level.",
        "- severity: 4",
    ),
)
CHAPTER_TWIN = kind(
    "D01",
    nb=Says("Kapitlet finnes ikke på språket «{lang}».", "Lag fila {found}, med samme navn og egen tekst.", "docs/en/research.md"),
    en=Says(
        "The chapter does not exist in the language “{lang}”.",
        "Make the file {found}, with the same name and its own text.",
        "docs/en/research.md",
    ),
)
CHAPTER_HEAD = kind(
    "D02",
    nb=Says(
        "Kapitlet har ikke noe hode.",
        "Begynn fila med tre streker, title, description og tre streker.",
        "---\ntitle: For ledere\ndescription: Tid, fullmakt og ros.\n---",
    ),
    en=Says(
        "The chapter has no head.",
        "Begin the file with three dashes, title, description and three dashes.",
        "---\ntitle: For managers\ndescription: Time, authority and praise.\n---",
    ),
)
TWICE = kind(
    "F30",
    nb=Says(
        "Id-en «{found}» er brukt i {other} også.",
        "Gi det ene spillet en annen id, eller slett det som er til overs.",
        "plays/delivery/late-delivery.nb.yml",
    ),
    en=Says(
        "The id “{found}” is used in {other} too.",
        "Give one of the plays another id, or delete the one that is left over.",
        "plays/delivery/late-delivery.en.yml",
    ),
)
STRAY_LIST = kind(
    "F31",
    nb=Says(
        "«{found}» er ikke en av listene.{hint}",
        "Listene er {allowed}. Gi fila riktig navn, eller flytt den.",
        "plays/vocabulary/roles.yml",
    ),
    en=Says(
        "“{found}” is not one of the lists.{hint}",
        "The lists are {allowed}. Give the file its right name, or move it.",
        "plays/vocabulary/roles.yml",
    ),
)
MISPLACED_WORKSHOP = kind(
    "F33",
    nb=Says(
        "{found} er ikke et navn på en workshop.",
        "Skriv en id, punktum, språket ({allowed}) og .yml.",
        "plays/workshops/sales-meeting.nb.yml",
    ),
    en=Says(
        "{found} is not the name of a workshop.",
        "Write an id, a full stop, the language ({allowed}) and .yml.",
        "plays/workshops/sales-meeting.en.yml",
    ),
)
MISSING_FILE = kind(
    "F24",
    nb=Says("Fila mangler.", "Hent den tilbake fra historikken. Uten den kan ingenting sjekkes."),
    en=Says("The file is missing.", "Restore it from the history. Without it nothing can be checked."),
)
