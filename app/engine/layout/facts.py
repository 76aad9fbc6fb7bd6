"""What the layout has to say about a poster, for preflight to judge."""

from collections.abc import Iterator

from app.engine.layout.pictures import picture_fit
from app.engine.layout.stage import Stage
from app.engine.scene import MarkFit, PictureFit, TextFit


def text_fits(stage: Stage) -> Iterator[TextFit]:
    """Yield how each text was set."""
    return (text.fit for found in stage.texts.values() for text in found)


def picture_fits(stage: Stage) -> Iterator[PictureFit]:
    """Yield how dense the pixels of each photo and each logo lie."""
    for _, frame in stage.frames():
        if frame.key in stage.photos:
            fit = picture_fit(stage.photos[frame.key], frame)
            if fit is not None:
                yield fit
    yield from (logo.fit for logo in stage.logos.values() if logo.fit is not None)


def mark_fits(stage: Stage) -> Iterator[MarkFit]:
    """Yield where logos, their plates and QR codes stand, each with the room that it keeps clear."""
    for logo in stage.logos.values():
        kind = stage.template.slots[logo.slot].kind
        yield MarkFit(slot=logo.slot, kind=kind, box=logo.box, clear_box=logo.clear_box)
        if logo.plate is not None:
            yield MarkFit(slot=logo.slot, kind="plate", box=logo.plate, clear_box=logo.clear_box)
    for number, frame in stage.frames():
        if number in stage.codes:
            code, _ = stage.codes[number]
            yield MarkFit(slot=frame.key, kind="qr", box=code.box, clear_box=code.box, module=code.module)
