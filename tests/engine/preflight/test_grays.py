"""The rule of black-and-white printers."""

from dataclasses import replace

import pytest
from makers import Pictures, judged, kit, make_content, make_template, photo, photo_slot, purpose, text_slot
from PIL import Image

from app.engine.color import Rgb, contrast
from app.engine.color.grays import in_gray
from app.engine.findings import Severity
from app.engine.geometry import Rect
from app.engine.pipeline import judge

ON_PHOTO = {"headline": Rect(0.1, 0.42, 0.8, 0.1)}


def found(template, *, destination="home", gray=False, pictures=None, **slots):
    own = pictures or Pictures()
    wanted = replace(purpose("a5", destination), gray=gray)
    poster = judge(template, kit(), make_content(headline="Zorg", **slots), own.media, wanted, own)
    return [finding for finding in poster.findings if finding.code == "gray-contrast"]


ON_CORAL = make_template(text_slot(role="H1", ink="inkt", on="koraal"), ground="koraal")


def test_words_that_become_one_grey_with_their_ground_are_told():
    """Ink on coral is 4.8:1 in colour and 4.4:1 in grey."""
    (finding,) = found(ON_CORAL)

    assert (finding.severity, finding.slot) == (Severity.NOTE, "headline")
    assert "4,4" in finding.message.nl


def test_it_weighs_more_when_black_is_all_there_is():
    """A note while the printer may have colour, a warning for the file in black alone."""
    (finding,) = found(ON_CORAL, gray=True)

    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize("destination", ["print", "web"])
def test_other_destinations_have_their_colours(destination):
    """Nobody prints in grey at a print shop by mistake."""
    assert found(ON_CORAL, destination=destination) == []


def test_words_on_a_bar_are_judged_on_the_bar():
    """Whatever lies below it."""
    good = make_template(text_slot(role="H1", ink="inkt", bar="zon", on="", style="display-bar"), ground="koraal")
    bad = make_template(text_slot(role="H1", ink="inkt", bar="koraal", on="", style="body"), ground="wit")

    assert found(good) == []
    assert len(found(bad)) == 1


def test_words_on_a_photo_are_judged_on_its_pixels():
    """Two colours of the same grey, which the eye tells apart."""
    coral = kit().palette["koraal"].srgb
    template = make_template(
        photo_slot(), text_slot(role="H1", ink="inkt", on="koraal"), places=ON_PHOTO, formats=("a5",)
    )
    own = Pictures().photo(Image.new("RGB", (900, 900), tuple(coral)))
    pale = Pictures().photo(Image.new("RGB", (900, 900), "white"))

    assert len(found(template, pictures=own, photo=photo())) == 1
    assert found(template, pictures=pale, photo=photo()) == []


def test_greys_are_those_of_printers():
    """The weights of television, not those of light: red becomes lighter, blue darker than the eye says."""
    assert in_gray(Rgb(255, 255, 255)) == (255, 255, 255)
    assert in_gray(Rgb(255, 0, 0)) == (76, 76, 76)
    red, green = Rgb(235, 0, 0), Rgb(0, 120, 0)
    assert contrast(in_gray(red), in_gray(green)) == pytest.approx(1, abs=0.02)
    assert contrast(red, green) > 1.1


def test_a_good_poster_has_nothing_to_say():
    """Dark on light stays dark on light."""
    poster = judged(make_template(text_slot(role="H1")), make_content(headline="Zorg"), "a5", "home")

    assert [finding.code for finding in poster.findings] == []
