"""The posters that come along: sound, complete, and of one family."""

import re
import tomllib

import pytest
from makers import ROOT

from app.engine.template import FrameStep, QrSlot, TextSlot, faults_of, read_template, sample
from app.engine.template.reading import remarks_of
from app.engine.template.seals import read_seals

FOLDER = ROOT / "poster_templates"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
WORDS = ("text", "imprint")
DAY_OF_THE_WEEK = re.compile(
    r"\b(?:ma|di|wo|do|vr|za|zo|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)\b",
    re.IGNORECASE,
)
UPRIGHT = {"a5", "a4", "a3", "a2", "a1", "a0", "b2", "b1"}


@pytest.fixture(params=NAMES)
def name(request):
    """Each template in turn."""
    return request.param


def test_a_shipped_template_has_no_fault(name, brand):
    """What the project itself ships obeys its own rules, samples included."""
    assert [str(fault) for fault in faults_of(FOLDER / name, brand, gallery=True)] == []


def test_a_shipped_template_serves_paper_square_and_story(name, brand):
    """Each poster has a drawing of its own for the sheet, the square and the story."""
    template = read_template(FOLDER / name, brand)

    assert {found.key for found in template.formats} >= UPRIGHT | {"square", "story"}
    assert len({template.artboard(key).file for key in ("a3", "square", "story")}) == 3


def test_a_shipped_template_has_samples_in_four_languages(name):
    """Dutch, French, English and Arabic samples fill the same slots."""
    paths = [sample(FOLDER / name, language) for language in ("nl", "fr", "en", "ar")]
    texts = [set(tomllib.loads(path.read_text(encoding="utf-8"))["text"]) for path in paths]

    assert all(found == texts[0] for found in texts)


@pytest.mark.parametrize("format_key", ["a3", "square", "story"])
def test_the_foot_of_the_family_is_the_same_on_every_poster(brand, format_key):
    """Word mark and imprint begin at the same place, so that the family is recognised across a street."""
    feet = set()
    for name in NAMES:
        steps = read_template(FOLDER / name, brand).artboard(format_key).steps
        boxes = {step.key: step.box for step in steps if isinstance(step, FrameStep)}
        feet.add((boxes["brand"], boxes["imprint"].x, boxes["imprint"].y))

    assert len(feet) == 1


def boxes_of(name, brand, format_key):
    """Return the frames of a poster by slot or stack."""
    steps = read_template(FOLDER / name, brand).artboard(format_key).steps
    return {step.key: step.box for step in steps if isinstance(step, FrameStep)}


@pytest.mark.parametrize("format_key", ["a3", "square", "story"])
def test_word_mark_partner_and_code_stand_on_one_line(name, brand, format_key):
    """Their frames end at one height; a code without a plate reaches below by its quiet zone."""
    template, boxes = read_template(FOLDER / name, brand), boxes_of(name, brand, format_key)
    code = boxes["qr"]
    quiet = 0.0 if template.slots["qr"].on == "wit" else 0.1 * code.height

    assert code.bottom - quiet == pytest.approx(boxes["brand"].bottom, abs=0.002)
    assert boxes.get("logo", boxes["brand"]).bottom == pytest.approx(boxes["brand"].bottom, abs=1e-6)


@pytest.mark.parametrize("format_key", ["a3", "square", "story"])
def test_words_keep_the_margin_of_the_family(name, brand, format_key):
    """A fifteenth of the width, left and right, and no text lower than the imprint."""
    template, boxes = read_template(FOLDER / name, brand), boxes_of(name, brand, format_key)
    words = [box for key, box in boxes.items() if key in template.stacks or template.slots[key].kind in WORDS]

    assert min(box.x for box in words) == pytest.approx(1 / 15, abs=0.001)
    assert max(box.right for box in words) == pytest.approx(14 / 15, abs=0.001)
    assert max(box.bottom for box in words) == boxes["imprint"].bottom


def test_small_print_is_of_one_plate_or_bare_paper(name, brand):
    """Type of the imprint's size blurs where several plates have to meet."""
    slots = read_template(FOLDER / name, brand).slots

    assert {slots["imprint"].ink, slots["qr"].ink} <= {"zwart", "wit"}


def test_a_code_that_must_be_there_leads_where_its_maker_says(name, brand):
    """Who forgets to fill it in is told so; a proposed address would be printed unread."""
    codes = [slot for slot in read_template(FOLDER / name, brand).slots.values() if isinstance(slot, QrSlot)]

    assert [slot.key for slot in codes if slot.required and slot.default_url] == []


def test_no_date_that_comes_along_names_the_day_of_the_week(name, brand):
    """Next year it would be wrong, and nobody checks a proposal against a calendar."""
    template = read_template(FOLDER / name, brand)
    texts = [one for slot in template.slots.values() if isinstance(slot, TextSlot) for one in proposed(slot)]
    texts += [text for ready in template.ready for words in ready.texts.values() for text in words.values()]
    for path in FOLDER.joinpath(name).glob("sample*.toml"):
        texts += tomllib.loads(path.read_text(encoding="utf-8"))["text"].values()

    assert [text for text in texts if DAY_OF_THE_WEEK.search(text) and re.search(r"\d", text)] == []


def proposed(slot):
    """Return every text that a slot offers to whoever fills it in."""
    return [*slot.placeholder.values(), *(text for texts in slot.suggestions.values() for text in texts)]


def test_the_art_of_a_shipped_template_reaches_as_far_as_any_print_shop_asks(name, brand):
    """Those that print large cut away 5 mm; no poster of ours shows paper there."""
    assert remarks_of(FOLDER / name, brand) == ()


def test_a_shipped_template_that_is_published_is_sealed(name, brand):
    """What people made posters with is written down, so that no later change can break them unseen."""
    template = read_template(FOLDER / name, brand)
    seals, faults = read_seals(FOLDER / name)

    assert not faults.faults
    if template.status == "published":
        assert template.version in seals
