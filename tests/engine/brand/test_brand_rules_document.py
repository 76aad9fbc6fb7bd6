"""`docs/brand-rules.md` shows the measures that the kit really has."""

from pathlib import Path

import pytest

from app.engine.brand.sheet_tables import SHEETS
from app.engine.color import contrast

DOCUMENT = Path(__file__).parents[3] / "docs" / "brand-rules.md"


def rows_of(brand):
    """Yield every row that the document must hold, as it stands there."""
    for name, ink in brand.palette.items():
        amounts = " ".join(f"{100 * amount:.0f}" for amount in ink.cmyk)
        yield f"| {name} | {amounts} | `{ink.srgb.hex}` | {ink.cmyk.coverage:.0f} % |"
    for pair in brand.pairs:
        ratio = contrast(brand.palette[pair.ink].srgb, brand.palette[pair.on].srgb)
        yield f"| {pair.on} | {pair.ink} | {ratio:.1f} | {'large type only' if pair.large_only else 'any size'} |"
    for style in brand.styles.values():
        faces = ", ".join(face.key for face in style.faces)
        sizes = f"{style.smallest:g}–{style.largest:g}"
        yield f"| {style.key} | {faces} | {sizes} | {style.leading:g} | {style.tracking:g} |"
    for key, style in brand.styles.items():
        yield _columns(f"{key}, pt", style.minimum)
    yield _columns("word mark, least width, mm", brand.logo.minimum_width)
    yield _columns("word mark, clear space, mm", brand.logo.clear_space)
    yield _columns("partner logo, as large as a square of this side, mm", brand.partner_logo.minimum_height)
    yield _columns("QR module, mm (px on screens)", brand.qr.module)
    yield _columns("safe area, mm (px on screens)", brand.print.safe_margin)
    yield _columns("photo, warning below, ppi", brand.photo.warning_ppi)
    yield _columns("photo, error below, ppi", brand.photo.error_ppi)


def _columns(label, table):
    return f"| {label} | " + " | ".join(f"{table[sheet]:g}" for sheet in SHEETS) + " |"


def test_every_measure_of_the_kit_stands_in_the_document(career):
    """Whoever changes a value changes the page that explains it."""
    lines = set(DOCUMENT.read_text(encoding="utf-8").splitlines())

    assert [row for row in rows_of(career) if row not in lines] == []


@pytest.mark.parametrize("heading", ["Colours", "Type", "Smallest sizes", "Marks and pictures"])
def test_the_document_has_its_parts_with_reasons_and_sources(heading):
    """A reader finds each group of measures by its heading, why it is there and where it comes from."""
    _, found, rest = DOCUMENT.read_text(encoding="utf-8").partition(f"\n## {heading}\n")
    part = rest.partition("\n## ")[0]

    assert found
    assert "Why: " in part or part.count("| why |") + part.count("| why | source |") >= 2
    assert "Source: " in part or "| source |" in part
