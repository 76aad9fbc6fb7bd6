"""Faces for tests: the brand's, and one of squares whose widths can be reckoned by hand."""

from pathlib import Path

import pytest

from app.engine.fonts import Face

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def squares() -> Face:
    return Face(key="squares", data=(ROOT / "tests/resources/fonts/Squares.ttf").read_bytes())


@pytest.fixture(scope="session")
def rubik() -> Face:
    return Face(key="rubik-black", data=(ROOT / "brand_assets/career/fonts/Rubik_900Black.ttf").read_bytes())
