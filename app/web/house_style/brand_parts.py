"""What a brand kit is made of, as the page shows it. Everything here is read from the kit."""

from collections.abc import Iterable
from typing import NamedTuple

from app.engine.brand import BrandKit, SheetTable, TypeStyle
from app.engine.brand.sheet_tables import SHEETS
from app.engine.color import Ink, Rgb, contrast, luminance
from app.web.language import current, gettext
from app.web.shell import say

# The sheet on which sizes are told: 100 ‰ of it are about 100 pt.
_TOLD_ON = "a3"

# Lines on a colour are dark where it is lighter than this.
_LIGHT = 0.35


class Swatch(NamedTuple):
    """A colour of the palette. cmyk: in per cent."""

    name: str
    hex: str
    cmyk: str
    rgb: str
    spot: str


class PairInk(NamedTuple):
    """What may stand on a ground. ratio: of contrast, as the visitor's language writes it."""

    name: str
    hex: str
    ratio: str
    large_only: bool


class Ground(NamedTuple):
    """A colour with everything that may stand on it."""

    name: str
    hex: str
    inks: tuple[PairInk, ...]


class Mark(NamedTuple):
    """The word mark on one of its grounds. line: the colour of lines there. width, height: of the mark, in a drawing's
    own units; room: its clear space in the same.
    """

    drawing: str
    ground: str
    hex: str
    line: str
    width: float
    height: float
    room: float


class Style(NamedTuple):
    """A type style. sizes: on one sheet, in pt. least: the smallest there, in pt."""

    key: str
    fonts: str
    sizes: str
    least: str
    has_bar: bool


class SizeTable(NamedTuple):
    """Measures by sheet size. rows: of a label and a value for each sheet."""

    title: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]


class BrandParts(NamedTuple):
    """Everything that stands before the rules."""

    marks: tuple[Mark, ...]
    clear_space: str
    palette: tuple[Swatch, ...]
    grounds: tuple[Ground, ...]
    styles: tuple[Style, ...]
    sheets: tuple[str, ...]
    sizes: tuple[SizeTable, ...]

    @property
    def motifs(self) -> tuple[Style, ...]:
        """The styles that stand on bars."""
        return tuple(style for style in self.styles if style.has_bar)


def brand_parts(kit: BrandKit) -> BrandParts:
    """Return the parts of a kit, in the visitor's language."""
    return BrandParts(
        marks=tuple(_marks(kit)),
        clear_space=number(kit.logo.clear_space[_TOLD_ON]),
        palette=tuple(_swatch(key, ink, kit) for key, ink in kit.palette.items()),
        grounds=tuple(_grounds(kit)),
        styles=tuple(_style(style) for style in kit.styles.values()),
        sheets=tuple(gettext("Scherm") if sheet == "px" else _sheet_name(sheet) for sheet in SHEETS),
        sizes=tuple(_sizes(kit)),
    )


def number(value: float) -> str:
    """Return a number to the hundredth, written as in the visitor's language."""
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return shown if current() == "en" else shown.replace(".", ",")


def _sheet_name(sheet: str) -> str:
    return gettext("2 m²") if sheet == "mupi" else sheet.upper()


def _marks(kit: BrandKit) -> Iterable[Mark]:
    """Yield each drawing of the word mark once, on the first ground that the kit names for it."""
    first = {drawing: ground for ground, drawing in reversed(list(kit.logo.grounds.items()))}
    room = 100 * kit.logo.clear_space[_TOLD_ON] / kit.logo.minimum_width[_TOLD_ON]
    for drawing, ground in sorted(first.items(), key=lambda found: list(kit.logo.drawings).index(found[0])):
        box, color = kit.logo.drawings[drawing].box, kit.palette[ground].srgb
        yield Mark(
            drawing=drawing,
            ground=say(kit.color_name(ground)),
            hex=color.hex,
            line=_seen_on(color, kit),
            width=100,
            height=round(100 * box.height / box.width, 2),
            room=round(room, 2),
        )


def _swatch(key: str, ink: Ink, kit: BrandKit) -> Swatch:
    return Swatch(
        name=say(kit.color_name(key)),
        hex=ink.srgb.hex,
        cmyk=" ".join(f"{100 * amount:.0f}" for amount in ink.cmyk),
        rgb=" ".join(map(str, ink.srgb)),
        spot=kit.spots.get(key, ""),
    )


def _seen_on(ground: Rgb, kit: BrandKit) -> str:
    """Return what is seen on a colour: the kit's darkest, or white."""
    darkest = min((ink.srgb for ink in kit.palette.values()), key=luminance)
    return darkest.hex if luminance(ground) > _LIGHT else "#ffffff"


def _grounds(kit: BrandKit) -> Iterable[Ground]:
    for name in dict.fromkeys(pair.on for pair in kit.pairs):
        ground = kit.palette[name].srgb
        inks = (
            PairInk(
                name=say(kit.color_name(pair.ink)),
                hex=kit.palette[pair.ink].srgb.hex,
                ratio=number(round(contrast(kit.palette[pair.ink].srgb, ground), 1)),
                large_only=pair.large_only,
            )
            for pair in kit.pairs
            if pair.on == name
        )
        yield Ground(name=say(kit.color_name(name)), hex=ground.hex, inks=tuple(inks))


def _style(style: TypeStyle) -> Style:
    least = style.minimum[_TOLD_ON]
    low, high = max(style.smallest, least), max(style.largest, least)
    return Style(
        key=style.key,
        fonts=", ".join(face.key.replace("-", " ").title() for face in style.faces),
        sizes=f"{number(low)}–{number(high)}" if high > low else number(low),
        least=number(least),
        has_bar=style.bar is not None,
    )


def _sizes(kit: BrandKit) -> Iterable[SizeTable]:
    type_rows = ((style.key, style.minimum) for style in kit.styles.values())
    yield _table(gettext("Letters, kleinste maat in punt"), type_rows)
    marks = (
        (gettext("Woordmerk, breedte in mm"), kit.logo.minimum_width),
        (gettext("Woordmerk, vrije ruimte in mm"), kit.logo.clear_space),
        (
            gettext("Logo van een partner, zo groot als een vierkant met deze zijde, in mm"),
            kit.partner_logo.minimum_height,
        ),
        (gettext("QR-code, één blokje in mm (scherm: px)"), kit.qr.module),
        (gettext("Veilige zone langs de rand in mm (scherm: px)"), kit.print.safe_margin),
    )
    yield _table(gettext("Logo’s, QR-code en rand"), marks)
    photos = (
        (gettext("Goede raad onder"), kit.photo.warning_ppi),
        (gettext("Te vaag onder"), kit.photo.error_ppi),
    )
    yield _table(gettext("Foto’s, beeldpunten per inch"), photos)


def _table(title: str, rows: Iterable[tuple[str, SheetTable]]) -> SizeTable:
    return SizeTable(title, tuple((label, tuple(number(table[sheet]) for sheet in SHEETS)) for label, table in rows))
