"""A tiny poster template that a test may spoil in one place, and the brand kit it is read against."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from makers import TINY, kit

from app.engine.brand import BrandKit
from app.engine.errors import Fault
from app.engine.template.reading import faults_of

Edit = Callable[[str, str, str], None]
Faults = Callable[..., list[Fault]]


@pytest.fixture(scope="session")
def brand() -> BrandKit:
    """The brand kit of the project."""
    return kit()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tiny template."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Replace a part of a file that stands there exactly once."""

    def apply(file: str, old: str, new: str) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")

    return apply


@pytest.fixture
def line_of(folder: Path) -> Callable[[str, str], int]:
    """Return the line of a file on which a part of it stands."""

    def find(file: str, part: str) -> int:
        lines = (folder / file).read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if part in line)

    return find


@pytest.fixture
def faults(folder: Path, brand: BrandKit) -> Faults:
    """Return the faults of the template as it now is."""

    def read(**options: bool) -> list[Fault]:
        return list(faults_of(folder, brand, **options))

    return read
