"""One poster while it is laid out: the steps of its artboard, and what stands in each frame."""

from collections.abc import Iterator
from functools import cached_property, partial
from typing import TypeVar

from app.engine.color import Ink
from app.engine.fonts import is_rtl_language
from app.engine.geometry import Rect
from app.engine.layout.frames import Frame, Side, closed_up
from app.engine.layout.ground import ground_behind
from app.engine.layout.imprint import imprint_words
from app.engine.layout.logos import SetLogo, set_brand_logo, set_partner_logo
from app.engine.layout.pairs import Ceilings, set_alike, with_room_of_both
from app.engine.layout.placed import placed_artboard
from app.engine.layout.places import covered_photos
from app.engine.layout.qr import PlacedQr, may_be_drawn, qr_code
from app.engine.layout.words import Manner, SetText, set_imprint, set_slot, set_stack, words_shown
from app.engine.template import AnySlot, BrandLogoSlot, ImprintSlot, LogoSlot, QrSlot, TextSlot
from app.engine.template.checked import CheckedContent, seen

S = TypeVar("S", bound=AnySlot)


class Stage:
    """What stands where on one poster. Everything is keyed by the number of its step in paint order.

    placeholders: whether required texts that are still empty show their placeholder.
    """

    def __init__(self, poster: CheckedContent, *, placeholders: bool) -> None:
        self.poster, self.placeholders = poster, placeholders
        self.brand, self.template, self.sheet = poster.brand, poster.template, poster.sheet
        artboard = self.template.artboard(self.sheet.format.key)
        self.mirrored = artboard.mirror and is_rtl_language(poster.language)
        steps = placed_artboard(artboard, self.sheet, poster.chosen(), mirrored=self.mirrored)
        # Of the texts that are on this poster; none where it is in one language.
        self.translations = self.template.translations if poster.second_language else {}
        self.steps = with_room_of_both(steps, self.translations, self._says)
        covered = covered_photos(poster)
        self.photos = {photo.slot.key: photo for photo in poster.photos() if photo.slot.key not in covered}
        self.order = {key: number for number, key in enumerate(self.template.slots)}

    def frames(self) -> Iterator[tuple[int, Frame]]:
        """Yield every frame with the number of its step."""
        return ((number, step) for number, step in enumerate(self.steps) if isinstance(step, Frame))

    def _slots(self, kind: type[S]) -> Iterator[tuple[int, Frame, S]]:
        for number, frame in self.frames():
            slot = self.template.slots[frame.key] if frame.target == "slot" else None
            if isinstance(slot, kind):
                yield number, frame, slot

    @cached_property
    def texts(self) -> dict[int, tuple[SetText, ...]]:
        return set_alike(self._set_all, self.translations)

    def _set_all(self, ceilings: Ceilings) -> dict[int, tuple[SetText, ...]]:
        manner = Manner(placeholders=self.placeholders, ceilings=ceilings)
        return {number: self._set(frame, manner) for number, frame in self.frames()}

    def _says(self, slot_key: str) -> bool:
        slot = self.template.slots[slot_key]
        return isinstance(slot, TextSlot) and bool(words_shown(self.poster, slot, placeholders=self.placeholders).text)

    def _set(self, frame: Frame, manner: Manner) -> tuple[SetText, ...]:
        if frame.target == "stack":
            return set_stack(self.poster, self.template.stacks[frame.key], frame.box, manner)
        slot = self.template.slots[frame.key]
        if isinstance(slot, TextSlot):
            return set_slot(self.poster, slot, frame.box, manner)
        if isinstance(slot, ImprintSlot):
            return set_imprint(self.poster, slot, imprint_words(self.poster), frame.box)
        return ()

    @cached_property
    def logos(self) -> dict[int, SetLogo]:
        """The brand's logo and those of partners; a logo that could not be read is not among them."""
        found = {
            number: set_brand_logo(self.poster, slot, frame.box, partial(self._ground, number), mirrored=self.mirrored)
            for number, frame, slot in self._slots(BrandLogoSlot)
        }
        own = max((logo.box.width * logo.box.height for logo in found.values()), default=0.0)
        filled = {logo.slot.key: logo for logo in self.poster.logos() if logo.logo is not None}
        for number, frame, slot in self._slots(LogoSlot):
            if slot.key in filled:
                box = self._closed_up(frame, self._lean(slot))
                ground = self._ground(number, box)
                found[number] = set_partner_logo(
                    self.poster, filled[slot.key], box, ground, own, mirrored=self.mirrored
                )
        return found

    def _ground(self, number: int, box: Rect) -> Ink | None:
        """Return the flat colour behind a box of a step, None for a photo, a gradient or an edge."""
        return ground_behind(box, self.steps[:number], frozenset(self.photos))

    def _lean(self, slot: LogoSlot) -> Side | None:
        """Return the side of its frame that a logo keeps to."""
        if slot.anchor.horizontal == "center":
            return None
        return "right" if (slot.anchor.horizontal == "end") != self.mirrored else "left"

    @cached_property
    def codes(self) -> dict[int, tuple[PlacedQr, str]]:
        """The QR codes with their addresses."""
        urls = {slot.key: url for slot, choice in self.poster.qrs() if may_be_drawn(url := seen(choice.url))}
        found = {}
        for number, frame, slot in self._slots(QrSlot):
            if slot.key in urls:
                outer: Side = "right" if frame.box.center.x > self.sheet.trim_box.center.x else "left"
                box = self._closed_up(frame, outer)
                place = Rect(box.right - frame.box.width if outer == "right" else box.x, box.y, *frame.box.size)
                found[number] = qr_code(urls[slot.key], place, self.brand, self.sheet), urls[slot.key]
        return found

    def _closed_up(self, frame: Frame, side: Side | None) -> Rect:
        """Return a mark's frame, grown to one side over the frames of marks that are not there."""
        others = [other for _, other in self.frames() if other is not frame]
        absent = [other.box for other in others if self._kind(other) in ("logo", "qr") and self._is_empty(other)]
        present = [other.box for other in others if self._kind(other) != "photo" and not self._is_empty(other)]
        return closed_up(frame.box, absent, present, side) if side else frame.box

    def _kind(self, frame: Frame) -> str:
        return self.template.slots[frame.key].kind if frame.target == "slot" else "stack"

    def _is_empty(self, frame: Frame) -> bool:
        return frame.target == "slot" and self.poster.is_empty(frame.key)
