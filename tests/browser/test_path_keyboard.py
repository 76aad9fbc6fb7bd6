"""The whole path with the keyboard alone, from the gallery to the file for the press."""

import re

import pytest
from by_keyboard import Keyboard
from playwright.sync_api import expect
from poster_steps import PUBLISHER
from taken_file import boxes_mm, codes, words


@pytest.fixture
def keys(page):
    """Return the keys of a visitor without a mouse."""
    return Keyboard(page)


def field(page, name):
    return page.locator(f'[name="{name}"]')


def test_from_gallery_to_print_file_by_keyboard(page, live_server, keys, complaints, tmp_path):
    """Filter, begin, write, mend and undo, draw and crop, choose a format, download: no press loses its place."""
    page.goto(live_server)
    filtering(page, keys)
    expect(page.locator("html.scripted #stage svg")).to_be_visible()
    writing(page, keys)
    mending(page, keys)
    drawing(page, keys)
    keys.fill(field(page, "qr.qr.url"), "https://delinde.be/jobs/17")
    for name, value in PUBLISHER.items():
        keys.fill(field(page, name), value)
    keys.go_to(page.locator('[name="format"]:checked'))
    keys.press("ArrowRight")
    expect(page.locator('[name="format"][value="a2"]')).to_be_checked()
    expect(page.locator("#all-good")).to_be_visible()
    keys.go_to(page.get_by_role("button", name="Naar downloaden"))
    page.keyboard.press("Enter")

    link = page.get_by_role("link", name="Download voor de drukker (pdf)")
    keys.go_to(link)
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    file = tmp_path / started.value.suggested_filename
    started.value.save_as(file)

    expect(link).to_be_focused()
    assert file.name == "career-affiche-vacature-zorgkundige-a2-drukker-nl.pdf"
    told = words(file)
    for typed in ("Zorgkundige", "Werk op fietsafstand", "Kies voor Careēr", "An Peeters", "Lindestraat 12"):
        assert typed in told
    assert boxes_mm(file) == [(0, 0, 420, 594), (-3, -3, 423, 597)]
    assert codes(file, 100) == ["https://delinde.be/jobs/17"]
    assert complaints == []


def filtering(page, keys):
    """Skip the menu, choose posters with a photo, open one and begin."""
    keys.press("Tab", "Enter")
    expect(page.locator("#inhoud")).to_be_focused()
    keys.go_to(page.get_by_label("Foto", exact=True))
    keys.press("M")
    expect(page).to_have_url(re.compile("foto=met"))
    expect(page.locator(".poster-card", has_text="Studiekeuze")).to_have_count(0)
    keys.go_to(page.get_by_role("link", name="Vacature"))
    page.keyboard.press("Enter")
    keys.go_to(page.get_by_role("button", name="Maak deze affiche"))
    page.keyboard.press("Enter")


def writing(page, keys):
    """Open the ideas for a field, take one, and type."""
    keys.go_to(page.locator("#slot-title .ideas > summary"))
    keys.press("Enter")
    keys.go_to(page.get_by_role("button", name="Zorgkundige"))
    keys.press("Enter")
    expect(field(page, "text.title")).to_have_value("Zorgkundige")
    keys.fill(field(page, "text.reason-1"), "Werk op fietsafstand")
    keys.fill(field(page, "text.reason-2"), "Kies voor Career")


def mending(page, keys):
    """Accept a fix, take it back, do it again, all without leaving the keys."""
    reason = field(page, "text.reason-2")
    fix = page.locator("#findings-reason-2 .fix")
    expect(fix).to_be_visible()
    keys.go_to(fix)
    keys.press("Enter")
    expect(page.get_by_role("button", name="Maak ongedaan")).to_be_focused()
    keys.press("Enter")
    expect(reason).to_have_value("Kies voor Career")
    expect(reason).to_be_focused()
    keys.press("Control+Shift+z")
    expect(reason).to_have_value("Kies voor Careēr")
    expect(fix).to_have_count(0)


def drawing(page, keys):
    """Open the drawings, choose one by arrow, come closer, and say what is seen."""
    keys.go_to(page.get_by_text("Geen foto? Kies een tekening"))
    keys.press("Enter", "Tab")
    keys.press("ArrowRight")
    expect(page.locator(".drawings input:checked")).to_have_count(1)
    zoom = field(page, "photo.photo.zoom")
    keys.go_to(zoom)
    keys.press("ArrowRight", "ArrowRight")
    assert zoom.evaluate("slider => slider.valueAsNumber") > 1
    keys.fill(field(page, "photo.photo.alt"), "Een team in de zorg")


def test_what_comes_and_goes_hands_on_the_focus(page, live_server, keys, photo_file):
    """A file that did not arrive, a photo taken back, findings that are renewed: one presses on where one was."""
    # A listener from the start: the window for files is caught from then on, not only from the press.
    page.on("filechooser", lambda chooser: None)
    page.goto(f"{live_server}/sjablonen/portret")
    page.get_by_role("button", name="Maak deze affiche").press("Enter")
    expect(page.locator("html.scripted #stage svg")).to_be_visible()
    upload, again = field(page, "photo.photo.upload"), page.get_by_role("button", name="Probeer opnieuw")
    page.route("**/bestand", lambda route: route.abort("connectionreset"), times=1)
    keys.go_to(upload)
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(photo_file)
    keys.go_to(again)
    keys.press("Enter")
    expect(page.locator("photo-crop .crop-stage")).to_be_visible()
    keys.look()
    keys.go_to(field(page, "photo.photo.zoom"))
    keys.press("Control+z")
    expect(field(page, "photo.photo.zoom")).to_be_hidden()
    expect(field(page, "photo.photo.file").first).to_be_focused()
    keys.look()

    lead, fix = field(page, "text.lead"), page.locator("#findings-lead .fix")
    keys.go_to(lead, back=True)
    page.keyboard.type("Kies voor Career")
    expect(fix).to_have_count(1)
    held, is_open = [], []
    page.route("**/voorbeeld", lambda route: route.continue_() if is_open else held.append(route))
    page.keyboard.type(", een heel lang verhaal" * 12)
    keys.go_to(fix)
    expect(page.locator("#findings-lead .finding")).to_have_count(1)
    is_open.append(True)
    for route in held:
        route.continue_()
    expect(page.locator("#findings-lead .finding-error")).not_to_have_count(0)
    expect(fix).to_be_focused()
