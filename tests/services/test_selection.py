"""Which templates suit what somebody looks for."""

from dataclasses import replace

import pytest
from makers import make_template

from app.services.selection import FACETS, suited, tally, values_of, without

NURSES = replace(make_template(formats=("a3", "a4")), key="nurses", professions=("verpleegkundige",))
EVERYONE = replace(
    make_template(formats=("square",)), key="everyone", audience=("individual", "institution"), message="dynamic"
)
BOTH = (NURSES, EVERYONE)


def keys(wishes):
    return [template.key for template in suited(BOTH, wishes)]


def test_wishes_combine():
    """Each further wish leaves less; without any all templates stay, in their order."""
    assert keys({}) == ["nurses", "everyone"]
    assert keys({"profession": "verpleegkundige"}) == ["nurses", "everyone"]
    assert keys({"profession": "verpleegkundige", "medium": "print"}) == ["nurses"]
    assert keys({"profession": "verpleegkundige", "medium": "print", "message": "dynamic"}) == []


def test_a_template_for_all_professions_serves_other_jobs_too():
    """One that names its professions serves those alone."""
    assert keys({"profession": "other"}) == ["everyone"]
    assert keys({"profession": "zorgkundige"}) == ["everyone"]


def test_what_is_made_for_a_wish_comes_first():
    """The more a template serves beside what was wished, the later it stands; equals keep their order."""
    own = replace(EVERYONE, key="own", professions=("zorgkundige",))
    few = replace(EVERYONE, key="few", professions=("zorgkundige", "verzorgende"))

    found = suited((EVERYONE, few, own, replace(EVERYONE, key="last")), {"profession": "zorgkundige"})

    assert [template.key for template in found] == ["own", "few", "everyone", "last"]


def test_a_template_that_speaks_to_anybody_serves_every_reader():
    """One that names its reader serves that one alone, and first."""
    pupils = replace(EVERYONE, key="pupils", reader="starters")

    assert [found.key for found in suited((EVERYONE, pupils), {"reader": "starters"})] == ["pupils", "everyone"]
    assert [found.key for found in suited((EVERYONE, pupils), {"reader": "insiders"})] == ["everyone"]


def test_a_tally_keeps_the_other_wishes_and_forgets_its_own():
    """What is told beside a choice is what choosing it would show."""
    wishes = {"profession": "other", "medium": "print"}

    assert tally(BOTH, wishes, "medium") == {"print": 0, "screen": 1}
    for value, count in tally(BOTH, wishes, "medium").items():
        assert len(suited(BOTH, {**wishes, "medium": value})) == count


def test_only_what_some_template_serves_is_counted():
    """A message that no template has is no choice."""
    assert set(tally(BOTH, {}, "message")) == {"community", "dynamic"}
    assert all(tally((), {}, facet) == {} for facet in FACETS)


@pytest.mark.parametrize(
    ("template", "values"),
    [("portret", {"with"}), ("vacature", {"with", "without"}), ("infodag", {"without"})],
)
def test_a_poster_that_is_complete_without_a_photo_serves_both_wishes(workshop, template, values):
    """A place for a photo that may stay empty suits those who have one and those who have none."""
    assert values_of(workshop.catalog.get(template), "photo") == values


def test_setting_a_facet_free_keeps_the_others():
    """The wishes themselves stay as they were."""
    wishes = {"photo": "with", "medium": "print"}

    assert without(wishes, "photo") == {"medium": "print"}
    assert wishes == {"photo": "with", "medium": "print"}
