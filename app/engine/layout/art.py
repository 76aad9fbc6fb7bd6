"""Art of an artboard, carried over to a sheet."""

from collections.abc import Iterable
from dataclasses import replace
from functools import singledispatch

from app.engine.geometry import Matrix, Path, Rect
from app.engine.scene import ClipBegin, Fill, GroupBegin, Paint, Stroke
from app.engine.scene.items import LinearGradient, RadialGradient
from app.engine.template import ArtItem


def carried(items: Iterable[ArtItem], matrix: Matrix) -> tuple[ArtItem, ...]:
    """Return the items with every coordinate mapped."""
    return tuple(_carry(item, matrix) for item in items)


@singledispatch
def _carry(item: ArtItem, matrix: Matrix) -> ArtItem:
    return item  # ends of clips and groups have no place


@_carry.register
def _(item: Fill, matrix: Matrix) -> ArtItem:
    return replace(item, path=item.path.transformed(matrix), paint=_paint(item.paint, matrix))


@_carry.register
def _(item: Stroke, matrix: Matrix) -> ArtItem:
    return replace(item, matrix=item.matrix.then(matrix), paint=_paint(item.paint, matrix))


@_carry.register
def _(item: ClipBegin, matrix: Matrix) -> ArtItem:
    return replace(item, path=item.path.transformed(matrix))


@_carry.register
def _(item: GroupBegin, matrix: Matrix) -> ArtItem:
    return replace(item, box=Path.rect(item.box).transformed(matrix).bounds)


def _paint(paint: Paint, matrix: Matrix) -> Paint:
    if isinstance(paint, LinearGradient | RadialGradient):
        return replace(paint, matrix=paint.matrix.then(matrix))
    return paint


def fitted(source: Rect, target: Rect) -> Matrix:
    """Return the map that lays one rectangle over another, each axis for itself."""
    sx, sy = target.width / source.width, target.height / source.height
    return Matrix(sx, 0, 0, sy, target.x - source.x * sx, target.y - source.y * sy)
