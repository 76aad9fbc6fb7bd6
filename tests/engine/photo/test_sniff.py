"""The first look at a file: no decoding, no surprise."""

import struct
import tracemalloc
from contextlib import suppress
from random import Random

import pytest
from photo_files import HEIC, chunk, encoded, exif, noise, png, quarters, segment, with_chunks, with_segments

from app.engine.errors import UnreadableFile
from app.engine.photo import PhotoLimits, media_type, sniff
from app.engine.photo.jpeg import bare_jpeg, read_jpeg


def refusal(data, limits=None):
    with pytest.raises(UnreadableFile) as refused:
        sniff(data, *([limits] if limits else []))
    return refused.value


def jpeg_claiming(width, height):
    """Return a JPEG whose header tells another size."""
    data = encoded(quarters(), "JPEG")
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", height, width) + data[at + 4 :]


def webp_claiming(width, height):
    canvas = b"\x10\0\0\0" + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", len(canvas)) + canvas
    return b"RIFF" + struct.pack("<I", len(body)) + body


def avif_claiming(width, height):
    data = encoded(quarters(), "AVIF")
    at = data.index(b"ispe") + 8
    return data[:at] + struct.pack(">II", width, height) + data[at + 8 :]


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_size_is_read_from_the_header(format):
    """Each format tells its size without being decoded."""
    header = sniff(encoded(quarters(), format))

    assert (header.format, header.width, header.height) == (format, 64, 48)


def test_size_of_heic_is_what_its_decoder_holds():
    """HEIC is coded in blocks of 64 px and cut to the picture afterwards; the blocks are what costs memory."""
    header = sniff((HEIC / "turned-1.heic").read_bytes())

    assert (header.format, header.width, header.height) == ("HEIF", 64, 64)


@pytest.mark.parametrize(
    "data",
    [
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(%pipe%id) (r) file\n",
        b"GIF89a" + b"\0" * 40,
        b"BM" + b"\0" * 60,
        b"II*\0" + b"\0" * 60,
        b"PK\x03\x04" + b"\0" * 60,
        b"\0\0\0\x18ftypmp42" + b"\0" * 40,
        b"\xff\xd8",
        b"x",
    ],
    ids=["eps", "gif", "bmp", "tiff", "zip", "mp4", "two bytes", "one byte"],
)
def test_other_formats_are_refused_by_their_bytes(data):
    """What a file is called plays no part; only five formats are ever decoded."""
    assert refusal(data).reason == "unknown-format"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_a_drawing_is_sent_on_to_the_logo(data):
    """Who drops a logo on the photo hears where it belongs."""
    assert refusal(data).reason == "drawing"


def test_empty_file_is_refused():
    """An upload that broke off at once has a reason of its own."""
    assert refusal(b"").reason == "empty"


def test_heavy_file_is_refused_with_both_weights():
    """The sentence can say how heavy the file is and how heavy it may be."""
    refused = refusal(b"\xff\xd8\xff" + bytes(25_000_000))

    assert (refused.reason, refused.details) == ("too-heavy", {"megabytes": 26, "limit": 25})


@pytest.mark.parametrize("claiming", [jpeg_claiming, webp_claiming, avif_claiming])
def test_pixel_flood_is_refused_from_the_header(claiming):
    """A few bytes that promise 144 megapixels are refused before any pixel exists."""
    refused = refusal(claiming(12_000, 12_000))

    assert (refused.reason, refused.details) == ("too-many-pixels", {"megapixels": 144, "limit": 50})


def test_pixel_flood_of_a_png_is_refused():
    """The largest size that a PNG can claim is only a number."""
    assert refusal(png(2**31 - 1, 2**31 - 1, b"\0")).reason == "too-many-pixels"


def test_long_side_is_refused():
    """A strip within the pixel limit may still be too long for what comes after."""
    refused = refusal(png(20_001, 1_000, b"\0"))

    assert (refused.reason, refused.details) == ("too-long-a-side", {"side": 20_001, "limit": 20_000})


def test_narrow_strip_is_refused():
    """No poster shows a picture thirty times as long as it is wide."""
    assert refusal(png(3_100, 100, b"\0")).reason == "too-narrow"


def test_deep_pixels_count_as_bytes():
    """16 bits and transparency reach the memory limit before the pixel limit."""
    refused = refusal(png(7_000, 7_000, b"\0", depth=16, color_type=6))

    assert (refused.reason, refused.details) == ("too-deep", {"megapixels": 49, "bits": 16})


def test_scan_bomb_is_refused():
    """Each scan of a progressive JPEG costs a pass over all pixels, so thousands are an attack."""
    data = encoded(noise(), "JPEG", progressive=True)
    last_scan = data.rindex(b"\xff\xda")
    refused = refusal(data[:last_scan] + data[last_scan:-2] * 2_000 + b"\xff\xd9")

    assert refused.reason == "too-many-scans"


@pytest.mark.parametrize("before", range(3))
def test_marks_count_wherever_a_stretch_ends(before):
    """Files are looked through in stretches; a mark across the border of two is neither lost nor counted twice."""
    head = encoded(quarters(), "JPEG").partition(b"\xff\xda")[0]
    scan, end, silence = b"\xff\xda\0\2", b"\xff\xd9", bytes(65_536 - before)
    data = head + scan + silence[4:] + scan + bytes(65_536 - 4) + end

    assert read_jpeg(data + scan, profile_bytes=0).scans == 2
    assert bare_jpeg(data + scan).endswith(scan + bytes(65_536 - 4) + end)


def test_first_look_takes_little_memory_beside_the_file():
    """A web process looks at every photo that arrives, and several at once."""
    data = encoded(noise((1600, 1200)), "JPEG", quality=95)
    tracemalloc.start()
    sniff(data)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert most < len(data) / 4


@pytest.mark.parametrize("marker", [0xC3, 0xC9, 0xCA], ids=["lossless", "arithmetic", "arithmetic progressive"])
def test_rare_kinds_of_jpeg_are_refused_by_name(marker):
    """Kinds that nobody prints are named as such, not called broken."""
    data = encoded(quarters(), "JPEG")

    assert refusal(data.replace(b"\xff\xc0", bytes([0xFF, marker]), 1)).reason == "unsupported-variant"


def test_twelve_bit_jpeg_is_refused_by_name():
    """The decoder knows eight bits a channel only."""
    data = bytearray(encoded(quarters(), "JPEG"))
    data[data.index(b"\xff\xc0") + 4] = 12

    assert refusal(bytes(data)).reason == "unsupported-variant"


def test_profile_in_many_parts_is_joined():
    """ICC profiles over 64 kB come in numbered segments, in any order."""
    parts = [segment(0xE2, b"ICC_PROFILE\0" + bytes([number, 3]) + bytes([number]) * 9) for number in (3, 1, 2)]

    header = sniff(with_segments(encoded(quarters(), "JPEG"), *parts))

    assert header.profile == b"\1" * 9 + b"\2" * 9 + b"\3" * 9


def test_profile_that_lacks_a_part_is_left_aside():
    """Half a profile is none."""
    part = segment(0xE2, b"ICC_PROFILE\0\1\2" + b"x" * 9)

    assert sniff(with_segments(encoded(quarters(), "JPEG"), part)).profile == b""


def test_profile_bomb_in_a_png_is_left_aside():
    """A profile that unpacks past the limit is not unpacked further, and the picture still counts."""
    import zlib

    bomb = chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(50_000_000)))

    assert sniff(with_chunks(encoded(quarters(), "PNG"), bomb)).profile == b""


def test_circle_of_exif_directories_ends():
    """Only the first directory is read; one that points to itself leads nowhere."""
    circle = b"Exif\0\0II*\0\x08\0\0\0\x01\0" + struct.pack("<HHIHH", 0x0112, 3, 1, 6, 0) + b"\x08\0\0\0"

    assert sniff(with_segments(encoded(quarters(), "JPEG"), segment(0xE1, circle))).orientation == 6


@pytest.mark.parametrize(
    "block", [b"", b"II*\0", b"MM\0*\xff\xff\xff\xff", b"II*\0\x08\0\0\0\xff\xff", b"Exif\0\0nonsense"]
)
def test_broken_exif_means_upright(block):
    """A picture is not lost because its Exif is."""
    data = with_segments(encoded(quarters(), "JPEG"), segment(0xE1, b"Exif\0\0" + block))

    assert sniff(data).orientation == 1


def test_limits_are_settings():
    """A host may allow less."""
    assert refusal(encoded(quarters(), "PNG"), PhotoLimits(pixels=3_000)).reason == "too-many-pixels"


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_any_damage_to_the_bytes_is_answered_or_refused(format):
    """Cuts and flipped bits end in a header or in a refusal, never in another exception."""
    whole = (HEIC / "turned-1.heic").read_bytes() if format == "HEIF" else encoded(noise(), format, exif=exif(6))
    chance = Random(4711)
    for _ in range(400):
        data = bytearray(whole[: chance.randrange(1, len(whole) + 1)])
        for _ in range(chance.randrange(4)):
            data[chance.randrange(min(len(data), 900))] ^= 1 << chance.randrange(8)
        with suppress(UnreadableFile):
            assert sniff(bytes(data)).width


def test_media_type_follows_the_bytes():
    """The type that is told to a browser comes from the bytes, not from a name."""
    assert media_type(encoded(quarters(), "WEBP")) == "image/webp"
