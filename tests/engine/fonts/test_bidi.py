"""Levels and order of mixed text."""

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.fonts.bidi import base_level, levels, line_levels, visual_order

ALEF, BET, DAL = "א", "ב", "د"
RLI, LRI, FSI, PDI = "\u2067", "\u2066", "\u2068", "\u2069"
CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u00ad" + RLI + LRI + FSI + PDI

plain = st.text(alphabet=f'ab {ALEF}{BET}{DAL}12.,+-()[]%$/"!', max_size=16)
marked = st.text(alphabet=f"ab {ALEF}{DAL}12.-(){CONTROLS}\u200e\u200f\u0301", max_size=16)


def shown(text: str, base: int) -> str:
    """Return a line as it stands on paper."""
    return "".join(visual_order(text, line_levels(text, levels(text, base), base)))


def without_controls(text: str) -> str:
    return "".join(char for char in text if char not in CONTROLS)


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("abc", 0, "000"),
        ("אבג", 0, "111"),
        ("ab אב 12", 0, "00011122"),
        ("אב 12,5", 1, "1112222"),
        ("מ (ab) ב", 1, "11122111"),
        ("ab (אב) c", 0, "000011000"),
        ("لدينا 12 وظيفة", 1, "11111122111111"),
        ("100%", 1, "2222"),
    ],
)
def test_levels_follow_the_standard(text, base, expected):
    """Numbers, signs, brackets and letters take the levels of UAX #9."""
    assert "".join(map(str, levels(text, base))) == expected


def test_an_isolate_does_not_touch_what_surrounds_it():
    """A Hebrew name in an isolate leaves the number after it in place."""
    text = f"a {RLI}{ALEF}{BET}{PDI} 1 b"

    assert levels(text, 0) == (0, 0, 0, 1, 1, 0, 0, 0, 0, 0)


def test_first_strong_isolates_and_open_ones_are_resolved():
    """FSI takes the direction of its first letter; an isolate that is never closed reaches to the end."""
    assert levels(f"{FSI}1{ALEF}{PDI}", 0) == (0, 2, 1, 0)
    assert levels(f"a{RLI}{ALEF}1", 0) == (0, 0, 1, 2)
    assert levels(f"{LRI}{RLI}{ALEF}{PDI}a{PDI}", 1) == (1, 2, 3, 2, 2, 1)


@given(plain, st.sampled_from([0, 1]))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_order_agrees_with_another_implementation(text, base):
    """The order on paper is that of the unicode-bidi crate inside python-bidi."""
    # The crate skips rule L1 for lines without right-to-left letters.
    line = f"{ALEF}{text.strip()}{BET}"

    assert shown(line, base) == get_display(line, base_dir="LR"[base])


@given(marked, st.sampled_from([0, 1]))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_order_with_controls_agrees_with_another_implementation(text, base):
    """Embeddings, overrides and isolates, balanced or not, are ordered as the crate orders them."""
    line = f"{ALEF}{text.strip()}{BET}"

    assert without_controls(shown(line, base)) == without_controls(get_display(line, base_dir="LR"[base]))


def test_a_right_to_left_language_decides_the_base():
    """An Arabic text that begins with a Latin name still reads from the right; a Dutch one goes by its first letter."""
    assert base_level("Careēr لدينا", "ar") == 1
    assert base_level("123 abc", "nl") == 0
    assert base_level("«مرحبا» zegt Amal", "nl") == 1
    assert base_level(f"{RLI}{ALEF}{PDI} abc", "nl") == 0


def test_white_space_at_the_end_of_a_line_takes_the_level_of_the_paragraph():
    """So that it hangs out at the line's end, not within it."""
    text = f"a {ALEF} "

    assert line_levels(text, levels(text, 1), 1)[-1] == 1
    assert line_levels(text, levels(text, 0), 0)[-1] == 0


@pytest.mark.parametrize(
    "number", ["052 12 34 56", "+32 475 12 34 56", "0475/12.34.56", "(02) 411 22 33", "0032 475 12 34 56", "09 2123456"]
)
@pytest.mark.parametrize("base", [0, 1])
def test_a_telephone_number_is_dialled_from_the_left(number, base):
    """Its groups keep their order inside Arabic, whatever stands between them."""
    text = f"اتصل بالرقم {number} الآن"

    assert number in shown(text, base)


def test_other_figures_in_a_row_follow_the_text():
    """Years one after the other are words of a list: the first is read first, at the right."""
    text = "في 2026 2027 2028"

    assert "2028 2027 2026" in shown(text, 1)
