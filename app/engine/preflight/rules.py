"""The book that the rules of laid-out posters are entered in, and what they look at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from app.engine.color import Ink
from app.engine.findings import Finding, Fix, RuleBook, Sentence, Severity, sentence
from app.engine.geometry import Rect
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
from app.engine.template import Slot
from app.engine.template.checked import CheckedContent

PixelsBehind = Callable[[Rect], "np.ndarray[Any, np.dtype[np.uint8]]"]
"""Return the sRGB pixels, n × 3, that lie behind a box once all type is taken away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A poster that lies on the light table. behind: asked only by rules that must see pixels."""

    poster: CheckedContent
    scene: Scene
    behind: PixelsBehind

    def slot(self, key: str) -> Slot:
        return self.poster.template.slots[key]

    def label(self, key: str) -> Sentence:
        return self.slot(key).label

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


def finding(key: str, severity: Severity, slot: str, fix: Fix | None = None, **values: object) -> Finding:
    """Return a finding whose sentence stands under `key`; the part before the dot is its code."""
    code = key.partition(".")[0]
    return Finding(code=code, severity=severity, slot=slot, message=sentence(key, **values), fix=fix)
