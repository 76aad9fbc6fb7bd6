"""Publishing a template and its next version from the command line."""

import json
import shutil
import tomllib
from contextlib import nullcontext
from dataclasses import replace
from functools import partial

import pytest
from cli_parts import IMPRINT
from makers import BRAND, TINY

from app.cli import opening
from app.services.catalog import Catalog


@pytest.fixture
def folder(tmp_path):
    """A draft of a template among others."""
    shutil.copytree(TINY, tmp_path / "templates" / "tiny")
    change(tmp_path / "templates" / "tiny", 'status = "published"', 'status = "draft"')
    with (tmp_path / "templates" / "tiny" / "sample.toml").open("a", encoding="utf-8") as sample:
        sample.write(IMPRINT)
    return tmp_path / "templates" / "tiny"


@pytest.fixture
def call(affiche, workshop, folder, tmp_path, monkeypatch):
    """Call the command line on that folder of templates, each time as if it were started anew."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        catalog = Catalog(BRAND, [folder.parent])
        catalog.brand = workshop.catalog.brand
        monkeypatch.setattr(opening, "workshop", lambda: nullcontext(replace(workshop, catalog=catalog)))
        return affiche(*arguments)

    return run


def change(folder, old, new, file="template.toml"):
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


def everything(folder):
    return {file.relative_to(folder): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_publishing_offers_a_template_and_seals_it(call, folder):
    """From then on a change of what posters look like is refused."""
    done = call("publish", "tiny")

    assert (done.exit_code, done.stdout) == (0, "tiny: version 3 is published\n")
    assert 'status = "published"' in (folder / "template.toml").read_text()
    assert call("check-templates").exit_code == 0
    change(folder, "max_chars = 40", "max_chars = 30")
    change(folder, '{ nl = "Titel"', '{ nl = "Kop"')
    (line,) = call("check-templates").stdout.splitlines()
    assert line.startswith("templates/tiny/template.toml:")
    assert ": slot.headline: is not as it was published" in line
    assert line.endswith("to change it, run `affiche new-version tiny` first")


def test_a_template_with_faults_is_not_published(call, folder):
    """Every fault is told as by check-templates, others are published, and nothing has changed."""
    shutil.copytree(folder, folder.parent / "sound")
    (folder / "sample.toml").unlink()
    change(folder, 'r="60"', 'r="61" filter="url(#f)"', "a3.svg")
    before = everything(folder)

    done = call("publish", "tiny", "sound")

    assert done.exit_code == 1
    told = done.stdout.splitlines()
    assert [line.split(":")[0] for line in told[:-1]] == ["templates/tiny/a3.svg", "templates/tiny/sample.toml"]
    assert told[-1] == "sound: version 3 is published"
    assert everything(folder) == before


def test_publishing_again_changes_nothing(call, folder):
    """And what has come to a version meanwhile is sealed too."""
    call("publish", "tiny")
    before = everything(folder)
    assert call("publish", "tiny").exit_code == 0
    assert everything(folder) == before

    change(folder, '"a5", "a3"', '"a5", "a4", "a3"')
    assert call("publish", "tiny").exit_code == 0
    change(folder, '"a5", "a4", "a3"', '"a5", "a3"')

    assert "format a4 is gone" in call("check-templates").stdout


def test_a_new_version_keeps_the_published_one(call, folder):
    """Whole, under its number; the folder holds a draft of the next one, with every comment where it was."""
    call("publish", "tiny")
    before = everything(folder)

    done = call("new-version", "tiny")

    assert (done.exit_code, done.stdout) == (0, "templates/tiny/versions/3\n")
    assert "affiche publish tiny" in done.stderr
    kept = everything(folder / "versions" / "3")
    assert kept == {file: data for file, data in before.items() if file.name != "published.toml"}
    head = before[next(file for file in before if file.name == "template.toml")].decode()
    draft = head.replace("version = 3", "version = 4").replace('status = "published"', 'status = "draft"')
    assert (folder / "template.toml").read_text() == draft
    assert call("check-templates").exit_code == 0
    assert call("templates").stdout.startswith("tiny  Klein (version 4, draft)")
    (listed,) = json.loads(call("templates", "--json").stdout)
    assert listed["versions"] == [3, 4]


def test_the_next_version_is_published_beside_the_former(call, folder):
    """Both are sealed."""
    call("publish", "tiny")
    call("new-version", "tiny")
    change(folder, "max_chars = 40", "max_chars = 30")

    done = call("publish", "tiny")

    assert done.stdout == "tiny: version 4 is published\n"
    assert set(tomllib.loads((folder / "published.toml").read_text())["version"]) == {"3", "4"}
    change(folder / "versions" / "3", 'r="60"', 'r="61"', "a3.svg")
    assert call("check-templates").stdout.startswith("templates/tiny/versions/3/a3.svg:1: svg: ")


def test_an_older_version_is_rendered_by_its_folder(command, folder, desk):
    """With the name of its template; a word that is no path names the newest."""
    call = partial(command, AFFICHE_TEMPLATES=str(folder.parent))
    call("publish", "tiny")
    call("new-version", "tiny")
    change(folder, '["a5", "a3", "b2"]', '["a5", "a3"]')
    made = ("--format", "b2", "--for", "screen", "--content", folder / "sample.toml")

    older = call("render", folder / "versions" / "3", *made)
    newest = call("render", "tiny", *made)

    assert (older.exit_code, older.stdout) == (0, "career-affiche-tiny-b2-scherm-nl.png\n")
    assert (newest.exit_code, "has no format 'b2'" in newest.stderr) == (2, True)


def test_samples_that_say_their_version_go_along_with_the_next(call, folder):
    """What is kept stays of its own."""
    change(folder, '"nl"\n\n', '"nl"\nversion = 3\n\n', "sample.toml")
    call("publish", "tiny")

    assert call("new-version", "tiny").exit_code == 0

    assert "version = 4" in (folder / "sample.toml").read_text()
    assert "version = 3" in (folder / "versions" / "3" / "sample.toml").read_text()
    assert call("check-templates").stdout == ""


def test_what_was_changed_too_early_is_not_kept_as_the_published_version(call, folder):
    """The published files have to come back first; nothing is copied."""
    call("publish", "tiny")
    change(folder, 'r="60"', 'r="61"', "a3.svg")
    before = everything(folder)

    done = call("new-version", "tiny")

    assert done.exit_code == 1
    assert done.stdout.startswith("templates/tiny/a3.svg:1: svg: is not as it was published")
    assert everything(folder) == before


def test_a_draft_has_no_new_version(call, folder):
    """It may be changed as one likes; that is wrong use, with the way on."""
    done = call("new-version", "tiny")

    assert done.exit_code == 2
    assert "version 3 of tiny is not published: change it as you like" in done.stderr
    assert not (folder / "versions").exists()


def test_a_retired_template_is_not_published_by_mistake(call, folder):
    """Who wants it back says so in its file."""
    change(folder, 'status = "draft"', 'status = "retired"')
    before = everything(folder)

    done = call("publish", "tiny")

    assert (done.exit_code, "tiny is retired" in done.stderr) == (2, True)
    assert everything(folder) == before


def test_a_number_that_stands_in_no_plain_line_is_left_to_its_author(call, folder):
    """Rather than to change something else."""
    call("publish", "tiny")
    change(folder, "version = 3", '"version" = 3')
    before = everything(folder)

    done = call("new-version", "tiny")

    assert (done.exit_code, "write version = 4 in a line of its own" in done.stderr) == (2, True)
    assert everything(folder) == before


def test_publishing_wants_a_name(call):
    """Nobody publishes every draft at once by mistake."""
    assert call("publish").exit_code == 2
    assert "did you mean 'tiny'?" in call("publish", "tinny").stderr


def test_what_was_published_by_hand_is_not_published_until_it_is_sealed(call, folder):
    """The check names the command that seals it; the same for a seal that somebody deleted, of any version."""
    change(folder, 'status = "draft"', 'status = "published"')
    (line,) = call("check-templates").stdout.splitlines()
    assert line.startswith("templates/tiny/template.toml:3: status: is published but not sealed")
    assert line.endswith("run `affiche publish tiny`")

    assert call("publish", "tiny").exit_code == 0
    assert call("check-templates").exit_code == 0
    call("new-version", "tiny")
    call("publish", "tiny")
    (folder / "published.toml").unlink()
    assert [line.split(":")[2] for line in call("check-templates").stdout.splitlines()] == [" status", " version"]

    assert call("publish", "tiny").exit_code == 0
    assert call("check-templates").exit_code == 0
    assert set(tomllib.loads((folder / "published.toml").read_text())["version"]) == {"3", "4"}


def test_a_template_whose_sample_is_refused_is_not_published(call, folder):
    """The check says the same; nothing has changed."""
    change(folder, 'y="430" width="120"', 'y="186" width="120"', "square.svg")
    before = everything(folder)

    checked, done = call("check-templates", "tiny"), call("publish", "tiny")

    assert (checked.exit_code, done.exit_code) == (1, 1)
    assert checked.stdout == done.stdout
    assert done.stdout.startswith("templates/tiny/square.svg:7: stack-copy: clear-space: ")
    assert everything(folder) == before


def test_words_of_the_skeleton_are_noted_in_a_draft_and_not_published(call, folder):
    """Who begins a template sees what is still to be written, line by line."""
    call("new-template", "proef")
    keep_the_square(folder.parent / "proef")

    checked = call("check-templates", "proef")
    done = call("publish", "proef")

    assert (checked.exit_code, checked.stdout) == (0, "")
    notes = checked.stderr.splitlines()
    assert notes[0].startswith(
        "templates/proef/template.toml:16: note: summary.nl: still says what `affiche new-template`"
    )
    assert "templates/proef/sample.fr.toml:6: note: text.headline: " in checked.stderr
    assert done.exit_code == 1
    assert done.stdout.splitlines() == [note.replace(": note: ", ": ") for note in notes]


def test_a_template_that_was_written_is_published(call, folder):
    """With labels and hints of the skeleton, which are good ones."""
    call("new-template", "proef")
    keep_the_square(folder.parent / "proef")
    write_own_words(folder.parent / "proef")

    done = call("publish", "proef")

    assert (done.exit_code, done.stdout) == (0, "proef: version 1 is published\n")


def write_own_words(folder):
    head = folder / "template.toml"
    text = head.read_text(encoding="utf-8")
    for old in ("Wat deze affiche toont", "Ce que montre cette affiche", "What this poster shows, and"):
        text = text.replace(old, "Collega")
    head.write_text(text, encoding="utf-8")
    for sample in folder.glob("sample*.toml"):
        text = sample.read_text(encoding="utf-8")
        for old in ("Dendermonde", "Bruxelles", "lach", "sourire", "smile"):
            text = text.replace(old, "Aalst")
        sample.write_text(text, encoding="utf-8")


def keep_the_square(folder):
    """Leave out every other drawing: what is judged here is words."""
    head = folder / "template.toml"
    text = head.read_text(encoding="utf-8")
    first, last = text.index("[[artboard]]"), text.index("[stack.copy]")
    boards = text[first:last].split("[[artboard]]")
    (square,) = [board for board in boards if "square.svg" in board]
    head.write_text(f"{text[:first]}[[artboard]]{square}{text[last:]}", encoding="utf-8")
