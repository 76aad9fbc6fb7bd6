"""Black alone: what a black-and-white printer makes of a poster, made beforehand, so that it can be seen."""

import io
from collections.abc import Sequence
from dataclasses import replace

from PIL import Image

from app.engine.color import Ink, PrintCondition, Stop
from app.engine.color.grays import gray_share
from app.engine.paint.inks import ScreenInks
from app.engine.paint.objects import Document, Value
from app.engine.paint.pictures import Pictures
from app.engine.photo import Encoded
from app.engine.scene import Picture

_QUALITY = 90


class GrayInks:
    """The soft proof in grey. ppi: of pictures, on the scene's own scale."""

    space = "/DeviceGray"
    fill_operator = "g"
    stroke_operator = "G"
    overprints = False

    def __init__(self, pictures: Pictures, condition: PrintCondition, *, ppi: float) -> None:
        self._colored = ScreenInks(pictures, condition, ppi=ppi)

    def components(self, ink: Ink) -> tuple[float, ...]:
        red, green, blue = self._colored.components(ink)
        return (gray_share(red, green, blue),)

    def blend(self, stops: Sequence[Stop]) -> tuple[Stop, ...]:
        return self._colored.blend(stops)

    def encoded(self, picture: Picture) -> Encoded:
        colored = self._colored.encoded(picture)
        file = io.BytesIO()
        Image.open(io.BytesIO(colored.data), formats=["JPEG"]).convert("L").save(file, "JPEG", quality=_QUALITY)
        return replace(colored, data=file.getvalue(), space="Gray")

    def color_spaces(self, document: Document) -> dict[str, Value]:
        return {}

    def blend_space(self, document: Document) -> Value:
        return "/DeviceGray"
