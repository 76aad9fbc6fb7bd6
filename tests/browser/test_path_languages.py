"""The path in French and in English: every word, the poster's language, the file; and a switch on the way."""

import re

import pikepdf
import pytest
from playwright.sync_api import expect
from poster_steps import begin
from taken_file import codes, words

IMPRINT = {"name": "Anne Dubois", "street": "Rue Haute 12", "postcode": "1000", "town": "Bruxelles"}
WORDS = {
    "fr": {
        "begin": "Créer cette affiche",
        "size": "25 Mo",
        "saved": r"^à \d\d:\d\d$",
        "headline": "Grand cœur, contrat fixe.",
        "called": "grand-coeur-contrat-fixe",
        "good": "Tout est en ordre. Votre affiche est prête.",
        "go": "Passer au téléchargement",
        "until": r"jusqu’au\s\w+(?<!dag)\s\d{1,2}\s\w+\sinclus",
        "print": "Télécharger pour l’imprimeur (pdf)",
    },
    "en": {
        "begin": "Make this poster",
        "size": "25 MB",
        "saved": r"^at \d\d:\d\d$",
        "headline": "Warm heart, steady job.",
        "called": "warm-heart-steady-job",
        "good": "All good. Your poster is ready.",
        "go": "Go to download",
        "until": r"until the end of\s\w+day\s\d{1,2}\s\w+",
        "print": "Download for the print shop (pdf)",
    },
}


@pytest.mark.parametrize("language", WORDS)
def test_from_gallery_to_print_file_in_another_language(page, live_server, language, complaints, tmp_path):
    """Whoever reads French gets a French poster without asking, and a file whose text and language are French."""
    said = WORDS[language]
    page.goto(f"{live_server}/?taal={language}")
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.locator('.posters a[href="/sjablonen/portret"]').click()
    page.get_by_role("button", name=said["begin"]).click()
    expect(page.locator("html.scripted #stage svg")).to_be_visible()
    expect(page.locator('[name="language"]')).to_have_value(language)
    headline = page.locator('[name="text.headline"]')
    expect(headline).to_have_attribute("lang", language)
    expect(page.locator("#slot-photo .drop")).to_contain_text(said["size"])
    headline.fill(said["headline"])
    page.locator('input[value="brand:verpleegkundige-1"]').evaluate("drawing => drawing.click()")
    page.locator('[name="photo.photo.alt"]').fill("Un visage")
    for part, value in IMPRINT.items():
        page.locator(f'[name="imprint.{part}"]').fill(value)
    expect(page.locator("#all-good")).to_have_text(said["good"])
    expect(page.locator("#saved-at")).to_have_text(re.compile(said["saved"]))
    page.get_by_role("button", name=said["go"]).click()
    expect(page.get_by_role("radio").first).to_have_accessible_name(re.compile(said["until"]))

    with page.expect_download() as started:
        page.get_by_role("link", name=said["print"]).click()
    file = tmp_path / started.value.suggested_filename
    started.value.save_as(file)

    assert file.name == f"career-affiche-portret-{said['called']}-a3-drukker-{language}.pdf"
    told = words(file)
    assert said["headline"] in told
    assert "Rue Haute 12" in told
    with pikepdf.open(file) as pdf:
        assert str(pdf.Root.Lang).startswith(language)
    assert codes(file) == ["https://care-er.be"]
    assert complaints == []


def test_another_language_on_the_way_keeps_step_and_work(browser, live_server):
    """On a phone in the second step the words of the page change; step, text and the poster's language do not."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, locale="nl-BE")
    page = context.new_page()
    begin(page, live_server)
    headline = page.locator('[name="text.headline"]')
    headline.fill("Warm hart")
    page.get_by_role("link", name="Volgende").click()
    expect(page.locator("#titel-beeld")).to_be_focused()

    page.get_by_role("button", name="Français").click()

    expect(page.locator("html.scripted")).to_have_attribute("lang", "fr")
    expect(page.locator(".steps-nav [aria-current]")).to_be_in_viewport()
    expect(page.locator("#beeld")).to_be_visible()
    expect(page.locator("#titel-beeld")).to_contain_text("Étape 2 sur 4")
    expect(page).to_have_url(re.compile("#beeld$"))
    expect(headline).to_be_hidden()
    expect(headline).to_have_value("Warm hart")
    expect(headline).to_have_attribute("lang", "nl")
    page.get_by_role("button", name="Annuler").click()
    expect(headline).to_have_value("")
    context.close()
