"""What the first bytes of a picture say about it, read without decoding: quick and harmless in a web process."""

from dataclasses import dataclass
from typing import Literal

from app.engine.errors import UnreadableFile

PhotoFormat = Literal["JPEG", "PNG", "WEBP", "AVIF", "HEIF"]

MEDIA_TYPES: dict[PhotoFormat, str] = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "AVIF": "image/avif",
    "HEIF": "image/heic",
}

MOST_CHUNKS = 50_000
"""Chunks of a PNG or WebP that are looked at; a file of more is damaged, or made to keep its reader busy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a file declares; nothing of it is proved before the pixels are there.

    width, height: in px, as stored, before turning; of AVIF and HEIC what their decoder holds, which may be a little
    more than is seen. channels: with alpha. depth: bits a channel.
    orientation: Exif's 1–8; 1 for AVIF and HEIC, which say in boxes of their own how they are turned.
    profile: ICC bytes; empty for AVIF and HEIC, whose decoders hand it over. scans: of a JPEG.
    """

    format: PhotoFormat
    width: int
    height: int
    channels: int = 3
    depth: int = 8
    orientation: int = 1
    profile: bytes = b""
    scans: int = 1

    @property
    def memory_bytes(self) -> int:
        """Bytes that the decoded pixels take. Pillow keeps three channels in four bytes."""
        channels = 4 if self.channels == 3 else self.channels
        return self.width * self.height * channels * max(1, self.depth // 8)


def declared_format(data: bytes) -> PhotoFormat:
    """Return the format that the magic bytes show. Raises UnreadableFile for any other."""
    if data[:3] == b"\xff\xd8\xff":
        return "JPEG"
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        return "PNG"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp":
        return _by_brands(data)
    raise UnreadableFile("drawing" if _is_drawing(data) else "unknown-format")


def _is_drawing(data: bytes) -> bool:
    """Return whether the bytes look like an SVG or a PDF: what people have of a logo."""
    return data[:5] == b"%PDF-" or b"<svg" in data[:1000]


def _by_brands(data: bytes) -> PhotoFormat:
    """Tell AVIF from HEIC by the brands of the file type box. Source: ISO/IEC 23008-12, annex B; AVIF 1.1, 6."""
    end = min(int.from_bytes(data[:4], "big"), 256)
    brands = {data[8:12]} | {data[at : at + 4] for at in range(16, end, 4)}
    if brands & {b"avif", b"avis"}:
        return "AVIF"
    if brands & {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}:
        return "HEIF"
    raise UnreadableFile("unknown-format")


def media_type(data: bytes) -> str:
    """Return the media type of a picture's bytes. Raises UnreadableFile for a format that is not taken."""
    return MEDIA_TYPES[declared_format(data)]
