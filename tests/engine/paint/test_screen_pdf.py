"""The files for web sites and printers at home, read back."""

import io

import pytest
from pdfium_pages import page_pixels
from PIL import Image
from reading import at_home, opened, operands_of, operators, printed, webbed
from scenes import BLACK, RED, area, artifact, condition, make_scene, picture, runs, sampler, tagged

from app.engine.color import SRGB_PROFILE
from app.engine.geometry import Point, Rect
from app.engine.imposition import PAPERS
from app.engine.units import MM

BOX = Rect(0, 0, 100, 100)


def media_mm(data):
    return [round(float(value) / MM, 2) for value in opened(data).pages[0].obj.MediaBox]


def test_a_web_page_is_the_trim():
    """No bleed and no marks are seen on a screen."""
    page = opened(webbed(make_scene(format="a3"))).pages[0].obj

    assert media_mm(webbed(make_scene(format="a3"))) == [0, 0, 297, 420]
    assert "/TrimBox" not in page


@pytest.mark.parametrize("painted", [webbed, at_home], ids=["web", "home"])
def test_colours_are_the_proof_in_srgb(painted):
    """The numbers are the soft proof's, and the file says that they mean sRGB."""
    data = painted(make_scene(*artifact(area(BOX, RED)), *tagged(*runs("Hart", at=Point(9, 50), color=BLACK))))
    resources = opened(data).pages[0].Resources

    red, black = operands_of(data, "rg")
    assert [round(255 * value) for value in red] == list(condition().proof(RED.cmyk))
    assert [round(255 * value) for value in black] == list(condition().proof(BLACK.cmyk))
    assert not {"k", "K", "g", "G", "gs"} & {operator for operator, _ in operators(data)}
    assert resources.ColorSpace.DefaultRGB[1].read_bytes() == SRGB_PROFILE
    assert opened(data).pages[0].obj.Group.CS[0] == "/ICCBased"


def test_the_srgb_profile_has_no_date_of_its_own():
    """LittleCMS stamps what it makes with the present second; bytes 24 to 35 hold that."""
    assert SRGB_PROFILE[24:36] == bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))


def test_pictures_on_the_web_are_small():
    """150 px to the inch are enough; more are not sent."""
    shown = picture(Rect(0, 0, 288, 192), px=(3000, 2000))
    image = opened(webbed(make_scene(*artifact(shown)))).pages[0].Resources.XObject.I1

    assert (image.ColorSpace, int(image.Width), int(image.Height)) == ("/DeviceRGB", 600, 400)
    assert Image.open(io.BytesIO(image.read_raw_bytes())).getexif() == {}


def test_home_pictures_are_as_dense_as_the_paper_asks():
    """An A3 that shrinks to A4 needs fewer pixels."""
    shown = picture(Rect(0, 0, 288, 192), px=(3000, 2000))
    image = opened(at_home(make_scene(*artifact(shown), format="a3"))).pages[0].Resources.XObject.I1

    scale = min(200 / 297, 287 / 420)
    assert int(image.Width) == round(4 * 200 * scale)


@pytest.mark.parametrize(
    ("format", "paper", "expected"),
    [
        ("a4", PAPERS["a4"], [210, 297]),
        ("a3", PAPERS["a3"], [297, 420]),
        ("a2", PAPERS["a4"], [210, 297]),
        ("a4-landscape", PAPERS["a4"], [297, 210]),
        ("a3-landscape", PAPERS["a3"], [420, 297]),
    ],
)
def test_paper_lies_as_the_poster_does(format, paper, expected):
    """A lying poster comes on lying paper."""
    assert media_mm(at_home(make_scene(format=format), paper=paper))[2:] == expected


@pytest.mark.parametrize("format", ["a3", "a5-landscape", "a6", "a1"])
def test_the_poster_fits_inside_the_white_edge(format):
    """As large as 5 mm of white allow, centred, in proportion."""
    scene = make_scene(format=format)
    data = at_home(scene)
    a, b, c, d, e, f = operands_of(data, "cm")[0]
    _, _, width, height = (float(value) for value in opened(data).pages[0].obj.MediaBox)
    trim = scene.sheet.trim

    assert (b, c, d) == (0, 0, -a)
    left, right = e, width - e - a * trim.width
    top, bottom = height - f, f - a * trim.height
    assert left == pytest.approx(right, abs=1e-2)
    assert top == pytest.approx(bottom, abs=1e-2)
    assert min(left, top) == pytest.approx(5 * MM, abs=1e-2)


def test_home_shows_nothing_outside_the_trim():
    """The bleed would be a coloured edge that the printer cuts unevenly."""
    scene = make_scene(*artifact(area(Rect(-50, -50, 2000, 2000), RED)), format="a5")
    pixels = page_pixels(at_home(scene), 420, 594)

    assert (pixels[:8] == 255).all()
    assert (pixels[:, :8] == 255).all()
    assert tuple(pixels[297, 210]) == tuple(condition().proof(RED.cmyk))


def test_paper_without_room_is_refused():
    """Less than twice the edge leaves nothing to print on."""
    with pytest.raises(ValueError, match="all edge"):
        at_home(make_scene(), paper=(20, 500))


@pytest.mark.parametrize("painted", [webbed, at_home], ids=["web", "home"])
def test_files_for_screens_name_no_press_standard(painted):
    """They are PDF/UA-1 and no PDF/X."""
    packet = opened(painted(sampler("a5"))).Root.Metadata.read_bytes()

    assert b"<pdfuaid:part>1</pdfuaid:part>" in packet
    assert b"GTS_PDFX" not in packet


def test_the_same_geometry_for_press_and_web():
    """Type stands at the same place, by the same numbers, in both."""
    scene = make_scene(*tagged(*runs("Warm hart", at=Point(30, 60), size=20)))

    for operator in ("Tm", "TJ", "Tf"):
        assert operands_of(printed(scene), operator) == operands_of(webbed(scene), operator)


def test_a_web_page_lists_the_poster_by_its_headline():
    """One bookmark that shows the page whole; a file for a printer at home needs none."""
    scene = make_scene(*tagged(*runs("Hart", at=Point(9, 50), color=BLACK)))
    outlines = opened(webbed(scene)).Root.Outlines

    assert (str(outlines.First.Title), int(outlines.Count)) == (scene.title, 1)
    assert outlines.First.Dest[0].objgen == opened(webbed(scene)).pages[0].obj.objgen
    assert "/Outlines" not in opened(at_home(scene)).Root
