"""One font file, ready to shape and to draw."""

from dataclasses import dataclass
from hashlib import sha256

import uharfbuzz as hb

from app.engine.geometry import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Metrics:
    """Vertical measures in em, upwards from the base line (descender is below 0)."""

    ascender: float
    descender: float
    cap_height: float
    x_height: float


class Face:
    """A static TrueType or OpenType font.

    key: its name in the brand kit, such as "rubik-black". data: the file's bytes.
    Raises ValueError for bytes that are no font.
    """

    def __init__(self, *, key: str, data: bytes) -> None:
        self.key, self.data = key, data
        self.digest = sha256(data).hexdigest()[:16]
        self.hb_face = hb.Face(hb.Blob(data))
        if not self.hb_face.glyph_count:
            raise ValueError("not a font")
        self.hb_font = hb.Font(self.hb_face)
        self.upem: int = self.hb_face.upem
        self._outlines: dict[int, Path] = {}

    def __repr__(self) -> str:
        return f"Face({self.key})"
