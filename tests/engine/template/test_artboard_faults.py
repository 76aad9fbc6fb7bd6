"""Every rule of an artboard, broken in one place: the fault names file, line, element and cure."""

import pytest

SVG = "a3.svg"

# rule, old, new, element, problem, cure
CASES = [
    ("near-miss", 'fill="#feca34"', 'fill="#fecb35"', "#rule", "fill #fecb35 is no colour", "#feca34 (zon)"),
    ("missing-fill", ' fill="#feca34"', "", "#rule", "missing fill", "use #1f1f1d (zwart)"),
    ("stroke-colour", 'stroke="#ffffff"', 'stroke="#fefefe"', "#wave", "stroke #fefefe", "#ffffff (wit)"),
    ("unknown-frame", 'id="slot-place"', 'id="slot-plaec"', "slot-plaec", "no [slot.plaec]", "call it slot-place"),
    ("unknown-stack", 'id="stack-copy"', 'id="stack-coppy"', "stack-coppy", "no [stack.coppy]", "call it stack-copy"),
    ("frame-of-stacked", 'id="slot-place"', 'id="slot-lead"', "slot-lead", "flows in stack copy", "delete the frame"),
    (
        "frame-of-choice",
        'id="slot-place"',
        'id="slot-ground"',
        "slot-ground",
        "a choice has no frame",
        "choice-ground-",
    ),
    ("missing-frame", 'id="slot-place"', 'id="place"', "slot-place", "has no frame here", 'id="slot-place"'),
    (
        "turned-frame",
        '<rect id="slot-place"',
        '<rect transform="rotate(10 60 90)" id="slot-place"',
        "slot-place",
        "upright",
        "rect",
    ),
    (
        "round-frame",
        '<rect id="slot-qr" x="235" y="370" width="36" height="36"/>',
        '<circle id="slot-qr" cx="253" cy="388" r="18"/>',
        "slot-qr",
        "upright",
        "rect",
    ),
    (
        "open-mask",
        '<circle id="slot-photo" cx="205" cy="120" r="60"/>',
        '<path id="slot-photo" d="M150 60H260V180"/>',
        "slot-photo",
        "open line",
        "close",
    ),
    (
        "art-short",
        'd="M-7 296H304V427H-7Z"',
        'd="M-3 296H300V427H-3Z"',
        "#foot",
        "reaches 3.0 mm past the trim (left and right)",
        "overshoot by 6.1 mm, the bleed of a5",
    ),
    (
        "art-at-trim",
        'd="M-7 296H304V427H-7Z"',
        'd="M-7 296H304V420H-7Z"',
        "#foot",
        "reaches 0.0 mm past the trim (bottom)",
        "6.0 mm",
    ),
    ("photo-short", 'cx="205" cy="120" r="60"', 'cx="240" cy="120" r="61"', "slot-photo", "reaches 4.0 mm", "6.1 mm"),
    (
        "unsafe",
        'id="slot-qr" x="235" y="370"',
        'id="slot-qr" x="235" y="377"',
        "slot-qr",
        "keeps 7.0 mm from the bottom",
        "8.0 mm, the safe area of a5",
    ),
    (
        "beyond-trim",
        'id="slot-place" x="20"',
        'id="slot-place" x="-20"',
        "slot-place",
        "lies 20.0 mm beyond the left",
        "8.1 mm",
    ),
    ("overlap", 'id="slot-logo" x="140"', 'id="slot-logo" x="160"', "slot-qr", "overlaps slot-logo", "move or narrow"),
    ("thin-line", 'stroke-width="1"', 'stroke-width="0.15"', "#wave", "thin at a5", "0.18 mm wide"),
    (
        "bare-sheet",
        '<rect id="coral" x="-7"',
        '<rect id="coral" x="100"',
        "svg",
        "the sheet is not painted",
        "lay a ground",
    ),
    (
        "see-through-ground",
        '<rect id="coral"',
        '<rect opacity="0.5" id="coral"',
        "svg",
        "the sheet is not painted",
        "lay a ground",
    ),
    (
        "choice-unknown",
        'id="choice-ground-bos"',
        'id="choice-ground-boss"',
        "choice-ground-boss",
        "no choice has this value",
        '"choice-ground-bos"',
    ),
    (
        "choice-missing",
        'id="choice-ground-bos"',
        'id="green-ground"',
        "choice-ground-bos",
        "no group here",
        "neither empty nor hidden",
    ),
    ("upright-shape", 'id="rule"', 'id="upright-rule"', "upright-rule", "is no group", "in a group"),
    (
        "upright-frame",
        '<rect id="slot-place" x="20" y="70" width="100" height="40"/>',
        '<g id="upright-place"><rect id="slot-place" x="20" y="70" width="100" height="40"/></g>',
        "slot-place",
        "lies in upright-place, which art alone may do",
        "out of that group",
    ),
    ("choice-shape", 'id="rule"', 'id="choice-ground-rule"', "choice-ground-rule", "is no group", "in a group"),
    ("empty-shape", 'id="rule"', 'id="empty-photo"', "empty-photo", "is no group", "in a group"),
    (
        "empty-unknown",
        '<rect id="slot-place"',
        '<g id="empty-foto"><rect width="9" height="9" fill="#ffffff"/></g><rect id="slot-place"',
        "empty-foto",
        "no photo or logo of this name may be left out",
        '"empty-photo"',
    ),
    (
        "frame-faded",
        '<rect id="slot-place" x="20" y="70" width="100" height="40"/>',
        '<g opacity="0.5"><rect id="slot-place" x="20" y="70" width="100" height="40"/></g>',
        "slot-place",
        "see-through",
        "out of the group",
    ),
    (
        "brand-too-narrow",
        'width="62" height="30"',
        'width="40" height="30"',
        "slot-brand",
        "is 19.9 mm wide at a5, where the brand's logo needs 24.0 mm",
        "draw it 48.2 mm wide",
    ),
    (
        "logo-too-low",
        'width="80" height="30"',
        'width="80" height="10"',
        "slot-logo",
        "is 5.0 mm high at a5, where a partner's logo needs 6.0 mm",
        "draw it 12.0 mm high",
    ),
    (
        "logo-too-narrow",
        'width="80" height="30"',
        'width="22" height="30"',
        "slot-logo",
        "is 11.0 mm wide at a5, where a partner's logo 4 times as wide as high needs 12.0 mm",
        "draw it 24.1 mm wide",
    ),
    (
        "brand-too-low",
        'width="62" height="30"',
        'width="62" height="9"',
        "slot-brand",
        "mm high at a5, where the brand's logo needs",
        "mm high or more",
    ),
    (
        "code-too-small",
        'width="36" height="36"',
        'width="30" height="36"',
        "slot-qr",
        "is 14.9 mm wide at a5, where a code with an address of 50 characters needs 16.7 mm",
        "draw it 33.5 mm wide",
    ),
    (
        "imprint-too-short",
        'y="300" width="8" height="110"',
        'y="330" width="8" height="80"',
        "slot-imprint",
        "mm high at a5, where an imprint of 50 characters needs",
        "mm high or more",
    ),
    (
        "text",
        '<rect id="rule" x="20" y="40" width="60" height="6" fill="#feca34"/>',
        '<text id="rule" x="20" y="40">Zon</text>',
        "text#rule",
        "",
        "outlines",
    ),
]


@pytest.mark.parametrize(("rule", "old", "new", "element", "problem", "cure"), CASES, ids=[case[0] for case in CASES])
def test_a_broken_rule_of_the_drawing_is_named_with_line_element_and_cure(
    edit, faults, folder, rule, old, new, element, problem, cure
):
    """One mistake in an artboard gives a fault with its own line, element, problem and cure."""
    edit(SVG, old, new)

    found = [fault for fault in faults() if fault.where == element and problem in fault.problem]

    assert len(found) == 1, [str(fault) for fault in faults()]
    assert found[0].file == "tiny/a3.svg"
    assert cure in found[0].cure
    if "missing" in rule and rule != "missing-fill":
        assert found[0].line == 0
    elif element == "svg":
        assert found[0].line == 1
    else:
        assert element.rpartition("#")[2] in (folder / SVG).read_text().splitlines()[found[0].line - 1]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("trim = [297, 420]", "trim = [297]"),
        ('formats = ["a5", "a3", "b2"]', "formats = []"),
        ("[297, 420]", "[300, 420]"),
    ],
)
def test_a_drawing_is_judged_beside_a_faulty_entry(edit, faults, old, new):
    """One run names the faults of both files."""
    edit("template.toml", old, new)
    edit(SVG, 'fill="#feca34"', 'fill="#fecb35"')
    edit(SVG, 'id="slot-place"', 'id="slot-plaec"')

    assert {"#rule", "slot-plaec", "slot-place"} < {fault.where for fault in faults()}


def test_a_frame_that_stands_twice_is_reported(edit, faults, line_of):
    """Each name stands once in an artboard; the second place is named."""
    edit(
        SVG,
        '<rect id="stack-copy"',
        '<rect id="slot-place" x="140" y="70" width="9" height="9"/>\n  <rect id="stack-copy"',
    )

    found = [fault for fault in faults() if "slot-place" in str(fault)]

    assert found
    assert found[0].line == line_of(SVG, "stack-copy") - 1


def test_a_drawing_of_another_shape_is_reported(edit, faults):
    """A viewBox that is not the trim's shape is a fault that names both sizes."""
    edit(SVG, 'viewBox="0 0 297 420"', 'viewBox="0 0 300 420"')

    assert [str(fault) for fault in faults()] == [
        "tiny/a3.svg:1: svg viewBox: 300 × 420 differs by 1.0% from the shape of the trim, 297 × 420 mm; "
        "draw the trim as the viewBox; let the bleed run past it"
    ]


def test_a_missing_drawing_is_reported(folder, faults):
    """An artboard whose file is not there is one fault."""
    (folder / SVG).unlink()

    assert [(fault.file, fault.problem) for fault in faults()] == [("tiny/a3.svg", "the file cannot be opened")]


def test_a_drawing_that_is_no_svg_is_reported(folder, faults):
    """Bytes that are no SVG are one fault, not a crash."""
    (folder / SVG).write_bytes(b"\x89PNG")

    assert [(fault.file, fault.where) for fault in faults()] == [("tiny/a3.svg", "svg")]


def test_a_required_slot_may_not_hang_on_a_choice(edit, faults):
    """What must be filled in must also be seen, whatever colour is chosen."""
    edit("template.toml", 'role = "P"\nvalign', 'role = "P"\nrequired = true\nvalign')
    edit(SVG, '<rect id="slot-place" x="20" y="70" width="100" height="40"/>', "")
    edit(
        SVG,
        '<g id="choice-ground-bos">',
        '<g id="choice-ground-bos"><rect id="slot-place" x="20" y="70" width="9" height="9"/>',
    )

    assert [fault.where for fault in faults() if "shows only with" in fault.problem] == ["slot-place"]


def test_a_group_for_no_photo_covers_no_ground(edit, faults):
    """With a photo it is not painted, and the paper below it would be bare."""
    ground = '<rect id="coral" x="-7" y="-7" width="311" height="434" fill="#ec5e55"/>'
    edit(SVG, ground, f'<g id="empty-photo">{ground}</g>')

    assert [fault.where for fault in faults() if "not painted" in fault.problem] == ["svg"]


def test_a_photo_that_is_required_has_no_group_for_none(edit, faults):
    """It would never be seen."""
    edit("template.toml", '[slot.photo]\nkind = "photo"', '[slot.photo]\nkind = "photo"\nrequired = true')
    edit(
        SVG,
        '<rect id="slot-place"',
        '<g id="empty-photo"><path d="M9 9h9v9z" fill="#ffffff"/></g><rect id="slot-place"',
    )

    assert [fault.where for fault in faults() if "left out" in fault.problem] == ["empty-photo"]


def test_a_logo_that_may_be_left_out_has_a_group_for_none(edit, faults):
    """A line of art can close the foot where no partner signs."""
    edit(
        SVG,
        '<rect id="slot-place"',
        '<g id="empty-logo"><path d="M9 9h9v9z" fill="#ffffff"/></g><rect id="slot-place"',
    )

    assert faults() == []


def test_a_white_sliver_between_two_grounds_is_found(edit, faults):
    """Two grounds that miss each other by a tenth of a millimetre leave bare paper."""
    edit(
        SVG,
        '<rect id="coral" x="-7" y="-7" width="311" height="434" fill="#ec5e55"/>',
        '<path d="M-7 -7H304V200H-7Z" fill="#ec5e55"/><path d="M-7 200.1H304V427H-7Z" fill="#ec5e55"/>',
    )

    assert [fault.where for fault in faults() if "not painted" in fault.problem] == ["svg"]


def test_grounds_of_curves_that_cover_together_are_enough(edit, faults):
    """A wave and the field below it cover the sheet: no single rectangle is needed."""
    edit(
        SVG,
        '<rect id="coral" x="-7" y="-7" width="311" height="434" fill="#ec5e55"/>',
        '<path d="M-7 -7H304V210C200 240 100 180 -7 210Z" fill="#ec5e55"/>'
        '<path d="M-7 170H304V427H-7Z" fill="#2c1c2f"/>',
    )

    assert [str(fault) for fault in faults()] == []


def test_pixel_formats_need_no_bleed(faults, edit):
    """Art of a screen format may end at the edge, where nothing is cut."""
    edit("square.svg", '<rect id="base" width="540" height="540"', '<rect id="base" width="540.0" height="540.0"')

    assert faults() == []


def test_live_matter_keeps_forty_px_from_the_edge_of_a_screen(edit, faults):
    """The safe area of a pixel format is judged in the artboard's own px."""
    edit("square.svg", 'id="slot-brand" x="40"', 'id="slot-brand" x="15"')

    found = [fault for fault in faults() if fault.where == "slot-brand"]

    assert [fault.problem for fault in found] == ["keeps 30.0 px from the left edge of the trim"]
    assert found[0].cure == "keep 40.0 px (20.0 in the drawing), the safe area of square"
