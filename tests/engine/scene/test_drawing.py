"""Drawings placed in a scene."""

from itertools import pairwise

import pytest

from app.engine.color import Cmyk, Ink, Rgb
from app.engine.geometry import IDENTITY, Matrix, Path, Point, Rect
from app.engine.scene import (
    ClipBegin,
    ClipEnd,
    Fill,
    GroupBegin,
    GroupEnd,
    LinearGradient,
    Stroke,
    drawing_items,
    picture_source,
)
from app.engine.vector.drawing import Area, Clip, ColorStop, Drawing, Frame, Group, Line, LinearShade
from app.engine.vector.taken import LogoPicture

BOX = Rect(0, 0, 10, 10)
SQUARE = Path.rect(BOX)
RED = Rgb(255, 0, 0)


def ink_of(color: Rgb) -> Ink:
    return Ink(cmyk=Cmyk(0, 0, 0, 0.5), srgb=color)


def area(**changes: object) -> Area:
    return Area(**{"path": SQUARE, "shade": RED, **changes})


def test_marks_are_placed_and_inked_in_their_order():
    """Outlines move with the matrix; a pen is bent by its own space and the placing."""
    line = Line(path=SQUARE, shade=RED, width=2, matrix=Matrix.scaling(2, 1), dashes=(3.0, 1.0), opacity=0.5)
    fill, stroke = drawing_items(Drawing(box=BOX, marks=(area(), line)), Matrix.translation(5, 0), ink_of)

    assert isinstance(fill, Fill)
    assert fill.path.bounds == Rect(5, 0, 10, 10)
    assert isinstance(stroke, Stroke)
    assert stroke.matrix == Matrix(2, 0, 0, 1, 5, 0)
    assert (stroke.dashes, stroke.opacity, stroke.paint.srgb) == ((3.0, 1.0), 0.5, RED)


def test_groups_open_and_close_around_their_marks():
    """Clips lie outside, the see-through layer inside, with a box that holds all it paints."""
    line = Line(path=SQUARE, shade=RED, width=4, matrix=IDENTITY, join="round")
    group = Group(marks=(area(), line), opacity=0.5, clips=(Clip(path=SQUARE), Clip(path=SQUARE, rule="evenodd")))
    items = drawing_items(Drawing(box=BOX, marks=(group,)), Matrix.scaling(2), ink_of)

    assert [type(item) for item in items] == [
        *(ClipBegin, ClipBegin, GroupBegin, Fill, Stroke),
        *(GroupEnd, ClipEnd, ClipEnd),
    ]
    assert items[2].box == Rect(-4, -4, 28, 28)


def test_groups_that_paint_nothing_and_frames_leave_nothing():
    """No empty layers reach a painter."""
    frame = Frame(id="slot-a", path=SQUARE, rule="nonzero", is_rect=True, line=1)
    marks = (frame, Group(marks=(frame,), opacity=0.5), Group(marks=()))

    assert drawing_items(Drawing(box=BOX, marks=marks), IDENTITY, ink_of, clip=True) == ()


def test_a_drawing_can_be_clipped_to_its_box():
    """Art that runs past the viewBox is cut where the caller asks for it."""
    first, _, last = drawing_items(Drawing(box=BOX, marks=(area(),)), Matrix.scaling(3), ink_of, clip=True)

    assert (first, last) == (ClipBegin(path=Path.rect(Rect(0, 0, 30, 30))), ClipEnd())


def shaded(*stops: tuple[float, Rgb], **options: int) -> LinearGradient:
    shade = LinearShade(
        start=Point(0, 0),
        end=Point(1, 0),
        stops=tuple(ColorStop(offset=offset, color=color) for offset, color in stops),
        matrix=Matrix.scaling(10),
    )
    (fill,) = drawing_items(Drawing(box=BOX, marks=(area(shade=shade),)), Matrix.scaling(2), ink_of, **options)
    assert isinstance(fill.paint, LinearGradient)
    return fill.paint


def test_gradients_are_sampled_so_that_inks_follow_the_light():
    """Between two stops every step lies on the straight way between their screen colours."""
    gradient = shaded((0, RED), (1, Rgb(0, 0, 255)))

    assert gradient.matrix == Matrix.scaling(20)
    assert len(gradient.stops) == 17
    assert [stop.offset for stop in gradient.stops] == pytest.approx([i / 16 for i in range(17)])
    assert all(abs(stop.ink.srgb.red - 255 * (1 - stop.offset)) <= 0.5 for stop in gradient.stops)


def test_near_colours_and_hard_edges_need_no_steps():
    """A step that nobody sees is left out, and an edge stays an edge."""
    gradient = shaded((0, RED), (0.5, Rgb(250, 0, 0)), (0.5, Rgb(0, 0, 255)), (1, Rgb(0, 0, 255)))

    assert [stop.offset for stop in gradient.stops] == [0, 0.5, 0.5, 1]
    assert all(one.offset <= other.offset for one, other in pairwise(gradient.stops))


def test_palette_gradients_are_left_to_mix_their_inks():
    """Only the inks of the stops themselves are asked for."""
    gradient = shaded((0, RED), (1, Rgb(0, 0, 255)), gradient_steps=1)

    assert [stop.ink.srgb for stop in gradient.stops] == [RED, Rgb(0, 0, 255)]


def test_pixels_of_a_logo_become_a_source_of_pictures():
    """The digest leads to the stored pixels, the size to their density."""
    source = picture_source(LogoPicture(digest="ab" * 32, width=30, height=20, has_alpha=True))

    assert (source.digest, source.width, source.height, source.has_alpha) == ("ab" * 32, 30, 20, True)
