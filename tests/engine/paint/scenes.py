"""Scenes to paint, built directly: what a layout would hand over, without a layout."""

import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path as File

import numpy as np
from PIL import Image

from app.engine.color import Cmyk, Ink, PrintCondition, Stop
from app.engine.fonts import Face, base_level, shape
from app.engine.geometry import Matrix, Path, Point, Rect
from app.engine.geometry.path import Verb
from app.engine.photo import Crop, Encoded, PhotoSource, Treatment
from app.engine.scene import (
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
    Scene,
    Stroke,
    TagBegin,
    TagEnd,
)
from app.engine.sheet import FORMATS, Sheet
from app.engine.units import MM

BRAND = File(__file__).parents[3] / "brand_assets" / "career"
DATE = datetime(2027, 3, 1, tzinfo=UTC)


@lru_cache
def condition() -> PrintCondition:
    """FOGRA39 with the usual limit."""
    icc = (BRAND / "profiles" / "FOGRA39L_coated.icc").read_bytes()
    return PrintCondition(icc=icc, identifier="FOGRA39", ink_limit=300)


@lru_cache
def face(weight: str = "400Regular") -> Face:
    return Face(key=f"rubik-{weight.lower()}", data=(BRAND / "fonts" / f"Rubik_{weight}.ttf").read_bytes())


def ink(cyan: float, magenta: float, yellow: float, black: float, name: str = "") -> Ink:
    inks = Cmyk(cyan, magenta, yellow, black)
    return Ink(cmyk=inks, srgb=condition().proof(inks), name=name)


BLACK = ink(0, 0, 0, 1, "black")
WHITE = ink(0, 0, 0, 0, "white")
RED = ink(0, 0.91, 0.76, 0.06, "red")
BLUE = ink(0.95, 0.6, 0, 0.1, "blue")
YELLOW = ink(0, 0.2, 0.9, 0, "yellow")


def make_scene(
    *items: Item, format: str = "a4", language: str = "nl", title: str = "Een affiche", bleed: float = 3 * MM
) -> Scene:
    bleed = bleed if FORMATS[format].unit == "mm" else 0.0
    sheet = Sheet(format=FORMATS[format], bleed=bleed, safe_margin=5 * MM)
    return Scene(sheet=sheet, language=language, title=title, items=items)


def artifact(*items: Item) -> tuple[Item, ...]:
    return (ArtifactBegin(), *items, ArtifactEnd())


def area(box: Rect, paint: Paint, opacity: float = 1.0) -> Fill:
    return Fill(path=Path.rect(box), paint=paint, opacity=opacity)


def runs(
    text: str,
    *,
    at: Point,
    size: float = 12.0,
    color: Ink = BLACK,
    language: str = "nl",
    weight: str = "400Regular",
    matrix: Matrix | None = None,
) -> tuple[GlyphRun, ...]:
    """Return one line as a layout sets it: runs from left to right."""
    shaped = shape(text, (face(weight),), language, base_level(text, language))
    placed = []
    x = at.x
    for run in shaped.visual_runs:
        placed.append(
            GlyphRun(
                face=run.face,
                size=size,
                origin=Point(x, at.y),
                glyphs=tuple(Glyph(g.gid, g.x * size, g.y * size, g.cluster) for g in run.glyphs),
                advance=run.advance * size,
                text=run.text,
                level=run.level,
                script=run.script,
                language=language,
                ink=color,
                matrix=matrix,
            )
        )
        x += run.advance * size
    return tuple(placed)


def tagged(
    *items: Item,
    role: str = "P",
    order: int = 0,
    language: str = "nl",
    slot: str = "text",
    alt: str = "",
    actual_text: str = "",
    box: Rect | None = None,
    link: str = "",
) -> tuple[Item, ...]:
    tag = TagBegin(
        slot=slot, role=role, order=order, language=language, alt=alt, actual_text=actual_text, box=box, link=link
    )
    return (tag, *items, TagEnd())


def picture(box: Rect, *, px: tuple[int, int] = (600, 400), digest: str = "photo", alpha: bool = False) -> Picture:
    """Return the whole of a picture, in a box."""
    width, height = px
    return Picture(
        source=PhotoSource(digest=digest, width=width, height=height, has_alpha=alpha),
        crop=Crop(x=0, y=0, width=width, height=height),
        box=box,
        treatment=Treatment(),
        print_ppi=300,
    )


@dataclass(frozen=True)
class MadePictures:
    """Pictures that are drawn on demand: a smooth run of colours with a dark frame, and a hole where asked."""

    def print_master(self, picture: Picture) -> Encoded:
        return self._encoded(picture, self._inks(picture, picture.print_ppi), "CMYK")

    def proof_master(self, picture: Picture, ppi: float) -> Encoded:
        if picture.treatment.veils:
            return self._encoded(picture, condition().on_screen(self._inks(picture, ppi)), "RGB")
        return self._encoded(picture, self.image(picture, ppi).filter(condition().proof_cube), "RGB")

    def _inks(self, picture: Picture, ppi: float) -> Image.Image:
        image = self.image(picture, ppi).filter(condition().press_cube)
        for veil in picture.treatment.veils:
            color = tuple(round(255 * amount) for amount in veil.ink.cmyk)
            image = Image.blend(image, Image.new("CMYK", image.size, color), veil.opacity)
        return image

    def image(self, picture: Picture, ppi: float) -> Image.Image:
        """Return the crop in sRGB, never denser than asked and never enlarged."""
        crop = picture.crop
        width = min(round(crop.width), round(picture.box.width / 72 * ppi))
        height = min(round(crop.height), round(picture.box.height / 72 * ppi))
        across = (crop.x + (np.arange(width) + 0.5) / width * crop.width) / picture.source.width
        down = (crop.y + (np.arange(height) + 0.5) / height * crop.height) / picture.source.height
        pixels = np.empty((height, width, 3))
        pixels[..., 0] = across
        pixels[..., 1] = down[:, None]
        pixels[..., 2] = 0.5 + 0.5 * np.sin(12 * across + 9 * down[:, None])
        return Image.fromarray((pixels * 255).astype(np.uint8), "RGB")

    def _encoded(self, picture: Picture, image: Image.Image, space: str) -> Encoded:
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=92, subsampling=0)
        alpha = b""
        if picture.source.has_alpha:
            coverage = np.tile(np.linspace(0, 255, image.width).astype(np.uint8), (image.height, 1))
            alpha = coverage.tobytes()
        return Encoded(data=buffer.getvalue(), width=image.width, height=image.height, space=space, alpha=alpha)


def horizontal(one: Ink, other: Ink, box: Rect) -> LinearGradient:
    return LinearGradient(
        start=Point(0, 0),
        end=Point(1, 0),
        stops=(Stop(offset=0, ink=one), Stop(offset=1, ink=other)),
        matrix=Matrix(box.width, 0, 0, box.height, box.x, box.y),
    )


PANGRAMS = {
    "nl": "Zorgkundige m/v/x: coëfficiënt, financiële geïnteresseerden",
    "fr": "Où l’aide-soignante œuvre, cœur léger, naïveté, affluence",
    "en": "Office staff, fluffy waffles — fifty “first” efforts",
    "de": "Größe, Straße, Übung: auffällige Pflegefachkräfte",
    "tr": "İstanbul’da ışığın şefkati: ığüşöç, difficult fıstık",
    "pl": "Zażółć gęślą jaźń, pielęgniarka",
    "ro": "Îngrijitoare și asistentă: țăran, știință, mâine",
    "uk": "Її щастя — ґанок, Європа й з’їзд",
    "ar": "السلام عليكم، أنا فخور بعملي 2026 في القطاع",
}


def sampler(format: str = "a3") -> Scene:
    """Nearly everything that a scene can hold, on one poster."""
    trim = FORMATS[format].trim
    unit = trim.width / 297
    bleed = Rect(0, 0, *trim).grown(3 * MM)
    return make_scene(
        *artifact(area(bleed, ink(0.05, 0.03, 0.1, 0))),
        *_photo(Rect.between(bleed.x, bleed.y, bleed.right, 190 * unit)),
        *_art(Rect(0, 0, *trim), unit),
        *_headline(unit),
        *_pangrams(unit),
        *_small_print(unit),
        format=format,
        title="Careēr: trots op mijn job",
    )


def _photo(box: Rect) -> tuple[Item, ...]:
    """A picture behind a clip that bleeds."""
    return tagged(
        ClipBegin(path=Path.rect(box)),
        picture(box, px=(1400, 880)),
        ClipEnd(),
        role="Figure",
        order=2,
        alt="Een verloop van kleuren",
        box=box,
        slot="photo",
    )


def _art(trim: Rect, unit: float) -> tuple[Item, ...]:
    """Gradients of both kinds, a group of half opacity, a dashed line that is bent with its plane."""
    star = Path(tuple(_star(Point(245 * unit, 60 * unit), 30 * unit)))
    return artifact(
        Fill(path=star, paint=radial(YELLOW, RED, Point(245 * unit, 60 * unit), 30 * unit), rule="evenodd"),
        area(Rect(0, 150 * unit, 297 * unit, 40 * unit), horizontal(BLUE, RED, trim), 0.6),
        GroupBegin(opacity=0.5, box=Rect(20 * unit, 20 * unit, 90 * unit, 60 * unit)),
        area(Rect(20 * unit, 20 * unit, 60 * unit, 40 * unit), WHITE),
        area(Rect(50 * unit, 40 * unit, 60 * unit, 40 * unit), BLUE),
        GroupEnd(),
        Stroke(
            path=Path.ellipse(Point(0, 0), 1, 1),
            paint=horizontal(YELLOW, BLUE, Rect(110 * unit, 0, 60 * unit, 1)),
            width=0.2,
            matrix=Matrix(30 * unit, 0, 8 * unit, 15 * unit, 140 * unit, 50 * unit),
            dashes=(0.4, 0.25),
            cap="round",
        ),
    )


def _headline(unit: float) -> tuple[Item, ...]:
    return tagged(
        *runs("Office: trots op", at=Point(15 * unit, 215 * unit), size=30 * unit, weight="900Black", color=RED),
        *runs("mijn job.", at=Point(15 * unit, 245 * unit), size=30 * unit, weight="900Black", color=RED),
        role="H1",
        order=1,
        slot="headline",
    )


def _pangrams(unit: float) -> list[Item]:
    """One line a language."""
    return [
        item
        for index, (language, text) in enumerate(PANGRAMS.items())
        for item in tagged(
            *runs(text, at=Point(15 * unit, (262 + 12 * index) * unit), size=7 * unit, language=language),
            order=10 + index,
            language=language,
            slot=f"line-{language}",
            actual_text=text if language == "ar" else "",
        )
    ]


def _small_print(unit: float) -> list[Item]:
    """A line turned upright at the edge, and a link."""
    edge = Matrix.rotation(-90).then(Matrix.translation(291 * unit, 400 * unit))
    return [
        *tagged(
            *runs("V.U. Jan Peeters, Kerkstraat 1, 9000 Gent", at=Point(0, 0), size=6, matrix=edge),
            order=40,
            slot="imprint",
        ),
        *tagged(
            *runs("careersinzorg.be", at=Point(200 * unit, 245 * unit), size=9 * unit, color=BLUE),
            order=30,
            slot="link",
            link="https://example.be/ē",
        ),
    ]


def radial(inner: Ink, outer: Ink, center: Point, radius: float) -> RadialGradient:
    return RadialGradient(
        focus=Point(-0.4, -0.3),
        focus_radius=0.05,
        center=Point(0, 0),
        radius=1,
        stops=(Stop(offset=0.1, ink=WHITE), Stop(offset=0.4, ink=inner), Stop(offset=0.9, ink=outer)),
        matrix=Matrix(radius, 0, 0, radius, *center),
    )


def _star(center: Point, radius: float) -> Iterator[tuple[Verb, tuple[float, ...]]]:
    """A star of five points drawn in one line, so that its middle is enclosed twice."""
    for step in range(5):
        angle = math.radians(144 * step - 90)
        yield "L" if step else "M", (center.x + radius * math.cos(angle), center.y + radius * math.sin(angle))
    yield "Z", ()
