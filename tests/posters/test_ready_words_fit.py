"""Every ready word of the kit fits every poster that takes it, in every language, and breaks no rule of words."""

from dataclasses import replace
from itertools import cycle, product

import numpy as np
import pytest
from poster_shelf import TEMPLATES, kit, template

from app.engine.check import check
from app.engine.content import Content, Text
from app.engine.content.media import Media
from app.engine.layout import lay_out
from app.engine.preflight import preflight
from app.engine.sheet import FORMATS
from app.engine.template import TextSlot
from app.engine.template.checked import Purpose

TAKERS = {
    name: template(name)
    for name in TEMPLATES
    if any(isinstance(slot, TextSlot) and slot.words for slot in template(name).slots.values())
}

# The narrowest sheets with the largest minimums, and the flattest and the slimmest of screens.
NARROW = ("a6", "a5", "square", "story")


def findings(taker, texts, language, format_key):
    """What is wrong with texts on a poster. What lies behind them is another test's."""
    purpose = Purpose(format=FORMATS[format_key], destination="screen")
    content = Content(language=language, texts={key: Text(text=text) for key, text in texts.items()})
    checked = check(taker, kit(), content, Media(), purpose)
    seen = preflight(checked, lay_out(checked), lambda _: np.zeros((1, 1, 3), np.uint8))
    told = (*checked.findings, *seen)
    return [found.code for found in told if found.slot in texts and "contrast" not in found.code]


def ready(taker, job, reader, message, language):
    """The kit's words for a template, by slot."""
    slots = [slot for slot in taker.slots.values() if isinstance(slot, TextSlot) and slot.words]
    texts = {slot.key: kit().ready.said(slot.words, job, reader, message, language) for slot in slots}
    return {key: text for key, text in texts.items() if text}


CASES = [(name, job) for name, taker in TAKERS.items() for job in taker.professions or kit().ready.jobs]


def sayings(taker, job):
    """Every saying of a job with its language, once: who reads it may make no difference, as to the name of a job."""
    found = {
        (language, tuple(ready(taker, job, reader, message, language).items()))
        for reader, message in kit().ready.jobs[job].texts
        for language in taker.languages
    }
    return sorted(found)


def narrow(taker):
    return [found.key for found in taker.formats if found.key in NARROW]


@pytest.mark.parametrize(("name", "job"), CASES)
def test_the_words_of_a_job_fit(name, job):
    """Each on one of the narrowest sheets in turn, where it must stand at its smallest allowed size at least."""
    taker = TAKERS[name]
    tried = zip(sayings(taker, job), cycle(narrow(taker)), strict=False)

    assert [found for found in tried if findings(taker, dict(found[0][1]), found[0][0], found[1])] == []


@pytest.mark.slow
@pytest.mark.parametrize(("name", "job"), CASES)
def test_the_words_of_a_job_fit_everywhere(name, job):
    """Each on all of the narrowest sheets."""
    taker = TAKERS[name]
    tried = product(sayings(taker, job), narrow(taker))

    assert [found for found in tried if findings(taker, dict(found[0][1]), found[0][0], found[1])] == []


def test_the_measure_finds_words_that_do_not_fit():
    """A headline of long words on a square is overset, and heard."""
    portret = TAKERS["portret"]
    wide = replace(portret.slots["headline"], max_chars=200)
    roomy = replace(portret, slots={**portret.slots, "headline": wide})

    assert "overset" in findings(roomy, {"headline": "Verantwoordelijke kinderbegeleider " * 5}, "nl", "square")
