"""Print how far each template's picture for screens is from its print, and how much ink it takes: `script/agree`.

A line a template: the worst of all its contents. Exit 1 where a limit does not hold.
"""

import argparse
import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from agreement import Agreement, compared
from hard_pictures import PHOTOS, hard_pictures
from ink_pixels import ink_pixels
from PIL import Image
from poster_maker import content, judged, kit, painted, slots_for, with_logo, with_photo
from poster_matrix import Case
from poster_shelf import SHEETS, TEMPLATES, template

from app.engine.content import Content
from app.engine.paint.raster import PixelSize, paint_png, pixel_size
from app.engine.pipeline import Poster
from app.engine.sheet import FORMATS

# JPEG rounds: single pixels may lie so far above the limit, in per cent of ink.
_ROUNDING = 0.5

_HEAD = (
    "| template | contents | poster: mean | 95 % | most | worst part | mean | 95 % | judged | ink |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
)


class Row(NamedTuple):
    """What was found with one content. ink: most on any pixel of the sheet, in per cent."""

    content: str
    whole: Agreement
    parts: tuple[Agreement, ...]
    ink: float

    @property
    def worst(self) -> Agreement:
        return max(self.parts, key=lambda part: part.mean, default=self.whole)

    @property
    def holds(self) -> bool:
        within = self.ink <= kit().print.condition.ink_limit + _ROUNDING
        return within and all(part.holds for part in (self.whole, *self.parts))


def contents(name: str) -> dict[str, Content]:
    """Return what a template is filled with: its sample, its choices, photos and logos that are hard to match."""
    given = content(name, "nl")
    photos, logos = (slots_for(name, kind) for kind in ("photo", "logo"))
    found = {"sample": given, **dict(_chosen(name, given))}
    for photo in ("me.jpg", *PHOTOS, "cut") if photos else ():
        found[photo] = with_photo(given, photo, slots=photos)
    for logo in ("rich.svg", "soft.png") if logos else ():
        found[logo] = with_logo(given, logo, slots=logos)
    return found


def _chosen(name: str, given: Content) -> Iterator[tuple[str, Content]]:
    for slot in template(name).slots.values():
        for value, _ in slot.values if slot.kind == "choice" else ():
            yield value, replace(given, choices={**given.choices, slot.key: value})


def agreements(poster: Poster, *, ppi: float = 100) -> Iterator[Agreement]:
    """Yield how far picture and print are apart: the poster as a whole, then each photo and each logo by itself."""
    size, own = pixel_size(poster.scene.sheet.format, ppi), hard_pictures()
    png = paint_png(poster.scene, pictures=own, condition=kit().print.condition, ppi=ppi)
    screen = np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))
    return compared(screen, painted(poster, own), size, parts=dict(_parts(poster, size)))


def _parts(poster: Poster, size: PixelSize) -> Iterator[tuple[str, tuple[slice, slice]]]:
    """Yield the photos and logos with their places, in px."""
    scene = poster.scene
    across, down = size.width / scene.sheet.trim.width, size.height / scene.sheet.trim.height
    logos = (mark for mark in scene.marks if mark.kind == "logo")
    for slot, box in ((fit.slot, fit.box) for fit in (*scene.pictures, *logos)):
        rows = slice(max(0, round(box.y * down)), round(box.bottom * down))
        yield slot, (rows, slice(max(0, round(box.x * across)), round(box.right * across)))


def _usual_format(name: str) -> str:
    """Return A3, or the first paper that a template serves."""
    served = [key for key in ("a3", *SHEETS) if FORMATS[key] in template(name).formats]
    return served[0]


def _measured(name: str, ppi: float) -> Iterator[Row]:
    case = Case(name, _usual_format(name), "nl", "print")
    for key, given in contents(name).items():
        poster = judged(case, given, hard_pictures())
        whole, *parts = agreements(poster, ppi=ppi)
        inks = ink_pixels(painted(poster, hard_pictures()), dpi=ppi)
        yield Row(key, whole, tuple(parts), float(inks.sum(axis=-1, dtype=np.int64).max() / 2.55))


def _line(name: str, rows: list[Row]) -> str:
    whole = max((row.whole for row in rows), key=lambda found: found.mean)
    worst, at = max(((row.worst, row.content) for row in rows), key=lambda found: found[0].mean)
    cells = [name, str(len(rows)), *_numbers(whole), f"{max(row.whole.most for row in rows):.1f}"]
    cells += [f"{worst.part}, {at}", *_numbers(worst), f"{min(row.whole.judged for row in rows):.0%}"]
    return f"| {' | '.join([*cells, f'{max(row.ink for row in rows):.1f} %'])} |"


def _numbers(found: Agreement) -> tuple[str, str]:
    return f"{found.mean:.2f}", f"{found.p95:.2f}"


def main() -> int:
    """Print the table, and what breaks a limit."""
    ways = argparse.ArgumentParser(description=__doc__)
    ways.add_argument("name", nargs="*", help="templates; all of them where none is named")
    ways.add_argument("--ppi", type=float, default=100)
    ways.add_argument("--every", action="store_true", help="a line for every content instead of the worst")
    chosen = ways.parse_args()
    print(_HEAD, flush=True)
    broken = []
    for name in chosen.name or TEMPLATES:
        rows = list(_measured(name, chosen.ppi))
        for shown in [[row] for row in rows] if chosen.every else [rows]:
            print(_line(name, shown), flush=True)
        broken += [f"{name}, {row.content}: {row}" for row in rows if not row.holds]
    for each in broken:
        print(each, file=sys.stderr)
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
