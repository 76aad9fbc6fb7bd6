"""The structure that a screen reader follows."""

import pikepdf
import pytest
from reading import at_home, opened, operands_of, printed, webbed
from scenes import RED, area, artifact, make_scene, picture, runs, sampler, tagged

from app.engine.geometry import Point, Rect
from app.engine.scene import ArtifactBegin

BOX = Rect(20, 100, 300, 200)


def poster():
    """A poster whose paint order is not its reading order."""
    return make_scene(
        *artifact(area(BOX.grown(300), RED)),
        *tagged(picture(BOX), role="Figure", order=3, alt="Zorgkundige lacht", box=BOX, slot="photo"),
        *tagged(*runs("Warm hart", at=Point(20, 50)), role="H1", order=1, slot="headline"),
        *tagged(*runs("Grand cœur", at=Point(20, 70), language="fr"), order=2, slot="lead", language="fr"),
        *tagged(
            *runs("أنا فخور", at=Point(20, 90), language="ar"),
            order=4,
            slot="quote",
            language="ar",
            actual_text="أنا فخور",
        ),
    )


def elements(data):
    """Return the children of the Document element."""
    (top,) = opened(data).Root.StructTreeRoot.K
    assert top.S == "/Document"
    return list(top.K)


def roles(data):
    return [str(element.S)[1:] for element in elements(data)]


@pytest.mark.parametrize("painted", [printed, webbed, at_home], ids=["print", "web", "home"])
def test_reading_order_is_the_tags_order(painted):
    """What is painted first is not what is read first."""
    assert roles(painted(poster())) == ["H1", "P", "Figure", "P"]


def test_the_file_is_marked_as_tagged():
    """Catalog entries that PDF/UA-1 asks for."""
    root = opened(printed(poster())).Root

    assert root.MarkInfo.Marked is True
    assert str(root.Lang) == "nl"
    assert root.ViewerPreferences.DisplayDocTitle is True
    assert opened(printed(poster())).pages[0].obj.Tabs == "/S"


def test_figures_say_what_they_show_and_where():
    """Alternative text, and a box on the page with y upwards."""
    figure = elements(printed(poster()))[2]

    assert str(figure.Alt) == "Zorgkundige lacht"
    assert figure.A.O == "/Layout"
    assert [float(value) for value in figure.A.BBox] == pytest.approx([28.504, 550.394, 328.504, 750.394], abs=1e-3)


def test_language_stands_where_it_differs():
    """A French line in a Dutch poster is read by a French voice."""
    assert [str(element.get("/Lang", "")) for element in elements(printed(poster()))] == ["", "fr", "", "ar"]


def test_right_to_left_elements_carry_their_text():
    """The page shows visual order, the element says the logical one."""
    assert str(elements(printed(poster()))[3].ActualText) == "أنا فخور"


def check_tree(data):
    """Walk the tree; return each MCID with the element that holds it."""
    pdf = opened(data)
    held = {}

    def walk(element, parent):
        assert element.P.objgen == parent.objgen
        kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
        for kid in kids:
            if isinstance(kid, int):
                assert kid not in held
                assert element.Pg.objgen == pdf.pages[0].objgen
                held[kid] = element
            elif kid.get("/Type") == "/StructElem":
                walk(kid, element)

    root = pdf.Root.StructTreeRoot
    walk(root.K[0], root)
    return held


@pytest.mark.parametrize("painted", [printed, webbed, at_home], ids=["print", "web", "home"])
def test_page_tree_and_parent_tree_agree(painted):
    """Every mark of the page has one element, and the parent tree leads back to it."""
    data = painted(sampler("a5"))
    held = check_tree(data)
    pdf = opened(data)
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = numbers[numbers.index(pdf.pages[0].obj.StructParents) + 1]
    marks = [int(properties.MCID) for _, properties in page_marks(data) if "/MCID" in properties]

    assert sorted(marks) == sorted(held) == list(range(len(owners)))
    assert all(owners[mark].objgen == held[mark].objgen for mark in marks)


def page_marks(data):
    instructions = pikepdf.parse_content_stream(opened(data).pages[0], "BDC")
    return [(str(instruction.operands[0]), instruction.operands[1]) for instruction in instructions]


def test_decoration_is_an_artifact_of_its_kind():
    """A screen reader passes over it."""
    scene = make_scene(ArtifactBegin(kind="Layout"), area(BOX, RED), *artifact()[1:])

    assert [(tag, str(properties.Type)) for tag, properties in page_marks(printed(scene))] == [("/Artifact", "/Layout")]


def test_a_slot_in_two_pieces_is_one_element():
    """Text that is painted before and after its photo is read as one."""
    piece = {"role": "H1", "order": 1, "slot": "headline"}
    scene = make_scene(
        *tagged(*runs("Warm", at=Point(20, 50)), **piece),
        *artifact(area(BOX, RED)),
        *tagged(*runs("hart", at=Point(20, 70)), **piece),
    )
    (heading,) = elements(printed(scene))

    assert list(heading.K) == [0, 1]


def linked(role, **more):
    items = [picture(BOX)] if role == "Figure" else runs("example.be", at=Point(20, 50), size=10)
    return make_scene(
        *tagged(*runs("Kop", at=Point(20, 30)), role="H1", order=0, slot="headline"),
        *tagged(*items, role=role, order=1, slot="link", link="https://example.be/ē", **more),
    )


def test_a_linked_phrase_is_live_on_the_web():
    """P > Link > (text, annotation); the annotation leads to the Link and says where it goes."""
    data = webbed(linked("P"))
    pdf = opened(data)
    paragraph = elements(data)[1]
    link = paragraph.K
    mark, reference = link.K
    (annotation,) = pdf.pages[0].obj.Annots
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)

    assert (paragraph.S, link.S, int(mark)) == ("/P", "/Link", 1)
    assert (reference.Type, reference.Obj.objgen) == ("/OBJR", annotation.objgen)
    assert numbers[numbers.index(annotation.StructParent) + 1].objgen == link.objgen
    assert str(annotation.A.URI) == "https://example.be/%C4%93"
    assert str(annotation.Contents) == "https://example.be/ē"


def test_the_place_to_press_covers_the_type():
    """The rectangle reaches from the pen's start to its end and over the line's height."""
    scene = linked("P")
    (annotation,) = opened(webbed(scene)).pages[0].obj.Annots
    left, bottom, right, top = (float(value) for value in annotation.Rect)
    height = scene.sheet.trim.height

    assert (left, bottom, top) == pytest.approx((20, height - 52, height - 42), abs=1e-3)
    assert 40 < right - left < 60


def test_a_linked_figure_stands_inside_its_link():
    """Link > (Figure, annotation): alternative text does not hide the link."""
    data = webbed(linked("Figure", alt="QR-code", box=BOX))
    link = elements(data)[1]
    figure, reference = link.K

    assert (link.S, figure.S, str(figure.Alt), reference.Type) == ("/Link", "/Figure", "QR-code", "/OBJR")
    assert str(reference.Obj.Contents) == "QR-code"
    check_tree(data)


def test_a_link_that_paints_nothing_is_refused():
    """There would be no place to press."""
    with pytest.raises(ValueError, match="paints nothing"):
        webbed(make_scene(*tagged(link="https://example.be")))


def test_marks_of_text_enclose_their_operators():
    """Between a tag's beginning and end stand its text operators and no other tag's."""
    tags = [tag for tag, _ in page_marks(printed(poster()))]

    assert tags == ["/Artifact", "/Figure", "/H1", "/P", "/P"]
    assert len(operands_of(printed(poster()), "EMC")) == len(tags)
