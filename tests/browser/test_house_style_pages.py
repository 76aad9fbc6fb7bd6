"""The page about the house style in a browser: from a finding to its rule, on the narrowest phone."""

import pytest
from page_measures import faults
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


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_no_word_lies_over_another_on_a_phone(page, live_server, language):
    """Labels are of any length; names of colours stay beside their own sample."""
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{live_server}/huisstijl?taal={language}")
    # Tables of measures scroll in a room of their own.
    page.evaluate("document.querySelectorAll('details:not(:has(table))').forEach((each) => (each.open = true))")

    assert faults(page) == []
    outside = """cells => cells.flatMap((cell) => {
      const room = cell.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(cell);
      return [...range.getClientRects()].filter((box) => box.right > room.right + 1).map(() => cell.innerText);
    })"""
    assert page.locator(".inks li, .swatch dl div, .savings li, .limits div").evaluate_all(outside) == []


def test_rules_are_folded_on_a_phone_and_a_link_opens_them(page, live_server, complaints):
    """Somebody sees the groups, opens one, or comes to a rule from elsewhere; wrong and right stand side by side."""
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{live_server}/huisstijl")
    expect(page.locator("details.rule-chapter[open]")).to_have_count(0)
    page.get_by_role("navigation", name="Op deze pagina").get_by_role("link", name="Kleur", exact=True).click()
    expect(page.locator("#regels-colour[open]")).to_be_visible()
    expect(page.locator("details.rule-chapter[open]")).to_have_count(1)

    page.goto("about:blank")
    page.goto(f"{live_server}/huisstijl#ink-limit")
    expect(page.locator("#ink-limit h4")).to_be_in_viewport()
    boxes = "pictures => pictures.map((one) => one.getBoundingClientRect().toJSON())"
    wrong, right = page.locator("#ink-limit img").evaluate_all(boxes)
    assert (wrong["top"], wrong["width"]) == (right["top"], right["width"])
    assert wrong["right"] < right["left"]
    assert complaints == []


def test_without_scripts_every_rule_is_there(browser, browser_context_args, live_server):
    """A link to a rule finds it, on a phone too."""
    context = browser.new_context(
        **{**browser_context_args, "viewport": {"width": 360, "height": 640}}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{live_server}/huisstijl#ink-limit")

    expect(page.locator("#ink-limit h4")).to_be_in_viewport()
    context.close()


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
