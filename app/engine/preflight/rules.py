"""The book that the rules of laid-out posters are entered in, and what they look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from app.engine.color import Ink
from app.engine.findings import RuleBook, Sentence
from app.engine.geometry import Rect
from app.engine.names import format_name
from app.engine.preflight.seen import Surface
from app.engine.scene import (
    ArtifactBegin,
    ArtifactEnd,
    Fill,
    GlyphRun,
    Item,
    MarkFit,
    Paint,
    Scene,
    Stroke,
    TagBegin,
    TagEnd,
)
from app.engine.sheet import Format
from app.engine.template import AnySlot
from app.engine.template.checked import CheckedContent
from app.engine.units import PX_SCREEN_MM

PixelsBehind = Callable[[Rect], "np.ndarray[Any, np.dtype[np.uint8]]"]
"""Return the sRGB pixels that lie behind a box once type and logos are taken away; the last axis is the channel."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A poster that lies on the light table. behind: asked only by rules that must see pixels."""

    poster: CheckedContent
    scene: Scene
    behind: PixelsBehind

    @cached_property
    def surface(self) -> Surface:
        """The scene, to be asked what lies at a place."""
        return Surface(self.scene.items)

    def start(self, slot: str) -> int | None:
        """Return the number of the item with which the words or picture of a slot begin."""
        tags = ((number, item) for number, item in enumerate(self.scene.items) if isinstance(item, TagBegin))
        return next((number for number, item in tags if item.slot == slot), None)

    @property
    def format(self) -> Format:
        return self.scene.sheet.format

    @property
    def is_printed(self) -> bool:
        """Whether it goes to a press, where ink, knife and bleed count."""
        return self.poster.purpose.destination in ("print", "proof", "all") and self.format.unit == "mm"

    @property
    def size(self) -> Sentence:
        """The format as users call it."""
        return format_name(self.format)

    def slot(self, key: str) -> AnySlot:
        return self.poster.template.slots[key]

    def label(self, key: str) -> Sentence:
        return self.slot(key).label

    def in_units(self, length_mm: float) -> float:
        """Return a length in mm as users of the format measure it: mm, or px on a screen."""
        return length_mm if self.format.unit == "mm" else float(round(length_mm / PX_SCREEN_MM))

    @cached_property
    def pushed(self) -> frozenset[str]:
        """The texts that stand elsewhere than they will: too long themselves, or in a stack with one that is.

        Where they stand now is the length's doing, which has its own finding.
        """
        long = {found.slot for found in self.poster.findings if found.code == "too-long"}
        long |= {fit.slot for fit in self.scene.texts if fit.overset}
        stacks = (set(stack.slots) for stack in self.poster.template.stacks.values())
        return frozenset(long.union(*(slots for slots in stacks if slots & long)))

    def marks(self, kind: str) -> Iterator[MarkFit]:
        return (mark for mark in self.scene.marks if mark.kind == kind)

    def painted(self) -> Iterator[tuple[str, Item]]:
        """Yield every item with the key of the slot it belongs to; empty for art."""
        owner = ""
        for item in self.scene.items:
            if isinstance(item, TagBegin | ArtifactBegin):
                owner = item.slot
            elif isinstance(item, TagEnd | ArtifactEnd):
                owner = ""
            yield owner, item

    def inks(self) -> Iterator[tuple[str, Ink]]:
        """Yield every ink that is put down, with the slot it belongs to."""
        for owner, item in self.painted():
            if isinstance(item, Fill | Stroke):
                yield from ((owner, ink) for ink in _inks_of(item.paint))
            elif isinstance(item, GlyphRun):
                yield owner, item.ink


def _inks_of(paint: Paint) -> tuple[Ink, ...]:
    return (paint,) if isinstance(paint, Ink) else tuple(stop.ink for stop in paint.stops)


BOOK: RuleBook[[Judged]] = RuleBook()
