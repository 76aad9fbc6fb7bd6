"""Which program this is, for what is kept over its next start."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import app

_MADE_BY = (".py", ".toml")


@lru_cache(maxsize=1)
def program_version() -> str:
    """Return a word that changes with any file of the program that decides how a picture looks."""
    files = sorted(file for file in Path(app.__file__).parent.rglob("*") if file.suffix in _MADE_BY)
    digest = sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
