"""PNG, PDF and live preview show the same poster.

The measure: all are drawn with a short side of 720 px, so that small type is as many px high on lying sheets as on
upright ones, and compared with the PNG, channel by channel, 0–255. Stated are the mean difference, and the share of
pixels that are off by more than 40 in one channel. What differs is how edges are smoothed:
PDFium draws type in a PDF a little lighter than the same outlines as areas. The file for the press is drawn by PDFium
with a conversion of CMYK of its own, which knows no profile: there whole areas may differ a little, edges may not.
"""

import base64
import io
from dataclasses import replace

import numpy as np
import pikepdf
import pytest
import resvg_py
from hard_pictures import RICH_LOGO
from pdfium_pages import page_pixels
from PIL import Image
from poster_maker import (
    DATE,
    content,
    drawn,
    encoded,
    files,
    judged,
    kit,
    poster,
    slots_for,
    with_logo,
    with_photo,
)
from poster_matrix import Case, everything, going
from poster_shelf import TEMPLATES, template, templates_with

from app.engine.content import Text
from app.engine.geometry import Rect
from app.engine.paint import paint_print, paint_web
from app.engine.photo import Crop
from app.engine.pipeline import live_svg
from app.engine.sheet import FORMATS

SHORT_SIDE = 720
FAR = 40

# Mean difference, and share of pixels that are far off.
SCREEN = (1.8, 0.015)
PRESS = (9.0, 0.015)


def drawings():
    """Return a poster for every third drawing, another one of each template, left to right and right to left."""
    boards = [(name, board.formats[-1]) for name in TEMPLATES for board in template(name).artboards]
    return [
        Case(name, format.key, ("nl", "ar", "uk")[turn % 3], "print" if format.unit == "mm" else "screen")
        for turn, (name, format) in enumerate(boards[::3])
    ]


def pixels(found):
    """Return the width and height that a poster is drawn in."""
    format = FORMATS[found.scene.sheet.format.key]
    width = SHORT_SIDE if format.width <= format.height else round(SHORT_SIDE * format.width / format.height)
    return width, round(width * format.height / format.width)


def as_png(found):
    return drawn(found, pixels(found)[0])


def as_web(found):
    condition = kit().print.condition
    return page_pixels(paint_web(found.scene, pictures=files(), condition=condition, date=DATE), *pixels(found))


def as_print(found):
    """Return the trim of the file for the press."""
    data = paint_print(found.scene, pictures=files(), condition=kit().print.condition, date=DATE)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.pages[0].obj.MediaBox = pdf.pages[0].obj.TrimBox
        del pdf.pages[0].obj.BleedBox
        trimmed = io.BytesIO()
        pdf.save(trimmed)
    return page_pixels(trimmed.getvalue(), *pixels(found))


def as_svg(found):
    """Return the preview as resvg draws it, every picture's address the picture itself."""
    svg = live_svg(found, _whole)
    width, height = pixels(found)
    sized = svg.replace("<svg ", f'<svg width="{width}" height="{height}" preserveAspectRatio="none" ', 1)
    drawn = Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=sized)))).convert("RGBA")
    paper = Image.new("RGBA", drawn.size, "white")
    paper.alpha_composite(drawn)
    return np.asarray(paper.convert("RGB"))


def _whole(picture):
    source = picture.source
    all_of_it = Crop(x=0, y=0, width=source.width, height=source.height)
    proof = files().proof_master(replace(picture, crop=all_of_it, box=Rect(0, 0, source.width, source.height)), 72)
    image = Image.open(io.BytesIO(proof.data)).convert("RGB")
    if proof.alpha:
        image.putalpha(Image.frombytes("L", image.size, proof.alpha))
    return "data:image/png;base64," + base64.b64encode(encoded(image, "PNG", compress_level=1)).decode()


def difference(one, other):
    """Return the mean difference and the share of pixels that are far off."""
    apart = np.abs(one.astype(int) - other)
    return apart.mean(), (apart.max(axis=2) > FAR).mean()


def disagreeing(case, given=None):
    """Return each way of showing a poster that is too far from the PNG, with how far."""
    found = judged(case, given) if given else poster(case)
    wanted = as_png(found)
    others = (
        [(as_svg, SCREEN)] if case.destination == "screen" else [(as_web, SCREEN), (as_svg, SCREEN), (as_print, PRESS)]
    )
    told = {show.__name__: (*difference(show(found), wanted), limits) for show, limits in others}
    return {name: (apart, far) for name, (apart, far, (mean, share)) in told.items() if apart > mean or far > share}


@pytest.mark.parametrize("case", drawings(), ids=str)
def test_all_show_the_same(case):
    """On paper and on screens, left to right and right to left."""
    assert disagreeing(case) == {}


@pytest.mark.parametrize("name", templates_with("photo"))
def test_all_show_the_same_photo(name):
    """The crop, the mask, the treatment and the scrim are the same."""
    case = Case(name, "a4", "fr", "print")
    assert disagreeing(case, with_photo(content(name, "fr"), slots=slots_for(name, "photo"))) == {}


@pytest.mark.parametrize("name", ["portret", "trots"])
def test_all_show_the_same_corner_of_a_photo(name):
    """Far from the middle and close up."""
    given = with_photo(content(name, "nl"))
    photos = {key: replace(photo, focus=(0.97, 0.04), zoom=4.0) for key, photo in given.photos.items()}
    assert disagreeing(Case(name, "a5", "nl", "print"), replace(given, photos=photos)) == {}


def test_all_show_the_same_logo():
    """Its gradients, clips, groups and lines are drawn alike by every painter: compared is the logo's box alone."""
    files().logo(RICH_LOGO.encode(), "rich.svg")
    found = judged(Case("vacature", "a5", "nl", "print"), with_logo(content("vacature", "nl"), "rich.svg"))
    box = next(mark.box for mark in found.scene.marks if mark.kind == "logo")
    scale = pixels(found)[0] / found.scene.sheet.trim.width
    left, top, right, bottom = (round(edge * scale) for edge in (box.x, box.y, box.right, box.bottom))
    wanted = as_png(found)[top:bottom, left:right]

    assert files().logos["rich.svg"].drawing is not None
    assert wanted.std() > 40
    for show in (as_web, as_svg):
        apart, far = difference(show(found)[top:bottom, left:right], wanted)
        assert apart <= 4, show.__name__
        assert far <= 0.02, show.__name__


@pytest.mark.slow
@pytest.mark.parametrize("case", going(["print"], everything()), ids=str)
def test_all_show_the_same_of_every_poster(case):
    """The same for every template, format and language."""
    assert disagreeing(case) == {}


def test_the_measure_finds_a_difference():
    """Another heading is more than the measure allows."""
    case = Case("infodag", "a3", "nl", "print")
    given = content(case.template, case.language)
    other = judged(case, replace(given, texts={**given.texts, "title": Text(text="Kom kijken.")}))

    assert difference(as_png(poster(case)), as_svg(other))[1] > SCREEN[1]
