"""The rules of colour: the palette, pairs, and what can be read on what is really behind it."""

import numpy as np
import pytest
from makers import (
    PUBLISHER,
    Pictures,
    art_of,
    choice_slot,
    chosen,
    codes,
    imprint_slot,
    judged,
    kit,
    laid_out,
    make_content,
    make_template,
    one,
    photo,
    photo_slot,
    rect,
    text_slot,
)
from PIL import Image
from scenes_of_preflight import area, art, foreign, found, ink

from app.engine.content import apply_fix
from app.engine.findings import Severity
from app.engine.geometry import IDENTITY, Path, Rect
from app.engine.scene import GlyphRun, Stroke
from app.engine.sheet import FORMATS
from app.engine.template import ArtStep, Stack

A6 = Rect(0, 0, *FORMATS["a6"].trim)
ON_PHOTO = {"headline": Rect(0.1, 0.42, 0.8, 0.2)}
WHITE = Pictures().photo(Image.new("RGB", (900, 900), "white"))
BLACK = Pictures().photo(Image.new("RGB", (900, 900), "black"))
NOISE = Pictures().photo(
    Image.fromarray(np.random.default_rng(7).integers(0, 256, (900, 900, 3), np.uint8).astype(np.uint8))
)


def test_a_colour_of_nobody_is_told_once():
    """Art may only hold the palette; the same colour is not told twice."""
    patch = area(Rect(50, 50, 50, 50), foreign())

    assert found(art(patch, patch)) == [("error", "", "off-palette")]
    assert found(art(area(Rect(50, 50, 50, 50), ink("bos")))) == []


def test_an_illustration_keeps_its_skin_and_hair():
    """The kit's drawings hold colours beside the palette."""
    poster = judged(make_template(photo_slot()), make_content(photo=photo("brand:zorgkundige-1")))

    assert "off-palette" not in codes(poster.findings)


@pytest.mark.parametrize(
    ("slot", "is_allowed"),
    [
        (text_slot(ink="inkt", on="crème"), True),
        (text_slot(ink="wit", on="bos"), True),
        (text_slot(ink="zon", on="bos"), False),
        (text_slot(ink="zon", on="bos", style="display"), True),
        (text_slot(ink="koraal", on="zon", style="display"), False),
        (text_slot(ink="inkt", on="bos", bar="zon", style="display-bar"), True),
    ],
)
def test_pairs_are_those_of_the_kit(slot, is_allowed):
    """Small type needs more than large; a bar is the ground where there is one."""
    template = make_template(slot, ground=slot.on)

    found = codes(judged(template, make_content(headline="Warm hart")).findings)

    assert ("pair-contrast" not in found) is is_allowed


def test_the_pixels_decide_not_the_ground_that_was_meant():
    """A choice can lay another colour behind a text than its author had in mind."""
    whole = rect(Rect(-0.1, -0.1, 1.2, 1.2), A6)
    template = make_template(
        text_slot(ink="wit", on="bos"),
        choice_slot("bos", "koraal"),
        art=(chosen("bos", art_of(whole, "bos")), chosen("koraal", art_of(whole, "koraal"))),
    )

    dark = judged(template, make_content(headline="Warm hart"))
    light = judged(template, make_content(headline="Warm hart", choices={"ground": "koraal"}))

    assert "pair-contrast" not in codes(dark.findings)
    found = one(light.findings, "pair-contrast")
    assert found.severity is Severity.ERROR
    assert "(wit op koraal)" in found.message.nl


def test_a_text_across_an_edge_is_judged_by_its_worst_part():
    """Half on dark, half on light: half cannot be read."""
    template = make_template(
        text_slot(ink="inkt", on="crème"), art=(art_of(rect(Rect(0.3, 0, 1, 1), A6), "aubergine"),)
    )

    assert "pair-contrast" in codes(judged(template, make_content(headline="Een regel tot over de rand")).findings)


@pytest.mark.parametrize(("words", "is_fine"), [("Ja.", True), ("Jij", False), ("Één", True)])
def test_a_line_is_judged_where_its_letters_are(words, is_fine):
    """Another ground begins just below the base line: "Ja." keeps off it, the tails of "Jij" do not."""
    slot = text_slot(style="display-bar", ink="inkt", on="crème")
    base = laid_out(make_template(slot), make_content(headline=words), "a6")
    (run,) = (item for item in base.items if isinstance(item, GlyphRun))
    edge = (run.origin.y + 0.05 * run.size) / A6.height
    template = make_template(slot, art=(art_of(rect(Rect(-0.1, edge, 1.2, 1), A6), "aubergine"),))

    assert ("pair-contrast" not in codes(judged(template, make_content(headline=words), "a6").findings)) is is_fine


@pytest.mark.parametrize(
    ("share", "is_fine"), [(1.0, False), (0.6, False), (0.1, True)], ids=["whole", "most", "its edge"]
)
def test_a_single_letter_that_is_lost_is_found(share, is_fine):
    """A pale stem stands behind one letter of a long line, wherever in it that is; one that it only grazes is read."""
    words = "Dank je wel, Samira, voor elke dag"
    slot = text_slot(ink="crème", on="aubergine")
    (run,) = (
        item
        for item in laid_out(make_template(slot, ground="aubergine"), make_content(headline=words), "a6").items
        if isinstance(item, GlyphRun) and "S" in item.text
    )
    letter = next(glyph for glyph in run.glyphs if run.text[glyph.cluster] == "S")
    width = run.face.ink(letter.gid).width * run.size
    stem = Rect(run.origin.x + letter.x, 0, width * share, A6.height)
    template = make_template(slot, ground="aubergine", art=(art_of(Path.rect(stem), "munt"),))

    found = judged(template, make_content(headline=words), "a6").findings

    assert ("pair-contrast" not in codes(found)) is is_fine
    if not is_fine:
        assert "(crème op munt)" in one(found, "pair-contrast").message.nl


@pytest.mark.parametrize(("share", "is_fine"), [(1.0, False), (0.1, True)], ids=["whole", "its edge"])
def test_a_letter_on_a_drawn_line_is_found_too(share, is_fine):
    """Of a line only its pixels tell where it is: a stem that bends past a text and meets one letter of it."""
    words = "Dank je wel, Samira, voor elke dag"
    slot = text_slot(ink="crème", on="aubergine")
    scene = laid_out(make_template(slot, ground="aubergine"), make_content(headline=words), "a6")
    run = next(item for item in scene.items if isinstance(item, GlyphRun) and "S" in item.text)
    letter = next(glyph for glyph in run.glyphs if run.text[glyph.cluster] == "S")
    width = run.face.ink(letter.gid).width * run.size
    left = run.origin.x + letter.x + width * (share - 0.5)
    path = Path((("M", (left, 0.0)), ("L", (left, A6.height)), ("L", (A6.width, A6.height))))
    stem = Stroke(path=path, paint=kit().palette["munt"], width=width, matrix=IDENTITY)
    template = make_template(slot, ground="aubergine", art=(ArtStep(items=(stem,)),))

    found = judged(template, make_content(headline=words), "a6").findings

    assert ("pair-contrast" not in codes(found)) is is_fine


def test_a_stop_that_is_lost_is_no_letter():
    """Nobody misses it."""
    slot = text_slot(ink="crème", on="aubergine")
    words = "Dank je wel, Samira, voor elke dag"
    scene = laid_out(make_template(slot, ground="aubergine"), make_content(headline=words), "a6")
    run = next(item for item in scene.items if isinstance(item, GlyphRun) and "," in item.text)
    comma = next(glyph for glyph in run.glyphs if run.text[glyph.cluster] == ",")
    ink_box = run.face.ink(comma.gid)
    stem = Rect(run.origin.x + comma.x + ink_box.x * run.size, 0, ink_box.width * run.size, A6.height)
    template = make_template(slot, ground="aubergine", art=(art_of(Path.rect(stem), "munt"),))

    assert "pair-contrast" not in codes(judged(template, make_content(headline=words), "a6").findings)


def test_the_imprint_is_judged_like_any_text():
    """The law wants it read."""
    template = make_template(imprint_slot(), ground="inkt")

    assert "pair-contrast" in codes(judged(template, make_content(imprint=PUBLISHER)).findings)


@pytest.mark.parametrize(
    ("ink_name", "on", "pictures"),
    [("crème", "aubergine", WHITE), ("crème", "aubergine", NOISE), ("inkt", "wit", BLACK), ("wit", "bos", WHITE)],
)
@pytest.mark.parametrize("place", [0.34, 0.48, 0.6])
def test_what_cannot_be_read_on_a_photo_is_cured_by_the_veil(ink_name, on, pictures, place):
    """The fix lays a scrim that carries the text over whatever photo there is, wherever it stands."""
    slot = text_slot(ink=ink_name, on=on)
    template = make_template(slot, photo_slot(), places={"headline": Rect(0.1, place, 0.8, 0.06)})
    content = make_content(headline="Word verpleegkundige\nin Dendermonde", photo=photo())

    trouble = one(judged(template, content, "a6", pictures=pictures).findings, "photo-contrast")
    cured = judged(template, apply_fix(content, trouble.fix), "a6", pictures=pictures)

    assert (trouble.severity, trouble.slot) == (Severity.ERROR, "headline")
    assert trouble.fix.changes == (("photo.photo.scrim", True),)
    assert not {"photo-contrast", "pair-contrast"} & set(codes(cured.findings))


@pytest.mark.parametrize(("pictures", "ink_name", "on"), [(BLACK, "crème", "aubergine"), (WHITE, "inkt", "wit")])
def test_what_can_be_read_is_left_alone(pictures, ink_name, on):
    """A light text on a dark photo needs no help."""
    template = make_template(text_slot(ink=ink_name, on=on), photo_slot(), places=ON_PHOTO)

    poster = judged(template, make_content(headline="Warm hart", photo=photo()), "a6", pictures=pictures)

    assert "photo-contrast" not in codes(poster.findings)


def test_a_bar_makes_any_photo_readable():
    """Type on its own bar does not meet the photo."""
    slot = text_slot(style="display-bar", ink="inkt", bar="zon", on="zon")
    template = make_template(slot, photo_slot(), places=ON_PHOTO)

    poster = judged(template, make_content(headline="Warm hart", photo=photo()), "a6", pictures=BLACK)

    assert "photo-contrast" not in codes(poster.findings)


def test_an_illustration_is_measured_too():
    """Dark hair behind dark type is found, the pale ground beside it is not."""
    places = {"headline": Rect(0.3, 0.36, 0.4, 0.05), "place": Rect(0.02, 0.36, 0.2, 0.05)}
    template = make_template(text_slot(), text_slot("place"), photo_slot(), places=places)
    content = make_content(headline="Samen in de zorg", place="Gent", photo=photo("brand:persoonsbegeleider-1"))

    assert [f.slot for f in judged(template, content, "a6").findings if f.code == "photo-contrast"] == ["headline"]


def test_words_that_are_pushed_out_of_place_are_judged_when_they_fit():
    """A text that is too long pushes the next one off its ground: only the length is told."""
    stack = Stack(key="copy", slots=("headline", "lead"), align="top", gap=0.5)
    template = make_template(
        text_slot("headline", style="display", max_chars=900),
        text_slot("lead", ink="crème", on="aubergine"),
        stacks=(stack,),
        places={"copy": Rect(0.1, 0.1, 0.8, 0.3)},
        art=(art_of(rect(Rect(0, 0, 1, 0.41), A6), "aubergine"),),
    )
    content = make_content(headline="Veel te lange woorden " * 12, lead="Erna")

    found = judged(template, content, "a4").findings

    assert [(finding.slot, finding.code) for finding in found if finding.slot == "lead"] == []
    assert "overset" in codes(found)


def test_large_type_needs_less():
    """The same grey carries a headline and not a line of text."""
    grey = Pictures().photo(Image.new("RGB", (900, 900), (128, 128, 128)))
    content = make_content(headline="Warm", photo=photo())

    def said(style):
        slot = text_slot(ink="wit", on="bos", style=style)
        return codes(judged(make_template(slot, photo_slot(), places=ON_PHOTO), content, "a6", pictures=grey).findings)

    assert "photo-contrast" in said("lead")
    assert "photo-contrast" not in said("display")


def test_specks_do_not_count():
    """A few bright pixels behind a line do not make it unreadable."""
    image = Image.new("RGB", (900, 900), "black")
    image.paste((255, 255, 255), (440, 440, 452, 452))
    template = make_template(text_slot(ink="crème", on="aubergine"), photo_slot(), places=ON_PHOTO)

    poster = judged(
        template,
        make_content(headline="Een lange regel over de foto", photo=photo()),
        "a6",
        pictures=Pictures().photo(image),
    )

    assert "photo-contrast" not in codes(poster.findings)


def test_a_veil_that_is_there_is_not_offered_again():
    """Where even the scrim does not help, the finding has no fix to press in vain."""
    slot = text_slot(ink="koraal", on="koraal")
    template = make_template(slot, photo_slot(), places=ON_PHOTO)

    poster = judged(template, make_content(headline="Warm", photo=photo(scrim=True)), "a6", pictures=WHITE)

    assert one(poster.findings, "photo-contrast").fix is None
