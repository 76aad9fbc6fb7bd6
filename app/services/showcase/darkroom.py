"""Photos and logos for examples, made by rule and taken in like anybody's; nothing of them is stored.

To be run behind the fence, as everything is that draws pixels out of outlines.
"""

import io
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from PIL import Image, ImageEnhance

from app.engine.brand import BrandKit
from app.engine.content.media import Media
from app.engine.errors import UnreadableFile
from app.engine.photo import Encoded, PhotoSource, print_master, proof_jpeg, proof_master, take_in
from app.engine.scene import Picture
from app.engine.vector.logo import TakenLogo, take_in_logo
from app.engine.vector.plain import plain_svg
from app.engine.vector.raster import render
from app.services.showcase.logos import logo_svg
from app.services.showcase.roles import Roles

# Upright, as most portraits are: width in px of the sharpest photo, and height in shares of the width.
_WIDTH, _ASPECT = 880, 1.2

SHOWN_PX = 640
"""The long side of a photo as examples show it, unless it has fewer."""

# Lamps out of focus behind a person: place and radius in shares of the photo, and how bright.
_LAMPS = ((0.12, 0.16, 0.1, 0.5), (0.3, 0.08, 0.07, 0.35), (0.86, 0.2, 0.13, 0.45), (0.72, 0.07, 0.06, 0.6))
_LAMPS_BELOW = ((0.06, 0.55, 0.12, 0.25), (0.94, 0.6, 0.1, 0.3), (0.5, 0.3, 0.16, 0.2))


class Darkroom:
    """The pictures of one brand kit's examples, each made when it is first asked for."""

    def __init__(self, brand: BrandKit) -> None:
        self.brand = brand
        self._drawing = Roles(brand).illustration
        self._stored: dict[str, bytes] = {}
        self.photo = lru_cache(maxsize=32)(self._photo)
        self.logo = lru_cache(maxsize=32)(self._logo)

    def media(self, photos: Mapping[str, Mapping[str, Any]], logos: Mapping[str, Mapping[str, Any]]) -> Media:
        """Return what is known of the pictures of an example, by the name under which its content has them."""
        taken: dict[str, PhotoSource] = {}
        unreadable: dict[str, UnreadableFile] = {}
        for name, given in photos.items():
            try:
                taken[name] = self.photo(given["px"], given.get("light", 1.0), given.get("cut", 1.0))
            except UnreadableFile as trouble:
                unreadable[name] = trouble
        known = {
            name: self.logo(given["picture"], given.get("px", 0), given.get("inked")) for name, given in logos.items()
        }
        return Media(photos=taken, logos=known, unreadable=unreadable)

    def address(self, picture: Picture, side_px: int = SHOWN_PX) -> str:
        """Return a picture as an address that holds all of it: an image in a page may fetch nothing."""
        stored, condition = self._stored[picture.source.digest], self.brand.print.condition
        data = proof_jpeg(stored, condition=condition, treatment=picture.treatment, side_px=side_px)
        kind = "webp" if data[:4] == b"RIFF" else "jpeg"
        return f"data:image/{kind};base64,{b64encode(data).decode('ascii')}"

    def print_master(self, picture: Picture) -> Encoded:
        """Return the crop for the press."""
        return print_master(
            self._stored[picture.source.digest],
            picture.crop,
            picture.box.size,
            ppi=picture.print_ppi,
            condition=self.brand.print.condition,
            treatment=picture.treatment,
        )

    def proof_master(self, picture: Picture, ppi: float) -> Encoded:
        """Return the crop as it will look in print."""
        return proof_master(
            self._stored[picture.source.digest],
            picture.crop,
            picture.box.size,
            ppi=ppi,
            condition=self.brand.print.condition,
            treatment=picture.treatment,
        )

    def _photo(self, width_px: int, light: float, cut: float) -> PhotoSource:
        """Take a photo in. light: 1 as it is, less is darker. cut: share of the file that is there; else it is broken.

        Raises UnreadableFile for a broken one.
        """
        file = io.BytesIO()
        size = width_px, round(width_px * _ASPECT)
        sized = self._portrait.resize(size, Image.Resampling.LANCZOS, reducing_gap=2)
        ImageEnhance.Brightness(sized).enhance(light).save(file, "JPEG", quality=92)
        data = file.getvalue()
        taken = take_in(data[: round(len(data) * cut)], cmyk_profile=self.brand.print.condition.icc)
        self._stored[taken.source.digest] = taken.stored
        return taken.source

    @cached_property
    def _portrait(self) -> Image.Image:
        """Somebody in a room full of light, out of the kit's own drawings; without any, the room alone."""
        width_px, height_px = _WIDTH, round(_WIDTH * _ASPECT)
        room = _room(width_px, height_px)
        if not self._drawing:
            return room
        drawing = self.brand.illustrations[self._drawing]
        side = round(width_px * 0.96)
        size = side, round(side * drawing.box.height / drawing.box.width)
        person = render(plain_svg(drawing, width_px=size[0], height_px=size[1]))
        room.paste(_in_the_light(person), ((width_px - size[0]) // 2, height_px - size[1]), person)
        return room

    def _logo(self, name: str, width_px: int, inked: float | None) -> TakenLogo:
        """Take a logo in: outlines, or pixels of a width where one is named. inked: what it is to be set as, 0–1."""
        svg = logo_svg(name)
        taken = take_in_logo(_as_pixels(svg, width_px) if width_px else svg.encode())
        if taken.picture:
            self._stored[taken.picture.digest] = taken.pixels
        return taken if inked is None else replace(taken, density=inked)


def _as_pixels(svg: str, width: int) -> bytes:
    """Return a drawing as a PNG of a width in px."""
    image = render(svg)
    file = io.BytesIO()
    image.resize((width, round(width * image.height / image.width)), Image.Resampling.LANCZOS).save(file, "PNG")
    return file.getvalue()


def _room(width: int, height: int) -> Image.Image:
    """Return a room at the end of the day: warm above, green below, lamps out of focus."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = x / width, y / height
    glow = np.exp(-(((x - 0.78) / 0.6) ** 2) - ((y - 0.15) / 0.55) ** 2)
    bands = [142 + 92 * glow - 40 * y, 128 + 76 * glow - 22 * y, 108 + 40 * glow - 6 * y]
    for at_x, at_y, radius, strength in (*_LAMPS, *_LAMPS_BELOW):
        far = np.hypot(x - at_x, (y - at_y) * height / width) / radius
        disc = np.clip((1 - far) * 9, 0, 1) * (0.75 + 0.25 * np.clip(far, 0, 1)) * strength
        bands = [band + (255 - band) * disc * tint for band, tint in zip(bands, (0.6, 0.52, 0.32), strict=True)]
    pixels = np.stack(bands, axis=-1).clip(0, 255).astype(np.uint8)
    return Image.fromarray(pixels, "RGB")


def _in_the_light(person: Image.Image) -> Image.Image:
    """Return a drawing lit from one side."""
    lit = np.asarray(person.convert("RGB")).astype(np.float32)
    across = np.linspace(0.8, 1.06, lit.shape[1], dtype=np.float32)[None, :, None]
    return Image.fromarray((lit * across).clip(0, 255).astype(np.uint8), "RGB")
