"""A finding is mended with one press wherever it is told, and the way back to the files is short."""

import pytest
from playwright.sync_api import expect
from poster_steps import INFODAG, begin, hand_in


@pytest.fixture
def poster(page, live_server):
    """The address of a poster whose lead misspells the brand."""
    begin(page, live_server)
    page.locator('[name="text.lead"]').fill("Kies voor Career in Gent.")
    expect(page.locator("#saved")).to_have_text("Bewaard")
    return page.url.partition("?")[0]


def test_the_summary_mends_and_takes_back(page, poster, complaints):
    """The button does what the one beside the field does, and the way back stands where it was pressed."""
    lead = page.locator('[name="text.lead"]')

    page.locator("#advice .fix").click()

    expect(lead).to_have_value("Kies voor Careēr in Gent.")
    expect(page.locator("#advice .fix")).to_have_count(0)
    undo = page.locator(".summary #undo")
    expect(undo).to_be_focused()
    undo.press("Enter")
    expect(lead).to_have_value("Kies voor Career in Gent.")
    assert complaints == []


def test_the_files_mend_and_take_back(page, live_server):
    """Without a way through the form."""
    begin(page, live_server, "infodag")
    hand_in(page, {**INFODAG, "text.title": "Kom naar Career kijken."})
    fix = page.locator('[value="fix:brand-spelling:title"]')

    fix.click()

    expect(page.get_by_text("Aangepast.")).to_be_visible()
    expect(fix).to_have_count(0)
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(fix).to_be_visible()


def test_a_phone_goes_straight_from_the_field_back_to_the_files(page, poster):
    """From the first step too, not through all the others."""
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{poster}/download?formaat=a3")
    page.locator("#blocked .finding a").first.click()
    expect(page.locator("#tekst.current")).to_be_visible()
    back = page.get_by_role("button", name="Naar downloaden")
    expect(back).to_be_in_viewport()

    back.click()

    expect(page.get_by_role("heading", name="Download je affiche")).to_be_visible()


def test_a_code_that_nobody_asked_for_goes_with_one_press(page, poster):
    """And comes back with one."""
    code = page.locator('[name="qr.qr.url"]')
    expect(code).to_have_value("https://care-er.be")

    page.get_by_role("button", name="Zonder code").click()

    expect(code).to_have_value("")
    expect(page.get_by_role("button", name="Zonder code")).to_be_hidden()
    page.locator("#undo").press("Enter")
    expect(code).to_have_value("https://care-er.be")
