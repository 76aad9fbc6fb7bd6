"""`affiche render --for proof` and `--for all`."""

import json
import zipfile

import pikepdf
from cli_parts import IMPRINT
from makers import TINY
from PIL import Image


def test_a_proof_has_its_name_and_pages(render, desk):
    """The poster first, then what was found and what to read."""
    done = render(goal="proof")

    assert (done.exit_code, done.stdout.strip()) == (0, "career-affiche-tiny-a3-proef-nl.pdf")
    with pikepdf.open(desk / done.stdout.strip()) as pdf:
        assert len(pdf.pages) == 2
        assert str(pdf.Root.Lang) == "nl"


def test_a_proof_is_made_of_a_refused_poster_too(render, desk):
    """Its findings are those of the print shop's file; exit 0, because the proof is there."""
    (desk / "poster.toml").write_text('language = "nl"\n')

    done = render("--json", goal="proof")
    told = json.loads(done.stdout)

    assert done.exit_code == 0
    assert (desk / told["file"]).is_file()
    assert {"required", "imprint"} <= {
        finding["code"] for finding in told["findings"] if finding["severity"] == "error"
    }


def test_pixels_have_a_proof(render, desk):
    """A story wants a yes as much as a poster does."""
    assert render(goal="proof", format="square").stdout.strip() == "career-affiche-tiny-square-proef-nl.pdf"


def test_everything_becomes_one_zip(affiche, desk):
    """Every format and destination, without naming one."""
    done = affiche("render", TINY, "--for", "all", "--content", "poster.toml", "--date", "2027-03-01", "--json")

    told = json.loads(done.stdout)
    assert (done.exit_code, told["file"], told["left_out"]) == (0, "career-affiche-tiny-alles-nl.zip", [])
    with zipfile.ZipFile(desk / told["file"]) as archive:
        names = archive.namelist()
    assert {name.split("/")[0] for name in names} == {
        "drukker",
        "thuis",
        "website",
        "scherm",
        "tekst-van-de-affiche.txt",
        "bericht-bij-de-afbeelding.txt",
        "LEES-MIJ.txt",
        "career-affiche-tiny-a5-website-nl.html",
    }
    assert "drukker/career-affiche-tiny-b2-drukker-nl.pdf" in names


def test_formats_can_be_chosen_for_the_zip(render, desk):
    """As many as are named; the same call gives the same bytes."""
    files = []
    for name in ("x.zip", "y.zip"):
        done = render("--format", "square", "--date", "2027-03-01", "--out", name, goal="all", format="a5")
        assert (done.exit_code, done.stdout.strip()) == (0, name)
        files.append((desk / name).read_bytes())

    assert files[0] == files[1]
    with zipfile.ZipFile(desk / "x.zip") as archive:
        assert len([name for name in archive.namelist() if "/career-" in name]) == 6


def test_what_is_left_out_is_told(render, desk):
    """Exit 0 with what is ready; machines hear what is not."""
    text = (desk / "poster.toml").read_text().replace(IMPRINT.strip(), "")
    (desk / "poster.toml").write_text(text)

    done = render("--json", goal="all")
    told = json.loads(done.stdout)

    assert done.exit_code == 0
    assert told["left_out"] == [{"format": "a3", "destination": "print"}, {"format": "a3", "destination": "home"}]
    assert [finding["code"] for finding in told["findings"] if finding["severity"] == "error"] == ["imprint"]


def test_nothing_ready_is_refused(render, desk):
    """Exit 1 and no file."""
    (desk / "poster.toml").write_text('language = "nl"\n')

    done = render(goal="all")

    assert (done.exit_code, done.stdout) == (1, "")
    assert "error headline required: " in done.stderr
    assert not list(desk.glob("*.zip"))


def test_one_file_wants_one_format(affiche, desk):
    """Only the ZIP knows what to do without."""
    done = affiche("render", TINY, "--for", "print", "--content", "poster.toml")

    assert done.exit_code == 2
    assert "--for print makes one file: give one --format" in done.stderr


def test_destinations_of_formats_are_those_of_finished_files(affiche):
    """Proof and ZIP are made of every format, and so of none in particular."""
    for template in json.loads(affiche("templates", "--json").stdout):
        for found in template["formats"]:
            known = {"print", "home", "web", "screen"} if found["unit"] == "mm" else {"screen"}
            assert set(found["destinations"]) <= known


def test_a_picture_comes_at_twice_its_pixels(render, desk):
    """For an upright 4K screen; where a format has a double with a name, or is none for screens, that is wrong use."""
    done = render("--double", format="square", goal="screen")
    lying, paper, other = (
        render("--double", format=key, goal=goal) for key, goal in (("uhd", "screen"), ("a3", "screen"), ("a3", "web"))
    )

    assert done.stdout.strip() == "career-affiche-tiny-square-scherm-nl-dubbel.png"
    with Image.open(desk / done.stdout.strip()) as picture:
        assert picture.size == (2160, 2160)
    assert [one.exit_code for one in (lying, paper, other)] == [2, 2, 2]
    assert "--double goes with --format square, feed, story only" in paper.stderr
    assert "--double goes with --for screen only" in other.stderr
