"""The page that a shared link opens: the poster and its text for whoever has the link, and nothing else."""

import io
import re
from dataclasses import replace
from html import unescape

import pytest
from house import create_app
from PIL import Image
from sqlalchemy import update

from app.store.tables import ShareRow

AGREED = {"photo.photo.consent": "y"}


def share(visitor, *, until="week", shape="a3"):
    """Share a visitor's poster as the form does; return the address that whoever gets the link opens."""
    data = {"csrf_token": visitor.token(visitor.address), "until": until, "format": shape}
    answer = visitor.client.post(visitor.address + "/deel", data=data)
    assert answer.status_code == 303, answer.text
    link_id = re.search(r"#link-(\w+)$", answer.location)[1]
    return re.search(rf"http://localhost(/deel/{link_id}\w+)", visitor.client.get(answer.location).text)[1]


def send_photo(visitor, photo_jpeg, **more):
    """Save the poster with a photo; return what the form calls it."""
    visitor.send(**{"photo.photo.upload": (io.BytesIO(photo_jpeg), "me.jpg")})
    page = visitor.client.get(visitor.address).text
    name = re.search(r'name="photo\.photo\.file"[^>]* value="(upload:\w+)"', page)[1]
    visitor.send(**{"photo.photo.file": name, **more})
    return name


def picture_of(client, link):
    answer = client.get(link + "/beeld.webp")
    assert (answer.status_code, answer.mimetype) == (200, "image/webp")
    return Image.open(io.BytesIO(answer.data)).convert("RGB")


@pytest.fixture
def shared(maker):
    """The link of a finished poster."""
    maker.send("save")
    return share(maker)


def test_whoever_has_the_link_reads_the_poster_in_order(shared, stranger):
    """Its words with their languages, the address of its code as a link, and who answers for it."""
    page = unescape(stranger.client.get(shared).text)

    said = re.findall(r'class="said[^"]*"[^>]*>(.+?)</(?:h3|p)>', page)
    assert [re.sub(r"<[^>]+>", "", line).strip() for line in said] == [
        "Warm hart, vast contract.",
        "Word verpleegkundige in Dendermonde.",
        "Foto Verpleegkundige met een haarband lacht breed",
        "Logo van het merk Careēr",
        "QR-code https://care-er.be",
        "Verantwoordelijke uitgever V.U.: An Peeters, Lindestraat 12, 9200 Dendermonde",
    ]
    assert '<h3 class="said said-h1" lang="nl" dir="ltr">' in page
    assert '<a href="https://care-er.be" rel="external nofollow noreferrer" dir="ltr">' in page
    assert "<title>Warm hart, vast contract. · " in page
    assert "nog niet" not in page


def test_the_picture_is_the_poster_in_its_chosen_format(maker, stranger):
    """As it is now: what is changed later is seen too."""
    maker.send("save")
    link = share(maker, shape="square")
    before = picture_of(stranger.client, link)

    maker.send("save", **{"photo.photo.file": "brand:kinderbegeleider-1"})

    assert before.size == (1400, 1400)
    assert picture_of(stranger.client, link).tobytes() != before.tobytes()
    assert "Vierkant" in stranger.client.get(link).text


def test_nothing_private_is_on_the_page(shared, maker, stranger):
    """Neither the poster's own address nor a form or a script; no session is begun, and no other page learns of it."""
    answer = stranger.client.get(shared)

    assert maker.address.rsplit("/", 1)[1] not in answer.text
    assert not re.search(r"<(form|script|input|button)|csrf|/download|/verder/", answer.text)
    for got in (answer, stranger.client.get(shared + "/beeld.webp")):
        assert got.headers["Cache-Control"] == "no-store"
        assert got.headers["X-Robots-Tag"] == "noindex"
        assert got.headers["Referrer-Policy"] == "no-referrer"
        assert "Set-Cookie" not in got.headers
        assert "default-src 'none'" in got.headers["Content-Security-Policy"]


def test_the_link_opens_nothing_but_its_page(shared, maker, stranger):
    """Who has it can neither go on with the poster nor share it on."""
    stranger.client.get(shared)
    data = {"csrf_token": stranger.token(), "until": "week"}

    assert stranger.client.get(maker.address).status_code == 404
    assert stranger.client.get(maker.address + "/download").status_code == 404
    assert stranger.client.post(maker.address + "/deel", data=data).status_code == 404


def told(answer):
    """What a page says, without the numbers that every page has of its own."""
    assert answer.status_code == 404
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    return re.sub(r"referentie \w+|/deel/\w+", "", answer.text)


def test_a_link_that_is_over_stopped_wiped_or_unknown_gets_one_answer(maker, stranger, services):
    """A friendly page that says what to do; who guesses learns nothing from it."""
    maker.send("save")
    over, stopped, wiped = (share(maker) for _ in range(3))
    with services.database.transaction() as session:
        session.execute(update(ShareRow).where(ShareRow.id == over[6:22]).values(until=1))
    token = {"csrf_token": maker.token(maker.address)}
    maker.client.post(f"{maker.address}/deel/{stopped[6:22]}/stop", data=token)
    assert stranger.client.get(wiped).status_code == 200
    maker.client.post(maker.address + "/wis", data=token)

    unknown = told(stranger.client.get("/deel/" + "0" * 48))

    assert "Deze link toont geen affiche" in unknown
    assert "Vraag een nieuwe link aan wie hem je stuurde" in unknown
    for link in (over, stopped, wiped, wiped[:-1] + "é"):
        assert told(stranger.client.get(link)) == unknown
        assert stranger.client.get(link + "/beeld.webp").status_code == 404


def test_a_photo_is_shown_only_when_whoever_is_on_it_agrees(maker, stranger, photo_jpeg):
    """Without a yes neither the picture nor its words are there, and the page says why; a yes shows them at once."""
    name = send_photo(maker, photo_jpeg)
    link = share(maker)

    without = stranger.client.get(link).text
    hidden = picture_of(stranger.client, link)
    maker.send(**{"photo.photo.file": name, **AGREED})
    with_photo = stranger.client.get(link).text
    shown = picture_of(stranger.client, link)

    assert "tonen ze pas als zeker is dat wie erop staat akkoord gaat" in without
    assert "Verpleegkundige met een haarband" not in without
    assert "Verpleegkundige met een haarband" in with_photo
    assert "De foto staat er hier nog niet op" not in with_photo
    # The photo is grey in the middle, which no colour of the brand is.
    assert grey_share(hidden) < 0.05 < grey_share(shown)


def grey_share(picture):
    small = picture.resize((40, 40))
    pixels = [small.getpixel((x, y)) for x in range(40) for y in range(40)]
    return sum(max(pixel) - min(pixel) < 8 and 40 < pixel[0] < 200 for pixel in pixels) / len(pixels)


def test_no_part_of_a_photo_is_handed_out_that_the_poster_does_not_show(maker, stranger, photo_jpeg):
    """The photo itself stays closed to whoever has the link."""
    name = send_photo(maker, photo_jpeg, **AGREED)
    page = stranger.client.get(share(maker)).text

    assert re.findall(r'<img[^>]* src="(/(?:deel|affiche)[^"]+)"', page) == [
        re.search(r"/deel/\w+/beeld.webp", page)[0]
    ]
    photo = f"{maker.address}/foto/{name.removeprefix('upload:')}-1200"
    assert (maker.client.get(photo).status_code, stranger.client.get(photo).status_code) == (200, 404)


def test_a_poster_in_the_making_is_shown_as_one(maker, stranger):
    """Nobody takes a poster without its title for the last word."""
    link = share(maker)

    assert "Deze affiche is nog niet helemaal af." in stranger.client.get(link).text
    assert picture_of(stranger.client, link).width == 1400


@pytest.mark.parametrize("address", ["javascript:alert(1)", "http://bank.be@evil.example", "data:text/html,x", "evil"])
def test_an_address_that_no_poster_may_hold_is_told_but_not_linked(maker, stranger, address):
    """A link under the brand's name leads to no trap."""
    maker.send("save", qr__qr__url=address)

    page = unescape(stranger.client.get(share(maker)).text)

    assert address in page
    assert f'href="{address}' not in page


def test_words_cannot_become_markup(maker, stranger):
    """What somebody typed is shown as it was typed."""
    maker.send("save", text__headline="<img src=x>&amp;")

    page = stranger.client.get(share(maker)).text

    assert "<img src=x>" not in page
    assert "&lt;img src=x&gt;&amp;amp;" in page


def test_a_poster_from_right_to_left_is_read_so(maker, stranger):
    """Its words carry their language and direction; addresses and what we say of them do not."""
    maker.send("save", language="ar", text__headline="قلب دافئ", text__lead="كن ممرضا")

    page = stranger.client.get(share(maker)).text

    assert re.search(r'<h3 class="said said-h1" lang="ar" dir="rtl">قلب دافئ</h3>', page)
    assert '<html lang="nl">' in page
    assert 'nofollow noreferrer" dir="ltr">https://care-er.be' in page


@pytest.mark.parametrize(("language", "heading"), [("fr", "Voyez cette affiche"), ("en", "Look at this poster")])
def test_the_page_speaks_the_posters_language_until_another_is_chosen(maker, stranger, language, heading):
    """A French director gets a French page with a French poster; who chose Dutch keeps it."""
    maker.send("save", language=language)
    link = share(maker)

    assert heading in stranger.client.get(link).text
    assert f'<html lang="{language}">' in stranger.client.get(link).text
    answer = stranger.client.get(link + "?taal=nl", follow_redirects=True)
    assert "Bekijk deze affiche" in answer.text


def test_looking_draws_on_the_budgets(settings, open_house, visitor):
    """Nobody tries links, or has pictures painted, without end."""
    small = replace(settings, page_rate="6 per minute", render_rate="2 per minute")
    looker = create_app(small, open_house(small)).test_client()

    pages = [looker.get(f"/deel/{number:048}").status_code for number in range(7)]
    pictures = [looker.get(f"/deel/{number:048}/beeld.webp").status_code for number in range(3)]

    assert pages == [404] * 6 + [429]
    assert pictures == [404, 404, 429]
