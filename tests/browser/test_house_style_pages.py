"""The page about the house style in a browser: from a finding to its rule, on the narrowest phone."""

from playwright.sync_api import expect


def test_why_leads_from_a_finding_to_its_rule_with_both_pictures(page, live_server, complaints):
    """Somebody is told of the name, asks why, and sees it wrong and right in another tab; their poster stays open."""
    page.goto(f"{live_server}/sjablonen/portret")
    page.get_by_role("button", name="Maak deze affiche").first.click()
    expect(page.locator("html.scripted #stage svg")).to_be_visible()
    page.locator('[name="text.headline"]').fill("Werken bij Career")
    with page.expect_popup() as opened:
        page.locator(".finding-warning", has_text="Career").get_by_role("link", name="Waarom?").first.click()
    expect(opened.value).to_have_url(f"{live_server}/huisstijl#brand-spelling")
    rule = opened.value.locator("#brand-spelling")

    expect(rule).to_be_in_viewport()
    expect(rule.get_by_text("Je schreef “Career”.")).to_be_visible()
    for picture in rule.get_by_role("img").all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", True)
        assert picture.evaluate("picture => picture.naturalWidth") == 640
    assert complaints == []


def test_the_page_fits_the_narrowest_phone(page, live_server):
    """At 320 px nothing is cut off sideways; the tables of measures scroll in their own room, with the keyboard too."""
    page.set_viewport_size({"width": 320, "height": 568})
    page.goto(f"{live_server}/huisstijl")
    page.get_by_text("Letters, kleinste maat in punt").click()

    assert page.evaluate("document.documentElement.scrollWidth") == 320
    table = page.get_by_role("region", name="Letters, kleinste maat in punt")
    table.focus()
    expect(table).to_be_focused()
    assert table.evaluate("room => room.scrollWidth > room.clientWidth")
