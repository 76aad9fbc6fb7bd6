"""What runs behind the fence for the page about the house style: everything that judges or draws an example."""

from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from app.engine.brand import BrandKit
from app.engine.findings import Finding
from app.services.jobs import brand_of
from app.services.showcase.drawing import Easel
from app.services.showcase.examples import SIDES, Side, examples
from app.services.showcase.roles import NoExample
from app.services.showcase.specimens import specimen_svg


def judge_examples(brand_folder: Path, brand_digest: str, language: str) -> dict[str, Finding]:
    """Return what the engine says of every example's wrong side, without painting any.

    An example that cannot be made with this kit, or in which its rule sees no difference, is left out.
    """
    easel = _easel(brand_folder, brand_digest)
    found: dict[str, Finding] = {}
    for key in examples():
        with suppress(NoExample):
            wrong, right = (easel.judged(key, side, language).finding for side in SIDES)
            if wrong is not None and right is None:
                found[key] = wrong
    return found


def draw_example(brand_folder: Path, brand_digest: str, key: str, side: Side, language: str) -> bytes:
    """Return one side of an example as SVG."""
    return _easel(brand_folder, brand_digest).svg(key, side, language).encode()


def draw_specimen(brand_folder: Path, brand_digest: str, style: str, language: str) -> bytes:
    """Return a line of text in a type style as SVG."""
    return specimen_svg(brand_of(brand_folder, brand_digest), style, language).encode()


@lru_cache(maxsize=2)
def _easel(brand_folder: Path, brand_digest: str) -> Easel:
    brand: BrandKit = brand_of(brand_folder, brand_digest)
    return Easel(brand)
