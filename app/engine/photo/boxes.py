"""AVIF and HEIC files, box by box. Source: ISO/IEC 14496-12, 4.2; ISO/IEC 23008-12, 6.5.3 (image spatial extents)."""

from collections.abc import Iterator

from app.engine.errors import UnreadableFile
from app.engine.photo.header import Header, PhotoFormat

_MOST_BOXES = 10_000


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield kind, start and end of each box's content. Raises UnreadableFile where the chain breaks."""
    at = start
    for _ in range(_MOST_BOXES):
        if at + 8 > end:
            return
        size, head = _number(data, at), 8
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        elif size == 0:
            size = end - at
        if size < head:
            raise UnreadableFile("damaged")
        if at + size > end:
            raise UnreadableFile("truncated")
        yield data[at + 4 : at + 8], at + head, at + size
        at += size
    raise UnreadableFile("damaged")


def read_boxes(data: bytes, format: PhotoFormat) -> Header:
    """Read the header of an AVIF or HEIC. Raises UnreadableFile for a broken one.

    Every part of such a file (tiles, thumbnails, depth maps) tells its size; the largest counts.
    """
    sizes = list(_extents(data))
    if not sizes:
        raise UnreadableFile("unsupported-variant")
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    return Header(format=format, width=width, height=height, channels=4)


def _extents(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the sizes told in meta → item properties → property container, of which there is one each."""
    start, end = 0, len(data)
    for kind, skipped in ((b"meta", 4), (b"iprp", 0), (b"ipco", 0)):
        start, end = next(_inside(data, kind, start, end), (end, end))
        start += skipped
    for first, last in _inside(data, b"ispe", start, end):
        if last - first < 12:
            raise UnreadableFile("damaged")
        yield _number(data, first + 4), _number(data, first + 8)


def _inside(data: bytes, kind: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    return ((first, last) for found, first, last in _boxes(data, start, end) if found == kind)


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")
