"""Bookmarks: what a reader lists beside the pages. Source: ISO 32000-1, 12.3.3."""

from collections.abc import Mapping

from app.engine.paint.objects import Document, Value, array, text_string


def bookmark(document: Document, title: str, page: Value) -> Mapping[str, Value]:
    """Enter one bookmark that shows a page whole; return what the catalogue says of it. page: a reference."""
    root, root_reference = document.add_open()
    entry = document.add({"Title": text_string(title), "Parent": root_reference, "Dest": array(page, "/Fit")})
    root.update(Type="/Outlines", First=entry, Last=entry, Count=1)
    return {"Outlines": root_reference}
