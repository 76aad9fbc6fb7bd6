"""What the knife and the press ask of an artboard: bleed, safe area, lines that hold; at every format it serves."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Literal

from app.engine.brand import BrandKit
from app.engine.geometry import Matrix, Path, Rect, Size
from app.engine.sheet import Format, Sheet
from app.engine.template.pieces import Piece
from app.engine.toml_table import FaultBook, listed
from app.engine.vector.drawing import Area, Frame, Line

Side = Literal["left", "top", "right", "bottom"]
SIDES: tuple[Side, ...] = ("left", "top", "right", "bottom")

# In pt: coordinates that an editor rounds are not called short.
ROUNDING = 0.06

# In pt: art that ends this little before the knife was meant to reach it.
_TOUCH = 1.0

# A drawing whose unit differs less from its trim's has the same.
_OWN_UNIT = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A length in artboard pt that the format named asks for; of all formats served, the most."""

    length: float
    format: str


@dataclass(frozen=True, kw_only=True)
class Board:
    """What an artboard is measured by. trim: in pt. unit, point: the designer's unit, and one of it in pt.

    is_advice: whether it is measured by more than an artboard must hold; what ends round leaves no straight edge then.
    drawn: units of the drawing to one of the designer's. box_meant: the viewBox without a bleed that it seems to hold.
    """

    trim: Size
    unit: str
    point: float
    formats: tuple[Format, ...]
    brand: BrandKit
    is_advice: bool = False
    drawn: float = 1.0
    box_meant: str = ""

    def bleed(self, side: Side) -> Need:
        """Return how far art must overshoot a side of the trim."""
        return self._bleeds[side]

    def safe(self, side: Side) -> Need:
        """Return how far live matter must keep from a side of the trim."""
        return self._safes[side]

    # Every shape of a drawing is measured by all four sides.
    @cached_property
    def _bleeds(self) -> dict[Side, Need]:
        return {side: self._most(side, lambda sheet: sheet.bleed) for side in SIDES}

    @cached_property
    def _safes(self) -> dict[Side, Need]:
        return {side: self._most(side, lambda sheet: sheet.safe_margin) for side in SIDES}

    @property
    def bleed_box(self) -> Rect:
        """The box that must be painted so that every format bleeds."""
        left, top, right, bottom = (self.bleed(side).length for side in SIDES)
        return Rect.between(-left, -top, self.trim.width + right, self.trim.height + bottom)

    @property
    def smallest(self) -> tuple[float, Format]:
        """The format that shrinks the drawing most, and the factor."""
        return min(((format.trim.width / self.trim.width, format) for format in self.formats), key=lambda pair: pair[0])

    def words(self, length: float) -> str:
        """Return a length in pt as the designer measures it."""
        return f"{length / self.point:.1f} {self.unit}"

    def at_least(self, need: Need) -> str:
        """Return a length that is asked for, rounded up so that obeying it is enough."""
        return self.asked(need.length)

    def asked(self, length: float, *, digits: int = 1) -> str:
        """Return a length in pt that is asked for, rounded up; also in the drawing's units where it has its own."""
        sizes = [length / self.point] + [length / self.point * self.drawn] * (abs(self.drawn - 1) > _OWN_UNIT)
        said = [f"{math.ceil(size * 10**digits - 1e-6) / 10**digits:.{digits}f}" for size in sizes]
        return f"{said[0]} {self.unit}" + (f" ({said[1]} in the drawing)" if len(said) > 1 else "")

    @property
    def or_box(self) -> str:
        """What else may be meant by a drawing that is too small on every side."""
        return f'; if the viewBox holds the bleed, write viewBox="{self.box_meant}" instead' if self.box_meant else ""

    def _most(self, side: Side, measure: Callable[[Sheet], float]) -> Need:
        across = side in ("left", "right")
        needs = []
        for format in self.formats:
            factor = format.trim.width / self.trim.width if across else format.trim.height / self.trim.height
            needs.append(Need(length=measure(self.brand.sheet(format)) / factor, format=format.key))
        return max(needs, key=lambda need: need.length)


def judge_bleed(board: Board, pieces: Iterable[Piece], book: FaultBook) -> None:
    """Report art and photo frames that reach the trim but stop before the bleed."""
    trim = Rect(0, 0, *board.trim)
    for piece in pieces:
        if piece.bounds.intersection(trim) is None:
            continue
        short = []
        for side, past in _overshoot(piece.bounds, trim).items():
            need = board.bleed(side)
            if board.is_advice and not _ends_flat(piece.path, side):
                continue
            if -_TOUCH <= past < need.length - ROUNDING and need.length:
                short.append((side, past, need))
        if short:
            _, past, need = min(short, key=lambda found: found[1])
            sides = listed(side for side, _, _ in short).replace(" or ", " and ")
            book.add(
                piece.name,
                f"reaches {board.words(max(past, 0.0))} past the trim ({sides})",
                f"let it overshoot by {board.at_least(need)}, the bleed of {need.format}{board.or_box}",
                line=piece.mark.line,
            )


def judge_safe_area(board: Board, frames: Iterable[Piece], book: FaultBook) -> None:
    """Report frames of live matter that come too near to the knife."""
    trim = Rect(0, 0, *board.trim)
    for frame in frames:
        for side, past in _overshoot(frame.bounds, trim).items():
            need = board.safe(side)
            if -past < need.length - ROUNDING:
                place = f"keeps {board.words(-past)} from" if past <= 0 else f"lies {board.words(past)} beyond"
                book.add(
                    frame.mark.id,
                    f"{place} the {side} edge of the trim",
                    f"keep {board.at_least(need)}, the safe area of {need.format}",
                    line=frame.mark.line,
                )


def judge_overlaps(frames: Iterable[Piece], book: FaultBook) -> None:
    """Report frames of live matter that lie over one another: what they hold would collide."""
    seen: list[Piece] = []
    for frame in frames:
        for other in seen:
            common = frame.bounds.intersection(other.bounds)
            if common and min(common.size) > ROUNDING and not _exclude(frame, other):
                book.add(
                    frame.mark.id,
                    f"overlaps {other.mark.id} (line {other.mark.line})",
                    "move or narrow one of them",
                    line=frame.mark.line,
                )
        seen.append(frame)


def judge_lines(board: Board, pieces: Iterable[Piece], book: FaultBook, matrix: Matrix) -> None:
    """Report strokes that get too thin for the press at the smallest format. matrix: drawing → artboard pt."""
    factor, format = board.smallest
    thinnest = board.brand.print.thinnest_line
    for piece in pieces:
        if not isinstance(piece.mark, Line):
            continue
        width = piece.mark.width * _least_stretch(piece.mark.matrix.then(matrix)) * factor
        if width < thinnest - 1e-3:
            wide = board.asked(thinnest / factor, digits=2)
            book.add(
                piece.name,
                f"its line is {width:.2f} pt thin at {format.key}",
                f"draw it {wide} wide or more: {thinnest:g} pt hold in print",
                line=piece.mark.line,
            )


def live(pieces: Iterable[Piece], photos: Iterable[str]) -> tuple[Piece, ...]:
    """Return the frames of live matter: all but those of photos, which are named by id."""
    masks = set(photos)
    return tuple(piece for piece in pieces if isinstance(piece.mark, Frame) and piece.mark.id not in masks)


def may_bleed(pieces: Iterable[Piece], photos: Iterable[str]) -> tuple[Piece, ...]:
    """Return art and the frames of photos, named by id."""
    masks = set(photos)
    return tuple(piece for piece in pieces if isinstance(piece.mark, Area | Line) or piece.mark.id in masks)


def _overshoot(bounds: Rect, trim: Rect) -> dict[Side, float]:
    """Return how far a box reaches past each side of the trim; below 0 where it ends before it."""
    return {
        "left": trim.x - bounds.x,
        "top": trim.y - bounds.y,
        "right": bounds.right - trim.right,
        "bottom": bounds.bottom - trim.bottom,
    }


def _ends_flat(path: Path, side: Side) -> bool:
    """Return whether an outline ends on a side in a straight edge along it, and not in a point or a curve."""
    across, bounds = side in ("left", "right"), path.bounds
    end = {"left": bounds.x, "right": bounds.right, "top": bounds.y, "bottom": bounds.bottom}[side]
    return any(
        all(abs((spot.x if across else spot.y) - end) < ROUNDING for spot in pair)
        for corners in path.polygons()
        for pair in zip(corners, [*corners[1:], corners[0]], strict=True)
        if pair[0] != pair[1]
    )


def _exclude(one: Piece, other: Piece) -> bool:
    """Return whether two frames never show together: they lie in groups of different values of one choice."""
    pairs = product(one.branch, other.branch)
    return any(a != b and a.rpartition("-")[0] == b.rpartition("-")[0] != "empty" for a, b in pairs)


def _least_stretch(matrix: Matrix) -> float:
    """Return the factor by which a map scales the direction it stretches least: its smaller singular value."""
    total = matrix.a**2 + matrix.b**2 + matrix.c**2 + matrix.d**2
    spread = math.sqrt(max(total**2 - 4 * matrix.determinant**2, 0.0))
    return math.sqrt(max((total - spread) / 2, 0.0))
