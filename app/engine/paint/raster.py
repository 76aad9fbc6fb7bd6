"""The twin as pixels: what a screen shows of the print, drawn by PDFium."""

import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import numpy as np
from PIL import Image

from app.engine.color import SRGB_PROFILE, PrintCondition
from app.engine.paint.pdf import paint_twin
from app.engine.paint.pdfium import PageInPdfium
from app.engine.paint.pictures import Pictures
from app.engine.paint.png import Pixels, write_png
from app.engine.scene import Scene
from app.engine.sheet import Format
from app.engine.units import INCH, px_of_mm

# Of drawn rows that are held at a time. PDFium decodes photos anew for every call, so that an A3 at 300 ppi, of 52 MB,
# is drawn by one; of larger sheets one half is drawn while the half before is still in somebody's hands.
_DRAWN_BYTES = 56_000_000

# Of the rows handed on at once: what is done to them then takes little room beside them.
_BAND_BYTES = 1_500_000

SCREEN_PPI = 72.0
"""What a picture for screens says of its density; screens do not care, programs that place it do."""

JPEG_QUALITY = 90
# For files that would be too heavy; below the last one letters get a halo.
_LOWER_QUALITIES = (84, 78, 72, 66, 60)
WEBP_QUALITY = 85


@dataclass(frozen=True, slots=True, kw_only=True)
class PixelSize:
    """A picture's size in px and the density that it states, in px per inch."""

    width: int
    height: int
    ppi: float


def pixel_size(format: Format, ppi: float, *, times: int = 1) -> PixelSize:
    """Return the size of a raster of the trim.

    ppi: for formats in mm; formats in px have their own size. times: of that.
    """
    if format.unit == "px":
        return PixelSize(width=times * format.width, height=times * format.height, ppi=times * SCREEN_PPI)
    return PixelSize(width=px_of_mm(format.width, ppi), height=px_of_mm(format.height, ppi), ppi=ppi)


def paint_png(scene: Scene, *, pictures: Pictures, condition: PrintCondition, ppi: float, times: int = 1) -> bytes:
    """Return the trim as a PNG in sRGB. ppi, times: as for pixel_size."""
    size = pixel_size(scene.sheet.format, ppi, times=times)
    bands = rasterised(scene, pictures=pictures, condition=condition, width=size.width, height=size.height)
    return write_png(bands, width=size.width, height=size.height, ppi=size.ppi, profile=SRGB_PROFILE)


def paint_jpeg(
    scene: Scene,
    *,
    pictures: Pictures,
    condition: PrintCondition,
    ppi: float,
    times: int = 1,
    most_bytes: int | None = None,
) -> bytes:
    """Return the trim as a JPEG in sRGB without colour subsampling. ppi, times: as for pixel_size.

    most_bytes: the weight above which the quality is lowered, as far as is still good to look at.
    """
    size = pixel_size(scene.sheet.format, ppi, times=times)
    image = Image.new("RGB", (size.width, size.height))
    top = 0
    for band in rasterised(scene, pictures=pictures, condition=condition, width=size.width, height=size.height):
        image.paste(Image.fromarray(band, "RGB"), (0, top))
        top += len(band)
    data = b""
    for quality in (JPEG_QUALITY, *_LOWER_QUALITIES):
        data = _jpeg(image, quality, round(size.ppi))
        if most_bytes is None or len(data) <= most_bytes:
            break
    return data


def _jpeg(image: Image.Image, quality: int, ppi: int) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality, subsampling=0, dpi=(ppi, ppi), icc_profile=SRGB_PROFILE)
    return buffer.getvalue()


def paint_webp(scene: Scene, *, pictures: Pictures, condition: PrintCondition, width_px: int) -> bytes:
    """Return the trim as a small WebP in sRGB, for lists of posters. width_px: its width; its height follows."""
    bands = rasterised(
        scene, pictures=pictures, condition=condition, width=width_px, height=_height_px(scene, width_px)
    )
    buffer = io.BytesIO()
    Image.fromarray(np.concatenate(list(bands)), "RGB").save(buffer, "WEBP", quality=WEBP_QUALITY, method=4)
    return buffer.getvalue()


def paint_small_png(scene: Scene, *, pictures: Pictures, condition: PrintCondition, width_px: int) -> bytes:
    """Return the trim as a small PNG in sRGB, to be looked at. width_px: its width; its height follows."""
    height_px = _height_px(scene, width_px)
    bands = rasterised(scene, pictures=pictures, condition=condition, width=width_px, height=height_px)
    return write_png(bands, width=width_px, height=height_px, ppi=SCREEN_PPI, profile=SRGB_PROFILE)


def _height_px(scene: Scene, width_px: int) -> int:
    trim = scene.sheet.trim
    return max(1, round(width_px * trim.height / trim.width))


def rasterised(
    scene: Scene, *, pictures: Pictures, condition: PrintCondition, width: int, height: int
) -> Iterator[Pixels]:
    """Yield the trim as RGB rows from the top down, in bands. width, height: in px."""
    ppi = max(width / scene.sheet.trim.width, height / scene.sheet.trim.height) * INCH
    with closing(PageInPdfium(paint_twin(scene, pictures=pictures, condition=condition, ppi=ppi))) as twin:
        most = _DRAWN_BYTES // (3 * width)
        for top, rows in _parted(height, most if most >= height else most // 2):
            drawn = twin.band(top=top, rows=rows, width=width, height=height)
            for start, count in _parted(rows, _BAND_BYTES // (3 * width)):
                yield drawn[start : start + count]


def _parted(rows: int, most: int) -> Iterator[tuple[int, int]]:
    """Yield the first row and the number of rows of each part. most: rows of a part."""
    most = max(1, most)
    for top in range(0, rows, most):
        yield top, min(most, rows - top)
