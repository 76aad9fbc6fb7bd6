"""What of a picture is embedded, and which formats share it."""

import pytest

from app.engine.geometry import Size
from app.engine.photo import Crop, Cut, PhotoSource, crop_for, cut_for
from app.engine.sheet import FORMATS

PHOTO = PhotoSource(digest="0" * 64, width=3024, height=4032)
PHONE = (PHOTO.width, PHOTO.height)


def cut_on(key):
    """What of a photo from a phone is embedded where it fills the upper part of a format."""
    trim = FORMATS[key].trim
    frame = Size(trim.width, 0.6 * trim.height)
    return cut_for(crop_for(PHOTO, frame), frame, PHONE, ppi=300)


@pytest.mark.parametrize("key", ["a4", "a2"])
def test_sizes_of_one_shape_share_their_pixels(key):
    """Whole millimetres make a paper a little narrower or wider, by less than a px of the photo."""
    assert cut_on(key) == cut_on("a3")


def test_another_shape_is_another_cut():
    """As is a size for which the photo is too dense."""
    assert len({cut_on(key).box for key in ("a3", "a6", "square")}) == 3
    assert cut_on("a6").size is not None


def test_edges_are_on_whole_px():
    """On the nearest ones."""
    crop = Crop(x=10.4, y=3.6, width=300, height=200)

    assert cut_for(crop, Size(900, 600), (400, 300), ppi=300) == Cut(box=(10, 4, 310, 204))


def test_a_cut_is_never_empty():
    """Of a corner of a tiny picture one px is left."""
    crop = Crop(x=3.9, y=0, width=0.1, height=0.1)

    assert cut_for(crop, Size(10, 10), (4, 4), ppi=300) == Cut(box=(3, 0, 4, 1))


def test_what_is_too_dense_is_reduced_to_what_was_asked():
    """By how much, at least, decides how the file is decoded."""
    cut = cut_for(Crop(x=0, y=0, width=3000, height=2000), Size(72, 48), (3000, 2000), ppi=300)

    assert cut == Cut(box=(0, 0, 3000, 2000), size=(300, 200))
    assert cut.reduction == 10
