"""Files for a printer at home: a poster on one sheet, several on one, or one over many at its true size.

A poster is held once and shown on as many sheets as there are; so are its photos, and the file does not grow with it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.engine.color import PrintCondition
from app.engine.geometry import Matrix, Rect, Size
from app.engine.imposition import PAPERS, CardPlan, TilePlan
from app.engine.paint.book import Book, Layer, Stamp
from app.engine.paint.grays import GrayInks
from app.engine.paint.inks import ScreenInks
from app.engine.paint.leaf import Leaf, home_leaf, placed_leaf, screen_leaf
from app.engine.paint.objects import Value
from app.engine.paint.pictures import Pictures
from app.engine.scene import ArtifactBegin, Scene, TagBegin

HOME_PPI = 200.0
"""Density of pictures on paper in the hand, in px per inch."""

# Of a poster over many sheets: it hangs on a wall.
_TILE_PPI = 150.0

# A reader that scales or prints on both sides spoils the sheets.
_AS_IT_IS: Mapping[str, Value] = {"PrintScaling": "/None", "PickTrayByPDFSize": "true", "Duplex": "/Simplex"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeInks:
    """What a file for home is painted with. gray: whether in black alone."""

    pictures: Pictures
    condition: PrintCondition
    gray: bool = False

    def at(self, ppi: float) -> ScreenInks | GrayInks:
        """Return the policy. ppi: of pictures, on the poster's own scale."""
        return (GrayInks if self.gray else ScreenInks)(self.pictures, self.condition, ppi=ppi)


def paint_home(scene: Scene, *, inks: HomeInks, date: datetime, paper: Size = PAPERS["a4"]) -> bytes:
    """Return the trim fitted to the paper less its white edge: sRGB, PDF/UA-1."""
    leaf = home_leaf(scene.sheet, paper)
    book = Book(inks.at(HOME_PPI * leaf.base.scale), links=False)
    book.add(Layer(leaf=leaf, items=scene.items))
    return book.finish(scene.title, scene.language, date, preferences=_AS_IT_IS)


def paint_cards(scene: Scene, plan: CardPlan, page: Scene, *, inks: HomeInks, date: datetime) -> bytes:
    """Return a sheet of cards. page: what stands around them.

    The first is there to be read; the others repeat it for the eye.
    """
    book = Book(inks.at(HOME_PPI * plan.scale), links=False)
    form = book.form(scene.items, scene.sheet.bleed_box, live=True)
    first, *others = (_card(scene, place, plan) for place in plan.places)
    copies = [Stamp(leaf=leaf, form=form, mark=ArtifactBegin(kind="Layout")) for leaf in others]
    book.add(Layer(leaf=first, items=scene.items), *copies, Layer(leaf=screen_leaf(page.sheet), items=page.items))
    return book.finish(scene.title, scene.language, date, preferences=_AS_IT_IS)


def _card(scene: Scene, place: Rect, plan: CardPlan) -> Leaf:
    """Return how a card lies: it goes on past the cut at the outer edges, and ends where the next one begins."""
    leaf = placed_leaf(scene.sheet, place, plan.sheet)
    return replace(leaf, window=plan.shown(place, scene.sheet.trim))


def paint_tiles(
    scene: Scene,
    plan: TilePlan,
    guide: Scene,
    place: Rect,
    sheets: Sequence[Scene],
    *,
    alts: Sequence[TagBegin],
    inks: HomeInks,
    date: datetime,
) -> bytes:
    """Return a poster over many sheets.

    guide: the first page, which shows the poster at a place and says how the sheets go together; the poster is read
    there, once. sheets: what stands on each sheet beside its part of the poster. alts: what each part is.
    """
    book = Book(inks.at(_TILE_PPI), links=False)
    form = book.form(scene.items, scene.sheet.bleed_box, live=False)
    book.add(
        Layer(leaf=placed_leaf(scene.sheet, place, guide.sheet.trim), items=scene.items),
        Layer(leaf=screen_leaf(guide.sheet), items=guide.items),
    )
    for tile, page, alt in zip(plan.tiles, sheets, alts, strict=True):
        dx, dy = plan.shift(tile)
        leaf = Leaf(media=plan.sheet, base=Matrix(1, 0, 0, -1, dx, plan.sheet.height - dy), window=tile.printed)
        book.add(Stamp(leaf=leaf, form=form, mark=alt), Layer(leaf=screen_leaf(page.sheet), items=page.items))
    return book.finish(scene.title, scene.language, date, preferences=_AS_IT_IS)
