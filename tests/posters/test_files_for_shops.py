"""Every kind of print shop gets the file that it asks for."""

import flat_rules
import font_rules
import numpy as np
import pikepdf
import press_rules
import pytest
import tag_rules
from ink_pixels import delta_e00, ink_pixels, lab
from poster_maker import content, kit
from poster_shelf import TEMPLATES, template
from shop_posters import JPEG_ROUNDING, SHOPS, at, hard_content, judged_at, made_at, most_ink

from app.engine.findings import has_errors
from app.engine.scene import GlyphRun
from app.engine.sheet import format_of

# Crop marks are printed on every plate.
MARKS = "6.2.4: line in /Separation"

# Templates with a photo as the whole sheet, in a shape, and without one; small, middling and large.
FLAT = (("portret", "a6"), ("getuigenis", "a5"), ("trots", "a6"), ("kleur-je-dag", "a4"))


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("shop", [key for key in SHOPS if at(key).print.standard == "x4"])
def test_files_are_pdf_x4_with_the_shops_bleed_and_condition(shop, name):
    """Boxes, intent and tags, whichever shop it is for."""
    rules = at(shop).print
    data = made_at(shop, name, "a4", content(name, "nl"))
    condition = rules.condition.identifier

    faults = press_rules.faults(data, trim_mm=(210, 297), bleed_mm=rules.bleed, condition=condition)
    assert [fault for fault in faults if not (rules.marks and fault == MARKS)] == []
    pdf = press_rules.opened(data)
    assert [*font_rules.faults(pdf), *tag_rules.faults(pdf, "nl")] == []
    assert pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes() == rules.condition.icc


@pytest.mark.parametrize(("name", "key"), FLAT)
@pytest.mark.parametrize("photo", ["extreme.png", "cut.png"])
def test_the_file_without_layers_looks_like_the_one_with_them(name, key, photo):
    """PDF/X-1a:2003 with everything flattened: tagged, readable, and no eye tells the difference."""
    given = hard_content(name, photo=photo)
    flat, live = (made_at(shop, name, key, given) for shop in ("zonder-lagen", "standaard"))
    pdf = press_rules.opened(flat)

    assert flat_rules.flat_faults(flat) == []
    assert [*font_rules.faults(pdf), *tag_rules.faults(pdf, "nl")] == []
    condition = kit().print.condition
    far = delta_e00(*(lab(ink_pixels(data, dpi=100), condition) for data in (flat, live)))
    assert far.mean() < 0.5
    assert np.percentile(far, 99) < 3


@pytest.mark.parametrize("shop", SHOPS)
@pytest.mark.parametrize(("name", "key"), [("portret", "a6"), ("team", "a6-landscape")])
def test_extreme_photos_keep_to_the_shops_ink_limit(shop, name, key):
    """Pure primaries, saturated darks and noise, measured plate by plate by Ghostscript."""
    limit = at(shop).print.condition.ink_limit

    assert most_ink(made_at(shop, name, key, hard_content(name))) <= limit + JPEG_ROUNDING


def test_the_measure_of_ink_can_fail():
    """The photo does reach the limit of coated paper, which is beyond that of plain paper."""
    given = hard_content("portret")

    assert most_ink(made_at("standaard", "portret", "a6", given)) > at("ongestreken").print.condition.ink_limit + 5


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("shop", SHOPS)
def test_no_shop_makes_a_sample_worse(shop, name):
    """What may be printed for the usual shop may be printed for every one, in the smallest and the largest size."""
    sheets = [found for found in template(name).formats if found.unit == "mm"]
    for found in (min(sheets, key=lambda each: each.area_m2), max(sheets, key=lambda each: each.area_m2)):
        assert not has_errors(judged_at(shop, name, found.key, content(name, "nl")).findings)


def test_two_square_metres_at_a_tenth_are_all_of_it_at_a_tenth():
    """Trim, bleed and type; the metadata say so, and the pixels are those of the whole."""
    whole, small = (made_at("groot", "portret", "mupi", hard_content("portret"), scale=scale) for scale in (1, 10))
    one, other = map(press_rules.opened, (whole, small))

    assert press_rules.faults(small, trim_mm=(118.5, 175), bleed_mm=0.5) == [MARKS]
    assert "1:10" in press_rules.xmp_values(other)["dc:description"]
    assert str(other.docinfo["/Subject"]) == press_rules.xmp_values(other)["dc:description"]
    assert "/Subject" not in one.docinfo
    assert _pixels(one) == _pixels(other)


def test_an_own_size_is_trimmed_to_it():
    """Between the sizes that have names."""
    data = made_at("standaard", "portret", "600x849", content("portret", "nl"))

    assert press_rules.faults(data, trim_mm=(600, 849)) == []


@pytest.mark.parametrize("key", ["74x105", "3000x2121"])
def test_the_least_and_the_most_own_sizes_are_printed(key):
    """As far as the drawing reaches; what it lacks is told, never printed."""
    found = judged_at("standaard", "portret", key, content("portret", "nl"))

    assert found.scene.sheet.trim == format_of(key).trim
    assert {finding.code for finding in found.findings if str(finding.severity) == "error"} <= {
        "bleed",
        "safe-area",
        "overset",
        "photo-too-coarse",
        "qr-module",
        "logo-unreadable",
        "type-too-small",
    }


def _pixels(pdf):
    streams = (found for found in pdf.objects if isinstance(found, pikepdf.Stream))
    images = [found for found in streams if found.get("/Subtype") == "/Image"]
    return sorted((int(image.Width), int(image.Height)) for image in images)


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("shop", ["standaard", "zonder-lagen"])
def test_only_type_in_pure_black_overprints(shop, name):
    """White or coloured type that overprints would vanish or change on the press; small black type always does."""
    found = judged_at(shop, name, "a4", hard_content(name))
    small = [item for item in found.scene.items if isinstance(item, GlyphRun) and item.ink.is_black_only]
    page = press_rules.opened(made_at(shop, name, "a4", hard_content(name))).pages[0]

    assert set(_overprinted(page)) == ({("0 0 0 1", "TJ")} if small else set())


def _overprinted(page):
    """Yield the fill colour and the operator of everything that is painted while overprinting is on."""
    settings = page.Resources.get("/ExtGState", {})
    state, stack = {"on": False, "color": ""}, []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                stack.append(dict(state))
            case "Q":
                state = stack.pop()
            case "gs":
                state["on"] = bool(settings[str(operands[0])].get("/op", state["on"]))
            case "k":
                state["color"] = " ".join(f"{float(value):g}" for value in operands)
            case "f" | "f*" | "S" | "TJ" | "Do" as painting if state["on"]:
                yield state["color"], painting
