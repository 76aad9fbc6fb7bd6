"""What an editor shows of a poster's photos while they are cropped: the mask, and how large they can be printed."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.engine.geometry import FillRule, Rect
from app.engine.layout import PhotoPlace, densities, photo_places
from app.engine.paint.svg import path_data
from app.engine.photo import PhotoSource
from app.engine.preflight import largest_served
from app.engine.sheet import Format
from app.engine.template.checked import CheckedContent, FilledPhoto


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How large a photo can be printed, by the rules of preflight.

    largest: of the sizes it was judged on. usable: up to this it is printed, to be seen from afar; sharp: up to this
    also from close by; None for none.
    """

    largest: Format
    usable: Format | None
    sharp: Format | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoView:
    """A photo slot on a sheet. box: of its frame, in pt; mask: its outline as SVG path data, in the same space.

    source: the photo in it, None for an empty slot or a drawing. focus: the point that is kept in sight, chosen or not.
    better_light: whether it comes so. is_zoomed: whether it was brought closer than it need be.
    """

    slot: str
    box: Rect
    mask: str
    rule: FillRule
    source: PhotoSource | None = None
    focus: tuple[float, float] | None = None
    better_light: bool = False
    is_zoomed: bool = False
    reach: Reach | None = None


def photo_views(poster: CheckedContent) -> tuple[PhotoView, ...]:
    """Return every photo slot of a poster as it is on its sheet, filled or not."""
    photos = {photo.slot.key: photo for photo in poster.photos()}
    return tuple(_view(poster, place, photos.get(place.slot)) for place in photo_places(poster))


def _view(poster: CheckedContent, place: PhotoPlace, photo: FilledPhoto | None) -> PhotoView:
    source = photo.source if photo else None
    return PhotoView(
        slot=place.slot,
        box=place.box,
        mask=path_data(place.path),
        rule=place.rule,
        source=source,
        focus=(photo.choice.focus or source.focus) if photo and source else None,
        better_light=photo is not None and photo.choice.light,
        is_zoomed=photo is not None and photo.choice.zoom > 1,
        reach=_reach(densities(poster, photo), poster) if photo and source else None,
    )


def _reach(found: Mapping[Format, float], poster: CheckedContent) -> Reach | None:
    """Return how far a photo goes among the printed sizes of the drawing that is looked at, else among all."""
    drawn = poster.template.artboard(poster.purpose.format.key).formats
    printed = {format: ppi for format, ppi in found.items() if format.unit == "mm"}
    sizes = {format: ppi for format, ppi in printed.items() if format in drawn} or printed
    if not sizes:
        return None
    rules = poster.brand.photo
    return Reach(
        largest=max(sizes, key=lambda format: format.trim.geometric_mean),
        usable=largest_served(sizes, rules.error_ppi),
        sharp=largest_served(sizes, rules.warning_ppi),
    )
