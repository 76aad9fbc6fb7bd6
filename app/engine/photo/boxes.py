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
        size, head = int.from_bytes(data[at : at + 4], "big"), 8
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
    for meta_start, meta_end in _inside(data, b"meta", 0, len(data)):
        for properties in _inside(data, b"iprp", meta_start + 4, meta_end):
            for container in _inside(data, b"ipco", *properties):
                for start, end in _inside(data, b"ispe", *container):
                    if end - start < 12:
                        raise UnreadableFile("damaged")
                    yield (
                        int.from_bytes(data[start + 4 : start + 8], "big"),
                        int.from_bytes(data[start + 8 : start + 12], "big"),
                    )


def _inside(data: bytes, kind: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    return ((first, last) for found, first, last in _boxes(data, start, end) if found == kind)
