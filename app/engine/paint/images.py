"""Pictures inside a PDF: JPEG streams as they come, or bare pixels, with their coverage beside them."""

from app.engine.paint.objects import Document, Value
from app.engine.photo import Encoded


def image(encoded: Encoded, document: Document) -> Value:
    """Enter a picture and return a reference to it."""
    entries: dict[str, Value] = {
        **_image_entries(encoded),
        "ColorSpace": f"/Device{encoded.space}",
    }
    if encoded.is_bare:
        return document.add_stream(entries, encoded.data)
    entries["Filter"] = "/DCTDecode"
    if encoded.space == "CMYK":
        # Adobe's CMYK JPEG counts paper, not ink.
        entries["Decode"] = "[1 0 1 0 1 0 1 0]"
    if encoded.alpha:
        mask = {**_image_entries(encoded), "ColorSpace": "/DeviceGray"}
        entries["SMask"] = document.add_stream(mask, encoded.alpha)
    return document.add_stream(entries, encoded.data, deflate=False)


def _image_entries(encoded: Encoded) -> dict[str, Value]:
    size = {"Width": encoded.width, "Height": encoded.height}
    return {"Type": "/XObject", "Subtype": "/Image", "BitsPerComponent": 8, **size}
