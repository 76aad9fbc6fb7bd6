"""JPEG files by strips: to every reader the same picture as one that was written in one piece."""

import io

import numpy as np
import pypdfium2
import pytest
from photo_files import noise, opened
from PIL import Image

from app.engine.photo.strips import StripedJpeg, jpeg_pixels, rows_of, write_jpeg

# Just enough for several strips; neither side a multiple of anything.
SIZE = (1003, 1607)


def picture(mode="CMYK", size=SIZE):
    soft = noise((40, 60)).resize(size, Image.Resampling.BICUBIC)
    return soft.convert(mode)


def written(image, **options):
    return write_jpeg(rows_of(image), image.size, **options or {"quality": 90})


def in_one_piece(image, **options):
    file = io.BytesIO()
    image.save(file, "JPEG", subsampling=0, **options or {"quality": 90})
    return file.getvalue()


def in_pdfium(jpeg, image):
    """Return the picture as PDFium draws it, pixel by pixel."""
    width, height = image.size
    with pypdfium2.PdfDocument.new() as document:
        page = document.new_page(width, height)
        placed = pypdfium2.PdfImage.new(document)
        placed.load_jpeg(io.BytesIO(jpeg), autoclose=True)
        placed.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
        page.insert_obj(placed)
        page.gen_content()
        return np.array(page.render().to_numpy())


@pytest.mark.parametrize("mode", ["CMYK", "RGB"])
@pytest.mark.parametrize("size", [SIZE, (1000, 1536), (640, 1152), (20_000, 70), (90, 17)])
def test_strips_hold_the_pixels_of_one_piece(mode, size):
    """Whatever its size, a picture that was joined from strips decodes to the same pixels as an undivided one."""
    image = picture(mode, size)

    assert np.array_equal(opened(written(image)), opened(in_one_piece(image)))


@pytest.mark.parametrize("mode", ["CMYK", "RGB"])
def test_pdfium_sees_one_picture(mode):
    """The program that makes pictures of posters draws strips as it draws one piece."""
    image = picture(mode)

    assert np.array_equal(in_pdfium(written(image), image), in_pdfium(in_one_piece(image), image))


def test_the_tables_of_a_print_master_serve_all_strips():
    """Quantisation that is given by hand is that of every strip."""
    image, steps = picture(), {"qtables": [[6] * 64]}

    assert np.array_equal(opened(written(image, **steps)), opened(in_one_piece(image, **steps)))


def test_markers_weigh_next_to_nothing():
    """A file of strips is no more than a few bytes a row of blocks heavier."""
    image = picture()

    assert len(written(image)) - len(in_one_piece(image)) < 8 * SIZE[1] / 8 + 100


@pytest.mark.parametrize(
    "box", [(0, 0, *SIZE), (0, 64, 1003, 128), (17, 63, 900, 65), (5, 1599, 6, 1607), (0, 1, 1, 2)]
)
def test_any_part_can_be_decoded_by_itself(box):
    """A part is what a crop of the whole would be."""
    data = written(picture("RGB"))

    assert np.array_equal(StripedJpeg.of(data).part(*box), opened(data).crop(box))


@pytest.mark.parametrize("size", [SIZE, (1000, 1536), (90, 17), (64, 64), (64, 65)])
def test_the_whole_is_decoded_by_two(size):
    """Two threads decode what one would."""
    data = written(picture("RGB", size))

    assert StripedJpeg.of(data)
    assert np.array_equal(jpeg_pixels(data), opened(data))


@pytest.mark.parametrize("options", [{"subsampling": 2, "restart_marker_rows": 1}, {"restart_marker_rows": 2}, {}])
def test_other_files_are_decoded_in_one_go(options):
    """Files that cannot be cut, such as photos taken in by an earlier version, are read all the same."""
    file = io.BytesIO()
    picture("RGB").save(file, "JPEG", **options)
    data = file.getvalue()

    assert StripedJpeg.of(data) is None
    assert np.array_equal(jpeg_pixels(data), opened(data))


def test_a_picture_that_is_no_jpeg_has_no_strips():
    """Transparent photos are kept as PNG."""
    file = io.BytesIO()
    picture("RGB", (90, 90)).save(file, "PNG")

    assert StripedJpeg.of(file.getvalue()) is None


def test_the_same_picture_gives_the_same_bytes():
    """Whichever thread is the first, strips are joined in their order."""
    image = picture()

    assert len({written(image) for _ in range(5)}) == 1
