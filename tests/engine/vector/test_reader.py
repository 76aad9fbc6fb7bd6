"""What the reader makes of an SVG: marks in order, frames, names, lines."""

from pathlib import Path

import pytest

from app.engine.color import Rgb
from app.engine.geometry import Rect
from app.engine.vector import read_svg, visible_bounds
from app.engine.vector.drawing import Area, Frame, Group, Line, LinearShade, RadialShade

ILLUSTRATIONS = Path(__file__).parents[3] / "brand_assets" / "career" / "illustrations"
SVG = 'xmlns="http://www.w3.org/2000/svg"'


@pytest.mark.parametrize("path", sorted(ILLUSTRATIONS.glob("*.svg")), ids=lambda path: path.stem)
def test_illustrations_of_the_brand_read_whole(path):
    """Art that runs past its viewBox is kept, and nothing in it is beyond the reader."""
    reading = read_svg(path.read_bytes(), file=path.name)

    assert reading.problems == ()
    assert reading.drawing.box == Rect(0, 0, 704, 704)
    assert visible_bounds(reading.drawing.marks).bottom > 704


def test_shapes_come_in_paint_order_with_their_names_and_lines(read):
    """Fill comes before stroke, and each mark knows where it was written."""
    marks = read('\n<rect id="a" width="5" height="5" stroke="red"/>\n<circle r="4" fill="#1d6a5a"/>').drawing.marks

    assert [(type(mark), mark.id, mark.line) for mark in marks] == [(Area, "a", 2), (Line, "a", 2), (Area, "", 3)]
    assert marks[0].shade == Rgb(0, 0, 0), "SVG's own default"
    assert marks[2].shade == Rgb(0x1D, 0x6A, 0x5A)


def test_paint_order_can_put_the_stroke_first(read):
    """A fill over its stroke leaves only the outer half of it."""
    marks = read('<rect width="5" height="5" stroke="red" paint-order="stroke"/>').drawing.marks

    assert [type(mark) for mark in marks] == [Line, Area]


def test_frames_of_slots_and_stacks_are_not_painted(read):
    """Their place counts, transforms included; their paint does not, and a frame without paint is one too."""
    body = (
        '<g transform="translate(10 20) scale(2)"><rect id="slot-title" width="10" height="5" fill="red"/>'
        '<rect id="stack-copy" width="4" height="4" transform="rotate(45)" fill="none"/>'
        '<circle id="slot-photo" r="3"/><rect id="slot-round" width="4" height="4" rx="1"/></g>'
    )
    frames = read(body, frames=True).drawing.marks

    assert [(frame.id, frame.is_rect) for frame in frames] == [
        ("slot-title", True),
        ("stack-copy", False),
        ("slot-photo", False),
        ("slot-round", False),
    ]
    assert frames[0].path.bounds == Rect(10, 20, 20, 10)


def test_without_frames_such_names_mean_nothing(read):
    """A logo may call its parts what it likes."""
    assert isinstance(read('<rect id="slot-a" width="5" height="5"/>').drawing.marks[0], Area)


_RECT = '<rect width="5" height="5"/>'


@pytest.mark.parametrize(
    "body",
    [
        f'<g id="slot-a">{_RECT}{_RECT}</g>',
        '<g id="slot-a"/>',
        '<line id="slot-a" x2="5"/>',
        '<text id="slot-a">a</text>',
        '<image id="slot-a" width="5" height="5" href="data:image/png;base64,AA=="/>',
    ],
)
def test_a_frame_must_be_one_closed_shape(read, body):
    """Several shapes, a line, a text or a picture are no place for a slot."""
    assert [problem.kind for problem in read(body, frames=True).problems] == ["frame"]


def test_a_group_around_one_shape_is_a_frame(read):
    """Programs lay groups around a shape for its transform or its clip."""
    body = f'<g id="slot-a" transform="translate(10 20)"><g transform="scale(2)">{_RECT}</g></g>'
    (frame,) = read(body, frames=True).drawing.marks

    assert (frame.id, frame.is_rect, frame.path.bounds) == ("slot-a", True, Rect(10, 20, 10, 10))


def test_named_groups_stay_and_others_dissolve(read):
    """Choices are found by their group's name; groups that do nothing only cost."""
    marks = read('<g id="choice-ground-bos"><g><g><rect width="1" height="1"/></g></g></g>').drawing.marks

    assert isinstance(marks[0], Group)
    assert marks[0].id == "choice-ground-bos"
    assert isinstance(marks[0].marks[0], Area)


def test_opacity_is_folded_into_a_single_mark_only(read):
    """Two marks that may overlap need a group; one mark does not."""
    single = read('<g opacity=".5"><rect width="5" height="5" fill-opacity=".5"/></g>').drawing.marks
    double = read('<rect opacity=".5" width="5" height="5" stroke="red"/>').drawing.marks

    assert single[0].opacity == 0.25
    assert (type(double[0]), double[0].opacity, len(double[0].marks)) == (Group, 0.5, 2)


def test_styles_win_by_importance_then_place_then_specificity_then_order(read):
    """Attribute < element < class < id < style attribute < !important."""
    sheet = (
        "<style>rect{fill:#000001} .b,.a{fill:#000002} rect.a{fill:#000003} #c{fill:#000004} "
        ".e{fill:#000005!important}</style>"
    )
    bodies = ['fill="#00000f"', 'class="b" fill="#00000f"', 'class="b a"', 'class="a" id="c"']
    bodies += ['class="a" id="c" style="fill:#000006"', 'class="e" style="fill:#000006"']
    marks = read(sheet + "".join(f'<rect {body} width="1" height="1"/>' for body in bodies)).drawing.marks

    assert [mark.shade.blue for mark in marks] == [1, 2, 3, 4, 6, 5]


def test_wide_gamut_colours_give_way_to_their_srgb_twin(read):
    """Files for old and new browsers name both; the one that press and screen share counts."""
    body = '<rect style="fill:#582858;fill:color(display-p3 .34 .16 .34)" width="1" height="1"/>'

    assert read(body).drawing.marks[0].shade == Rgb.from_hex("#582858")
    assert read(body).problems == ()


def test_inherit_and_current_colour_follow_the_element_that_uses_them(read):
    """A symbol's current colour is that of the place where it is used."""
    body = (
        '<defs><g id="s"><rect fill="currentColor" width="1" height="1"/><rect fill="inherit" width="1" '
        'height="1"/></g></defs><use href="#s" color="#010203" fill="#040506"/>'
    )

    assert [mark.shade for mark in read(body).drawing.marks[0].marks] == [Rgb(1, 2, 3), Rgb(4, 5, 6)]


def test_gradients_take_over_what_they_refer_to(read):
    """Stops and attributes come down the chain; boxes and transforms end in one matrix."""
    body = (
        '<linearGradient id="a"><stop stop-color="#010101"/><stop offset="50%" style="stop-color:#fff"/>'
        '</linearGradient><linearGradient id="b" href="#a" gradientTransform="scale(.5)"/>'
        '<radialGradient id="c" xlink:href="#b" r="1"/>'
        '<rect x="10" width="20" height="40" fill="url(#b)" transform="translate(5)"/><circle r="5" fill="url(#c)"/>'
    )
    linear, radial = (mark.shade for mark in read(body).drawing.marks)

    assert isinstance(linear, LinearShade)
    assert [(stop.offset, stop.color.red) for stop in linear.stops] == [(0, 1), (0.5, 255)]
    assert linear.matrix.apply(*linear.end) == (25, 0)
    assert isinstance(radial, RadialShade)
    assert radial.matrix.a == 5


@pytest.mark.parametrize(
    ("stops", "expected"),
    [("", None), ('<stop stop-color="#123456"/>', Rgb(0x12, 0x34, 0x56))],
)
def test_gradients_of_fewer_than_two_stops_are_plain(read, stops, expected):
    """No stop paints nothing, one stop paints its colour."""
    marks = read(f'<linearGradient id="a">{stops}</linearGradient><path d="M0 0H9V9Z" fill="url(#a)"/>').drawing.marks

    assert [mark.shade for mark in marks] == ([] if expected is None else [expected])


def test_dots_of_no_length_are_painted_where_caps_ask_for_them(read):
    """A round cap makes a dot of a subpath that goes nowhere; a butt cap leaves nothing; a lone move never does."""
    dots = "M10 10zM20 20h0M30 30"

    round_, butt = (
        read(f'<path fill="none" stroke="red" stroke-width="4" stroke-linecap="{cap}" d="{dots}"/>').drawing.marks
        for cap in ("round", "butt")
    )
    assert [mark.path.bounds for mark in round_] == [Rect(8, 8, 4, 4), Rect(18, 18, 4, 4)]
    assert butt == ()


def test_hidden_things_leave_nothing_and_no_problem(read):
    """What is not displayed is not judged; what is invisible may hold visible children."""
    body = (
        '<g display="none"><text>hulp</text><rect width="1" height="1"/></g><defs><text>x</text></defs>'
        '<g visibility="hidden"><rect width="1" height="1"/>'
        '<rect id="b" visibility="visible" width="1" height="1"/></g>'
    )
    reading = read(body)

    assert [mark.id for mark in reading.drawing.marks] == ["b"]
    assert reading.problems == ()


def test_a_switch_shows_its_first_child_that_needs_no_extension(read):
    """So Illustrator's private copy of the artwork is passed over."""
    body = (
        '<switch><foreignObject requiredExtensions="http://x"/><g id="art"><rect width="1" height="1"/></g>'
        "<text>x</text></switch>"
    )
    reading = read(body)

    assert reading.drawing.marks[0].id == "art"
    assert reading.problems == ()


def test_editors_leftovers_are_passed_over(read):
    """Other name spaces, descriptions, data attributes and class names without rules say nothing about paint."""
    body = (
        '<title>t</title><desc>d</desc><metadata><a xmlns="x"/></metadata>'
        '<x:y xmlns:x="http://ns.adobe.com/x"><rect/></x:y>'
        '<rect data-name="n" aria-label="l" role="img" class="cls-1" style="isolation:isolate;-inkscape-stroke:none" '
        'width="1" height="1"/><!-- c --><text> </text>'
    )
    reading = read(body)

    assert len(reading.drawing.marks) == 1
    assert reading.problems == ()


def test_a_drawing_without_view_box_takes_its_size_and_an_artboard_must_have_one():
    """A logo falls back on width and height, then on what it paints; an artboard is told."""
    sized = read_svg(f'<svg {SVG} width="30mm" height="1in"><rect width="9" height="9"/></svg>'.encode(), file="a")
    bare = f'<svg {SVG}><rect x="3" y="4" width="9" height="8"/></svg>'.encode()

    assert sized.drawing.box.size == pytest.approx((30 / 25.4 * 96, 96))
    assert read_svg(bare, file="a").drawing.box == Rect(3, 4, 9, 8)
    assert [problem.kind for problem in read_svg(bare, file="a", frames=True).problems] == ["view-box"]


def test_faults_name_file_line_element_and_cure(read):
    """An author finds the place without searching."""
    fault = read('\n\n<text id="kop">Zorg</text>').faults[0]

    assert str(fault) == "art.svg:3: text#kop: text, and no font to set it in; convert the text to outlines"


def test_clips_on_frames_do_not_lose_the_frame(read):
    """A frame keeps its place even where nothing of its group would be seen."""
    marks = read('<clipPath id="c"/><g clip-path="url(#c)"><rect id="slot-a" width="5" height="5"/></g>', frames=True)

    assert [type(mark) for mark in marks.drawing.marks] == [Frame]
