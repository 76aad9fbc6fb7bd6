"""The PDF files of one page: for the press, for a web site, and the twin that pictures are made from."""

import zlib
from datetime import datetime
from functools import lru_cache

from app.engine.color import PrintCondition
from app.engine.geometry import Path
from app.engine.paint.assembly import fill_page, finish_tagged
from app.engine.paint.inks import InkPolicy, PressInks, ScreenInks
from app.engine.paint.leaf import Leaf, press_leaf, screen_leaf
from app.engine.paint.marks import crop_marks, registration_space
from app.engine.paint.metadata import Metadata
from app.engine.paint.objects import Document, Value, array, literal
from app.engine.paint.page import PagePainter
from app.engine.paint.pictures import Pictures
from app.engine.paint.structure import Structure
from app.engine.scene import Item, Scene

WEB_PPI = 150.0


def paint_print(
    scene: Scene,
    *,
    pictures: Pictures,
    condition: PrintCondition,
    date: datetime,
    marks: bool = False,
    overlay: tuple[Item, ...] = (),
) -> bytes:
    """Return the file for a print shop: PDF/X-4 and PDF/UA-1 at once, CMYK, with bleed.

    date: with a time zone; decides the file's dates and its identity. marks: whether crop marks stand in the slug.
    overlay: items painted last, such as the watermark of a proof.
    """
    document = Document()
    file = _File(scene, document=document, policy=PressInks(pictures), leaf=press_leaf(scene.sheet, marks=marks))
    file.paint((*scene.items, *overlay))
    if marks:
        file.paint_marks()
    return file.finish(date, for_press=True, OutputIntents=array(_output_intent(condition, document)))


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
    file = _File(scene, document=Document(), policy=ScreenInks(pictures, condition, ppi=ppi), leaf=leaf, links=True)
    file.paint((*scene.items, *overlay))
    return file.finish(date)


def paint_twin(scene: Scene, *, pictures: Pictures, condition: PrintCondition, ppi: float) -> bytes:
    """Return what a screen shows of the print, for rasterising only: the trim alone, sRGB, without tags.

    ppi: density of pictures at the trim's own size.
    """
    document, leaf = Document(), screen_leaf(scene.sheet)
    policy = ScreenInks(pictures, condition, ppi=ppi)
    painter = PagePainter(document=document, policy=policy, base=leaf.base, structure=None)
    painter.paint(scene.items)
    page, _ = document.add_page()
    fill_page(page, leaf, painter.finish(), painter, document, policy)
    return document.finish(catalog={}, info={}, identity=bytes(16))


class _File:
    """One tagged file with one page."""

    def __init__(self, scene: Scene, *, document: Document, policy: InkPolicy, leaf: Leaf, links: bool = False) -> None:
        self._scene, self._document, self._policy, self._leaf = scene, document, policy, leaf
        self._structure = Structure(leaf=leaf, links=links)
        self._painter = PagePainter(document=document, policy=policy, base=leaf.base, structure=self._structure)

    def paint(self, items: tuple[Item, ...]) -> None:
        content = self._painter.content
        with content.saved():
            content.clip(Path.rect(self._leaf.window), "nonzero")
            self._painter.paint(items)

    def paint_marks(self) -> None:
        content = self._painter.content
        space = content.resource("ColorSpace", "All", registration_space(self._document))
        for operator in crop_marks(self._scene.sheet, space):
            content.add(operator)

    def finish(self, date: datetime, *, for_press: bool = False, **catalog: Value) -> bytes:
        document, scene = self._document, self._scene
        page, reference = document.add_page()
        content = self._painter.finish()
        fill_page(page, self._leaf, content, self._painter, document, self._policy)
        tree = self._structure.write(document=document, page=page, page_reference=reference, language=scene.language)
        metadata = Metadata(
            title=scene.title,
            language=scene.language,
            date=date,
            content=content,
            for_press=for_press,
            is_universal=not self._painter.shows_notdef,
        )
        return finish_tagged(document, metadata, tree, catalog=catalog)


def _output_intent(condition: PrintCondition, document: Document) -> Value:
    profile = document.add_stream(
        {"N": 4, "Alternate": "/DeviceCMYK", "Filter": "/FlateDecode"}, _deflated_profile(condition), deflate=False
    )
    return document.add(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFX",
            "OutputConditionIdentifier": literal(condition.identifier),
            "RegistryName": literal("http://www.color.org"),
            "Info": literal(condition.identifier),
            "DestOutputProfile": profile,
        }
    )


@lru_cache(maxsize=4)
def _deflated_profile(condition: PrintCondition) -> bytes:
    return zlib.compress(condition.icc, 9)
