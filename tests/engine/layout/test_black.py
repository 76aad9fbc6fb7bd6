"""Large black areas get the kit's rich black; everything that must stay sharp stays on the black plate."""

from dataclasses import replace

import pytest
from makers import (
    NOBODY,
    Pictures,
    art_of,
    kit,
    laid_out,
    logo_slot,
    make_content,
    make_template,
    qr_slot,
    rect,
    svg,
    text_slot,
)

from app.engine.content import LogoChoice, QrChoice
from app.engine.geometry import Path, Rect
from app.engine.layout.black import thickness, with_rich_black
from app.engine.scene import Fill, GlyphRun
from app.engine.sheet import FORMATS
from app.engine.units import MM

RICH = (0.6, 0.4, 0.4, 1)
BLACK = (0, 0, 0, 1)
TRIM = Rect(0, 0, *FORMATS["a3"].trim)


def inks(scene, kind=Fill):
    found = (item.paint if kind is Fill else item.ink for item in scene.items if isinstance(item, kind))
    return {tuple(ink.cmyk) for ink in found if ink.cmyk.black == 1}


def poster(*slots, art, format="a3", **content):
    media = content.pop("media", None)
    template = make_template(*slots, art=art, formats=("a3",) if format == "a3" else (format,), ground="crème")
    return laid_out(template, make_content(imprint=NOBODY, **content), format=format, media=media)


def test_a_large_field_is_printed_in_all_inks():
    """And a screen shows it as dark as it will be."""
    scene = poster(text_slot(), art=(art_of(rect(Rect(-0.1, -0.1, 1.2, 0.6), TRIM), "zwart"),), headline="Kom")
    (field,) = (item for item in scene.items if isinstance(item, Fill) and item.paint.name == "zwart")

    assert tuple(field.paint.cmyk) == RICH
    assert sum(field.paint.srgb) < sum(kit().palette["zwart"].srgb)
    assert field.paint.cmyk.coverage <= kit().print.condition.ink_limit


@pytest.mark.parametrize("box", [Rect(0.1, 0.5, 0.8, 0.02), Rect(0.1, 0.5, 0.05, 0.05)])
def test_a_thin_bar_and_a_small_square_stay_on_the_black_plate(box):
    """Four plates that shift would give them coloured edges."""
    assert inks(poster(text_slot(), art=(art_of(rect(box, TRIM), "zwart"),), headline="Kom")) == {BLACK}


def test_type_and_codes_stay_on_the_black_plate():
    """However large they are."""
    scene = poster(
        text_slot(ink="zwart", style="display"),
        qr_slot(ink="zwart"),
        art=(),
        format="a0",
        headline="Kom",
        qr=QrChoice(url="https://care-er.be"),
    )

    assert inks(scene) == {BLACK}
    assert inks(scene, GlyphRun) == {BLACK}


def test_the_black_of_a_partners_logo_is_the_partners():
    """It was checked by somebody else."""
    media = Pictures().logo(svg('<rect width="100" height="50"/>')).media
    scene = poster(logo_slot(), art=(), logo=LogoChoice(file="logo.svg", name="De Linde"), media=media)

    assert inks(scene) == {BLACK}


def test_a_kit_without_rich_black_leaves_black_alone():
    """The line in the kit decides."""
    area = Fill(path=Path.rect(TRIM), paint=kit().palette["zwart"])

    assert list(with_rich_black([area], replace(kit().print, rich_black=None))) == [area]


def test_screens_have_no_plates():
    """Pixel formats keep the palette's black."""
    art = (art_of(rect(Rect(-0.1, -0.1, 1.2, 1.2), Rect(0, 0, *FORMATS["square"].trim)), "zwart"),)

    assert inks(poster(text_slot(), art=art, format="square", headline="Kom")) == {BLACK}


@pytest.mark.parametrize(
    ("path", "wide"),
    [
        (Path.rect(Rect(0, 0, 10_000, 20)), 20),
        (Path.rect(Rect(5, 5, 40, 40)), 20),
        (Path.rect(Rect(0, 0, 40, 40)) + Path.rect(Rect(100, 0, 40, 40)), 20),
        (Path(()), 0),
    ],
)
def test_thickness_is_that_of_a_long_bar(path, wide):
    """Of a square it is half the side."""
    assert thickness(path) == pytest.approx(wide, rel=0.01)


def test_the_threshold_is_that_of_the_kit():
    """A square of 30 mm is 15 mm thick on average."""
    sizes = {side: tuple(_square(side).paint.cmyk) for side in (29, 31)}

    assert sizes == {29: BLACK, 31: RICH}


def _square(side_mm):
    area = Fill(path=Path.rect(Rect(0, 0, side_mm * MM, side_mm * MM)), paint=kit().palette["zwart"])
    return next(with_rich_black([area], kit().print))
