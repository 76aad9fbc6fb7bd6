"""The printing condition: how inks look on a screen, and how a screen colour is made from inks.

Source of the method: relative colorimetric with black point compensation, both ways, through the ICC profile of
the printing condition. One 33-step cube holds transform and ink limit together, so that no pixel escapes the limit.
"""

import io
from collections.abc import Callable
from functools import cached_property, lru_cache, partial
from hashlib import sha256

import numpy as np
from PIL import Image, ImageCms, ImageFilter

from app.engine.color.bands import in_bands
from app.engine.color.srgb import FLAGS, INTENT, SRGB, converted
from app.engine.color.values import Cmyk, Ink, Rgb, linear

ICC_REGISTRY = "http://www.color.org"
"""Where printing conditions are registered, unless their kit says otherwise."""

_CUBE = 33

# JPEG rounds: this much room, of 255 a full ink, keeps the decoded pixels of pictures within half a per cent of the
# limit. Measured with the tables of photo/masters.py on noise, lettering and photos: 300.4 % at most.
_CODEC_ROOM = 14

# So many colours of logos, gradients and duotones are remembered; a poster has some hundreds at most.
_KEPT_COLORS = 8192


def _undated(profile: bytes) -> bytes:
    """Return a profile made on 1 January 2000. LittleCMS writes the hour of its making; ICC.1, 7.2.8, at byte 24."""
    return profile[:24] + bytes((7, 208, 0, 1, 0, 1)) + bytes(6) + profile[36:]


SRGB_PROFILE: bytes = _undated(ImageCms.ImageCmsProfile(SRGB).tobytes())


class PrintCondition:
    """An output profile with its name and ink limit.

    icc: the profile's bytes, class prtr, CMYK. identifier: as registered, such as "FOGRA39".
    ink_limit: total area coverage in per cent. registry: where the identifier is registered.
    is_own: whether the sRGB of inks is their proof under this condition, as it is under the brand's own.
    Raises ValueError for bytes that are no CMYK profile.
    """

    def __init__(
        self, *, icc: bytes, identifier: str, ink_limit: float, registry: str = ICC_REGISTRY, is_own: bool = True
    ) -> None:
        try:
            self._cmyk = ImageCms.ImageCmsProfile(io.BytesIO(icc))
        except OSError as broken:
            raise ValueError("not an ICC profile") from broken
        if self._cmyk.profile.xcolor_space.strip() != "CMYK":
            raise ValueError("not a CMYK profile")
        self.icc, self.identifier, self.ink_limit = icc, identifier, ink_limit
        self.registry, self.is_own = registry, is_own
        self.digest = sha256(icc + identifier.encode() + str(ink_limit).encode()).hexdigest()[:16]
        # Partners' logos bring ever new colours to a server that runs for months.
        self._proof = lru_cache(maxsize=_KEPT_COLORS)(self._proof_of)
        self._separate = lru_cache(maxsize=_KEPT_COLORS)(self._inks_for)

    @property
    def picture_limit(self) -> float:
        """The most ink that a pixel of a picture may take, 255 for each full ink, so that a JPEG of it still obeys."""
        return self.ink_limit * 2.55 - _CODEC_ROOM

    @cached_property
    def _to_screen(self) -> ImageCms.ImageCmsTransform:
        return ImageCms.buildTransform(self._cmyk, SRGB, "CMYK", "RGB", INTENT, FLAGS)

    @cached_property
    def _to_press(self) -> ImageCms.ImageCmsTransform:
        return ImageCms.buildTransform(SRGB, self._cmyk, "RGB", "CMYK", INTENT, FLAGS)

    def proof(self, inks: Cmyk) -> Rgb:
        """Return the sRGB colour that shows these inks on a screen."""
        return self._proof(inks)

    def shown(self, ink: Ink) -> Rgb:
        """Return the sRGB colour that shows an ink as it looks under this condition."""
        return ink.srgb if self.is_own and not ink.is_mixed else self._proof(ink.cmyk)

    def on_screen(self, inks: Image.Image) -> Image.Image:
        """Return CMYK pixels as sRGB pixels that show them on a screen."""
        return in_bands(inks, partial(converted, transform=self._to_screen))

    def _proof_of(self, inks: Cmyk) -> Rgb:
        pixel = Image.new("CMYK", (1, 1), inks.levels)
        return Rgb(*converted(pixel, self._to_screen).getpixel((0, 0)))  # type: ignore[misc]

    def separate(self, color: Rgb) -> Cmyk:
        """Return the inks that come nearest to an sRGB colour, within the ink limit.

        Neutral greys become black ink only: a grey made of four inks drifts in colour on every press.
        """
        return self._separate(color)

    def _inks_for(self, color: Rgb) -> Cmyk:
        if color.red == color.green == color.blue:
            return Cmyk(0, 0, 0, self._black_for(color.red))
        pixel = self._separated(Image.new("RGB", (1, 1), tuple(color))).getpixel((0, 0))
        return Cmyk(*(round(value / 255, 3) for value in pixel))  # type: ignore[union-attr]

    @cached_property
    def darkest(self) -> Cmyk:
        """The inks of the darkest pixel that a picture can have."""
        pixel = self._separated(Image.new("RGB", (1, 1))).getpixel((0, 0))
        return Cmyk(*(value / 255 for value in pixel))  # type: ignore[union-attr]

    def ink(self, color: Rgb) -> Ink:
        """Return the ink for a colour that is not the brand's, such as one of a partner's logo."""
        inks = self.separate(color)
        return Ink(cmyk=inks, srgb=self.proof(inks))

    def _black_for(self, level: int) -> float:
        """Return the black ink, 0–1, whose proof is as light as this grey; solid black below its reach."""
        if level == 255:
            return 0.0
        return int(np.argmin(np.abs(self._greys - level))) / 255

    @cached_property
    def _greys(self) -> np.ndarray:
        ramp = np.zeros((1, 256, 4), np.uint8)
        ramp[0, :, 3] = np.arange(256)
        shown = converted(Image.fromarray(ramp, "CMYK"), self._to_screen)
        levels: np.ndarray = np.asarray(shown, np.float32).mean(axis=2)[0]
        return levels

    def _separated(self, image: Image.Image) -> Image.Image:
        """Return an RGB image as CMYK within the ink limit: C, M, Y give way, K stays."""
        inks = np.asarray(converted(image, self._to_press)).astype(np.float32)
        colors, black = inks[..., :3], inks[..., 3:]
        total = colors.sum(axis=-1, keepdims=True)
        share = np.clip((self.picture_limit - black) / np.maximum(total, 1), 0, 1)
        inks[..., :3] = np.floor(colors * share)
        return Image.fromarray(inks.astype(np.uint8), "CMYK")

    @cached_property
    def press_cube(self) -> ImageFilter.Color3DLUT:
        """sRGB pixels → limited CMYK pixels, in one pass of Pillow's filter."""
        return _cube(self._separated(_grid()), channels=4, mode="CMYK")

    @cached_property
    def proof_cube(self) -> ImageFilter.Color3DLUT:
        """sRGB pixels → sRGB pixels as they will look in print."""
        return self.proof_cube_after(lambda inks: inks)

    def proof_cube_after(self, change: Callable[[Image.Image], Image.Image]) -> ImageFilter.Color3DLUT:
        """sRGB pixels → sRGB pixels as they will look in print once their inks are changed. change: of CMYK pixels."""
        return _cube(self.on_screen(change(self._separated(_grid()))), channels=3, mode="RGB")


@lru_cache(maxsize=1)
def _grid() -> Image.Image:
    """Every colour of the cube, one a pixel, in the order that Pillow wants: blue slowest, red fastest."""
    steps = np.linspace(0, 255, _CUBE).round().astype(np.uint8)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")
    return Image.fromarray(np.stack([red, green, blue], axis=-1).reshape(_CUBE * _CUBE, _CUBE, 3), "RGB")


def _cube(colors: Image.Image, *, channels: int, mode: str) -> ImageFilter.Color3DLUT:
    # An array, which Pillow takes as it is: as a list of numbers a cube is eight times as large.
    table = np.asarray(colors, np.float32).reshape(-1) / 255
    return ImageFilter.Color3DLUT(_CUBE, table, channels=channels, target_mode=mode)


def delta_e(one: Rgb, other: Rgb) -> float:
    """Return the CIE 1976 colour difference of two sRGB colours. Source: CIE 15, 8.2.1."""
    return float(np.linalg.norm(np.subtract(_lab(one), _lab(other))))


def _lab(color: Rgb) -> tuple[float, float, float]:
    """Return CIE L*a*b* under D65. Source: IEC 61966-2-1 for sRGB, CIE 15 for L*a*b*."""
    r, g, b = map(linear, color)
    x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
    y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883
    fx, fy, fz = (v ** (1 / 3) if v > 216 / 24389 else (24389 / 27 * v + 16) / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
