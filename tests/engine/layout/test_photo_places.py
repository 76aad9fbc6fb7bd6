"""Where photos stand, and how dense their pixels would lie on every format."""

import pytest
from makers import Pictures, checked, laid_out, make_content, make_template, photo, photo_slot
from PIL import Image

from app.engine.geometry import Path, Point, Rect
from app.engine.layout import densities, photo_places, transcript
from app.engine.preflight import largest_served
from app.engine.scene import ClipBegin, TagBegin
from app.engine.sheet import FORMATS

PICTURES = Pictures().photo(Image.new("RGB", (1200, 1697), (120, 90, 160)))
TEMPLATE = make_template(photo_slot(), places={"photo": Rect(0, 0, 1, 1)})


def poster_with(choice, format="a3", template=TEMPLATE):
    return checked(template, make_content(photo=choice), format, media=PICTURES.media)


def test_the_place_is_the_mask_that_is_painted():
    """What is shown while cropping is the outline that the poster has."""
    template = make_template(photo_slot(), places={"photo": Rect(0.1, 0.1, 0.5, 0.3)})
    content = make_content(photo=photo())

    (place,) = photo_places(checked(template, content, media=PICTURES.media))

    scene = laid_out(template, content, media=PICTURES.media)
    assert place.path == next(item.path for item in scene.items if isinstance(item, ClipBegin))
    assert (place.slot, place.box) == ("photo", place.path.bounds)


def test_an_empty_place_is_one_too():
    """The frame is there before there is a photo."""
    assert [place.slot for place in photo_places(checked(TEMPLATE, make_content()))] == ["photo"]


def test_a_photo_is_denser_on_a_smaller_sheet():
    """Half as wide, twice as dense; and zooming in takes its share on all."""
    poster = poster_with(photo())
    plain, near = (
        {format.key: ppi for format, ppi in densities(found, next(found.photos())).items()}
        for found in (poster, poster_with(photo(zoom=2.0)))
    )

    assert plain["a4"] == pytest.approx(2 * plain["a2"], rel=0.01)
    assert near["a4"] == pytest.approx(plain["a4"] / 2)


def test_a_drawing_has_no_pixels():
    """Nothing to count, nothing to say."""
    poster = poster_with(photo("brand:zorgkundige-1"))

    assert densities(poster, next(poster.photos())) == {}


def test_a_photo_serves_up_to_the_first_sheet_that_asks_too_much():
    """The same limits as preflight has: what this says works, preflight lets pass."""
    poster = poster_with(photo(zoom=1.25))
    limits = poster.brand.photo.error_ppi

    largest = largest_served(densities(poster, next(poster.photos())), limits)

    assert largest.key == "a3"
    assert largest_served({}, limits) is None


def test_a_mirrored_sheet_has_its_place_on_the_other_side():
    """In a language that runs from right to left the mask is where the photo is painted."""
    template = make_template(photo_slot(), places={"photo": Rect(0, 0, 0.4, 0.4)}, mirror=True)
    content = make_content(photo=photo(), language="ar")

    (place,) = photo_places(checked(template, content, media=PICTURES.media))

    assert place.box.right == pytest.approx(FORMATS["a3"].trim.width)


@pytest.mark.parametrize(
    ("lid", "places", "heard"),
    [
        ("me.jpg", {"first": Rect(-0.2, 0.2, 0.5, 0.3), "photo": Rect(-0.05, 0.1, 1.1, 0.5)}, ["photo"]),
        ("me.jpg", {"first": Rect(0.1, 0.2, 0.5, 0.5), "photo": Rect(-0.05, 0.1, 1.1, 0.5)}, ["first", "photo"]),
        ("brand:team-1", {"first": Rect(0.1, 0.2, 0.5, 0.3), "photo": Rect(0, 0.1, 1, 0.5)}, ["first", "photo"]),
    ],
)
def test_who_stands_behind_a_photo_is_neither_painted_nor_read_aloud(lid, places, heard):
    """Beside it, or behind a drawing, which has no ground, people are seen."""
    template = make_template(photo_slot("first"), photo_slot(), places=places)
    content = make_content(first=photo("brand:team-2"), photo=photo(lid))

    poster = checked(template, content, media=PICTURES.media)
    painted = [
        item.slot for item in laid_out(template, content, media=PICTURES.media).items if isinstance(item, TagBegin)
    ]

    assert [slot for slot in painted if slot in places] == heard
    assert [line.slot for line in transcript(poster) if line.slot in places] == heard


def test_a_round_photo_hides_nobody():
    """The corners of its box show what is below."""
    circle = Path.ellipse(Point(0.5, 0.5), 0.4, 0.3)
    places = {"first": Rect(0.45, 0.45, 0.1, 0.1), "photo": Rect(0, 0, 1, 1)}
    template = make_template(photo_slot("first"), photo_slot(), places=places, masks={"photo": circle})
    content = make_content(first=photo("brand:team-2"), photo=photo())

    heard = [line.slot for line in transcript(checked(template, content, media=PICTURES.media))]

    assert {"first", "photo"} <= set(heard)
