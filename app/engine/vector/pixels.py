"""Logos that come as pixels: decoded within limits, as RGBA in sRGB, without anything that came along."""

import io

from PIL import Image, ImageCms, ImageOps

from app.engine.errors import UnreadableFile

MAX_BYTES = 10_000_000
MAX_PIXELS = 25_000_000
_MAX_PROFILE_BYTES = 1_000_000

_MAGIC = (("PNG", b"\x89PNG\r\n\x1a\n"), ("JPEG", b"\xff\xd8\xff"))
_SPACES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}
_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION


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
    return _in_srgb(upright, profile if len(profile) <= _MAX_PROFILE_BYTES else b"", cmyk_profile)


def _in_srgb(image: Image.Image, profile: bytes, cmyk_profile: bytes) -> Image.Image:
    alpha = None
    if image.mode in ("LA", "La", "PA", "RGBA", "RGBa", "P") or "transparency" in image.info:
        image = image.convert("RGBA")
        alpha = image.getchannel("A")
        image = image.convert("RGB")
    elif image.mode.startswith("I"):
        # 16-bit grey: Pillow would cut it off at 255 instead of scaling it.
        image = image.convert("I").point(lambda value: value / 257).convert("L")
    elif image.mode not in ("RGB", "L", "CMYK"):
        image = image.convert("RGB")
    transform = _transform(profile, image.mode) or (_transform(cmyk_profile, "CMYK") if image.mode == "CMYK" else None)
    colors = ImageCms.applyTransform(image, transform) if transform else image.convert("RGB")
    if colors is None:  # Pillow answers None only to a conversion in place, which this is not.
        raise UnreadableFile("damaged")
    clean = Image.new("RGBA", colors.size)
    clean.paste(colors)
    if alpha is not None:
        clean.putalpha(alpha)
    return clean


def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """Return the way from these pixels to sRGB, None where the profile is broken or of another colour space."""
    if not profile:
        return None
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if _SPACES.get(source.profile.xcolor_space.strip()) != mode:
            return None
        return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB", _INTENT, _FLAGS)
    except (OSError, ImageCms.PyCMSError):
        return None
