"""PNG files, chunk by chunk. Source: W3C PNG, third edition, 5 and 11."""

import zlib
from collections.abc import Iterator
from typing import NamedTuple

from app.engine.errors import UnreadableFile
from app.engine.photo.exif import orientation
from app.engine.photo.header import MOST_CHUNKS, Header

_SIGNATURE = 8
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type
_NEEDED = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})


class Chunk(NamedTuple):
    """A chunk and where it lies, from its length up to and with its checksum."""

    kind: bytes
    start: int
    end: int

    def payload(self, data: bytes) -> bytes:
        return data[self.start + 8 : self.end - 4]


def chunks(data: bytes) -> Iterator[Chunk]:
    """Yield the chunks up to and with IEND. Raises UnreadableFile where the chain breaks."""
    at = _SIGNATURE
    for _ in range(MOST_CHUNKS):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data):
            raise UnreadableFile("truncated")
        kind = data[at + 4 : at + 8]
        yield Chunk(kind, at, end)
        if kind == b"IEND":
            return
        at = end
    raise UnreadableFile("damaged")


def read_png(data: bytes, *, profile_bytes: int) -> Header:
    """Read the header of a PNG. Raises UnreadableFile for a broken one."""
    found = {chunk.kind: chunk for chunk in chunks(data)}
    head = data[16:26]
    if data[12:16] != b"IHDR" or head[9] not in CHANNELS or b"IDAT" not in found:
        raise UnreadableFile("damaged")
    exif = found[b"eXIf"].payload(data) if b"eXIf" in found else b""
    return Header(
        format="PNG",
        width=int.from_bytes(head[:4], "big"),
        height=int.from_bytes(head[4:8], "big"),
        channels=CHANNELS[head[9]],
        depth=max(8, head[8]),
        orientation=orientation(exif),
        profile=_profile(found[b"iCCP"].payload(data), profile_bytes) if b"iCCP" in found else b"",
    )


def bare_png(data: bytes) -> bytes:
    """Return the file with what decoding needs and nothing else: no text, Exif, profile or further frame.

    Raises UnreadableFile where a checksum is wrong.
    """
    kept = [chunk for chunk in chunks(data) if chunk.kind in _NEEDED]
    if not all(_is_sound(data, chunk) for chunk in kept):
        raise UnreadableFile("damaged")
    return data[:_SIGNATURE] + b"".join(data[chunk.start : chunk.end] for chunk in kept)


def _is_sound(data: bytes, chunk: Chunk) -> bool:
    checksum = zlib.crc32(memoryview(data)[chunk.start + 4 : chunk.end - 4])
    return checksum == int.from_bytes(data[chunk.end - 4 : chunk.end], "big")


def _profile(payload: bytes, limit: int) -> bytes:
    """Unpack an ICC profile, never past the limit; nothing where it is broken or too large."""
    packed = payload.partition(b"\0")[2][1:]
    try:
        unpacked = zlib.decompressobj().decompress(packed, limit + 1)
    except zlib.error:
        return b""
    return unpacked if len(unpacked) <= limit else b""
