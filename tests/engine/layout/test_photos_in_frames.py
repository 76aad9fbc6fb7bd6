"""Photos and illustrations in their frames, and the scrim over them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import Pictures, kit, laid_out, make_content, make_template, photo, photo_slot, text_slot
from PIL import Image

from app.engine.color import Rgb, contrast
from app.engine.geometry import Path, Point, Rect
from app.engine.layout.pictures import looks_away, standing
from app.engine.layout.scrim import thickness
from app.engine.scene import ClipBegin, Fill, Picture, TagBegin
from app.engine.sheet import FORMATS

A3 = FORMATS["a3"].trim
WIDE = Pictures().photo(Image.new("RGB", (1200, 600), (90, 120, 160)))


def picture_of(choice, **slot):
    """Return the upper half of an A3 with a wide photo in it."""
    template = make_template(photo_slot(**slot), places={"photo": Rect(0, 0, 1, 0.5)})
    scene = laid_out(template, make_content(photo=choice), media=WIDE.media)
    return next(item for item in scene.items if isinstance(item, Picture))


def test_a_photo_covers_its_frame_without_being_bent():
    """The crop has the proportion of the frame and as many pixels as it can have."""
    shown = picture_of(photo())

    assert shown.box == Rect(0, 0, A3.width, A3.height / 2)
    assert shown.crop.width / shown.crop.height == pytest.approx(shown.box.width / shown.box.height)
    assert shown.crop.height == pytest.approx(600)


@pytest.mark.parametrize(("focus", "left"), [((0.0, 0.5), 0), ((1.0, 0.5), 1), ((0.5, 0.5), 0.5)])
def test_the_focus_decides_what_is_seen(focus, left):
    """As near to the middle as the photo's edges allow."""
    shown = picture_of(photo(focus=focus))

    assert shown.crop.x == pytest.approx(left * (1200 - shown.crop.width))


def test_zooming_shows_less():
    """Twice as near, half as wide."""
    assert picture_of(photo(zoom=2.0)).crop.width == pytest.approx(picture_of(photo()).crop.width / 2)


def test_a_mask_may_have_any_shape():
    """The photo is clipped by the frame's own outline."""
    circle = Path.ellipse(Point(0.5, 0.3), 0.2, 0.2)
    template = make_template(photo_slot(), masks={"photo": circle})
    scene = laid_out(template, make_content(photo=photo()), media=WIDE.media)

    clip = next(item for item in scene.items if isinstance(item, ClipBegin))

    assert len(clip.path.segments) == len(circle.segments)
    assert clip.path.bounds.width == pytest.approx(0.4 * A3.width, rel=0.001)


def test_a_duotone_is_made_of_the_kits_two_colours():
    """The template asks, the kit says which."""
    treatment = picture_of(photo(), treatment="duotone").treatment

    assert (treatment.kind, treatment.dark.name, treatment.light.name) == ("duotone", "aubergine", "crème")


frames = st.builds(Rect, st.floats(-50, 50), st.floats(-50, 50), st.floats(20, 900), st.floats(20, 900))


@given(frames)
def test_a_person_stands_on_the_lower_edge_and_keeps_the_head(frame):
    """Whatever the frame, feet down, head in, in the middle."""
    drawing = Rect(0, 0, 704, 704)

    box = Path.rect(drawing).transformed(standing(drawing, frame, None, 1.0)).bounds

    assert box.bottom == pytest.approx(frame.bottom, abs=1e-6)
    assert box.y >= frame.y - 1e-6
    assert box.center.x == pytest.approx(frame.center.x, abs=1e-6)
    assert box.width <= 1.3 * frame.width + 1e-6


@given(frames, st.floats(1, 8), st.tuples(st.floats(0, 1), st.floats(0, 1)))
def test_who_comes_closer_leaves_no_gap_below(frame, zoom, focus):
    """A person never floats, however the picture is moved."""
    drawing = Rect(0, 0, 704, 704)

    box = Path.rect(drawing).transformed(standing(drawing, frame, focus, zoom)).bounds

    assert box.bottom >= frame.bottom - 1e-6


LEFT, RIGHT, WHOLE = Rect(0.05, 0.3, 0.4, 0.3), Rect(0.55, 0.3, 0.4, 0.3), Rect(-0.02, 0.3, 1.06, 0.3)


@pytest.mark.parametrize(
    ("looks", "place", "is_mirrored"),
    [
        ("right", RIGHT, True),
        ("right", LEFT, False),
        ("left", LEFT, True),
        ("left", RIGHT, False),
        ("ahead", LEFT, False),
        ("ahead", RIGHT, False),
        ("right", WHOLE, False),
        ("left", WHOLE, False),
    ],
)
def test_who_is_drawn_looks_into_the_poster(looks, place, is_mirrored):
    """Eyes that leave the sheet take the reader along."""
    assert looks_away(looks, place, Rect(0, 0, 1, 1)) is is_mirrored


def outlines_of(place, language="nl", **choice):
    """Return the outlines of somebody drawn on an A3 whose frames change sides in Arabic."""
    template = make_template(photo_slot(), places={"photo": place}, mirror=True)
    scene = laid_out(template, make_content(language=language, photo=photo("brand:zorgkundige-1", **choice)))
    number = next(number for number, item in enumerate(scene.items) if isinstance(item, TagBegin))
    return [item.path.bounds for item in scene.items[number:] if isinstance(item, Fill)]


@pytest.mark.parametrize("choice", [{}, {"zoom": 2.0, "focus": (0.3, 0.4)}])
def test_a_right_to_left_poster_is_the_mirror_of_the_other(choice):
    """Frame and person change sides together, and the same part of the drawing is seen."""
    here, there = outlines_of(RIGHT, **choice), outlines_of(RIGHT, "ar", **choice)

    assert [(box.x, box.y) for box in there] == [pytest.approx((A3.width - box.right, box.y), abs=1e-6) for box in here]


def test_a_photo_is_never_mirrored():
    """There may be letters on a uniform."""
    template = make_template(photo_slot(), places={"photo": RIGHT}, mirror=True)
    shown = [
        next(item for item in laid_out(template, content, media=WIDE.media).items if isinstance(item, Picture))
        for content in (make_content(language=language, photo=photo(focus=(0.1, 0.5))) for language in ("nl", "ar"))
    ]

    assert shown[0].crop == shown[1].crop
    assert shown[0].box.x > A3.width / 2 > shown[1].box.right


def test_an_illustration_is_painted_in_the_inks_of_the_palette():
    """Its jumper is the brand's yellow, exactly."""
    scene = laid_out(make_template(photo_slot()), make_content(photo=photo("brand:zorgkundige-1")))

    assert kit().palette["zon"] in [item.paint for item in scene.items if isinstance(item, Fill)]


@pytest.mark.parametrize(
    ("language", "alt", "words", "spoken"),
    [
        ("fr", "", "Aide-soignante au foulard noir et au pull jaune, souriante", "fr"),
        ("ar", "", "Zorgkundige met een zwarte hoofddoek en een gele trui glimlacht", "nl"),
        ("ar", "ممرضة", "ممرضة", "ar"),
    ],
)
def test_an_illustration_is_described_in_a_language_that_is_right(language, alt, words, spoken):
    """The kit's own words, or the user's."""
    content = make_content(language=language, photo=photo("brand:zorgkundige-1", alt=alt))

    scene = laid_out(make_template(photo_slot()), content)

    tag = next(item for item in scene.items if isinstance(item, TagBegin))
    assert (tag.alt, tag.language) == (words, spoken)


def test_a_photo_that_could_not_be_read_leaves_nothing():
    """No empty figure for a screen reader to stumble over."""
    scene = laid_out(make_template(photo_slot()), make_content(photo=photo("gone.jpg")))

    assert not [item for item in scene.items if isinstance(item, TagBegin)]


def scrims(place, *, scrim=True, slot=None):
    """Return the scrims of a poster with one text, and its scene."""
    slot = slot or text_slot(ink="crème", on="aubergine")
    places = {"headline": place, "photo": Rect(-0.02, 0.2, 1.04, 0.6)}
    template = make_template(slot, photo_slot(), places=places)
    scene = laid_out(template, make_content(headline="Warm hart", photo=photo(scrim=scrim)), media=WIDE.media)
    return [item for item in scene.items if isinstance(item, Fill) and item.opacity < 1], scene


def test_a_veil_lies_between_photo_and_text():
    """A band across the photo, in the ground that the text is meant for."""
    (scrim,), scene = scrims(Rect(0.1, 0.45, 0.8, 0.1))
    text, bounds = scene.texts[0].box, scrim.path.bounds

    assert scrim.paint.name == "aubergine"
    assert (bounds.x, bounds.right) == pytest.approx((-0.02 * A3.width, 1.02 * A3.width))
    assert bounds.y < text.y - 10
    assert bounds.bottom > text.bottom + 10
    assert bounds.height < 0.2 * A3.height


@pytest.mark.parametrize(("y", "edge"), [(0.22, "top"), (0.72, "bottom")])
def test_a_veil_near_the_edge_runs_on_to_it(y, edge):
    """It leaves no sliver of photo."""
    (scrim,), _ = scrims(Rect(0.1, y, 0.8, 0.06))

    bounds = scrim.path.bounds
    assert (bounds.y if edge == "top" else bounds.bottom) == pytest.approx((0.2 if edge == "top" else 0.8) * A3.height)


@pytest.mark.parametrize(
    ("place", "options"),
    [
        (Rect(0.1, 0.45, 0.8, 0.1), {"scrim": False}),
        (Rect(0.1, 0.05, 0.8, 0.1), {}),
        (Rect(0.1, 0.45, 0.8, 0.1), {"slot": text_slot(style="display-bar", ink="inkt", bar="zon", on="zon")}),
    ],
    ids=["not asked for", "text beside the photo", "text on a bar"],
)
def test_there_is_no_veil_where_none_is_needed(place, options):
    """Only bare words on a photo, and only when someone asked."""
    assert scrims(place, **options)[0] == []


colors = st.builds(Rgb, *(st.integers(0, 255),) * 3)


@given(colors, colors, st.sampled_from([3.0, 4.5]), colors)
def test_a_veil_is_thick_enough_for_any_photo(ink, ground, limit, beneath):
    """Where the pair itself can be read, the covered pair can be in print, over whatever pixel."""
    condition = kit().print.condition
    over, under = (condition.separate(color) for color in (ground, beneath))
    opacity = thickness(ink, over, limit, condition)

    if opacity < 1:
        assert contrast(ink, condition.proof(under.mixed(over, opacity))) >= limit
