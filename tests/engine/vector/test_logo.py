"""Taking in logos: as outlines where they are true, as pixels where not, or refused with a reason."""

import base64
import gzip
import json
from dataclasses import replace
from hashlib import sha256

import pytest
from logo_parts import RESOURCES, logo_on, picture, refusal, saved, svg
from PIL import Image

from app.engine.color import Rgb
from app.engine.geometry import Rect
from app.engine.vector.logo import TakenLogo, take_in_logo
from app.engine.vector.plain import plain_svg
from app.engine.vector.raster import render

# What each hostile file is refused for.
HOSTILE = {
    "animated": "svg-animation",
    "billion-laughs": "svg-entities",
    "clip-circle": "svg-too-complex",
    "css-import": "svg-reference",
    "css-url": "svg-reference",
    "dash-bomb": "svg-too-complex",
    "data-svg": "svg-reference",
    "deep": "svg-too-complex",
    "doctype-broken": "svg-entities",
    "dtd-elsewhere": "svg-entities",
    "entity-attribute-defaults": "svg-entities",
    "entity-external": "svg-entities",
    "entity-parameter": "svg-entities",
    "entity-quadratic": "svg-entities",
    "foreign": "svg-foreign",
    "handler": "svg-script",
    "href-file": "svg-reference",
    "href-http": "svg-reference",
    "huge-numbers": "svg-unclear",
    "mask-bomb": "svg-too-complex",
    "not-a-number": "svg-unclear",
    "nothing-seen": "logo-empty",
    "pattern-bomb": "svg-too-complex",
    "script": "svg-script",
    "text-in-mask": "svg-text",
    "turbulence": "svg-filter",
    "use-bomb": "svg-too-complex",
    "use-circle": "svg-too-complex",
    "very-deep": "svg-too-complex",
    "view-box-nothing": "svg-unclear",
    "xml-stylesheet": "svg-reference",
}


@pytest.mark.parametrize(("name", "reason"), HOSTILE.items())
def test_hostile_files_are_refused_with_their_reason(name, reason):
    """Bombs, references to elsewhere, scripts, nonsense."""
    assert refusal((RESOURCES / "hostile" / f"{name}.svg").read_bytes()) == reason


def test_every_hostile_file_is_tested():
    """The list above and the folder agree."""
    assert {path.stem for path in (RESOURCES / "hostile").glob("*.svg")} == set(HOSTILE)


@pytest.mark.parametrize("path", sorted((RESOURCES / "logos").glob("[d-m]*.svg")), ids=lambda path: path.stem)
def test_real_logos_are_taken_in_and_come_back_from_storage(path):
    """Outlines or pixels, never both, and the same after storing."""
    logo = take_in_logo(path.read_bytes())

    assert (logo.drawing is None) == bool(logo.pixels) == bool(logo.rasterised)
    assert TakenLogo.from_bytes(logo.to_bytes()) == replace(logo, pixels=b"")
    assert 0.02 < logo.density <= 1
    assert sum(share for _, share in logo.colors) == pytest.approx(1, abs=0.1)


def test_outlines_are_cut_to_what_is_seen():
    """Strokes count, what lies outside the viewBox does not, nor does what is clipped away."""
    body = (
        '<path d="M20 20H60" stroke="#582858" stroke-width="4" stroke-linecap="round"/>'
        '<clipPath id="c"><rect x="30" y="10" width="5" height="25"/></clipPath>'
        '<rect width="100" height="50" clip-path="url(#c)"/>'
        '<rect x="150" width="9" height="9"/>'
    )
    logo = take_in_logo(svg(body))

    assert logo.drawing is not None
    assert logo.drawing.box == Rect(18, 10, 44, 25)
    assert logo.aspect == 44 / 25


def test_art_beyond_the_view_box_stays_unseen():
    """A logo is clipped to its viewBox wherever it is placed later."""
    logo = take_in_logo(svg('<circle cx="0" cy="25" r="20" fill="red"/>'))

    assert logo.drawing is not None
    assert logo.drawing.box == Rect(0, 5, 20, 40)
    wide = plain_svg(logo.drawing, width_px=80, height_px=40, box=Rect(-20, 5, 80, 40))
    assert render(wide).getbbox() == (20, 0, 40, 40)


def test_a_white_ground_drawn_into_a_logo_is_noticed_and_trimmed():
    """Many logos bring a white rectangle; the logo is what stands on it."""
    logo = take_in_logo(svg('<rect width="100" height="50" fill="#fff"/><rect x="30" y="20" width="40" height="10"/>'))

    assert logo.drawing is not None
    assert logo.aspect == pytest.approx(4, rel=0.02)
    assert logo.colors[0] == (Rgb(0, 0, 0), 1)


def test_a_coloured_ground_belongs_to_the_logo():
    """White letters on a blue field keep their whole field, and their place in it."""
    logo = take_in_logo(
        svg('<rect width="100" height="50" fill="#0044cc"/><rect x="30" y="20" width="40" height="10" fill="#fff"/>')
    )

    assert logo.opaque_ground == Rgb(0, 0x44, 0xCC)
    assert logo.colors == ((Rgb(255, 255, 255), 1.0),)
    assert (logo.drawing.box.width, logo.drawing.box.height) == (100, 50)


def test_weight_and_colours_are_measured():
    """Half the box inked, two thirds of that in one colour."""
    body = '<rect width="100" height="20" fill="#e3405f"/><rect y="40" width="100" height="10" fill="#1d6a5a"/>'
    logo = take_in_logo(svg(body))

    assert logo.density == pytest.approx(0.6, abs=0.01)
    assert [color for color, _ in logo.colors] == [Rgb(0xE3, 0x40, 0x5F), Rgb(0x1D, 0x6A, 0x5A)]
    assert [share for _, share in logo.colors] == pytest.approx([2 / 3, 1 / 3], abs=0.01)
    assert logo.has_transparency


RED = 'width="50" height="40" fill="red"'
PIXELS = {
    "mask": f'<mask id="m"><rect width="50" height="50" fill="#fff"/></mask><g mask="url(#m)"><rect {RED} x="0"/></g>',
    "selector": '<style>g rect{fill:red}</style><g><rect width="50" height="40"/></g>',
    "blend": f'<g style="mix-blend-mode:multiply"><rect {RED}/></g>',
    "filter": f'<filter id="f"><feOffset dx="0"/></filter><rect {RED} filter="url(#f)"/>',
    "pattern": '<pattern id="p" width="1" height="1"><rect width="99" height="99" fill="red"/></pattern>'
    '<rect width="50" height="40" fill="url(#p)"/>',
    "transform": f'<rect {RED} transform-origin="25 20" transform="rotate(180)"/>',
}


@pytest.mark.parametrize(("kind", "body"), PIXELS.items())
def test_what_outlines_cannot_say_becomes_pixels_that_can(kind, body):
    """The picture is the one a browser shows, its ground see-through, and the reason is told."""
    logo = take_in_logo(svg(body))

    assert logo.rasterised == kind
    assert logo.aspect == pytest.approx(50 / 40, rel=0.01)
    assert picture(logo).getpixel((50, 50)) == (255, 0, 0, 255)
    assert logo.has_transparency is False or logo.picture.has_alpha


def test_our_own_reading_of_styles_holds_in_pixels_too():
    """What the renderer would read differently is settled before it sees the file."""
    body = (
        '<style>rect{fill:red}</style><filter id="f"><feOffset dx="0"/></filter>'
        '<rect filter="url(#f)" style="transform:translate(50px,0)" width="40" height="40" fill="blue"/>'
        '<circle r="1" fill="rgb(0 128 0 / 100%)"/>'
    )
    shown = picture(take_in_logo(svg(body)))

    assert shown.getpixel((round(shown.width * 0.8), round(shown.height / 2))) == (255, 0, 0, 255)
    assert shown.getpixel((round(shown.width * 0.3), round(shown.height / 2)))[3] == 0


def test_a_picture_inside_an_svg_is_decoded_by_our_own_hands():
    """CMYK inside a JPEG inside an SVG comes out in its colours, not in black."""
    jpeg = saved(Image.new("CMYK", (40, 40), (0, 255, 255, 0)), "JPEG")
    href = "data:image/jpeg;base64," + base64.b64encode(jpeg).decode()
    logo = take_in_logo(svg(f'<image width="40" height="40" href="{href}"/>'))

    red, green, blue, alpha = picture(logo).getpixel((100, 100))
    assert (logo.rasterised, alpha) == ("image", 255)
    assert red > 180 > 80 > max(green, blue)


def test_a_broken_picture_inside_an_svg_is_refused():
    """Nothing is dropped in silence."""
    assert refusal(svg('<image width="9" height="9" href="data:image/png;base64,iVBORw0KGgo="/>')) == "damaged"


def test_gzipped_svg_is_taken_in_whatever_it_is_called():
    """The bytes decide."""
    assert take_in_logo(gzip.compress(svg('<rect width="9" height="9"/>'))).drawing is not None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"GIF89a....", "unknown-format"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "unknown-format"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (saved(Image.effect_noise((200, 200), 90), "JPEG")[:9000], "damaged"),
        (saved(Image.effect_noise((200, 200), 90), "PNG")[:9000], "damaged"),
        (saved(Image.new("1", (6000, 5000)), "PNG"), "too-many-pixels"),
        (b"\xff\xd8\xff" + b"\x00" * 10_000_000, "too-heavy"),
        (saved(Image.new("RGBA", (50, 50)), "PNG"), "logo-empty"),
        (saved(Image.new("RGB", (50, 50), "white"), "PNG"), "logo-empty"),
        (svg('<rect width="100" height=".1"/>'), "too-narrow"),
        (b"<html><body>404</body></html>", "svg-not-svg"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_logo_is_refused_by_name(data, reason):
    """Every refusal is one of the known reasons, never another exception."""
    assert refusal(data) == reason


def test_noise_is_refused_and_never_anything_worse():
    """Bytes without any sense."""
    for seed in range(200):
        noise = sha256(bytes([seed])).digest() * 40
        assert refusal(noise) in {"unknown-format", "svg-broken", "svg-not-svg"}


def test_the_same_logo_gives_the_same_bytes():
    """Outlines and pixels alike."""
    for data in ((RESOURCES / "logos" / "messenger.svg").read_bytes(), saved(logo_on(255, "L"), "JPEG")):
        one, other = take_in_logo(data), take_in_logo(data)
        assert (one.to_bytes(), one.pixels) == (other.to_bytes(), other.pixels)


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"version": 99}', b"\xff"])
def test_only_stored_logos_are_read_back(data):
    """Anything else is told apart at once."""
    with pytest.raises(ValueError, match="stored"):
        TakenLogo.from_bytes(data)


def test_stored_logos_hold_no_more_than_they_need():
    """Plain JSON without the pixels, which are stored by their digest."""
    logo = take_in_logo(saved(logo_on((0, 0, 0, 0), "RGBA"), "PNG"))

    assert len(logo.to_bytes()) < 500
    assert json.loads(logo.to_bytes())["picture"][0] == logo.picture.digest


def test_a_panic_of_the_renderer_is_a_refusal(monkeypatch):
    """Rust's panics are no ordinary exceptions, and must not take the worker down."""
    panic = type("PanicException", (BaseException,), {})

    def fail(**_: object) -> bytes:
        raise panic("index out of bounds")

    monkeypatch.setattr("resvg_py.svg_to_bytes", fail)

    assert refusal(svg('<rect width="9" height="9"/>')) == "svg-unclear"
