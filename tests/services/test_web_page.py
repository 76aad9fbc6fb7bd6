"""A poster as a web page: read back as a browser does."""

import base64
import io
from html.parser import HTMLParser

import pytest
from PIL import Image

from app.engine.findings import Sentence
from app.engine.geometry import Size
from app.engine.layout import TranscriptLine
from app.services.web_page import PagePicture, pasted_page, web_page

VOID = ("meta", "img")


class Reader(HTMLParser):
    """Notes every element with its attributes and its own text, and that each that is opened is closed."""

    def __init__(self, data):
        super().__init__()
        self.found, self._open = [], []
        self.feed(data)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.found.append([tag, dict(attrs), ""])
        if tag not in VOID:
            self._open.append(len(self.found) - 1)

    def handle_endtag(self, tag):
        assert self.found[self._open.pop()][0] == tag

    def handle_data(self, data):
        for at in self._open:
            self.found[at][2] += data

    def all(self, tag):
        return [(attrs, text.strip()) for name, attrs, text in self.found if name == tag]


def line(text, kind="text", role="P", language="nl", link=""):
    label = Sentence(nl="Foto", fr="Photo", en="Photo")
    return TranscriptLine(slot="x", kind=kind, role=role, label=label, text=text, language=language, link=link)


LINES = (
    line("Iemand lacht & zwaait", kind="photo", role="Figure"),
    line("Warm hart,\nvast contract.", role="H1"),
    line("Cœur chaud.", role="H2", language="fr"),
    line("Altijd <echt> werk", role="Quote"),
    line("قلب دافئ", language="ar"),
    line("https://care-er.be/jobs?a=1&b=2", kind="qr", role="Figure", link="https://care-er.be/jobs?a=1&b=2"),
    line("V.U.: An Maes", kind="imprint"),
)


@pytest.fixture
def brand(workshop):
    return workshop.catalog.brand


@pytest.fixture
def picture():
    file = io.BytesIO()
    Image.new("RGB", (9, 12), "red").save(file, "WEBP")
    return PagePicture(file.getvalue(), Size(9, 12))


def test_a_page_is_whole_and_says_everything_in_order(brand, picture):
    """One file: headings, a quotation, a link that works, the small print at the foot, and the picture in it."""
    read = Reader(web_page(LINES, brand, "Warm hart, vast contract.", picture))

    assert read.all("html")[0][0] == {"lang": "nl", "dir": "ltr"}
    assert read.all("title")[0][1] == "Warm hart, vast contract."
    assert [text for _, text in read.all("h1")] == ["Warm hart, vast contract."]
    assert read.all("h2") == [({"lang": "fr", "dir": "ltr"}, "Cœur chaud.")]
    assert read.all("blockquote") == [({}, "Altijd <echt> werk")]
    assert read.all("a")[0][0]["href"] == "https://care-er.be/jobs?a=1&b=2"
    assert "V.U.: An Maes" in read.all("footer")[0][1]
    ((shown, _),) = read.all("img")
    assert shown["alt"] == "Iemand lacht & zwaait"
    data = base64.b64decode(shown["src"].removeprefix("data:image/webp;base64,"))
    assert Image.open(io.BytesIO(data)).size == (9, 12) == (int(shown["width"]), int(shown["height"]))


def test_words_from_right_to_left_are_told_so(brand):
    """In a page in another language, and of a whole page."""
    mixed = Reader(web_page(LINES, brand, "x", None))
    whole = Reader(web_page([line("قلب دافئ", role="H1", language="ar")], brand, "x", None))

    assert ({"lang": "ar", "dir": "rtl"}, "قلب دافئ") in mixed.all("p")
    assert whole.all("html")[0][0] == {"lang": "ar", "dir": "rtl"}


def test_an_address_that_no_poster_may_hold_is_only_told(brand):
    """A page never leads where a poster may not."""
    wicked = line("javascript:alert(1)", kind="qr", role="Figure", link="javascript:alert(1)")

    assert Reader(web_page([wicked], brand, "x", None)).all("a") == []


def test_what_is_pasted_fits_into_a_page_that_is_there(brand):
    """No second title of the page, no style of its own but a bar; the photo is told in words."""
    read = Reader(pasted_page(LINES, brand))

    assert [tag for tag, _, _ in read.found if tag in ("html", "style", "h1", "img")] == []
    assert [text for _, text in read.all("h2")] == ["Warm hart, vast contract."]
    assert "Foto: Iemand lacht & zwaait" in [text for _, text in read.all("p")]
    assert read.all("section")[0][0]["lang"] == "nl"


def test_colours_are_the_brands_and_can_be_read(brand):
    """Words stand on a ground that the kit allows for them."""
    page = web_page(LINES, brand, "x", None)
    known = {ink.srgb.hex for ink in brand.palette.values()}

    assert {word for word in page.replace(";", " ").split() if word.startswith("#")} <= known
    assert "Content-Security-Policy" in page


def test_a_photo_is_named_as_its_language_writes_it(brand):
    """In French a space that does not break stands before the colon."""
    lines = (line("Cœur chaud", role="H1", language="fr"), line("Un sourire", kind="photo", language="fr"))

    assert "Photo\u00a0: Un sourire" in pasted_page(lines, brand)
