"""A photo as the engine knows it: not its pixels but what they are, and which part of them is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from PIL import Image

from app.engine.color import Ink


@dataclass(frozen=True, slots=True, kw_only=True)
class Crop:
    """The part of a picture that is shown, in px of the upright picture; fractions allowed."""

    x: float
    y: float
    width: float
    height: float


Tones = tuple[float, float, float]
"""CIE lightness, 0–100, of the darkest, middle and lightest parts of a picture."""


class Veil(NamedTuple):
    """An ink that lies over a whole picture. opacity: 0–1."""

    ink: Ink
    opacity: float

    def over(self, inks: Image.Image) -> Image.Image:
        """Return CMYK pixels below the veil."""
        return Image.blend(inks, Image.new("CMYK", inks.size, self.ink.cmyk.levels), self.opacity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """What is done to the pixels. Duotone: shadows in one ink, lights in another.

    tones: of a photo that comes in better light, before all else; None leaves its light alone. veils: after all else,
    the lowest first.
    """

    kind: Literal["none", "duotone"] = "none"
    dark: Ink | None = None
    light: Ink | None = None
    tones: Tones | None = None
    veils: tuple[Veil, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoSource:
    """A picture that was taken in: upright sRGB without metadata.

    digest: SHA-256 of the stored bytes, in hex. width, height: in px. has_alpha: whether it has see-through parts.
    focus: where the eye should rest unless the user says otherwise, 0–1 of width and height.
    mean_light: mean CIE lightness 0–100. contrast: standard deviation of it. tones: what better light starts from.
    """

    digest: str
    width: int
    height: int
    has_alpha: bool = False
    focus: tuple[float, float] = (0.5, 0.4)
    mean_light: float = 60.0
    contrast: float = 25.0
    tones: Tones = (0.0, 50.0, 100.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """A picture as a painter embeds it.

    data: a JPEG stream, or bare pixels where is_bare. space: of the pixels; a JPEG's CMYK is stored inverted, as Adobe
    does. alpha: 8-bit coverage of the same size, one byte a pixel, or empty.
    """

    data: bytes
    width: int
    height: int
    space: Literal["CMYK", "RGB", "Gray"]
    alpha: bytes = b""
    is_bare: bool = False


PhotoBytes = Callable[[str], bytes]
"""Return the stored bytes of a photo by its digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenPhoto:
    """A photo that was taken in.

    stored: the pixels at full size, a JPEG, or a PNG where there is transparency; sRGB, upright, without metadata.
    proof: the same, small, for screens: a JPEG, or a WebP where there is transparency; not soft-proofed.
    """

    source: PhotoSource
    stored: bytes
    proof: bytes
