"""A link shared, opened by somebody else and stopped, in a real browser."""

import re

from playwright.sync_api import expect
from test_accessible import faults, visitor
from test_taking_away import begin, finish

__all__ = ["visitor"]


def test_a_link_is_made_copied_opened_and_stopped(page, live_server, complaints, context, browser):
    """Who gets the link sees the poster, with its picture, and nothing once sharing has stopped."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    begin(page, live_server)
    finish(page)
    page.get_by_label("Een dag").check()
    page.get_by_role("button", name="Maak een link").click()
    expect(page.locator(".share-link")).to_be_in_viewport()

    page.get_by_role("button", name="Kopieer de link").click()
    expect(page.locator(".share-link [role=status]")).to_contain_text("De link is gekopieerd")
    link = page.evaluate("navigator.clipboard.readText()")
    director = browser.new_context(locale="nl-BE").new_page()
    director.goto(link)

    expect(director.get_by_role("heading", name="Warm hart, vast contract.")).to_be_visible()
    picture = director.locator(".shared-picture img")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1400
    assert director.context.cookies() == []
    page.get_by_role("button", name="Stop delen").click()
    expect(page.locator(".share-link")).to_have_count(0)
    director.reload()
    expect(director.get_by_role("heading", name="Deze link toont geen affiche")).to_be_visible()
    director.context.close()
    assert complaints == []


def test_a_phone_offers_its_own_way_to_share(page, live_server):
    """Where the device can hand a link to another app, one press hands over this one."""
    page.add_init_script(
        "navigator.canShare = sent => Boolean(sent.url); navigator.share = async sent => { window.sent = sent; };"
    )
    begin(page, live_server)
    finish(page)
    page.get_by_role("button", name="Maak een link").click()

    page.get_by_role("button", name="Deel via…").click()

    sent = page.evaluate("window.sent")
    assert re.fullmatch(rf"{live_server}/deel/[0-9a-f]{{48}}", sent["url"])
    assert sent["title"] == "Affiche: Warm hart, vast contract."


def test_sharing_has_no_fault_before_and_after_and_on_the_page_itself(visitor, live_server):
    """The choice, the link with the next one unfolded, what others see, and a link that shows nothing."""
    begin(visitor, live_server)
    visitor.goto(re.sub(r"[?#].*", "", visitor.url) + "/download")
    assert faults(visitor) == []

    visitor.get_by_role("button", name="Maak een link").click()
    visitor.get_by_text("Maak nog een link").click()
    expect(visitor.get_by_label("Een week")).to_be_visible()
    assert faults(visitor) == []

    link = visitor.locator(".share-link .resume").input_value()
    visitor.goto(link)
    expect(visitor.locator(".shared-picture img")).to_be_visible()
    assert faults(visitor) == []
    assert visitor.evaluate("document.documentElement.scrollWidth <= innerWidth")

    visitor.goto(link[:-4] + "0000")
    assert faults(visitor) == []
