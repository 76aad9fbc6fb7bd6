"""The logos of a poster, seen before one is chosen."""

import io
import re
from xml.etree import ElementTree

from makers import svg

LOGO = svg('<rect width="300" height="100" fill="#c81e1e"/>', 300, 100).encode()


def picture_of(maker):
    """The address of the picture of the logo in the form."""
    page = maker.client.get(maker.address).text
    return re.search(r'<img src="(/affiche/[^"]+/logo/[0-9a-f]{64})" alt="Logo 1"', page)[1]


def test_a_logo_is_shown_where_it_is_chosen(maker):
    """An uploaded logo stands in the form as a picture, for the holder of the poster alone."""
    maker.send(**{"logo.logo.upload": (io.BytesIO(LOGO), "logo.svg")})

    shown = maker.client.get(picture_of(maker))

    assert shown.mimetype == "image/svg+xml"
    assert shown.headers["Cache-Control"].startswith("private")
    assert ElementTree.fromstring(shown.data).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314 - our own answer
    assert "#c81e1e" in shown.text


def test_a_script_hears_where_the_picture_of_a_logo_is(maker):
    """The answer to an upload leads to it."""
    form = {"csrf_token": maker.token(maker.address), "slot": "logo", "file": (io.BytesIO(LOGO), "logo.svg")}

    taken = maker.client.post(maker.address + "/bestand", data=form).get_json()

    assert maker.client.get(taken["picture"]).mimetype == "image/svg+xml"


def test_nobody_else_sees_the_logo(maker, stranger, photo_jpeg):
    """To know the address is not enough, and a photo has no plate."""
    maker.send(**{"logo.logo.upload": (io.BytesIO(LOGO), "logo.svg")})
    address = picture_of(maker)
    token = maker.token(maker.address)
    photo = {"csrf_token": token, "slot": "photo", "file": (io.BytesIO(photo_jpeg), "me.jpg")}
    digest = maker.client.post(maker.address + "/bestand", data=photo).get_json()["file"].removeprefix("upload:")

    assert stranger.client.get(address).status_code == 404
    assert maker.client.get(f"{maker.address}/logo/{digest}").status_code == 404
    assert maker.client.get(f"{maker.address}/logo/{'0' * 64}").status_code == 404


def test_nothing_of_a_poster_is_left_in_memory_once_it_is_wiped(maker, services, photo_jpeg):
    """The pictures that pages showed go with the files that they were made of."""
    maker.send(**{"logo.logo.upload": (io.BytesIO(LOGO), "logo.svg")})
    plate = maker.client.get(picture_of(maker))
    photo = {"csrf_token": maker.token(maker.address), "slot": "photo", "file": (io.BytesIO(photo_jpeg), "me.jpg")}
    taken = maker.client.post(maker.address + "/bestand", data=photo).get_json()
    small = maker.client.get(taken["picture"])
    shown = services.rendering._views._kept._kept
    assert {plate.data, small.data} <= set(shown.values())

    maker.client.post(maker.address + "/wis", data={"csrf_token": maker.token(maker.address)})

    assert not shown
    assert not services.uploads._logos._kept


def test_a_plate_is_made_once(maker, services):
    """A page with several logos asks for each at every visit."""
    maker.send(**{"logo.logo.upload": (io.BytesIO(LOGO), "logo.svg")})
    address = picture_of(maker)
    maker.client.get(address)
    (kept,) = services.rendering._views._kept._kept.values()

    maker.client.get(address)

    assert [value is kept for value in services.rendering._views._kept._kept.values()] == [True]
