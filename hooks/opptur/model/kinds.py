"""The wording of everything a value can be that its field does not allow."""

from opptur.problems import Says, kind

UNKNOWN_FIELD = kind(
    "F01",
    nb=Says("«{found}» er ikke et felt her.{hint}", "Her kan det stå: {allowed}.", "title: Forsinket levering"),
    en=Says("“{found}” is not a field here.{hint}", "Fields here: {allowed}.", "title: Late delivery"),
)
MISSING_FIELD = kind(
    "F02",
    nb=Says("Feltet «{field}» ({label}) mangler.", "Legg det til. {help}", "{field}: …"),
    en=Says("The field “{field}” ({label}) is missing.", "Add it. {help}", "{field}: …"),
)
EMPTY = kind(
    "F03",
    nb=Says("«{field}» er tomt.", "Fyll det ut, eller ta bort linja hvis feltet kan utelates. {help}", "done_when: Kunden har hørt det fra deg."),
    en=Says("“{field}” is empty.", "Fill it in, or remove the line if the field is optional. {help}", "done_when: The customer has heard it from you."),
)
NOT_LIST = kind(
    "F04",
    nb=Says("«{field}» skal være en liste.", "Skriv hvert punkt på sin egen linje, med bindestrek og mellomrom foran.", "signals:\n  - Kunden spør hvor bilen blir av."),
    en=Says("“{field}” must be a list.", "Write each entry on its own line, after a hyphen and a space.", "signals:\n  - The customer asks where the truck is."),
)
NOT_FIELDS = kind(
    "F05",
    nb=Says("«{field}» skal ha felt under seg, ikke {shape}.", "Skriv feltene på egne linjer, to mellomrom inn.", "card:\n  call: Den som står uten varene."),
    en=Says("“{field}” must have fields below it, not {shape}.", "Write the fields on lines of their own, two spaces in.", "card:\n  call: Whoever is left without the goods."),
)
NOT_TEXT = kind(
    "F06",
    nb=Says("«{field}» skal være tekst, ikke {shape}.", "Skriv teksten rett etter kolonet, eller på linjene under etter «|».", "title: Forsinket levering"),
    en=Says("“{field}” must be text, not {shape}.", "Write the text right after the colon, or on the lines below after “|”.", "title: Late delivery"),
)
TOO_FEW = kind(
    "F07",
    nb=Says("«{field}» har {count} punkter. Det skal være minst {least}.", "Legg til flere. {help}", "- Kunden spør hvor bilen blir av."),
    en=Says("“{field}” has {count} entries. It needs at least {least}.", "Add more. {help}", "- The customer asks where the truck is."),
)
TOO_MANY = kind(
    "F08",
    nb=Says("«{field}» har {count} punkter. Det skal være høyst {most}.", "Ta bort de svakeste. {help}", "- Kunden spør hvor bilen blir av."),
    en=Says("“{field}” has {count} entries. At most {most} are allowed.", "Remove the weakest. {help}", "- The customer asks where the truck is."),
)
TOO_LONG = kind(
    "F09",
    nb=Says("«{field}» er på {count} tegn. Det skal være høyst {most}.", "Kort ned. {help}", "title: Forsinket levering"),
    en=Says("“{field}” is {count} characters. At most {most} are allowed.", "Shorten it. {help}", "title: Late delivery"),
)
TOO_MANY_WORDS = kind(
    "F10",
    nb=Says("«{field}» er på {count} ord. Det skal være høyst {most}.", "Kort ned. {help}", "why: Da må kunden fortelle alt en gang til."),
    en=Says("“{field}” is {count} words. At most {most} are allowed.", "Shorten it. {help}", "why: Then the customer must tell it all again."),
)
NOT_IN_LIST = kind(
    "F11",
    nb=Says("«{found}» står ikke i lista {listing}.{hint}", "Velg en av: {allowed}.", "who: seller"),
    en=Says("“{found}” is not in the list {listing}.{hint}", "Choose one of: {allowed}.", "who: seller"),
)
NOT_DURATION = kind(
    "F12",
    nb=Says("«{found}» er ikke en varighet.{hint}", "Skriv tall og m, h eller d, uten mellomrom: minutter, timer eller dager.", "wait: 30m"),
    en=Says("“{found}” is not a duration.{hint}", "Write a number and m, h or d, without a space: minutes, hours or days.", "wait: 30m"),
)
NOT_DEADLINE = kind(
    "F13",
    nb=Says("«{found}» er ikke en frist.{hint}", "Skriv 15m, 2h eller 1d fra feilen ble kjent, eller et klokkeslett som 14:30.", "deadline: 15m"),
    en=Says("“{found}” is not a deadline.{hint}", "Write 15m, 2h or 1d from when the error became known, or a time such as 14:30.", "deadline: 15m"),
)
NOT_CLOCK = kind(
    "F14",
    nb=Says("«{found}» er ikke et klokkeslett.{hint}", "Skriv time og minutt med kolon.", "start: 09:00"),
    en=Says("“{found}” is not a time of day.{hint}", "Write hour and minute with a colon.", "start: 09:00"),
)
NOT_DATE = kind(
    "F15",
    nb=Says("«{found}» er ikke en dato.{hint}", "Skriv år-måned-dag.", "reviewed: 2026-11-23"),
    en=Says("“{found}” is not a date.{hint}", "Write year-month-day.", "reviewed: 2026-11-23"),
)
NO_SUCH_DATE = kind(
    "F16",
    nb=Says("Datoen {found} finnes ikke.", "Se i kalenderen, og skriv år-måned-dag.", "reviewed: 2026-02-28"),
    en=Says("The date {found} does not exist.", "Check the calendar, and write year-month-day.", "reviewed: 2026-02-28"),
)
NOT_NUMBER = kind(
    "F17",
    nb=Says("«{found}» er ikke et helt tall.{hint}", "Skriv bare sifre.", "minutes: 20"),
    en=Says("“{found}” is not a whole number.{hint}", "Write digits only.", "minutes: 20"),
)
NOT_LEVEL = kind(
    "F18",
    nb=Says("«{found}» er ikke et nivå av alvor.", "Skriv et tall fra 1 til 4, eller et spenn som 2-3 der det er lov.", "severity: 2-3"),
    en=Says("“{found}” is not a level of severity.", "Write a number from 1 to 4, or a range such as 2-3 where allowed.", "severity: 2-3"),
)
NOT_RANGE = kind(
    "F19",
    nb=Says("«{found}» er ikke et spenn.", "Skriv det minste tallet, bindestrek og det største.", "seller: 2-5"),
    en=Says("“{found}” is not a range.", "Write the smaller number, a hyphen and the larger.", "seller: 2-5"),
)
NOT_ID = kind(
    "F20",
    nb=Says("«{found}» er ikke en id.{hint}", "Id-er er engelske ord med små bokstaver og bindestrek.", "play: late-delivery"),
    en=Says("“{found}” is not an id.{hint}", "Ids are English words in small letters with hyphens.", "play: late-delivery"),
)
NOT_LEVEL_OR_PLAY = kind(
    "F21",
    nb=Says("«{found}» er verken et alvor (1 til 4) eller id-en til et spill.", "Skriv ett av dem.", "if_yes: repeat-failure"),
    en=Says("“{found}” is neither a severity (1 to 4) nor the id of a play.", "Write one of them.", "if_yes: repeat-failure"),
)
NOT_PATTERN = kind(
    "F22",
    nb=Says("«{found}» har ikke riktig form for «{field}».", "{help}", "languages: [nb, en]"),
    en=Says("“{found}” does not have the right form for “{field}”.", "{help}", "languages: [nb, en]"),
)
MISPLACED = kind(
    "F23",
    nb=Says("Fila «{found}» ligger ikke der et spill skal ligge.", "Et spill heter <id>.<språk>.yml og ligger i mappen til familien sin: {allowed}.", "plays/delivery/late-delivery.nb.yml"),
    en=Says("The file “{found}” does not lie where a play belongs.", "A play is named <id>.<language>.yml and lies in its family's folder: {allowed}.", "plays/delivery/late-delivery.en.yml"),
)
LACKS_LANGUAGE = kind(
    "F25",
    nb=Says("«{field}» mangler språket {lang}.", "Hver tekst skal stå på alle språkene i plays/company.yml.", "label:\n  nb: Lager\n  en: Warehouse"),
    en=Says("“{field}” lacks the language {lang}.", "Every text stands in all the languages of plays/company.yml.", "label:\n  nb: Lager\n  en: Warehouse"),
)
LACKS_KEY = kind(
    "F26",
    nb=Says("Lista mangler «{found}», som programmet trenger.", "Sett den inn igjen. Navn og forklaring kan du endre fritt.", "seller:\n  label:\n    nb: Selger"),
    en=Says("The list lacks “{found}”, which the program needs.", "Put it back. Its name and description are yours to change.", "seller:\n  label:\n    en: Seller"),
)
BAD_KEY = kind(
    "F27",
    nb=Says("«{found}» kan ikke være en nøkkel.", "Skriv små bokstaver a–z, tall, bindestrek eller understrek.", "it-operations:"),
    en=Says("“{found}” cannot be a key.", "Write small letters a–z, digits, hyphen or underscore.", "it-operations:"),
)
LEVELS = kind(
    "F28",
    nb=Says("Rytmen har ikke nøyaktig én gang hvert nivå fra 1 til 4. Nivå {found} mangler.", "Skriv ett punkt for hvert nivå.", "- severity: 4"),
    en=Says("The cadence does not have each level from 1 to 4 exactly once. Level {found} is missing.", "Write one entry for each level.", "- severity: 4"),
)
CHAPTER_TWIN = kind(
    "D01",
    nb=Says("Kapitlet finnes ikke på språket {lang}.", "Lag fila {found}, med samme navn og egen tekst.", "docs/en/research.md"),
    en=Says("The chapter does not exist in the language {lang}.", "Make the file {found}, with the same name and its own text.", "docs/en/research.md"),
)
CHAPTER_HEAD = kind(
    "D02",
    nb=Says("Kapitlet mangler «{found}» i hodet.", "Begynn fila med tre streker, title, description og tre streker.", "---\ntitle: For ledere\ndescription: Tid, fullmakt og ros.\n---"),
    en=Says("The chapter lacks “{found}” in its head.", "Begin the file with three dashes, title, description and three dashes.", "---\ntitle: For managers\ndescription: Time, authority and praise.\n---"),
)
MISSING_FILE = kind(
    "F24",
    nb=Says("Fila mangler.", "Hent den tilbake fra historikken. Uten den kan ingenting sjekkes."),
    en=Says("The file is missing.", "Restore it from the history. Without it nothing can be checked."),
)
