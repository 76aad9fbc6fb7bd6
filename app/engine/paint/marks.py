"""Crop marks: where the guillotine cuts."""

from collections.abc import Iterator

from app.engine.paint.numbers import row
from app.engine.paint.objects import Document, Value
from app.engine.sheet import Sheet
from app.engine.units import MM

_GAP = 1 * MM
_LENGTH = 5 * MM
_WIDTH = 0.25


def registration_space(document: Document) -> Value:
    """Return the colour space that prints on every plate. Source: ISO 32000-1, 8.6.6.4, colorant All."""
    tint = {"FunctionType": 2, "Domain": "[0 1]", "C0": "[0 0 0 0]", "C1": "[1 1 1 1]", "N": 1}
    return document.add_array("/Separation", "/All", "/DeviceCMYK", document.add(tint))


def crop_marks(sheet: Sheet, space: str) -> Iterator[str]:
    """Yield the operators that draw the marks, in the scene's space. space: name of the registration colour space."""
    yield f"/Artifact <</Type /Page>> BDC\nq {space} CS 1 SCN {_WIDTH} w"
    for line in _lines(sheet):
        yield f"{row(line[:2])} m {row(line[2:])} l S"
    yield "Q\nEMC"


def _lines(sheet: Sheet) -> Iterator[tuple[float, float, float, float]]:
    """Yield the ends of every mark; none reaches into the bleed."""
    trim, near = sheet.trim_box, sheet.bleed + _GAP
    far = near + _LENGTH
    for x in (trim.x, trim.right):
        yield x, trim.y - near, x, trim.y - far
        yield x, trim.bottom + near, x, trim.bottom + far
    for y in (trim.y, trim.bottom):
        yield trim.x - near, y, trim.x - far, y
        yield trim.right + near, y, trim.right + far, y
