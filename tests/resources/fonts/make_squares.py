"""Make `Squares.ttf`: a font in which every letter is one square of 0.6 em, so that widths can be reckoned by hand.

Every glyph moves the pen 1 em, the space half an em; "fi" ties into one glyph of 1.5 em. Run it to make the file anew:
`python tests/resources/fonts/make_squares.py`. Ours; public domain (CC0).
"""

from io import BytesIO
from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

FILE = Path(__file__).with_name("Squares.ttf")
UPEM = 1000
CHARACTERS = (
    "".join(map(chr, range(0x21, 0x7F))) + "éëēıİşșțŁłїґ’–—…€«»أبتسلم" + "ßẞ" + "абвгдежзийклмнопрстуфхцчшщьюя" + "אבג"
)


def square(size: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((200, 0))
    for corner in ((200, size), (200 + size, size), (200 + size, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def empty() -> object:
    return TTGlyphPen(None).glyph()


def build() -> bytes:
    """Return the font file's bytes; always the same."""
    named = {f"u{ord(char):04X}": char for char in dict.fromkeys(CHARACTERS)}
    order = [".notdef", "space", *named, "f_i"]
    builder = FontBuilder(UPEM, isTTF=True)
    builder.updateHead(created=0, modified=0, fontRevision=1.0)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({0x20: "space", 0xA0: "space", **{ord(char): name for name, char in named.items()}})
    builder.setupGlyf({name: empty() if name == "space" else square(600) for name in order})
    widths = dict.fromkeys(order, (1000, 200)) | {"space": (500, 0), "f_i": (1500, 200)}
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=900, descent=-300)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular", "psName": "Squares-Regular"})
    builder.setupOS2(sTypoAscender=900, sTypoDescender=-300, sCapHeight=600, sxHeight=600, usWeightClass=400)
    builder.setupPost(italicAngle=0)
    builder.font.recalcTimestamp = False
    addOpenTypeFeaturesFromString(builder.font, "feature liga { sub u0066 u0069 by f_i; } liga;")
    file = BytesIO()
    builder.font.save(file)
    return file.getvalue()


if __name__ == "__main__":
    FILE.write_bytes(build())
