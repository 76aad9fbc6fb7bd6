"""The command that shows a template while it is drawn."""

import sys
from contextlib import suppress
from pathlib import Path

import click

from app.cli import opening
from app.cli.telling import from_here, in_a_line
from app.cli.trouble import REFUSED, WrongUse, plainly
from app.engine.findings import has_errors
from app.services.contact_sheet import ContactSheet

# Beside that of `affiche serve`, so that both may run.
_PORT = 8010


@click.command("preview-template")
@click.argument("name")
@click.option("--watch", is_flag=True, help="Draw anew what changes whenever a file is saved.")
@click.option("--port", default=_PORT, show_default=True, type=click.IntRange(0, 65535), help="0: any free one.")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Write the page and its pictures into this folder."
)
@click.option("--all", "every", is_flag=True, help="With --out: every content in every language.")
@plainly
def preview_template(name: str, watch: bool, port: int, out: Path | None, every: bool) -> None:
    """Show the template NAME (or a folder) in every format and language, with contents that put it to the test.

    A page on this machine alone, until Ctrl+C; with --out a folder of pictures. Faults of the template stand on top.
    """
    if out is not None and watch:
        raise WrongUse("--watch shows a page, --out writes one; leave one of them out")
    if every and out is None:
        raise WrongUse("--all goes with --out only; on the page choose all languages")
    with opening.workshop() as shop:
        sheet = ContactSheet(shop, shop.catalog.folder_at(name))
        if out is None:
            _serve(sheet, port, watch=watch)
        else:
            _write(sheet, out, every=every)


def _serve(sheet: ContactSheet, port: int, *, watch: bool) -> None:
    """Serve a sheet until somebody ends it."""
    from app.web.workshop import server as pages  # the pages take a while to load, which no other command needs

    sheet.look()  # so that a brand kit with faults is told here
    try:
        server = pages.open_server(pages.create_sheet_app(sheet, watch=watch), port)
    except OSError as taken:
        raise WrongUse(f"cannot listen at port {port}: {taken.strerror}; give --port a free one") from taken
    click.echo(f"{sheet.folder.name}: http://{server.host}:{server.port}/ (Ctrl+C ends it)")
    with server, suppress(KeyboardInterrupt):
        server.serve_forever()


def _write(sheet: ContactSheet, folder: Path, *, every: bool) -> None:
    """Write a sheet; refused, with every fault, where there is nothing to be seen."""
    from app.web.workshop import server as pages  # as above

    faults = sheet.look().faults
    for fault in faults:
        click.echo(in_a_line(fault), err=True)
    if faults:
        sys.exit(REFUSED)
    try:
        found = pages.write_sheet(sheet, folder, every=every)
    except OSError as failed:
        raise WrongUse(f"{folder} cannot be written: {failed.strerror}; choose another --out") from failed
    errors = sum(has_errors(findings) for findings in found.values())
    click.echo(from_here(folder / "index.html"))
    click.echo(f"{len(found)} pictures, {errors} with errors", err=True)
