"""One value of the brand kit is changed, and every poster that uses it follows; nothing else is touched."""

import press_rules
import pytest
from other_brand import make_changed
from page_walk import walked
from poster_maker import page_texts, painted, under
from poster_shelf import TEMPLATES
from poster_shelf import kit as first_kit

from app.engine.brand import read_brand
from app.engine.content import Text
from app.engine.scene import GlyphRun
from app.engine.units import MM
from app.web.tokens import token_css

WINE = {"palette.bos.cmyk": [30, 95, 45, 30], "palette.bos.srgb": "#902649"}


@pytest.fixture
def changed(tmp_path):
    """A function that returns the first kit with other values."""
    return lambda changes: read_brand(make_changed(tmp_path / "career", changes))


def inks(poster):
    """Return the inks of a print file."""
    page = press_rules.opened(painted(poster)).pages[0]
    return {mark.color.numbers for mark in walked(page) if mark.kind in ("area", "text", "line")}


def ordered(kit, name):
    return tuple(round(share, 4) for share in kit.palette[name].cmyk)


def imprint_sizes(poster):
    """Return the sizes, in pt, in which the imprint is set."""
    face = poster.content.brand.styles["imprint"].faces[0]
    runs = [item for item in poster.scene.items if isinstance(item, GlyphRun) and item.face.key == face.key]
    lead = poster.content.brand.imprint.lead["nl"].split()[0]
    return {round(run.size, 2) for run in runs if lead in run.text}


def test_a_colour_changes_on_every_poster_and_page(changed):
    """Drawings go on naming it as before: what was green is wine red, in artboards, clothes and style sheets."""
    kit = changed(WINE)
    old, new = ordered(first_kit(), "bos"), ordered(kit, "bos")
    green = [name for name in TEMPLATES if old in inks(under(first_kit(), name))]
    after = {name: inks(under(kit, name)) for name in green}

    assert len(green) >= 3
    assert all(new in found and old not in found for found in after.values())
    assert "--bos: #902649;" in token_css(kit)
    assert first_kit().palette["bos"].srgb.hex not in token_css(kit)


def test_a_smallest_size_holds_on_every_poster(changed):
    """The imprint on A3 is set no smaller than the kit says."""
    kit = changed({"type.imprint.minimum.a3": 9.8})

    before = [max(imprint_sizes(under(first_kit(), name))) for name in TEMPLATES]
    after = [min(imprint_sizes(under(kit, name))) for name in TEMPLATES]

    assert max(before) < 9.8
    assert min(after) == 9.8


def test_a_measure_of_print_holds_on_every_poster(changed):
    """With another bleed each sheet is cut from another size."""
    kit = changed({"print.bleed": 2})

    for name in TEMPLATES:
        page = press_rules.opened(painted(under(kit, name))).pages[0]
        left, trim = float(page.BleedBox[0]), float(page.TrimBox[0])
        assert trim - left == pytest.approx(2 * MM, abs=0.01)


def test_a_word_changes_on_every_poster(changed):
    """What stands before the publisher's name is the kit's."""
    kit = changed({"imprint.lead.nl": "Uitgever:"})

    for name in TEMPLATES:
        texts = [" ".join(text.split()) for text in page_texts(painted(under(kit, name)))]
        assert all("Uitgever:" in text and "V.U.:" not in text for text in texts)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"words.exclamations": 0}, "shouting"),
        ({"words.misspellings": ["Kareer"], "words.nouns": []}, "brand-spelling"),
        ({"words.flagged.nl": {"kareer": "loopbaan"}}, "flagged-word"),
        ({"words.sentence": 3}, "long-sentence"),
    ],
    ids=["exclamations", "misspellings", "flagged", "sentence"],
)
def test_a_limit_or_a_word_changes_what_is_found(changed, changes, code):
    """The same words pass under one kit and are told under the other."""
    given = under(first_kit(), "portret").content.content
    texts = {**given.texts, "lead": Text(text="Begin hier je Kareer!")}
    codes = [
        {found.code for found in under(kit, "portret", texts=texts).findings} for kit in (first_kit(), changed(changes))
    ]

    assert code not in codes[0]
    assert code in codes[1]
