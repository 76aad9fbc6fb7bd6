"""WebP files, chunk by chunk. Source: RFC 9649."""

from collections.abc import Iterator

from app.engine.errors import UnreadableFile
from app.engine.photo.exif import orientation
from app.engine.photo.header import MOST_CHUNKS, Header


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield kind, start and end of each payload. Raises UnreadableFile where the chain breaks."""
    whole = 8 + int.from_bytes(data[4:8], "little")
    if whole > len(data):
        raise UnreadableFile("truncated")
    at = 12
    for _ in range(MOST_CHUNKS):
        if at + 8 > whole:
            return
        end = at + 8 + int.from_bytes(data[at + 4 : at + 8], "little")
        if end > whole:
            raise UnreadableFile("truncated")
        yield data[at : at + 4], at + 8, end
        at = end + end % 2
    raise UnreadableFile("damaged")


def read_webp(data: bytes, *, profile_bytes: int) -> Header:
    """Read the header of a WebP. Raises UnreadableFile for a broken one.

    The canvas and the frames each tell a size; the largest counts, since both cost memory.
    """
    sizes: list[tuple[int, int]] = []
    turned, profile, channels = 1, b"", 3
    for kind, start, end in _chunks(data):
        if kind in _SIZES:
            sizes.append(_SIZES[kind](data[start : start + 16]))
        elif kind == b"EXIF":
            turned = orientation(data[start:end])
        elif kind == b"ICCP" and end - start <= profile_bytes:
            profile = data[start:end]
        if kind in (b"VP8X", b"VP8L", b"ALPH"):
            channels = 4
    if not sizes:
        raise UnreadableFile("damaged")
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    return Header(format="WEBP", width=width, height=height, channels=channels, orientation=turned, profile=profile)


def _extended(payload: bytes) -> tuple[int, int]:
    return 1 + int.from_bytes(payload[4:7], "little"), 1 + int.from_bytes(payload[7:10], "little")


def _frame(payload: bytes) -> tuple[int, int]:
    return 1 + int.from_bytes(payload[6:9], "little"), 1 + int.from_bytes(payload[9:12], "little")


def _lossy(payload: bytes) -> tuple[int, int]:
    if payload[3:6] != b"\x9d\x01\x2a":
        raise UnreadableFile("damaged")
    return int.from_bytes(payload[6:8], "little") & 0x3FFF, int.from_bytes(payload[8:10], "little") & 0x3FFF


def _lossless(payload: bytes) -> tuple[int, int]:
    if payload[:1] != b"\x2f":
        raise UnreadableFile("damaged")
    bits = int.from_bytes(payload[1:5], "little")
    return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)


_SIZES = {b"VP8X": _extended, b"ANMF": _frame, b"VP8 ": _lossy, b"VP8L": _lossless}
