"""Pixels of ink: the part of a scene that no outline can say without transparency, drawn plate by plate.

PDFium blends in RGB, where each channel keeps to itself. So cyan, magenta and yellow are drawn as the three channels of
one picture and black as those of another; what comes out is what a press blends.
"""

import io
from collections.abc import Sequence

import numpy as np
from PIL import Image

from app.engine.color import Ink, Stop
from app.engine.geometry import Matrix, Rect, Size
from app.engine.paint.assembly import fill_page
from app.engine.paint.blends import spanning
from app.engine.paint.leaf import Leaf
from app.engine.paint.objects import Document, Value
from app.engine.paint.page import PagePainter
from app.engine.paint.pdfium import drawn
from app.engine.paint.pictures import Pictures
from app.engine.photo import Encoded, jpeg_pixels
from app.engine.scene import Item, Picture

# Of the codec that takes pictures to PDFium: no step of a plate is lost that eyes or presses could tell.
_QUALITY = 98


def plates(items: Sequence[Item], area: Rect, size: tuple[int, int], pictures: Pictures) -> Image.Image:
    """Return an area of a scene as CMYK pixels, on paper. size: in px. items: transparent ones among them too."""
    inks = np.empty((size[1], size[0], 4), np.uint8)
    np.subtract(255, _drawn(items, area, size, _PlateInks(pictures, black=False)), out=inks[..., :3])
    np.subtract(255, _drawn(items, area, size, _PlateInks(pictures, black=True))[..., 0], out=inks[..., 3])
    return Image.fromarray(inks, "CMYK")


def _drawn(items: Sequence[Item], area: Rect, size: tuple[int, int], policy: "_PlateInks") -> np.ndarray:
    document = Document(packed=False)
    base = Matrix(1, 0, 0, -1, -area.x, area.bottom)
    leaf = Leaf(media=Size(area.width, area.height), base=base, window=area)
    painter = PagePainter(document=document, policy=policy, base=base, structure=None)
    painter.paint(tuple(items))
    page, _ = document.add_page()
    fill_page(page, leaf, painter.finish(), painter, document, policy)
    return drawn(document.finish(catalog={}, info={}, identity=bytes(16)), width=size[0], height=size[1])


def pixels_of(encoded: Encoded) -> Image.Image:
    """Return the CMYK pixels of a print master."""
    if encoded.is_bare:
        return Image.frombytes("CMYK", (encoded.width, encoded.height), encoded.data)
    return jpeg_pixels(encoded.data)


class _PlateInks:
    """Inks as light: full where there is none. black: whether of the black plate, else of the other three."""

    space = "/DeviceRGB"
    fill_operator = "rg"
    stroke_operator = "RG"
    overprints = False

    def __init__(self, pictures: Pictures, *, black: bool) -> None:
        self._pictures, self._black = pictures, black

    def components(self, ink: Ink) -> tuple[float, ...]:
        plates = (ink.cmyk.black,) * 3 if self._black else ink.cmyk[:3]
        return tuple(1 - plate for plate in plates)

    def blend(self, stops: Sequence[Stop]) -> tuple[Stop, ...]:
        return spanning(stops)

    def encoded(self, picture: Picture) -> Encoded:
        master = self._pictures.print_master(picture)
        bands = pixels_of(master).split()
        light = Image.merge("RGB", bands[3:] * 3 if self._black else bands[:3]).point(lambda value: 255 - value)
        file = io.BytesIO()
        light.save(file, "JPEG", quality=_QUALITY, subsampling=0)
        return Encoded(data=file.getvalue(), width=master.width, height=master.height, space="RGB", alpha=master.alpha)

    def color_spaces(self, document: Document) -> dict[str, Value]:
        return {}

    def blend_space(self, document: Document) -> Value:
        return "/DeviceRGB"
