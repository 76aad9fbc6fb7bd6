"""Limits that are the same on every sheet, and how a printer at home saves ink, as the page tells them."""

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from app.engine.brand import BrandKit
from app.engine.color import Cmyk, luminance
from app.engine.sheet import FORMATS
from app.engine.units import to_mm
from app.web.house_style.brand_parts import number
from app.web.language import gettext
from app.web.shell import say

# The sheet on which shares of a sheet are told, as all sizes of the page are.
_TOLD_ON = FORMATS["a3"]


class Limit(NamedTuple):
    """One figure of the kit with its unit, and why it is there."""

    label: str
    value: str
    why: str


class LimitGroup(NamedTuple):
    """Limits of one thing."""

    title: str
    limits: tuple[Limit, ...]


class Saved(NamedTuple):
    """A large field as it is, and as it is printed with little ink: colours as #rrggbb."""

    name: str
    ground: str
    ink: str
    saved_ground: str
    saved_ink: str


class LittleInk(NamedTuple):
    """How a kit saves ink. large: share of the sheet from which a field is large, in per cent. edge: in mm on A3."""

    fields: tuple[Saved, ...]
    large: str
    edge: str


def limit_groups(kit: BrandKit) -> tuple[LimitGroup, ...]:
    """Return the limits of a kit that no table by sheet size holds, in the visitor's language."""
    return (
        LimitGroup(gettext("Voor de drukker"), tuple(_press(kit))),
        LimitGroup(gettext("Woordmerk, logo en QR-code"), tuple(_marks(kit))),
        LimitGroup(gettext("Tekst en foto"), tuple(_content(kit))),
    )


def little_ink(kit: BrandKit) -> LittleInk | None:
    """Return how a kit saves ink; None where it does not."""
    rules = kit.saving
    if not rules.grounds:
        return None
    return LittleInk(
        fields=tuple(_saved(kit, *swap) for swap in rules.grounds.items() if all(_inks_on(kit, on) for on in swap)),
        large=number(100 * rules.large),
        edge=number(round(_on_sheet(rules.edge), 1)),
    )


def _press(kit: BrandKit) -> Iterator[Limit]:
    rules, shops = kit.print, kit.shops.values()
    yield Limit(
        gettext("Kleur over de rand (afloop)"),
        _range([rules.bleed, *(shop.bleed for shop in shops)], "mm"),
        gettext("Het mes wijkt af: zo blijft er nergens een witte rand. Sommige drukkers vragen meer."),
    )
    yield Limit(
        gettext("Inkt op één plek, hoogstens"),
        _range([rules.condition.ink_limit, *(shop.condition.ink_limit for shop in shops)], "%"),
        gettext("Vier inkten samen. Meer droogt niet; gewoon papier neemt minder op."),
    )
    if black := rules.rich_black:
        yield Limit(
            gettext("Grote zwarte vlakken"),
            gettext("%(inks)s, vanaf %(width)s mm", inks=_inks(black.inks), width=number(black.smallest)),
            gettext("Zwarte inkt alleen oogt grijs op een groot vlak."),
        )
    yield Limit(
        gettext("Dunste lijn"), f"{number(rules.thinnest_line)} pt", gettext("Dunnere lijnen breken op de pers.")
    )
    yield Limit(
        gettext("Kleinste letter, op elk blad"),
        f"{number(rules.smallest_type)} pt",
        gettext("Kleinere letters in vier inkten lopen dicht."),
    )


def _marks(kit: BrandKit) -> Iterator[Limit]:
    if math.isfinite(kit.logo.width):
        yield Limit(
            gettext("Woordmerk, grootste breedte op A3"),
            f"{number(round(_on_sheet(kit.logo.width)))} mm",
            gettext("Het tekent de affiche en is niet haar titel."),
        )
    yield Limit(
        gettext("Logo van een partner, hoogstens"),
        gettext("%(times)s × het woordmerk", times=number(kit.partner_logo.largest_area)),
        gettext("Naar oppervlakte: een gelijke partner, nooit de afzender."),
    )
    yield Limit(
        gettext("Logo zonder vlak, contrast"),
        number(kit.partner_logo.minimum_contrast),
        gettext("Daaronder valt het weg, en krijgt het een vlak."),
    )
    yield Limit(
        gettext("QR-code, stille rand"),
        gettext("%(number)s blokjes", number=number(kit.qr.quiet_zone)),
        gettext("Aan de rust errond herkent een gsm de code."),
    )
    yield Limit(
        gettext("QR-code, contrast"),
        number(kit.qr.minimum_contrast),
        gettext("Een camera wil meer dan een oog, achter glas en onder een lamp."),
    )


def _content(kit: BrandKit) -> Iterator[Limit]:
    yield Limit(
        gettext("Uitroeptekens in één tekst"),
        gettext("hoogstens %(number)s", number=number(kit.words.exclamations)),
        gettext("Twee roepen."),
    )
    yield Limit(
        gettext("Woorden in één zin"),
        gettext("hoogstens %(number)s", number=number(kit.words.sentence)),
        gettext("Een langere zin leest niemand in het voorbijgaan."),
    )
    street = next(
        found for found in FORMATS.values() if math.isclose(found.area_m2 * 1e6, kit.imprint.required_from_mm2)
    )
    yield Limit(
        gettext("Verantwoordelijke uitgever"),
        gettext("vanaf %(format)s", format=street.key.upper()),
        gettext("Kleinere blaadjes deel je uit. Wat in de straat hangt, moet zeggen wie ervoor instaat."),
    )
    yield Limit(
        gettext("Foto in het bestand, hoogstens op A3"),
        gettext("%(number)s beeldpunten per inch", number=number(kit.photo.embedded_ppi(_TOLD_ON))),
        gettext("Meer toont geen pers, en van ver zie je nog minder."),
    )


def _saved(kit: BrandKit, ground: str, becomes: str) -> Saved:
    """Return a field before and after. Words take its colour where that may stand there, else the darkest that may."""
    inks = _inks_on(kit, becomes)
    ink = ground if ground in inks else min(inks, key=lambda name: luminance(kit.palette[name].srgb))
    shown = (kit.palette[name].srgb.hex for name in (ground, _inks_on(kit, ground)[0], becomes, ink))
    return Saved(say(kit.color_name(ground)), *shown)


def _inks_on(kit: BrandKit, ground: str) -> list[str]:
    """Return what words of any size may be in on a ground."""
    return [pair.ink for pair in kit.pairs if pair.on == ground and not pair.large_only]


def _on_sheet(share: float) -> float:
    """Return a measure that follows the sheet in mm. share: in ‰ of the sheet."""
    return to_mm(share * _TOLD_ON.trim.geometric_mean) / 1000


def _range(values: Iterable[float], unit: str) -> str:
    low, high = min(known := list(values)), max(known)
    return (
        f"{number(low)}\N{NO-BREAK SPACE}{unit}"
        if low == high
        else f"{number(low)}–{number(high)}\N{NO-BREAK SPACE}{unit}"
    )


def _inks(inks: Cmyk) -> str:
    return "/".join(f"{100 * amount:.0f}" for amount in inks)
