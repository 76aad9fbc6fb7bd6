"""The imprint: its words and its place."""

import pytest
from makers import (
    NOBODY,
    ORGANISATION,
    PUBLISHER,
    imprint_slot,
    kit,
    laid_out,
    make_content,
    make_template,
    photo,
    photo_slot,
)

from app.engine.content import Imprint
from app.engine.geometry import Rect
from app.engine.layout.imprint import imprint_text, turned
from app.engine.scene import GlyphRun
from app.engine.sheet import FORMATS

RULES = kit().imprint


@pytest.mark.parametrize(
    ("given", "language", "credits", "words"),
    [
        (PUBLISHER, "nl", (), "V.U.: An Peeters, Lindestraat 12, 9200 Dendermonde"),
        (
            ORGANISATION,
            "fr",
            (),
            "É.R. : An Peeters, Lindestraat 12, 9200 Dendermonde – De Linde vzw, Lindestraat 12, 9200 Dendermonde",
        ),
        (
            PUBLISHER,
            "nl",
            ("Fien", "Fien", "Jo"),
            "V.U.: An Peeters, Lindestraat 12, 9200 Dendermonde · Foto: Fien, Jo",
        ),
        (NOBODY, "en", ("Fien",), "Photo: Fien"),
        (NOBODY, "nl", ("Foto: Fien",), "Foto: Fien"),
        (NOBODY, "fr", ("Photographie : Fien", "Jo"), "Photographie : Fien · Photo : Jo"),
        (NOBODY, "nl", (), ""),
        (Imprint(name="  An \n Maes ", town="Gent"), "nl", (), "V.U.: An Maes, Gent"),
        (Imprint(name="An\u202e Maes"), "nl", (), "V.U.: An Maes"),
        (PUBLISHER, "nl-BE", (), "V.U.: An Peeters, Lindestraat 12, 9200 Dendermonde"),
    ],
)
def test_the_imprint_says_who_answers_and_who_took_the_photo(given, language, credits, words):
    """In the form that towns know, on one line, with nothing unsafe."""
    assert imprint_text(given, RULES, language, credits) == words


@pytest.mark.parametrize(("turn", "start", "end"), [(-90, (10, 220), (10, 20)), (90, (40, 20), (40, 220))])
def test_a_turned_imprint_reads_upwards_or_downwards(turn, start, end):
    """The text sees a lying frame; the map turns it into the upright one."""
    frame = Rect(10, 20, 30, 200)

    local, matrix = turned(frame, turn)

    assert (local.width, local.height) == (200, 30)
    assert matrix.apply(0, 0) == pytest.approx(start)
    assert matrix.apply(200, 0) == pytest.approx(end)


def test_an_imprint_that_lies_is_not_turned():
    """Its frame is its own."""
    assert turned(Rect(1, 2, 3, 4), 0) == (Rect(1, 2, 3, 4), None)


@pytest.mark.parametrize("turn", [0, 90, -90])
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_the_words_stand_in_their_frame(turn, language):
    """Turned or not, left to right or right to left."""
    place = Rect(0.9, 0.3, 0.05, 0.6) if turn else Rect(0.1, 0.92, 0.8, 0.04)
    template = make_template(imprint_slot(turn=turn), photo_slot(), places={"imprint": place})
    content = make_content(language=language, imprint=ORGANISATION, photo=photo("brand:team-1", credit="Fien"))
    trim = FORMATS["a3"].trim

    scene = laid_out(template, content)

    (fit,) = scene.texts
    frame = Rect(place.x * trim.width, place.y * trim.height, place.width * trim.width, place.height * trim.height)
    assert not fit.overset
    assert frame.contains(fit.box, 0.5)
    assert all((run.matrix is not None) is bool(turn) for run in scene.items if isinstance(run, GlyphRun))
    assert "Fien" in " ".join(fit.lines)
