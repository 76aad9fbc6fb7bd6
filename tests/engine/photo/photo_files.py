"""Small pictures for tests, made on the spot."""

import io
import struct
import zlib
from pathlib import Path

import numpy as np
from PIL import Image

ROOT = Path(__file__).parents[3]
HEIC = ROOT / "tests/resources/photos"
FOGRA39 = (ROOT / "brand_assets/career/profiles/FOGRA39L_coated.icc").read_bytes()

RED, GREEN, BLUE, YELLOW = (230, 20, 20), (20, 200, 20), (20, 20, 220), (240, 220, 20)
ORIENTATION = 0x0112

# What turns an upright picture into one that is stored with this orientation.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def quarters(size=(64, 48)):
    """Return an upright picture: red and green above, blue and yellow below."""
    width, height = size
    picture = Image.new("RGB", size, RED)
    picture.paste(GREEN, (width // 2, 0, width, height // 2))
    picture.paste(BLUE, (0, height // 2, width // 2, height))
    picture.paste(YELLOW, (width // 2, height // 2, width, height))
    return picture


def noise(size=(160, 120), seed=0, low=0, high=256):
    """Return a picture that no codec can make small."""
    values = np.random.default_rng(seed).integers(low, high, (size[1], size[0], 3), dtype=np.uint8)
    return Image.fromarray(values, "RGB")


def encoded(picture, format, **options):
    file = io.BytesIO()
    picture.save(file, format, **options)
    return file.getvalue()


def exif(orientation=1, **texts):
    block = Image.Exif()
    block[ORIENTATION] = orientation
    for tag, text in texts.items():
        block[{"artist": 0x013B, "description": 0x010E}[tag]] = text
    return block


def opened(data):
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


def corners(picture):
    """Return the colours of the four quarters' middles: top left, top right, bottom left, bottom right."""
    picture = picture.convert("RGB")
    width, height = picture.size
    return [picture.getpixel((round(x * width), round(y * height))) for y in (0.25, 0.75) for x in (0.25, 0.75)]


def farthest(found, expected):
    """Return the largest difference of any channel between two lists of colours."""
    return int(np.abs(np.array(found, int) - np.array(expected, int)).max())


def segment(marker, payload):
    """Return a JPEG segment."""
    return bytes([0xFF, marker]) + struct.pack(">H", len(payload) + 2) + payload


def with_segments(jpeg, *segments):
    """Return a JPEG with segments put behind its start."""
    return jpeg[:2] + b"".join(segments) + jpeg[2:]


def chunk(kind, payload):
    """Return a PNG chunk."""
    return struct.pack(">I", len(payload)) + kind + payload + struct.pack(">I", zlib.crc32(kind + payload))


def png(width, height, rows, *, depth=8, color_type=2, interlaced=0, extra=b""):
    """Return a PNG of raw rows, each with its filter byte."""
    head = struct.pack(">IIBBBBB", width, height, depth, color_type, 0, 0, interlaced)
    body = chunk(b"IHDR", head) + extra + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def with_chunks(png_bytes, *chunks):
    """Return a PNG with chunks put behind its header."""
    return png_bytes[:33] + b"".join(chunks) + png_bytes[33:]


# The D50-adapted primaries of Display P3. Source: ICC registry, "Display P3".
_P3 = {
    b"rXYZ": (0.51512, 0.24120, -0.00105),
    b"gXYZ": (0.29198, 0.69225, 0.04189),
    b"bXYZ": (0.15710, 0.06657, 0.78407),
}
_D50 = (0.96420, 1.0, 0.82491)


def display_p3(gamma=2.2):
    """Return a wide-gamut RGB profile: the primaries of Display P3, a plain gamma."""
    tags = {tag: _xyz(values) for tag, values in _P3.items()}
    tags |= {tag: _gamma(gamma) for tag in (b"rTRC", b"gTRC", b"bTRC")}
    return _profile(b"RGB ", tags)


def grey_profile(gamma):
    """Return a profile of grey with a plain gamma."""
    return _profile(b"GRAY", {b"kTRC": _gamma(gamma)})


def _xyz(values):
    return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _gamma(gamma):
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"


def _profile(space, tags):
    """Return an ICC profile of version 2. Source: ICC.1:2001-04, 6."""
    text = b"test\0"
    tags = {
        **tags,
        b"wtpt": _xyz(_D50),
        b"cprt": b"text\0\0\0\0" + text + b"\0" * 3,
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + b"\0" * 79,
    }
    at = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, data in tags.items():
        table += name + struct.pack(">II", at + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    head = struct.pack(">I4sI4s4s4s", at + len(body), b"\0\0\0\0", 0x02400000, b"mntr", space, b"XYZ ")
    head += struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp") + b"\0" * 28 + _xyz(_D50)[8:] + b"\0" * 48
    return head + table + body
