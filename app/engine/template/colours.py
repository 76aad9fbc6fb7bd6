"""Whether a drawing keeps to the palette: one fault for each colour that is none of it, with all its lines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from app.engine.color import Ink, Rgb, delta_e
from app.engine.template.pieces import Piece
from app.engine.toml_table import FaultBook, listed
from app.engine.vector.drawing import Frame, Line

# CIE 1976. What programs make of a palette colour by converting it, or a picker by missing it, stays below this;
# two colours of the palette lie further apart.
_NEAR = 12.0

# A fault is one line in an editor; beyond so many places their number is told.
_MOST_PLACES = 12

_BLACK = Rgb(0, 0, 0)


@dataclass(slots=True)
class _Uses:
    """Where a colour stands. name: of the first shape that has it."""

    name: str
    kinds: dict[str, None] = field(default_factory=dict)
    lines: dict[int, None] = field(default_factory=dict)


def judge_colors(pieces: Iterable[Piece], inks: Mapping[Rgb, Ink], book: FaultBook) -> None:
    """Report every colour that is not exactly one of the palette, once for all that has it."""
    found: dict[Rgb, _Uses] = {}
    for piece in pieces:
        for color, kind, line in _colors(piece):
            if color not in inks:
                uses = found.setdefault(color, _Uses(piece.name))
                uses.kinds[kind] = uses.lines[line] = None
    for color, uses in found.items():
        problem = f"{listed(uses.kinds).replace(' or ', ' and ')} {color.hex} is no colour of the palette"
        if color == _BLACK:
            problem += "; black is also what a missing fill gives"
        first, *more = uses.lines
        if more:
            problem += f" (also on {_lines(more)})"
        book.add(uses.name, problem, _cure(color, inks), line=first)


def _colors(piece: Piece) -> Iterator[tuple[Rgb, str, int]]:
    """Yield the colours of a piece, what each is there, and its line."""
    if isinstance(piece.mark, Frame):
        return
    shade, line = piece.mark.shade, piece.mark.line
    if isinstance(shade, Rgb):
        yield shade, "stroke" if isinstance(piece.mark, Line) else "fill", line
        return
    for stop in shade.stops:
        yield stop.color, "gradient stop", stop.line or line


def _cure(color: Rgb, inks: Mapping[Rgb, Ink]) -> str:
    near = min(inks, key=lambda known: delta_e(known, color))
    off = delta_e(near, color)
    use = f"use {near.hex} ({inks[near].name})"
    # A missing fill is black because nobody chose a colour, so that none is meant.
    if off <= _NEAR and color != _BLACK:
        return f"{use}, which is probably meant: ΔE {off:.1f} away"
    return f"{use}, the nearest at ΔE {off:.0f}, or another"


def _lines(lines: list[int]) -> str:
    """Return lines as words, neighbours as a range: `lines 12, 15–18`."""
    ordered = sorted(lines)
    starts = [ordered[0], *(after for before, after in pairwise(ordered) if after > before + 1)]
    ends = [*(before for before, after in pairwise(ordered) if after > before + 1), ordered[-1]]
    spans = [str(start) if start == end else f"{start}–{end}" for start, end in zip(starts, ends, strict=True)]
    if len(spans) > _MOST_PLACES:
        return f"{len(lines)} more lines, {', '.join(spans[:_MOST_PLACES])} …"
    return f"line{'s' * (len(lines) > 1)} {', '.join(spans)}"
