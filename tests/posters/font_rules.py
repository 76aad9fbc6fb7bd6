"""What PDF/X-4 and PDF/UA-1 ask of fonts. Sources: ISO 32000-1, 9.6–9.10; ISO 14289-1, 7.21."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont
from page_walk import walked


def shown(pdf: pikepdf.Pdf) -> dict[tuple[int, int], tuple[Any, set[int]]]:
    """Return each font that is used, with the codes that are shown in it on all pages."""
    found: dict[tuple[int, int], tuple[Any, set[int]]] = {}
    for painted in (mark for page in pdf.pages for mark in walked(page)):
        if painted.kind == "text":
            font = painted.state.font
            codes = painted.codes
            pairs = {int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2)}
            found.setdefault(font.objgen, (font, set()))[1].update(pairs)
    return found


def faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield what is wrong with the fonts of a file."""
    for font, codes in shown(pdf).values():
        yield from _one(font, codes)


def _one(font: Any, codes: set[int]) -> Iterator[str]:
    (descendant,) = font.DescendantFonts
    name = str(font.BaseFont)
    if (font.Subtype, font.Encoding) != ("/Type0", "/Identity-H") or not re.match(r"/[A-Z]{6}\+", name):
        yield f"{name}: {font.Subtype} in {font.Encoding}"
    descriptor = descendant.FontDescriptor
    if "/FontFile2" not in descriptor or descendant.get("/CIDToGIDMap") != "/Identity":
        yield f"{name}: no program, or glyphs by other numbers"
        return
    program = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()))
    yield from _widths(name, program, descendant, codes)
    yield from _texts(name, font, codes)


def _widths(name: str, program: TTFont, descendant: Any, codes: set[int]) -> Iterator[str]:
    """7.21.5: the widths in the file are the font's own, to 1/1000 em."""
    given = _table(descendant)
    order, advances = program.getGlyphOrder(), program["hmtx"].metrics
    em = program["head"].unitsPerEm
    for code in sorted(codes):
        if code >= len(order):
            yield f"{name}: no glyph {code}"
            continue
        own = 1000 * advances[order[code]][0] / em
        if abs(given.get(code, float(descendant.get("/DW", 1000))) - own) > 1:
            yield f"{name}: glyph {code} is {own:.1f} wide, the file says {given.get(code)}"
        if code == 0:
            yield f"{name}: .notdef is shown"


def _table(descendant: Any) -> dict[int, float]:
    parts, widths = list(descendant.W), {}
    for start, found in zip(parts[::2], parts[1::2], strict=True):
        widths.update({int(start) + step: float(width) for step, width in enumerate(found)})
    return widths


def _texts(name: str, font: Any, codes: set[int]) -> Iterator[str]:
    """7.21.7: every shown code says something, and nothing private."""
    said = unicode_map(font)
    for code in sorted(codes):
        text = said.get(code, "")
        if not text or any(char in "\0\ufeff\ufffe\ufffd" or "\ue000" <= char <= "\uf8ff" for char in text):
            yield f"{name}: glyph {code} says {text!r}"


def unicode_map(font: Any) -> dict[int, str]:
    """Return what each code says."""
    text = font.ToUnicode.read_bytes().decode("ascii")
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, said in re.findall(r"<([0-9A-F]+)>\s*<([0-9A-F]*)>", block):
            found[int(code, 16)] = bytes.fromhex(said).decode("utf-16-be")
    return found
