"""Saving while one types, in a real browser: nothing is lost, and no window overwrites another in silence."""

import re

import pytest
from playwright.sync_api import expect
from poster_steps import begin

SAVES = re.compile(r"/affiche/[0-9a-f]+$")


@pytest.fixture
def headline(page, live_server):
    """Return the headline's field of a new poster's page, scripts running."""
    begin(page, live_server)
    return page.locator('[name="text.headline"]')


@pytest.fixture
def other(page, headline, context):
    """Return a second window on the same poster; the first has saved since."""
    other = context.new_page()
    other.goto(page.url)
    expect(other.locator("html.scripted")).to_be_attached()
    headline.fill("Uit het eerste venster")
    expect(page.locator("#saved")).to_have_text("Bewaard")
    return other


def test_two_windows_do_not_overwrite_each_other(page, headline, other):
    """The window that comes second is told, and its text stays in it."""
    other.locator('[name="text.headline"]').fill("Uit het tweede venster")

    expect(other.locator("#conflict")).to_be_visible()
    expect(other.locator('[name="text.headline"]')).to_have_value("Uit het tweede venster")
    page.reload()
    expect(headline).to_have_value("Uit het eerste venster")


def test_the_news_of_another_window_is_where_one_types_and_one_press_answers_it(page, other):
    """The banner is seen at the foot of a long form, keeps the focus where it was, and saves at once."""
    town = other.locator('[name="imprint.town"]')
    town.fill("Gent")

    expect(other.locator("#conflict")).to_be_in_viewport()
    expect(town).to_be_focused()
    expect(town).to_be_in_viewport()
    other.get_by_role("button", name="Bewaar mijn versie").click()
    expect(other.locator("#conflict")).to_be_hidden()
    page.reload()
    expect(page.locator('[name="imprint.town"]')).to_have_value("Gent")


def test_a_conflict_that_is_left_open_is_still_one(page, headline, other, live_server):
    """Whoever was told, went elsewhere and comes back finds both versions and the question, not a silent overwrite."""
    address = other.url
    other.locator('[name="text.headline"]').fill("Uit het tweede venster")
    expect(other.locator("#conflict")).to_be_visible()
    other.get_by_role("button", name="Naar downloaden").click()
    expect(other.locator("#conflict")).to_be_visible()
    other.locator('[name="text.lead"]').fill("Nog een zin")

    other.goto(f"{live_server}/hulp")
    other.goto(address)

    expect(other.locator("#conflict")).to_be_visible()
    expect(other.locator('[name="text.lead"]')).to_have_value("Nog een zin")
    page.reload()
    expect(headline).to_have_value("Uit het eerste venster")


def test_a_reload_right_after_typing_loses_nothing(page, headline):
    """However late the save lands, the text is there and the next edit is nobody else's conflict."""
    headline.fill("Zorg voor mij")
    page.reload()
    expect(headline).to_have_value("Zorg voor mij")

    headline.fill("Zorg voor jou")

    expect(page.locator("#saved")).to_have_text("Bewaard")
    expect(page.locator("#conflict")).to_be_hidden()
    page.reload()
    expect(headline).to_have_value("Zorg voor jou")


def test_a_save_whose_answer_was_lost_is_no_conflict(page, headline):
    """What this tab sent itself is not told as another window's change, after a reload either."""
    page.route(SAVES, lose_the_answer, times=1)
    headline.fill("Zorg voor mij")
    expect(page.locator("#saved")).to_have_class(re.compile("failed"))

    headline.fill("Zorg voor jou")

    expect(page.locator("#saved")).to_have_text("Bewaard")
    expect(page.locator("#conflict")).to_be_hidden()
    page.reload()
    expect(headline).to_have_value("Zorg voor jou")


def test_a_button_pressed_without_a_line_loses_nothing(page, headline, live_server):
    """The text of a form that never arrived stands in the editor again."""
    address = page.url
    page.route(SAVES, lambda route: route.abort())
    headline.fill("Zonder lijn")
    page.get_by_role("button", name="Naar downloaden").click()
    page.unroute_all()

    page.goto(f"{live_server}/hulp")
    page.goto(address)

    expect(headline).to_have_value("Zonder lijn")
    expect(page.locator("#saved")).to_have_text("Bewaard")


def test_an_answer_under_way_is_no_conflict(page, headline):
    """Saves and forms that overtake a slow answer go on as one's own."""
    page.route(SAVES, lambda route: route.fetch(), times=1)
    with page.expect_request(SAVES):
        headline.fill("Zorg voor mij")
    headline.fill("Zorg voor jou")
    with page.expect_response(SAVES) as beside:
        page.evaluate(HIDE)
    assert beside.value.ok
    headline.fill("Zorg voor ons")
    page.get_by_role("button", name="Naar downloaden").click()
    expect(page.get_by_role("heading", name="Download je affiche")).to_be_visible()

    page.get_by_role("link", name="Terug naar je affiche").click()

    expect(headline).to_have_value("Zorg voor ons")
    expect(page.locator("#conflict")).to_be_hidden()


HIDE = """() => {
  Object.defineProperty(document, "hidden", { value: true, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def test_the_picture_comes_back_with_the_line(page, headline, context):
    """What was typed without a line is drawn as soon as there is one."""
    context.set_offline(True)
    headline.fill("Zonder lijn getypt")
    expect(page.locator("#preview-state")).to_contain_text("even niet bereikbaar")

    context.set_offline(False)

    expect(page.locator("#preview-state")).to_have_text("Voorbeeld bijgewerkt")


def lose_the_answer(route):
    route.fetch()
    route.abort()
