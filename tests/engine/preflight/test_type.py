"""The rules of set type."""

from dataclasses import replace

import pytest
from makers import (
    brand_slot,
    codes,
    judged,
    kit,
    laid_out,
    make_content,
    make_template,
    one,
    photo_slot,
    qr_slot,
    text_slot,
)
from scenes_of_preflight import found

from app.engine.brand import measure
from app.engine.content import QrChoice
from app.engine.findings import Severity
from app.engine.geometry import Rect
from app.engine.scene import GlyphRun, TextFit
from app.engine.sheet import FORMATS

LONG = "Wij zoeken warme mensen die elke dag het verschil maken voor onze bewoners en voor elkaar. " * 3


@pytest.mark.parametrize("destination", ["print", "home", "web", "screen"])
def test_text_that_does_not_fit_says_by_how_much(destination):
    """Nothing is dropped in silence: the poster is refused, with a number to go by."""
    template = make_template(text_slot(max_chars=1000, lines=(1, 3)))

    found = one(judged(template, make_content(headline=LONG), "a4", destination).findings, "overset")

    assert (found.severity, found.slot) == (Severity.ERROR, "headline")
    number = int("".join(char for char in found.message.nl if char.isdigit()))
    assert 0 < number < len(LONG)


def test_a_text_shortened_by_that_much_fits():
    """The number is enough, and not far too much."""
    template = make_template(text_slot(max_chars=1000, lines=(1, 3)))
    found = one(judged(template, make_content(headline=LONG)).findings, "overset")
    over = int("".join(char for char in found.message.nl if char.isdigit()))

    assert "overset" not in codes(judged(template, make_content(headline=LONG[: -over - 10].strip())).findings)


def test_too_many_line_breaks_are_told_as_lines():
    """Whoever breaks five short lines is not helped by a number of characters."""
    template = make_template(text_slot(lines=(1, 3)))

    said = one(judged(template, make_content(headline="a\nb\nc\nd\ne")).findings, "overset").message

    assert "hoogstens 3 regels" in said.nl
    assert "3 au plus" in said.fr
    assert "at most 3" in said.en
    assert "overset" not in codes(judged(template, make_content(headline="a\nb\nc")).findings)
    single = make_template(text_slot(lines=(1, 1)))
    assert "op één regel" in one(judged(single, make_content(headline="a\nb")).findings, "overset").message.nl


@pytest.mark.parametrize("slot", [{"max_chars": 1000, "lines": (1, 3)}, {"max_chars": 20, "lines": (1, 40)}])
def test_a_text_that_is_too_long_is_told_once(slot):
    """It runs over the mark and off the sheet, and all of that is cured by making it shorter."""
    places = {"headline": Rect(0.1, 0.75, 0.8, 0.02), "brand": Rect(0.08, 0.8, 0.25, 0.07)}
    template = make_template(text_slot(**slot), brand_slot(), places=places)

    said = [
        found.code for found in judged(template, make_content(headline=LONG * 3)).findings if found.slot == "headline"
    ]

    assert set(said) <= {"overset", "too-long", "long-sentence"}
    assert {"overset", "too-long"} & set(said)


@pytest.mark.parametrize("format", ["a6", "a5", "a4", "a3", "a2", "a1", "a0"])
def test_type_never_goes_below_its_minimum(format):
    """A small sheet is set anew, not shrunk."""
    template = make_template(text_slot(style="body", max_chars=1000, lines=(1, 9)))

    scene = laid_out(template, make_content(headline=LONG), format)

    assert scene.texts[0].size >= measure(kit().styles["body"].minimum, FORMATS[format]) - 0.01
    assert "type-too-small" not in codes(judged(template, make_content(headline=LONG), format).findings)


def test_type_below_its_minimum_is_refused():
    """Whoever lays out by other means is told too."""
    template = make_template(text_slot(style="body"))
    scene = laid_out(template, make_content(headline="Klein"))
    small = tuple(_shrunk(item) for item in scene.items)

    assert ("error", "headline", "type-too-small") in found(
        small, template=template, texts=scene.texts, pictures=(), marks=()
    )


def _shrunk(item):
    return replace(item, size=7.0) if isinstance(item, GlyphRun) else item


@pytest.mark.parametrize(
    ("format", "inset", "is_safe"),
    [
        ("a4", 5.1, True),
        ("a4", 4.5, False),
        ("a6", 4.1, True),
        ("a0", 7, False),
        ("square", 8.0, True),
        ("square", 7, False),
    ],
)
def test_words_keep_clear_of_the_knife(format, inset, is_safe):
    """The margin is that of the sheet; 40 px on screens."""
    box = Rect(inset / 25.4 * 72, 100, 50, 20)
    fit = TextFit(slot="headline", style="lead", size=90, smallest=10, lines=("x",), box=box)
    template = make_template(text_slot(), formats=(format,))
    destination = "print" if FORMATS[format].unit == "mm" else "screen"

    said = found((), format=format, destination=destination, template=template, texts=(fit,))

    assert (("error", "headline", "safe-area") not in said) is is_safe


def test_marks_keep_clear_of_the_knife():
    """A code at the edge could lose its quiet zone."""
    template = make_template(qr_slot(), photo_slot(), places={"qr": Rect(0.9, 0.9, 0.1, 0.1)})

    found = one(judged(template, make_content(qr=QrChoice(url="https://care-er.be"))).findings, "safe-area")

    assert (found.severity, found.slot) == (Severity.ERROR, "qr")
