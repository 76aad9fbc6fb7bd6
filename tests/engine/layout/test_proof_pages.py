"""The pages of a proof as scenes: what stands on them, and how they break."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from makers import brand_slot, imprint_slot, judged, kit, make_content, make_template, photo_slot, text_slot
from other_brand import OTHER

from app.engine.brand import read_brand
from app.engine.content import Text
from app.engine.findings import Finding, Severity
from app.engine.layout import lay_out_proof
from app.engine.names import format_name, format_with_size, long_date
from app.engine.scene import ArtifactBegin, ArtifactEnd, Fill, GlyphRun, TagBegin, TagEnd
from app.engine.sheet import FORMATS
from app.engine.units import MM

DAY = date(2027, 3, 1)
SLOTS = (text_slot("headline", role="H1", required=True), text_slot("lead"), photo_slot(), brand_slot(), imprint_slot())
TEMPLATE = make_template(*SLOTS, formats=("a5", "a4", "a3"))


def proofed(content=None, *, language="nl", findings=None, template=TEMPLATE, format="a3", title="Zorg"):
    poster = judged(template, content or make_content(headline="Warm hart"), format, unfinished=True)
    told = poster.findings if findings is None else findings
    return lay_out_proof(poster.content, title, told, language=language, day=DAY)


def paragraphs(page):
    """Return the role and the words of every tag of a page."""
    found, role, words = [], "", []
    for item in page.items:
        if isinstance(item, TagBegin):
            role, words = item.role, []
        elif isinstance(item, GlyphRun):
            words.append(item.text)
        elif isinstance(item, TagEnd):
            found.append((role, " ".join("".join(words).split())))
    return found


def all_paragraphs(laid):
    return [found for page in laid.pages for found in paragraphs(page)]


def make_finding(severity, number=1):
    words = format_with_size(FORMATS["a3"])
    text = {language: f"{severity} {number}: {words.in_language(language)}." for language in ("nl", "fr", "en")}
    return Finding(code="x", severity=severity, slot="", message=replace(words, **text))


def test_the_first_page_says_what_it_is():
    """Template, format and date under the poster, and that nobody should print it as one."""
    laid = proofed()

    assert paragraphs(laid.pages[0]) == [
        ("P", "Gemaakt · A3 (297 × 420 mm) · proef van 1 maart 2027"),
        ("P", "Dit is een proef om na te lezen. Druk dit blad niet af als affiche."),
    ]
    assert laid.pages[0].title == "Proef: Zorg"


@pytest.mark.parametrize(("key", "lies"), [("a3", False), ("a4-landscape", True), ("square", False), ("story", False)])
def test_the_poster_lies_whole_and_in_proportion_on_a4(key, lies):
    """The page lies as the poster does; the caption finds room under it."""
    template = make_template(*SLOTS[:1], formats=(key,))
    laid = proofed(template=template, format=key)
    page, trim = laid.pages[0].sheet, FORMATS[key].trim

    assert (page.trim.width > page.trim.height) is lies
    assert laid.place.width / laid.place.height == pytest.approx(trim.width / trim.height)
    assert page.trim_box.grown(-10 * MM).contains(laid.place)
    captions = [item for item in laid.pages[0].items if isinstance(item, GlyphRun)]
    assert all(laid.place.bottom < run.origin.y < page.trim.height - 10 * MM for run in captions)


def test_the_watermark_is_decoration_in_outlines_over_the_poster():
    """It lies within the poster, over most of it, and is no word for a reader."""
    laid = proofed()
    start = next(i for i, item in enumerate(laid.pages[0].items) if isinstance(item, ArtifactBegin))
    end = next(i for i, item in enumerate(laid.pages[0].items) if isinstance(item, ArtifactEnd))
    (word,) = (item for item in laid.pages[0].items[start:end] if isinstance(item, Fill))

    assert laid.place.contains(word.path.bounds)
    assert word.path.bounds.width > 0.8 * laid.place.width
    assert 0.2 < word.opacity < 0.5


def test_findings_stand_in_groups_by_weight():
    """What blocks first, each group under its heading, each sentence once."""
    found = [make_finding(severity) for severity in (Severity.NOTE, Severity.WARNING, Severity.ERROR, Severity.ERROR)]

    told = all_paragraphs(proofed(findings=found))
    start = told.index(("H2", "Is deze affiche klaar?"))

    assert [role for role, _ in told[start : start + 8]] == ["H2", "P", "H3", "P", "H3", "P", "H3", "P"]
    assert told[start + 1][1].startswith("Nog niet.")
    assert [words for role, words in told if role == "H3"] == [
        "Dit moet eerst in orde",
        "Dit bekijk je best nog eens",
        "Goed om te weten",
    ]
    assert sum("error 1" in words for _, words in told) == 1


@pytest.mark.parametrize(
    ("severities", "verdict"),
    [((), "Ja. We vonden niets"), ((Severity.NOTE,), "Ja, niets houdt haar tegen."), ((Severity.ERROR,), "Nog niet.")],
)
def test_the_verdict_follows_the_findings(severities, verdict):
    """And so does what is signed."""
    told = all_paragraphs(proofed(findings=[make_finding(severity) for severity in severities]))
    agreement = told.index(("H2", "Akkoord"))

    assert told[told.index(("H2", "Is deze affiche klaar?")) + 1][1].startswith(verdict)
    assert ("zodra" in told[agreement + 1][1]) is (Severity.ERROR in severities)
    assert [words for _, words in told[agreement + 2 :]] == ["Naam", "Datum", "Handtekening"]


def test_every_text_is_listed_with_its_label_in_its_own_language():
    """To be read through; the brand's own mark is not."""
    content = make_content(headline="Warm hart,\nvast contract.", lead=Text(text="Grand cœur.", language="fr"))
    laid = proofed(content)
    told = [words for _, words in all_paragraphs(laid)]
    languages = {item.language for page in laid.pages[1:] for item in page.items if isinstance(item, TagBegin)}

    assert told[told.index("Headline") + 1] == "Warm hart, vast contract."
    assert told[told.index("Lead") + 1] == "Grand cœur."
    assert languages == {"nl", "fr"}
    assert "Merk" not in told


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "Is deze affiche klaar?"), ("fr", "Cette affiche est-elle prête ?"), ("en", "Is this poster ready?")],
)
def test_a_proof_speaks_the_language_of_its_reader(language, words):
    """Whatever the language of the poster."""
    laid = proofed(make_content(headline="مرحبا بك", language="ar"), language=language)

    assert ("H2", words) in all_paragraphs(laid)
    assert {page.language for page in laid.pages} == {language}
    assert "ar" in {item.language for page in laid.pages for item in page.items if isinstance(item, TagBegin)}


def test_a_long_report_goes_on_over_pages():
    """Nothing falls off a page, nothing is lost, and no heading stays behind alone."""
    found = [make_finding(Severity.WARNING, number) for number in range(120)]
    laid = proofed(findings=found)
    told = all_paragraphs(laid)

    assert len(laid.pages) > 3
    assert sum(words.startswith("warning ") for _, words in told) == 120
    for page in laid.pages[1:]:
        runs = [item for item in page.items if isinstance(item, GlyphRun)]
        assert all(page.sheet.trim_box.grown(-10 * MM).holds(run.origin) for run in runs)
        assert paragraphs(page)[-1][0] == "P"


def test_a_text_longer_than_a_page_goes_on_in_the_next():
    """A proof of a poster that is much too long shows all of it."""
    words = " ".join(f"woord{number}" for number in range(1800))
    told = all_paragraphs(proofed(make_content(headline="Zorg", lead=words)))

    assert " ".join(text for _, text in told if text.startswith("woord")) == words


def test_pages_have_their_own_order_of_reading():
    """Headings before what they stand over."""
    for page in proofed(findings=[make_finding(Severity.NOTE, number) for number in range(90)]).pages:
        orders = [item.order for item in page.items if isinstance(item, TagBegin)]

        assert all(one < other for one, other in pairwise(orders))


def test_another_brand_has_proofs_in_its_own_type_and_colours():
    """A kit names its styles and colours as it likes."""
    other = read_brand(OTHER)
    poster = replace(judged(TEMPLATE, make_content(headline="Zorg")).content, brand=other)
    found = [make_finding(severity) for severity in Severity]

    laid = lay_out_proof(poster, "Zorg", found, language="nl", day=DAY)
    inks = {item.paint for page in laid.pages for item in page.items if isinstance(item, Fill)}

    assert {run.face.digest for page in laid.pages for run in page.items if isinstance(run, GlyphRun)} <= {
        face.digest for style in other.styles.values() for face in style.faces
    }
    assert inks & set(other.palette.values())
    assert not inks & (set(kit().palette.values()) - set(other.palette.values()))


@pytest.mark.parametrize(
    ("key", "nl", "fr", "en"),
    [
        ("a3", "A3", "A3", "A3"),
        ("b1-landscape", "B1 liggend", "B1 paysage", "B1 landscape"),
        ("mupi", *["2\u00a0m²"] * 3),
        ("square", "Vierkant", "Carré", "Square"),
    ],
)
def test_formats_have_names(key, nl, fr, en):
    """As people call them."""
    name = format_name(FORMATS[key])

    assert (name.nl, name.fr, name.en) == (nl, fr, en)


def test_every_format_and_month_has_a_name():
    """In every language of the interface, with its size."""
    for found in FORMATS.values():
        assert f"({found.width} × {found.height}\u00a0{found.unit})" in format_with_size(found).fr
    assert [long_date(date(2027, month, 1)).fr.split()[1] for month in (1, 8, 12)] == ["janvier", "août", "décembre"]


def test_french_counts_the_first_day_of_a_month():
    """And numbers the others; Dutch and English number all."""
    first, second = long_date(date(2027, 3, 1)), long_date(date(2027, 3, 2))

    assert (first.nl, first.fr, first.en) == ("1 maart 2027", "1er mars 2027", "1 March 2027")
    assert second.fr == "2 mars 2027"
