"""Beginning a poster template at the command line: what is written works before anything is drawn."""

import json

import pytest
from other_brand import OTHER
from PIL import Image


@pytest.fixture
def begun(command, tmp_path):
    """Begin a template in a folder of its own; return what the command said."""
    (tmp_path / "templates").mkdir()
    return command("new-template", "team-werk", AFFICHE_TEMPLATES=str(tmp_path / "templates"))


def test_a_new_template_has_no_faults_and_is_a_draft_with_a_drawing_for_every_shape(begun, command, tmp_path):
    """Listed, but not in the gallery; check-templates has notes alone, on what is still to be written."""
    where = {"AFFICHE_TEMPLATES": str(tmp_path / "templates")}

    checked = command("check-templates", "team-werk", **where)
    (listed,) = json.loads(command("templates", "--json", **where).stdout)

    assert (begun.exit_code, begun.stdout) == (0, "templates/team-werk\n")
    assert "affiche preview-template team-werk --watch" in begun.stderr
    assert (checked.exit_code, checked.stdout) == (0, "")
    assert all(": note: " in line for line in checked.stderr.splitlines())
    assert (listed["name"], listed["status"], listed["titles"]["nl"]) == ("team-werk", "draft", "Team werk")
    assert {"a6", "a5", "a0", "b1", "a3-landscape", "square", "feed", "story", "wide", "uhd"} <= {
        format["key"] for format in listed["formats"]
    }
    assert {slot["kind"] for slot in listed["slots"]} == {"text", "photo", "logo", "qr", "imprint", "brand-logo"}


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_new_template_renders_at_once(language, begun, affiche, desk):
    """With the sample that came along, without a finding."""
    folder = desk / "templates" / "team-werk"
    sample = folder / ("sample.toml" if language == "nl" else f"sample.{language}.toml")

    done = affiche("render", folder, "--format", "square", "--for", "screen", "--content", sample, "--out", "s.png")

    assert (done.exit_code, done.stderr) == (0, "")
    with Image.open(desk / "s.png") as made:
        assert made.size == (1080, 1080)


def test_it_can_be_begun_in_any_folder(command, tmp_path):
    """Then the path is what other commands take, and they are told so."""
    done = command("new-template", "proef", "--in", tmp_path)

    assert (done.exit_code, done.stdout) == (0, "./proef\n")
    assert "check-templates ./proef" in done.stderr
    assert command("check-templates", "./proef").exit_code == 0


@pytest.mark.parametrize("name", ["portret", "Team", "team werk", "../weg", "9", "a--b", "é", "a" * 41])
def test_a_name_that_cannot_be_is_refused_and_nothing_is_written(name, command, tmp_path):
    """A template's name is a folder and a part of addresses; one that is in use stays its owner's."""
    done = command("new-template", "--in", tmp_path, "--", name)

    assert done.exit_code == 2
    assert "choose another name" in done.stderr or "small letters" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_nearest_name_that_would_do_is_offered(command, tmp_path):
    """Capitals, spaces and accents are slips."""
    assert "did you mean zij-instromer?" in command("new-template", "Zij ïnstromer", "--in", tmp_path).stderr


def test_a_folder_that_is_there_is_left_alone(command, tmp_path):
    """Whatever is in it."""
    (tmp_path / "proef").mkdir()
    (tmp_path / "proef" / "mine.svg").write_text("mine")

    done = command("new-template", "proef", "--in", tmp_path)

    assert (done.exit_code, "is there already; choose another name" in done.stderr) == (2, True)
    assert [file.name for file in (tmp_path / "proef").iterdir()] == ["mine.svg"]


def test_a_folder_that_is_not_there_is_made(command, tmp_path):
    """Who names one wants it; what stands in the way of it is told."""
    done = command("new-template", "proef", "--in", tmp_path / "werk" / "affiches")

    assert (done.exit_code, done.stdout) == (0, "werk/affiches/proef\n")
    assert (tmp_path / "werk" / "affiches" / "proef" / "template.toml").is_file()
    blocked = command("new-template", "proef", "--in", tmp_path / "werk" / "affiches" / "proef" / "template.toml")
    assert (blocked.exit_code, "choose another folder with --in" in blocked.stderr) == (2, True)


def test_a_brand_without_a_skeleton_is_told(command, tmp_path):
    """Its colours and type would not be those of another brand's skeleton."""
    done = command("new-template", "proef", "--in", tmp_path, AFFICHE_BRAND=str(OTHER))

    assert (done.exit_code, "has no folder skeleton; copy a template instead" in done.stderr) == (2, True)
