"""When a part of the editor gets no answer, one sentence says so, and nothing typed is lost."""

import re

import pytest
from playwright.sync_api import expect
from poster_steps import begin

SAVES = re.compile(r"/affiche/[0-9a-f]+$")
DOWN = {"status": 503, "json": {"message": "Het lukt nu even niet."}, "headers": {"Retry-After": "1"}}


@pytest.fixture
def headline(page, live_server):
    """Return the headline's field of a new poster's page, scripts running, on a phone."""
    page.set_viewport_size({"width": 360, "height": 740})
    begin(page, live_server)
    return page.locator('[name="text.headline"]')


def test_a_picture_that_does_not_come_is_told_where_one_looks(page, headline):
    """The sentence lies over the old picture, whichever step is open, and goes when the picture comes."""
    page.route("**/voorbeeld", lambda route: route.fulfill(**DOWN))
    headline.fill("Hier telt elke mens.")

    failure = page.locator("#picture-failure")
    expect(failure).to_have_text("Het voorbeeld is even niet bereikbaar. Je kunt verder typen.")
    expect(failure).to_be_in_viewport()
    page.unroute("**/voorbeeld")
    expect(failure).to_be_hidden()  # by itself


def test_shapes_that_do_not_come_are_told(page, headline):
    """The small pictures have a sentence of their own."""
    page.route("**/vormen", lambda route: route.fulfill(**DOWN))
    headline.fill("Hier telt elke mens.")

    expect(page.locator("#picture-failure")).to_have_text(
        "De andere vormen zijn even niet bereikbaar. Je kunt verder typen."
    )


def test_a_photo_that_was_refused_says_why_and_can_be_sent_again(page, headline, photo_file):
    """The server's own sentence stands beside the field, with a button where a second try may help."""
    page.route("**/bestand", lambda route: route.fulfill(**DOWN))
    page.locator('[name="photo.photo.upload"]').set_input_files(photo_file)

    refused = page.locator(".refused")
    expect(refused).to_contain_text("Het lukt nu even niet.")
    page.unroute("**/bestand")
    page.get_by_role("link", name=re.compile("Beeld")).first.click()
    refused.get_by_role("button", name="Probeer opnieuw").click()
    expect(page.get_by_alt_text("Foto 1")).to_be_visible()


def test_a_poster_that_is_gone_is_told_once_and_not_tried_for_ever(page, headline, context):
    """Wiped in another window: this one says so, and what stands in it stays."""
    tries = []
    page.on(
        "request", lambda sent: tries.append(sent.url) if SAVES.search(sent.url) and sent.method == "POST" else None
    )
    other = context.new_page()
    other.goto(page.url + "/wis")
    other.get_by_role("button", name="Ja, wis alles").click()
    expect(other.get_by_role("heading", name="Alles is gewist")).to_be_visible()

    headline.fill("Nog niet kwijt")

    expect(page.locator("#saved")).to_contain_text("Deze affiche kunnen we je niet tonen. Ze is gewist")
    headline.fill("Nog steeds niet kwijt")
    expect(page.locator("#preview-state")).to_contain_text("niet bereikbaar")
    assert len(tries) == 1


def test_a_page_that_stood_open_too_long_says_how_to_go_on(page, headline):
    """Loaded again, it holds what was typed and saves it."""
    page.evaluate("document.querySelector('#poster-form [name=csrf_token]').value = 'old'")
    headline.fill("Lang geleden begonnen")

    expect(page.locator("#saved")).to_contain_text("Laad de pagina opnieuw")
    page.reload()
    expect(headline).to_have_value("Lang geleden begonnen")
    expect(page.locator("#saved")).to_have_text("Bewaard")
