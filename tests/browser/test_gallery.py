"""The gallery in a real browser: filters apply at once, work without scripts, and take nobody's place away."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def plain(browser, browser_context_args):
    """A page of a browser that runs no scripts."""
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    yield context.new_page()
    context.close()


def promised(field, value):
    """How many posters a choice says that it leaves."""
    label = field.locator(f"option[value='{value}']").text_content()
    return int(re.search(r"\((\d+)\)", label)[1])


def told(count):
    """How the page says that many posters were found."""
    return f"{count} affiche{'s' * (count != 1)} gevonden"


def test_a_filter_applies_at_once_and_keeps_the_place(page, live_server, complaints):
    """Posters, count, address and title follow; focus and scroll stay; the way back leads through every choice."""
    page.goto(live_server)
    posters = page.locator(".poster-card")
    expect(page.get_by_role("status")).to_have_text(told(everything := posters.count()))
    kept = posters.filter(has_text="Trots").element_handle()
    photo = page.get_by_label("Foto", exact=True)
    photo.evaluate("field => field.scrollIntoView({ block: 'center', behavior: 'instant' })")
    page.evaluate("document.fonts.ready.then(() => true)")
    photo.focus()
    before = photo.bounding_box()

    without = promised(photo, "zonder")
    assert 0 < without < everything
    photo.select_option("zonder")
    expect(page.get_by_role("status")).to_have_text(told(without))
    expect(page).to_have_url(f"{live_server}/?foto=zonder")
    expect(photo).to_be_focused()
    audience = page.get_by_label("Voor wie")
    own = promised(audience, "mezelf")
    assert 0 < own < without
    audience.select_option("mezelf")
    expect(page.get_by_role("status")).to_have_text(told(own))
    expect(page).to_have_title(re.compile("^Voor mezelf, Zonder foto"))

    assert photo.bounding_box() == before
    assert page.evaluate("scrollY") > 0
    assert kept.evaluate("card => card.isConnected")
    page.go_back()
    expect(posters).to_have_count(without)
    expect(audience).to_have_value("")
    page.go_back()
    expect(posters).to_have_count(everything)
    assert complaints == []


@pytest.mark.parametrize("width", [960, 1200, 1440])
def test_what_a_filter_is_set_to_can_be_read(page, live_server, width):
    """However many filters stand beside each other: in Dutch, and with the longest job."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{live_server}/?beroep=logistiek-assistent")
    rooms = """fields => fields.map((field) => {
      const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(field);
      const pen = new OffscreenCanvas(1, 1).getContext("2d");
      pen.font = font;
      const room = field.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
      return room - pen.measureText(field.selectedOptions[0].text).width;
    })"""
    page.evaluate("document.fonts.ready.then(() => true)")

    assert min(page.locator(".filter select").evaluate_all(rooms)) >= 0


def test_an_empty_result_is_loosened_with_the_keyboard(page, live_server, complaints):
    """A chip or a link that did its work hands the focus on to what stands in its place."""
    page.goto(f"{live_server}/?voor=mezelf")
    message = page.get_by_label("Boodschap")
    values = [option.get_attribute("value") for option in message.locator("option").all()[1:]]
    none = next(value for value in values if promised(message, value) == 0)
    page.goto(f"{live_server}/?voor=mezelf&boodschap={none}")
    expect(page.get_by_role("heading", name="Geen enkele affiche past bij alles samen")).to_be_visible()

    left = promised(page.get_by_label("Voor wie"), "organisatie")
    page.get_by_role("link", name="Zonder “Voor mezelf”").press("Enter")

    expect(page.get_by_role("status")).to_have_text(told(left))
    expect(page.get_by_label("Voor wie")).to_have_value("")
    expect(page.get_by_label("Boodschap")).to_have_value(none)
    expect(page.get_by_role("link", name="Wis filters")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{live_server}/")
    expect(page.get_by_role("heading", name="Kies je sjabloon")).to_be_focused()
    assert complaints == []


def test_without_a_connection_the_page_says_so_and_stays(page, live_server):
    """What was chosen stays chosen, and the button is there to ask again."""
    page.goto(live_server)
    everything = page.locator(".poster-card").count()
    photo = page.get_by_label("Foto", exact=True)
    wanted = promised(photo, "met")
    page.context.set_offline(True)
    photo.select_option("met")
    expect(page.get_by_role("status")).to_contain_text("Zoeken lukte niet")
    expect(page.locator(".poster-card")).to_have_count(everything)

    page.context.set_offline(False)
    page.get_by_role("button", name="Toon de affiches").click()

    expect(page.get_by_role("status")).to_have_text(told(wanted))
    expect(page.get_by_role("button", name="Toon de affiches")).to_be_hidden()


def test_filters_work_without_scripts_on_a_narrow_screen(plain, live_server):
    """They are folded away until they are wanted; a button applies them, a chip takes one away."""
    plain.set_viewport_size({"width": 320, "height": 640})
    plain.goto(live_server)
    expect(plain.get_by_label("Job")).to_be_hidden()
    plain.get_by_text("Filters", exact=True).click()
    plain.get_by_label("Job").select_option("verzorgende")
    photo = plain.get_by_label("Foto", exact=True)
    without = promised(photo, "zonder")
    photo.select_option("zonder")
    plain.get_by_role("button", name="Toon de affiches").click()

    expect(plain).to_have_url(f"{live_server}/?beroep=verzorgende&foto=zonder#sjablonen")
    found = plain.locator(".poster-card").count()
    # What the choice promised was counted before the job was chosen too.
    assert 0 < found <= without
    expect(plain.get_by_role("status")).to_have_text(told(found))
    assert plain.evaluate("document.documentElement.scrollWidth") == 320
    plain.get_by_role("link", name="Filter wissen: Verzorgende").click()
    expect(plain).to_have_url(f"{live_server}/?foto=zonder#sjablonen")


@pytest.mark.parametrize("size", [(320, 568), (768, 1024), (1440, 900)])
def test_the_button_to_begin_is_always_in_reach(page, live_server, size):
    """However far somebody scrolls on the page of a template, and without a word of it running off the side."""
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{live_server}/sjablonen/infodag")
    button = page.get_by_role("button", name="Maak deze affiche")

    for share in (0, 0.4, 0.8):
        page.evaluate(f"scrollTo(0, {share} * (document.querySelector('.foot').offsetTop - innerHeight))")
        expect(button).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_samples_change_their_language_in_place(page, live_server, complaints):
    """Every shape is shown in Arabic, the address knows it, and the focus stays on the choice."""
    page.goto(f"{live_server}/sjablonen/vacature")
    page.get_by_role("link", name="العربية").click()

    expect(page.get_by_role("status")).to_have_text("Voorbeeld: العربية")
    expect(page.get_by_role("link", name="العربية")).to_be_focused()
    expect(page).to_have_url(f"{live_server}/sjablonen/vacature?voorbeeld=ar")
    picture = page.locator("img.poster").first
    expect(picture).to_have_attribute("src", re.compile("/beeld/ar/"))
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 0
    assert complaints == []
