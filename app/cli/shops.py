"""The command that tells for which print shops files can be made."""

import json

import click

from app.cli import opening
from app.cli.trouble import plainly
from app.services.press_prints import described_shops


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@plainly
def shops(as_json: bool) -> None:
    """List the kinds of print shop that --for print --shop KEY makes files for."""
    with opening.workshop() as workshop:
        listing = described_shops(workshop.catalog.brand)
    if as_json:
        click.echo(json.dumps(listing, ensure_ascii=False, indent=2))
        return
    for shop in listing:
        usual = " (usual)" if shop["usual"] else ""
        marks = "marks" if shop["marks"] else "no marks"
        asks = f"{shop['standard']}, {shop['bleed_mm']:g} mm, {marks}, {shop['condition']} {shop['ink_limit']:g} %"
        click.echo(f"{shop['key']}{usual}  {shop['name']['nl']}: {asks}")
