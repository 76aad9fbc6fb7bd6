"""Two languages on one poster: neither is set smaller than the other, and what only one says has the room of both."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from app.engine.geometry import Path
from app.engine.layout.frames import Art, Frame
from app.engine.layout.words import SetText

# A second fitting may find other line ends, and so another size; after a few the texts agree, or as good as.
_ROUNDS = 4

# As a share: sizes that nobody tells apart.
_ALIKE = 0.004

# In pt: frames that a designer drew against each other may overlap by a rounding.
_TOUCH = 1.0

Texts = dict[int, tuple[SetText, ...]]
Ceilings = Mapping[str, tuple[float, ...]]


def set_alike(set_all: Callable[[Ceilings], Texts], translations: Mapping[str, str]) -> Texts:
    """Return the texts of a poster, every translation as large as its original; line by line where lines differ.

    set_all: sets them, no slot above its ceilings, in pt. translations: of slots, by the slot that they say again.
    """
    ceilings: dict[str, tuple[float, ...]] = {}
    texts = set_all(ceilings)
    for _ in range(_ROUNDS):
        lower = dict(_ceilings(texts, translations))
        if not lower:
            break
        ceilings |= lower
        texts = set_all(ceilings)
    return texts


def _ceilings(texts: Texts, translations: Mapping[str, str]) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Yield the sizes that neither half of a pair may exceed, where they differ."""
    sizes = {text.fit.slot: text.fit.sizes or (text.fit.size,) for found in texts.values() for text in found}
    for one, other in translations.items():
        lines = list(zip(sizes.get(one, ()), sizes.get(other, ()), strict=False))
        if lines and len(sizes[one]) != len(sizes[other]):
            lines = [(max(sizes[one]), max(sizes[other]))]
        if any(max(line) > min(line) * (1 + _ALIKE) for line in lines):
            lowest = tuple(min(line) for line in lines)
            yield from ((key, lowest) for key in (one, other))


def with_room_of_both(
    steps: tuple[Art | Frame, ...], translations: Mapping[str, str], says: Callable[[str], bool]
) -> tuple[Art | Frame, ...]:
    """Return steps in which a text without its translation, or the other way round, has the frames of both.

    says: whether something is set in a slot. A date in figures is such a text.
    """
    own = {step.key: step for step in steps if isinstance(step, Frame) and step.target == "slot"}
    others = [step for step in steps if isinstance(step, Frame)]
    grown: dict[str, Frame] = {}
    for pair in translations.items():
        halves = [own[key] for key in pair if key in own]
        alone = [half for half in halves if says(half.key)]
        if len(halves) == len(pair) and len(alone) == 1:
            frame = _union(alone[0], halves)
            if not any(other not in halves and _collide(frame, other) for other in others):
                grown[frame.key] = frame
    return tuple(grown.get(step.key, step) if isinstance(step, Frame) else step for step in steps)


def _union(frame: Frame, halves: list[Frame]) -> Frame:
    box = halves[0].box.union(halves[1].box)
    return replace(frame, box=box, path=Path.rect(box))


def _collide(frame: Frame, other: Frame) -> bool:
    return frame.box.grown(-_TOUCH).intersection(other.box) is not None
