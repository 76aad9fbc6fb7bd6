"""How far the picture for screens is from the print: the print file drawn by Ghostscript through its own profile.

Ghostscript draws the trim at three times the density and takes the mean of nine dots, with the profile in the file's
output intent, relative colorimetric with black point compensation, black overprinting as on a press. Colours are
compared by CIEDE2000. Left out are edges, which the two programs smooth in ways of their own, and what is overprinted,
which no screen shows: see `_edges` and `_overprinted`.
"""

import io
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pikepdf
from ghostscript import drawn
from ink_pixels import delta_e00
from PIL import Image, ImageFilter

from app.engine.paint.raster import PixelSize
from app.engine.units import INCH

MEAN_LIMIT, P95_LIMIT = 1.5, 4.0

# In both directions, of the dots that become one pixel.
_FINER = 3

# An edge is where, of 255, a channel of either picture spans more than this within two pixels.
_EDGE_SPAN, _EDGE_REACH = 24, 2

# Black over another ink changes a pixel by more than this; Ghostscript's sums round differently where nothing changes.
_OVERPRINT_SPAN = 4

# Of a photo, a logo or a poster: with fewer pixels nothing is said.
_FEWEST = 400

# IEC 61966-2-1, sRGB to CIE XYZ, each row over the white of D65.
_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
) / np.array([[0.95047], [1.0], [1.08883]])


class Agreement(NamedTuple):
    """How far a part of two pictures is apart, in CIEDE2000. judged: share of its pixels that are compared."""

    part: str
    mean: float
    p95: float
    most: float
    judged: float

    @property
    def holds(self) -> bool:
        return self.mean <= MEAN_LIMIT and self.p95 <= P95_LIMIT


def compared(
    screen: np.ndarray, print_file: bytes, size: PixelSize, *, parts: dict[str, tuple[slice, slice]]
) -> Iterator[Agreement]:
    """Yield how far a picture is from a print file's trim, as a whole and in its parts. size: in px."""
    press, knocked_out = (printed(print_file, size, overprint=mode) for mode in ("simulate", "disable"))
    judged = ~(_edges(screen) | _edges(press) | _overprinted(press, knocked_out))
    far = _apart(screen, press, judged)
    for part, place in {"poster": (slice(None), slice(None)), **parts}.items():
        chosen = far[place][judged[place]]
        if chosen.size >= _FEWEST:
            numbers = chosen.mean(), np.percentile(chosen, 95), chosen.max(), judged[place].mean()
            yield Agreement(part, *map(float, numbers))


def printed(data: bytes, size: PixelSize, *, overprint: str) -> np.ndarray:
    """Return the trim of a print file as sRGB pixels. overprint: `simulate`, or `disable`.

    Raises ValueError for a file at which Ghostscript has something to say, or that is not of this shape.

    Source of the options: Ghostscript 10.0, Use.htm and GS9_Color_Management.pdf. `UsePDFX3Profile` takes the profile
    from the file's own output intent; intent 1 is relative colorimetric.
    """
    dots = _FINER * size.width, _FINER * size.height
    across, down = (INCH * dot / side for dot, side in zip(dots, _trim(data), strict=True))
    done = drawn(
        data,
        *("-dUseTrimBox", "-dUsePDFX3Profile", "-dRenderIntent=1", "-dBlackPtComp=1", f"-dOverprint=/{overprint}"),
        *("-sDEVICE=ppmraw", f"-r{across:.6f}x{down:.6f}"),
    )
    if done.stderr:
        raise ValueError(done.stderr.decode(errors="replace"))
    picture = Image.open(io.BytesIO(done.stdout)).convert("RGB")
    if picture.size != dots:
        raise ValueError(f"drawn as {picture.size} dots instead of {dots}")
    return np.asarray(picture.reduce(_FINER))


def _trim(data: bytes) -> tuple[float, float]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        left, bottom, right, top = map(float, pdf.pages[0].trimbox)
    return right - left, top - bottom


def _edges(pixels: np.ndarray) -> np.ndarray:
    """Return which pixels lie on an edge or in its reach."""
    image, side = Image.fromarray(pixels), 2 * _EDGE_REACH + 1
    lightest, darkest = (image.filter(kind(side)) for kind in (ImageFilter.MaxFilter, ImageFilter.MinFilter))
    found: np.ndarray = (np.asarray(lightest) - np.asarray(darkest)).max(axis=2) > _EDGE_SPAN
    return found


def _overprinted(press: np.ndarray, knocked_out: np.ndarray) -> np.ndarray:
    """Return which pixels look different where black hides what lies below it."""
    found: np.ndarray = np.abs(press.astype(int) - knocked_out).max(axis=2) > _OVERPRINT_SPAN
    return found


def _apart(one: np.ndarray, other: np.ndarray, judged: np.ndarray) -> np.ndarray:
    """Return the difference of every pixel that is judged; each pair of colours is looked at once."""
    both = np.concatenate([one, other], axis=2)[judged].astype(np.int64)
    pairs, which = np.unique(both @ (256 ** np.arange(6)), return_inverse=True)
    colors = (pairs[:, None] // 256 ** np.arange(6) % 256).astype(np.uint8)
    far = np.zeros(judged.shape)
    far[judged] = delta_e00(lab_of_srgb(colors[:, :3]), lab_of_srgb(colors[:, 3:]))[which]
    return far


def lab_of_srgb(pixels: np.ndarray) -> np.ndarray:
    """Return CIE L*a*b* of sRGB pixels, 0–255, under D65. Sources: IEC 61966-2-1, CIE 15."""
    levels = np.arange(256) / 255
    light = np.where(levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4)
    xyz = light[pixels] @ _TO_XYZ.T
    x, y, z = np.moveaxis(np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116), -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)
