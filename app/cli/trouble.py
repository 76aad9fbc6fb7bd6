"""How a command ends that cannot do what it is asked."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import click

P = ParamSpec("P")

REFUSED, WRONG_USE = 1, 2


class WrongUse(click.ClickException):
    """The command was called with what cannot be."""

    exit_code = WRONG_USE


def plainly(command: Callable[P, None]) -> Callable[P, None]:
    """Turn what is wrong with the call, its files or the settings into one sentence and exit 2."""

    @wraps(command)
    def called(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except _wrong() as trouble:
            raise WrongUse(str(trouble)) from trouble
        except _not_made() as stopped:
            # Neither the call nor the poster is wrong: exit 1, as for everything that gives no file.
            raise click.ClickException(str(stopped)) from stopped

    return called


# Loaded once there is trouble: a command that needs nothing of the program, such as the one that serves, loads none.


def _wrong() -> tuple[type[Exception], ...]:
    from app.engine.errors import AuthorError, ContentError
    from app.services.catalog import UnknownTemplate, UnknownVersion
    from app.services.publishing import NotPublished
    from app.services.purposes import WrongFormat
    from app.services.skeleton import NotBegun
    from app.settings import SettingError

    return AuthorError, ContentError, NotBegun, NotPublished, SettingError, UnknownTemplate, UnknownVersion, WrongFormat


def _not_made() -> type[Exception]:
    from app.services.not_made import NotMade

    return NotMade
