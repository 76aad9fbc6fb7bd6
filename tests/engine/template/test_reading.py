"""A sound template becomes values: what is painted in which order, where, and with which inks."""

import re

import pytest

from app.engine.color import Cmyk
from app.engine.errors import TemplateError
from app.engine.scene import Fill, LinearGradient, Stroke
from app.engine.scene.items import ClipBegin, ClipEnd, GroupBegin, GroupEnd
from app.engine.template import Anchor, ArtStep, ChoiceStep, FrameStep
from app.engine.template.reading import read_template
from app.engine.units import MM


@pytest.fixture
def read(folder, brand):
    """Read the template as it now is."""
    return lambda: read_template(folder, brand)


def test_the_text_file_becomes_values(read):
    """Everything template.toml says is there, defaults filled in."""
    template = read()

    assert (template.key, template.version, template.status, template.message) == ("tiny", 3, "published", "community")
    assert template.professions == ("zorgkundige", "logistiek-assistent")
    assert template.languages == ("nl", "fr", "en", "ar")
    assert template.name.fr == "Petit"
    assert template.note is None
    assert [found.key for found in template.formats] == ["a5", "a3", "b2", "square"]
    assert template.stacks["copy"].slots == ("headline", "lead")
    headline, lead = template.slots["headline"], template.slots["lead"]
    assert (headline.bar, headline.on, headline.lines, headline.max_chars) == ("zon", "zon", (1, 3), 40)
    assert (lead.bar, lead.on, lead.role, lead.lines, lead.valign, lead.required) == (
        "", "aubergine", "P", (1, 3), "top", False,
    )  # fmt: skip
    assert template.slots["logo"].anchor == Anchor("bottom", "end")
    assert template.slots["imprint"].label.fr == "Éditeur responsable"
    assert [key for key, _ in template.slots["ground"].values] == ["bos", "koraal"]


def test_paint_order_is_document_order(read):
    """Art, frames and choices follow each other as in the drawing; neighbouring art is one step."""
    kinds = [
        (
            step.key
            if isinstance(step, FrameStep)
            else f"{step.slot}={step.value}"
            if isinstance(step, ChoiceStep)
            else "art"
        )
        for step in read().artboard("a3").steps
    ]

    assert kinds == [
        "ground=bos", "ground=koraal", "photo", "art", "place", "copy", "brand", "logo", "qr", "imprint",
    ]  # fmt: skip


def test_frames_are_shares_of_the_trim(read):
    """A frame is given from 0 to 1 of each side; the outline of a photo is its mask."""
    steps = {step.key: step for step in read().artboard("a3").steps if isinstance(step, FrameStep)}

    stack, photo = steps["copy"], steps["photo"]
    assert stack.target == "stack"
    assert (stack.box.x, stack.box.right) == pytest.approx((20 / 297, 277 / 297))
    assert (stack.box.y, stack.box.bottom) == pytest.approx((200 / 420, 350 / 420))
    assert photo.box.center == pytest.approx((205 / 297, 120 / 420))
    assert any(verb == "C" for verb, _ in photo.path.segments)


def test_art_is_in_points_and_palette_inks(read):
    """Shapes come in pt of the artboard's trim, colours as the palette's inks."""
    art = next(step for step in read().artboard("a3").steps if isinstance(step, ArtStep))

    foot, _, wave = art.items
    assert isinstance(foot, Fill)
    assert isinstance(wave, Stroke)
    assert foot.path.bounds.x == pytest.approx(-7 * MM)
    assert foot.paint.name == "aubergine"
    assert foot.paint.cmyk == Cmyk(0.7, 0.95, 0.3, 0.3)
    assert wave.width * wave.matrix.scale == pytest.approx(1 * MM)


def test_a_view_box_in_any_unit_gives_the_same_template(read, edit, folder):
    """Only the viewBox counts: its origin and unit may be anything, width and height say nothing."""
    plain = read().artboard("a3")
    text = (folder / "a3.svg").read_text()
    inner = re.search(r"<svg[^>]*>(.*)</svg>", text, re.S)[1]
    wrapped = f'<g transform="translate(100 50) scale(2)">{inner}</g>'
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="99in" viewBox="100 50 594 840">'
    (folder / "a3.svg").write_text(f"{head}{wrapped}</svg>")

    other = read().artboard("a3")

    assert _numbers(other) == pytest.approx(_numbers(plain))


def _numbers(board):
    steps = [step for step in board.steps if isinstance(step, FrameStep)]
    return [side for step in steps for side in (step.box.x, step.box.y, step.box.right, step.box.bottom)]


def test_gradients_groups_and_clips_are_kept(read, edit):
    """A gradient keeps its stops as inks, a see-through group and a clip enclose what they hold."""
    edit(
        "a3.svg",
        '<rect id="rule" x="20" y="40" width="60" height="6" fill="#feca34"/>',
        """<linearGradient id="sun"><stop stop-color="#feca34"/><stop offset="1" stop-color="#ec5e55"/></linearGradient>
        <clipPath id="hole"><circle cx="50" cy="43" r="20"/></clipPath>
        <g opacity="0.5" clip-path="url(#hole)"><rect x="20" y="40" width="60" height="6" fill="url(#sun)"/>
        <rect x="20" y="44" width="60" height="6" fill="#ffffff"/></g>""",
    )
    art = next(step for step in read().artboard("a3").steps if isinstance(step, ArtStep))

    kinds = [type(item) for item in art.items]
    assert kinds == [Fill, ClipBegin, GroupBegin, Fill, Fill, GroupEnd, ClipEnd, Stroke]
    gradient = art.items[3].paint
    assert isinstance(gradient, LinearGradient)
    assert [stop.ink.name for stop in gradient.stops] == ["zon", "koraal"]


def test_a_clip_around_the_whole_artboard_is_lifted_over_frames(read, edit, folder):
    """Editors wrap an artboard in one clip: frames in it stand free, art stays clipped."""
    text = (folder / "a3.svg").read_text()
    body = text[text.index("<g id") : text.index("</svg>")]
    clip = '<clipPath id="all"><rect x="-7" y="-7" width="311" height="434"/></clipPath>'
    (folder / "a3.svg").write_text(text.replace(body, f'<g clip-path="url(#all)">{body}</g>{clip}'))

    steps = read().artboard("a3").steps

    assert [step.key for step in steps if isinstance(step, FrameStep)][:2] == ["photo", "place"]
    for step in steps:
        if isinstance(step, ArtStep):
            assert isinstance(step.items[0], ClipBegin)
            assert isinstance(step.items[-1], ClipEnd)


def test_a_frame_cut_by_a_clip_is_refused(faults, edit):
    """A clip that would cut what fills a frame is named."""
    edit(
        "a3.svg",
        '<circle id="slot-photo" cx="205" cy="120" r="60"/>',
        '<clipPath id="half"><rect x="140" y="60" width="60" height="120"/></clipPath>'
        '<g clip-path="url(#half)"><circle id="slot-photo" cx="205" cy="120" r="60"/></g>',
    )

    assert [(fault.where, fault.problem) for fault in faults()] == [("slot-photo", "is cut by a clip path")]


def test_the_digest_changes_with_every_file(read, folder):
    """Whatever changes in the folder, cached posters of the old template are not used again."""
    before = read().digest
    (folder / "leaf.svg").write_text("<svg/>")
    after = read().digest
    (folder / "leaf.svg").write_text("<svg />")

    assert len({before, after, read().digest}) == 3


def test_reading_a_spoilt_template_raises_with_every_fault(read, edit, faults):
    """The error carries all faults and prints them one a line."""
    edit("template.toml", 'message = "community"', 'message = "joy"')
    edit("a3.svg", 'fill="#feca34"', 'fill="#feca35"')

    with pytest.raises(TemplateError) as raised:
        read()

    assert list(raised.value.faults) == faults()
    assert len(str(raised.value).splitlines()) == 2


def test_the_marker_of_a_text_is_read(read, edit):
    """A text without one has none."""
    edit("template.toml", 'on = "aubergine"\nlabel', 'on = "aubergine"\nmarker = "zon"\nlabel')
    slots = read().slots

    assert (slots["lead"].marker, slots["place"].marker) == ("zon", "")
