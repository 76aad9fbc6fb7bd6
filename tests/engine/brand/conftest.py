"""Kits to read: the real one, a second one, and copies of both with one thing changed."""

import shutil
from pathlib import Path

import pytest
from other_brand import CAREER, OTHER

from app.engine.brand import read_brand
from app.engine.errors import BrandError, Fault


@pytest.fixture(scope="session")
def career():
    return read_brand(CAREER)


@pytest.fixture(scope="session")
def other():
    return read_brand(OTHER)


@pytest.fixture
def copy_of(tmp_path):
    """Return a function that copies a kit and changes texts in its brand.toml."""

    def copied(kit: Path, *changes: tuple[str, str]) -> Path:
        folder = tmp_path / kit.name
        shutil.copytree(kit, folder)
        toml = folder / "brand.toml"
        text = toml.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, f"{old!r} is not in {kit.name}/brand.toml"
            text = text.replace(old, new, 1)
        toml.write_text(text, encoding="utf-8")
        return folder

    return copied


@pytest.fixture
def faults_of():
    """Return a function that reads a kit and returns the faults it must have."""

    def faults(folder: Path) -> tuple[Fault, ...]:
        with pytest.raises(BrandError) as caught:
            read_brand(folder)
        return caught.value.faults

    return faults
