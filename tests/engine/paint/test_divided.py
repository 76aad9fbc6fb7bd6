"""A word that goes on in the next line is one word to whoever reads the file."""

from dataclasses import replace

import pytest
from reading import extracted, printed, webbed
from scenes import make_scene, runs, tagged

from app.engine.geometry import Point


def divided(*parts):
    """Return a scene of one paragraph, each part on a line of its own, all but the last going on."""
    lines = [runs(part, at=Point(40, 60 + 20 * number), language="nl") for number, part in enumerate(parts)]
    joined = [replace(line[-1], continues=True) for line in lines[:-1]]
    return make_scene(*tagged(*joined, *lines[-1]))


@pytest.mark.parametrize("painted", [printed, webbed], ids=["print", "web"])
@pytest.mark.parametrize(
    "parts",
    [("verpleeg\u00ad", "kundige"), ("Oost-", "Vlaanderen"), ("care-er.be/", "jobs/", "zorg")],
    ids=["hyphen", "own hyphen", "address"],
)
def test_a_divided_word_is_read_back_whole(painted, parts):
    """Neither a space nor the hyphen of the division comes between the parts."""
    assert "".join(extracted(painted(divided(*parts)))) == "".join(parts).replace("\u00ad", "")
