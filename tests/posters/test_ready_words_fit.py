"""Every ready word of the kit fits every poster that takes it, in every language, and breaks no rule of words."""

from dataclasses import replace
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

# The narrowest sheet with the largest minimums, and the flattest and the slimmest of screens.
NARROW = ("a5", "square", "story")


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


@pytest.mark.parametrize("job", KIT.ready.jobs)
@pytest.mark.parametrize("name", TAKERS)
def test_the_words_of_a_job_fit(name, job):
    """On the narrowest sheets, where they must stand at their smallest allowed size at least."""
    template = TAKERS[name]
    formats = [found.key for found in template.formats if found.key in NARROW]
    # What a template takes may be the same whoever reads it, such as the name of the job alone.
    sayings = {
        (language, tuple(ready(template, job, reader, message, language).items()))
        for reader, message in KIT.ready.jobs[job].texts
        for language in template.languages
    }
    told = {
        (language, format_key, texts)
        for language, texts in sayings
        for format_key in formats
        if findings(template, dict(texts), language, format_key)
    }

    assert told == set()


def test_the_measure_finds_words_that_do_not_fit():
    """A headline of long words on a square is overset, and heard."""
    template = TAKERS["portret"]
    wide = replace(template.slots["headline"], max_chars=200)
    template = replace(template, slots={**template.slots, "headline": wide})

    assert "overset" in findings(template, {"headline": "Verantwoordelijke kinderbegeleider " * 5}, "nl", "square")
