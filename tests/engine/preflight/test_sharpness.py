"""Enough pixels for the size of the sheet."""

import re

import pytest
from makers import Pictures, brand_slot, codes, judged, logo_slot, make_content, make_template, one, photo, photo_slot
from PIL import Image

from app.engine.content import LogoChoice
from app.engine.findings import Severity, catalogue
from app.engine.geometry import Rect

TEMPLATE = make_template(photo_slot(), places={"photo": Rect(0, 0, 1, 1)})


def found_at(format, px, **choice):
    pictures = Pictures().photo(Image.new("RGB", px, (120, 90, 160)))
    return judged(TEMPLATE, make_content(photo=photo(**choice)), format, pictures=pictures).findings


@pytest.mark.parametrize(
    ("format", "px", "code"),
    [
        ("a4", (2000, 2829), None),
        ("a4", (1200, 1697), "photo-coarse"),
        ("a4", (700, 990), "photo-too-coarse"),
        ("a0", (2500, 3536), None),
        ("a0", (1200, 1697), "photo-coarse"),
        ("a0", (700, 990), "photo-too-coarse"),
    ],
)
def test_a_photo_needs_pixels_for_its_sheet(format, px, code):
    """A large poster is read from afar and needs fewer to the inch than a small one."""
    found = [
        finding for finding in found_at(format, px) if finding.code.startswith("photo-") and "dark" not in finding.code
    ]

    assert [finding.code for finding in found] == ([code] if code else [])
    if code:
        assert found[0].severity is (Severity.WARNING if code == "photo-coarse" else Severity.ERROR)


def test_a_coarse_photo_says_which_size_still_works():
    """The user can go down a size instead of finding another photo."""
    found = one(found_at("a2", (950, 1344)), "photo-too-coarse")

    assert "niet groter dan A3" in found.message.nl
    assert "A2" in found.message.nl


@pytest.mark.parametrize(("zoom", "is_advised"), [(1.0, False), (1.1, True)])
@pytest.mark.parametrize(("format", "px"), [("a2", (950, 1344)), ("a1", (1500, 2122)), ("a4", (1200, 1697))])
def test_zooming_out_is_advised_only_where_it_can_be_done(format, px, zoom, is_advised):
    """A photo that shows all of itself is not told to show more."""
    found = next(one for one in found_at(format, px, zoom=zoom) if "coarse" in one.code)

    assert ("zoom minder in" in found.message.nl) is is_advised
    assert ("zoomez moins" in found.message.fr) is is_advised


def test_a_soft_photo_says_from_where_it_is_good():
    """What is sharp from afar is not called sharp; people read up to which size it is."""
    found = one(found_at("a1", (1500, 2122)), "photo-coarse").message

    assert found.nl.startswith("Op A1 is deze foto alleen van ver goed")
    assert "scherp tot en met A4." in found.nl
    assert "nette jusqu’au A4." in found.fr


def test_a_refused_photo_tells_sharp_from_good_enough():
    """The largest size that it serves is not the largest on which it is sharp."""
    found = one(found_at("a0", (1000, 1415)), "photo-too-coarse").message

    assert "niet groter dan A3. Echt scherp is ze tot en met A6." in found.nl


def test_a_soft_photo_on_a_screen_is_not_looked_at_from_afar():
    """A story lies in the hand; there is no distance that helps."""
    template = make_template(photo_slot(), places={"photo": Rect(0, 0, 1, 1)}, formats=("square",))
    pictures = Pictures().photo(Image.new("RGB", (700, 700), (120, 90, 160)))

    found = one(
        judged(template, make_content(photo=photo()), "square", "screen", pictures=pictures).findings, "photo-coarse"
    )

    assert "niet helemaal scherp op Vierkant" in found.message.nl


@pytest.mark.parametrize("key", [key for key in catalogue() if key.startswith(("photo-", "advice", "logo-", "unread"))])
def test_nobody_needs_to_know_what_an_inch_holds(key):
    """Pixels to the inch are the printer's measure, not the reader's."""
    assert not re.search(r"\{ppi\}|ppi|dpi|\bduim\b|\bpouce\b|\binch\b", " ".join(catalogue()[key].values()))


def test_a_coarse_photo_names_a_screen_as_people_do():
    """A square is no "SQUARE"."""
    template = make_template(photo_slot(), places={"photo": Rect(0, 0, 1, 1)}, formats=("square",))
    pictures = Pictures().photo(Image.new("RGB", (250, 250), (120, 90, 160)))
    found = one(
        judged(template, make_content(photo=photo()), "square", "screen", pictures=pictures).findings,
        "photo-too-coarse",
    )

    assert "Vierkant" in found.message.nl
    assert "SQUARE" not in found.message.nl + found.message.fr + found.message.en


def test_a_hopeless_photo_says_how_large_it_should_be():
    """Where no size works, the pixels that are needed are named."""
    found = one(found_at("a6", (200, 282)), "photo-too-coarse")

    assert "minstens 538 op 758 beeldpunten" in found.message.nl


def test_zooming_in_takes_pixels():
    """Half of the photo on the same sheet is half as sharp."""
    assert "photo-too-coarse" not in codes(found_at("a4", (1200, 1697)))
    assert "photo-too-coarse" in codes(found_at("a4", (1200, 1697), zoom=2.0))


def test_illustrations_have_no_pixels():
    """Lines are sharp on any sheet."""
    poster = judged(TEMPLATE, make_content(photo=photo("brand:team-1")), "a0")

    assert not {"photo-coarse", "photo-too-coarse"} & set(codes(poster.findings))


@pytest.mark.parametrize(
    ("format", "width_px", "code", "severity"),
    [
        ("a4", 800, None, None),
        ("a4", 220, "logo-coarse", Severity.WARNING),
        ("a4", 120, "logo-unreadable", Severity.ERROR),
        ("a0", 800, None, None),
    ],
)
def test_a_logo_of_pixels_needs_them_too(format, width_px, code, severity):
    """Hard edges show; far away they show less."""
    template = make_template(brand_slot(), logo_slot())
    pictures = Pictures().logo(Image.new("RGB", (width_px, width_px // 3), (20, 40, 80)), "logo.png")

    found = judged(
        template, make_content(logo=LogoChoice(file="logo.png", name="Een logo")), format, pictures=pictures
    ).findings

    assert [(f.code, f.severity) for f in found if f.slot == "logo"] == ([(code, severity)] if code else [])
