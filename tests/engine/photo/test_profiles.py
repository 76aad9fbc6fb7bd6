"""Embedded profiles are honoured, and only sound ones of the right kind."""

import io

import numpy as np
import pytest
from photo_files import (
    FOGRA39,
    chunk,
    corners,
    display_p3,
    encoded,
    farthest,
    grey_profile,
    opened,
    quarters,
    segment,
    with_chunks,
    with_segments,
)
from PIL import Image, ImageCms

from app.engine.photo import take_in


def stored(data, cmyk_profile=FOGRA39):
    return opened(take_in(data, cmyk_profile=cmyk_profile).stored)


def flat(color, mode="RGB"):
    return Image.new(mode, (32, 32), color)


def middle(picture):
    return picture.getpixel((16, 16))


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_wide_gamut_becomes_srgb(format):
    """Display P3's (150, 100, 80) is a stronger colour in sRGB's numbers."""
    profile = display_p3()
    source = flat((150, 100, 80))
    expected = ImageCms.profileToProfile(
        source, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode="RGB"
    )

    found = middle(stored(encoded(source, format, quality=98, icc_profile=profile)))

    assert farthest([found], [middle(expected)]) <= 4
    assert found[0] - found[2] > 76  # the source's own difference is 70


def test_srgb_by_another_name_changes_nothing():
    """A profile that means sRGB costs no transform and shifts no value."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    ramp = Image.linear_gradient("L").convert("RGB")

    with_profile = stored(encoded(ramp, "PNG", icc_profile=srgb))

    assert with_profile.tobytes() == stored(encoded(ramp, "PNG")).tobytes()


def test_grey_profile_is_honoured():
    """A grey of gamma 1.0 is lighter than the same number in sRGB."""
    data = encoded(flat(128, "L"), "PNG", icc_profile=grey_profile(1.0))

    assert farthest([middle(stored(data))], [(188, 188, 188)]) <= 3


@pytest.mark.parametrize("inks", [(0, 255, 255, 0), (255, 0, 0, 0), (0, 0, 0, 255), (60, 40, 40, 10), (0, 0, 0, 0)])
def test_cmyk_is_seen_through_its_profile(inks):
    """CMYK becomes what the press would show, with the given profile where it brings none."""
    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(FOGRA39)),
        ImageCms.createProfile("sRGB"),
        "CMYK",
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    expected = middle(ImageCms.applyTransform(flat(inks, "CMYK"), transform))
    bare = encoded(flat(inks, "CMYK"), "JPEG", quality=98)
    own = encoded(flat(inks, "CMYK"), "JPEG", quality=98, icc_profile=FOGRA39)

    assert farthest([middle(stored(bare))], [expected]) <= 5
    assert farthest([middle(stored(own))], [expected]) <= 5


def test_ycck_is_taken():
    """Photoshop writes CMYK as YCCK: luma and chromas of the three colours, and the black inverted."""
    inks = (40, 180, 90, 20)
    y, cb, cr = Image.new("RGB", (1, 1), inks[:3]).convert("YCbCr").getpixel((0, 0))
    plain = flat((y, cb, cr, 255 - inks[3]), "CMYK")
    # Pillow inverts what it writes; so invert before, and then say that it is YCCK.
    data = encoded(plain.point(lambda value: 255 - value), "JPEG", quality=98)
    at = data.index(b"Adobe") + 11
    ycck = data[:at] + b"\x02" + data[at + 1 :]
    expected = middle(stored(encoded(flat(inks, "CMYK"), "JPEG", quality=98)))

    assert farthest([middle(stored(ycck))], [expected]) <= 8


@pytest.mark.parametrize(
    "profile",
    [b"no profile", b"", display_p3()[:300], FOGRA39, grey_profile(1.0)],
    ids=["nonsense", "empty", "cut short", "of CMYK", "of grey"],
)
def test_profile_that_does_not_fit_is_left_aside(profile):
    """A broken profile, or one of another colour space, costs the user nothing."""
    payload = b"ICC_PROFILE\0\1\1" + profile[:60_000]
    data = with_segments(encoded(quarters(), "JPEG", quality=95), segment(0xE2, payload))

    assert farthest(corners(stored(data)), corners(quarters())) <= 6


def test_profile_over_a_megabyte_is_left_aside():
    """The picture counts, its bloated profile does not."""
    large = display_p3() + bytes(1_000_001)
    data = encoded(quarters(), "PNG", icc_profile=large)

    assert farthest(corners(stored(data)), corners(quarters())) <= 6


def test_text_bomb_does_no_harm():
    """Compressed text is never unpacked, so it cannot burst."""
    import zlib

    bomb = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(60_000_000)))
    data = with_chunks(encoded(quarters(), "PNG"), bomb, bomb, bomb)

    assert farthest(corners(stored(data)), corners(quarters())) <= 6


def test_transparency_survives_a_profile():
    """Colours are transformed, coverage is not."""
    picture = flat((150, 100, 80))
    picture.putalpha(Image.new("L", picture.size, 77))

    found = middle(stored(encoded(picture, "PNG", icc_profile=display_p3())))

    assert found[3] == 77
    assert found[0] - found[2] > 76


def test_large_picture_is_transformed_without_a_seam():
    """Large pictures are transformed in two halves that meet."""
    picture = Image.linear_gradient("L").resize((900, 800)).convert("RGB")
    data = encoded(picture, "PNG", icc_profile=display_p3())

    column = np.asarray(stored(data).convert("RGB"))[:, 450, 1].astype(int)

    assert np.abs(np.diff(column)).max() <= 4
