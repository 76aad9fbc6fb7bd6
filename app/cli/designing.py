"""Commands for who draws poster templates."""

import json
import sys

import click

from app.cli import opening
from app.cli.trouble import REFUSED, plainly
from app.services.listing import described


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@plainly
def templates(as_json: bool) -> None:
    """List the poster templates with their formats and slots."""
    with opening.workshop() as shop:
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


@click.command("check-templates")
@click.argument("names", nargs=-1, metavar="[NAME or folder]...")
@plainly
def check_templates(names: tuple[str, ...]) -> None:
    """List every fault of every template, one a line: `file:line: element or key: problem; cure`."""
    with opening.workshop() as shop:
        faults = shop.catalog.faults(names)
    for fault in faults:
        click.echo(" ".join(str(fault).split()))
    sys.exit(REFUSED if faults else 0)
