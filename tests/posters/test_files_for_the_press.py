"""Files for print shops and readers, read back by rules that know PDF and nothing of the painter."""

import font_rules
import press_rules
import pytest
import tag_rules
from poster_maker import made, painted, poster
from poster_matrix import everything, going, pairs, pairs_of
from poster_shelf import SHELF, TEMPLATES, template

from app.engine.sheet import FORMATS


def test_every_two_values_meet():
    """The plain run leaves out no pair of template, format, language and destination that there is, and is short."""
    met = {pair for case in pairs() for pair in pairs_of(case)}
    wanted = {pair for case in everything() for pair in pairs_of(case)}
    shapes = sum(len(template(name).formats) for name in TEMPLATES)

    assert wanted - met == set()
    assert {case.template for case in pairs()} == {path.name for path in SHELF.iterdir() if path.is_dir()}
    assert len(pairs()) == len(set(pairs())) < 1.5 * max(shapes, len({pair for pair in wanted if pair[0][0] == 1}))


@pytest.mark.parametrize("case", going(["print"], pairs()), ids=str)
def test_file_for_the_press_keeps_the_standards(case):
    """PDF/X-4 and PDF/UA-1: heads, colours, boxes to 0.01 mm, fonts, tags."""
    assert _faults(case) == []


@pytest.mark.slow
@pytest.mark.parametrize("case", going(["print"], everything()), ids=str)
def test_every_file_for_the_press_keeps_the_standards(case):
    """The same for every template, format and language."""
    assert _faults(case) == []


def _faults(case):
    format = FORMATS[case.format]
    data = made(case)
    pdf = press_rules.opened(data)
    return [
        *press_rules.faults(data, trim_mm=(format.width, format.height)),
        *font_rules.faults(pdf),
        *tag_rules.faults(pdf, case.language),
    ]


@pytest.mark.parametrize("case", going(["web", "home"], pairs()), ids=str)
def test_files_for_readers_are_tagged(case):
    """PDF/UA-1 holds for screens and for the printer at home too."""
    pdf = press_rules.opened(made(case))

    assert [*font_rules.faults(pdf), *tag_rules.faults(pdf, case.language)] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_slots_are_read_in_the_order_of_the_template(name):
    """What a screen reader says follows the template's text file."""
    case = next(case for case in going(["print"], pairs()) if case.template == name)
    pdf = press_rules.opened(made(case))
    heard = [element.role for element in tag_rules.elements(pdf) if element.role not in ("/Figure", "/Link")]
    told = [f"/{slot.role}" for slot, _ in poster(case).content.texts() if poster(case).content.words(slot.key)]

    assert heard == [*told, "/P"], "the texts, then the imprint"


def test_crop_marks_keep_the_standards():
    """Marks in the slug change no box but the medium's."""
    case = next(case for case in going(["print"], pairs()) if case.format == "a4")
    data = painted(poster(case), marks=True)
    found = [fault for fault in press_rules.faults(data, trim_mm=(210, 297)) if "Separation" not in fault]

    assert found == []
    assert tag_rules.faults(press_rules.opened(data), case.language) == []
