"""The way from foreign bytes to a tree that is safe to walk."""

import gzip

import pytest

from app.engine.errors import UnreadableFile
from app.engine.vector.source import parse

SVG = '<svg xmlns="http://www.w3.org/2000/svg" id="é"/>'


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as refused:
        parse(data)
    return refused.value.reason


@pytest.mark.parametrize(
    "data",
    [
        SVG.encode(),
        b"\xef\xbb\xbf" + SVG.encode(),
        f'<?xml version="1.0" encoding="ISO-8859-1"?>{SVG}'.encode("latin-1"),
        f'<?xml version="1.0" encoding="windows-1252"?>{SVG}'.encode("cp1252"),
        SVG.encode("utf-16"),
        f'<?xml version="1.0" encoding="UTF-16"?>{SVG}'.encode("utf-16-le"),
        gzip.compress(SVG.encode(), mtime=0),
    ],
)
def test_every_usual_encoding_is_read(data):
    """With and without byte order mark, as declared, and gzipped."""
    assert parse(data).get("id") == "é"


def test_svg_copied_out_of_a_web_page_needs_no_name_space():
    """Elements without a name space are taken for SVG's."""
    root = parse(b'<svg><g><rect id="a"/></g></svg>')

    assert root[0][0].tag == "{http://www.w3.org/2000/svg}rect"


def test_plain_entities_are_written_out_and_lines_stay():
    """Illustrator names its name spaces by entities; faults must still name the right line."""
    root = parse(
        b'<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/'
        b'svg11.dtd" [\n<!ENTITY ns "http://www.w3.org/2000/svg">\n<!-- > -->\n]>\n'
        b'<svg xmlns="&ns;">\n<g id="&ns;"/></svg>'
    )

    assert root[0].get("id") == "http://www.w3.org/2000/svg"
    assert (root.sourceline, root[0].sourceline) == (6, 7)


@pytest.mark.parametrize(
    "subset",
    [
        '<!ENTITY a "&b;">',
        '<!ENTITY a "&#38;b;">',
        '<!ENTITY a "<rect/>">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY a PUBLIC "x" "http://127.0.0.1:9/">',
        '<!ENTITY % p "x">',
        "%p;",
        '<!ATTLIST svg onload CDATA "x">',
        "".join(f'<!ENTITY e{i} "x">' for i in range(21)),
        f'<!ENTITY a "{"x" * 1001}">',
    ],
)
def test_entities_that_could_grow_or_reach_out_are_refused(subset):
    """References, markup, external and parameter entities, too many, too long."""
    assert refusal(f"<!DOCTYPE svg [{subset}]>{SVG}".encode()) == "svg-entities"


def test_a_document_type_from_elsewhere_is_refused():
    """Only the W3C's own types of SVG are known, and even those are never fetched."""
    assert refusal(f'<!DOCTYPE svg SYSTEM "http://127.0.0.1:9/x.dtd">{SVG}'.encode()) == "svg-entities"
    assert refusal(f'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x">{SVG}'.encode()) == "svg-entities"


def test_a_zip_bomb_is_refused_while_it_is_unpacked():
    """Two megabytes are the most, zipped or not."""
    assert refusal(gzip.compress(b" " * 50_000_000)) == "svg-too-large"
    assert refusal(b" " * 2_000_001) == "svg-too-large"


def test_broken_markup_names_its_line():
    """The author needs to know where to look."""
    with pytest.raises(UnreadableFile) as refused:
        parse(b'<svg xmlns="http://www.w3.org/2000/svg">\n<g>\n</svg>')

    assert (refused.value.reason, refused.value.details) == ("svg-broken", {"line": 3})


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "svg-broken"),
        (b"\x1f\x8bnot gzip", "svg-broken"),
        (b"<html/>", "svg-not-svg"),
        (b'<?xml version="1.0" encoding="zlib"?><svg/>', "svg-broken"),
        (b"<svg>\xff\xfe</svg>", "svg-broken"),
        (b"<svg>\x00</svg>", "svg-broken"),
        (b"<svg>&undeclared;</svg>", "svg-broken"),
        (b'<svg xlink:href="#a"/>', "svg-broken"),
    ],
)
def test_what_is_no_svg_is_refused_by_name(data, reason):
    """Every kind of broken file has its reason, none is another exception."""
    assert refusal(data) == reason
