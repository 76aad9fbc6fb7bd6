"""What visitors do on their way to a poster, for tests in which something else matters."""

from playwright.sync_api import expect

PUBLISHER = {
    "imprint.name": "An Peeters",
    "imprint.street": "Lindestraat 12",
    "imprint.postcode": "9200",
    "imprint.town": "Dendermonde",
}

INFODAG = {
    "text.date": "14 maart",
    "text.title": "Kom een dag meekijken.",
    "text.hour": "10 tot 16 uur",
    "text.place": "Lindestraat 12, Dendermonde",
    "qr.qr.url": "https://care-er.be",
    **PUBLISHER,
}
"""All that the template *infodag* asks for."""


def begin(page, server, template="portret", *, scripts=True):
    """Begin a poster, and wait until its picture is there."""
    page.goto(f"{server}/sjablonen/{template}")
    page.get_by_role("button", name="Maak deze affiche").click()
    expect(page.locator("html.scripted #stage svg" if scripts else "#stage svg")).to_be_visible()


def fill(page, fields):
    """Type into the fields of the editor, by name."""
    for name, value in fields.items():
        page.locator(f'[name="{name}"]').fill(value)


def choose_drawing(page, name="verpleegkundige-1"):
    """Take an illustration of the brand for a photo."""
    page.get_by_text("Geen foto? Kies een tekening").click()
    page.locator(f'input[value="brand:{name}"]').check(force=True)


def hand_in(page, fields):
    """Fill in what is given at once, without a key press, and go on to the files."""
    for name, words in fields.items():
        page.locator(f'[name="{name}"]').evaluate("(field, words) => { field.value = words; }", words)
    page.locator("#poster-form").evaluate("form => form.requestSubmit(document.querySelector('[value=download]'))")
    expect(page.get_by_role("heading", name="Download je affiche")).to_be_visible()
