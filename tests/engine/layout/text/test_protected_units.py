"""What stays on one line, and where words are divided."""

import pytest

from app.engine.layout.text.breaks import hyphen_breaks, usual_breaks
from app.engine.layout.text.hyphens import can_hyphenate, divisions
from app.engine.layout.text.typed import paragraphs


@pytest.fixture
def pieces(ask):
    """Return the stretches of a text that no line end parts."""

    def find(text: str, language: str = "nl") -> list[str]:
        (paragraph,) = paragraphs(text, language, "as-typed", ask("").style.faces[0])
        ends = [mark.at for mark in usual_breaks(paragraph, language)]
        return [text[a:b].strip() for a, b in zip([0, *ends], [*ends, len(text)], strict=True)]

    return find


@pytest.mark.parametrize(
    ("text", "kept", "language"),
    [
        ("zie V.U.: An Peeters", "V.U.:", "nl"),
        ("mail naar jobs.zorg@wzc-linde.be vandaag", "jobs.zorg@wzc-linde.be", "nl"),
        ("surf naar https://www.wzc.be/jobs/zorg-kundige?x=1 nu", "https://www.wzc.be/jobs/zorg-kundige?x=1", "nl"),
        ("surf naar wzc-linde.be/jobs vandaag", "wzc-linde.be/jobs", "nl"),
        ("om 12 uur stipt", "12 uur", "nl"),
        ("vanaf 9 u. open", "9 u.", "nl"),
        ("slechts 12,5 km ver", "12,5 km", "nl"),
        ("al 100 % zeker", "100 %", "nl"),
        ("krijg € 15 extra", "€ 15", "nl"),
        ("van 9–17 uur open", "9–17 uur", "nl"),
        ("bel 02 123 45 67 nu", "02 123 45 67", "nl"),
        ("kom op 12 mei langs", "12 mei", "nl"),
        ("un lot de 1 250 € pour vous", "1 250 €", "fr"),
        ("vraag J. Peeters raad", "J. Peeters", "nl"),
        ("vraag dr. Peeters raad", "dr. Peeters", "nl"),
        ("in Careēr 's naam", "Careēr 's", "nl"),
        ("een e-mail sturen", "e-mail", "nl"),
        ("zorgkundige (m/v/x) gezocht", "(m/v/x)", "nl"),
        ("vous venez quand ?", "quand ?", "fr"),
        ("il dit « bonjour » ici", "« bonjour »", "fr"),
        ("ouvert à 9 h précises", "9 h", "fr"),
        ("open at 9 o’clock sharp", "9 o’clock", "en"),
        ("ab 8 Uhr offen", "8 Uhr", "de"),
        ("zorg – elke dag", "zorg –", "nl"),
    ],
)
def test_units_stay_on_one_line(pieces, text, kept, language):
    """Addresses, sums, times, initials and signs are not parted, and what surrounds them still is."""
    found = pieces(text, language)

    assert kept in found
    assert len(found) > 1


def test_lines_end_at_code_points_beyond_the_first_plane(pieces):
    """ICU counts in UTF-16; an emoji must not push the places that follow."""
    assert pieces("😀 zorg 👩‍⚕️ team") == ["😀", "zorg", "👩‍⚕️", "team"]


def test_a_line_may_end_after_a_hyphen_that_was_typed(pieces):
    """Long names with hyphens can be parted there."""
    assert pieces("in West-Vlaanderen") == ["in", "West-", "Vlaanderen"]


def test_soft_hyphens_are_places_to_divide_and_nothing_else(ask):
    """They vanish from the text and stay as places where a word may be divided."""
    (paragraph,) = paragraphs("ver\u00adpleeg\u00adkunde", "nl", "as-typed", ask("").style.faces[0])

    assert paragraph.typed == "verpleegkunde"
    assert [(mark.at, mark.adds_hyphen) for mark in usual_breaks(paragraph, "nl")] == [(3, True), (8, True)]


@pytest.mark.parametrize(
    ("word", "language", "parts"),
    [
        ("verpleegkundige", "nl", "ver-pleeg-kun-dige"),
        ("kinderbegeleider", "nl", "kin-der-be-ge-lei-der"),
        ("infirmière", "fr", "infir-mière"),
        ("Krankenpflege", "de", "Kran-ken-pfle-ge"),
        ("pielęgniarka", "pl", "pie-lę-gniar-ka"),
    ],
)
def test_words_are_divided_as_their_language_does(word, language, parts):
    """At least three letters stay before the hyphen, and three after it."""
    found = divisions(word, language)
    allowed = {len(parts[:at].replace("-", "")) for at, char in enumerate(parts) if char == "-"}

    assert found
    assert set(found) <= allowed
    assert all(3 <= at <= len(word) - 3 for at in found)


@pytest.mark.parametrize("language", ["tr", "ar"])
def test_languages_without_a_good_dictionary_are_not_divided(language):
    """There are no patterns for Turkish and Arabic."""
    assert not can_hyphenate(language)
    assert divisions("kullanılabilirlik", language) == ()


def test_single_ukrainian_letters_are_not_cut_off():
    """The patterns would part single letters; three at least stay together."""
    assert all(3 <= at <= 6 for at in divisions("медсестра", "uk"))


def test_names_short_words_addresses_and_the_last_word_stay_whole(ask):
    """Only words that a reader puts together again without effort are divided."""
    text = "Mechelen zorgen website.zorgkundige.be verantwoordelijke verpleegkundige"
    (paragraph,) = paragraphs(text, "nl", "as-typed", ask("").style.faces[0])
    start, end = text.index("verantwoordelijke"), text.index(" verpleegkundige")

    places = [mark.at for mark in hyphen_breaks(paragraph, "nl")]
    assert places
    assert all(start < at < end for at in places)


def test_parts_of_compounds_are_the_better_places(ask):
    """Between kinder and begeleider a hyphen costs less than elsewhere."""
    (paragraph,) = paragraphs("kinderbegeleider gezocht", "nl", "as-typed", ask("").style.faces[0])
    costs = {mark.at: mark.cost for mark in hyphen_breaks(paragraph, "nl")}

    assert min(costs, key=costs.__getitem__) == len("kinder")
