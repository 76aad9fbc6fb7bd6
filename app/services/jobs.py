"""What runs behind the fence. Each job is a plain function of picklable values; its worker keeps what it has read."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from app.engine.brand import BrandKit, read_brand
from app.engine.color import PrintCondition
from app.engine.content import Content
from app.engine.content.media import Media
from app.engine.findings import Finding
from app.engine.photo import PhotoLimits, PhotoSource, take_in
from app.engine.pipeline import Options, Poster, Refused, artwork_pieces, judge, proof, thumbnail
from app.engine.sheet import Destination, format_of
from app.engine.template import PosterTemplate
from app.engine.template.checked import Purpose
from app.engine.template.reading import read_template
from app.engine.vector.logo import TakenLogo, take_in_logo
from app.isolation import Parcel
from app.services.pictures import StoredPictures
from app.services.sent import SentFile, whole
from app.store import FileStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One file to be made. digest, brand_digest: of template and kit, so that no worker paints another version.

    Two are equal when they are in every field: then they are the same file, to the byte.
    """

    brand_folder: Path
    brand_digest: str
    template_folder: Path
    digest: str
    files_folder: Path
    content: Content
    media: Media
    format_key: str
    destination: Destination
    options: Options
    date: datetime

    def __hash__(self) -> int:
        return hash((self.digest, self.format_key, self.destination, self.options, self.date))


def take_in_photo(sent: SentFile, limits: PhotoLimits, brand_folder: Path) -> tuple[PhotoSource, bytes, Parcel]:
    """Take a photo in and return what is known of it, its small version, and its pixels at full size.

    CMYK files without a profile are read in the brand's printing condition.
    """
    taken = take_in(whole(sent), limits, cmyk_profile=_brand(brand_folder).print.condition.icc)
    return taken.source, taken.proof, Parcel.of(taken.stored)


def take_in_partner_logo(sent: SentFile, brand_folder: Path) -> TakenLogo:
    """Take a partner's logo in; CMYK pixels without a profile are read in the brand's printing condition."""
    return take_in_logo(whole(sent), cmyk_profile=_brand(brand_folder).print.condition.icc)


def make_artwork(order: Order) -> tuple[Parcel | None, tuple[Finding, ...]]:
    """Return the finished file with its findings, or None with those that forbid it."""
    poster, pictures = _judged(order)
    if order.destination == "print":
        pictures = _pictures(order.files_folder, poster.content.brand.print.condition)
    try:
        return Parcel.of(*artwork_pieces(poster, pictures, options=order.options, date=order.date)), poster.findings
    except Refused as refused:
        return None, refused.findings


def make_proof(order: Order, language: str) -> tuple[Parcel, tuple[Finding, ...]]:
    """Return a PDF for somebody's yes with the poster's findings. language: of its reader."""
    poster, pictures = _judged(order, unfinished=True)
    return Parcel.of(proof(poster, pictures, language=language, date=order.date)), poster.findings


def make_thumbnail(order: Order, width_px: int) -> bytes:
    """Return a small WebP of a poster, finished or not."""
    poster, pictures = _judged(order, unfinished=True)
    return thumbnail(poster, pictures, width_px=width_px)


def warm_up(brand_folder: Path) -> int:
    """Read the brand kit and build its colour cube ahead of the first order; return the kit's version."""
    kit = _brand(brand_folder)
    kit.print.condition.press_cube  # noqa: B018 - built when it is first looked at
    return kit.version


class ChangedOnDisk(Exception):
    """A brand kit or template is not the one that the order was written for."""


def _judged(order: Order, *, unfinished: bool = False) -> tuple[Poster, StoredPictures]:
    brand = brand_of(order.brand_folder, order.brand_digest)
    if order.destination == "print":
        brand = brand.at(order.options.shop)
    template = _template(order.template_folder, order.digest, order.brand_folder, order.brand_digest)
    pictures = _pictures(order.files_folder, brand.print.judged_under)
    purpose = Purpose(format=format_of(order.format_key), destination=order.destination, gray=order.options.gray)
    saves_ink = order.options.save_ink
    poster = judge(
        template, brand, order.content, order.media, purpose, pictures, unfinished=unfinished, saves_ink=saves_ink
    )
    return poster, pictures


@lru_cache(maxsize=4)
def _brand(folder: Path) -> BrandKit:
    return read_brand(folder)


@lru_cache(maxsize=4)
def brand_of(folder: Path, digest: str) -> BrandKit:
    """Return the brand kit of a folder, read once. Raises ChangedOnDisk where it is not the one with this digest."""
    for kit in (_brand(folder), read_brand(folder)):
        if kit.digest == digest:
            return kit
    raise ChangedOnDisk(f"{folder}: restart the server to use the kit as it is now")


@lru_cache(maxsize=64)
def _template(folder: Path, digest: str, brand_folder: Path, brand_digest: str) -> PosterTemplate:
    template = read_template(folder, brand_of(brand_folder, brand_digest))
    if template.digest != digest:
        raise ChangedOnDisk(f"{folder}: restart the server to use the template as it is now")
    return template


@lru_cache(maxsize=4)
def _pictures(files_folder: Path, condition: PrintCondition) -> StoredPictures:
    return StoredPictures(FileStore(files_folder), condition)
