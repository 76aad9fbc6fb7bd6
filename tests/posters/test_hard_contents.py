"""Contents that are hard on a template: the longest titles and headlines, photos and logos of every kind, none at all.

Made by rule from what each slot is (the trials of the contact sheet), so that a new template is tried by being there.
Nothing is painted but what preflight looks at. Where words have no room, saying so is the only right answer.
"""

from collections import Counter

import pytest
from makers import Pictures
from poster_maker import bench, content, files, judged
from poster_matrix import Case
from poster_shelf import LANGUAGES, TEMPLATES, template

from app.engine.findings import Severity
from app.services.contact_sheet.pictures import PREFIX
from app.services.contact_sheet.pictures import made as made_file
from app.services.contact_sheet.speech import LONGEST_JOB
from app.services.contact_sheet.trials import trials_of

# What says: shorten your words. Everything else that words can cause is the template's fault.
SHORTEN = {"overset", "too-long"}
WORDS = ("job", "headline", "full")
PICTURES = ("no-photo", "no-logo", "logo-wide", "logo-tall", "photo-dark", "photo-bright", "photo-busy", "choice")


@pytest.fixture(scope="module")
def trial_files() -> Pictures:
    """Return the files of the trials beside those of the samples."""
    own = Pictures()
    own.photos, own.logos, own.bytes = dict(files().photos), dict(files().logos), dict(files().bytes)
    for name in ("dark", "bright", "busy"):
        own.photo(made_file(name), PREFIX + name)
    for name in ("wide", "tall"):
        own.logo(made_file(name), PREFIX + name)
    return own


def trials(name, keys):
    """Return the trials of a template whose key begins with one of these."""
    return [trial for trial in trials_of(template(name)) if trial.key.startswith(keys)]


def errors(name, trial, languages, own):
    """Return what refuses a trial, by drawing: on the smallest sheet that it serves, in one language after the other.

    Words that do not fit lie where they should not; then only that is told.
    """
    for turn, board in enumerate(template(name).artboards):
        language = languages[turn % len(languages)]
        given = trial.change(content(name, language), bench(name, language))
        found = judged(Case(name, board.formats[0].key, language, "screen"), given, own)
        wrong = [finding for finding in found.findings if finding.severity is Severity.ERROR]
        too_long = [finding for finding in wrong if finding.code in SHORTEN]
        yield from ((trial.key, board.file, language, finding.code, finding.slot) for finding in too_long or wrong)


@pytest.mark.parametrize("name", TEMPLATES)
def test_long_words_are_set_or_refused_for_their_length(name, trial_files):
    """In each script: never on a ground that hides them, off the margin or over something else."""
    scripts = (("nl", "ar", "uk"), ("ar", "uk", "nl"), ("uk", "nl", "ar"))
    tried = zip(trials(name, WORDS), scripts, strict=True)
    found = [error for trial, languages in tried for error in errors(name, trial, languages, trial_files)]

    assert [error for error in found if error[3] not in SHORTEN] == []


@pytest.mark.parametrize("name", [name for name in TEMPLATES if bench(name, "nl").job.max_chars >= len(LONGEST_JOB)])
def test_the_longest_title_of_a_job_has_room(name, trial_files):
    """Wherever a template takes that many letters; the Dutch one is longest, and other languages have long ones too."""
    (trial,) = trials(name, ("job",))

    assert list(errors(name, trial, ("nl",), trial_files)) == []
    assert list(errors(name, trial, LANGUAGES[1:], trial_files)) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_any_photo_logo_and_choice_leaves_a_poster(name, trial_files):
    """Dark, bright and busy photos or none, a logo of any shape or none, and each colour that is offered."""
    tried = trials(name, PICTURES)
    found = [error for trial in tried for error in errors(name, trial, ("nl", "ar"), trial_files)]

    assert tried
    assert found == []


def test_every_kind_of_trial_is_made():
    """The shelf has templates for each of them."""
    kinds = Counter(key for name in TEMPLATES for key in (*WORDS, *PICTURES) if trials(name, (key,)))

    assert set(kinds) == {*WORDS, *PICTURES}
