"""Without a line in the middle, and with two windows: what was typed is in the file, whichever way out is taken."""

import pytest
from playwright.sync_api import Error, expect
from poster_steps import begin
from taken_file import words


@pytest.fixture
def lead(page, live_server):
    """The lead's field of a poster that is ready for a website, scripts running."""
    begin(page, live_server, "trots")
    page.locator('[name="text.headline"]').fill("Ik ben trots op mijn job.")
    page.locator('[name="text.name"]').fill("Samira, zorgkundige")
    expect(page.locator("#saved")).to_have_text("Bewaard")
    return page.locator('[name="text.name"]')


def downloaded(page):
    """Return the words of the file for a website."""
    page.get_by_role("button", name="Naar downloaden").click()
    with page.expect_download() as started:
        page.get_by_role("link", name="Download voor de website (pdf)").click()
    return words(started.value.path())


def test_what_was_typed_without_a_line_survives_a_reload_and_is_in_the_file(page, lead, context):
    """The page says that it works on alone; even a reload that fails loses nothing once the line is back."""
    address = page.url
    context.set_offline(True)
    lead.fill("Samira, zonder lijn")
    expect(page.locator("#saved")).to_have_text("Geen verbinding: je werk staat veilig op dit toestel.")
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        page.reload()

    context.set_offline(False)
    page.goto(address)

    expect(lead).to_have_value("Samira, zonder lijn")
    expect(page.locator("#saved")).to_have_text("Bewaard")
    assert "Samira, zonder lijn" in downloaded(page)


@pytest.mark.parametrize("way", ["Bewaar mijn versie", "Toon de andere versie"])
def test_both_ways_out_of_two_windows_lead_to_the_file(page, lead, context, way):
    """Mine is kept, or the other's is shown and worked on; in either case the file says what the window shows."""
    other = context.new_page()
    other.goto(page.url)
    expect(other.locator("html.scripted")).to_be_attached()
    lead.fill("Uit het eerste")
    expect(page.locator("#saved")).to_have_text("Bewaard")
    with page.expect_response(lambda answer: answer.request.method == "POST" and answer.url == page.url):
        lead.fill("Uit het eerste venster")
    field = other.locator('[name="text.name"]')
    field.fill("Uit het tweede venster")
    expect(other.locator("#conflict")).to_be_visible()

    other.get_by_text(way, exact=True).click()

    expect(other.locator("#conflict")).to_be_hidden()
    wanted = "Uit het tweede venster" if way == "Bewaar mijn versie" else "Uit het eerste venster"
    expect(field).to_have_value(wanted)
    with other.expect_response(lambda answer: answer.request.method == "POST" and answer.url == page.url):
        field.fill(f"{wanted}, af")
    expect(other.locator("#conflict")).to_be_hidden()
    assert f"{wanted}, af" in downloaded(other)
