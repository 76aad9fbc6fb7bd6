"""Every ready word of the kit fits every poster that takes it, in every language, and breaks no rule of words."""

from dataclasses import replace
from itertools import cycle, product
from pathlib import Path

import numpy as np
import pytest

from app.engine.brand import read_brand
from app.engine.check import check
from app.engine.content import Content, Text
from app.engine.content.media import Media
from app.engine.layout import lay_out
from app.engine.preflight import preflight
from app.engine.sheet import FORMATS
from app.engine.template import TextSlot, read_template
from app.engine.template.checked import Purpose

ROOT = Path(__file__).parents[2]
KIT = read_brand(ROOT / "brand_assets" / "career")
TEMPLATES = [read_template(file.parent, KIT) for file in sorted((ROOT / "poster_templates").glob("*/template.toml"))]
TAKERS = {
    template.key: template
    for template in TEMPLATES
    if any(isinstance(slot, TextSlot) and slot.words for slot in template.slots.values())
}

# The narrowest sheets with the largest minimums, and the flattest and the slimmest of screens.
NARROW = ("a6", "a5", "square", "story")


def findings(template, texts, language, format_key):
    """What is wrong with texts on a poster. What lies behind them is another test's."""
    purpose = Purpose(format=FORMATS[format_key], destination="screen")
    content = Content(language=language, texts={key: Text(text=text) for key, text in texts.items()})
    checked = check(template, KIT, content, Media(), purpose)
    seen = preflight(checked, lay_out(checked), lambda _: np.zeros((1, 1, 3), np.uint8))
    told = (*checked.findings, *seen)
    return [found.code for found in told if found.slot in texts and "contrast" not in found.code]


def ready(template, job, reader, message, language):
    """The kit's words for a template, by slot."""
    slots = [slot for slot in template.slots.values() if isinstance(slot, TextSlot) and slot.words]
    texts = {slot.key: KIT.ready.said(slot.words, job, reader, message, language) for slot in slots}
    return {key: text for key, text in texts.items() if text}


CASES = [(name, job) for name, taker in TAKERS.items() for job in taker.professions or KIT.ready.jobs]


def sayings(template, job):
    """Every saying of a job with its language, once: who reads it may make no difference, as to the name of a job."""
    found = {
        (language, tuple(ready(template, job, reader, message, language).items()))
        for reader, message in KIT.ready.jobs[job].texts
        for language in template.languages
    }
    return sorted(found)


def narrow(template):
    return [found.key for found in template.formats if found.key in NARROW]


@pytest.mark.parametrize(("name", "job"), CASES)
def test_the_words_of_a_job_fit(name, job):
    """Each on one of the narrowest sheets in turn, where it must stand at its smallest allowed size at least."""
    template = TAKERS[name]
    formats = narrow(template)
    tried = zip(sayings(template, job), cycle(formats), strict=False)

    assert [found for found in tried if findings(template, dict(found[0][1]), found[0][0], found[1])] == []


@pytest.mark.slow
@pytest.mark.parametrize(("name", "job"), CASES)
def test_the_words_of_a_job_fit_everywhere(name, job):
    """Each on all of the narrowest sheets."""
    template = TAKERS[name]
    tried = product(sayings(template, job), narrow(template))

    assert [found for found in tried if findings(template, dict(found[0][1]), found[0][0], found[1])] == []


def test_the_measure_finds_words_that_do_not_fit():
    """A headline of long words on a square is overset, and heard."""
    template = TAKERS["portret"]
    wide = replace(template.slots["headline"], max_chars=200)
    template = replace(template, slots={**template.slots, "headline": wide})

    assert "overset" in findings(template, {"headline": "Verantwoordelijke kinderbegeleider " * 5}, "nl", "square")
