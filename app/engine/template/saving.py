"""A template that saves ink: large fields of colour become paper with an edge of their colour, words follow.

Whatever is small keeps its colour: bars, people, flowers, marks. So a poster stays what it is, drawn instead of printed
full. All rules judge it anew, for the words stand on other grounds now.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.engine.brand import BrandKit
from app.engine.color import Ink, contrast
from app.engine.geometry import IDENTITY, Path, Rect, polygon_area
from app.engine.scene import ClipBegin, ClipEnd, Fill, Stroke
from app.engine.template.kinds import AnySlot, BrandLogoSlot, ImprintSlot, QrSlot, TextSlot
from app.engine.template.values import Artboard, ArtItem, ArtStep, ChoiceStep, PosterTemplate, Step

# Contrast at which a small bar beside words is seen at a glance.
_SEEN = 2.0

# Contrast below which a shape is not seen on paper.
_LOST = 1.25


def saving_ink(template: PosterTemplate, brand: BrandKit) -> PosterTemplate:
    """Return the template as it is printed with little ink. A kit that names no grounds gives it as it is."""
    if not brand.saving.grounds:
        return template
    saver = _Saver(brand)
    return replace(
        template,
        slots={key: saver.slot(slot) for key, slot in template.slots.items()},
        artboards=tuple(saver.artboard(board) for board in template.artboards),
    )


@dataclass(frozen=True)
class _Saver:
    """What a kit says of saving, put to use."""

    brand: BrandKit

    # Words

    def slot(self, slot: AnySlot) -> AnySlot:
        """Return a slot whose words may stand on what its ground became."""
        match slot:
            case TextSlot() if slot.bar:
                return self._on_bar(slot)
            case TextSlot():
                ground = self._ground(slot.on)
                large = self.brand.styles[slot.style].large
                ink = self._ink(slot.ink, slot.on, large=large)
                return replace(slot, on=ground, ink=ink, marker=self._marker(slot.marker, slot.on))
            case ImprintSlot():
                return replace(slot, on=self._ground(slot.on), ink=self._ink(slot.ink, slot.on, large=False))
            case QrSlot() | BrandLogoSlot():
                return replace(slot, on=self._ground(slot.on))
        return slot

    def _ground(self, ground: str) -> str:
        return self.brand.saving.grounds.get(ground, ground)

    def _ink(self, ink: str, old: str, *, large: bool) -> str:
        """Return the ink itself if it may stand on the new ground, else the ground's old colour, else the darkest."""
        ground = self._ground(old)
        allowed = [found for found in (ink, old) if self.brand.allows(found, ground, large=large)]
        return allowed[0] if allowed else self._most_seen(ground, large=large) or ink

    def _most_seen(self, ground: str, *, large: bool) -> str:
        palette = self.brand.palette
        inks = [pair.ink for pair in self.brand.pairs if self.brand.allows(pair.ink, ground, large=large)]
        return max(inks, key=lambda ink: contrast(palette[ink].srgb, palette[ground].srgb), default="")

    def _on_bar(self, slot: TextSlot) -> TextSlot:
        """Return a text on bars that are still seen where a bar of paper would lie on paper."""
        bar = self.brand.saving.bar
        if slot.bar != self._paper or not bar:
            return slot
        large = self.brand.styles[slot.style].large
        ink = slot.ink if self.brand.allows(slot.ink, bar, large=large) else self._most_seen(bar, large=large)
        return replace(slot, bar=bar, ink=ink)

    def _marker(self, marker: str, old: str) -> str:
        palette, ground = self.brand.palette, self._ground(old)
        if not marker or ground == old or contrast(palette[marker].srgb, palette[ground].srgb) >= _SEEN:
            return marker
        return old

    @property
    def _paper(self) -> str:
        """The palette colour without ink."""
        return next((key for key, ink in self.brand.palette.items() if not ink.cmyk.coverage), "")

    # Fields

    def artboard(self, board: Artboard) -> Artboard:
        return replace(board, steps=tuple(self._steps(board.steps, board.trim, [])))

    def _steps(self, steps: Iterable[Step], trim: Rect, before: list[Fill]) -> Iterator[Step]:
        """Yield steps anew. before: the large fields that are painted already; it grows."""
        for step in steps:
            match step:
                case ChoiceStep():
                    yield replace(step, steps=tuple(self._steps(step.steps, trim, [*before])))
                case ArtStep():
                    yield replace(
                        step, items=tuple(new for item in step.items for new in self._art(item, trim, before))
                    )
                case _:
                    yield step

    def _art(self, item: ArtItem, trim: Rect, before: list[Fill]) -> Iterator[ArtItem]:
        """Yield a large field anew, anything else as it is."""
        ground = self._new_ground(item, trim)
        if not isinstance(item, Fill) or ground is None:
            yield self._seen_on_paper(item)
            return
        goes_on = _goes_on(item, before)
        if goes_on:
            yield from self._cleared(item, ground, trim)
        yield replace(item, paint=ground)
        if ground.cmyk.coverage == 0 and isinstance(item.paint, Ink):
            yield ClipBegin(path=item.path, rule=item.rule)
            for path in (Path.rect(trim), *([] if goes_on else [item.path])):
                yield Stroke(path=path, paint=item.paint, width=self._pen(trim), matrix=IDENTITY)
            yield ClipEnd()
        before.append(item)

    def _pen(self, trim: Rect) -> float:
        """Return the width of a line of which one half is cut away, in pt at the artboard's trim."""
        return 2 * self.brand.saving.edge / 1000 * trim.size.geometric_mean

    def _cleared(self, item: Fill, ground: Ink, trim: Rect) -> Iterator[ArtItem]:
        """Yield what takes away the lines of other fields around one whose own edge is not seen."""
        yield ClipBegin(path=Path.rect(trim.grown(-self._pen(trim) / 2)))
        yield Stroke(path=item.path, paint=ground, width=self._pen(trim), matrix=IDENTITY)
        yield ClipEnd()

    def _seen_on_paper(self, item: ArtItem) -> ArtItem:
        """Return small art in a colour that is not lost on paper."""
        rules, palette = self.brand.saving, self.brand.palette
        if not (rules.pale and self._paper) or not isinstance(item, Fill | Stroke) or not isinstance(item.paint, Ink):
            return item
        is_lost = contrast(item.paint.srgb, palette[self._paper].srgb) < _LOST
        return replace(item, paint=palette[rules.pale]) if is_lost else item

    def _new_ground(self, item: ArtItem, trim: Rect) -> Ink | None:
        if not isinstance(item, Fill) or not isinstance(item.paint, Ink):
            return None
        name = self.brand.saving.grounds.get(item.paint.name)
        is_large = area_of(item.path) >= self.brand.saving.large * trim.width * trim.height
        return self.brand.palette[name] if name and is_large else None


def _goes_on(field: Fill, before: Iterable[Fill]) -> bool:
    """Return whether a field lies on one of its own colour, so that no edge of it was seen."""
    same = (other for other in before if other.paint == field.paint)
    return any(field.path.bounds.intersection(other.path.bounds) for other in same)


def area_of(path: Path) -> float:
    """Return how large the largest part of an outline is, in pt²."""
    return max((abs(polygon_area(corners)) for corners in path.polygons()), default=0.0)
