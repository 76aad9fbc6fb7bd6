"""Commands for who publishes poster templates."""

import sys
from functools import partial
from pathlib import Path

import click

from app.cli import opening
from app.cli.telling import from_here, in_a_line
from app.cli.trouble import REFUSED, plainly
from app.engine.errors import TemplateError
from app.engine.template.files import with_path
from app.services.publishing import begin_version
from app.services.publishing import publish as publish_folder
from app.services.template_checks import faults_of_use


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME or folder...")
@plainly
def publish(names: tuple[str, ...]) -> None:
    """Offer templates to everybody, and seal what they look like: posters that people make rely on it."""
    refused = False
    with opening.workshop() as shop:
        for name in names:
            folder = shop.catalog.folder_at(name)
            try:
                number = publish_folder(folder, shop.catalog.brand, tried=partial(faults_of_use, shop))
            except TemplateError as faulty:
                refused = True
                _tell(folder, faulty)
            else:
                click.echo(f"{folder.name}: version {number} is published")
    sys.exit(REFUSED if refused else 0)


@click.command("new-version")
@click.argument("name", metavar="NAME or folder")
@plainly
def new_version(name: str) -> None:
    """Keep the published version of a template for its posters, and begin a draft of the next one."""
    with opening.workshop() as shop:
        folder = shop.catalog.folder_at(name)
        try:
            kept = begin_version(folder, shop.catalog.brand)
        except TemplateError as faulty:
            _tell(folder, faulty)
            sys.exit(REFUSED)
    click.echo(from_here(kept))
    click.echo(f"Change {from_here(folder)} now: it is a draft, and the gallery goes on with what is kept.", err=True)
    click.echo(f"When it is finished: affiche publish {name}", err=True)


def _tell(folder: Path, faulty: TemplateError) -> None:
    """Print the faults of a template, one a line, as `check-templates` does."""
    for fault in faulty.faults:
        click.echo(in_a_line(with_path(fault, folder)))
