"""The rules of logos and QR codes."""

import pytest
from makers import (
    PUBLISHER,
    Pictures,
    art_of,
    brand_slot,
    choice_slot,
    chosen,
    codes,
    imprint_slot,
    judged,
    kit,
    logo_slot,
    make_content,
    make_template,
    one,
    photo,
    photo_slot,
    qr_slot,
    rect,
    svg,
    text_slot,
)
from PIL import Image
from scenes_of_preflight import found

from app.engine.content import LogoChoice, QrChoice, apply_fix
from app.engine.findings import Severity
from app.engine.geometry import Rect
from app.engine.scene import MarkFit
from app.engine.sheet import FORMATS
from app.engine.units import MM

DARK = svg('<rect width="100" height="40" rx="6" fill="#123456"/>', 100, 40)
PALE = svg('<path d="M0 0H100V40H0Z M10 10V30H90V10Z" fill="#fdf8f0"/>', 100, 40)
LOGO = LogoChoice(file="logo.svg", name="Een logo")


def logo_findings(data, *, ground="crème", choice=LOGO, pictures=None, slots=(), **slot):
    """Return the findings beside a logo on a flat ground."""
    template = make_template(brand_slot(on=ground), logo_slot(**slot), *slots, ground=ground)
    poster = judged(template, make_content(logo=choice), "a4", pictures=(pictures or Pictures()).logo(data))
    return [finding for finding in poster.findings if finding.slot == "logo"]


@pytest.mark.parametrize(
    ("data", "ground"), [(DARK, "crème"), (DARK, "aubergine"), (DARK, "munt"), (PALE, "inkt"), (PALE, "bos")]
)
def test_a_logo_is_seen_on_any_ground(data, ground):
    """Where it would fade it gets its plate without being asked."""
    assert logo_findings(data, ground=ground) == []


def test_a_logo_that_fades_because_its_plate_was_refused_gets_it_back():
    """The fix lays the plate, and the finding is gone."""
    bare = LogoChoice(file="logo.svg", name="Een logo", plate="none")
    (found,) = logo_findings(DARK, ground="aubergine", choice=bare)

    content = apply_fix(make_content(logo=bare), found.fix)

    assert (found.code, found.severity) == ("logo-contrast", Severity.ERROR)
    assert logo_findings(DARK, ground="aubergine", choice=content.logos["logo"]) == []


def test_a_pale_logo_on_a_pale_plate_is_refused():
    """Nothing would be there; taking the plate away mends it on a dark ground."""
    plated = LogoChoice(file="logo.svg", name="Een logo", plate="always")
    (found,) = logo_findings(PALE, ground="aubergine", choice=plated)

    content = apply_fix(make_content(logo=plated), found.fix)

    assert (found.code, found.severity) == ("logo-contrast", Severity.ERROR)
    assert logo_findings(PALE, ground="aubergine", choice=content.logos["logo"]) == []


def test_a_pale_logo_on_a_pale_ground_needs_another_version():
    """No plate helps: the user is told what does."""
    (found,) = logo_findings(PALE, ground="crème")

    assert (found.code, found.fix) == ("logo-contrast", None)
    assert "andere kleur" in found.message.nl


def test_marks_in_pale_colours_are_what_they_are():
    """An orange logo on white has little contrast and is seen by everyone."""
    orange = svg('<rect width="100" height="40" rx="20" fill="#ff9900"/>', 100, 40)

    assert logo_findings(orange, ground="crème") == []


@pytest.mark.parametrize(("colour", "expected"), [("white", []), ("black", [])])
def test_over_a_photo_a_logo_stands_on_its_plate(colour, expected):
    """Whatever the photo, a dark logo is seen."""
    pictures = Pictures().photo(Image.new("RGB", (1500, 1500), colour))
    template = make_template(brand_slot(), logo_slot(), photo_slot(), places={"photo": Rect(-0.05, 0.7, 1.1, 0.35)})

    poster = judged(template, make_content(logo=LOGO, photo=photo()), "a4", pictures=pictures.logo(DARK))

    assert [finding.code for finding in poster.findings if finding.slot == "logo"] == expected
    assert "plate" in [mark.kind for mark in poster.scene.marks]


@pytest.mark.parametrize(("colour", "is_seen"), [("white", False), ("black", True)])
def test_a_pale_logo_over_a_photo_is_measured_on_its_pixels(colour, is_seen):
    """Its plate would hide it, so it stands bare: fine on a dark photo, refused on a light one."""
    pictures = Pictures().photo(Image.new("RGB", (1500, 1500), colour))
    places = {"photo": Rect(-0.05, 0.7, 1.1, 0.35)}
    template = make_template(brand_slot(), logo_slot(), photo_slot(), places=places)

    poster = judged(template, make_content(logo=LOGO, photo=photo()), "a4", pictures=pictures.logo(PALE))

    said = [finding.code for finding in poster.findings if finding.slot == "logo"]
    assert ("logo-contrast" not in said) is is_seen


@pytest.mark.parametrize(("colour", "on", "is_seen"), [("white", "aubergine", False), ("black", "aubergine", True)])
def test_the_brands_own_logo_is_measured_on_the_photo_behind_it(colour, on, is_seen):
    """A light mark on a light photo would leave the poster without a sender."""
    pictures = Pictures().photo(Image.new("RGB", (1500, 1500), colour))
    places = {"photo": Rect(-0.05, 0.7, 1.1, 0.35)}
    template = make_template(brand_slot(on=on), photo_slot(), places=places)

    poster = judged(template, make_content(photo=photo()), "a4", pictures=pictures)

    said = [(str(finding.severity), finding.slot) for finding in poster.findings if finding.code == "logo-contrast"]
    assert said == ([] if is_seen else [("error", "brand")])


@pytest.mark.parametrize("chosen_ground", ["crème", "aubergine", "zon"])
def test_the_brands_own_logo_follows_the_ground_that_was_chosen(chosen_ground):
    """The version belongs to the colour really behind it, whatever the slot had in mind."""
    whole = rect(Rect(-0.1, -0.1, 1.2, 1.2), Rect(0, 0, *FORMATS["a6"].trim))
    values = ("crème", "aubergine", "zon")
    art = tuple(chosen(value, art_of(whole, value)) for value in values)
    template = make_template(brand_slot(on="crème"), choice_slot(*values), art=art)

    poster = judged(template, make_content(choices={"ground": chosen_ground}))

    assert "logo-contrast" not in codes(poster.findings)


def test_a_brand_logo_across_an_edge_is_refused():
    """Half of a word mark is no word mark."""
    edge = rect(Rect(0.15, 0.7, 1, 0.4), Rect(0, 0, *FORMATS["a6"].trim))
    template = make_template(brand_slot(on="crème"), art=(art_of(edge, "aubergine"),))

    found = one(judged(template, make_content()).findings, "logo-contrast")

    assert (found.severity, found.slot) == (Severity.ERROR, "brand")
    assert "merkteam" in found.message.nl


def test_a_logo_in_too_small_a_frame_is_refused():
    """Its letters would close up; the finding says how large it should be."""
    template = make_template(brand_slot(), logo_slot(), places={"logo": Rect(0.4, 0.8, 0.04, 0.02)})

    poster = judged(template, make_content(logo=LOGO), "a4", pictures=Pictures().logo(DARK))

    found = one(poster.findings, "logo-unreadable")
    assert (found.severity, found.slot) == (Severity.ERROR, "logo")
    assert "minstens 8\u00a0mm" in found.message.nl


@pytest.mark.parametrize(("share", "outranks"), [(1.2, False), (1.3, True)])
def test_a_partner_may_not_be_larger_than_the_brand(share, outranks):
    """A quarter more in area is the most."""
    own = MarkFit(slot="brand", kind="brand-logo", box=Rect(50, 600, 100, 20), clear_box=Rect(50, 600, 100, 20))
    other = MarkFit(
        slot="logo", kind="logo", box=Rect(300, 600, 100 * share, 20), clear_box=Rect(300, 600, 100 * share, 20)
    )
    template = make_template(brand_slot(), logo_slot())

    said = found((), format="a6", template=template, marks=(own, other))

    assert (("error", "logo", "logo-outranks") in said) is outranks


@pytest.mark.parametrize(("gap_mm", "is_clear"), [(8, True), (5, False)])
def test_the_brand_logo_keeps_its_room(gap_mm, is_clear):
    """On A3 seven millimetres stay clear, of words and of other marks."""
    box = Rect(50, 600, 100, 20)
    beside = Rect(150 + gap_mm * MM, 600, 40, 40)
    own = MarkFit(slot="brand", kind="brand-logo", box=box, clear_box=box.grown(7 * MM))
    code = MarkFit(slot="qr", kind="qr", box=beside, clear_box=beside, module=10)
    template = make_template(brand_slot(), qr_slot())

    said = found((), template=template, marks=(own, code))

    assert (("error", "qr", "clear-space") not in said) is is_clear


def test_two_marks_of_the_brand_may_stand_together():
    """Symbol and word mark beside each other are one sender; a partner's logo beside them is told once for each."""
    boxes = {"brand": Rect(50, 600, 100, 20), "symbol": Rect(155, 600, 20, 20)}
    own = [MarkFit(slot=slot, kind="brand-logo", box=box, clear_box=box.grown(7 * MM)) for slot, box in boxes.items()]
    near = MarkFit(slot="logo", kind="logo", box=Rect(180, 600, 40, 20), clear_box=Rect(178, 598, 44, 24))
    template = make_template(brand_slot(), brand_slot("symbol"), logo_slot())

    alone, beside = found((), template=template, marks=own), found((), template=template, marks=(*own, near))

    assert {slot for _, slot, code in alone if code == "clear-space"} == set()
    assert {slot for _, slot, code in beside if code == "clear-space"} == {"logo"}


@pytest.mark.parametrize(("gap_mm", "is_clear"), [(6, True), (4, False)])
def test_a_partner_logo_keeps_its_room(gap_mm, is_clear):
    """A quarter of its height stays clear around it; its own plate is part of it, the code beside it is not."""
    box = Rect(300, 600, 100, 20 * MM)
    beside = Rect(400 + gap_mm * MM, 600, 40, 40)
    logo = MarkFit(slot="logo", kind="logo", box=box, clear_box=box.grown(5 * MM))
    plate = MarkFit(slot="logo", kind="plate", box=box.grown(2), clear_box=box.grown(5 * MM))
    code = MarkFit(slot="qr", kind="qr", box=beside, clear_box=beside, module=10)
    template = make_template(logo_slot(), qr_slot())

    said = found((), template=template, marks=(logo, plate, code))

    assert (("error", "qr", "clear-space") not in said) is is_clear
    assert ("error", "logo", "clear-space") not in said


def test_words_keep_out_of_the_clear_space():
    """A text that runs up to the mark is told to be shorter."""
    slot, place = text_slot(valign="bottom"), {"headline": Rect(0.1, 0.6, 0.8, 0.23)}

    template = make_template(slot, brand_slot(), places=place)
    found = one(judged(template, make_content(headline="Zorg")).findings, "clear-space")

    assert (found.severity, found.slot) == (Severity.ERROR, "headline")
    assert "korter" in found.message.nl


def test_an_imprint_that_comes_too_close_hears_what_it_may_leave_out():
    """The law wants name and address; the photographer's name may go first."""
    template = make_template(imprint_slot(), brand_slot(), places={"imprint": Rect(0.08, 0.83, 0.6, 0.03)})

    found = one(judged(template, make_content(imprint=PUBLISHER)).findings, "clear-space")

    assert (found.severity, found.slot) == (Severity.ERROR, "imprint")
    assert "fotograaf" in found.message.nl


@pytest.mark.parametrize(
    ("format", "length", "is_fine"),
    [("a4", 20, True), ("a4", 250, False), ("a6", 20, False), ("square", 20, True), ("square", 280, False)],
)
def test_squares_are_coarse_enough_for_the_distance(format, length, is_fine):
    """A long address makes fine squares; each sheet has its own limit."""
    destination = "screen" if format == "square" else "print"
    template = make_template(qr_slot(), places={"qr": Rect(0.74, 0.77, 0.14, 0.14)}, formats=(format,))
    url = "https://care-er.be/" + "x" * (length - 19)

    found = judged(template, make_content(qr=QrChoice(url=url)), format, destination).findings

    assert ("qr-module" not in codes(found)) is is_fine


def test_the_size_of_squares_is_told_as_each_language_writes_it():
    """What falls short reads less than its limit, with a comma in Dutch and French."""
    template = make_template(qr_slot(), places={"qr": Rect(0.74, 0.77, 0.14, 0.14)}, formats=("a4",))
    url = QrChoice(url="https://care-er.be/" + "x" * 231)

    said = one(judged(template, make_content(qr=url), "a4").findings, "qr-module").message

    assert "0,45\u00a0mm, minstens 0,55" in said.nl
    assert "0,45\u00a0mm, au moins 0,55" in said.fr
    assert "0.45\u00a0mm, at least 0.55" in said.en


def test_the_code_gives_way_before_it_is_refused():
    """Less error correction makes coarser squares: a long address still works on A4."""
    frame = {"qr": Rect(0.6, 0.7, 0.16, 0.12)}
    url = QrChoice(url="https://care-er.be/" + "x" * 90)

    def module(format):
        poster = judged(make_template(qr_slot(), places=frame, formats=("a4",)), make_content(qr=url), format)
        assert "qr-module" not in codes(poster.findings)
        return poster.scene.marks[0].module

    assert module("a4") >= kit().qr.module["a4"] * MM


@pytest.mark.parametrize(
    ("ink", "on", "is_fine"), [("inkt", "wit", True), ("koraal", "wit", False), ("bos", "zon", False)]
)
def test_a_code_needs_contrast(ink, on, is_fine):
    """Cameras want more than eyes."""
    template = make_template(qr_slot(ink=ink, on=on))

    found = codes(judged(template, make_content(qr=QrChoice(url="https://care-er.be"))).findings)

    assert ("qr-contrast" not in found) is is_fine
