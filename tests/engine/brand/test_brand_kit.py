"""Reading kits that are right."""

import pytest
from other_brand import CAREER, OTHER

from app.engine.brand import check_brand, length, measure, read_brand
from app.engine.color import contrast
from app.engine.sheet import FORMATS
from app.engine.units import MM, PX_SCREEN


def test_the_kit_of_the_brand_reads_whole(career):
    """The real kit has no fault, its illustrations included."""
    brand = check_brand(CAREER)

    assert brand.name == "Careēr"
    assert brand.digest == career.digest
    assert len(brand.illustrations) == 16
    assert set(brand.illustration_looks.values()) == {"right"}
    assert len(brand.welcome) == 3
    assert set(brand.welcome) <= set(brand.illustrations)
    assert brand.palette["zon"].cmyk == (0, 0.22, 0.85, 0)
    assert brand.languages == ("nl", "fr", "en", "de", "tr", "pl", "ro", "uk", "ar")


def test_a_kit_unlike_the_first_reads_too(other):
    """Nothing of one brand is built into the engine."""
    assert (other.name, other.version, other.key) == ("Blok", 7, "brand-other")
    assert other.spots == {"vuur": "PANTONE Warm Red C"}
    assert other.styles["headline"].case == "upper"
    assert other.print.condition.identifier == "COARSE"
    assert len(other.illustrations) == 0
    assert other.welcome == ()


@pytest.mark.parametrize("format", FORMATS.values(), ids=FORMATS)
def test_every_format_has_a_sheet_and_every_measure(career, format):
    """No table lacks a format, lying and pixel formats included."""
    sheet = career.sheet(format)

    assert sheet.safe_box.width > 0
    assert measure(career.qr.module, format) > 0
    assert all(measure(style.minimum, format) > 0 for style in career.styles.values())


def test_bleed_and_safe_area_follow_the_kind_of_format(career, other):
    """Paper has bleed and millimetres, screens have neither."""
    assert career.sheet(FORMATS["a3"]).bleed == pytest.approx(3 * MM)
    assert other.sheet(FORMATS["a3"]).bleed == pytest.approx(5 * MM)
    assert career.sheet(FORMATS["a2-landscape"]).safe_margin == pytest.approx(8 * MM)
    assert career.sheet(FORMATS["story"]).safe_margin == pytest.approx(40 * PX_SCREEN)
    assert career.sheet(FORMATS["story"]).bleed == 0


def test_a_length_is_in_pixels_of_a_screen_format(career):
    """The QR module of a screen is four px, of an A4 0.55 mm."""
    assert length(career.qr.module, FORMATS["square"]) == pytest.approx(4 * PX_SCREEN)
    assert length(career.qr.module, FORMATS["a4"]) == pytest.approx(0.55 * MM)


def test_pairs_say_which_ink_may_stand_where(career):
    """White on coral is for large type only; white on sun is for nothing."""
    assert career.allows("wit", "aubergine", large=False)
    assert career.allows("wit", "koraal", large=True)
    assert not career.allows("wit", "koraal", large=False)
    assert not career.allows("wit", "zon", large=True)


def test_every_pair_reaches_the_contrast_it_promises(career):
    """No pair is below 4.5:1, or 3:1 for large type."""
    for pair in career.pairs:
        ratio = contrast(career.palette[pair.ink].srgb, career.palette[pair.on].srgb)
        assert ratio >= (3 if pair.large_only else 4.5), pair


def test_bars_hold_the_letters_that_stand_on_them(career):
    """In Latin and Arabic the bar covers capitals with accents and the deepest tails."""
    style = career.styles["display-bar"]
    face = style.faces[0]
    for letter in "Égjpyșç,Ő":
        ink = face.ink(face.glyph(letter))
        assert ink.bottom <= style.bar.below + 1e-6, letter
        assert -ink.y <= style.bar.above + 1e-6, letter
    arabic = style.in_language("ar-BE")
    tail = face.ink(face.glyph("ع"))
    assert tail.bottom <= arabic.bar.below + 1e-6
    assert arabic.tracking == 0


def test_a_language_without_measures_of_its_own_takes_the_style_as_it_is(career):
    """Only scripts that need it differ."""
    assert career.styles["display"].in_language("fr") is career.styles["display"]


def test_the_mark_is_seen_on_every_ground_it_stands_on(career):
    """Each ground names a drawing, and dark grounds get the light one."""
    assert career.logo.on("aubergine") is career.logo.drawings["dark"]
    assert career.logo.on("zon") is career.logo.drawings["one-colour"]
    with pytest.raises(KeyError):
        career.logo.on("zwart")


def test_reading_twice_gives_the_same_digest_and_a_change_another(copy_of, other):
    """Caches hang on the digest: it follows every file of the kit."""
    folder = copy_of(OTHER)
    assert read_brand(folder).digest == other.digest

    logo = folder / "logos" / "blok.svg"
    logo.write_text(logo.read_text(encoding="utf-8").replace("H40", "H39"), encoding="utf-8")
    assert read_brand(folder).digest != other.digest


def test_hidden_files_are_no_part_of_a_kit(copy_of, other):
    """What a file manager leaves behind changes nothing."""
    folder = copy_of(OTHER)
    (folder / ".DS_Store").write_bytes(b"junk")

    assert read_brand(folder).digest == other.digest


def test_every_file_of_the_kit_stands_in_the_list_of_licences():
    """Nothing is shipped whose origin and licence are not named."""
    listed = (CAREER / "LICENCES.md").read_text(encoding="utf-8")
    files = {path.relative_to(CAREER).as_posix() for path in CAREER.rglob("*") if path.is_file()}

    assert {name for name in files if f"`{name}`" not in listed} == set()
