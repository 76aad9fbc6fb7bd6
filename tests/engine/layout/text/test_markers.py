"""Markers: the short bar at the start of a text in a list."""

from dataclasses import replace

import pytest
from typesetting import YELLOW

from app.engine.brand import Marker
from app.engine.geometry import Rect, Size
from app.engine.layout.text import fit_stack, fit_text, place

FRAME = Rect(100, 200, 300, 250)
MARKER = Marker(length=0.8, thickness=0.2, gap=0.4, middle=0.25)


def marked(request):
    return replace(request, style=replace(request.style, marker=MARKER), marker_ink=YELLOW)


@pytest.mark.parametrize(
    ("text", "language"), [("Een vast contract vanaf dag één", "nl"), ("عقد ثابت منذ اليوم", "ar")]
)
def test_the_marker_hangs_at_the_start_of_the_first_line(ask, sheet, text, language):
    """It stands on the frame's edge, at the right for Arabic, in the middle of the first line's letters."""
    request = marked(ask(text, "lead", language, smallest=30, largest=30, lines=(1, 4)))
    placed = place(fit_text(request, FRAME.size, sheet), FRAME)
    (bar,) = placed.bars
    size, box = placed.fit.size, bar.path.bounds

    assert bar.paint == YELLOW
    assert box.size == pytest.approx((0.8 * size, 0.2 * size))
    assert (box.x if language == "nl" else box.right) == pytest.approx(FRAME.x if language == "nl" else FRAME.right)
    assert box.center.y == pytest.approx(placed.runs[0].origin.y - 0.25 * size)


def test_every_line_is_indented_beside_the_marker(ask, sheet):
    """Lines begin under each other, and none reaches under the bar or past the frame."""
    request = marked(ask("Een vast contract vanaf de allereerste dag", "lead", smallest=30, largest=30))
    block = fit_text(request, FRAME.size, sheet)
    placed = place(block, FRAME)

    assert len(block.lines) > 1
    assert placed.fit.box.x == pytest.approx(FRAME.x + MARKER.indent * block.size)
    assert placed.fit.box.right <= FRAME.right + 0.1


def test_without_its_ink_a_style_draws_no_marker(ask, sheet):
    """Only a text that asks for the marker has it, and only such a text is indented."""
    request = replace(marked(ask("Werk dichtbij", "lead")), marker_ink=None)
    placed = place(fit_text(request, FRAME.size, sheet), FRAME)

    assert placed.bars == ()
    assert placed.fit.box.x == pytest.approx(FRAME.x, abs=0.1)


def test_texts_of_a_list_keep_one_size(ask, sheet):
    """A long reason makes the short ones smaller, so that the list is of one size."""
    texts = ["Een vast contract vanaf dag één", "Opleiding tijdens je uren", "Collega’s die voor je klaarstaan"]
    requests = [marked(ask(text, "lead", balance=True, lines=(1, 3))) for text in texts]

    for height in (160, 200, 250, 400):
        blocks = fit_stack(requests, Size(300, height), 0.9, sheet)
        assert len({round(block.size, 3) for block in blocks}) == 1
        assert not any(block.overset for block in blocks)
