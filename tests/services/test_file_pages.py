"""What a file measures is known before it is made, and true."""

import io
from datetime import UTC, datetime

import pikepdf
import pytest

from app.engine.pipeline import Options
from app.engine.sheet import FORMATS
from app.engine.units import MM
from app.services.file_pages import page_of, pixels_of


@pytest.mark.parametrize(
    ("destination", "options"),
    [
        ("print", Options()),
        ("print", Options(marks=True)),
        ("home", Options()),
        ("home", Options(paper="a3")),
        ("web", Options()),
    ],
)
def test_a_page_is_as_large_as_the_file_that_is_made(services, destination, options):
    """The page of the PDF, and the trim on it where the PDF names it."""
    template = services.catalog.get("vacature")
    content, folder = services.catalog.sample(template, "nl")
    page = page_of(services.catalog.brand.sheet(FORMATS["a3"]), destination, options)

    made = services.rendering.artwork(
        template,
        content,
        format_key="a3",
        destination=destination,
        options=options,
        date=datetime(2027, 3, 1, tzinfo=UTC),
        folder=folder,
    )
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        left, bottom, right, top = map(float, pdf.pages[0].MediaBox)
        trim = [float(edge) for edge in pdf.pages[0].get("/TrimBox", [])]

    assert tuple(page.size) == pytest.approx((right - left, top - bottom), abs=0.01)
    if destination == "print":
        poster = page.poster
        height = page.size.height
        assert trim == pytest.approx([poster.x, height - poster.bottom, poster.right, height - poster.y], abs=0.01)


def test_a_poster_at_home_keeps_the_white_edge(services):
    """An A5 fills an A4 less 5 mm on every side that it touches, and nothing is painted beside it."""
    page = page_of(services.catalog.brand.sheet(FORMATS["a5"]), "home")

    assert page.shown == page.poster
    assert min(page.poster.x, page.poster.y) == pytest.approx(5 * MM)
    assert page.poster.width / page.poster.height == pytest.approx(148 / 210)


def test_a_print_file_shows_the_bleed(services):
    """3 mm beyond the trim on every side."""
    page = page_of(services.catalog.brand.sheet(FORMATS["a4"]), "print")

    assert page.shown.x == pytest.approx(page.poster.x - 3 * MM)
    assert page.shown.bottom == pytest.approx(page.poster.bottom + 3 * MM)


@pytest.mark.parametrize(("key", "size"), [("a3", (3508, 4961)), ("story", (1080, 1920)), ("a0", (4967, 7022))])
def test_pixels_are_those_of_the_picture(key, size):
    """As many as the format has, or as its density gives."""
    found = pixels_of(FORMATS[key])

    assert (found.width, found.height) == size
