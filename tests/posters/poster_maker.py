"""Makes posters from the project's own templates: with their samples, and in every other language of the kit."""

import io
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, lru_cache
from pathlib import Path as File

import numpy as np
import pypdfium2
from makers import Pictures
from PIL import Image
from poster_matrix import Case
from poster_shelf import SHELF, kit, template

from app.engine.brand import BrandKit
from app.engine.content import Content, LogoChoice, PhotoChoice, Text
from app.engine.paint.raster import rasterised
from app.engine.pipeline import Options, Poster, artwork, judge
from app.engine.sheet import FORMATS
from app.engine.template import bilingual_samples, read_sample, read_template, sample
from app.engine.template.checked import Purpose
from app.services.contact_sheet.speech import Speech
from app.services.contact_sheet.trials import Bench, base_of

CONTENTS = File(__file__).parent / "contents"
DATE = datetime(2027, 3, 1, 12, tzinfo=UTC)

# Of a made photo: enough for every sheet at its lowest density, few enough to be quick.
PHOTO_PX = (1800, 2000)


def bench(name: str, language: str) -> Bench:
    """Return what trials of a template are made with."""
    return Bench(template(name), kit(), Speech(kit(), language))


@cache
def content(name: str, language: str) -> Content:
    """Return the sample of a template in a language.

    Where a language has none: the Dutch one with texts written to be hard, or else with words of the brand kit.
    """
    samples = {code: read_sample(file) for code, file in _samples(name)}
    hard = CONTENTS / f"{language}.toml"
    if language not in samples and hard.is_file():
        written = tomllib.loads(hard.read_text(encoding="utf-8"))
        if name in written:
            texts = {key: Text(text=text) for key, text in written[name].items()}
            return replace(samples["nl"], language=language, texts=texts)
    return base_of(bench(name, language), samples, language)


@cache
def bilingual(name: str) -> dict[tuple[str, str], Content]:
    """Return the samples of a template in two languages, by those."""
    return {pair: read_sample(file) for pair, file in bilingual_samples(SHELF / name).items()}


def _samples(name: str) -> list[tuple[str, File]]:
    found = ((language, sample(SHELF / name, language)) for language in kit().languages)
    return [(language, file) for language, file in found if file]


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
def files() -> Pictures:
    """Return what the samples name, a photo, and a logo of pixels with soft edges."""
    blot = Image.radial_gradient("L").resize((900, 450))
    logo = Image.merge("RGBA", (*Image.new("RGB", blot.size, (150, 20, 60)).split(), blot.point(lambda far: 255 - far)))
    found = Pictures().photo(photo_jpeg()).logo(encoded(logo, "PNG"), "soft.png")
    for file in sorted(SHELF.glob("*/de-linde.svg"))[:1]:
        found.logo(file.read_bytes(), file.name)
    return found


def with_photo(given: Content, name: str = "me.jpg", *, slots: Iterable[str] = ("photo",)) -> Content:
    """Return a content with a photo in place of the sample's illustration, with a scrim where words stand on it."""
    photo = PhotoChoice(file=name, alt="Iemand lacht naar een collega", consent=True, scrim=True)
    return replace(given, photos=dict.fromkeys(slots, photo))


def with_logo(given: Content, name: str, *, slots: Iterable[str] = ("logo",)) -> Content:
    return replace(given, logos=dict.fromkeys(slots, LogoChoice(file=name, plate="always", name="Een logo")))


def slots_for(name: str, kind: str) -> list[str]:
    """Return the slots of a template that take this kind of thing; of photos only those that may be photos."""
    slots = [slot for slot in template(name).slots.values() if slot.kind == kind]
    return [slot.key for slot in slots if "photo" in getattr(slot, "allow", "photo")]


def judged(case: Case, given: Content | None = None, own: Pictures | None = None) -> Poster:
    """Return a poster with everything that is wrong with it."""
    found = own or files()
    purpose = Purpose(format=FORMATS[case.format], destination=case.destination)
    chosen = given or content(case.template, case.language)
    return judge(template(case.template), kit(), chosen, found.media, purpose, found)


def under(brand: BrandKit, name: str, **changes: object) -> Poster:
    """Return the Dutch sample of a template on A3 for the print shop, under another brand kit than the shelf's."""
    purpose = Purpose(format=FORMATS["a3"], destination="print")
    given = replace(read_sample(sample(SHELF / name, "nl")), **changes)
    return judge(read_template(SHELF / name, brand), brand, given, files().media, purpose, files())


def painted(poster: Poster, own: Pictures | None = None, **options: object) -> bytes:
    """Return the finished file."""
    return artwork(poster, own or files(), options=Options(**options), date=DATE)


@lru_cache(maxsize=512)
def poster(case: Case) -> Poster:
    """Return the poster of a case. Where there is room for them it holds a photo and a logo of pixels."""
    given = content(case.template, case.language)
    photos, logos = (slots_for(case.template, kind) for kind in ("photo", "logo"))
    if photos and _turn(case) % 2:
        given = with_photo(given, slots=photos)
    if logos and _turn(case) % 3 == 2:
        given = with_logo(given, "soft.png", slots=logos)
    return judged(case, given)


@lru_cache(maxsize=512)
def made(case: Case) -> bytes:
    """Return the file of a case."""
    return painted(poster(case))


def _turn(case: Case) -> int:
    return tuple(FORMATS).index(case.format) + sum(map(ord, case.language))


def drawn(found: Poster, width: int, own: Pictures | None = None) -> np.ndarray:
    """Return a poster so many px wide, as the picture for screens shows it: the picture is these bands, packed."""
    format = found.scene.sheet.format
    options = {"width": width, "height": round(width * format.height / format.width)}
    bands = rasterised(found.scene, pictures=own or files(), condition=kit().print.condition, **options)
    return np.concatenate(list(bands))


def page_texts(data: bytes) -> list[str]:
    """Return what PDFium reads on the first page, in the two ways it has of putting it together."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        text = page.get_textpage()
        found = [text.get_text_bounded(), text.get_text_range()]
        text.close()
        page.close()
    return found
