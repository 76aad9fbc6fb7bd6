"""A partner's logo as it is kept, and how it is stored."""

import json
from dataclasses import dataclass

from app.engine.color import Rgb, contrast
from app.engine.vector.drawing import Drawing
from app.engine.vector.storing import drawing_as_data, drawing_from_data

SEEN_CONTRAST = 1.5
"""Below it an eye does not tell a flat shape from its ground. Marks in pale colours are what they are: WCAG 2.2, 1.4.3,
asks nothing of logotypes."""

_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoPicture:
    """The pixels of a logo, stored apart. digest: SHA-256 of their PNG, in hex. width, height: in px."""

    digest: str
    width: int
    height: int
    has_alpha: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenLogo:
    """A logo as it is kept, cut to its ink: outlines or a picture, never both.

    aspect: width ÷ height. density: share of its box that is inked, 0–1. colors: with their shares of the ink, largest
    first. has_transparency: whether the ground shows through. opaque_ground: the flat colour that it brings along,
    None where it brings none. rasterised: what made pixels of outlines (a kind of Problem, or "pdf"), else empty.
    drawing: outlines in their own space; their box is the logo's. pixels: the PNG of `picture`, only just after
    taking in; stored apart.
    """

    aspect: float
    density: float
    colors: tuple[tuple[Rgb, float], ...]
    has_transparency: bool
    opaque_ground: Rgb | None = None
    rasterised: str = ""
    drawing: Drawing | None = None
    picture: LogoPicture | None = None
    pixels: bytes = b""

    def pale_share(self, ground: Rgb, least_contrast: float = SEEN_CONTRAST) -> float:
        """Return the share of the ink, 0–1, that is under a contrast on a ground, by default what an eye needs.

        Nothing is of a logo that brings a ground of its own.
        """
        if not self.has_transparency:
            return 0.0
        return sum(share for color, share in self.colors if contrast(color, ground) < least_contrast)

    def to_bytes(self) -> bytes:
        """Return the logo for storing, without `pixels`."""
        picture = self.picture and [
            self.picture.digest,
            self.picture.width,
            self.picture.height,
            self.picture.has_alpha,
        ]
        data = {
            "version": _VERSION,
            "aspect": self.aspect,
            "density": self.density,
            "colors": [[color.hex, share] for color, share in self.colors],
            "has_transparency": self.has_transparency,
            "opaque_ground": self.opaque_ground and self.opaque_ground.hex,
            "rasterised": self.rasterised,
            "drawing": self.drawing and drawing_as_data(self.drawing),
            "picture": picture,
        }
        return json.dumps(data, separators=(",", ":")).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> "TakenLogo":
        """Return a stored logo. Raises ValueError for bytes that `to_bytes` did not write."""
        try:
            return cls._from_data(json.loads(data))
        except (KeyError, TypeError, ValueError) as wrong:
            raise ValueError("not a stored logo") from wrong

    @classmethod
    def _from_data(cls, data: dict[str, object]) -> "TakenLogo":
        values: dict[str, object] = dict(data)
        if values.pop("version") != _VERSION:
            raise ValueError("a logo stored by another version")
        ground, drawing, picture = values["opaque_ground"], values["drawing"], values["picture"]
        values["colors"] = tuple((Rgb.from_hex(color), share) for color, share in values["colors"])  # type: ignore[attr-defined]
        values["opaque_ground"] = Rgb.from_hex(ground) if isinstance(ground, str) else None
        values["drawing"] = drawing_from_data(drawing) if isinstance(drawing, dict) else None
        if isinstance(picture, list):
            digest, width, height, has_alpha = picture
            values["picture"] = LogoPicture(digest=digest, width=width, height=height, has_alpha=has_alpha)
        return cls(**values)  # type: ignore[arg-type]
