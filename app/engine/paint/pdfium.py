"""PDFium: draws the first page of a PDF as pixels, with colours as they are written."""

import ctypes
import threading
from contextlib import closing
from typing import Any

import numpy as np

from app.engine.paint.png import Pixels

# Loaded with the first page that is drawn: a process that serves previews draws none, and is 4 MB smaller.
# PDFium keeps its state in the process; only one thread at a time may be inside.
_ALONE = threading.Lock()


def drawn(data: bytes, *, width: int, height: int) -> Pixels:
    """Return the first page of a PDF as RGB pixels, colours as they are written. width, height: in px."""
    with closing(PageInPdfium(data)) as page:
        return page.band(top=0, rows=height, width=width, height=height)


class PageInPdfium:
    """A page in PDFium's hands. Every call waits until no other thread is inside PDFium."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        with _ALONE:
            self._document: Any = pypdfium2.PdfDocument(data)
            self._page = self._document[0]

    def band(self, *, top: int, rows: int, width: int, height: int) -> Pixels:
        """Return rows of the page as it looks when it is drawn `width` × `height` px."""
        import pypdfium2.raw as pdfium

        pixels = np.full((rows, width, 3), 255, np.uint8)
        buffer = pixels.ctypes.data_as(ctypes.c_void_p)
        with _ALONE:
            bitmap = pdfium.FPDFBitmap_CreateEx(width, rows, pdfium.FPDFBitmap_BGR, buffer, 3 * width)
            pdfium.FPDF_RenderPageBitmap(
                bitmap, self._page.raw, 0, -top, width, height, 0, pdfium.FPDF_REVERSE_BYTE_ORDER
            )
            pdfium.FPDFBitmap_Destroy(bitmap)
        return pixels

    def close(self) -> None:
        with _ALONE:
            self._page.close()
            self._document.close()
