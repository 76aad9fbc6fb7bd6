"""Print shops that cut away more than the contract asks: told beforehand, and never as a fault."""

import shutil
from dataclasses import replace

from makers import TINY, kit

from app.engine.template import faults_of
from app.engine.template.reading import remarks_of


def test_art_that_stops_before_a_wider_bleed_is_told_and_is_no_fault():
    """The drawing holds what the contract asks; only some shops ask for more."""
    remarks = remarks_of(TINY, kit())

    assert faults_of(TINY, kit()) == ()
    assert ("tiny/a3.svg", 2, "#green") in {(each.file, each.line, each.where) for each in remarks}
    assert all("10.1 mm" in each.cure or "10.1 mm" in each.problem for each in remarks)


def test_what_ends_round_leaves_no_straight_edge(tmp_path):
    """A sun that sets in the bleed is a sun all the same."""
    folder = shutil.copytree(TINY, tmp_path / "tiny")
    drawing = (folder / "a3.svg").read_text(encoding="utf-8")
    rounded = drawing.replace("</svg>", '<circle cx="293" cy="60" r="10.2" fill="#ec5e55"/></svg>')
    (folder / "a3.svg").write_text(rounded, encoding="utf-8")

    assert faults_of(folder, kit()) == ()
    assert [each.where for each in remarks_of(folder, kit())] == [each.where for each in remarks_of(TINY, kit())]


def test_a_template_with_faults_has_no_remarks_yet(tmp_path):
    """First things first."""
    folder = shutil.copytree(TINY, tmp_path / "tiny")
    (folder / "a3.svg").unlink()

    assert remarks_of(folder, kit()) == ()


def test_a_kit_whose_shops_ask_no_more_has_no_remarks():
    """There is nothing to advise."""
    assert remarks_of(TINY, replace(kit(), shops={})) == ()
