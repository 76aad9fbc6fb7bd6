"""The ready words of a kit: complete, distinct, within limits; what is not is told with place and cure."""

import shutil
from itertools import product

import pytest
from other_brand import CAREER, OTHER

from app.engine.brand import MESSAGES, READERS, read_brand
from app.engine.fonts import count_chars
from app.engine.template.head import PROFESSIONS

NURSE, RULES, OTHERS = "words/verpleegkundige.toml", "words/rules.toml", "words/other.toml"
ENGLISH = "Study nursing.\\nWork is waiting."

WHERE = "starters.security.headline.en"

# file, text in it, what it becomes, key of the fault, words of the problem
CHANGES = {
    "shouts": (NURSE, ENGLISH, "Study nursing!", WHERE, "shouts"),
    "capitals": (NURSE, ENGLISH, "STUDY NURSING", WHERE, "in capitals"),
    "misspelt": (NURSE, ENGLISH, "Your Careër in nursing", WHERE, "not how the name"),
    "flagged": (NURSE, ENGLISH, "Care for the elderly", WHERE, "a word to flag"),
    "worn out": (NURSE, ENGLISH, "Nursing is my Passion", WHERE, "a word to avoid"),
    "too long": (NURSE, ENGLISH, "Study nursing. " * 4 + "Now.", WHERE, "64 characters"),
    "too many lines": (NURSE, ENGLISH, "Study.\\nLearn.\\nWork.", WHERE, "3 lines"),
    "unseen space": (NURSE, ENGLISH, "Study nursing. ", WHERE, "space that nobody sees"),
    "empty": (NURSE, ENGLISH, "", WHERE, "is empty"),
    "twice": (NURSE, ENGLISH, "The sensor beeps.\\nYou know what to do.", "starters.innovation.headline.en", "also"),
    "language missing": (NURSE, f'en = "{ENGLISH}"\n', "", WHERE, "is missing"),
    "language unknown": (NURSE, f'en = "{ENGLISH}"', f'en = "{ENGLISH}"\nes = "Sí"', f"{WHERE[:-2]}es", "unknown"),
    "body missing": (NURSE, "[insiders.dynamic.body]", "[insiders.dynamic.bdy]", "insiders.dynamic.body", "is missing"),
    "message unknown": (NURSE, "[insiders.dynamic.body]", "[insiders.dynamo.body]", "insiders.dynamo", "unknown key"),
    "reader unknown": (NURSE, "[job]", "[retired.dynamic]\n[job]", "retired", "unknown key"),
    "name missing": (NURSE, 'tr = "Hemşire"\n', "", "job.tr", "is missing"),
    "no TOML": (NURSE, "[job]", "[job", "toml", "Expected"),
    "job without a file": (RULES, '"zorgkundige"', '"zorgkundig"', "jobs", "no file"),
    "limit missing": (RULES, "max_chars = 52\n", "", "headline.max_chars", "is missing"),
    "language that is none": (RULES, 'full = ["nl"', 'full = ["nl", "es"', "full", "not known"),
    "rules misspelt": (RULES, "[avoid]", "[avoyd]", "avoyd", "unknown key"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_no_poster_should_say_is_a_fault(change, tmp_path, faults_of):
    """The author is told file, line, key, problem and cure."""
    name, old, new, where, problem = change
    folder = shutil.copytree(CAREER, tmp_path / "career")
    text = (folder / name).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")

    told = [fault for fault in faults_of(folder) if fault.where == where and problem in fault.problem]

    assert [fault.file for fault in told] == [f"career/{name}"]
    assert told[0].line > 0
    assert told[0].cure
    assert "\n" not in str(told[0])


def test_a_short_word_in_capitals_is_an_abbreviation(tmp_path):
    """As on a poster: so many letters as the kit allows are no shout."""
    folder = shutil.copytree(CAREER, tmp_path / "career")
    text = (folder / NURSE).read_text(encoding="utf-8")
    (folder / NURSE).write_text(text.replace(ENGLISH, "NURSE"), encoding="utf-8")

    ready = read_brand(folder).ready

    assert ready.said("headline", "verpleegkundige", "starters", "security", "en") == "NURSE"


def test_faults_of_several_files_are_told_at_once(tmp_path, faults_of):
    """Two authors hear of their mistakes in one go."""
    folder = shutil.copytree(CAREER, tmp_path / "career")
    for name in (NURSE, OTHERS):
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write("\n[more]\n")

    assert {fault.file for fault in faults_of(folder)} == {f"career/{NURSE}", f"career/{OTHERS}"}


def test_bytes_that_are_no_text_are_a_fault(tmp_path, faults_of):
    """A file in another encoding is named instead of printed."""
    folder = shutil.copytree(CAREER, tmp_path / "career")
    file = folder / NURSE
    file.write_bytes(file.read_bytes().replace("Infirmier / infirmière".encode(), b"Infirmi\xe8re"))

    assert [fault.where for fault in faults_of(folder)] == ["job.fr"]


def test_a_kit_without_words_has_none(other):
    """Ready words are a gift, no duty."""
    assert not (OTHER / "words").exists()
    assert other.ready.said("headline", "verpleegkundige", "starters", "dynamic", "nl") == ""


@pytest.mark.parametrize("job", [*PROFESSIONS, "other"])
def test_every_job_has_words_for_every_reader_and_message(career, job):
    """Headlines in every language of the kit, bodies in three; and the job has a name in each."""
    known = career.ready.jobs[job]

    assert set(known.texts) == set(product(READERS, MESSAGES))
    assert set(known.name) == set(career.languages)
    for text in known.texts.values():
        assert set(text.headline) == set(career.languages)
        assert set(text.body) == {"nl", "fr", "en"}


def test_the_words_are_for_the_jobs_that_posters_know(career):
    """In the same order, with any other job at the end."""
    assert tuple(career.ready.jobs) == (*PROFESSIONS, "other")


def test_no_headline_and_no_body_stands_twice(career):
    """Every combination has its own thought."""
    texts = [text for job in career.ready.jobs.values() for text in job.texts.values()]
    for language in career.languages:
        headlines = [text.headline[language] for text in texts]
        bodies = [text.body[language] for text in texts if language in text.body]
        assert len(set(headlines)) == len(headlines) == 84
        assert len(set(bodies)) == len(bodies)


def test_no_forced_line_makes_the_type_small(career):
    """A line that its author ends is short; longer headlines break where the poster wants."""
    for job in career.ready.jobs.values():
        for text in job.texts.values():
            lines = [line for said in text.headline.values() if "\n" in said for line in said.split("\n")]
            assert [line for line in lines if count_chars(line) > 25] == []
