"""From the bytes of a file to its pixels, upright. One decoder a format, chosen by name; nothing else is ever tried."""

import io

from PIL import Image, ImageOps, UnidentifiedImageError

from app.engine.errors import UnreadableFile
from app.engine.photo.header import Header
from app.engine.photo.intact import check_complete
from app.engine.photo.jpeg import bare_jpeg
from app.engine.photo.limits import PhotoLimits
from app.engine.photo.png import bare_png

# By Exif's orientation. Source: Exif 2.32, 4.6.4.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def decode(data: bytes, header: Header, limits: PhotoLimits) -> tuple[Image.Image, bytes]:
    """Return the first picture of a file, upright, with its colour profile or nothing.

    Raises UnreadableFile for pixels that are cut short or damaged.
    """
    try:
        image, profile = _open(data, header, limits)
    except UnreadableFile:
        raise
    except MemoryError:
        raise
    except Exception as broken:
        # Decoders answer to broken bytes with a dozen kinds of exception, KeyError among them.
        raise UnreadableFile(_reason(broken)) from broken
    turn = _TURNS.get(header.orientation)
    return (image.transpose(turn) if turn is not None else image), profile


def _open(data: bytes, header: Header, limits: PhotoLimits) -> tuple[Image.Image, bytes]:
    if header.format == "HEIF":
        return _heif(data, limits)
    bare = {"JPEG": bare_jpeg, "PNG": bare_png}.get(header.format, bytes)(data)
    image = Image.open(io.BytesIO(bare), formats=[header.format])
    _check_size(image.size, limits)
    if header.format == "AVIF":
        profile = image.info.get("icc_profile", b"")
        # Pillow tells the turn of the file's own boxes as an Exif orientation.
        return ImageOps.exif_transpose(image), profile
    image.load()
    check_complete(image, bare, header)
    return image, header.profile


def _heif(data: bytes, limits: PhotoLimits) -> tuple[Image.Image, bytes]:
    """libheif turns the picture by the file's boxes itself; Exif's orientation has no say in HEIC (ISO 23008-12)."""
    # Only workers decode: the process that asks does without the library's 2 MB.
    import pi_heif

    file = pi_heif.open_heif(io.BytesIO(data), convert_hdr_to_8bit=True)
    _check_size(file.size, limits)
    image = file.to_pillow()
    return image, image.info.get("icc_profile") or b""


def _check_size(size: tuple[int, int], limits: PhotoLimits) -> None:
    """Judge again what the decoder itself says, since headers lie."""
    limits.check(Header(format="PNG", width=size[0], height=size[1], channels=4))


def _reason(broken: Exception) -> str:
    words = str(broken).lower()
    if isinstance(broken, EOFError) or "truncated" in words or "end of file" in words:
        return "truncated"
    return "unknown-format" if isinstance(broken, UnidentifiedImageError) else "damaged"
