"""Reading the type of a kit: font files and the styles made of them."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import get_args

from app.engine.brand.alphabets import LANGUAGES, alphabet
from app.engine.brand.folder import KitFolder
from app.engine.brand.sheet_tables import SHEETS, sheet_table
from app.engine.brand.type_styles import Align, Bar, Case, Marker, TypeStyle
from app.engine.fonts import Face
from app.engine.toml_table import Table, choose

_CASES: tuple[Case, ...] = get_args(Case)
_ALIGNS: tuple[Align, ...] = get_args(Align)

_NAMED_LETTERS = 12


def read_languages(kit: Table) -> Mapping[str, str]:
    """Read `[languages]`: tags with the languages' own names."""
    table = kit.table("languages")
    names = {language: table.text(language) for language in table.values}
    for language in names:
        if language not in LANGUAGES:
            table.fault(language, "is a language whose letters are not known here", choose(language, LANGUAGES))
    if not names:
        kit.fault("languages", "names no language", 'add at least nl = "Nederlands"')
    return names


def read_faces(kit: Table, folder: KitFolder) -> Mapping[str, Face]:
    """Read `[fonts]`: font files by the names that styles use."""
    table = kit.table("fonts")
    faces: dict[str, Face] = {}
    for key in table.values:
        data = folder.bytes_of(table, key)
        if data is None:
            continue
        try:
            faces[key] = Face(key=key, data=data)
        except ValueError as wrong:
            table.fault(key, f"is {wrong}", "give a static TrueType or OpenType font file")
    return faces


def read_styles(
    kit: Table, faces: Mapping[str, Face], name: str, languages: Collection[str], smallest_type: float
) -> Mapping[str, TypeStyle]:
    """Read `[type.NAME]`: how each kind of text looks. Every style must show the brand's name and all languages."""
    letters = _needed_letters(name, languages)
    styles = {}
    for key, table in kit.tables("type"):
        style = _read_style(key, table, faces)
        styles[key] = replace(style, variants=_read_variants(table, style, languages))
        table.close()
        _judge_bar(table, style)
        _judge_fill(table, style)
        _judge_sizes(table, style, smallest_type)
        _judge_letters(table, style.faces, letters)
    if not styles:
        kit.fault("type", "names no style", "add at least [type.body]")
    return styles


def _needed_letters(name: str, languages: Collection[str]) -> frozenset[str]:
    """Return every letter that a style must show: the brand's name and the alphabets of its languages."""
    return frozenset(name).union(*(alphabet(language) for language in languages if language in LANGUAGES))


def _read_style(key: str, table: Table, faces: Mapping[str, Face]) -> TypeStyle:
    return TypeStyle(
        key=key,
        faces=tuple(faces[name] for name in table.words_of("fonts", faces)),
        smallest=table.number("smallest", least=1, most=1000),
        largest=table.number("largest", least=1, most=1000),
        minimum=sheet_table(table, "minimum", least=1, most=1000),
        leading=_read_leading(table),
        tracking=_read_tracking(table, default=0.0),
        case=table.one_of("case", _CASES, default="as-typed"),
        align=table.one_of("align", _ALIGNS, default="start"),
        hyphenate=table.flag("hyphenate"),
        balance=table.flag("balance"),
        bar=_read_bar(table),
        large=table.flag("large"),
        fill=table.flag("fill"),
        marker=_read_marker(table),
    )


def _read_variants(table: Table, style: TypeStyle, languages: Collection[str]) -> Mapping[str, TypeStyle]:
    """Read `[type.NAME.language.xx]`: what a language's script needs otherwise."""
    variants = {}
    for language, own in table.tables("language"):
        if language not in languages:
            own.fault("", f'"{language}" is no language of the kit', choose(language, languages))
        variants[language] = replace(
            style,
            leading=_read_leading(own, default=style.leading),
            tracking=_read_tracking(own, default=style.tracking),
            bar=_read_bar(own) or style.bar,
        )
        own.close()
        _judge_bar(own, variants[language])
    return variants


def _read_leading(table: Table, *, default: float | None = None) -> float:
    return table.number("leading", least=0.5, most=3, default=default)


def _read_tracking(table: Table, *, default: float) -> float:
    return table.number("tracking", least=-0.2, most=0.5, default=default)


def _read_bar(style: Table) -> Bar | None:
    table = style.optional_table("bar")
    if table is None:
        return None
    bar = Bar(
        above=table.number("above", least=0, most=2),
        below=table.number("below", least=0, most=2),
        side=table.number("side", least=0, most=2),
    )
    table.close()
    return bar


def _read_marker(style: Table) -> Marker | None:
    table = style.optional_table("marker")
    if table is None:
        return None
    marker = Marker(
        length=table.number("length", least=0.1, most=5),
        thickness=table.number("thickness", least=0.05, most=1),
        gap=table.number("gap", least=0, most=3),
        middle=table.number("middle", least=0, most=1),
    )
    table.close()
    return marker


def _judge_bar(table: Table, style: TypeStyle) -> None:
    thickness = style.bar.above + style.bar.below if style.bar else 0.0
    if thickness > style.leading + 1e-9:
        table.fault(
            "leading", f"{style.leading:g} lets bars of {thickness:g} overlap", f"set leading to {thickness:g} or more"
        )


def _judge_fill(table: Table, style: TypeStyle) -> None:
    for key, other in (("bar", style.bar), ("marker", style.marker)):
        if style.fill and other:
            table.fault(key, "stands beside fill, which has lines of many sizes", f"take fill or {key} out")


def _judge_sizes(table: Table, style: TypeStyle, smallest_type: float) -> None:
    if style.smallest > style.largest:
        table.fault("smallest", f"{style.smallest:g} is above largest ({style.largest:g})", "swap them")
    for sheet in SHEETS:
        if style.minimum[sheet] < smallest_type:
            table.fault(
                f"minimum.{sheet}",
                f"{style.minimum[sheet]:g} pt is under print.smallest_type ({smallest_type:g} pt)",
                "raise it",
            )


def _judge_letters(table: Table, faces: tuple[Face, ...], letters: frozenset[str]) -> None:
    lacking = sorted(letter for letter in letters if not any(face.has(letter) for face in faces))
    if faces and lacking:
        named = " ".join(lacking[:_NAMED_LETTERS]) + (" …" if len(lacking) > _NAMED_LETTERS else "")
        table.fault(
            "fonts",
            f"cannot show {len(lacking)} letters that the kit's name and languages need: {named}",
            "add a font that has them to the end of the list, or take the language out of [languages]",
        )
