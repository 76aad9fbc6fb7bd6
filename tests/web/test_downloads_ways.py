"""Every way to have a file, asked for by address: what the page says of it, and what is in the file."""

import io
import re

import pikepdf
import pytest
from PIL import Image

from app.services.upload_limits import EASY_BYTES
from app.web.downloads.asked import options_of, query_of, usual_options, whole_query, wishes_of

MM = 72 / 25.4


@pytest.fixture
def finished(maker):
    """A visitor whose poster breaks no rule."""
    maker.send("save")
    return maker


@pytest.fixture
def opened(finished):
    """A function that fetches a file, and opens it."""

    def fetch(path):
        answer = finished.client.get(f"{finished.address}/download/{path}")
        assert answer.status_code == 200, answer.text
        return pikepdf.open(io.BytesIO(answer.data))

    return fetch


@pytest.fixture
def told(finished):
    """A function that returns the page for an address."""
    return lambda query: finished.client.get(f"{finished.address}/download?{query}").text


def sides_mm(page, box="/MediaBox"):
    left, bottom, right, top = (float(side) / MM for side in page[box])
    return round(right - left, 1), round(top - bottom, 1)


def card(page, goal):
    return re.search(rf'<li id="file-{goal}".*?(?=<li id="file-|<li class="destination")', page, re.S)[0]


def main_link(page, goal):
    return re.search(r'<a class="action[^"]*" href="([^"]+)"', card(page, goal))[1].replace("&amp;", "&")


def test_the_usual_print_shop_is_chosen_and_the_others_are_folded_away(told, services):
    """Their names and for whom they are come from the kit."""
    page = card(told("formaat=a3"), "print")

    assert '<details class="ways">' in page
    for shop in services.catalog.brand.shops.values():
        assert shop.name.nl in page
        assert shop.whom.nl in page
    assert re.findall(r'aria-current="true".*?way-title">([^<]+)<', page, re.S) == ["Gewone drukker"]


def test_a_chosen_shop_stands_on_the_card_and_in_the_file(told, opened):
    """5 mm and crop marks, told beforehand; one press leads back."""
    page = told("formaat=a3&drukker=groot")
    shown = card(page, "print")

    assert "plus 5 mm rondom" in shown
    assert "<strong>Groot drukwerk</strong>" in shown
    assert '<details class="ways" open>' in shown
    assert 'href="' + re.search(r"/affiche/\w+/download", page)[0] + '?formaat=a3#file-print">Toch het gewone' in shown
    with opened(main_link(page, "print").partition("/download/")[2]) as pdf:
        assert sides_mm(pdf.pages[0], "/TrimBox") == (297, 420)
        assert sides_mm(pdf.pages[0], "/BleedBox") == (307, 430)
        assert sides_mm(pdf.pages[0])[0] > 310


def test_a_shop_that_marks_can_do_without(opened):
    """Whoever asks for no crop marks gets none."""
    with opened("a3/print?drukker=groot&snijtekens=nee") as pdf:
        assert sides_mm(pdf.pages[0]) == (307, 430)


def test_a_flat_file_is_pdf_x_1a(opened):
    """For shops that ask for it."""
    with opened("a4/print?drukker=zonder-lagen") as pdf:
        assert str(pdf.docinfo["/GTS_PDFXVersion"]).startswith("PDF/X-1")


def test_from_one_metre_on_a_file_can_be_a_tenth_of_the_size(told, opened):
    """Offered there and nowhere else; the page says how large it is then."""
    assert "schaal=10" not in told("formaat=a3")
    page = told("formaat=b1&schaal=10")

    assert "70 × 100 mm" in card(page, "print")
    with opened(main_link(page, "print").partition("/download/")[2]) as pdf:
        assert sides_mm(pdf.pages[0], "/TrimBox") == (70, 100)


def test_the_note_knows_the_shop_and_comes_as_a_page_too(told, opened, finished):
    """The text and the PDF say what that shop gets."""
    page = told("formaat=a3&drukker=ongestreken")

    assert "/download/a3/nota?drukker=ongestreken" in page
    assert "FOGRA29" in finished.client.get(f"{finished.address}/download/a3/nota?drukker=ongestreken").text
    with opened("a3/nota.pdf?drukker=ongestreken") as pdf:
        assert len(pdf.pages) >= 1
        assert str(pdf.Root.Lang).startswith("nl")


def test_sheets_to_glue_are_counted_before_they_are_made(told, opened):
    """How many, which way, how large: as many as the file then has, beside the page that explains."""
    page = told("formaat=a2&bladen=a4")
    shown = card(page, "home")
    sheets = int(re.search(r"Download (\d+) bladen A4 \+ uitleg", shown)[1])

    assert "Op A4-papier. Samen 420 × 594 mm" in shown
    assert f"De eerste pagina van de pdf is uitleg: ze toont hoe het moet. Daarna komen de {sheets} bladen." in shown
    assert "100\u00a0%" in shown
    assert shown.count("drawn-dashed") >= 2
    with opened(main_link(page, "home").partition("/download/")[2]) as pdf:
        assert len(pdf.pages) == sheets + 1
        assert {tuple(sorted(sides_mm(one))) for one in pdf.pages} == {(210, 297)}


def test_paper_that_few_have_is_named_and_the_usual_offered(told, opened):
    """2 m² wants A3: the sentence and the button say so, and a link leads to the same on A4."""
    shown = card(told("formaat=mupi"), "home")

    assert "Op A3-papier. Samen 1185 × 1750 mm" in shown
    assert "Download 21 bladen A3 + uitleg (pdf)" in shown
    assert re.search(r'Heb je alleen A4-papier\? <a href="[^"]*bladen=a4#file-home">Groot, uit 49 A4-bladen</a>', shown)
    assert "alleen A4-papier" not in card(told("formaat=b2"), "home")
    assert "49 bladen A4" in card(told("formaat=mupi&bladen=a4"), "home")
    with opened("mupi/home?bladen=a4") as pdf:
        assert len(pdf.pages) == 50


def test_a_small_poster_stays_small(told, opened):
    """Who chose A5 gets two on a sheet unless they ask for one large one, which the card offers."""
    shown = card(told("formaat=a5"), "home")

    assert "2 kaartjes op één A4-blad, elk 135 × 191 mm" in shown
    assert "chosen-way" not in shown
    assert "Iets kleiner dan een echte A5" in shown
    large = re.search(r'Liever groot\? <a href="([^"]+)#file-home">', shown)[1]
    assert large.endswith("formaat=a5&amp;samen=nee")
    with opened("a5/home") as two, opened("a5/home?samen=nee") as one:
        assert float(one.pages[0].MediaBox[3]) > float(one.pages[0].MediaBox[2])
        assert float(two.pages[0].MediaBox[3]) < float(two.pages[0].MediaBox[2])
    assert "je A5 komt er groter uit" in card(told("formaat=a5&samen=nee"), "home")


def test_cards_on_which_type_falls_under_the_kit_are_told(told):
    """The imprint of an A6 is 5 pt and 4.5 pt on a card: the smallest that this kit sets is 5."""
    assert "De kleinste letters worden heel klein" in card(told("formaat=a6"), "home")
    assert "De kleinste letters" not in card(told("formaat=a5"), "home")
    assert "De kleinste letters" not in card(told("formaat=a6&samen=nee"), "home")


@pytest.mark.parametrize(
    ("goal", "off", "on", "before", "after"),
    [
        ("home", "a3", "a3&inkt=zuinig", "blijven dan wit papier", "krijgen dan weer hun kleur"),
        ("home", "a3", "a3&kleur=grijs", "eruitziet zonder kleur", "Nu print je alles in zwart en grijs"),
        ("print", "a3", "a3&snijtekens=ja", "Streepjes die tonen waar", "vallen dan weg"),
        ("print", "b1", "b1&schaal=10", "Zij vergroten het bestand", "niet meer te vergroten"),
    ],
)
def test_a_switch_says_what_pressing_it_does(told, goal, off, on, before, after):
    """Once it is on its words are about taking it back, never the opposite of its label."""
    was, now = card(told(f"formaat={off}"), goal), card(told(f"formaat={on}"), goal)

    assert (before in was, after in was) == (True, False)
    assert (before in now, after in now) == (False, True)


def test_whoever_prints_near_the_edge_is_told_what_to_do(told):
    """Sheets that are used to the last millimetre have a cure for printers that reach less far; others need none."""
    assert "Print dan alle bladen op 95\u00a0%" in told("formaat=a1&bladen=a4")
    assert "Valt er aan een rand iets weg" not in told("formaat=a2&bladen=a4")


def test_cards_lie_beside_each_other_on_one_sheet(told, opened):
    """Two A5 on an A4; the drawing shows both."""
    page = told("formaat=a5&samen=ja")
    drawing = re.search(r'<svg class="drawing".*?</svg>\s*</div>', card(page, "home"), re.S)[0]

    assert "2 kaartjes op één A4-blad" in card(page, "home")
    assert drawing.count('href="#poster"') == 2
    with opened(main_link(page, "home").partition("/download/")[2]) as pdf:
        assert len(pdf.pages) == 1


def test_black_and_white_is_shown_and_made(told, opened):
    """The small drawing has no colours, and neither has the file."""
    page = told("formaat=a4&kleur=grijs")

    assert "drawing-gray" in card(page, "home")
    with opened(main_link(page, "home").partition("/download/")[2]) as pdf:
        page = pdf.pages[0]
        colours = {str(op) for _, op in pikepdf.parse_content_stream(page)} & {"rg", "RG", "k", "K"}
        assert colours == set()


def test_little_ink_shows_the_poster_that_comes_out(finished):
    """The drawing is of the lean poster, which stands in the page once; or a sentence says that it cannot be."""
    page = finished.client.get(f"{finished.address}/download?formaat=a4&inkt=zuinig").text
    home = card(page, "home")

    if 'id="poster-lean"' in page:
        assert page.count('id="poster-lean"') == 1
        assert 'href="#poster-lean"' in home
        assert "inkt=zuinig" in main_link(page, "home")
    else:
        assert '<p class="note">' in home
        assert "inkt=zuinig" not in main_link(page, "home")


def test_what_is_chosen_for_one_file_stays_while_another_is_chosen(told):
    """The address holds it all: shop, sheets, and the format to come."""
    page = told("formaat=a2&drukker=groot&bladen=a4&kleur=grijs")

    assert "drukker=groot&amp;snijtekens=nee&amp;bladen=a4&amp;kleur=grijs#file-print" in page
    assert "drukker=groot&amp;bladen=a4#file-home" in page
    assert re.search(r"download\?formaat=a1&amp;drukker=groot&amp;bladen=a4&amp;kleur=grijs", page)


def test_an_address_says_every_wish_and_is_read_back(services):
    """For all ways of all formats."""
    from app.engine.imposition import home_prints
    from app.engine.sheet import FORMATS
    from app.services.home_prints import home_options
    from app.services.purposes import goals_of

    brand = services.catalog.brand
    for found in FORMATS.values():
        for goal in goals_of(found):
            usual = usual_options(found, goal)
            assert options_of(found, goal, query_of(found, goal, usual), brand) == usual
        for way in home_prints(found):
            plain = home_options(way)
            assert options_of(found, "home", query_of(found, "home", plain), brand) == plain
            wish = home_options(way, save_ink=True, gray=True)
            assert wishes_of(found, whole_query(found, {"home": wish}), brand)["home"] == wish


def test_words_and_page_can_be_taken_along(finished, told):
    """As text, as a file for a browser, and as code to paste; the file shows the poster."""
    text = finished.client.get(f"{finished.address}/download/a3/tekst")
    page = finished.client.get(f"{finished.address}/download/a3/webpagina")

    assert "Warm hart, vast contract." in text.text
    assert text.mimetype == "text/plain"
    assert page.mimetype == "text/html"
    assert re.search(
        r'filename="career-affiche-portret[a-z0-9-]*-a3-website-nl\.html"', page.headers["Content-Disposition"]
    )
    assert page.headers["Content-Disposition"].startswith("attachment")
    assert '<img src="data:image/webp;base64,' in page.text
    assert '<a href="https://care-er.be"' in page.text
    assert "&lt;h2&gt;Warm hart, vast contract.&lt;/h2&gt;" in told("formaat=a3")


def test_no_page_shows_a_photo_before_its_time(maker):
    """As long as the website file is refused, so is the page."""
    answer = maker.client.get(f"{maker.address}/download/a3/webpagina")

    assert answer.status_code == 422
    assert "Dit moet eerst nog" in answer.text


def test_a_web_file_has_tags_links_and_a_bookmark(opened):
    """PDF/UA-1: the code is a link with words, and a reader lists the headline."""
    with opened("a4/web") as pdf:
        metadata = str(pdf.open_metadata())
        (link,) = (one for one in pdf.pages[0].Annots if one.Subtype == "/Link")
        assert str(link.A.URI) == "https://care-er.be"
        assert str(link.Contents)
        assert "pdfuaid" in metadata
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Outlines.First.Title) == "Warm hart, vast contract."


def test_a_weight_is_told_once_it_is_known(finished, told):
    """Not before the file was made, and not after the poster changed."""
    assert '<span class="weight">' not in told("formaat=square")
    data = finished.client.get(f"{finished.address}/download/square/screen?soort=jpg&bon=0123456789abcdef").data

    assert len(data) <= EASY_BYTES
    assert re.findall(r'class="weight">([^<]+)<', told("formaat=square")) == [f"{round(len(data) / 1000)} kB"]
    finished.send("save", text__headline="Iets anders")
    assert '<span class="weight">' not in told("formaat=square")


def test_a_picture_to_post_says_what_networks_take(finished, told, monkeypatch):
    """Each with its limit; a PNG that is too heavy for some is told for those alone, and of paper nothing is posted."""
    square = card(told("formaat=square"), "screen")
    assert "Bluesky 1\u00a0MB; X 5\u00a0MB; Facebook, Instagram, LinkedIn 8\u00a0MB" in square
    assert "te zwaar" not in square
    finished.client.get(f"{finished.address}/download/square/screen?soort=png")
    monkeypatch.setattr("app.web.downloads.page.weight_of", lambda *_asked: 2_100_000)

    assert "De png is te zwaar voor Bluesky. Neem daar de jpg." in card(told("formaat=square"), "screen")
    for key in ("uhd", "a3"):
        shown = card(told(f"formaat={key}"), "screen")
        assert "te zwaar" not in shown
        assert "Bluesky" not in shown
    assert "hoogstens 5\u00a0MB" in shown
    assert "soort=jpg" in main_link(told("formaat=a3"), "screen")


def test_an_upright_screen_in_4k_gets_all_its_pixels(finished, told):
    """A story at twice its pixels, sharp and not blown up, under a name of its own."""
    shown = card(told("formaat=story"), "screen")
    path = re.search(r'href="[^"]*/download/(story/screen\?[^"]*dubbel=ja)"[^>]*><span>([^<]+)<', shown)
    answer = finished.client.get(f"{finished.address}/download/{path[1].replace('&amp;', '&')}")

    assert path[2] == "Voor een staand 4K-scherm, 2160 × 3840 (png)"
    assert answer.headers["Content-Disposition"].endswith('-story-scherm-nl-dubbel.png"')
    with Image.open(io.BytesIO(answer.data)) as picture:
        assert picture.size == (2160, 3840)
    assert "dubbel" not in told("formaat=wide") + told("formaat=a3")
    assert finished.client.get(f"{finished.address}/download/wide/screen?dubbel=ja").status_code == 404


@pytest.mark.parametrize(("key", "use"), [("square", "Instagram"), ("story", "infoscherm"), ("uhd", "4K")])
def test_pictures_are_named_by_their_use(told, key, use):
    """With their size in pixels."""
    page = told(f"formaat={key}")

    assert use in card(page, "screen")
    assert "pixels" in card(page, "screen")
