"""A file that is too large costs its maker nothing that was typed."""

import io
from dataclasses import replace

import pytest
from house import create_app
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from app.services.sent import weight, whole
from app.web.receiving import ArrivingFile

MB = 1_000_000
PHOTO = "photo.photo.upload"


@pytest.fixture
def maker(settings, open_house, visitor):
    """Somebody with a poster, where photos may weigh 2 MB and requests 3."""
    small = replace(settings, photo_mb=2, logo_mb=1, request_mb=3)
    found = type(visitor)(create_app(small, open_house(small)).test_client())
    found.begin()
    found.client.post = in_memory(found.client.post)
    return found


def in_memory(post):
    """Post with a body made here: the client's own leaves a large one in a file that nobody closes."""

    def send(address, data, headers=None):
        values = {name: FileStorage(*value) if isinstance(value, tuple) else value for name, value in data.items()}
        boundary, body = encode_multipart(values)
        return post(address, data=body, content_type=f"multipart/form-data; boundary={boundary}", headers=headers)

    return send


@pytest.mark.parametrize("megabytes", [2.5, 3.5, 11])
def test_a_photo_that_is_too_large_is_told_beside_its_field(maker, megabytes):
    """Without scripts too: the page says how heavy it is and what may be, and everything typed is kept."""
    heavy = io.BytesIO(bytes(int(megabytes * MB)))
    answer = maker.send("download", text__headline="Niet kwijt", **{PHOTO: (heavy, "me.jpg")})

    assert answer.status_code == 422
    assert f"is {-int(-megabytes // 1)}\u00a0MB groot; het mag hoogstens 2\u00a0MB zijn" in answer.text
    assert maker.typed("text.headline") == "Niet kwijt"
    assert maker.typed("imprint.town") == "Dendermonde"  # after the file in the form


def test_a_logo_has_a_limit_of_its_own(maker):
    """One between the two limits is too large for a logo."""
    answer = maker.send(**{"logo.logo.upload": (io.BytesIO(bytes(1_500_000)), "logo.png")})

    assert answer.status_code == 422
    assert "is 2\u00a0MB groot; het mag hoogstens 1\u00a0MB zijn" in answer.text


def test_a_script_is_told_in_one_sentence(maker):
    """The part of the page that sends a file hears why it was not taken."""
    data = {"csrf_token": maker.token(maker.address), "slot": "photo", "file": (io.BytesIO(bytes(5 * MB)), "me.jpg")}
    answer = maker.client.post(maker.address + "/bestand", data=data)

    assert answer.status_code == 422
    assert "hoogstens 2\u00a0MB zijn" in answer.json["message"]


def test_beyond_all_patience_the_page_says_where_the_text_is(maker):
    """Nobody makes us read without end: such a form is refused unread, with the way back."""
    answer = maker.send(text__headline="Niet kwijt", **{PHOTO: (io.BytesIO(bytes(13 * MB)), "film.mov")})

    assert answer.status_code == 413
    assert "hoogstens 2 MB" in answer.text
    assert f'href="{maker.address}"' in answer.text
    assert "knop Vorige" in answer.text


def test_nothing_is_left_of_a_file_but_its_weight():
    """Neither memory nor disk holds what went over the limit."""
    with ArrivingFile(most_bytes=10) as arriving:
        for _ in range(4):
            arriving.write(b"abcd")
        arriving.seek(0)

        assert (arriving.weight_bytes, arriving.read()) == (16, b"")


@pytest.mark.parametrize("size", [9, 500_001], ids=["in memory", "on the disk"])
def test_a_file_that_arrived_is_handed_on_whole(size):
    """Whoever takes it over has all of it, also when the form is gone."""
    data = bytes(range(256)) * 2_000
    with ArrivingFile(most_bytes=MB) as arriving:
        arriving.write(data[:size])
        handed = arriving.handed_on()

    assert whole(handed) == data[:size]
    assert weight(handed) == size
