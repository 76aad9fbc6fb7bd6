"""The whole way: from a template and a content to findings, to a preview, to a file. Every door goes through here.

There is no way around the rules: `artwork` paints nothing while a finding of severity error stands.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, partial
from typing import Any, Literal

import numpy as np

from app.engine.brand import BrandKit
from app.engine.check import check
from app.engine.color import PrintCondition
from app.engine.content import Content
from app.engine.content.media import Media
from app.engine.findings import Finding, Severity, finding, has_errors
from app.engine.geometry import Rect
from app.engine.imposition import PAPERS, Way, plan_cards, plan_tiles
from app.engine.layout import NotePart, lay_out, lay_out_cards, lay_out_note, lay_out_proof, lay_out_tiles
from app.engine.paint import (
    Backdrop,
    HomeInks,
    Pictures,
    backdrop,
    paint_cards,
    paint_home,
    paint_jpeg,
    paint_pages,
    paint_png,
    paint_proof,
    paint_small_png,
    paint_svg,
    paint_tiles,
    paint_web,
    paint_webp,
    print_pieces,
)
from app.engine.preflight import preflight
from app.engine.scene import Item, Picture, Scene, TagBegin, TagEnd
from app.engine.sheet import Format, Paper
from app.engine.template import PosterTemplate
from app.engine.template.checked import CheckedContent, Purpose
from app.engine.template.saving import saving_ink
from app.engine.units import px_of_mm

# Printed sizes on a screen: the densest of these whose long side is at most the limit.
_SCREEN_PPI = (300.0, 200.0, 150.0, 100.0)
_LONGEST_PX = 7100

Codec = Literal["png", "jpg"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a destination leaves open.

    For screen: codec. most_bytes: what a JPEG may weigh; None: whatever it weighs. double: whether it has twice the
    pixels of its format each way, as an upright 4K screen shows.
    For print: shop: the key of a print shop of the kit, the usual one if empty. marks: crop marks; None as the shop
    asks. scale: 10 for a file at a tenth of the size.
    For home: paper: of the printer. tiles: the paper over which a poster goes at true size. up: whether several go on
    one sheet. save_ink: whether large grounds become paper. gray: whether only black is used.
    """

    marks: bool | None = None
    paper: Paper = "a4"
    codec: Codec = "png"
    most_bytes: int | None = None
    tiles: Paper | None = None
    up: bool = False
    save_ink: bool = False
    gray: bool = False
    shop: str = ""
    scale: int = 1
    double: bool = False

    @property
    def way(self) -> Way:
        """How a printer at home puts the poster on paper."""
        return "tiles" if self.tiles else "up" if self.up else "fit"

    @property
    def sheets(self) -> Paper:
        """The paper that a printer at home gets."""
        return self.tiles or self.paper


@dataclass(frozen=True, kw_only=True)
class Poster:
    """A poster that was checked, laid out and judged. findings: of both judgements, each once."""

    content: CheckedContent
    scene: Scene
    findings: tuple[Finding, ...]

    @property
    def is_refused(self) -> bool:
        return has_errors(self.findings)


class _LightTable:
    """The pixels behind a poster's type and logos, painted once and only when a rule asks."""

    def __init__(self, scene: Scene, pictures: Pictures, condition: PrintCondition) -> None:
        self._scene, self._pictures, self._condition = scene, pictures, condition

    @cached_property
    def _backdrop(self) -> Backdrop:
        return backdrop(_without_logos(self._scene), pictures=self._pictures, condition=self._condition)

    def behind(self, box: Rect) -> "np.ndarray[Any, np.dtype[np.uint8]]":
        return self._backdrop.pixels_behind(box)


def _without_logos(scene: Scene) -> Scene:
    logos = {mark.slot for mark in scene.marks if mark.kind in ("logo", "brand-logo")}
    kept: list[Item] = []
    inside = False
    for item in scene.items:
        if isinstance(item, TagBegin):
            inside = item.slot in logos
        if not inside:
            kept.append(item)
        elif isinstance(item, TagEnd):
            inside = False
    return replace(scene, items=tuple(kept))


def judge(
    template: PosterTemplate,
    brand: BrandKit,
    content: Content,
    media: Media,
    purpose: Purpose,
    pictures: Pictures,
    *,
    unfinished: bool = False,
    saves_ink: bool = False,
) -> Poster:
    """Return a poster with everything that is wrong with it.

    unfinished: whether empty required texts show their placeholder, as previews and proofs do. saves_ink: whether its
    large fields become paper; where only that breaks rules, one finding says that this poster cannot.
    Raises ContentError where the content names what the template does not have.
    """
    plain = partial(_judged, template, brand, content, media, purpose, pictures, unfinished)
    if not saves_ink:
        return plain()
    if not brand.saving.grounds:
        return _without_saving(plain())
    lean = _judged(saving_ink(template, brand), brand, content, media, purpose, pictures, unfinished)
    return lean if not lean.is_refused or (found := plain()).is_refused else _without_saving(found)


def _without_saving(poster: Poster) -> Poster:
    """Return a poster that cannot be printed with little ink, and says so."""
    return replace(poster, findings=(finding("save-ink", Severity.ERROR, ""), *poster.findings))


def _judged(
    template: PosterTemplate,
    brand: BrandKit,
    content: Content,
    media: Media,
    purpose: Purpose,
    pictures: Pictures,
    unfinished: bool,
) -> Poster:
    checked = check(template, brand, content, media, purpose)
    scene = lay_out(checked, placeholders=unfinished)
    seen = preflight(checked, scene, _LightTable(scene, pictures, brand.print.judged_under).behind)
    findings = tuple(dict.fromkeys((*checked.findings, *seen)))
    return Poster(content=replace(checked, findings=findings), scene=scene, findings=findings)


class Refused(Exception):
    """A poster breaks a rule of severity error, so there is no artwork of it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(finding.code for finding in findings))
        self.findings = findings

    def __reduce__(self) -> tuple[object, ...]:
        return (Refused, (self.findings,))


def artwork(poster: Poster, pictures: Pictures, *, options: Options, date: datetime) -> bytes:
    """Return the finished file whole: see `artwork_pieces`."""
    return b"".join(artwork_pieces(poster, pictures, options=options, date=date))


def artwork_pieces(poster: Poster, pictures: Pictures, *, options: Options, date: datetime) -> tuple[bytes, ...]:
    """Return the finished file in pieces, for who writes it somewhere: heavy ones are not copied once more.

    date: with a time zone; it decides the file's dates and its identity.
    Raises Refused while a rule of severity error is broken.
    """
    if poster.is_refused:
        raise Refused(poster.findings)
    scene, condition = poster.scene, poster.content.brand.print.condition
    match poster.content.purpose.destination:
        case "print":
            return _for_press(poster, pictures, options, date)
        case "home":
            inks = HomeInks(pictures=pictures, condition=condition, gray=options.gray)
            return (_at_home(poster, inks, options, date),)
        case "web":
            return (paint_web(scene, pictures=pictures, condition=condition, date=date),)
        case "screen":
            return (_on_screen(poster, pictures, options),)
        case other:
            raise ValueError(f"no painter for {other}")


def _on_screen(poster: Poster, pictures: Pictures, options: Options) -> bytes:
    scene, condition = poster.scene, poster.content.brand.print.condition
    ppi, times = screen_ppi(scene.sheet.format), 2 if options.double else 1
    if options.codec == "png":
        return paint_png(scene, pictures=pictures, condition=condition, ppi=ppi, times=times)
    return paint_jpeg(
        scene, pictures=pictures, condition=condition, ppi=ppi, times=times, most_bytes=options.most_bytes
    )


def _for_press(poster: Poster, pictures: Pictures, options: Options, date: datetime) -> tuple[bytes, ...]:
    brand, found = poster.content.brand, poster.content.purpose.format
    return print_pieces(
        poster.scene,
        pictures=pictures,
        condition=brand.print.condition,
        date=date,
        marks=brand.print.marks if options.marks is None else options.marks,
        standard=brand.print.standard,
        scale=options.scale,
        ppi=brand.photo.embedded_ppi(found),
    )


def _at_home(poster: Poster, inks: HomeInks, options: Options, date: datetime) -> bytes:
    """Return the file for a printer at home. Raises ValueError for what the format cannot be put on."""
    scene, found = poster.scene, poster.content.purpose.format
    match options.way:
        case "fit":
            return paint_home(scene, inks=inks, date=date, paper=PAPERS[options.paper])
        case "up" if cards := plan_cards(found, options.paper):
            page = lay_out_cards(poster.content, cards, title=scene.title)
            return paint_cards(scene, cards, page, inks=inks, date=date)
        case "tiles" if tiles := plan_tiles(found, options.sheets):
            pages = lay_out_tiles(poster.content, tiles, title=scene.title)
            return paint_tiles(
                scene, tiles, pages.guide, pages.place, pages.sheets, alts=pages.alts, inks=inks, date=date
            )
    raise ValueError(f"{found.key} does not go on {options.sheets} by {options.way}")


def screen_ppi(format: Format) -> float:
    """Return the density at which a printed size is shown on screens, in px per inch; formats in px have their own."""
    longest = max(format.width, format.height)
    fitting = (ppi for ppi in _SCREEN_PPI if px_of_mm(longest, ppi) <= _LONGEST_PX)
    return next(fitting, _SCREEN_PPI[-1])


def proof(poster: Poster, pictures: Pictures, *, language: str, date: datetime) -> bytes:
    """Return a PDF for somebody's yes: the poster with a watermark, its findings, its words and a place to sign.

    language: of who reads it: nl, fr or en. Made of posters that are refused too: a proof is no artwork.
    """
    scene = poster.scene
    laid = lay_out_proof(poster.content, scene.title, poster.findings, language=language, day=date.date())
    condition = poster.content.brand.print.condition
    return paint_proof(scene, laid.place, laid.pages, pictures=pictures, condition=condition, date=date)


def job_note_pdf(
    brand: BrandKit, title: str, about: str, parts: Sequence[NotePart], *, language: str, date: datetime
) -> bytes:
    """Return the note for a print shop as a PDF, set in the brand's type. date: with a time zone."""
    pages = lay_out_note(brand, title, about, parts, language=language)
    return paint_pages(pages, condition=brand.print.judged_under, date=date)


def live_svg(poster: Poster, address: Callable[[Picture], str], *, prefix: str = "p") -> str:
    """Return a poster for the browser, finished or not: type as outlines, photos by address.

    prefix: of its ids, where several posters stand in one page; a letter first.
    """
    return paint_svg(poster.scene, address=address, condition=poster.content.brand.print.condition, prefix=prefix)


def thumbnail(poster: Poster, pictures: Pictures, *, width_px: int) -> bytes:
    """Return a small WebP of a poster, finished or not. width_px: its width."""
    condition = poster.content.brand.print.condition
    return paint_webp(poster.scene, pictures=pictures, condition=condition, width_px=width_px)


def small_png(poster: Poster, pictures: Pictures, *, width_px: int) -> bytes:
    """Return a small PNG of a poster, finished or not, for who judges a template. width_px: its width."""
    condition = poster.content.brand.print.condition
    return paint_small_png(poster.scene, pictures=pictures, condition=condition, width_px=width_px)
