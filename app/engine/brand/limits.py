"""Reading the limits of a kit: photos, QR codes, imprint, words and print."""

import re
from collections.abc import Iterable, Mapping
from itertools import product

from app.engine.brand.colours import read_condition
from app.engine.brand.folder import KitFolder
from app.engine.brand.lines import read_line
from app.engine.brand.press import RichBlack
from app.engine.brand.sheet_tables import compare, sheet_table
from app.engine.brand.type_styles import LARGE_CONTRAST
from app.engine.brand.values import ImprintRules, PhotoRules, PrintRules, QrRules, Words
from app.engine.color import Cmyk, Ink, PrintCondition, contrast, luminance
from app.engine.findings import parts_by_name
from app.engine.sheet import FORMATS
from app.engine.toml_table import Table, choose

_TREATMENTS = ("none", "duotone", "scrim")
_SCHEMES = ("https", "mailto", "tel")
_CORRECTIONS = ("L", "M", "Q", "H")

# A host, and perhaps a path: what is added to it begins with a slash.
_SITE = re.compile(r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[A-Za-z0-9._~-]+)*")


def read_address(kit: Table) -> str:
    """Read `address`, the brand's own site, to which templates lead unless somebody says otherwise."""
    address = kit.text("address", default="")
    if address and not _SITE.fullmatch(address):
        kit.fault("address", f'"{address}" is no address of a site', 'write one such as "https://example.be"')
    return address


def read_photo(table: Table, palette: Mapping[str, Ink]) -> PhotoRules:
    """Read `[photo]`."""
    colours = tuple(palette) or ("",)
    duotone, scrim = table.table("duotone"), table.table("scrim")
    photo = PhotoRules(
        error_ppi=sheet_table(table, "error_ppi", least=1, most=1200),
        warning_ppi=sheet_table(table, "warning_ppi", least=1, most=1200),
        print_ppi=table.number("print_ppi", least=72, most=1200),
        enough=table.number("enough", least=1, most=100, default=100),
        treatments=table.words_of("treatments", _TREATMENTS),
        dark=table.number("dark", least=0, most=100),
        flat=table.number("flat", least=0, most=50),
        duotone=(duotone.one_of("dark", colours), duotone.one_of("light", colours)),
        scrim=scrim.one_of("colour", colours),
        scrim_opacity=scrim.number("opacity", least=0, most=1),
    )
    for part in (duotone, scrim, table):
        part.close()
    compare(table, "error_ppi", photo.error_ppi, "warning_ppi", photo.warning_ppi)
    return photo


def read_qr(table: Table, palette: Mapping[str, Ink]) -> QrRules:
    """Read `[qr]`; every ink must be dark enough on every ground."""
    qr = QrRules(
        module=sheet_table(table, "module", least=0.3, most=20),
        quiet_zone=table.whole("quiet_zone", least=4, most=20),
        inks=table.words_of("inks", palette),
        grounds=table.words_of("grounds", palette),
        minimum_contrast=table.number("minimum_contrast", least=LARGE_CONTRAST, most=21),
        schemes=table.words_of("schemes", _SCHEMES),
        error_correction=table.one_of("error_correction", _CORRECTIONS),
    )
    table.close()
    _judge_qr_colours(table, qr, palette)
    return qr


def _judge_qr_colours(table: Table, qr: QrRules, palette: Mapping[str, Ink]) -> None:
    """Write down every ink that is too light on a ground: cameras want dark modules on light."""
    for ink, ground in product(qr.inks, qr.grounds):
        light, dark = luminance(palette[ground].srgb), luminance(palette[ink].srgb)
        ratio = contrast(palette[ink].srgb, palette[ground].srgb)
        if dark >= light:
            table.fault("inks", f"{ink} is not darker than {ground}", "cameras want dark modules on a light ground")
        elif ratio < qr.minimum_contrast:
            table.fault("inks", f"{ink} on {ground} has contrast {ratio:.2f}:1", "take the ink or the ground out")


def read_imprint(table: Table, styles: Iterable[str], languages: Iterable[str]) -> ImprintRules:
    """Read `[imprint]`; its lead and the photo credit are needed in every language of the kit.

    Only parts can be required that a finding can ask for by name.
    """
    required_from = table.one_of("required_from", tuple(key for key, found in FORMATS.items() if found.unit == "mm"))
    imprint = ImprintRules(
        style=table.one_of("style", tuple(styles) or ("",)),
        lead=_by_language(table.table("lead"), languages),
        required=table.words_of("required", parts_by_name("imprint.part")),
        required_from_mm2=FORMATS[required_from].area_m2 * 1e6,
        credit=_by_language(table.table("credit"), languages),
    )
    table.close()
    return imprint


def _by_language(table: Table, languages: Iterable[str]) -> Mapping[str, str]:
    found = {language: table.text(language) for language in languages}
    table.close()
    return found


def read_words(table: Table, name: str, languages: Iterable[str]) -> Words:
    """Read `[words]`: spelling, tone, and words that warn with what to write instead."""
    misspellings = table.words("misspellings")
    if name in misspellings:
        table.fault("misspellings", f'"{name}" is the name itself', "take it out")
    instead = _read_flagged(table, tuple(languages))
    words = Words(
        name=name,
        misspellings=misspellings,
        flagged={language: tuple(found) for language, found in instead.items()},
        exclamations=table.whole("exclamations", least=0, most=100),
        capitals=table.whole("capitals", least=0, most=100),
        sentence=table.whole("sentence", least=1, most=1000),
        instead=instead,
        nouns=table.words_of("nouns", misspellings, default=()),
        compounds=table.words("compounds", default=()),
        how=read_line(table, "how"),
    )
    table.close()
    return words


def _read_flagged(words: Table, languages: tuple[str, ...]) -> dict[str, dict[str, str]]:
    flagged = {}
    for language, table in words.tables("flagged"):
        if language not in languages:
            table.fault("", f'"{language}" is no language of the kit', choose(language, languages))
        flagged[language] = {word: table.text(word, default="") for word in table.values}
    return flagged


def read_print(table: Table, folder: KitFolder) -> PrintRules | None:
    """Read `[print]`; None, with a fault, where there is no usable profile."""
    condition = read_condition(table.table("condition"), folder)
    bleed = table.number("bleed", least=0, most=20)
    safe_margin = sheet_table(table, "safe_area", least=0, most=100)
    thinnest_line = table.number("thinnest_line", least=0.05, most=5)
    smallest_type = table.number("smallest_type", least=1, most=20)
    rich_black = _read_rich_black(table, condition)
    shop = table.text("shop", default="")
    table.close()
    if condition is None:
        return None
    return PrintRules(
        condition=condition,
        bleed=bleed,
        safe_margin=safe_margin,
        thinnest_line=thinnest_line,
        smallest_type=smallest_type,
        rich_black=rich_black,
        shop=shop,
    )


def _read_rich_black(table: Table, condition: PrintCondition | None) -> RichBlack | None:
    rich = table.optional_table("rich_black")
    if rich is None:
        return None
    amounts = rich.numbers("cmyk", count=4, least=0, most=100)
    smallest = rich.number("from", least=1, most=1000)
    rich.close()
    if not amounts:
        return None
    inks = Cmyk(*(amount / 100 for amount in amounts))
    if condition is not None and round(inks.coverage, 3) > condition.ink_limit:
        rich.fault(
            "cmyk",
            f"holds {inks.coverage:.0f} % ink, the limit is {condition.ink_limit:g} %",
            "take out cyan, magenta and yellow",
        )
    return RichBlack(inks=inks, smallest=smallest)
