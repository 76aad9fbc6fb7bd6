"""Texts that say another one again: what they have from it, and what is wrong with them."""

import pytest

from app.engine.template import read_template
from app.engine.template.values import LANGUAGES, ChoiceStep, FrameStep

AGAIN = """
[slot.place-2]
kind = "text"
translates = "place"
"""


@pytest.fixture
def again(folder):
    """Add a translation of the place to the tiny template, with its frames."""

    def add(entry: str = AGAIN, frame: str = "slot-place-2") -> None:
        head = folder / "template.toml"
        head.write_text(head.read_text(encoding="utf-8") + entry, encoding="utf-8")
        for file, place in (
            ("a3.svg", 'x="20" y="120" width="100" height="40"'),
            ("square.svg", 'x="40" y="180" width="200" height="60"'),
        ):
            drawing = (folder / file).read_text(encoding="utf-8")
            shape = f'<rect id="{frame}" {place}/>'
            (folder / file).write_text(drawing.replace("</svg>", f"  {shape}\n</svg>"), encoding="utf-8")

    return add


def frames_of(template, count):
    """Return the keys of frames that hold in posters of so many languages alone."""
    steps = [step for step in template.artboards[0].steps if isinstance(step, ChoiceStep) and step.slot == LANGUAGES]
    inside = [inner for step in steps if step.value == count for inner in step.steps]
    return [inner.key for inner in inside if isinstance(inner, FrameStep)]


def test_a_translation_has_the_looks_of_its_original(folder, brand, again):
    """What it does not say itself: style, colours, lines, length; but it is never required."""
    again()
    slots = read_template(folder, brand).slots
    place, translation = slots["place"], slots["place-2"]

    assert translation.translates == "place"
    for part in ("style", "ink", "on", "role", "lines", "max_chars", "valign", "label"):
        assert getattr(translation, part) == getattr(place, part)
    assert not translation.required


def test_the_main_title_said_again_is_a_heading_below_it(folder, brand, again, edit):
    """A screen reader finds one main title, and its translation as a heading; a stack holds both."""
    again(AGAIN + '\n[slot.headline-2]\nkind = "text"\ntranslates = "headline"\n')
    edit("template.toml", 'slots = ["headline", "lead"]', 'slots = ["headline", "lead", "headline-2"]')
    slots = read_template(folder, brand).slots

    assert slots["headline"].role == "H1"
    assert slots["headline-2"].role == "H2"
    assert not slots["headline-2"].required


@pytest.mark.parametrize(
    ("entry", "where", "problem"),
    [
        ('translates = "plaats"', "slot.x.translates", 'there is no other text slot "plaats"'),
        ('translates = "photo"', "slot.x.translates", 'there is no other text slot "photo"'),
        ('translates = "place-2"', "slot.x.translates", "place-2 is a translation itself"),
        ('translates = "place"', "slot.x.translates", "place-2 translates place already"),
        ('translates = "lead"\nrequired = true', "slot.x.required", "a poster may be in one language"),
        ('translates = "lead"\nrole = "H1"', "slot.x.role", "lead is the main title"),
        ('translates = "lead"\nmax_chars = 20', "slot.x.max_chars", "allows 20 characters where lead allows 120"),
        ('translates = "lead"\nlines = [1, 2]', "slot.x.lines", "allows 2 lines where lead allows 3"),
    ],
)
def test_what_cannot_translate_is_told_with_its_line(folder, again, edit, faults, entry, where, problem):
    """Each fault once, at the key that its author must mend."""
    again(AGAIN + f'\n[slot.x]\nkind = "text"\nlabel = {{ nl = "X", fr = "X", en = "X" }}\n{entry}\n')
    edit("template.toml", 'slots = ["headline", "lead"]', 'slots = ["headline", "lead", "x"]')

    found = [fault for fault in faults() if fault.where == where]

    assert [fault.problem for fault in found].count(problem) == 1
    lines = (folder / "template.toml").read_text(encoding="utf-8").splitlines()
    assert lines[found[0].line - 1] == entry.splitlines()[-1]
    assert found[0].line > lines.index("[slot.x]")


def test_a_fault_of_the_original_is_told_once(again, edit, faults):
    """A translation repeats the looks of its original, not its faults."""
    again()
    edit("template.toml", 'ink = "wit"\non = "bos"\nrole = "P"', 'ink = "wit"\non = "groen"\nrole = "P"')

    assert [fault.where for fault in faults() if fault.where.endswith(".on")] == ["slot.place.on"]


def test_a_frame_may_have_another_place_in_two_languages(folder, brand, again, edit):
    """`two-slot-NAME` holds in bilingual posters, `slot-NAME` in others; they may lie over each other."""
    again()
    edit("a3.svg", "</svg>", '  <rect id="two-slot-place" x="20" y="70" width="90" height="40"/>\n</svg>')
    template = read_template(folder, brand)

    assert frames_of(template, "one") == ["place"]
    assert frames_of(template, "two") == ["place"]


def test_art_may_belong_to_posters_in_one_language_or_in_two(folder, brand, again, edit):
    """Groups called languages-one and languages-two, with a name behind where there are several."""
    again()
    art = '<g id="languages-{}"><rect x="100" y="40" width="20" height="6" fill="#feca34"/></g>'
    edit("a3.svg", "</svg>", "".join(map(art.format, ("one", "two", "two-stems"))) + "</svg>")
    steps = read_template(folder, brand).artboards[0].steps

    assert [step.value for step in steps if isinstance(step, ChoiceStep) and step.slot == LANGUAGES] == [
        "one",
        "two",
        "two",
    ]


def test_a_poster_in_one_language_has_nothing_for_two(edit, faults):
    """Where no slot translates another, such frames and groups mean nothing."""
    art = '<g id="languages-two"><rect x="100" y="40" width="20" height="6" fill="#feca34"/></g>'
    edit("a3.svg", "</svg>", f'  <rect id="two-slot-place" x="130" y="70" width="60" height="40"/>{art}\n</svg>')

    found = {fault.where: fault.problem for fault in faults()}

    assert found == {"two-slot-place": "no slot translates another", "languages-two": "no slot translates another"}


@pytest.mark.parametrize(
    ("name", "language", "where"),
    [
        ("sample.nl-fr.toml", 'language = "nl"', "second_language"),
        ("sample.nl-fr.toml", 'language = "nl"\nsecond_language = "en"', "second_language"),
        ("sample.fr.toml", 'language = "fr"\nsecond_language = "nl"', "second_language"),
        ("sample.nl-fr.toml", 'language = "nl"\nsecond_language = "fr"', "text.place-2"),
    ],
)
def test_a_sample_is_in_the_languages_that_its_name_says(folder, again, faults, name, language, where):
    """And says in the second whatever it says in the first."""
    again()
    text = (folder / "sample.toml").read_text(encoding="utf-8").replace('language = "nl"', language, 1)
    text = text.replace("[text]", '[text]\nplace = "Gent"') if "\nplace =" not in text else text
    (folder / name).write_text(text, encoding="utf-8")

    assert where in [fault.where for fault in faults() if fault.file.endswith(name)]
