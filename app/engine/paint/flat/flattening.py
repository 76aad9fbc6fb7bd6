"""From a scene with transparency to one without, item by item, in paint order.

Three ways, the sharpest that holds: an area over one ink becomes an area of the mixed ink. An area of one ink over
anything becomes that same thing painted once more inside the area, each of its inks mixed, its photos veiled. What is
left, such as soft edges over a photo, becomes pixels of ink.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from app.engine.color import Ink, PrintCondition
from app.engine.geometry import Path, Rect
from app.engine.paint.flat.ground import PAPER, Below, Ground, Layer, Painted, extent, outline, visible
from app.engine.paint.flat.mixing import laid, over, veiled
from app.engine.paint.flat.pixels import Pixels, narrowed
from app.engine.paint.pictures import Pictures
from app.engine.photo import Veil
from app.engine.scene import (
    ClipBegin,
    ClipEnd,
    Fill,
    GlyphRun,
    GroupBegin,
    GroupEnd,
    Item,
    Picture,
    Stroke,
)

# Painting so many items once more makes a file heavier than pixels do.
_MOST_LAYERS = 400


class Flattened(NamedTuple):
    """A scene's items without transparency, and the pictures that they show: those given and those made for them."""

    items: tuple[Item, ...]
    pictures: Pictures


def flattened(
    items: Sequence[Item], *, window: Rect, pictures: Pictures, condition: PrintCondition, ppi: float
) -> Flattened:
    """Return items that look as these do and hold nothing see-through.

    window: the part of the scene that may show. ppi: of what becomes pixels, at the scene's own size.
    Text stays text unless it lies below something see-through; there its letters are painted as areas.
    """
    pixels = Pixels(pictures, condition, ppi)
    return Flattened(items=tuple(_Flattening(window, pixels).run(items)), pictures=pixels)


def flattened_outlines(items: Sequence[Item], *, window: Rect) -> tuple[Item, ...]:
    """Return items that look as these do, with nothing see-through but what only pixels could say. window: as above."""
    return tuple(_Flattening(window, None).run(items))


@dataclass(slots=True)
class _Flattening:
    """One scene on its way. ground: what is painted so far. clips: those that are open.

    pixels: None where none may be made; what would need them stays see-through then.
    """

    window: Rect
    pixels: Pixels | None
    ground: Ground = field(default_factory=Ground)
    clips: list[ClipBegin] = field(default_factory=list)

    def run(self, items: Sequence[Item]) -> Iterator[Item]:
        queue = iter(items)
        for item in queue:
            match item:
                case GroupBegin():
                    yield from self._group(item, _until_end(queue))
                case Fill() | Stroke() if item.opacity < 1:
                    yield from self._see_through(item, item.opacity)
                case Picture() if item.source.has_alpha:
                    yield from self._soft(item)
                case Fill() | Stroke() | GlyphRun() | Picture():
                    yield from self._opaque((Layer(item, ()),))
                case _:
                    self._follow(item)
                    yield item

    def _follow(self, item: Item) -> None:
        if isinstance(item, ClipBegin):
            self.clips.append(item)
        elif isinstance(item, ClipEnd):
            self.clips.pop()

    def _opaque(self, layers: Sequence[Layer]) -> Iterator[Item]:
        """Yield layers with their clips, and remember them as ground."""
        for item, clips in layers:
            yield from clips
            yield item
            yield from (ClipEnd() for _ in clips)
            if _paints(item):
                self.ground.layers.append(Layer(item, (*self.clips, *clips)))

    def _area(self, item: Painted) -> Rect | None:
        """Return where an item can be seen; None where nothing of it can."""
        return visible(extent(item), self.clips, self.window) if _paints(item) else None

    # One see-through item

    def _see_through(self, item: Fill | Stroke, opacity: float) -> Iterator[Item]:
        area = self._area(item)
        if area is None or opacity <= 0:
            return
        below = self.ground.below(area)
        layers = self._resolved(item, opacity, below) or self._as_pixels((item,), area, below)
        yield from self._opaque(layers) if layers else (item,)

    def _resolved(self, item: Fill | Stroke, opacity: float, below: Below) -> tuple[Layer, ...]:
        """Return what an item of some opacity makes of what is below it; nothing where only pixels can say it."""
        if below.ink is not None:
            return (Layer(replace(item, paint=laid(item.paint, below.ink, opacity), opacity=1.0), ()),)
        if isinstance(item, Stroke) or not isinstance(item.paint, Ink) or len(below.layers) > _MOST_LAYERS:
            return ()
        if self.pixels is None and any(isinstance(layer.item, Picture) for layer in below.layers):
            return ()
        inside = ClipBegin(path=item.path, rule=item.rule)
        paper = (Layer(Fill(path=Path.rect(item.path.bounds), paint=over(PAPER, item.paint, opacity)), ()),)
        again = (*(paper if below.on_paper else ()), *below.layers)
        return tuple(
            Layer(veil, (inside, *layer.clips))
            for layer in again
            if (veil := self._veiled(layer.item, item.paint, opacity, item.path.bounds)) is not None
        )

    def _veiled(self, item: Painted, ink: Ink, opacity: float, area: Rect) -> Painted | None:
        """Return what can be seen of an opaque item below an ink of some opacity; None for nothing."""
        match item:
            case Fill() | Stroke():
                return replace(item, paint=veiled(item.paint, ink, opacity))
            case GlyphRun():
                letters = outline(item)
                return Fill(path=letters, paint=over(item.ink, ink, opacity)) if letters else None
        part = narrowed(item, area)
        return self.pixels.veiled(part, Veil(ink, opacity)) if part and self.pixels else None

    def _as_pixels(self, items: Sequence[Item], area: Rect, below: Below) -> tuple[Layer, ...]:
        """Return pixels of some items over what is below them; nothing where none may be made."""
        if self.pixels is None:
            return ()
        return (Layer(self.pixels.drawn((*_unrolled(below.layers), *items), area), ()),)

    # Pictures with soft edges

    def _soft(self, picture: Picture) -> Iterator[Item]:
        if self._area(picture) is None:
            return
        if self.pixels is None:
            yield picture
            return
        below = self.ground.below(picture.box)
        yield from self._opaque(self._composed(picture, below, self.pixels))

    def _composed(self, picture: Picture, below: Below, pixels: Pixels) -> tuple[Layer, ...]:
        if below.ink is not None:
            return pixels.composed(picture, below.ink)
        items = _unrolled(below.layers)
        return pixels.composed(picture, lambda area, size: pixels.plates(items, area, size))

    # Groups

    def _group(self, group: GroupBegin, items: Sequence[Item]) -> Iterator[Item]:
        area = visible(group.box, self.clips, self.window)
        if area is None or group.opacity <= 0:
            return
        layers = self._members(items, group.opacity)
        if layers is None:
            whole = (group, *items, GroupEnd())
            layers = self._as_pixels(whole, area, self.ground.below(area))
            if self.pixels is None:
                yield from whole
        yield from self._opaque(layers)

    def _members(self, items: Sequence[Item], opacity: float) -> tuple[Layer, ...] | None:
        """Return what each member of a group makes of what lies below the group: a later one hides an earlier one.

        None where only pixels can say it.
        """
        found: list[Layer] = []
        clips: list[ClipBegin] = []
        for item in items:
            match item:
                case ClipBegin():
                    clips.append(item)
                case ClipEnd():
                    clips.pop()
                case Fill() | Stroke() if item.opacity == 1:
                    area = visible(extent(item), (*self.clips, *clips), self.window) if _paints(item) else None
                    resolved = self._resolved(item, opacity, self.ground.below(area)) if area else ()
                    if area and not resolved:
                        return None
                    found += [Layer(each.item, (*clips, *each.clips)) for each in resolved]
                case _:
                    return None
        return tuple(found)


def _paints(item: Painted) -> bool:
    match item:
        case Fill():
            return bool(item.path)
        case Stroke():
            return bool(item.path) and item.width > 0
        case GlyphRun():
            return bool(item.glyphs)
    return True


def _until_end(queue: Iterator[Item]) -> tuple[Item, ...]:
    """Return the members of a group that has begun, groups inside it whole."""
    found: list[Item] = []
    depth = 1
    for item in queue:
        depth += isinstance(item, GroupBegin) - isinstance(item, GroupEnd)
        if not depth:
            break
        found.append(item)
    return tuple(found)


def _unrolled(layers: Sequence[Layer]) -> tuple[Item, ...]:
    return tuple(item for layer in layers for item in (*layer.clips, layer.item, *(ClipEnd() for _ in layer.clips)))
