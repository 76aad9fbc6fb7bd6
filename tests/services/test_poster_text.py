"""A poster as text: to read, to post, to hear."""

from app.engine.findings import Sentence
from app.engine.layout import TranscriptLine
from app.services.poster_text import alternative_text, caption, plain_text


def line(slot, text, kind="text", role="P", language="nl", link=""):
    label = Sentence(nl=slot, fr=f"{slot} (fr)", en=f"{slot} (en)")
    return TranscriptLine(slot=slot, kind=kind, role=role, label=label, text=text, language=language, link=link)


LINES = (
    line("Aanloop", "We zoeken een"),
    line("Titel", "Verpleeg\u00adkundige\nmet hart", role="H1"),
    line("Zin", "Kom je kijken?"),
    line("Plaats", "Dendermonde"),
    line("Foto", "Iemand lacht", "photo", "Figure"),
    line("Merk", "Careēr", "brand-logo", "Figure"),
    line("Code", "https://care-er.be/jobs", "qr", "Figure", link="https://care-er.be/jobs"),
    line("Uitgever", "V.U.: An Peeters", "imprint"),
)


def test_a_text_version_has_one_thing_a_line():
    """Words bare, the rest with what it is, in the reader's language; no invisible signs."""
    assert plain_text(LINES, "fr").splitlines() == [
        "We zoeken een",
        "Verpleegkundige met hart",
        "Kom je kijken?",
        "Dendermonde",
        "Foto (fr)\u00a0: Iemand lacht",
        "Merk (fr)\u00a0: Careēr",
        "Code (fr)\u00a0: https://care-er.be/jobs",
        "Uitgever (fr)\u00a0: V.U.: An Peeters",
    ]


def test_a_message_is_the_poster_with_its_address():
    """Nobody posts the imprint of a sheet of paper."""
    assert caption(LINES) == (
        "We zoeken een\nVerpleegkundige met hart\nKom je kijken?\nDendermonde\n\nhttps://care-er.be/jobs\n"
    )


def test_an_alternative_text_is_heard_as_sentences():
    """What leads up to the title goes on into it."""
    assert alternative_text(LINES) == (
        "Affiche. We zoeken een Verpleegkundige met hart. Kom je kijken? Dendermonde. Iemand lacht."
    )


def test_a_poster_in_another_language_is_heard_in_that_language_only():
    """No Dutch word stands before Arabic ones."""
    assert alternative_text([line("Titel", "تعال وشاهد", role="H1", language="ar")]) == "تعال وشاهد."


def test_a_poster_without_words_has_no_message():
    """And nothing breaks."""
    assert (caption([]), alternative_text([]), plain_text([], "nl")) == ("\n", "", "")
