"""Our reading, written back as plain SVG, looks like the original in a renderer of all of SVG."""

from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from app.engine.vector import read_svg
from app.engine.vector.plain import plain_svg
from app.engine.vector.raster import render

# Rounding of coordinates moves edges by less than a hundredth of a px; more than this can be seen.
SEEN = 0.6

RESOURCES = Path(__file__).parents[2] / "resources" / "svg"
FILES = sorted(path for folder in ("dialects", "features", "logos") for path in (RESOURCES / folder).glob("*.svg"))
VECTORS = [path for path in FILES if not read_svg(path.read_bytes(), file=path.name).problems]


@pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
def test_files_without_problems_look_like_their_original(path, difference):
    """Single features, real logos and every program's dialect."""
    data = path.read_bytes()
    drawing = read_svg(data, file=path.name).drawing
    width, height = 200, round(200 * drawing.box.height / drawing.box.width)
    ours = render(plain_svg(drawing, width_px=width, height_px=height))

    assert difference(ours, _as_sent(data, width, height)) < SEEN


def test_nearly_all_of_the_files_are_read_as_outlines():
    """Pixels are for what outlines cannot say: masks, filters, gradients that turn transparent."""
    others = {path.stem for path in FILES} - {path.stem for path in VECTORS}

    assert others == {"designernews", "grove", "moon", "scaledrone"}


def _as_sent(data: bytes, width: int, height: int) -> Image.Image:
    root = etree.fromstring(data)
    root.attrib.update({"width": str(width), "height": str(height), "preserveAspectRatio": "none"})
    # The renderer knows no colours of wide gamut and, unlike browsers, does not fall back on their twin.
    text = etree.tostring(root).decode().replace("stroke:color(display-p3 0.3451 0.1569 0.3451);", "")
    return render(text)


def test_a_modern_colour_is_read_where_the_renderer_fails(read, seen):
    """rgb() with blanks and a slash paints what it says."""
    shown = seen(read('<rect width="100" height="100" fill="rgb(0 255 0 / 50%)"/>'))

    assert shown.getpixel((50, 50)) == (0, 255, 0, 128)
