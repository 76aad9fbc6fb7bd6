"""The live preview."""

import re
from dataclasses import replace

import pytest
from lxml import etree
from scenes import RED, WHITE, area, artifact, condition, make_scene, picture, runs, sampler, tagged

from app.engine.color import Cmyk
from app.engine.geometry import IDENTITY, Matrix, Path, Point, Rect
from app.engine.paint import paint_svg
from app.engine.photo import Crop
from app.engine.scene import ClipBegin, ClipEnd, GroupBegin, GroupEnd, Stroke

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {"svg", "title", "defs", "path", "use", "g", "image", "clipPath", "linearGradient", "radialGradient", "stop"}
BOX = Rect(0, 0, 100, 100)


def painted(scene, **options):
    return paint_svg(scene, address=lambda shown: f"/proof/{shown.source.digest}.jpg", condition=condition(), **options)


def parsed(scene, **options):
    return etree.fromstring(painted(scene, **options))


def test_the_view_is_the_trim():
    """Coordinates are the scene's own."""
    assert parsed(make_scene(format="a4")).get("viewBox") == "0 0 595.276 841.89"


def test_a_screen_reader_hears_one_image_with_a_name():
    """Role, label and title; text of any kind is escaped."""
    root = parsed(make_scene(title='Warm & "hart" <ē>', language="fr"))

    assert (root.get("role"), root.get("aria-label"), root.get("lang")) == ("img", 'Warm & "hart" <ē>', "fr")
    assert root.findtext(f"{SVG}title") == 'Warm & "hart" <ē>'
    assert parsed(make_scene(), label="Voorbeeld").get("aria-label") == "Voorbeeld"


def test_a_strict_page_takes_it():
    """No style, no script, no event, no address but the pictures' own."""
    root = parsed(sampler("a5"))
    names = {attribute for element in root.iter() for attribute in element.attrib}
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}

    assert not [name for name in names if name in ("style", "class") or name.startswith("on")]
    assert tags <= ELEMENTS
    addresses = {element.get("href") for element in root.iter() if element.get("href", "#")[0] != "#"}
    assert addresses == {"/proof/photo.jpg"}


def test_several_previews_share_a_page():
    """Every id begins with the prefix, and every reference leads to one."""
    text = painted(sampler("a5"), prefix="card7-")
    ids = re.findall(r' id="([^"]+)"', text)
    references = set(re.findall(r'href="#([^"]+)"', text)) | set(re.findall(r"url\(#([^)]+)\)", text))

    assert len(ids) == len(set(ids))
    assert all(id.startswith("card7-") for id in ids)
    assert references == set(ids)


def test_a_glyph_is_drawn_once_and_used_often():
    """Four letters e are one outline."""
    root = parsed(make_scene(*tagged(*runs("eeee", at=Point(10, 50)))))

    assert len(root.findall(f"{SVG}defs/{SVG}path")) == 1
    assert len(root.findall(f".//{SVG}use")) == 4


def test_spaces_leave_no_mark():
    """A glyph without an outline needs no element."""
    root = parsed(make_scene(*tagged(*runs("a b", at=Point(10, 50)))))

    assert len(root.find(f"{SVG}g")) == 2


def test_moving_the_crop_needs_no_new_picture():
    """The address stays; only the view into the stored picture changes."""
    one = picture(Rect(10, 20, 300, 200))
    other = replace(one, crop=Crop(x=50, y=20, width=300, height=200))
    first, second = (parsed(make_scene(*artifact(item))).find(f".//{SVG}svg") for item in (one, other))

    assert first.find(f"{SVG}image").attrib == second.find(f"{SVG}image").attrib
    assert (first.get("viewBox"), second.get("viewBox")) == ("0 0 600 400", "50 20 300 200")
    assert [first.get(name) for name in ("x", "y", "width", "height")] == ["10", "20", "300", "200"]


def test_addresses_are_escaped():
    """An ampersand in a query stays one."""
    scene = make_scene(*artifact(picture(BOX)))
    text = paint_svg(scene, address=lambda _: '/proof?a=1&b="2"', condition=condition())

    assert etree.fromstring(text).find(f".//{SVG}image").get("href") == '/proof?a=1&b="2"'


def test_a_group_over_one_ink_is_written_as_the_mix_of_inks():
    """As it prints: a press mixes inks and no light."""
    mixed = condition().proof(Cmyk(*(0.4 * share for share in RED.cmyk)))
    root = parsed(make_scene(*artifact(GroupBegin(opacity=0.4, box=BOX), area(BOX, RED), GroupEnd())))

    assert [path.get("fill") for path in root.findall(f"{SVG}path")] == [mixed.hex]
    assert not root.findall(".//*[@opacity]")


def test_clips_and_groups_enclose_what_they_hold():
    """Elements nest as items do; what is see-through over a photo stays so."""
    scene = make_scene(
        *artifact(
            picture(BOX),
            ClipBegin(path=Path.rect(BOX), rule="evenodd"),
            GroupBegin(opacity=0.4, box=BOX),
            area(BOX, RED),
            GroupEnd(),
            ClipEnd(),
            area(BOX, WHITE),
        )
    )
    root = parsed(scene)
    clip = root.find(f"{SVG}g")
    shape = root.find(f"{SVG}defs/{SVG}clipPath/{SVG}path")

    assert clip.get("clip-path") == f"url(#{shape.getparent().get('id')})"
    assert shape.get("clip-rule") == "evenodd"
    assert clip.find(f"{SVG}g").get("opacity") == "0.4"
    assert clip.find(f"{SVG}g/{SVG}path").get("fill") == RED.srgb.hex
    assert root.findall(f"{SVG}path")[-1].get("fill") == WHITE.srgb.hex


def test_pens_say_only_what_is_unusual():
    """SVG's own defaults are not repeated."""
    plain = Stroke(path=Path.rect(BOX), paint=RED, width=2, matrix=IDENTITY)
    dashed = replace(plain, dashes=(1, 2), dash_offset=0.5, matrix=Matrix.scaling(2))
    rich = replace(dashed, cap="round", join="bevel", opacity=0.3)
    one, other = parsed(make_scene(*artifact(plain, rich))).findall(f"{SVG}path")

    assert set(one.attrib) == {"d", "fill", "stroke", "stroke-width"}
    assert other.get("stroke-width") == "4"
    assert other.get("stroke-dasharray") == "2 4"
    assert (other.get("stroke-linecap"), other.get("stroke-linejoin")) == ("round", "bevel")
    assert (other.get("stroke-opacity"), other.get("stroke-dashoffset")) == ("0.3", "1")
    assert "transform" not in other.attrib


def test_a_flat_pen_paints_nothing():
    """A matrix without area leaves no line, and no error."""
    flat = Stroke(path=Path.rect(BOX), paint=RED, width=2, matrix=Matrix(1, 0, 0, 0, 0, 0))

    assert parsed(make_scene(*artifact(flat))).findall(f"{SVG}path") == []


def test_the_same_scene_gives_the_same_text():
    """Ids follow the order of painting."""
    assert painted(sampler("a5")) == painted(sampler("a5"))


def test_a_broken_scene_is_refused():
    """A clip that does not end would swallow the rest of the page."""
    with pytest.raises(ValueError, match="ClipBegin"):
        painted(make_scene(*artifact(ClipBegin(path=Path.rect(BOX)))))
