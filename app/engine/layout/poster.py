"""Laying out: every decision about one poster on one sheet is taken here, none is left to a painter."""

from app.engine.layout.black import with_rich_black
from app.engine.layout.facts import mark_fits, picture_fits, text_fits
from app.engine.layout.items import scene_items
from app.engine.layout.stage import Stage
from app.engine.layout.text.typed import SOFT_HYPHEN
from app.engine.scene import Scene
from app.engine.template.checked import CheckedContent


def lay_out(poster: CheckedContent, *, placeholders: bool = False) -> Scene:
    """Return the poster as a flat list of what is painted where.

    placeholders: whether required texts that are still empty show their placeholder, as previews and proofs do.
    """
    stage = Stage(poster, placeholders=placeholders)
    items = scene_items(stage)
    is_paper = stage.sheet.format.unit == "mm"
    return Scene(
        sheet=stage.sheet,
        language=poster.language,
        title=_title(poster),
        items=tuple(with_rich_black(items, poster.brand.print) if is_paper else items),
        texts=tuple(text_fits(stage)),
        pictures=tuple(picture_fits(stage)),
        marks=tuple(mark_fits(stage)),
    )


def _title(poster: CheckedContent) -> str:
    for slot, _ in poster.texts():
        if slot.role == "H1":
            return " ".join(poster.words(slot.key).replace(SOFT_HYPHEN, "").split())
    return poster.template.name.in_language(poster.language)
