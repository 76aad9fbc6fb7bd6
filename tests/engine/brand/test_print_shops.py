"""What print shops ask is data: a file for each, read, checked and laid over the brand's own rules of print."""

import shutil

import pytest
from other_brand import CAREER

from app.engine.brand import read_brand
from app.engine.color import Cmyk, Rgb, contrast, delta_e
from app.engine.sheet import FORMATS
from app.engine.units import to_mm

COATED, PLAIN = "shops/groot.toml", "shops/ongestreken.toml"
PAPER = "conditions/ongestreken.toml"

# file, text in it, what it becomes, key of the fault, words of the problem, words of the cure
# fmt: off
CHANGES = {
    "standard unknown": (COATED, '"x4"', '"x3"', "standard", "not known", "x4 or x1a"),
    "bleed missing": (COATED, "bleed = 5\n", "", "bleed", "is missing", "add bleed"),
    "bleed of a metre": (COATED, "bleed = 5\n", "bleed = 1000\n", "bleed", "out of range", "0 to 20"),
    "key misspelt": (COATED, "marks = true", "markss = true", "markss", "unknown key", 'did you mean "marks"'),
    "language missing": (COATED, 'fr = "Grand format"\n', "", "name.fr", "is missing", "add fr"),
    "condition missing": (PLAIN, '"ongestreken"', '"ongestreke"', "condition", "no file", 'mean "ongestreken"'),
    "no TOML": (COATED, "[name]", "[name", "toml", "Expected", "toml.io"),
    "profile missing": (PAPER, "FOGRA29L_uncoated.icc", "FOGRA29.icc", "profile", "no file", "FOGRA29L_uncoated.icc"),
    "palette too heavy": (PAPER, "ink_limit = 280", "ink_limit = 240", "ink_limit", "inkt", "take ink out"),
}
# fmt: on


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_fault_of_a_shop_names_its_own_file_and_line(change, tmp_path, faults_of):
    """The brand team is led to the file, the line and the key, with what to do."""
    name, old, new, where, problem, cure = change
    folder = shutil.copytree(CAREER, tmp_path / "career")
    text = (folder / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")

    found = next(fault for fault in faults_of(folder) if fault.where == where)

    assert (found.file, problem in found.problem, cure in found.cure) == (f"career/{name}", True, True)
    # What is not there at all has no line.
    assert found.line > 0 or "missing" in problem


def test_the_usual_shop_must_be_one_of_the_kit(copy_of, faults_of):
    """A shop that is named and not there would leave every file undecided."""
    (fault,) = faults_of(copy_of(CAREER, ('shop = "standaard"', 'shop = "standard"')))

    assert (fault.where, fault.cure) == ("print.shop", 'did you mean "standaard"?')


def test_a_file_more_is_a_shop_more(tmp_path):
    """Nothing else has to know of it."""
    folder = shutil.copytree(CAREER, tmp_path / "career")
    text = (folder / COATED).read_text(encoding="utf-8").replace("bleed = 5", "bleed = 10")
    (folder / "shops" / "borden.toml").write_text(text, encoding="utf-8")

    brand = read_brand(folder)

    assert list(brand.shops) == ["standaard", "borden", "groot", "zonder-lagen", "ongestreken"]
    assert brand.widest_bleed == 10
    assert to_mm(brand.at("borden").sheet(FORMATS["a3"]).bleed) == pytest.approx(10)


def test_the_usual_shop_asks_what_the_brand_asks(career):
    """Whoever names no shop gets the same file as before there were any."""
    own, usual = career.print, career.at().print

    assert (usual.bleed, usual.marks, usual.standard) == (own.bleed, False, "x4")
    assert usual.condition is own.condition


def test_a_kit_is_made_ready_for_a_shop_once(career):
    """What was placed with it is found again for the next poster."""
    assert career.at() is career.at("standaard") is career.at()
    assert career.at("groot") is career.at("groot") is not career.at()


def test_a_kit_without_shops_has_its_own_rules(other):
    """Shops are no duty."""
    assert other.shops == {}
    assert other.at() is other


def test_unknown_shops_are_refused(career):
    """Nobody gets a file for another shop than asked."""
    with pytest.raises(KeyError):
        career.at("nergens")


def test_the_palette_keeps_its_inks_and_looks_softer_on_plain_paper(career):
    """The same inks, proofed under the shop's condition."""
    condition = career.at("ongestreken").print.condition
    seen = {name: condition.shown(ink) for name, ink in career.palette.items()}

    assert career.at("ongestreken").palette == career.palette
    assert max(delta_e(seen[name], ink.srgb) for name, ink in career.palette.items()) > 5
    assert contrast(seen["zwart"], seen["wit"]) < contrast(career.palette["zwart"].srgb, career.palette["wit"].srgb)
    assert all(career.print.condition.shown(ink) == ink.srgb for ink in career.palette.values())


@pytest.mark.parametrize("key", ["standaard", "ongestreken"])
def test_every_colour_of_a_logo_keeps_to_the_shops_ink_limit(career, key):
    """Separation follows the condition of the shop."""
    condition = career.at(key).print.condition
    colors = [condition.separate(Rgb(r, g, 40)) for r in (0, 8, 60) for g in (0, 12, 80)]

    assert max(inks.coverage for inks in colors) <= condition.ink_limit


def test_rich_black_is_a_line_of_the_kit(career, other):
    """A kit without it leaves black to the black plate."""
    assert career.print.rich_black.inks == Cmyk(0.6, 0.4, 0.4, 1)
    assert other.print.rich_black is None


def test_too_rich_a_black_is_a_fault(copy_of, faults_of):
    """Black has the ink limit of every other colour."""
    (fault,) = faults_of(copy_of(CAREER, ("cmyk = [60, 40, 40, 100], from", "cmyk = [80, 80, 80, 100], from")))

    assert (fault.where, "340 %" in fault.problem) == ("print.rich_black.cmyk", True)


def test_kits_name_the_shop_that_is_asked_most(career):
    """The first that is offered is the usual one."""
    assert next(iter(career.shops)) == career.print.shop
