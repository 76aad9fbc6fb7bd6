"""Laying out: every decision about one poster on one sheet is taken here, none is left to a painter."""

from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

from app.engine.fonts import is_rtl_language
from app.engine.geometry import Path
from app.engine.layout.frames import Art, Frame, arranged, closed_up
from app.engine.layout.ground import ground_behind
from app.engine.layout.imprint import imprint_text
from app.engine.layout.logos import SetLogo, set_brand_logo, set_partner_logo
from app.engine.layout.marks import PlacedQr, qr_code
from app.engine.layout.pictures import photo_items, picture_fit, veil_behind
from app.engine.layout.words import SetText, set_imprint, set_slot, set_stack
from app.engine.scene import (
    ArtifactBegin,
    ArtifactEnd,
    Fill,
    Item,
    MarkFit,
    PictureFit,
    Scene,
    TagBegin,
    TagEnd,
)
from app.engine.template import AnySlot, BrandLogoSlot, ImprintSlot, LogoSlot, QrSlot, TextSlot
from app.engine.template.checked import CheckedContent, FilledPhoto

S = TypeVar("S", bound=AnySlot)


def lay_out(poster: CheckedContent, *, placeholders: bool = False) -> Scene:
    """Return the poster as a flat list of what is painted where.

    placeholders: whether required texts that are still empty show their placeholder, as previews and proofs do.
    """
    stage = _Stage(poster, placeholders)
    return Scene(
        sheet=stage.sheet,
        language=poster.language,
        title=_title(poster),
        items=tuple(item for number in range(len(stage.steps)) for item in stage.painted(number)),
        texts=tuple(text.fit for found in stage.texts.values() for text in found),
        pictures=tuple(stage.pictures()),
        marks=tuple(stage.marks()),
    )


def _title(poster: CheckedContent) -> str:
    for slot, text in poster.texts():
        if slot.role == "H1":
            return " ".join(text.text.split())
    return poster.template.name.in_language(poster.language)


class _Stage:
    """One poster while it is laid out: the steps of its artboard, and what stands in each frame."""

    def __init__(self, poster: CheckedContent, placeholders: bool) -> None:
        self.poster, self.placeholders = poster, placeholders
        self.brand, self.template, self.sheet = poster.brand, poster.template, poster.sheet
        self.rtl = is_rtl_language(poster.language)
        artboard = self.template.artboard(self.sheet.format.key)
        self.steps = arranged(artboard, self.sheet, poster.chosen(), mirrored=self.rtl)
        self.photos = {photo.slot.key: photo for photo in poster.photos()}
        self.order = {key: number for number, key in enumerate(self.template.slots)}

    # -- what stands in the frames, by the number of their step

    def _frames(self, kind: type[S]) -> Iterator[tuple[int, Frame, S]]:
        for number, step in enumerate(self.steps):
            if isinstance(step, Frame) and step.target == "slot":
                slot = self.template.slots[step.key]
                if isinstance(slot, kind):
                    yield number, step, slot

    @cached_property
    def texts(self) -> dict[int, tuple[SetText, ...]]:
        found: dict[int, tuple[SetText, ...]] = {}
        for number, step in enumerate(self.steps):
            if isinstance(step, Frame):
                found[number] = self._set(step)
        return found

    def _set(self, frame: Frame) -> tuple[SetText, ...]:
        if frame.target == "stack":
            return set_stack(self.poster, self.template.stacks[frame.key], frame.box, placeholders=self.placeholders)
        slot = self.template.slots[frame.key]
        if isinstance(slot, TextSlot):
            return set_slot(self.poster, slot, frame.box, placeholders=self.placeholders)
        if isinstance(slot, ImprintSlot):
            poster = self.poster
            words = imprint_text(poster.imprint, self.brand.imprint, poster.language, poster.credits())
            return set_imprint(poster, slot, words, frame.box)
        return ()

    @cached_property
    def logos(self) -> dict[int, SetLogo]:
        found = {
            number: set_brand_logo(self.poster, slot, frame.box, rtl=self.rtl)
            for number, frame, slot in self._frames(BrandLogoSlot)
        }
        own = max((logo.box.width * logo.box.height for logo in found.values()), default=0.0)
        filled = {logo.slot.key: logo for logo in self.poster.logos() if logo.logo is not None}
        for number, frame, slot in self._frames(LogoSlot):
            if slot.key in filled:
                grown = closed_up(frame, self._empty_frames(), slot.anchor.horizontal, rtl=self.rtl)
                ground = ground_behind(grown.box, self.steps[:number], frozenset(self.photos))
                found[number] = set_partner_logo(self.poster, filled[slot.key], grown.box, ground, own, rtl=self.rtl)
        return found

    def _empty_frames(self) -> list[Frame]:
        return [frame for _, frame, slot in self._frames(QrSlot) if self.poster.is_empty(slot.key)]

    @cached_property
    def codes(self) -> dict[int, tuple[PlacedQr, str]]:
        urls = {slot.key: choice.url.strip() for slot, choice in self.poster.qrs()}
        return {
            number: (qr_code(urls[slot.key], frame.box, self.brand, self.sheet), urls[slot.key])
            for number, frame, slot in self._frames(QrSlot)
            if slot.key in urls
        }

    # -- facts for preflight

    def pictures(self) -> Iterator[PictureFit]:
        for step in self.steps:
            if isinstance(step, Frame) and step.key in self.photos:
                fit = picture_fit(self.photos[step.key], step)
                if fit is not None:
                    yield fit
        yield from (logo.fit for logo in self.logos.values() if logo.fit is not None)

    def marks(self) -> Iterator[MarkFit]:
        for logo in self.logos.values():
            kind = self.template.slots[logo.slot].kind
            yield MarkFit(slot=logo.slot, kind=kind, box=logo.box, clear_box=logo.clear_box)
            if logo.plate is not None:
                yield MarkFit(slot=logo.slot, kind="plate", box=logo.plate, clear_box=logo.plate)
        for number, (code, _) in self.codes.items():
            step = self.steps[number]
            if isinstance(step, Frame):
                yield MarkFit(slot=step.key, kind="qr", box=code.box, clear_box=code.box, module=code.module)

    # -- items, in paint order

    def painted(self, number: int) -> Iterator[Item]:
        step = self.steps[number]
        if isinstance(step, Art):
            yield ArtifactBegin(kind="Background")
            yield from step.items
            yield ArtifactEnd()
        elif step.key in self.photos:
            yield from self._photo(step, self.photos[step.key])
        elif number in self.logos:
            yield from self._logo(self.logos[number])
        elif number in self.codes:
            yield from self._code(step, *self.codes[number])
        else:
            for text in self.texts[number]:
                yield from self._text(text)

    def _tag(self, slot: str, role: str, **more: object) -> TagBegin:
        known = {"language": self.poster.language, **more}
        return TagBegin(slot=slot, role=role, order=self.order[slot], **known)  # type: ignore[arg-type]

    def _photo(self, frame: Frame, photo: FilledPhoto) -> Iterator[Item]:
        alt = photo.choice.alt.strip() or self._illustration_alt(photo)
        tag = self._tag(frame.key, photo.slot.role, alt=alt, box=frame.box)
        yield from photo_items(photo, frame, self.brand, self._veil(frame, photo), tag)

    def _illustration_alt(self, photo: FilledPhoto) -> str:
        alts = self.brand.illustration_alts.get(photo.choice.illustration, {})
        return alts.get(self.poster.language) or alts.get("nl", photo.choice.illustration)

    def _veil(self, frame: Frame, photo: FilledPhoto) -> tuple[Item, ...]:
        """Return the veil behind the texts that stand bare on this photo, in the ground they are meant for."""
        if not photo.choice.scrim and photo.slot.treatment != "scrim":
            return ()
        boxes, ink = [], self.brand.palette[self.brand.photo.scrim]
        for text in (text for found in self.texts.values() for text in found):
            slot = self.template.slots[text.fit.slot]
            if isinstance(slot, TextSlot) and not slot.bar and frame.box.intersection(text.fit.box):
                boxes.append(text.fit.box)
                ink = self.brand.palette[slot.on]
        return veil_behind(tuple(boxes), ink, frame, self.sheet, self.brand.photo.scrim_opacity)

    def _logo(self, logo: SetLogo) -> Iterator[Item]:
        if logo.plate_items:
            yield ArtifactBegin(kind="Layout", slot=logo.slot)
            yield from logo.plate_items
            yield ArtifactEnd()
        yield self._tag(logo.slot, "Figure", alt=logo.alt, box=logo.box)
        yield from logo.items
        yield TagEnd()

    def _code(self, frame: Frame, code: PlacedQr, url: str) -> Iterator[Item]:
        slot = self.template.slots[frame.key]
        if not isinstance(slot, QrSlot):
            return
        yield self._tag(slot.key, "Figure", alt=f"QR: {url}", box=code.box, link=url)
        yield Fill(path=Path.rect(code.box), paint=self.brand.palette[slot.on])
        yield Fill(path=code.modules, paint=self.brand.palette[slot.ink])
        yield TagEnd()

    def _text(self, text: SetText) -> Iterator[Item]:
        if text.bars:
            yield ArtifactBegin(kind="Layout", slot=text.fit.slot)
            yield from text.bars
            yield ArtifactEnd()
        actual = text.text if any(run.level % 2 for run in text.runs) else ""
        yield self._tag(text.fit.slot, text.role, language=text.language, actual_text=actual)
        yield from text.runs
        yield TagEnd()
