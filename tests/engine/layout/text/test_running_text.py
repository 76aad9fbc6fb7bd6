"""Running text, capitals, and text that is too long."""

from itertools import pairwise

import pytest

from app.engine.geometry import Size
from app.engine.layout.text import fit_text

DUTCH = (
    "Personeelsverantwoordelijken onderhandelen over arbeidsvoorwaarden. Kinderbegeleidsters, zorgkundigen en"
    " verpleegkundigen krijgen doorgroeimogelijkheden binnen onze organisatie."
)


def test_words_are_divided_where_that_makes_the_type_larger(ask, sheet):
    """Long Dutch words in a narrow column are divided; never three lines in a row, never the last word."""
    divided = fit_text(ask(DUTCH, "body", lines=(1, 12)), Size(150, 260), sheet)
    whole = fit_text(ask(DUTCH, "body", lines=(1, 12), hyphenate=False), Size(150, 260), sheet)
    ends = [line.text.endswith("\u00ad") for line in divided.lines]

    assert divided.size > whole.size
    assert any(ends)
    assert not any(a and b and c for a, b, c in zip(ends, ends[1:], ends[2:], strict=False))
    assert not ends[-2]


def test_words_stay_whole_where_dividing_gains_nothing(ask, sheet):
    """In a wide column nothing is divided."""
    block = fit_text(ask(DUTCH, "body", lines=(1, 12)), Size(600, 300), sheet)

    assert not any("\u00ad" in line.text for line in block.lines)


def test_squares_are_set_as_reckoned(ask, sheet):
    """Ten squares and a space of half in 105 pt are 10 pt high; wrapped in two lines, 21 pt."""
    assert fit_text(ask("aaaaa aaaaa", "squares", lines=(1, 1)), Size(105, 100), sheet).size == pytest.approx(
        10, rel=0.003
    )
    assert fit_text(ask("aaaaa aaaaa", "squares", lines=(1, 2)), Size(105, 100), sheet).size == pytest.approx(
        21, rel=0.003
    )


def test_a_typed_soft_hyphen_shows_only_where_it_is_used(ask, sheet):
    """Used, it becomes a hyphen glyph whose text is U+00AD; unused, it leaves no glyph."""
    wide = fit_text(ask("aa\u00adaa", "squares", lines=(1, 1)), Size(400, 100), sheet)
    narrow = fit_text(ask("aaaa\u00adaaaa", "squares", lines=(1, 2), smallest=20), Size(110, 100), sheet)
    hyphen = narrow.lines[0].runs[-1].glyphs[-1]

    assert [len(run.glyphs) for line in wide.lines for run in line.runs] == [4]
    assert [line.text for line in narrow.lines] == ["aaaa\u00ad", "aaaa"]
    assert hyphen.gid == narrow.request.style.faces[0].glyph("-")


@pytest.mark.parametrize(
    ("typed", "language", "capitals"),
    [("istanbul ılık", "tr", "İSTANBUL ILIK"), ("straße", "de", "STRAẞE"), ("ijsje é", "nl", "IJSJE É")],
)
def test_capitals_follow_the_language_and_read_back_as_typed(ask, sheet, typed, language, capitals):
    """What is drawn is in capitals; the text of the runs is what was typed."""
    block = fit_text(ask(typed, "head", language, case="upper"), Size(900, 200), sheet)
    face = block.request.style.faces[0]
    drawn = [glyph.gid for line in block.lines for run in line.runs for glyph in run.glyphs]
    plain = fit_text(ask(capitals, "head", language), Size(900, 200), sheet)

    assert drawn == [glyph.gid for line in plain.lines for run in line.runs for glyph in run.glyphs]
    assert "".join(run.text for line in block.lines for run in line.runs) == typed
    assert face.has("ẞ")


def test_a_letter_that_becomes_two_capitals_still_reads_as_one(ask, sheet):
    """ŉ has no capital of its own: both glyphs belong to the one letter that was typed."""
    block = fit_text(ask("ŉ", "head", "en", case="upper"), Size(900, 200), sheet)
    (run,) = block.lines[0].runs

    assert run.text == "ŉ"
    assert [glyph.cluster for glyph in run.glyphs] == [0] * len(run.glyphs)
    assert len(run.glyphs) == 2


def test_text_that_is_too_long_is_set_whole_and_counted(ask, sheet):
    """At the smallest size 10 squares of 10 pt fit a line of 105 pt; the third word is too many."""
    block = fit_text(ask("aaaaaaaa bbbbbbbb cccccc", "squares", lines=(1, 2)), Size(105, 100), sheet)

    assert block.overset
    assert block.overset_chars == 6
    assert block.size == pytest.approx(10)
    assert "".join(line.text for line in block.lines) == "aaaaaaaa bbbbbbbb cccccc"


def test_text_too_high_for_its_frame_is_counted_by_the_lines_that_fit(ask, sheet):
    """Two lines of 10 pt do not go into a frame of 12 pt."""
    block = fit_text(ask("aaaaaaaa bbbbbbbb", "squares", lines=(1, 5)), Size(105, 12), sheet)

    assert (block.overset, block.overset_chars, len(block.lines)) == (True, 8, 2)


def test_a_single_letter_wider_than_the_frame_is_overset_and_kept(ask, sheet):
    """Nothing can be done; it is said and set."""
    block = fit_text(ask("a", "squares", lines=(1, 1)), Size(5, 100), sheet)

    assert block.overset
    assert [line.text for line in block.lines] == ["a"]


def test_paragraphs_and_white_space_are_tidied(ask, sheet):
    """Spaces collapse, blank lines stay single, line ends of any kind force a break."""
    block = fit_text(ask(" a  b \r\n\n\n\tc\u2028d \n", "squares", lines=(1, 9)), Size(400, 400), sheet)

    assert [line.text.strip() for line in block.lines] == ["a b", "", "c", "d"]


def test_a_french_sign_never_begins_a_line(ask, sheet):
    """At any width the question mark stays with its word."""
    for width in range(60, 400, 10):
        block = fit_text(ask("Vous venez travailler quand ?", "body", "fr", lines=(1, 9)), Size(width, 300), sheet)
        assert not any(line.text.startswith("?") for line in block.lines)


def test_the_empty_text_has_no_lines(ask, sheet):
    """White space alone is an empty text."""
    block = fit_text(ask(" \n "), Size(100, 100), sheet)

    assert block.is_empty
    assert block.height == 0
    assert not block.overset


def test_lines_follow_each_other_in_logical_order(ask, sheet):
    """Whatever the breaks, the lines of a mixed Arabic text read as was typed."""
    text = "نعمل معًا من أجل كل إنسان، كل يوم، في Mechelen منذ 1998."
    block = fit_text(ask(text, "lead", "ar", lines=(1, 6)), Size(150, 300), sheet)

    assert len(block.lines) > 2
    assert "".join(line.text for line in block.lines) == text
    assert all(first.base == 1 for first, _ in pairwise(block.lines))
