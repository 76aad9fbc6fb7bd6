"""A brand kit as values. Sizes that follow the sheet are in ‰ of √(trim width × trim height); minimums are absolute."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from app.engine.brand.press import RichBlack, Shop
from app.engine.brand.ready_words import ReadyWords
from app.engine.brand.saving import SavingRules
from app.engine.brand.sheet_tables import SheetTable, length, measure
from app.engine.brand.type_styles import TypeStyle
from app.engine.color import Ink, PrintCondition, Rgb
from app.engine.findings import Sentence
from app.engine.sheet import Format, Sheet, Standard
from app.engine.units import MM
from app.engine.vector.drawing import Drawing

Looks = Literal["ahead", "left", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A colour that may stand on another. large_only: only for large type, at 3:1 instead of 4.5:1."""

    ink: str
    on: str
    large_only: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandLogo:
    """The brand's own mark. drawings: by name, "light", "dark" and "one-colour".

    svgs: the files of the drawings, for pages, and "symbol", the small one for the tabs of browsers.
    clear_space, minimum_width: in mm per format. grounds: palette colour → name of the drawing that stands on it.
    width: in ‰ of the sheet, at most.
    """

    drawings: Mapping[str, Drawing]
    clear_space: SheetTable
    minimum_width: SheetTable
    grounds: Mapping[str, str]
    alt: str
    width: float = math.inf
    svgs: Mapping[str, bytes] = field(default_factory=dict)

    def on(self, ground: str) -> Drawing:
        """Return the drawing for a palette colour. Raises KeyError for one the mark never stands on."""
        return self.drawings[self.grounds[ground]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerLogo:
    """How a partner's logo stands beside the brand's.

    plate: palette colour of the quiet ground. padding: share of the logo's height. radius: of the plate's corners,
    share of its height. largest_area: relative to the brand logo's area. clear_space: share of the logo's height, of a
    tall one of the side of a square of its area. minimum_height: in mm per format.
    minimum_contrast: of its colours against the ground without a plate.
    """

    plate: str
    padding: float
    radius: float
    largest_area: float
    clear_space: float
    minimum_height: SheetTable
    minimum_contrast: float
    error_ppi: float
    warning_ppi: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoRules:
    """What a photo must hold.

    error_ppi, warning_ppi: effective, per format. print_ppi: at most embedded. enough: × warning_ppi, more is not
    embedded either. treatments: those that templates may ask for. duotone: palette colours, the dark one first. scrim:
    palette colour. scrim_opacity: 0–1.
    dark: mean lightness, 0–100, below which a photo is called dark. flat: contrast below which it is called flat.
    """

    error_ppi: SheetTable
    warning_ppi: SheetTable
    print_ppi: float
    treatments: tuple[str, ...]
    dark: float
    flat: float
    duotone: tuple[str, str]
    scrim: str
    scrim_opacity: float
    enough: float = 100.0

    def embedded_ppi(self, format: Format) -> float:
        """Return the density up to which a photo is embedded: large sheets are seen from where more is lost."""
        return min(self.print_ppi, self.enough * measure(self.warning_ppi, format))


@dataclass(frozen=True, slots=True, kw_only=True)
class QrRules:
    """What a QR code must hold. module: smallest, in mm per format (px for screens). quiet_zone: in modules."""

    module: SheetTable
    quiet_zone: int
    inks: tuple[str, ...]
    grounds: tuple[str, ...]
    minimum_contrast: float
    schemes: tuple[str, ...]
    error_correction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprintRules:
    """What the imprint must hold. lead: how it begins, per language. required: parts of a person's imprint.

    required_from_mm2: trim area from which a poster is meant for the street.
    """

    style: str
    lead: Mapping[str, str]
    required: tuple[str, ...]
    required_from_mm2: float
    credit: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How the brand writes. name: as it is spelt. misspellings: what is mended as a name.

    flagged: words that warn, per language. instead: what to write for each of them. exclamations: most allowed in one
    text. capitals: most letters of a text that is capitals only. sentence: longest, in words.
    nouns: those of the misspellings that are English nouns too. compounds: how words begin that make a noun of such a
    one before them. how: what to look out for in the name, if anything.
    """

    name: str
    misspellings: tuple[str, ...]
    flagged: Mapping[str, tuple[str, ...]]
    exclamations: int
    capitals: int
    sentence: int
    instead: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    nouns: tuple[str, ...] = ()
    compounds: tuple[str, ...] = ()
    how: Sentence | None = None

    def is_in_capitals(self, text: str) -> bool:
        """Return whether a text is written in capitals only, and too long to be an abbreviation."""
        letters = [char for char in text if char.lower() != char.upper()]
        return len(letters) > self.capitals and all(char.isupper() for char in letters)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRules:
    """What the press asks.

    bleed: in mm. safe_margin: in mm per format (px for screens). thinnest_line, smallest_type: in pt.
    rich_black: of large black areas; None leaves them to the black plate alone. shop: the key of the print shop that
    files are made for; empty where the kit has none. home: the brand's own condition, where the shop has another.
    """

    condition: PrintCondition
    bleed: float
    safe_margin: SheetTable
    thinnest_line: float
    smallest_type: float
    rich_black: RichBlack | None = None
    shop: str = ""
    marks: bool = False
    standard: Standard = "x4"
    home: PrintCondition | None = None

    @property
    def judged_under(self) -> PrintCondition:
        """The condition under which colours were chosen and are told apart: the brand's own."""
        return self.home or self.condition


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLook:
    """What the tool's own pages have of the brand beside its palette and its mark.

    fonts: WOFF2 by CSS weight, 400, 500 and 800; empty where pages take the type of the device. greeting: the first
    line on the first page. motto: what stands at the foot of every page.
    """

    fonts: Mapping[int, bytes] = field(default_factory=dict)
    greeting: Sentence | None = None
    motto: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandKit:
    """Everything the brand decides, read and checked.

    digest: changes with every file of the kit. spots: palette colour → name of its spot ink, for those that have one.
    illustration_svgs: the files of the illustrations, for pages. welcome: those at the head of the gallery, the one in
    the middle first; empty where the kit names none. illustration_looks: the side that each is drawn looking to.
    ready: words that posters may begin with. drawn: palette colour → what drawings call it. called: palette colour →
    what people call it, where that is not its name. address: of the brand's own site, beginning with https; empty where
    the kit names none. shops: print shops by key, in the order in which they are offered. saving: how posters are
    printed with little ink.
    """

    key: str
    name: str
    version: int
    digest: str
    languages: tuple[str, ...]
    language_names: Mapping[str, str]
    palette: Mapping[str, Ink]
    pairs: tuple[Pair, ...]
    styles: Mapping[str, TypeStyle]
    logo: BrandLogo
    partner_logo: PartnerLogo
    photo: PhotoRules
    qr: QrRules
    imprint: ImprintRules
    words: Words
    print: PrintRules
    illustrations: Mapping[str, Drawing]
    illustration_alts: Mapping[str, Mapping[str, str]]
    illustration_svgs: Mapping[str, bytes] = field(default_factory=dict)
    illustration_looks: Mapping[str, Looks] = field(default_factory=dict)
    welcome: tuple[str, ...] = ()
    spots: Mapping[str, str] = field(default_factory=dict)
    ready: ReadyWords = field(default_factory=ReadyWords)
    drawn: Mapping[str, Rgb] = field(default_factory=dict)
    called: Mapping[str, Sentence] = field(default_factory=dict)
    address: str = ""
    pages: PageLook = field(default_factory=PageLook)
    shops: Mapping[str, Shop] = field(default_factory=dict)
    saving: SavingRules = field(default_factory=SavingRules)
    _at_shops: dict[str, "BrandKit"] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def widest_bleed(self) -> float:
        """The bleed, in mm, of the print shop that asks most."""
        return max([self.print.bleed, *(shop.bleed for shop in self.shops.values())])

    def at(self, shop_key: str = "") -> "BrandKit":
        """Return the kit with the print rules of a shop, of the usual one without a key; always the same object.

        The palette, and what may stand on what, stay those of the brand's own printing condition. Raises KeyError.
        """
        key = shop_key or self.print.shop
        if not key:
            return self
        # What was placed with a kit is known by the kit itself, and would else be placed anew for every poster.
        return self._at_shops.get(key) or self._at_shops.setdefault(key, self._at(self.shops[key], key))

    def _at(self, shop: Shop, key: str) -> "BrandKit":
        rules = replace(
            self.print,
            shop=key,
            bleed=shop.bleed,
            marks=shop.marks,
            standard=shop.standard,
            condition=shop.condition,
            home=self.print.judged_under,
        )
        return replace(self, print=rules)

    def color_name(self, name: str) -> Sentence:
        """Return what people call a palette colour, which templates may know by the name of another brand's."""
        return self.called.get(name) or Sentence(nl=name, fr=name, en=name)

    @property
    def drawing_inks(self) -> Mapping[Rgb, Ink]:
        """The ink of each colour that a drawing may hold: as it looks, and as it is called in drawings."""
        named = {color: self.palette[name] for name, color in self.drawn.items()}
        return {ink.srgb: ink for ink in self.palette.values()} | named

    def sheet(self, format: Format) -> Sheet:
        """Return the sheet of a format with the brand's bleed and safe area. Pixel formats have no bleed."""
        bleed = self.print.bleed * MM if format.unit == "mm" else 0.0
        return Sheet(format=format, bleed=bleed, safe_margin=length(self.print.safe_margin, format))

    def allows(self, ink: str, on: str, *, large: bool) -> bool:
        """Return whether text of this ink may stand on this ground; large type may where small may not."""
        return any(pair.ink == ink and pair.on == on and (large or not pair.large_only) for pair in self.pairs)
