"""An imprint of two lines, as a vzw with a photographer has it, fits the smallest sheet of every template."""

from dataclasses import replace

import pytest
from makers import ORGANISATION
from poster_maker import content, judged
from poster_matrix import Case
from poster_shelf import templates_for

TWO_LINES = replace(
    ORGANISATION,
    organisation="Woonzorgcentrum De Zonnebloem vzw",
    seat="Lindestraat 12, 9200 Dendermonde · Foto: Jan Janssens",
)


@pytest.mark.parametrize("language", ["nl", "fr", "ar"])
@pytest.mark.parametrize("name", templates_for("a5"))
def test_two_lines_of_imprint_keep_off_the_mark(name, language):
    """On A5 nothing comes too close, and nothing is lost."""
    given = replace(content(name, language), imprint=TWO_LINES)
    poster = judged(Case(name, "a5", language, "print"), given)

    assert {found.code for found in poster.findings} & {"clear-space", "overset", "safe-area", "imprint"} == set()
    fit = next(fit for fit in poster.scene.texts if fit.slot == "imprint")
    assert len(fit.lines) == 2
