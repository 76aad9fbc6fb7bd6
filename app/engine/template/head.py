"""Reading `template.toml`: what a template is called, whom it is for, its slots, stacks and artboards."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from app.engine.brand import MESSAGES, READERS, BrandKit
from app.engine.findings import Sentence
from app.engine.geometry import Size
from app.engine.sheet import FORMATS, Format, Unit
from app.engine.template.kinds import AnySlot, TextSlot, VAlign
from app.engine.template.ready import read_ready
from app.engine.template.slots import Setting, read_slot
from app.engine.template.table import TemplateTable, judge_name
from app.engine.template.translations import completed, drop_echoes, judge_translations
from app.engine.template.values import FORMAT_SLACK, Stack, Status, TemplateSpec
from app.engine.toml_table import FaultBook, listed
from app.engine.units import MM, PX_SCREEN

PROFESSIONS = (
    "verpleegkundige",
    "zorgkundige",
    "verzorgende",
    "logistiek-assistent",
    "persoonsbegeleider",
    "kinderbegeleider",
)
"""The six shortage professions."""

AUDIENCES = ("institution", "individual")

_STATUSES: tuple[Status, ...] = get_args(Status)
_UNITS: dict[Unit, float] = {"mm": MM, "px": PX_SCREEN}
_ALIGNS: tuple[VAlign, ...] = get_args(VAlign)
_FILE = re.compile(r"[^/\\:]+\.svg")

# In mm or px: beyond any poster, and any unit but these two.
_LONGEST_SIDE = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardEntry:
    """One `[[artboard]]`. trim: in pt. point: one unit of the designer's trim in pt. where: its key in the file."""

    file: str
    trim: Size
    unit: Unit
    formats: tuple[Format, ...]
    mirror: bool
    where: str

    @property
    def point(self) -> float:
        return _UNITS[self.unit]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head(TemplateSpec):
    """Everything `template.toml` says. unmeasured: files of artboards without a trim or formats that can be used."""

    boards: tuple[BoardEntry, ...]
    broken_slots: frozenset[str]
    unmeasured: tuple[str, ...] = ()

    @property
    def stacked(self) -> frozenset[str]:
        """The slots that flow in a stack and so have no frame."""
        return frozenset(key for stack in self.stacks.values() for key in stack.slots)


def read_head(values: Mapping[str, object], brand: BrandKit, book: FaultBook) -> Head:
    """Return what `template.toml` says; what is wrong with it goes into the book."""
    top = TemplateTable(values, "", book)
    languages = top.some_of("languages", brand.languages, default=brand.languages)
    setting = Setting(brand=brand, languages=languages)
    slots, broken = _read_slots(top, setting)
    message = top.one_of("message", MESSAGES)
    head = Head(
        version=top.whole("version", least=1, most=1_000_000),
        status=top.one_of("status", _STATUSES),
        audience=top.some_of("audience", AUDIENCES),
        professions=_professions(top),
        message=message,
        reader=top.one_of("reader", READERS) if "reader" in top else "",
        languages=languages,
        name=_told(top, "name", languages),
        summary=_told(top, "summary", languages),
        note=top.sentence("note", languages, required=False),
        slots=slots,
        stacks=_read_stacks(top, slots, broken, brand),
        ready=read_ready(top, slots, languages, professions=PROFESSIONS, messages=MESSAGES, message=message),
        boards=_read_boards(top),
        broken_slots=broken,
        unmeasured=_unmeasured(values),
    )
    top.close()
    _judge_headings(head, book)
    return head


def _told(top: TemplateTable, key: str, languages: tuple[str, ...]) -> Sentence:
    return top.sentence(key, languages, required=True) or Sentence(nl="", fr="", en="")


def _professions(top: TemplateTable) -> tuple[str, ...]:
    """Return the professions a template is for; none of them named means all."""
    if "professions" in top and top.is_text("professions"):
        top.one_of("professions", ("all",))
        return ()
    return top.some_of("professions", PROFESSIONS)


def _read_slots(top: TemplateTable, setting: Setting) -> tuple[dict[str, AnySlot], frozenset[str]]:
    slots: dict[str, AnySlot] = {}
    broken: set[str] = set()
    tables = dict(top.tables("slot"))
    for key, table in tables.items():
        judge_name(table, "", key)
        slot = read_slot(completed(table, tables), key, setting)
        if slot is None:
            broken.add(key)
        else:
            slots[key] = slot
    if not slots and not broken:
        top.fault("slot", "no slot is named", "add [slot.NAME] for each frame of the artboards")
    drop_echoes(top.book, slots)
    judge_translations(slots, frozenset(broken), top.book)
    return slots, frozenset(broken)


def _read_stacks(
    top: TemplateTable, slots: Mapping[str, AnySlot], broken: frozenset[str], brand: BrandKit
) -> dict[str, Stack]:
    stacks: dict[str, Stack] = {}
    for key, table in top.tables("stack"):
        judge_name(table, "", key)
        stacks[key] = Stack(
            key=key,
            slots=_stack_slots(table, slots, broken, brand),
            align=table.one_of("align", _ALIGNS, default="top"),
            gap=table.number("gap", least=0, most=10, default=0.5),
        )
        table.close()
    _judge_shared(top, stacks)
    return stacks


def _stack_slots(
    table: TemplateTable, slots: Mapping[str, AnySlot], broken: frozenset[str], brand: BrandKit
) -> tuple[str, ...]:
    named = table.some_of("slots", (*slots, *broken))
    for key in named:
        if key in slots and not isinstance(slots[key], TextSlot):
            table.fault("slots", f"{key} is a {slots[key].kind}", "stack texts only; give the others a frame")
        elif isinstance(slot := slots.get(key), TextSlot) and brand.styles[slot.style].fill:
            table.fault("slots", f"{key} has style {slot.style}, which fills a frame", "give it a frame of its own")
    return tuple(key for key in named if isinstance(slots.get(key), TextSlot))


def _judge_shared(top: TemplateTable, stacks: Mapping[str, Stack]) -> None:
    uses = Counter(key for stack in stacks.values() for key in stack.slots)
    for key in (key for key, count in uses.items() if count > 1):
        holders = [stack.key for stack in stacks.values() if key in stack.slots]
        top.fault(f"stack.{holders[-1]}.slots", f"{key} also flows in stack {holders[0]}", "keep it in one stack")


def _read_boards(top: TemplateTable) -> tuple[BoardEntry, ...]:
    tables = list(top.list_of_tables("artboard"))
    boards = [board for table in tables if (board := _read_board(table))]
    if not tables and not top.has_other("artboard", list):
        top.fault("artboard", "no artboard is named", "add [[artboard]] with file, trim, unit and formats")
    served: dict[str, str] = {}
    for board in boards:
        for format in board.formats:
            if format.key in served:
                top.fault(
                    f"{board.where}.formats",
                    f"{format.key} is also served by {served[format.key]}",
                    "let one artboard serve it",
                )
            served[format.key] = board.file
    return tuple(boards)


def _unmeasured(values: Mapping[str, object]) -> tuple[str, ...]:
    """Return the drawings whose entries cannot be used, so that they are judged as far as they can be."""
    entries = values.get("artboard")
    found = []
    for entry in entries if isinstance(entries, list) else ():
        file = entry.get("file") if isinstance(entry, dict) else None
        if isinstance(file, str) and _FILE.fullmatch(file):
            alone = TemplateTable(entry, "", FaultBook(file))
            found += [] if _read_board(alone) else [file]
    return tuple(found)


def _read_board(table: TemplateTable) -> BoardEntry | None:
    """Return one entry, None when its drawing cannot be judged without what is wrong here."""
    file = table.text("file")
    if table.is_text("file") and not _FILE.fullmatch(file):
        table.fault("file", f'"{file}" is not the name of an SVG in this folder', "write a plain name such as a3.svg")
        file = ""
    trim = table.numbers("trim", count=2, least=0, most=_LONGEST_SIDE)
    unit = table.one_of("unit", tuple(_UNITS))
    formats = tuple(FORMATS[key] for key in table.some_of("formats", FORMATS))
    mirror = table.flag("mirror")
    table.close()
    if trim and min(trim) <= 0:
        table.fault("trim", "has a side without length", "write the width and height of the drawing")
        trim = ()
    if not (file and trim and formats):
        return None
    point = _UNITS[unit]
    size = Size(trim[0] * point, trim[1] * point)
    _judge_aspects(table, trim[0] / trim[1], formats)
    return BoardEntry(file=file, trim=size, unit=unit, formats=formats, mirror=mirror, where=table.where())


def _judge_aspects(table: TemplateTable, aspect: float, formats: tuple[Format, ...]) -> None:
    for format in formats:
        off = abs(format.aspect / aspect - 1)
        if off > FORMAT_SLACK:
            table.fault(
                "formats",
                f"{format.key} has another shape: its sides differ by {off:.1%} where {FORMAT_SLACK:.1%} is allowed",
                f"draw an artboard of {format.width} × {format.height} {format.unit} for it",
            )


def _judge_headings(head: Head, book: FaultBook) -> None:
    """A screen reader finds the poster by its one main title, and steps down level by level."""
    texts = [slot for slot in head.slots.values() if isinstance(slot, TextSlot)]
    titles = [slot for slot in texts if slot.role == "H1"]
    if not titles and not head.broken_slots:
        book.add("slot", "no text has the role H1", 'give the main title role = "H1" and required = true')
    for slot in titles[1:]:
        book.add(f"slot.{slot.key}.role", f"{titles[0].key} is H1 already", f"use {listed(['H2', 'P'])}")
    for slot in titles[:1]:
        if not slot.required:
            book.add(f"slot.{slot.key}.required", "the main title may stay empty", "write required = true")
    roles = {slot.role for slot in texts}
    if "H3" in roles and "H2" not in roles:
        orphan = next(slot for slot in texts if slot.role == "H3")
        book.add(f"slot.{orphan.key}.role", "H3 without an H2 skips a level", "use H2")
