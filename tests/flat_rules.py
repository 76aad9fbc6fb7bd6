"""What a file by the rules of PDF/X-1a:2003 must hold and may not, read from the file alone.

Sources: ISO 15930-4; PDF Reference 1.4, 7 (transparency).
"""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf


def flat_faults(data: bytes) -> list[str]:
    """Return what keeps a file from being PDF/X-1a:2003: anything see-through, and colours that are no inks."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [*_head(data, pdf), *(fault for found in pdf.objects for fault in _see_through(found))]


def _head(data: bytes, pdf: pikepdf.Pdf) -> Iterator[str]:
    if data[:8] != b"%PDF-1.4":
        yield f"version {data[:8]!r}"
    if str(pdf.docinfo.get("/GTS_PDFXVersion")) != "PDF/X-1a:2003":
        yield f"calls itself {pdf.docinfo.get('/GTS_PDFXVersion')}"
    if str(pdf.docinfo.get("/Trapped")) != "/False" or not str(pdf.docinfo.get("/Title", "")):
        yield "no word on trapping, or no title"
    if [str(intent.S) for intent in pdf.Root.OutputIntents] != ["/GTS_PDFX"]:
        yield "not one output intent"


def _see_through(found: Any) -> Iterator[str]:
    if not isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        return
    if found.get("/SMask") not in (None, "/None"):
        yield "/SMask"
    if found.get("/ca", 1) != 1 or found.get("/CA", 1) != 1:
        yield f"opacity {found.get('/ca')}, {found.get('/CA')}"
    if str(found.get("/BM", "/Normal")) not in ("/Normal", "/Compatible"):
        yield f"blend mode {found.BM}"
    if found.get("/Type") == "/Page" and "/Group" in found:
        yield "a page that blends"
    if found.get("/S") == "/Transparency":
        yield "transparency group"
    if found.get("/Subtype") == "/Image" and found.ColorSpace not in ("/DeviceCMYK", "/DeviceGray"):
        yield f"image in {found.ColorSpace}"
    if found.get("/Subtype") == "/OpenType":
        yield "a font program of a newer PDF"
    for value in found.values():
        if isinstance(value, pikepdf.Array) and len(value) and value[0] in ("/ICCBased", "/CalRGB", "/CalGray", "/Lab"):
            yield f"colour space {value[0]}"
        elif isinstance(value, pikepdf.Dictionary) and not value.is_indirect:
            yield from _see_through(value)
