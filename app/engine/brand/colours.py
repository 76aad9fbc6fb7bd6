"""Reading the colours of a kit: the printing condition, the palette, and what may stand on what."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from app.engine.brand.folder import KitFolder
from app.engine.brand.type_styles import LARGE_CONTRAST, TEXT_CONTRAST
from app.engine.brand.values import Pair
from app.engine.color import ICC_REGISTRY, Cmyk, Ink, PrintCondition, Rgb, contrast, delta_e
from app.engine.findings import INTERFACE_LANGUAGES, Sentence
from app.engine.toml_table import Table, choose

# A trained eye tells two fields apart from about here on, in CIE 1976; the palette's promise is one colour, two media.
_LARGEST_DIFFERENCE = 3.0


def read_condition(table: Table, folder: KitFolder, *, is_own: bool = True) -> PrintCondition | None:
    """Read a printing condition; None, with a fault, where there is no usable profile.

    is_own: whether it is the one that the palette was chosen under.
    """
    identifier = table.text("identifier")
    registry = table.text("registry", default=ICC_REGISTRY)
    ink_limit = table.number("ink_limit", least=100, most=400)
    profile = folder.bytes_of(table, "profile")
    table.close()
    if profile is None:
        return None
    try:
        return PrintCondition(icc=profile, identifier=identifier, ink_limit=ink_limit, registry=registry, is_own=is_own)
    except ValueError as wrong:
        table.fault("profile", f"is {wrong}", "give the ICC profile, class prtr, CMYK, of the printing condition")
        return None


class Palette(NamedTuple):
    """What `[palette]` says, by the name of the colour in templates.

    spots: the spot inks of those that have one. drawn: what drawings call each. called: what people call those that
    have another name.
    """

    inks: Mapping[str, Ink]
    spots: Mapping[str, str]
    drawn: Mapping[str, Rgb]
    called: Mapping[str, Sentence]


def read_palette(kit: Table, condition: PrintCondition | None) -> Palette:
    """Read `[palette]`."""
    inks: dict[str, Ink] = {}
    spots: dict[str, str] = {}
    drawn: dict[str, Rgb] = {}
    called: dict[str, Sentence] = {}
    for name, table in kit.tables("palette"):
        spot = table.text("spot", default="")
        if table.knows("called"):
            called[name] = _read_called(table, name)
        ink = _read_ink(name, table, condition)
        if ink is not None:
            drawn[name] = _read_drawn(table, ink)
            _refuse_twins(table, ink, inks, drawn)
            inks[name] = ink
        table.close()
        if spot:
            spots[name] = spot
    if not kit.values.get("palette"):
        kit.fault("palette", "names no colour", "add [palette] with at least an ink and a ground")
    return Palette(inks, spots, drawn, called)


def _read_called(table: Table, name: str) -> Sentence:
    """Read what people call a colour: one word, or one for each language, its own name where none is said."""
    if isinstance(table.values["called"], str):
        word = table.text("called") or name
        return Sentence(nl=word, fr=word, en=word)
    words = table.table("called")
    said = {language: words.text(language, default=name) for language in INTERFACE_LANGUAGES}
    words.close()
    return Sentence(**said)


def _read_ink(name: str, table: Table, condition: PrintCondition | None) -> Ink | None:
    amounts = table.numbers("cmyk", count=4, least=0, most=100)
    shown = table.text("srgb")
    try:
        srgb = Rgb.from_hex(shown) if shown else None
    except ValueError as wrong:
        table.fault("srgb", f"is {wrong}", "write # and six hexadecimal figures")
        return None
    if not amounts or srgb is None:
        return None
    ink = Ink(cmyk=Cmyk(*(amount / 100 for amount in amounts)), srgb=srgb, name=name)
    if condition is not None:
        _judge_ink(table, ink, condition)
    return ink


def _judge_ink(table: Table, ink: Ink, condition: PrintCondition) -> None:
    if round(ink.cmyk.coverage, 3) > condition.ink_limit:
        table.fault(
            "cmyk",
            f"holds {ink.cmyk.coverage:.0f} % ink, the limit is {condition.ink_limit:g} %",
            "take ink out, black last",
        )
    proof = condition.proof(ink.cmyk)
    difference = delta_e(proof, ink.srgb)
    if difference > _LARGEST_DIFFERENCE:
        table.fault(
            "srgb",
            f"{ink.srgb.hex} is not what the inks look like: ΔE {difference:.1f}, at most {_LARGEST_DIFFERENCE:g}",
            f'write "{proof.hex}", the proof of the CMYK under {condition.identifier}',
        )


def _read_drawn(table: Table, ink: Ink) -> Rgb:
    """Read the colour that stands for an ink in drawings which were made when it looked otherwise."""
    shown = table.text("drawn", default=ink.srgb.hex)
    try:
        return Rgb.from_hex(shown)
    except ValueError as wrong:
        table.fault("drawn", f"is {wrong}", "write # and six hexadecimal figures, or leave it out")
        return ink.srgb


def _refuse_twins(table: Table, ink: Ink, inks: Mapping[str, Ink], drawn: Mapping[str, Rgb]) -> None:
    """Report a colour that drawings could not tell from another. drawn: of the inks so far and of this one."""
    for other in inks.values():
        named = {other.srgb, drawn[other.name]}
        for key, color in (("srgb", ink.srgb), ("drawn", drawn[ink.name])):
            if color in named and (key == "srgb" or color != ink.srgb):
                table.fault(key, f"{color.hex} is also {other.name}", "drawings name colours by it: make it differ")


def read_pairs(kit: Table, palette: Mapping[str, Ink]) -> tuple[Pair, ...]:
    """Read `[pairs.text]` and `[pairs.large]`: for each ground, the inks that may stand on it."""
    pairs: dict[tuple[str, str], Pair] = {}
    outer = kit.table("pairs")
    for key, least in (("text", TEXT_CONTRAST), ("large", LARGE_CONTRAST)):
        table = outer.optional_table(key)
        for pair in _read_grounds(table, palette, least) if table else ():
            if (pair.ink, pair.on) in pairs:
                outer.fault(f"{key}.{pair.on}", f"{pair.ink} stands here and in text", "keep it in text only")
            pairs.setdefault((pair.ink, pair.on), pair)
    outer.close()
    return tuple(pairs.values())


def _read_grounds(table: Table, palette: Mapping[str, Ink], least: float) -> Iterator[Pair]:
    for ground in table.values:
        yield from _read_ground(table, ground, palette, least)


def _read_ground(table: Table, ground: str, palette: Mapping[str, Ink], least: float) -> list[Pair]:
    inks = table.words_of(ground, palette)
    if ground not in palette:
        table.fault(ground, "is no colour of the palette", choose(ground, palette))
        return []
    pairs = [Pair(ink=ink, on=ground, large_only=least < TEXT_CONTRAST) for ink in inks]
    for pair in pairs:
        ratio = contrast(palette[pair.ink].srgb, palette[pair.on].srgb)
        if ratio < least:
            cure = "take it out" if ratio < LARGE_CONTRAST else "move it to [pairs.large]"
            table.fault(ground, f"{pair.ink} on {pair.on} has contrast {ratio:.2f}:1, {least:g}:1 is needed", cure)
    return pairs
