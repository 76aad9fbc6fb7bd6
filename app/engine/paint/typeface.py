"""Fonts inside a PDF: Type0 with Identity-H over a subset, and a map back to what was typed.

Sources: ISO 32000-1, 9.6–9.10; ISO 14289-1, 7.21 (every shown code needs a Unicode value and the font's own width).
"""

import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from app.engine.fonts import Face
from app.engine.paint.keys import SubsetKey
from app.engine.paint.numbers import short
from app.engine.paint.objects import Document, Value, array, dictionary, name, numbers

_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"

# ISO 32000-1, table 123: glyphs are addressed by number, not by the names of a standard alphabet.
_SYMBOLIC = 4

# ISO 32000-1, table 126: before this version of PDF a font program of CFF outlines is that table alone.
_OPENTYPE_SINCE = (1, 6)

# OpenType, "Glyph 0: the .notdef glyph".
_NOTDEF = 0


class FontUse:
    """The glyphs of one face that one document shows, and what each says.

    A glyph that says two things is shown by two fonts, alike but for their maps to Unicode; so no reader depends on
    texts given beside the glyphs, which each of them treats in its own way.
    """

    def __init__(self, face: Face, key: str) -> None:
        self._face, self._key = face, key
        self._maps: list[dict[int, str]] = []

    def saying(self, gid: int, text: str) -> str:
        """Return the name of the font in which the glyph says this text."""
        for index, texts in enumerate(self._maps):
            if texts.setdefault(gid, text) == text:
                return self._name(index)
        self._maps.append({gid: text})
        return self._name(len(self._maps) - 1)

    def saying_all(self, pairs: Sequence[tuple[int, str]]) -> list[str]:
        """Return the names of the fonts in which glyphs say their texts: one font, unless a glyph says two of them."""
        wanted = dict(pairs)
        if any(wanted[gid] != text for gid, text in pairs):
            return [self.saying(gid, text) for gid, text in pairs]
        for index, texts in enumerate(self._maps):
            if all(texts.get(gid, text) == text for gid, text in pairs):
                texts.update(wanted)
                return [self._name(index)] * len(pairs)
        self._maps.append(wanted)
        return [self._name(len(self._maps) - 1)] * len(pairs)

    def _name(self, index: int) -> str:
        return f"{self._key}.{index}" if index else self._key

    @property
    def shows_notdef(self) -> bool:
        """Whether the box is shown that stands for a character the face lacks."""
        return any(_NOTDEF in texts for texts in self._maps)

    def write(self, document: Document) -> dict[str, Value]:
        """Enter the fonts into the document and return references to them by name."""
        face, gids = self._face, frozenset(gid for texts in self._maps for gid in texts)
        program = _program(SubsetKey(face, gids))
        base_name = f"{program.prefix}+{face.postscript_name}"
        common: dict[str, Value] = {
            "Type": "/Font",
            "Subtype": "/Type0",
            # ISO 32000-1, 9.7.6.1: with CFF outlines the name of the encoding follows.
            "BaseFont": name(f"{base_name}-Identity-H" if face.is_cff else base_name),
            "Encoding": "/Identity-H",
            "DescendantFonts": array(_descendant(face, base_name, gids, program, document)),
        }
        return {
            self._name(index): document.add({**common, "ToUnicode": document.add_stream({}, _unicode_map(texts))})
            for index, texts in enumerate(self._maps)
        }


class _Program(NamedTuple):
    """A subset of a font, deflated once. length: before that, in bytes. prefix: six letters that name the subset."""

    deflated: bytes
    length: int
    prefix: str


@lru_cache(maxsize=128)
def _program(key: SubsetKey) -> _Program:
    data = key.face.subset(key.gids)
    prefix = "".join(chr(ord("A") + byte % 26) for byte in sha256(data).digest()[:6])
    return _Program(zlib.compress(data, 6), len(data), prefix)


def _descendant(face: Face, base_name: str, gids: frozenset[int], program: _Program, document: Document) -> Value:
    entries: dict[str, Value] = {
        "Type": "/Font",
        "Subtype": "/CIDFontType0" if face.is_cff else "/CIDFontType2",
        "BaseFont": name(base_name),
        "CIDSystemInfo": dictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}),
        "FontDescriptor": _descriptor(face, base_name, program, document),
        "DW": 1000,
        "W": _widths(face, gids),
    }
    if not face.is_cff:
        entries["CIDToGIDMap"] = "/Identity"
    return document.add(entries)


def _descriptor(face: Face, base_name: str, program: _Program, document: Document) -> Value:
    kind: dict[str, Value] = {"Subtype": "/OpenType"} if face.is_cff else {"Length1": program.length}
    if face.is_cff and document.version < _OPENTYPE_SINCE:
        file = document.add_stream({"Subtype": "/CIDFontType0C"}, _outlines_of(zlib.decompress(program.deflated)))
    else:
        file = document.add_stream({**kind, "Filter": "/FlateDecode"}, program.deflated, deflate=False)
    facts = face.descriptor
    return document.add(
        {
            "Type": "/FontDescriptor",
            "FontName": name(base_name),
            "Flags": _SYMBOLIC,
            "ItalicAngle": short(facts.italic_angle),
            "Ascent": short(facts.ascent),
            "Descent": short(facts.descent),
            "CapHeight": short(facts.cap_height),
            "StemV": short(facts.stem_v),
            "FontBBox": numbers(*facts.bbox),
            "FontFile3" if face.is_cff else "FontFile2": file,
        }
    )


def _outlines_of(font: bytes) -> bytes:
    """Return the table of CFF outlines in an OpenType font. Source: OpenType, "Organization of an OpenType Font"."""
    count = int.from_bytes(font[4:6], "big")
    for entry in (font[12 + 16 * number : 28 + 16 * number] for number in range(count)):
        if entry[:4] == b"CFF ":
            start, length = int.from_bytes(entry[8:12], "big"), int.from_bytes(entry[12:16], "big")
            return font[start : start + length]
    raise ValueError("the font has no CFF outlines")


def _widths(face: Face, gids: Iterable[int]) -> str:
    return "[" + "\n".join(f"{gid} [{short(1000 * face.advance(gid))}]" for gid in sorted(gids)) + "]"


def _unicode_map(texts: dict[int, str]) -> bytes:
    """Return the CMap from glyph numbers to text."""
    lines = [f"<{gid:04X}> <{text.encode('utf-16-be').hex().upper()}>" for gid, text in sorted(texts.items())]
    # ISO 32000-1, 9.7.5.4: at most 100 entries a block.
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (_CMAP_HEAD + body + _CMAP_FOOT).encode("ascii")
