"""Where the photos of a poster stand, on its sheet and on every other its template serves; nothing else is laid out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.engine.fonts import is_rtl_language
from app.engine.geometry import FillRule, Path, Rect
from app.engine.layout.frames import Frame, slot_frames
from app.engine.layout.pictures import picture_fit
from app.engine.sheet import Format
from app.engine.template.checked import CheckedContent, FilledPhoto
from app.engine.template.pieces import is_upright_box

# In pt: an edge that a designer drew upon another may lie a rounding beside it.
_SLACK = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoPlace:
    """The frame of a photo slot on a sheet: its box, and the mask through which the photo is seen."""

    slot: str
    box: Rect
    path: Path
    rule: FillRule


def photo_places(poster: CheckedContent) -> tuple[PhotoPlace, ...]:
    """Return the places of a poster's photo slots, filled or not, in the order in which they are painted."""
    return tuple(
        PhotoPlace(slot=frame.key, box=frame.box, path=frame.path, rule=frame.rule) for frame in _photo_frames(poster)
    )


def densities(poster: CheckedContent, photo: FilledPhoto) -> dict[Format, float]:
    """Return the resolution, in px per inch, that a photo would have on every format of the template.

    Formats on which it has no place, and drawings, which have no pixels, are not among them.
    """
    found: dict[Format, float] = {}
    for format in poster.template.formats:
        there = replace(poster, purpose=replace(poster.purpose, format=format))
        frames = (frame for frame in _photo_frames(there) if frame.key == photo.slot.key)
        fits = (picture_fit(photo, frame) for frame in frames)
        least = min((fit.effective_ppi for fit in fits if fit), default=None)
        if least is not None:
            found[format] = least
    return found


def covered_photos(poster: CheckedContent) -> frozenset[str]:
    """Return the slots of pictures of which nothing shows, because a photo lies over the whole of their frame.

    So whoever hears the poster is told of nobody whom others do not see.
    """
    photos = {photo.slot.key: photo for photo in poster.photos()}
    frames = [frame for frame in _photo_frames(poster) if frame.key in photos]
    lids = [(number, frame) for number, frame in enumerate(frames) if _hides(photos[frame.key], frame)]
    sheet = poster.sheet.bleed_box
    return frozenset(
        frame.key
        for number, frame in enumerate(frames)
        if (shown := frame.box.intersection(sheet)) is not None
        and any(later > number and lid.box.contains(shown, slack=_SLACK) for later, lid in lids)
    )


def _hides(photo: FilledPhoto, frame: Frame) -> bool:
    """Return whether nothing shows through a picture and its mask: drawings have no ground, round masks no corners."""
    return photo.source is not None and not photo.source.has_alpha and is_upright_box(frame.path)


def _photo_frames(poster: CheckedContent) -> Iterator[Frame]:
    artboard = poster.template.artboard(poster.purpose.format.key)
    mirrored = artboard.mirror and is_rtl_language(poster.language)
    frames = slot_frames(artboard, poster.sheet, poster.chosen(), mirrored=mirrored)
    return (frame for frame in frames if poster.template.slots[frame.key].kind == "photo")
