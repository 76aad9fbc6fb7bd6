"""A poster as a whole: what is painted, in which order, and what a reader of the tags hears."""

import pytest
from makers import (
    ORGANISATION,
    Pictures,
    art_of,
    brand_slot,
    chosen,
    imprint_slot,
    laid_out,
    logo_slot,
    make_content,
    make_template,
    photo,
    photo_slot,
    qr_slot,
    svg,
    text_slot,
)

from app.engine.content import LogoChoice, QrChoice, Text
from app.engine.geometry import Path, Rect
from app.engine.scene import ArtifactBegin, ArtifactEnd, ClipBegin, ClipEnd, Fill, GlyphRun, TagBegin, TagEnd
from app.engine.template import Stack
from app.engine.template.values import EMPTY

SLOTS = (
    text_slot("headline", role="H1", required=True, placeholder={"nl": "Jouw titel", "ar": "عنوانك"}),
    text_slot("lead"),
    photo_slot(),
    brand_slot(),
    logo_slot(),
    qr_slot(),
    imprint_slot(),
)
TEMPLATE = make_template(*SLOTS, places={"lead": Rect(0.1, 0.7, 0.8, 0.06)})
PICTURES = Pictures().logo(svg('<rect width="100" height="40" fill="#123456"/>', 100, 40))
FULL = make_content(
    headline="Warm hart,\nvast contract.",
    lead=Text(text="Grand cœur.", language="fr"),
    photo=photo("brand:team-1"),
    logo=LogoChoice(file="logo.svg"),
    qr=QrChoice(url="https://care-er.be"),
    imprint=ORGANISATION,
)


def tags(scene):
    return [item for item in scene.items if isinstance(item, TagBegin)]


@pytest.mark.parametrize(
    ("key", "slots", "is_shown"),
    [
        ("photo", {}, True),
        ("photo", {"photo": photo("brand:team-1")}, False),
        ("logo", {"photo": photo("brand:team-1")}, True),
        ("logo", {"logo": LogoChoice(file="logo.svg")}, False),
    ],
)
def test_a_group_for_no_picture_is_painted_without_one_only(key, slots, is_shown):
    """What stands in for a photo would look out from behind an illustration."""
    mark = Path.rect(Rect(0, 0, 9, 9))
    template = make_template(
        text_slot("headline"), photo_slot(), logo_slot(), art=(chosen(EMPTY, art_of(mark, "koraal"), key=key),)
    )
    scene = laid_out(template, make_content(headline="Warm hart", **slots), media=PICTURES.media)
    corners = [(item.path.bounds.x, item.path.bounds.y) for item in scene.items if isinstance(item, Fill)]

    assert ((0, 0) in corners) == is_shown


def said(scene, slot):
    """Return the words of a slot, as a reader extracts them."""
    found, inside = [], False
    for item in scene.items:
        if isinstance(item, TagBegin):
            inside = item.slot == slot
        elif inside and isinstance(item, GlyphRun):
            found.append(item.text)
    return "".join(found)


def test_everything_is_tagged_or_decoration():
    """Tags do not nest, and everything that paints lies in one or is an artifact."""
    depth, clips = 0, 0
    for item in laid_out(TEMPLATE, FULL, media=PICTURES.media).items:
        if isinstance(item, TagBegin | ArtifactBegin):
            depth += 1
            assert (depth, clips) == (1, 0)
        elif isinstance(item, TagEnd | ArtifactEnd):
            depth -= 1
            assert (depth, clips) == (0, 0)
        else:
            assert depth == 1
            clips += isinstance(item, ClipBegin) - isinstance(item, ClipEnd)


def test_the_reading_order_is_the_templates():
    """Photos are painted first and read where the template names them."""
    found = tags(laid_out(TEMPLATE, FULL, media=PICTURES.media))

    assert found[0].slot == "photo"
    assert [tag.slot for tag in sorted(found, key=lambda tag: tag.order)] == [slot.key for slot in SLOTS]
    assert [tag.role for tag in found if tag.slot == "headline"] == ["H1"]


def test_every_text_is_tagged_in_its_own_language():
    """A bilingual poster is read aloud in two languages."""
    found = {tag.slot: tag.language for tag in tags(laid_out(TEMPLATE, FULL, media=PICTURES.media))}

    assert (found["headline"], found["lead"]) == ("nl", "fr")


def test_the_words_are_those_that_were_typed():
    """Line breaks apart."""
    scene = laid_out(TEMPLATE, FULL, media=PICTURES.media)

    assert said(scene, "headline").split() == ["Warm", "hart,", "vast", "contract."]
    assert scene.title == "Warm hart, vast contract."


def test_a_title_has_no_hyphens_that_nobody_sees():
    """A file is called by the whole word: readers show a soft hyphen, or a space in its place."""
    scene = laid_out(TEMPLATE, make_content(headline="Verpleeg\u00adkundige"))

    assert scene.title == "Verpleegkundige"


def test_arabic_is_read_in_the_order_in_which_it_was_typed():
    """Glyphs run from right to left; the tag holds the words."""
    content = make_content(language="ar", headline="نحن نبحث عن ممرضة")

    (tag,) = (tag for tag in tags(laid_out(TEMPLATE, content)) if tag.slot == "headline")

    assert (tag.actual_text, tag.language) == ("نحن نبحث عن ممرضة", "ar")


@pytest.mark.parametrize("mirror", [True, False])
def test_text_that_runs_from_right_to_left_starts_at_the_right(mirror):
    """Whether or not the art changes sides."""
    template = make_template(text_slot(), places={"headline": Rect(0.2, 0.1, 0.6, 0.2)}, mirror=mirror)
    left = laid_out(template, make_content(headline="Zorg")).texts[0].box
    right = laid_out(template, make_content(language="ar", headline="رعاية")).texts[0].box
    trim = laid_out(template, make_content()).sheet.trim

    assert left.x == pytest.approx(0.2 * trim.width, abs=3)
    assert right.right == pytest.approx(0.8 * trim.width, abs=3)


def test_an_empty_poster_shows_only_the_brand():
    """No empty figures, no empty paragraphs."""
    assert [tag.slot for tag in tags(laid_out(TEMPLATE, make_content()))] == ["brand"]


def test_a_preview_shows_placeholders_of_what_is_required():
    """In the poster's language; artwork does not."""
    preview = laid_out(TEMPLATE, make_content(), placeholders=True)

    assert said(preview, "headline") == "Jouw titel"
    assert said(laid_out(TEMPLATE, make_content(language="fr"), placeholders=True), "headline") == "Jouw titel"
    assert said(laid_out(TEMPLATE, make_content()), "headline") == ""


def test_a_stack_closes_up_over_empty_texts():
    """The second text begins where the first would have."""
    stack = Stack(key="copy", slots=("one", "two"), align="top", gap=1.0)
    template = make_template(
        text_slot("one"), text_slot("two"), stacks=(stack,), places={"copy": Rect(0.1, 0.1, 0.8, 0.5)}
    )

    def top(**texts):
        return {fit.slot: fit.box.y for fit in laid_out(template, make_content(**texts)).texts}

    assert top(two="Alleen")["two"] == pytest.approx(top(one="Alleen")["one"])
    assert top(one="Eerst", two="Dan")["two"] > top(one="Eerst", two="Dan")["one"]


@pytest.mark.parametrize("format", ["a6", "a3", "a0"])
def test_the_same_input_gives_the_same_scene(format):
    """Nothing depends on what was laid out before."""
    assert laid_out(TEMPLATE, FULL, format, PICTURES.media) == laid_out(TEMPLATE, FULL, format, PICTURES.media)


def test_invisible_words_leave_no_trace():
    """A text of nothing but spaces and joiners is an empty text."""
    assert said(laid_out(TEMPLATE, make_content(lead="\u200b \u202e\n")), "lead") == ""
