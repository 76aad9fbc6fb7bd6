"""Makes what is drawn in `brand-kompas`: fonts out of Bitter, and the word mark out of its letters.

Run it from the root of the project after changing it, with the folder of the npm package `@expo-google-fonts/bitter`:
python tests/resources/make_brand_kompas.py FOLDER. It asks for fontTools and brotli. What differs from the first kit in
values stands in `changes.toml`, by hand.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from app.engine.brand.alphabets import alphabet

KIT = Path(__file__).with_name("brand-kompas")
LANGUAGES = ("nl", "fr", "en", "de")
# Words of the first brand's sector stand on its posters under any kit: signs that they use beside their alphabets.
SIGNS = "\u00ad\u2011\u202f−×½"
FACES = {"400Regular": "Regular", "600SemiBold": "SemiBold", "900Black": "Black"}
PAGES = {"400": "Regular", "500": "SemiBold", "800": "Black"}
# Bitter Pro is a reserved name, so that no changed font comes near it.
FAMILY = "Kompas Slab"

SEA, ORANGE, STRAW, NIGHT, WHITE = "#004875", "#e56c1a", "#ffe88c", "#1c2a38", "#ffffff"
LOGOS = {"on-light": (SEA, ORANGE), "on-dark": (WHITE, STRAW), "one-colour": (NIGHT, NIGHT)}


def main(bitter: Path) -> None:
    letters = frozenset(SIGNS).union(*map(alphabet, LANGUAGES))
    for source, style in FACES.items():
        _write(bitter / source / f"Bitter_{source}.ttf", KIT / "fonts" / f"KompasSlab-{style}.ttf", letters, style)
    for weight, style in PAGES.items():
        source = KIT / "fonts" / f"KompasSlab-{style}.ttf"
        _write(source, KIT / "pages" / f"{weight}.woff2", letters, style)
    for name, (ink, needle) in LOGOS.items():
        (KIT / "logos" / f"{name}.svg").write_text(word_mark(ink, needle), encoding="utf-8")
    (KIT / "logos" / "favicon.svg").write_text(symbol(), encoding="utf-8")


def _write(source: Path, target: Path, letters: frozenset[str], style: str) -> None:
    """Write the letters of a font under the name of this family; WOFF2 where the target is called so."""
    flavor = "woff2" if target.suffix == ".woff2" else None
    options = subset.Options(flavor=flavor, layout_features=["kern", "liga", "ccmp", "locl", "mark", "tnum"])
    font = subset.load_font(str(source), options)
    font.recalcTimestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=map(ord, letters))
    cutter.subset(font)
    names = {1: FAMILY, 2: style, 4: f"{FAMILY} {style}", 6: f"KompasSlab-{style}", 16: FAMILY, 17: style}
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]
        elif record.nameID in (3, 18, 21, 22, 25):
            font["name"].names.remove(record)
    subset.save_font(font, str(target), options)


def word_mark(ink: str, needle: str) -> str:
    """Return the name in black letters, and over its end a needle that points north-east."""
    path, width = _outlines("kompas")
    side = 300
    tip = f"M{width + side} 0L{width + 150} 270L{width + 30} 150Z"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width + side} 980"><title>Kompas</title>'
        f'<path fill="{ink}" d="{path}"/><path fill="{needle}" d="{tip}"/></svg>\n'
    )


def symbol() -> str:
    """Return a disc with a needle."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><title>Kompas</title>'
        f'<circle cx="256" cy="256" r="256" fill="{SEA}"/>'
        f'<path fill="{STRAW}" d="M400 112L300 300L212 212Z"/>'
        f'<path fill="{WHITE}" d="M112 400L212 212L300 300Z"/></svg>\n'
    )


def _outlines(word: str) -> tuple[str, int]:
    """Return the outlines of a word, its base line at 760 and its ink from 0 on, and the width of its ink."""
    font = TTFont(KIT / "fonts" / "KompasSlab-Black.ttf")
    glyphs, cmap = font.getGlyphSet(), font.getBestCmap()
    bounds = BoundsPen(glyphs)
    glyphs[cmap[ord(word[0])]].draw(bounds)
    left = bounds.bounds[0]
    pen, at, right = SVGPathPen(glyphs, ntos=lambda number: f"{round(number)}"), -left, 0
    for letter in word:
        glyph = glyphs[cmap[ord(letter)]]
        own = BoundsPen(glyphs)
        glyph.draw(own)
        right = at + own.bounds[2]
        glyph.draw(TransformPen(pen, (1, 0, 0, -1, at, 760)))
        at += glyph.width
    return pen.getCommands(), round(right)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
