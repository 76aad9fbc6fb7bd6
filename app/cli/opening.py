"""What commands work with, opened for one call."""

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.services import Workshop, open_workshop
from app.settings import Settings

# Faults of templates are logged where pages are served; a command tells them itself.
logging.getLogger("app").addHandler(logging.NullHandler())


@contextmanager
def workshop() -> Iterator[Workshop]:
    """Open what makes posters; the pictures it takes in are gone when it closes."""
    with tempfile.TemporaryDirectory(prefix="affiche-") as folder:
        shop = open_workshop(Settings.from_environment(), Path(folder), workers=1)
        try:
            yield shop
        finally:
            shop.close()
