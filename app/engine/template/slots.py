"""Reading `[slot.NAME]`: what each place of a poster is, in words of the brand kit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product, starmap
from typing import Literal, TypedDict, get_args

from app.engine.brand import WORDINGS, Align, BrandKit, TypeStyle, Wording
from app.engine.findings import Sentence, sentence
from app.engine.template.addresses import in_full, is_allowed
from app.engine.template.kinds import (
    Anchor,
    AnySlot,
    BrandLogoSlot,
    ChoiceSlot,
    ImprintSlot,
    Kind,
    LogoSlot,
    PhotoSlot,
    PhotoTreatment,
    PictureKind,
    Plate,
    QrSlot,
    TextSlot,
    Turn,
    VAlign,
)
from app.engine.template.own_texts import read_placeholder, read_suggestions
from app.engine.template.pairs import judge_pair
from app.engine.template.table import TemplateTable, judge_name
from app.engine.toml_table import listed

# The structure types of a tagged PDF that a text of a poster can have. Source: ISO 32000-1, 14.8.4.
TEXT_ROLES = ("P", "H1", "H2", "H3", "Quote", "BlockQuote", "Caption")

_ALIGNS: tuple[Align, ...] = get_args(Align)
_VALIGNS: tuple[VAlign, ...] = get_args(VAlign)
_TREATMENTS: tuple[PhotoTreatment, ...] = get_args(PhotoTreatment)
_PICTURES: tuple[PictureKind, ...] = get_args(PictureKind)
_PLATES: tuple[Plate, ...] = get_args(Plate)
_TURNS: Mapping[int, Turn] = {turn: turn for turn in get_args(Turn)}
_MOST_CHARS = 1000
_MOST_LINES = 20

# What every poster has needs no name of its own in each template.
_LABELS = {
    "logo": "label.logo",
    "qr": "label.qr",
    "imprint": "label.imprint",
    "brand-logo": "label.brand-logo",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What slots are read against. languages: of the posters this template makes."""

    brand: BrandKit
    languages: tuple[str, ...]


class _Common(TypedDict):
    """What is read of every slot."""

    key: str
    required: bool
    label: Sentence
    hint: Sentence | None


def read_slot(table: TemplateTable, key: str, setting: Setting) -> AnySlot | None:
    """Return a slot, or None when its kind is not known, so that nothing of it can be judged."""
    before = len(table.book.faults)
    kind = table.one_of("kind", _READERS)
    if len(table.book.faults) > before:
        return None
    slot = _READERS[kind](table, _common(table, key, kind, setting), setting)
    table.close()
    return slot


def _common(table: TemplateTable, key: str, kind: str, setting: Setting) -> _Common:
    label = table.sentence("label", setting.languages, required=kind not in _LABELS)
    return _Common(
        key=key,
        required=table.flag("required"),
        label=label or (sentence(_LABELS[kind]) if kind in _LABELS else Sentence(nl=key, fr=key, en=key)),
        hint=table.sentence("hint", setting.languages, required=False),
    )


def _text(table: TemplateTable, common: _Common, setting: Setting) -> TextSlot:
    brand = setting.brand
    style = brand.styles[table.one_of("style", brand.styles)]
    ink = table.one_of("ink", brand.palette)
    bar, on = _ground(table, style, brand)
    if table.names("style", brand.styles):
        judge_pair(table, large=style.large, brand=brand)
    align = table.one_of("align", _ALIGNS, default=style.align)
    lines = _lines(table, "lines", (1, 3))
    most = table.whole("max_chars", least=1, most=_MOST_CHARS, default=120)
    return TextSlot(
        **common,
        style=style.key,
        ink=ink,
        bar=bar,
        on=on,
        role=table.one_of("role", TEXT_ROLES, default="P"),
        lines=lines,
        max_chars=most,
        align=align,
        valign=table.one_of("valign", _VALIGNS, default="top"),
        placeholder=read_placeholder(table, setting.languages, lines[1], most),
        suggestions=read_suggestions(table, setting.languages, lines[1], most),
        marker=_marker(table, style, on, align, brand),
        words=_words(table, brand, lines[1], most),
        translates=table.text("translates") if "translates" in table else "",
        two_lines=_lines(table, "two_lines", lines) if "two_lines" in table else None,
    )


def _ground(table: TemplateTable, style: TypeStyle, brand: BrandKit) -> tuple[str, str]:
    """Return the colour of the bar, or "", and the colour the text stands on."""
    if "bar" in table and "on" in table:
        table.fault("on", "stands beside bar", "keep bar alone: the text stands on its bar")
    known = table.names("style", brand.styles)
    if "bar" in table:
        bar = table.one_of("bar", brand.palette)
        if known and style.bar is None:
            barred = [key for key, other in brand.styles.items() if other.bar]
            table.fault("bar", f"style {style.key} draws no bar", f"use style {listed(barred)}, or write on")
        table.one_of("on", brand.palette, default=bar)
        return bar, bar
    if known and style.bar is not None:
        table.fault("bar", f"is missing: style {style.key} draws a bar", "add bar, a palette colour")
        return "", table.one_of("on", brand.palette, default=next(iter(brand.palette)))
    return "", table.one_of("on", brand.palette)


def _marker(table: TemplateTable, style: TypeStyle, on: str, align: Align, brand: BrandKit) -> str:
    """Return the colour of the marker, or ""."""
    if not table.knows("marker"):
        return ""
    marker = table.one_of("marker", brand.palette)
    if table.names("style", brand.styles) and style.marker is None:
        marked = [key for key, other in brand.styles.items() if other.marker]
        cure = f"use style {listed(marked)}, or leave marker out" if marked else "leave it out"
        table.fault("marker", f"style {style.key} has no marker", cure)
    if marker == on:
        table.fault("marker", f"{marker} on {on} is not seen", "use another palette colour")
    if align != "start":
        table.fault("marker", f"stands at the start of a text that is aligned to the {align}", 'write align = "start"')
    return marker


def _words(table: TemplateTable, brand: BrandKit, lines: int, chars: int) -> Wording | Literal[""]:
    """Return which of the kit's ready words fill the slot, or ""; each of them must have room."""
    if not table.knows("words"):
        return ""
    wording = table.one_of("words", WORDINGS)
    limit = brand.ready.limits.get(wording)
    if limit is not None and (chars < limit.chars or lines < limit.lines):
        room = f"{lines} lines of together {chars} characters"
        cure = f"allow {limit.chars} characters and {limit.lines} lines, or leave words out"
        table.fault("words", f"a {wording} of the brand kit may not fit in {room}", cure)
    return wording


def _lines(table: TemplateTable, key: str, default: tuple[int, int]) -> tuple[int, int]:
    """Return the fewest and the most lines that stand under a key."""
    if not table.knows(key):
        return default
    found = table.numbers(key, count=2, least=1, most=_MOST_LINES, kind=int)
    if not found:
        return default
    least, most = int(found[0]), int(found[1])
    if least > most:
        table.fault(key, f"[{least}, {most}] is no range of lines", "write the fewest first")
        return default
    return (least, most)


def _photo(table: TemplateTable, common: _Common, setting: Setting) -> PhotoSlot:
    treatments = [word for word in _TREATMENTS if word in setting.brand.photo.treatments or word == "none"]
    return PhotoSlot(
        **common,
        role=table.one_of("role", ("Figure",), default="Figure"),
        treatment=table.one_of("treatment", treatments, default="none"),
        allow=table.some_of("allow", _PICTURES, default=_PICTURES),
    )


def _logo(table: TemplateTable, common: _Common, setting: Setting) -> LogoSlot:
    return LogoSlot(
        **common,
        plate=table.one_of("plate", _PLATES, default="auto"),
        anchor=_anchor(table, "bottom end"),
    )


def _anchor(table: TemplateTable, default: str) -> Anchor:
    known = {f"{anchor.vertical} {anchor.horizontal}": anchor for anchor in starmap(Anchor, product(_VALIGNS, _ALIGNS))}
    return known[table.one_of("anchor", known, default=default)]


def _qr(table: TemplateTable, common: _Common, setting: Setting) -> QrSlot:
    rules = setting.brand.qr
    ink = table.one_of("ink", rules.inks)
    on = table.one_of("on", rules.grounds)
    url = in_full(table.text("default_url", default=""), setting.brand.address)
    if url and not is_allowed(url, rules.schemes):
        table.fault("default_url", f'"{url}" cannot be scanned safely', f"begin with {listed(rules.schemes)}")
    return QrSlot(
        **common,
        ink=ink,
        on=on,
        default_url=url,
    )


def _imprint(table: TemplateTable, common: _Common, setting: Setting) -> ImprintSlot:
    brand = setting.brand
    ink, on = table.one_of("ink", brand.palette), table.one_of("on", brand.palette)
    judge_pair(table, large=brand.styles[brand.imprint.style].large, brand=brand)
    turn = table.whole("turn", least=-90, most=90, default=0)
    if turn not in _TURNS:
        table.fault("turn", f"{turn} is no way to read", "use 0, 90 or -90")
    return ImprintSlot(
        **common,
        ink=ink,
        on=on,
        turn=_TURNS.get(turn, 0),
    )


def _brand_logo(table: TemplateTable, common: _Common, setting: Setting) -> BrandLogoSlot:
    return BrandLogoSlot(
        **common,
        on=table.one_of("on", setting.brand.logo.grounds),
        anchor=_anchor(table, "bottom start"),
    )


def _choice(table: TemplateTable, common: _Common, setting: Setting) -> ChoiceSlot:
    values: dict[str, Sentence] = {}
    for value in table.list_of_tables("values"):
        key = value.text("key")
        label = value.sentence("label", setting.languages, required=True)
        value.close()
        if key in values:
            value.fault("key", f'"{key}" stands here twice', "keep it once")
        judge_name(value, "key", key)
        values[key] = label or Sentence(nl=key, fr=key, en=key)
    if len(values) < 2:
        table.fault("values", f"holds {len(values)} values", "offer at least two, or leave the choice out")
    default = table.one_of("default", values or ("",))
    return ChoiceSlot(
        **common,
        values=tuple(values.items()),
        default=default,
    )


_READERS: dict[Kind, Callable[[TemplateTable, _Common, Setting], AnySlot]] = {
    "text": _text,
    "photo": _photo,
    "logo": _logo,
    "qr": _qr,
    "imprint": _imprint,
    "brand-logo": _brand_logo,
    "choice": _choice,
}
