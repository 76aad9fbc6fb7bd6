"""What scripts are told of a poster's photos: the mask to crop in, and how large they can be printed."""

from collections.abc import Iterable
from typing import Any

from app.services.photo_views import PhotoView, Reach
from app.web.formats import format_name
from app.web.language import gettext
from app.web.previews import PREVIEW_WIDTH, photo_address


def told_of_photos(poster_id: str, views: Iterable[PhotoView]) -> list[dict[str, Any]]:
    """Return the photo slots of a preview as scripts read them. Lengths of box and mask in pt, size in px."""
    return [_told(poster_id, view) for view in views]


def _told(poster_id: str, view: PhotoView) -> dict[str, Any]:
    box = view.box
    sides = [round(side, 2) for side in (box.x, box.y, box.width, box.height)]
    told = {"slot": view.slot, "box": sides, "mask": view.mask, "rule": view.rule}
    if view.source is None:
        return told
    return told | {
        "picture": photo_address(poster_id, view.source.digest, PREVIEW_WIDTH, better_light=view.better_light),
        "size": [view.source.width, view.source.height],
        "focus": view.focus,
        "reach": reach_sentence(view.reach, is_zoomed=view.is_zoomed),
    }


def reach_sentence(reach: Reach | None, *, is_zoomed: bool = False) -> str:
    """Return up to which size a photo can be printed; nothing where nothing is printed.

    is_zoomed: whether less of it is shown than could be.
    """
    if reach is None:
        return ""
    if reach.usable is None:
        if is_zoomed:
            return gettext("Deze foto is te klein om te drukken. Kies een grotere, of zoom minder in.")
        return gettext("Deze foto is te klein om te drukken. Kies een grotere.")
    usable = format_name(reach.usable)
    if reach.sharp is None:
        return gettext(
            "Deze foto is alleen van ver goed, tot en met %(usable)s. Van dichtbij oogt ze wazig: kies een grotere"
            " als het kan.",
            usable=usable,
        )
    sharp = format_name(reach.sharp)
    if reach.sharp == reach.largest:
        return gettext("Deze foto is scherp op elk formaat, tot en met %(sharp)s.", sharp=sharp)
    if reach.sharp == reach.usable:
        return gettext("Deze foto is scherp tot en met %(sharp)s.", sharp=sharp)
    return gettext(
        "Deze foto is scherp tot en met %(sharp)s. Tot en met %(usable)s is ze van ver goed.",
        sharp=sharp,
        usable=usable,
    )
