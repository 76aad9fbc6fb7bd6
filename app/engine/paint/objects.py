"""The PDF document: ReportLab's object model, and the only place that reaches into it.

ReportLab's canvas is not used. It puts an unembedded Helvetica, an empty /Trans and untagged operators on every page
and keeps settings in modules, all of which PDF/X-4, PDF/UA-1 or threads forbid. Its document model numbers, formats
and cross-references objects well, and holds no state outside the document.
"""

import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from reportlab.pdfbase import pdfdoc

from app.engine.paint.numbers import row

# Of 0 to 9. Level 6 takes four times as long for files that are 3 % smaller.
_LEVEL = 4

Value = object
"""What stands in a dictionary: an object or reference of ReportLab, a number, or a literal as str, such as "true"."""


class _Dictionary(pdfdoc.PDFDictionary):
    """As ReportLab's, whose own way asks the settings of the library at every value and takes twice as long."""

    def format(self, document: pdfdoc.PDFDocument, IND: bytes = b"\n ") -> bytes:
        entries = [_key(key) + _formatted(self.dict[key], document) for key in sorted(self.dict)]
        lines = (b" ".join(entries[at : at + 6]) for at in range(0, len(entries), 6))
        return b"<<\n" + b" \n  ".join(lines) + b"\n>>"


class _Array(pdfdoc.PDFArray):
    """As ReportLab's, in less time."""

    def format(self, document: pdfdoc.PDFDocument, IND: bytes = b"\n ") -> bytes:
        values = [_formatted(value, document) for value in self.sequence]
        lines = (b" ".join(values[at : at + 10]) for at in range(0, len(values), 10))
        return b"[ " + b" \n  ".join(lines) + b" ]"


class Stream(pdfdoc.PDFStream):
    """Bytes with a dictionary. Unlike ReportLab's it ends its data with a line break, as ISO 32000-1, 7.3.8.1 asks."""

    def parts(self, document: pdfdoc.PDFDocument) -> tuple[bytes, ...]:
        """Return the object in pieces, of which the data is one: pictures are not copied once more."""
        head = dictionary({**self.dictionary.dict, "Length": len(self.content)}).format(document)
        return head, b"\nstream\n", self.content, b"\nendstream\n"

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        return b"".join(self.parts(document))


@lru_cache(maxsize=1024)
def _key(text: str) -> bytes:
    return name(text).encode("ascii") + b" "


def _formatted(value: object, document: pdfdoc.PDFDocument) -> bytes:
    match value:
        case str():
            return value.encode("ascii")
        case int():
            return b"%d" % value
        case pdfdoc.PDFObjectReference():
            return b"%d %d R" % document.idToObjectNumberAndVersion[value.name]
    formatted: bytes = pdfdoc.format(value, document)
    return formatted


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
    return _Dictionary(dict(entries))


def array(*values: Value) -> pdfdoc.PDFArray:
    return _Array(values)


class Document:
    """One PDF file in the making.

    version: of PDF, 1.6 unless a standard asks for another. packed: whether streams are deflated; a file that is only
    drawn by ourselves and thrown away is made and read faster without.
    """

    def __init__(self, version: tuple[int, int] = (1, 6), *, packed: bool = True) -> None:
        self.version, self._packed = version, packed
        # Half of what is used here is absent from ReportLab's published types.
        self._model: Any = pdfdoc.PDFDocument(invariant=1, pdfVersion=version)
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
        deflate = deflate and self._packed
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
        return b"".join(self.pieces(catalog=catalog, info=info, identity=identity))

    def pieces(self, *, catalog: Mapping[str, Value], info: Mapping[str, Value], identity: bytes) -> tuple[bytes, ...]:
        """Return the file in pieces, of which the data of a picture is one: heavy files are not copied once more."""
        model = self._model
        model.Catalog = dictionary({**catalog, "Type": "/Catalog", "Pages": model.Reference(model.Pages)})
        model.info = dictionary(info)
        mark = identity.hex().encode()
        model._ID = b"[<" + mark + b"><" + mark + b">]\n"
        return _file(model)


def _file(model: Any) -> tuple[bytes, ...]:
    """Return the file in pieces. ReportLab's own writer copies every picture five times."""
    catalog, info = model.Reference(model.Catalog), model.Reference(model.info)
    file = pdfdoc.PDFFile(model._pdfVersion)
    names = list(_written(model, file))
    table = pdfdoc.PDFCrossReferenceTable()
    table.addsection(0, names)
    start = file.add(table.format(model))
    trailer = pdfdoc.PDFTrailer(startxref=start, Size=len(names) + 1, Root=catalog, Info=info, ID=model.ID())
    file.add(trailer.format(model))
    return tuple(file.strings)


def _written(model: Any, file: pdfdoc.PDFFile) -> Iterator[str]:
    """Write every object and yield its name, in the order of their numbers; writing one may enter another."""
    number = 1
    while number in model.numberToId:
        key = model.numberToId[number]
        entered = model.idToObject[key]
        parts = entered.parts(model) if isinstance(entered, Stream) else (entered.format(model), b"\n")
        model.idToOffset[key] = file.add(b"%d 0 obj\n" % number)
        for part in (*parts, b"endobj\n"):
            file.add(part)
        yield key
        number += 1
