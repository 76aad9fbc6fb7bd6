"""What of a stored picture is embedded: the same cut serves every format and density that asks for it."""

from dataclasses import dataclass

from app.engine.geometry import Size
from app.engine.photo.crop import effective_ppi
from app.engine.photo.values import Crop

# Up to this much denser than asked, resampling costs more time and sharpness than it saves bytes.
_SPARE_DENSITY = 1.25

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A part of a picture with all that its pixels depend on.

    box: left, top, right and bottom in px of the upright picture; whole px where nothing is resampled. size: in px
    to which it is reduced; None for as many as it has.
    """

    box: Box
    size: tuple[int, int] | None = None

    @property
    def reduction(self) -> float:
        """How many px of the picture become one, at least; 1 where nothing is resampled."""
        if self.size is None:
            return 1.0
        left, top, right, bottom = self.box
        return min((right - left) / self.size[0], (bottom - top) / self.size[1])


def cut_for(crop: Crop, frame: Size, picture: tuple[int, int], *, ppi: float) -> Cut:
    """Return what is embedded of a crop that fills a frame. Nothing is ever enlarged.

    frame: in pt. picture: its width and height in px. ppi: the most that is embedded.
    """
    right, bottom = min(crop.x + crop.width, picture[0]), min(crop.y + crop.height, picture[1])
    if effective_ppi(crop, frame) <= _SPARE_DENSITY * ppi:
        across, down = _span(crop.x, right, picture[0]), _span(crop.y, bottom, picture[1])
        return Cut(box=(across[0], down[0], across[1], down[1]))
    size = max(1, round(frame.width / 72 * ppi)), max(1, round(frame.height / 72 * ppi))
    return Cut(box=(crop.x, crop.y, right, bottom), size=size)


def _span(start: float, end: float, most: int) -> tuple[int, int]:
    """Return the nearest whole px, with something between them."""
    first = min(round(start), most - 1)
    return first, max(first + 1, round(end))
