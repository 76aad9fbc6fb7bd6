"""What was typed is what a reader finds."""

import random
from dataclasses import replace

import numpy as np
import pikepdf
import pytest
from pdfium_pages import page_pixels
from reading import at_home, extracted, opened, operands_of, printed, twin_pixels, webbed
from scenes import PANGRAMS, face, make_scene, runs, tagged

from app.engine.geometry import Matrix, Point


def lines_scene(lines, language="nl", size=12.0):
    """Return a scene with one paragraph a line."""
    return make_scene(
        *(
            item
            for order, line in enumerate(lines)
            for item in tagged(
                *runs(line, at=Point(20, 40 + 30 * order), size=size, language=language),
                order=order,
                slot=f"line-{order}",
                language=language,
            )
        ),
        language=language,
    )


@pytest.mark.parametrize("language", PANGRAMS)
def test_text_is_read_back_as_typed(language):
    """Ligatures, accents, Cyrillic and joined Arabic letters come out as the characters that were typed."""
    assert extracted(printed(lines_scene([PANGRAMS[language]], language))) == [PANGRAMS[language]]


@pytest.mark.parametrize("painted", [webbed, at_home], ids=["web", "home"])
def test_text_is_read_back_from_files_for_screens(painted):
    """Every PDF carries its text, not only the one for the press."""
    assert extracted(painted(lines_scene(PANGRAMS.values()))) == list(PANGRAMS.values())


@pytest.mark.parametrize(
    "line",
    [
        "السلام عليكم لأنها الإيمان الآن",
        "الآن (هنا) نعم",
        "نعم: لا؛ «مرحبا»",
        "Careēr: أنا فخور بعملي",
        "أنا فخور بعملي!",
        "כל הכבוד לצוות",
    ],
)
def test_right_to_left_text_is_read_back_as_typed(line):
    """Ligatures of lam and alef, brackets and bidirectional lines survive the reordering of the line."""
    assert extracted(printed(lines_scene([line], "ar"))) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "دار الرعاية، Lindestraat 12، دندرموندي",
        "الناشر المسؤول: An Peeters, Lindestraat 12, 9200 Gent – De Linde vzw",
        "الناشر: سميرة, شارع المدرسة 4, 9300 آلست",
        "اتصل على 052 12 34 56 أو jobs@delinde.be اليوم",
        "العمل في (De Linde vzw) كل يوم",
        "زر care-er.be/jobs/2027 الآن وDe Linde معك",
        "نَحْنُ نَبْحَثُ عَنْكَ في Gent، 9000",
        "من 10–16، كل يوم",
        "اتصل (+32 9 45) الآن",
        "اتصل بالرقم +32 475 12 34 56 الآن",
        "رقم 0475/12.34.56 أو (02) 411 22 33 اليوم",
        "عند Île، 12؟ نعم",
    ],
)
def test_lines_of_two_directions_are_read_back_as_typed(line):
    """Names, numbers and addresses keep their order inside Arabic; where a line was cut, a reader sees white space."""
    for painted in (printed, webbed):
        assert " ".join(" ".join(extracted(painted(lines_scene([line], "ar")))).split()) == line


@pytest.mark.parametrize(
    "line",
    [
        "نحن في «De Linde» Gent",
        "السبت «Gent» café؛",
        "«Gent» 12 مارس",
        "مارس 100% الآن",
        "اليوم +5 4.56 مارس",
        "في 2027/12/05؛ الآن",
        "الساعة.14:30",
        "«office» coffee نعم",
        "العمل “بدوام” كامل و‘هنا’",
        "من ≤ 18 أو ≥ 65 سنة",
        "مساءً، غدًا.",
        "دوامٌ: كاملٌ! مساءً- نعم",
        "De غدًا بدوام Gent",
        "De Linde: 9200 غدًا– بدوام – Wi-Fi العمل",
    ],
)
def test_signs_on_the_far_side_of_a_word_are_read_where_they_were_typed(line):
    """A sign may stand left of the Latin word that it follows; its glyph may be that of another sign elsewhere."""
    assert " ".join(" ".join(extracted(printed(lines_scene([line], "ar")))).split()) == line


ARABIC = ["نحن", "نبحث", "عن", "ممرضين", "في", "دار", "الرعاية", "العمل", "بدوام", "كامل", "غدًا", "مع", "الفريق"]
LATIN = ["De", "Linde", "vzw", "Careēr", "office", "Gent", "m/v/x", "café", "Wi-Fi", "jobs@delinde.be", "B2B", "C++"]
FIGURES = ["12", "9200", "3,5", "14:30", "052/12.34.56", "100%", "1.200", "+32", "€15", "14–16", "٢٠٢٧"]


def random_line(chance):
    """Return up to eight words of three kinds, some with a sign after them or between brackets."""
    words = []
    for _ in range(chance.randint(1, 8)):
        word = chance.choice(chance.choice((ARABIC, ARABIC, LATIN, FIGURES)))
        word += chance.choice("،؛؟!,.:-–&/") if chance.random() < 0.25 else ""
        opening, closing = chance.choice(("()", "[]", "«»", "“”", '""'))
        words.append(opening + word + closing if chance.random() < 0.1 else word)
    return " ".join(words)


@pytest.mark.parametrize("language", ["ar", "nl"])
def test_whatever_is_mixed_is_read_back_as_typed(language):
    """Hundreds of lines that nobody would write are no trouble either; chance is seeded."""
    chance = random.Random(2027)
    lines = [random_line(chance) for _ in range(300)]
    read = [" ".join(" ".join(extracted(printed(lines_scene([line], language)))).split()) for line in lines]

    assert [pair for pair in zip(lines, read, strict=True) if pair[0] != pair[1]] == []


@pytest.mark.parametrize(
    "line", ["\u200fدار De Linde 12\u200e نعم", "\u2067می\u200cخواهم\u2069 De \u2068Gent 9000\u2069 نعم"]
)
def test_marks_that_cannot_be_seen_break_no_line(line):
    """What only steers the direction may have no glyph at all."""
    words = " ".join(" ".join(extracted(printed(lines_scene([line], "ar")))).split())

    assert [
        word for word in ("دار", "De", "Linde", "12", "Gent", "9000", "نعم") if word in line and word not in words
    ] == []


def test_a_line_of_two_directions_looks_as_it_is_set():
    """However its letters are ordered for readers, each stands where the layout put it."""
    line = "دار الرعاية، Lindestraat 12، (De Linde) نَحْنُ 10–16، Île 3؟"
    scene = lines_scene([line], "ar", size=22)
    text, areas = page_pixels(webbed(scene), 1190, 1684), twin_pixels(scene, 1190, 1684)

    assert np.abs(text.astype(int) - areas).mean() < 0.5
    assert (areas < 128).any(axis=2).sum() > 2000


@pytest.mark.parametrize(("first", "second"), [(30, 20), (20, 30), (10, 60)])
def test_a_line_close_under_a_large_one_is_a_line_of_its_own(first, second):
    """Readers take what lies less than half a letter lower for the same line, and read it from left to right."""
    items = [
        *tagged(*runs("14", at=Point(first, 300), size=280, weight="900Black"), order=0),
        *tagged(*runs("maart", at=Point(second, 390), size=80), order=1),
        *tagged(*runs("مايو 2027", at=Point(second, 420), size=30, language="ar"), order=2, language="ar"),
    ]

    for painted in (printed, webbed):
        assert [line.strip() for line in extracted(painted(make_scene(*items))) if line.strip()] == [
            "14",
            "maart",
            "مايو 2027",
        ]


@pytest.mark.parametrize(
    ("line", "language"), [("Pflegefachkräfte in Gent", "de"), ("المسؤول عن الرعاية المنزلية", "ar")]
)
@pytest.mark.parametrize("count", [2, 3, 7])
def test_a_line_that_is_repeated_close_below_is_read_each_time(line, language, count):
    """Readers take the same wide line a little lower for bold type made by printing twice, and drop it."""
    lines = [
        item
        for order in range(count)
        for item in tagged(
            *runs(line, at=Point(20, 200 + 36 * order), size=40, weight="900Black", language=language),
            order=order,
            language=language,
        )
    ]

    for painted in (printed, webbed):
        assert " ".join(" ".join(extracted(painted(make_scene(*lines)))).split()) == " ".join([line] * count)


@pytest.mark.parametrize("first", ["Oost-", "Oost- "])
def test_a_hyphen_that_ends_a_line_is_read_as_one(first):
    """A reader would take it for that of a word that goes on below."""
    items = [
        *tagged(*runs(first, at=Point(40, 60)), order=0),
        *tagged(*runs("west best", at=Point(40, 80)), order=1),
    ]

    assert [line.strip() for line in extracted(printed(make_scene(*items))) if line.strip()] == ["Oost-", "west best"]


@pytest.mark.parametrize("mark", ["\u200c", "\u200e", "\u2060", "\u00a0"])
def test_a_space_beside_an_unseen_mark_parts_words(mark):
    """The mark is not said: a space in a font of its own would be lost, here and in every other line."""
    lines = [f"fluffy {mark}office", "fluffy office"]

    assert [line.split() for line in extracted(printed(lines_scene(lines)))] == [["fluffy", "office"]] * 2


def test_text_with_vowel_signs_is_read_back_as_typed():
    """A reader would take a raised sign for a line of its own; its letter speaks for it instead."""
    lines = ["كن ممرضًا أو ممرضة، قريبًا من بيتك.", "نَحْنُ نَبْحَثُ عَنْكَ", "مَرْحَبًا بِكُمْ"]

    for line in lines:
        assert extracted(printed(lines_scene([line], "ar"))) == [line]


def test_vowel_signs_are_painted_where_they_belong():
    """Text and areas together show what the outlines of all glyphs show."""
    scene = lines_scene(["نَبْحَثُ"], "ar", size=120)
    text, areas = page_pixels(webbed(scene), 595, 842), twin_pixels(scene, 595, 842)

    assert np.abs(text.astype(int) - areas).mean() < 0.5
    assert (areas < 128).any(axis=2).sum() > 2000


def test_a_glyph_that_says_two_things_is_in_two_fonts():
    """The hyphen at a line's end is a soft one; a map to Unicode holds one text a glyph."""
    (hard,) = runs("zorg-", at=Point(20, 40))
    (soft,) = runs("zorg-", at=Point(20, 70))
    data = printed(make_scene(*tagged(hard, replace(soft, text="zorg\u00ad"))))
    one, other = fonts_of(data)

    assert [name for name, _ in operands_of(data, "Tf")][-2:] == ["/F1", "/F1.1"]
    assert one.DescendantFonts[0].objgen == other.DescendantFonts[0].objgen
    assert b"<002D>" in one.ToUnicode.read_bytes()
    assert b"<00AD>" in other.ToUnicode.read_bytes()


def fonts_of(data):
    return list(opened(data).pages[0].Resources.Font.values())


def test_fonts_are_embedded_subsets():
    """Every font is a Type0 with its own program, and far smaller than the file it came from."""
    (font,) = fonts_of(printed(lines_scene(["Warm hart"])))
    (descendant,) = font.DescendantFonts
    program = descendant.FontDescriptor.FontFile2.read_bytes()

    assert (font.Subtype, font.Encoding, descendant.CIDToGIDMap) == ("/Type0", "/Identity-H", "/Identity")
    assert str(font.BaseFont)[7:8] == "+"
    assert font.BaseFont == descendant.BaseFont == descendant.FontDescriptor.FontName
    assert int(descendant.FontDescriptor.FontFile2.Length1) == len(program) < len(face().data) / 10


def test_widths_are_the_fonts_own():
    """A reader moves the pen by these; they are the advances of the glyphs that are shown."""
    data = printed(lines_scene(["Warm hart"]))
    (descendant,) = fonts_of(data)[0].DescendantFonts
    entries = list(descendant.W)
    widths = {int(gid): float(width[0]) for gid, width in zip(entries[::2], entries[1::2], strict=True)}

    assert widths == {
        face().glyph(char): pytest.approx(1000 * face().advance(face().glyph(char)), abs=1e-3) for char in "Warm ht"
    }


def test_one_font_serves_all_runs_of_a_face():
    """Two weights are two fonts, however many runs there are."""
    items = [
        *tagged(*runs("een", at=Point(9, 20)), order=0),
        *tagged(*runs("twee", at=Point(9, 40), weight="900Black"), order=1),
        *tagged(*runs("drie", at=Point(9, 60)), order=2),
    ]

    assert len(fonts_of(printed(make_scene(*items)))) == 2


def test_turned_type_is_still_text():
    """An imprint that stands upright along the edge can be read back."""
    upright = Matrix.rotation(-90).then(Matrix.translation(40, 300))
    scene = make_scene(*tagged(*runs("V.U. Jan Peeters, Gent", at=Point(0, 0), matrix=upright)))

    assert extracted(printed(scene)) == ["V.U. Jan Peeters, Gent"]


def test_every_shown_glyph_has_a_unicode_value():
    """PDF/UA-1, 7.21.7: no code without text, none that maps to zero or to a private place."""
    scene = lines_scene(PANGRAMS.values())
    (font,) = fonts_of(printed(scene))
    text = font.ToUnicode.read_bytes().decode()
    mapped = dict(line.strip("<>").split("> <") for line in text.splitlines() if line.startswith("<") and "> <" in line)
    mapped.pop("0000", None)
    shown = {glyph.gid for item in scene.items if hasattr(item, "glyphs") for glyph in item.glyphs}

    assert {int(code, 16) for code in mapped} == shown
    for hexadecimal in mapped.values():
        found = bytes.fromhex(hexadecimal).decode("utf-16-be")
        assert found
        assert not any(char in "\0\ufeff\ufffe" or "\ue000" <= char <= "\uf8ff" for char in found)


def test_no_glyph_drifts_from_its_place():
    """The moves between glyphs, the widths and the kerning add up to the run's length."""
    data = printed(lines_scene(["AVATAR Tofu Waverly"], size=40))
    (shown,) = operands_of(data, "TJ")
    (descendant,) = fonts_of(data)[0].DescendantFonts
    entries = list(descendant.W)
    widths = {int(gid): float(width[0]) for gid, width in zip(entries[::2], entries[1::2], strict=True)}
    instructions = pikepdf.parse_content_stream(opened(data).pages[0], "TJ")
    codes = b"".join(bytes(part) for part in instructions[0].operands[0] if isinstance(part, pikepdf.String))
    gids = [int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2)]
    moves = sum(part for part in shown[0] if isinstance(part, float))
    (run,) = (item for item in lines_scene(["AVATAR Tofu Waverly"], size=40).items if hasattr(item, "glyphs"))

    assert sum(widths[gid] for gid in gids) - moves == pytest.approx(1000 * run.advance / run.size, abs=0.1)
