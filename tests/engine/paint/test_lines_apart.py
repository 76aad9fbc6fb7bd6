"""Lines and directional runs stay apart for readers, however large the poster, small its copy and near the edge."""

import pytest
from reading import at_home, extracted, printed
from scenes import make_scene, runs, tagged

from app.engine.geometry import Point
from app.engine.sheet import FORMATS

A4 = FORMATS["a4"].trim

MIXED = ["دار الرعاية، Lindestraat 12، دندرموندي", "مع WWW في", "في De Linde vzw نعم"]


def words(data):
    return " ".join(" ".join(extracted(data)).split())


@pytest.mark.parametrize("line", MIXED)
@pytest.mark.parametrize("format", ["a5", "a4", "a3", "a0"])
def test_a_mixed_line_keeps_its_words_apart_in_every_copy(line, format):
    """A reader compares widths of letters with distances on the page, and an A0 made A4 is a quarter of its size."""
    unit = FORMATS[format].trim.width / A4.width
    scenes = [
        make_scene(
            *tagged(
                *runs(line, at=Point(20 * unit, 300 * unit), size=size * unit, language="ar", weight=weight),
                language="ar",
            ),
            format=format,
        )
        for size in (9, 24)
        for weight in ("400Regular", "900Black")
    ]

    assert [words(at_home(scene, paper=A4)) for scene in scenes] == [line] * 4
    assert [words(printed(scene)) for scene in scenes] == [line] * 4


@pytest.mark.parametrize("line", MIXED)
@pytest.mark.parametrize("y", [20, 40, 830])
def test_a_mixed_line_at_the_edge_keeps_its_words_apart(line, y):
    """The space that parts its directional runs is off the page there, where a reader does not look."""
    scene = make_scene(*tagged(*runs(line, at=Point(20, y), size=20, language="ar"), language="ar"))

    assert [words(printed(scene)), words(at_home(scene))] == [line] * 2


@pytest.mark.parametrize("format", ["a4", "a0"])
@pytest.mark.parametrize(("first", "second", "language"), [("mini", "Werk mee", "nl"), ("تعال وشاهد", "بنفسك", "ar")])
@pytest.mark.parametrize("leading", [0.75, 0.85, 0.95, 1.2])
def test_lines_set_tight_are_read_one_after_the_other(format, first, second, language, leading):
    """A narrow letter above a wide one is where a reader is quickest to see one line, most of all in a small copy."""
    unit = FORMATS[format].trim.width / A4.width
    for size in (8, 60):
        lines = [
            run
            for text, y in ((first, 400), (second, 400 + leading * size))
            for run in runs(text, at=Point(30 * unit, y * unit), size=size * unit, language=language, weight="900Black")
        ]
        scene = make_scene(*tagged(*lines, language=language), format=format)

        assert [words(printed(scene)), words(at_home(scene, paper=A4))] == [f"{first} {second}"] * 2
