"""The contact sheet of a template: which pictures there are, what is in them, and what changes when a file is saved."""

import io
import re

import numpy as np
import pytest
from PIL import Image

from app.engine.content import Content, Text, read_content
from app.engine.fonts import count_chars
from app.services.contact_sheet import ContactSheet
from app.services.contact_sheet.pictures import made
from app.services.contact_sheet.speech import LONGEST_JOB, Speech
from app.services.contact_sheet.trials import Bench, base_of, in_two_languages, trials_of


@pytest.fixture
def content_of(workshop, tiny_folder):
    """Return what a trial fills the tiny template with, in a language."""
    brand = workshop.catalog.brand
    template = workshop.catalog.at(str(tiny_folder))
    samples = {"nl": read_content((tiny_folder / "sample.toml").read_text(encoding="utf-8"), file="sample.toml")}

    def filled(key, language="nl", samples=samples):
        bench = Bench(template, brand, Speech(brand, language))
        (trial,) = (trial for trial in trials_of(template) if trial.key == key)
        return trial.change(base_of(bench, samples, language), bench)

    return filled


def _cell(state, key):
    return next(cell for cell in state.cells if cell.key == key)


def _spoil(folder, file, old, new):
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_format_meets_every_language_and_every_trial(sheet):
    """Nothing that can be made is left out; each picture has an address of its own."""
    state = sheet.look()

    trials = {cell.trial.key for cell in state.cells}
    assert trials == {
        "sample", "shortest", "job", "headline", "full", "no-photo", "no-logo", "logo-wide", "logo-tall",
        "photo-dark", "photo-bright", "photo-busy", "choice-ground-bos", "choice-ground-koraal",
    }  # fmt: skip
    assert {cell.format.key for cell in state.cells} == {"a5", "a3", "b2", "square"}
    assert {cell.language for cell in state.cells} == {"nl", "fr", "en", "ar"}
    assert len({cell.key for cell in state.cells}) == len(state.cells) == 4 * 4 * len(trials)


def test_a_bilingual_template_is_seen_in_two_languages(workshop):
    """With its own sample where there is one; else in words of both, whichever comes first."""
    template = workshop.catalog.get("infodag")
    bench = Bench(template, workshop.catalog.brand, Speech(workshop.catalog.brand, "ar"))
    samples = {"nl": Content(language="nl", texts={"title": Text(text="Kom kijken.")})}
    both = {"nl": Content(language="nl", second_language="fr")}

    assert "two-languages" in {trial.key for trial in trials_of(template)}
    assert in_two_languages(bench, samples, both, "nl") is both["nl"]
    made_up = in_two_languages(bench, samples, both, "ar")
    assert (made_up.language, made_up.second_language) == ("ar", "nl")
    assert made_up.texts["title-2"].text == "Kom kijken."
    assert made_up.texts["title"].text


def test_the_words_of_trials_are_as_long_as_they_say(content_of):
    """The headline of 90 characters stops where the template does; the title of a job is whole."""
    assert content_of("job").texts["headline"].text == LONGEST_JOB
    assert 30 <= count_chars(content_of("headline").texts["headline"].text) <= 40
    assert {key: text.text for key, text in content_of("shortest").texts.items()} == {"headline": "Ja."}
    full = content_of("full").texts
    assert set(full) == {"headline", "lead", "place"}
    assert all(100 <= count_chars(full[key].text) <= 120 for key in ("lead", "place"))


def test_a_language_without_a_sample_speaks_with_the_words_of_the_brand(content_of):
    """Arabic is tried with Arabic; photo, choice and code are those of the Dutch sample."""
    content = content_of("sample", "ar")

    assert re.search("[\u0600-\u06ff]", content.texts["headline"].text)
    assert content.language == "ar"
    assert content.photos == content_of("sample").photos
    assert content.choices == {"ground": "koraal"}


def test_a_template_without_any_sample_is_filled_all_the_same(content_of):
    """A new drawing is looked at before anybody has written a sample."""
    content = content_of("sample", samples={})

    assert set(content.texts) == {"headline", "lead", "place"}
    assert content.photos["photo"].illustration
    assert (set(content.logos), set(content.qrs)) == ({"logo"}, {"qr"})
    assert not content.imprint.is_empty


def test_what_is_left_out_is_left_out_and_what_is_chosen_is_chosen(content_of):
    """One thing differs from the sample at a time."""
    assert content_of("no-photo").photos == {}
    assert content_of("no-logo").logos == {}
    assert content_of("choice-ground-bos").choices == {"ground": "bos"}
    assert content_of("photo-busy").photos["photo"].consent


@pytest.mark.parametrize(("name", "low", "high"), [("dark", 0, 64), ("bright", 190, 256), ("busy", 60, 200)])
def test_the_photos_are_as_hard_as_their_names(name, low, high):
    """Dark, bright, and light beside dark everywhere; the same bytes every time."""
    with Image.open(io.BytesIO(made(name))) as image:
        pixels = np.asarray(image.reduce(16).convert("L"), dtype=float)

    assert low <= pixels.mean() < high
    assert (pixels.std() > 50) == (name == "busy")


def test_a_picture_is_drawn_with_what_the_rules_say_of_it(sheet):
    """A photo is part of the picture: an image in a page fetches nothing."""
    state = sheet.look()
    drawn = sheet.draw(_cell(state, "a3.nl.photo-dark"))
    job = sheet.draw(_cell(state, "square.nl.job"))

    assert drawn.svg.startswith("<svg")
    assert "data:image/jpeg;base64," in drawn.svg
    assert "photo-dark" in {finding.code for finding in drawn.findings}
    assert ("too-long", "headline") in {(finding.code, finding.slot) for finding in job.findings}
    assert sheet.draw(_cell(sheet.look(), "square.nl.job")) is job


def test_a_drawing_that_is_saved_changes_the_pictures_of_its_formats_alone(sheet, tiny_folder):
    """The others are not made again."""
    before = sheet.look()
    kept, old = sheet.draw(_cell(before, "a3.nl.sample")), sheet.draw(_cell(before, "square.nl.sample"))
    _spoil(tiny_folder, "square.svg", 'fill="#ec5e55"', 'fill="#582858"')

    after = sheet.look()

    assert {key for key in before.marks if before.marks[key] != after.marks[key]} == {"square"}
    assert after.plan == before.plan
    assert sheet.draw(_cell(after, "a3.nl.sample")) is kept
    assert sheet.draw(_cell(after, "square.nl.sample")).svg != old.svg


def test_a_text_file_that_is_saved_changes_every_picture(sheet, tiny_folder):
    """Its slots stand in all of them; a format more is another plan."""
    before = sheet.look()
    _spoil(tiny_folder, "template.toml", 'ink = "inkt"', 'ink = "zwart"')
    inked = sheet.look()
    _spoil(tiny_folder, "template.toml", '"a5", "a3"', '"a5", "a4", "a3"')

    assert all(inked.marks[key] != before.marks[key] for key in before.marks)
    assert inked.plan == before.plan
    assert sheet.look().plan != before.plan


def test_faults_stand_beside_the_pictures_as_they_were(sheet, tiny_folder):
    """A drawing is broken many times while it is drawn; when it is mended the faults are gone."""
    sound = sheet.look()
    _spoil(tiny_folder, "a3.svg", 'fill="#feca34"', 'fill="#feca35"')
    broken = sheet.look()
    _spoil(tiny_folder, "a3.svg", 'fill="#feca35"', 'fill="#feca34"')

    assert [(fault.file, fault.where) for fault in broken.faults] == [(str(tiny_folder / "a3.svg"), "#rule")]
    assert (broken.template, broken.marks) == (sound.template, sound.marks)
    assert sheet.draw(_cell(broken, "a3.nl.sample")).svg
    assert (sheet.look().faults, sheet.look().marks) == ((), sound.marks)


def test_a_template_that_never_worked_has_faults_and_no_pictures(workshop, tiny_folder):
    """Nothing is guessed."""
    (tiny_folder / "template.toml").write_text("version = ")

    state = ContactSheet(workshop, tiny_folder).look()

    assert (state.template, state.cells, state.trials, len(state.faults) > 0) == (None, (), (), True)
