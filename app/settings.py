"""Settings: every name begins with AFFICHE_, has a default that works, and one sentence that says what it is for."""

import os
import secrets
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import MISSING, Field, dataclass, field, fields
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import SplitResult, urlsplit

PREFIX = "AFFICHE_"
_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent


class SettingError(Exception):
    """A setting cannot be used. Its sentence names the variable and what it may hold."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name}: {problem}")
        self.name, self.problem = name, problem


class SettingLine(NamedTuple):
    """One setting, as the documentation lists it."""

    name: str
    default: str
    meaning: str


def _data_folder(name: str) -> Path:
    """Return a folder of data: beside the package in a checkout, inside it once installed."""
    beside = _CHECKOUT / name
    return beside if beside.is_dir() else _PACKAGE / "_data" / name


def _instance_folder() -> Path:
    return (_CHECKOUT if (_CHECKOUT / "pyproject.toml").is_file() else Path.cwd()) / "instance"


def _text(value: str) -> str:
    return value


def _number(least: int, most: int | None = None) -> Callable[[str], int]:
    def read(value: str) -> int:
        if not value.isdecimal() or int(value) < least or (most is not None and int(value) > most):
            raise ValueError(f"must be a whole number from {least}" + (f" to {most}" if most is not None else " up"))
        return int(value)

    return read


def _folder(value: str) -> Path:
    return Path(value).expanduser().resolve()


def _existing_folder(value: str) -> Path:
    found = _folder(value)
    if not found.is_dir():
        raise ValueError(f"{value!r} is not a folder")
    return found


def _existing_folders(value: str) -> tuple[Path, ...]:
    return tuple(_existing_folder(part) for part in value.split(os.pathsep) if part)


def _parts_of(address: str) -> SplitResult:
    """Return the parts of an address whose host and port can be read. Its own words alone tell what is wrong."""
    try:
        parts = urlsplit(address)
        # Read here, so that a wrong one is found now and not by whoever connects first.
        _ = (parts.hostname, parts.port)
    except ValueError:
        cure = "signs such as / # [ in a password are written as %2F %23 %5B"
        raise ValueError(f"must be an address with a host and a whole number as its port; {cure}") from None
    return parts


def _web_address(value: str) -> str:
    parts = _parts_of(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("must be an address such as https://affiche.example.be")
    if "@" in parts.netloc:
        raise ValueError("must name no user and no password; every visitor sees this address")
    if parts.port == 0 or parts.netloc.endswith(":"):
        raise ValueError("must have a port from 1 to 65535, or none")
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError("must end with the host or its port; the tool has a host of its own")
    return value.rstrip("/")


# Packages of the extra "scale".
_DRIVERS = {"postgresql": "psycopg", "redis": "redis", "rediss": "redis"}


def _address_of(*schemes: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        scheme = _parts_of(value).scheme.split("+")[0]
        if scheme not in schemes:
            raise ValueError(f"must begin with {' or '.join(scheme + '://' for scheme in schemes)}")
        if scheme in _DRIVERS and find_spec(_DRIVERS[scheme]) is None:
            raise ValueError("needs more packages; run: .venv/bin/pip install -e '.[scale]'")
        return value

    return read


def _rates(value: str) -> str:
    """Check rates such as "10 per second;300 per minute"."""
    for part in value.split(";"):
        words = part.split()
        if len(words) != 3 or not words[0].isdecimal() or words[1] != "per" or words[2] not in _SPANS:
            raise ValueError('must be rates such as "10 per second;300 per minute"')
    return value


_SPANS = ("second", "minute", "hour", "day")


def _setting(
    read: Callable[[str], Any],
    meaning: str,
    default: Any = MISSING,
    *,
    made: Callable[[], Any] | None = None,
    shown: str = "",
    secret: bool = False,
) -> Any:
    """Describe one setting.

    made: makes a default that depends on the machine. shown: what the docs call it. secret: whether a value may hold
    a password, so that it is never repeated.
    """
    notes = {"read": read, "meaning": meaning, "shown": shown, "secret": secret}
    if made is not None:
        return field(default_factory=made, metadata=notes)
    return field(default=default, metadata=notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that differs from one installation to the next."""

    host: str = _setting(_text, "Address that the server listens on.", "127.0.0.1")
    port: int = _setting(_number(1, 65535), "Port that the server listens on.", 8000)
    data: Path = _setting(  # noqa: RUF009 - describes a field, as field() does
        _folder, "Folder for the database, files, cache and logs.", made=_instance_folder, shown="instance/"
    )
    brand: Path = _setting(  # noqa: RUF009 - describes a field, as field() does
        _existing_folder,
        "Folder of the brand kit.",
        made=lambda: _data_folder("brand_assets") / "career",
        shown="brand_assets/career/",
    )
    templates: tuple[Path, ...] = _setting(
        _existing_folders,
        "Folders that hold poster templates, with the path separator of the system between them.",
        made=lambda: (_data_folder("poster_templates"),),
        shown="poster_templates/",
    )
    secret_key: str = _setting(
        _text,
        "Signs sessions, resume links and shared links. Without it one is made and kept in the data folder.",
        "",
        secret=True,
    )
    base_url: str = _setting(
        _web_address,
        "Address under which visitors reach the tool, needed in production; "
        "https switches on secure cookies and HSTS. Without it links repeat the host that a request names.",
        "",
        secret=True,
    )
    database_url: str = _setting(
        _address_of("sqlite", "postgresql"), "Database. Without it SQLite in the data folder.", "", secret=True
    )
    redis_url: str = _setting(
        _address_of("redis", "rediss"),
        "Redis for cache and rate budgets that several processes share.",
        "",
        secret=True,
    )
    storage_url: str = _setting(
        _address_of("file"), "Where files are kept, as file:///folder. Without it the data folder.", "", secret=True
    )
    proxies: int = _setting(_number(0, 5), "How many reverse proxies stand in front and may name the visitor.", 0)
    workers: int = _setting(_number(1, 64), "Isolated processes for foreign files and rendering.", 2)
    worker_memory_mb: int = _setting(_number(256), "Address space of one isolated process, in MiB.", 1024)
    worker_cpu_seconds: int = _setting(_number(1), "Processor time of one isolated job, in seconds.", 10)
    worker_jobs: int = _setting(_number(1), "Jobs after which an isolated process is replaced.", 200)
    photo_seconds: int = _setting(_number(1), "Longest time to take in one photo, in seconds.", 10)
    logo_seconds: int = _setting(_number(1), "Longest time to take in one logo, in seconds.", 5)
    render_seconds: int = _setting(_number(1), "Longest time to make one file, in seconds.", 30)
    queue_length: int = _setting(_number(1), "Jobs that may wait for an isolated process before visitors are told.", 40)
    request_mb: int = _setting(_number(1), "Largest request, in MB.", 30)
    request_parts: int = _setting(_number(20), "Most fields in one form.", 120)
    field_kb: int = _setting(_number(16), "Most text in one form, in kB.", 256)
    photo_mb: int = _setting(_number(1), "Largest photo file, in MB.", 25)
    photo_megapixels: int = _setting(_number(1), "Largest photo, in megapixels.", 50)
    logo_mb: int = _setting(_number(1, 10), "Largest logo file, in MB.", 10)
    draft_files: int = _setting(_number(2), "Photos and logos that one poster may keep.", 12)
    page_rate: str = _setting(
        _rates, "Pages with a poster of one's own for one address.", "30 per second;600 per minute"
    )
    preview_rate: str = _setting(_rates, "Live previews for one address.", "10 per second;300 per minute")
    picture_rate: str = _setting(
        _rates, "Small pictures of one's own photos and logos for one address.", "100 per second;3000 per minute"
    )
    render_rate: str = _setting(_rates, "Finished files for one address.", "40 per minute;400 per hour")
    upload_rate: str = _setting(_rates, "Photos and logos for one address.", "20 per minute;120 per hour")
    create_rate: str = _setting(_rates, "New posters for one address.", "20 per minute;120 per hour")
    draft_days: int = _setting(_number(1), "Days that a poster is kept after its last change.", 30)
    no_consent_hours: int = _setting(_number(1), "Hours that a photo without consent is kept.", 24)
    log_days: int = _setting(_number(1), "Days that logs are kept.", 14)
    cache_items: int = _setting(_number(100), "Pictures of templates that the cache holds, about 30 kB each.", 5000)
    owner: str = _setting(
        _text, "Who runs the tool, as named on the privacy and accessibility pages. Without it the brand.", ""
    )
    contact: str = _setting(_text, "Mail address for questions, on the same pages.", "")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Read the settings. Raises SettingError for a value that cannot be, or a name that is none."""
        given = os.environ if environment is None else environment
        known = {PREFIX + found.name.upper(): found for found in fields(cls)}
        for name in given:
            if name.startswith(PREFIX) and name not in known:
                raise SettingError(name, "is no setting; see docs/development.md for all names")
        values = {found.name: _value(name, given[name], found) for name, found in known.items() if given.get(name)}
        return cls(**values)

    @property
    def secure(self) -> bool:
        """Whether visitors come over https."""
        return self.base_url.startswith("https://")

    @property
    def database(self) -> str:
        """The address of the database."""
        return self.database_url or f"sqlite:///{self.data / 'affiche.sqlite'}"

    @property
    def file_folder(self) -> Path:
        """The folder in which uploads are kept."""
        return Path(urlsplit(self.storage_url).path) if self.storage_url else self.data / "files"

    def signing_key(self) -> str:
        """Return the secret key; makes and keeps one where none is given, readable by the owner alone."""
        return self.secret_key or _kept_key(self.data / "secret_key")


def _value(name: str, text: str, setting: "Field[Any]") -> Any:
    try:
        return setting.metadata["read"](text.strip())
    except ValueError as problem:
        said = str(problem)
        # Others may see a terminal and a log.
        shown = said.startswith("must") and not setting.metadata["secret"]
        raise SettingError(name, f"{said}, not {text!r}" if shown else said) from None


def _kept_key(file: Path) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        # Linked into place when it is complete: of processes that start together all find the first one's key.
        handle, draft = tempfile.mkstemp(dir=file.parent, prefix=".secret-")
        with os.fdopen(handle, "w") as written:
            written.write(secrets.token_hex(32))
        with suppress(FileExistsError):
            os.link(draft, file)
        os.unlink(draft)
    return file.read_text("ascii")


def table() -> tuple[SettingLine, ...]:
    """Return every setting with its default and meaning, in the order of this file."""
    return tuple(
        SettingLine(PREFIX + found.name.upper(), _shown_default(found), found.metadata["meaning"])
        for found in fields(Settings)
    )


def _shown_default(setting: "Field[Any]") -> str:
    return setting.metadata["shown"] or ("" if setting.default is MISSING else str(setting.default))
