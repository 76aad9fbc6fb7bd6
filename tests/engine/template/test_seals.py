"""A published version is held to what it was: saved posters rely on it."""

import shutil

import pytest

from app.engine.template import read_template
from app.engine.template.files import HEAD_FILE, SEAL_FILE, older_folders, open_toml
from app.engine.template.seals import read_seals, seal_of, seals_text

PUBLISHED = 3


@pytest.fixture
def seal(folder, brand):
    """Seal the template as it is now, as a version of its own or as an older one that is kept."""

    def apply(number=PUBLISHED, of=None):
        _, values = open_toml((of or folder) / HEAD_FILE)
        seals, _ = read_seals(folder)
        seals[number] = seal_of(of or folder, values, brand.languages)
        (folder / SEAL_FILE).write_text(seals_text(seals), encoding="utf-8")

    return apply


@pytest.fixture
def keep(folder, seal):
    """Keep what is published under its number, and raise that of the template."""

    def apply():
        seal()
        older = folder / "versions" / str(PUBLISHED)
        shutil.copytree(folder, older, ignore=shutil.ignore_patterns("versions", SEAL_FILE))
        raise_version(folder, PUBLISHED + 1)
        return older

    return apply


def raise_version(folder, number):
    head = folder / HEAD_FILE
    head.write_text(head.read_text(encoding="utf-8").replace("version = 3", f"version = {number}"), encoding="utf-8")


def said(faults):
    return [(fault.file, fault.where) for fault in faults]


def test_a_template_as_it_was_published_has_no_fault(seal, faults):
    """What was sealed a moment ago holds."""
    seal()

    assert faults() == []


BREAKS = {
    "drawing": ("a3.svg", 'r="60"', 'r="61"', "tiny/a3.svg", "svg"),
    "style": ("template.toml", 'style = "label"', 'style = "body"', "tiny/template.toml", "slot.place"),
    "room for words": ("template.toml", "max_chars = 40", "max_chars = 39", "tiny/template.toml", "slot.headline"),
    "required": ("template.toml", "allow = [", "required = true\nallow = [", "tiny/template.toml", "slot.photo"),
    "stack": ("template.toml", 'align = "middle"', 'align = "top"', "tiny/template.toml", "stack.copy"),
    "format gone": ("template.toml", '"a3", "b2"]', '"a3"]', "tiny/template.toml", "artboard"),
    "mirror": ("template.toml", "mirror = true\n", "", "tiny/template.toml", "artboard"),
    "language gone": ("template.toml", '"en", "ar"]', '"en"]', "tiny/template.toml", "languages"),
    "default": ("template.toml", 'default = "bos"', 'default = "koraal"', "tiny/template.toml", "slot.ground"),
}


@pytest.mark.parametrize("change", BREAKS)
def test_a_change_that_saved_posters_would_show_is_refused(change, seal, edit, faults):
    """With the file and key that it is about, and what to do."""
    file, old, new, told, where = BREAKS[change]
    seal()

    edit(file, old, new)

    (fault,) = faults()
    assert said([fault]) == [(told, where)]
    assert "posters that were made with this version" in fault.problem
    assert "`affiche new-version tiny`" in fault.cure


def test_a_slot_or_a_value_that_goes_is_refused(seal, edit, faults, folder):
    """The drawings that had its places are told too."""
    seal()
    edit("template.toml", 'slots = ["headline", "lead"]', 'slots = ["headline"]')
    head = folder / HEAD_FILE
    text = head.read_text(encoding="utf-8")
    head.write_text(text[: text.index("[slot.lead]")] + text[text.index("[slot.place]") :], encoding="utf-8")
    edit("sample.toml", 'lead = { text = "Bij jou in de buurt.", language = "nl" }\n', "")

    assert said(faults()) == [("tiny/template.toml", "stack.copy"), ("tiny/template.toml", "slot.lead")]
    assert "is gone" in faults()[1].problem


def test_another_reading_order_is_refused(seal, faults, folder):
    """It is the order in which the finished file is read aloud."""
    seal()
    head = folder / HEAD_FILE
    text = head.read_text(encoding="utf-8")
    place, photo, logo = (text.index(f"[slot.{key}]") for key in ("place", "photo", "logo"))
    head.write_text(text[:place] + text[photo:logo] + text[place:photo] + text[logo:], encoding="utf-8")

    assert said(faults()) == [("tiny/template.toml", "slot")]


SAFE = {
    "label": ("template.toml", '{ nl = "Plaats"', '{ nl = "Waar?"'),
    "hint": ("template.toml", 'kind = "qr"', 'kind = "qr"\nhint = { nl = "Web", fr = "Web", en = "Web" }'),
    "placeholder": ("template.toml", 'nl = "Jouw titel"', 'nl = "Titel hier"'),
    "suggestion": ("template.toml", "Warm hart, vast contract.", "Warm hart."),
    "name of a value": ("template.toml", 'nl = "Groen"', 'nl = "Bosgroen"'),
    "name": ("template.toml", 'nl = "Klein"', 'nl = "Kleintje"'),
    "address that new posters begin with": ("template.toml", '"https://care-er.be"', '"https://care-er.be/jobs"'),
    "status": ("template.toml", 'status = "published"', 'status = "retired"'),
    "sample": ("sample.toml", "Elke dag", "Iedere dag"),
    "new format": ("template.toml", '"a5", "a3"', '"a5", "a4", "a3"'),
}


@pytest.mark.parametrize("change", SAFE)
def test_what_no_saved_poster_shows_may_change(change, seal, edit, faults):
    """Words for makers, and whatever comes to a version."""
    seal()

    edit(*SAFE[change])

    assert faults() == []


def test_the_ends_of_lines_say_nothing(seal, faults, folder):
    """The same drawing, fetched on another system."""
    seal()
    drawing = folder / "a3.svg"
    drawing.write_bytes(drawing.read_bytes().replace(b"\n", b"\r\n"))

    assert faults() == []


def test_a_number_alone_does_not_open_a_published_version(seal, faults, folder):
    """Its posters would change as soon as the drawing does; the folder that would keep them is asked for."""
    seal()
    raise_version(folder, 4)

    (fault,) = faults()
    assert (fault.file, fault.where) == ("tiny/published.toml", "version.3")
    assert fault.line == line_of_part(folder / SEAL_FILE, "[version.3]")
    assert "versions/3 is not there" in fault.problem


def line_of_part(file, part):
    text = file.read_text(encoding="utf-8")
    return text[: text.index(part)].count("\n") + 1


def test_with_the_older_version_kept_everything_may_change(keep, edit, faults):
    """Its posters stay as they are."""
    keep()
    edit("a3.svg", 'r="60"', 'r="70"')
    edit("template.toml", "max_chars = 40", "max_chars = 30")

    assert faults() == []


def test_an_older_version_is_judged_and_sealed_too(keep, faults, folder):
    """By its own path."""
    older = keep()
    drawing = older / "a3.svg"
    drawing.write_text(drawing.read_text().replace('r="60"', 'r="61"').replace("#196b5f", "#196b60"))

    assert {(fault.file, fault.where) for fault in faults()} == {
        ("tiny/versions/3/a3.svg", "svg"),
        ("tiny/versions/3/a3.svg", "#green"),
    }
    assert older_folders(folder) == {3: older}


def test_an_older_version_has_the_name_and_the_digest_that_it_had(keep, folder, brand):
    """Nobody can tell a poster that was made before from one that is made after."""
    before = read_template(folder, brand)
    older = keep()

    after = read_template(older, brand)

    assert (after.key, after.digest, after.version) == ("tiny", before.digest, 3)
    assert after == before
    assert read_template(folder, brand).digest != before.digest


def test_a_seal_is_no_part_of_what_posters_are_made_of(seal, folder, brand):
    """A server that runs goes on while its templates are published."""
    before = read_template(folder, brand).digest

    seal()

    assert read_template(folder, brand).digest == before


def test_numbers_only_rise(seal, edit, faults):
    """A number that was published is taken."""
    seal()
    edit("template.toml", "version = 3", "version = 2")

    assert said(faults()) == [("tiny/template.toml", "version")]


def test_an_older_version_has_its_own_number(keep, faults, folder):
    """And the template a later one."""
    older = keep()
    (folder / HEAD_FILE).write_bytes((older / HEAD_FILE).read_bytes())
    assert said(faults()) == [("tiny/versions/3/template.toml", "version")]

    raise_version(older, 5)
    assert ("tiny/versions/3/template.toml", "version") in said(faults())


def test_what_lies_among_the_versions_and_is_none_is_told(keep, faults, folder):
    """A name for a number, or a folder without a text file."""
    keep()
    (folder / "versions" / "old").mkdir()
    (folder / "versions" / "2").mkdir()

    assert said(faults()) == [("tiny/versions/2", "2"), ("tiny/versions/old", "old")]


@pytest.mark.parametrize(
    ("text", "where"),
    [("[version.3", "toml"), ("[version.x]\nlanguages = []", "version.x"), ("odd = 1", "odd")],
)
def test_a_file_of_seals_that_cannot_be_read_is_a_fault(text, where, faults, folder):
    """Nothing is taken for published in silence."""
    (folder / SEAL_FILE).write_text(text, encoding="utf-8")

    assert said(faults()) == [("tiny/published.toml", where)]


def test_a_file_of_seals_is_read_as_it_was_written(seal, folder):
    """Odd names of drawings included."""
    (folder / "a3.svg").rename(folder / 'een "vel".svg')
    head = folder / HEAD_FILE
    head.write_text(head.read_text().replace('"a3.svg"', "'een \"vel\".svg'"))
    seal()
    seals, book = read_seals(folder)

    assert book.faults == []
    assert 'een "vel".svg' in seals[3].parts["drawing"]
    assert seals_text(seals) == (folder / SEAL_FILE).read_text(encoding="utf-8")


def test_what_is_published_has_a_seal_where_one_is_asked_for(seal, faults):
    """A status that was typed by hand, or a seal that was deleted, is told; a seal makes it right."""
    (found,) = faults(sealed=True)
    assert (found.file, found.where, found.line) == ("tiny/template.toml", "status", 3)
    assert "is published but not sealed" in found.problem
    assert found.cure == "run `affiche publish tiny`"

    seal()
    assert faults(sealed=True) == []


def test_a_draft_needs_no_seal(edit, faults):
    """It may be changed as one likes."""
    edit("template.toml", 'status = "published"', 'status = "draft"')

    assert faults(sealed=True) == []


def test_a_version_that_is_kept_has_a_seal_too(keep, folder, edit, faults):
    """Without it an older version could be changed unseen."""
    keep()
    edit("template.toml", 'status = "published"', 'status = "draft"')
    assert faults(sealed=True) == []
    (folder / SEAL_FILE).unlink()

    (found,) = faults(sealed=True)

    assert (found.file, found.where) == ("tiny/versions/3/template.toml", "version")
    assert found.cure.startswith("take back published.toml as it was, or run `affiche publish tiny`")
