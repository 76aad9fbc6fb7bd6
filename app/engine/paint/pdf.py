"""The PDF files of one page for screens: for a web site, and the twin that pictures are made from."""

from datetime import datetime

from app.engine.color import PrintCondition
from app.engine.paint.assembly import fill_page
from app.engine.paint.inks import ScreenInks
from app.engine.paint.leaf import screen_leaf
from app.engine.paint.objects import Document
from app.engine.paint.page import PagePainter
from app.engine.paint.pictures import Pictures
from app.engine.paint.settled import settled
from app.engine.paint.single import SingleFile
from app.engine.scene import Item, Scene

WEB_PPI = 150.0


def paint_web(
    scene: Scene,
    *,
    pictures: Pictures,
    condition: PrintCondition,
    date: datetime,
    ppi: float = WEB_PPI,
    overlay: tuple[Item, ...] = (),
) -> bytes:
    """Return a small file for a web site: sRGB, the trim alone, PDF/UA-1, with live links."""
    leaf = screen_leaf(scene.sheet)
    items, pictures = settled(scene.items, window=scene.sheet.trim_box, pictures=pictures, condition=condition, ppi=ppi)
    file = SingleFile(
        scene, document=Document(), policy=ScreenInks(pictures, condition, ppi=ppi), leaf=leaf, links=True
    )
    file.paint((*items, *overlay))
    return b"".join(file.finish(date))


def paint_twin(scene: Scene, *, pictures: Pictures, condition: PrintCondition, ppi: float) -> bytes:
    """Return what a screen shows of the print, for rasterising only: the trim alone, sRGB, without tags.

    ppi: density of pictures at the trim's own size.
    """
    document, leaf = Document(packed=False), screen_leaf(scene.sheet)
    items, pictures = settled(scene.items, window=scene.sheet.trim_box, pictures=pictures, condition=condition, ppi=ppi)
    policy = ScreenInks(pictures, condition, ppi=ppi)
    painter = PagePainter(document=document, policy=policy, base=leaf.base, structure=None)
    painter.paint(items)
    page, _ = document.add_page()
    fill_page(page, leaf, painter.finish(), painter, document, policy)
    return document.finish(catalog={}, info={}, identity=bytes(16))
