"""Commands that keep an installation in order."""

import sys
from datetime import UTC, datetime

import click

from app.cli.trouble import REFUSED, plainly
from app.services.doctor import examine
from app.services.housekeeping import purged, upgraded
from app.settings import Settings


@click.group()
def db() -> None:
    """The database."""


@db.command("upgrade")
@plainly
def db_upgrade() -> None:
    """Create the database or bring it up to date."""
    changed = upgraded(Settings.from_environment())
    click.echo("The database was brought up to date." if changed else "The database is up to date.")


@click.command()
@plainly
def purge() -> None:
    """Remove what has been kept for its time: posters, shared links, photos without consent, files, logs."""
    for what, count in purged(Settings.from_environment(), datetime.now(UTC).timestamp()).items():
        click.echo(f"{what}: {count} removed")


@click.command()
@plainly
def doctor() -> None:
    """Say what works on this machine and what does not."""
    healthy = True
    for check in examine(Settings.from_environment()):
        healthy &= check.is_well
        click.echo(f"{'ok  ' if check.is_well else 'FAIL'} {check.name}: {check.found}")
    sys.exit(0 if healthy else REFUSED)
