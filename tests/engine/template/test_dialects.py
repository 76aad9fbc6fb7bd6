"""Artboards as drawing programs export them: the same drawing gives the same template, or the fault that mends it."""

from pathlib import Path

import pytest

from app.engine.scene import Fill, Stroke
from app.engine.template import ArtStep, ChoiceStep, FrameStep, read_template
from app.engine.template.reading import faults_of

DIALECTS = Path(__file__).parents[2] / "resources" / "dialects"
# How programs write that colour; the others write #ec5e55.
KORAAL = {"figma": "#EC5E55", "illustrator": "#EC5E55", "affinity": "rgb(236,94,85)"}
EXPORTS = sorted(file.stem for file in DIALECTS.glob("*.svg"))


@pytest.fixture
def exported(folder):
    """Put a program's export in the place of the drawing, with some of it changed."""

    def put(program, *changes):
        text = (DIALECTS / f"{program}.svg").read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        (folder / "a3.svg").write_text(text, encoding="utf-8")

    return put


def _frames(board):
    return {step.key: step.box for step in board.steps if isinstance(step, FrameStep)}


def _inks(board):
    found = [step for step in board.steps if isinstance(step, ArtStep)]
    found += [inner for step in board.steps if isinstance(step, ChoiceStep) for inner in step.steps]
    return {item.paint.name for step in found for item in step.items if isinstance(item, Fill | Stroke)}


@pytest.mark.parametrize("program", EXPORTS)
def test_the_export_of_a_program_gives_the_same_poster(program, exported, folder, brand):
    """Layers, style sheets, maps, entities and names that were changed for the file change nothing."""
    plain = read_template(folder, brand).artboard("a3")
    exported(program)

    board = read_template(folder, brand).artboard("a3")

    frames = _frames(board)
    assert list(frames) == list(_frames(plain))
    for key, box in _frames(plain).items():
        sides = (box.x, box.y, box.right, box.bottom)
        assert (frames[key].x, frames[key].y, frames[key].right, frames[key].bottom) == pytest.approx(sides, abs=3e-4)
    assert _inks(board) == _inks(plain) == {"bos", "koraal", "aubergine", "zon", "wit"}


@pytest.mark.parametrize("program", EXPORTS)
def test_a_drawing_is_known_by_its_frames_even_before_there_is_a_text_file(program, exported, folder, brand):
    """However a program writes their names, the drawing is judged and not taken for a logo."""
    exported(program, (KORAAL.get(program, "#ec5e55"), "#ec5e56"))
    (folder / "template.toml").unlink()

    assert [fault.problem for fault in faults_of(folder, brand) if "#ec5e56" in str(fault)] == [
        "fill #ec5e56 is no colour of the palette"
    ]


def test_a_figma_frame_that_clips_its_content_is_one_fault_with_its_cure(exported, faults):
    """With "Clip content" left on, everything is cut at the trim; the shapes themselves are right."""
    exported(
        "figma",
        (
            '<rect width="622" height="868" fill="white" transform="translate(-14 -14)"/>',
            '<rect width="594" height="840" fill="white"/>',
        ),
    )

    (fault,) = faults()

    assert (fault.where, fault.line) == ("#A3 poster", 2)
    assert "nothing bleeds at a5" in fault.problem
    assert "6.1 mm (12.1 in the drawing) past the trim: in Figma switch Clip content off" in fault.cure


def test_below_a_clip_at_the_trim_shapes_that_stop_there_are_named_too(exported, faults):
    """Both must be mended, and both are told at once."""
    exported(
        "figma",
        (
            '<rect width="622" height="868" fill="white" transform="translate(-14 -14)"/>',
            '<rect width="594" height="840" fill="white"/>',
        ),
        ('<rect id="Rectangle 3" x="-14" y="592" width="622"', '<rect id="Rectangle 3" x="0" y="592" width="594"'),
    )

    assert [fault.where for fault in faults()] == ["#A3 poster", "#Rectangle 3"]


@pytest.mark.parametrize(
    ("program", "old", "new", "name"),
    [
        ("figma", 'id="Rectangle 3_2"', 'id="slot-qr_2"', "slot-qr"),
        ("illustrator", 'x="56.6929" y="113.3858" class', 'id="slot_x2D_qr_1_" x="56" y="113" class', "slot-qr"),
        ("illustrator-export-as", 'id="zonnebalk" data-name="zonnebalk (boven)"', 'id="slot-qr-2"', "slot-qr"),
        ("affinity", 'id="balk"', 'id="stack-copy2"', "stack-copy"),
        ("inkscape", 'id="rect4"', 'id="slot-qr-3"', "slot-qr"),
    ],
)  # fmt: skip
def test_a_name_that_the_program_numbered_is_told_to_stand_twice(program, old, new, name, exported, faults):
    """Programs let no id stand twice: they number the second, and nobody remembers having named it so."""
    exported(program, (old, new))

    (cure,) = (fault.cure for fault in faults() if "there is no [" in fault.problem)

    assert cure.startswith(f"give {name} to one shape only")


@pytest.mark.parametrize(
    ("program", "old", "new"),
    [
        ("affinity", 'id="balk"', 'id="stack-copy2" serif:id="stack-copy"'),
        ("illustrator-export-as", 'id="zonnebalk" data-name="zonnebalk (boven)"', 'id="x" data-name="stack-copy"'),
    ],
)
def test_a_name_that_the_program_kept_beside_the_id_counts(program, old, new, exported, faults, line_of):
    """Then it is known that it stands twice, and where."""
    exported(program, (old, new))

    found = {fault.line: fault.problem for fault in faults() if fault.where == "stack-copy"}

    assert list(found) == [line_of("a3.svg", "stack-copy1" if program == "affinity" else "stack-copy-2")]
    assert "too" in next(iter(found.values()))


def test_id_and_label_that_say_different_things_are_told(exported, faults, line_of):
    """A copy in Inkscape keeps the label of what it was copied from."""
    exported("inkscape", ('id="rect7"', 'id="slot-logo-5"'))

    (fault,) = (fault for fault in faults() if "label" in fault.problem)

    assert fault.problem == "its label is slot-brand, its ID slot-logo-5"
    assert "the same name" in fault.cure


@pytest.mark.parametrize("name", ["Slot-Place", "slot_place", "slot place", "SLOT-PLACE "])
def test_a_name_that_is_almost_that_of_a_frame_is_told_with_its_line(name, edit, faults, line_of):
    """Capitals, spaces and underscores are slips, not art."""
    edit("a3.svg", 'id="slot-place"', f'id="{name}" fill="#ffffff"')

    (fault,) = (fault for fault in faults() if fault.where == "slot-place")

    assert name.strip() in fault.problem
    assert (fault.cure, fault.line) == ("call it slot-place", line_of("a3.svg", name))


def test_a_drawing_without_any_name_is_one_fault(exported, faults):
    """An export without ids is mended in the export, not shape by shape."""
    text = (DIALECTS / "figma.svg").read_text()
    frames = [(f' id="{name}"', "") for name in ("slot-photo", "slot-place", "stack-copy", "slot-brand")]
    frames += [(f' id="{name}"', "") for name in ("slot-logo", "slot-qr", "slot-imprint")]
    assert all(old in text for old, _ in frames)
    exported("figma", *frames)

    (cure,) = (fault.cure for fault in faults() if "name of a frame" in fault.problem)

    assert cure.startswith(
        "name shapes slot-place, slot-photo, slot-logo, slot-qr, slot-imprint, slot-brand, stack-copy"
    )
    assert "Include “id” attribute" in cure


@pytest.mark.parametrize(
    "white", ["#FFF", "#fff", "#FFFFFF", "white", "White", "rgb(255,255,255)", "rgb(100%, 100%, 100%)"]
)
def test_a_colour_is_the_palettes_however_it_is_written(white, edit, faults):
    """Names, short and long numbers, capitals: what counts is the colour."""
    edit("a3.svg", 'stroke="#ffffff"', f'stroke="{white}"')

    assert faults() == []


def test_a_colour_off_the_palette_is_one_fault_with_all_its_lines(exported, faults):
    """In attributes, styles, classes and gradients: one thing to mend. Both colours and the difference are told."""
    exported(
        "illustrator",
        ("#FECA34", "#FECB35"),
        ("stroke:#FFFFFF", "stroke:#fecb35"),
        (
            '<g id="hulplijnen"',
            '<linearGradient id="g"><stop stop-color="#feca34"/><stop offset="1" style="stop-color:#fecb35"/>'
            '</linearGradient><rect x="50" y="50" width="9" height="9" fill="url(#g)"/>'
            '<rect x="50" y="50" width="9" height="9" style="fill:rgb(254,203,53)"/><g id="hulplijnen"',
        ),
    )

    (fault,) = faults()

    assert fault.problem.startswith("fill, stroke and gradient stop #fecb35 is no colour of the palette (also on line")
    assert fault.cure == "use #feca34 (zon), which is probably meant: ΔE 0.6 away"


def test_a_colour_far_from_the_palette_is_not_guessed(edit, faults):
    """The nearest is named, as one among others."""
    edit("a3.svg", 'fill="#feca34"', 'fill="#0000ff"')

    (fault,) = faults()

    assert "probably" not in fault.cure
    assert "the nearest at ΔE" in fault.cure


def test_lines_that_follow_each_other_are_told_as_a_range(edit, faults, line_of):
    """A fault stays one line, however often the colour stands there."""
    many = "\n".join('<rect x="9" y="9" width="9" height="9" fill="#fecb35"/>' for _ in range(30))
    apart = "\n\n".join('<rect x="9" y="9" width="9" height="9" fill="#ec5e56"/>' for _ in range(30))
    edit("a3.svg", '<rect id="slot-place"', f'{many}\n{apart}\n<rect id="slot-place"')

    near, far = faults()

    first = line_of("a3.svg", "#fecb35")
    assert (near.line, f"(also on lines {first + 1}–{first + 29})" in near.problem) == (first, True)
    assert "(also on 29 more lines, " in far.problem
    assert len(str(far)) < 300


PHOTO = '<circle id="slot-photo" cx="205" cy="120" r="60"/>'


@pytest.mark.parametrize(
    "name", ["Slot_Photo", "Slot_x5F_Photo", "slot photo", "Slot-Photo", "slotPhoto", "slot/photo", " SLOT__PHOTO"]
)
@pytest.mark.parametrize(
    "drawn",
    [
        '<circle id="{}" cx="205" cy="120" r="60" fill="#feca34"/>',
        '<circle id="{}" cx="205" cy="120" r="60" fill="none"/>',
        '<g id="{}"><circle cx="205" cy="120" r="60" fill="#feca34"/></g>',
        '<g id="layer" data-name="{}"><circle cx="205" cy="120" r="60" fill="#feca34"/></g>',
    ],
    ids=["shape", "unpainted", "group", "kept"],
)
def test_a_name_that_is_nearly_right_is_told(name, drawn, edit, faults, line_of):
    """Whatever carries it: a shape, one without paint, a group; among frames that are named well."""
    edit("a3.svg", PHOTO, drawn.format(name))

    (fault,) = faults()

    told = name.strip().replace("_x5F_", "_")
    assert fault.problem == f'[slot.photo] has no frame here, but a shape is called "{told}"'
    assert (fault.cure, fault.line) == ("call it slot-photo", line_of("a3.svg", 'cx="205"'))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("slot-qrcode", "slot-qr"),
        ("slot-inprint", "slot-imprint"),
        ("slot-brandlogo", "slot-brand"),
        ("slot-brand_1_", "slot-brand"),
        ("stack-copy-2", "stack-copy"),
    ],
)
def test_a_frame_that_nothing_asks_for_is_called_what_it_probably_is(wrong, right, edit, faults):
    """Where that one is not drawn; nobody is told to delete the only frame because the program numbered it."""
    edit("a3.svg", f'id="{right}"', f'id="{wrong}"')

    told = {fault.where: fault for fault in faults()}

    assert set(told) == {wrong, right}
    assert told[wrong].cure.startswith(f"call it {right}, which has no frame here, or add [")
    assert told[right].problem.endswith(f'has no frame here, but a shape is called "{wrong}"')
    assert told[right].cure == f"call it {right}"


def test_a_frame_that_is_hidden_is_not_called_what_it_is_called_already(edit, faults):
    """It has to be shown, or drawn."""
    edit("a3.svg", 'id="slot-photo"', 'id="slot-photo" display="none"')

    (fault,) = faults()

    assert fault.problem == "[slot.photo] has no frame here"
    assert fault.cure.startswith('draw a visible shape with id="slot-photo"')


BOARD = """[[artboard]]
file = "square.svg"
trim = [{}, {}]
unit = "{}"
formats = ["{}"]"""


@pytest.mark.parametrize(
    ("trim", "drawn", "meant"),
    [
        ((1080, 1080, "px", "square"), (1120, 1120), "20 20 1080 1080"),
        ((1080, 1350, "px", "feed"), (1120, 1390), "20 20 1080 1350"),
        ((297, 420, "mm", "a3"), (622, 868), "14 14 594 840"),
    ],
    ids=["square", "feed", "two px to the mm"],
)
def test_a_view_box_that_holds_the_bleed_is_told_with_the_right_one(trim, drawn, meant, folder, edit, brand):
    """Figma makes a drawing as large as its shapes; a square keeps its proportion then, and only lacks its ground."""
    text = (folder / "template.toml").read_text(encoding="utf-8")
    first, last = text.index("[[artboard]]"), text.index("[stack.copy]")
    (folder / "template.toml").write_text(text[:first] + BOARD.format(*trim) + "\n\n" + text[last:], encoding="utf-8")
    width, height = drawn
    edit("square.svg", 'viewBox="0 0 540 540"', f'viewBox="0 0 {width} {height}"')
    edit(
        "square.svg", 'id="base" width="540" height="540"', f'id="base" x="10" y="10" width="{width}" height="{height}"'
    )

    cures = [fault.cure for fault in faults_of(folder, brand) if "viewBox" in fault.cure]

    assert cures
    assert all(f'write viewBox="{meant}"' in cure for cure in cures)


def test_a_drawing_in_units_of_its_own_is_told_those_too(edit, faults):
    """Who drew a square of 540 need not know what 6.1 mm or 40 px are in it."""
    edit("square.svg", 'id="slot-place" x="40"', 'id="slot-place" x="5"')

    (fault,) = faults()

    assert fault.cure == "keep 40.0 px (20.0 in the drawing), the safe area of square"
