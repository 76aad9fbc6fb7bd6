"""Gradients: numbers in the file, and colours on the screen."""

import numpy as np
import pytest
from reading import opened, operands_of, printed, svg_pixels, twin_pixels
from scenes import BLUE, RED, WHITE, YELLOW, area, artifact, condition, horizontal, make_scene

from app.engine.color import Cmyk, Stop
from app.engine.geometry import IDENTITY, Matrix, Path, Point, Rect
from app.engine.paint.blends import proofed, spanning
from app.engine.scene import Fill, GroupBegin, GroupEnd, LinearGradient, RadialGradient, Stroke

BOX = Rect(0, 0, 500, 500)


def stops(*placed):
    return tuple(Stop(offset=offset, ink=ink) for offset, ink in placed)


def linear(*placed):
    return LinearGradient(start=Point(0, 0), end=Point(500, 0), stops=stops(*placed), matrix=IDENTITY)


def shading_of(data):
    return opened(data).pages[0].Resources.Pattern.P1.Shading


def numbers(values):
    return [float(value) for value in values]


def test_a_plain_gradient_is_one_ramp_of_inks():
    """Two stops at the ends need no stitching; the numbers are the palette's."""
    shading = shading_of(printed(make_scene(*artifact(area(BOX, linear((0, RED), (1, BLUE)))))))

    assert (shading.ShadingType, shading.ColorSpace) == (2, "/DeviceCMYK")
    assert numbers(shading.Function.C0) == list(RED.cmyk)
    assert numbers(shading.Function.C1) == list(BLUE.cmyk)
    assert [bool(side) for side in shading.Extend] == [True, True]


def test_several_stops_are_stitched():
    """Colours hold before the first stop and after the last, and change between."""
    function = shading_of(
        printed(make_scene(*artifact(area(BOX, linear((0.2, RED), (0.6, WHITE), (0.8, BLUE))))))
    ).Function

    assert function.FunctionType == 3
    assert numbers(function.Bounds) == [0.2, 0.6, 0.8]
    assert [numbers(piece.C0) for piece in function.Functions] == [list(ink.cmyk) for ink in (RED, RED, WHITE, BLUE)]


def test_two_stops_at_one_place_make_a_hard_edge():
    """No ramp without length is written; the colours meet."""
    function = shading_of(
        printed(make_scene(*artifact(area(BOX, linear((0, RED), (0.5, RED), (0.5, BLUE), (1, BLUE))))))
    ).Function

    assert numbers(function.Bounds) == [0.5]
    assert [numbers(piece.C1) for piece in function.Functions] == [list(RED.cmyk), list(BLUE.cmyk)]


def test_stops_that_go_back_are_held():
    """A stop before its forerunner takes the forerunner's place, as in SVG."""
    held = spanning(stops((0.6, RED), (0.2, BLUE), (1.4, WHITE)))

    assert [stop.offset for stop in held] == [0, 0.6, 0.6, 1, 1]


def test_a_gradient_is_laid_by_its_matrix():
    """The matrix leads from the gradient's own unit to the page, y turned."""
    data = printed(make_scene(*artifact(area(BOX, horizontal(RED, BLUE, Rect(50, 20, 200, 100))))))
    pattern = opened(data).pages[0].Resources.Pattern.P1

    assert numbers(pattern.Matrix) == pytest.approx([200, 0, 0, -100, 58.5039, 830.3937], abs=1e-3)
    assert numbers(pattern.Shading.Coords) == [0, 0, 1, 0]


def test_a_focus_aside_is_a_circle_of_its_own():
    """Both circles of a radial gradient are written."""
    gradient = RadialGradient(
        focus=Point(-0.4, 0.1),
        focus_radius=0.05,
        center=Point(0, 0),
        radius=1,
        stops=stops((0, WHITE), (1, RED)),
        matrix=IDENTITY,
    )
    shading = shading_of(printed(make_scene(*artifact(area(BOX, gradient)))))

    assert (int(shading.ShadingType), numbers(shading.Coords)) == (3, [-0.4, 0.1, 0.05, 0, 0, 1])


def test_one_gradient_is_written_once():
    """Two areas of the same paint share the pattern."""
    paint = linear((0, RED), (1, BLUE))
    data = printed(make_scene(*artifact(area(BOX, paint), area(BOX, RED), area(BOX, paint))))

    assert list(opened(data).pages[0].Resources.Pattern.keys()) == ["/P1"]
    assert len(operands_of(data, "scn")) == 2


def test_the_twin_shows_the_proof_of_the_inks_between():
    """Halfway from yellow to blue a press mixes inks; the screen shows that, not the mean of two lights."""
    scene = make_scene(*artifact(area(Rect(0, 0, 1000, 1000), linear((0, YELLOW), (1, BLUE)))), format="a6")
    pixels = twin_pixels(scene, 298, 420)
    mixed = Cmyk(*(a + (b - a) * 148.5 / 298 * (298 / 500) for a, b in zip(YELLOW.cmyk, BLUE.cmyk, strict=True)))

    assert pixels[200, 148].astype(int) == pytest.approx(np.array(condition().proof(mixed)), abs=3)


def test_proofed_stops_keep_their_ends():
    """The palette's own proofs stand at their places."""
    found = proofed(stops((0, RED), (1, BLUE)), condition())

    assert (found[0].ink, found[-1].ink) == (RED, BLUE)
    assert [stop.offset for stop in found] == sorted(stop.offset for stop in found)


def test_equal_stops_need_nothing_between():
    """A flat stretch stays one ramp."""
    assert len(proofed(stops((0, RED), (1, RED)), condition())) == 4


@pytest.mark.parametrize(
    "paint",
    [
        LinearGradient(start=Point(9, 9), end=Point(9, 9), stops=stops((0, RED), (1, BLUE)), matrix=IDENTITY),
        RadialGradient(
            focus=Point(0, 0),
            focus_radius=0,
            center=Point(0, 0),
            radius=0,
            stops=stops((0, RED), (1, BLUE)),
            matrix=IDENTITY,
        ),
    ],
    ids=["a line of no length", "a circle of no size"],
)
def test_a_gradient_without_extent_is_its_last_colour(paint):
    """As SVG has it; a PDF would paint nothing."""
    line = Stroke(path=Path.rect(BOX), paint=paint, width=1, matrix=IDENTITY)
    data = printed(make_scene(*artifact(area(BOX, paint), line)))

    assert operands_of(data, "k") == operands_of(data, "K") == [list(BLUE.cmyk)]


RADIAL = RadialGradient(
    focus=Point(-0.3, -0.3),
    focus_radius=0.1,
    center=Point(0, 0),
    radius=1,
    stops=stops((0.2, WHITE), (0.9, RED)),
    matrix=Matrix(120, 30, -20, 80, 150, 200),
)


@pytest.mark.parametrize(
    "items",
    [
        pytest.param((area(Rect(20, 20, 250, 300), linear((0.1, RED), (0.5, YELLOW), (0.6, BLUE))),), id="linear"),
        pytest.param((area(Rect(20, 20, 250, 300), RADIAL),), id="radial, skewed, focus aside"),
        pytest.param((area(Rect(20, 20, 250, 300), RADIAL, 0.5),), id="half seen"),
        pytest.param(
            (
                Stroke(
                    path=Path.ellipse(Point(0, 0), 1, 1),
                    paint=RADIAL,
                    width=0.3,
                    matrix=Matrix(100, 10, 40, 80, 150, 200),
                ),
            ),
            id="on a bent pen",
        ),
        pytest.param(
            (GroupBegin(opacity=0.6, box=Rect(0, 0, 298, 420)), area(Rect(20, 20, 250, 300), RADIAL), GroupEnd()),
            id="in a group",
        ),
        pytest.param(
            (Fill(path=Path.ellipse(Point(150, 200), 100, 150), paint=linear((0, RED), (0.5, BLUE))),), id="in a curve"
        ),
    ],
)
def test_twin_and_preview_agree_on_gradients(items):
    """PDFium's raster of the twin and resvg's of the SVG differ by less than 2 of 255 on average.

    PDFium draws a gradient in 256 steps, each in the colour of its beginning.
    """
    scene = make_scene(*artifact(*items), format="a6")
    one = twin_pixels(scene, 298, 420).astype(int)
    other = svg_pixels(scene, 298, 420).astype(int)

    assert np.abs(one - other).mean() < 2
    assert one.std() > 10
