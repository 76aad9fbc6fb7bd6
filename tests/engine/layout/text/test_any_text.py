"""Whatever is typed: it is set, whole, and within its frame unless it says that it is overset."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st
from typesetting import BARRED, BLACK, BODY, HEAD, LEAD, SHEET, YELLOW

from app.engine.fonts import is_control, is_ignorable
from app.engine.geometry import Rect, Size
from app.engine.layout.text import TextRequest, fit_stack, fit_text, place, place_stack, stack_height

WORDS = [
    *(
        "zorg",
        "verpleegkundige",
        "in",
        "de",
        "€ 15",
        "V.U.",
        "jobs@wzc.be",
        "https://www.x.be/a/b-c",
        "مرحبا",
        "12",
        "كن",
    ),
    *("İstanbul", "сім’я", "Oost-Vlaanderen", "ver\u00adpleeg", "straße", "👨‍👩‍👧", "e\u0304", "\u2067אב\u2069", "\n"),
]
LANGUAGES = ["nl", "fr", "en", "de", "tr", "pl", "ro", "uk", "ar"]

texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
styles = st.sampled_from([HEAD, BARRED, LEAD, BODY])
fewest = st.integers(1, 4)


def seen(text: str) -> str:
    """Return what a reader sees of a text: no white space, no invisible characters."""
    return "".join(char for char in text if not (char.isspace() or is_ignorable(char) or is_control(char)))


def requested(text: str, style, language: str, lines: tuple[int, int]) -> TextRequest:
    return TextRequest(slot="any", text=text, language=language, style=style, ink=BLACK, lines=lines, bar_ink=YELLOW)


@given(texts, styles, st.sampled_from(LANGUAGES), fewest, st.integers(0, 4), st.floats(40, 700), st.floats(20, 600))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_any_text_is_set_whole_and_within_its_frame(text, style, language, least, more, width, height):
    """No text raises, loses a character, or leaves its frame unsaid."""
    block = fit_text(requested(text, style, language, (least, least + more)), Size(width, height), SHEET)
    placed = place(block, Rect(0, 0, width, height))

    assert seen("".join(line.text for line in block.lines)) == seen(text)
    assert sorted(seen("".join(run.text for run in placed.runs))) == sorted(seen(text))
    assert all(0 <= glyph.cluster < len(run.text) for run in placed.runs for glyph in run.glyphs)
    if not block.overset:
        assert block.width <= width + 1e-6
        assert block.height <= height + 1e-6
        assert len(block.lines) <= least + more
        assert block.size >= block.smallest - 1e-6


@given(
    st.lists(st.tuples(texts, styles, st.sampled_from(LANGUAGES), fewest), max_size=5),
    st.floats(100, 700),
    st.floats(50, 900),
    st.floats(0, 1),
)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_any_stack_is_set_whole_and_within_its_column(items, width, height, gap):
    """Texts under each other fit together, or those that do not say so."""
    requests = [requested(text, style, language, (1, most)) for text, style, language, most in items]
    blocks = fit_stack(requests, Size(width, height), gap, SHEET)
    placed = place_stack(blocks, Rect(0, 0, width, height), gap=gap)

    assert [seen("".join(line.text for line in block.lines)) for block in blocks] == [seen(i[0]) for i in items]
    assert len(placed) == len(items)
    if not any(block.overset for block in blocks):
        assert stack_height(blocks, gap) <= height + 1e-6
        assert all(block.width <= width + 1e-6 for block in blocks)


def test_setting_twice_gives_the_same(ask, sheet):
    """Same input, same output, warm or cold."""
    request = ask(unicodedata.normalize("NFD", "Één voor állen, ēlke dag"), lines=(1, 4))

    assert fit_text(request, Size(300, 300), sheet) == fit_text(request, Size(300, 300), sheet)
