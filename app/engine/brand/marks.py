"""Reading the drawings of a kit: its own mark, how partners' marks stand beside it, and its illustrations."""

from collections.abc import Iterator, Mapping
from typing import get_args

from app.engine.brand.drawings import LazyDrawings, colors_of, read_drawing
from app.engine.brand.folder import KitFolder
from app.engine.brand.sheet_tables import sheet_table
from app.engine.brand.type_styles import LARGE_CONTRAST
from app.engine.brand.values import BrandLogo, Looks, PartnerLogo
from app.engine.color import Ink, contrast
from app.engine.errors import BrandError
from app.engine.findings import INTERFACE_LANGUAGES
from app.engine.toml_table import Table, choose
from app.engine.vector.drawing import Drawing

_LOGOS = ("light", "dark", "one-colour")

# A kit without it shows its mark on light in the tabs of browsers.
_SYMBOL_FILE = "logos/favicon.svg"

# As many as the head of the gallery has room for.
_WELCOMING = 3


def read_logo(table: Table, folder: KitFolder, palette: Mapping[str, Ink]) -> BrandLogo:
    """Read `[logo]`: the drawings of the brand's mark and where each may stand."""
    found = {key: folder.bytes_of(table, key) for key in _LOGOS}
    svgs = {key: data for key, data in found.items() if data is not None}
    drawings = dict(_read_logo_files(table, folder, svgs, palette))
    logo = BrandLogo(
        drawings=drawings,
        clear_space=sheet_table(table, "clear_space", least=0.1, most=500),
        minimum_width=sheet_table(table, "minimum_width", least=1, most=1000),
        grounds=_read_grounds(table.table("grounds"), drawings, palette),
        alt=table.text("alt"),
        width=table.number("width", least=10, most=1000),
        svgs={**svgs, "symbol": folder.files.get(_SYMBOL_FILE, svgs.get("light", b""))},
    )
    table.close()
    return logo


def _read_logo_files(
    table: Table, folder: KitFolder, svgs: Mapping[str, bytes], palette: Mapping[str, Ink]
) -> Iterator[tuple[str, Drawing]]:
    known = {ink.srgb for ink in palette.values()}
    for key, data in svgs.items():
        try:
            drawing = read_drawing(data, file=folder.file_of(table, key))
        except BrandError as wrong:
            table.book.faults.extend(wrong.faults)
            continue
        for color in sorted(colors_of(drawing.marks) - known):
            table.fault(
                key, f"is drawn with {color.hex}, no colour of the palette", "use the palette's exact sRGB values"
            )
        yield key, drawing


def _read_grounds(table: Table, drawings: Mapping[str, Drawing], palette: Mapping[str, Ink]) -> Mapping[str, str]:
    """Read which drawing stands on which palette colour, and refuse one that would not be seen there."""
    grounds = {ground: table.one_of(ground, _LOGOS) for ground in table.values}
    for ground, key in grounds.items():
        if ground not in palette:
            table.fault(ground, "is no colour of the palette", choose(ground, palette))
        elif key in drawings:
            colors = colors_of(drawings[key].marks)
            ratio = min((contrast(color, palette[ground].srgb) for color in colors), default=1.0)
            if ratio < LARGE_CONTRAST:
                table.fault(
                    ground,
                    f'a part of "{key}" has contrast {ratio:.2f}:1 here, {LARGE_CONTRAST:g}:1 is needed',
                    "choose another drawing for this ground",
                )
    return grounds


def read_partner_logo(table: Table, palette: Mapping[str, Ink]) -> PartnerLogo:
    """Read `[partner_logo]`: how a partner's mark stands beside the brand's."""
    partner = PartnerLogo(
        plate=table.one_of("plate", palette or ("",)),
        padding=table.number("padding", least=0, most=2),
        radius=table.number("radius", least=0, most=0.5),
        largest_area=table.number("largest_area", least=0.1, most=10),
        clear_space=table.number("clear_space", least=0, most=2),
        minimum_height=sheet_table(table, "minimum_height", least=1, most=500),
        minimum_contrast=table.number("minimum_contrast", least=1, most=21),
        error_ppi=table.number("error_ppi", least=1, most=2400),
        warning_ppi=table.number("warning_ppi", least=1, most=2400),
    )
    table.close()
    if partner.error_ppi > partner.warning_ppi:
        table.fault("error_ppi", f"{partner.error_ppi:g} is above warning_ppi ({partner.warning_ppi:g})", "swap them")
    return partner


def read_welcome(kit: Table, illustrations: Mapping[str, object]) -> tuple[str, ...]:
    """Read `[gallery]`: the illustrations that welcome visitors, the one in the middle first; empty without it."""
    table = kit.optional_table("gallery")
    if table is None:
        return ()
    names = table.words_of("welcome", illustrations)
    asked = len(table.words("welcome")) if names else 0
    if names and asked != _WELCOMING:
        table.fault("welcome", f"{asked} names where {_WELCOMING} are shown", f"name {_WELCOMING} illustrations")
    table.close()
    return names


def read_illustrations(
    kit: Table, folder: KitFolder
) -> tuple[LazyDrawings, Mapping[str, Mapping[str, str]], Mapping[str, Looks]]:
    """Read `[illustrations.NAME]`: drawings, what each shows in every language of the interface, and where it looks."""
    files: dict[str, tuple[bytes, str]] = {}
    alts, looks = {}, {}
    for name, table in kit.tables("illustrations"):
        data = folder.bytes_of(table, "file")
        if data is not None:
            files[name] = (data, folder.file_of(table, "file"))
        said = table.table("alt")
        alts[name] = {language: said.text(language) for language in INTERFACE_LANGUAGES}
        said.close()
        looks[name] = table.one_of("looks", get_args(Looks), default="ahead")
        table.close()
    return LazyDrawings(files), alts, looks
