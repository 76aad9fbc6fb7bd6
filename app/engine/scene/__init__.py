"""The scene: a flat list of what is painted where."""

from app.engine.scene.drawing import drawing_items, picture_source
from app.engine.scene.items import (
    ArtifactBegin,
    ArtifactEnd,
    ClipBegin,
    ClipEnd,
    Fill,
    Glyph,
    GlyphRun,
    GroupBegin,
    GroupEnd,
    Item,
    LinearGradient,
    Paint,
    Picture,
    RadialGradient,
    Stroke,
    TagBegin,
    TagEnd,
)
from app.engine.scene.scene import MarkFit, PictureFit, Scene, TextFit

__all__ = [
    "ArtifactBegin",
    "ArtifactEnd",
    "ClipBegin",
    "ClipEnd",
    "Fill",
    "Glyph",
    "GlyphRun",
    "GroupBegin",
    "GroupEnd",
    "Item",
    "LinearGradient",
    "MarkFit",
    "Paint",
    "Picture",
    "PictureFit",
    "RadialGradient",
    "Scene",
    "Stroke",
    "TagBegin",
    "TagEnd",
    "TextFit",
    "drawing_items",
    "picture_source",
]
