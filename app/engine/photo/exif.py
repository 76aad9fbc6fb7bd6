"""The one thing Exif is read for: how the camera was held."""

import struct

_ORIENTATION = 0x0112
_SHORT = 3


def orientation(exif: bytes) -> int:
    """Return Exif's orientation, 1–8; 1 where the block is broken or silent.

    exif: a TIFF block, with or without the prefix that JPEG puts before it. Only the first directory is read, so that
    directories in a circle lead nowhere. Source: Exif 2.32, 4.6.4; TIFF 6.0, 2.
    """
    tiff = exif.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None:
        return 1
    try:
        return _read(tiff, order)
    except struct.error:
        return 1


def _read(tiff: bytes, order: str) -> int:
    (start,) = struct.unpack_from(order + "I", tiff, 4)
    (entries,) = struct.unpack_from(order + "H", tiff, start)
    for entry in range(min(entries, 512)):
        tag, kind, _, value = struct.unpack_from(order + "HHIH", tiff, start + 2 + 12 * entry)
        if tag == _ORIENTATION:
            return value if kind == _SHORT and 1 <= value <= 8 else 1
    return 1
