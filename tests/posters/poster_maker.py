"""Makes posters from the project's own templates: with their samples, and stress content in the other languages."""

import io
import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path as File

import numpy as np
import pypdfium2
from PIL import Image
from poster_matrix import Case

from app.engine.brand import BrandKit, read_brand
from app.engine.content import Content, LogoChoice, PhotoChoice, Text, read_content
from app.engine.content.media import Media
from app.engine.photo import Encoded, PhotoSource, print_master, proof_master, take_in
from app.engine.pipeline import Options, Poster, artwork, judge
from app.engine.scene import Picture
from app.engine.sheet import FORMATS
from app.engine.template import PosterTemplate
from app.engine.template.checked import Purpose
from app.engine.template.reading import read_template
from app.engine.vector.logo import TakenLogo, take_in_logo

ROOT = File(__file__).parents[2]
CONTENTS = File(__file__).parent / "contents"
DATE = datetime(2027, 3, 1, 12, tzinfo=UTC)

# Of a made photo: enough for an A0 at its lowest density, few enough to be quick.
PHOTO_PX = (1200, 1600)


@lru_cache
def kit() -> BrandKit:
    return read_brand(ROOT / "brand_assets" / "career")


@lru_cache
def template(name: str) -> PosterTemplate:
    return read_template(ROOT / "poster_templates" / name, kit())


@lru_cache(maxsize=64)
def content(name: str, language: str) -> Content:
    """Return the sample of a template, or its Dutch sample with the stress texts of a language that has none."""
    folder = ROOT / "poster_templates" / name
    own = folder / f"sample.{language}.toml"
    if own.is_file():
        return read_content(own.read_text(encoding="utf-8"), file=own.name)
    sample = read_content((folder / "sample.toml").read_text(encoding="utf-8"), file="sample.toml")
    if language == "nl":
        return sample
    stress = tomllib.loads((CONTENTS / f"{language}.toml").read_text(encoding="utf-8"))[name]
    return replace(sample, language=language, texts={key: Text(text=text) for key, text in stress.items()})


class Files:
    """Photos and logos that were taken in, by the name a content gives them, and the masters made of them."""

    def __init__(self) -> None:
        self.photos: dict[str, PhotoSource] = {}
        self.logos: dict[str, TakenLogo] = {}
        self.stored: dict[str, bytes] = {}

    def photo(self, data: bytes, name: str = "me.jpg") -> "Files":
        taken = take_in(data, cmyk_profile=kit().print.condition.icc)
        self.stored[taken.source.digest] = taken.stored
        self.photos[name] = taken.source
        return self

    def logo(self, data: bytes, name: str = "logo.svg") -> "Files":
        taken = take_in_logo(data)
        if taken.picture:
            self.stored[taken.picture.digest] = taken.pixels
        self.logos[name] = taken
        return self

    @property
    def media(self) -> Media:
        return Media(photos=self.photos, logos=self.logos)

    def print_master(self, picture: Picture) -> Encoded:
        return print_master(
            self.stored[picture.source.digest],
            picture.crop,
            picture.box.size,
            ppi=picture.print_ppi,
            condition=kit().print.condition,
            treatment=picture.treatment,
        )

    def proof_master(self, picture: Picture, ppi: float) -> Encoded:
        return proof_master(
            self.stored[picture.source.digest],
            picture.crop,
            picture.box.size,
            ppi=ppi,
            condition=kit().print.condition,
            treatment=picture.treatment,
        )


def encoded(image: Image.Image, format: str = "JPEG", **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


@lru_cache
def photo_jpeg() -> bytes:
    """Return a photo with soft and hard edges, dark and light, and every hue."""
    width, height = PHOTO_PX
    across, down = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    hue = (255 * (across + 0.3 * down) % 256).astype(np.uint8)
    light = (60 + 180 * np.abs(np.sin(9 * down + 4 * across))).astype(np.uint8)
    strong = (90 + 120 * ((across * 12).astype(int) % 2)).astype(np.uint8)
    return encoded(Image.fromarray(np.dstack([hue, strong, light]), "HSV").convert("RGB"), quality=88)


@lru_cache
def files() -> Files:
    """Return what the samples name, a photo, and a logo of pixels with soft edges."""
    blot = Image.radial_gradient("L").resize((900, 450))
    logo = Image.merge("RGBA", (*Image.new("RGB", blot.size, (150, 20, 60)).split(), blot.point(lambda far: 255 - far)))
    linde = (ROOT / "poster_templates" / "vacature" / "de-linde.svg").read_bytes()
    return Files().photo(photo_jpeg()).logo(linde, "de-linde.svg").logo(encoded(logo, "PNG"), "soft.png")


def with_photo(given: Content, name: str = "me.jpg") -> Content:
    """Return a content with a photo in place of the sample's illustration, with a scrim where words stand on it."""
    return replace(
        given,
        photos={"photo": PhotoChoice(file=name, alt="Iemand lacht naar een collega", consent=True, scrim=True)},
    )


def with_logo(given: Content, name: str) -> Content:
    return replace(given, logos={"logo": LogoChoice(file=name, plate="always", name="Een logo")})


def judged(case: Case, given: Content | None = None, own: Files | None = None) -> Poster:
    """Return a poster with everything that is wrong with it."""
    found = own or files()
    purpose = Purpose(format=FORMATS[case.format], destination=case.destination)
    chosen = given or content(case.template, case.language)
    return judge(template(case.template), kit(), chosen, found.media, purpose, found)


def painted(poster: Poster, own: Files | None = None, **options: object) -> bytes:
    """Return the finished file."""
    return artwork(poster, own or files(), options=Options(**options), date=DATE)


@lru_cache(maxsize=256)
def poster(case: Case) -> Poster:
    """Return the poster of a case. Where there is room for them it holds a photo and a logo of pixels."""
    given = content(case.template, case.language)
    slots = template(case.template).slots
    if "photo" in slots and _turn(case) % 2:
        given = with_photo(given)
    if "logo" in slots and _turn(case) % 3 == 2:
        given = with_logo(given, "soft.png")
    return judged(case, given)


@lru_cache(maxsize=256)
def made(case: Case) -> bytes:
    """Return the file of a case."""
    return painted(poster(case))


def _turn(case: Case) -> int:
    return tuple(FORMATS).index(case.format) + sum(map(ord, case.language))


def page_pixels(data: bytes, width: int, height: int) -> np.ndarray:
    """Return the first page of a PDF as PDFium draws it, stretched to exactly this size."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        bitmap = pypdfium2.PdfBitmap.new_native(width, height, pypdfium2.raw.FPDFBitmap_BGR)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        pypdfium2.raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
        pixels = np.array(bitmap.to_numpy())[..., ::-1]
        bitmap.close()
        page.close()
    return pixels


def page_texts(data: bytes) -> list[str]:
    """Return what PDFium reads on the first page, in the two ways it has of putting it together."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        text = page.get_textpage()
        found = [text.get_text_bounded(), text.get_text_range()]
        text.close()
        page.close()
    return found
