"""QR codes on a sheet."""

import numpy as np
import pytest
import zxingcpp
from makers import kit, laid_out, make_content, make_template, qr_slot
from PIL import Image, ImageDraw

from app.engine.content import QrChoice
from app.engine.geometry import Rect
from app.engine.layout.qr import qr_code, smallest_module
from app.engine.scene import Fill, TagBegin
from app.engine.sheet import FORMATS


@pytest.mark.parametrize("url", ["https://care-er.be", "mailto:jobs@care-er.be?subject=Hé", "tel:+3252123456"])
def test_a_code_says_its_address(url):
    """Drawn square by square at two pixels a module, and read by a scanner."""
    placed = qr_code(url, Rect(0, 0, 100, 100), kit(), kit().sheet(FORMATS["a3"]))
    scale = 2 / placed.module
    image = Image.new("L", (round(placed.box.width * scale),) * 2, 255)
    pen = ImageDraw.Draw(image)
    for polygon in placed.modules.polygons():
        corners = np.array(polygon) * scale
        pen.rectangle([*corners.min(axis=0).round(), *(corners.max(axis=0).round() - 1)], fill=0)

    assert [found.text for found in zxingcpp.read_barcodes(image)] == [url]


def test_a_code_stands_in_the_middle_of_its_frame_with_its_quiet_zone():
    """Four squares of quiet on each side are part of its box."""
    placed = qr_code("https://care-er.be", Rect(10, 10, 120, 80), kit(), kit().sheet(FORMATS["a3"]))

    assert placed.box == Rect(30, 10, 80, 80)
    quiet = kit().qr.quiet_zone * placed.module
    assert placed.modules.bounds.x - placed.box.x == pytest.approx(quiet)
    assert placed.box.bottom - placed.modules.bounds.bottom == pytest.approx(quiet)


def test_a_code_gives_up_correction_before_its_squares_get_too_fine():
    """Only as far as needed."""
    sheet, url = kit().sheet(FORMATS["a3"]), "https://care-er.be/" + "x" * 46
    wide = qr_code(url, Rect(0, 0, 400, 400), kit(), sheet)
    narrow = qr_code(url, Rect(0, 0, 90, 90), kit(), sheet)

    squares = [round(code.box.width / code.module) for code in (wide, narrow)]
    assert squares[0] > squares[1]
    assert narrow.module >= smallest_module(kit(), sheet)


def test_a_code_is_a_figure_with_its_address_as_a_link():
    """Ground first, squares on it, in the colours of the slot."""
    scene = laid_out(make_template(qr_slot(ink="inkt", on="zon")), make_content(qr=QrChoice(url="https://care-er.be")))
    start = next(i for i, item in enumerate(scene.items) if isinstance(item, TagBegin))
    tag, ground, squares = scene.items[start : start + 3]

    assert (tag.role, tag.link, tag.alt) == ("Figure", "https://care-er.be", "QR: https://care-er.be")
    assert isinstance(ground, Fill)
    assert (ground.paint.name, squares.paint.name) == ("zon", "inkt")
