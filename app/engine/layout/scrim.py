"""The scrim: a band of colour between a photo and the texts on it, as thick as reading them asks."""

from collections.abc import Iterable
from typing import NamedTuple

from app.engine.color import Cmyk, Ink, PrintCondition, Rgb, contrast, luminance
from app.engine.geometry import Path, Rect
from app.engine.layout.frames import Frame
from app.engine.layout.stage import Stage
from app.engine.scene import Fill
from app.engine.template.checked import FilledPhoto, stands_bare

# Above and below the texts, in ‰ of the sheet: the air of a paragraph.
_AIR = 22

# A band that ends this near to the edge of its photo, as a share of the photo's height, runs on to it.
_NEAR = 0.2

# A codec and soft edges stand between these numbers and a pixel: asked for so much more, each pixel keeps the limit.
_MARGIN = 1.08

_PAPER = Cmyk(0, 0, 0, 0)
_STEPS = 20


class _Bare(NamedTuple):
    """A text that stands on a photo without a bar. limit: the contrast it needs."""

    box: Rect
    ink: Ink
    on: Ink
    limit: float


def scrim_behind(stage: Stage, frame: Frame, photo: FilledPhoto) -> tuple[Fill, ...]:
    """Return the scrim between a photo and the texts on it, in the ground they are meant for; nothing unless asked for.

    It covers the worst that a photo can hold, white or black, so that it cures whatever photo is chosen.
    """
    texts = list(_bare_texts(stage, frame))
    if not texts or not (photo.choice.scrim or photo.slot.treatment == "scrim"):
        return ()
    ground = texts[0].on
    opacity = max(
        stage.brand.photo.scrim_opacity,
        *(thickness(text.ink.srgb, ground.cmyk, text.limit, stage.brand.print.judged_under) for text in texts),
    )
    return (Fill(path=Path.rect(_band(stage, frame, texts)), paint=ground, opacity=opacity),)


def _bare_texts(stage: Stage, frame: Frame) -> Iterable[_Bare]:
    palette = stage.brand.palette
    for text in (text for found in stage.texts.values() for text in found):
        slot = stage.template.slots[text.fit.slot]
        if stands_bare(slot) and frame.box.intersection(text.fit.box):
            limit = stage.brand.styles[text.fit.style].least_contrast
            yield _Bare(text.fit.box, palette[slot.ink], palette[slot.on], limit)


def thickness(ink: Rgb, ground: Cmyk, limit: float, condition: PrintCondition) -> float:
    """Return the least opacity, 0–1, at which a ground over any photo gives an ink its contrast; 1 where none does.

    A press mixes inks and no light: half a white over black is far darker in print than the mean of both.
    """
    own = luminance(ink)
    for step in range(_STEPS):
        extremes = [condition.proof(photo.mixed(ground, step / _STEPS)) for photo in (_PAPER, condition.darkest)]
        # Between a lighter and a darker ground there is one that is as light as the ink.
        is_apart = len({luminance(found) > own for found in extremes}) == 1
        if is_apart and min(contrast(ink, found) for found in extremes) >= limit * _MARGIN:
            return step / _STEPS
    return 1.0


def _band(stage: Stage, frame: Frame, texts: list[_Bare]) -> Rect:
    """Return a band across the whole photo, over all its texts; it leaves no sliver of photo at the edge."""
    air, near = stage.sheet.per_mille(_AIR), _NEAR * frame.box.height
    top = max(frame.box.y, min(text.box.y for text in texts) - air)
    bottom = min(frame.box.bottom, max(text.box.bottom for text in texts) + air)
    if top - frame.box.y < near and frame.box.bottom - bottom >= near:
        top = frame.box.y
    elif frame.box.bottom - bottom < near:
        bottom = frame.box.bottom
    return Rect.between(frame.box.x, top, frame.box.right, bottom)
