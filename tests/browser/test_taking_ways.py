"""A large poster from small sheets, and a size of one's own, as somebody finds their way to them."""

import re

import pikepdf
import pytest
from playwright.sync_api import expect
from poster_steps import INFODAG, begin, hand_in
from test_accessible import faults

MM = 72 / 25.4


@pytest.fixture
def files(page, live_server):
    """The page of files of a finished poster, in A2."""
    begin(page, live_server, "infodag")
    hand_in(page, INFODAG)
    page.goto(page.url.split("?")[0] + "?formaat=a2")
    return page


def test_a_large_poster_comes_from_sheets_of_the_printer_at_home(files, complaints):
    """Folded away at first; how many sheets is read before they are made, and the address keeps the choice."""
    home = files.locator("#file-home")
    sheets = home.get_by_role("link", name=re.compile("Groot, uit .* A4-bladen"))
    expect(sheets).to_be_hidden()
    home.get_by_text("Ander papier, groter of zuiniger printen").click()
    sheets.click()

    expect(home.locator(".destination-size")).to_contain_text("Samen 420 × 594 mm")
    expect(home).to_contain_text("Print op 100")
    assert "bladen=a4" in files.url
    assert faults(files) == []
    with files.expect_download() as started:
        home.get_by_role("link", name=re.compile(r"Download \d+ bladen A4")).click()
    number = int(re.search(r"(\d+)xa4", started.value.suggested_filename)[1])
    with pikepdf.open(started.value.path()) as pdf:
        assert len(pdf.pages) == number + 1
    files.reload()
    expect(home.locator(".chosen-way")).to_contain_text(f"Groot, uit {number} A4-bladen")
    assert complaints == []


def test_a_size_of_ones_own_is_shown_and_made(files, complaints):
    """A shape that was not drawn is told with what fits; one press on that, and the file measures so much."""
    files.get_by_text("Een andere maat").click()
    files.get_by_label("Breedte (mm)").fill("600")
    files.get_by_label("Hoogte (mm)").fill("700")
    files.get_by_role("button", name="Toon deze maat").click()
    expect(files.get_by_role("alert")).to_contain_text("past niet in 600 × 700 mm")
    assert faults(files) == []

    near = files.get_by_role("alert").get_by_role("link").first
    width, height = map(int, re.findall(r"\d+", near.inner_text()))
    near.click()

    expect(files.locator(".chosen-format")).to_contain_text(f"{width} × {height} mm")
    box = files.locator(".poster-art").bounding_box()
    assert box["height"] / box["width"] == pytest.approx(height / width, rel=0.01)
    with files.expect_download() as started:
        files.get_by_role("link", name="Download voor de drukker (pdf)").click()
    with pikepdf.open(started.value.path()) as pdf:
        left, bottom, right, top = (float(side) for side in pdf.pages[0].TrimBox)
    assert (round((right - left) / MM), round((top - bottom) / MM)) == (width, height)
    assert complaints == []


def test_what_goes_into_the_zip_is_ticked_on_a_narrow_phone_in_the_dark(browser, live_server):
    """Nothing is cut off at 320 px, every box can be pressed, and axe finds nothing."""
    context = browser.new_context(viewport={"width": 320, "height": 700}, locale="nl-BE", color_scheme="dark")
    page = context.new_page()
    begin(page, live_server, "infodag")
    hand_in(page, INFODAG)
    page.goto(page.url.split("?")[0] + "?formaat=a5&samen=ja&drukker=zonder-lagen&inkt=zuinig&kleur=grijs")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert faults(page) == []
    page.get_by_role("link", name="Kies zelf wat erin zit").click()
    expect(page.get_by_label("Drukker")).to_be_checked()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert faults(page) == []
    for name in ("Drukker", "Website", "Scherm"):
        page.get_by_label(name, exact=True).uncheck()
    with page.expect_download() as started:
        page.get_by_role("button", name="Download de zip").click()
    assert started.value.suggested_filename.endswith(".zip")
    context.close()
