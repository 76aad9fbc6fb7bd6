"""Rectangles, maps and outlines."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.geometry import IDENTITY, Matrix, Path, Point, Rect, Size, polygon_area

numbers = st.floats(-1000, 1000).map(lambda value: round(value, 3))
sides = st.floats(0.1, 1000).map(lambda value: round(value, 3))
rects = st.builds(Rect, numbers, numbers, sides, sides)


def test_a_rectangle_knows_its_edges():
    """Left, top, width and height."""
    box = Rect(10, 20, 30, 40)

    assert (box.right, box.bottom, box.center, box.size) == (40, 60, Point(25, 40), Size(30, 40))
    assert Rect.between(10, 20, 40, 60) == box


@given(rects, rects)
def test_the_common_part_lies_in_both(one, other):
    """And the union holds both."""
    common = one.intersection(other)

    assert common is None or (one.contains(common, 1e-3) and other.contains(common, 1e-3))
    assert one.union(other).contains(one, 1e-3)
    assert one.union(other).contains(other, 1e-3)


def test_rectangles_that_touch_have_nothing_in_common():
    """A shared edge has no area."""
    assert Rect(0, 0, 10, 10).intersection(Rect(10, 0, 10, 10)) is None


@given(numbers, numbers, st.floats(-360, 360))
def test_maps_are_applied_one_after_the_other(x, y, degrees):
    """`then` is what it says: first this, then that."""
    first, second = Matrix.rotation(degrees), Matrix.scaling(2, 3).then(Matrix.translation(5, -7))
    step = first.apply(x, y)

    assert first.then(second).apply(x, y) == pytest.approx(second.apply(*step), abs=1e-6)
    assert first.scale == pytest.approx(1)


def test_turning_goes_clockwise_on_the_page():
    """y points down: a quarter turn brings right to down."""
    assert Matrix.rotation(90).apply(1, 0) == pytest.approx((0, 1))


@pytest.mark.parametrize(
    ("matrix", "upright"), [(IDENTITY, True), (Matrix.rotation(90), True), (Matrix.rotation(9), False)]
)
def test_upright_maps_keep_rectangles(matrix, upright):
    """A quarter turn does, any other does not."""
    assert matrix.is_upright is upright


def test_the_bounds_of_a_curve_are_tight():
    """They follow the curve, not its handles."""
    circle = Path.ellipse(Point(100, 100), 50, 20)

    assert circle.bounds.x == pytest.approx(50, abs=0.02)
    assert circle.bounds.bottom == pytest.approx(120, abs=0.02)


def test_an_empty_path_has_no_bounds():
    """It is false and says so."""
    assert not Path(())
    with pytest.raises(ValueError, match="empty"):
        _ = Path(()).bounds


@given(st.floats(0, 2 * math.pi), st.floats(0, 2))
def test_a_circle_holds_what_lies_within(angle, share):
    """By the even-odd rule, to half a point."""
    spot = Point(100 + 80 * share * math.cos(angle), 100 + 80 * share * math.sin(angle))

    if abs(share - 1) > 0.02:
        assert Path.ellipse(Point(100, 100), 80, 80).holds(spot) is (share < 1)


def test_a_rectangle_holds_its_edges_and_nothing_beyond():
    """A point on the border counts as inside."""
    box = Rect(1, 2, 3, 4)

    assert all(box.holds(Point(x, y)) for x in (1, 2, 4) for y in (2, 3, 6))
    assert not any(box.holds(spot) for spot in (Point(0.9, 3), Point(4.1, 3), Point(2, 1.9), Point(2, 6.1)))


def test_an_empty_path_holds_nothing():
    """Where nothing is drawn nothing is inside."""
    assert not Path(()).holds(Point(0, 0))


def test_a_hole_is_outside():
    """A ring does not hold its middle."""
    ring = Path.rect(Rect(0, 0, 100, 100)) + Path.rect(Rect(40, 40, 20, 20))

    assert ring.holds(Point(20, 20))
    assert not ring.holds(Point(50, 50))


def test_round_corners_never_exceed_the_sides():
    """A radius that is too large makes a pill."""
    box = Rect(0, 0, 100, 20)

    assert Path.rounded_rect(box, 500).bounds == box
    assert Path.rounded_rect(box, 0) == Path.rect(box)


def test_the_area_of_a_polygon_says_which_way_it_runs():
    """A triangle holds half of its box; so holes can be told from what they are in."""
    corners = [Point(0, 0), Point(10, 0), Point(0, 4)]

    assert (polygon_area(corners), polygon_area(corners[::-1])) == (20, -20)


@given(rects, st.floats(0.1, 10), numbers, numbers)
def test_bounds_follow_a_map(box, scale, dx, dy):
    """The bounds of a mapped outline are the mapped bounds."""
    matrix = Matrix.scaling(scale).then(Matrix.translation(dx, dy))
    path = Path.ellipse(box.center, box.width / 2, box.height / 2).transformed(matrix)
    left, top = matrix.apply(box.x, box.y)

    assert (path.bounds.x, path.bounds.y) == pytest.approx((left, top), rel=1e-3, abs=0.01 * scale * max(box.size))
