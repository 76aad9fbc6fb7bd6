"""The command that serves the web pages."""

import os
import socket
import sys

import click

from app.cli.trouble import WrongUse, plainly
from app.settings import Settings

# Of the C library's memory. Else each of the server's threads keeps a heap; and the first large upload raises what
# counts as large, so that the next one stays in a heap when it is gone. What is small goes back 2 MB at a time: by the
# usual 128 kB each upload would find thousands of pages anew. Source: mallopt(3).
_HEAPS = {
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_MMAP_THRESHOLD_": str(1 << 20),
    "MALLOC_TRIM_THRESHOLD_": str(2 << 20),
}


@click.command()
@plainly
def serve() -> None:
    """Serve the web pages with gunicorn on AFFICHE_HOST and AFFICHE_PORT."""
    # What is wrong with the settings is said here, in one sentence.
    _require_free(Settings.from_environment())
    sys.stdout.flush()
    command = [sys.executable, "-m", "gunicorn", "--config", "python:app.serving", "app.serving:application()"]
    os.execve(sys.executable, command, {**_HEAPS, **os.environ})  # noqa: S606 - the server takes our place


def _require_free(settings: Settings) -> None:
    """Raise WrongUse where nothing can listen at the address of the settings."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            # As the server does: a port that has just been left is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as taken:
        where = f"{settings.host}:{settings.port}"
        raise WrongUse(f"cannot listen at {where}: {taken.strerror}; set AFFICHE_PORT to a free port") from taken
