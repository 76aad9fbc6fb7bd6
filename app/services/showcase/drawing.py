"""One example, judged and painted by the engine as any poster is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any, NoReturn

from app.engine.brand import BrandKit
from app.engine.color.grays import GRAY_WEIGHTS
from app.engine.content import Content, apply_fix
from app.engine.findings import Finding
from app.engine.geometry import Rect
from app.engine.pipeline import Poster, judge, live_svg
from app.engine.preflight import preflight
from app.engine.sheet import FORMATS
from app.engine.template.checked import Purpose
from app.services.showcase.boards import Spec, board
from app.services.showcase.darkroom import SHOWN_PX, Darkroom
from app.services.showcase.examples import Side, content_of, examples, logos_of, photos_of
from app.services.showcase.roles import Roles

# Width of a picture, in px of a page; its height follows from what is seen.
WIDTH = 640

_HEAD = re.compile(r'^<svg xmlns="http://www.w3.org/2000/svg" viewBox="[^"]*"')


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """An example as a poster. spec: what it was made of."""

    spec: Spec
    poster: Poster
    finding: Finding | None


class Easel:
    """Judges and paints the examples of one brand kit."""

    def __init__(self, brand: BrandKit) -> None:
        self.brand, self.roles, self.darkroom = brand, Roles(brand), Darkroom(brand)

    def judged(self, key: str, side: Side, language: str) -> Drawn:
        """Return one side of an example with its finding. language: of the page. Raises NoExample."""
        example = examples()[key]
        spec = example.spec(side)
        content = content_of(spec, self.roles, self._spoken(language))
        if example.mended_by_fix and side == "right":
            content = self._mended(spec, content, key)
        poster = self._poster(spec, content)
        return Drawn(spec=spec, poster=poster, finding=_first(poster, key))

    def svg(self, key: str, side: Side, language: str) -> str:
        """Return one side of an example as SVG. Raises NoExample."""
        drawn = self.judged(key, side, language)
        svg = live_svg(drawn.poster, partial(self.darkroom.address, side_px=drawn.spec.get("shown_px", SHOWN_PX)))
        if drawn.poster.content.purpose.gray:
            svg = _in_gray(svg)
        view = _view(drawn.spec, drawn.poster)
        return framed(svg, view, _guides(drawn, view))

    def _mended(self, spec: Spec, content: Content, key: str) -> Content:
        finding = _first(self._poster(spec, content), key)
        return apply_fix(content, finding.fix) if finding and finding.fix else content

    def _spoken(self, language: str) -> str:
        """Return the language of a page, or the kit's first where its posters do not speak that one."""
        return language if language in self.brand.languages else self.brand.languages[0]

    def _poster(self, spec: Spec, content: Content) -> Poster:
        template = board(spec, self.roles)
        media = self.darkroom.media(photos_of(spec), logos_of(spec))
        purpose = Purpose(format=FORMATS[spec["format"]], destination=spec["destination"], gray=spec.get("gray", False))
        kit = self._loosened if spec.get("loose") else self.brand
        poster = judge(template, kit, content, media, purpose, self.darkroom, unfinished=True)
        return poster if kit is self.brand else self._judged_anew(poster)

    @cached_property
    def _loosened(self) -> BrandKit:
        """A kit without those limits that laying out keeps by itself, so that their rules can be seen at work."""
        nothing = dict.fromkeys(next(iter(self.brand.styles.values())).minimum, 0.0)
        styles = {
            key: replace(style, minimum=nothing, smallest=style.smallest / 4)
            for key, style in self.brand.styles.items()
        }
        partner = replace(self.brand.partner_logo, largest_area=9.0)
        return replace(self.brand, styles=styles, partner_logo=partner)

    def _judged_anew(self, poster: Poster) -> Poster:
        """Return a poster that was laid out with another kit, judged by this one."""
        content = replace(poster.content, brand=self.brand, findings=())
        findings = (*poster.content.findings, *preflight(content, poster.scene, _nothing_behind))
        return Poster(content=content, scene=poster.scene, findings=findings)


def _nothing_behind(_box: Rect) -> NoReturn:
    raise LookupError("examples that are laid out with another kit have no photo")


def _first(poster: Poster, key: str) -> Finding | None:
    code = key.partition(".")[0]
    return next((finding for finding in poster.findings if finding.code == code), None)


def _view(spec: Mapping[str, Any], poster: Poster) -> Rect:
    """Return the part of the sheet that is seen, in pt; more than the trim where the edge is what counts."""
    return _on(poster.scene.sheet.trim_box, spec.get("view", (0, 0, 1, 1)))


def _on(trim: Rect, shares: Sequence[float]) -> Rect:
    x, y, width, height = shares
    return Rect(x * trim.width, y * trim.height, width * trim.width, height * trim.height)


def framed(svg: str, view: Rect, guides: str = "") -> str:
    """Return a poster's SVG with the part of it that is seen, a size, and lines that show a measure. view: in pt."""
    height = round(WIDTH * view.height / view.width)
    box = " ".join(f"{value:.2f}" for value in (view.x, view.y, view.width, view.height))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="{box}"'
    return _HEAD.sub(head, svg, count=1).removesuffix("</svg>") + guides + "</svg>"


def _in_gray(svg: str) -> str:
    """Return a poster's SVG as a black-and-white printer shows it."""
    head, _, body = svg.partition(">")
    row = " ".join(map(str, (*GRAY_WEIGHTS, 0, 0)))
    matrix = f'<feColorMatrix values="{row} {row} {row} 0 0 0 1 0"/>'
    filter = f'<filter id="gray" color-interpolation-filters="sRGB">{matrix}</filter>'
    return f'{head}>{filter}<g filter="url(#gray)">{body.removesuffix("</svg>")}</g></svg>'


def _guides(drawn: Drawn, view: Rect) -> str:
    """Return the lines of a measure: the trim, the safe area, the room around the marks, or the frame of a text."""
    scene = drawn.poster.scene
    air = view.width / 80
    frames = {key: (_on(scene.sheet.trim_box, slot["at"]).grown(air),) for key, slot in drawn.spec["slot"].items()}
    boxes = frames | {
        "trim": (scene.sheet.trim_box,),
        "safe": (scene.sheet.safe_box,),
        "clear": tuple(mark.clear_box for mark in scene.marks if mark.kind == "brand-logo"),
        "partner": tuple(mark.clear_box for mark in scene.marks if mark.kind == "logo"),
    }
    return "".join(_dashed(box, view.width / 260) for kind in drawn.spec.get("guides", ()) for box in boxes[kind])


def _dashed(box: Rect, width: float) -> str:
    """Return a dashed frame that is seen on any ground."""
    at = f'x="{box.x:.2f}" y="{box.y:.2f}" width="{box.width:.2f}" height="{box.height:.2f}" fill="none"'
    pen = f'stroke-width="{width:.2f}"'
    return (
        f'<rect {at} {pen} stroke="#ffffff"/>'
        f'<rect {at} {pen} stroke="#000000" stroke-dasharray="{3 * width:.2f} {2 * width:.2f}"/>'
    )
