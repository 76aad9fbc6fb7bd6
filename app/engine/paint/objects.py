"""The PDF document: ReportLab's object model, and the only place that reaches into it.

ReportLab's canvas is not used. It puts an unembedded Helvetica, an empty /Trans and untagged operators on every page
and keeps settings in modules, all of which PDF/X-4, PDF/UA-1 or threads forbid. Its document model numbers, formats
and cross-references objects well, and holds no state outside the document.
"""

import zlib
from collections.abc import Mapping
from typing import Any

from reportlab.pdfbase import pdfdoc

from app.engine.paint.numbers import row

# Of 0 to 9. Level 6 takes four times as long for files that are 3 % smaller.
_LEVEL = 4

Value = object
"""What stands in a dictionary: an object or reference of ReportLab, a number, or a literal as str, such as "true"."""


class Stream(pdfdoc.PDFStream):
    """Bytes with a dictionary. Unlike ReportLab's it ends its data with a line break, as ISO 32000-1, 7.3.8.1 asks."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        head = dictionary({**self.dictionary.dict, "Length": len(self.content)}).format(document)
        return b"".join((head, b"\nstream\n", self.content, b"\nendstream\n"))


def name(text: str) -> str:
    """Return a PDF name."""
    return pdfdoc.PDFName(text)


def literal(text: str) -> str:
    """Return an ASCII string in parentheses. Raises UnicodeEncodeError for anything else."""
    text.encode("ascii")
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"({escaped})"


def text_string(text: str) -> str:
    """Return any text as a hexadecimal UTF-16 string."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def numbers(*values: float, places: int = 3) -> str:
    """Return an array of numbers."""
    return f"[{row(values, places)}]"


def dictionary(entries: Mapping[str, Value]) -> pdfdoc.PDFDictionary:
    return pdfdoc.PDFDictionary(dict(entries))


def array(*values: Value) -> pdfdoc.PDFArray:
    return pdfdoc.PDFArray(values)


class Document:
    """One PDF 1.6 file in the making."""

    def __init__(self) -> None:
        # Half of what is used here is absent from ReportLab's published types.
        self._model: Any = pdfdoc.PDFDocument(invariant=1, pdfVersion=(1, 6))
        # ReportLab opens every document with an empty dictionary for fonts; all pages and forms share it.
        shared: Any = self._model.idToObject[pdfdoc.BasicFonts]
        self.fonts: dict[str, Value] = shared.dict
        self.fonts_reference: Value = pdfdoc.PDFObjectReference(pdfdoc.BasicFonts)

    def add(self, entries: Mapping[str, Value]) -> Value:
        """Enter a dictionary and return a reference to it."""
        return self._model.Reference(dictionary(entries))

    def add_open(self) -> tuple[dict[str, Value], Value]:
        """Enter a dictionary that is filled later; return it with a reference to it."""
        entered = dictionary({})
        return entered.dict, self._model.Reference(entered)

    def add_array(self, *values: Value) -> Value:
        """Enter an array and return a reference to it."""
        return self._model.Reference(array(*values))

    def add_stream(self, entries: Mapping[str, Value], data: bytes, *, deflate: bool = True) -> Value:
        """Enter a stream and return a reference to it. data: is deflated here, unless told otherwise."""
        entries = {**entries, "Filter": "/FlateDecode"} if deflate else entries
        content = zlib.compress(data, _LEVEL) if deflate else data
        return self._model.Reference(Stream(dictionary(entries), content))

    def add_page(self) -> tuple[dict[str, Value], Value]:
        """Enter a page, the document's last, that is filled later; return it with a reference to it."""
        page = dictionary({"Type": "/Page", "Parent": self._model.Reference(self._model.Pages)})
        self._model.Pages.addPage(page)
        return page.dict, self._model.Reference(page)

    def finish(self, *, catalog: Mapping[str, Value], info: Mapping[str, Value], identity: bytes) -> bytes:
        """Return the file. identity: 16 bytes that name it."""
        model = self._model
        model.Catalog = dictionary({**catalog, "Type": "/Catalog", "Pages": model.Reference(model.Pages)})
        model.info = dictionary(info)
        mark = identity.hex().encode()
        model._ID = b"[<" + mark + b"><" + mark + b">]\n"
        data: bytes = model.format()
        return data
