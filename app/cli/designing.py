"""Commands for who draws poster templates."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import click

from app.cli import opening
from app.cli.telling import as_data, from_here, in_a_line
from app.cli.trouble import REFUSED, plainly
from app.services.listing import described
from app.services.skeleton import begin_template
from app.services.template_checks import check_templates as check


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@plainly
def templates(as_json: bool) -> None:
    """List the poster templates with their formats and slots."""
    with opening.workshop() as shop:
        usable, faults = shop.catalog.readable()
        listing = [described(template, shop.catalog.versions(template.key)) for template in usable]
    for fault in faults:
        click.echo(str(fault), err=True)
    if as_json:
        click.echo(json.dumps(listing, ensure_ascii=False, indent=2))
        return
    for entry in listing:
        formats = " ".join(format["key"] for format in entry["formats"])
        about = f"version {entry['version']}, {entry['status']}"
        click.echo(f"{entry['name']}  {entry['titles']['nl']} ({about}): {formats}")


@click.command("check-templates")
@click.argument("names", nargs=-1, metavar="[NAME or folder]...")
@click.option("--every", is_flag=True, help="Try every sample in every format, as for a template that is named.")
@click.option("--every-shop", is_flag=True, help="Hold the art to the widest bleed that any print shop asks.")
@click.option("--json", "as_json", is_flag=True, help="A list of faults, for machines.")
@plainly
def check_templates(names: tuple[str, ...], every: bool, every_shop: bool, as_json: bool) -> None:
    """List every fault of every template, one a line: `file:line: element or key: problem; cure`.

    Samples are judged as posters are: of named templates each in every format, and contents that are hard on the
    drawings; of the whole catalogue every format once.
    """
    with opening.workshop() as shop:
        checked = check(shop, names, every=every)
        found = [*checked.faults, *(shop.catalog.remarks(names) if every_shop else ())]
    if as_json:
        click.echo(json.dumps([as_data(fault) for fault in found], ensure_ascii=False, indent=2))
    for fault in () if as_json else found:
        click.echo(in_a_line(fault))
    for note in checked.notes:
        click.echo(in_a_line(replace(note, where=f"note: {note.where}")), err=True)
    sys.exit(REFUSED if found else 0)


@click.command("new-template")
@click.argument("name")
@click.option(
    "--in",
    "into",
    type=click.Path(path_type=Path),
    help="The folder that holds it, made where there is none; else the first of AFFICHE_TEMPLATES.",
)
@plainly
def new_template(name: str, into: Path | None) -> None:
    """Begin the poster template NAME: a folder with drawings, text file and samples that works at once."""
    with opening.workshop() as shop:
        catalog = shop.catalog
        target = begin_template(
            name, into or catalog.template_folders[0], brand_folder=catalog.brand_folder, taken=catalog.names()
        )
        called = name if name in catalog.names() else from_here(target)
    click.echo(from_here(target))
    click.echo(f"See it while you draw: affiche preview-template {called} --watch", err=True)
    click.echo(f"See what is wrong:     affiche check-templates {called}", err=True)
