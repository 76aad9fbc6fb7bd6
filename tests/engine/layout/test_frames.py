"""An artboard carried over to a sheet, and frames that close up."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import art_of, choice_slot, chosen, kit, make_template, photo_slot, rect, text_slot

from app.engine.geometry import Path, Point, Rect
from app.engine.layout.frames import Art, Frame, arranged, closed_up
from app.engine.sheet import FORMATS

A6 = Rect(0, 0, *FORMATS["a6"].trim)


def steps(template, format, *, chosen=None, mirrored=False):
    board = template.artboard(format)
    return arranged(board, kit().sheet(FORMATS[format]), chosen or {}, mirrored=mirrored)


@pytest.mark.parametrize("format", ["a6", "a3", "a0"])
def test_frames_keep_their_share_of_every_sheet(format):
    """A frame in the middle of the drawing is in the middle of the sheet."""
    template = make_template(text_slot(), places={"headline": Rect(0.25, 0.25, 0.5, 0.5)})
    trim = FORMATS[format].trim

    (frame,) = (step for step in steps(template, format) if isinstance(step, Frame))

    assert (frame.box.x, frame.box.y) == pytest.approx((trim.width / 4, trim.height / 4))
    assert frame.box.size == pytest.approx((trim.width / 2, trim.height / 2))


def test_a_near_format_is_fitted_axis_by_axis():
    """B2 is a little wider than A2: the corners of the art reach its corners."""
    template = make_template(formats=("a2", "b2"))
    trim = FORMATS["b2"].trim

    (art,) = (step for step in steps(template, "b2") if isinstance(step, Art))

    bounds = art.items[0].path.bounds
    assert bounds.right == pytest.approx(1.1 * trim.width)
    assert bounds.bottom == pytest.approx(1.1 * trim.height)


def test_only_the_chosen_group_is_painted():
    """Of a choice, one value; in the place that it has in the paint order."""
    whole = rect(Rect(0, 0, 1, 1), A6)
    template = make_template(
        choice_slot("bos", "koraal"),
        art=(chosen("bos", art_of(whole, "bos")), chosen("koraal", art_of(whole, "koraal"))),
    )

    shown = [step.items[0].paint.name for step in steps(template, "a6", chosen={"ground": "koraal"})]

    assert shown == ["crème", "koraal"]


def test_mirroring_changes_sides_of_art_and_frames():
    """What stood at the left edge stands at the right one, masks included."""
    mask = Path.ellipse(Point(0.2, 0.3), 0.1, 0.1)
    template = make_template(photo_slot(), masks={"photo": mask})

    (plain,) = (step for step in steps(template, "a6") if isinstance(step, Frame))
    (turned,) = (step for step in steps(template, "a6", mirrored=True) if isinstance(step, Frame))

    assert plain.box.x == pytest.approx(A6.width * 0.1, abs=0.1)
    assert turned.box.right == pytest.approx(A6.width * 0.9, abs=0.1)
    assert turned.path.bounds.x == pytest.approx(turned.box.x, abs=0.1)


LOGO, CODE = Rect(100, 500, 80, 30), Rect(200, 490, 50, 50)


@pytest.mark.parametrize(
    ("side", "taken", "right"),
    [
        ("right", [], 250),
        ("left", [], 180),
        ("right", [Rect(185, 480, 10, 80)], 180),
        ("right", [Rect(185, 100, 10, 80)], 250),
    ],
)
def test_a_mark_moves_over_to_an_empty_place_beside_it(side, taken, right):
    """On the side it keeps to, unless something stands in between."""
    assert closed_up(LOGO, [CODE], taken, side) == Rect.between(100, 500, right, 530)


def test_a_place_that_is_not_beside_is_left():
    """An empty frame above is no neighbour."""
    assert closed_up(LOGO, [Rect(200, 100, 50, 50)], [], "right") == LOGO


def test_two_empty_places_in_a_row_are_both_taken():
    """Nearest first, each from where the last one ended."""
    assert closed_up(LOGO, [Rect(260, 490, 40, 40), CODE], [], "right").right == 300


places = st.builds(Rect, st.floats(0, 300), st.floats(0, 300), st.floats(5, 100), st.floats(5, 100))


@given(places, st.lists(places, max_size=4), st.lists(places, max_size=4), st.sampled_from(["left", "right"]))
def test_closing_up_only_grows_and_never_over_what_is_there(box, empty, taken, side):
    """Whatever the frames, a mark keeps its own place and takes nobody else's."""
    grown = closed_up(box, empty, taken, side)

    assert grown.contains(box, 1e-6)
    assert (grown.y, grown.height) == pytest.approx((box.y, box.height))
    if grown.width > box.width + 1e-6:
        assert not any(grown.grown(-1).intersection(other) for other in taken)


def test_art_that_is_never_shown_in_reverse_changes_its_place_only():
    """A tick stays a tick in Arabic: its long arm goes up on the right, wherever it stands."""
    tick = Path((("M", (10.0, 60.0)), ("L", (30.0, 80.0)), ("L", (90.0, 20.0)), ("Z", ())))
    template = make_template(art=(replace(art_of(tick, "zon"), upright=True), art_of(tick, "bos")))

    _, plain, _ = (step.items[0].path for step in steps(template, "a6") if isinstance(step, Art))
    _, kept, turned = (step.items[0].path for step in steps(template, "a6", mirrored=True) if isinstance(step, Art))

    assert kept.bounds == pytest.approx(turned.bounds)
    corners, before = ([x for verb, (x, *_) in path.segments[:3]] for path in (kept, plain))
    assert corners == pytest.approx([x + kept.bounds.x - plain.bounds.x for x in before])
