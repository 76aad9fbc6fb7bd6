"""The proof and the ZIP of everything, saved by a real browser."""

import zipfile

from playwright.sync_api import expect
from poster_steps import begin


def test_a_proof_first_and_everything_after_the_yes(page, live_server, complaints):
    """An unfinished poster can be shown around; once it is finished one press saves every file of it."""
    begin(page, live_server)
    page.get_by_role("button", name="Naar downloaden").click()
    whole = page.locator(".destination-wide")
    expect(whole).to_contain_text("Nog niet beschikbaar")

    with page.expect_download() as started:
        page.get_by_role("link", name="Download de proef (pdf)").click()
    assert started.value.suggested_filename == "career-affiche-portret-a3-proef-nl.pdf"
    assert started.value.path().read_bytes().startswith(b"%PDF-")

    page.get_by_role("link", name="Terug naar je affiche").click()
    page.locator('[name="text.headline"]').fill("Warm hart,\nvast contract.")
    page.get_by_text("Geen foto? Kies een tekening").click()
    page.locator('input[value="brand:verpleegkundige-1"]').check(force=True)
    page.locator('[name="photo.photo.alt"]').fill("Verpleegkundige met een haarband lacht")
    page.get_by_role("button", name="Naar downloaden").click()
    with page.expect_download() as started:
        whole.get_by_role("link", name="Download alles (zip)").click()

    assert started.value.suggested_filename == "career-affiche-portret-warm-hart-vast-contract-alles-nl.zip"
    with zipfile.ZipFile(started.value.path()) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
    called = "career-affiche-portret-warm-hart-vast-contract"
    assert f"website/{called}-a3-website-nl.pdf" in names
    assert f"scherm/{called}-story-scherm-nl.png" in names
    # Nobody is named as its publisher, so it may not hang in the street.
    assert not [name for name in names if name.startswith("drukker/")]
    assert complaints == []
