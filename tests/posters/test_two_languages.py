"""Posters in two languages: found by their samples, whole in every format, and neither language below the other."""

from dataclasses import replace

import press_rules
import pytest
import tag_rules
from poster_maker import bench, bilingual, content, drawn, judged, page_texts, painted
from poster_matrix import Case
from poster_shelf import TEMPLATES, template

from app.engine.content import Text
from app.engine.findings import Severity, has_errors
from app.services.contact_sheet.trials import trials_of

BILINGUAL = [name for name in TEMPLATES if bilingual(name)]
EVERYWHERE = [
    Case(name, format.key, "nl", "print" if format.unit == "mm" else "screen")
    for name in BILINGUAL
    for format in template(name).formats
]


def in_both(name, first, second):
    """Return two samples of one language put together."""
    one, other = content(name, first), content(name, second)
    pairs = template(name).translations.items()
    again = {key: Text(text=other.texts[original].text) for original, key in pairs if original in other.texts}
    return replace(one, second_language=second, texts={**one.texts, **again})


def sizes(found):
    """Return the sizes of every text that is set, line by line where lines differ."""
    return {fit.slot: fit.sizes or (fit.size,) for fit in found.scene.texts}


def test_three_posters_at_least_speak_two_languages():
    """Dutch and French, as Brussels needs them."""
    assert len(BILINGUAL) >= 3
    assert all(("nl", "fr") in bilingual(name) for name in BILINGUAL)


@pytest.mark.parametrize("case", EVERYWHERE, ids=str)
def test_a_bilingual_sample_breaks_no_rule_in_any_format(case):
    """Nothing too small, too long or pale, in no shape; and whatever is said twice is as large both times."""
    found = judged(case, bilingual(case.template)["nl", "fr"])

    assert not has_errors(found.findings), [(finding.code, finding.slot) for finding in found.findings]
    said = sizes(found)
    for original, translation in template(case.template).translations.items():
        assert said[translation] == pytest.approx(said[original], rel=0.01)


@pytest.mark.parametrize("name", BILINGUAL)
@pytest.mark.parametrize(("first", "second"), [("fr", "nl"), ("nl", "ar"), ("ar", "nl")])
def test_any_two_languages_are_set_each_in_its_direction(name, first, second):
    """A line from right to left beside one from left to right; each keeps to its own side."""
    found = judged(Case(name, "a3", first, "print"), in_both(name, first, second))

    assert not [
        finding for finding in found.findings if finding.code in ("overset", "missing-glyph", "second-language")
    ]
    turns = {(run.language, run.level % 2) for run in found.scene.items if hasattr(run, "glyphs")}
    assert {(first, int(first == "ar")), (second, int(second == "ar"))} <= turns


@pytest.mark.parametrize("name", BILINGUAL)
def test_a_reader_hears_each_text_in_its_language(name):
    """Every element of the tagged file names its language; the file is as good for the press as any other."""
    given = bilingual(name)["nl", "fr"]
    data = painted(judged(Case(name, "a4", "nl", "print"), given))

    assert press_rules.faults(data, trim_mm=(210, 297)) == []
    with press_rules.opened(data) as pdf:
        assert tag_rules.faults(pdf, "nl") == []
        spoken = [str(found.object.get("/Lang", "nl")) for found in tag_rules.elements(pdf)]
    assert spoken.count("fr") == len([key for key in template(name).translations.values() if key in given.texts])
    read = [" ".join(text.split()) for text in page_texts(data)]
    assert all(" ".join(text.text.split()) in each for text in given.texts.values() for each in read)


@pytest.mark.parametrize("name", BILINGUAL)
def test_what_is_kept_in_a_second_language_does_not_show(name):
    """Without the second language the poster is, pixel by pixel, the one that never had it."""
    case = Case(name, "a4", "nl", "screen")
    kept = replace(bilingual(name)["nl", "fr"], second_language="")
    plain = {key: text for key, text in kept.texts.items() if key not in template(name).translations.values()}

    assert (drawn(judged(case, kept), 200) == drawn(judged(case, replace(kept, texts=plain)), 200)).all()


@pytest.mark.parametrize("case", [case for case in EVERYWHERE if case.template == "vacature"], ids=str)
def test_a_vacancy_has_room_for_two_languages_at_full_length(case):
    """Every field filled to its last letter in Dutch and in French, on every sheet."""
    (full,) = [trial for trial in trials_of(template(case.template)) if trial.key == "full"]
    given = full.change(bilingual(case.template)["nl", "fr"], bench(case.template, "nl"))
    slots, speech = template(case.template).slots, bench(case.template, "fr").speech
    pairs = enumerate(template(case.template).translations.items())
    french = {key: Text(text=speech.text(slots[original].max_chars, turn)) for turn, (original, key) in pairs}
    found = judged(case, replace(given, texts={**given.texts, **french}))

    assert [(finding.code, finding.slot) for finding in found.findings if finding.severity is Severity.ERROR] == []


def test_a_date_in_figures_has_the_room_of_both():
    """It is the same in both languages: said once, it is as wide as two."""
    case = Case("infodag", "a3", "nl", "print")
    given = bilingual("infodag")["nl", "fr"]
    texts = {key: text for key, text in given.texts.items() if key != "date-2"} | {"date": Text(text="14.03")}
    found = judged(case, replace(given, texts=texts))
    box = {fit.slot: fit.box for fit in judged(case, given).scene.texts}["date"]

    assert {fit.slot: fit.box for fit in found.scene.texts}["date"].width > 2 * box.width
    assert "second-language" not in [finding.code for finding in found.findings]
