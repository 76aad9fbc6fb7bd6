"""The pictures that painters embed: cut to the crop, no denser than needed, in the colours of their destination."""

import io
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Literal, NamedTuple

import numpy as np
from PIL import Image, ImageFilter

from app.engine.color import PrintCondition
from app.engine.color.bands import in_bands
from app.engine.geometry import Size
from app.engine.photo.cut import cut_for
from app.engine.photo.header import declared_format
from app.engine.photo.intake import PROOF_SIDE, encode_proof
from app.engine.photo.strips import Rows, StripedJpeg, rows_of, write_jpeg
from app.engine.photo.tone import light_cube
from app.engine.photo.values import Crop, Encoded, Treatment, Veil

# One step for every frequency: as many bytes as libjpeg's quality 92, but no frequency strays far, so that the sum of
# the inks overshoots by 6 % on hard edges where quality 92 overshoots by 13 %.
_PRINT_STEPS = [[6] * 64]
# The plates of a duotone move together, and so do their codec's errors: more room, 255 for a full ink.
_DUOTONE_ROOM = 10
_SCREEN_QUALITY = 90
_PLAIN = Treatment()

Work = Callable[[Image.Image], Image.Image]
"""What is made of pixels, each by itself, so that strips of a picture can be made apart."""


def print_master(
    stored: bytes, crop: Crop, frame: Size, *, ppi: float, condition: PrintCondition, treatment: Treatment = _PLAIN
) -> Encoded:
    """Return a crop as inks within the limit of the printing condition.

    stored: bytes that take_in gave. frame: in pt. ppi: the most that is embedded; nothing is ever enlarged.
    """
    return _encoded(_part(stored, crop, frame, ppi), _to_inks(treatment, condition), "CMYK", qtables=_PRINT_STEPS)


def proof_master(
    stored: bytes, crop: Crop, frame: Size, *, ppi: float, condition: PrintCondition, treatment: Treatment = _PLAIN
) -> Encoded:
    """Return a crop in the sRGB colours that the print will show. Arguments as for print_master."""
    return _encoded(_part(stored, crop, frame, ppi), _to_proof(treatment, condition), "RGB", quality=_SCREEN_QUALITY)


def print_encoded(inks: Image.Image) -> Encoded:
    """Return CMYK pixels as a press file embeds them, their sum within half a per cent of what it was."""
    return _encoded(_Part.of(inks), _as_it_is, "CMYK", qtables=_PRINT_STEPS)


def proof_encoded(colors: Image.Image) -> Encoded:
    """Return sRGB pixels as a file for screens embeds them."""
    return _encoded(_Part.of(colors), _as_it_is, "RGB", quality=_SCREEN_QUALITY)


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
    shown = in_bands(colors, _to_proof(treatment, condition))
    if alpha is not None:
        shown.putalpha(alpha)
    return encode_proof(shown)


def _opened(stored: bytes) -> Image.Image:
    return Image.open(io.BytesIO(stored), formats=[declared_format(stored)])


class _Part(NamedTuple):
    """The pixels that are embedded. rows: may be asked by two threads. size: in px. alpha: their coverage, if any."""

    rows: Rows
    size: tuple[int, int]
    alpha: Image.Image | None = None

    @classmethod
    def of(cls, pixels: Image.Image, alpha: Image.Image | None = None) -> "_Part":
        return cls(rows_of(pixels), pixels.size, alpha)


def _part(stored: bytes, crop: Crop, frame: Size, ppi: float) -> _Part:
    """Decode, cut and reduce; colours and transparency apart."""
    image, striped = _opened(stored), StripedJpeg.of(stored)
    full = image.size
    cut = cut_for(crop, frame, full, ppi=ppi)
    if cut.size is None:
        return _cut_out(image, striped, *map(int, cut.box))
    if cut.reduction >= 2:
        # libjpeg halves and quarters while it decodes, for less than the price of a full decode.
        image.draft("RGB", (int(full[0] * 2 / cut.reduction), int(full[1] * 2 / cut.reduction)))
    elif striped is not None:
        image = striped.whole()
    across, down = image.width / full[0], image.height / full[1]
    left, top, right, bottom = cut.box
    box = left * across, top * down, min(right * across, image.width), min(bottom * down, image.height)
    return _Part.of(*_apart(image.resize(cut.size, Image.Resampling.LANCZOS, box=box)))


def _cut_out(image: Image.Image, striped: StripedJpeg | None, left: int, top: int, right: int, bottom: int) -> _Part:
    """Return a part whose pixels stay as they are. striped: the same picture, where its rows can be decoded apart."""
    if striped is None:
        return _Part.of(*_apart(image.crop((left, top, right, bottom))))
    return _Part(lambda first, last: striped.part(left, top + first, right, top + last), (right - left, bottom - top))


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


def _as_it_is(pixels: Image.Image) -> Image.Image:
    return pixels


def _to_inks(treatment: Treatment, condition: PrintCondition) -> Work:
    """Return what makes inks of sRGB pixels. Its cubes are built here, before two threads want them."""
    light = _light(treatment)
    if treatment.kind == "duotone":
        change: Work = partial(_by_light, steps=_ramp(treatment, condition), mode="CMYK")
    else:
        change = _cubed(condition.press_cube)
    return lambda pixels: _veiled(change(light(pixels)), treatment.veils)


def _to_proof(treatment: Treatment, condition: PrintCondition) -> Work:
    """Return what makes proofs of sRGB pixels. Its cubes are built here, before two threads want them."""
    light = _light(treatment)
    if treatment.kind == "duotone":
        ramp = Image.fromarray(_ramp(treatment, condition).round().astype(np.uint8)[np.newaxis], "CMYK")
        shown = np.asarray(condition.on_screen(_veiled(ramp, treatment.veils)))[0]
        change: Work = partial(_by_light, steps=shown, mode="RGB")
    else:
        change = _cubed(_cube_below(treatment.veils, condition) if treatment.veils else condition.proof_cube)
    return lambda pixels: change(light(pixels))


def _light(treatment: Treatment) -> Work:
    return _cubed(light_cube(treatment.tones)) if treatment.tones else _as_it_is


def _cubed(cube: ImageFilter.Color3DLUT) -> Work:
    return lambda pixels: pixels.filter(cube)


@lru_cache(maxsize=8)
def _cube_below(veils: tuple[Veil, ...], condition: PrintCondition) -> ImageFilter.Color3DLUT:
    """Return the cube of proofs of pictures that lie below veils: a press mixes inks, and no light."""
    return condition.proof_cube_after(partial(_veiled, veils=veils))


def _veiled(inks: Image.Image, veils: tuple[Veil, ...]) -> Image.Image:
    """Return CMYK pixels below veils, the lowest first."""
    for veil in veils:
        inks = veil.over(inks)
    return inks


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


def _encoded(part: _Part, work: Work, space: Literal["CMYK", "RGB"], **options: object) -> Encoded:
    width, height = part.size
    return Encoded(
        data=write_jpeg(lambda top, bottom: work(part.rows(top, bottom)), part.size, **options),
        width=width,
        height=height,
        space=space,
        alpha=part.alpha.tobytes() if part.alpha is not None else b"",
    )
