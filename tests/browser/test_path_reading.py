"""What a screen reader tells: in which order, with what beside a field, and how much of it unasked."""

import re
from itertools import pairwise

from playwright.sync_api import expect
from poster_steps import begin

# Parts of the editor in the order in which they make sense; each is found after the one before it.
ORDER = [
    'link "Naar de inhoud"',
    "banner",
    'group "Taal van deze site"',
    "main",
    'heading "Portret" [level=1]',
    'heading "Stap 1 van 4: Tekst" [level=2]',
    'combobox "Taal van de affiche"',
    'textbox "Titel"',
    'textbox "Zin eronder niet verplicht"',
    'button "Schrijf Careēr"',
    'heading "Stap 2 van 4: Beeld" [level=2]',
    'group "Foto"',
    'button "Kies een foto"',
    'heading "Stap 3 van 4: Logo en afzender" [level=2]',
    'button "Kies een logo"',
    'textbox "QR-code niet verplicht"',
    'group "Verantwoordelijke uitgever"',
    'textbox "Voornaam en naam"',
    'heading "Stap 4 van 4: Formaten" [level=2]',
    'group "Welk formaat wil je zien?"',
    'button "Naar downloaden"',
    "contentinfo",
]
# Notes whatever a live region says, as long as it says something new.
LISTEN = """() => {
  window.heard = [];
  const regions = document.querySelectorAll('[role="status"], [role="alert"], [aria-live]');
  for (const region of regions) {
    new MutationObserver(() => {
      if (region.textContent.trim()) window.heard.push(region.textContent.trim());
    }).observe(region, { childList: true, characterData: true, subtree: true });
  }
}"""
LEVELS = "titles => titles.filter((title) => title.checkVisibility()).map(({ tagName }) => Number(tagName[1]))"


def test_the_editor_reads_in_the_order_of_the_work(page, live_server):
    """Step by step, each field with its hint before it and its finding after it, the way on at the end."""
    begin(page, live_server)
    lead = page.get_by_role("textbox", name="Zin eronder")
    lead.fill("Kies voor Career")
    expect(page.get_by_role("button", name="Schrijf Careēr").first).to_be_visible()
    told = page.locator("body").aria_snapshot()

    place = 0
    for part in ORDER:
        assert part in told[place:], part
        place = told.index(part, place)
    expect(lead).to_have_accessible_description(re.compile("^Welke job, en waar[?] Je schreef “Career”"))


def test_titles_are_nested_and_figures_have_short_names(page, live_server):
    """Nobody who goes from title to title misses a level; a picture is called by its shape."""
    begin(page, live_server)
    poster = page.url.partition("?")[0].partition("#")[0]
    pages = ["/", "/sjablonen/vacature", "/hulp", "/privacy", "/toegankelijkheid", "/nergens"]
    for address in [*(live_server + path for path in pages), poster, poster + "/download", poster + "/wis"]:
        page.goto(address)
        levels = page.locator("h1, h2, h3, h4, h5, h6").evaluate_all(LEVELS)
        assert levels[0] == 1, address
        assert levels.count(1) == 1, address
        assert all(level <= before + 1 for before, level in pairwise(levels)), address
    page.goto(f"{live_server}/sjablonen/vacature")
    expect(page.get_by_role("figure", name="Staand", exact=True)).to_be_visible()


def test_typing_is_not_talked_over(page, live_server):
    """Picture and saving go on with every key press; what is heard of it is one sentence."""
    begin(page, live_server)
    page.evaluate(LISTEN)
    headline = page.locator('[name="text.headline"]')

    for words in ("Warm hart", ", vast contract", ". Kom erbij"):
        with page.expect_response("**/voorbeeld"):
            headline.press_sequentially(words)
    expect(page.locator("#saved")).to_have_text("Bewaard")

    assert page.evaluate("window.heard") == ["Voorbeeld bijgewerkt"]
