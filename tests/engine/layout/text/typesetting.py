"""Type styles, inks and a sheet for tests of setting text."""

from pathlib import Path

from app.engine.brand import Bar, TypeStyle
from app.engine.color import Cmyk, Ink, Rgb
from app.engine.fonts import Face
from app.engine.sheet import FORMATS, Sheet

ROOT = Path(__file__).parents[4]
FONTS = ROOT / "brand_assets/career/fonts"

BLACK = Ink(cmyk=Cmyk(0, 0, 0, 1), srgb=Rgb(29, 29, 27), name="black")
YELLOW = Ink(cmyk=Cmyk(0, 0.2, 0.9, 0), srgb=Rgb(255, 205, 40), name="yellow")

SQUARES = Face(key="squares", data=(ROOT / "tests/resources/fonts/Squares.ttf").read_bytes())
RUBIK = Face(key="rubik-black", data=(FONTS / "Rubik_900Black.ttf").read_bytes())
MEDIUM = Face(key="rubik-medium", data=(FONTS / "Rubik_500Medium.ttf").read_bytes())


def make_style(face: Face, smallest: float, largest: float, **more: object) -> TypeStyle:
    """Return a style whose sizes are in pt on the sheet of these tests."""
    minimum = dict.fromkeys(("a6", "a5", "a4", "a3", "a2", "a1", "a0", "b1", "b2", "mupi", "px"), 6.0)
    sizes = {"smallest": smallest / SHEET.per_mille(1), "largest": largest / SHEET.per_mille(1)}
    return TypeStyle(**{"key": "style", "faces": (face,), "minimum": minimum, "leading": 1.2, **sizes, **more})


SHEET = Sheet(format=FORMATS["a3"], bleed=8.5, safe_margin=14)
HEAD = make_style(RUBIK, 20, 120, key="head", leading=1.0, balance=True)
BARRED = make_style(RUBIK, 20, 100, key="barred", leading=1.12, balance=True, bar=Bar(above=0.86, below=0.24, side=0.2))
LEAD = make_style(MEDIUM, 14, 36, key="lead", leading=1.25)
BODY = make_style(MEDIUM, 9, 24, key="body", leading=1.35, hyphenate=True)
