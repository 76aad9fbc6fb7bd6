"""What the brand kit gives a designer to begin with: guides that editors show and that no poster has."""

import re

import pytest
from lxml import etree
from makers import BRAND

from app.engine.template.reading import faults_of

SKELETON = BRAND / "skeleton"
DRAWINGS = [file for file in sorted(SKELETON.glob("*.svg")) if file.name != "de-linde.svg"]
EDITORS = {
    "inkscape": "http://www.inkscape.org/namespaces/inkscape",
    "sodipodi": "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
}


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_every_drawing_has_guides_for_margin_and_safe_area_in_the_editors_own_name_space(file):
    """Four lines of each; the page knows its bleed where something is cut."""
    root = etree.parse(file).getroot()
    guides = root.findall("sodipodi:namedview/sodipodi:guide", EDITORS)
    (page,) = root.findall("sodipodi:namedview/inkscape:page", EDITORS)
    _, _, width, height = map(float, root.get("viewBox").split())

    labels = [guide.get(f"{{{EDITORS['inkscape']}}}label") for guide in guides]
    assert labels == ["margin"] * 4 + ["safe area"] * 4
    assert (float(page.get("width")), float(page.get("height"))) == (width, height)
    assert (page.get("bleed") is None) == (root.get("width") == f"{width:g}")


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_the_safe_area_that_is_drawn_is_the_one_that_is_checked(file, brand, tmp_path):
    """A frame on the guide is right, a frame beyond it is a fault."""
    text = file.read_text(encoding="utf-8")
    safe = float(re.search(r'position="([\d.]+),0" orientation="1,0" inkscape:label="safe area"', text)[1])
    template = tmp_path / "proef"
    template.mkdir()
    for part in SKELETON.iterdir():
        (template / part.name).write_bytes(part.read_bytes())
    moved = re.sub(r'(id="slot-imprint" x=")[\d.]+', rf"\g<1>{safe:g}", text)

    (template / file.name).write_text(moved, encoding="utf-8")
    assert faults_of(template, brand) == ()

    (template / file.name).write_text(moved.replace(f'id="slot-imprint" x="{safe:g}"', 'id="slot-imprint" x="1"'))
    (fault,) = faults_of(template, brand)
    assert (fault.where, "safe area" in fault.cure) == ("slot-imprint", True)
