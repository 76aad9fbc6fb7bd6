"""From a template and a content to what people see and take away."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

from app.engine.brand import BrandKit
from app.engine.check import check
from app.engine.content import Content
from app.engine.content.media import Media
from app.engine.findings import Finding
from app.engine.layout import TranscriptLine, transcript
from app.engine.pipeline import Options, judge, live_svg, small_png
from app.engine.pipeline import Poster as JudgedPoster
from app.engine.scene import Picture
from app.engine.sheet import Destination, Format
from app.engine.template import PosterTemplate
from app.engine.template.checked import Purpose
from app.isolation import Fence
from app.services.catalog import Catalog
from app.services.destination_options import objection, variant
from app.services.filenames import file_name
from app.services.jobs import make_artwork, make_proof, make_thumbnail
from app.services.order_desk import OrderDesk
from app.services.photo_views import PhotoView, photo_views
from app.services.pictures import StoredPictures
from app.services.poster import UPLOAD_PREFIX
from app.services.purposes import WrongFormat, purpose_of
from app.services.rendered import ContentRejected, RenderedFile
from app.services.upload_limits import most_bytes_of
from app.services.upload_views import UploadViews
from app.services.uploads import Uploads

_MIME = {"pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}

# Rules look at the pixels of small proofs only; some tens of them find room.
_PREVIEW_ROOM = 8_000_000

IN_BETTER_LIGHT = "+light"
"""What follows the digest of a photo that a preview shows in better light."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A poster as the editor shows it, finished or not. photos: its photo slots, for who crops."""

    svg: str
    findings: tuple[Finding, ...]
    photos: tuple[PhotoView, ...] = ()


class Rendering:
    """Makes previews here and files behind the fence."""

    def __init__(self, catalog: Catalog, uploads: Uploads, fence: Fence, *, wall_s: float) -> None:
        """Open. wall_s: the longest that making one file may take."""
        self._catalog, self._uploads = catalog, uploads
        self._desk = OrderDesk(catalog, uploads.files, fence, wall_s=wall_s)
        self._views = UploadViews(catalog, uploads)

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
        asked = options or Options()
        found = purpose_of(template, format_key, destination, tiled=bool(asked.tiles)).format
        chosen = self._settled(found, destination, asked)
        known = media or self.media(content, folder)
        order = self._desk.order(template, content, known, found.key, destination, chosen, date)
        body, findings = self._desk.filled(make_artwork, order)
        if body is None:
            raise ContentRejected(findings)
        suffix = chosen.codec if destination == "screen" else "pdf"
        said = variant(found, destination, chosen, self.brand)
        name = file_name(self.brand.name, template.key, found.key, destination, content.language, suffix, variant=said)
        return RenderedFile(name=name, body=body, mimetype=_MIME[suffix], findings=findings)

    def _settled(self, found: Format, destination: Destination, asked: Options) -> Options:
        """Return the options with what a JPEG may weigh. Raises WrongFormat for those that the format cannot have."""
        if wrong := objection(found, destination, asked, self.brand):
            raise WrongFormat(wrong)
        if destination != "screen" or asked.codec != "jpg" or asked.most_bytes:
            return asked
        return replace(asked, most_bytes=most_bytes_of(found, double=asked.double))

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
        order = self._desk.order(
            template, content, self.media(content, folder), found.key, found.destinations[0], Options(), date
        )
        body, findings = self._desk.filled(make_proof, order, language)
        name = file_name(self.brand.name, template.key, found.key, "proof", content.language, "pdf")
        return RenderedFile(name=name, body=body, mimetype=_MIME["pdf"], findings=findings)

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
        order = self._desk.order(template, content, known, format_key, "screen", Options(), date)
        data = self._desk.filled(make_thumbnail, order, width_px)
        name = file_name(self.brand.name, template.key, format_key, "screen", content.language, "webp")
        return RenderedFile(name=name, body=data, mimetype=_MIME["webp"])

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
        """Return a photo, or a logo of pixels, as its print will look: see `UploadViews.photo`. Raises FileGone."""
        return self._views.photo(digest, width_px, better_light=better_light)

    def logo_plate(self, digest: str) -> bytes:
        """Return a logo on a small plate as SVG: see `UploadViews.logo`. Raises FileGone."""
        return self._views.logo(digest)


def _addressed(address: Callable[[str], str], media: Media) -> Callable[[Picture], str]:
    """Return the address of a picture. The pixels of a logo are kept apart, but asked for as the logo they are of."""
    logos = {
        logo.picture.digest: name.removeprefix(UPLOAD_PREFIX) for name, logo in media.logos.items() if logo.picture
    }

    def address_of(picture: Picture) -> str:
        digest = picture.source.digest
        return address(logos.get(digest, digest) + (IN_BETTER_LIGHT if picture.treatment.tones else ""))

    return address_of
