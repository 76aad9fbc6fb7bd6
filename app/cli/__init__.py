"""The command line, `affiche`. Exit 0 done, 1 refused by findings, 2 wrong use. One module a group of commands."""

from importlib import import_module

import click

__all__ = ["main"]

# The module of each command; its function has the command's name.
_MODULES = {
    "templates": "designing",
    "check-templates": "designing",
    "new-template": "designing",
    "preview-template": "previewing",
    "publish": "publishing",
    "new-version": "publishing",
    "render": "making",
    "shops": "shops",
    "serve": "serving",
    "db": "upkeep",
    "purge": "upkeep",
    "doctor": "upkeep",
}


class _Commands(click.Group):
    """Loads a command when it is called: most load the whole program, which takes most of a second.

    The server that takes the place of `affiche serve` would load it once more.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        # Of a name that is none, all: click looks among them for one that is near.
        for name in [cmd_name] if cmd_name in _MODULES else _MODULES:
            module = import_module(f"{__name__}.{_MODULES[name]}")
            self.add_command(getattr(module, name.replace("-", "_")))
        return self.commands.get(cmd_name)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="affichemaker", prog_name="affiche")
def main() -> None:
    """Make posters: on brand, legal, ready to print."""
