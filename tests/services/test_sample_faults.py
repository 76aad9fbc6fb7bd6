"""A template is held to the rules of posters by its own samples, and by contents that are hard on it."""

import pytest
from makers import kit
from versioned import replace_in, untried

from app.services.publishing import publish
from app.services.sample_faults import sample_faults

CROWDED = ('y="430" width="120"', 'y="186" width="120"')
"""Moves the word mark of the square until it touches the words."""

PALE = '<rect width="540" height="420" fill="#ffffff"/>'

IMPRINT = """
[imprint]
name = "An Maes"
street = "Markt 1"
postcode = "9000"
town = "Gent"
"""


@pytest.fixture
def folder(tiny_folder):
    """A draft whose sample may be printed."""
    replace_in(tiny_folder / "template.toml", 'status = "published"', 'status = "draft"')
    with (tiny_folder / "sample.toml").open("a", encoding="utf-8") as sample:
        sample.write(IMPRINT)
    return tiny_folder


@pytest.fixture
def found(workshop, folder):
    """Return what is wrong with the use of the template as it now is."""

    def judge(*, every=True):
        return list(sample_faults(workshop, folder, every=every))

    return judge


def test_a_template_that_holds_has_no_fault(found):
    """With its sample in every format, and with hard contents on every drawing."""
    assert found() == []
    assert found(every=False) == []


@pytest.mark.parametrize("every", [False, True])
def test_a_sample_that_is_refused_is_a_fault_at_its_frame(found, folder, every):
    """It names file, line, frame, rule, what it was filled with, the format, and a cure."""
    replace_in(folder / "square.svg", *CROWDED)

    fault = found(every=every)[0]

    assert fault.file == str(folder / "square.svg")
    assert (fault.where, fault.line) == ("stack-copy", 7)
    assert fault.problem.startswith("clear-space: “Headline” runs up to the Careēr logo: keep ")
    assert "(sample.toml" in fault.problem
    assert fault.problem.endswith(" at square)")
    assert fault.cure == "move or narrow the frames until that is free"


def test_what_a_sample_lacks_is_told_at_its_key(found, folder):
    """Its author mends it there, in whichever drawing it shows."""
    replace_in(folder / "sample.toml", 'postcode = "9000"\n', "")

    (fault,) = found()

    assert (fault.file, fault.where, fault.line) == (str(folder / "sample.toml"), "imprint", 13)
    assert fault.problem.startswith("imprint: Complete the responsible publisher")
    assert fault.problem.endswith("(sample.toml at a3, b2)")


def test_hard_contents_are_tried_in_full_only(found, folder):
    """Words are pale on the other colour that a maker can choose; the sample chose the first."""
    replace_in(folder / "square.svg", '<rect width="540" height="100" fill="#196b5f"/>', PALE)

    assert found(every=False) == []
    faults = found()
    assert [(fault.where, fault.problem.split(":")[0]) for fault in faults] == [
        ("stack-copy", "pair-contrast"),
        ("slot-imprint", "pair-contrast"),
    ]
    assert all(fault.problem.endswith("(“Colour: Green” in nl at square)") for fault in faults)


def test_a_frame_of_a_stack_stands_for_its_texts(found, folder):
    """A sample that does not fit is told at the stack, in the drawing where it does not."""
    replace_in(folder / "sample.toml", "Elke dag\\nvan tel.", "Elke\\ndag\\nvan\\ntel.")

    faults = found(every=False)

    assert {(fault.where, fault.problem.split(":")[0]) for fault in faults} == {("stack-copy", "overset")}
    assert {fault.cure for fault in faults} == {"draw a larger frame, or write a shorter sample"}


def test_who_published_a_version_is_told_to_begin_another(found, folder):
    """Its drawing may not be changed any more."""
    publish(folder, kit(), tried=untried)
    replace_in(folder / "sample.toml", "Elke dag\\nvan tel.", "Elke\\ndag\\nvan\\ntel.")

    assert {fault.cure.partition("; ")[2] for fault in found(every=False)} == {
        "run `affiche new-version tiny` first, as this version is published"
    }


def test_a_template_that_is_not_offered_any_more_is_left_alone(found, folder):
    """Nobody begins a poster with it."""
    replace_in(folder / "template.toml", 'status = "draft"', 'status = "retired"')
    replace_in(folder / "sample.toml", 'postcode = "9000"\n', "")

    assert found() == []
