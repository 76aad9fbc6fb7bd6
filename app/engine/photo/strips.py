"""JPEG files of our own by strips, so that two threads can share the work on one picture.

Every row of blocks ends with a restart marker, across which the coding carries nothing on. The markers count to eight
and begin again: so a file can be cut after every eight rows of blocks, and strips of as many rows can be joined.
Source: ITU-T T.81, B.1.1.3, B.2.4.4 and E.1.4.
"""

import io
import math
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PIL import Image

from app.engine.photo.jpeg import SOF0, Segment, segments

Rows = Callable[[int, int], Image.Image]
"""Return some rows of a picture. Arguments: the first, and the one after the last."""

# Rows of px between two places where a file can be cut: eight rows of blocks of 8 px, since nothing is subsampled.
_CUT_PX = 64

_THREADS = 2
# Below this, starting threads costs more than they save.
_FEW_PIXELS = 500_000
# Small enough that two strips at work weigh little beside the picture itself.
_STRIP_PIXELS = 1_600_000

_DRI, _SOS = 0xDD, 0xDA
_LAST_OF_EIGHT, _END = b"\xff\xd7", b"\xff\xd9"
_NOT_SUBSAMPLED = 0x11


def rows_of(pixels: Image.Image) -> Rows:
    """Return what gives the rows of a picture that is there already."""
    return lambda top, bottom: pixels.crop((0, top, pixels.width, bottom))


def write_jpeg(rows: Rows, size: tuple[int, int], **options: object) -> bytes:
    """Return a picture as a JPEG without colour subsampling. rows: may be asked by two threads. options: of Pillow."""

    def strip(span: tuple[int, int]) -> bytes:
        return _encoded(rows(*span), options)

    spans = _spans(*size)
    if len(spans) == 1:
        return strip(spans[0])
    with ThreadPoolExecutor(_THREADS) as threads:
        return _joined(list(threads.map(strip, spans)), height=size[1])


def jpeg_pixels(data: bytes) -> Image.Image:
    """Return the pixels of a JPEG of our own, decoded by two threads where it is one of strips."""
    if striped := StripedJpeg.of(data):
        return striped.whole()
    image = Image.open(io.BytesIO(data), formats=["JPEG"])
    image.load()
    return image


def _spans(width: int, height: int) -> list[tuple[int, int]]:
    """Return the rows of each strip: as many strips for each thread, of about the same height."""
    pixels = width * height
    count = _THREADS * math.ceil(pixels / _STRIP_PIXELS / _THREADS) if pixels > _FEW_PIXELS else 1
    rows = _CUT_PX * math.ceil(height / count / _CUT_PX)
    return [(top, min(top + rows, height)) for top in range(0, height, rows)]


def _encoded(pixels: Image.Image, options: dict[str, object]) -> bytes:
    pixels.info = {}
    # Pillow lets go of the interpreter while it encodes only where it writes to a file of the system.
    with open(os.memfd_create("strip"), "w+b") as file:
        pixels.save(file, "JPEG", subsampling=0, restart_marker_rows=1, **options)
        file.seek(0)
        return file.read()


def _joined(strips: list[bytes], *, height: int) -> bytes:
    """Return strips as one picture. The head of the first serves all: same tables, same width."""
    parts = list(segments(strips[0]))
    starts = [parts[-1].end] + [list(segments(strip))[-1].end for strip in strips[1:]]
    coded = [strip[start : -len(_END)] for strip, start in zip(strips, starts, strict=True)]
    return b"".join((_head(strips[0], parts, height), _LAST_OF_EIGHT.join(coded), _END))


def _head(data: bytes, parts: list[Segment], height: int) -> bytes:
    """Return everything before the coded pixels, for another height. Source: ITU-T T.81, B.2.2."""
    at = next(part.start for part in parts if part.marker == SOF0) + 5
    return b"".join((data[:at], height.to_bytes(2, "big"), data[at + 2 : parts[-1].end]))


class StripedJpeg:
    """A JPEG as `write_jpeg` makes them, of which any rows can be decoded by themselves."""

    def __init__(self, data: bytes, parts: list[Segment], size: tuple[int, int], cuts: list[int]) -> None:
        """Open; use `of`. cuts: where the coded rows of each 64 px begin, and at last where they end."""
        self._data, self._parts, self._cuts = data, parts, cuts
        self.size = size

    @classmethod
    def of(cls, data: bytes) -> "StripedJpeg | None":
        """Return the picture in a sound JPEG; None where it has no such markers, or pixels that share colours."""
        if not data.startswith(b"\xff\xd8"):
            return None
        parts = list(segments(data))
        found = {part.marker: part.payload(data) for part in parts}
        frame = found.get(SOF0, b"")
        sampled = frame[7::3]
        height, width = int.from_bytes(frame[1:3], "big"), int.from_bytes(frame[3:5], "big")
        interval = int.from_bytes(found.get(_DRI, b""), "big")
        if interval != math.ceil(width / 8) or any(each != _NOT_SUBSAMPLED for each in sampled):
            return None
        cuts = _cuts(data, parts[-1].end)
        return cls(data, parts, (width, height), cuts) if len(cuts) == math.ceil(height / _CUT_PX) + 1 else None

    def part(self, left: int, top: int, right: int, bottom: int) -> Image.Image:
        """Return a part of the picture, in px; only the rows that it needs are decoded."""
        first, last = top // _CUT_PX, math.ceil(bottom / _CUT_PX)
        start = first * _CUT_PX
        head = _head(self._data, self._parts, min(last * _CUT_PX, self.size[1]) - start)
        coded = self._data[self._cuts[first] : self._cuts[last] - len(_END)]
        strip = Image.open(io.BytesIO(b"".join((head, coded, _END))), formats=["JPEG"])
        return strip.crop((left, top - start, right, bottom - start))

    def whole(self) -> Image.Image:
        """Return the whole picture, decoded by two threads."""
        width, spans = self.size[0], _spans(*self.size)
        if len(spans) == 1:
            return self.part(0, 0, *self.size)
        with ThreadPoolExecutor(_THREADS) as threads:
            strips = threads.map(lambda span: self.part(0, span[0], width, span[1]), spans)
            first = next(strips)
            found = Image.new(first.mode, self.size)
            found.paste(first)
            for (top, _), strip in zip(spans[1:], strips, strict=True):
                found.paste(strip, (0, top))
        return found


def _cuts(data: bytes, start: int) -> list[int]:
    """Return the places behind every eighth marker, from the start of the coded pixels to the end of the file."""
    found = [start]
    at = data.find(_LAST_OF_EIGHT, start)
    while at >= 0:
        found.append(at + len(_LAST_OF_EIGHT))
        at = data.find(_LAST_OF_EIGHT, at + len(_LAST_OF_EIGHT))
    # The last row of blocks has no marker, even if it is an eighth.
    return [*found, len(data)]
