"""Stretches of text that stay on one line, and words that should not end one."""

import re
from collections.abc import Iterator
from functools import lru_cache

# Kinds of space that typists put inside a unit: a plain one, no-break, thin, narrow no-break.
_S = "[ \u00a0\u2009\u202f]"
_NUMBER = rf"[+\-−±]?\d+(?:[.,:/\u2009\u202f\u00a0]\d+)*(?:{_S}\d{{3}}(?!\d))*"
_UNIT = (
    r"(?:%|‰|°C?|€|\$|£|EUR|euro|km|cm|mm|m²|m2|m³|m|kg|g|l|ml|kWh?"
    r"|uur|uren|u\.?|min\.?|minuten|dagen|weken|maanden|jaar|jaren|plaatsen|bedden"
    r"|h|heures?|minutes?|jours?|semaines?|mois|ans?|places"
    r"|o[’']clock|hours?|hrs?|minutes|days?|weeks?|months?|years?|a\.?m\.?|p\.?m\.?"
    r"|Uhr|Stunden?|Std\.?|Tage?n?|Wochen?|Monate?n?|Jahre?n?"
    r"|godz\.?|godzin[ay]?|dni|lat|ore|ani|zile|saat|yıl|gün|год\.?|години?|роки?|років|днів)"
)
_MONTH = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Januar|Februar|März|Juni|Juli|August|Oktober|Dezember"
    r"|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia"
    r"|ianuarie|februarie|martie|aprilie|iunie|iulie|septembrie|octombrie|noiembrie|decembrie"
    r"|Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık"
    r"|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)"
)
_TITLE = (
    r"(?:[Dd]r|[Mm]r|[Mm]evr|[Dd]hr|[Mm]w|[Pp]rof|[Ii]ng|[Ii]r|[Mm]me|Mlle|M|Mrs|Ms"
    r"|[Ss]t|[Ss]te|[Nn]r|[Nn]o|[Tt]el|[Bb]lz|[Pp]ag|[Aa]rt)"
)

# What is kept together, and how it is recognised. The first three are addresses.
_TABLE: tuple[tuple[str, str], ...] = (
    ("an e-mail address", r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+"),
    ("a web address", r"(?:https?://|www\.)\S+"),
    (
        "a web address without its beginning",
        r"\b[\w\-]+(?:\.[\w\-]+)*\.(?:be|com|org|net|eu|nl|fr|de|uk|lu|info|care|jobs|vlaanderen|brussels|gent)\b(?:/\S*)?",
    ),
    ("an abbreviation with points, such as V.U. or a.u.b.", rf"\b(?:\w\.{_S}?){{1,}}\w\.:?"),
    ("a sum of money", rf"(?:€|\$|£|EUR){_S}?{_NUMBER}(?:,-)?"),
    ("a number with its unit", rf"{_NUMBER}{_S}?{_UNIT}(?!\w)"),
    ("a range of numbers", rf"{_NUMBER}{_S}?[-–]{_S}?{_NUMBER}(?:{_S}{_UNIT}(?!\w))?"),
    ("a telephone number", r"\+?\(?\d[\d ./()\u00a0\u202f\-]{5,16}\d"),
    ("a date", rf"\b\d{{1,2}}(?:er|\.)?{_S}(?i:{_MONTH})\b"),
    ("a name with an s set apart from it", rf"\b[^\W\d_a-zà-ÿ]\w+{_S}[’']s\b"),
    ("initials and the name that follows", rf"\b(?:[^\W\d_a-zà-ÿ]\.{_S}?)+(?=[^\W\d_a-zà-ÿ]\w)\w"),
    ("a title and the name that follows", rf"\b{_TITLE}\.{_S}(?=\w)\w"),
    ("a letter before a hyphen, as in e-mail or T-shirt", r"\b\w-\w"),
    ("a short choice, such as m/v/x or en/of", r"(?<!\w)\(?\w{1,3}(?:/\w{1,3})+\)?(?!\w)"),
    ("a sign with a space before it, as the French set it", rf"\S{_S}+[!?:;»%]"),
    ("an opening guillemet with its space", rf"«{_S}+\S"),
    ("a dash, which may end a line but not begin one", rf"\S{_S}+[–—](?={_S}|$)"),
)
_UNITS = re.compile("|".join(f"(?:{pattern})" for _, pattern in _TABLE[3:]))
_ADDRESSES = re.compile("|".join(f"(?:{pattern})" for _, pattern in _TABLE[:3]), re.IGNORECASE)
_ADDRESS_END = ".,;:!?)»”\"'…"

# Words that lean on the next one. A line of a headline should not end with them.
_LEANING: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "nl": """de het een 't 'n en of in op te van voor met aan bij om als jouw uw ons onze mijn zijn haar hun naar
            uit tot door over onder dat die dit deze niet geen zo per dan is""",
        "fr": """le la les un une des du de au aux à en et ou dans par pour sur sous avec sans ce cet cette ces mon ma
            mes ton ta tes son sa ses notre nos votre vos leur leurs ne qui que y se est sont""",
        "en": """the a an and or of in on at to for with by from as your our my his her their its this that but not so
            than is are""",
        "de": """der die das den dem des ein eine einen einem einer eines und oder in im an am auf zu zum zur von vom
            für mit bei aus nach als mein meine dein deine unser unsere dass wenn nicht kein um ist sind""",
        "tr": "ve ile bir bu şu o için her",
        "pl": "i a o u w z ze we na do od po za dla przy oraz lub że nie ku by",
        "ro": "și sau de la în pe cu un o din pentru prin al a ai ale ca să nu",
        "uk": "і й та а або в у з із зі на до від по за для при що як не о об",
        "ar": "في من على إلى عن مع أو و ثم لا ما أن إن كل",
    }.items()
}


@lru_cache(maxsize=512)
def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """Return where web and e-mail addresses stand, as start and end."""
    return tuple(_addresses(text))


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    for found in _ADDRESSES.finditer(text):
        yield found.start(), found.start() + max(1, len(found.group().rstrip(_ADDRESS_END)))


@lru_cache(maxsize=512)
def protected(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches inside which no line ends, as start and end. They may overlap."""
    return (*addresses(text), *_units(text))


def _units(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while found := _UNITS.search(text, start):
        yield found.start(), found.end()
        # From the next character on, not from the end: the name of an initial may itself begin a unit.
        start = max(found.start() + 1, found.end() - 1)


def leans(word: str, language: str) -> bool:
    """Return whether a word leans on the one after it, so that a line should not end with it."""
    return word.lower() in _LEANING.get(language.split("-")[0].lower(), ())
