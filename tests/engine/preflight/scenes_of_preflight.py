"""Posters that lie on the light table: laid out for real, or painted item by item."""

from typing import Any

import numpy as np
from makers import kit, make_content, make_template, purpose

from app.engine.brand import BrandKit
from app.engine.color import Cmyk, Ink
from app.engine.geometry import Path, Rect
from app.engine.preflight import preflight
from app.engine.scene import ArtifactBegin, ArtifactEnd, Fill, Item, Scene
from app.engine.sheet import FORMATS
from app.engine.template import PosterTemplate
from app.engine.template.checked import CheckedContent

WHITE = np.full((4, 4, 3), 255, np.uint8)


def ink(name: str) -> Ink:
    return kit().palette[name]


def foreign(*, coverage: float = 100) -> Ink:
    """A colour that is not the brand's."""
    inks = Cmyk(*(coverage / 400,) * 4)
    return Ink(cmyk=inks, srgb=kit().print.condition.proof(inks))


def area(box: Rect, paint: Ink, **more: Any) -> Fill:
    return Fill(path=Path.rect(box), paint=paint, **more)


def art(*items: Item) -> tuple[Item, ...]:
    return (ArtifactBegin(), *items, ArtifactEnd())


def found(
    items: tuple[Item, ...],
    *,
    format: str = "a3",
    destination: Any = "print",
    template: PosterTemplate | None = None,
    brand: BrandKit | None = None,
    **facts: Any,
) -> list[tuple[str, str, str]]:
    """Return what preflight finds in a scene, as `severity slot code`. brand: the kit at a print shop."""
    at_shop = brand or kit()
    poster = CheckedContent(
        template=template or make_template(formats=(format,)),
        brand=at_shop,
        content=make_content(),
        media=None,  # type: ignore[arg-type]  # no rule of scenes asks for files
        purpose=purpose(format, destination),
    )
    scene = Scene(sheet=at_shop.sheet(FORMATS[format]), language="nl", title="", items=items, **facts)
    findings = preflight(poster, scene, lambda box: WHITE)
    return [(str(finding.severity), finding.slot, finding.code) for finding in findings]
