"""A file without live transparency looks like the one with it, and holds nothing see-through."""

import io

import numpy as np
import pikepdf
import pytest
from flat_rules import flat_faults
from ink_pixels import delta_e00, ink_pixels, lab
from scenes import (
    BLACK,
    BLUE,
    DATE,
    RED,
    WHITE,
    YELLOW,
    MadePictures,
    area,
    artifact,
    condition,
    horizontal,
    make_scene,
    picture,
    runs,
    sampler,
    tagged,
)

from app.engine.color import Cmyk
from app.engine.geometry import IDENTITY, Path, Point, Rect
from app.engine.paint import paint_print
from app.engine.paint.flat import flattened
from app.engine.scene import ClipBegin, ClipEnd, Fill, GlyphRun, GroupBegin, GroupEnd, Picture, Stroke

PAGE = Rect(-9, -9, 316, 438)
PLACE = Rect(40, 40, 120, 80)


def painted(scene, **options):
    return paint_print(scene, pictures=MadePictures(), condition=condition(), date=DATE, **options)


def flat(*items):
    found = flattened(items, window=PAGE, pictures=MadePictures(), condition=condition(), ppi=300)
    return found.items


def difference(scene):
    """Return how far the file without transparency is from the one with it: CIEDE2000 of every pixel."""
    live, still = (lab(ink_pixels(painted(scene, standard=kind)), condition()) for kind in ("x4", "x1a"))
    return delta_e00(live, still)


# Each is painted over a photo, a flat field and the line between them.
SEE_THROUGH = {
    "area": (area(PLACE, BLUE, 0.5),),
    "gradient": (area(PLACE, horizontal(BLUE, YELLOW, PLACE), 0.5),),
    "line": (Stroke(path=Path.ellipse(Point(90, 90), 40, 30), paint=RED, width=9, matrix=IDENTITY, opacity=0.4),),
    "two areas": (area(PLACE, BLUE, 0.5), area(PLACE.moved(50, 30), YELLOW, 0.7)),
    "group": (
        GroupBegin(opacity=0.5, box=PLACE.grown(30)),
        area(PLACE, RED),
        area(PLACE.moved(25, 25), WHITE),
        GroupEnd(),
    ),
    "group with a clip": (
        GroupBegin(opacity=0.5, box=PLACE),
        ClipBegin(path=Path.ellipse(Point(90, 80), 50, 30)),
        area(PLACE, RED),
        ClipEnd(),
        GroupEnd(),
    ),
    "group of see-through members": (
        GroupBegin(opacity=0.6, box=PLACE.grown(30)),
        area(PLACE, RED, 0.5),
        area(PLACE.moved(25, 25), WHITE),
        GroupEnd(),
    ),
    "soft edges": (picture(PLACE, digest="soft", alpha=True),),
    "soft edges below an area": (picture(PLACE, digest="soft", alpha=True), area(PLACE.moved(20, 20), BLUE, 0.3)),
}


def scene_of(items):
    photo = tagged(picture(Rect(-9, -9, 316, 90)), role="Figure", alt="Kleuren", box=Rect(0, 0, 298, 80))
    return make_scene(
        *artifact(area(PAGE, YELLOW)),
        *photo,
        *artifact(*items),
        *tagged(*runs("Kom erbij", at=Point(50, 70), size=20), order=1),
        format="a6",
    )


@pytest.mark.parametrize("items", SEE_THROUGH.values(), ids=SEE_THROUGH)
def test_it_looks_the_same_and_nothing_is_see_through(items):
    """Drawn by Ghostscript and seen through the profile of the press, no eye tells the two files apart."""
    scene = scene_of(items)

    assert flat_faults(painted(scene, standard="x1a")) == []
    far = difference(scene)
    # Edges are smoothed in another order.
    assert far.mean() < 0.3
    assert (far > 3).mean() < 0.01


def test_a_whole_poster_looks_the_same():
    """Nearly everything that a scene can hold."""
    far = difference(sampler("a5"))

    assert far.mean() < 0.5


def test_the_rules_find_what_is_see_through():
    """The check that the tests above rely on can fail."""
    faults = flat_faults(painted(scene_of(SEE_THROUGH["soft edges"])))

    assert {"/SMask", "transparency group", "version b'%PDF-1.6'"} <= set(faults)
    assert any(fault.startswith("opacity") for fault in flat_faults(painted(scene_of(SEE_THROUGH["area"]))))


def test_an_area_over_one_colour_becomes_an_area_of_the_mixed_inks():
    """No pixels and no clip: the same edge, exact inks."""
    (_, mixed) = flat(area(PAGE, YELLOW), area(PLACE, BLUE, 0.25))

    assert (mixed.opacity, mixed.path.bounds) == (1, PLACE)
    assert mixed.paint.cmyk == pytest.approx((0.2375, 0.3, 0.675, 0.025))


def test_an_area_over_paper_becomes_a_tint():
    """Paper is a colour like any other."""
    (tint,) = flat(area(PLACE, RED, 0.5))

    assert tint.paint.cmyk == pytest.approx((0, 0.455, 0.38, 0.03))


def test_a_scrim_over_a_photo_leaves_outlines_and_pixels_as_they_are():
    """The photo carries the scrim: its pixels are mixed one by one, at their own density."""
    photo = picture(PAGE, px=(632, 876))
    items = flat(photo, area(PLACE, BLUE, 0.5))
    veiled = next(item for item in items if isinstance(item, Picture) and item.treatment.veils)

    assert isinstance(items[1], ClipBegin)
    assert items[1].path.bounds == PLACE
    assert veiled.box.contains(PLACE)
    assert veiled.crop.width < 0.5 * photo.crop.width
    # Cut between its pixels, so that what is veiled lies on what is not.
    assert veiled.crop.width / veiled.box.width == pytest.approx(photo.crop.width / photo.box.width)
    assert veiled.crop.x == round(veiled.crop.x)


def test_what_lies_beneath_something_opaque_is_left_alone():
    """Only what can be seen is painted once more."""
    items = flat(picture(PAGE), area(PLACE.grown(5), YELLOW), area(PLACE, BLUE, 0.5))

    assert [type(item) for item in items] == [Picture, Fill, Fill]


def test_what_shows_nowhere_is_left_out():
    """Beside the page and with no opacity at all there is nothing to flatten."""
    assert flat(area(PLACE.moved(900, 0), BLUE, 0.5), area(PLACE, BLUE, 0)) == ()


def test_text_above_stays_text_and_text_below_is_painted_as_areas():
    """A line is read once, whatever lies over it."""
    (line,) = runs("Warm hart", at=Point(50, 80), size=20)
    items = flat(line, area(PLACE, BLUE, 0.5), line)

    assert [item for item in items if isinstance(item, GlyphRun)] == [line, line]
    with pikepdf.open(io.BytesIO(painted(scene_of(SEE_THROUGH["area"]), standard="x1a"))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root


def test_soft_edges_over_one_colour_cannot_be_told_from_it():
    """Pixels that are all ground have the very inks of the ground."""
    scene = make_scene(*artifact(area(PAGE, YELLOW), picture(PLACE, digest="soft", alpha=True)), format="a6")
    inks = ink_pixels(painted(scene, standard="x1a"), dpi=72)
    ground = inks[20, 20].astype(int)

    column = inks[60:110, 8 + 41].astype(int)
    assert np.abs(column - ground).max() <= 3


def test_black_type_overprints_in_both_files():
    """What keeps small type sharp is no transparency."""
    scene = make_scene(
        *artifact(area(PAGE, YELLOW)), *tagged(*runs("V.U.", at=Point(50, 80), size=9, color=BLACK)), format="a6"
    )

    for kind in ("x4", "x1a"):
        with pikepdf.open(io.BytesIO(painted(scene, standard=kind))) as pdf:
            settings = [found for found in pdf.objects if isinstance(found, pikepdf.Dictionary)]
            assert any(found.get("/op") for found in settings) or b"/O gs" in pdf.pages[0].Contents.read_bytes()
        middle = ink_pixels(painted(scene, standard=kind), dpi=144)
        assert (middle[..., 2][middle[..., 3] > 250] > 200).all()


def test_the_same_scene_gives_the_same_bytes():
    """Pixels drawn on the way are no chance."""
    scene = scene_of(SEE_THROUGH["gradient"])

    assert painted(scene, standard="x1a") == painted(scene, standard="x1a")


def test_mixed_inks_never_exceed_those_they_are_mixed_of():
    """Flattening adds no ink."""
    (mixed,) = flat(area(PLACE, BLUE, 0.9))

    assert mixed.paint.cmyk.coverage <= BLUE.cmyk.coverage
    assert isinstance(mixed.paint.cmyk, Cmyk)
