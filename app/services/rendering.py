"""From a template and a content to what people see and take away."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.engine.brand import BrandKit
from app.engine.content import Content
from app.engine.content.media import Media
from app.engine.findings import Finding
from app.engine.photo import proof_jpeg
from app.engine.pipeline import Options, judge, live_svg
from app.engine.scene import Picture
from app.engine.sheet import FORMATS, Destination
from app.engine.template import PosterTemplate
from app.engine.template.checked import Purpose
from app.isolation import Fence
from app.services.catalog import Catalog
from app.services.filenames import file_name
from app.services.jobs import Order, make_artwork, make_thumbnail
from app.services.pictures import StoredPictures
from app.services.uploads import Uploads

_MIME = {"pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg", "webp": "image/webp"}


class ContentRejected(Exception):
    """Artwork is refused: the findings say what must change."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(f"{finding.code} {finding.slot}".strip() for finding in findings))
        self.findings = findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A poster as the editor shows it, finished or not."""

    svg: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedFile:
    """A finished file. name: in plain letters, safe on every system."""

    name: str
    data: bytes
    mimetype: str
    findings: tuple[Finding, ...] = ()


class Rendering:
    """Makes previews here and files behind the fence."""

    def __init__(self, catalog: Catalog, uploads: Uploads, fence: Fence, *, wall_s: float) -> None:
        """Open. wall_s: the longest that making one file may take."""
        self._catalog, self._uploads, self._fence, self._wall_s = catalog, uploads, fence, wall_s

    @property
    def _brand(self) -> BrandKit:
        return self._catalog.brand

    def preview(
        self,
        template: PosterTemplate,
        content: Content,
        format_key: str,
        address: Callable[[str], str],
        *,
        destination: Destination = "print",
    ) -> Preview:
        """Return a live preview with its findings. address: gives the URL of a photo's preview by its digest."""
        purpose = _purpose(template, format_key, destination)
        pictures = StoredPictures(self._uploads.files, self._brand.print.condition)
        media = self._uploads.media(content)
        poster = judge(template, self._brand, content, media, purpose, pictures, unfinished=True)
        return Preview(svg=live_svg(poster, _addressed(address)), findings=poster.findings)

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
    ) -> RenderedFile:
        """Return the finished file. folder: where the files that a content names lie, for content files.

        Raises ContentRejected while a rule of severity error is broken.
        """
        chosen = options or Options()
        media = self._uploads.media(content, folder)
        order = self._order(template, content, media, format_key, destination, chosen, date)
        data, findings = self._fence.run(make_artwork, order, wall_s=self._wall_s, cpu_s=self._wall_s)
        if data is None:
            raise ContentRejected(findings)
        suffix = chosen.codec if destination == "screen" else "pdf"
        name = file_name(template.key, format_key, destination, content.language, suffix)
        return RenderedFile(name=name, data=data, mimetype=_MIME[suffix], findings=findings)

    def thumbnail(
        self, template: PosterTemplate, language: str, format_key: str, width_px: int, *, date: datetime
    ) -> RenderedFile:
        """Return a small picture of a template with its sample in it, as the gallery shows it."""
        content, folder = self._catalog.sample(template, language)
        media = self._uploads.media(content, folder)
        order = self._order(template, content, media, format_key, "screen", Options(), date)
        data = self._fence.run(make_thumbnail, order, width_px, wall_s=self._wall_s, cpu_s=self._wall_s)
        name = file_name(template.key, format_key, "screen", language, "webp")
        return RenderedFile(name=name, data=data, mimetype=_MIME["webp"])

    def photo_preview(self, digest: str, width_px: int) -> bytes:
        """Return a photo as its print will look, for a browser. Raises FileGone."""
        return proof_jpeg(self._uploads.proof(digest), condition=self._brand.print.condition, side_px=width_px)

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
        _purpose(template, format_key, destination)
        return Order(
            brand_folder=self._catalog.brand_folder,
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


class WrongFormat(LookupError):
    """A template does not serve this format, or the format does not go to this destination."""


def _purpose(template: PosterTemplate, format_key: str, destination: Destination) -> Purpose:
    served = {format.key: format for format in template.formats}
    if format_key not in served:
        raise WrongFormat(f"{template.key} has no format {format_key!r}; there are: {', '.join(served)}")
    if destination not in FORMATS[format_key].destinations:
        goes = ", ".join(FORMATS[format_key].destinations)
        raise WrongFormat(f"{format_key} does not go to {destination!r}; it goes to: {goes}")
    return Purpose(format=FORMATS[format_key], destination=destination)


def _addressed(address: Callable[[str], str]) -> Callable[[Picture], str]:
    return lambda picture: address(picture.source.digest)
