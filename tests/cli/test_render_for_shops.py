"""`affiche shops`, and `affiche render --for print` for one of them, in an own size and at a tenth."""

import json

import pikepdf
import pytest
from pdfium_pages import page_words

MM = 72 / 25.4


def box(file, key):
    with pikepdf.open(file) as pdf:
        left, bottom, right, top = (float(edge) / MM for edge in pdf.pages[0].obj[key])
        return pytest.approx((right - left, top - bottom), abs=0.01)


def test_shops_are_listed_with_the_usual_one_first(affiche, desk):
    """What each asks, in a line to read and in data."""
    done, told = affiche("shops"), json.loads(affiche("shops", "--json").stdout)

    assert done.exit_code == 0
    assert done.stdout.splitlines()[0].startswith("standaard (usual)  Gewone drukker: PDF/X-4, 3 mm, no marks, FOGRA39")
    assert [shop["key"] for shop in told] == ["standaard", "groot", "zonder-lagen", "ongestreken"]
    assert told[1] | {"name": 0, "for": 0} == {
        "key": "groot",
        "name": 0,
        "for": 0,
        "bleed_mm": 5.0,
        "marks": True,
        "standard": "PDF/X-4",
        "condition": "FOGRA39",
        "ink_limit": 300.0,
        "usual": False,
    }


def test_the_usual_shop_gets_the_same_file_as_no_shop(render, desk):
    """Byte for byte."""
    for name, more in (("x.pdf", ()), ("y.pdf", ("--shop", "standaard", "--no-marks"))):
        assert render(*more, "--date", "2027-03-01", "--out", name).exit_code == 0

    assert (desk / "x.pdf").read_bytes() == (desk / "y.pdf").read_bytes()


def test_a_file_for_a_shop_has_its_version_and_its_name(render, desk):
    """PDF/X-1a is PDF 1.4; the plain file is not written over."""
    done = render("--shop", "zonder-lagen")

    assert done.stdout.strip() == "career-affiche-tiny-a3-drukker-nl-zonder-lagen.pdf"
    assert (desk / done.stdout.strip()).read_bytes()[:8] == b"%PDF-1.4"


def test_art_that_is_too_short_for_a_shop_is_refused_with_the_reason(render):
    """This drawing reaches as far as the contract asks; on A5 that is 3.5 mm."""
    done = render("--shop", "groot", format="a5")

    assert done.exit_code == 1
    assert "error - bleed:" in done.stderr
    assert "5\u00a0mm" in done.stderr or "5 mm" in done.stderr


def test_a_tenth_is_a_tenth_of_everything(render, desk):
    """The trim, and the bleed around it; the file says so."""
    done = render("--scale", "1:10", "--note", "--json", format="700x1000")
    told = json.loads(done.stdout)

    assert told["file"] == "career-affiche-tiny-700x1000-drukker-nl-schaal-1op10.pdf"
    assert told["note"] == "career-affiche-tiny-700x1000-drukopdracht-nl-schaal-1op10.pdf"
    assert box(desk / told["file"], "/TrimBox") == (70, 100)
    assert box(desk / told["file"], "/BleedBox") == (70.6, 100.6)
    with pikepdf.open(desk / told["file"]) as pdf:
        assert "1:10" in str(pdf.docinfo["/Subject"])


def test_the_note_names_the_file_as_its_maker_did(render, desk):
    """The shop finds what the note speaks of; two orders in one folder keep a note each."""
    done = render("--note", "--json", "--out", "klant42.pdf")
    told = json.loads(done.stdout)

    assert told["note"] == "klant42-drukopdracht.pdf"
    (page,) = page_words(desk / told["note"])
    assert "klant42.pdf" in page
    assert "career-affiche" not in page


@pytest.mark.parametrize("key", ["297x420", "own:297x420"])
def test_an_own_size_is_made_like_any_other(render, desk, key):
    """Its name is its size, in plain letters."""
    done = render(format=key)

    assert done.stdout.strip() == "career-affiche-tiny-297x420-drukker-nl.pdf"
    assert box(desk / done.stdout.strip(), "/TrimBox") == (297, 420)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"more": ("--shop", "hema")}, "there is no print shop 'hema'; there are: standaard, groot"),
        ({"more": ("--shop", "groot"), "goal": "web"}, "--shop goes with --for print only; leave it out"),
        ({"more": ("--scale", "1:10"), "goal": "home"}, "--scale goes with --for print only; leave it out"),
        ({"more": ("--note",), "goal": "screen"}, "--note goes with --for print only; leave it out"),
        ({"more": ("--scale", "1:5")}, "'1:5' is not one of"),
        ({"more": ("--scale", "1:10")}, "goes with sheets of 1 m and longer only, not with a3; leave it out"),
        ({"format": "297x500"}, "the nearest sizes of a shape that it has: 297x420 and 354x500 (mm)"),
        ({"format": "10x14"}, "an own size has sides of 74 to 3000 mm, not 10 × 14"),
        ({"format": "3000x4243"}, "an own size has sides of 74 to 3000 mm"),
        ({"format": "297x420", "goal": "home"}, "format 297x420 does not go to 'home'; it goes to: print, web, screen"),
    ],
)
def test_wrong_use_is_told_with_what_can_be(render, changes, sentence):
    """Exit 2, one sentence, nothing written."""
    done = render(*changes.pop("more", ()), **changes)

    assert done.exit_code == 2
    assert sentence in done.stderr
