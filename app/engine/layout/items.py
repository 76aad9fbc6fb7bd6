"""What stands on the stage as items of a scene, in paint order, tagged for those who do not see it."""

from collections.abc import Iterator

from app.engine.geometry import Path
from app.engine.layout.alts import photo_alt
from app.engine.layout.frames import Art, Frame
from app.engine.layout.logos import SetLogo
from app.engine.layout.pictures import photo_items
from app.engine.layout.qr import PlacedQr
from app.engine.layout.scrim import scrim_behind
from app.engine.layout.stage import Stage
from app.engine.layout.words import SetText
from app.engine.scene import ArtifactBegin, ArtifactEnd, Fill, Item, TagBegin, TagEnd
from app.engine.template import QrSlot
from app.engine.template.checked import FilledPhoto


def scene_items(stage: Stage) -> Iterator[Item]:
    """Yield every item of a poster."""
    for number, step in enumerate(stage.steps):
        if isinstance(step, Art):
            yield ArtifactBegin(kind="Background")
            yield from step.items
            yield ArtifactEnd()
        else:
            yield from _in_frame(stage, number, step)


def _in_frame(stage: Stage, number: int, frame: Frame) -> Iterator[Item]:
    if frame.key in stage.photos:
        yield from _photo(stage, frame, stage.photos[frame.key])
    elif number in stage.logos:
        yield from _logo(stage, stage.logos[number])
    elif number in stage.codes:
        yield from _code(stage, frame, *stage.codes[number])
    for text in stage.texts[number]:
        yield from _text(stage, text)


def _photo(stage: Stage, frame: Frame, photo: FilledPhoto) -> Iterator[Item]:
    if photo.source is None and photo.illustration is None:
        return
    alt, language = photo_alt(stage.poster, photo)
    yield TagBegin(
        slot=frame.key, role=photo.slot.role, order=stage.order[frame.key], language=language, alt=alt, box=frame.box
    )
    scrim = scrim_behind(stage, frame, photo)
    yield from photo_items(photo, frame, stage.sheet, stage.brand, scrim)
    yield TagEnd()


def _logo(stage: Stage, logo: SetLogo) -> Iterator[Item]:
    if logo.plate_items:
        yield ArtifactBegin(kind="Layout", slot=logo.slot)
        yield from logo.plate_items
        yield ArtifactEnd()
    yield TagBegin(
        slot=logo.slot,
        role="Figure",
        order=stage.order[logo.slot],
        language=logo.language,
        alt=logo.alt,
        box=logo.box,
    )
    yield from logo.items
    yield TagEnd()


def _code(stage: Stage, frame: Frame, code: PlacedQr, url: str) -> Iterator[Item]:
    slot = stage.template.slots[frame.key]
    if not isinstance(slot, QrSlot):
        raise TypeError(f"{frame.key} is no place for a QR code")
    yield TagBegin(
        slot=slot.key,
        role="Figure",
        order=stage.order[slot.key],
        language=stage.poster.language,
        alt=f"QR: {url}",
        box=code.box,
        link=url,
    )
    yield Fill(path=Path.rect(code.box), paint=stage.brand.palette[slot.on])
    yield Fill(path=code.modules, paint=stage.brand.palette[slot.ink])
    yield TagEnd()


def _text(stage: Stage, text: SetText) -> Iterator[Item]:
    if text.bars:
        yield ArtifactBegin(kind="Layout", slot=text.fit.slot)
        yield from text.bars
        yield ArtifactEnd()
    yield TagBegin(
        slot=text.fit.slot,
        role=text.role,
        order=stage.order[text.fit.slot],
        language=text.language,
        actual_text=text.text if any(run.level % 2 for run in text.runs) else "",
    )
    yield from text.runs
    yield TagEnd()
