"""Whatever a file's pixels are, as 8-bit sRGB with or without transparency."""

import io
from functools import partial

import numpy as np
from PIL import Image, ImageCms

from app.engine.color.bands import in_bands

INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
SRGB = ImageCms.createProfile("sRGB")
_SPACES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}  # ICC's data colour space → the pixels it may describe


def to_srgb(image: Image.Image, profile: bytes, cmyk_profile: bytes) -> Image.Image:
    """Return a picture as RGB, or RGBA where a part is see-through; its colours as its profile means them.

    profile: ICC bytes of the file; a broken one, or one of another colour space, is left aside.
    cmyk_profile: what CMYK without a usable profile of its own is taken to be.
    Relative colorimetric with black point compensation.
    """
    colors, alpha = _plain(image)
    transform = _transform(profile, colors.mode)
    if transform is None and colors.mode == "CMYK":
        transform = _transform(cmyk_profile, "CMYK")
    rgb = in_bands(colors, partial(converted, transform=transform)) if transform is not None else colors.convert("RGB")
    if alpha is None or alpha.getextrema()[0] == 255:
        return rgb
    rgb.putalpha(alpha)
    return rgb


def _plain(image: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """Return 8-bit RGB, L or CMYK pixels, and apart from them the transparency, if any."""
    if image.mode.startswith("I") or image.mode == "F":
        return _from_16_bits(image)
    if image.mode in ("RGB", "L", "CMYK") and "transparency" not in image.info:
        return image, None
    if image.mode in ("1", "L", "LA", "La"):
        both = image.convert("LA")
        return both.getchannel("L"), both.getchannel("A")
    clear = image.info.get("transparency")
    if isinstance(clear, tuple) and max(clear) > 255:
        # Pillow reduces the pixels of 16-bit RGB to eight bits, and leaves the clear colour at sixteen.
        image.info["transparency"] = tuple(value >> 8 for value in clear)
    whole = image.convert("RGBA")
    return whole.convert("RGB"), whole.getchannel("A")


def _from_16_bits(image: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """Reduce 16-bit grey by rounding; a grey value declared see-through becomes transparency."""
    deep = np.asarray(image).astype(np.uint32)
    grey = Image.fromarray(((deep * 255 + 32767) // 65535).astype(np.uint8), "L")
    clear = image.info.get("transparency")
    if clear is None:
        return grey, None
    return grey, Image.fromarray(np.where(deep == clear, 0, 255).astype(np.uint8), "L")


def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """Return the way from these pixels to sRGB; None where the profile does not fit or changes nothing."""
    if not profile:
        return None
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if _SPACES.get(source.profile.xcolor_space.strip()) != mode:
            return None
        transform = ImageCms.buildTransform(source, SRGB, mode, "RGB", INTENT, FLAGS)
    except (OSError, ImageCms.PyCMSError):
        return None
    return None if mode == "RGB" and _changes_nothing(transform) else transform


def _changes_nothing(transform: ImageCms.ImageCmsTransform) -> bool:
    """Whether a profile is sRGB by another name: most are, and the transform costs more than all the rest."""
    steps = np.linspace(0, 255, 6).round().astype(np.uint8)
    probe = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(6, 36, 3)
    shown = np.asarray(converted(Image.fromarray(probe, "RGB"), transform))
    return int(np.abs(shown.astype(int) - probe).max()) <= 2


def converted(image: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    """Return an image taken through a colour transform."""
    found = ImageCms.applyTransform(image, transform)
    if found is None:  # Pillow answers None only to a conversion in place, which this is not.
        raise RuntimeError("the colour transform gave no picture")
    return found
