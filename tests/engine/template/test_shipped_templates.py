"""The posters that come along: sound, complete, and of one family."""

import tomllib
from pathlib import Path

import pytest

from app.engine.template import FrameStep, faults_of, read_template, sample

FOLDER = Path(__file__).parents[3] / "poster_templates"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
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
    """Word mark and imprint stand at the same place, so that the family is recognised across a street."""
    feet = set()
    for name in NAMES:
        steps = read_template(FOLDER / name, brand).artboard(format_key).steps
        boxes = {step.key: step.box for step in steps if isinstance(step, FrameStep)}
        feet.add((boxes["brand"], boxes["imprint"]))

    assert len(feet) == 1
