"""From a folder to a poster template: everything is read and judged before anyone is told."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from hashlib import sha256
from pathlib import Path

from app.engine.brand import BrandKit
from app.engine.errors import Fault, TemplateError
from app.engine.template.artboards import judge_unmeasured, read_artboard
from app.engine.template.files import HEAD_FILE, SEAL_FILE, VERSIONS, home_of, name_of, older_folders, open_toml
from app.engine.template.head import Head, read_head
from app.engine.template.samples import judge_samples
from app.engine.template.values import Artboard, PosterTemplate, TemplateSpec
from app.engine.template.versions import judge_versions
from app.engine.toml_table import FaultBook

# What only an artboard has, as the programs of designers write it.
_FRAME = re.compile(rb"""\s(?:id|serif:id|data-name|inkscape:label)\s*=\s*["'](?:slot|stack)(?:-|_x2D_)""")


def read_template(folder: Path, brand: BrandKit) -> PosterTemplate:
    """Return the poster template of a folder, checked against a brand kit.

    Raises TemplateError with every fault at once.
    """
    template, faults = _read(folder, brand)
    if template is None or faults:
        raise TemplateError(*faults)
    return template


def faults_of(folder: Path, brand: BrandKit, *, gallery: bool = False, sealed: bool = False) -> tuple[Fault, ...]:
    """Return every fault of a template and of the older versions in it, by file and line.

    gallery: whether it must also hold a Dutch sample once it is published, which a gallery shows it with.
    sealed: whether everything that is published must also have its seal.
    """
    faults = [*_read(folder, brand, gallery=gallery)[1], *judge_versions(folder, sealed=sealed)]
    for older in older_folders(folder).values():
        faults.extend(_read(older, brand)[1])
    return _sorted(faults)


def remarks_of(folder: Path, brand: BrandKit) -> tuple[Fault, ...]:
    """Return where the art of a template without faults stops short of the widest bleed that a print shop asks."""
    if brand.widest_bleed <= brand.print.bleed:
        return ()
    widest = replace(brand, print=replace(brand.print, bleed=brand.widest_bleed))
    return _sorted([*_read(folder, widest, is_advice=True)[1]]) if not _read(folder, brand)[1] else ()


def _read(
    folder: Path, brand: BrandKit, *, gallery: bool = False, is_advice: bool = False
) -> tuple[PosterTemplate | None, tuple[Fault, ...]]:
    try:
        book, values = open_toml(folder / HEAD_FILE)
    except OSError:
        return None, _sorted([_no_head(folder / HEAD_FILE), *_faults_without_head(folder, brand)])
    if values is None:
        return None, _sorted([*book.faults, *_faults_without_head(folder, brand)])
    head = read_head(values, brand, book)
    faults = [*book.faults]
    boards: list[Artboard] = []
    for entry in head.boards:
        drawn = FaultBook(name_of(folder / entry.file))
        board = read_artboard(entry, folder, head, brand, drawn, is_advice=is_advice)
        faults.extend(drawn.faults)
        if board is not None:
            boards.append(board)
    for file in head.unmeasured:
        drawn = FaultBook(name_of(folder / file))
        judge_unmeasured(folder / file, head, brand, drawn)
        faults.extend(drawn.faults)
    faults.extend(judge_samples(folder, head, brand, gallery=gallery))
    if faults:
        return None, _sorted(faults)
    return _template(folder, head, tuple(boards)), ()


def _faults_without_head(folder: Path, brand: BrandKit) -> Iterator[Fault]:
    """Yield the faults of drawings and samples that can be told without knowing what they are for."""
    for path in sorted(folder.glob("*.svg")):
        # The others are logos of samples.
        if path.is_file() and _FRAME.search(path.read_bytes()):
            drawn = FaultBook(name_of(path))
            judge_unmeasured(path, None, brand, drawn)
            yield from drawn.faults
    yield from judge_samples(folder, None, brand, gallery=False)


def _no_head(path: Path) -> Fault:
    return Fault(
        file=name_of(path),
        where=path.name,
        problem="the file is not there",
        cure="add it: it says what the frames mean",
    )


def _template(folder: Path, head: Head, boards: tuple[Artboard, ...]) -> PosterTemplate:
    spec = {field.name: getattr(head, field.name) for field in fields(TemplateSpec)}
    return PosterTemplate(key=home_of(folder).name, digest=_digest(folder), artboards=boards, **spec)


def _digest(folder: Path) -> str:
    """Return a number that changes with the name or the bytes of any file of this version.

    Other versions and seals are left out: a version has the same one in the template's folder and under its number.
    """
    total = sha256()
    aside = (folder / SEAL_FILE, folder / VERSIONS)
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")):
        if aside[0] == path or aside[1] in path.parents:
            continue
        total.update(path.relative_to(folder).as_posix().encode() + b"\0")
        total.update(sha256(path.read_bytes()).digest())
    return total.hexdigest()[:32]


def _sorted(faults: list[Fault]) -> tuple[Fault, ...]:
    """Return faults by file, the text file first, and line."""
    unique = dict.fromkeys(faults)
    return tuple(sorted(unique, key=lambda fault: (not fault.file.endswith(HEAD_FILE), fault.file, fault.line)))
