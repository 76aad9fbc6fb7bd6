"""The file for a print shop, read back."""

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from pathlib import Path as File

import numpy as np
import pikepdf
import pytest
from PIL import Image
from reading import MADE, opened, operands_of, operators, printed
from scenes import BLACK, DATE, RED, WHITE, area, artifact, condition, make_scene, picture, runs, sampler, tagged

from app.engine.geometry import IDENTITY, Matrix, Path, Point, Rect
from app.engine.paint import paint_print
from app.engine.scene import Fill, GroupBegin, GroupEnd, Stroke
from app.engine.units import MM

BOX = Rect(0, 0, 100, 100)


def boxes_mm(data: bytes) -> dict[str, list[float]]:
    page = opened(data).pages[0].obj
    return {
        name: [round(float(value) / MM, 2) for value in page[f"/{name}"]]
        for name in ("MediaBox", "BleedBox", "TrimBox")
    }


def test_the_page_is_the_trim_with_its_bleed():
    """Without marks the medium ends where the bleed ends."""
    assert boxes_mm(printed(make_scene(format="a3"))) == {
        "MediaBox": [0, 0, 303, 426],
        "BleedBox": [0, 0, 303, 426],
        "TrimBox": [3, 3, 300, 423],
    }


def test_marks_stand_in_a_slug_outside_the_bleed():
    """Crop marks widen the medium, keep clear of the bleed and print on every plate."""
    data = printed(make_scene(*artifact(area(BOX, RED)), format="a3"), marks=True)

    assert boxes_mm(data) == {
        "MediaBox": [0, 0, 317, 440],
        "BleedBox": [7, 7, 310, 433],
        "TrimBox": [10, 10, 307, 430],
    }
    names = [operator for operator, _ in operators(data)]
    marks = operators(data)[names.index("SCN") :]
    ends = [tuple(xy) for operator, xy in marks if operator in ("m", "l")]
    bleed = Rect(0, 0, 297 * MM, 420 * MM).grown(3 * MM)
    assert len(ends) == 16
    assert all(x < bleed.x or x > bleed.right or y < bleed.y or y > bleed.bottom for x, y in ends)
    space = opened(data).pages[0].Resources.ColorSpace.All
    assert (space[0], space[1]) == ("/Separation", "/All")


def test_nothing_is_painted_beyond_the_bleed():
    """Art that overshoots the bleed is cut there, so that the slug stays clean."""
    assert operators(printed(make_scene()))[:9] == [
        ("q", []),
        ("cm", [1, 0, 0, -1, pytest.approx(8.5039), pytest.approx(850.3937)]),
        ("q", []),
        ("m", [-8.504, -8.504]),
        ("l", [603.78, -8.504]),
        ("l", [603.78, 850.394]),
        ("l", [-8.504, 850.394]),
        ("h", []),
        ("W", []),
    ]


def test_brand_colours_are_exact_cmyk_numbers():
    """Fills, strokes and type carry the very numbers of the palette."""
    line = Stroke(path=Path.rect(BOX), paint=RED, width=2, matrix=IDENTITY)
    scene = make_scene(*artifact(area(BOX, RED), line), *tagged(*runs("Hart", at=Point(10, 50), color=RED)))
    data = printed(scene)

    assert operands_of(data, "k") == [[0, 0.91, 0.76, 0.06]]
    assert operands_of(data, "K") == [[0, 0.91, 0.76, 0.06]]
    assert not {"rg", "RG", "g", "G"} & {operator for operator, _ in operators(data)}


def settings_at_text(color, size):
    """Return the graphics parameters that are set right before type is shown."""
    data = printed(make_scene(*tagged(*runs("Hart", at=Point(10, 50), color=color, size=size))))
    states = opened(data).pages[0].Resources.get("/ExtGState", {})
    return [dict(states[str(name)]) for (name,) in operands_of(data, "gs")]


def test_small_black_type_overprints():
    """Black type of text size overprints, so that no white edge shows out of register."""
    (settings,) = settings_at_text(BLACK, 9)

    assert (settings["/op"], settings["/OP"], settings["/OPM"]) == (True, True, 1)


@pytest.mark.parametrize(("color", "size"), [(WHITE, 9), (RED, 9), (BLACK, 60)], ids=["white", "red", "large"])
def test_other_type_knocks_out(color, size):
    """White would vanish if it overprinted, colours would change, large black would show what is below."""
    assert settings_at_text(color, size) == []


def test_turned_type_overprints_by_its_true_size():
    """The size after turning and scaling decides."""
    large = runs("Hart", at=Point(10, 50), size=9, matrix=Matrix.scaling(6))

    assert operands_of(printed(make_scene(*tagged(*large))), "gs") == []


def test_the_output_intent_is_the_condition():
    """One PDF/X intent with the condition's own profile."""
    (intent,) = opened(printed(make_scene())).Root.OutputIntents

    assert (intent.S, str(intent.OutputConditionIdentifier)) == ("/GTS_PDFX", "FOGRA39")
    assert intent.DestOutputProfile.read_bytes() == condition().icc
    assert intent.DestOutputProfile.N == 4


def test_what_the_file_says_of_itself_agrees():
    """XMP and Info tell the same title and dates, and name both standards."""
    pdf = opened(printed(make_scene(title="Warm & <hart>")))
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        told = {name: str(xmp[name]) for name in ("dc:title", "xmp:CreateDate", "xmp:ModifyDate", "pdf:Trapped")}
        standards = (xmp["pdfxid:GTS_PDFXVersion"], xmp["pdfuaid:part"])

    assert told == {
        "dc:title": "Warm & <hart>",
        "xmp:CreateDate": "2027-03-01T00:00:00Z",
        "xmp:ModifyDate": "2027-03-01T00:00:00Z",
        "pdf:Trapped": "False",
    }
    assert standards == ("PDF/X-4", "1")
    info = pdf.trailer.Info
    assert (str(info.Title), str(info.CreationDate), info.Trapped) == ("Warm & <hart>", "D:20270301000000Z", "/False")
    assert "/Filter" not in pdf.Root.Metadata


def test_a_title_of_several_lines_becomes_one():
    """XML allows no control characters, and readers show a title on one line."""
    pdf = opened(printed(make_scene(title="Warm\nhart\x0c,  vast ")))

    assert str(pdf.trailer.Info.Title) == "Warm hart , vast"
    assert b">Warm hart , vast</rdf:li>" in pdf.Root.Metadata.read_bytes()


def test_the_page_blends_in_cmyk_and_turns_over_plainly():
    """Transparency is mixed in the space of the press; page transitions are not allowed."""
    page = opened(printed(make_scene())).pages[0].obj

    assert (page.Group.S, page.Group.CS, page.Group.I) == ("/Transparency", "/DeviceCMYK", True)
    assert "/Trans" not in page
    assert "/Annots" not in page


def test_links_of_a_print_are_not_live():
    """PDF/X-4 allows no annotation within the bleed."""
    scene = make_scene(*tagged(*runs("example.be", at=Point(10, 50)), link="https://example.be"))

    assert "/Annots" not in opened(printed(scene)).pages[0].obj


def test_a_picture_is_cmyk_as_adobe_stores_it():
    """The JPEG is embedded as it came, with its counting of paper turned into one of ink."""
    shown = picture(Rect(0, 0, 300, 200))
    data = printed(make_scene(*tagged(shown, role="Figure", alt="Foto", box=shown.box)))
    image = opened(data).pages[0].Resources.XObject.I1

    assert (image.ColorSpace, list(image.Decode)) == ("/DeviceCMYK", [1, 0] * 4)
    assert image.read_raw_bytes() == MADE.print_master(shown).data
    assert (operands_of(data, "cm")[-1]) == [300, 0, 0, -200, 0, 200]


def test_a_picture_that_is_used_twice_is_embedded_once():
    """The same crop in the same box is one object."""
    shown = picture(Rect(0, 0, 300, 200))
    pdf = opened(printed(make_scene(*artifact(shown, shown))))

    assert sum(1 for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image") == 1


def test_coverage_becomes_a_soft_mask():
    """A picture with see-through parts carries them as 8-bit grey of the same size."""
    shown = picture(Rect(0, 0, 300, 200), alpha=True)
    image = opened(printed(make_scene(*artifact(shown)))).pages[0].Resources.XObject.I1
    mask = image.SMask

    assert (mask.ColorSpace, mask.BitsPerComponent) == ("/DeviceGray", 8)
    assert (mask.Width, mask.Height) == (image.Width, image.Height)
    assert mask.read_bytes() == MADE.print_master(shown).alpha


def test_the_same_scene_gives_the_same_bytes():
    """Once more, and from many threads at once, nothing differs."""
    scene = sampler("a4")
    first = printed(scene)
    with ThreadPoolExecutor(8) as pool:
        again = list(pool.map(printed, [scene] * 16))

    assert all(other == first for other in again)


def test_the_same_scene_gives_the_same_bytes_in_another_process():
    """Neither the order of sets nor the hour of the start leaves a trace."""
    script = "import sys, hashlib; from reading import printed, webbed; from scenes import sampler; s = sampler('a5');"
    script += "print(hashlib.sha256(printed(s) + webbed(s)).hexdigest())"
    here = File(__file__).parent
    environment = {"PYTHONPATH": f"{here}:{here.parents[2]}"}

    def digest(seed: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", script],
            env={**environment, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    assert digest("1") == digest("2")


def identity(data: bytes) -> bytes:
    return bytes(opened(data).trailer.ID[0])


def test_the_date_decides_dates_and_identity():
    """Another day is another file; the same moment in another time zone is not."""

    def on(date: datetime) -> bytes:
        return paint_print(make_scene(), pictures=MADE, condition=condition(), date=date)

    later = DATE + timedelta(days=1)
    assert identity(on(later)) != identity(on(DATE))
    assert on(DATE.astimezone(timezone(timedelta(hours=2)))) == on(DATE)


def test_a_date_without_a_time_zone_is_refused():
    """What hour it is must not depend on the machine."""
    with pytest.raises(ValueError, match="time zone"):
        paint_print(make_scene(), pictures=MADE, condition=condition(), date=datetime(2027, 3, 1))


def test_other_text_is_another_file():
    """The identity follows the content, too."""
    one, other = (make_scene(*tagged(*runs(text, at=Point(9, 9)))) for text in ("Hart", "Hand"))

    assert identity(printed(one)) != identity(printed(other))


def test_pictures_stay_within_the_ink_limit():
    """The decoded JPEG never asks for more ink than the condition takes."""
    shown = picture(Rect(0, 0, 300, 200))
    image = opened(printed(make_scene(*artifact(shown)))).pages[0].Resources.XObject.I1
    paper = np.asarray(Image.open(io.BytesIO(image.read_raw_bytes())))

    # Pillow has already undone Adobe's inversion.
    assert (paper.astype(int).sum(axis=2) / 2.55).max() <= condition().ink_limit


def test_groups_become_transparency_groups():
    """A group is mixed by itself, in the space of the press, and shown with one opacity."""
    group = GroupBegin(opacity=0.5, box=BOX)
    data = printed(make_scene(*artifact(group, area(BOX, RED), area(BOX, BLACK), GroupEnd())))
    resources = opened(data).pages[0].Resources
    form = resources.XObject.X1

    assert (form.Group.S, form.Group.CS) == ("/Transparency", "/DeviceCMYK")
    assert [float(value) for value in form.BBox] == [0, 0, 100, 100]
    assert [float(state.ca) for state in resources.ExtGState.values()] == [0.5]


def test_no_trace_of_a_picture_but_its_pixels():
    """Neither camera, place nor author reaches the file."""
    data = printed(sampler("a5"))

    assert not [word for word in (b"Exif", b"GPS", b"Photoshop", b"ReportLab Europe") if word in data]


@pytest.mark.parametrize(
    "items",
    [
        pytest.param(lambda: artifact(area(BOX, RED))[:-1], id="artifact without an end"),
        pytest.param(lambda: artifact(area(BOX, RED))[1:], id="end without a beginning"),
        pytest.param(lambda: artifact(*artifact()), id="artifact in an artifact"),
        pytest.param(lambda: (area(BOX, RED),), id="neither tagged nor an artifact"),
    ],
)
def test_a_scene_that_is_broken_is_refused(items):
    """A painter never guesses what a scene may have meant."""
    with pytest.raises(ValueError, match=r"Artifact|Fill|NoneType"):
        printed(make_scene(*items()))


def test_what_has_no_extent_leaves_no_operator():
    """Empty outlines, pens without width and matrices without area paint nothing."""
    flat = Stroke(path=Path.rect(BOX), paint=RED, width=2, matrix=Matrix(1, 0, 0, 0, 0, 0))
    thin = Stroke(path=Path.rect(BOX), paint=RED, width=0, matrix=IDENTITY)
    empty = Fill(path=Path(()), paint=RED)

    assert not operands_of(printed(make_scene(*artifact(flat, thin, empty))), "S")
    assert not operands_of(printed(make_scene(*artifact(flat, thin, empty))), "f")


def test_an_overlay_is_painted_last():
    """The watermark of a proof lies on top of everything."""
    data = printed(make_scene(*artifact(area(BOX, RED))), overlay=artifact(area(BOX, BLACK)))

    assert operands_of(data, "k") == [[0, 0.91, 0.76, 0.06], [0, 0, 0, 1]]
