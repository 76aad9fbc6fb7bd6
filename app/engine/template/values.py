"""A poster template as values: what a designer drew and what it means."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from app.engine.findings import Sentence
from app.engine.geometry import FillRule, Path, Rect
from app.engine.scene import Fill, GroupBegin, GroupEnd, Stroke
from app.engine.scene.items import ClipBegin, ClipEnd
from app.engine.sheet import Format, format_of
from app.engine.template.kinds import AnySlot, TextSlot, VAlign

FORMAT_SLACK = 0.015
"""Sides of a format may differ this much from those of the artboard; positions stretch with them."""

Status = Literal["draft", "published", "retired"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """A column in which text slots flow. gap: × the type size of the slot that follows."""

    key: str
    slots: tuple[str, ...]
    align: VAlign
    gap: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameStep:
    """A place of the paint order that a slot or stack fills. Coordinates in the artboard's trim, 0–1 per axis.

    target: "slot" or "stack". box: of the frame. path, rule: the outline (a mask, for photos), in the same space.
    """

    target: Literal["slot", "stack"]
    key: str
    box: Rect
    path: Path
    rule: FillRule = "nonzero"


EMPTY = ""
"""The value of a photo or logo that is left out; no value of a choice is called so."""

LANGUAGES = "languages of the poster"
"""What stands for a choice between one language and two; no slot can be called so."""

LANGUAGE_COUNTS = ("one", "two")
"""Its values: how many languages a poster has."""


ArtItem = Fill | Stroke | ClipBegin | ClipEnd | GroupBegin | GroupEnd
"""What art is made of: no glyphs and no pictures, which slots alone bring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtStep:
    """Art between frames, as scene items whose coordinates are in artboard pt at `Artboard.trim`.

    upright: whether it changes its place where the artboard mirrors, but is never shown in reverse.
    """

    items: tuple[ArtItem, ...]
    upright: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceStep:
    """Art and frames that are painted only now and then.

    While a choice has this value, a photo or logo is left out (EMPTY), or the poster has so many LANGUAGES.
    """

    slot: str
    value: str
    steps: tuple["Step", ...]


Step = FrameStep | ArtStep | ChoiceStep


@dataclass(frozen=True, slots=True, kw_only=True)
class Artboard:
    """One drawing. file: its name. trim: in pt as drawn. steps: in paint order. mirror: in right-to-left posters."""

    file: str
    trim: Rect
    formats: tuple[Format, ...]
    steps: tuple[Step, ...]
    mirror: bool = False

    @property
    def aspect(self) -> float:
        return self.trim.width / self.trim.height

    @property
    def on_paper(self) -> tuple[Format, ...]:
        """The formats in mm that it serves."""
        return tuple(found for found in self.formats if found.unit == "mm")

    def off(self, format: Format) -> float:
        """Return by how much the shape of a format differs from the drawing's: 0.01 is one per cent."""
        return abs(format.aspect / self.aspect - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadySet:
    """Texts that fill a whole poster with one press.

    profession: whom it is for, or empty for every job. texts: by language, then by slot.
    """

    profession: str
    message: str
    texts: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSpec:
    """What a template is called, whom it is for, and what goes into it.

    professions: empty means all. reader: whom its words speak to, as the kit's ready words know them; empty: anybody.
    """

    version: int
    status: Status
    audience: tuple[str, ...]
    professions: tuple[str, ...]
    message: str
    languages: tuple[str, ...]
    name: Sentence
    summary: Sentence
    note: Sentence | None
    slots: Mapping[str, AnySlot]
    stacks: Mapping[str, Stack]
    ready: tuple[ReadySet, ...] = ()
    reader: str = ""

    @property
    def translations(self) -> Mapping[str, str]:
        """For each text that can stand in a second language too, the slot that says it in that."""
        return {
            slot.translates: slot.key for slot in self.slots.values() if isinstance(slot, TextSlot) and slot.translates
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterTemplate(TemplateSpec):
    """A template, read and checked against a brand kit.

    key: the folder's name. digest: changes with every file of the folder.
    """

    key: str
    digest: str
    artboards: tuple[Artboard, ...]

    @property
    def formats(self) -> tuple[Format, ...]:
        """Every format the template serves, in the order its author named them."""
        return tuple(found for board in self.artboards for found in board.formats)

    @property
    def is_private(self) -> bool:
        """Whether only private people make it: nobody then answers for it but they themselves."""
        return self.audience == ("individual",)

    def largest_below(self, area_mm2: float) -> Format | None:
        """Return the largest format on paper that stays below an area; None where none does."""
        below = [found for found in self.formats if found.unit == "mm" and found.width * found.height < area_mm2]
        return max(below, key=lambda found: found.area_m2, default=None)

    def artboard(self, format_key: str) -> Artboard:
        """Return the artboard that serves a format, of an own size the one of its shape. Raises KeyError for none."""
        for board in self.artboards:
            if any(found.key == format_key for found in board.formats):
                return board
        wanted = format_of(format_key)
        alike = [board for board in self.artboards if board.on_paper and board.off(wanted) <= FORMAT_SLACK]
        if not (wanted.is_own and alike):
            raise KeyError(format_key)
        # Of two drawings of one shape the one that was made for sheets of about this size.
        return min(alike, key=lambda board: min(abs(found.area_m2 - wanted.area_m2) for found in board.on_paper))

    def sizes_near(self, wanted: Format) -> tuple[Format, ...]:
        """Return own sizes of the nearest shape that keep the width or the height of another; none without paper."""
        boards = [board for board in self.artboards if board.on_paper]
        if not boards:
            return ()
        aspect = min(boards, key=lambda board: board.off(wanted)).aspect
        sides = (wanted.width, round(wanted.width / aspect)), (round(wanted.height * aspect), wanted.height)
        return tuple(Format(key=f"{width}x{height}", width=width, height=height) for width, height in sides)
