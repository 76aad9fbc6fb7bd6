"""How inks, pictures and blending are written: as ink for a press, or as light for a screen."""

from collections.abc import Sequence
from typing import Protocol

from app.engine.color import SRGB_PROFILE, Ink, PrintCondition, Stop
from app.engine.paint.blends import proofed, spanning
from app.engine.paint.numbers import row
from app.engine.paint.objects import Document, Value
from app.engine.paint.pictures import Pictures
from app.engine.photo import Encoded
from app.engine.scene import Picture


class InkPolicy(Protocol):
    """What of a page depends on who looks at it. The geometry does not."""

    space: str
    fill_operator: str
    stroke_operator: str
    overprints: bool

    def components(self, ink: Ink) -> tuple[float, ...]:
        """Return the colour's numbers, 0–1 each."""
        ...

    def blend(self, stops: Sequence[Stop]) -> tuple[Stop, ...]:
        """Return the stops of a gradient, from 0 to 1, between which the numbers may be mixed."""
        ...

    def encoded(self, picture: Picture) -> Encoded:
        """Return the picture's pixels."""
        ...

    def color_spaces(self, document: Document) -> dict[str, Value]:
        """Return what the device colour spaces of a page stand for, where the document does not say so elsewhere."""
        ...

    def blend_space(self, document: Document) -> Value:
        """Return the space in which a page or group blends."""
        ...


class PressInks:
    """Exact CMYK numbers; the document's output intent says what they mean."""

    space = "/DeviceCMYK"
    fill_operator = "k"
    stroke_operator = "K"
    overprints = True

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures

    def components(self, ink: Ink) -> tuple[float, ...]:
        return ink.cmyk

    def blend(self, stops: Sequence[Stop]) -> tuple[Stop, ...]:
        return spanning(stops)

    def encoded(self, picture: Picture) -> Encoded:
        return self._pictures.print_master(picture)

    def color_spaces(self, document: Document) -> dict[str, Value]:
        return {}

    def blend_space(self, document: Document) -> Value:
        return "/DeviceCMYK"


class ScreenInks:
    """The soft proof in sRGB. ppi: of pictures, on the scene's own scale."""

    space = "/DeviceRGB"
    fill_operator = "rg"
    stroke_operator = "RG"
    overprints = False

    def __init__(self, pictures: Pictures, condition: PrintCondition, *, ppi: float) -> None:
        self._pictures, self._condition, self._ppi = pictures, condition, ppi
        self._srgb: Value = None

    def components(self, ink: Ink) -> tuple[float, ...]:
        return tuple(channel / 255 for channel in self._condition.shown(ink))

    def blend(self, stops: Sequence[Stop]) -> tuple[Stop, ...]:
        return proofed(stops, self._condition)

    def encoded(self, picture: Picture) -> Encoded:
        return self._pictures.proof_master(picture, self._ppi)

    def color_spaces(self, document: Document) -> dict[str, Value]:
        return {"DefaultRGB": self.blend_space(document)}

    def blend_space(self, document: Document) -> Value:
        if self._srgb is None:
            profile = document.add_stream({"N": 3, "Alternate": "/DeviceRGB"}, SRGB_PROFILE)
            self._srgb = document.add_array("/ICCBased", profile)
        return self._srgb


def color_row(policy: InkPolicy, ink: Ink) -> str:
    """Return the colour's numbers. Four decimals hold 1/255 and any share of ink a person would name."""
    return row(policy.components(ink), 4)
