"""Drawings and artboards carried over to a sheet, kept for the next poster: words change, drawings stay.

What is kept also keeps what others derive from it once, such as the bounds of an outline.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Generic, TypeVar

from app.engine.brand import BrandKit
from app.engine.geometry import Matrix
from app.engine.layout.frames import Art, Frame, arranged
from app.engine.layout.inks import inks_of
from app.engine.scene import Item, drawing_items
from app.engine.sheet import Sheet
from app.engine.template import Artboard
from app.engine.vector.drawing import Drawing

T = TypeVar("T")


class _Itself(Generic[T]):
    """A value that is known by identity: to compare outlines would take longer than to place them."""

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.value is self.value

    def __hash__(self) -> int:
        return id(self.value)


def placed_drawing(drawing: Drawing, matrix: Matrix, brand: BrandKit) -> tuple[Item, ...]:
    """Return a drawing as items in the inks of a brand. matrix: of its space into the sheet's."""
    return _drawing(_Itself(drawing), matrix, _Itself(brand))


@lru_cache(maxsize=96)
def _drawing(drawing: _Itself[Drawing], matrix: Matrix, brand: _Itself[BrandKit]) -> tuple[Item, ...]:
    return drawing_items(drawing.value, matrix, inks_of(brand.value))


def placed_artboard(
    artboard: Artboard, sheet: Sheet, chosen: Mapping[str, str], *, mirrored: bool
) -> tuple[Art | Frame, ...]:
    """Return the steps of an artboard on a sheet, as `arranged` says."""
    return _artboard(_Itself(artboard), sheet, tuple(sorted(chosen.items())), mirrored)


@lru_cache(maxsize=96)
def _artboard(
    artboard: _Itself[Artboard], sheet: Sheet, chosen: tuple[tuple[str, str], ...], mirrored: bool
) -> tuple[Art | Frame, ...]:
    return arranged(artboard.value, sheet, dict(chosen), mirrored=mirrored)
