"""Clips that programs lay around a whole artboard: they cut off the bleed of everything inside at once."""

from collections.abc import Iterator
from dataclasses import replace

from app.engine.geometry import Matrix, Rect
from app.engine.template.edges import SIDES, Board
from app.engine.template.pieces import is_upright_box
from app.engine.toml_table import FaultBook
from app.engine.vector.drawing import Clip, Group, Mark

# In pt: a clip drawn at the trim may miss it by what programs round away.
_SLACK = 1.0

_CURE = (
    "take the clip off, so that art can run {need} past the trim: in Figma switch Clip content off, in Illustrator "
    "release the clipping mask, in Affinity draw on the page instead of in an artboard"
)


def lift_cuts(marks: tuple[Mark, ...], matrix: Matrix, board: Board, book: FaultBook) -> tuple[Mark, ...]:
    """Return the marks without clips that cut off the bleed of the whole sheet; each is a fault.

    With them gone, what is left to say of the drawing is said of the shapes themselves. matrix: drawing → artboard pt.
    """
    trim, bleed_box = Rect(0, 0, *board.trim), board.bleed_box

    def cuts(clip: Clip) -> bool:
        path = clip.path.transformed(matrix)
        box = path.bounds if is_upright_box(path) else None
        return box is not None and box.contains(trim, slack=_SLACK) and not box.contains(bleed_box, slack=_SLACK)

    def lifted(inside: tuple[Mark, ...]) -> Iterator[Mark]:
        for mark in inside:
            if not isinstance(mark, Group):
                yield mark
                continue
            kept = tuple(clip for clip in mark.clips if not cuts(clip))
            if len(kept) < len(mark.clips):
                _tell(mark, board, book)
            yield replace(mark, marks=tuple(lifted(mark.marks)), clips=kept)

    return tuple(lifted(marks))


def _tell(group: Group, board: Board, book: FaultBook) -> None:
    most = max((board.bleed(side) for side in SIDES), key=lambda need: need.length)
    where = f"#{group.id}" if group.id else "group without id"
    problem = f"clips what is in it at the trim, so that nothing bleeds at {most.format}"
    book.add(where, problem, _CURE.format(need=board.at_least(most)), line=group.line)
