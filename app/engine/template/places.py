"""What the names of frames and groups say: whose place it is, and when what they hold is painted."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal, NamedTuple

from app.engine.template.kinds import AnySlot, ChoiceSlot, Slot, TextSlot
from app.engine.template.pieces import Piece
from app.engine.template.values import LANGUAGE_COUNTS, Stack
from app.engine.vector.drawing import Frame, Group, Mark
from app.engine.vector.names import TWO

LANGUAGE_GROUPS = tuple(f"languages-{count}" for count in LANGUAGE_COUNTS)
"""The names of groups that show in posters of one language, and of two."""

Count = Literal["", "one", "two"]


class Place(NamedTuple):
    """What an id says: "slot" or "stack", the name, and whether it holds in posters of two languages alone."""

    target: Literal["slot", "stack"]
    key: str
    two: bool = False

    @property
    def usual(self) -> str:
        """The id of the frame that holds in other posters."""
        return f"{self.target}-{self.key}"


def choice_groups(slot: ChoiceSlot) -> dict[str, str]:
    """Return the names of the groups of a choice, each with the value that it shows with."""
    return {f"choice-{slot.key}-{value}": value for value, _ in slot.values}


def empty_group(slot: Slot) -> str:
    """Return the name of the group that shows while a photo or logo is left out."""
    return f"empty-{slot.key}"


def place_of(id: str) -> Place:
    """Return what the id of a frame says: "two-slot-title" is where the title stands in posters of two languages."""
    target, _, key = id.removeprefix(TWO).partition("-")
    return Place("stack" if target == "stack" else "slot", key, id.startswith(TWO))


def frames_of(marks: Iterable[Mark]) -> frozenset[str]:
    """Return the ids of all frames of a drawing."""
    found: set[str] = set()
    for mark in marks:
        if isinstance(mark, Group):
            found |= frames_of(mark.marks)
        elif isinstance(mark, Frame):
            found.add(mark.id)
    return frozenset(found)


def languages_of(id: str, ids: frozenset[str]) -> Count:
    """Return in posters of how many languages a frame holds; empty for any. ids: of all frames of its drawing."""
    if id.startswith(TWO):
        return "two"
    return "one" if f"{TWO}{id}" in ids else ""


def with_languages(
    pieces: tuple[Piece, ...], slots: Mapping[str, AnySlot], stacks: Mapping[str, Stack]
) -> tuple[Piece, ...]:
    """Return pieces of which every frame lies in the group of the posters in which it is filled."""
    ids = frozenset(piece.mark.id for piece in pieces if isinstance(piece.mark, Frame))

    def count(id: str) -> Count:
        return languages_of(id, ids) or ("two" if _is_translation(place_of(id), slots, stacks) else "")

    def placed(piece: Piece) -> Piece:
        held = count(piece.mark.id) if isinstance(piece.mark, Frame) else ""
        return replace(piece, branch=(*piece.branch, f"languages-{held}")) if held else piece

    return tuple(placed(piece) for piece in pieces)


def _is_translation(place: Place, slots: Mapping[str, AnySlot], stacks: Mapping[str, Stack]) -> bool:
    """Return whether nothing but translations stands in a place."""
    keys = stacks[place.key].slots if place.target == "stack" and place.key in stacks else (place.key,)
    found = [slots.get(key) for key in keys]
    return all(isinstance(slot, TextSlot) and slot.translates for slot in found)
