"""Posters for each kind of print shop, with whatever is hardest on its press: see-through parts, extreme photos."""

import io
from functools import cache

import numpy as np
import pikepdf
from ink_pixels import ink_pixels
from makers import Pictures
from PIL import Image
from poster_maker import DATE, content, encoded, files, kit, photo_jpeg, slots_for, with_logo, with_photo
from poster_shelf import template

from app.engine.brand import BrandKit
from app.engine.content import Content
from app.engine.pipeline import Options, Poster, artwork, judge
from app.engine.sheet import format_of
from app.engine.template.checked import Purpose

SHOPS = tuple(kit().shops)

JPEG_ROUNDING = 1.5
"""So much, in per cent of ink, single pixels may lie above what went into a photo."""

# Dark and saturated, and the corners of the cube: what separations put most ink into.
_EXTREME = (
    "#000000",
    "#ff0000",
    "#00ff00",
    "#0000ff",
    "#ffff00",
    "#00ffff",
    "#ff00ff",
    "#200000",
    "#002000",
    "#000020",
)


def at(shop: str) -> BrandKit:
    return kit().at(shop)


@cache
def hard_files() -> Pictures:
    """Return a photo of extreme colours with hard edges, one that is cut out softly, and the usual logos."""
    found = Pictures()
    found.bytes |= files().bytes
    found.logos |= files().logos
    found.photo(encoded(_extreme(), "PNG"), "extreme.png")
    cut = Image.open(io.BytesIO(photo_jpeg())).convert("RGBA")
    cut.putalpha(Image.radial_gradient("L").resize(cut.size).point(lambda far: 255 - far))
    found.photo(encoded(cut, "PNG"), "cut.png")
    return found


def _extreme() -> Image.Image:
    """Return squares of extreme colours beside each other, noise of dark colours, and a run between both."""
    tiles = np.array([tuple(bytes.fromhex(color[1:])) for color in _EXTREME], np.uint8)
    rows, columns = np.mgrid[0:1600, 0:1800] // 40
    pixels = tiles[(rows * 3 + columns) % len(tiles)]
    noise = np.random.default_rng(7).integers(0, 60, pixels.shape, np.uint8)
    pixels[900:1300] = noise[900:1300]
    pixels[1300:] = np.linspace(0, 90, 1800).astype(np.uint8)[None, :, None]
    return Image.fromarray(pixels, "RGB")


def hard_content(name: str, language: str = "nl", photo: str = "extreme.png") -> Content:
    """Return the sample with the hardest photo and logo wherever there is room for them."""
    given = content(name, language)
    photos, logos = (slots_for(name, kind) for kind in ("photo", "logo"))
    given = with_photo(given, photo, slots=photos) if photos else given
    return with_logo(given, "soft.png", slots=logos) if logos else given


def judged_at(shop: str, name: str, key: str, given: Content) -> Poster:
    """Return a poster as it is judged for a shop."""
    purpose = Purpose(format=format_of(key), destination="print")
    return judge(template(name), at(shop), given, hard_files().media, purpose, hard_files())


def made_at(shop: str, name: str, key: str, given: Content, **options: object) -> bytes:
    """Return the file for a shop. Raises Refused."""
    pictures = hard_files().under(at(shop).print.condition)
    return artwork(judged_at(shop, name, key, given), pictures, options=Options(shop=shop, **options), date=DATE)


def most_ink(data: bytes, dpi: float = 150) -> float:
    """Return the most ink, in per cent, that Ghostscript puts on any pixel inside the bleed."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        box, (_, _, _, top) = ([float(edge) for edge in pdf.pages[0].obj[key]] for key in ("/BleedBox", "/MediaBox"))
    inks = ink_pixels(data, dpi=dpi)
    left, right = (round(edge * dpi / 72) for edge in (box[0], box[2]))
    upper, lower = (round((top - edge) * dpi / 72) for edge in (box[3], box[1]))
    return float(inks[upper:lower, left:right].sum(axis=-1, dtype=np.int64).max() / 2.55)
