"""The command that makes posters."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any

import click

from app.cli import opening
from app.cli.telling import report, spoken, write_whole
from app.cli.trouble import REFUSED, WrongUse, plainly
from app.engine.brand import BrandKit
from app.engine.check.slots import book_unknown_names, unknown_language
from app.engine.content import Content, read_content
from app.engine.content.files import version_said
from app.engine.pipeline import Options
from app.engine.sheet import FORMATS, Destination
from app.engine.template import PosterTemplate
from app.services import Workshop
from app.services.bundle import Bundle
from app.services.companions import PrintFile, note_page
from app.services.filenames import as_always, named_after
from app.services.home_prints import objection
from app.services.pieces import pieces_of
from app.services.purposes import purpose_of
from app.services.rendered import ContentRejected, RenderedFile

_SUFFIXES: Mapping[Destination, tuple[str, ...]] = {
    "print": (".pdf",),
    "home": (".pdf",),
    "web": (".pdf",),
    "screen": (".png", ".jpg", ".jpeg"),
    "proof": (".pdf",),
    "all": (".zip",),
}


@click.command()
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
@click.option("--shop", metavar="KEY", help="What kind of print shop it is for: see `affiche shops` (print).")
@click.option("--marks/--no-marks", default=None, help="Crop marks, or none; else as the shop asks (print).")
@click.option("--scale", type=click.Choice(["1:1", "1:10"]), help="A file at a tenth of the size, from 1 m up (print).")
@click.option("--note", is_flag=True, help="Also the note that tells the shop all about the file, as a PDF (print).")
@click.option("--double", is_flag=True, help="Twice the pixels: a story for an upright 4K screen (screen).")
@click.option("--paper", type=click.Choice(["a4", "a3"]), help="Paper of your printer (home).")
@click.option("--tiles", type=click.Choice(["a4", "a3"]), help="True size over sheets to cut and glue (home).")
@click.option("--up", is_flag=True, help="As many as fit on one sheet, to cut apart: A5 and A6 (home).")
@click.option("--save-ink", is_flag=True, help="Large fields of colour become paper (home).")
@click.option("--gray", is_flag=True, help="Black ink only, as a black-and-white printer shows it (home).")
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Date in the file; else SOURCE_DATE_EPOCH, else today."
)
@click.option("--json", "as_json", is_flag=True, help="The file and the findings, for machines.")
@click.option("--out", type=click.Path(path_type=Path), help="Else the file's own name in this folder.")
@plainly
def render(
    name: str,
    format_keys: tuple[str, ...],
    destination: Any,
    content_file: Path,
    lang: str | None,
    shop: str | None,
    marks: bool | None,
    scale: Any,
    note: bool,
    double: bool,
    paper: Any,
    tiles: Any,
    up: bool,
    save_ink: bool,
    gray: bool,
    day: datetime | None,
    as_json: bool,
    out: Path | None,
) -> None:
    """Make the poster NAME (a template, or the path of its folder) from a content file."""
    _require_formats(format_keys, destination)
    at_home = {"--paper": paper, "--tiles": tiles, "--up": up, "--save-ink": save_ink, "--gray": gray}
    at_shop = {"--shop": shop, "--marks": marks, "--scale": scale, "--note": note or None}
    options = _options(destination, format_keys, at_shop=at_shop, at_home=at_home, double=double, out=out)
    moment = _date(day)
    text = _text(content_file)
    with opening.workshop() as workshop:
        template = workshop.catalog.at(name, version_said(text))
        for key in format_keys:
            purpose_of(template, key, destination, tiled=bool(options.tiles))
        content = _content(
            text, content_file, lang, template, partial(workshop.catalog.older, name), workshop.catalog.brand
        )
        desk = _Desk(workshop, template, content, content_file.parent, moment)
        try:
            made = desk.made(format_keys, destination, options)
        except ContentRejected as rejected:
            report(None, rejected.findings, content.language, as_json=as_json)
            sys.exit(REFUSED)
        target = out or Path(made.name)
        replaced = write_whole(target, made.chunks) and out is None
        left_out = made.left_out if isinstance(made, Bundle) else None
        page = desk.note(format_keys[0], options, called=out) if note else None
        beside = target.with_name(page.name) if page else None
        if page and beside:
            write_whole(beside, page.chunks)
    report(
        target,
        made.findings,
        content.language,
        as_json=as_json,
        left_out=left_out,
        note=beside,
        replaced=replaced,
    )


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
        language = spoken(self.content.language)
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

    def note(self, format_key: str, options: Options, *, called: Path | None) -> RenderedFile:
        """Return the note that goes along with a print file. called: the file, where its maker gave it a name."""
        file = PrintFile(
            template=self.template,
            content=self.content,
            format_key=format_key,
            language=spoken(self.content.language),
            options=options,
            called=named_after(called.name) if called else as_always,
        )
        return note_page(self.shop.rendering, file, moment=self.date)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as broken:
        raise WrongUse(f"{file}: not UTF-8 text; save it as UTF-8") from broken
    except OSError as missing:
        raise WrongUse(f"content file {file}: {missing.strerror}; give --content the path of a TOML file") from missing


def _content(
    text: str,
    file: Path,
    language: str | None,
    template: PosterTemplate,
    older: Callable[[], Iterable[PosterTemplate]],
    brand: BrandKit,
) -> Content:
    """Return what a content file says. language: that the call gave. older: gives older versions of the template.

    Raises WrongUse, ContentError with every fault.
    """
    if language and (unknown := unknown_language(template, language)):
        raise WrongUse(unknown.sentence)
    judge = partial(book_unknown_names, template, brand, older=older)
    return read_content(text, file=str(file), language=language or "", judge=judge)


def _options(
    destination: Destination,
    format_keys: tuple[str, ...],
    *,
    at_shop: dict[str, Any],
    at_home: dict[str, Any],
    double: bool,
    out: Path | None,
) -> Options:
    """Return the options of a destination. at_shop, at_home: by name, those for a print shop and for home.

    double: whether a picture has twice the pixels. Raises WrongUse for one that does not apply to it.
    """
    asked = [name for name, value in at_shop.items() if value is not None]
    if asked and destination != "print":
        raise WrongUse(f"{asked[0]} goes with --for print only; leave it out")
    if double and destination != "screen":
        raise WrongUse("--double goes with --for screen only; leave it out")
    home = _home_options(destination, format_keys, at_home)
    suffix = out.suffix.lower() if out is not None else ""
    if out is not None and suffix not in _SUFFIXES[destination]:
        wanted = " or ".join(_SUFFIXES[destination])
        raise WrongUse(f"--out {out}: a file for {destination} must end in {wanted}")
    if out is not None and (not out.parent.is_dir() or out.is_dir()):
        raise WrongUse(f"--out {out}: {'is a folder' if out.is_dir() else f'there is no folder {out.parent}'}")
    return replace(
        home,
        shop=at_shop["--shop"] or "",
        marks=at_shop["--marks"],
        scale=int((at_shop["--scale"] or "1:1").removeprefix("1:")),
        codec="jpg" if suffix in (".jpg", ".jpeg") else "png",
        double=double,
    )


def _home_options(destination: Destination, format_keys: tuple[str, ...], given: dict[str, Any]) -> Options:
    """Return the options for a printer at home. given: by name. Raises WrongUse for what cannot be."""
    named = [name for name, value in given.items() if value]
    if destination != "home":
        if named:
            raise WrongUse(f"{named[0]} goes with --for home only; leave it out")
        return Options()
    if given["--paper"] and given["--tiles"]:
        raise WrongUse("--tiles names the paper by itself; leave --paper out")
    options = Options(
        paper=given["--paper"] or "a4",
        tiles=given["--tiles"],
        up=given["--up"],
        save_ink=given["--save-ink"],
        gray=given["--gray"],
    )
    for found in (FORMATS[key] for key in format_keys if key in FORMATS):
        if (options.tiles or "home" in found.destinations) and (wrong := objection(found, options)):
            raise WrongUse(wrong)
    return options


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
