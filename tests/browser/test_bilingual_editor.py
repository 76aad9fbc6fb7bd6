"""A poster in two languages in a real browser: fields that come and go, and words that are never lost."""

from playwright.sync_api import expect
from poster_steps import begin

DUTCH, FRENCH = "Kom een dag meekijken.", "Venez voir de près."


def test_a_second_language_comes_changes_places_and_goes_without_losing_words(page, live_server):
    """Chosen, filled in, made the first one, taken away: each is one step of the history."""
    begin(page, live_server, "infodag")
    title, again = page.locator('[id="text.title"]'), page.locator('[id="text.title-2"]')
    first, second = page.get_by_label("Taal van de affiche"), page.get_by_label("Ook in een tweede taal")
    back = page.get_by_role("button", name="Ongedaan maken")
    title.fill(DUTCH)
    second.select_option("fr")
    expect(again).to_have_attribute("lang", "fr")
    again.fill(FRENCH)
    expect(page.locator("#findings-title-2")).to_be_hidden()
    expect(page.locator("#findings-hour-2")).to_contain_text("Uur in het Frans")

    first.select_option("fr")
    expect(title).to_have_value(FRENCH)
    expect(again).to_have_value(DUTCH)
    expect(again).to_have_attribute("lang", "nl")
    back.click()
    expect(again).to_have_attribute("lang", "fr")
    expect(title).to_have_value(DUTCH)

    second.select_option("")
    expect(again).to_have_count(0)
    expect(page.get_by_text("We bewaren het")).to_be_visible()
    back.click()
    expect(again).to_have_value(FRENCH)
