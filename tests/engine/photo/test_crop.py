"""Which part of a picture is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.geometry import Size
from app.engine.photo import MAXIMUM_ZOOM, Crop, PhotoSource, crop_for, effective_ppi

FRAME = Size(200, 300)


def source(width, height, focus=(0.5, 0.4)):
    return PhotoSource(digest="0" * 64, width=width, height=height, focus=focus)


@given(
    st.integers(1, 20_000),
    st.integers(1, 20_000),
    st.floats(1, 4000),
    st.floats(1, 4000),
    st.tuples(st.floats(-1, 2), st.floats(-1, 2)),
    st.floats(0, 100),
)
def test_crop_covers_the_frame_and_stays_inside(width, height, frame_width, frame_height, focus, zoom):
    """Whatever the shapes, the crop has the frame's proportion and never leaves the picture."""
    crop = crop_for(source(width, height), Size(frame_width, frame_height), focus, zoom)

    assert crop.width / crop.height == pytest.approx(frame_width / frame_height, rel=1e-6)
    assert -1e-6 <= crop.x <= width - crop.width + 1e-6
    assert -1e-6 <= crop.y <= height - crop.height + 1e-6


def test_as_much_as_possible_is_shown():
    """Without zoom, one side of the picture is shown whole."""
    assert crop_for(source(3000, 3000), FRAME, (0.5, 0.5)) == Crop(x=500, y=0, width=2000, height=3000)


def test_focus_comes_to_the_middle():
    """Where there is room, what matters stands in the frame's middle."""
    crop = crop_for(source(3000, 3000), FRAME, (0.4, 0.6), zoom=2)

    assert (crop.x + crop.width / 2, crop.y + crop.height / 2) == (pytest.approx(1200), pytest.approx(1800))


def test_focus_at_an_edge_stops_at_the_edge():
    """No crop looks past its picture."""
    crop = crop_for(source(3000, 3000), FRAME, (1.0, 0.0))

    assert (crop.x, crop.y) == (1000, 0)


def test_own_focus_of_the_picture_is_the_default():
    """What intake found stands until the user says otherwise."""
    picture = source(3000, 1000, focus=(0.8, 0.5))

    assert crop_for(picture, FRAME) == crop_for(picture, FRAME, (0.8, 0.5))


@pytest.mark.parametrize(("zoom", "meant"), [(0.2, 1.0), (-3, 1.0), (1000, MAXIMUM_ZOOM)])
def test_zoom_is_brought_into_its_range(zoom, meant):
    """Less than all cannot be shown, and nobody prints eight pixels."""
    assert crop_for(source(900, 900), FRAME, zoom=zoom) == crop_for(source(900, 900), FRAME, zoom=meant)


def test_empty_frame_is_an_error():
    """A frame without area shows nothing."""
    with pytest.raises(ValueError, match="nothing to crop"):
        crop_for(source(10, 10), Size(0, 10))


def test_effective_ppi_is_what_the_press_sees():
    """2,000 px over 200 pt are 720 px an inch; the coarser side decides."""
    assert effective_ppi(Crop(x=0, y=0, width=2000, height=3000), FRAME) == pytest.approx(720)
    assert effective_ppi(Crop(x=0, y=0, width=2000, height=1500), FRAME) == pytest.approx(360)


def test_effective_ppi_of_an_empty_frame_is_an_error():
    """Nothing has no resolution."""
    with pytest.raises(ValueError, match="empty"):
        effective_ppi(Crop(x=0, y=0, width=1, height=1), Size(0, 1))
