"""The words of slots and stacks, set and placed in their frames."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.engine.content import Text
from app.engine.content.cleaning import clean
from app.engine.geometry import Path, Rect
from app.engine.layout.imprint import turned
from app.engine.layout.text import PlacedText, TextRequest, fit_stack, fit_text, place, place_stack
from app.engine.scene import Fill, GlyphRun, TextFit
from app.engine.template import ImprintSlot, Stack, TextSlot
from app.engine.template.checked import CheckedContent


@dataclass(frozen=True, slots=True, kw_only=True)
class SetText:
    """One text in its place. text: its words, in logical order."""

    role: str
    text: str
    language: str
    bars: tuple[Fill, ...]
    runs: tuple[GlyphRun, ...]
    fit: TextFit


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How the texts of a poster are set.

    placeholders: whether what must be there and is still empty shows its placeholder. ceilings: sizes that slots may
    not exceed, in pt: one for each line, where lines have sizes of their own.
    """

    placeholders: bool
    ceilings: Mapping[str, tuple[float, ...]] = field(default_factory=dict)


def set_slot(poster: CheckedContent, slot: TextSlot, frame: Rect, manner: Manner) -> tuple[SetText, ...]:
    """Set a text in a frame of its own; nothing for an empty one."""
    request = _request(poster, slot, manner)
    block = fit_text(request, frame.size, poster.sheet)
    return _set([slot], [request], [place(block, frame, valign=slot.valign, within=poster.sheet.safe_box)])


def set_stack(poster: CheckedContent, stack: Stack, frame: Rect, manner: Manner) -> tuple[SetText, ...]:
    """Set the texts of a stack under each other; empty ones take no room."""
    slots = [slot for slot in (poster.template.slots[key] for key in stack.slots) if isinstance(slot, TextSlot)]
    requests = _of_one_rank([_request(poster, slot, manner) for slot in slots])
    blocks = fit_stack(requests, frame.size, stack.gap, poster.sheet)
    return _set(
        slots, requests, place_stack(blocks, frame, gap=stack.gap, valign=stack.align, within=poster.sheet.safe_box)
    )


def set_imprint(poster: CheckedContent, slot: ImprintSlot, words: str, frame: Rect) -> tuple[SetText, ...]:
    """Set the imprint in one or two lines of small type, turned where the template says so."""
    brand = poster.brand
    request = TextRequest(
        slot=slot.key,
        text=words,
        language=poster.language,
        style=brand.styles[brand.imprint.style],
        ink=brand.palette[slot.ink],
        lines=(1, 2),
    )
    local, matrix = turned(frame, slot.turn)
    placed = place(fit_text(request, local.size, poster.sheet), local, valign="bottom")
    if not placed.runs:
        return ()
    if matrix is None:
        return (_text("P", request, placed),)
    runs = tuple(replace(run, matrix=matrix) for run in placed.runs)
    box = Path.rect(placed.fit.box).transformed(matrix).bounds
    return (_text("P", request, replace(placed, runs=runs, fit=replace(placed.fit, box=box))),)


def _of_one_rank(requests: list[TextRequest]) -> list[TextRequest]:
    """Return requests of which those of one style, which keep one size, have the lowest ceiling of them."""
    lowest: dict[str, tuple[float, ...]] = {}
    for request in requests:
        found = (*lowest.get(request.style.key, ()), *request.ceilings)
        lowest[request.style.key] = (min(found),) if found else ()
    return [replace(request, ceilings=lowest[request.style.key]) for request in requests]


def _request(poster: CheckedContent, slot: TextSlot, manner: Manner) -> TextRequest:
    words = words_shown(poster, slot, placeholders=manner.placeholders)
    palette = poster.brand.palette
    return TextRequest(
        slot=slot.key,
        text=words.text,
        language=words.language,
        style=poster.brand.styles[slot.style].in_language(words.language),
        ink=palette[slot.ink],
        lines=poster.lines_of(slot),
        bar_ink=palette[slot.bar] if slot.bar else None,
        marker_ink=palette[slot.marker] if slot.marker else None,
        align=slot.align,
        ceilings=manner.ceilings.get(slot.key, ()),
    )


def words_shown(poster: CheckedContent, slot: TextSlot, *, placeholders: bool) -> Text:
    """Return what is set in a slot: what was typed, or what stands in for it, or nothing."""
    found = poster.text(slot.key)
    if found.text.strip():
        return replace(found, text=clean(found.text).text.strip())
    if placeholders and poster.wants(slot):
        sample = slot.placeholder.get(found.language) or slot.placeholder.get("nl", "")
        return replace(found, text=sample)
    return replace(found, text="")


def _set(
    slots: Iterable[TextSlot], requests: Iterable[TextRequest], placed: Iterable[PlacedText]
) -> tuple[SetText, ...]:
    found = zip(slots, requests, placed, strict=True)
    return tuple(_text(slot.role, request, text) for slot, request, text in found if text.runs)


def _text(role: str, request: TextRequest, placed: PlacedText) -> SetText:
    return SetText(
        role=role,
        text=" ".join(request.text.split()),
        language=request.language,
        bars=placed.bars,
        runs=placed.runs,
        fit=placed.fit,
    )
