"""Drawings that are broken, empty or strange are faults with a place, never a crash."""

import re

import pytest

ODD = [
    '<rect id="odd" x="10" y="10" width="0" height="10" fill="#ffffff"/>',
    '<path id="odd" d="" fill="#ffffff"/>',
    '<path id="odd" d="M10 10" fill="#ffffff" stroke="#ffffff"/>',
    '<g id="odd"/>',
    '<g id="choice-"><rect width="9" height="9" fill="#ffffff"/></g>',
    '<rect id="slot-" width="9" height="9"/>',
    '<rect id="stack-" width="9" height="9"/>',
    '<g id="slot-place"><rect width="9" height="9"/></g>',
    '<linearGradient id="none"/><rect id="odd" width="9" height="9" fill="url(#none)"/>',
    '<clipPath id="gone"/><g clip-path="url(#gone)"><rect id="slot-odd" width="9" height="9"/></g>',
    '<rect id="odd" transform="scale(0)" width="9" height="9" fill="#ffffff"/>',
    '<rect id="odd" x="1e300" y="-1e300" width="9" height="9" fill="#ffffff"/>',
    '<rect id="odd" x="nan" y="inf" width="9" height="9" fill="#ffffff"/>',
    '<use href="#odd" id="odd"/>',
    '<image id="odd" href="file:///etc/passwd"/>',
    '<path id="odd" d="M10 10H20" stroke="#ffffff" stroke-width="1e-9" fill="none"/>',
]


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_element_never_makes_the_reader_fall_over(odd, edit, faults):
    """Faults may be found or not; they always have a file, a place, a problem and a cure."""
    edit("a3.svg", '<rect id="slot-place"', f'{odd}\n<rect id="slot-place"')

    for fault in faults():
        assert fault.file == "tiny/a3.svg"
        assert fault.where
        assert fault.problem
        assert fault.cure


UNREADABLE = {
    '<!DOCTYPE svg [\n<!ENTITY who SYSTEM "file:///etc/passwd">\n]>\n<svg viewBox="0 0 297 420">&who;</svg>': (
        2,
        "DOCTYPE",
    ),
    '<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>\n<svg viewBox="0 0 297 420"/>': (1, "DOCTYPE"),
    '\n<!DOCTYPE svg SYSTEM "http://127.0.0.1:9/x.dtd">\n<svg viewBox="0 0 297 420"/>': (2, "DOCTYPE"),
    '<svg viewBox="0 0 297 420">\n<g>\n</svg>': (3, "XML"),
    "<html/>": (1, "no svg element"),
    f"<svg>{' ' * 2_000_000}</svg>": (1, "2 MB"),
    f'<svg viewBox="0 0 297 420">{"<g>" * 600}{"</g>" * 600}</svg>': (1, "too many parts"),
}


@pytest.mark.parametrize("drawing", UNREADABLE, ids=["entity", "nested", "dtd", "xml", "html", "large", "deep"])
def test_a_drawing_that_cannot_be_read_is_told_why_and_what_to_do(drawing, folder, faults):
    """In words, with the line, and never the reader's own key for it."""
    (folder / "a3.svg").write_text(drawing)
    line, problem = UNREADABLE[drawing]

    (fault,) = (fault for fault in faults() if fault.file == "tiny/a3.svg")

    assert max(1, fault.line) == line
    assert problem in fault.problem
    assert "svg-" not in str(fault)
    assert len(fault.cure.split()) >= 5


@pytest.mark.parametrize(
    "box", ["", "0 0 0 0", "0 0 297 0", "0 0 -297 420", "0 0 nan 420", "0 0 297", "0 0 1e-320 1e-320"]
)
def test_an_impossible_view_box_is_a_fault(box, folder, faults):
    """Without a sound viewBox nothing can be placed."""
    text = (folder / "a3.svg").read_text()
    (folder / "a3.svg").write_text(re.sub('viewBox="[^"]*"', f'viewBox="{box}"', text))

    assert [fault for fault in faults() if fault.file == "tiny/a3.svg" and "iewBox" in str(fault)]
