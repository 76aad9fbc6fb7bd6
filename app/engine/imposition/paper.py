"""The paper of a printer at home, and what of it can be printed on."""

from collections.abc import Mapping
from typing import NamedTuple

from app.engine.geometry import Rect, Size
from app.engine.sheet import FORMATS, Paper
from app.engine.units import MM

HOME_EDGE = 5 * MM
"""What a printer at home leaves white."""

SAFE_EDGE = 12 * MM
"""What printers leave white that hold the paper by its end until the last: some inkjets do."""

SLIP = 6 * MM
"""The height of the strip of a sheet on which its number and a ruler stand."""

PAPERS: Mapping[Paper, Size] = {"a4": FORMATS["a4"].trim, "a3": FORMATS["a3"].trim}
"""Sheets in pt, upright."""


class Fitting(NamedTuple):
    """A poster on one sheet. sheet: in pt, as the poster lies. place: of its trim. scale: of true size."""

    sheet: Size
    place: Rect
    scale: float


def fit(trim: Size, paper: Size) -> Fitting:
    """Return a trim as large as it fits on a sheet of paper less the edge, centred; the paper lies as the poster does.

    paper: in pt, either way round. Raises ValueError for paper that is all edge.
    """
    if min(paper) <= 2 * HOME_EDGE:
        raise ValueError(f"paper of {min(paper):.1f} pt is all edge")
    sheet = turned(paper, lying=trim.width > trim.height)
    room = printable(sheet)
    scale = min(room.width / trim.width, room.height / trim.height)
    width, height = scale * trim.width, scale * trim.height
    return Fitting(sheet, Rect((sheet.width - width) / 2, (sheet.height - height) / 2, width, height), scale)


def turned(paper: Size, *, lying: bool) -> Size:
    """Return a sheet upright or lying."""
    short, long = sorted(paper)
    return Size(long, short) if lying else Size(short, long)


def printable(sheet: Size, edge: float = HOME_EDGE) -> Rect:
    """Return the part of a sheet that a printer reaches. edge: what it leaves white, in pt."""
    return Rect(0, 0, *sheet).grown(-edge)
