"""Shapes, counters, the remembered sender and the line, in a real browser."""

import re

from playwright.sync_api import expect
from poster_steps import PUBLISHER, begin, fill


def test_the_poster_is_seen_in_all_its_shapes_and_each_says_what_is_to_do(page, live_server, complaints):
    """The small pictures follow the typing; one press shows a shape large; the counts are words for who hears them."""
    begin(page, live_server)
    expect(page.locator(".shape-picture svg").nth(2)).to_be_visible()
    expect(page.locator(".shape-picture:not(:has(svg))")).to_have_count(0)
    story = page.get_by_role("button", name=re.compile("^Story"))
    before = story.locator(".shape-picture").inner_html()

    page.locator('[name="text.headline"]').fill("Warm hart")
    tasks = r" nog \d punt(en)? te doen$"
    expect(story).to_have_accessible_name(re.compile(f"^Story{tasks}"))
    expect(page.locator("#format-a3")).to_have_accessible_name(re.compile(f"^A3{tasks}"))
    expect(page.locator(".shape-button .badge").last).to_have_text(re.compile(r"^1 "))
    assert story.locator(".shape-picture").inner_html() != before
    story.click()

    expect(page.locator('[name="format"]:checked')).to_have_value("story")
    expect(page.locator(".tab:visible")).to_have_text([re.compile("^Story")])
    expect(story).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#stage svg")).to_have_attribute("viewBox", re.compile(r"^0 0 595\.\d+ 1058\.\d+$"))
    assert complaints == []


def test_what_is_left_is_seen_always_and_heard_near_the_end(page, live_server):
    """A screen reader hears the counter only where it matters."""
    begin(page, live_server)
    headline = page.locator('[name="text.headline"]')
    count = page.locator('[data-count-of="text.headline"]')

    headline.fill("a" * 50)
    expect(count).to_have_text("nog 40 tekens")
    headline.fill("a" * 89)
    expect(count).to_have_text("nog 1 teken")
    expect(page.locator("#count-told")).to_have_text("nog 1 teken")
    headline.fill("a" * 95)
    expect(page.locator("#count-told")).to_have_text("5 tekens te veel")
    headline.fill("a" * 9)
    expect(page.locator("#count-told")).to_have_text("")


def test_a_sender_is_remembered_only_on_wish_and_forgotten_with_one_press(page, live_server):
    """Nothing is kept unasked; the next poster offers it; one press fills it in, one forgets it."""
    begin(page, live_server)
    fill(page, PUBLISHER)
    assert page.evaluate("localStorage.length") == 0
    page.get_by_label("Onthoud deze afzender op dit toestel").check()
    page.locator('[name="imprint.town"]').fill("Aalst")

    begin(page, live_server, "trots")
    expect(page.locator("#sender-known")).to_have_text("An Peeters, Lindestraat 12, 9200 Aalst")
    page.get_by_role("button", name="Gebruik deze afzender").click()
    expect(page.locator('[name="imprint.town"]')).to_have_value("Aalst")
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.locator('[name="imprint.town"]')).to_have_value("")

    begin(page, live_server)
    page.get_by_role("button", name="Vergeet deze afzender").click()
    expect(page.locator("#sender-offer")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


def test_a_line_that_goes_and_comes_back_is_told_calmly_and_loses_nothing(page, live_server, context):
    """Work goes on without a line, and is kept as soon as there is one."""
    begin(page, live_server)
    headline = page.locator('[name="text.headline"]')
    context.set_offline(True)
    headline.fill("Zonder lijn")
    expect(page.locator("#saved")).to_have_text("Geen verbinding: je werk staat veilig op dit toestel.")
    expect(page.locator("#line-state")).to_have_text(re.compile("Je kunt verder werken"))

    context.set_offline(False)

    expect(page.locator("#saved")).to_have_text("Bewaard")
    expect(page.locator("#saved-at")).to_have_text(re.compile(r"^om \d\d:\d\d$"))
    page.reload()
    expect(headline).to_have_value("Zonder lijn")


def test_a_phone_that_is_closed_right_after_typing_loses_nothing(browser, live_server):
    """The last words go off while the page goes away; another browser with the same session has them."""
    first = browser.new_context(locale="nl-BE")
    page = first.new_page()
    begin(page, live_server)
    address, state = page.url, first.storage_state()
    page.locator('[name="text.headline"]').fill("Net op tijd")
    page.close(run_before_unload=True)

    second = browser.new_context(locale="nl-BE", storage_state=state)
    again = second.new_page()
    again.goto(address)
    kept = again.locator('[name="text.headline"]')
    for _ in range(20):
        if kept.input_value() == "Net op tijd":
            break
        again.reload()
    expect(kept).to_have_value("Net op tijd")
    first.close()
    second.close()
