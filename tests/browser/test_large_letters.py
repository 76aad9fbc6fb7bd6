"""Every page for whoever has set the letters of their phone's browser twice as large."""

import pytest
from page_measures import faults
from playwright.sync_api import expect

PAGES = ("/", "/?voor=mezelf&boodschap=zekerheid", "/sjablonen/vacature", "/hulp", "/toegankelijkheid", "/privacy")
LONG = "VERPLEEGKUNDIGE BIJ CAREER !!! " * 5
# What the browser's own settings call "very large"; a page is told of it by what a rem is.
TWICE = "--blink-settings=defaultFontSize=32"


@pytest.fixture(scope="module")
def large_letters(playwright, browser_type_launch_args):
    """A browser with letters of 32 px."""
    flags = [*browser_type_launch_args["args"], TWICE]
    browser = playwright.chromium.launch(**{**browser_type_launch_args, "args": flags})
    yield browser
    browser.close()


@pytest.mark.parametrize(("language", "width"), [("fr", 320), ("nl", 360)])
def test_nothing_is_cut_covered_or_to_be_scrolled_sideways(large_letters, live_server, language, width):
    """On every page and in every step, with findings, a shared link and a poster to go on with."""
    phone = {"viewport": {"width": width, "height": 640}, "is_mobile": True, "has_touch": True}
    context = large_letters.new_context(**phone, locale="nl-BE", reduced_motion="reduce")
    page = context.new_page()
    found = {}

    def judge(address):
        # Another page between them: an address that differs in its step only is no new page.
        page.goto("about:blank")
        page.goto(address)
        page.evaluate("document.querySelectorAll('details.rule-chapter').forEach((each) => (each.open = true))")
        found[address] = faults(page)

    page.goto(f"{live_server}/?taal={language}")
    for address in (*PAGES, "/huisstijl", "/nergens"):
        judge(live_server + address)
    poster = begun(page, live_server)
    for rest in ("#tekst", "#beeld", "#afzender", "#formaten", "/wis", "/download?formaat=a3"):
        judge(poster + rest)
    page.locator(".share-new button").click()
    for address in (page.locator(".share-link a[href*='/deel/']").get_attribute("href"), f"{live_server}/"):
        judge(address)
    context.close()

    assert {where: what for where, what in found.items() if what} == {}


def begun(page, live_server):
    """Begin a poster with findings that is kept, and return its address."""
    page.goto(f"{live_server}/sjablonen/vacature")
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "34px"
    page.locator(".begin button").click()
    expect(page.locator("html.scripted #stage svg")).to_be_visible()
    page.locator('[name="text.title"]').fill(LONG)
    expect(page.locator("#saved")).to_have_class("saved")
    return page.url.partition("#")[0]
