"""Broken files are refused; never half a poster."""

import struct
from contextlib import suppress
from random import Random

import pytest
from photo_files import FOGRA39, HEIC, chunk, encoded, exif, noise, opened, png, quarters, with_chunks
from PIL import Image

from app.engine.errors import UnreadableFile
from app.engine.photo import take_in

FORMATS = ["JPEG", "progressive", "PNG", "WEBP", "AVIF", "HEIF"]


def sample(format, picture=None):
    picture = picture or noise()
    if format == "HEIF":
        return (HEIC / "turned-1.heic").read_bytes()
    if format == "progressive":
        return encoded(picture, "JPEG", progressive=True)
    return encoded(picture, format)


def taken(data):
    return take_in(data, cmyk_profile=FOGRA39)


def refusal(data):
    with pytest.raises(UnreadableFile) as refused:
        taken(data)
    return refused.value.reason


@pytest.mark.parametrize("format", FORMATS)
def test_cut_file_is_refused_wherever_it_is_cut(format):
    """From the first bytes to shortly before the end, what is missing is noticed."""
    data = sample(format)
    places = {round(len(data) * step / 40) for step in range(1, 40)} | {len(data) - 40, len(data) - 13}

    for place in sorted(places):
        assert refusal(data[:place]) in ("truncated", "damaged", "unknown-format"), place


@pytest.mark.parametrize("format", ["JPEG", "progressive"])
def test_cut_jpeg_that_was_closed_again_is_refused(format):
    """Programs close a cut JPEG with an end marker; libjpeg then fills the rest with grey, without a word."""
    data = sample(format)
    first_scan = data.index(b"\xff\xda")
    end = data.index(b"\xff\xc4", first_scan) if format == "progressive" else len(data)
    for share in (0.1, 0.5, 0.9, 0.97):
        place = first_scan + 20 + round((end - first_scan - 20) * share)

        assert refusal(data[:place] + b"\xff\xd9") == "truncated", share


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_jpeg_that_promises_more_rows_than_it_holds_is_refused(mode):
    """A header that lies about the height would give a mostly grey poster."""
    data = encoded(noise().convert(mode), "JPEG")
    at = data.index(b"\xff\xc0") + 5

    assert refusal(data[:at] + struct.pack(">H", 2400) + data[at + 2 :]) == "truncated"


@pytest.mark.parametrize("mode", ["RGB", "L"])
@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_rows": 1}])
def test_honest_grey_is_taken(mode, options):
    """A picture that truly ends in the grey which decoders make up is a picture like any other."""
    picture = Image.new(mode, (160, 120), 128 if mode == "L" else (128, 128, 128))
    picture.paste(noise((160, 40)).convert(mode), (0, 0))

    assert taken(encoded(picture, "JPEG", **options)).source.height == 120


def test_png_whose_rows_run_out_is_refused():
    """Pillow leaves missing rows black, without a word."""
    row = b"\0" + b"\xc0\x80\x40" * 100

    assert refusal(png(100, 100, row * 99)) == "truncated"
    assert taken(png(100, 100, row * 100)).source.height == 100


@pytest.mark.parametrize("height", [100, 101])
def test_interlaced_png_whose_rows_run_out_is_refused(height):
    """The passes of an interlaced PNG are counted too."""
    whole = _interlaced(100, height)

    assert taken(png(100, height, whole, interlaced=1)).source.height == height
    assert refusal(png(100, height, whole[: len(whole) * 2 // 3], interlaced=1)) == "truncated"


def _interlaced(width, height):
    """Return black rows of the seven passes of Adam7."""
    passes = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    rows = b""
    for left, top, across, down in passes:
        columns = len(range(left, width, across))
        rows += len(range(top, height, down)) * (b"\0" + b"\0\0\0" * columns)
    return rows


@pytest.mark.parametrize(
    ("color_type", "depth", "width"), [(3, 1, 13), (0, 2, 13), (3, 4, 13), (0, 16, 13), (6, 8, 13)]
)
def test_honest_black_png_is_taken(color_type, depth, width):
    """A picture whose last pixel is truly nought is complete, whatever the width of its pixels."""
    bits = depth * {0: 1, 3: 1, 6: 4}[color_type]
    rows = (b"\0" * (1 + -(-width * bits // 8))) * 20
    palette = chunk(b"PLTE", bytes(6)) if color_type == 3 else b""

    assert taken(png(width, 20, rows, depth=depth, color_type=color_type, extra=palette)).source.width == width


def test_wrong_checksum_in_a_png_is_refused():
    """A flipped bit in the pixels shows in the checksum, where the decoder does not look."""
    data = bytearray(sample("PNG"))
    data[data.index(b"IDAT") + 2000] ^= 4

    assert refusal(bytes(data)) == "damaged"


def test_wrong_checksum_in_a_comment_is_of_no_matter():
    """What is thrown away need not be sound."""
    text = bytearray(chunk(b"tEXt", b"Comment\0x"))
    text[-1] ^= 1

    assert taken(with_chunks(encoded(quarters(), "PNG"), bytes(text))).source.width == 64


@pytest.mark.parametrize("format", FORMATS)
def test_flipped_bits_end_in_a_photo_or_a_refusal(format):
    """Whatever bit flips, no other exception comes out, and a photo that is taken can be opened."""
    whole = sample(format, noise((80, 60)))
    chance = Random(99)
    for _ in range(120):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        with suppress(UnreadableFile):
            photo = taken(bytes(data))
            assert opened(photo.stored).size == (photo.source.width, photo.source.height)


def test_trailing_bytes_are_of_no_matter():
    """Phones append videos and second pictures; the photo is the part before them, whatever a video looks like."""
    video = Random(1).randbytes(100_000) + b"\xff\xda" * 200

    for format in ("JPEG", "PNG", "WEBP"):
        assert taken(sample(format) + video).source.width == 160, format


@pytest.mark.parametrize("claim", [(8, 8), (6000, 6000)])
def test_heic_that_lies_about_its_size_gives_no_larger_picture(claim):
    """What the boxes promise and what the stream holds are two things; neither gets past the limits."""
    data = bytearray((HEIC / "turned-1.heic").read_bytes())
    at = data.index(b"ispe") + 8
    data[at : at + 8] = struct.pack(">II", *claim)

    with suppress(UnreadableFile):
        photo = taken(bytes(data))
        assert (photo.source.width, photo.source.height) <= (64, 64)


def test_reasons_are_known_for_every_refusal():
    """A picture of the right kind with nothing in it is damaged, not a server error."""
    assert refusal(b"\xff\xd8\xff\xd9" + bytes(40)) in ("damaged", "truncated")
    assert refusal(b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b"")) == "damaged"
    assert refusal(b"RIFF\x04\0\0\0WEBP") == "damaged"
    assert refusal(encoded(quarters(), "AVIF", exif=exif())[:200]) == "truncated"
