"""Logos that come as pixels: decoded within limits, as RGBA in sRGB, without anything that came along."""

import io

from PIL import Image, ImageOps

from app.engine.color.srgb import to_srgb
from app.engine.errors import UnreadableFile

MAX_BYTES = 10_000_000
MAX_PIXELS = 25_000_000
_MAX_PROFILE_BYTES = 1_000_000

_MAGIC = (("PNG", b"\x89PNG\r\n\x1a\n"), ("JPEG", b"\xff\xd8\xff"))


def picture_format(data: bytes) -> str:
    """Return "PNG", "JPEG" or "WEBP" by the first bytes, "" for anything else."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    return next((name for name, magic in _MAGIC if data.startswith(magic)), "")


def decode_picture(data: bytes, *, cmyk_profile: bytes = b"") -> Image.Image:
    """Return the upright picture of a PNG, JPEG or WebP as RGBA in sRGB.

    cmyk_profile: ICC bytes, what CMYK without a profile of its own is taken to be.
    Raises UnreadableFile: unknown-format, too-heavy, too-many-pixels, damaged.
    """
    format = picture_format(data)
    if not format:
        raise UnreadableFile("unknown-format")
    check_weight(data)
    try:
        return _decoded(data, format, cmyk_profile)
    except (UnreadableFile, MemoryError):
        raise
    except Exception as broken:
        # Decoders answer to broken bytes with a dozen kinds of exception.
        raise UnreadableFile("damaged") from broken


def check_weight(data: bytes) -> None:
    """Raise UnreadableFile for a file beyond 10 MB."""
    if len(data) > MAX_BYTES:
        raise UnreadableFile("too-heavy", megabytes=-(-len(data) // 1_000_000), limit=MAX_BYTES // 1_000_000)


def _decoded(data: bytes, format: str, cmyk_profile: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data), formats=[format]) as image:
        count = image.width * image.height
        if count > MAX_PIXELS:
            raise UnreadableFile("too-many-pixels", megapixels=-(-count // 1_000_000), limit=MAX_PIXELS // 1_000_000)
        profile = image.info.get("icc_profile") or b""
        image.load()
        upright = ImageOps.exif_transpose(image)
    colors = to_srgb(upright, profile if len(profile) <= _MAX_PROFILE_BYTES else b"", cmyk_profile)
    colors.info = {}
    return colors.convert("RGBA")
