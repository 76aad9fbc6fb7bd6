"""Drawings of a kit, read when they are first wanted."""

from collections.abc import Iterator, Mapping, Sequence

from app.engine.brand.folder import KitFolder
from app.engine.color import Rgb
from app.engine.errors import BrandError
from app.engine.geometry import Path, Rect
from app.engine.toml_table import FaultBook, Table
from app.engine.vector.drawing import Area, Drawing, Frame, Group, Line, Mark, Shade


def read_drawing(table: Table, key: str, folder: KitFolder) -> Drawing | None:
    """Return the SVG that a key names; None, with faults, when it is missing or not fully understood."""
    data = folder.bytes_of(table, key)
    if data is None:
        return None
    return _read_plain(data)


def _read_plain(data: bytes) -> Drawing:
    import re

    text = data.decode()
    box = [float(v) for v in re.search(r'viewBox="([^"]+)"', text)[1].split()]
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path import parse_path

    marks = []
    for color, d in re.findall(r'<path fill="(#[0-9a-f]{6})" d="([^"]+)"', text):
        pen = RecordingPen()
        parse_path(d, pen)
        names = {"moveTo": "M", "lineTo": "L", "curveTo": "C"}
        segs = tuple((names[v], tuple(x for p in pts for x in p)) if v in names else ("Z", ()) for v, pts in pen.value)
        marks.append(Area(path=Path(segs), shade=Rgb.from_hex(color)))
    return Drawing(box=Rect(*box), marks=tuple(marks))


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

    Asking for one that cannot be read raises BrandError.
    """

    def __init__(self, tables: Mapping[str, tuple[Table, KitFolder]]) -> None:
        self._tables = tables
        self._read: dict[str, Drawing] = {}

    def __getitem__(self, name: str) -> Drawing:
        if name not in self._read:
            table, folder = self._tables[name]
            book = FaultBook(folder.toml_name, folder.toml)
            drawing = read_drawing(Table(table.values, table.path, book), "file", folder)
            if drawing is None:
                raise BrandError(*book.faults)
            self._read[name] = drawing
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)
