"""Whether a template holds: its samples, and contents that put it to the test, are judged as any poster is.

What is refused there would be refused for whoever makes a poster with it. So it is the author's to mend: a fault, at
the frame that lacks room or at the key of the sample.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app.engine.check import BOOK as CONTENT_BOOK
from app.engine.errors import Fault
from app.engine.findings import Finding, Severity
from app.engine.preflight import BOOK as SCENE_BOOK
from app.engine.template import PosterTemplate
from app.engine.template.files import name_of, open_toml, with_path
from app.engine.template.seals import read_seals
from app.engine.vector import read_svg
from app.engine.vector.drawing import Frame, Group, Mark
from app.engine.vector.names import TWO
from app.services.contact_sheet import Cell, ContactSheet, is_first_look
from app.services.house import Workshop

# Long words may be refused for their length: their writer can shorten them.
_SHORTEN = {"overset", "too-long"}

_CONTENT = {code for rule in CONTENT_BOOK.rules for code in rule.codes} - {
    code for rule in SCENE_BOOK.rules for code in rule.codes
}
"""The codes of what is wrong with a content by itself, wherever its frames are."""

_CURES = {
    "clear-space": "move or narrow the frames until that is free",
    "overset": "draw a larger frame, or write a shorter sample",
    "logo-unreadable": "draw a larger frame, or one of another shape",
    "logo-outranks": "draw a smaller frame, or a larger one for the brand",
    "logo-contrast": "lay another ground below it",
    "pair-contrast": "lay another ground below the words, or choose another ink",
    "photo-contrast": "keep the words off the photo, or lay a ground below them",
    "qr-module": "draw a larger frame, or shorten the address",
    "safe-area": "keep the frame further from the edge",
    "type-too-small": "draw a larger frame",
}
_OTHER_CURE = "mend the drawing, or write another sample"

# The sentence of a finding goes on with advice to who fills in a poster.
_FIRST_SENTENCE = re.compile(r".*?[.](?=\s+[A-Z]|$)", re.DOTALL)

# Contents, and formats, that one line names.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class _Refusal:
    """One poster that is refused, and why. content: what it was filled with, in words."""

    cell: Cell
    finding: Finding
    content: str


def sample_faults(shop: Workshop, folder: Path, *, every: bool) -> tuple[Fault, ...]:
    """Return a fault for everything that refuses posters of the template in a folder.

    every: each sample in each format, and hard contents on each drawing; else each format once, the samples in turn.
    Nothing for a template that cannot be read, which has faults of its own, nor for one that is not offered any more.
    """
    sheet = ContactSheet(shop, folder)
    template = sheet.look().template
    if template is None or template.status == "retired":
        return ()
    told: dict[tuple[str, str, str], tuple[Fault, list[_Refusal]]] = {}
    places = _Places(folder, template)
    for refusal in _refusals(sheet, every=every):
        fault = places.fault(refusal)
        told.setdefault((fault.file, fault.where, refusal.finding.code), (fault, []))[1].append(refusal)
    return tuple(_whole(fault, refusals, folder) for fault, refusals in told.values())


def _refusals(sheet: ContactSheet, *, every: bool) -> Iterator[_Refusal]:
    for cell in _all_cells(sheet) if every else _samples_in_turn(sheet):
        own = sheet.sample_of(cell)
        wrong = [finding for finding in sheet.judge(cell) if finding.severity is Severity.ERROR]
        # Words that do not fit lie where they should not; then only their length is to blame.
        too_long = [finding for finding in wrong if finding.code in _SHORTEN]
        for finding in too_long or wrong:
            if own or _is_the_drawings(finding):
                yield _Refusal(cell, finding, own.name if own else f"“{cell.trial.label}” in {cell.language}")


def _is_the_drawings(finding: Finding) -> bool:
    """Return whether the drawing is to blame for what is wrong with a hard content, and nobody else can mend it."""
    return finding.code not in _SHORTEN | _CONTENT and finding.fix is None


def _samples_in_turn(sheet: ContactSheet) -> Iterator[Cell]:
    """Yield each format once, with one sample after the other."""
    cells = [cell for cell in sheet.look().cells if sheet.sample_of(cell)]
    by_format: dict[str, list[Cell]] = {}
    for cell in cells:
        by_format.setdefault(cell.format.key, []).append(cell)
    for turn, choice in enumerate(by_format.values()):
        yield choice[turn % len(choice)]


def _all_cells(sheet: ContactSheet) -> Iterator[Cell]:
    """Yield each sample in each format; on the smallest sheet of each drawing also every hard content in one language,
    and the brand's own words in the languages without a sample.
    """
    state = sheet.look()
    boards = state.template.artboards if state.template else ()
    smallest = {min(board.formats, key=lambda format: format.trim.geometric_mean).key for board in boards}
    for cell in state.cells:
        if sheet.sample_of(cell) or (cell.format.key in smallest and is_first_look(cell, state)):
            yield cell


class _Places:
    """Where the author of a template mends what a finding tells."""

    def __init__(self, folder: Path, template: PosterTemplate) -> None:
        self._folder, self._template = folder, template
        self._lines: dict[str, Mapping[str, int]] = {}
        self._stacks = {slot: stack.key for stack in template.stacks.values() for slot in stack.slots}
        sealed = template.version in read_seals(folder)[0]
        self._first = f"; run `affiche new-version {folder.name}` first, as this version is published" if sealed else ""

    def fault(self, refusal: _Refusal) -> Fault:
        """Return the fault of one refusal, without the formats."""
        finding = refusal.finding
        found = _FIRST_SENTENCE.match(message := " ".join(finding.message.in_language("en").split()))
        problem = f"{finding.code}: {(found[0] if found else message).rstrip('.')}"
        if finding.code in _CONTENT:
            return self._at_key(refusal, problem)
        board = self._template.artboard(refusal.cell.format.key)
        where, line = self._frame(board.file, finding.slot)
        cure = _CURES.get(finding.code, _OTHER_CURE) + self._first
        return Fault(file=name_of(self._folder / board.file), where=where, line=line, problem=problem, cure=cure)

    def _at_key(self, refusal: _Refusal, problem: str) -> Fault:
        book, _ = open_toml(self._folder / refusal.content)
        slot = self._template.slots.get(refusal.finding.slot)
        where = "" if slot is None else slot.kind if slot.kind == "imprint" else f"{slot.kind}.{slot.key}"
        book.add(where or "language", problem, "mend it in the sample")
        return book.faults[-1]

    def _frame(self, file: str, slot: str) -> tuple[str, int]:
        """Return the name of the frame in which a slot stands and its line; of the drawing where it has none."""
        if file not in self._lines:
            drawing = read_svg((self._folder / file).read_bytes(), file=file, frames=True).drawing
            self._lines[file] = dict(_frames(drawing.marks)) if drawing else {}
        lines = self._lines[file]
        name = f"stack-{self._stacks[slot]}" if slot in self._stacks else f"slot-{slot}"
        known = next((id for id in (name, TWO + name) if id in lines), None)
        return (known, lines[known]) if known else ("svg", 1)


def _frames(marks: Iterable[Mark]) -> Iterator[tuple[str, int]]:
    for mark in marks:
        if isinstance(mark, Group):
            yield from _frames(mark.marks)
        elif isinstance(mark, Frame):
            yield mark.id, mark.line


def _whole(fault: Fault, refusals: list[_Refusal], folder: Path) -> Fault:
    """Return a fault that says which contents are refused, and at which formats."""
    contents = _in_short(refusal.content for refusal in refusals)
    formats = _in_short(refusal.cell.format.key for refusal in refusals)
    return with_path(replace(fault, problem=f"{fault.problem} ({contents} at {formats})"), folder)


def _in_short(words: Iterable[str]) -> str:
    """Return words as a list, each once; the last ones as a number where there are many."""
    found = list(dict.fromkeys(words))
    over = len(found) - _NAMED
    return ", ".join(found[:_NAMED] + ([f"{over} more"] if over > 0 else []))
