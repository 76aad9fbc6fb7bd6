"""Sample content: one file a language, true to the template, never a placeholder."""

import pytest

from app.engine.template.samples import sample

SAMPLE = "sample.toml"

# rule, old, new, key, problem, cure
CASES = [
    ("language", 'language = "nl"\n\n', 'language = "fr"\n\n', "language", "is not nl", 'language = "nl"'),
    ("slot", "lead =", "leed =", "text.leed", "no text of this name", '"lead"'),
    ("placeholder", '"Elke dag\\nvan tel."', '"jouw  titel"', "text.headline", "equals the placeholder", "a user"),
    ("too-long", '"Elke dag\\nvan tel."', f'"{"a" * 44}"', "text.headline", "4 characters longer", "shorten"),
    ("required", 'headline = "Elke dag\\nvan tel."\n', "", "text.headline", "is required", "add text.headline"),
    ("illustration", "zorgkundige-1", "zorgkundige-9", "photo.photo.file", "no illustration", "zorgkundige-"),
    ("file", "brand:zorgkundige-1", "me.jpg", "photo.photo.file", "me.jpg is not there", "add the file"),
    (
        "address",
        "\n[choice]\n",
        '\n[qr.qr]\nurl = "ftp://care-er.be"\n\n[choice]\n',
        "qr.qr.url",
        "ftp:",
        "https, mailto",
    ),
    ("choice", 'ground = "koraal"', 'ground = "koral"', "choice.ground", "no value", '"koraal"'),
    ("unknown-key", 'language = "nl" }', 'langage = "nl" }', "text.lead.langage", "unknown key", '"language"'),
    ("outside", "brand:zorgkundige-1", "../tiny2/me.jpg", "photo.photo.file", "outside this folder", "travel"),
    ("number", '"Elke dag\\nvan tel."', "3", "text.headline", "is not a text", "write a text"),
]


@pytest.mark.parametrize(("rule", "old", "new", "key", "problem", "cure"), CASES, ids=[case[0] for case in CASES])
def test_a_wrong_sample_is_named_with_key_and_cure(edit, faults, rule, old, new, key, problem, cure):
    """One mistake in a sample gives one fault at its key."""
    edit(SAMPLE, old, new)

    found = faults()

    assert [fault.where for fault in found] == [key]
    assert problem in found[0].problem
    assert cure in found[0].cure
    assert found[0].file == "tiny/sample.toml"
    assert found[0].line > 0


def test_a_gallery_needs_a_dutch_sample(folder, faults):
    """A template renders without a sample, but a gallery cannot show it."""
    (folder / SAMPLE).unlink()

    assert faults() == []
    assert [str(fault) for fault in faults(gallery=True)] == [
        "tiny/sample.toml:1: sample.toml: the file is not there; add sample content in Dutch: the gallery shows it"
    ]


def test_a_sample_in_a_language_the_template_is_not_made_in_is_reported(folder, faults):
    """sample.de.toml of a template without German is a mistake in one of the two."""
    text = (folder / SAMPLE).read_text().replace('language = "nl"\n\n', 'language = "de"\n\n')
    (folder / "sample.de.toml").write_text(text)

    assert [(fault.file, fault.where) for fault in faults()] == [("tiny/sample.de.toml", "language")]


def test_a_sample_that_is_no_toml_is_reported(edit, faults):
    """A typing error in the syntax is one fault with its line."""
    edit(SAMPLE, 'ground = "koraal"', "ground = koraal")

    assert [(fault.where, fault.line) for fault in faults()] == [("toml", 11)]


def test_samples_are_found_by_language(folder):
    """The Dutch sample has no suffix; the others carry their language."""
    (folder / "sample.fr.toml").write_text('language = "fr"')

    assert sample(folder, "nl") == folder / "sample.toml"
    assert sample(folder, "fr") == folder / "sample.fr.toml"
    assert sample(folder, "pl") is None


def test_a_file_that_is_not_utf_8_is_reported_with_its_line(folder, faults):
    """An editor that saves in another encoding is named, not met with a crash."""
    (folder / SAMPLE).write_bytes((folder / SAMPLE).read_bytes() + "# één".encode("latin-1"))
    lines = (folder / SAMPLE).read_bytes().count(b"\n") + 1

    assert [(fault.problem, fault.line) for fault in faults()] == [("is not UTF-8", lines)]


def test_a_sample_is_of_the_version_of_its_template(edit, faults):
    """It may say so or not; another one is a slip."""
    edit("sample.toml", 'language = "nl"\n\n', 'language = "nl"\nversion = 3\n\n')
    assert faults() == []
    edit("sample.toml", "version = 3", "version = 2")

    (fault,) = faults()

    assert (fault.where, fault.line) == ("version", 2)
    assert fault.cure == "write version = 3, or leave it out"
