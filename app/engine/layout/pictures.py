"""Photos and illustrations in the shape of their frame."""

from app.engine.brand import BrandKit
from app.engine.color import Ink
from app.engine.geometry import Matrix, Path, Rect
from app.engine.layout.frames import Frame
from app.engine.photo import Crop, PhotoSource, Treatment, crop_for, effective_ppi
from app.engine.scene import ClipBegin, ClipEnd, Fill, Item, Picture, PictureFit, TagBegin, TagEnd, drawing_items
from app.engine.sheet import Sheet
from app.engine.template.checked import FilledPhoto

# A person drawn from the chest up stands on the lower edge of the frame.
_ILLUSTRATION_FOCUS = (0.5, 1.0)


def photo_items(photo: FilledPhoto, frame: Frame, brand: BrandKit, veil: tuple[Item, ...], tag: TagBegin) -> list[Item]:
    """Return a filled photo slot as items: the picture inside its mask, a veil for the text over it, tagged."""
    painted: list[Item] = []
    if photo.illustration is not None:
        matrix = _covering(photo.illustration.box, frame.box, photo.choice.focus, photo.choice.zoom)
        inks = brand.print.condition.ink
        palette = {ink.srgb: ink for ink in brand.palette.values()}
        painted += drawing_items(photo.illustration, matrix, lambda color: palette.get(color) or inks(color))
    elif photo.source is not None:
        painted.append(
            Picture(
                source=photo.source,
                crop=_crop(photo, photo.source, frame.box),
                box=frame.box,
                treatment=_treatment(photo, brand),
                print_ppi=brand.photo.print_ppi,
            )
        )
    return [tag, ClipBegin(path=frame.path, rule=frame.rule), *painted, *veil, ClipEnd(), TagEnd()]


def picture_fit(photo: FilledPhoto, frame: Frame) -> PictureFit | None:
    """Return how dense the pixels of a photo lie in its frame; None for a drawing, which has no pixels."""
    if photo.source is None:
        return None
    density = effective_ppi(_crop(photo, photo.source, frame.box), frame.box.size)
    return PictureFit(slot=photo.slot.key, box=frame.box, effective_ppi=density, kind="photo")


def veil_behind(texts: tuple[Rect, ...], ink: Ink, frame: Frame, sheet: Sheet, opacity: float) -> tuple[Item, ...]:
    """Return the veil that makes text over a photo readable: a band in the ground the text is meant for.

    texts: boxes of the texts over the photo. The band runs the whole width of the frame.
    """
    if not texts:
        return ()
    room = sheet.per_mille(14)
    top = min(box.y for box in texts) - room
    bottom = max(box.bottom for box in texts) + room
    band = Rect.between(frame.box.x, max(top, frame.box.y), frame.box.right, min(bottom, frame.box.bottom))
    return (Fill(path=Path.rect(band), paint=ink, opacity=opacity),)


def _crop(photo: FilledPhoto, source: PhotoSource, box: Rect) -> Crop:
    return crop_for(source, box.size, focus=photo.choice.focus, zoom=photo.choice.zoom)


def _treatment(photo: FilledPhoto, brand: BrandKit) -> Treatment:
    if photo.slot.treatment != "duotone":
        return Treatment()
    dark, light = brand.photo.duotone
    return Treatment(kind="duotone", dark=brand.palette[dark], light=brand.palette[light])


def _covering(source: Rect, frame: Rect, focus: tuple[float, float] | None, zoom: float) -> Matrix:
    """Return the map that lays an illustration over a frame, whole frame covered, focus as near its middle as fits."""
    scale = max(frame.width / source.width, frame.height / source.height) * max(zoom, 1.0)
    across, down = focus or _ILLUSTRATION_FOCUS
    width, height = source.width * scale, source.height * scale
    x = _kept(frame.x + frame.width / 2 - across * width, frame.right - width, frame.x)
    y = _kept(frame.y + frame.height / 2 - down * height, frame.bottom - height, frame.y)
    return Matrix(scale, 0, 0, scale, x - source.x * scale, y - source.y * scale)


def _kept(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def texts_over(frame: Frame, texts: dict[str, Rect]) -> dict[str, Rect]:
    """Return the boxes of texts, by slot, that lie at least partly over a frame."""
    return {key: box for key, box in texts.items() if frame.box.intersection(box) is not None}
