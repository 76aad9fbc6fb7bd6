"""The picture for screens has the colours of the print, as Ghostscript draws them through the file's own profile.

`script/agree` measures the same on A3 with more contents.
"""

from dataclasses import replace

import pytest
from agreeing_posters import agreements, contents
from hard_pictures import hard_pictures
from poster_maker import judged
from poster_matrix import Case
from poster_shelf import TEMPLATES


def hardest(name):
    """Return a content with a dark saturated photo and a see-through logo, wherever there is room for them."""
    given = contents(name)
    photos = given.get("dark", given["sample"]).photos
    return replace(given.get("rich.svg", given["sample"]), photos=photos)


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_screen_shows_what_is_printed(name):
    """Mean difference at most 1.5 of CIEDE2000 and 95 of 100 pixels at most 4: the sheet, its photo and its logo."""
    poster = judged(Case(name, "a4", "nl", "print"), hardest(name), hard_pictures())
    found = list(agreements(poster, ppi=60))

    assert [part for part in found if not part.holds] == []
    assert found[0].judged > 0.7, "too much is left out to say anything"
    assert {"poster", *poster.content.content.photos} <= {part.part for part in found}
