"""Makes the binary files of `brand-other`, the second kit: a font of square glyphs and a coarse CMYK profile.

Run it from the root of the project after changing it: python tests/resources/make_brand_other.py
"""

import struct
from itertools import product
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from app.engine.brand.alphabets import alphabet

KIT = Path(__file__).with_name("brand-other")
_WHITE = (0.9642, 1.0, 0.8249)  # D50, ICC.1:2001-04, 6.3.4.3
_STEPS = 5


def main() -> None:
    (KIT / "profiles" / "coarse.icc").write_bytes(profile())
    font(KIT / "fonts" / "Blokje.ttf")


def font(path: Path) -> None:
    """Write a font in which every letter that Dutch and English need is a square; the space is blank."""
    letters = sorted(alphabet("nl") | alphabet("en"))
    names = {ord(letter): f"u{ord(letter):04X}" for letter in letters}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    blank = {names[ord(" ")], names[0xA0]}
    builder.setupGlyf({name: _glyph(0 if name in blank else 500) for name in [".notdef", *names.values()]})
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names.values()], (600, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Blokje", "styleName": "Regular", "psName": "Blokje-Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, sCapHeight=500, sxHeight=500, usWeightClass=400)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.save(path)


def _glyph(side: int) -> object:
    pen = TTGlyphPen(None)
    if side:
        pen.moveTo((50, 0))
        for corner in ((50, side), (50 + side, side), (50 + side, 0)):
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


def profile() -> bytes:
    """Return a printer profile, CMYK to Lab, of few steps. Source: ICC.1:2001-04, 6.1 and 6.5.6 (lut8Type)."""
    tags = [
        (b"desc", b"desc\0\0\0\0" + struct.pack(">I", 7) + b"Coarse\0" + bytes(78)),
        (b"cprt", b"text\0\0\0\0" + b"CC0 1.0\0"),
        (b"wtpt", b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in _WHITE))),
        (b"A2B0", _lut(4, 3, [_lab_of_inks(inks) for inks in _grid(4)])),
        (b"B2A0", _lut(3, 4, [_inks_of_lab(lab) for lab in _grid(3)])),
    ]
    body, table, at = b"", struct.pack(">I", len(tags)), 128 + 4 + 12 * len(tags)
    for name, data in tags:
        data += bytes(-len(data) % 4)
        table += name + struct.pack(">2I", at + len(body), len(data))
        body += data
    return _header(at + len(body)) + table + body


def _header(size: int) -> bytes:
    white = struct.pack(">3i", *(round(value * 65536) for value in _WHITE))
    date = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    start = struct.pack(">I4s4s4s4s4s", size, bytes(4), b"\x02\x20\0\0", b"prtr", b"CMYK", b"Lab ")
    return (start + date + b"acsp" + bytes(28) + white).ljust(128, b"\0")


def _lut(inputs: int, outputs: int, corners: list[tuple[int, ...]]) -> bytes:
    identity = bytes(range(256))
    matrix = struct.pack(">9i", *(65536 if i % 4 == 0 else 0 for i in range(9)))
    head = b"mft1\0\0\0\0" + bytes((inputs, outputs, _STEPS, 0)) + matrix
    return head + identity * inputs + b"".join(map(bytes, corners)) + identity * outputs


def _grid(channels: int) -> product:
    return product((step / (_STEPS - 1) for step in range(_STEPS)), repeat=channels)


def _lab_of_inks(inks: tuple[float, ...]) -> tuple[int, ...]:
    """Inks take away light as they would if they were perfect."""
    cyan, magenta, yellow, black = inks
    red, green, blue = ((0.04 + 0.96 * (1 - ink)) * (1 - 0.95 * black) for ink in (cyan, magenta, yellow))
    # Linear sRGB to XYZ under D50 (Bradford).
    x = 0.4361 * red + 0.3851 * green + 0.1431 * blue
    y = 0.2225 * red + 0.7169 * green + 0.0606 * blue
    z = 0.0139 * red + 0.0971 * green + 0.7141 * blue
    fx, fy, fz = (_f(value / white) for value, white in zip((x, y, z), _WHITE, strict=True))
    return _byte((116 * fy - 16) * 2.55), _byte(500 * (fx - fy) + 128), _byte(200 * (fy - fz) + 128)


def _inks_of_lab(place: tuple[float, ...]) -> tuple[int, ...]:
    lightness, a, b = place[0] * 100, place[1] * 255 - 128, place[2] * 255 - 128
    fy = (lightness + 16) / 116
    x, y, z = (_g(value) * white for value, white in zip((fy + a / 500, fy, fy - b / 200), _WHITE, strict=True))
    red = 3.1339 * x - 1.6169 * y - 0.4906 * z
    green = -0.9788 * x + 1.9161 * y + 0.0335 * z
    blue = 0.0719 * x - 0.2290 * y + 1.4052 * z
    black = 1 - max(red, green, blue, 0.05)
    return *(_byte(255 * (1 - value / (1 - black))) for value in (red, green, blue)), _byte(255 * black)


def _f(value: float) -> float:
    return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def _g(value: float) -> float:
    return value**3 if value > 6 / 29 else (116 * value - 16) * 27 / 24389


def _byte(value: float) -> int:
    return min(255, max(0, round(value)))


if __name__ == "__main__":
    main()
