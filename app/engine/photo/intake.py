"""Taking a photo in: foreign bytes become upright sRGB pixels that carry nothing but themselves."""

import io
from hashlib import sha256

from PIL import Image

from app.engine.color.srgb import to_srgb
from app.engine.photo.decode import decode
from app.engine.photo.focus import find_focus
from app.engine.photo.light import measure_light, measure_tones
from app.engine.photo.limits import PhotoLimits
from app.engine.photo.sniff import DEFAULT_LIMITS, sniff
from app.engine.photo.strips import rows_of, write_jpeg
from app.engine.photo.values import PhotoSource, TakenPhoto

PROOF_SIDE = 1600
_STORED_QUALITY = 95
_PROOF_QUALITY = 88


def take_in(data: bytes, limits: PhotoLimits = DEFAULT_LIMITS, *, cmyk_profile: bytes) -> TakenPhoto:
    """Return a photo as it is kept: the pixels encoded anew, a small proof, and what is known about it.

    data: a JPEG, PNG, WebP, AVIF or HEIC. cmyk_profile: ICC bytes, for CMYK files that bring none.
    To be run behind the fence: decoders of foreign bytes have faults.
    Raises UnreadableFile for everything that is no sound photo within the limits.
    """
    header = sniff(data, limits)
    image, profile = decode(data, header, limits)
    pixels = to_srgb(image, profile, cmyk_profile)
    stored = encode_stored(pixels)
    small = _reduced(pixels, PROOF_SIDE)
    mean_light, contrast = measure_light(small)
    source = PhotoSource(
        digest=sha256(stored).hexdigest(),
        width=pixels.width,
        height=pixels.height,
        has_alpha=pixels.mode == "RGBA",
        focus=find_focus(small),
        mean_light=mean_light,
        contrast=contrast,
        tones=measure_tones(small),
    )
    return TakenPhoto(source=source, stored=stored, proof=encode_proof(small))


def encode_stored(pixels: Image.Image) -> bytes:
    """Return a JPEG, or a PNG where there is transparency; colours under clear pixels are wiped."""
    if pixels.mode == "RGB":
        return write_jpeg(rows_of(pixels), pixels.size, quality=_STORED_QUALITY)
    blank = Image.new("RGBA", pixels.size)
    visible = pixels.getchannel("A").point(lambda alpha: 255 if alpha else 0)
    blank.paste(pixels, mask=visible)
    # Lossless WebP takes half the time and bytes, but more memory than a worker has for 50 megapixels.
    return _saved(blank, "PNG", compress_level=1)


def encode_proof(pixels: Image.Image) -> bytes:
    """Return a JPEG for screens, or a WebP where there is transparency."""
    if pixels.mode == "RGB":
        return _saved(pixels, "JPEG", quality=_PROOF_QUALITY, subsampling=2)
    return _saved(pixels, "WEBP", quality=_PROOF_QUALITY, method=1)


def _reduced(pixels: Image.Image, side: int) -> Image.Image:
    scale = side / max(pixels.size)
    if scale >= 1:
        return pixels
    size = max(1, round(pixels.width * scale)), max(1, round(pixels.height * scale))
    return pixels.resize(size, Image.Resampling.LANCZOS, reducing_gap=1.5)


def _saved(pixels: Image.Image, format: str, **options: int) -> bytes:
    # Decoders leave comments and profiles in `info`, and encoders would write some of them.
    pixels.info = {}
    file = io.BytesIO()
    pixels.save(file, format, **options)
    return file.getvalue()
