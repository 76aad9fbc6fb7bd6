"""What a pressed link tells until its file is there, and what goes along with a file, in a real browser."""

import pytest
from playwright.sync_api import expect
from poster_steps import INFODAG, begin, hand_in

LINK = "Download voor de drukker (pdf)"


def open_files(page, server):
    """Go to the files of a finished poster; no field is typed in twice."""
    begin(page, server, "infodag")
    hand_in(page, INFODAG)
    page.goto(page.url.split("?")[0] + "?formaat=a3")


@pytest.fixture
def files(page, live_server):
    """The page of files of a finished poster."""
    open_files(page, live_server)
    return page


@pytest.fixture
def held_up(files):
    """Requests for the print file, held until somebody lets them go on."""
    waiting = []
    files.route("**/download/a3/print?*", lambda route: waiting.append(route))
    return waiting


# Playwright looks at no page that is on its way to another, so the page itself writes down what it says.
LISTEN = """() => {
  window.said = [];
  const told = document.getElementById("file-told");
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const words = target === told ? told.textContent : target.dataset.says ?? "";
      if (words !== window.said.at(-1)) window.said.push(words);
    }
  }).observe(document.getElementById("files"), { subtree: true, childList: true, attributeFilter: ["data-says"] });
}"""


def test_a_link_says_that_its_file_is_being_made_and_comes_back(files, held_up, complaints):
    """To the eye on the link, to the ear in the status; the name of the link stays what it was."""
    link = files.get_by_role("link", name=LINK, exact=True)
    files.evaluate(LISTEN)
    with files.expect_response("**/download/begonnen/*"):
        link.click(no_wait_after=True)

    with files.expect_download() as started:
        held_up[0].continue_()
    assert started.value.suggested_filename == "career-affiche-infodag-kom-een-dag-meekijken-a3-drukker-nl.pdf"
    expect(link).to_have_attribute("data-says", "Download begonnen")
    expect(link).to_have_accessible_name(LINK)
    expect(link).not_to_have_attribute("data-says", "Download begonnen")
    assert files.evaluate("window.said") == [
        "Wordt gemaakt…",
        "We maken je bestand. De download begint vanzelf.",
        "Download begonnen",
        "De download is begonnen. Je vindt je bestand bij je downloads.",
        "",
    ]
    assert complaints == []


def test_a_double_press_makes_one_file(files, held_up):
    """The second press of an impatient finger asks for nothing."""
    with files.expect_response("**/download/begonnen/*"):
        files.get_by_role("link", name=LINK, exact=True).dblclick(no_wait_after=True)

    with files.expect_download():
        held_up[0].continue_()
    assert len(held_up) == 1


def test_the_note_for_the_shop_is_copied_and_saved(files, context):
    """One press puts it on the clipboard, another among the downloads."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    files.get_by_text("Lees de nota").click()

    files.locator("details[open]").get_by_role("button", name="Kopieer").click()

    expect(files.locator("#job-note-told")).to_have_text("Gekopieerd. Plak de tekst waar je wilt.")
    assert "NOTA VOOR DE DRUKKER" in files.evaluate("navigator.clipboard.readText()")
    with files.expect_download() as started:
        files.get_by_role("link", name="Download de nota (txt)").click()
    assert started.value.suggested_filename == "nota-voor-de-drukker.txt"


def test_a_phone_gets_a_mail_where_a_desk_gets_a_code(browser, live_server):
    """Nobody can scan the screen that they hold; the way to another device stays."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, locale="nl-BE"
    )
    page = context.new_page()
    open_files(page, live_server)

    elsewhere = page.get_by_role("region", name="Op een ander toestel")
    expect(elsewhere.get_by_role("link", name="Mail de link naar jezelf")).to_be_visible()
    expect(elsewhere.locator(".resume-code")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_on_a_desk_the_code_is_there_and_drawings_hold_their_place(files):
    """Small drawings have their size before anything is drawn, and show the one preview."""
    expect(files.locator(".elsewhere .resume-code svg")).to_be_visible()
    boxes = files.locator(".destination-picture .drawing").evaluate_all(
        "all => all.map(one => [one.clientWidth, one.clientHeight])"
    )
    assert len(boxes) == 6
    assert all(width > 40 and height > 40 for width, height in boxes)
