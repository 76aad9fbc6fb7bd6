"""QR codes: as large as their frame, their squares as coarse as the address allows."""

from dataclasses import dataclass
from functools import lru_cache

import segno

from app.engine.brand import BrandKit, measure
from app.engine.geometry import Path, Rect
from app.engine.sheet import Sheet
from app.engine.units import MM, PX_SCREEN

# From the most to the least that a code can mend. Source: ISO/IEC 18004, 7.5.1.
_LEVELS = "HQML"

# What a code holds at any level, in bytes. Source: ISO/IEC 18004, table 7, version 40 at level H.
_MOST_BYTES = 1273


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedQr:
    """A QR code. box: with its quiet zone. module: side of one square, in pt. modules: the dark squares."""

    box: Rect
    module: float
    modules: Path


def may_be_drawn(url: str) -> bool:
    """Return whether a code can hold an address at all; rules judge whether it should."""
    return 0 < len(url.encode()) <= _MOST_BYTES


def qr_code(url: str, frame: Rect, brand: BrandKit, sheet: Sheet) -> PlacedQr:
    """Draw a QR code as large as its frame, quiet zone included.

    The error correction is the brand's; it gives way only where the squares would get finer than the format allows.
    """
    length = min(frame.width, frame.height)
    box = Rect(frame.x + (frame.width - length) / 2, frame.y + (frame.height - length) / 2, length, length)
    quiet, least = brand.qr.quiet_zone, smallest_module(brand, sheet)
    for level in _LEVELS[_LEVELS.index(brand.qr.error_correction) :]:
        matrix = _matrix(url, level)
        module = length / (len(matrix) + 2 * quiet)
        if module >= least:
            break
    return PlacedQr(box=box, module=module, modules=_squares(matrix, box, module, quiet))


def smallest_module(brand: BrandKit, sheet: Sheet) -> float:
    """Return the finest square that a QR code may have on a sheet, in pt."""
    unit = PX_SCREEN if sheet.format.unit == "px" else MM
    return measure(brand.qr.module, sheet.format) * unit


# Choosing the best mask is most of the work, and an address stays while the words around it change.
@lru_cache(maxsize=256)
def _matrix(url: str, level: str) -> tuple[bytes, ...]:
    """Return the rows of a code, 1 for a dark square."""
    return tuple(bytes(row) for row in segno.make_qr(url, error=level, boost_error=False).matrix)


@lru_cache(maxsize=64)
def _squares(matrix: tuple[bytes, ...], box: Rect, module: float, quiet: int) -> Path:
    """Return the dark squares as one path, neighbours in a row merged so that no hairline shows between them."""
    path: list[Rect] = []
    for row, cells in enumerate(matrix):
        column = 0
        while column < len(cells):
            run = column
            while run < len(cells) and cells[run]:
                run += 1
            if run > column:
                x, y = box.x + (quiet + column) * module, box.y + (quiet + row) * module
                path.append(Rect(x, y, (run - column) * module, module))
            column = max(run, column + 1)
    return Path(tuple(segment for rect in path for segment in Path.rect(rect).segments))
