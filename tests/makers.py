"""Small templates, contents, photos and logos for tests: each says only what matters to it."""

import io
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path as File
from typing import Any

from PIL import Image

from app.engine.brand import BrandKit, read_brand
from app.engine.check import check
from app.engine.color import PrintCondition
from app.engine.content import Content, Imprint, LogoChoice, PhotoChoice, QrChoice, Text
from app.engine.content.media import Media
from app.engine.findings import Finding, Sentence
from app.engine.geometry import Path, Rect
from app.engine.layout import lay_out
from app.engine.photo import Encoded, PhotoSource, print_master, proof_master, take_in
from app.engine.pipeline import Poster, judge
from app.engine.scene import Fill, Picture, Scene
from app.engine.sheet import FORMATS
from app.engine.template import (
    AnySlot,
    Artboard,
    ArtStep,
    BrandLogoSlot,
    ChoiceSlot,
    ChoiceStep,
    FrameStep,
    ImprintSlot,
    LogoSlot,
    PhotoSlot,
    PosterTemplate,
    QrSlot,
    Stack,
    Step,
    TextSlot,
)
from app.engine.template.checked import CheckedContent, Purpose
from app.engine.vector.logo import TakenLogo, take_in_logo

ROOT = File(__file__).parents[1]
BRAND = ROOT / "brand_assets" / "career"
TINY = ROOT / "tests" / "resources" / "templates" / "tiny"
"""A small template with a slot of each kind, which tests copy and change."""

UPRIGHT = ("a6", "a5", "a4", "a3", "a2", "a1", "a0")

NOBODY = Imprint()
PUBLISHER = Imprint(name="An Peeters", street="Lindestraat 12", postcode="9200", town="Dendermonde")
ORGANISATION = replace(PUBLISHER, organisation="De Linde vzw", seat="Lindestraat 12, 9200 Dendermonde")

# Where each kind of slot stands unless a test says otherwise: shares of the trim.
_PLACES = {
    "text": Rect(0.1, 0.1, 0.8, 0.2),
    "photo": Rect(-0.05, 0.33, 1.1, 0.35),
    "brand-logo": Rect(0.08, 0.8, 0.25, 0.07),
    "logo": Rect(0.42, 0.8, 0.24, 0.07),
    "qr": Rect(0.74, 0.77, 0.16, 0.12),
    "imprint": Rect(0.08, 0.92, 0.6, 0.03),
}


@lru_cache
def kit() -> BrandKit:
    """The project's own brand kit, read once."""
    return read_brand(BRAND)


def said(text: str) -> Sentence:
    return Sentence(nl=text, fr=text, en=text)


def text_slot(key: str = "headline", **changes: Any) -> TextSlot:
    """A text in ink on cream, without a bar."""
    given: dict[str, Any] = {
        "label": said(key.capitalize()),
        "style": "lead",
        "ink": "inkt",
        "bar": "",
        "on": "crème",
        "role": "P",
        "lines": (1, 4),
        "max_chars": 200,
        "align": "start",
        "valign": "top",
        "placeholder": {},
        "suggestions": {},
    }
    return TextSlot(key=key, **given | changes)


def photo_slot(key: str = "photo", **changes: Any) -> PhotoSlot:
    return PhotoSlot(key=key, label=said("Foto"), **changes)


def logo_slot(key: str = "logo", **changes: Any) -> LogoSlot:
    return LogoSlot(key=key, label=said("Logo"), **changes)


def qr_slot(key: str = "qr", **changes: Any) -> QrSlot:
    return QrSlot(key=key, label=said("Code"), **{"ink": "inkt", "on": "wit"} | changes)


def imprint_slot(key: str = "imprint", **changes: Any) -> ImprintSlot:
    return ImprintSlot(key=key, label=said("Uitgever"), **{"ink": "inkt", "on": "crème"} | changes)


def brand_slot(key: str = "brand", **changes: Any) -> BrandLogoSlot:
    return BrandLogoSlot(key=key, label=said("Merk"), **{"on": "crème"} | changes)


def choice_slot(*values: str, key: str = "ground") -> ChoiceSlot:
    return ChoiceSlot(
        key=key, label=said("Kleur"), values=tuple((value, said(value)) for value in values), default=values[0]
    )


def make_template(
    *slots: AnySlot,
    places: Mapping[str, Rect] | None = None,
    masks: Mapping[str, Path] | None = None,
    ground: str = "crème",
    art: tuple[Step, ...] = (),
    stacks: tuple[Stack, ...] = (),
    formats: tuple[str, ...] = UPRIGHT,
    mirror: bool = False,
    languages: tuple[str, ...] = ("nl", "fr", "en", "ar"),
) -> PosterTemplate:
    """A template with one artboard: a ground of one colour that bleeds, art over it, a frame for each slot.

    places: of slots and stacks, as shares of the trim. masks: outlines of photo frames, in the same shares.
    """
    trim = Rect(0, 0, *FORMATS[formats[0]].trim)
    stacked = {key for stack in stacks for key in stack.slots}
    framed = [slot for slot in slots if slot.kind != "choice" and slot.key not in stacked]
    # Photos lie below everything else.
    framed.sort(key=lambda slot: slot.kind != "photo")
    where = {slot.key: _PLACES[slot.kind] for slot in framed} | dict(places or {})
    steps: list[Step] = [art_of(rect(Rect(-0.1, -0.1, 1.2, 1.2), trim), ground), *art]
    steps += [_frame("slot", slot.key, where[slot.key], (masks or {}).get(slot.key)) for slot in framed]
    steps += [_frame("stack", stack.key, where[stack.key], None) for stack in stacks]
    board = Artboard(
        file="board.svg",
        trim=trim,
        formats=tuple(FORMATS[key] for key in formats),
        steps=tuple(steps),
        mirror=mirror,
    )
    return PosterTemplate(
        key="made",
        version=1,
        status="published",
        digest="made",
        audience=("institution",),
        professions=(),
        message="community",
        languages=languages,
        name=said("Gemaakt"),
        summary=said("Voor een proef"),
        note=None,
        slots={slot.key: slot for slot in slots},
        stacks={stack.key: stack for stack in stacks},
        artboards=(board,),
    )


def rect(shares: Rect, trim: Rect) -> Path:
    """Return a rectangle given in shares of a trim."""
    return Path.rect(
        Rect(shares.x * trim.width, shares.y * trim.height, shares.width * trim.width, shares.height * trim.height)
    )


def art_of(path: Path, color: str) -> ArtStep:
    return ArtStep(items=(Fill(path=path, paint=kit().palette[color]),))


def chosen(value: str, *steps: Step, key: str = "ground") -> ChoiceStep:
    return ChoiceStep(slot=key, value=value, steps=steps)


def _frame(target: Any, key: str, place: Rect, mask: Path | None) -> FrameStep:
    return FrameStep(target=target, key=key, box=mask.bounds if mask else place, path=mask or Path.rect(place))


def make_content(*, language: str = "nl", imprint: Imprint = NOBODY, **slots: Any) -> Content:
    """A content by slot: a str is a text, else the choice for a photo, logo or code. choices: a table of choices."""
    choices = slots.pop("choices", {})
    found = {
        key.replace("_", "-"): Text(text=value) if isinstance(value, str) else value for key, value in slots.items()
    }

    def of(kind: type) -> dict[str, Any]:
        return {key: value for key, value in found.items() if isinstance(value, kind)}

    return Content(
        language=language,
        texts=of(Text),
        photos=of(PhotoChoice),
        logos=of(LogoChoice),
        qrs=of(QrChoice),
        choices=choices,
        imprint=imprint,
    )


def photo(file: str = "me.jpg", **changes: Any) -> PhotoChoice:
    """A photo with everything that the rules ask of it."""
    return PhotoChoice(file=file, **{"alt": "Iemand lacht", "consent": True} | changes)


class Pictures:
    """Photos and logos that were really taken in, and the masters that painters ask for.

    condition: whose inks the masters are in; the brand's own unless given.
    """

    def __init__(self, condition: PrintCondition | None = None) -> None:
        self.condition = condition or kit().print.condition
        self.bytes: dict[str, bytes] = {}
        self.photos: dict[str, PhotoSource] = {}
        self.logos: dict[str, TakenLogo] = {}

    def photo(self, data: bytes | Image.Image, name: str = "me.jpg") -> "Pictures":
        """Take a photo in under a name: a file, or a picture."""
        if isinstance(data, Image.Image):
            file = io.BytesIO()
            data.save(file, "PNG", compress_level=1)
            data = file.getvalue()
        taken = take_in(data, cmyk_profile=kit().print.condition.icc)
        self.bytes[taken.source.digest] = taken.stored
        self.photos[name] = taken.source
        return self

    def logo(self, data: bytes | str | Image.Image, name: str = "logo.svg") -> "Pictures":
        """Take a logo in under a name: SVG, or a picture."""
        if isinstance(data, Image.Image):
            file = io.BytesIO()
            data.save(file, "PNG")
            data = file.getvalue()
        taken = take_in_logo(data.encode() if isinstance(data, str) else data)
        if taken.picture:
            self.bytes[taken.picture.digest] = taken.pixels
        self.logos[name] = taken
        return self

    @property
    def media(self) -> Media:
        return Media(photos=self.photos, logos=self.logos)

    def under(self, condition: PrintCondition) -> "Pictures":
        """Return the same pictures in the inks of another printing condition."""
        other = Pictures(condition)
        other.bytes, other.photos, other.logos = self.bytes, self.photos, self.logos
        return other

    def print_master(self, picture: Picture) -> Encoded:
        return self._master(print_master, picture, picture.print_ppi)

    def proof_master(self, picture: Picture, ppi: float) -> Encoded:
        return self._master(proof_master, picture, ppi)

    def _master(self, make: Any, picture: Picture, ppi: float) -> Encoded:
        made: Encoded = make(
            self.bytes[picture.source.digest],
            picture.crop,
            picture.box.size,
            ppi=ppi,
            condition=self.condition,
            treatment=picture.treatment,
        )
        return made


def svg(body: str, width: float = 100, height: float = 50) -> str:
    """Return a logo as SVG."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">{body}</svg>'


def purpose(format: str = "a3", destination: Any = "print") -> Purpose:
    return Purpose(format=FORMATS[format], destination=destination)


def checked(
    template: PosterTemplate,
    content: Content,
    format: str = "a3",
    destination: Any = "print",
    media: Media | None = None,
    brand: BrandKit | None = None,
) -> CheckedContent:
    return check(template, brand or kit(), content, media or Media(), purpose(format, destination))


def laid_out(
    template: PosterTemplate, content: Content, format: str = "a3", media: Media | None = None, **options: bool
) -> Scene:
    return lay_out(checked(template, content, format, media=media), **options)


def judged(
    template: PosterTemplate,
    content: Content,
    format: str = "a3",
    destination: Any = "print",
    pictures: Pictures | None = None,
    **options: bool,
) -> Poster:
    """Return a poster with everything that is wrong with it."""
    own = pictures or Pictures()
    return judge(template, kit(), content, own.media, purpose(format, destination), own, **options)


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    """Return findings as `severity slot code`, as the command line prints them."""
    return [(str(finding.severity), finding.slot, finding.code) for finding in findings]


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def one(findings: tuple[Finding, ...], code: str) -> Finding:
    """Return the only finding of a code."""
    found = [finding for finding in findings if finding.code == code]
    assert len(found) == 1, f"{code}: {len(found)} times in {codes(findings)}"
    return found[0]
