"""The first look at a file: what it is and whether it may be decoded at all."""

from app.engine.photo.boxes import read_boxes
from app.engine.photo.header import Header, declared_format
from app.engine.photo.jpeg import read_jpeg
from app.engine.photo.limits import PhotoLimits
from app.engine.photo.png import read_png
from app.engine.photo.webp import read_webp

DEFAULT_LIMITS = PhotoLimits()


def sniff(data: bytes, limits: PhotoLimits = DEFAULT_LIMITS) -> Header:
    """Return what a photo declares, in milliseconds and without decoding.

    Raises UnreadableFile for a format that is not taken, for a file that is visibly broken, and for one that declares
    more than the limits allow.
    """
    limits.check_weight(len(data))
    header = _read(data, limits)
    limits.check(header)
    return header


def _read(data: bytes, limits: PhotoLimits) -> Header:
    format = declared_format(data)
    if format == "JPEG":
        return read_jpeg(data, profile_bytes=limits.profile_bytes)
    if format == "PNG":
        return read_png(data, profile_bytes=limits.profile_bytes)
    if format == "WEBP":
        return read_webp(data, profile_bytes=limits.profile_bytes)
    return read_boxes(data, format)
