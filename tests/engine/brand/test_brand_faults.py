"""Every fault of a kit names its file, line and key, and says what to do."""

import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from other_brand import CAREER, OTHER

from app.engine.brand import check_brand, read_brand
from app.engine.errors import BrandError

# kit, text in it, what it becomes,
#     key of the fault, words of the problem, words of the cure
# fmt: off
CHANGES = {
    "unknown key": (OTHER, 'name = "Blok"', 'name = "Blok"\nversoin = 2',
        "versoin", "unknown key", 'did you mean "version"'),
    "unknown key in a table": (OTHER, "hyphenate = true", "hyphenat = true",
        "type.text.hyphenat", "unknown key", "hyphenate"),
    "nobody of that name": (CAREER, '"zorgkundige-1", "verzorgende-1"]', '"zorgkundige-9", "verzorgende-1"]',
        "gallery.welcome", "not known", "zorgkundige-"),
    "too few to welcome": (CAREER, '"zorgkundige-1", "verzorgende-1"]', '"zorgkundige-1"]',
        "gallery.welcome", "2 names", "name 3"),
    "missing key": (OTHER, "quiet_zone = 4\n", "",
        "qr.quiet_zone", "is missing", "add quiet_zone"),
    "missing table": (OTHER, "[imprint.credit]", "[imprint.lead2]",
        "imprint.credit", "is missing", "a table"),
    "wrong type": (OTHER, "radius = 0", 'radius = "round"',
        "partner_logo.radius", "is not a number", "write a number"),
    "out of range": (OTHER, "opacity = 0.7", "opacity = 7",
        "photo.scrim.opacity", "out of range", "0 to 1"),
    "not a number at all": (OTHER, "opacity = 0.7", "opacity = nan",
        "photo.scrim.opacity", "out of range", "0 to 1"),
    "unknown word": (OTHER, 'case = "upper"', 'case = "uper"',
        "type.headline.case", "not known", 'did you mean "upper"'),
    "syntax": (OTHER, "quiet_zone = 4", "quiet_zone = = 4",
        "toml", "Invalid value", "mend the line"),
    "proof": (CAREER, 'srgb = "#feca34"', 'srgb = "#feea34"',
        "palette.zon.srgb", "ΔE", '"#feca34"'),
    "malformed colour": (OTHER, '"#071363"', '"navy"',
        "palette.nacht.srgb", "#rrggbb", "six"),
    "inks": (OTHER, "[100, 97, 20, 85]", "[100, 97, 20]",
        "palette.nacht.cmyk", "not as expected", "4 numbers"),
    "ink limit": (CAREER, "ink_limit = 300", "ink_limit = 270",
        "palette.inkt.cmyk", "280 % ink", "take ink out"),
    "twin colours": (OTHER, "vuur = {", 'tweede = { cmyk = [0, 0, 0, 0], srgb = "#ffffff" }\nvuur = {',
        "palette.tweede.srgb", "also papier", "differ"),
    "malformed name of a colour": (CAREER, 'drawn = "#feca34"', 'drawn = "yellow"',
        "palette.zon.drawn", "#rrggbb", "leave it out"),
    "two colours of one name": (CAREER, 'drawn = "#feca34"', 'drawn = "#ec5e55"',
        "palette.zon.drawn", "also koraal", "differ"),
    "a word for a colour in a language of no page": (CAREER, 'called.en = "sun"', 'called.de = "Sonne"',
        "palette.zon.called.de", "unknown key", ""),
    "no word for a colour": (CAREER, 'called.fr = "soleil", called.en = "sun"', "called = 3",
        "palette.zon.called", "", ""),
    "no address": (CAREER, '"https://care-er.be"', '"care-er.be"',
        "address", "no address of a site", "https://"),
    "a noun that is no misspelling": (CAREER, 'nouns = ["Career"]', 'nouns = ["Carrer"]',
        "words.nouns", "not known", 'did you mean'),
    "type of the pages is none": (CAREER, '"pages/500.woff2"', '"fonts/Rubik_500Medium.ttf"',
        "pages.fonts.500", "no WOFF2", "interface_fonts"),
    "a line lacks a language": (CAREER, 'en = "Your poster for care."', "",
        "pages.greeting.en", "is missing", "add en"),
    "pair too weak for text": (CAREER, 'koraal = ["inkt", "zwart"]', 'koraal = ["inkt", "aubergine"]',
        "pairs.text.koraal", "3.39:1", "pairs.large"),
    "pair too weak": (CAREER, 'zon = ["bos"]', 'zon = ["wit"]',
        "pairs.large.zon", "1.5", "take it out"),
    "pair twice": (OTHER, "[fonts]", '[pairs.large]\npapier = ["gras"]\n[fonts]',
        "pairs.large.papier", "in text", "text only"),
    "pair unknown": (OTHER, 'nacht = ["papier"]', 'nacht = ["papir"]',
        "pairs.text.nacht", "papir", 'did you mean "papier"'),
    "ground unknown": (OTHER, 'nacht = ["papier"]', 'nach = ["papier"]',
        "pairs.text.nach", "no colour", 'did you mean "nacht"'),
    "font missing": (OTHER, '"fonts/Blokje.ttf"', '"fonts/Blokje.otf"',
        "fonts.blokje", "no file", "fonts/Blokje.ttf"),
    "font is none": (OTHER, '"fonts/Blokje.ttf"', '"logos/blok.svg"',
        "fonts.blokje", "not a font", "TrueType"),
    "font lacks the brand": (OTHER, 'name = "Blok"', 'name = "Blōk"',
        "type.text.fonts", "ō", "add a font"),
    "font lacks a language": (CAREER, 'ar = "العربية"', 'el = "Ελληνικά"',
        "type.body.fonts", "Ά", "[languages]"),
    "language unknown": (OTHER, 'nl = "Nederlands"', 'xx = "Xx"\nnl = "Nederlands"',
        "languages.xx", "not known", "use"),
    "table lacks a format": (OTHER, ", px = 60", "",
        "print.safe_area.px", "is missing", "add px"),
    "table knows no such format": (OTHER, "px = 60", "px = 60, a7 = 6",
        "print.safe_area.a7", "unknown key", "use a0"),
    "smallest above largest": (OTHER, "smallest = 50", "smallest = 95",
        "type.headline.smallest", "above largest", "swap"),
    "minimum below what prints": (OTHER, "smallest_type = 4", "smallest_type = 5",
        "type.text.minimum.a6", "under print", "raise"),
    "bars overlap": (CAREER, "leading = 1.24", "leading = 1.1",
        "type.display-bar.leading", "overlap", "1.18"),
    "marker beside fill": (CAREER, "fill = true",
        "fill = true\nmarker = { length = 1, thickness = 0.2, gap = 0.5, middle = 0.3 }",
        "type.giant.marker", "beside fill", "take fill or marker out"),
    "marker out of range": (CAREER, "thickness = 0.2, gap = 0.45, middle = 0.26 }\n\n[type.lead.l",
        "thickness = 2, gap = 0.45, middle = 0.26 }\n\n[type.lead.l",
        "type.lead.marker.thickness", "out of range", "0.05 to 1"),
    "variant of no language": (CAREER, "[type.display.language.ar]", "[type.display.language.he]",
        "type.display.language.he", "no language", "use"),
    "logo missing": (OTHER, 'dark = "logos/blok-wit.svg"', 'dark = "logos/wit.svg"',
        "logo.dark", "no file", "blok"),
    "logo unseen": (OTHER, 'nacht = "dark"', 'nacht = "light"',
        "logo.grounds.nacht", "1.00:1", "another drawing"),
    "ground of no palette": (OTHER, 'gras = "dark"', 'grass = "dark"',
        "logo.grounds.grass", "no colour", "gras"),
    "logo limits crossed": (OTHER, "error_ppi = 120", "error_ppi = 300",
        "partner_logo.error_ppi", "above warning_ppi", "swap"),
    "photo limits crossed": (CAREER, "a3 = 80,", "a3 = 180,",
        "photo.error_ppi.a3", "above warning_ppi", "every sheet"),
    "qr too weak": (OTHER, 'inks = ["nacht"]', 'inks = ["gras"]',
        "qr.inks", "4.79:1", "take the ink"),
    "qr inverted": (OTHER, 'inks = ["nacht"]\ngrounds = ["papier"]', 'inks = ["papier"]\ngrounds = ["nacht"]',
        "qr.inks", "not darker", "dark modules"),
    "imprint style": (OTHER, 'style = "text"', 'style = "txt"',
        "imprint.style", "not known", 'did you mean "text"'),
    "part that no person has": (OTHER, 'required = ["name"]', 'required = ["name", "organisation"]',
        "imprint.required", "organisation", "name"),
    "lead lacks a language": (OTHER, 'en = "Published by"\n', "",
        "imprint.lead.en", "is missing", "add en"),
    "the name as its misspelling": (OTHER, '["Block"]', '["Block", "Blok"]',
        "words.misspellings", "name itself", "take it out"),
    "flagged in no language": (CAREER, "[words.flagged.en]", "[words.flagged.es]",
        "words.flagged.es", "no language", "use"),
    "profile is none": (OTHER, '"profiles/coarse.icc"', '"fonts/Blokje.ttf"',
        "print.condition.profile", "not an ICC profile", "CMYK"),
    "profile is not CMYK": (CAREER, '"profiles/FOGRA39L_coated.icc"', '"profiles/sRGB.icc"',
        "print.condition.profile", "not a CMYK", "CMYK"),
    "illustration without words": (CAREER, "alt.fr = ", "alt.de = ",
        "illustrations.bewoner-1.alt.fr", "is missing", "add fr"),
    "illustration looks up": (CAREER, 'looks = "right"', 'looks = "up"',
        "illustrations.bewoner-1.looks", "not known", "ahead"),
    "illustration missing": (CAREER, '"illustrations/team-1.svg"', '"illustrations/team-9.svg"',
        "illustrations.team-1.file", "no file", "illustrations/team-"),
}
# fmt: on


@pytest.mark.parametrize(("kit", "old", "new", "where", "problem", "cure"), CHANGES.values(), ids=CHANGES)
def test_a_fault_names_file_line_key_and_cure(copy_of, faults_of, kit, old, new, where, problem, cure):
    """Whatever is changed for the worse is told where it stands, with what to do."""
    folder = copy_of(kit, (old, new))
    found = [fault for fault in faults_of(folder) if fault.where == where]

    assert found, f"no fault at {where}"
    assert problem in found[0].problem
    assert cure in found[0].cure
    assert found[0].file == f"{kit.name}/brand.toml"
    assert _line_is_near(folder, found[0].line, where)


def _line_is_near(folder, line, where):
    """The line holds the last part of the key, or the head of the table that lacks it; syntax has its own line."""
    text = (folder / "brand.toml").read_text(encoding="utf-8").split("\n")[line - 1]
    return where == "toml" or line == 0 or any(part in text for part in where.split(".")[-2:])


def test_all_faults_are_told_at_once_in_the_order_of_the_file(copy_of, faults_of):
    """Three mistakes are mended in one go."""
    folder = copy_of(OTHER, ("padding = 0.3", "padding = -1"), ('case = "upper"', "case = 3"), (", opacity = 0.7", ""))

    faults = faults_of(folder)

    assert [fault.where for fault in faults] == ["type.headline.case", "partner_logo.padding", "photo.scrim.opacity"]
    assert [fault.line for fault in faults] == sorted(fault.line for fault in faults)


def test_a_fault_reads_as_one_sentence(copy_of, faults_of):
    """The whole line says file, line, key, problem and cure."""
    folder = copy_of(OTHER, ('name = "Blok"', 'name = ""'))

    assert str(faults_of(folder)[0]) == "brand-other/brand.toml:3: name: is empty; write something"


def test_a_font_without_the_letter_of_the_name_is_refused(copy_of, faults_of):
    """The macron is the brand: a font that cannot set ē is no font of it."""
    folder = copy_of(CAREER)
    path = folder / "fonts" / "Rubik_900Black.ttf"
    font = TTFont(path)
    subsetter = Subsetter(Options(notdef_outline=True))
    subsetter.populate(unicodes=set(font.getBestCmap()) - {ord("ē")})
    subsetter.subset(font)
    font.save(path)

    faults = faults_of(folder)

    assert {fault.where for fault in faults} == {f"type.{name}.fonts" for name in ("display-bar", "display", "giant")}
    assert all("ē" in fault.problem for fault in faults)


def test_a_logo_in_a_colour_of_its_own_is_refused(copy_of, faults_of):
    """A mark is drawn in palette colours only."""
    folder = copy_of(OTHER)
    (folder / "logos" / "blok-wit.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><path fill="#fefefe" d="M0 0H4V1Z"/></svg>',
        encoding="utf-8",
    )

    assert [fault.where for fault in faults_of(folder)] == ["logo.dark"]


@pytest.mark.parametrize(
    ("svg", "problem"),
    [
        ("not a drawing", "cannot be read"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"/>', "paints nothing"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><text>Blok</text></svg>', "text"),
    ],
)
def test_a_logo_that_is_not_understood_is_refused_with_its_own_file(copy_of, faults_of, svg, problem):
    """Half a mark is never shown."""
    folder = copy_of(OTHER)
    (folder / "logos" / "blok-wit.svg").write_text(svg, encoding="utf-8")

    faults = faults_of(folder)

    assert {fault.file for fault in faults} == {"brand-other/logos/blok-wit.svg"}
    assert problem in faults[0].problem


def test_a_broken_illustration_is_found_by_the_check(copy_of):
    """Illustrations are read when first wanted; the check wants them all."""
    folder = copy_of(CAREER)
    (folder / "illustrations" / "team-1.svg").write_text("<svg", encoding="utf-8")
    brand = read_brand(folder)

    with pytest.raises(BrandError, match=r"career/illustrations/team-1\.svg"):
        check_brand(folder)
    with pytest.raises(BrandError):
        brand.illustrations["team-1"]
    assert brand.illustrations["team-2"].marks


def test_a_folder_without_brand_toml_is_no_kit(tmp_path):
    """An empty folder is told apart from a broken kit."""
    with pytest.raises(BrandError, match=r"brand\.toml: is missing"):
        read_brand(tmp_path)


def test_a_file_that_is_not_utf_8_names_the_line(copy_of, faults_of):
    """Older editors save other encodings: the first wrong line is named."""
    folder = copy_of(OTHER)
    toml = folder / "brand.toml"
    toml.write_bytes(toml.read_bytes().replace(b'alt = "Blok"', 'alt = "Blök"'.encode("latin-1")))

    (fault,) = faults_of(folder)

    assert fault.problem == "is not UTF-8"
    assert fault.line == toml.read_bytes().split(b"\n").index('alt = "Blök"'.encode("latin-1")) + 1
