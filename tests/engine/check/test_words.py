"""The rules of words: what they find, whom they leave alone, and what their fixes make of it."""

from dataclasses import replace

import pytest
from makers import checked, codes, kit, make_content, make_template, one, text_slot, told

from app.engine.check.spelling import misspelt
from app.engine.check.tone import flagged
from app.engine.content import Text
from app.engine.findings import Severity
from app.engine.template.checked import Destination


@pytest.mark.parametrize("destination", ["print", "home", "web", "screen"])
@pytest.mark.parametrize("words", ["", "   \n ", "\u202e", "\u200b\u200d"])
def test_an_empty_required_text_is_an_error_everywhere(words, destination: Destination):
    """Spaces and characters that nobody sees do not fill a slot."""
    template = make_template(text_slot("headline", required=True))

    found = checked(template, make_content(headline=words), destination=destination).findings

    assert ("error", "headline", "required") in told(found)


def test_an_empty_optional_text_is_fine(says):
    """Nobody must fill what is not asked for."""
    assert "required" not in codes(says(""))


@pytest.mark.parametrize("words", ["Jouw titel", "  jouw   TITEL ", "Votre\ntitre"])
def test_a_placeholder_is_not_a_text(says, words):
    """The sample text counts as empty in any language, however it is spaced."""
    found = says(words, placeholder={"nl": "Jouw titel", "fr": "Votre titre"})

    assert one(found, "placeholder").severity is Severity.ERROR


def test_too_long_counts_what_a_reader_counts(says):
    """A letter with its accent and a flag of two code points are one character each."""
    assert "too-long" not in codes(says("e\u0301" * 5 + "👩‍⚕️", max_chars=6))
    assert "2 tekens korter" in one(says("ëëëëë", max_chars=3), "too-long").message.nl
    assert "één teken korter" in one(says("ëëëë", max_chars=3), "too-long").message.nl


def test_missing_glyphs_are_named_and_taken_out(mended):
    """The finding names what the typeface lacks; its fix leaves the rest."""
    template = make_template(text_slot())
    poster = checked(template, make_content(headline="Zorg 漢 voor 字 elkaar"))

    found = one(poster.findings, "missing-glyph")

    assert (found.severity, found.slot) == (Severity.ERROR, "headline")
    assert "漢 字" in found.message.nl
    assert mended(poster, "missing-glyph").words("headline") == "Zorg voor elkaar"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Zorg dat ’t loopt – 100 % „warm“"),
        ("fr", "Œuvrer « ensemble » où l’on s’aide"),
        ("de", "Größe zählt"),
        ("tr", "İyi bakım için ığdır"),
        ("pl", "Zażółć gęślą jaźń"),
        ("ro", "Îngrijește-ți țara"),
        ("uk", "Піклуйся про людей, ґаздо"),
        ("ar", "نحن نبحث عن ممرضة"),
    ],
)
def test_no_language_of_the_kit_misses_a_letter(language, words):
    """Every letter of the nine languages can be set."""
    template = make_template(text_slot(), languages=kit().languages)

    assert "missing-glyph" not in codes(checked(template, make_content(language=language, headline=words)).findings)


def test_unsafe_characters_are_told_and_taken_out(mended):
    """What could turn a line round is a warning, with a fix."""
    poster = checked(make_template(text_slot()), make_content(headline="War\u202em hart"))

    assert one(poster.findings, "cleaned-text").severity is Severity.WARNING
    assert mended(poster, "cleaned-text").content.texts["headline"].text == "Warm hart"


def test_half_a_character_is_a_finding():
    """A script may hand over what no file can hold; it is told like any other unusable character."""
    poster = checked(make_template(text_slot()), make_content(headline="Warm\ud800 hart"))

    assert one(poster.findings, "cleaned-text").fix is not None


def test_letters_typed_as_one_are_told_and_taken_apart(mended):
    """Text that was copied from a PDF may hold ligatures; a reader of ours gets letters, so it is said."""
    poster = checked(make_template(text_slot()), make_content(headline="Met de ﬁets, eﬃciënt"))

    assert "as one character" in one(poster.findings, "cleaned-text").message.en
    assert mended(poster, "cleaned-text").content.texts["headline"].text == "Met de fiets, efficiënt"
    assert poster.words("headline") == "Met de fiets, efficiënt"


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("Kom naar Career!", "Kom naar Careēr!"),
        ("Careër in de zorg", "Careēr in de zorg"),
        ("Care\u0308er is er", "Careēr is er"),
        ("Ook careēr en Carreer", "Ook Careēr en Careēr"),
        ("Career’s nieuwe team", "Careēr’s nieuwe team"),
    ],
)
def test_the_misspelt_name_is_mended(mended, typed, right):
    """The name is found in every misspelling, composed or not."""
    poster = checked(make_template(text_slot()), make_content(headline=typed))

    assert one(poster.findings, "brand-spelling").severity is Severity.WARNING
    assert mended(poster, "brand-spelling").content.texts["headline"].text == right


@pytest.mark.parametrize("typed", ["Careēr", "Caree\u0304r", "CAREĒR", "Zorg met Careēr."])
def test_the_name_itself_is_no_misspelling(says, typed):
    """Its e and bar may be one character or two, its letters capitals."""
    assert "brand-spelling" not in codes(says(typed))


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "Start your career with us"),
        ("en", "Your Career starts here"),
        ("en", "Career advice for nurses"),
        ("en", "Career"),
        ("en", "Join Career Day in Ghent"),
        ("nl", "Een career switch naar de zorg"),
        ("nl", "Kom naar de Career Day"),
        ("nl", "Mail naar jobs@Career.be"),
        ("nl", "Zie www.Career.be/jobs"),
        ("nl", "Careers en Careerwise"),
    ],
)
def test_the_english_noun_is_left_alone(says, language, typed):
    """A career is a job; only the name is the brand's."""
    assert "brand-spelling" not in codes(says(typed, language))


def test_what_makes_a_noun_of_a_misspelling_is_for_the_kit_to_say():
    """Of "block" a tower does, and not what follows a career; a kit that names none takes a capital for the name."""
    words = replace(kit().words, name="Blok", misspellings=("Block",), nouns=("Block",), compounds=("tower",))

    assert misspelt("De Block Towers", "nl", words) == []
    assert misspelt("De Block Day", "nl", words) == ["Block"]
    assert misspelt("De Block Towers", "nl", replace(words, compounds=())) == ["Block"]


@pytest.mark.parametrize("typed", ["Join Career today", "Work at Career in Ghent", "Found via Career."])
def test_the_name_is_found_in_english_too(says, typed):
    """After "at" or "join" a capital in the middle of a sentence is a name."""
    assert "brand-spelling" in codes(says(typed, "en"))


@pytest.mark.parametrize(
    ("language", "typed", "right"),
    [
        ("nl", "KOM WERKEN BIJ CAREĒR. NU!", "Kom werken bij Careēr. Nu!"),
        ("fr", "ÉTÉ « CHALEUREUX »\nà deux".upper(), "Été « chaleureux »\nÀ deux"),
        ("tr", "IŞIK İLE", "Işık ile"),
        ("uk", "МИ ШУКАЄМО", "Ми шукаємо"),
    ],
)
def test_capitals_become_ordinary_letters(mended, language, typed, right):
    """A text in capitals only is a warning; the fix knows sentences, Turkish and the name."""
    template = make_template(text_slot(), languages=kit().languages)
    poster = checked(template, make_content(language=language, headline=typed))

    assert one(poster.findings, "capitals").severity is Severity.WARNING
    assert mended(poster, "capitals").content.texts["headline"].text == right


@pytest.mark.parametrize("typed", ["OCMW", "WZC De Linde", "VZW 2027", "نحن نبحث", "24/7"])
def test_abbreviations_and_scripts_without_capitals_do_not_shout(says, typed):
    """Short abbreviations are written in capitals; Arabic has none."""
    assert "capitals" not in codes(says(typed))


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("Kom erbij!!!", "Kom erbij!"),
        ("Kom! Nu! Vandaag!", "Kom! Nu. Vandaag."),
        ("Bravo ! Merci !", "Bravo ! Merci."),
        ("Echt?! Ja!", "Echt?! Ja."),
        ("来！来！", "来！来."),
    ],
)
def test_shouting_is_calmed(mended, typed, right):
    """One exclamation mark may stay, with the space that French puts before it."""
    poster = checked(make_template(text_slot()), make_content(headline=typed))

    assert one(poster.findings, "shouting").severity is Severity.WARNING
    assert mended(poster, "shouting").content.texts["headline"].text == right


@pytest.mark.parametrize(
    ("limit", "said"),
    [(0, "say it without an exclamation mark."), (2, "leave out exclamation marks, or keep 2 at most.")],
)
def test_a_shout_is_told_with_the_limit_of_the_kit(limit, said):
    """Another brand may allow none, or more than one."""
    brand = replace(kit(), words=replace(kit().words, exclamations=limit))
    poster = checked(make_template(text_slot()), make_content(headline="Kom! Nu! Kom!"), brand=brand)

    assert one(poster.findings, "shouting").message.en == f"“Headline” shouts: {said}"


def test_one_exclamation_is_no_shouting(says):
    """Joy is allowed."""
    assert "shouting" not in codes(says("Ik ben trots!"))


@pytest.mark.parametrize(
    ("language", "typed", "better"),
    [
        ("nl", "Voor alle Bejaarden", "ouderen"),
        ("nl", "Word jonge  collega", "collega"),
        ("fr", "Pour vos VIEILLARDS", "personnes âgées"),
        ("en", "We care for the elderly.", "older people"),
    ],
)
def test_delicate_words_warn_and_name_a_better_one(says, language, typed, better):
    """Words and groups of words, whatever their capitals and spaces."""
    found = one(says(typed, language), "flagged-word")

    assert (found.severity, better in found.message.in_language(language)) == (Severity.WARNING, True)


@pytest.mark.parametrize(
    ("language", "typed"),
    [("nl", "Bejaardenzorgster"), ("en", "Bejaarden"), ("nl", "Ouderen")],
)
def test_harmless_words_are_left_alone(says, language, typed):
    """Parts of words, words of another language and the better wording itself do not warn."""
    assert "flagged-word" not in codes(says(typed, language))


def test_the_better_wording_may_hold_the_word_itself():
    """Who already writes the better wording is left in peace; who writes both is not."""
    words, instead = ("rest home",), {"rest home": "rest home with care"}

    assert list(flagged("A Rest Home  with care", words, instead)) == []
    assert list(flagged("A rest home with care, or a rest home", words, instead)) == ["rest home"]


def test_a_text_is_judged_in_its_own_language():
    """A bilingual poster's second text is judged by the rules of its language."""
    template = make_template(text_slot())
    content = make_content(language="nl", headline=Text(text="Start your Career here", language="en"))

    assert "brand-spelling" not in codes(checked(template, content).findings)


def test_long_sentences_are_noted(says):
    """Twenty-one words in one go are too many; in two sentences they are not."""
    words = [f"woord{number}" for number in range(21)]

    assert one(says(" ".join(words)), "long-sentence").severity is Severity.NOTE
    assert "long-sentence" not in codes(says(" ".join([*words[:10], "einde.", *words[10:]])))


def test_a_good_text_has_no_findings(says):
    """Nothing is found where nothing is wrong."""
    assert [code for code in codes(says("Warm hart,\nvast contract.")) if code != "imprint"] == []
