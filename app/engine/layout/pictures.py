"""Photos and illustrations in the shape of their frame."""

from app.engine.brand import BrandKit, Looks
from app.engine.geometry import Matrix, Rect
from app.engine.layout.frames import Frame
from app.engine.layout.placed import placed_drawing
from app.engine.photo import Crop, PhotoSource, Treatment, crop_for, effective_ppi
from app.engine.scene import ClipBegin, ClipEnd, Item, Picture, PictureFit
from app.engine.sheet import Sheet
from app.engine.template.checked import FilledPhoto

# Where the face is in an illustration, across.
_FACE = 0.5

# How much wider than its frame a person may stand: the shoulders leave it, the face never does.
_SHOULDERS = 1.3

# How far the middle of a frame is from that of the sheet, as a share of its width, for it to stand on one side: frames
# as wide as the sheet may lie a little off.
_ASIDE = 0.05

# Air over the head, as a share of the frame's height: hair that only just touches the edge looks like a mistake.
_HEADROOM = 0.06


def photo_items(
    photo: FilledPhoto, frame: Frame, sheet: Sheet, brand: BrandKit, scrim: tuple[Item, ...]
) -> tuple[Item, ...]:
    """Return what a photo slot shows, inside its mask. scrim: for texts over it, painted last."""
    return (ClipBegin(path=frame.path, rule=frame.rule), *_painted(photo, frame, sheet, brand), *scrim, ClipEnd())


def _painted(photo: FilledPhoto, frame: Frame, sheet: Sheet, brand: BrandKit) -> tuple[Item, ...]:
    if photo.illustration is not None:
        matrix = standing(photo.illustration.box, frame.box, photo.choice.focus, photo.choice.zoom)
        if looks_away(brand.illustration_looks.get(photo.choice.illustration, "ahead"), frame.box, sheet.trim_box):
            matrix = matrix.then(Matrix(-1, 0, 0, 1, frame.box.x + frame.box.right, 0))
        return placed_drawing(photo.illustration, matrix, brand)
    if photo.source is None:
        return ()
    return (
        Picture(
            source=photo.source,
            crop=_crop(photo, photo.source, frame.box),
            box=frame.box,
            treatment=treatment_of(photo, brand),
            print_ppi=brand.photo.embedded_ppi(sheet.format),
        ),
    )


def picture_fit(photo: FilledPhoto, frame: Frame) -> PictureFit | None:
    """Return how dense the pixels of a photo lie in its frame; None for a drawing, which has no pixels."""
    if photo.source is None:
        return None
    density = effective_ppi(_crop(photo, photo.source, frame.box), frame.box.size)
    return PictureFit(slot=photo.slot.key, box=frame.box, effective_ppi=density, kind="photo")


def _crop(photo: FilledPhoto, source: PhotoSource, box: Rect) -> Crop:
    return crop_for(source, box.size, focus=photo.choice.focus, zoom=photo.choice.zoom)


def treatment_of(photo: FilledPhoto, brand: BrandKit) -> Treatment:
    """Return what a slot, and the user who asked for better light, do to the pixels of a photo."""
    tones = photo.source.tones if photo.choice.light and photo.source else None
    if photo.slot.treatment != "duotone":
        return Treatment(tones=tones)
    dark, light = brand.photo.duotone
    return Treatment(kind="duotone", dark=brand.palette[dark], light=brand.palette[light], tones=tones)


def looks_away(looks: Looks, frame: Rect, trim: Rect) -> bool:
    """Return whether somebody who is drawn looks out of the poster, and is to be mirrored; photos never are.

    So people look into the poster wherever their frame stands, in right-to-left posters too, whose frames change sides.
    """
    aside = (frame.center.x - trim.center.x) / trim.width
    return (looks == "right" and aside > _ASIDE) or (looks == "left" and aside < -_ASIDE)


def standing(source: Rect, frame: Rect, focus: tuple[float, float] | None, zoom: float) -> Matrix:
    """Return the map that lets a person, drawn from the chest up, stand on the lower edge of a frame.

    The head is never cut; in a narrow frame the shoulders may be. zoom above 1 comes closer, focus then chooses what
    is seen. Illustrations have no ground, so nothing shows where they do not reach.
    """
    upright, across_shoulders = (1 - _HEADROOM) * frame.height / source.height, frame.width / source.width
    scale = min(upright, _SHOULDERS * across_shoulders) * max(zoom, 1.0)
    width, height = source.width * scale, source.height * scale
    across, down = focus or (_FACE, 1.0)
    x = _placed(frame.x, frame.width, width, across)
    y = _placed(frame.y, frame.height, height, down) if height > frame.height else frame.bottom - height
    return Matrix(scale, 0, 0, scale, x - source.x * scale, y - source.y * scale)


def _placed(start: float, room: float, length: float, focus: float) -> float:
    """Return where a picture begins: its focus in the middle as far as it goes, centred where it is the smaller."""
    if length <= room:
        return start + (room - length) / 2
    return min(max(start + room / 2 - focus * length, start + room - length), start)
