"""The wording of everything that can be wrong with a file as text, before anyone asks what it means."""

from opptur.problems import Says, kind

UNREADABLE = kind(
    "L01",
    nb=Says("Fila kan ikke leses: {why}.", "Se om den finnes og at du har lov til å lese den."),
    en=Says("The file cannot be read: {why}.", "Check that it exists and that you may read it."),
)
NOT_UTF8 = kind(
    "L02",
    nb=Says(
        "Her er et tegn lagret på gammel måte (byte {byte}, ikke UTF-8). Det er trolig «{letter}».",
        "Lagre fila som UTF-8 (i VS Code: klikk på tegnsettet nederst til høyre). Skriv bokstaven på nytt.",
        "title: Forsinket levering på Ås",
    ),
    en=Says(
        "A character here is saved the old way (byte {byte}, not UTF-8). It is probably “{letter}”.",
        "Save the file as UTF-8 (in VS Code: click the encoding at the bottom right). Type the letter again.",
        "title: Late delivery at the café",
    ),
)
UTF16 = kind(
    "L03",
    nb=Says("Fila er lagret som UTF-16.", "Lagre den som UTF-8 i stedet."),
    en=Says("The file is saved as UTF-16.", "Save it as UTF-8 instead."),
)
TOO_LARGE = kind(
    "L04",
    nb=Says("Fila er på {size} kB. Grensen er {limit} kB.", "Del innholdet, eller ta bort det som er limt inn ved en feil."),
    en=Says("The file is {size} kB. The limit is {limit} kB.", "Split it, or remove what was pasted by accident."),
)
HIDDEN_CHARACTER = kind(
    "L05",
    nb=Says(
        "Her står et skjult tegn: {name}.",
        "Slett tegnet og skriv stedet på nytt. Det kommer ofte med når du limer inn tekst.",
    ),
    en=Says(
        "There is a hidden character here: {name}.",
        "Delete it and type this place again. It often comes along with pasted text.",
    ),
)
TAB = kind(
    "L06",
    nb=Says(
        "Her står et tabulatortegn.", "Slett det og bruk mellomrom: to for hvert nivå inn, ett etter kolon.", "error:\n  severity: 2-3"
    ),
    en=Says("There is a tab here.", "Delete it and use spaces: two for each level in, one after a colon.", "error:\n  severity: 2-3"),
)
HARD_SPACE = kind(
    "L07",
    nb=Says(
        "Her står et hardt mellomrom der det skal være et vanlig.",
        "Slett det og trykk på mellomromstasten. Det ser likt ut, men teller ikke som mellomrom her.",
        "- do: Ring kontakten.",
    ),
    en=Says(
        "There is a no-break space where an ordinary space belongs.",
        "Delete it and press the space bar. It looks the same but does not count as a space here.",
        "- do: Call your contact.",
    ),
)
LIST_MARK = kind(
    "L08",
    nb=Says(
        "Linja begynner med «{found}». Slik begynner ikke et punkt i en liste.",
        "Et punkt begynner med vanlig bindestrek og mellomrom. Gjelder det flere linjer, så rett alle.",
        "- Kunden ringer og spør hvor bilen er.",
    ),
    en=Says(
        "The line begins with “{found}”. That is not how a list entry begins.",
        "An entry begins with a plain hyphen and a space. If there are several such lines, mend them all.",
        "- The customer calls and asks where the truck is.",
    ),
)
LONE_CR = kind(
    "L09",
    nb=Says("Linjeskiftet her er av en gammel type (bare CR).", "Slett linjeskiftet og trykk Enter, eller lagre fila med linjeskift LF."),
    en=Says(
        "The line break here is of an old kind (CR alone).", "Delete the line break and press Enter, or save the file with LF line ends."
    ),
)
SYNTAX = kind(
    "L10",
    nb=Says(
        "Fila kan ikke leses videre herfra.",
        "Se på denne linja og den over: innrykk, kolon etter feltnavnet, anførselstegn på begge sider.",
        "title: Forsinket levering",
    ),
    en=Says(
        "The file cannot be read past this point.",
        "Look at this line and the one above: indentation, a colon after the field name, quotes on both sides.",
        "title: Late delivery",
    ),
)
COLON_IN_TEXT = kind(
    "L11",
    nb=Says(
        "Det står kolon og mellomrom inne i teksten. Da tror programmet at et nytt felt begynner.",
        'Sett hele teksten i rette anførselstegn (").',
        'do: "Si det slik: Ordren kommer ikke i dag."',
    ),
    en=Says(
        "There is a colon and a space inside the text, which looks like the start of a new field.",
        'Put the whole text in straight quotes (").',
        'do: "Say it like this: the order will not arrive today."',
    ),
)
SPECIAL_START = kind(
    "L12",
    nb=Says(
        "Teksten begynner med «{found}», som har en egen betydning i denne typen fil.",
        "Sett hele teksten i anførselstegn.",
        'say: "{{first_name}}, jeg ringer med dårlig nytt."',
    ),
    en=Says(
        "The text begins with “{found}”, which has a meaning of its own in this kind of file.",
        "Put the whole text in quotes.",
        'say: "{{first_name}}, I am calling with bad news."',
    ),
)
OPEN_QUOTE = kind(
    "L13",
    nb=Says(
        "Anførselstegnet {found} som begynner her, blir ikke avsluttet riktig.",
        "Sett samme tegn etter teksten. Står tegnet inne i teksten, så bruk den andre typen rundt.",
        'subject: "Ordre 1042: kommer ikke i dag"',
    ),
    en=Says(
        "The quote {found} that opens here is not closed properly.",
        "Put the same mark after the text. If the mark stands inside the text, use the other kind around it.",
        'say: "I\'m calling with bad news."',
    ),
)
INDENT = kind(
    "L14",
    nb=Says(
        "Denne linja har {count} mellomrom foran seg. Det stemmer ikke med linjene rundt.",
        "Felt og punkter på samme nivå skal ha like mange mellomrom foran seg. Ett nivå inn er to til.",
        "card:\n  call: …\n  say: …",
    ),
    en=Says(
        "Spaces before this line: {count}. That does not match the lines around it.",
        "Fields and entries on one level have equally many spaces before them. One level further in is two more.",
        "card:\n  call: …\n  say: …",
    ),
)
NO_COLON = kind(
    "L15",
    nb=Says(
        "Linja «{found}» er verken et felt eller en del av teksten over.",
        "Er den et felt, så sett kolon og mellomrom etter feltnavnet. Hører den til teksten over, så rykk den inn.",
        "title: Forsinket levering",
    ),
    en=Says(
        "The line “{found}” is neither a field nor part of the text above.",
        "If it is a field, put a colon and a space after its name. If it belongs to the text above, indent it.",
        "title: Late delivery",
    ),
)
DUPLICATE = kind(
    "L16",
    nb=Says("Feltet «{found}» står to ganger. Det første er på linje {first}.", "Behold bare ett av dem."),
    en=Says("The field “{found}” stands twice. The first is on line {first}.", "Keep just one of them."),
)
ANCHOR = kind(
    "L17",
    nb=Says(
        "«&{found}» lager et anker. Det brukes ikke her.", "Ta det bort, eller sett teksten i anførselstegn.", 'do: "& så en ting til"'
    ),
    en=Says(
        "“&{found}” makes an anchor. Anchors are not used here.", "Remove it, or put the text in quotes.", 'do: "& then one more thing"'
    ),
)
ALIAS = kind(
    "L18",
    nb=Says(
        "«*{found}» viser til et annet sted i fila. Det brukes ikke her.",
        "Skriv teksten helt ut, eller sett den i anførselstegn.",
        'do: "*Viktig*"',
    ),
    en=Says(
        "“*{found}” points to another place in the file. That is not used here.",
        "Write the text out in full, or put it in quotes.",
        'do: "*Important*"',
    ),
)
TAG = kind(
    "L19",
    nb=Says(
        "«{found}» er en merkelapp for programmer. Den brukes ikke her.",
        "Ta den bort, eller sett teksten i anførselstegn.",
        'do: "!viktig beskjed"',
    ),
    en=Says("“{found}” is a tag for programs. Tags are not used here.", "Remove it, or put the text in quotes.", 'do: "!important note"'),
)
MERGE = kind(
    "L20",
    nb=Says("«<<» fletter inn felt fra et annet sted. Det brukes ikke her.", "Skriv feltene helt ut."),
    en=Says("“<<” merges fields from elsewhere. That is not used here.", "Write the fields out in full."),
)
FLOW_MAPPING = kind(
    "L21",
    nb=Says(
        "Teksten begynner med «{{». Da leses den som felt på én linje, og det brukes ikke her.",
        "Sett teksten i anførselstegn, eller skriv hvert felt på sin egen linje.",
        'say: "{{first_name}}, jeg ringer med dårlig nytt."',
    ),
    en=Says(
        "The text begins with “{{”, which reads as fields on one line. That is not used here.",
        "Put the text in quotes, or write each field on a line of its own.",
        'say: "{{first_name}}, I am calling with bad news."',
    ),
)
MANY_DOCUMENTS = kind(
    "L22",
    nb=Says("Her begynner et nytt dokument i samme fil.", "Ta bort linja med «---», eller legg resten i en egen fil."),
    en=Says("A second document begins here in the same file.", "Remove the line with “---”, or move the rest to a file of its own."),
)
COMPLEX_KEY = kind(
    "L23",
    nb=Says("Feltnavnet her er ikke vanlig tekst.", "Skriv feltnavn, kolon og mellomrom, uten «?» foran.", "title: Forsinket levering"),
    en=Says("The field name here is not plain text.", "Write field name, colon and a space, without “?” in front.", "title: Late delivery"),
)
TOO_DEEP = kind(
    "L24",
    nb=Says("Her er det flere enn {limit} nivåer inni hverandre.", "Ta bort hakeparenteser eller innrykk som ikke skal være der."),
    en=Says("There are more than {limit} levels inside each other here.", "Remove brackets or indentation that do not belong."),
)
CUT_OFF = kind(
    "L25",
    nb=Says(
        "Alt fra « #» og ut linja blir borte, for # begynner en merknad.",
        "Sett hele teksten i anførselstegn. Er det en merknad, så flytt den til sin egen linje.",
        'subject: "Sak #123 er løst"',
    ),
    en=Says(
        "Everything from “ #” to the end of the line is lost, because # begins a comment.",
        "Put the whole text in quotes. If it is a comment, move it to a line of its own.",
        'subject: "Case #123 is solved"',
    ),
)
EMPTY_FILE = kind(
    "L26",
    nb=Says("Fila er tom.", "Kopier et spill som ligner, og fyll inn.", "title: Forsinket levering"),
    en=Says("The file is empty.", "Copy a play that resembles it and fill it in.", "title: Late delivery"),
)
NOT_FIELDS = kind(
    "L27",
    nb=Says("Fila skal begynne med et felt, ikke med {shape}.", "Skriv feltnavn, kolon og mellomrom.", "title: Forsinket levering"),
    en=Says("The file must begin with a field, not with {shape}.", "Write field name, colon and a space.", "title: Late delivery"),
)
DIRECTIVE = kind(
    "L28",
    nb=Says(
        "Linjer som begynner med «%», brukes ikke her.",
        "Ta bort linja. Er den en merknad, så begynn den med # i stedet.",
        "# Husk å spørre lageret.",
    ),
    en=Says(
        "Lines that begin with “%” are not used here.",
        "Remove the line. If it is a remark, begin it with # instead.",
        "# Remember to ask the warehouse.",
    ),
)
NO_LIBYAML = kind(
    "L29",
    nb=Says("PyYAML mangler C-delen (libyaml) på denne maskinen.", "Kjør «make site» på nytt, eller installer PyYAML fra et ferdig hjul."),
    en=Says("PyYAML lacks its C part (libyaml) on this machine.", "Run “make site” again, or install PyYAML from a ready wheel."),
)
BACKSLASH = kind(
    "L31",
    nb=Says(
        "«{found}» i anførselstegn leses som en kode.",
        "Bruk enkle anførselstegn, eller skriv to omvendte skråstreker.",
        "do: 'Legg filen i C:\\Temp'",
    ),
    en=Says("“{found}” inside quotes reads as a code.", "Use single quotes, or write two backslashes.", "do: 'Put the file in C:\\Temp'"),
)
NO_SPACE = kind(
    "L30",
    nb=Says("Det mangler mellomrom etter «{found}».", "Skriv feltnavn, kolon, mellomrom og tekst.", "title: Forsinket levering"),
    en=Says("There is no space after “{found}”.", "Write field name, colon, space and text.", "title: Late delivery"),
)
