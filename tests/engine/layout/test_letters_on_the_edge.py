"""Letters stand on the edge of their frame as an eye sees it, in the picture that is painted."""

from dataclasses import replace

import numpy as np
import pytest
from makers import Pictures, kit, laid_out, make_content, make_template, text_slot

from app.engine.geometry import Rect
from app.engine.paint.raster import rasterised
from app.engine.scene import GlyphRun

PLACE = Rect(0.2, 0.3, 0.6, 0.4)

# Edges of pixels, each a seventh of a millimetre on the A3 that is painted.
WIDTH, HEIGHT = 2079, 2940
NEAR = 1.5

# Tails begin to bend away a little above the base line; in em.
FOOT = 0.03


def set_text(text, language="nl", place=PLACE, **changes):
    slot = text_slot(style="display", lines=(1, 4), **changes)
    return laid_out(make_template(slot, places={"headline": place}), make_content(language=language, headline=text))


def painted(scene):
    """Return where there is ink."""
    bands = rasterised(scene, pictures=Pictures(), condition=kit().print.condition, width=WIDTH, height=HEIGHT)
    return np.concatenate(list(bands)).astype(int).sum(axis=2) < 384


def sides(scene):
    """Return the first and last column with ink of each line: in all, and from base line to x-height."""
    ink, scale = painted(scene), WIDTH / scene.sheet.trim.width
    found = {}
    for run in (item for item in scene.items if isinstance(item, GlyphRun)):
        base, size = run.origin.y * scale, run.size * scale
        whole, seen = (
            ink[int(base - 0.76 * size) : int(base + 0.25 * size)],
            ink[int(base - 0.5 * size) : int(base - FOOT * size)],
        )
        found[run.origin.y] = tuple(np.flatnonzero(rows.any(axis=0))[[0, -1]] for rows in (whole, seen))
    return [found[base] for base in sorted(found)]


@pytest.mark.parametrize("text", ["Kleur\nje dag.", "Negen\njaar hier", "Bed\nîlot", "Dag\nïedereen"])
def test_stems_of_lines_stand_under_each_other(text):
    """The tail of j and the accents of i hang over the edge, on which the stems stand."""
    edge = PLACE.x * WIDTH
    (_, upper), (whole, lower) = sides(set_text(text))

    assert upper[0] == pytest.approx(edge, abs=NEAR)
    assert lower[0] == pytest.approx(edge, abs=NEAR)
    assert whole[0] < edge - 10


def test_tails_hang_over_the_other_edge_too():
    """In Arabic that ends at the left, the tail of a last letter goes past the edge that the letters stand on."""
    edge = PLACE.x * WIDTH
    (_, upper), (whole, lower) = sides(set_text("باب\nنهار", "ar", align="end"))

    assert upper[0] == pytest.approx(edge, abs=NEAR)
    # The tail begins as a slope, of which a row of pixels more or less is seen.
    assert lower[0] == pytest.approx(edge, abs=3 * NEAR)
    assert whole[0] < edge - 10


def test_no_tail_hangs_out_of_the_safe_area():
    """Where the frame is on the edge of the safe area, the line gives way."""
    scene = set_text("Kleur\nje dag.")
    at = scene.sheet.safe_margin / scene.sheet.trim.width
    (upper, _), (lower, _) = sides(set_text("Kleur\nje dag.", place=replace(PLACE, x=at)))

    assert upper[0] == pytest.approx(at * WIDTH, abs=NEAR)
    assert lower[0] == pytest.approx(at * WIDTH, abs=NEAR)
