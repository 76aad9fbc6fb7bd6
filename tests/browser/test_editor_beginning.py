"""The first minutes in the editor: calm, by keyboard, and each link at the field that lacks something."""

import re

import pytest
from playwright.sync_api import expect

PHONE = {"viewport": {"width": 360, "height": 740}, "locale": "nl-BE", "has_touch": True}


@pytest.fixture
def opened(browser, live_server):
    """A function that opens a new poster in a browser of one's wish."""
    contexts = []

    def begin(template="trots", **wishes):
        contexts.append(browser.new_context(**{"locale": "nl-BE", **wishes}))
        page = contexts[-1].new_page()
        page.goto(f"{live_server}/sjablonen/{template}")
        page.get_by_role("button", name="Maak deze affiche").click()
        expect(page.locator("#stage svg")).to_be_visible()
        if wishes.get("java_script_enabled", True):
            expect(page.locator("html.scripted")).to_have_count(1)
        return page

    yield begin
    for context in contexts:
        context.close()


def test_the_keys_pass_every_language_without_leaving_the_page(opened):
    """Enter takes the language; the focus and what is in sight stay where they were."""
    page = opened(viewport={"width": 900, "height": 420})
    language = page.get_by_label("Taal van de affiche")
    language.focus()
    page.evaluate("scrollTo({ top: 90, behavior: 'instant' }); window.isTheSamePage = true")

    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#stage")).not_to_have_attribute("aria-busy", "true")
    expect(language).to_be_focused()
    assert page.evaluate("window.isTheSamePage")

    chosen = language.input_value()
    page.keyboard.press("Enter")
    expect(page.locator(f'[name="text.headline"][lang="{chosen}"]')).to_be_visible()
    expect(language).to_be_focused()
    assert language.input_value() == chosen
    assert page.evaluate("scrollY") == 90


def test_leaving_the_field_takes_the_language_and_the_focus_goes_on(opened):
    """Whoever goes on with the Tab key stands in the next field, in the new language."""
    page = opened()
    page.get_by_label("Taal van de affiche").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")

    expect(page.locator('[name="text.headline"][lang="fr"]')).to_be_visible()
    expect(page.locator(".ready-fold summary")).to_be_focused()


def test_a_press_takes_the_language_at_once(opened):
    """As with a mouse or a finger."""
    page = opened(**PHONE)
    page.get_by_label("Taal van de affiche").select_option("en")

    expect(page.locator('[name="text.headline"][lang="en"]')).to_be_visible()


def test_a_field_is_asked_for_once_somebody_has_been_there(opened):
    """First calm words; then what is empty where one has been; the list after the first change."""
    page = opened()
    told = {key: page.locator(f"#findings-{key} .finding-todo") for key in ("headline", "name")}
    expect(page.locator(".calm")).to_be_visible()
    expect(page.locator(".tab .badge").first).to_be_hidden()

    page.locator('[name="text.headline"]').focus()
    page.keyboard.press("Tab")
    page.locator('[name="text.name"]').focus()
    expect(told["headline"]).to_be_visible()
    expect(told["name"]).to_be_hidden()
    expect(page.locator("#summary")).to_be_hidden()

    page.keyboard.type("Rita")
    expect(page.locator("#summary")).to_be_visible()
    expect(page.locator(".calm")).to_be_hidden()
    expect(page.locator(".tab .badge:visible").first).to_be_visible()


def test_who_asks_for_a_file_is_told_of_every_field(opened):
    """The next visit to the form hides nothing."""
    page = opened()
    page.get_by_role("button", name="Naar downloaden").click()
    page.get_by_role("link", name="Terug naar je affiche").click()

    expect(page.locator("#findings-headline .finding-todo")).to_be_visible()
    expect(page.locator("#findings-name .finding-todo")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_lands_on_the_part_that_lacks(opened, scripts):
    """From the downloads on a phone to the postcode, in its step, in sight and in focus; also without scripts."""
    page = opened(**PHONE, java_script_enabled=scripts)
    address = page.url
    if scripts:
        page.goto(f"{address}#afzender")
    page.get_by_label("Voornaam en naam").fill("Rita Peeters")
    page.get_by_label("Straat en nummer").fill("Lindestraat 12")
    page.locator('[name="imprint.town"]').fill("Dendermonde")
    # Without scripts the form's first button keeps it.
    if scripts:
        expect(page.locator("#saved")).to_have_text("Bewaard")
    else:
        page.get_by_role("button", name="Bewaar", exact=True).click()
    page.goto(f"{address}/download")
    page.locator(".findings a", has_text="postcode").first.click()

    postcode = page.locator('[name="imprint.postcode"]')
    expect(page).to_have_url(re.compile(r"#imprint\.postcode$"))
    expect(postcode).to_be_in_viewport(ratio=1)
    expect(postcode).to_be_focused()


def test_a_remembered_sender_is_ticked_and_reads_as_an_address(opened):
    """The postcode stands with its town."""
    page = opened()
    page.get_by_label("Voornaam en naam").fill("Rita Peeters")
    page.get_by_label("Straat en nummer").fill("Lindestraat 12")
    page.get_by_label("Postcode").fill("9200")
    page.get_by_label("Gemeente", exact=True).fill("Dendermonde")
    page.get_by_label("Onthoud deze afzender").check()

    page.goto(page.url.split("/affiche/")[0] + "/sjablonen/trots")
    page.get_by_role("button", name="Maak deze affiche").click()

    expect(page.locator("#sender-known")).to_have_text("Rita Peeters, Lindestraat 12, 9200 Dendermonde")
    expect(page.get_by_label("Onthoud deze afzender")).to_be_checked()
