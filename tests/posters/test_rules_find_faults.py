"""The rules that read files back find what is wrong: each is shown a file with one fault."""

import io
from functools import lru_cache

import font_rules
import pikepdf
import press_rules
import pytest
import tag_rules
from poster_maker import content, judged, painted, with_photo
from poster_matrix import Case

CASE = Case("vacature", "a4", "nl", "print")


def painting(operators):
    """Return a change that paints something more."""

    def change(pdf):
        pdf.pages[0].contents_add(operators.encode())

    return change


def with_rgb_image(pdf):
    image = next(found for found in pdf.objects if _is(found, "/Subtype", "/Image"))
    image.ColorSpace = pikepdf.Name.DeviceRGB


def with_rgb_group(pdf):
    pdf.pages[0].obj.Group.CS = pikepdf.Name.DeviceRGB


def with_link(pdf):
    pdf.pages[0].obj.Annots = pikepdf.Array([pikepdf.Dictionary(Type=pikepdf.Name.Annot)])


def with_larger_trim(pdf):
    box = pdf.pages[0].obj.TrimBox
    box[2] = float(box[2]) + 0.05


def with_other_title(pdf):
    pdf.docinfo.Title = "Iets anders"


def without_alt(pdf):
    del next(found for found in pdf.objects if _is(found, "/S", "/Figure")).Alt


def with_second_heading(pdf):
    next(found for found in pdf.objects if _is(found, "/S", "/P")).S = pikepdf.Name.H1


def with_swapped_parents(pdf):
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    owners[0], owners[1] = owners[1], owners[0]


def with_silent_glyph(pdf):
    font = _font(pdf)
    text = font.ToUnicode.read_bytes().split(b"\n")
    kept = [line for line in text if b"> <" not in line or line == b"<0000> <FFFF>"]
    font.ToUnicode.write(b"\n".join(kept))


def with_wrong_width(pdf):
    for step in range(1, len(_font(pdf).DescendantFonts[0].W), 2):
        _font(pdf).DescendantFonts[0].W[step] = pikepdf.Array([321])


def _font(pdf):
    return next(iter(pdf.pages[0].Resources.Font.values()))


def _is(found, key, value):
    return isinstance(found, pikepdf.Dictionary | pikepdf.Stream) and found.get(key) == value


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (painting("/Artifact <</Type /Page>> BDC 1 0 0 rg 0 0 9 9 re f EMC"), "6.2.4: area in /DeviceRGB"),
        (painting("0 0 0 1 k 0 0 9 9 re f"), "7.1: area is neither"),
        (painting("/P <</MCID 99>> BDC 0 0 0 1 k 0 0 9 9 re f EMC"), "14.7.4.4"),
        (with_rgb_image, "6.2.4: image"),
        (with_rgb_group, "6.2.8: a group blends"),
        (with_link, "annotations"),
        (with_larger_trim, "trim of"),
        (with_other_title, "6.4: /Title"),
        (without_alt, "7.3: a figure without words"),
        (with_second_heading, "7.4: 2 first headings"),
        (with_swapped_parents, "another parent"),
        (with_silent_glyph, "says ''"),
        (with_wrong_width, "the file says 321"),
    ],
)
def test_a_fault_is_found(change, told):
    """One fault in a file is one sentence of the rules at least."""
    pdf = pikepdf.open(io.BytesIO(painted(_poster())))
    change(pdf)
    file = io.BytesIO()
    pdf.save(file, static_id=True)
    again = press_rules.opened(file.getvalue())
    faults = [
        *press_rules.faults(file.getvalue(), trim_mm=(210, 297)),
        *font_rules.faults(again),
        *tag_rules.faults(again, "nl"),
    ]

    assert any(told in fault for fault in faults), faults


@lru_cache
def _poster():
    """Return a poster with text, a photo and a code."""
    return judged(CASE, with_photo(content(CASE.template, CASE.language)))
