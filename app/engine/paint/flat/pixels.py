"""Pictures that are made while a scene is flattened: veiled ones, and pixels of what cannot be said by outlines."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from PIL import Image

from app.engine.color import Ink, PrintCondition
from app.engine.geometry import Path, Rect
from app.engine.paint.flat.ground import Layer
from app.engine.paint.flat.parts import parts_of
from app.engine.paint.flat.plates import pixels_of, plates
from app.engine.paint.flat.soft import (
    Painter,
    Soft,
    area_of,
    around,
    drawn_on,
    overlapping,
    painted,
    part_of,
    pixels_around,
    pixels_of_sheet,
)
from app.engine.paint.pictures import Pictures
from app.engine.photo import Crop, Encoded, PhotoSource, Treatment, Veil, print_encoded, proof_encoded
from app.engine.scene import ClipBegin, Item, Picture
from app.engine.units import INCH

# Pictures up to this size keep every pixel, so that their edges cannot be told from the ground; larger ones are photos.
_FEW_PIXELS = 2_000_000

# More is never made here: as ink it takes 64 MB, of which a worker holds three at a time. On the largest sheets that is
# still what an eye tells apart from where they are read.
_MOST_PIXELS = 16_000_000

# Side of the squares that are judged solid, soft or clear, in px of the sheet.
_SQUARE_PX = 128


class Pixels:
    """Gives the pictures of a flattened scene: those that were there before, and those that are made here.

    condition: how what is made here looks on a screen. ppi: of what is made, at least, at the scene's own size.
    """

    def __init__(self, pictures: Pictures, condition: PrintCondition, ppi: float) -> None:
        self._pictures, self._condition, self._ppi = pictures, condition, ppi
        self._made: dict[str, Image.Image] = {}

    def print_master(self, picture: Picture) -> Encoded:
        """Return a picture as a press file embeds it."""
        made = self._made.get(picture.source.digest)
        if made is None:
            return self._pictures.print_master(picture)
        if made.width * made.height > _FEW_PIXELS:
            return print_encoded(made)
        return Encoded(data=made.tobytes(), width=made.width, height=made.height, space="CMYK", is_bare=True)

    def proof_master(self, picture: Picture, ppi: float) -> Encoded:
        """Return a picture for screens. ppi: of those that were there before."""
        made = self._made.get(picture.source.digest)
        if made is None:
            return self._pictures.proof_master(picture, ppi)
        shown = self._condition.on_screen(made)
        if shown.width * shown.height > _FEW_PIXELS:
            return proof_encoded(shown)
        return Encoded(data=shown.tobytes(), width=shown.width, height=shown.height, space="RGB", is_bare=True)

    def veiled(self, picture: Picture, veil: Veil) -> Picture:
        """Return a picture below a veil. Of those made here the crop must lie between pixels."""
        made = self._made.get(picture.source.digest)
        if made is None:
            return replace(picture, treatment=replace(picture.treatment, veils=(*picture.treatment.veils, veil)))
        crop = picture.crop
        left, top = round(crop.x), round(crop.y)
        part = made.crop((left, top, left + round(crop.width), top + round(crop.height)))
        return self._picture(veil.over(part), picture.box)

    def drawn(self, items: Sequence[Item], area: Rect) -> Picture:
        """Return an area of a scene as a picture."""
        return self._picture(self.plates(items, area, self._size(area)), area)

    def plates(self, items: Sequence[Item], area: Rect, size: tuple[int, int]) -> Image.Image:
        """Return an area of a scene as CMYK pixels. size: in px."""
        return plates(items, area, size, self)

    def composed(self, picture: Picture, ground: Ink | Painter) -> tuple[Layer, ...]:
        """Return a picture with soft edges on its ground, less what is all ground."""
        master = self.print_master(picture)
        inks, alpha = pixels_of(master), Image.frombytes("L", (master.width, master.height), master.alpha)
        if master.width * master.height > _FEW_PIXELS:
            scale = self._scale(picture.box)
            # Renderers draw pictures on whole pixels; so that parts of one meet, it lies on them as a whole.
            whole = pixels_of_sheet(picture.box, scale)
            box = area_of(whole, scale)
            parts = parts_of(np.asarray(alpha), box, _SQUARE_PX / scale)
            if parts.solid or not isinstance(ground, Ink):
                soft = Soft(box, inks, alpha, ground)
                return *self._solid(parts.solid, soft, drawn_on(whole, scale)), *self._mixed(parts.soft, soft, scale)
        return self._mixed_whole(Soft(picture.box, inks, alpha, ground))

    def _mixed_whole(self, soft: Soft) -> tuple[Layer, ...]:
        """Return a picture on its ground as one, at its own density."""
        box, inks, alpha, ground = soft.box, soft.inks, soft.alpha, soft.ground
        if not isinstance(ground, Ink):
            # The ground has edges of its own, which must not get coarser than the rest of the poster.
            width, height = self._size(box)
            dense = max(inks.width, width), max(inks.height, height)
            inks, alpha = inks.resize(dense, Image.Resampling.BICUBIC), alpha.resize(dense, Image.Resampling.BICUBIC)
        seen = alpha.getbbox()
        if seen is None:
            return ()
        area = part_of(box, seen, alpha.size)
        below = painted(ground, area, (seen[2] - seen[0], seen[3] - seen[1]))
        return (Layer(self._picture(Image.composite(inks.crop(seen), below, alpha.crop(seen)), area), ()),)

    def _solid(self, parts: Sequence[Rect], soft: Soft, box: Rect) -> Iterator[Layer]:
        """Yield the solid parts of a picture, as one picture that shows through them alone. box: where it is drawn."""
        if not parts:
            return
        size = soft.inks.size
        shown = Image.new("CMYK", size)
        for part in parts:
            place = pixels_around(part, soft.box, size)
            shown.paste(soft.inks.crop(place), place[:2])
        outline = Path(tuple(segment for part in parts for segment in Path.rect(part).segments))
        yield Layer(self._picture(shown, box), (ClipBegin(path=outline),))

    def _mixed(self, parts: Sequence[Rect], soft: Soft, scale: float) -> Iterator[Layer]:
        """Yield the soft parts of a picture on their ground, in whole pixels of the sheet. scale: px to the pt."""
        if not parts:
            return
        places = [overlapping(part, soft.box, scale) for part in parts]
        seen = around(places)
        below = painted(soft.ground, area_of(seen, scale), (seen[2] - seen[0], seen[3] - seen[1]))
        for place in places:
            under = below.crop((place[0] - seen[0], place[1] - seen[1], place[2] - seen[0], place[3] - seen[1]))
            yield Layer(self._picture(soft.on(under, place, scale), drawn_on(place, scale)), ())

    def _scale(self, area: Rect) -> float:
        """Return the density of what is made of an area, in px to the pt."""
        width, height = (side / INCH * self._ppi for side in area.size)
        return min(1.0, math.sqrt(_MOST_PIXELS / (width * height))) * self._ppi / INCH

    def _size(self, area: Rect) -> tuple[int, int]:
        scale = self._scale(area)
        return max(1, round(scale * area.width)), max(1, round(scale * area.height))

    def _picture(self, image: Image.Image, box: Rect) -> Picture:
        digest = f"made here, number {len(self._made) + 1}"
        self._made[digest] = image
        return Picture(
            source=PhotoSource(digest=digest, width=image.width, height=image.height),
            crop=Crop(x=0, y=0, width=image.width, height=image.height),
            box=box,
            treatment=Treatment(),
            print_ppi=INCH * image.width / box.width,
        )


def narrowed(picture: Picture, area: Rect) -> Picture | None:
    """Return the part of a picture that an area shows, cut between its pixels; None where it shows none of it."""
    box, crop, source = picture.box, picture.crop, picture.source
    common = box.intersection(area)
    if common is None:
        return None
    across, down = crop.width / box.width, crop.height / box.height
    left = max(crop.x, math.floor(crop.x + (common.x - box.x) * across))
    top = max(crop.y, math.floor(crop.y + (common.y - box.y) * down))
    right = min(crop.x + crop.width, math.ceil(crop.x + (common.right - box.x) * across), source.width)
    bottom = min(crop.y + crop.height, math.ceil(crop.y + (common.bottom - box.y) * down), source.height)
    place = Rect.between(
        box.x + (left - crop.x) / across,
        box.y + (top - crop.y) / down,
        box.x + (right - crop.x) / across,
        box.y + (bottom - crop.y) / down,
    )
    return replace(picture, crop=Crop(x=left, y=top, width=right - left, height=bottom - top), box=place)
