"""The command line, `affiche`. Exit 0 done, 1 refused by findings, 2 wrong use."""

import json
import os
import socket
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial, wraps
from pathlib import Path
from typing import Any, ParamSpec

import click

from app.engine.brand import BrandKit
from app.engine.check.slots import book_unknown_names, unknown_language
from app.engine.content import Content, read_content
from app.engine.errors import AuthorError, ContentError
from app.engine.findings import INTERFACE_LANGUAGES, Finding
from app.engine.pipeline import Options
from app.engine.sheet import FORMATS, Destination
from app.engine.template import PosterTemplate
from app.services import Workshop, open_workshop
from app.services.bundle import Bundle, pieces_of
from app.services.catalog import UnknownTemplate
from app.services.doctor import examine
from app.services.housekeeping import purged, upgraded
from app.services.listing import described
from app.services.read_me import LeftOut
from app.services.rendering import ContentRejected, NotMade, RenderedFile, WrongFormat, purpose_of
from app.settings import SettingError, Settings

P = ParamSpec("P")

REFUSED, WRONG_USE = 1, 2

# Of the C library's memory. Else each of the server's threads keeps a heap, and in it what its largest upload took.
_FEW_HEAPS = {"MALLOC_ARENA_MAX": "2"}

_SUFFIXES: Mapping[Destination, tuple[str, ...]] = {
    "print": (".pdf",),
    "home": (".pdf",),
    "web": (".pdf",),
    "screen": (".png", ".jpg", ".jpeg"),
    "proof": (".pdf",),
    "all": (".zip",),
}


class WrongUse(click.ClickException):
    """The command was called with what cannot be."""

    exit_code = WRONG_USE


def _plainly(command: Callable[P, None]) -> Callable[P, None]:
    """Turn what is wrong with the call, its files or the settings into one sentence and exit 2."""

    @wraps(command)
    def called(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except (AuthorError, ContentError, SettingError, UnknownTemplate, WrongFormat) as trouble:
            raise WrongUse(str(trouble)) from trouble
        except NotMade as stopped:
            # Neither the call nor the poster is wrong: exit 1, as for everything that gives no file.
            raise click.ClickException(str(stopped)) from stopped

    return called


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="affichemaker", prog_name="affiche")
def main() -> None:
    """Make Careēr posters: on brand, legal, ready to print."""


@contextmanager
def _workshop() -> Iterator[Workshop]:
    """Open what makes posters; the pictures it takes in are gone when it closes."""
    with tempfile.TemporaryDirectory(prefix="affiche-") as folder:
        shop = open_workshop(Settings.from_environment(), Path(folder), workers=1)
        try:
            yield shop
        finally:
            shop.close()


@main.command()
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@_plainly
def templates(as_json: bool) -> None:
    """List the poster templates with their formats and slots."""
    with _workshop() as shop:
        usable, faults = shop.catalog.readable()
    for fault in faults:
        click.echo(str(fault), err=True)
    listing = [described(template) for template in usable]
    if as_json:
        click.echo(json.dumps(listing, ensure_ascii=False, indent=2))
        return
    for entry in listing:
        formats = " ".join(format["key"] for format in entry["formats"])
        about = f"version {entry['version']}, {entry['status']}"
        click.echo(f"{entry['name']}  {entry['titles']['nl']} ({about}): {formats}")


@main.command("check-templates")
@click.argument("names", nargs=-1, metavar="[NAME or folder]...")
@_plainly
def check_templates(names: tuple[str, ...]) -> None:
    """List every fault of every template, one a line: `file:line: element or key: problem; cure`."""
    with _workshop() as shop:
        faults = shop.catalog.faults(names)
    for fault in faults:
        click.echo(" ".join(str(fault).split()))
    sys.exit(REFUSED if faults else 0)


@main.command()
@click.argument("name")
@click.option(
    "--format",
    "format_keys",
    multiple=True,
    metavar="FORMAT",
    help="Such as a3, b1 or square. With --for all as many as you want, else every one.",
)
@click.option("--for", "destination", required=True, type=click.Choice(tuple(_SUFFIXES)), help="Where it goes.")
@click.option("--content", "content_file", required=True, type=click.Path(path_type=Path), help="A TOML file.")
@click.option("--lang", metavar="LANGUAGE", help="Language of the poster; else the content file's.")
@click.option("--marks", is_flag=True, help="Crop marks (print).")
@click.option("--paper", type=click.Choice(["a4", "a3"]), help="Paper of your printer (home).")
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Date in the file; else SOURCE_DATE_EPOCH, else today."
)
@click.option("--json", "as_json", is_flag=True, help="The file and the findings, for machines.")
@click.option("--out", type=click.Path(path_type=Path), help="Else the file's own name in this folder.")
@_plainly
def render(
    name: str,
    format_keys: tuple[str, ...],
    destination: Any,
    content_file: Path,
    lang: str | None,
    marks: bool,
    paper: Any,
    day: datetime | None,
    as_json: bool,
    out: Path | None,
) -> None:
    """Make the poster NAME (a template, or the path of its folder) from a content file."""
    _require_formats(format_keys, destination)
    options = _options(destination, format_keys, marks=marks, paper=paper, out=out)
    moment = _date(day)
    text = _text(content_file)
    with _workshop() as shop:
        template = shop.catalog.at(name)
        for key in format_keys:
            purpose_of(template, key, destination)
        content = _content(text, content_file, lang, template, shop.catalog.brand)
        try:
            made = _Desk(shop, template, content, content_file.parent, moment).made(format_keys, destination, options)
        except ContentRejected as rejected:
            _report(None, rejected.findings, content.language, as_json=as_json)
            sys.exit(REFUSED)
        target = out or Path(made.name)
        _write_whole(target, made.chunks)
        left_out = made.left_out if isinstance(made, Bundle) else None
    _report(target, made.findings, content.language, as_json=as_json, left_out=left_out)


def _require_formats(keys: tuple[str, ...], destination: str) -> None:
    """Raise WrongUse for no format, or for several; the ZIP of all takes any number."""
    if len(keys) != 1 and destination != "all":
        raise WrongUse(f"--for {destination} makes one file: give one --format, such as --format a3")


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the files of one call are made from."""

    shop: Workshop
    template: PosterTemplate
    content: Content
    folder: Path
    date: datetime

    def made(self, format_keys: tuple[str, ...], destination: Destination, options: Options) -> RenderedFile | Bundle:
        """Return the file, or a ZIP that has begun. Raises ContentRejected, NotMade."""
        language = _spoken(self.content.language)
        if destination == "all":
            pieces = pieces_of(self.template, format_keys)
            return self.shop.bundles.open(
                self.template, self.content, language=language, date=self.date, pieces=pieces, folder=self.folder
            )
        (key,) = format_keys
        if destination == "proof":
            return self.shop.rendering.proof(
                self.template, self.content, format_key=key, language=language, date=self.date, folder=self.folder
            )
        return self.shop.rendering.artwork(
            self.template,
            self.content,
            format_key=key,
            destination=destination,
            options=options,
            date=self.date,
            folder=self.folder,
        )


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as broken:
        raise WrongUse(f"{file}: not UTF-8 text; save it as UTF-8") from broken
    except OSError as missing:
        raise WrongUse(f"content file {file}: {missing.strerror}; give --content the path of a TOML file") from missing


def _content(text: str, file: Path, language: str | None, template: PosterTemplate, brand: BrandKit) -> Content:
    """Return what a content file says. language: that the call gave. Raises WrongUse, ContentError with every fault."""
    if language and (unknown := unknown_language(template, language)):
        raise WrongUse(unknown.sentence)
    judge = partial(book_unknown_names, template, brand)
    return read_content(text, file=str(file), language=language or "", judge=judge)


def _options(
    destination: Destination, format_keys: tuple[str, ...], *, marks: bool, paper: Any, out: Path | None
) -> Options:
    """Return the options of a destination. Raises WrongUse for one that does not apply to it."""
    if marks and destination != "print":
        raise WrongUse("--marks goes with --for print only; leave it out")
    if paper and destination != "home":
        raise WrongUse("--paper goes with --for home only; leave it out")
    if paper == "a3" and any(key in FORMATS and paper not in FORMATS[key].papers for key in format_keys):
        raise WrongUse("--paper a3 goes with --format a3 only; other sizes are fitted to A4")
    suffix = out.suffix.lower() if out is not None else ""
    if out is not None and suffix not in _SUFFIXES[destination]:
        wanted = " or ".join(_SUFFIXES[destination])
        raise WrongUse(f"--out {out}: a file for {destination} must end in {wanted}")
    if out is not None and (not out.parent.is_dir() or out.is_dir()):
        raise WrongUse(f"--out {out}: {'is a folder' if out.is_dir() else f'there is no folder {out.parent}'}")
    return Options(marks=marks, paper=paper or "a4", codec="jpg" if suffix in (".jpg", ".jpeg") else "png")


def _date(day: datetime | None) -> datetime:
    """Return the date that goes into the file, at noon so that no time zone moves it to another day."""
    if day is not None:
        return datetime.combine(day.date(), time(12), UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.combine(date.today(), time(12), UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as wrong:
        raise WrongUse(f"SOURCE_DATE_EPOCH: {epoch!r} is no number of seconds since 1970") from wrong


def _report(
    file: Path | None,
    findings: tuple[Finding, ...],
    language: str,
    *,
    as_json: bool,
    left_out: Sequence[LeftOut] | None = None,
) -> None:
    """Print the findings: as JSON on standard output, else one a line on standard error.

    left_out: what is missing in a ZIP; machines are told.
    """
    spoken = _spoken(language)
    if as_json:
        shown: dict[str, Any] = {"file": str(file) if file else None}
        shown["findings"] = [_shown(finding, spoken) for finding in findings]
        if left_out is not None:
            shown["left_out"] = [{"format": left.format_key, "destination": left.destination} for left in left_out]
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
        return
    for finding in findings:
        message = " ".join(finding.message.in_language(spoken).split())
        # A finding about the poster as a whole has no slot; the dash keeps three words before the colon.
        click.echo(f"{finding.severity} {finding.slot or '-'} {finding.code}: {message}", err=True)
    if file:
        click.echo(str(file))


def _spoken(language: str) -> str:
    """Return the language in which the maker of a poster is spoken to."""
    return language if language in INTERFACE_LANGUAGES else INTERFACE_LANGUAGES[0]


def _shown(finding: Finding, language: str) -> dict[str, Any]:
    fix = finding.fix
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "slot": finding.slot,
        "message": finding.message.in_language(language),
        "fix": {"label": fix.label.in_language(language), "changes": dict(fix.changes)} if fix else None,
    }


def _write_whole(file: Path, chunks: Iterable[bytes]) -> None:
    """Write a file whole or not at all."""
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=".affiche-")
        with os.fdopen(handle, "wb") as written:
            for chunk in chunks:
                written.write(chunk)
        os.chmod(temporary, 0o644)
        os.replace(temporary, file)
    except OSError as failed:
        raise WrongUse(f"{file} cannot be written: {failed.strerror}; choose another --out") from failed
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


@main.command()
@_plainly
def serve() -> None:
    """Serve the web pages with gunicorn on AFFICHE_HOST and AFFICHE_PORT."""
    # What is wrong with the settings is said here, in one sentence.
    _require_free(Settings.from_environment())
    sys.stdout.flush()
    command = [sys.executable, "-m", "gunicorn", "--config", "python:app.serving", "app.serving:application()"]
    os.execve(sys.executable, command, {**_FEW_HEAPS, **os.environ})  # noqa: S606 - the server takes our place


def _require_free(settings: Settings) -> None:
    """Raise WrongUse where nothing can listen at the address of the settings."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            # As the server does: a port that has just been left is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as taken:
        where = f"{settings.host}:{settings.port}"
        raise WrongUse(f"cannot listen at {where}: {taken.strerror}; set AFFICHE_PORT to a free port") from taken


@main.group()
def db() -> None:
    """The database."""


@db.command("upgrade")
@_plainly
def db_upgrade() -> None:
    """Create the database or bring it up to date."""
    changed = upgraded(Settings.from_environment())
    click.echo("The database was brought up to date." if changed else "The database is up to date.")


@main.command("purge")
@_plainly
def purge_command() -> None:
    """Remove what has been kept for its time: posters, shared links, photos without consent, files, logs."""
    for what, count in purged(Settings.from_environment(), datetime.now(UTC).timestamp()).items():
        click.echo(f"{what}: {count} removed")


@main.command()
@_plainly
def doctor() -> None:
    """Say what works on this machine and what does not."""
    healthy = True
    for check in examine(Settings.from_environment()):
        healthy &= check.is_well
        click.echo(f"{'ok  ' if check.is_well else 'FAIL'} {check.name}: {check.found}")
    sys.exit(0 if healthy else REFUSED)


if __name__ == "__main__":
    main()
