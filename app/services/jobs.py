"""What runs behind the fence. Each job is a plain function of picklable values; its worker keeps what it has read."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from app.engine.brand import BrandKit, read_brand
from app.engine.content import Content
from app.engine.content.media import Media
from app.engine.findings import Finding
from app.engine.photo import PhotoLimits, TakenPhoto, take_in
from app.engine.pipeline import Options, Refused, artwork, judge, thumbnail
from app.engine.sheet import FORMATS, Destination
from app.engine.template import PosterTemplate
from app.engine.template.checked import Purpose
from app.engine.template.reading import read_template
from app.engine.vector.logo import TakenLogo, take_in_logo
from app.services.pictures import StoredPictures
from app.store import FileStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One file to be made. digest: of the template, so that a worker notices when its author has changed it."""

    brand_folder: Path
    template_folder: Path
    digest: str
    files_folder: Path
    content: Content
    media: Media
    format_key: str
    destination: Destination
    options: Options
    date: datetime


def take_in_photo(data: bytes, limits: PhotoLimits, brand_folder: Path) -> TakenPhoto:
    """Take a photo in; CMYK files without a profile are read in the brand's printing condition."""
    return take_in(data, limits, cmyk_profile=_brand(brand_folder).print.condition.icc)


def take_in_partner_logo(data: bytes, brand_folder: Path) -> TakenLogo:
    """Take a partner's logo in; CMYK pixels without a profile are read in the brand's printing condition."""
    return take_in_logo(data, cmyk_profile=_brand(brand_folder).print.condition.icc)


def make_artwork(order: Order) -> tuple[bytes | None, tuple[Finding, ...]]:
    """Return the finished file with its findings, or None with those that forbid it."""
    pictures = _pictures(order)
    template, brand = _template(order), _brand(order.brand_folder)
    purpose = Purpose(format=FORMATS[order.format_key], destination=order.destination)
    poster = judge(template, brand, order.content, order.media, purpose, pictures)
    try:
        return artwork(poster, pictures, options=order.options, date=order.date), poster.findings
    except Refused as refused:
        return None, refused.findings


def make_thumbnail(order: Order, width_px: int) -> bytes:
    """Return a small WebP of a poster, finished or not."""
    pictures = _pictures(order)
    template, brand = _template(order), _brand(order.brand_folder)
    purpose = Purpose(format=FORMATS[order.format_key], destination=order.destination)
    poster = judge(template, brand, order.content, order.media, purpose, pictures, unfinished=True)
    return thumbnail(poster, pictures, width_px=width_px)


def warm_up(brand_folder: Path) -> int:
    """Read the brand kit ahead of the first order; return its version."""
    kit = _brand(brand_folder)
    return kit.version + 0 * len(kit.print.condition.press_cube.table)


@lru_cache(maxsize=4)
def _brand(folder: Path) -> BrandKit:
    return read_brand(folder)


def _template(order: Order) -> PosterTemplate:
    return _read(order.template_folder, order.brand_folder, order.digest)


@lru_cache(maxsize=64)
def _read(folder: Path, brand_folder: Path, digest: str) -> PosterTemplate:
    return read_template(folder, _brand(brand_folder))


def _pictures(order: Order) -> StoredPictures:
    return _stored(order.files_folder, order.brand_folder)


@lru_cache(maxsize=4)
def _stored(files_folder: Path, brand_folder: Path) -> StoredPictures:
    return StoredPictures(FileStore(files_folder), _brand(brand_folder).print.condition)
