"""The pictures that painters embed: cut to the crop, no denser than needed, in the colours of their destination."""

import io
from functools import lru_cache, partial

import numpy as np
from PIL import Image, ImageFilter

from app.engine.color import PrintCondition
from app.engine.color.bands import in_bands
from app.engine.geometry import Size
from app.engine.photo.cut import cut_for
from app.engine.photo.header import declared_format
from app.engine.photo.intake import PROOF_SIDE, encode_proof
from app.engine.photo.tone import lit
from app.engine.photo.values import Crop, Encoded, Treatment, Veil

# One step for every frequency: as many bytes as libjpeg's quality 92, but no frequency strays far, so that the sum of
# the inks overshoots by 6 % on hard edges where quality 92 overshoots by 13 %.
_PRINT_STEPS = [[6] * 64]
# The plates of a duotone move together, and so do their codec's errors: more room, 255 for a full ink.
_DUOTONE_ROOM = 10
_SCREEN_QUALITY = 90
_PLAIN = Treatment()


def print_master(
    stored: bytes, crop: Crop, frame: Size, *, ppi: float, condition: PrintCondition, treatment: Treatment = _PLAIN
) -> Encoded:
    """Return a crop as inks within the limit of the printing condition.

    stored: bytes that take_in gave. frame: in pt. ppi: the most that is embedded; nothing is ever enlarged.
    """
    cut, alpha = _part(stored, crop, frame, ppi)
    pixels = _in_its_light(cut, treatment)
    inks = (
        _duotone_inks(pixels, treatment, condition)
        if treatment.kind == "duotone"
        else _through(pixels, condition.press_cube)
    )
    if treatment.veils:
        inks = in_bands(inks, partial(_veiled, veils=treatment.veils))
    return print_encoded(inks, alpha)


def print_encoded(inks: Image.Image, alpha: Image.Image | None = None) -> Encoded:
    """Return CMYK pixels as a press file embeds them, their sum within half a per cent of what it was."""
    return _encoded(inks, alpha, qtables=_PRINT_STEPS)


def proof_encoded(colors: Image.Image) -> Encoded:
    """Return sRGB pixels as a file for screens embeds them."""
    return _encoded(colors, None, quality=_SCREEN_QUALITY)


def proof_master(
    stored: bytes, crop: Crop, frame: Size, *, ppi: float, condition: PrintCondition, treatment: Treatment = _PLAIN
) -> Encoded:
    """Return a crop in the sRGB colours that the print will show. Arguments as for print_master."""
    pixels, alpha = _part(stored, crop, frame, ppi)
    return _encoded(_proofed(pixels, treatment, condition), alpha, quality=_SCREEN_QUALITY)


def proof_jpeg(
    proof: bytes, *, condition: PrintCondition, treatment: Treatment = _PLAIN, side_px: int = PROOF_SIDE
) -> bytes:
    """Return a whole picture in the colours of the print, for a browser: a JPEG, or a WebP where it has transparency.

    proof: bytes of a taken photo, the proof or the stored ones. side_px: of the long side, at most.
    """
    image = _opened(proof)
    image.draft("RGB", (side_px, side_px))
    image.thumbnail((side_px, side_px), Image.Resampling.LANCZOS)
    colors, alpha = _apart(image)
    shown = _proofed(colors, treatment, condition)
    if alpha is not None:
        shown.putalpha(alpha)
    return encode_proof(shown)


def _opened(stored: bytes) -> Image.Image:
    return Image.open(io.BytesIO(stored), formats=[declared_format(stored)])


def _part(stored: bytes, crop: Crop, frame: Size, ppi: float) -> tuple[Image.Image, Image.Image | None]:
    """Decode, cut and reduce; return colours and transparency apart."""
    image = _opened(stored)
    full = image.size
    cut = cut_for(crop, frame, full, ppi=ppi)
    if cut.size is None:
        return _apart(image.crop(cut.box))
    if cut.reduction >= 2:
        # libjpeg halves and quarters while it decodes, for less than the price of a full decode.
        image.draft("RGB", (int(full[0] * 2 / cut.reduction), int(full[1] * 2 / cut.reduction)))
    across, down = image.width / full[0], image.height / full[1]
    left, top, right, bottom = cut.box
    box = left * across, top * down, min(right * across, image.width), min(bottom * down, image.height)
    return _apart(image.resize(cut.size, Image.Resampling.LANCZOS, box=box))


def _apart(image: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """Return colours and transparency; under clear pixels the colours around them go on, so that no edge rings."""
    if image.mode == "RGB":
        image.load()
        return image, None
    image = image.convert("RGBA")
    alpha = image.getchannel("A")
    around = image.convert("RGBa").reduce(16).convert("RGBA").convert("RGB").resize(image.size)
    around.paste(image.convert("RGB"), mask=alpha.point(lambda value: 255 if value else 0))
    return around, alpha


def _in_its_light(pixels: Image.Image, treatment: Treatment) -> Image.Image:
    return lit(pixels, treatment.tones) if treatment.tones else pixels


def _proofed(colors: Image.Image, treatment: Treatment, condition: PrintCondition) -> Image.Image:
    pixels = _in_its_light(colors, treatment)
    if treatment.kind == "duotone":
        ramp = Image.fromarray(_ramp(treatment, condition).round().astype(np.uint8)[np.newaxis], "CMYK")
        shown = condition.on_screen(_veiled(ramp, treatment.veils))
        return _by_light(pixels, np.asarray(shown)[0], "RGB")
    return _through(pixels, _cube_below(treatment.veils, condition) if treatment.veils else condition.proof_cube)


@lru_cache(maxsize=8)
def _cube_below(veils: tuple[Veil, ...], condition: PrintCondition) -> ImageFilter.Color3DLUT:
    """Return the cube of proofs of pictures that lie below veils: a press mixes inks, and no light."""
    return condition.proof_cube_after(partial(_veiled, veils=veils))


def _veiled(inks: Image.Image, veils: tuple[Veil, ...]) -> Image.Image:
    """Return CMYK pixels below veils, the lowest first."""
    for veil in veils:
        levels = tuple(round(255 * amount) for amount in veil.ink.cmyk)
        inks = Image.blend(inks, Image.new("CMYK", inks.size, levels), veil.opacity)
    return inks


def _duotone_inks(pixels: Image.Image, treatment: Treatment, condition: PrintCondition) -> Image.Image:
    return _by_light(pixels, _ramp(treatment, condition), "CMYK")


def _ramp(treatment: Treatment, condition: PrintCondition) -> np.ndarray:
    """Return 256 steps from the dark ink to the light one, 0–255 each channel, within the ink limit."""
    if treatment.dark is None or treatment.light is None:
        raise ValueError("a duotone needs a dark and a light ink")
    share = np.linspace(0, 1, 256)[:, None]
    inks = 255 * ((1 - share) * np.array(treatment.dark.cmyk) + share * np.array(treatment.light.cmyk))
    limit = condition.picture_limit - _DUOTONE_ROOM
    limited: np.ndarray = inks * np.minimum(1, limit / np.maximum(inks.sum(axis=1, keepdims=True), 1))
    return limited


def _by_light(pixels: Image.Image, steps: np.ndarray, mode: str) -> Image.Image:
    grey = pixels.convert("L")
    return Image.merge(mode, [grey.point(channel.round().astype(int).tolist()) for channel in steps.T])


def _through(pixels: Image.Image, cube: ImageFilter.Color3DLUT) -> Image.Image:
    return in_bands(pixels, lambda band: band.filter(cube))


def _encoded(pixels: Image.Image, alpha: Image.Image | None, **options: object) -> Encoded:
    pixels.info = {}
    file = io.BytesIO()
    pixels.save(file, "JPEG", subsampling=0, **options)
    return Encoded(
        data=file.getvalue(),
        width=pixels.width,
        height=pixels.height,
        space="CMYK" if pixels.mode == "CMYK" else "RGB",
        alpha=alpha.tobytes() if alpha is not None else b"",
    )
