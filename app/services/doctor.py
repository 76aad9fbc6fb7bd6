"""What works on this machine and what does not, one line each."""

import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

import pi_heif

from app.engine.brand import check_brand
from app.engine.errors import BrandError, Fault
from app.services.house import Workshop, open_workshop
from app.services.jobs import warm_up
from app.settings import Settings
from app.store import Database, FileStore, upgrade

_LIBRARIES = ("pillow", "pi-heif", "reportlab", "pypdfium2", "uharfbuzz", "resvg-py", "flask")
_LEAST_FREE_BYTES = 500_000_000

_THIS_MACHINE = ("127.0.0.1", "::1", "localhost")

# CVE-2026-32740: a photo could write into the memory of older ones.
_LEAST_LIBHEIF = (1, 22)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """One thing that was looked at. found: what was seen, or what is wrong and what to do."""

    name: str
    is_well: bool
    found: str


class Ill(Exception):
    """Something is wrong; its sentence says what, and what to do."""


def examine(settings: Settings) -> Iterator[Examined]:
    """Look at everything that a poster needs; go on after a fault."""
    examinations: tuple[tuple[str, Callable[[Settings], str]], ...] = (
        ("python", _python),
        ("libraries", _libraries),
        ("public address", _public_address),
        ("brand kit", _brand),
        ("templates", _templates),
        ("fence", _fence),
        ("data folder", _data_folder),
        ("free disk", _free_disk),
        ("database", _database),
    )
    for name, look in examinations:
        try:
            yield Examined(name=name, is_well=True, found=look(settings))
        except Ill as trouble:
            yield Examined(name=name, is_well=False, found=str(trouble))
        except Exception as trouble:  # a doctor names every illness instead of fainting
            yield Examined(name=name, is_well=False, found=f"{type(trouble).__name__}: {trouble}")


def _python(_: Settings) -> str:
    return sys.version.split()[0]


def _libraries(_: Settings) -> str:
    heif = pi_heif.libheif_version()
    if tuple(int(part) for part in heif.split(".")[:2]) < _LEAST_LIBHEIF:
        raise ImportError(f"libheif {heif} has known holes; install pi-heif anew")
    return ", ".join((*(f"{name} {version(name)}" for name in _LIBRARIES), f"libheif {heif}"))


def _brand(settings: Settings) -> str:
    try:
        kit = check_brand(settings.brand)
    except BrandError as broken:
        raise _faulty(broken.faults) from broken
    return f"{kit.name}, version {kit.version}, from {settings.brand}"


def _templates(settings: Settings) -> str:
    with _workshop(settings) as shop:
        faults, names = shop.catalog.faults(()), shop.catalog.names()
    if faults:
        raise _faulty(faults)
    return ", ".join(names) or "none"


def _faulty(faults: Sequence[Fault]) -> Ill:
    return Ill(f"{len(faults)} fault{'s' * (len(faults) > 1)}; run `affiche check-templates`")


def _fence(settings: Settings) -> str:
    with _workshop(settings) as shop:
        shop.fence.run(warm_up, settings.brand)
        report = shop.fence.describe()
    return f"workers start, {report.limits.memory_bytes >> 20} MiB each, network: {report.network}"


@contextmanager
def _workshop(settings: Settings) -> Iterator[Workshop]:
    with TemporaryDirectory(prefix="affiche-doctor-") as folder:
        shop = open_workshop(settings, Path(folder), workers=1)
        try:
            yield shop
        finally:
            shop.close()


def _public_address(settings: Settings) -> str:
    if settings.base_url:
        return settings.base_url
    if settings.proxies or settings.host not in _THIS_MACHINE:
        raise Ill("anybody may name the host of resume links; set AFFICHE_BASE_URL to what visitors know")
    return "none, right on this machine alone; set AFFICHE_BASE_URL before others visit"


def _data_folder(settings: Settings) -> str:
    files = FileStore(settings.data / "doctor")
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        files.delete(files.write(b"doctor"))
    except OSError as trouble:
        advice = "set AFFICHE_DATA to a folder that this user may write"
        raise Ill(f"{settings.data} cannot be written ({trouble.strerror}); {advice}") from trouble
    finally:
        shutil.rmtree(files.folder, ignore_errors=True)
    return f"{settings.data} can be written"


def _free_disk(settings: Settings) -> str:
    _require_data(settings)
    # Finished files lie in the other one while they are sent.
    folders = (settings.data, Path(gettempdir()))
    free, folder = min((shutil.disk_usage(folder).free, folder) for folder in folders)
    if free < _LEAST_FREE_BYTES:
        raise Ill(f"only {free / 1e6:.0f} MB free under {folder}; make room")
    return f"{free / 1e9:.1f} GB"


def _require_data(settings: Settings) -> None:
    if not settings.data.is_dir():
        raise Ill("not known as long as there is no data folder")


def _database(settings: Settings) -> str:
    if not settings.database_url:
        _require_data(settings)
    upgrade(settings.database)
    database = Database(settings.database)
    try:
        if not database.is_alive():
            raise Ill("does not answer; check AFFICHE_DATABASE_URL")
    finally:
        database.close()
    return "answers"
