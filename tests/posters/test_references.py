"""Every drawing of every template looks as when it was last looked at; `script/references` renews the pictures."""

from dataclasses import replace

import pytest
from poster_maker import content, drawn, judged
from poster_matrix import Case
from reference_pictures import FAMILY, FOLDER, WIDTH, Shown, every_drawing, family, is_alike, kept, now

from app.engine.content import Text


def test_every_drawing_has_its_picture():
    """A new template comes with pictures, and one that is gone leaves none behind."""
    assert {file.name for file in FOLDER.glob("*.png")} == {shown.file.name for shown in every_drawing()}


@pytest.mark.parametrize("shown", every_drawing(), ids=str)
def test_a_drawing_looks_as_before(shown):
    """Where this fails on purpose: run script/references, and look at the pictures in the review."""
    assert is_alike(now(shown), kept(shown.file))


def test_the_front_page_shows_the_whole_family():
    """Every template stands on the picture of the read-me, as it looks today."""
    assert is_alike(family(), kept(FAMILY))


def test_the_measure_finds_a_change():
    """Half a word of the title is more than the tolerance."""
    given = content("infodag", "nl")
    other = replace(given, texts={**given.texts, "title": Text(text="Kom een dag\nmeedoen.")})
    found = judged(Case("infodag", "a3", "nl", "screen"), other)

    assert not is_alike(drawn(found, WIDTH), kept(Shown("infodag", "a3").file))
