"""Drawings of a kit, understood whole or refused; illustrations are read when they are first wanted."""

from collections.abc import Iterator, Mapping, Sequence

from app.engine.color import Rgb
from app.engine.errors import BrandError, Fault, UnreadableFile
from app.engine.vector import read_svg
from app.engine.vector.drawing import Drawing, Frame, Group, Mark, Shade


def read_drawing(data: bytes, *, file: str) -> Drawing:
    """Return an SVG as outlines. Raises BrandError with whatever in it is not understood, or when it is empty."""
    try:
        reading = read_svg(data, file=file)
    except UnreadableFile as wrong:
        fault = Fault(
            file=file, where="svg", problem=f"cannot be read: {wrong.reason}", cure="export the drawing as plain SVG"
        )
        raise BrandError(fault) from wrong
    if reading.problems:
        raise BrandError(*reading.faults)
    if not colors_of(reading.drawing.marks):
        raise BrandError(Fault(file=file, where="svg", problem="paints nothing", cure="export the drawing again"))
    return reading.drawing


def colors_of(marks: Sequence[Mark]) -> set[Rgb]:
    """Return every colour that the marks are painted with."""
    found: set[Rgb] = set()
    for mark in marks:
        if isinstance(mark, Group):
            found |= colors_of(mark.marks)
        elif not isinstance(mark, Frame):
            found |= _colors_of_shade(mark.shade)
    return found


def _colors_of_shade(shade: Shade) -> set[Rgb]:
    return {shade} if isinstance(shade, Rgb) else {stop.color for stop in shade.stops}


class LazyDrawings(Mapping[str, Drawing]):
    """Drawings by name, each read when it is first wanted and kept from then on.

    files: bytes and file name of each. Asking for one that cannot be read raises BrandError.
    """

    def __init__(self, files: Mapping[str, tuple[bytes, str]]) -> None:
        self.svgs = {name: data for name, (data, _) in files.items()}
        self._files = files
        self._drawings: dict[str, Drawing] = {}

    def __getitem__(self, name: str) -> Drawing:
        if name not in self._drawings:
            data, file = self._files[name]
            self._drawings[name] = read_drawing(data, file=file)
        return self._drawings[name]

    def __contains__(self, name: object) -> bool:
        return name in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
