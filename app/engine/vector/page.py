"""Logos that come as PDF: the first page as pixels, its paper see-through. One document at a time: PDFium asks it."""

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image

from app.engine.errors import UnreadableFile
from app.engine.vector.pixels import check_weight
from app.engine.vector.raster import LONG_SIDE

_MAX_PAGES = 5
_MAX_SIDE = 5000 / 25.4 * 72
_GLANCE = 400


def is_pdf(data: bytes) -> bool:
    """Return whether these are the bytes of a PDF; the mark may stand a little way in."""
    return b"%PDF-" in data[:1024]


def render_page(data: bytes) -> Image.Image:
    """Return the first page as RGBA pixels, cut to what is on it.

    Raises UnreadableFile: too-heavy, pdf-locked, pdf-broken, pdf-pages, pdf-too-large, logo-empty.
    """
    check_weight(data)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as refused:
        locked = "password" in str(refused).lower() or "security" in str(refused).lower()
        raise UnreadableFile("pdf-locked" if locked else "pdf-broken") from None
    try:
        return _first_page(document)
    except pdfium.PdfiumError:
        raise UnreadableFile("pdf-broken") from None
    finally:
        document.close()


def _first_page(document: pdfium.PdfDocument) -> Image.Image:
    if not 1 <= len(document) <= _MAX_PAGES:
        raise UnreadableFile("pdf-pages", pages=len(document), limit=_MAX_PAGES)
    page = document[0]
    try:
        width, height = page.get_size()
        if not 0 < max(width, height) <= _MAX_SIDE:
            raise UnreadableFile("pdf-too-large")
        return _closely(page, width, height)
    finally:
        page.close()


def _closely(page: pdfium.PdfPage, width: float, height: float) -> Image.Image:
    """Look where there is anything, then render that part alone: logos often stand small on a large page."""
    scale = _GLANCE / max(width, height)
    glance = _pixels(page, scale, (0, 0, 0, 0))
    found = glance.getchannel("A").getbbox()
    if not found:
        raise UnreadableFile("logo-empty")
    # One px of the glance more on each side, for what it rounded away.
    left, top = max(0.0, (found[0] - 1) / scale), max(0.0, (found[1] - 1) / scale)
    right, bottom = min(width, (found[2] + 1) / scale), min(height, (found[3] + 1) / scale)
    crop = (left, height - bottom, width - right, top)
    return _pixels(page, LONG_SIDE / max(right - left, bottom - top), crop)


def _pixels(page: pdfium.PdfPage, scale: float, crop: tuple[float, float, float, float]) -> Image.Image:
    bitmap = page.render(
        scale=scale,
        crop=crop,
        fill_color=(0, 0, 0, 0),
        force_bitmap_format=pdfium_c.FPDFBitmap_BGRA,
        rev_byteorder=True,
    )
    try:
        image: Image.Image = bitmap.to_pil().convert("RGBA")
        return image
    finally:
        bitmap.close()
