"""Undo and redo in a real browser: one history for whatever was done, by button and by key."""

import re

import pytest
from playwright.sync_api import expect
from poster_steps import begin


@pytest.fixture
def headline(page, live_server):
    """Return the headline's field of a new poster's page, scripts running."""
    begin(page, live_server)
    return page.locator('[name="text.headline"]')


def undo(page):
    page.get_by_role("button", name="Ongedaan maken").click()


def redo(page):
    page.get_by_role("button", name="Opnieuw doen").click()


def test_whatever_was_done_is_taken_back_in_order_and_done_again(page, headline, photo_file):
    """Typing, a ready set, a fix, a drawing and a photo are steps of one history."""
    lead = page.locator('[name="text.lead"]')
    lead.fill("Kies voor Career in Gent.")
    page.locator("#findings-lead .fix").click()
    expect(lead).to_have_value("Kies voor Careēr in Gent.")
    page.get_by_text("Geen foto? Kies een tekening").click()
    page.locator('input[value="brand:team-1"]').check(force=True)
    page.locator('[name="photo.photo.upload"]').set_input_files(photo_file)
    chosen = page.locator('[name="photo.photo.file"]:checked')
    expect(chosen).to_have_value(re.compile("^upload:"))
    page.get_by_text("Geen inspiratie?").first.click()
    page.get_by_label("Job", exact=True).select_option("zorgkundige")
    page.get_by_label("Voor wie").select_option("switchers")
    expect(page.locator(".ready-title")).to_have_text("Gisteren achter de kassa, vandaag aan het bed.")
    page.get_by_role("button", name="Vul dit in").click()
    expect(headline).to_have_value("Gisteren achter de kassa,\nvandaag aan het bed.")
    expect(lead).to_have_value(re.compile("^Een praatje maken"))

    undo(page)
    expect(headline).to_have_value("")
    expect(lead).to_have_value("Kies voor Careēr in Gent.")
    expect(page.locator("#undone")).to_have_text("Ongedaan gemaakt: Titel")
    undo(page)
    expect(chosen).to_have_value("brand:team-1")
    undo(page)
    expect(chosen).to_have_value("")
    undo(page)
    expect(lead).to_have_value("Kies voor Career in Gent.")
    undo(page)
    expect(lead).to_have_value("")
    expect(page.get_by_role("button", name="Ongedaan maken")).to_have_attribute("aria-disabled", "true")
    for _ in range(5):
        redo(page)
    expect(headline).to_have_value("Gisteren achter de kassa,\nvandaag aan het bed.")
    expect(chosen).to_have_value(re.compile("^upload:"))
    expect(page.locator("#saved")).to_have_text("Bewaard")


def test_the_keys_do_what_the_buttons_do(page, headline):
    """Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y work wherever the focus is, and bring it to what has changed."""
    headline.press_sequentially("Zorg")
    page.locator('[name="imprint.town"]').fill("Gent")

    page.keyboard.press("Control+z")
    expect(page.locator('[name="imprint.town"]')).to_have_value("")
    page.keyboard.press("Control+z")
    expect(headline).to_have_value("")
    expect(headline).to_be_focused()
    page.keyboard.press("Control+Shift+z")
    expect(headline).to_have_value("Zorg")
    page.keyboard.press("Control+y")
    expect(page.locator('[name="imprint.town"]')).to_have_value("Gent")
    page.keyboard.press("Control+z")
    page.keyboard.type("Aalst")
    page.keyboard.press("Control+y")
    expect(page.locator('[name="imprint.town"]')).to_have_value("Aalst")


def test_the_history_outlives_a_reload_and_another_language(page, headline):
    """Whoever switches the language of the poster can still go back, language included."""
    headline.fill("Warm hart")
    expect(page.locator("#saved")).to_have_text("Bewaard")
    page.locator('[name="language"]').select_option("fr")
    expect(headline).to_have_attribute("lang", "fr")

    undo(page)

    expect(headline).to_have_attribute("lang", "nl")
    expect(headline).to_have_value("Warm hart")
    undo(page)
    expect(headline).to_have_value("")
