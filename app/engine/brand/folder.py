"""The files of a brand kit, read once."""

import re
import unicodedata
from collections.abc import Mapping
from copy import copy
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Self

from app.engine.color import Rgb
from app.engine.errors import BrandError, Fault
from app.engine.toml_table import FaultBook, Table, choose

_HEX = re.compile(rb"#[0-9A-Fa-f]{6}\b")


class KitFolder:
    """Every file of a kit by its path inside the folder. Hidden files are not part of it.

    key: the folder's name. digest: changes with the name or bytes of any file.
    Raises BrandError for a folder without `brand.toml`.
    """

    def __init__(self, folder: Path) -> None:
        self.key = folder.resolve().name
        self.files = _read(folder)
        self.toml_name = f"{self.key}/brand.toml"
        if "brand.toml" not in self.files:
            raise BrandError(self._no_toml())
        self.digest = _digest(self.files)

    @property
    def toml(self) -> str:
        """The text of `brand.toml`. Raises BrandError when it is not UTF-8."""
        try:
            return self.files["brand.toml"].decode("utf-8-sig")
        except UnicodeDecodeError as wrong:
            line = self.files["brand.toml"].count(b"\n", 0, wrong.start) + 1
            raise BrandError(
                Fault(
                    file=self.toml_name, line=line, where="toml", problem="is not UTF-8", cure="save the file as UTF-8"
                )
            ) from wrong

    def book(self, name: str) -> FaultBook:
        """Return the book of a text file; bytes that are no UTF-8 show as signs that no rule lets pass."""
        text = self.files[name].decode("utf-8-sig", errors="replace")
        return FaultBook(f"{self.key}/{name}", unicodedata.normalize("NFC", text))

    def in_colors(self, colors: Mapping[Rgb, Rgb]) -> Self:
        """Return the folder with other colours in all its drawings: what is written as #rrggbb is written anew."""
        if not colors:
            return self
        hexes = {old.hex.encode(): new.hex.encode() for old, new in colors.items()}
        folder = copy(self)
        folder.files = {
            name: _HEX.sub(lambda found: hexes.get(found[0].lower(), found[0]), data) if name.endswith(".svg") else data
            for name, data in self.files.items()
        }
        return folder

    def bytes_of(self, table: Table, key: str) -> bytes | None:
        """Return the file that a key names; None, with a fault, when the kit does not hold it."""
        name = table.text(key)
        if not name:
            return None
        found = self.files.get(str(PurePosixPath(name)))
        if found is None:
            table.fault(key, f'there is no file "{name}" in the kit', choose(name, sorted(self.files)))
        return found

    def file_of(self, table: Table, key: str) -> str:
        """Return the name, as its author knows it, of the file that a key names."""
        return f"{self.key}/{PurePosixPath(table.text(key))}"

    def _no_toml(self) -> Fault:
        return Fault(
            file=self.toml_name, where="brand.toml", problem="is missing", cure="a brand kit is a folder that holds it"
        )


def _read(folder: Path) -> Mapping[str, bytes]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder): path for path in paths}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in names.items()
        if not any(part.startswith(".") for part in name.parts)
    }


def _digest(files: Mapping[str, bytes]) -> str:
    total = sha256()
    for name, data in files.items():
        total.update(f"{name}\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()[:16]
