"""Small poster templates for examples, put together from data.

Templates that are installed keep the rules of print by themselves: who draws one that does not hears so
from the reader. Examples of such faults therefore stand on boards that no reader has seen.
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from app.engine.color import Cmyk, Ink, Rgb
from app.engine.findings import INTERFACE_LANGUAGES, Sentence
from app.engine.geometry import IDENTITY, Path, Rect
from app.engine.scene import Fill, Stroke
from app.engine.sheet import FORMATS
from app.engine.template import (
    Anchor,
    AnySlot,
    Artboard,
    ArtStep,
    BrandLogoSlot,
    FrameStep,
    ImprintSlot,
    LogoSlot,
    PhotoSlot,
    PosterTemplate,
    QrSlot,
    Step,
    TextSlot,
)
from app.services.showcase.roles import Roles

Spec = Mapping[str, Any]
"""An example as its file has it."""

# The ground reaches so far past the trim, as a share of it: every format bleeds.
_OVERSHOOT = 0.1

# Inks of a colour that no press can dry.
_HEAVY = Cmyk(0.95, 0.9, 0.85, 0.9)


def board(spec: Spec, roles: Roles) -> PosterTemplate:
    """Return the template of an example. Raises KeyError where the data lacks something."""
    format = FORMATS[spec["format"]]
    slots = {key: _slot(key, given, spec, roles) for key, given in spec["slot"].items()}
    trim = Rect(0, 0, *format.trim)
    steps: list[Step] = [ArtStep(items=tuple(_art(spec, trim, roles)))]
    # Photos lie below everything else.
    order = sorted(slots.values(), key=lambda slot: slot.kind != "photo")
    steps += [_frame(slot.key, Rect(*spec["slot"][slot.key]["at"])) for slot in order]
    drawn = Artboard(file="board.svg", trim=trim, formats=(format,), steps=tuple(steps))
    return PosterTemplate(
        key="example",
        version=1,
        status="draft",
        digest=sha256(repr(spec).encode()).hexdigest(),
        audience=("institution",),
        professions=(),
        message="community",
        languages=roles.brand.languages,
        name=_same(roles.brand.name),
        summary=_same(roles.brand.name),
        note=None,
        slots=slots,
        stacks={},
        artboards=(drawn,),
    )


def _frame(key: str, place: Rect) -> FrameStep:
    return FrameStep(target="slot", key=key, box=place, path=Path.rect(place))


def _slot(key: str, given: Spec, spec: Spec, roles: Roles) -> AnySlot:
    common: dict[str, Any] = {"key": key, "label": _said(given["label"]), "required": given.get("required", False)}
    on = given.get("on", spec["ground"])
    ink: dict[str, Any] = {"ink": roles.colour(given.get("ink", f"ink on {on}")), "on": roles.colour(on)}
    match given["kind"]:
        case "text":
            return _text(common | ink, given, roles)
        case "photo":
            return PhotoSlot(**common, allow=tuple(given.get("allow", ("photo", "illustration"))))
        case "logo":
            return LogoSlot(**common, anchor=Anchor(*given.get("anchor", ("bottom", "end"))))
        case "qr":
            return QrSlot(**common, **ink)
        case "imprint":
            return ImprintSlot(**common, **ink)
        case "brand-logo":
            return BrandLogoSlot(**common, on=roles.colour(on))
        case other:
            raise KeyError(other)


def _text(common: dict[str, Any], given: Spec, roles: Roles) -> TextSlot:
    style = given["style"]
    bar = given.get("bar", "")
    ground = {"ink": roles.colour(f"ink on {bar}"), "bar": roles.colour(bar), "on": roles.colour(bar)} if bar else {}
    return TextSlot(
        **{**common, "bar": "", **ground},
        translates=given.get("translates", ""),
        style=style if style in roles.brand.styles else roles.style(style).key,
        role=given.get("role", "P"),
        lines=tuple(given.get("lines", (1, 5))),
        max_chars=given.get("max_chars", 400),
        align="start",
        valign=given.get("valign", "top"),
        placeholder=given.get("placeholder", {}),
        suggestions={},
    )


def _said(words: Mapping[str, str]) -> Sentence:
    return Sentence(**{language: words[language] for language in INTERFACE_LANGUAGES})


def _same(word: str) -> Sentence:
    return Sentence(nl=word, fr=word, en=word)


def _art(spec: Spec, trim: Rect, roles: Roles) -> Iterator[Fill | Stroke]:
    over = _OVERSHOOT if spec.get("bleeds", True) else 0.0
    whole = (-over, -over, 1 + 2 * over, 1 + 2 * over)
    yield Fill(path=_rect(whole, trim), paint=roles.brand.palette[roles.colour(spec["ground"])])
    for given in spec.get("art", ()):
        paint = _paint(given["colour"], roles)
        if "width" in given:
            yield Stroke(path=_rect(given["at"], trim), paint=paint, width=given["width"], matrix=IDENTITY)
        else:
            yield Fill(path=_rect(given["at"], trim), paint=paint)


def _rect(shares: Sequence[float], trim: Rect) -> Path:
    x, y, width, height = shares
    return Path.rect(Rect(x * trim.width, y * trim.height, width * trim.width, height * trim.height))


def _paint(colour: str, roles: Roles) -> Ink:
    """Return the ink of a role, of a colour that is nobody's ("#…"), or of a mix that calls itself a brand colour."""
    condition = roles.brand.print.condition
    if colour.startswith("#"):
        return condition.ink(Rgb.from_hex(colour))
    if colour == "heavy":
        return Ink(cmyk=_HEAVY, srgb=condition.proof(_HEAVY), name=roles.colour("dark"))
    return roles.brand.palette[roles.colour(colour)]
