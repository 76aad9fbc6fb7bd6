"""What painters embed: the right part, dense enough, in the right colours, within the ink limit."""

import numpy as np
import pytest
from photo_files import BLUE, FOGRA39, GREEN, RED, YELLOW, corners, encoded, farthest, noise, opened, quarters
from PIL import Image

from app.engine.color import Cmyk, Ink, PrintCondition, Rgb
from app.engine.geometry import Size
from app.engine.photo import Crop, Treatment, crop_for, print_master, proof_jpeg, proof_master, take_in

CONDITION = PrintCondition(icc=FOGRA39, identifier="FOGRA39", ink_limit=300)


def ink(*cmyk):
    inks = Cmyk(*cmyk)
    return Ink(cmyk=inks, srgb=CONDITION.proof(inks))


DUOTONE = Treatment(kind="duotone", dark=ink(1, 0.8, 0.2, 0.6), light=ink(0, 0.1, 0.9, 0))


def taken(picture, format="PNG"):
    return take_in(encoded(picture, format), cmyk_profile=FOGRA39)


def whole(photo):
    return Crop(x=0, y=0, width=photo.source.width, height=photo.source.height)


PLAIN = Treatment()


def print_of(picture, treatment=PLAIN, ppi=300.0):
    """Return the print master of a whole picture at one px a point."""
    photo = taken(picture)
    frame = Size(photo.source.width, photo.source.height)
    return print_master(photo.stored, whole(photo), frame, ppi=ppi, condition=CONDITION, treatment=treatment)


def coverage(master):
    """Return the ink of each pixel in per cent; Pillow turns Adobe's inverted CMYK the right way round."""
    return np.asarray(opened(master.data)).astype(int).sum(axis=-1) / 2.55


def checkers(size, cell):
    """Return black and white squares, which ring most."""
    board = (np.indices((size, size)) // cell).sum(axis=0) % 2 * 255
    return Image.fromarray(np.repeat(board[..., None], 3, axis=-1).astype(np.uint8), "RGB")


def primaries():
    """Return pure colours and black side by side, hard edges between."""
    colors = [(r, g, b) for r in (0, 255) for g in (0, 255) for b in (0, 255)]
    picture = Image.new("RGB", (160, 80))
    for number, color in enumerate(colors * 4):
        picture.paste(color, (number % 16 * 10, number // 16 * 40, number % 16 * 10 + 10, number // 16 * 40 + 40))
    return picture


def dark_ramps():
    """Return every saturated dark in smooth steps."""
    x = np.linspace(0, 70, 200)
    return Image.fromarray(np.stack([*np.meshgrid(x, x), np.full((200, 200), 10)], axis=-1).astype(np.uint8), "RGB")


@pytest.mark.parametrize(
    "picture",
    [
        noise((256, 256)),
        noise((256, 256), high=60),
        checkers(240, 1),
        checkers(240, 3),
        checkers(240, 5),
        primaries(),
        dark_ramps(),
        Image.new("RGB", (64, 64), "black"),
        Image.new("RGB", (64, 64), (0, 0, 80)),
    ],
    ids=["noise", "dark noise", "checkers 1", "checkers 3", "checkers 5", "primaries", "darks", "black", "navy"],
)
def test_ink_stays_within_the_limit_after_decoding(picture):
    """No pixel of the decoded JPEG takes 301 % of ink, however much the picture rings."""
    assert coverage(print_of(picture)).max() < 301


def test_black_uses_the_ink_it_may():
    """The room for the codec costs little: solid black still takes more than 290 %."""
    assert coverage(print_of(Image.new("RGB", (64, 64), "black"))).min() > 290


def test_print_looks_like_its_proof():
    """The inks of the print master, shown through the profile, are the colours of the proof master."""
    photo = taken(quarters())
    frame = Size(64, 48)
    inks = opened(print_master(photo.stored, whole(photo), frame, ppi=300, condition=CONDITION).data)
    proof = opened(proof_master(photo.stored, whole(photo), frame, ppi=300, condition=CONDITION).data)

    shown = []
    for x, y in ((16, 12), (48, 12), (16, 36), (48, 36)):
        shown.append(CONDITION.proof(Cmyk(*(value / 255 for value in inks.getpixel((x, y))))))
    assert farthest(corners(proof), shown) <= 8


def test_gamut_shows_in_the_proof():
    """Screen green cannot be printed, and the proof says so."""
    photo = taken(Image.new("RGB", (32, 32), (0, 255, 0)))

    shown = opened(proof_jpeg(photo.proof, condition=CONDITION)).getpixel((16, 16))

    assert shown[0] > 60
    assert shown[1] < 190


def test_crop_is_what_is_cut():
    """The green quarter alone comes out green."""
    photo = taken(quarters((640, 480)))
    crop = Crop(x=330, y=10, width=300, height=220)

    proof = opened(proof_master(photo.stored, crop, Size(300, 220), ppi=300, condition=CONDITION).data)

    expected = CONDITION.proof(CONDITION.separate(Rgb(*GREEN)))
    assert proof.size == (300, 220)
    assert farthest([proof.getpixel((5, 5)), proof.getpixel((295, 215))], [expected] * 2) <= 14


def test_nothing_is_enlarged():
    """A small picture in a large frame keeps its pixels."""
    master = print_of(noise((100, 80)), ppi=10_000)

    assert (master.width, master.height) == (100, 80)


@pytest.mark.parametrize(("ppi", "expected"), [(72, (400, 300)), (60, (400, 300)), (36, (200, 150)), (12, (67, 50))])
def test_density_is_reduced_where_it_pays(ppi, expected):
    """A picture up to a quarter denser than asked stays as it is; a denser one is reduced to what was asked."""
    master = print_of(quarters((400, 300)), ppi=ppi)

    assert (master.width, master.height) == expected


@pytest.mark.parametrize("ppi", [300, 144, 50, 20, 7])
def test_reduced_crop_shows_the_same_part(ppi):
    """However much is reduced, and by whichever of two ways, the corners hold what they held."""
    photo = taken(quarters((1600, 1200)))
    frame = Size(96, 72)
    crop = Crop(x=400.4, y=300.3, width=800, height=600)

    proof = opened(proof_master(photo.stored, crop, frame, ppi=ppi, condition=CONDITION).data)

    expected = [CONDITION.proof(CONDITION.separate(Rgb(*color))) for color in (RED, GREEN, BLUE, YELLOW)]
    assert farthest(corners(proof), expected) <= 16


def test_crop_of_less_than_a_pixel_gives_a_pixel():
    """Zoomed to the utmost in a tiny picture there is still something to show."""
    photo = taken(quarters((8, 6)))
    crop = crop_for(photo.source, Size(10, 3000), (1.0, 1.0), zoom=8)

    master = print_master(photo.stored, crop, Size(10, 3000), ppi=300, condition=CONDITION)

    assert (master.width, master.height) == (1, 1)


def test_large_master_has_no_seam():
    """Large pictures are converted in two halves that meet."""
    ramp = Image.linear_gradient("L").resize((900, 800)).convert("RGB")

    column = np.asarray(opened(print_of(ramp).data))[:, 450, 3].astype(int)

    assert np.abs(np.diff(column)).max() <= 8


def test_transparency_goes_beside_the_colours():
    """Alpha is a plate of its own: one byte a pixel, of the master's size."""
    picture = quarters()
    picture.putalpha(Image.linear_gradient("L").resize(picture.size))

    master = print_of(picture)

    assert len(master.alpha) == master.width * master.height
    assert abs(master.alpha[24 * 64 + 32] - picture.getpixel((32, 24))[3]) <= 1


def test_clear_surroundings_do_not_darken_an_edge():
    """Under clear pixels the colours go on, so that the JPEG does not ring at the edge of a cut-out."""
    picture = Image.new("RGBA", (64, 64), (0, 0, 0, 0))
    picture.paste((240, 220, 20, 255), (19, 19, 45, 45))

    inks = np.asarray(opened(print_of(picture).data)).astype(int)

    inside = inks[19:45, 19:45]
    assert np.abs(inside - inside[12, 12]).max() <= 12


def test_opaque_picture_has_no_alpha():
    """No plate is made where nothing is see-through."""
    assert print_of(quarters()).alpha == b""


def test_duotone_runs_from_dark_to_light():
    """Black becomes the dark ink, white the light one, and grey lies between."""
    picture = Image.new("RGB", (96, 32), "black")
    picture.paste((255, 255, 255), (64, 0, 96, 32))
    picture.paste((128, 128, 128), (32, 0, 64, 32))

    inks = opened(print_of(picture, DUOTONE).data)

    assert farthest([inks.getpixel((10, 16))], [(255, 204, 51, 153)]) <= 4
    assert farthest([inks.getpixel((86, 16))], [(0, 26, 230, 0)]) <= 4
    assert farthest([inks.getpixel((48, 16))], [(127, 115, 140, 76)]) <= 4


def test_duotone_shows_on_screens_as_it_prints():
    """The proof of a duotone is the proof of its inks."""
    photo = taken(Image.new("RGB", (32, 32), "white"))

    shown = opened(proof_jpeg(photo.proof, condition=CONDITION, treatment=DUOTONE)).getpixel((16, 16))

    assert farthest([shown], [DUOTONE.light.srgb]) <= 4


def test_duotone_of_heavy_inks_obeys_the_limit():
    """Four full inks are brought down like everything else."""
    heavy = Treatment(kind="duotone", dark=ink(1, 1, 1, 1), light=ink(1, 1, 1, 0.5))

    assert coverage(print_of(noise((128, 128)), heavy)).max() < 301


def test_duotone_without_inks_is_an_error():
    """A treatment says which inks it means."""
    with pytest.raises(ValueError, match="dark and a light"):
        print_of(quarters(), Treatment(kind="duotone"))


def test_proof_for_browsers_keeps_transparency():
    """A cut-out stays a cut-out in the preview."""
    picture = quarters()
    picture.putalpha(0)
    picture.paste(quarters().convert("RGBA"), (0, 0))
    picture.paste((0, 0, 0, 0), (0, 0, 32, 24))

    shown = opened(proof_jpeg(taken(picture).proof, condition=CONDITION))

    assert (shown.getpixel((5, 5))[3], shown.getpixel((60, 40))[3]) == (0, 255)


def test_proof_for_browsers_is_as_small_as_asked():
    """A thumbnail needs no 1,600 px."""
    photo = taken(noise((1000, 500)))

    assert opened(proof_jpeg(photo.stored, condition=CONDITION, side_px=200)).size == (200, 100)


def test_masters_are_repeatable():
    """Same picture, same crop, same bytes."""
    picture = noise((900, 700))

    assert print_of(picture) == print_of(picture)
