"""Taking in a partner's logo: foreign bytes become outlines or pixels of our own, with what placing them needs to know.

To be run behind the fence: decoders of foreign bytes have faults.
"""

import io
import json
from dataclasses import dataclass, replace
from hashlib import sha256

from PIL import Image

from app.engine.color import Rgb
from app.engine.errors import UnreadableFile
from app.engine.geometry import Path, Rect
from app.engine.vector.bounds import visible_bounds
from app.engine.vector.document import Document
from app.engine.vector.drawing import Clip, Drawing, Group
from app.engine.vector.ink import InkFacts, ink_box, measure_ink
from app.engine.vector.page import is_pdf, render_page
from app.engine.vector.pixels import decode_picture, picture_format
from app.engine.vector.plain import plain_svg
from app.engine.vector.raster import rasterise, render
from app.engine.vector.reader import Reading, read_document
from app.engine.vector.storing import drawing_as_data, drawing_from_data

MAX_SIDE = 4000
_GLANCE = 800
_SLACK = 2
_MAX_ASPECT = 100.0
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


def take_in_logo(data: bytes, *, cmyk_profile: bytes = b"") -> TakenLogo:
    """Return a logo from SVG, SVGZ, PDF (its first page), PNG, JPEG or WebP, whatever the file is called.

    cmyk_profile: ICC bytes, what CMYK pixels without a profile are taken to be.
    Raises UnreadableFile with a reason of the finding `unreadable-file`.
    """
    if not data:
        raise UnreadableFile("empty")
    if picture_format(data):
        return _of_pixels(decode_picture(data, cmyk_profile=cmyk_profile))
    if is_pdf(data):
        return _of_pixels(render_page(data), rasterised="pdf")
    if not _may_be_svg(data):
        raise UnreadableFile("unknown-format")
    return _of_svg(data)


def _may_be_svg(data: bytes) -> bool:
    head = data[:4096]
    return data[:2] == b"\x1f\x8b" or b"<" in head[:256] or b"<\x00" in head[:256]


def _of_svg(data: bytes) -> TakenLogo:
    document = Document(data)
    reading = read_document(document, file="logo")
    refusal = next((problem for problem in reading.problems if problem.fatal), None)
    if refusal:
        raise UnreadableFile(refusal.refusal)
    if reading.problems:
        return _of_pixels(rasterise(document, reading), rasterised=reading.problems[0].kind)
    return _of_drawing(reading)


def _of_drawing(reading: Reading) -> TakenLogo:
    drawing = _trimmed(reading.drawing)
    ink = measure_ink(_glance(drawing))
    return _described(ink, drawing.box.width / drawing.box.height, drawing=drawing)


def _trimmed(drawing: Drawing) -> Drawing:
    """Return a drawing whose box is just around what is seen; what lies beyond the file's own box stays unseen."""
    painted = visible_bounds(drawing.marks)
    box = painted and painted.intersection(drawing.box)
    for _ in range(2):
        # Outlines alone do not tell where a white ground ends, or what clips leave; a second look is a closer one.
        box = box and _seen(Drawing(box=box, marks=drawing.marks))
    if box is None or painted is None:
        raise UnreadableFile("logo-empty")
    marks = drawing.marks
    if not box.contains(painted, slack=1e-6 * max(box.size)):
        marks = (Group(marks=marks, clips=(Clip(path=Path.rect(box)),)),)
    return drawing_from_data(drawing_as_data(Drawing(box=box, marks=marks)))


def _seen(drawing: Drawing) -> Rect | None:
    """Return the part of a drawing's box that is not empty margin. An edge moves only if it is off by some pixels."""
    glance = _glance(drawing)
    found = ink_box(glance)
    if found is None:
        return None
    box = drawing.box
    sx, sy = box.width / glance.width, box.height / glance.height
    left, top = (edge if edge > _SLACK else 0 for edge in found[:2])
    right, bottom = (
        edge if edge < whole - _SLACK else whole for edge, whole in zip(found[2:], glance.size, strict=True)
    )
    return Rect.between(box.x + left * sx, box.y + top * sy, box.x + right * sx, box.y + bottom * sy)


def _glance(drawing: Drawing) -> Image.Image:
    _check_aspect(*drawing.box.size)
    scale = _GLANCE / max(drawing.box.size)
    width, height = (max(1, round(side * scale)) for side in drawing.box.size)
    return render(plain_svg(drawing, width_px=width, height_px=height))


def _of_pixels(image: Image.Image, *, rasterised: str = "") -> TakenLogo:
    box = ink_box(image)
    if box is None:
        raise UnreadableFile("logo-empty")
    image = image.crop(box)
    _check_aspect(*image.size)
    if max(image.size) > MAX_SIDE:
        image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    ink = measure_ink(image)
    png = _png(image, ink)
    picture = LogoPicture(
        digest=sha256(png).hexdigest(), width=image.width, height=image.height, has_alpha=ink.has_transparency
    )
    logo = _described(ink, image.width / image.height, rasterised=rasterised)
    return replace(logo, picture=picture, pixels=png)


def _check_aspect(width: float, height: float) -> None:
    if max(width, height) > _MAX_ASPECT * min(width, height):
        raise UnreadableFile("too-narrow", width=round(width), height=round(height))


def _png(image: Image.Image, ink: InkFacts) -> bytes:
    """Return the pixels alone; colours under fully clear ones are wiped."""
    if ink.has_transparency:
        plain = Image.new("RGBA", image.size)
        plain.paste(image, mask=image.getchannel("A").point(lambda alpha: 255 if alpha else 0))
    else:
        plain = image.convert("RGB")
    plain.info = {}
    file = io.BytesIO()
    plain.save(file, "PNG", compress_level=4)
    return file.getvalue()


def _described(ink: InkFacts, aspect: float, *, rasterised: str = "", drawing: Drawing | None = None) -> TakenLogo:
    return TakenLogo(
        aspect=aspect,
        density=round(ink.density, 4),
        colors=ink.colors,
        has_transparency=ink.has_transparency,
        opaque_ground=ink.ground,
        rasterised=rasterised,
        drawing=drawing,
    )
