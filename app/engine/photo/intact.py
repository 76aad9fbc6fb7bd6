"""Whether the data of a picture reaches its last row. Decoders fill up what is missing, and say nothing."""

import io
import re
import struct
import zlib
from random import Random

from PIL import Image

from app.engine.errors import UnreadableFile
from app.engine.photo.header import Header
from app.engine.photo.png import CHANNELS, chunks

# Any marker but a stuffed FF and the restarts, which belong to the scan.
_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_GREY = 128  # what libjpeg puts where data ends: every coefficient nought
_NOISE_BYTES = 4096
_BLOCK = 1 << 20
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def check_complete(image: Image.Image, data: bytes, header: Header) -> None:
    """Raise UnreadableFile for a picture whose last rows were made up by the decoder.

    image: as decoded, before it is turned. data: the bare file.
    """
    corner = image.getpixel((image.width - 1, image.height - 1))
    if header.format == "JPEG" and _is_made_up_grey(corner) and not _jpeg_is_complete(data):
        raise UnreadableFile("truncated")
    if header.format == "PNG" and _is_nought(corner) and not _png_is_complete(data):
        raise UnreadableFile("truncated")


def _is_made_up_grey(corner: object) -> bool:
    values = corner if isinstance(corner, tuple) else (corner,)
    return all(isinstance(value, int) and abs(value - _GREY) <= 1 for value in values)


def _is_nought(corner: object) -> bool:
    return not any(corner) if isinstance(corner, tuple) else not corner


def _jpeg_is_complete(data: bytes) -> bool:
    """Whether noise behind the first scan changes nothing: a scan that lacks data would drink it."""
    first_scan = data.find(b"\xff\xda")
    # The scan's own header may hold no marker, so the first one found ends its data.
    found = _MARKER.search(data, first_scan + 2)
    end = found.start() if found else len(data)
    noise = bytes(Random(0).choices(range(255), k=_NOISE_BYTES))  # noqa: S311 - no secret, and the same every time
    return _small(data) == _small(data[:end] + noise + data[end:])


def _small(data: bytes) -> bytes:
    """Return the pixels at an eighth of the size, the least work that reads every scan."""
    image = Image.open(io.BytesIO(data), formats=["JPEG"])
    image.draft(None, (max(1, image.width // 8), max(1, image.height // 8)))
    return image.tobytes()


def _png_is_complete(data: bytes) -> bool:
    """Whether the packed rows unpack to as many bytes as the header promises."""
    unpacker = zlib.decompressobj()
    missing = _row_bytes(data)
    for chunk in chunks(data):
        packed = chunk.payload(data) if chunk.kind == b"IDAT" else b""
        while packed and missing > 0:
            missing -= len(unpacker.decompress(packed, _BLOCK))
            packed = unpacker.unconsumed_tail
    return missing <= 0


def _row_bytes(data: bytes) -> int:
    """Return the length of all rows with their filter bytes. Source: W3C PNG, 7.2 and 8.1 (the passes of Adam7)."""
    width, height, depth, color_type, _, _, interlaced = struct.unpack_from(">IIBBBBB", data, 16)
    bits = depth * CHANNELS[color_type]
    passes = _ADAM7 if interlaced else ((0, 0, 1, 1),)
    sizes = (
        (-(-(width - left) // across), -(-(height - top) // down))
        for left, top, across, down in passes
        if width > left and height > top
    )
    return sum(rows * (1 + -(-columns * bits // 8)) for columns, rows in sizes)
