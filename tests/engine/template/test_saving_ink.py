"""A template with little ink: what becomes of its fields, its words and its small shapes."""

from dataclasses import replace

import pytest
from makers import (
    art_of,
    brand_slot,
    chosen,
    codes,
    imprint_slot,
    judged,
    kit,
    make_content,
    make_template,
    qr_slot,
    rect,
    text_slot,
)

from app.engine.brand import SavingRules
from app.engine.findings import Severity
from app.engine.geometry import Path, Rect
from app.engine.pipeline import judge
from app.engine.scene import ClipBegin, ClipEnd, Fill, Stroke
from app.engine.sheet import FORMATS
from app.engine.template import ArtStep, ChoiceStep
from app.engine.template.saving import area_of, saving_ink

TRIM = Rect(0, 0, *FORMATS["a6"].trim)
PANEL, DOT = Rect(0, 0.5, 1, 0.5), Rect(0.4, 0.1, 0.1, 0.1)


def saved(*slots, art=(), ground="zon"):
    return saving_ink(make_template(*slots, ground=ground, art=art), kit())


def items(template):
    (board,) = template.artboards
    return [item for step in board.steps if isinstance(step, ArtStep) for item in step.items]


def colours(template, kind=Fill):
    return [item.paint.name for item in items(template) if isinstance(item, kind)]


def test_a_large_field_becomes_paper_with_an_edge_of_its_colour():
    """The edge lies within the field, and is seen at the trim too."""
    found = items(saved())

    assert [type(item) for item in found] == [Fill, ClipBegin, Stroke, Stroke, ClipEnd]
    assert found[0].paint.name == "wit"
    assert {item.paint.name for item in found if isinstance(item, Stroke)} == {"zon"}
    assert found[2].path.bounds == TRIM


def test_a_small_shape_keeps_its_colour():
    """A flower is a flower."""
    assert colours(saved(art=(art_of(rect(DOT, TRIM), "koraal"),))) == ["wit", "koraal"]


def test_a_small_shape_that_paper_would_hide_gets_a_colour():
    """Petals of cream are seen on green, not on paper."""
    assert colours(saved(art=(art_of(rect(DOT, TRIM), "crème"),))) == ["wit", "lila"]


def test_a_field_on_its_own_colour_shows_no_edge():
    """A panel that covers a photo and goes on in the ground has no line across it."""
    template = saved(art=(art_of(rect(PANEL, TRIM), "zon"),))
    outlines = [item.path.bounds for item in items(template) if isinstance(item, Stroke) and item.paint.name == "zon"]

    assert outlines.count(TRIM) == 2
    assert rect(PANEL, TRIM).bounds not in outlines


def test_fields_of_choices_are_saved_each_for_itself():
    """What another choice paints is no neighbour."""
    template = saved(art=(chosen("a", art_of(rect(PANEL, TRIM), "bos")), chosen("b", art_of(rect(PANEL, TRIM), "bos"))))
    (board,) = template.artboards
    steps = [step.steps[0].items for step in board.steps if isinstance(step, ChoiceStep)]

    assert [len(found) for found in steps] == [5, 5]


@pytest.mark.parametrize(
    ("slot", "ink", "on"),
    [
        (text_slot(ink="inkt", on="zon"), "inkt", "wit"),
        (text_slot(ink="crème", on="bos"), "bos", "wit"),
        (text_slot(ink="zon", on="aubergine"), "aubergine", "wit"),
        (text_slot(ink="wit", on="koraal", style="display"), "koraal", "wit"),
        (text_slot(ink="wit", on="koraal"), "zwart", "wit"),
        (imprint_slot(ink="wit", on="bos"), "bos", "wit"),
    ],
)
def test_words_take_a_colour_that_may_stand_there(slot, ink, on):
    """Their own, else that of the field they stood on, else the darkest; always a pair of the kit."""
    found = saved(slot).slots[slot.key]

    assert (found.ink, found.on) == (ink, on)
    assert kit().allows(ink, on, large=getattr(found, "style", "imprint") == "display")


def test_bars_stay_and_bars_of_paper_get_a_colour():
    """The brand's motif is not lost on paper."""
    slots = saved(text_slot("one", bar="zon", on="", ink="inkt"), text_slot("two", bar="wit", on="", ink="bos")).slots

    assert (slots["one"].bar, slots["one"].ink) == ("zon", "inkt")
    assert slots["two"].bar == "zon"
    assert kit().allows(slots["two"].ink, "zon", large=False)


def test_a_marker_that_paper_would_hide_takes_the_colour_of_the_field():
    """Yellow on green is seen, yellow on paper is not."""
    slots = saved(text_slot("one", marker="zon", on="bos", ink="wit"), text_slot("two", marker="koraal")).slots

    assert (slots["one"].marker, slots["two"].marker) == ("bos", "koraal")


def test_marks_and_codes_know_their_new_ground():
    """The mark chooses its drawing by it."""
    slots = saved(brand_slot(on="bos"), qr_slot(on="zon", ink="zwart")).slots

    assert (slots["brand"].on, slots["qr"].on) == ("wit", "wit")


def test_rules_judge_the_words_anew():
    """A poster that reads well with little ink has nothing to say."""
    template = make_template(text_slot(role="H1", ink="crème", on="bos"), ground="bos")
    found = judged(template, make_content(headline="Zorg"), "a5", "home", saves_ink=True)

    assert found.findings == ()
    assert found.scene.items[1].paint.name == "wit"


def test_a_poster_that_does_not_read_with_little_ink_says_so():
    """One sentence instead of rules that nobody can mend; the same poster with all its ink is fine."""
    # The field is small, so it stays, and the words on it would turn as dark as it is.
    art = (art_of(rect(Rect(0.05, 0.08, 0.9, 0.1), TRIM), "bos"),)
    template = make_template(text_slot(role="H1", ink="crème", on="bos"), art=art, ground="wit")
    content = make_content(headline="Zorg")

    assert judged(template, content, "a5", "home").findings == ()
    lean = judged(template, content, "a5", "home", saves_ink=True)
    assert codes(lean.findings) == ["save-ink"]
    assert lean.is_refused


def test_a_kit_without_rules_for_saving_says_so():
    """Nothing is done in silence."""
    brand = replace(kit(), saving=SavingRules())
    template = make_template(text_slot(role="H1"), formats=("a5",))
    given = judged(template, make_content(headline="Zorg"), "a5", "home")
    found = judge(
        template, brand, given.content.content, given.content.media, given.content.purpose, None, saves_ink=True
    )

    assert [(finding.code, finding.severity) for finding in found.findings] == [("save-ink", Severity.ERROR)]


@pytest.mark.parametrize(
    ("path", "area"),
    [
        (Path.rect(Rect(5, 5, 20, 10)), 200),
        (Path.ellipse(Rect(0, 0, 20, 20).center, 10, 10), 314),
        (Path((("M", (0, 0)), ("L", (10, 0)), ("L", (0, 10)), ("Z", ()))), 50),
    ],
)
def test_areas_are_measured(path, area):
    """Close enough to tell a field from a flower."""
    assert area_of(path) == pytest.approx(area, rel=0.02)
