"""From a template and a content to what people see and take away."""

from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TypeVar, cast

from app.engine.brand import BrandKit
from app.engine.check import check
from app.engine.content import Content
from app.engine.content.media import Media
from app.engine.findings import Finding
from app.engine.layout import TranscriptLine, transcript
from app.engine.photo import Treatment, proof_jpeg
from app.engine.pipeline import Options, judge, live_svg, small_png
from app.engine.pipeline import Poster as JudgedPoster
from app.engine.scene import Picture
from app.engine.sheet import Destination, Format, WrongSize, format_of
from app.engine.template import PosterTemplate
from app.engine.template.checked import Purpose
from app.isolation import Fence, FenceError
from app.services.catalog import Catalog
from app.services.file_cache import FileCache
from app.services.filenames import file_name
from app.services.home_prints import home_variant, objection
from app.services.jobs import Order, make_artwork, make_proof, make_thumbnail
from app.services.not_made import NotMade
from app.services.photo_views import PhotoView, photo_views
from app.services.pictures import StoredPictures
from app.services.plates import plate_svg
from app.services.poster import UPLOAD_PREFIX
from app.services.press_prints import objection as press_objection
from app.services.press_prints import press_variant
from app.services.upload_limits import most_bytes_of
from app.services.uploads import Uploads
from app.single_flight import SingleFlight

_MIME = {"pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}

# Rules look at the pixels of small proofs only; some tens of them find room.
_PREVIEW_ROOM = 8_000_000

# Photos and logos as browsers show them, in bytes: some fifty large ones, or some hundreds of small ones. They stay in
# this process, so that nothing of them is left anywhere once their file is wiped.
_SHOWN_ROOM = 8_000_000

IN_BETTER_LIGHT = "+light"
"""What follows the digest of a photo that a preview shows in better light."""

# Every format has a proof and can be part of a bundle.
_OF_EVERY_FORMAT: tuple[Destination, ...] = ("proof", "all")

T = TypeVar("T")


class ContentRejected(Exception):
    """Artwork is refused: the findings say what must change."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(f"{finding.code} {finding.slot}".strip() for finding in findings))
        self.findings = findings


class WrongFormat(LookupError):
    """A template does not serve this format, or the format does not go to this destination."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A poster as the editor shows it, finished or not. photos: its photo slots, for who crops."""

    svg: str
    findings: tuple[Finding, ...]
    photos: tuple[PhotoView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedFile:
    """A finished file. name: in plain letters, safe on every system."""

    name: str
    data: bytes
    mimetype: str
    findings: tuple[Finding, ...] = ()

    @property
    def chunks(self) -> tuple[bytes]:
        """The bytes as a bundle gives them: in pieces, of which there is one."""
        return (self.data,)


class Rendering:
    """Makes previews here and files behind the fence."""

    def __init__(self, catalog: Catalog, uploads: Uploads, fence: Fence, *, wall_s: float) -> None:
        """Open. wall_s: the longest that making one file may take."""
        self._catalog, self._uploads, self._fence, self._wall_s = catalog, uploads, fence, wall_s
        self._shown: FileCache[bytes] = FileCache(uploads.files, _SHOWN_ROOM, len)
        self._orders: SingleFlight[object] = SingleFlight()

    @property
    def brand(self) -> BrandKit:
        """The brand kit that files are made with."""
        return self._catalog.brand

    @cached_property
    def _pictures(self) -> StoredPictures:
        return StoredPictures(self._uploads.files, self.brand.print.condition, room=_PREVIEW_ROOM)

    def preview(
        self,
        template: PosterTemplate,
        content: Content,
        format_key: str,
        address: Callable[[str], str],
        *,
        destination: Destination = "print",
        prefix: str = "p",
        options: Options | None = None,
    ) -> Preview:
        """Return a live preview with its findings. options: that the file is to be made with.

        address: gives the URL of the preview of a photo or logo, by the digest that its upload has, followed by
        IN_BETTER_LIGHT for a photo that comes so. prefix: of the ids in it, where several previews stand in one page.
        Raises WrongFormat, ContentError.
        """
        media = self._uploads.media(content)
        poster = self._judged(template, content, media, format_key, destination, options)
        svg = live_svg(poster, _addressed(address, media), prefix=prefix)
        return Preview(svg=svg, findings=poster.findings, photos=photo_views(poster.content))

    def findings(
        self,
        template: PosterTemplate,
        content: Content,
        format_key: str,
        destination: Destination,
        options: Options | None = None,
    ) -> tuple[Finding, ...]:
        """Return what is to be said of a poster, without painting it. options: as for preview.

        Raises WrongFormat, ContentError.
        """
        return self._judged(template, content, self._uploads.media(content), format_key, destination, options).findings

    def _judged(
        self,
        template: PosterTemplate,
        content: Content,
        media: Media,
        format_key: str,
        destination: Destination,
        options: Options | None = None,
    ) -> JudgedPoster:
        chosen = options or Options()
        purpose = purpose_of(template, format_key, destination, tiled=bool(chosen.tiles))
        return judge(
            template,
            self.brand.at(chosen.shop) if destination == "print" else self.brand,
            content,
            media,
            replace(purpose, gray=chosen.gray),
            self._pictures,
            unfinished=True,
            saves_ink=chosen.save_ink,
        )

    def artwork(
        self,
        template: PosterTemplate,
        content: Content,
        *,
        format_key: str,
        destination: Destination,
        options: Options | None = None,
        date: datetime,
        folder: Path | None = None,
        media: Media | None = None,
    ) -> RenderedFile:
        """Return the finished file.

        folder: where the files that a content names lie, for content files. media: those files, where they were taken
        in already.
        Raises ContentRejected while a rule of severity error is broken; WrongFormat, ContentError, NotMade.
        """
        chosen = options or Options()
        found = purpose_of(template, format_key, destination, tiled=bool(chosen.tiles)).format
        if destination == "home" and (wrong := objection(found, chosen)):
            raise WrongFormat(wrong)
        if destination == "print" and (wrong := press_objection(found, chosen, self.brand)):
            raise WrongFormat(wrong)
        if destination == "screen" and chosen.codec == "jpg":
            chosen = replace(chosen, most_bytes=chosen.most_bytes or most_bytes_of(found))
        known = media or self.media(content, folder)
        order = self._order(template, content, known, found.key, destination, chosen, date)
        data, findings = self._fenced(make_artwork, order)
        if data is None:
            raise ContentRejected(findings)
        suffix = chosen.codec if destination == "screen" else "pdf"
        variant = ""
        if destination in ("home", "print"):
            variant = home_variant(found, chosen) if destination == "home" else press_variant(chosen, self.brand)
        name = file_name(
            self.brand.name, template.key, found.key, destination, content.language, suffix, variant=variant
        )
        return RenderedFile(name=name, data=data, mimetype=_MIME[suffix], findings=findings)

    def proof(
        self,
        template: PosterTemplate,
        content: Content,
        *,
        format_key: str,
        language: str,
        date: datetime,
        folder: Path | None = None,
    ) -> RenderedFile:
        """Return a PDF for somebody's yes, of posters that are refused too; its findings are those of the artwork.

        language: of its reader: nl, fr or en. folder: as for artwork. Raises WrongFormat, ContentError, NotMade.
        """
        found = purpose_of(template, format_key, "proof").format
        order = self._order(
            template, content, self.media(content, folder), found.key, found.destinations[0], Options(), date
        )
        data, findings = self._fenced(make_proof, order, language)
        name = file_name(self.brand.name, template.key, found.key, "proof", content.language, "pdf")
        return RenderedFile(name=name, data=data, mimetype=_MIME["pdf"], findings=findings)

    def media(self, content: Content, folder: Path | None = None) -> Media:
        """Return what is known of the files that a content names. folder: where they lie, for content files."""
        return self._uploads.media(content, folder)

    def transcript(
        self, template: PosterTemplate, content: Content, *, media: Media | None = None
    ) -> tuple[TranscriptLine, ...]:
        """Return everything that a poster says, in reading order. media: as for artwork. Raises ContentError."""
        purpose = Purpose(format=template.formats[0], destination="web")
        return transcript(check(template, self.brand, content, media or self.media(content), purpose))

    def thumbnail(
        self, template: PosterTemplate, language: str, format_key: str, width_px: int, *, date: datetime
    ) -> RenderedFile:
        """Return a small picture of a template with its sample in it, as the gallery shows it. Raises NotMade."""
        content, folder = self._catalog.sample(template, language)
        return self.picture(template, content, format_key, width_px, date=date, folder=folder)

    def picture(
        self,
        template: PosterTemplate,
        content: Content,
        format_key: str,
        width_px: int,
        *,
        date: datetime,
        folder: Path | None = None,
        media: Media | None = None,
    ) -> RenderedFile:
        """Return a poster as a picture for a page, finished or not: photos in it are cropped for good.

        folder, media: as for artwork. Raises WrongFormat, ContentError, NotMade.
        """
        purpose_of(template, format_key, "screen")
        known = media or self.media(content, folder)
        order = self._order(template, content, known, format_key, "screen", Options(), date)
        data = self._fenced(make_thumbnail, order, width_px)
        name = file_name(self.brand.name, template.key, format_key, "screen", content.language, "webp")
        return RenderedFile(name=name, data=data, mimetype=_MIME["webp"])

    def small_png(
        self,
        template: PosterTemplate,
        content: Content,
        format_key: str,
        *,
        destination: Destination,
        width_px: int,
    ) -> tuple[bytes, tuple[Finding, ...]]:
        """Return a small picture with its findings, made in this process: for who draws templates on this machine.

        The template may be one that the catalogue does not hold. Raises WrongFormat, ContentError.
        """
        poster = self._judged(template, content, self._uploads.media(content), format_key, destination)
        return small_png(poster, self._pictures, width_px=width_px), poster.findings

    def photo_preview(self, digest: str, width_px: int, *, better_light: bool = False) -> bytes:
        """Return a photo, or a logo of pixels, as its print will look, for a browser; made once while there is room.

        better_light: for photos. Whether somebody may see it is for the caller to know. Raises FileGone, also for what
        was made before.
        """
        variant = ("photo", width_px, better_light, self.brand.digest)
        return self._shown.get(digest, variant, lambda: self._photo_preview(digest, width_px, better_light))

    def _photo_preview(self, digest: str, width_px: int, better_light: bool) -> bytes:
        treatment = Treatment(tones=self._uploads.kept_photo(digest).tones) if better_light else Treatment()
        proof, condition = self._uploads.proof(digest), self.brand.print.condition
        return proof_jpeg(proof, condition=condition, treatment=treatment, side_px=width_px)

    def logo_plate(self, digest: str) -> bytes:
        """Return a logo on a small plate as SVG, for a browser; made once while there is room.

        Whether somebody may see it is for the caller to know. Raises FileGone, also for what is no logo.
        """
        return self._shown.get(digest, ("plate", self.brand.digest), lambda: self._logo_plate(digest))

    def _logo_plate(self, digest: str) -> bytes:
        return plate_svg(self._uploads.kept_logo(digest), self.brand).encode()

    def _order(
        self,
        template: PosterTemplate,
        content: Content,
        media: Media,
        format_key: str,
        destination: Destination,
        options: Options,
        date: datetime,
    ) -> Order:
        return Order(
            brand_folder=self._catalog.brand_folder,
            brand_digest=self.brand.digest,
            template_folder=self._catalog.folder_of(template),
            digest=template.digest,
            files_folder=self._uploads.files.folder,
            content=content,
            media=media,
            format_key=format_key,
            destination=destination,
            options=options,
            date=date,
        )

    def _fenced(self, job: Callable[..., T], *args: Hashable) -> T:
        """Run a job, once for all who want the very same meanwhile; what the fence had to stop becomes one sentence."""

        def run() -> T:
            return self._fence.run(job, *args, wall_s=self._wall_s, cpu_s=self._wall_s)

        try:
            return cast(T, self._orders.get((job, *args), run))
        except FenceError as stopped:
            raise NotMade(stopped) from stopped


def purpose_of(template: PosterTemplate, format_key: str, destination: Destination, *, tiled: bool = False) -> Purpose:
    """Return what a poster is made for. tiled: over sheets of paper, as any size on paper can go home.

    Raises WrongFormat, with what there is instead.
    """
    found = _served(template, format_key)
    at_home = tiled and destination == "home" and found.unit == "mm"
    if not at_home and destination not in (*found.destinations, *_OF_EVERY_FORMAT):
        goes = ", ".join(found.destinations)
        raise WrongFormat(f"format {found.key} does not go to {destination!r}; it goes to: {goes}")
    return Purpose(format=found, destination=destination)


def _served(template: PosterTemplate, format_key: str) -> Format:
    """Return a format or own size that a template has a drawing for. Raises WrongFormat."""
    try:
        found = format_of(format_key)
        template.artboard(found.key)
    except WrongSize as wrong:
        raise WrongFormat(str(wrong)) from wrong
    except KeyError as missing:
        served = ", ".join(found.key for found in template.formats)
        near = _near(template, format_key)
        raise WrongFormat(f"template {template.key} has no format {format_key!r}; it has: {served}{near}") from missing
    return found


def _near(template: PosterTemplate, format_key: str) -> str:
    """Return which sizes near an own one have a shape that was drawn; nothing for what is no size."""
    with suppress(KeyError):
        wanted = format_of(format_key)
        near = [found.key for found in template.sizes_near(wanted)]
        return f"; the nearest sizes of a shape that it has: {' and '.join(near)} (mm)" if near else ""
    return ""


def _addressed(address: Callable[[str], str], media: Media) -> Callable[[Picture], str]:
    """Return the address of a picture. The pixels of a logo are kept apart, but asked for as the logo they are of."""
    logos = {
        logo.picture.digest: name.removeprefix(UPLOAD_PREFIX) for name, logo in media.logos.items() if logo.picture
    }

    def address_of(picture: Picture) -> str:
        digest = picture.source.digest
        return address(logos.get(digest, digest) + (IN_BETTER_LIGHT if picture.treatment.tones else ""))

    return address_of
