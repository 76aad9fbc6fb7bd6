"""`affiche render`: from a content file to a file that prints."""

import json
import shutil
from pathlib import Path

import pikepdf
import pytest
from cli_parts import IMPRINT
from makers import ROOT, TINY
from PIL import Image


def boxes(file):
    """Return the trim of a PDF's first page in mm."""
    with pikepdf.open(file) as pdf:
        left, bottom, right, top = (float(value) / 72 * 25.4 for value in pdf.pages[0].trimbox)
    return round(right - left), round(top - bottom)


def test_a_whole_poster_becomes_a_file_with_its_own_name(render, desk):
    """Photo, logo, code and imprint in; exit 0 and the file's name on standard output."""
    done = render()

    name = "career-affiche-tiny-a3-drukker-nl.pdf"
    assert (done.exit_code, done.stdout.strip(), done.stderr) == (0, name, "")
    assert boxes(desk / name) == (297, 420)


@pytest.mark.parametrize(
    ("goal", "format", "name"),
    [
        ("print", "a5", "career-affiche-tiny-a5-drukker-nl.pdf"),
        ("home", "a3", "career-affiche-tiny-a3-thuis-nl.pdf"),
        ("web", "b2", "career-affiche-tiny-b2-website-nl.pdf"),
        ("screen", "a5", "career-affiche-tiny-a5-scherm-nl.png"),
        ("screen", "square", "career-affiche-tiny-square-scherm-nl.png"),
    ],
)
def test_every_destination_has_its_name(render, desk, goal, format, name):
    """Plain letters, the format, the destination and the language."""
    assert render(goal=goal, format=format).exit_code == 0
    assert (desk / name).stat().st_size > 1000


@pytest.mark.parametrize(
    ("format", "file", "size"),
    [("square", "x.png", (1080, 1080)), ("square", "x.jpeg", (1080, 1080)), ("a5", "x.JPG", (1748, 2480))],
)
def test_pictures_for_screens_have_exact_pixels(render, desk, format, file, size):
    """The suffix of --out chooses the codec."""
    assert render("--out", file, goal="screen", format=format).exit_code == 0

    with Image.open(desk / file) as image:
        assert image.size == size
        assert image.format == ("PNG" if file.endswith("png") else "JPEG")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "CMYK"])
def test_every_kind_of_photo_is_taken(render, desk, kind):
    """Phones, scans and layout programs."""
    with Image.open(desk / "me.jpg") as image:
        photo = image.convert("CMYK" if kind == "CMYK" else "RGB")
    photo.save(desk / "me.jpg", "JPEG" if kind == "CMYK" else kind)

    assert render().exit_code == 0


def test_a_photo_of_a_phone_is_taken(render, desk):
    """HEIC is decoded; this one only has too few pixels for A3."""
    shutil.copy(ROOT / "tests" / "resources" / "photos" / "turned-1.heic", desk / "me.jpg")

    assert "error photo photo-too-coarse: " in render().stderr


def test_a_logo_of_pixels_is_taken(render, desk):
    """PNG with transparency."""
    Image.new("RGBA", (900, 400), (18, 52, 86, 255)).save(desk / "logo.svg", "PNG")

    assert render().exit_code == 0


def test_crop_marks_are_off_unless_asked_for(render, desk):
    """With marks the sheet is larger than the bleed."""
    sizes = []
    for options in ((), ("--marks",)):
        assert render("--out", "x.pdf", *options).exit_code == 0
        with pikepdf.open(desk / "x.pdf") as pdf:
            sizes.append(float(pdf.pages[0].mediabox[2]) - float(pdf.pages[0].mediabox[0]))

    assert sizes[1] > sizes[0] + 10
    assert sizes[0] == pytest.approx(303 / 25.4 * 72, abs=0.1)


@pytest.mark.parametrize(("options", "width"), [((), 210), (("--paper", "a4"), 210), (("--paper", "a3"), 297)])
def test_home_prints_on_the_paper_that_is_there(render, desk, options, width):
    """A4, or A3 where the user says so."""
    assert render("--out", "x.pdf", *options, goal="home").exit_code == 0

    with pikepdf.open(desk / "x.pdf") as pdf:
        assert float(pdf.pages[0].mediabox[2]) / 72 * 25.4 == pytest.approx(width, abs=0.5)


def test_the_language_of_the_command_wins(render, desk):
    """--lang overrides the file, in the poster, its name and its findings."""
    (desk / "poster.toml").write_text((desk / "poster.toml").read_text().replace("hart,", "hart!!,"))

    done = render("--lang", "fr")

    assert done.stdout.strip() == "career-affiche-tiny-a3-drukker-fr.pdf"
    assert done.stderr.startswith("warning headline shouting: « Titre » crie")
    with pikepdf.open(desk / done.stdout.strip()) as pdf:
        assert str(pdf.Root.Lang) == "fr"


def test_findings_are_one_a_line_on_standard_error(render, desk):
    """Severity, slot, code and one sentence; refused with exit 1 and without a file."""
    (desk / "poster.toml").write_text('language = "nl"\n[text]\nheadline = "Jouw\\ntitel"\nlead = "EEN LANGE ZIN"\n')

    done = render()

    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "error headline placeholder: Vervang de voorbeeldtekst “Jouw titel” door je eigen woorden.",
        "warning lead capitals: “Zin” staat helemaal in hoofdletters. Dat leest moeilijk: schrijf gewone letters.",
        "error imprint imprint: Vul de verantwoordelijke uitgever aan: naam, straat en nummer, postcode, gemeente. "
        "Dat is verplicht op een affiche die in het openbaar hangt.",
    ]
    assert not list(desk.glob("*.pdf"))


def test_a_finding_about_the_whole_poster_has_a_dash_for_its_slot(affiche, desk):
    """Three words always stand before the colon."""
    shutil.copytree(TINY, desk / "mine")
    text = (desk / "mine" / "template.toml").read_text()
    (desk / "mine" / "template.toml").write_text(text.replace("[slot.imprint]", "[slot.other]"))
    (desk / "poster.toml").write_text('language = "nl"\n[text]\nheadline = "Warm hart"\n')
    for board in ("a3.svg", "square.svg"):
        drawn = (desk / "mine" / board).read_text()
        (desk / "mine" / board).write_text(drawn.replace("slot-imprint", "slot-other"))
    (desk / "mine" / "template.toml").write_text(
        text.replace('[slot.imprint]\nkind = "imprint"', '[slot.other]\nkind = "text"\nstyle = "caption"').replace(
            "turn = -90", 'label = { nl = "x", fr = "x", en = "x" }'
        )
    )

    done = affiche("render", "./mine", "--format", "a3", "--for", "print", "--content", "poster.toml")

    assert done.stderr.startswith("warning - imprint: Dit sjabloon heeft geen plaats"), done.output


def test_machines_get_json(render, desk):
    """File and findings, on standard output and nowhere else."""
    made = render("--json")
    (desk / "poster.toml").write_text((desk / "poster.toml").read_text().replace("contract.", "contract bij Career!!"))
    warned = render("--json")

    assert json.loads(made.stdout) == {"file": "career-affiche-tiny-a3-drukker-nl.pdf", "findings": []}
    assert (made.stderr, warned.stderr, warned.exit_code) == ("", "", 0)
    first, second = json.loads(warned.stdout)["findings"]
    assert sorted(first) == ["code", "fix", "message", "severity", "slot"]
    assert (first["code"], first["severity"], first["slot"]) == ("brand-spelling", "warning", "headline")
    assert first["fix"]["changes"] == {"text.headline": "Warm hart,\nvast contract bij Careēr!!"}
    assert second["code"] == "shouting"


def test_a_refusal_in_json_has_no_file(render, desk):
    """Exit 1, file null."""
    (desk / "poster.toml").write_text(f'language = "nl"\n{IMPRINT}')

    done = render("--json")

    assert (done.exit_code, json.loads(done.stdout)["file"]) == (1, None)
    assert [found["code"] for found in json.loads(done.stdout)["findings"]] == ["required"]


@pytest.mark.parametrize(
    ("name", "spoil", "reason"),
    [
        ("me.jpg", lambda file: file.write_bytes(b"no picture"), "geen foto of logo"),
        ("me.jpg", lambda file: file.write_bytes(file.read_bytes()[:3000]), "niet volledig"),
        ("me.jpg", lambda file: file.write_bytes(b""), "leeg"),
        ("me.jpg", lambda file: file.unlink(), "“me.jpg” is er niet"),
        ("logo.svg", lambda file: file.write_text("<svg"), "beschadigd"),
        ("logo.svg", lambda file: (file.unlink(), file.mkdir()), "“logo.svg” is er niet"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_finding(render, desk, name, spoil, reason):
    """The user reads why; exit 1, not 2."""
    spoil(desk / name)

    done = render()

    slot = "photo" if name == "me.jpg" else "logo"
    assert done.exit_code == 1
    assert done.stderr.startswith(f"error {slot} unreadable-file: ")
    assert reason in done.stderr


def test_files_are_looked_for_beside_the_content_file(affiche, desk, tmp_path_factory, monkeypatch):
    """Wherever the command is called."""
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))

    done = affiche("render", TINY, "--format", "a3", "--for", "web", "--content", desk / "poster.toml")

    assert done.exit_code == 0
    assert Path(done.stdout.strip()).is_file()


@pytest.mark.parametrize("place", ["mine", "./mine", "mine/", "../{desk}/mine"])
def test_a_template_from_elsewhere_renders_by_its_path(render, desk, place):
    """Relative or absolute, with a slash or without."""
    shutil.copytree(TINY, desk / "mine")

    done = render(template=place.format(desk=desk.name), goal="web")

    assert (done.exit_code, done.stdout.strip()) == (0, "career-affiche-mine-a3-website-nl.pdf")


def test_a_file_is_written_whole_or_not_at_all(render, desk):
    """A refused poster leaves the older file as it was; nothing else is left behind."""
    (desk / "x.pdf").write_bytes(b"older")
    (desk / "poster.toml").write_text('language = "nl"\n')

    assert render("--out", "x.pdf").exit_code == 1
    assert (desk / "x.pdf").read_bytes() == b"older"
    assert sorted(file.name for file in desk.iterdir()) == ["logo.svg", "me.jpg", "poster.toml", "x.pdf"]


def test_a_file_that_could_not_be_made_is_one_sentence(render, desk, workshop, monkeypatch):
    """A worker that was stopped gives exit 1, a cure, no trace and no file."""
    monkeypatch.setattr(workshop.rendering._desk, "_wall_s", 0.001)

    stopped = render("--out", "x.pdf")

    assert (stopped.exit_code, stopped.stdout) == (1, "")
    assert stopped.stderr.startswith("Error: making the file took too long; choose a smaller format")
    assert not (desk / "x.pdf").exists()


def test_the_date_is_the_one_that_is_given(render, desk):
    """The command line's date; it stands in the file."""
    assert render("--date", "2027-03-01", "--out", "x.pdf").exit_code == 0

    with pikepdf.open(desk / "x.pdf") as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20270301")


def test_the_same_input_and_date_give_the_same_bytes(process, desk):
    """In two processes with different hash seeds, by --date or by the environment."""
    files = []
    for seed, options, environment in (
        ("1", ("--date", "2027-03-01"), {}),
        ("2", ("--date", "2027-03-01"), {"SOURCE_DATE_EPOCH": "1"}),
        ("3", (), {"SOURCE_DATE_EPOCH": "1803902400"}),
    ):
        arguments = (
            "render",
            TINY,
            "--format",
            "a3",
            "--for",
            "print",
            "--content",
            "poster.toml",
            "--out",
            f"{seed}.pdf",
        )
        done = process(*arguments, *options, cwd=desk, PYTHONHASHSEED=seed, **environment)
        assert done.returncode == 0, done.stderr
        files.append((desk / f"{seed}.pdf").read_bytes())

    assert files[0] == files[1] == files[2]


def test_a_file_of_another_poster_is_not_lost_without_a_word(render, desk):
    """Two posters of one template have one name: whoever makes the second hears it, and of the same poster nothing."""
    first, again = render(), render()
    (desk / "poster.toml").write_text(
        (desk / "poster.toml").read_text(encoding="utf-8").replace("Warm hart", "Koele kop"), encoding="utf-8"
    )
    other, named = render(), render("--out", "andere.pdf")
    told = render("--json")

    assert (first.exit_code, again.exit_code, other.exit_code) == (0, 0, 0)
    assert "replaced" not in first.stderr + again.stderr + named.stderr + told.stdout
    assert f"note - replaced: another {other.stdout.strip()} was here and is gone; --out keeps both" in other.stderr
