"""Nothing leaves with a photo but its pixels."""

import io
import zipfile

import pytest
from photo_files import (
    FOGRA39,
    HEIC,
    chunk,
    encoded,
    exif,
    noise,
    opened,
    quarters,
    segment,
    with_chunks,
    with_segments,
)

from app.engine.color import PrintCondition
from app.engine.geometry import Size
from app.engine.photo import crop_for, print_master, proof_jpeg, proof_master, take_in

SECRET = b"GEHEIM-4711"
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>' + SECRET + b"</dc:creator></x:xmpmeta>"


def everything_made_of(data):
    """Return the bytes of every output that a photo ends up in."""
    photo = take_in(data, cmyk_profile=FOGRA39)
    condition = PrintCondition(icc=FOGRA39, identifier="FOGRA39", ink_limit=300)
    frame = Size(100, 75)
    crop = crop_for(photo.source, frame)
    return [
        photo.stored,
        photo.proof,
        print_master(photo.stored, crop, frame, ppi=300, condition=condition).data,
        proof_master(photo.stored, crop, frame, ppi=300, condition=condition).data,
        proof_jpeg(photo.proof, condition=condition),
        proof_jpeg(photo.stored, condition=condition),
    ]


def is_clean(data):
    found = opened(data)
    kept = {"exif", "xmp", "comment", "icc_profile", "photoshop", "Comment", "XML:com.adobe.xmp", "mp"}
    return SECRET not in data and not kept & set(found.info) and not found.getexif()


def placed_exif():
    block = exif(1, artist=SECRET.decode(), description=SECRET.decode())
    block.get_ifd(0x8825).update({1: "N", 2: (50.0, 51.0, 4.0), 3: "E", 4: (4.0, 21.0, 1.0), 29: SECRET.decode()})
    return block


def secretive_jpeg():
    thumbnail = encoded(quarters((32, 24)), "JPEG", comment=SECRET)
    data = encoded(noise(), "JPEG", exif=placed_exif(), comment=SECRET, xmp=XMP)
    return with_segments(
        data,
        segment(0xED, b"Photoshop 3.0\x008BIM" + SECRET),
        segment(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\0" + thumbnail),
        segment(0xE5, SECRET),
        segment(0xE2, b"MPF\0" + SECRET),
        segment(0xFE, SECRET),
    ) + encoded(noise(seed=5), "JPEG", comment=SECRET)


def secretive_png():
    data = encoded(noise(), "PNG", exif=placed_exif())
    return with_chunks(
        data,
        chunk(b"tEXt", b"Author\0" + SECRET),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP),
        chunk(b"prVt", SECRET),
    )


def secretive(format):
    if format == "JPEG":
        return secretive_jpeg()
    if format == "PNG":
        return secretive_png()
    if format == "HEIF":
        return (HEIC / "secret.heic").read_bytes()
    return encoded(noise(), format, exif=placed_exif(), xmp=XMP)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
def test_place_author_and_comments_are_gone(format):
    """Exif with a place, XMP, IPTC, comments, thumbnails and second pictures stay behind."""
    data = secretive(format)
    assert SECRET in data

    for number, output in enumerate(everything_made_of(data)):
        assert is_clean(output), number


def test_text_in_a_profile_is_gone():
    """A profile's description may name its owner; its colours are applied and it is dropped."""
    from photo_files import display_p3

    profile = display_p3().replace(b"test\0", b"4711\0")
    data = encoded(quarters(), "JPEG", icc_profile=profile)

    assert all(b"4711\0" not in output and is_clean(output) for output in everything_made_of(data))


def test_colours_under_clear_pixels_are_gone():
    """What somebody rubbed out is rubbed out, not only hidden."""
    picture = quarters().convert("RGBA")
    picture.paste((1, 2, 3, 0), (0, 0, 32, 24))

    stored = opened(take_in(encoded(picture, "PNG"), cmyk_profile=FOGRA39).stored)

    assert stored.getpixel((10, 10)) == (0, 0, 0, 0)
    assert stored.getpixel((50, 10))[3] == 255


def test_polyglot_loses_its_other_half():
    """A picture that is also an archive or a page is only a picture afterwards."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("evil.php", "<?php " + SECRET.decode())
    page = b"<script>" + SECRET + b"</script>"

    for data in (
        encoded(noise(), "JPEG") + archive.getvalue(),
        encoded(noise(), "PNG") + archive.getvalue(),
        with_segments(encoded(noise(), "JPEG"), segment(0xFE, page)),
        with_chunks(encoded(noise(), "PNG"), chunk(b"tEXt", b"a\0" + page)),
    ):
        for output in everything_made_of(data):
            assert SECRET not in output
            assert not zipfile.is_zipfile(io.BytesIO(output))
