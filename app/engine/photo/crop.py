"""Which part of a picture is shown."""

from app.engine.geometry import Size
from app.engine.photo.values import Crop, PhotoSource

MAXIMUM_ZOOM = 8.0


def crop_for(
    source: PhotoSource,
    frame: Size,
    focus: tuple[float, float] | None = None,
    zoom: float = 1.0,
    *,
    maximum_zoom: float = MAXIMUM_ZOOM,
) -> Crop:
    """Return the part of a picture that covers a frame, in the frame's proportion.

    focus: 0–1 of the picture's width and height, None for the picture's own; it comes as near the frame's middle as
    the picture's edges allow. zoom: 1 shows as much as can be shown; values outside 1–maximum_zoom are brought inside.
    Raises ValueError for an empty frame or picture.
    """
    width, height = source.width, source.height
    if min(*frame, width, height) <= 0:
        raise ValueError(f"nothing to crop: picture {width} × {height}, frame {tuple(frame)}")
    scale = max(frame.width / width, frame.height / height) * min(max(zoom, 1.0), maximum_zoom)
    shown = Size(min(frame.width / scale, width), min(frame.height / scale, height))
    at_x, at_y = focus or source.focus
    return Crop(
        x=_within(at_x * width - shown.width / 2, width - shown.width),
        y=_within(at_y * height - shown.height / 2, height - shown.height),
        width=shown.width,
        height=shown.height,
    )


def _within(value: float, most: float) -> float:
    return min(max(value, 0.0), most)


def effective_ppi(crop: Crop, frame: Size) -> float:
    """Return the resolution, in px per inch, of a crop that fills a frame.

    frame: in pt, both sides above 0. The side that is enlarged most decides.
    Raises ValueError for an empty frame.
    """
    if min(frame) <= 0:
        raise ValueError(f"the frame is empty: {tuple(frame)}")
    return 72 * min(crop.width / frame.width, crop.height / frame.height)
