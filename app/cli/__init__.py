"""The command line, `affiche`. Exit 0 done, 1 refused by findings, 2 wrong use. One module a group of commands."""

import click

from app.cli import designing, making, previewing, publishing, serving, shops, upkeep

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="affichemaker", prog_name="affiche")
def main() -> None:
    """Make posters: on brand, legal, ready to print."""


for _command in (
    designing.templates,
    designing.check_templates,
    designing.new_template,
    previewing.preview_template,
    publishing.publish,
    publishing.new_version,
    making.render,
    shops.shops,
    serving.serve,
    upkeep.db,
    upkeep.purge,
    upkeep.doctor,
):
    main.add_command(_command)
