"""The editor on a phone: one step at a time, the address says which; on a wide screen everything at once."""

import re

import pytest
from playwright.sync_api import expect
from poster_steps import begin


@pytest.fixture
def phone(browser, live_server):
    """Return the page of a new poster on a small phone."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, locale="nl-BE", has_touch=True)
    page = context.new_page()
    begin(page, live_server)
    yield page
    context.close()


def shown(page):
    return page.locator(".step:visible").evaluate_all("steps => steps.map(({ id }) => id)")


def test_a_phone_shows_one_step_and_the_back_button_goes_back(phone):
    """Next leads through all four; the heading gets the focus; the picture stays in sight."""
    assert shown(phone) == ["tekst"]
    for step in ("beeld", "afzender", "formaten"):
        phone.get_by_role("link", name="Volgende").click()
        expect(phone.locator(f"#titel-{step}")).to_be_focused()
        assert shown(phone) == [step]
        expect(phone.locator("#stage")).to_be_in_viewport()
    expect(phone.get_by_role("link", name="Volgende")).to_be_hidden()
    expect(phone.get_by_role("button", name="Naar downloaden")).to_be_in_viewport()

    phone.go_back()
    expect(phone.locator("#titel-afzender")).to_be_focused()
    phone.get_by_role("link", name="Vorige").click()
    expect(phone).to_have_url(re.compile("#beeld$"))
    phone.reload()
    expect(phone.locator("#beeld")).to_be_visible()
    assert shown(phone) == ["beeld"]


def test_a_finding_opens_its_step_at_its_field(phone):
    """What is still to do in the last step leads to the field in the first, twice if need be."""
    phone.locator('[name="text.lead"]').fill("Word zorgkundige.")
    phone.goto(phone.url + "#formaten")
    for _ in range(2):
        phone.locator("#summary a", has_text="Titel").click()
        expect(phone.locator('[name="text.headline"]')).to_be_focused()
        assert shown(phone) == ["tekst"]
        phone.goto(phone.url.split("#")[0] + "#formaten")
        expect(phone.locator("#formaten")).to_be_visible()


def test_a_step_back_opens_the_step_of_what_it_changes(phone):
    """Nothing is undone out of sight."""
    phone.locator('[name="text.headline"]').fill("Warm hart")
    phone.get_by_role("link", name="Volgende").click()
    expect(phone.locator("#beeld")).to_be_visible()

    phone.get_by_role("button", name="Ongedaan maken").click()

    expect(phone.locator('[name="text.headline"]')).to_be_visible()
    expect(phone.locator('[name="text.headline"]')).to_have_value("")


@pytest.mark.parametrize("size", [(320, 640), (667, 375), (844, 390), (640, 450), (1280, 900)])
def test_nothing_that_stays_in_sight_covers_the_focus(browser, live_server, size):
    """In every step, on phones upright and lying and at 200 %, a focused field is seen whole, and so is the picture."""
    viewport = {"width": size[0], "height": size[1]}
    context = browser.new_context(viewport=viewport, locale="nl-BE", reduced_motion="reduce")
    page = context.new_page()
    begin(page, live_server)
    for step in ("tekst", "beeld", "afzender", "formaten"):
        page.goto(page.url.split("#")[0] + f"#{step}")
        expect(page.locator(f"#{step}")).to_be_visible()
        covered = page.evaluate(COVERED, f"#{step}")
        assert covered == []
        expect(page.locator("#stage")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    context.close()


COVERED = """step => {
  const kind = ":is(input:not([type=hidden], [type=file], .pick *), textarea, select, summary, button, a)";
  const fields = [...document.querySelectorAll(`${step} ${kind}`)].filter((field) => field.checkVisibility());
  return fields.filter((field) => {
    field.focus();
    const box = field.getBoundingClientRect();
    return [box.top + 2, box.bottom - 2].some((y) => {
      const top = document.elementFromPoint(box.x + box.width / 2, y);
      return !top || top.closest(".show, .done-bar");
    });
  }).map((field) => field.outerHTML.slice(0, 120));
}"""


def test_without_scripts_all_steps_follow_each_other(browser, live_server):
    """On a phone too the form is whole, in order, with links to its parts and no button that needs a script."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False, locale="nl-BE")
    page = context.new_page()
    page.goto(f"{live_server}/sjablonen/portret")
    page.get_by_role("button", name="Maak deze affiche").click()

    assert shown(page) == ["tekst", "beeld", "afzender", "formaten"]
    for name in ("Volgende", "Ongedaan maken", "Onthoud deze afzender"):
        expect(page.get_by_text(name).first).to_be_hidden()
    page.get_by_text("Geen inspiratie?").first.click()
    page.get_by_role("button", name="Vul dit in").click()
    expect(page.locator('[name="text.headline"]')).to_have_value(re.compile("Om vier uur"))
    page.get_by_role("button", name="Maak ongedaan").click()
    expect(page.locator('[name="text.headline"]')).to_have_value("")
    context.close()
