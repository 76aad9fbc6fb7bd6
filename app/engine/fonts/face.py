"""One font file, ready to shape, to draw and to embed."""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

import uharfbuzz as hb

from app.engine.fonts.pen import OutlinePen
from app.engine.geometry import Path, Rect

# HarfBuzz draws these without a glyph of their own: spaces of a set width, and hyphens by their plain twin.
# Source: HarfBuzz, hb-ot-shape-normalize, "space fallback" and U+2011.
_STAND_INS = {
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    "\u2011": "\u2010",
}

# A PDF needs none of these; tags of four letters.
_DROPPED_TABLES = ("GSUB", "GPOS", "GDEF", "BASE", "name", "post", "kern", "OS/2", "DSIG", "meta", "STAT", "gasp")

_POSTSCRIPT_NAME = 6

# OS/2 fields by byte offset. Source: OpenType 1.9, "OS/2".
_WEIGHT_CLASS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """Vertical measures in em, upwards from the base line (descender is below 0)."""

    ascender: float
    descender: float
    cap_height: float
    x_height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Descriptor:
    """What a PDF says about an embedded font. Lengths in 1/1000 em, y upwards. italic_angle: in degrees.

    bbox: left, bottom, right, top of all glyphs. stem_v: an estimate from the weight; no font file states it.
    Source: ISO 32000-1, table 122.
    """

    name: str
    ascent: float
    descent: float
    cap_height: float
    italic_angle: float
    stem_v: float
    bbox: tuple[float, float, float, float]


class Face:
    """A static TrueType or OpenType font.

    key: its name in the brand kit, such as "rubik-black". data: the file's bytes.
    Once built it is only read: its tables of glyphs and outlines fill up, and filling them twice gives the same.
    Raises ValueError for bytes that are no font, and for a font with axes of variation.
    """

    def __init__(self, *, key: str, data: bytes) -> None:
        self.key, self.data = key, data
        self.digest = sha256(data).hexdigest()[:16]
        self.hb_face = hb.Face(hb.Blob(data))
        if not self.hb_face.glyph_count:
            raise ValueError("not a font")
        if self.hb_face.has_var_data:
            raise ValueError("a variable font; save each weight as a font of its own")
        self.hb_font = hb.Font(self.hb_face)
        self.upem: int = self.hb_face.upem
        self._glyphs: dict[str, int] = {}
        self._advances: dict[int, float] = {}
        self._outlines: dict[int, Path] = {}
        self._ink: dict[int, Rect | None] = {}

    def __repr__(self) -> str:
        return f"Face({self.key})"

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (self.key, self.data))

    def glyph(self, char: str) -> int:
        """Return the glyph of a character, 0 when the font has none."""
        found = self._glyphs.get(char)
        if found is None:
            found = self._glyphs[char] = self.hb_font.get_nominal_glyph(ord(char)) or 0
        return found

    def has(self, char: str) -> bool:
        """Return whether a character can be shown: by its own glyph, or by one that shaping puts in its place."""
        return bool(self.glyph(char)) or (char in _STAND_INS and self.has(_STAND_INS[char])) or self._has_hyphen(char)

    def _has_hyphen(self, char: str) -> bool:
        # HarfBuzz shows U+2010 and U+2011 by U+002D where a font has neither.
        return char in "\u2010\u2011" and bool(self.glyph("\u2010") or self.glyph("-"))

    @cached_property
    def metrics(self) -> Metrics:
        """Vertical measures; heights of letters that the file does not state are measured on H and x."""
        extents = self.hb_font.get_font_extents("ltr")
        return Metrics(
            ascender=extents.ascender / self.upem,
            descender=extents.descender / self.upem,
            cap_height=self._height(hb.OTMetricsTag.CAP_HEIGHT, "H", extents.ascender),
            x_height=self._height(hb.OTMetricsTag.X_HEIGHT, "x", extents.ascender),
        )

    def _height(self, tag: hb.OTMetricsTag, char: str, ascender: float) -> float:
        stated = self.hb_font.get_metric_position(tag)
        if stated:
            return float(stated) / self.upem
        ink = self.ink(self.glyph(char)) if self.has(char) else None
        return -ink.y if ink else ascender / self.upem

    def advance(self, gid: int) -> float:
        """Return how far a glyph moves the pen, in em, rounded as PDF widths are: 0.001 of 1/1000 em."""
        found = self._advances.get(gid)
        if found is None:
            width = self.hb_font.get_glyph_h_advance(gid) * 1000 / self.upem
            found = self._advances[gid] = round(width, 3) / 1000
        return found

    def outline(self, gid: int) -> Path:
        """Return a glyph's outline in em, y downwards, its origin at (0, 0) on the base line."""
        found = self._outlines.get(gid)
        if found is None:
            pen = OutlinePen(self.upem)
            self.hb_font.draw_glyph_with_pen(gid, pen)
            found = self._outlines[gid] = pen.path()
        return found

    def ink(self, gid: int) -> Rect | None:
        """Return the box around a glyph's outline in em, y downwards; None for a glyph that leaves no mark."""
        if gid not in self._ink:
            box = self.hb_font.get_glyph_extents(gid)
            scale = 1 / self.upem
            empty = box is None or not box.width or not box.height
            self._ink[gid] = (
                None
                if empty
                else Rect(box.x_bearing * scale, -box.y_bearing * scale, box.width * scale, -box.height * scale)
            )
        return self._ink[gid]

    @property
    def is_cff(self) -> bool:
        """Whether outlines are PostScript's, not TrueType's."""
        return bool({"CFF ", "CFF2"} & set(self.hb_face.table_tags))

    @cached_property
    def postscript_name(self) -> str:
        """The name for a PDF: printable ASCII without the delimiters of PDF names; the key where there is none."""
        stated = self.hb_face.get_name(_POSTSCRIPT_NAME) or self.key
        return "".join(char for char in stated if "!" <= char <= "~" and char not in "[](){}<>/%#") or "Font"

    @cached_property
    def descriptor(self) -> Descriptor:
        """Facts for the font descriptor of a PDF."""
        scale = 1000 / self.upem
        left, bottom, right, top = struct.unpack_from(">4h", self._table("head", 54), 36)
        (angle,) = struct.unpack_from(">i", self._table("post", 8), 4)
        (weight,) = struct.unpack_from(">H", self._table("OS/2", 78), _WEIGHT_CLASS)
        return Descriptor(
            name=self.postscript_name,
            ascent=1000 * self.metrics.ascender,
            descent=1000 * self.metrics.descender,
            cap_height=1000 * self.metrics.cap_height,
            italic_angle=angle / 65536,
            # A common estimate: 50 for a hairline, about 90 for regular, 240 for black.
            stem_v=round(50 + (weight / 65) ** 2),
            bbox=(left * scale, bottom * scale, right * scale, top * scale),
        )

    def _table(self, tag: str, size: int) -> bytes:
        """Return a table's bytes, padded with zeros to at least `size`; a table that is absent is all zeros."""
        data: bytes = self.hb_face.reference_table(tag).data if tag in self.hb_face.table_tags else b""
        return data.ljust(size, b"\0")

    def subset(self, gids: Iterable[int]) -> bytes:
        """Return a font file with only these glyphs (and .notdef), each under the number it has here.

        Hinting and everything that only shaping needs are left out.
        """
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update({0, *gids})
        wanted.flags = (
            hb.SubsetFlags.RETAIN_GIDS
            | hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NOTDEF_OUTLINE
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        )
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED_TABLES)
        data: bytes = hb.subset(self.hb_face, wanted).blob.data
        return data


def _rebuild(key: str, data: bytes) -> Face:
    return Face(key=key, data=data)
