"""What was typed is what a reader finds, in nine languages."""

import unicodedata
from dataclasses import replace

import press_rules
import pytest
import tag_rules
from poster_maker import DATE, content, files, judged, kit, made, page_texts, painted, poster
from poster_matrix import Case, everything, going, pairs
from poster_shelf import LANGUAGES, TEMPLATES

from app.engine.content import Imprint, Text
from app.engine.paint import paint_print

# Where one reads: pictures hold no text.
FILES = ("print", "web", "home")

# PDFium writes a hyphen that ended a line as one of these.
_LINE_ENDS = str.maketrans("", "", "\u00ad\ufffe\x02\u200b")


def plain(text):
    """Return a text as the comparison sees it: NFC, white space collapsed, soft hyphens left out."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_LINE_ENDS).split())


def imprint_line(given, language):
    """Return the imprint as the law's form asks for it."""
    lead = kit().imprint.lead[language]
    person = f"{given.name}, {given.street}, {given.postcode} {given.town}"
    return f"{lead} {person}" + (f" – {given.organisation}, {given.seat}" if given.organisation else "")


def unread(found, data):
    """Return the texts of a poster that PDFium does not find as they were typed."""
    read = list(map(plain, page_texts(data)))
    typed = [text.text for text in found.content.content.texts.values()]
    typed.append(imprint_line(found.content.content.imprint, found.content.language))
    return [text for text in map(plain, typed) if not all(text in each for each in read)]


@pytest.mark.parametrize("case", going(FILES, pairs()), ids=str)
def test_text_is_read_back_as_typed(case):
    """Every slot and the imprint, whatever the language and wherever the file goes."""
    assert unread(poster(case), made(case)) == []


@pytest.mark.slow
@pytest.mark.parametrize("case", going(FILES, everything()), ids=str)
def test_every_text_is_read_back_as_typed(case):
    """The same for every template, format, language and destination."""
    assert unread(poster(case), made(case)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_accents_typed_in_two_parts_come_back(language):
    """A letter and its accent as two characters, as some keyboards send them, read as one."""
    case = Case("infodag", "a4", language, "print")
    given = content(case.template, language)
    parts = {key: replace(text, text=unicodedata.normalize("NFD", text.text)) for key, text in given.texts.items()}
    found = judged(case, replace(given, texts=parts))

    assert unread(found, painted(found)) == []


@pytest.mark.parametrize("format", ["a6", "a5", "a3", "a0", "b1", "a3-landscape"])
def test_divided_words_come_back_whole(format):
    """A word that is divided over two lines is one word to a reader."""
    case = Case("vacature", format, "nl", "print")
    given = content(case.template, "nl")
    words = {
        "title": Text(text="Verpleeg\u00adkundige nachtdienst"),
        "reason-1": Text(text="Arbeidsongeschiktheidsverzekering inbegrepen"),
        "reason-2": Text(text="Fietsvergoeding en hospitalisatieverzekering"),
        "reason-3": Text(text="Verplaatsings\u200bkosten\u200bvergoedingen\u200bnacht"),
    }
    found = judged(case, replace(given, texts={**given.texts, **words}))

    assert unread(found, painted(found)) == []


@pytest.mark.parametrize("words", ["Zorg-\nen welzijn", "Dag- en nachtdienst in thuis- en ouderenzorg", "Zorg-"])
@pytest.mark.parametrize(("name", "slot"), [("portret", "headline"), ("infodag", "title"), ("vacature", "reason-1")])
def test_hyphens_that_were_typed_come_back(name, slot, words):
    """Dutch leaves out the second half of a word: that hyphen is no division, wherever its line ends."""
    case = Case(name, "a3", "nl", "print")
    given = content(name, "nl")
    found = judged(case, replace(given, texts={**given.texts, slot: Text(text=words)}))

    assert unread(found, painted(found)) == []


def test_lines_close_under_each_other_keep_their_order():
    """Large type of two directions stands closer than a reader expects of lines."""
    case = Case("infodag", "a4", "nl", "print")
    given = content("infodag", "nl")
    date = Text(text="Îngrijitoare « می\u200cخواهم țăran și")
    found = judged(case, replace(given, texts={**given.texts, "date": date}))
    file = paint_print(found.scene, pictures=files(), condition=kit().print.condition, date=DATE)

    assert unread(found, file) == []


@pytest.mark.parametrize(
    "words",
    [
        "نحن https://www.zorgcampus-delinde.example/vacatures/verpleegkundigen/nachtdienst/2027 الآن",
        "اتصل jobs.en.vacatures.verpleegkundigen.nachtdienst@zorgcampus-delinde-dendermonde.be اليوم",
        "مرحبا Arbeidsongeschiktheidsverzekeringsmaatschappijhuisnummerbordjesverkoper الآن",
        "نحن الاستقلالية/المسؤولية/والتعاون/والاحترام/المتبادلبينناجميعاالآن نعم",
        "الاستقلاليةوالمسؤوليةوالتعاونوالاحترامالمتبادلبينناجميعاًالآنوغدًاوبعدهوفيكلمكان",
    ],
    ids=["address", "mail", "latin", "signs", "arabic"],
)
@pytest.mark.parametrize("slot", ["title", "place"])
def test_divided_words_of_right_to_left_lines_come_back_whole(words, slot):
    """There the last word of a line does not stand at its right, nor the first one of the next at its left."""
    case = Case("infodag", "a4", "ar", "print")
    given = content(case.template, "ar")
    found = judged(case, replace(given, texts={**given.texts, slot: Text(text=words)}))
    file = paint_print(found.scene, pictures=files(), condition=kit().print.condition, date=DATE)

    assert unread(found, file) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_screen_readers_get_right_to_left_text_as_typed(name):
    """The letters of such text stand in the file as they look; its element says them as they are read."""
    case = Case(name, "a4", "ar", "print")
    heard = [plain(element.actual) for element in tag_rules.elements(press_rules.opened(made(case)))]
    typed = [plain(text.text) for text in content(name, "ar").texts.values()]

    assert [text for text in typed if text not in heard] == []


ARABIC_LINES = [
    "دار الرعاية دي ليندي، Lindestraat 12، دندرموندي",
    "اتصل بنا على 052 12 34 56 أو jobs@delinde.be اليوم",
    "العمل (بدوام كامل) في De Linde vzw",
    "Careēr معك: من 10 إلى 16",
    "نَحْنُ نَبْحَثُ عَنْكَ في Dendermonde، 9200",
    "100 % أمان و3 أسباب",
    "زر care-er.be/jobs/2027 الآن",
]


@pytest.mark.parametrize("line", ARABIC_LINES)
@pytest.mark.parametrize("format", ["a5", "a3", "a0"])
def test_mixed_arabic_lines_come_back(line, format):
    """Latin names, numbers and addresses inside an Arabic line keep their places."""
    case = Case("infodag", format, "ar", "print")
    given = content(case.template, "ar")
    found = judged(case, replace(given, texts={**given.texts, "place": Text(text=line)}))

    assert unread(found, painted(found)) == []


@pytest.mark.parametrize("date", ["14 و15 مايو", "السبت 14\nمارس", "14–16 مارس", "3/5"])
@pytest.mark.parametrize("format", ["a5", "b1"])
def test_large_arabic_dates_come_back(date, format):
    """Lines of very different sizes, and runs of one letter, stay in order."""
    case = Case("infodag", format, "ar", "print")
    given = content(case.template, "ar")
    found = judged(case, replace(given, texts={**given.texts, "date": Text(text=date)}))

    assert unread(found, painted(found)) == []


@pytest.mark.parametrize(
    "given",
    [
        Imprint(name="سميرة حداد", street="Schoolstraat 4", postcode="9300", town="Aalst"),
        Imprint(name="سميرة حداد", street="شارع المدرسة 4", postcode="9300", town="آلست"),
        Imprint(name="An Peeters", street="Lindestraat 12 bus 3", postcode="9200", town="Dendermonde"),
    ],
    ids=["mixed", "arabic", "latin"],
)
def test_any_imprint_comes_back_from_an_arabic_poster(given):
    """The publisher's name may be Arabic and the street Flemish."""
    case = Case("trots", "a3", "ar", "print")
    found = judged(case, replace(content("trots", "ar"), imprint=given))

    assert unread(found, painted(found)) == []
