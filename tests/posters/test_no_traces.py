"""A photo full of secrets leaves nothing of them behind: not in a file, not in a preview, not in what is kept."""

import io
import struct
import zlib
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image, ImageCms, PngImagePlugin
from poster_maker import DATE, content, encoded, photo_jpeg

from app.engine.content import PhotoChoice
from app.engine.pipeline import Options

SECRET = b"GEHEIM-4711"
WORD = SECRET.decode()
XMP = (
    f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    f'<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="{WORD}"/></rdf:RDF></x:xmpmeta>'
).encode()

# In whatever form a tool may write it.
FORMS = (SECRET, SECRET.decode().encode("utf-16-be"), SECRET.decode().encode("utf-16-le"), SECRET.hex().encode())


def exif():
    block = Image.Exif()
    block.update({0x010E: WORD, 0x013B: WORD, 0x8298: WORD, 0x010F: WORD, 0x0131: WORD})
    block.get_ifd(0x8825).update({1: "N", 2: (51.0, 1.0, 44.0), 3: "E", 4: (4.0, 6.0, 5.0), 29: WORD})
    block.get_ifd(0x8769).update({0x9286: b"ASCII\0\0\0" + SECRET, 0xA430: WORD, 0xA431: WORD})
    return block


def profile():
    """Return sRGB under a telling name."""
    found = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    telling = found.replace("sRGB built-in".encode("utf-16-be"), (WORD + "..").encode("utf-16-be"))
    assert telling != found
    return telling


def segment(marker, body):
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def telling_jpeg():
    photo = Image.open(io.BytesIO(photo_jpeg()))
    small = encoded(photo.resize((60, 80)), comment=SECRET)
    data = encoded(photo, quality=85, exif=exif(), comment=SECRET, xmp=XMP, icc_profile=profile())
    iptc = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", 16) + b"\x1c\x02\x50\0\x0b" + SECRET
    extra = segment(0xED, iptc) + segment(0xE1, b"Exif\0\0" + small) + segment(0xEB, SECRET) + segment(0xFE, SECRET)
    return data[:2] + extra + data[2:] + SECRET


def telling_png():
    photo = Image.open(io.BytesIO(photo_jpeg()))
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", WORD)
    texts.add_text("Comment", WORD, zip=True)
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
    data = encoded(photo, "PNG", pnginfo=texts, exif=exif(), icc_profile=profile(), compress_level=1)
    private = b"prVt" + SECRET
    return data + struct.pack(">I", len(SECRET)) + private + struct.pack(">I", zlib.crc32(private))


def telling_webp():
    photo = Image.open(io.BytesIO(photo_jpeg()))
    return encoded(photo, "WEBP", quality=70, method=0, exif=exif(), xmp=XMP, icc_profile=profile())


def inside(data):
    """Yield a file and everything that is packed in it."""
    yield data
    if data.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for found in pdf.objects:
                if isinstance(found, pikepdf.Stream):
                    yield found.read_raw_bytes() if found.get("/Filter") == "/DCTDecode" else found.read_bytes()
                else:
                    yield found.unparse(resolved=True)
    elif data.startswith(b"\x89PNG"):
        yield from _chunks(data)


def _chunks(data):
    at = 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        assert kind in (b"IHDR", b"iCCP", b"pHYs", b"PLTE", b"IDAT", b"IEND", b"sRGB", b"tRNS"), kind
        yield body
        if kind == b"iCCP":
            yield zlib.decompress(body[body.index(b"\0") + 2 :])
        at += length + 12


def tells(data):
    return any(form in part for part in inside(data) for form in FORMS)


@pytest.mark.parametrize("make", [telling_jpeg, telling_png, telling_webp], ids=["jpeg", "png", "webp"])
def test_nothing_of_the_photos_secrets_is_left(workshop, tmp_path, make):
    """Exif with a place, author, XMP, IPTC, comments, thumbnail, profile: gone from all that is made and kept."""
    data = make()
    assert tells(data)
    before = {file for file in workshop.uploads.files.folder.rglob("*") if file.is_file()}
    upload = workshop.uploads.photo(data)
    template = workshop.catalog.get("portret")
    chosen = PhotoChoice(file=upload.key, alt="Iemand lacht", consent=True, scrim=True)
    given = replace(content("portret", "nl"), photos={"photo": chosen}, logos={})
    outputs = [
        workshop.rendering.artwork(template, given, format_key=key, destination=where, options=how, date=DATE).data
        for key, where, how in (
            ("a5", "print", Options()),
            ("a5", "web", Options()),
            ("a5", "home", Options()),
            ("square", "screen", Options()),
            ("square", "screen", Options(codec="jpg")),
        )
    ]
    outputs.append(workshop.rendering.preview(template, given, "a5", lambda key: f"/media/{key}").svg.encode())
    outputs.append(workshop.rendering.photo_preview(upload.source.digest, 400))
    kept = {file for file in workshop.uploads.files.folder.rglob("*") if file.is_file()} - before

    assert len(kept) >= 2
    assert not [number for number, output in enumerate(outputs) if tells(output)]
    assert not [file.name for file in kept if tells(file.read_bytes())]
