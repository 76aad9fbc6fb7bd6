"""Whether frames have room for what the brand asks at least, at every format that an artboard serves."""

import math
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from app.engine.brand import BrandKit, length, measure
from app.engine.fonts import shape
from app.engine.geometry import Rect
from app.engine.sheet import Format
from app.engine.template.edges import ROUNDING, Board
from app.engine.template.head import Head
from app.engine.template.kinds import AnySlot, BrandLogoSlot, ImprintSlot, LogoSlot, QrSlot
from app.engine.template.pieces import Piece
from app.engine.template.places import place_of
from app.engine.toml_table import FaultBook
from app.engine.units import MM, PX_SCREEN

# Squares along a side of a code with an address of 50 characters, without its quiet zone: version 3, which holds
# 53 bytes at level L. Source: ISO/IEC 18004, table 7.
_QR_SQUARES = 29

# Width ÷ height of a word mark in one line, as many institutions have.
_WIDE_LOGO = 4

# As short as the law allows one to be: a person with an address.
_USUAL_IMPRINT = "V.U.: An Peeters, Lindestraat 12, 9200 Dendermonde"


class _Want(NamedTuple):
    """What a frame must measure at one format. side: in words. found, needed: in pt at that format. why: in words."""

    side: str
    found: float
    needed: float
    format: Format
    why: str


def judge_room(board: Board, frames: Iterable[Piece], head: Head, book: FaultBook) -> None:
    """Report frames that can never hold the brand's minimums, each at the format where it lacks most."""
    for frame in frames:
        place = place_of(frame.mark.id)
        slot = head.slots.get(place.key) if place.target == "slot" else None
        wanting = _WANTS.get(type(slot)) if slot is not None else None
        if slot is None or wanting is None:
            continue
        wants = [want for format in board.formats for want in wanting(slot, _at(frame, board, format), format, board)]
        short = [want for want in wants if want.found < want.needed - ROUNDING]
        if short:
            worst = min(short, key=lambda want: want.found / want.needed)
            _tell(worst, frame, board, book)


def _at(frame: Piece, board: Board, format: Format) -> Rect:
    """Return the box of a frame at a format, in pt."""
    across, down = format.trim.width / board.trim.width, format.trim.height / board.trim.height
    box = frame.bounds
    return Rect(box.x * across, box.y * down, box.width * across, box.height * down)


def _tell(want: _Want, frame: Piece, board: Board, book: FaultBook) -> None:
    point = MM if want.format.unit == "mm" else PX_SCREEN
    unit = want.format.unit
    drawn = want.needed / want.found * _side_of(frame.bounds, want, board)
    book.add(
        frame.mark.id,
        f"is {want.found / point:.1f} {unit} {want.side} at {want.format.key}, "
        f"where {want.why} needs {_up(want.needed / point):.1f} {unit}",
        f"draw it {board.asked(drawn)} {want.side} or more",
        line=frame.mark.line,
    )


def _up(length: float) -> float:
    """Return a length rounded up to a tenth, so that obeying it is enough."""
    return math.ceil(length * 10 - 1e-6) / 10


def _side_of(bounds: Rect, want: _Want, board: Board) -> float:
    """Return the side of a drawn frame that was found too short, in artboard pt."""
    format = want.format
    sides = (
        (bounds.width, bounds.width * format.trim.width / board.trim.width),
        (bounds.height, bounds.height * format.trim.height / board.trim.height),
    )
    return min(sides, key=lambda side: abs(side[1] - want.found))[0]


def _brand_logo(slot: AnySlot, box: Rect, format: Format, board: Board) -> Iterator[_Want]:
    rules = board.brand.logo
    needed = length(rules.minimum_width, format)
    yield _Want("wide", box.width, needed, format, "the brand's logo")
    if isinstance(slot, BrandLogoSlot):
        drawn = rules.on(slot.on).box
        yield _Want("high", box.height, needed * drawn.height / drawn.width, format, "the brand's logo")


def _logo(slot: AnySlot, box: Rect, format: Format, board: Board) -> Iterator[_Want]:
    rules = board.brand.partner_logo
    needed = length(rules.minimum_height, format)
    yield _Want("high", box.height, needed, format, "a partner's logo")
    # The kit's height is that of a square logo; a wide one may be lower, down to the same area.
    wide = needed * math.sqrt(_WIDE_LOGO)
    yield _Want("wide", box.width, wide, format, f"a partner's logo {_WIDE_LOGO} times as wide as high")


def _qr(slot: AnySlot, box: Rect, format: Format, board: Board) -> Iterator[_Want]:
    rules = board.brand.qr
    needed = (_QR_SQUARES + 2 * rules.quiet_zone) * length(rules.module, format)
    side = "wide" if box.width < box.height else "high"
    yield _Want(side, min(box.size), needed, format, "a code with an address of 50 characters")


def _imprint(slot: AnySlot, box: Rect, format: Format, board: Board) -> Iterator[_Want]:
    is_turned = isinstance(slot, ImprintSlot) and slot.turn != 0
    along, across = (box.height, box.width) if is_turned else (box.width, box.height)
    style = board.brand.styles[board.brand.imprint.style]
    size = measure(style.minimum, format)
    lines = 2 if across >= size * (style.leading + 1) else 1
    needed = _imprint_width(board.brand) * size / lines
    side = "high" if is_turned else "wide"
    yield _Want(side, along, needed, format, f"an imprint of {len(_USUAL_IMPRINT)} characters")


def _imprint_width(brand: BrandKit) -> float:
    """Return the width of a usual imprint on one line, in em."""
    style = brand.styles[brand.imprint.style]
    return shape(_USUAL_IMPRINT, style.faces, "nl", 0, style.tracking).advance


_WANTS: dict[type, Callable[[AnySlot, Rect, Format, Board], Iterator[_Want]]] = {
    BrandLogoSlot: _brand_logo,
    LogoSlot: _logo,
    QrSlot: _qr,
    ImprintSlot: _imprint,
}
