"""Values of attributes: colours, lengths, transforms."""

import pytest

from app.engine.color import Rgb
from app.engine.geometry import Rect
from app.engine.vector.attributes import Lengths, color, fit, fitted, share, transform, view_box


@pytest.mark.parametrize(
    ("text", "expected", "alpha"),
    [
        ("#582858", (88, 40, 88), 1),
        ("#F0a", (255, 0, 170), 1),
        ("#11223380", (17, 34, 51), 128 / 255),
        ("rebeccapurple", (102, 51, 153), 1),
        ("RED", (255, 0, 0), 1),
        ("rgb(10%, 20%, 80%)", (26, 51, 204), 1),
        ("rgb(10 20 30 / 60%)", (10, 20, 30), 0.6),
        ("rgba(300, -5, 0, 2)", (255, 0, 0), 1),
        ("hsl(120deg 100% 25%)", (0, 128, 0), 1),
        ("transparent", (0, 0, 0), 0),
    ],
)
def test_colours_of_every_spelling_are_read(text, expected, alpha):
    """Hex, names, rgb() and hsl(), old and new syntax, cut to what a screen has."""
    assert color(text).color == Rgb(*expected)
    assert color(text).alpha == pytest.approx(alpha)


@pytest.mark.parametrize("text", ["", "foo", "#12", "oklch(50% .1 20)", "color(display-p3 1 0 0)", "var(--x)"])
def test_colours_beyond_srgb_and_nonsense_are_not_guessed(text):
    """What cannot be named exactly is an error."""
    with pytest.raises(ValueError, match="no colour"):
        color(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("72pt", 96),
        ("1in", 96),
        ("2.54cm", 96),
        ("25.4mm", 96),
        ("6pc", 96),
        ("2em", 40),
        ("2ex", 20),
        ("5", 5),
        (".5px", 0.5),
    ],
)
def test_lengths_of_every_unit_become_user_units(text, expected):
    """One user unit is one CSS px."""
    assert Lengths((100, 100), 20).read(text, "x") == pytest.approx(expected)


def test_percentages_are_of_the_viewport_along_their_axis():
    """Across, down, and for lengths along neither axis the diagonal ÷ √2."""
    lengths = Lengths((300, 400))

    assert [lengths.read("10%", axis) for axis in ("x", "y", "both")] == pytest.approx([30, 40, 500 / 2**0.5 / 10])


@pytest.mark.parametrize("text", ["", "5rem", "10vw", "NaN", "Infinity", "1e300", "calc(1px)"])
def test_lengths_that_depend_on_windows_or_mean_nothing_are_errors(text):
    """A drawing alone cannot say how long these are."""
    with pytest.raises(ValueError, match=r"length|unit|measure"):
        Lengths((100, 100)).read(text, "x")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("translate(5)", (1, 2), (6, 2)),
        ("translate(5 -1)", (1, 2), (6, 1)),
        ("scale(2)", (1, 2), (2, 4)),
        ("rotate(90)", (1, 0), (0, 1)),
        ("rotate(180, 10, 10)", (0, 0), (20, 20)),
        ("skewX(45)", (0, 1), (1, 1)),
        ("skewY(45)", (1, 0), (1, 1)),
        ("matrix(1,2,3,4,5,6)", (1, 1), (9, 12)),
        ("translate(10,0) scale(2),rotate(90)", (1, 0), (10, 2)),
        ("translate(5px, 1px) rotate(.25turn)", (1, 0), (5, 2)),
        ("none", (3, 4), (3, 4)),
    ],
)
def test_transforms_apply_from_right_to_left(text, start, end):
    """Each kind alone, and lists, whose last member comes first."""
    assert transform(text).apply(*start) == pytest.approx(end)


@pytest.mark.parametrize(
    "text", ["rotate(1 2)", "scale(NaN)", "rotate3d(1,0,0,1deg)", "translate(10%)", "matrix(1 2)", "foo", "scale(2"]
)
def test_transforms_that_leave_the_plane_or_make_no_sense_are_errors(text):
    """Nothing is taken for the identity."""
    with pytest.raises(ValueError, match="transform"):
        transform(text)


def test_view_boxes_are_fitted_as_they_ask():
    """Meet keeps all, slice fills all, none stretches; alignment says where the rest goes."""
    box, place = Rect(0, 0, 10, 10), Rect(0, 0, 100, 50)

    assert fitted(box, place, fit("xMidYMid")).apply(0, 0) == (25, 0)
    assert fitted(box, place, fit("xMaxYMin meet")).apply(10, 10) == (100, 50)
    assert fitted(box, place, fit("xMidYMax slice")).apply(0, 10) == (0, 50)
    assert fitted(box, place, fit("none")).apply(10, 10) == (100, 50)


@pytest.mark.parametrize("text", ["0 0 0 5", "0 0 5", "a b c d", "0 0 5 -1"])
def test_view_boxes_without_an_area_are_errors(text):
    """A drawing needs a place to be drawn in."""
    with pytest.raises(ValueError, match=r"viewBox|number"):
        view_box(text)


def test_shares_are_numbers_or_percentages_cut_to_the_range():
    """Opacity and offsets never leave 0 to 1."""
    assert [share(text) for text in ("50%", ".25", "-1", "300%")] == [0.5, 0.25, 0, 1]
