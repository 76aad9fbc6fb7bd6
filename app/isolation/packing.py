"""Values as messages: pickled, with large bytes and parcels kept beside, so that no file is copied into a pickle."""

import io
import pickle
from collections.abc import Iterable, Sequence
from types import FunctionType

from app.isolation.parcel import Parcel
from app.isolation.wire import MOST_PARTS, Part, WireBroken

_LARGE = 1 << 16

# Of a message's parts one is the pickle and one may say what it is.
_MOST_BESIDE = MOST_PARTS - 2


def packed(value: object) -> list[Part]:
    """Return a value as the parts of a message: its pickle, then bytes and parcels that it names by number."""
    file = io.BytesIO()
    packer = _Packer(file, protocol=5)
    packer.dump(value)
    return [file.getvalue(), *packer.beside]


class _Packer(pickle.Pickler):
    def __init__(self, file: io.BytesIO, *, protocol: int) -> None:
        super().__init__(file, protocol=protocol)
        self.beside: list[Part] = []
        # By identity, which `beside` keeps from being used again.
        self._numbers: dict[int, int] = {}

    def persistent_id(self, value: object) -> int | None:
        if not isinstance(value, Parcel) and (type(value) is not bytes or len(value) < _LARGE):
            return None
        if id(value) not in self._numbers and len(self.beside) < _MOST_BESIDE:
            self._numbers[id(value)] = len(self.beside)
            self.beside.append(value)
        return self._numbers.get(id(value))


class _Unpacker(pickle.Unpickler):
    def __init__(self, parts: Sequence[Part]) -> None:
        first = parts[0] if parts else b""
        if not isinstance(first, bytes):
            raise WireBroken("a file where a value should be")
        super().__init__(io.BytesIO(first))
        self._beside = parts[1:]

    def persistent_load(self, number: object) -> Part:
        if not isinstance(number, int) or not 0 <= number < len(self._beside):
            raise WireBroken(f"no part {number!r}")
        return self._beside[number]


def unpacked(parts: Sequence[Part]) -> object:
    """Return the value in a message from the trusted side."""
    return _Unpacker(parts).load()


class _Wary(_Unpacker):
    """Unpickles values of named packages only, so that a worker that was taken over cannot run code on this side."""

    def __init__(self, parts: Sequence[Part], packages: tuple[str, ...]) -> None:
        super().__init__(parts)
        self._packages = packages

    def find_class(self, module: str, name: str) -> object:
        if module == "builtins" and name in ("set", "frozenset", "bytearray", "complex"):
            return super().find_class(module, name)
        if "." in name or not self._is_trusted(module):
            raise WireBroken(f"{module}.{name}")
        found = super().find_class(module, name)
        # A trusted module also holds what it imported; only what it defines itself may be named.
        own = isinstance(found, type) or (isinstance(found, FunctionType) and name.startswith("_rebuild_"))
        if not own or not self._is_trusted(found.__module__):
            raise WireBroken(f"{module}.{name}")
        return found

    def _is_trusted(self, module: str) -> bool:
        return any(module == package or module.startswith(package + ".") for package in self._packages)


def open_warily(parts: Sequence[Part], packages: Iterable[str]) -> object:
    """Return the value in a message from behind the fence. Raises WireBroken where it names anything else.

    packages: whose classes, and functions called `_rebuild_…`, may occur in it.
    """
    try:
        return _Wary(parts, tuple(packages)).load()
    except WireBroken:
        raise
    except Exception as broken:
        raise WireBroken("not a value") from broken
