"""Every kind of file becomes upright 8-bit sRGB that looks like its source."""

import hashlib
import io
import struct

import numpy as np
import pytest
from photo_files import (
    BLUE,
    FOGRA39,
    GREEN,
    HEIC,
    ORIENTATION,
    RED,
    STORED,
    YELLOW,
    corners,
    encoded,
    exif,
    farthest,
    noise,
    opened,
    png,
    quarters,
)
from PIL import Image

from app.engine.photo import sniff, take_in

UPRIGHT = [RED, GREEN, BLUE, YELLOW]


def taken(data):
    return take_in(data, cmyk_profile=FOGRA39)


@pytest.mark.parametrize(
    ("format", "options"),
    [
        ("JPEG", {"quality": 95}),
        ("JPEG", {"quality": 95, "progressive": True}),
        ("JPEG", {"quality": 95, "subsampling": 0}),
        ("JPEG", {"quality": 95, "restart_marker_blocks": 2}),
        ("PNG", {}),
        ("WEBP", {"quality": 95}),
        ("WEBP", {"lossless": True}),
        ("AVIF", {"quality": 90}),
    ],
)
def test_colours_survive_intake(format, options):
    """What goes in comes out, whatever the codec."""
    photo = taken(encoded(quarters(), format, **options))

    assert (photo.source.width, photo.source.height, photo.source.has_alpha) == (64, 48, False)
    assert sniff(photo.stored).format == "JPEG"
    assert farthest(corners(opened(photo.stored)), UPRIGHT) <= 6
    assert farthest(corners(opened(photo.proof)), UPRIGHT) <= 8


@pytest.mark.parametrize("name", ["turned-1", "deep"])
def test_heic_is_taken(name):
    """Phones write HEIC, of eight or ten bits."""
    photo = taken((HEIC / f"{name}.heic").read_bytes())

    assert farthest(corners(opened(photo.stored)), UPRIGHT) <= 12


@pytest.mark.parametrize("mode", ["L", "1"])
@pytest.mark.parametrize("format", ["JPEG", "PNG"])
def test_grey_is_taken(mode, format):
    """Grey and bilevel pictures become sRGB greys."""
    grey = quarters().convert("L")
    source = grey.point(lambda value: 255 * (value > 100)).convert("1") if mode == "1" else grey

    photo = taken(encoded(source, format))

    expected = corners(source.convert("RGB"))
    assert farthest(corners(opened(photo.stored)), expected) <= 4


def test_palette_is_taken():
    """Palette colours are looked up."""
    photo = taken(encoded(quarters().quantize(8), "PNG"))

    assert farthest(corners(opened(photo.stored)), UPRIGHT) <= 6


@pytest.mark.parametrize("transparency", [0, bytes([0, 255, 255, 255])], ids=["one index", "a table"])
def test_clear_palette_entry_becomes_transparency(transparency):
    """A palette colour declared see-through is see-through."""
    picture = quarters().quantize(4)
    clear = picture.getpixel((4, 4))
    table = bytes(0 if index == clear else 255 for index in range(4))

    photo = taken(encoded(picture, "PNG", transparency=clear if transparency == 0 else table))

    stored = opened(photo.stored)
    assert photo.source.has_alpha
    assert stored.getpixel((4, 4))[3] == 0
    assert stored.getpixel((60, 4))[3] == 255


def test_clear_colour_of_a_png_becomes_transparency():
    """An RGB picture may declare one of its colours see-through."""
    photo = taken(encoded(quarters(), "PNG", transparency=GREEN))

    stored = opened(photo.stored)
    assert [stored.getpixel(place)[3] for place in ((4, 4), (60, 4))] == [255, 0]


def test_clear_colour_of_a_deep_png_becomes_transparency():
    """In 16-bit RGB the clear colour is told in 16 bits."""
    row = b"\0" + struct.pack(">3H", 0x1234, 0x8000, 0xF000) * 2 + struct.pack(">3H", 0xFFFF, 0, 0) * 2
    clear = _chunk_of(struct.pack(">3H", 0x1234, 0x8000, 0xF000))

    stored = opened(taken(png(4, 4, row * 4, depth=16, extra=clear)).stored)

    assert [stored.getpixel((x, 0))[3] for x in range(4)] == [0, 0, 255, 255]


def _chunk_of(payload):
    from photo_files import chunk

    return chunk(b"tRNS", payload)


@pytest.mark.parametrize("color_type", [0, 2, 4, 6], ids=["grey", "rgb", "grey and alpha", "rgba"])
def test_sixteen_bits_are_reduced(color_type):
    """Every step of a 16-bit ramp lands on the eight-bit step it stands for."""
    channels = {0: 1, 2: 3, 4: 2, 6: 4}[color_type]
    levels = np.linspace(0, 65535, 64).round().astype(int)
    values = [
        struct.pack(f">{channels}H", *([level] * min(channels, 3 if channels > 2 else 1)), *_opaque(channels))
        for level in levels
    ]
    row = b"\0" + b"".join(values)

    stored = opened(taken(png(64, 8, row * 8, depth=16, color_type=color_type)).stored).convert("RGB")

    found = [stored.getpixel((x, 4))[0] for x in range(64)]
    assert max(abs(a - level / 257) for a, level in zip(found, levels, strict=True)) <= 2


def _opaque(channels):
    return [65535] if channels in (2, 4) else []


@pytest.mark.parametrize("format", ["PNG", "WEBP", "AVIF"])
def test_transparency_is_kept(format):
    """Soft edges stay soft."""
    picture = quarters()
    picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    options = {"lossless": True} if format == "WEBP" else {}

    photo = taken(encoded(picture, format, **options))

    stored = opened(photo.stored)
    assert photo.source.has_alpha
    assert stored.mode == "RGBA"
    assert abs(stored.getpixel((32, 24))[3] - picture.getpixel((32, 24))[3]) <= 6
    assert opened(photo.proof).mode == "RGBA"


def test_transparency_of_heic_is_kept():
    """HEIC keeps it in a picture of its own."""
    stored = opened(taken((HEIC / "clear.heic").read_bytes()).stored)

    assert stored.getpixel((4, 4))[3] < 10
    assert stored.getpixel((60, 4))[3] > 245


def test_full_opacity_is_no_transparency():
    """An alpha channel that hides nothing is dropped, so the photo stays a JPEG."""
    photo = taken(encoded(quarters().convert("RGBA"), "PNG"))

    assert not photo.source.has_alpha
    assert sniff(photo.stored).format == "JPEG"


def test_first_frame_of_an_animation_is_taken():
    """Later frames are not looked at."""
    frames = [quarters(), Image.new("RGB", (64, 48), "white")]
    for format in ("WEBP", "PNG", "AVIF"):
        data = encoded(frames[0], format, save_all=True, append_images=frames[1:])

        assert farthest(corners(opened(taken(data).stored)), UPRIGHT) <= 12, format


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_orientation_is_applied_once(format, orientation):
    """However the camera was held, the picture stands upright and says nothing of it any more."""
    if format == "HEIF":
        data = (HEIC / f"turned-{orientation}.heic").read_bytes()
    else:
        turn = STORED[orientation]
        stored = quarters() if turn is None else quarters().transpose(turn)
        data = encoded(stored, format, quality=95, exif=exif(orientation))

    photo = taken(data)

    for result in (photo.stored, photo.proof):
        picture = opened(result)
        assert picture.size == (64, 48)
        assert farthest(corners(picture), UPRIGHT) <= 14
        assert ORIENTATION not in picture.getexif()


def test_exif_has_no_say_in_heic():
    """HEIC turns by its own boxes; Exif beside them only tells what the camera did (ISO/IEC 23008-12, A.2)."""
    photo = taken((HEIC / "exif-only.heic").read_bytes())

    assert (photo.source.width, photo.source.height) == (64, 48)
    assert farthest(corners(opened(photo.stored)), UPRIGHT) <= 12


def test_digest_names_the_stored_bytes():
    """The digest is of what is kept, not of what came."""
    photo = taken(encoded(noise(), "PNG"))

    assert photo.source.digest == hashlib.sha256(photo.stored).hexdigest()


def test_same_file_gives_the_same_bytes():
    """Intake is repeatable."""
    data = encoded(noise(), "JPEG")

    assert taken(data) == taken(data)


def test_proof_is_small_enough_for_a_screen():
    """The long side of a proof has 1,600 px at most; the stored picture keeps its own."""
    photo = taken(encoded(noise((2400, 1200)), "JPEG", quality=60))

    assert opened(photo.stored).size == (2400, 1200)
    assert opened(photo.proof).size == (1600, 800)


def test_small_picture_is_not_enlarged_for_its_proof():
    """A proof is never larger than its source."""
    assert opened(taken(encoded(noise((1, 1)), "PNG")).proof).size == (1, 1)


def test_lightness_is_measured_in_cie():
    """Mid grey has a lightness of 53.4; half black, half white deviates by 50."""
    grey = taken(encoded(Image.new("RGB", (32, 32), (127, 127, 127)), "PNG")).source
    halves = Image.new("RGB", (32, 32), "white")
    halves.paste((0, 0, 0), (0, 0, 16, 32))
    split = taken(encoded(halves, "PNG")).source

    assert grey.mean_light == pytest.approx(53.2, abs=0.5)
    assert grey.contrast == pytest.approx(0, abs=0.1)
    assert (split.mean_light, split.contrast) == (pytest.approx(50, abs=0.5), pytest.approx(50, abs=0.5))


def test_clear_parts_count_for_nothing_in_lightness():
    """A cut-out person is not dark because of what surrounds them."""
    picture = Image.new("RGBA", (32, 32), (0, 0, 0, 0))
    picture.paste((255, 255, 255, 255), (8, 8, 24, 24))
    file = io.BytesIO()
    picture.save(file, "PNG")

    assert taken(file.getvalue()).source.mean_light == pytest.approx(100, abs=0.5)
