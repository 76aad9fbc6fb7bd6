"""What is in a file that a browser saved: words, boxes, codes."""

import numpy as np
import pikepdf
import pypdfium2
import zxingcpp
from PIL import Image

MM = 72 / 25.4


def words(file):
    """Return the text of a PDF of one page, white space collapsed and soft hyphens taken out."""
    with pypdfium2.PdfDocument(file) as document:
        assert len(document) == 1
        told = document[0].get_textpage().get_text_range()
    # PDFium tells a hyphen at the end of a line as U+FFFE.
    return " ".join(told.replace("\u00ad", "").replace("\ufffe", "").split())


def boxes_mm(file):
    """Return trim and bleed box of a PDF of one page: left, bottom, right, top, in mm from the corner of the trim."""
    with pikepdf.open(file) as pdf:
        (page,) = pdf.pages
        trim, bleed = ([float(side) for side in page[name]] for name in ("/TrimBox", "/BleedBox"))
    corner = (*trim[:2], *trim[:2])
    return [tuple(round((side - at) / MM, 2) for side, at in zip(box, corner, strict=True)) for box in (trim, bleed)]


def codes(file, ppi=150):
    """Return what the QR codes on a PDF's page or in a picture say."""
    if file.suffix == ".pdf":
        with pypdfium2.PdfDocument(file) as document:
            picture = document[0].render(scale=ppi / 72).to_pil()
    else:
        picture = Image.open(file)
    return [found.text for found in zxingcpp.read_barcodes(np.ascontiguousarray(picture.convert("RGB")))]
