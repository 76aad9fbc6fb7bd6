"""Every poster of the shelf under a second brand: its colours, its type and its name, and nothing of the first."""

from collections.abc import Iterator

import pikepdf
import press_rules
import pytest
from other_brand import make_kompas, traces_of_the_first_brand
from page_walk import walked
from poster_maker import page_texts, painted, under
from poster_shelf import SHELF, TEMPLATES
from poster_shelf import kit as first_kit

from app.engine.brand import check_brand
from app.engine.template import faults_of


@pytest.fixture(scope="module")
def kompas(tmp_path_factory):
    """The second kit, checked whole."""
    return check_brand(make_kompas(tmp_path_factory.mktemp("brands") / "kompas"))


@pytest.fixture(scope="module")
def made(kompas):
    """A function that makes the sample of a template in Dutch as a print file."""
    done = {}

    def make(name):
        if name not in done:
            poster = under(kompas, name)
            done[name] = poster, painted(poster)
        return done[name]

    return make


def numbers(kit):
    """Return the palette as a file holds it."""
    return {tuple(round(share, 4) for share in ink.cmyk) for ink in kit.palette.values()}


def strings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield every text, name and stream of a file that is no picture, profile or font program."""
    for found in pdf.objects:
        yield from _strings(found)
        if isinstance(found, pikepdf.Stream) and not {"/N", "/Length1", "/Width"} & set(found.keys()):
            yield found.read_bytes().decode("utf-8", errors="replace")


def _strings(found: object) -> Iterator[str]:
    """Yield the texts and names of an object; others that it refers to are visited for themselves."""
    if isinstance(found, pikepdf.String | pikepdf.Name):
        yield str(found)
        return
    parts = found.values() if isinstance(found, pikepdf.Dictionary) else ()
    if isinstance(found, pikepdf.Stream):
        parts = [found[key] for key in found.keys()]  # noqa: SIM118 - a stream is no mapping
    elif isinstance(found, pikepdf.Array):
        parts = list(found)
    for part in parts:
        if not getattr(part, "is_indirect", False):
            yield from _strings(part)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_holds_under_another_brand(kompas, name):
    """Not one of its drawings, samples or versions has to be touched."""
    assert faults_of(SHELF / name, kompas, gallery=True) == ()


@pytest.mark.parametrize("name", TEMPLATES)
def test_only_the_other_palette_is_printed(made, kompas, name):
    """Outside of pictures every ink is one of it; even in them none is left of the first."""
    pdf = press_rules.opened(made(name)[1])
    marks = [mark for mark in walked(pdf.pages[0]) if mark.kind in ("area", "text", "line")]
    inks = {mark.color.numbers for mark in marks if mark.color.pattern is None}
    drawn = {mark.color.numbers for mark in marks if not any(tag == "/Figure" for tag, _ in mark.marks)}

    assert not inks & (numbers(first_kit()) - numbers(kompas))
    assert drawn <= numbers(kompas), sorted(drawn - numbers(kompas))
    assert len(drawn) >= 3


@pytest.mark.parametrize("name", TEMPLATES)
def test_only_the_other_type_is_set(made, name):
    """Every font in the file is the other brand's."""
    pdf = press_rules.opened(made(name)[1])
    fonts = {
        str(found.BaseFont) for found in pdf.objects if isinstance(found, pikepdf.Dictionary) and "/BaseFont" in found
    }

    assert fonts
    assert all("KompasSlab" in font for font in fonts), fonts


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_in_the_file_speaks_of_the_first_brand(made, name):
    """Neither words, alternative texts, metadata nor the address of the code; the other brand signs the poster."""
    poster, data = made(name)
    told = "\n".join([*strings(press_rules.opened(data)), *page_texts(data)])
    codes = [code.url for _, code in poster.content.qrs()]

    assert traces_of_the_first_brand("\n".join([told, *codes])) == []
    assert "Kompas" in told
    assert all(url.startswith("https://kompas.example") for url in codes)


def test_the_other_brand_words_its_imprint(made):
    """The lead of the line that the law asks for is a text of the kit."""
    _, data = made(TEMPLATES[0])

    assert any("Uitgegeven door:" in " ".join(text.split()) for text in page_texts(data))
