"""Photos and a logo that are hard on a press, a screen or the agreement of both."""

import io
from functools import cache

import numpy as np
from makers import Pictures
from PIL import Image
from poster_maker import encoded, files, photo_jpeg


def solid(*colors):
    """Return a photo of stripes."""
    stripes = [Image.new("RGB", (1200, 1600 // len(colors)), color) for color in colors]
    picture = Image.new("RGB", (1200, 1600))
    for number, stripe in enumerate(stripes):
        picture.paste(stripe, (0, number * stripe.height))
    return encoded(picture, quality=95)


PHOTOS = {
    "pure": solid((255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0), (0, 255, 255), (255, 0, 255), (0, 0, 0)),
    "dark": solid((40, 0, 0), (0, 36, 0), (0, 0, 48), (30, 30, 0), (1, 1, 1), (20, 0, 28), (0, 20, 20)),
}


def noise():
    """Return a photo in which every pixel is another pure colour: the hardest for a JPEG."""
    values = np.random.default_rng(7).integers(0, 2, (1600, 1200, 3), dtype=np.uint8) * 255
    return encoded(Image.fromarray(values, "RGB"), "PNG", compress_level=1)


# A group that shows through, a clip, a copy that is turned, gradients, a hole, a dashed line.
RICH_LOGO = """
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 120">
<defs>
<linearGradient id="g" x2="1" y2="1"><stop stop-color="#0a6"/><stop offset="1" stop-color="#036"/></linearGradient>
<radialGradient id="r" fx=".3" fy=".3"><stop stop-color="#fd4"/><stop offset="1" stop-color="#c20"/></radialGradient>
<clipPath id="c"><path d="M10 10h100v100h-100z M35 35h50v50h-50z" clip-rule="evenodd"/></clipPath>
<path id="p" d="M0-14 12 8-12 8z"/>
</defs>
<g clip-path="url(#c)"><circle cx="60" cy="60" r="55" fill="url(#g)"/></g>
<g opacity=".6"><circle cx="160" cy="60" r="40" fill="url(#r)"/><circle cx="190" cy="60" r="40" fill="#036"/></g>
<use href="#p" transform="translate(60 60) rotate(30)" fill="#c20"/>
<path d="M120 112h110" stroke="#0a6" stroke-width="6" stroke-dasharray="14 8" stroke-linecap="round"/>
</svg>"""


@cache
def hard_pictures() -> Pictures:
    """Return the photos above, the usual one, one that is cut out softly, the logo, and one of pixels."""
    found = Pictures()
    found.bytes |= files().bytes
    found.photos |= files().photos
    found.logos |= files().logos
    for name, photo in {**PHOTOS, "noise": noise(), "cut": _cut()}.items():
        found.photo(photo, name)
    return found.logo(RICH_LOGO, "rich.svg")


def _cut() -> bytes:
    image = Image.open(io.BytesIO(photo_jpeg())).convert("RGBA")
    image.putalpha(Image.radial_gradient("L").resize(image.size).point(lambda far: 255 - far))
    return encoded(image, "PNG", compress_level=1)
