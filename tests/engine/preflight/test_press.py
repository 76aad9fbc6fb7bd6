"""The rules of the press: bleed, ink and thin lines."""

import pytest
from makers import kit, make_template, photo_slot
from scenes_of_preflight import area, art, foreign, found, ink

from app.engine.geometry import IDENTITY, Path, Point, Rect
from app.engine.scene import ClipBegin, ClipEnd, Fill, Stroke, TagBegin, TagEnd
from app.engine.sheet import FORMATS
from app.engine.units import MM

TRIM = Rect(0, 0, *FORMATS["a3"].trim)
BLEED = TRIM.grown(3 * MM)
SHORT = ("error", "", "bleed")


def test_art_that_reaches_the_edge_of_the_bleed_is_fine():
    """A ground that overshoots by the bleed leaves no white edge."""
    assert found(art(area(BLEED, ink("bos")))) == []


@pytest.mark.parametrize("side", [Rect(0, -20, 1300, 1300), Rect(-20, -20, 862, 1300), TRIM])
def test_art_that_stops_at_the_trim_is_short(side):
    """One side is enough."""
    assert found(art(area(side, ink("bos")))) == [SHORT]


def test_bleed_is_judged_by_what_the_print_shop_cuts_away():
    """The same ground is enough for one shop and short for another."""
    ground = art(area(BLEED, ink("bos")))

    assert found(ground, brand=kit().at("standaard")) == []
    assert found(ground, brand=kit().at("groot")) == [SHORT]
    assert found(art(area(TRIM.grown(5 * MM), ink("bos"))), brand=kit().at("groot")) == []


def test_ink_is_judged_by_what_the_print_shop_dries():
    """Plain paper takes less."""
    heavy = art(area(BLEED, ink("bos")), area(TRIM.grown(-90), foreign(coverage=290)))

    assert ("error", "", "ink-limit") not in found(heavy, brand=kit().at("standaard"))
    assert ("error", "", "ink-limit") in found(heavy, brand=kit().at("ongestreken"))


def test_paper_that_stays_white_needs_no_bleed():
    """Where nothing is painted up to the trim, nothing can be cut short."""
    assert found(art(area(TRIM.grown(-40), ink("bos")))) == []


def test_a_clip_cuts_the_bleed_off():
    """What lies outside its clip is not painted."""
    clipped = (ClipBegin(path=Path.rect(TRIM)), area(BLEED, ink("bos")), ClipEnd())

    assert found(art(*clipped)) == [SHORT]


def test_a_round_shape_across_the_edge_goes_on():
    """A circle that crosses the trim is measured where it crosses."""
    assert found(art(Fill(path=Path.ellipse(Point(0, 0), 200, 200), paint=ink("zon")))) == []


@pytest.mark.parametrize("destination", ["home", "web", "screen"])
def test_only_the_press_cuts(destination):
    """No other destination has a bleed."""
    assert found(art(area(TRIM, ink("bos"))), destination=destination) == []


def test_too_much_ink_is_refused_for_the_press():
    """The heaviest colour counts; three hundred per cent still dry."""
    ground, within = area(BLEED, ink("inkt")), TRIM.grown(-100)

    assert ("error", "", "ink-limit") in found(art(ground, area(within, foreign(coverage=320))))
    assert ("error", "", "ink-limit") not in found(art(ground, area(within, foreign(coverage=300))))
    assert ("error", "", "ink-limit") not in found(art(ground, area(within, foreign(coverage=320))), destination="web")


def stroke(width, paint, path=None, matrix=IDENTITY):
    return Stroke(path=path or Path.rect(TRIM.grown(-100)), paint=paint, width=width, matrix=matrix)


@pytest.mark.parametrize(
    ("width", "scale", "is_thin"), [(0.25, 1, False), (0.2, 1, True), (1, 0.2, True), (0.1, 3, False)]
)
def test_lines_are_measured_on_the_sheet(width, scale, is_thin):
    """What counts is the width after every scaling."""
    line = stroke(width, ink("inkt"), matrix=IDENTITY._replace(a=scale, d=scale))

    assert found(art(area(BLEED, ink("wit")), line)) == [("error", "", "line-too-thin")] * is_thin


@pytest.mark.parametrize(
    ("destination", "severity"), [("print", "error"), ("home", "error"), ("web", "warning"), ("screen", "warning")]
)
def test_a_thin_line_weighs_more_on_paper(destination, severity):
    """Pixels can show a hairline, ink cannot."""
    assert found(art(stroke(0.1, ink("inkt"))), destination=destination) == [(severity, "", "line-too-thin")]


def test_a_thin_edge_of_an_area_in_its_own_colour_is_no_line():
    """Drawing programs put such edges around what they fill."""
    shape = Path.rect(TRIM.grown(-200))

    assert found(art(Fill(path=shape, paint=ink("bos")), stroke(0.1, ink("bos"), shape))) == []
    assert found(art(Fill(path=shape, paint=ink("bos")), stroke(0.1, ink("zon"), shape))) == [
        ("error", "", "line-too-thin")
    ]


def test_a_thin_line_belongs_to_its_slot():
    """A line in somebody's logo is told beside the logo."""
    tag = TagBegin(slot="photo", role="Figure", order=0, language="nl")

    items = (tag, stroke(0.1, ink("inkt")), TagEnd())

    assert found(items, template=make_template(photo_slot())) == [("error", "photo", "line-too-thin")]
