"""The page of a contact sheet: for one machine, with the same content policy as all pages."""

import pytest
from PIL import Image

from app.services.contact_sheet import ContactSheet
from app.web.security import CONTENT_SECURITY_POLICY
from app.web.workshop.server import create_sheet_app, write_sheet


@pytest.fixture
def client(sheet):
    return create_sheet_app(sheet, watch=True).test_client()


def test_the_page_shows_every_picture_under_its_format(client):
    """Lazily, at its own proportion, with its content and language in words."""
    answer = client.get("/")
    page = answer.get_data(as_text=True)

    assert answer.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert page.count("<figure") == page.count('loading="lazy"') == 4 * 4 * 14
    assert "148 × 210 mm · a3.svg" in page
    assert 'alt="Longest job title, ar"' in page
    assert "<style" not in page
    assert " style=" not in page


def test_a_picture_and_what_is_said_of_it_are_answered(client):
    """As drawing and as data; errors come first."""
    picture = client.get("/picture/square.nl.job.svg")
    said = client.get("/findings?cell=square.nl.job&cell=square.nl.sample").get_json()

    assert (picture.status_code, picture.mimetype) == (200, "image/svg+xml")
    worst = said["square.nl.job"][0]
    assert (worst["severity"], worst["slot"]) == ("error", "headline")
    assert "62 characters" in worst["message"]
    assert "square.nl.sample" in said


def test_what_is_not_on_the_sheet_is_not_found(client):
    """An address that was true before the template changed."""
    assert client.get("/picture/a0.nl.sample.svg").status_code == 404
    assert client.get("/findings?cell=a0.nl.sample").status_code == 404


def test_no_other_name_leads_here(client):
    """A page from elsewhere whose name is made to point at this machine reads nothing."""
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_faults_stand_on_top_and_the_state_tells_them(client, tiny_folder):
    """With file, line, element and cure; the page is no error."""
    client.get("/")
    text = (tiny_folder / "a3.svg").read_text()
    (tiny_folder / "a3.svg").write_text(text.replace("#feca34", "#feca35"))

    answer, state = client.get("/"), client.get("/state").get_json()

    assert answer.status_code == 200
    assert f"<code>{tiny_folder / 'a3.svg'}:6</code> <strong>#rule</strong>" in answer.get_data(as_text=True)
    assert [fault["cure"] for fault in state["faults"]] == ["use #feca34 (zon), which is probably meant: ΔE 0.3 away"]
    assert "a3" in state["marks"]


def test_a_template_that_never_worked_shows_its_faults(workshop, tiny_folder):
    """And no filters for pictures that are not there."""
    (tiny_folder / "template.toml").unlink()
    app = create_sheet_app(ContactSheet(workshop, tiny_folder), watch=False)
    page = app.test_client().get("/").text

    assert "template.toml:1" in page
    assert "<figure" not in page


def test_a_sheet_is_written_as_a_folder_that_needs_no_server(workshop, tiny_folder, tmp_path):
    """PNG pictures and a page that names them and what was found, with the sample in every language."""
    text = (tiny_folder / "template.toml").read_text()
    (tiny_folder / "template.toml").write_text(text.replace('["a5", "a3", "b2"]', '["a5"]'))
    out = tmp_path / "deep" / "out"

    found = write_sheet(ContactSheet(workshop, tiny_folder), out, every=False)

    page = (out / "index.html").read_text(encoding="utf-8")
    pictures = {file.name.removesuffix(".png") for file in (out / "pictures").iterdir()}
    assert pictures == set(found)
    assert {"a5.ar.sample", "square.nl.full"} <= pictures
    assert "a5.ar.full" not in pictures
    assert all(f'src="pictures/{name}.png"' in page for name in pictures)
    assert 'data-worst="error"' in page
    assert "http" not in page
    assert {file.name for file in out.iterdir()} == {"index.html", "sheet.css", "sheet.js", "pictures"}
    with Image.open(out / "pictures" / "a5.ar.sample.png") as made:
        assert made.size == (480, 681)
