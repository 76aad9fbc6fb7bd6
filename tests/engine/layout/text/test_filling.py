"""A date as an image: each line as wide as its frame."""

from itertools import pairwise

import pytest
from typesetting import RUBIK, make_style

from app.engine.geometry import Rect
from app.engine.layout.text import fit_text, place

GIANT = make_style(RUBIK, 40, 700, key="giant", leading=0.82, tracking=-0.03, fill=True)
FRAME = Rect(50, 60, 700, 620)
WIDE = Rect(50, 60, 700, 2000)


def set_date(ask, sheet, text, language="nl", frame=FRAME, lines=(1, 4)):
    request = ask(text, language=language, lines=lines)
    giant = type(request)(slot="date", text=text, language=language, style=GIANT, ink=request.ink, lines=lines)
    block = fit_text(giant, frame.size, sheet)
    return block, place(block, frame)


def inks(placed):
    """Return the ink box of each line, from the outlines that are painted."""
    boxes = {}
    for run in placed.runs:
        for glyph in run.glyphs:
            if ink := run.face.ink(glyph.gid):
                x, y = run.origin.x + glyph.x, run.origin.y + glyph.y
                box = Rect(x + ink.x * run.size, y + ink.y * run.size, ink.width * run.size, ink.height * run.size)
                boxes[run.origin.y] = boxes.get(run.origin.y, box).union(box)
    return [boxes[base_line] for base_line in sorted(boxes)]


@pytest.mark.parametrize(
    ("text", "language"), [("14\nmaart", "nl"), ("14 maart", "nl"), ("14\nمارس", "ar"), ("1er\nmai", "fr")]
)
def test_each_line_is_as_wide_as_the_frame(ask, sheet, text, language):
    """The figure is enormous and the month as wide as the sheet, from ink to ink."""
    block, placed = set_date(ask, sheet, text, language, WIDE)

    assert len(block.lines) == 2
    for ink in inks(placed):
        assert (ink.x, ink.right) == pytest.approx((FRAME.x, FRAME.right), abs=1)


def test_the_tail_of_a_month_hangs_over_the_edge(ask, sheet):
    """The stem of j stands under the figure, and the month reaches the other edge."""
    _, placed = set_date(ask, sheet, "1er\njanvier", "fr", WIDE)
    month = inks(placed)[1]

    assert FRAME.x - 30 < month.x < FRAME.x - 20
    assert month.right == pytest.approx(FRAME.right, abs=1)


@pytest.mark.parametrize("text", ["14", "14 maart", "zaterdag 14 november 2026", "14 & 15 maart", "7", "€ 5"])
def test_lines_stay_in_the_frame_and_do_not_touch(ask, sheet, text):
    """Whatever the date, its ink lies within the frame, and there is air between the lines."""
    block, placed = set_date(ask, sheet, text)
    boxes = inks(placed)

    assert not block.overset
    assert all(FRAME.grown(1).contains(box) for box in boxes)
    assert all(above.bottom < below.y for above, below in pairwise(boxes))
    assert " ".join("".join(line.text for line in block.lines).split()) == text


def test_the_highest_lines_give_way(ask, sheet):
    """In a low frame the figure loses width, not the month."""
    _, placed = set_date(ask, sheet, "14\nmaart", frame=Rect(50, 60, 700, 400))
    figure, month = inks(placed)

    assert figure.width < 0.8 * month.width
    assert month.width == pytest.approx(700, abs=1)


def test_a_sign_stays_with_both_its_neighbours(ask, sheet):
    """No line of a date begins or ends with an ampersand."""
    block, _ = set_date(ask, sheet, "14 & 15 maart")

    assert [line.text.strip() for line in block.lines] == ["14 & 15", "maart"]


@pytest.mark.parametrize(
    ("text", "first"),
    [("28, 29 en 30 september", "28, 29 en 30"), ("3 tot 5 mei", "3 tot 5"), ("1. und 2. Mai", "1. und 2.")],
)
def test_numbers_of_one_list_stay_together(ask, sheet, text, first):
    """No line is a number and a comma alone."""
    block, _ = set_date(ask, sheet, text)

    assert block.lines[0].text.strip() == first


def test_no_line_is_a_giant_over_the_others(ask, sheet):
    """A single figure over a long month stays within a few times its size."""
    block, _ = set_date(ask, sheet, "7\nseptember", frame=WIDE)

    assert max(block.sizes) == pytest.approx(3.2 * min(block.sizes))


def test_typed_line_ends_are_the_only_ones(ask, sheet):
    """Who breaks the date has the say."""
    block, _ = set_date(ask, sheet, "zaterdag 14\nmaart")

    assert [line.text.strip() for line in block.lines] == ["zaterdag 14", "maart"]


def test_a_text_too_long_to_fill_is_overset_not_dropped(ask, sheet):
    """A whole sentence in a small frame is set all the same, and says that it does not fit."""
    text = "van donderdag 12 tot en met zaterdag 28 november 2026 in Dendermonde"
    block, _ = set_date(ask, sheet, text, frame=Rect(0, 0, 150, 60))

    assert block.overset
    assert " ".join(part for line in block.lines for part in line.text.replace("\u00ad", "").split())
