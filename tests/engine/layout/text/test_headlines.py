"""Headlines: even lines, well ended, as large as they go."""

import pytest

from app.engine.geometry import Size
from app.engine.layout.text import TextBlock, fit_text
from app.engine.layout.text.protect import leans


def texts(block: TextBlock) -> list[str]:
    return [line.text.strip() for line in block.lines]


@pytest.mark.parametrize(
    ("text", "language", "width"),
    [
        ("Word jij onze nieuwe zorgkundige in Mechelen?", "nl", 420),
        ("Ik ben trots op mijn job in de zorg", "nl", 300),
        ("Un métier qui a du cœur et du sens pour toi", "fr", 400),
        ("Be the reason that somebody smiles today", "en", 380),
        ("Werde Teil von einem Team mit ganz viel Herz", "de", 400),
    ],
)
def test_lines_are_even_and_no_last_word_is_lonely(ask, sheet, text, language, width):
    """The last line is not one short word, and no line ends with a word that leans on the next."""
    block = fit_text(ask(text, language=language), Size(width, 400), sheet)
    lines = texts(block)

    assert len(lines) > 1
    assert " " in lines[-1] or block.lines[-1].width > 0.5 * max(line.width for line in block.lines)
    assert not any(leans(line.split()[-1], language) for line in lines[:-1])


def test_a_break_after_a_comma_is_preferred(ask, sheet):
    """Warm hart, / vast contract reads better than Warm / hart, vast contract."""
    block = fit_text(ask("Warm hart, vast contract.", lines=(1, 2)), Size(400, 300), sheet)

    assert texts(block) == ["Warm hart,", "vast contract."]


def test_line_ends_that_were_typed_are_kept(ask, sheet):
    """The user's own breaks win over balance, and read back as white space."""
    block = fit_text(ask("Ja,\nwij zoeken jou!", lines=(1, 3)), Size(500, 400), sheet)

    assert texts(block)[0] == "Ja,"
    assert "".join(line.text for line in block.lines) == "Ja, wij zoeken jou!"


def test_a_short_text_takes_the_largest_size(ask, sheet):
    """Three characters do not fill the frame beyond what the style allows."""
    block = fit_text(ask("Ja!"), Size(700, 500), sheet)

    assert block.size == pytest.approx(120)
    assert not block.overset


def test_more_lines_are_taken_where_they_make_the_type_larger(ask, sheet):
    """In a narrow frame four lines are larger than one."""
    text = "Samen zorgen voor morgen"

    assert len(fit_text(ask(text, lines=(1, 1)), Size(400, 400), sheet).lines) == 1
    one, more = (fit_text(ask(text, lines=(1, most)), Size(400, 400), sheet) for most in (1, 4))
    assert more.size > 1.5 * one.size


def test_the_fewest_lines_are_kept_where_there_are_words_for_them(ask, sheet):
    """A slot that wants two lines at least gets them; a single word cannot give them."""
    assert len(fit_text(ask("Warm hart", lines=(2, 3)), Size(700, 600), sheet).lines) == 2
    assert len(fit_text(ask("Zorg", lines=(2, 3)), Size(700, 600), sheet).lines) == 1


def test_headlines_are_not_divided_while_their_words_fit(ask, sheet):
    """Even where dividing would give larger type."""
    block = fit_text(ask("Onze verpleegkundigen", hyphenate=True), Size(300, 300), sheet)

    assert not any("\u00ad" in line.text for line in block.lines)


def test_long_compounds_are_divided_rather_than_overset(ask, sheet):
    """A word too long for the smallest size is divided, between parts of the compound where it has them."""
    text = "Verantwoordelijke kinderbegeleider buitenschoolse kinderopvang"
    block = fit_text(ask(text, lines=(1, 9), smallest=ask("").style.smallest * 2), Size(240, 500), sheet)

    assert not block.overset
    assert "kinder\u00ad" in [line.text for line in block.lines]
    assert "".join(line.text for line in block.lines).replace("\u00ad", "") == text


def test_a_long_address_is_cut_at_its_seams_only_when_nothing_else_helps(ask, sheet):
    """First the type gets smaller; then the address is parted after its slashes, dots and hyphens."""
    address = "www.wzc.be/jobs/zorgkundige-in-mechelen"
    whole = fit_text(ask(address, lines=(1, 3)), Size(620, 300), sheet)
    cut = fit_text(ask(address, lines=(1, 9)), Size(230, 400), sheet)

    assert texts(whole) == [address]
    assert "".join(texts(cut)) == address
    assert all(line[-1] in "/.-" for line in texts(cut)[:-1])


def test_a_word_without_any_seam_is_cut_between_letters_at_the_very_last(ask, sheet):
    """Turkish has no dictionary; what fits no line is cut, and nothing is lost."""
    block = fit_text(ask("a" * 60, language="tr", lines=(1, 30)), Size(200, 900), sheet)

    assert block.size == pytest.approx(20)
    assert "".join(texts(block)) == "a" * 60
    assert block.width <= 200


def test_the_block_touches_the_frame_in_width_or_height(ask, sheet):
    """The largest size that fits is taken, not just any."""
    block = fit_text(ask("Word jij onze collega?", lines=(1, 4)), Size(300, 900), sheet)

    assert block.width == pytest.approx(300)
    low = fit_text(ask("Word jij onze collega?", lines=(1, 4)), Size(900, 60), sheet)
    assert low.height == pytest.approx(60, rel=0.02)


def test_typed_line_ends_are_the_only_ones_while_the_type_stays_large(ask, sheet):
    """Other breaks would make it a little larger; they are not taken."""
    block = fit_text(ask("Warm hart,\nvast contract.", lines=(1, 4)), Size(300, 600), sheet)

    assert texts(block) == ["Warm hart,", "vast contract."]


def test_typed_line_ends_get_others_beside_them_where_the_type_would_be_tiny(ask, sheet):
    """A long line of the user's is broken before it makes the whole headline small."""
    block = fit_text(ask("Ja!\nWij zoeken vandaag nog nieuwe collega’s", lines=(1, 5)), Size(300, 600), sheet)

    assert texts(block)[0] == "Ja!"
    assert len(block.lines) > 2


def test_a_middle_size_text_that_fits_one_line_stays_on_it(ask, sheet):
    """Only headlines are broken at a comma for the sake of reading."""
    text = "Al zeven jaar, elke dag opnieuw."
    block = fit_text(ask(text, "lead", balance=True, largest=30, lines=(1, 3)), Size(560, 200), sheet)

    assert texts(block) == [text]
    assert block.size == pytest.approx(30, rel=0.01)
