"""Taking files away, the link to go on elsewhere, and wiping, in a real browser."""

import re

import pytest
from playwright.sync_api import expect
from poster_steps import PUBLISHER, begin, choose_drawing, fill


def finish(page):
    """Fill in everything and go to the files."""
    words = {"text.headline": "Warm hart,\nvast contract.", "text.lead": "Word verpleegkundige in Gent."}
    fill(page, {**words, **PUBLISHER})
    choose_drawing(page)
    page.locator('[name="photo.photo.alt"]').fill("Verpleegkundige met een haarband lacht")
    page.get_by_role("button", name="Naar downloaden").click()
    expect(page.get_by_role("heading", name="Download je affiche")).to_be_visible()


def test_the_format_goes_along_and_comes_back(page, live_server):
    """Who looked at the square finds the square among the files, and again in the editor."""
    begin(page, live_server)
    page.locator(".shape-button", has_text="Vierkant").click()

    page.get_by_role("button", name="Naar downloaden").click()
    expect(page.locator('[aria-current="true"]', has_text="Vierkant")).to_be_visible()

    page.get_by_role("link", name="Terug naar je affiche").click()
    expect(page.locator('input[name="format"][value="square"]')).to_be_checked()


def test_a_file_refused_for_its_budget_is_a_page_with_a_way_back(page, serve):
    """The browser neither saves nor drops the refusal: it says what to do and leads back to the same format."""
    begin(page, serve(render_rate="1 per hour"))
    finish(page)
    page.get_by_role("link", name="Vierkant").click()
    with page.expect_download():
        page.get_by_role("link", name="Download als afbeelding (png)").click()

    page.get_by_role("link", name="Als kleiner bestand, handig om door te sturen (jpg)").click()

    expect(page.get_by_role("heading", name="Even ademhalen")).to_be_visible()
    expect(page.locator("main")).to_contain_text(re.compile(r"Wacht (59|60) minuten en probeer het opnieuw"))
    page.get_by_role("link", name="Terug naar downloaden").click()
    expect(page.locator('[aria-current="true"]', has_text="Vierkant")).to_be_visible()


def test_a_file_refused_for_its_content_leads_to_the_field(page, live_server, context):
    """What another window took away is told here, and one press leads to where it is filled in."""
    begin(page, live_server)
    editor = page.url
    finish(page)
    other = context.new_page()
    other.goto(editor)
    expect(other.locator("html.scripted")).to_be_attached()
    with other.expect_response(lambda answer: answer.request.method == "POST" and answer.url == editor):
        other.locator('[name="imprint.name"]').fill("")

    page.get_by_role("link", name="Download voor de drukker (pdf)").click()

    expect(page.get_by_role("alert")).to_contain_text("Dit bestand kunnen we nog niet maken")
    card = page.locator(".destination", has=page.get_by_role("heading", name="Drukker"))
    expect(card).to_contain_text("Nog niet beschikbaar")
    expect(card.get_by_role("link", name="Download voor de drukker (pdf)")).to_have_count(0)
    card.get_by_role("link", name="Bekijk wat er eerst moet").click()
    page.locator("#blocked").get_by_role("link", name=re.compile("verantwoordelijke uitgever")).click()
    expect(page.locator('[name="imprint.name"]')).to_be_in_viewport()


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("Download voor de drukker (pdf)", "drukker-nl.pdf"),
        ("Download voor thuis (pdf)", "thuis-nl.pdf"),
    ],
)
def test_every_pdf_is_saved_under_a_name_of_its_own(page, live_server, complaints, link, name):
    """The name is the server's, and the page stays where it is."""
    begin(page, live_server)
    finish(page)
    address = page.url

    with page.expect_download() as started:
        page.get_by_role("link", name=link).click()

    assert started.value.suggested_filename == f"career-affiche-portret-warm-hart-vast-contract-a3-{name}"
    assert page.url == address
    assert complaints == []


@pytest.mark.parametrize("scripts", [True, False])
def test_wiping_asks_first_and_a_no_loses_nothing(browser, live_server, scripts):
    """What was typed a moment ago is there after the no; after the yes nothing is."""
    context = browser.new_context(java_script_enabled=scripts, locale="nl-BE")
    page = context.new_page()
    begin(page, live_server, scripts=scripts)
    editor = page.url
    page.locator('[name="text.headline"]').fill("Net getypt")

    page.get_by_role("button", name="Wis alles nu").click()
    expect(page.get_by_role("heading", name="Wil je alles wissen?")).to_be_visible()
    page.get_by_role("link", name="Nee, bewaar mijn affiche").click()
    expect(page.locator('[name="text.headline"]')).to_have_value("Net getypt")

    page.get_by_role("button", name="Wis alles nu").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_role("heading", name="Alles is gewist")).to_be_visible()
    assert page.goto(editor).status == 404
    context.close()


def test_the_link_to_go_on_is_copied_with_one_press(page, live_server, context, complaints):
    """It is on the clipboard, and the page says so."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    begin(page, live_server)

    page.get_by_role("button", name="Kopieer de link").click()

    expect(page.locator("#copied")).to_have_text("De link is gekopieerd. Plak hem waar je wilt.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("#resume").input_value()
    assert re.search(r"/affiche/[0-9a-f]+/verder/", copied)
    assert complaints == []


def test_without_a_clipboard_the_link_is_selected(page, live_server):
    """Pages without https have none: the link is ready to be copied by hand, and the page says so."""
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined })")
    begin(page, live_server)

    page.get_by_role("button", name="Kopieer de link").click()

    expect(page.locator("#copied")).to_have_text("De link is geselecteerd. Kopieer hem nu zelf.")
    expect(page.locator("#resume")).to_be_focused()
    assert page.evaluate("getSelection().toString()") == page.locator("#resume").input_value()


def test_without_scripts_no_button_pretends_to_copy(browser, live_server):
    """The link itself is there."""
    context = browser.new_context(java_script_enabled=False, locale="nl-BE")
    page = context.new_page()
    begin(page, live_server, scripts=False)

    expect(page.locator("#copy-resume")).to_be_hidden()
    expect(page.locator("#resume")).to_be_visible()
    context.close()


@pytest.mark.parametrize("path", ["/download?formaat=a3", "/wis"])
def test_these_pages_fit_a_narrow_screen(browser, live_server, path):
    """At 320 px nothing has to be scrolled sideways, and everything to press is large enough (WCAG 2.2, 2.5.8)."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-BE")
    page = context.new_page()
    begin(page, live_server)
    finish(page)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(page.url.split("/download")[0] + path)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    sizes = page.locator("main :is(a.action, button)").evaluate_all("all => all.map(one => one.offsetHeight)")
    assert min(sizes) >= 24
    context.close()
