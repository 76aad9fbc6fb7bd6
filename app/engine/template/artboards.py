"""Reading an artboard: every rule that a drawing must hold, and what is painted when it does."""

from pathlib import Path as FilePath

from app.engine.brand import BrandKit
from app.engine.errors import UnreadableFile
from app.engine.geometry import Matrix, Point, Rect, Size
from app.engine.template.colours import judge_colors
from app.engine.template.cover import bare_spot
from app.engine.template.cuts import lift_cuts
from app.engine.template.edges import Board, judge_bleed, judge_lines, judge_overlaps, judge_safe_area, live, may_bleed
from app.engine.template.frames import judge_conditions, judge_frames
from app.engine.template.head import BoardEntry, Head
from app.engine.template.kinds import WITH_STAND_IN, ChoiceSlot, PhotoSlot
from app.engine.template.pieces import Piece, take_apart
from app.engine.template.places import LANGUAGE_GROUPS, choice_groups, empty_group, frames_of, with_languages
from app.engine.template.room import judge_room
from app.engine.template.steps import StepMaker
from app.engine.template.upright import judge_upright
from app.engine.template.values import EMPTY, LANGUAGE_COUNTS, LANGUAGES, Artboard
from app.engine.template.view_boxes import without_bleed
from app.engine.toml_table import FaultBook
from app.engine.vector import read_svg
from app.engine.vector.drawing import Drawing
from app.engine.vector.names import TWO

# The sides of a drawing may differ this much from its trim.
_TRIM_SLACK = 0.005

_TRIM_CURE = "draw the trim as the viewBox; let the bleed run past it"

# Why a drawing cannot be read at all, by the reason of UnreadableFile, and what its author does about it.
_UNREADABLE = {
    "svg-too-large": (
        "is larger than 2 MB",
        "export without pictures and without the program's own editing data, and simplify the outlines",
    ),
    "svg-too-complex": ("holds too many parts to draw", "simplify its outlines, and use fewer nested groups and uses"),
    "svg-broken": ("is no sound XML", "export it again as plain SVG"),
    "svg-not-svg": ("holds no svg element", "export it again as plain SVG"),
    "svg-entities": (
        "has a DOCTYPE with entities, or one from elsewhere; only short plain entities are read",
        "delete the DOCTYPE, write out what its entities stand for, or export again as plain SVG",
    ),
}


def read_artboard(
    entry: BoardEntry, folder: FilePath, head: Head, brand: BrandKit, book: FaultBook, *, is_advice: bool = False
) -> Artboard | None:
    """Return an artboard, or None with faults in the book. is_advice: as for Board."""
    drawing = _read_drawing(folder / entry.file, book)
    if drawing is None:
        return None
    matrix = _to_points(drawing.box, entry.trim)
    board = Board(
        trim=entry.trim,
        unit=entry.unit,
        point=entry.point,
        formats=entry.formats,
        brand=brand,
        is_advice=is_advice,
        drawn=drawing.box.width / (entry.trim.width / entry.point),
        box_meant=without_bleed(drawing.box, Size(*(side / entry.point for side in entry.trim))),
    )
    pieces = take_apart(lift_cuts(drawing.marks, matrix, board, book), matrix)
    _judge_meaning(drawing, pieces, head, brand, book)
    if not _judge_aspect(drawing.box, entry, book):
        return None
    _judge_geometry(board, pieces, head, matrix, book)
    if book.faults:
        return None
    maker = StepMaker(
        matrix=matrix,
        trim=entry.trim,
        inks=brand.drawing_inks,
        conditions=_conditional_groups(head),
        frames=frames_of(drawing.marks),
    )
    return Artboard(
        file=entry.file,
        trim=Rect(0, 0, *entry.trim),
        formats=entry.formats,
        steps=maker.steps(drawing.marks),
        mirror=entry.mirror,
    )


def judge_unmeasured(path: FilePath, head: Head | None, brand: BrandKit, book: FaultBook) -> None:
    """Report what is wrong with a drawing whose trim or formats are not known: its colours, frames and choices.

    head: None where it cannot be read; then nobody knows which frames and choices there should be.
    """
    drawing = _read_drawing(path, book)
    if drawing is not None:
        pieces = take_apart(drawing.marks, _to_points(drawing.box, drawing.box.size))
        _judge_meaning(drawing, pieces, head, brand, book)


def _judge_meaning(
    drawing: Drawing, pieces: tuple[Piece, ...], head: Head | None, brand: BrandKit, book: FaultBook
) -> None:
    judge_colors(pieces, brand.drawing_inks, book)
    judge_frames(pieces, drawing.names, head, book)
    judge_conditions(drawing.marks, head, book)
    judge_upright(drawing.marks, book)


def _read_drawing(path: FilePath, book: FaultBook) -> Drawing | None:
    """Return the drawing of a file; what the vector reader does not understand goes into the book."""
    try:
        reading = read_svg(path.read_bytes(), file=book.file, frames=True)
    except OSError:
        book.add("svg", "the file cannot be opened", "export the artboard under this name", line=0)
        return None
    except UnreadableFile as broken:
        problem, cure = _UNREADABLE[broken.reason]
        book.add("svg", problem, cure, line=int(broken.details.get("line", 0)))
        return None
    book.faults.extend(problem.fault(book.file) for problem in reading.problems)
    return reading.drawing


def _judge_aspect(box: Rect, entry: BoardEntry, book: FaultBook) -> bool:
    off = abs(box.width / box.height / (entry.trim.width / entry.trim.height) - 1)
    if off <= _TRIM_SLACK:
        return True
    meant = without_bleed(box, Size(*(side / entry.point for side in entry.trim)))
    wanted = " × ".join(f"{side / entry.point:g}" for side in entry.trim)
    book.add(
        "svg viewBox",
        f"{box.width:g} × {box.height:g} differs by {off:.1%} from the shape of the trim, {wanted} {entry.unit}",
        f'write viewBox="{meant}": the bleed runs past it' if meant else _TRIM_CURE,
        line=1,
    )
    return False


def _to_points(box: Rect, trim: Size) -> Matrix:
    """Return the map from the drawing's units into pt, the trim's corner at the origin."""
    move = Matrix.translation(-box.x, -box.y)
    return move.then(Matrix.scaling(trim.width / box.width, trim.height / box.height))


def _conditional_groups(head: Head) -> dict[str, tuple[str, str]]:
    """Return for the id of each conditional group the slot and the value with which it is painted."""
    groups = {group: (LANGUAGES, count) for group, count in zip(LANGUAGE_GROUPS, LANGUAGE_COUNTS, strict=True)}
    for slot in head.slots.values():
        if isinstance(slot, WITH_STAND_IN):
            groups[empty_group(slot)] = (slot.key, EMPTY)
        elif isinstance(slot, ChoiceSlot):
            groups |= {group: (slot.key, value) for group, value in choice_groups(slot).items()}
    return groups


def _judge_geometry(board: Board, pieces: tuple[Piece, ...], head: Head, matrix: Matrix, book: FaultBook) -> None:
    masks = [f"slot-{slot.key}" for slot in head.slots.values() if isinstance(slot, PhotoSlot)]
    photos = [*masks, *(f"{TWO}{mask}" for mask in masks)]
    frames = live(with_languages(pieces, head.slots, head.stacks), photos)
    judge_safe_area(board, frames, book)
    judge_overlaps(frames, book)
    judge_room(board, frames, head, book)
    judge_bleed(board, may_bleed(pieces, photos), book)
    judge_lines(board, pieces, book, matrix)
    _judge_cover(board, pieces, head, book)


def _judge_cover(board: Board, pieces: tuple[Piece, ...], head: Head, book: FaultBook) -> None:
    choices = [slot for slot in head.slots.values() if isinstance(slot, ChoiceSlot)]
    groups = [LANGUAGE_GROUPS, *(tuple(choice_groups(slot)) for slot in choices)]
    bare = bare_spot(pieces, board.bleed_box, groups)
    if bare:
        need = board.bleed("left")
        reach = f"reaches {board.at_least(need)} past the trim" if need.length else "covers the whole trim"
        cure = f"lay a ground below everything that {reach}{board.or_box}"
        book.add("svg", f"the sheet is not painted {_spot(bare, board)}", cure, line=1)


def _spot(spot: Point, board: Board) -> str:
    """Return in words where a place of a sheet or of its bleed is."""
    width, height = board.trim
    across = f"{board.words(spot.x)} from the left edge of the trim"
    if not 0 <= spot.x <= width:
        across = (
            f"{board.words(-spot.x)} left of the trim"
            if spot.x < 0
            else f"{board.words(spot.x - width)} right of the trim"
        )
    down = f"{board.words(spot.y)} from its top edge"
    if not 0 <= spot.y <= height:
        down = f"{board.words(-spot.y)} above it" if spot.y < 0 else f"{board.words(spot.y - height)} below it"
    return f"{across}, {down}"
