"""The order in which a reader must find the letters of a line so that it recovers what was typed."""

import pytest
from scenes import BLACK, face

from app.engine.geometry import Point
from app.engine.paint.reordering import Line, reordered
from app.engine.scene import Glyph, GlyphRun


def in_file(text):
    return "".join(char for _, char in reordered(text))


def run(text, level, x=0.0):
    return GlyphRun(
        face=face(),
        size=10,
        origin=Point(x, 20),
        glyphs=(Glyph(1, 0, 0, 0),),
        advance=10,
        text=text,
        level=level,
        script="Arab",
        language="ar",
        ink=BLACK,
    )


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("warm hart 12", "warm hart 12"),
        ("אבג", "גבא"),
        ("אב (גד)", "(דג) בא"),
        ("אב 12 גד", "דג 12 בא"),
        ("אב, 12, גד", "דג 12, ,בא"),
        ("De Linde אב", "De Linde בא"),
        ("De אב", "De בא"),
    ],
)
def test_letters_are_ordered_for_the_way_back(typed, wanted):
    """Right-to-left words are turned; the order of pieces too, unless most of them run left to right."""
    assert in_file(typed) == wanted


@pytest.mark.parametrize("typed", ["אב (גד) 12", "אבג De Linde", "א׳ב, ג 3–4", "אב jobs@de.be גד"])
def test_the_way_is_the_same_there_and_back(typed):
    """Reordered twice, a text is itself again."""
    assert in_file(in_file(typed)) == typed


def test_runs_are_read_in_logical_order():
    """A number inside a right-to-left run inside a line: what is deepest is turned back last."""
    line = Line([run("ד", 1), run("34", 2), run(" ב ", 1), run("12", 2), run("א ", 1)])

    assert line.text == "א 12 ב 34ד"


def test_directional_runs_are_of_one_direction():
    """Words are cut where the direction changes; figures go along with what is around them."""
    line = Line([run(" ב", 1), run("De Linde 12", 2), run("א 7 ", 1)])

    assert [line.text[start:end] for start, end in line.directional_runs] == ["א 7 ", "De Linde 12 ", "ב"]
