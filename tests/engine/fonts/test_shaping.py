"""Shaping: what HarfBuzz makes of text in nine languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.fonts import Face, missing_characters, shape

SENTENCES = {
    "nl": "Word zorgkundige: 'n job met een hart, dichtbij in Zuid-West-Vlaanderen!",
    "fr": "L’École recherche une puéricultrice : où êtes-vous, cœur sensible ?",
    "en": "Office staff who’d rather help: shuffle off to a difficult, fulfilling job.",
    "de": "Große Pflegekräfte gesucht – heißt das nicht: Übermut?",
    "tr": "Hemşire ol: ışığını paylaş, İstanbul’dan ılık iğde",
    "pl": "Zostań pielęgniarką: żółć, gęśl i jaźń – źdźbło łąki",
    "ro": "Îngrijește oameni și schimbă vieți în Țările de Jos, fără ștampilă",
    "uk": "Стань медсестрою: сім’я, п'ять, ґанок, Європа, їжак",
    "ar": "انضم إلى فريقنا، لدينا 12 وظيفة في Careēr!",
}


def glyph_names(face: Face, text: str, language: str, **options: float) -> list[str]:
    runs = shape(text, (face,), language, 0, **options).visual_runs
    return [face.hb_font.get_glyph_name(glyph.gid) for run in runs for glyph in run.glyphs]


@pytest.mark.parametrize("language", SENTENCES)
def test_the_brand_font_shows_every_language(rubik, language):
    """No sentence needs a glyph that the font lacks, and every character belongs to a glyph."""
    text = SENTENCES[language]
    shaped = shape(text, (rubik,), language, int(language == "ar"))

    assert missing_characters(text, (rubik,)) == ()
    assert all(glyph.gid for run in shaped.runs for glyph in run.glyphs)
    assert "".join(run.text for run in shaped.runs) == text
    assert [run.start for run in shaped.runs] == sorted(run.start for run in shaped.runs)


def test_letters_tie_and_their_cluster_keeps_both(squares):
    """fi becomes one glyph whose cluster begins at f."""
    (run,) = shape("afib", (squares,), "nl", 0).runs

    assert [(glyph.cluster, glyph.advance) for glyph in run.glyphs] == [(0, 1.0), (1, 1.5), (3, 1.0)]


def test_tracked_letters_do_not_tie(squares):
    """Tracking opens every letter by the same amount, so nothing may tie."""
    (run,) = shape("fi", (squares,), "nl", 0, 0.1).runs

    assert [glyph.advance for glyph in run.glyphs] == pytest.approx([1.1, 1.1])
    assert run.advance == pytest.approx(2.2)


def test_joining_scripts_are_not_tracked(rubik):
    """Space between Arabic letters would tear words apart."""
    assert shape("سلام", (rubik,), "ar", 1, 0.1).advance == shape("سلام", (rubik,), "ar", 1).advance


def test_arabic_letters_join(rubik):
    """A letter in the middle of a word has another shape than alone."""
    alone, joined = glyph_names(rubik, "ب", "ar"), glyph_names(rubik, "ببب", "ar")

    assert len(set(joined) - set(alone)) == 3


def test_an_accent_typed_apart_finds_its_letter(rubik):
    """e with a combining macron is drawn as ē, in one cluster."""
    (run,) = shape("Caree\u0304r", (rubik,), "nl", 0).runs

    assert rubik.glyph("ē") in [glyph.gid for glyph in run.glyphs]
    assert missing_characters("e\u0304", (rubik,)) == ()


def test_turkish_i_keeps_its_dot_beside_f(rubik):
    """The language reaches the shaper: in Turkish fi and fı must stay apart."""
    assert len(glyph_names(rubik, "fi", "tr")) == 2


def test_romanian_gets_its_comma_for_a_cedilla(rubik):
    """Old keyboards type a cedilla; the language asks the font for the comma below."""
    assert glyph_names(rubik, "ş", "ro") == glyph_names(rubik, "ș", "ro") != glyph_names(rubik, "ş", "tr")


def test_numbers_in_arabic_run_from_left_to_right(rubik):
    """12 stays 12, and Latin words keep their own order, within a line from the right."""
    shaped = shape("لدينا 12 abc", (rubik,), "ar", 1)

    assert [run.text.strip() for run in shaped.visual_runs if run.text.strip()] == ["abc", "12", "لدينا"]
    assert [run.level for run in shaped.runs if "12" in run.text] == [2]


def test_each_cluster_takes_the_first_face_that_shows_it(squares, rubik):
    """Fallback goes by grapheme cluster: a letter and its accent never come from two fonts."""
    shaped = shape("aщ e\u0304é漢", (squares, rubik), "uk", 0)
    by_text = {run.text: run.face.key for run in shaped.runs}

    assert by_text["漢"] == "squares"
    assert all("e\u0304" in run.text or "\u0304" not in run.text for run in shaped.runs)
    assert shape("Q", (squares, rubik), "nl", 0).runs[0].face is squares
    assert shape("Ж", (squares, rubik), "uk", 0).runs[0].face is rubik


def test_missing_characters_are_named_once_in_order(squares):
    """A user is told which characters cannot be shown; line ends and invisible ones are none."""
    assert missing_characters("a漢\nb👨‍👩‍👧漢\u00ad\u200d\u2067ж字", (squares,)) == ("漢", "👨‍👩‍👧", "字")


def test_scripts_are_told_apart_and_signs_go_with_their_neighbours(rubik):
    """A comma after Cyrillic is shaped as Cyrillic; a text of signs alone as Latin."""
    assert [run.script for run in shape("«Так», yes!", (rubik,), "uk", 0).runs] == ["Cyrl", "Latn"]
    assert [run.script for run in shape("12 + 3", (rubik,), "nl", 0).runs] == ["Latn"]


@given(st.text(max_size=40), st.sampled_from(sorted(SENTENCES)), st.sampled_from([0, 1]))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_any_text_is_shaped_whole(rubik, text, language, base):
    """Whatever is typed, its runs in order are the text, and clusters stay within their run."""
    shaped = shape(text, (rubik,), language, base)

    assert "".join(run.text for run in shaped.runs) == text
    assert all(0 <= glyph.cluster < len(run.text) for run in shaped.runs for glyph in run.glyphs)
    assert sorted(map(id, shaped.visual_runs)) == sorted(map(id, shaped.runs))
