"""Fonts: faces, shaping, and what a painter needs of them."""

from app.engine.fonts.bidi import base_level, is_rtl_language
from app.engine.fonts.clusters import count_chars, grapheme_ends, graphemes, is_control, is_ignorable
from app.engine.fonts.coverage import covers, missing_characters
from app.engine.fonts.face import Descriptor, Face, Metrics
from app.engine.fonts.flanks import flanks
from app.engine.fonts.shaping import ShapedGlyph, ShapedRun, ShapedText, shape, shape_line

__all__ = [
    "Descriptor",
    "Face",
    "Metrics",
    "ShapedGlyph",
    "ShapedRun",
    "ShapedText",
    "base_level",
    "count_chars",
    "covers",
    "flanks",
    "grapheme_ends",
    "graphemes",
    "is_control",
    "is_ignorable",
    "is_rtl_language",
    "missing_characters",
    "shape",
    "shape_line",
]
