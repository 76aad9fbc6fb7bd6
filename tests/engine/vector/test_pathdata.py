"""Path data in the full grammar."""

import math

import pytest

from app.engine.vector.pathdata import read_path, read_points


def ends(data: str) -> list[tuple[float, ...]]:
    """Return where each segment ends."""
    path, wrong = read_path(data)
    assert not wrong, wrong
    return [tuple(round(value, 6) for value in xy[-2:]) for _, xy in path.segments]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("M10 20 30 40", [(10, 20), (30, 40)]),
        ("m1,2 3,4z", [(1, 2), (4, 6), ()]),
        ("M1-2.5L.5.5", [(1, -2.5), (0.5, 0.5)]),
        ("M0 0h10v-5H2V9", [(0, 0), (10, 0), (10, -5), (2, -5), (2, 9)]),
        ("M1e1 0l-1E+1 .5", [(10, 0), (0, 0.5)]),
        ("M0 0L5 5zl1 1", [(0, 0), (5, 5), (), (0, 0), (1, 1)]),
        ("M0 0L5 5M9 9M8 8L1 1M3 3", [(0, 0), (5, 5), (8, 8), (1, 1)]),
        ("  M 0,0 \n\t C 1 1 , 2 2 , 3 3 s 1 1 2 2", [(0, 0), (3, 3), (5, 5)]),
    ],
)
def test_commands_end_where_the_grammar_says(data, expected):
    """Relative and repeated commands, numbers without blanks between them, lone moves and reopened subpaths."""
    assert ends(data) == expected


def test_smooth_curves_reflect_the_last_handle_of_their_own_kind_only():
    """S after C reflects; S after L starts from the point itself."""
    after_curve, _ = read_path("M0 0C0 5 5 10 10 10S20 15 20 20")
    after_line, _ = read_path("M0 0L10 10S20 15 20 20")

    assert after_curve.segments[2][1][:2] == (15, 10)
    assert after_line.segments[2][1][:2] == (10, 10)


def test_quadratics_become_the_same_cubic():
    """A quadratic curve and its smooth follower pass through the same middle as their cubics."""
    path, _ = read_path("M0 0Q10 20 20 0T40 0")

    assert path.segments[1][1] == pytest.approx((20 / 3, 40 / 3, 40 / 3, 40 / 3, 20, 0))
    assert path.segments[2][1] == pytest.approx((20 + 20 / 3, -40 / 3, 40 - 20 / 3, -40 / 3, 40, 0))


def test_flags_of_an_arc_may_stand_against_each_other():
    """Minified arcs write both flags and the next number as one run of digits."""
    assert read_path("M32 4a28 28 0 1028 28")[0] == read_path("M32 4 a 28 28 0 1 0 28 28")[0]


@pytest.mark.parametrize("flags", ["0 0", "0 1", "1 0", "1 1"])
def test_every_point_of_an_arc_lies_on_its_circle(flags):
    """All four arcs between two points keep the radius."""
    path, _ = read_path(f"M10 0A10 10 0 {flags} 0 10")
    centers = {"0 0": (10, 10), "1 1": (10, 10), "0 1": (0, 0), "1 0": (0, 0)}
    cx, cy = centers[flags]
    corners = next(path.polygons(0.001))

    assert all(math.hypot(corner.x - cx, corner.y - cy) == pytest.approx(10, abs=0.01) for corner in corners)


def test_an_arc_with_too_small_radii_grows_until_it_reaches():
    """Radii that cannot reach are scaled up, and nought makes a line."""
    assert read_path("M0 0A1 1 0 0 1 20 0")[0].bounds.height == pytest.approx(10, abs=0.01)
    assert [verb for verb, _ in read_path("M0 0A0 5 0 0 1 20 0")[0].segments] == ["M", "L"]


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        ("M0 0L5 5L6", 2),
        ("M0 0 L5 5 foo L7 7", 2),
        ("M0 0C1 1 2 2", 0),
        ("M0 0L5 5A1 1 0 2 0 9 9", 2),
        ("M0 0L1e999 0", 0),
    ],
)
def test_data_with_an_error_keeps_what_comes_before_and_says_so(data, kept):
    """An outline ends at the first error, as browsers draw it, and the error is told."""
    path, wrong = read_path(data)

    assert wrong
    assert len(path.segments) == kept


def test_data_that_does_not_begin_with_a_move_draws_nothing():
    """There is no place to begin at."""
    assert read_path("L5 5")[0].segments == ()
    assert read_path("L5 5")[1]


def test_points_come_in_pairs():
    """A lone last coordinate is left out and told."""
    assert read_points("0,0 1-1,2") == ([(0, 0), (1, -1)], "an odd number of coordinates")
