"""Frames and entries: what is drawn must have a meaning, what has a meaning must be drawn."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from app.engine.geometry import Path, Rect
from app.engine.template.head import Head
from app.engine.template.kinds import WITH_STAND_IN, ChoiceSlot, PhotoSlot
from app.engine.template.pieces import CONDITIONS, Piece, is_conditional, is_upright_box, language_group
from app.engine.template.places import LANGUAGE_GROUPS, Place, choice_groups, empty_group, languages_of, place_of
from app.engine.toml_table import FaultBook, choose
from app.engine.vector.drawing import Area, Frame, Group, Line, Mark
from app.engine.vector.names import FRAMES, TWO

# What programs put behind a name that stands twice in their file: Figma _2, Affinity and Inkscape 2 or -2,
# Illustrator _1_ or -2.
_NUMBERED = re.compile(r"(.+?)[_-]?\d+_?")

_NAMELESS = (
    "name shapes {names}, and export their names: in Figma tick Include “id” attribute, "
    "in Illustrator take Object IDs: Layer Names"
)

# In pt: a clip of the designer's editor may coincide with the frame that it holds.
_SLACK = 0.06


def judge_frames(pieces: tuple[Piece, ...], names: Mapping[str, int], head: Head | None, book: FaultBook) -> None:
    """Report frames without entry, entries without frame, and frames that cannot be filled.

    names: what elements of the drawing are called, painted or not, with their lines.
    head: None where it cannot be read; then frames are judged by themselves.
    """
    drawn: dict[str, Piece] = {}
    ids = frozenset(piece.mark.id for piece in pieces if isinstance(piece.mark, Frame))
    for piece in pieces:
        if not isinstance(piece.mark, Frame):
            continue
        id = piece.mark.id
        if id in drawn:
            first = drawn[id].mark.line
            book.add(id, f"stands on line {first} too", "keep one frame of each name", line=piece.mark.line)
            continue
        drawn[id] = piece
        _judge_surroundings(piece, book)
        if head is not None:
            _judge_entry(piece, place_of(id), ids, head, book)
            _judge_shape(piece, place_of(id), head, book)
            _judge_branch(piece, place_of(id), ids, head, book)
    if head is not None:
        _judge_missing(drawn, names, head, book)


def _judge_entry(piece: Piece, place: Place, ids: frozenset[str], head: Head, book: FaultBook) -> None:
    """Report a frame that template.toml does not know. ids: of all frames."""
    line, id = piece.mark.line, piece.mark.id
    if place.two and not head.translations:
        book.add(id, "no slot translates another", f"call it {place.usual}, or add a slot that translates", line=line)
    elif place.target == "stack":
        if place.key not in head.stacks:
            book.add(id, f"there is no [stack.{place.key}]", _add(place, ids, head), line=line)
    elif place.key in head.stacked:
        stack = next(stack.key for stack in head.stacks.values() if place.key in stack.slots)
        book.add(id, f"{place.key} flows in stack {stack}", "delete the frame, or take it out of the stack", line=line)
    elif place.key not in head.slots and place.key not in head.broken_slots:
        book.add(id, f"there is no [slot.{place.key}]", _add(place, ids, head), line=line)
    elif isinstance(head.slots.get(place.key), ChoiceSlot):
        book.add(id, "a choice has no frame", f"name groups choice-{place.key}-VALUE instead", line=line)


def _add(place: Place, ids: frozenset[str], head: Head) -> str:
    cure = f"add [{place.target}.{place.key}] to template.toml"
    meant = _meant(place, head)
    if not meant:
        return f"{cure}, or rename the frame"
    if meant not in ids:
        return f"call it {meant}, which has no frame here, or {cure}"
    if _is_numbered(place, meant):
        return f"give {meant} to one shape only: the program numbered the second; delete it or rename it"
    return f'{cure}, or rename the frame: did you mean "{place_of(meant).key}"?'


def _meant(place: Place, head: Head) -> str:
    """Return the name that a frame without an entry should probably have, empty where none is near."""
    framed = [key for key, slot in head.slots.items() if key not in head.stacked and not isinstance(slot, ChoiceSlot)]
    known = framed if place.target == "slot" else [*head.stacks]
    start = f"{TWO if place.two else ''}{place.target}-"
    numbered = [key for key in known if _is_numbered(place, start + key)]
    close = get_close_matches(place.key, known, n=1)
    longer = [key for key in known if place.key.startswith(key) or key.startswith(place.key)]
    return next((start + key for key in (*numbered, *close, *longer)), "")


def _is_numbered(place: Place, meant: str) -> bool:
    """Return whether a name is another one with a number behind it."""
    found = _NUMBERED.fullmatch(place.key)
    return found is not None and found[1] == place_of(meant).key


def _judge_shape(piece: Piece, place: Place, head: Head, book: FaultBook) -> None:
    """Report a frame whose outline its kind of slot cannot fill."""
    assert isinstance(piece.mark, Frame)  # noqa: S101 - for the type checker; judge_frames has chosen
    is_photo = place.target == "slot" and isinstance(head.slots.get(place.key), PhotoSlot)
    id, line = piece.mark.id, piece.mark.line
    if min(piece.bounds.size) <= 0:
        return
    if is_photo and not _is_closed(piece.path):
        book.add(id, "is an open line", "close the shape: it becomes the mask of the photo", line=line)
    elif not is_photo and not (piece.mark.is_rect or is_upright_box(piece.path)) and place.key not in head.broken_slots:
        book.add(id, "is no upright rectangle", "draw a rect without round corners, turned by 90° at most", line=line)


def _is_closed(path: Path) -> bool:
    """Return whether every part of an outline ends where it began."""
    start = end = (0.0, 0.0)
    is_open = False
    for verb, xy in (*path.segments, ("M", (0.0, 0.0))):
        if verb == "M":
            if is_open and start != end:
                return False
            start, is_open = (xy[0], xy[1]), False
        if verb == "Z":
            is_open = False
            end = start
        else:
            end = (xy[-2], xy[-1])
            is_open = verb != "M"
    return True


def _judge_surroundings(piece: Piece, book: FaultBook) -> None:
    """Report a frame without area, or in a group that would change what fills it."""
    id, line = piece.mark.id, piece.mark.line
    if min(piece.bounds.size) <= 0:
        book.add(id, "has no area", "draw a shape with width and height", line=line)
    if piece.faded:
        book.add(id, "lies in a see-through group", "move it out of the group", line=line)
    if any(not _holds(clip.path, piece.bounds) for clip in piece.clips):
        book.add(id, "is cut by a clip path", "move it out of the clip group; draw the cut shape itself", line=line)


def _judge_branch(piece: Piece, place: Place, ids: frozenset[str], head: Head, book: FaultBook) -> None:
    """Report a frame that hides what must show. ids: of all frames; one may have another for two languages."""
    id, line = piece.mark.id, piece.mark.line
    slot = head.slots.get(place.key) if place.target == "slot" else None
    branch = [group for group in piece.branch if not (languages_of(id, ids) and group in LANGUAGE_GROUPS)]
    if branch and slot is not None and slot.required:
        book.add(id, f"is required but shows only with {branch[-1]}", "move it out of that group", line=line)


def _holds(clip: Path, bounds: Rect) -> bool:
    """Return whether a clip is a plain box around a frame, as editors put around whole artboards."""
    return bool(clip) and len(clip.segments) <= 6 and clip.bounds.contains(bounds, slack=_SLACK)


def _alike(names: Mapping[str, int], ids: frozenset[str], head: Head) -> dict[str, str]:
    """Return what is probably meant as a frame, by the right name in plain letters.

    That is what would be called right but for capitals, spaces and signs, and a frame that nothing asks for.
    """
    slips = {_in_plain(name): name for name in names if not name.startswith(FRAMES)}
    unknown = {place_of(id): id for id in sorted(ids)}
    others = {
        _in_plain(meant): id
        for place, id in unknown.items()
        if place.key not in (head.stacks if place.target == "stack" else head.slots) and (meant := _meant(place, head))
    }
    return {**others, **slips}


def _in_plain(name: str) -> str:
    """Return a name in small letters and hyphens: "Slot_Photo", "slot/photo" and "slotPhoto" are "slot-photo"."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name.strip())
    return re.sub(r"[\W_]+", "-", apart).strip("-").lower()


def _judge_missing(drawn: dict[str, Piece], names: Mapping[str, int], head: Head, book: FaultBook) -> None:
    """Report slots and stacks without a frame. names: as for judge_frames."""
    framed = [slot for key, slot in head.slots.items() if key not in head.stacked]
    wanted = [f"slot-{slot.key}" for slot in framed if not isinstance(slot, ChoiceSlot)]
    wanted += [f"stack-{key}" for key in head.stacks]
    alike = _alike(names, frozenset(drawn), head)
    missing = [id for id in wanted if id not in drawn]
    if not drawn and not any(_in_plain(id) in alike for id in missing) and len(wanted) > 1:
        book.add("svg", "no shape has the name of a frame", _NAMELESS.format(names=", ".join(wanted)), line=1)
        return
    for id in missing:
        place = place_of(id)
        entry = f"[{place.target}.{place.key}]"
        called = alike.get(_in_plain(id))
        if called:
            problem = f'{entry} has no frame here, but a shape is called "{called}"'
            book.add(id, problem, f"call it {id}", line=names[called])
        else:
            cure = f'draw a visible shape with id="{id}", or delete {entry}'
            book.add(id, f"{entry} has no frame here", cure, line=0)


def judge_conditions(marks: tuple[Mark, ...], head: Head | None, book: FaultBook) -> None:
    """Report groups of unknown choices or pictures, and values without their group. head: None if not read."""
    slots = head.slots.values() if head is not None else ()
    choices = [slot for slot in slots if isinstance(slot, ChoiceSlot)]
    known = [group for slot in choices for group in choice_groups(slot)]
    empties = [empty_group(slot) for slot in slots if isinstance(slot, WITH_STAND_IN) and not slot.required]
    counts = LANGUAGE_GROUPS if head is not None and head.translations else ()
    optional = [*empties, *counts]
    drawn: set[str] = set()
    for mark in _stray_shapes(marks):
        book.add(mark.id, "is no group", "put the shape in a group and name that", line=mark.line)
        drawn.add(mark.id)
    for group in _conditional(marks):
        if group.id in drawn:
            book.add(group.id, "stands here twice", "join the two groups", line=group.line)
        elif head is not None and group.id not in (*known, *empties) and language_group(group.id) not in counts:
            meant = known if group.id.startswith("choice-") else optional
            book.add(group.id, _unknown(group.id, head), choose(group.id, meant), line=group.line)
        drawn.add(group.id)
    for id in known:
        if id not in drawn:
            book.add(
                id, "this value has no group here", f'draw a group with id="{id}", neither empty nor hidden', line=0
            )


def _unknown(id: str, head: Head) -> str:
    """Return what is wrong with a conditional group that nothing asks for."""
    if id.startswith("choice-"):
        return "no choice has this value"
    if id.startswith("empty-"):
        return "no photo or logo of this name may be left out"
    return "posters have one language or two" if head.translations else "no slot translates another"


def _stray_shapes(marks: tuple[Mark, ...]) -> Iterator[Area | Line]:
    """Yield single shapes that carry the name of a group."""
    for mark in marks:
        if isinstance(mark, Group):
            yield from _stray_shapes(mark.marks)
        elif isinstance(mark, Area | Line) and mark.id.startswith(CONDITIONS):
            yield mark


def _conditional(marks: tuple[Mark, ...]) -> Iterator[Group]:
    for mark in marks:
        if isinstance(mark, Group):
            if is_conditional(mark):
                yield mark
            yield from _conditional(mark.marks)
