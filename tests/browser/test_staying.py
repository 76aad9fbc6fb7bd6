"""Without a connection no button and no link leads to the browser's own error page."""

import re

import pytest
from playwright.sync_api import expect
from poster_steps import begin

NO_LINE = "Je hebt geen verbinding. Probeer het opnieuw zodra je weer verbinding hebt."


@pytest.fixture
def poster(page, live_server):
    """The address of a poster with a headline that is kept."""
    begin(page, live_server)
    page.locator('[name="text.headline"]').fill("Hier telt elke mens.")
    expect(page.locator("#saved")).to_have_text("Bewaard")
    return page.url.partition("?")[0]


@pytest.mark.parametrize(
    ("place", "pressed"),
    [
        ("", '[value="download"]'),
        ("", '[value="taal:fr"]'),
        ("", '[value="copy"]'),
        ("", '[value="wipe"]'),
        ("", ".mark"),
        ("/download", 'a[data-file]:has-text("proef")'),
        ("/download", ".share-new button"),
        ("/download", ".tab a:not([aria-current])"),
        ("/wis", ".danger"),
    ],
)
def test_the_page_stays_and_says_what_to_do(page, poster, place, pressed):
    """Whatever is pressed: a sentence in sight, and it goes when the line is back."""
    page.goto(poster + place)
    address, told = page.url, page.locator("#no-line")
    page.context.set_offline(True)

    page.locator(pressed).first.click()

    expect(told).to_have_text(NO_LINE)
    expect(told).to_be_in_viewport()
    assert page.url == address
    page.context.set_offline(False)
    expect(told).to_be_hidden()


def test_a_poster_is_not_begun_without_a_connection(page, live_server):
    """The page of a template stays, and the same press goes on once the line is back."""
    page.goto(f"{live_server}/sjablonen/portret")
    page.context.set_offline(True)
    begin_button = page.get_by_role("button", name="Maak deze affiche")
    begin_button.click()
    expect(page.locator("#no-line")).to_be_visible()

    page.context.set_offline(False)
    begin_button.click()

    expect(page.locator("html.scripted #stage svg")).to_be_visible()


def test_what_was_typed_meanwhile_is_saved_and_taken_along(page, poster):
    """A press that led nowhere ends nothing: the same page goes on saving, and the next press leads on."""
    page.context.set_offline(True)
    page.locator('[name="text.headline"]').fill("Getypt zonder verbinding.")
    page.get_by_role("button", name="Naar downloaden").click()
    expect(page.locator("#no-line")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#no-line")).to_be_hidden()

    page.context.set_offline(False)
    expect(page.locator("#saved")).to_have_text("Bewaard")
    page.get_by_role("button", name="Naar downloaden").click()

    expect(page).to_have_url(re.compile("/download"))
    page.goto(poster)
    expect(page.locator('[name="text.headline"]')).to_have_value("Getypt zonder verbinding.")
