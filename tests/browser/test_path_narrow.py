"""Every page and step on a screen of 320 px, at 200 % and with more room between the letters."""

import re

import pytest
from page_measures import SPACED, faults
from playwright.sync_api import expect

PAGES = (
    "/",
    "/?voor=mezelf&boodschap=zekerheid",
    "/sjablonen/vacature",
    "/hulp",
    "/toegankelijkheid",
    "/privacy",
    "/nergens",
)
PHONE, HALF = {"width": 320, "height": 640}, {"width": 640, "height": 450}
LONG = "VERPLEEGKUNDIGE BIJ CAREER !!! " * 5


@pytest.mark.parametrize(
    ("language", "size", "more", "style"),
    [
        pytest.param("fr", PHONE, {"is_mobile": True, "has_touch": True}, "", id="phone"),
        # What a window of 1280 by 900 px shows when everything in it is twice as large.
        pytest.param("en", HALF, {"device_scale_factor": 2}, "", id="at-200-percent"),
        pytest.param("nl", PHONE, {}, SPACED, id="spaced-letters"),
    ],
)
def test_nothing_is_cut_covered_crowded_or_to_be_scrolled_sideways(browser, live_server, language, size, more, style):
    """On every page and in every step, with findings and with a picture, and everything to press is large enough."""
    context = browser.new_context(viewport=size, locale="nl-BE", reduced_motion="reduce", bypass_csp=True, **more)
    page = context.new_page()
    found = {}

    def judge(address, name=""):
        page.goto(address)
        if style:
            page.add_style_tag(content=style)
        found[name or address] = faults(page)

    page.goto(f"{live_server}/?taal={language}")
    for address in PAGES:
        judge(live_server + address)
    poster = begun(page, live_server)
    for step in ("tekst", "beeld", "afzender", "formaten"):
        # Another page between them: an address that differs in its step only is no new page.
        page.goto("about:blank")
        judge(f"{poster}#{step}")
    for rest in ("/download?formaat=a3", "/wis"):
        judge(poster + rest)
    context.close()

    assert {where: what for where, what in found.items() if what} == {}


def begun(page, live_server):
    """Begin a poster with findings and a drawing, and return its address."""
    page.goto(f"{live_server}/sjablonen/vacature")
    page.locator(".begin button").click()
    expect(page.locator("html.scripted #stage svg")).to_be_visible()
    page.locator('[name="text.title"]').fill(LONG)
    page.locator('[name="text.reason-1"]').fill("Kies voor Career")
    page.locator('input[value="brand:team-1"]').evaluate("drawing => drawing.click()")
    expect(page.locator("#saved")).to_have_text(re.compile("^(Bewaard|Saved|Enregistré)$"))
    return page.url.partition("#")[0]
