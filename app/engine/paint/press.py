"""The file for a print shop.

Sources: ISO 15930-7 (PDF/X-4) and ISO 15930-4 (PDF/X-1a:2003).
"""

import zlib
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple, ParamSpec

from app.engine.color import PrintCondition
from app.engine.paint.flat import flattened
from app.engine.paint.inks import PressInks
from app.engine.paint.leaf import press_leaf
from app.engine.paint.marks import crop_marks, registration_space
from app.engine.paint.objects import Document, Value, array, literal
from app.engine.paint.pictures import Pictures
from app.engine.paint.single import SingleFile
from app.engine.scene import Item, Scene
from app.engine.sheet import Standard

P = ParamSpec("P")

FLAT_PPI = 300.0
"""Density of what a file without transparency must hold as pixels, on the sheet as it is printed."""


class _Kind(NamedTuple):
    """What a standard calls itself. pdf: the version of PDF that it stands on. is_flat: without transparency."""

    version: str
    pdf: tuple[int, int]
    is_flat: bool


_KINDS: dict[Standard, _Kind] = {
    "x4": _Kind("PDF/X-4", (1, 6), is_flat=False),
    "x1a": _Kind("PDF/X-1a:2003", (1, 4), is_flat=True),
}


def print_pieces(
    scene: Scene,
    *,
    pictures: Pictures,
    condition: PrintCondition,
    date: datetime,
    marks: bool = False,
    standard: Standard = "x4",
    scale: int = 1,
    ppi: float = FLAT_PPI,
    overlay: tuple[Item, ...] = (),
) -> tuple[bytes, ...]:
    """Return the file for a print shop, in pieces: PDF/X and PDF/UA-1 at once, CMYK, with bleed.

    date: with a time zone; decides the file's dates and its identity. marks: whether crop marks stand in the slug.
    scale: how much larger it is to be printed; everything in the file is smaller by that. ppi: of what becomes pixels
    where the standard knows no transparency. overlay: items painted last, such as the watermark of a proof.
    """
    kind = _KINDS[standard]
    items = (*scene.items, *overlay)
    if kind.is_flat:
        window = scene.sheet.bleed_box
        items, pictures = flattened(items, window=window, pictures=pictures, condition=condition, ppi=ppi)
    document = Document(kind.pdf)
    leaf = press_leaf(scene.sheet, marks=marks, scale=scale)
    file = SingleFile(scene, document=document, policy=PressInks(pictures), leaf=leaf)
    file.paint(items)
    if marks:
        _add_marks(file, scene, document)
    return file.finish(
        date,
        press_version=kind.version,
        subject=_scaled(scale),
        is_flat=kind.is_flat,
        catalog={"OutputIntents": array(_output_intent(condition, document))},
    )


def _joined(pieces: Callable[P, tuple[bytes, ...]]) -> Callable[P, bytes]:
    """Return a painter that gives whole what another one gives in pieces."""

    def paint(*args: P.args, **how: P.kwargs) -> bytes:
        return b"".join(pieces(*args, **how))

    return paint


paint_print = _joined(print_pieces)
"""Return the same file whole."""


def _add_marks(file: SingleFile, scene: Scene, document: Document) -> None:
    content = file.painter.content
    space = content.resource("ColorSpace", "All", registration_space(document))
    for operator in crop_marks(scene.sheet, space):
        content.add(operator)


def _scaled(scale: int) -> str:
    """Return what the file says of its scale, in the languages of those who print it."""
    part = f"1:{scale}"
    return f"Schaal {part} – Échelle {part} – Scale {part} (→ {100 * scale} %)" if scale > 1 else ""


def _output_intent(condition: PrintCondition, document: Document) -> Value:
    profile = document.add_stream(
        {"N": 4, "Alternate": "/DeviceCMYK", "Filter": "/FlateDecode"}, _deflated_profile(condition), deflate=False
    )
    return document.add(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFX",
            "OutputConditionIdentifier": literal(condition.identifier),
            "RegistryName": literal(condition.registry),
            "Info": literal(condition.identifier),
            "DestOutputProfile": profile,
        }
    )


@lru_cache(maxsize=4)
def _deflated_profile(condition: PrintCondition) -> bytes:
    return zlib.compress(condition.icc, 9)
