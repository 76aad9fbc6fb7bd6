"""What a painter puts down; nothing is left to decide.

Lengths in pt, origin at the trim's top left, y downwards.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from app.engine.color import Ink, Stop
from app.engine.fonts import Face
from app.engine.geometry import FillRule, Matrix, Path, Point, Rect
from app.engine.photo import Crop, PhotoSource, Treatment

Cap = Literal["butt", "round", "square"]
Join = Literal["miter", "round", "bevel"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinearGradient:
    """Colours along a line. `matrix` maps the line's own space into the scene's."""

    start: Point
    end: Point
    stops: tuple[Stop, ...]
    matrix: Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class RadialGradient:
    """Colours between two circles. `matrix` maps the circles' own space into the scene's."""

    focus: Point
    focus_radius: float
    center: Point
    radius: float
    stops: tuple[Stop, ...]
    matrix: Matrix


Paint = Ink | LinearGradient | RadialGradient


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """A filled outline."""

    path: Path
    paint: Paint
    rule: FillRule = "nonzero"
    opacity: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A drawn outline. `path` and lengths are in the space that `matrix` maps into the scene's.

    The pen is bent by the matrix too, as SVG asks.
    """

    path: Path
    paint: Paint
    width: float
    matrix: Matrix
    cap: Cap = "butt"
    join: Join = "miter"
    miter_limit: float = 4.0
    dashes: tuple[float, ...] = ()
    dash_offset: float = 0.0
    opacity: float = 1.0


class Glyph(NamedTuple):
    """One glyph. x, y: of its origin from the run's, in pt, y downwards. cluster: index into the run's text."""

    gid: int
    x: float
    y: float
    cluster: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GlyphRun:
    """Glyphs of one face and one direction, in visual order from left to right.

    text: what they say, in logical order; concatenated over the scene it is what a reader extracts.
    size: in pt. origin: of the pen, on the base line. level: bidi embedding level (odd = right to left).
    matrix: turns the run about the scene's origin, for imprints that stand upright.
    continues: the word that this run ends with goes on in the next run, as a rule on the next line, without white
    space; a reader must get both as one word, less the U+00AD between them.
    """

    face: Face
    size: float
    origin: Point
    glyphs: tuple[Glyph, ...]
    advance: float
    text: str
    level: int
    script: str
    language: str
    ink: Ink
    matrix: Matrix | None = None
    continues: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Pixels in a box. The box shows the crop whole; a mask around it is a Clip.

    print_ppi: density at which a print painter encodes it at most; more pixels are never invented.
    """

    source: PhotoSource
    crop: Crop
    box: Rect
    treatment: Treatment
    print_ppi: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipBegin:
    """What follows shows only inside the outline, until the matching ClipEnd."""

    path: Path
    rule: FillRule = "nonzero"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipEnd:
    """End of the innermost clip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupBegin:
    """What follows is painted as one and then shown with this opacity, until the matching GroupEnd.

    box: holds all that the group paints.
    """

    opacity: float
    box: Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupEnd:
    """End of the innermost group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagBegin:
    """What follows is content of this role in the document, until TagEnd. Tags do not nest; clips and groups
    lie inside a tag, never across its edge.

    order: place in the reading order (the paint order may differ). box: for Figures. link: address that a
    web PDF makes live.
    """

    slot: str
    role: str
    order: int
    language: str
    alt: str = ""
    actual_text: str = ""
    box: Rect | None = None
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagEnd:
    """End of a tag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtifactBegin:
    """What follows is decoration that a screen reader passes over. slot: whose decoration, if any."""

    kind: Literal["Background", "Layout", "Page"] = "Background"
    slot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtifactEnd:
    """End of an artifact."""


Item = (
    Fill
    | Stroke
    | GlyphRun
    | Picture
    | ClipBegin
    | ClipEnd
    | GroupBegin
    | GroupEnd
    | TagBegin
    | TagEnd
    | ArtifactBegin
    | ArtifactEnd
)
