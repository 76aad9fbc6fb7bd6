"""What lies below: the opaque items that are painted so far, each with the clips it is painted through."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.engine.color import Cmyk, Ink, Rgb
from app.engine.geometry import Matrix, Path, Rect
from app.engine.scene import ClipBegin, Fill, GlyphRun, Picture, Stroke

Painted = Fill | Stroke | GlyphRun | Picture

PAPER = Ink(cmyk=Cmyk(0, 0, 0, 0), srgb=Rgb(255, 255, 255))

# Of type, in sizes: no letter reaches further from its line.
_LETTER = 1.5


class Layer(NamedTuple):
    """An opaque item and the clips around it, the outermost first."""

    item: Painted
    clips: tuple[ClipBegin, ...]


@dataclass(frozen=True, slots=True)
class Below:
    """What lies below an area, in paint order. on_paper: whether paper may be seen there."""

    layers: tuple[Layer, ...]
    on_paper: bool

    @property
    def ink(self) -> Ink | None:
        """The one ink that covers the whole area; None for anything else."""
        if not self.layers:
            return PAPER
        item = self.layers[0].item
        if len(self.layers) == 1 and not self.on_paper and isinstance(item, Fill) and isinstance(item.paint, Ink):
            return item.paint
        return None


@dataclass(slots=True)
class Ground:
    """Everything that is painted so far."""

    layers: list[Layer] = field(default_factory=list)

    def below(self, area: Rect) -> Below:
        """Return what can be seen in an area; what is hidden there by something above it is left out."""
        found: list[Layer] = []
        for layer in reversed(self.layers):
            reach = _clipped(extent(layer.item), layer.clips)
            if reach is None or reach.intersection(area) is None:
                continue
            found.append(layer)
            if _covers(layer, area):
                return Below(tuple(reversed(found)), on_paper=False)
        return Below(tuple(reversed(found)), on_paper=True)


def visible(box: Rect, clips: Sequence[ClipBegin], window: Rect) -> Rect | None:
    """Return the part of a box that clips and the page leave; None where nothing is left."""
    inside = box.intersection(window)
    return _clipped(inside, clips) if inside else None


def _clipped(box: Rect, clips: Sequence[ClipBegin]) -> Rect | None:
    left: Rect | None = box
    for clip in clips:
        left = left.intersection(clip.path.bounds) if left and clip.path else None
    return left


def extent(item: Painted) -> Rect:
    """Return a box that holds everything an item paints. Its outline must not be empty."""
    match item:
        case Fill():
            return item.path.bounds
        case Picture():
            return item.box
        case Stroke():
            pen = item.width * item.matrix.scale / 2 * max(item.miter_limit, 2)
            return item.path.transformed(item.matrix).bounds.grown(pen)
    far = _LETTER * item.size
    box = Rect.between(
        item.origin.x - far, item.origin.y - far, item.origin.x + item.advance + far, item.origin.y + far
    )
    return Path.rect(box).transformed(item.matrix).bounds if item.matrix else box


def outline(run: GlyphRun) -> Path:
    """Return the letters of a run as one outline of the scene."""
    em = Matrix.scaling(run.size)
    letters = Path(())
    for glyph in run.glyphs:
        place = Matrix.translation(run.origin.x + glyph.x, run.origin.y + glyph.y)
        letters += run.face.outline(glyph.gid).transformed(em.then(place))
    return letters.transformed(run.matrix) if run.matrix else letters


def _covers(layer: Layer, area: Rect) -> bool:
    """Return whether an item hides an area as a whole, as far as rectangles tell."""
    item = layer.item
    if isinstance(item, Picture):
        box: Rect | None = item.box
    else:
        box = _box_of(item.path) if isinstance(item, Fill) else None
    boxes = [box, *(_box_of(clip.path) for clip in layer.clips)]
    return all(found is not None and found.contains(area) for found in boxes)


def _box_of(path: Path) -> Rect | None:
    """Return the upright rectangle that an outline is; None for any other shape."""
    if [verb for verb, _ in path.segments] not in (["M", "L", "L", "L", "Z"], ["M", "L", "L", "L", "L", "Z"]):
        return None
    corners = [xy for _, xy in path.segments if xy]
    upright = all(
        abs(one[0] - other[0]) < 1e-6 or abs(one[1] - other[1]) < 1e-6
        for one, other in zip(corners, [*corners[1:], corners[0]], strict=True)
    )
    box = path.bounds
    at_corners = all(
        min(abs(x - box.x), abs(x - box.right)) < 1e-6 and min(abs(y - box.y), abs(y - box.bottom)) < 1e-6
        for x, y in corners
    )
    return box if upright and at_corners else None
