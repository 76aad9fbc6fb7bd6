"""The whole path as a plain form: a browser that runs no scripts gets as far as any other."""

import re

import pytest
from playwright.sync_api import expect
from poster_steps import PUBLISHER, fill
from taken_file import boxes_mm, codes, words

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0h30v10H0z"/></svg>'


@pytest.fixture
def page(browser, browser_context_args):
    """A page of a browser that runs no scripts."""
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_from_gallery_to_print_file_without_scripts(page, live_server, photo_file, tmp_path):
    """Filter, begin, take ready words, send photo and logo, mend with a button and take it back, choose, download."""
    page.goto(live_server)
    page.get_by_label("Foto", exact=True).select_option("met")
    page.get_by_role("button", name="Toon de affiches").click()
    page.get_by_role("link", name="Portret").click()
    page.get_by_role("button", name="Maak deze affiche").click()
    headline, lead = (page.locator(f'[name="text.{name}"]') for name in ("headline", "lead"))
    page.get_by_text("Geen inspiratie?").first.click()
    page.locator("#fill-ready").click()
    expect(headline).to_have_value(re.compile("."))
    headline.fill("Zonder scripts")
    lead.fill("Kies voor Career")
    sending(page, photo_file, tmp_path)
    mending(page, lead)
    fill(page, PUBLISHER)
    page.get_by_label("Wie herkenbaar op de foto staat").check()
    page.locator('[name="photo.photo.alt"]').fill("Een grijze cirkel")
    page.locator('[name="photo.photo.zoom"]').press("ArrowRight")
    page.locator('[name="format"][value="a4"]').check(force=True)
    page.get_by_role("button", name="Naar downloaden").click()

    with page.expect_download() as started:
        page.get_by_role("link", name="Download voor de drukker (pdf)").click()
    file = tmp_path / started.value.suggested_filename
    started.value.save_as(file)

    assert file.name == "career-affiche-portret-zonder-scripts-a4-drukker-nl.pdf"
    assert boxes_mm(file) == [(0, 0, 210, 297), (-3, -3, 213, 300)]
    told = words(file)
    assert "Zonder scripts" in told
    assert "Kies voor Careēr" in told
    assert codes(file) == ["https://care-er.be"]


def sending(page, photo_file, tmp_path):
    """Send photo and logo with the form; both are chosen when the page is back."""
    logo = tmp_path / "logo.svg"
    logo.write_text(LOGO)
    page.locator('[name="photo.photo.upload"]').set_input_files(photo_file)
    page.locator('[name="logo.logo.upload"]').set_input_files(logo)
    page.get_by_role("button", name="Bekijk voorbeeld").last.click()
    for name in ("photo.photo", "logo.logo"):
        expect(page.locator(f'[name="{name}.file"]:checked')).to_have_value(re.compile("^upload:"))
    expect(page.locator("#stage image")).to_have_count(1)


def mending(page, lead):
    """Press the finding's button, take it back, press it again."""
    for wanted in ("Kies voor Careēr", "Kies voor Career", "Kies voor Careēr"):
        page.get_by_role("button", name="Schrijf Careēr" if wanted.endswith("ēr") else "Maak ongedaan").first.click()
        expect(lead).to_have_value(wanted)
