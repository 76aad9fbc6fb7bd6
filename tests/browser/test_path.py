"""The whole path from the gallery to the file in hand, in a real browser."""

import re

import pikepdf
import pytest
from PIL import Image
from playwright.sync_api import expect
from poster_steps import PUBLISHER, begin, choose_drawing, fill


def finish(page):
    fill(page, {"text.headline": "Warm hart,\nvast contract.", "text.lead": "Word verpleegkundige in Gent."})
    choose_drawing(page)
    fill(page, {"photo.photo.alt": "Verpleegkundige met een haarband lacht", **PUBLISHER})


def test_from_gallery_to_pdf_by_mouse(page, live_server, complaints, tmp_path):
    """Choose, fill in, download; the file is a print PDF, and the browser has nothing to complain about."""
    page.goto(live_server)
    page.get_by_role("link", name="Portret").click()
    page.get_by_role("button", name="Maak deze affiche").click()
    finish(page)
    expect(page.locator("#all-good")).to_be_visible()
    page.get_by_role("button", name="Naar downloaden").click()

    with page.expect_download() as started:
        page.get_by_role("link", name="Download voor de drukker (pdf)").click()
    file = tmp_path / started.value.suggested_filename
    started.value.save_as(file)

    assert re.fullmatch(r"career-affiche-portret-warm-hart-vast-contract-a3-drukker-nl\.pdf", file.name)
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == 1
        assert "TrimBox" in str(pdf.pages[0].keys())
    assert complaints == []


def test_a_key_press_changes_picture_and_counter(page, live_server):
    """What is typed is seen at once, without a button, and is saved without one."""
    begin(page, live_server)
    before = page.locator("#stage").inner_html()

    page.locator('[name="text.headline"]').press_sequentially("Zorg voor mij")

    expect(page.locator('[data-count-of="text.headline"]')).to_have_text("nog 77 tekens")
    expect(page.locator("#preview-state")).to_have_text("Voorbeeld bijgewerkt")
    assert page.locator("#stage").inner_html() != before
    expect(page.locator("#saved")).to_have_text("Bewaard")
    page.reload()
    expect(page.locator('[name="text.headline"]')).to_have_value("Zorg voor mij")


def test_what_is_done_before_the_scripts_are_there_counts(page, live_server, photo_file):
    """On a slow line people type and choose first: the picture follows, and both are kept."""
    begin(page, live_server)
    held = []
    page.route("**/js/editor.js", lambda route: held.append(route))
    page.goto(page.url, wait_until="commit")
    page.locator('[name="text.headline"]').fill("Zorg voor mij")
    page.locator('[name="photo.photo.upload"]').set_input_files(photo_file)

    held[0].continue_()

    expect(page.locator("#preview-state")).to_have_text("Voorbeeld bijgewerkt")
    expect(page.locator('[name="photo.photo.file"]:checked')).to_have_value(re.compile("^upload:"))
    expect(page.locator("#saved")).to_have_text("Bewaard")
    page.unroute("**/js/editor.js")
    page.reload()
    expect(page.locator('[name="text.headline"]')).to_have_value("Zorg voor mij")
    expect(page.locator('[name="photo.photo.file"]:checked')).to_have_value(re.compile("^upload:"))


def test_a_photo_is_sent_seen_and_kept(page, live_server, photo_file, complaints):
    """A chosen file goes off at once, appears in the picture by its address, and is still there after a reload."""
    begin(page, live_server)

    page.locator('[name="photo.photo.upload"]').set_input_files(photo_file)

    expect(page.locator("#stage image")).to_have_attribute(
        "href", re.compile(r"/affiche/[0-9a-f]+/foto/[0-9a-f]+-1200$")
    )
    loaded = page.locator(".own-picks img").first
    expect(loaded).to_have_js_property("complete", True)
    assert loaded.evaluate("image => image.naturalWidth") > 0
    expect(page.locator("#saved")).to_have_text("Bewaard")
    page.reload()
    expect(page.locator('[name="photo.photo.file"]:checked')).to_have_value(re.compile("^upload:"))
    assert complaints == []


def test_a_bad_file_is_told_beside_its_field(page, live_server, tmp_path):
    """The sentence stands there, and nothing else is lost."""
    begin(page, live_server)
    page.locator('[name="text.headline"]').fill("Blijft staan")
    bad = tmp_path / "me.jpg"
    bad.write_bytes(b"no picture at all")

    page.locator('[name="photo.photo.upload"]').set_input_files(bad)

    expect(page.locator(".refused")).to_be_visible()
    expect(page.locator('[name="text.headline"]')).to_have_value("Blijft staan")


def test_a_file_that_is_too_large_is_told_before_it_is_sent(page, live_server, tmp_path):
    """The sentence names the limit; trying again would not help, so it is not offered."""
    begin(page, live_server)
    large = tmp_path / "foto.jpg"
    large.write_bytes(bytes(26_000_000))

    page.locator('[name="photo.photo.upload"]').set_input_files(large)

    expect(page.locator(".refused")).to_contain_text("hoogstens 25 MB")
    expect(page.locator(".refused button")).to_have_count(0)


def test_a_fix_is_one_press_and_one_press_takes_it_back(page, live_server):
    """The finding's button mends the text; the banner's button restores it."""
    begin(page, live_server)
    lead = page.locator('[name="text.lead"]')
    lead.fill("Kies voor Career in Gent.")

    page.locator("#findings-lead .fix").click()
    expect(lead).to_have_value("Kies voor Careēr in Gent.")
    expect(page.locator("#findings-lead .fix")).to_have_count(0)

    page.get_by_role("button", name="Maak ongedaan").click()
    expect(lead).to_have_value("Kies voor Career in Gent.")
    expect(page.locator("#findings-lead .fix")).to_be_visible()


def test_formats_are_tabs(page, live_server):
    """The same poster in another shape is one press away."""
    begin(page, live_server)
    wide = page.locator("#stage svg").bounding_box()

    page.locator(".shape-button", has_text="Vierkant").click()

    expect(page.locator("#preview-state")).to_have_text("Voorbeeld bijgewerkt")
    square = page.locator("#stage svg").bounding_box()
    assert abs(square["width"] - square["height"]) < 2 < wide["height"] - wide["width"]


def test_without_scripts_the_form_does_the_same(browser, live_server, photo_file, tmp_path):
    """Buttons instead of magic: preview, findings, photo and download all work as a plain form."""
    context = browser.new_context(java_script_enabled=False, locale="nl-BE", accept_downloads=True)
    page = context.new_page()
    begin(page, live_server, scripts=False)
    fill(page, {"text.headline": "Zonder scripts", **PUBLISHER})
    page.locator('[name="photo.photo.upload"]').set_input_files(photo_file)
    page.get_by_role("button", name="Bekijk voorbeeld").last.click()

    expect(page.locator("#stage image")).to_have_count(1)
    expect(page.locator("#summary")).to_contain_text(re.compile("."))
    fill(page, {"photo.photo.alt": "Een grijze cirkel"})
    page.locator('[name="photo.photo.consent"]').check()
    page.get_by_role("button", name="Naar downloaden").click()
    with page.expect_download() as started:
        page.get_by_role("link", name="Download voor thuis (pdf)").click()
    started.value.save_as(tmp_path / "home.pdf")

    with pikepdf.open(tmp_path / "home.pdf") as pdf:
        assert len(pdf.pages) == 1
    context.close()


def test_a_screen_file_is_a_picture(page, live_server, tmp_path):
    """The square comes as a PNG of exactly its pixels."""
    begin(page, live_server)
    finish(page)
    expect(page.locator("#all-good")).to_be_visible()
    page.get_by_role("button", name="Naar downloaden").click()
    page.get_by_role("link", name="Vierkant").click()
    with page.expect_download() as started:
        page.get_by_role("link", name="Download als afbeelding (png)").click()
    started.value.save_as(tmp_path / "square.png")

    with Image.open(tmp_path / "square.png") as picture:
        assert picture.size == (1080, 1080)


@pytest.mark.parametrize("address", ["/", "/sjablonen/portret", "/hulp", "/privacy", "editor", "download"])
def test_nothing_reaches_past_a_narrow_screen(browser, live_server, address):
    """At 320 px nothing has to be scrolled sideways."""
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, forced_colors="active", reduced_motion="reduce", locale="nl-BE"
    )
    page = context.new_page()
    if address.startswith("/"):
        page.goto(live_server + address)
    else:
        begin(page, live_server)
        if address == "download":
            page.goto(page.url + "/download")

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_preview_never_covers_the_focus(browser, live_server, width):
    """Whatever field has the focus, it is not under the picture (WCAG 2.2, 2.4.11)."""
    context = browser.new_context(viewport={"width": width, "height": 740}, locale="nl-BE")
    page = context.new_page()
    begin(page, live_server)
    fields = page.locator("#poster-form :is(input:not([type=hidden]), textarea, select, summary, button):visible")

    for number in range(fields.count()):
        field = fields.nth(number)
        field.focus()
        covered = field.evaluate(
            """element => {
                const box = element.getBoundingClientRect();
                const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return Boolean(top?.closest("#stage"));
            }"""
        )
        assert not covered, field.evaluate("element => element.outerHTML")
    context.close()


@pytest.mark.parametrize(("language", "button"), [("fr", "Créer cette affiche"), ("en", "Make this poster")])
def test_the_path_speaks_the_visitors_language(page, live_server, language, button, complaints):
    """Switching in the editor keeps what was typed and turns every word around it."""
    begin(page, live_server)
    page.locator('[name="text.headline"]').fill("Hier telt elke mens.")

    page.locator(f'button[value="taal:{language}"]').click()

    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator('[name="text.headline"]')).to_have_value("Hier telt elke mens.")
    page.goto(f"{live_server}/sjablonen/portret")
    expect(page.get_by_role("button", name=button)).to_be_visible()
    assert complaints == []


def test_why_a_file_was_refused_stays_beside_it(page, live_server, tmp_path):
    """The reason does not go with the next preview."""
    begin(page, live_server)
    broken = tmp_path / "foto.jpg"
    broken.write_bytes(b"no photo at all")
    page.locator('[name="photo.photo.upload"]').set_input_files(broken)
    expect(page.locator(".refused")).to_be_visible()

    page.locator('[name="text.headline"]').press_sequentially("Ja")
    expect(page.locator("#preview-state")).to_have_text("Voorbeeld bijgewerkt")

    expect(page.locator(".refused")).to_be_visible()
