"""Where lines, bars and glyphs stand."""

import pytest

from app.engine.geometry import Rect
from app.engine.layout.text import fit_text, place

FRAME = Rect(100, 200, 300, 250)


def set_in(request, sheet, frame=FRAME, **where):
    return place(fit_text(request, frame.size, sheet), frame, **where)


def test_capitals_touch_the_top_and_stems_the_side(ask, sheet):
    """Squares of 0.6 em, drawn 0.2 em from their origin: ink begins at the frame's corner."""
    placed = set_in(ask("aa", "squares", lines=(1, 1), largest=30, smallest=30), sheet)
    (run,) = placed.runs
    ink_left = run.origin.x + 0.2 * run.size

    assert run.origin.y - 0.6 * run.size == pytest.approx(FRAME.y)
    # The blank beside a letter is taken back only so far; squares have more of it than letters do.
    assert ink_left - FRAME.x == pytest.approx((0.2 - 0.12) * run.size)


def test_tails_touch_the_bottom(ask, sheet):
    """Bottom-aligned text has its tails, not its ascenders, at the frame's edge."""
    placed = set_in(ask("Trots op mijn job"), sheet, valign="bottom")
    face = placed.runs[-1].face
    tail = face.ink(face.glyph("p")).bottom

    assert placed.runs[-1].origin.y + tail * placed.fit.size == pytest.approx(FRAME.bottom)


@pytest.mark.parametrize("align", ["start", "center", "end"])
@pytest.mark.parametrize(("text", "language"), [("Zorg voor mij", "nl"), ("انضم إلى فريقنا", "ar")])
def test_bars_stand_on_the_edge_and_mirror(ask, sheet, align, text, language):
    """The outer edge of each bar stands on the frame's edge: the start is at the right for Arabic."""
    placed = set_in(ask(text, "barred", language, lines=(2, 3), align=align), sheet)
    lefts = [bar.path.bounds.x for bar in placed.bars]
    rights = [bar.path.bounds.right for bar in placed.bars]
    on_left = (align == "start") == (language == "nl")

    assert len(placed.bars) > 1
    if align == "center":
        assert [(a + b) / 2 for a, b in zip(lefts, rights, strict=True)] == pytest.approx([250] * len(lefts))
    else:
        assert (lefts if on_left else rights) == pytest.approx([100 if on_left else 400] * len(lefts))


def test_bars_hold_the_ink_of_their_line(ask, sheet):
    """Accents of capitals and Arabic tails do not stand out of their bar, and no bar is under another's glyphs."""
    for text, language in (("ÉÉN team", "nl"), ("إلى فريق انضمٍّ", "ar"), ("Țară", "ro")):
        placed = set_in(ask(text, "barred", language, lines=(1, 3)), sheet)
        for run in placed.runs:
            for glyph in run.glyphs:
                ink = run.face.ink(glyph.gid)
                if ink is None:
                    continue
                top = run.origin.y + glyph.y + ink.y * run.size
                bottom = run.origin.y + glyph.y + ink.bottom * run.size
                bars = [bar.path.bounds for bar in placed.bars]
                assert any(bar.y <= top + 1e-6 and bottom <= bar.bottom + 1e-6 for bar in bars)


def test_bars_come_before_all_glyphs(ask, sheet):
    """So that the bar of a line never cuts a tail of the line above."""
    placed = set_in(ask("Trots op mijn job", "barred", lines=(3, 3)), sheet)
    kinds = [type(item).__name__ for item in placed.items]

    assert kinds == ["Fill"] * len(placed.bars) + ["GlyphRun"] * len(placed.runs)
    assert len(placed.bars) == 3


def test_without_a_bar_ink_there_is_no_bar(ask, sheet):
    """The style alone does not paint; the slot must name a colour."""
    placed = set_in(ask("Zorg", "barred", bar=False), sheet)

    assert placed.bars == ()


def test_a_space_at_a_line_end_is_kept_and_not_seen(ask, sheet):
    """Readers need it between two lines; it takes no part in width or alignment, also from the right."""
    for text, language in (("Zorg voor mij", "nl"), ("انضم إلى فريقنا", "ar")):
        request = ask(text, "head", language, lines=(3, 3), align="end")
        block = fit_text(request, FRAME.size, sheet)
        placed = place(block, FRAME)

        assert [line.text[-1] == " " for line in block.lines] == [True, True, False]
        assert block.width <= FRAME.width + 1e-6
        assert placed.fit.box.width <= FRAME.width + 1e-6
    edge = FRAME.x + FRAME.width if language == "nl" else FRAME.x
    assert placed.fit.box.x == pytest.approx(edge, abs=0.12 * block.size)


def test_mixed_lines_stand_in_visual_order(ask, sheet):
    """In an Arabic line a number stands to the left of the words before it."""
    placed = set_in(ask("لدينا 12 وظيفة", "head", "ar", lines=(1, 1)), sheet)
    texts = [run.text.strip() for run in placed.runs]

    assert texts.index("وظيفة") < texts.index("12") < texts.index("لدينا")
    assert [run.origin.x for run in placed.runs] == sorted(run.origin.x for run in placed.runs)


def test_a_divided_word_is_marked_so_that_readers_get_it_whole(ask, sheet):
    """Both parts are runs of their own; the first says that it continues."""
    text = "in Oost-Vlaanderen verantwoordelijke zijn"
    placed = set_in(ask(text, lines=(1, 9), smallest=60), sheet, Rect(0, 0, 230, 900))
    words, word = [], ""
    for run in placed.runs:
        word += run.text
        if not run.continues:
            words.append(word.replace("\u00ad", "").strip())
            word = ""

    assert any(run.continues for run in placed.runs)
    assert {"Oost-Vlaanderen", "verantwoordelijke"} <= set(words)
    assert " ".join(" ".join(words).split()) == text


def test_parts_of_a_run_keep_their_places(ask, sheet):
    """Where a run is parted for a divided word, every glyph stays where it was."""
    block = fit_text(ask("aa bb-cc dd", "squares", lines=(2, 2), smallest=20), FRAME.size, sheet)
    placed = place(block, FRAME)
    places = [(round(run.origin.x + glyph.x, 6), run.origin.y) for run in placed.runs for glyph in run.glyphs]
    whole = [
        round(FRAME.x + block.size * (glyph.x - min(0.12, line.ink_left)), 6)
        for line in block.lines
        for run in line.runs
        for glyph in run.glyphs
    ]

    assert [x for x, _ in places] == whole


def test_facts_say_how_the_text_was_set(ask, sheet):
    """Size, lines and box are what checks and previews go by."""
    placed = set_in(ask("Ja!"), sheet)

    assert placed.fit.slot == "headline"
    assert placed.fit.style == "head"
    assert placed.fit.lines == ("Ja!",)
    assert FRAME.grown(1e-6).contains(placed.fit.box)
    assert (placed.fit.size, placed.fit.overset) == (pytest.approx(120), False)
