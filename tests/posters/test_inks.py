"""What is in the file is the ink that was ordered: the brand's numbers, and never more than the paper takes."""

import io
from dataclasses import replace

import numpy as np
import pikepdf
import press_rules
import pytest
from hard_pictures import PHOTOS, hard_pictures
from page_walk import walked
from PIL import Image
from poster_maker import content, judged, kit, made, painted, slots_for, with_photo
from poster_matrix import Case, everything, going, pairs
from poster_shelf import TEMPLATES, templates_with

LIMIT = 300

# JPEG rounds: single pixels may lie a little above what went in, by at most this many per cent of ink.
ROUNDING = 4


def ordered(color):
    """Return a colour of the palette as four decimals hold it."""
    return tuple(round(share, 4) for share in color.cmyk)


@pytest.mark.parametrize("name", TEMPLATES)
def test_brand_colours_stand_in_the_file_as_their_numbers(name):
    """Without pictures and logos of others, everything is painted in colours of the palette, exactly."""
    given = replace(content(name, "nl"), photos={}, logos={})
    palette = {ordered(color) for color in kit().palette.values()}
    case = Case(name, "a3", "nl", "print")
    found = judged(case, given)
    if found.is_refused:  # a photo is required: then the colours are looked for outside of it
        found = judged(case, with_photo(given, slots=slots_for(name, "photo")))
    inks = {
        mark.color.numbers
        for mark in walked(press_rules.opened(painted(found)).pages[0])
        if mark.kind in ("area", "text", "line") and mark.color.pattern is None
    }

    assert inks <= palette, sorted(inks - palette)
    assert len(inks) >= 4


@pytest.mark.parametrize("name", TEMPLATES)
def test_words_are_painted_in_the_ink_that_the_template_names(name):
    """The first colour of the heading's letters is the one of its slot."""
    case = Case(name, "a4", "nl", "print")
    found = judged(case)
    slot = next(slot for slot, _ in found.content.texts() if slot.role == "H1")
    marks = walked(press_rules.opened(painted(found)).pages[0])
    letters = {mark.color.numbers for mark in marks if mark.kind == "text" and mark.marks[0][0] == "/H1"}

    assert letters == {ordered(kit().palette[slot.ink])}


def coverage(image):
    """Return the ink of each pixel of an image in a PDF, in per cent."""
    pixels = np.asarray(Image.open(io.BytesIO(image.read_raw_bytes())), np.float32)
    # Pillow takes every CMYK JPEG for one that counts paper, and turns it round; the file says what counts.
    raw = 255 - pixels
    ends = np.array([float(end) for end in image.Decode], np.float32)
    low, high = ends[::2], ends[1::2]
    return 100 * (low + raw / 255 * (high - low)).sum(axis=2)


@pytest.mark.parametrize("photo", [*PHOTOS, "noise"])
@pytest.mark.parametrize("name", templates_with("photo"))
def test_no_photo_prints_more_ink_than_the_paper_takes(name, photo):
    """Saturated, dark and noisy photos are held under the limit, as decoded from the file."""
    own = hard_pictures()
    case = Case(name, "a5", "nl", "print")
    slots = slots_for(name, "photo")
    given = replace(with_photo(content(name, "nl"), photo, slots=slots), logos={})
    pdf = press_rules.opened(painted(judged(case, given, own), own))
    images = [found for found in pdf.objects if isinstance(found, pikepdf.Stream) and "/BitsPerComponent" in found]
    ink = [coverage(image) for image in images if image.ColorSpace == "/DeviceCMYK"]

    assert len(ink) == len(slots)
    for amount in ink:
        assert amount.max() <= LIMIT + ROUNDING
        assert (amount > LIMIT + 1).mean() < 0.001


def amounts(pdf):
    """Yield the ink, in per cent, of every colour that is set and of every colour in a gradient."""
    for mark in walked(pdf.pages[0]):
        if mark.color.space == "/DeviceCMYK" and mark.kind != "image":
            yield 100 * sum(mark.color.numbers)
    for found in pdf.objects:
        if isinstance(found, pikepdf.Dictionary) and found.get("/FunctionType") == 2:
            yield from (100 * sum(map(float, found[end])) for end in ("/C0", "/C1"))


@pytest.mark.parametrize("case", going(["print"], pairs())[::3], ids=str)
def test_no_area_prints_more_ink_than_the_paper_takes(case):
    """Neither template nor logo nor illustration goes over the limit."""
    assert max(amounts(press_rules.opened(made(case)))) <= LIMIT + 0.1


@pytest.mark.slow
@pytest.mark.parametrize("case", going(["print"], everything()), ids=str)
def test_no_area_of_any_poster_prints_more_ink(case):
    """The same for every template, format and language."""
    assert max(amounts(press_rules.opened(made(case)))) <= LIMIT + 0.1
