"""Type styles as the engine sets them: one line each, cropped to its letters."""

from app.engine.brand import BrandKit
from app.engine.content import Content, Text
from app.engine.content.media import Media
from app.engine.geometry import Rect
from app.engine.pipeline import judge, live_svg
from app.engine.scene import Picture
from app.engine.sheet import FORMATS
from app.engine.template.checked import Purpose
from app.services.showcase.boards import board
from app.services.showcase.darkroom import Darkroom
from app.services.showcase.drawing import framed
from app.services.showcase.roles import Roles
from app.services.showcase.rules import say

_FORMAT = "a4-landscape"

# Shape of a specimen, and of the larger one that shows bars.
SHAPE, BARS_SHAPE = 6.0, 2.6

# Air around the letters, in shares of their height.
_AIR = 0.22


def specimen_svg(brand: BrandKit, style: str, language: str) -> str:
    """Return a line of text in a type style as SVG; of a style with bars, two lines on their bars."""
    roles = Roles(brand)
    spoken = language if language in brand.languages else brand.languages[0]
    bars = brand.styles[style].bar is not None
    words = say("specimen.bars" if bars else "specimen").in_language(language)
    spec = {
        "format": _FORMAT,
        "ground": "light",
        "slot": {
            "text": {
                "kind": "text",
                "style": style,
                "role": "H1",
                "label": {"nl": style, "fr": style, "en": style},
                "at": [0.06, 0.1, 0.8, 0.7],
                "lines": [1, 2 if bars else 1],
                "bar": "bright" if bars else "",
            }
        },
    }
    template = board(spec, roles)
    content = Content(language=spoken, texts={"text": Text(text=words)})
    purpose = Purpose(format=FORMATS[_FORMAT], destination="print")
    poster = judge(template, brand, content, Media(), purpose, Darkroom(brand))
    box = next(fit.box for fit in poster.scene.texts)
    return framed(live_svg(poster, _no_picture), _around(box, BARS_SHAPE if bars else SHAPE))


def _no_picture(picture: Picture) -> str:
    raise LookupError(picture.source.digest)


def _around(box: Rect, shape: float) -> Rect:
    """Return a view of a shape around a line of text, its start at the left."""
    air = _AIR * box.height
    height = max(box.height + 2 * air, (box.width + 2 * air) / shape)
    return Rect(box.x - air, box.center.y - height / 2, shape * height, height)
