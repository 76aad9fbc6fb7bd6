"""The versions of a template: those that were published stay as they are, and older ones stay where they are found."""

from collections.abc import Mapping
from pathlib import Path

from app.engine.errors import Fault
from app.engine.template.files import HEAD_FILE, SEAL_FILE, VERSIONS, home_of, name_of, older_folders, open_toml
from app.engine.template.seals import Broken, Seal, broken_parts, read_seals, seal_of
from app.engine.toml_table import FaultBook


def judge_versions(folder: Path, *, sealed: bool = False) -> list[Fault]:
    """Return what is wrong between a template, its seals and its older versions; nothing where its head is unreadable.

    A template that was never published has no seal, and may be changed as one likes. sealed: whether what says that it
    is published must have one.
    """
    try:
        book, values = open_toml(folder / HEAD_FILE)
    except OSError:
        return []
    number = number_of(values)
    if values is None or number is None:
        return []
    seals, seal_book = read_seals(folder)
    older = older_folders(folder)
    if sealed and values.get("status") == "published" and number not in seals:
        _judge_unsealed(book, folder, "status", "is published")
    for version, seal in seals.items():
        if version > number:
            book.add("version", f"is {number}, but version {version} was published before", "numbers only rise")
        elif version == number:
            _judge_seal(book, folder, values, seal)
        elif version not in older:
            _judge_lost(seal_book, version)
    faults = [*book.faults, *seal_book.faults]
    for version, place in older.items():
        faults += _faults_of_older(place, version, number, seals.get(version), sealed=sealed)
    return [*faults, *_strangers(folder)]


def number_of(values: Mapping[str, object] | None) -> int | None:
    """Return the version that a `template.toml` names, None where that is no number."""
    found = values.get("version") if values else None
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def _judge_lost(book: FaultBook, version: int) -> None:
    book.add(
        f"version.{version}",
        f"the folder {VERSIONS}/{version} is not there, and posters that were made with it would change",
        f"bring it back; when nobody has such a poster any more, delete [version.{version}] here, all its tables",
    )


def _judge_unsealed(book: FaultBook, folder: Path, where: str, problem: str) -> None:
    home = home_of(folder)
    cure = f"run `affiche publish {home.name}`"
    if folder != home:
        cure = f"take back {SEAL_FILE} as it was, or {cure}, which seals it as it is now"
    book.add(where, f"{problem} but not sealed: whoever changes it changes posters, and nobody is told", cure)


def _faults_of_older(place: Path, version: int, newest: int, seal: Seal | None, *, sealed: bool) -> list[Fault]:
    book, values = open_toml(place / HEAD_FILE)
    number = number_of(values)
    if values is None or number is None:
        return []
    if number != version:
        book.add("version", f"is {number} in the folder of version {version}", f"write version = {version}")
    elif number >= newest:
        book.add("version", f"is not older than version {newest}, the template's own", "delete this folder")
    if seal:
        _judge_seal(book, place, values, seal)
    elif sealed:
        _judge_unsealed(book, place, "version", "is kept for posters")
    return book.faults


def _judge_seal(book: FaultBook, folder: Path, values: Mapping[str, object], seal: Seal) -> None:
    """Report what of a version is not as it was published. book: of its `template.toml`."""
    home = home_of(folder)
    cure = "take back what was published"
    if home == folder:
        cure += f"; to change it, run `affiche new-version {home.name}` first"
    # A template that names no languages has the kit's: one that only the kit has lost is no change of the template.
    for broken in broken_parts(seal, seal_of(folder, values, seal.languages)):
        problem = f"{broken.problem}, and posters that were made with this version rely on it"
        if broken.kind == "drawing":
            drawn = FaultBook(name_of(folder / broken.name))
            drawn.add("svg", problem, cure, line=1)
            book.faults += drawn.faults
        else:
            where, named = _place(broken)
            book.add(where, named + problem, cure)


def _place(broken: Broken) -> tuple[str, str]:
    """Return the key of `template.toml` that a broken part is told with, and what the sentence begins with."""
    match broken.kind:
        case "language":
            return "languages", ""
        case "order":
            return "slot", ""
        case "slot" | "stack":
            return f"{broken.kind}.{broken.name}", ""
    return "artboard", f"{broken.kind} {broken.name} "


def _strangers(folder: Path) -> list[Fault]:
    """Return a fault for everything among the older versions that is none."""
    known = older_folders(folder).values()
    found = sorted(path for path in (folder / VERSIONS).glob("[!.]*") if path not in known)
    return [
        Fault(
            file=f"{folder.name}/{VERSIONS}/{path.name}",
            where=path.name,
            problem="is no version: a folder with a number and a template.toml in it",
            cure="move it elsewhere",
        )
        for path in found
    ]
