"""JPEG files, segment by segment. Source: ITU-T T.81, annex B; Adobe TN 5116; ICC.1:2022, B.4."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from app.engine.errors import UnreadableFile
from app.engine.photo.exif import orientation
from app.engine.photo.header import Header

SOF0 = 0xC0
"""A frame of the plainest kind: baseline, with Huffman codes."""

_EOI, _SOS, _DHT, _DQT, _DRI = 0xD9, 0xDA, 0xC4, 0xDB, 0xDD
_APP0, _APP1, _APP2, _APP14 = 0xE0, 0xE1, 0xE2, 0xEE
_FRAMES = frozenset({SOF0, 0xC1, 0xC2})  # baseline, extended, progressive; all Huffman
_OTHER_FRAMES = frozenset({0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_MOST_SEGMENTS = 4096
_MOST_FILL = 256
# Bytes that are compared at once. All at once take three times the file, in a process that is to stay small.
_STRETCH = 1 << 16


class Segment(NamedTuple):
    """A marker and where its segment lies, from the FF up to the next one."""

    marker: int
    start: int
    end: int

    def payload(self, data: bytes) -> bytes:
        return data[self.start + 4 : self.end]


def segments(data: bytes) -> Iterator[Segment]:
    """Yield the segments up to and with the first start of scan. Raises UnreadableFile where the chain breaks."""
    at = 2
    for _ in range(_MOST_SEGMENTS):
        at = _past_fill(data, at)
        if at + 4 > len(data):
            raise UnreadableFile("truncated")
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at] != 0xFF or end < at + 4:
            raise UnreadableFile("damaged")
        if end > len(data):
            raise UnreadableFile("truncated")
        yield Segment(data[at + 1], at, end)
        if data[at + 1] == _SOS:
            return
        at = end
    raise UnreadableFile("damaged")


def _past_fill(data: bytes, at: int) -> int:
    """Return where a marker's own FF stands: any number may come before it, a few do."""
    for _ in range(_MOST_FILL):
        if data[at : at + 2] != b"\xff\xff":
            return at
        at += 1
    raise UnreadableFile("damaged")


def read_jpeg(data: bytes, *, profile_bytes: int) -> Header:
    """Read the header of a JPEG. Raises UnreadableFile for a broken one and for kinds that nobody prints."""
    frame: tuple[int, int, int] | None = None
    turned = 1
    chunks: list[bytes] = []
    scan_start = 0
    for segment in segments(data):
        if segment.marker in _FRAMES and frame is None:
            frame = _frame(segment.payload(data))
        elif segment.marker in _OTHER_FRAMES:
            raise UnreadableFile("unsupported-variant")
        elif segment.marker == _APP1 and turned == 1 and _starts(data, segment, b"Exif\0\0"):
            turned = orientation(segment.payload(data))
        elif segment.marker == _APP2 and _starts(data, segment, b"ICC_PROFILE\0"):
            chunks.append(segment.payload(data)[12:])
        scan_start = segment.start
    if frame is None:
        raise UnreadableFile("damaged")
    height, width, channels = frame
    return Header(
        format="JPEG",
        width=width,
        height=height,
        channels=channels,
        orientation=turned,
        profile=_profile(chunks, profile_bytes),
        scans=_scans(data, scan_start),
    )


def _scans(data: bytes, start: int) -> int:
    """Return how often a scan starts. Coded pixels cannot look like it; what phones append to a picture can."""
    found = _marks(data, _SOS, start, _end_of_picture(data, start))
    return sum(int(np.count_nonzero(marks)) for _, marks in found)


def _marks(data: bytes, marker: int, start: int, end: int) -> Iterator[tuple[int, np.ndarray]]:
    """Yield, stretch by stretch, where it starts and at which of its bytes a marker stands.

    In time that no file can prolong, unlike bytes.find.
    """
    values = np.frombuffer(data, np.uint8)[:end]
    for at in range(start, end - 1, _STRETCH):
        # With the byte behind it: a marker may lie across the border.
        stretch = values[at : at + _STRETCH + 1]
        yield at, (stretch[:-1] == 0xFF) & (stretch[1:] == marker)


def bare_jpeg(data: bytes) -> bytes:
    """Return the file with what decoding needs and nothing else: no Exif, XMP, comment, thumbnail or second picture."""
    kept = [data[:2]]
    for segment in segments(data):
        if segment.marker == _SOS:
            kept.append(data[segment.start : _end_of_picture(data, segment.start)])
        elif _is_needed(data, segment):
            kept.append(data[segment.start : segment.end])
    return b"".join(kept)


def _end_of_picture(data: bytes, scan_start: int) -> int:
    for at, ends in _marks(data, _EOI, scan_start, len(data)):
        if ends.any():
            return at + int(ends.argmax()) + 2
    return len(data)


def _is_needed(data: bytes, segment: Segment) -> bool:
    return (
        segment.marker in _FRAMES
        or segment.marker in (_DHT, _DQT, _DRI)
        or (segment.marker == _APP0 and _starts(data, segment, b"JFIF\0"))
        or (segment.marker == _APP14 and _starts(data, segment, b"Adobe"))
    )


def _starts(data: bytes, segment: Segment, prefix: bytes) -> bool:
    return data.startswith(prefix, segment.start + 4)


def _frame(payload: bytes) -> tuple[int, int, int]:
    if len(payload) < 6:
        raise UnreadableFile("damaged")
    if payload[0] != 8 or payload[5] not in (1, 3, 4):
        raise UnreadableFile("unsupported-variant")
    return int.from_bytes(payload[1:3], "big"), int.from_bytes(payload[3:5], "big"), payload[5]


def _profile(chunks: list[bytes], limit: int) -> bytes:
    """Join the numbered parts of an ICC profile; nothing where parts are missing or the whole is too large."""
    parts = {chunk[0]: chunk for chunk in chunks if len(chunk) > 2}
    if not parts or set(parts) != set(range(1, next(iter(parts.values()))[1] + 1)):
        return b""
    whole = b"".join(parts[number][2:] for number in sorted(parts))
    return whole if len(whole) <= limit else b""
