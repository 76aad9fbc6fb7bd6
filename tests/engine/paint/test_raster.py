"""Pictures of the twin: size, profile, colours, and where paint lies."""

import io
import struct
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
from pdfium_pages import page_pixels
from PIL import Image
from reading import MADE, svg_pixels, twin_pixels, webbed
from scenes import (
    BLACK,
    BLUE,
    RED,
    WHITE,
    area,
    artifact,
    condition,
    make_scene,
    picture,
    runs,
    sampler,
    tagged,
)

from app.engine.color import SRGB_PROFILE, Cmyk
from app.engine.geometry import IDENTITY, Matrix, Path, Point, Rect
from app.engine.paint import SCREEN_PPI, paint_jpeg, paint_png, pixel_size, raster
from app.engine.paint.png import write_png
from app.engine.scene import ClipBegin, ClipEnd, Fill, GroupBegin, GroupEnd, Stroke
from app.engine.sheet import FORMATS

PX = 210 / 1080 / 25.4 * 72
"""One px of a pixel format, in pt."""

LETTERS = {"R": RED, "B": BLUE, "K": BLACK, "W": WHITE}


def png(scene, ppi=100.0):
    return paint_png(scene, pictures=MADE, condition=condition(), ppi=ppi)


def loaded(data):
    return Image.open(io.BytesIO(data))


def box(x, y, width, height):
    """Return a box given in px of a pixel format."""
    return Rect(x * PX, y * PX, width * PX, height * PX)


def grid(scene, columns, rows):
    """Return a pixel format's top left corner as letters, one a square of 40 px."""
    pixels = twin_pixels(scene, 1080, 1080)
    names = {tuple(ink.srgb): letter for letter, ink in LETTERS.items()}
    return [
        "".join(names.get(tuple(pixels[40 * row + 20, 40 * column + 20].tolist()), "?") for column in range(columns))
        for row in range(rows)
    ]


@pytest.mark.parametrize(
    ("format", "ppi", "expected"),
    [
        ("square", 0, (1080, 1080, SCREEN_PPI)),
        ("uhd", 300, (3840, 2160, SCREEN_PPI)),
        ("a3", 300, (3508, 4961, 300)),
        ("a6-landscape", 150, (874, 620, 150)),
    ],
)
def test_sizes_in_px(format, ppi, expected):
    """Pixel formats have their own size; mm become the nearest whole px."""
    size = pixel_size(FORMATS[format], ppi)

    assert (size.width, size.height, size.ppi) == expected


def test_png_has_size_profile_and_density_and_nothing_else():
    """Chunks of the file, one by one."""
    data = png(make_scene(*artifact(area(box(0, 0, 99, 99), RED)), format="a6"), 150)
    chunks, at = [], 8
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", data, at + 8 + length)[0] == zlib.crc32(kind + body)
        chunks.append(kind)
        at += 12 + length

    assert list(dict.fromkeys(chunks)) == [b"IHDR", b"iCCP", b"pHYs", b"IDAT", b"IEND"]
    image = loaded(data)
    assert (image.size, image.mode, image.info["icc_profile"]) == ((620, 874), "RGB", SRGB_PROFILE)
    assert image.info["dpi"] == pytest.approx((150, 150), abs=0.02)


@pytest.mark.parametrize("rows", [1, 7, 64, 200])
def test_png_holds_the_very_pixels(rows):
    """Pillow reads back what was written, however it was cut into bands."""
    noise = np.random.default_rng(7).integers(0, 256, (150, 91, 3)).astype(np.uint8)
    noise[40:90] = noise[40]
    noise[90:120, :] = np.arange(91, dtype=np.uint8)[None, :, None]
    bands = (noise[top : top + rows] for top in range(0, len(noise), rows))
    data = write_png(bands, width=91, height=150, ppi=72, profile=SRGB_PROFILE)

    assert (np.asarray(loaded(data)) == noise).all()


def test_flat_pictures_become_small():
    """A poster of flat colour at 300 px to the inch takes a few kB, not megabytes."""
    assert len(png(make_scene(*artifact(area(Rect(-9, -9, 900, 900), RED)), format="a4"), 300)) < 150_000


def test_jpeg_has_size_profile_and_density():
    """Same raster, other codec: full colour resolution, no metadata."""
    data = paint_jpeg(make_scene(format="a6"), pictures=MADE, condition=condition(), ppi=150)
    image = loaded(data)

    assert (image.format, image.size, image.info["dpi"]) == ("JPEG", (620, 874), (150, 150))
    assert image.info["icc_profile"] == SRGB_PROFILE
    assert [sampling[1:3] for sampling in image.layer] == [(1, 1)] * 3
    assert not image.getexif()


def test_jpeg_and_png_show_the_same():
    """Lossy packing moves no colour by more than a little."""
    scene = sampler("a6")
    jpeg = np.asarray(loaded(paint_jpeg(scene, pictures=MADE, condition=condition(), ppi=100))).astype(int)

    assert np.abs(jpeg - np.asarray(loaded(png(scene)))).mean() < 2


def test_a_jpeg_that_would_be_too_heavy_gives_up_quality():
    """Only as much as it must, and never more than stays good to look at."""
    scene = sampler("a6")

    def weight(most_bytes):
        return len(paint_jpeg(scene, pictures=MADE, condition=condition(), ppi=100, most_bytes=most_bytes))

    free = weight(None)
    assert weight(free) == free
    assert free > weight(free - 1) <= free - 1
    assert weight(1) == weight(2) > 1000


def test_bands_join_without_a_seam(monkeypatch):
    """A sheet that is drawn a few rows at a time looks as if drawn at once, to within 1 of 255."""
    scene = sampler("a6")
    whole = twin_pixels(scene, 413, 583).astype(int)
    monkeypatch.setattr(raster, "_DRAWN_BYTES", 3 * 413 * 50)
    monkeypatch.setattr(raster, "_BAND_BYTES", 3 * 413 * 20)
    banded = twin_pixels(scene, 413, 583)

    assert np.abs(whole - banded).max() <= 1


def test_threads_take_turns_in_pdfium():
    """Many pictures at once come out as one at a time."""
    scene = sampler("a6")
    first = png(scene)
    with ThreadPoolExecutor(6) as pool:
        assert all(data == first for data in pool.map(png, [scene] * 12))


def test_flat_colours_are_the_proofs_own():
    """A palette colour is shown by the very sRGB of its proof."""
    scene = make_scene(*artifact(area(box(0, 0, 80, 40), RED), area(box(80, 0, 40, 40), BLUE)), format="square")

    assert grid(scene, 4, 2) == ["RRBW", "WWWW"]


def test_even_odd_leaves_a_hole():
    """Two rings in one path: the rule decides about the middle."""
    rings = Path.rect(box(0, 0, 120, 120)) + Path.rect(box(40, 40, 40, 40))

    def shown(rule):
        return grid(make_scene(*artifact(Fill(path=rings, paint=RED, rule=rule)), format="square"), 4, 3)

    assert shown("nonzero") == ["RRRW", "RRRW", "RRRW"]
    assert shown("evenodd") == ["RRRW", "RWRW", "RRRW"]


def test_clips_cut_and_end():
    """What follows a clip is whole again; clips within clips cut twice."""
    scene = make_scene(
        *artifact(
            ClipBegin(path=Path.rect(box(0, 0, 80, 80))),
            ClipBegin(path=Path.rect(box(40, 0, 200, 200))),
            area(box(0, 0, 160, 160), RED),
            ClipEnd(),
            ClipEnd(),
            area(box(120, 40, 40, 40), BLUE),
        ),
        format="square",
    )

    assert grid(scene, 4, 3) == ["WRWW", "WRWB", "WWWW"]


def test_an_even_odd_clip_spares_its_hole():
    """A mask with a hole shows nothing inside the hole."""
    rings = Path.rect(box(0, 0, 120, 120)) + Path.rect(box(40, 40, 40, 40))
    clip = ClipBegin(path=rings, rule="evenodd")
    scene = make_scene(*artifact(clip, area(box(0, 0, 200, 200), RED), ClipEnd()), format="square")

    assert grid(scene, 4, 3) == ["RRRW", "RWRW", "RRRW"]


def test_an_empty_clip_hides_all():
    """A mask without any outline shows nothing."""
    scene = make_scene(*artifact(ClipBegin(path=Path(())), area(box(0, 0, 99, 99), RED), ClipEnd()), format="square")

    assert grid(scene, 2, 2) == ["WW", "WW"]


def seen_through(ink, opacity):
    """Return how an ink of some opacity looks on white paper: as the press mixes them."""
    return condition().proof(Cmyk(*(share * opacity for share in ink.cmyk)))


def test_a_group_fades_as_one():
    """Where two areas of a group overlap, the lower one does not shine through the upper."""
    group = GroupBegin(opacity=0.5, box=box(0, 0, 200, 200))
    scene = make_scene(
        *artifact(group, area(box(0, 0, 80, 40), RED), area(box(40, 0, 80, 40), BLUE), GroupEnd()), format="square"
    )
    pixels = twin_pixels(scene, 1080, 1080).astype(int)

    for x, ink in ((20, RED), (60, BLUE), (100, BLUE)):
        assert pixels[20, x] == pytest.approx(seen_through(ink, 0.5), abs=2)


def test_opacity_lets_the_ground_through():
    """A quarter of a colour over white looks as a quarter of its inks does in print."""
    pixels = twin_pixels(make_scene(*artifact(area(box(0, 0, 99, 99), RED, 0.25)), format="square"), 1080, 1080)

    assert pixels[20, 20].astype(int) == pytest.approx(seen_through(RED, 0.25), abs=2)


def test_opacity_ends_with_its_item():
    """What is painted afterwards is solid again."""
    scene = make_scene(*artifact(area(box(0, 0, 40, 40), RED, 0.25), area(box(40, 0, 40, 40), RED)), format="square")

    assert grid(scene, 3, 1) == ["?RW"]


def test_a_pen_is_bent_by_its_matrix():
    """A square drawn with a matrix that widens it has thick uprights and thin beams."""
    pen = Stroke(
        path=Path.rect(Rect(0, 0, 10, 10)), paint=RED, width=2, matrix=Matrix(20 * PX, 0, 0, 4 * PX, 40 * PX, 40 * PX)
    )
    pixels = twin_pixels(make_scene(*artifact(pen), format="square"), 1080, 1080)
    red = (pixels == np.array(RED.srgb)).all(axis=2)

    assert red[60].sum() == pytest.approx(2 * 2 * 20, abs=3)
    assert red[:, 140].sum() == pytest.approx(2 * 2 * 4, abs=3)


def test_dashes_follow_the_pen():
    """Dashes are lengths of the path's own space."""
    line = Path((("M", (0.0, 0.0)), ("L", (10.0, 0.0))))
    pen = Stroke(path=line, paint=RED, width=4, matrix=Matrix(20 * PX, 0, 0, 20 * PX, 0, 20 * PX), dashes=(2, 2))

    assert grid(make_scene(*artifact(pen), format="square"), 6, 1) == ["RWRWRW"]


def test_round_and_square_caps_reach_past_the_end():
    """A butt ends where the line ends, a square goes on by half the width."""
    line = Path((("M", (0.0, 20 * PX)), ("L", (60 * PX, 20 * PX))))

    def reach(cap):
        pen = Stroke(path=line, paint=RED, width=40 * PX, matrix=IDENTITY, cap=cap)
        pixels = twin_pixels(make_scene(*artifact(pen), format="square"), 1080, 1080)
        return [(pixels[y, :200] == np.array(RED.srgb)).all(axis=1).sum() for y in (20, 2)]

    assert reach("butt") == pytest.approx([60, 60], abs=1)
    assert reach("square") == pytest.approx([80, 80], abs=1)
    assert reach("round")[0] == pytest.approx(80, abs=1)
    assert reach("round")[1] < 74


def test_a_picture_stands_upright_in_its_box():
    """Left to right and top to bottom as stored, whatever way a page's axes point."""
    shown = picture(box(100, 50, 600, 400))
    pixels = twin_pixels(make_scene(*artifact(shown), format="square"), 1080, 1080).astype(int)
    expected = np.asarray(loaded(MADE.proof_master(shown, 1e9).data)).astype(int)

    for x, y in ((10, 10), (590, 10), (10, 390), (300, 200)):
        assert pixels[50 + y, 100 + x] == pytest.approx(expected[y, x], abs=6)


def test_coverage_shows_the_ground():
    """A picture that fades to nothing at the left shows white there."""
    shown = picture(box(0, 0, 600, 400), alpha=True)
    pixels = twin_pixels(make_scene(*artifact(shown), format="square"), 1080, 1080).astype(int)
    master = MADE.print_master(shown)
    inks = Image.open(io.BytesIO(master.data)).getpixel((master.width // 2, master.height // 2))

    assert pixels[200, 2] == pytest.approx([255, 255, 255], abs=4)
    assert pixels[200, 300] == pytest.approx(condition().proof(Cmyk(*(level / 510 for level in inks))), abs=6)


def test_pictures_of_the_twin_are_no_denser_than_the_raster():
    """More pixels would cost time and show nowhere."""
    asked = []

    class Asked(type(MADE)):
        def proof_master(self, picture, ppi):
            asked.append(ppi)
            return super().proof_master(picture, ppi)

    paint_png(
        make_scene(*artifact(picture(Rect(0, 0, 90, 60))), format="a6"),
        pictures=Asked(),
        condition=condition(),
        ppi=150,
    )

    assert asked == [pytest.approx(150, rel=0.01)]


def test_raster_web_page_and_preview_agree():
    """Two renderers, three files: the mean difference stays below 2 of 255, and few edges differ visibly.

    The measure is the largest difference of a pixel's three channels. The preview mixes light where something
    see-through lies over a photo, so that it is compared with nothing see-through.
    """
    scene = sampler("square")
    solid = replace(scene, items=tuple(map(_opaque, scene.items)))

    for other, shown in ((page_pixels(webbed(scene), 700, 700), scene), (svg_pixels(solid, 700, 700), solid)):
        difference = np.abs(twin_pixels(shown, 700, 700).astype(int) - other).max(axis=2)
        assert difference.mean() < 2
        assert (difference > 40).mean() < 0.01


def _opaque(item):
    return replace(item, opacity=1.0) if isinstance(item, Fill | Stroke | GroupBegin) else item


def test_type_is_where_the_scene_says():
    """The ink of a capital stands on the base line and begins at the pen."""
    scene = make_scene(
        *tagged(*runs("H", at=Point(100 * PX, 400 * PX), size=200 * PX, weight="900Black")), format="square"
    )
    dark = twin_pixels(scene, 1080, 1080).min(axis=2) < 128
    rows, columns = np.where(dark.any(axis=1))[0], np.where(dark.any(axis=0))[0]

    assert rows[-1] == pytest.approx(399, abs=1)
    assert rows[0] == pytest.approx(400 - 200 * 0.7, abs=2)
    assert 100 <= columns[0] < 120
