"""Taking in a partner's logo: foreign bytes become outlines or pixels of our own, with what placing them needs to know.

To be run behind the fence: decoders of foreign bytes have faults.
"""

import io
from dataclasses import replace
from hashlib import sha256

from PIL import Image

from app.engine.color import Rgb
from app.engine.errors import UnreadableFile
from app.engine.geometry import Path, Rect
from app.engine.vector.bounds import visible_bounds
from app.engine.vector.document import Document
from app.engine.vector.drawing import Clip, Drawing, Group
from app.engine.vector.ink import InkFacts, ground_of, ink_box, measure_ink
from app.engine.vector.pixels import decode_picture, picture_format
from app.engine.vector.plain import plain_svg
from app.engine.vector.raster import rasterise, render
from app.engine.vector.reader import Reading, read_document
from app.engine.vector.storing import drawing_as_data, drawing_from_data
from app.engine.vector.taken import LogoPicture, TakenLogo

__all__ = ["LogoPicture", "TakenLogo", "take_in_logo"]

MAX_SIDE = 4000
_GLANCE = 800
_SLACK = 2
_MAX_ASPECT = 100.0


def take_in_logo(data: bytes, *, cmyk_profile: bytes = b"") -> TakenLogo:
    """Return a logo from SVG, SVGZ, PDF (its first page), PNG, JPEG or WebP, whatever the file is called.

    cmyk_profile: ICC bytes, what CMYK pixels without a profile are taken to be.
    Raises UnreadableFile with a reason of the finding `unreadable-file`.
    """
    if not data:
        raise UnreadableFile("empty")
    if picture_format(data):
        return _of_pixels(decode_picture(data, cmyk_profile=cmyk_profile))
    # PDFium comes with it, which a process that only serves pages does not need.
    from app.engine.vector.page import is_pdf, render_page

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
    ground = ground_of(_glance(reading.drawing))
    drawing = _trimmed(reading.drawing, ground)
    ink = measure_ink(_glance(drawing), ground)
    return _described(ink, ground, drawing.box.width / drawing.box.height, drawing=drawing)


def _trimmed(drawing: Drawing, ground: Rgb | None) -> Drawing:
    """Return a drawing whose box is just around what is seen; what lies beyond the file's own box stays unseen."""
    painted = visible_bounds(drawing.marks)
    box = visible_bounds(drawing.marks, within=drawing.box)
    for _ in range(2):
        # Outlines alone do not tell where a white ground ends, or what clips leave; a second look is a closer one.
        box = box and _seen(Drawing(box=box, marks=drawing.marks), ground)
    if box is None or painted is None:
        raise UnreadableFile("logo-empty")
    marks = drawing.marks
    if not box.contains(painted, slack=1e-6 * max(box.size)):
        marks = (Group(marks=marks, clips=(Clip(path=Path.rect(box)),)),)
    return drawing_from_data(drawing_as_data(Drawing(box=box, marks=marks)))


def _seen(drawing: Drawing, ground: Rgb | None) -> Rect | None:
    """Return the part of a drawing's box that is not empty margin. An edge moves only if it is off by some pixels."""
    glance = _glance(drawing)
    found = ink_box(glance, ground)
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
    ground = ground_of(image)
    box = ink_box(image, ground)
    if box is None:
        raise UnreadableFile("logo-empty")
    image = image.crop(box)
    _check_aspect(*image.size)
    if max(image.size) > MAX_SIDE:
        image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    ink = measure_ink(image, ground)
    png = _png(image, ink)
    picture = LogoPicture(
        digest=sha256(png).hexdigest(), width=image.width, height=image.height, has_alpha=ink.has_transparency
    )
    logo = _described(ink, ground, image.width / image.height, rasterised=rasterised)
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


def _described(
    ink: InkFacts, ground: Rgb | None, aspect: float, *, rasterised: str = "", drawing: Drawing | None = None
) -> TakenLogo:
    return TakenLogo(
        aspect=aspect,
        density=round(ink.density, 4),
        colors=ink.colors,
        has_transparency=ink.has_transparency,
        opaque_ground=ground,
        rasterised=rasterised,
        drawing=drawing,
    )
