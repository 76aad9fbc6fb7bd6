"""Logos: their places, sizes, plates and versions."""

import pytest
from makers import (
    Pictures,
    brand_slot,
    kit,
    laid_out,
    logo_slot,
    make_content,
    make_template,
    photo,
    photo_slot,
    qr_slot,
    svg,
)
from PIL import Image

from app.engine.brand import measure
from app.engine.content import LogoChoice, QrChoice
from app.engine.geometry import Rect, Size
from app.engine.layout.marks import anchored
from app.engine.scene import Fill, Picture, TagBegin
from app.engine.sheet import FORMATS
from app.engine.template.kinds import Anchor
from app.engine.units import to_mm

FRAME = Rect(100, 100, 200, 80)
LOGO = LogoChoice(file="logo.svg", name="De Linde")
BLOCK = svg('<rect width="100" height="40" fill="#123456"/>', 100, 40)


@pytest.mark.parametrize(
    ("anchor", "mirrored", "corner"),
    [
        (Anchor("top", "start"), False, (100, 100)),
        (Anchor("bottom", "end"), False, (250, 160)),
        (Anchor("bottom", "end"), True, (100, 160)),
        (Anchor("middle", "center"), True, (175, 130)),
    ],
)
def test_a_mark_stands_where_its_anchor_says(anchor, mirrored, corner):
    """A mirrored artboard changes start and end."""
    box = anchored(Size(50, 20), FRAME, anchor, mirrored=mirrored)

    assert (box.x, box.y) == corner


def marks(template, format="a3", *, pictures=None, **slots):
    """Return the boxes of the marks of a laid-out poster by their kind."""
    media = pictures.media if pictures else None
    scene = laid_out(template, make_content(**slots), format, media)
    return {mark.kind: mark.box for mark in scene.marks}


@pytest.mark.parametrize("format", ["a6", "a5", "a4", "a3", "a0", "square", "story"])
def test_the_brands_logo_never_goes_below_its_minimum(format):
    """However small its frame is drawn."""
    template = make_template(brand_slot(), places={"brand": Rect(0.1, 0.8, 0.02, 0.01)}, formats=(format,))

    width = marks(template, format)["brand-logo"].width

    assert to_mm(width) == pytest.approx(measure(kit().logo.minimum_width, FORMATS[format]))


def test_the_brands_logo_is_no_headline():
    """The kit says how wide it may become at most."""
    template = make_template(brand_slot(), places={"brand": Rect(0.05, 0.3, 0.9, 0.5)})

    width = marks(template)["brand-logo"].width

    assert width == pytest.approx(kit().sheet(FORMATS["a3"]).per_mille(kit().logo.width))


@pytest.mark.parametrize(("ground", "version"), [("wit", "light"), ("aubergine", "dark"), ("zon", "one-colour")])
def test_the_version_belongs_to_the_ground(ground, version):
    """On dark, on light and in one colour."""
    scene = laid_out(make_template(brand_slot(on=ground), ground=ground), make_content())

    inks = {item.paint.srgb for item in scene.items if isinstance(item, Fill)} - {kit().palette[ground].srgb}

    assert inks == {mark.shade for mark in kit().logo.drawings[version].marks}


SHAPES = {
    "wide": svg('<rect width="300" height="40" fill="#123456"/>', 300, 40),
    "tall": svg('<rect width="40" height="120" fill="#123456"/>', 40, 120),
    "dense": svg('<rect width="80" height="80" fill="#123456"/>', 80, 80),
    "airy": svg('<circle cx="40" cy="40" r="38" fill="none" stroke="#123456" stroke-width="2"/>', 80, 80),
}


def sized(name, **slot):
    template = make_template(brand_slot(), logo_slot(**slot), places={"logo": Rect(0.35, 0.6, 0.6, 0.25)})
    return marks(template, pictures=Pictures().logo(SHAPES[name]), logo=LOGO)


def area(box):
    return box.width * box.height


@pytest.mark.parametrize("name", SHAPES)
def test_a_logo_keeps_its_proportions_and_its_rank(name):
    """Never bent, never larger than the kit allows beside the brand's own."""
    found = sized(name)
    aspect = Pictures().logo(SHAPES[name]).logos["logo.svg"].aspect

    assert found["logo"].width / found["logo"].height == pytest.approx(aspect, rel=1e-3)
    assert area(found["logo"]) <= 1.001 * kit().partner_logo.largest_area * area(found["brand-logo"])


def test_logos_of_one_density_are_of_one_size_whatever_their_shape():
    """A wide, a tall and a square block cover the same area."""
    areas = [area(sized(name)["logo"]) for name in ("wide", "tall", "dense")]

    assert max(areas) == pytest.approx(min(areas), rel=0.02)


def test_an_airy_logo_is_set_larger_than_a_dense_one():
    """So that both weigh the same to the eye."""
    assert area(sized("airy")["logo"]) > 1.5 * area(sized("dense")["logo"])


def test_a_plate_has_air_all_around_and_stays_in_the_frame():
    """Padding on four sides, the same on each."""
    found = sized("dense", plate="always")
    plate, logo = found["plate"], found["logo"]

    room = logo.x - plate.x
    assert room > 0.1 * logo.height
    assert (plate.right - logo.right, logo.y - plate.y, plate.bottom - logo.bottom) == pytest.approx((room,) * 3)
    frame = Rect(0.35 * FORMATS["a3"].trim.width, 0.6 * FORMATS["a3"].trim.height, 0.6 * 842, 0.25 * 1191)
    assert frame.contains(plate, 1)


@pytest.mark.parametrize(
    ("slot", "choice", "has_plate"),
    [
        ("auto", "auto", False),
        ("auto", "always", True),
        ("auto", "none", False),
        ("always", "none", True),
        ("none", "always", False),
    ],
)
def test_the_template_has_the_last_word_about_plates(slot, choice, has_plate):
    """A user chooses where the template leaves it open."""
    template = make_template(brand_slot(), logo_slot(plate=slot))
    logo = LogoChoice(file="logo.svg", plate=choice)

    assert ("plate" in marks(template, pictures=Pictures().logo(BLOCK), logo=logo)) is has_plate


@pytest.mark.parametrize(
    ("image", "ground", "has_plate"),
    [("white", "bos", True), ("white", "wit", False), ("#0a5aa0", "bos", False), ("#0a5aa0", "crème", False)],
)
def test_a_logo_that_brings_a_pale_ground_stands_on_a_plate(image, ground, has_plate):
    """A white box on green looks like a mistake, a plate does not; a blue box is a plate already."""
    picture = Image.new("RGB", (400, 200), image)
    picture.paste("#123456" if image == "white" else "white", (150, 60, 250, 140))
    template = make_template(brand_slot(on=ground), logo_slot(), ground=ground)

    found = marks(template, pictures=Pictures().logo(picture), logo=LOGO)

    assert ("plate" in found) is has_plate


def test_a_poster_without_the_brands_logo_still_takes_a_partners():
    """Its frame alone decides."""
    found = marks(make_template(logo_slot()), pictures=Pictures().logo(BLOCK), logo=LOGO)

    assert found["logo"].width == pytest.approx(0.24 * FORMATS["a3"].trim.width, rel=0.01)


FOOT = {"logo": Rect(0.4, 0.8, 0.25, 0.08), "qr": Rect(0.75, 0.78, 0.15, 0.1)}
CODE = QrChoice(url="https://care-er.be")


def test_a_logo_closes_up_over_an_absent_code():
    """Without a code the logo stands on the margin."""
    template = make_template(brand_slot(), logo_slot(), qr_slot(), places=FOOT)
    pictures = Pictures().logo(BLOCK)

    beside = marks(template, pictures=pictures, logo=LOGO, qr=CODE)["logo"]
    alone = marks(template, pictures=pictures, logo=LOGO)["logo"]

    assert beside.right == pytest.approx(0.65 * FORMATS["a3"].trim.width)
    assert alone.right == pytest.approx(0.9 * FORMATS["a3"].trim.width)


def test_a_code_closes_up_over_an_absent_logo_outside_of_it():
    """Where the logo stood at the margin, the code takes its place; nothing moves inwards."""
    outside = {"qr": Rect(0.45, 0.8, 0.15, 0.1), "logo": Rect(0.65, 0.8, 0.25, 0.08)}
    trim = FORMATS["a3"].trim

    moved = marks(make_template(logo_slot(), qr_slot(), places=outside), qr=CODE)["qr"]
    kept = marks(make_template(logo_slot(), qr_slot(), places=FOOT), qr=CODE)["qr"]

    assert moved.center.x == pytest.approx(0.825 * trim.width)
    assert kept.center.x == pytest.approx(0.825 * trim.width)


def test_a_mirrored_foot_closes_up_to_the_other_side():
    """In Arabic the code stood at the left."""
    template = make_template(brand_slot(), logo_slot(), qr_slot(), places=FOOT, mirror=True)

    found = marks(template, pictures=Pictures().logo(BLOCK), language="ar", logo=LOGO)

    assert found["logo"].x == pytest.approx(0.1 * FORMATS["a3"].trim.width)
    assert found["brand-logo"].right == pytest.approx(0.92 * FORMATS["a3"].trim.width)


def test_a_foot_that_does_not_mirror_stays():
    """Frames keep their sides unless the artboard says otherwise, and so do the marks in them."""
    template = make_template(brand_slot(), logo_slot(), qr_slot(), places=FOOT)
    pictures = Pictures().logo(BLOCK)

    assert marks(template, pictures=pictures, language="ar", logo=LOGO, qr=CODE) == marks(
        template, pictures=pictures, language="nl", logo=LOGO, qr=CODE
    )


def test_outlines_stay_outlines_and_pixels_pixels():
    """A logo of lines is never turned into a picture by the layout."""
    template = make_template(brand_slot(), logo_slot())
    lines = laid_out(template, make_content(logo=LOGO), media=Pictures().logo(BLOCK).media)
    picture = Pictures().logo(Image.new("RGBA", (600, 200), (18, 52, 86, 255)))
    pixels = laid_out(template, make_content(logo=LOGO), media=picture.media)

    assert not [item for item in lines.items if isinstance(item, Picture)]
    (placed,) = [item for item in pixels.items if isinstance(item, Picture)]
    assert (placed.crop.width, placed.crop.height) == (600, 200)


@pytest.mark.parametrize(
    ("name", "language", "alt", "spoken"),
    [("De Linde", "ar", "De Linde", "ar"), ("", "fr", "Logo", "fr"), ("", "ar", "شعار", "ar")],
)
def test_a_logo_is_named_in_a_language_that_is_right(name, language, alt, spoken):
    """Its owner's name, else that it is a logo, in the language of the poster."""
    template = make_template(brand_slot(), logo_slot())
    content = make_content(language=language, logo=LogoChoice(file="logo.svg", name=name))

    scene = laid_out(template, content, media=Pictures().logo(BLOCK).media)

    tag = next(item for item in scene.items if isinstance(item, TagBegin) and item.slot == "logo")
    assert (tag.alt, tag.language, tag.role) == (alt, spoken, "Figure")


def test_a_logo_that_could_not_be_read_leaves_its_place_empty():
    """The finding tells; the layout does not fall over."""
    template = make_template(brand_slot(), logo_slot(), photo_slot())

    assert "logo" not in marks(template, logo=LOGO, photo=photo("gone.jpg"))


@pytest.mark.parametrize(("width", "height"), [(100, 300), (100, 100), (600, 100)])
def test_air_around_a_logo_is_measured_by_its_letters(width, height):
    """A quarter of the height of a flat logo; a tall one asks for no more than a square one of its area."""
    pictures = Pictures().logo(svg(f'<rect width="{width}" height="{height}" fill="#123456"/>', width, height))
    template = make_template(logo_slot(plate="none"), places={"logo": Rect(0.1, 0.3, 0.5, 0.3)})
    scene = laid_out(template, make_content(logo=LOGO), media=pictures.media)
    (mark,) = (mark for mark in scene.marks if mark.kind == "logo")

    air = (mark.clear_box.width - mark.box.width) / 2

    assert air == pytest.approx(0.25 * min(mark.box.height, mark.box.size.geometric_mean))
