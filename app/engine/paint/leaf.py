"""The page that a scene is put on: its size, its boxes and where the scene lies on it."""

from dataclasses import dataclass, field

from app.engine.geometry import Matrix, Rect, Size
from app.engine.imposition import fit
from app.engine.sheet import Sheet
from app.engine.units import MM

SLUG = 10 * MM
"""Room around the trim for bleed and crop marks, at least."""

_BEYOND_BLEED = 7 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page in pt, y upwards.

    base: from the scene to the page. boxes: the scene's boxes by the name of the page box they become.
    window: the part of the scene that may show.
    """

    media: Size
    base: Matrix
    boxes: dict[str, Rect] = field(default_factory=dict)
    window: Rect

    def on_page(self, box: Rect) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of a box of the scene."""
        one, other = self.base.apply(box.x, box.bottom), self.base.apply(box.right, box.y)
        return *one, *other


def press_leaf(sheet: Sheet, *, marks: bool, scale: int = 1) -> Leaf:
    """The trim with its bleed, and room for marks if they are wanted. scale: how much smaller all of it is."""
    margin = max(SLUG, sheet.bleed + _BEYOND_BLEED) if marks else sheet.bleed
    paper = sheet.trim_box.grown(margin)
    size = 1 / scale
    return Leaf(
        media=Size(paper.width * size, paper.height * size),
        base=Matrix(size, 0, 0, -size, margin * size, paper.bottom * size),
        boxes={"TrimBox": sheet.trim_box, "BleedBox": sheet.bleed_box},
        window=sheet.bleed_box,
    )


def screen_leaf(sheet: Sheet) -> Leaf:
    """The trim alone."""
    return Leaf(media=sheet.trim, base=Matrix(1, 0, 0, -1, 0, sheet.trim.height), window=sheet.trim_box)


def placed_leaf(sheet: Sheet, place: Rect, media: Size) -> Leaf:
    """The trim at a place of a larger page. place: in pt from the page's top left. media: the page."""
    scale = place.width / sheet.trim.width
    return Leaf(media=media, base=Matrix(scale, 0, 0, -scale, place.x, media.height - place.y), window=sheet.trim_box)


def home_leaf(sheet: Sheet, paper: Size) -> Leaf:
    """The trim as large as it fits into a sheet of paper less the edge, centred; the paper lies as the poster does.

    paper: in pt, either way round. Raises ValueError for paper that is all edge.
    """
    found = fit(sheet.trim, paper)
    return placed_leaf(sheet, found.place, found.sheet)
