"""The brand's colours on the pages: all of them there, and every pair readable."""

import re

import pytest
from makers import ROOT
from other_brand import CAREER, OTHER, make_kompas

from app.engine.brand import read_brand
from app.engine.color import contrast
from app.web.tokens import ROLES, role_color, token_css

STYLES = sorted((ROOT / "app" / "web" / "static" / "css").glob("*.css"))

# Text on its ground, as the style sheets pair them; each must reach 4.5:1 in light and in dark.
TEXT_PAIRS = (
    ("text", "ground"),
    ("text", "surface"),
    ("text", "field"),
    ("text", "good-field"),
    ("text", "bad-field"),
    ("text", "warn-field"),
    ("text-quiet", "ground"),
    ("text-quiet", "surface"),
    ("heading", "ground"),
    ("heading", "surface"),
    ("heading", "field"),
    ("on-bar", "bar"),
    ("on-action", "action"),
    ("on-action", "action-over"),
    ("link", "ground"),
    ("link", "surface"),
    ("bad", "ground"),
    ("bad", "surface"),
    ("good", "ground"),
    ("good", "surface"),
    ("on-foot", "foot"),
)

# Edges of controls and the ring of the focus: 3:1 (WCAG 2.2, 1.4.11).
EDGE_PAIRS = (("control", "surface"), ("control", "ground"), ("focus", "ground"), ("focus", "surface"))


def weakest(kit, pairs):
    """Return the lowest contrast among pairs of roles, in light and in dark."""
    return min(
        contrast(role_color(kit, ROLES[ink][index]), role_color(kit, ROLES[on][index]))
        for ink, on in pairs
        for index in (0, 1)
    )


def test_colours_come_from_the_brand(workshop):
    """Every palette colour is a property, and the style sheets use no role that is not one too."""
    css = token_css(workshop.catalog.brand)
    used = re.findall(r"var\(--([a-z-]+)\)", "".join(file.read_text() for file in STYLES))

    assert all(f": {ink.srgb.hex};" in css for ink in workshop.catalog.brand.palette.values())
    assert "--creme: " in css
    # Measures, and places of the editor.
    measures = {
        "gap",
        "edge",
        "radius",
        "preview",
        "mark",
        "more",
        "done",
        "strip",
        "head",
        "room",
        "lifted",
        "type",
        "tone",
    }
    assert set(used) - measures <= set(ROLES)


@pytest.mark.parametrize("kit", ["career", "kompas", "another"])
def test_words_and_edges_can_be_seen(kit, tmp_path):
    """Every pair of roles keeps its contrast, in light and in dark, with kits of other colours and names too."""
    brand = read_brand({"career": CAREER, "another": OTHER}.get(kit) or make_kompas(tmp_path / kit))

    assert weakest(brand, TEXT_PAIRS) >= 4.5
    assert weakest(brand, EDGE_PAIRS) >= 3
