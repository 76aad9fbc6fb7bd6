"""Pages of a PDF as PDFium draws and reads them, which Chrome and Edge use."""

from pathlib import Path

import numpy as np
import pypdfium2


def page_pixels(data: bytes, width: int, height: int) -> np.ndarray:
    """Return the first page, stretched to exactly this size in px."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        bitmap = pypdfium2.PdfBitmap.new_native(width, height, pypdfium2.raw.FPDFBitmap_BGR)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        pypdfium2.raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
        pixels = np.array(bitmap.to_numpy())[..., ::-1]
        bitmap.close()
        page.close()
    return pixels


def page_words(file: bytes | Path) -> list[str]:
    """Return what can be read on each page, white space made even."""
    with pypdfium2.PdfDocument(file) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
