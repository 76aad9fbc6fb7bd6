"""How gallery and editor look: nothing cut off, nothing covered, empty fields in the direction of their language."""

import re

import pytest
from playwright.sync_api import expect

WIDTHS = [360, 768, 1440]


@pytest.fixture
def visit(browser, live_server):
    """Opens a page of the site on a screen of a size."""
    contexts = []

    def open_page(width, height=900, address="/"):
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, locale="nl-BE"))
        page = contexts[-1].new_page()
        page.goto(live_server + address)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def begin(visit):
    """Begins a poster on a screen of a size."""

    def begin_poster(width, height=900, template="portret"):
        page = visit(width, height, f"/sjablonen/{template}")
        page.get_by_role("button", name="Maak deze affiche").click()
        expect(page.locator("html.scripted #stage svg")).to_be_visible()
        return page

    return begin_poster


# Text of each line of an element, as it is broken on the screen.
LINES = """element => {
  const lines = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node; (node = walker.nextNode());) {
    for (const word of node.data.matchAll(/[^\\s]+/g)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const top = Math.round(range.getBoundingClientRect().top);
      if (lines.at(-1)?.top === top) lines.at(-1).words += 1;
      else lines.push({ top, words: 1 });
    }
  }
  return lines.map(({ words }) => words);
}"""


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("width", [320, *WIDTHS])
def test_no_bar_of_the_hero_holds_one_word_alone(visit, width, language):
    """Every line of the heading has company."""
    page = visit(width, address=f"/?taal={language}")

    bars = page.locator("h1 .bars")
    expect(bars).to_have_count(2)
    for bar in bars.all():
        assert min(bar.evaluate(LINES)) > 1


def test_nobody_loses_hair_at_the_edge_of_a_drawing(visit):
    """The top row of every drawing in the hero is empty: what reaches past its edge is seen whole."""
    page = visit(1440)

    people = page.locator(".hero-people img")
    expect(people).to_have_count(3)
    for person in people.all():
        expect(person).to_have_js_property("complete", True)
        top_row = person.evaluate(
            """image => {
                const canvas = document.createElement("canvas");
                [canvas.width, canvas.height] = [704, 8];
                const pen = canvas.getContext("2d");
                pen.drawImage(image, 0, 0, 704, 704 * image.height / image.width);
                return Math.max(...pen.getImageData(0, 0, 704, 2).data);
            }"""
        )
        assert top_row == 0


def touch(page):
    """Change something and take it back: the poster then is no new one, of which nothing is counted yet."""
    for words in ("a", ""):
        page.locator('[name="text.headline"]').fill(words)


def test_what_is_to_do_can_be_read_whole_beside_the_picture(begin):
    """On a usual laptop's screen no line of the panel is cut off."""
    page = begin(1440)

    touch(page)
    to_do = page.locator("#summary .finding")
    expect(to_do).to_have_count(3)
    # In one go: the next answer puts a new list in the place of this one.
    lowest = to_do.evaluate_all("all => Math.max(...all.map((found) => found.getBoundingClientRect().bottom))")
    assert 0 < lowest <= 900
    panel = page.locator(".summary").evaluate("element => element.scrollHeight - element.clientHeight")
    assert panel <= 0


@pytest.mark.parametrize(("height", "least"), [(620, 200), (900, 300)])
def test_a_list_that_is_longer_than_the_panel_leaves_the_picture_its_room(begin, height, least):
    """With many findings the list scrolls by itself, and the poster stays large enough to judge."""
    page = begin(1440, height)
    page.locator('[name="text.headline"]').fill("WAT EEN LANGE TITEL VOOR CAREER " * 9)
    page.locator('[name="text.lead"]').fill("WAT EEN LANGE ZIN VOOR CAREER!!! " * 9)
    expect(page.locator("#advice .finding").first).to_be_attached()

    assert page.locator("#stage").bounding_box()["height"] >= least
    assert page.locator(".summary").evaluate("list => list.getBoundingClientRect().bottom") <= height


def test_all_is_well_stands_without_the_heading_of_what_is_to_do(begin):
    """The last thing done takes the heading with it."""
    page = begin(1280, template="trots")
    touch(page)
    heading = page.get_by_role("heading", name="Nog te doen")
    expect(heading).to_be_visible()

    page.locator('[name="text.headline"]').fill("Ik ben trots op mijn job.")
    page.locator('[name="text.name"]').fill("Samira, zorgkundige")
    page.locator('[name="imprint.name"]').fill("An Peeters")
    page.locator('[name="imprint.street"]').fill("Lindestraat 12")
    page.locator('[name="imprint.postcode"]').fill("9200")
    page.locator('[name="imprint.town"]').fill("Dendermonde")

    expect(page.locator("#all-good")).to_be_visible()
    expect(heading).to_be_hidden()


def test_an_empty_field_lies_as_the_language_of_the_poster_runs(begin):
    """Arabic begins at the right before a letter is typed; what is typed decides for itself."""
    page = begin(1280)
    page.locator('[name="language"]').select_option("ar")
    expect(page.locator('[name="text.headline"]')).to_have_attribute("lang", "ar")

    for name in ("text.headline", "text.lead"):
        field = page.locator(f'[name="{name}"]')
        expect(field).to_have_css("direction", "rtl")
        field.fill("Warm hart")
        expect(field).to_have_css("direction", "ltr")
        field.fill("قلب دافئ")
        expect(field).to_have_css("direction", "rtl")


def test_a_logo_is_seen_on_its_plate(begin, tmp_path):
    """A vector logo that was just sent stands in the form in its own proportion."""
    file = tmp_path / "logo.svg"
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path d="M0 0h30v10H0z"/></svg>')
    page = begin(1280)

    page.locator('[name="logo.logo.upload"]').set_input_files(file)

    shown = page.locator(".logo .own-picks img")
    expect(shown).to_have_attribute("src", re.compile("/logo/"))
    expect(shown).to_have_js_property("complete", True)
    plate = shown.evaluate("image => image.naturalWidth / image.naturalHeight")
    box = shown.bounding_box()
    assert plate == pytest.approx(1.5)
    assert box["width"] / box["height"] == pytest.approx(plate, abs=0.02)


@pytest.mark.parametrize(("template", "height"), [("portret", 740), ("portret", 560), ("vacature", 560)])
def test_the_preview_covers_neither_a_focused_field_nor_its_label(begin, template, height):
    """On a phone the label of the field that one is in stands below the picture."""
    page = begin(360, height, template)
    fields = page.locator("#poster-form :is(input:not([type=radio]), textarea, select):visible")

    for backwards in (False, True):
        numbers = range(fields.count())
        for number in reversed(numbers) if backwards else numbers:
            field = fields.nth(number)
            field.focus()
            hidden_by = field.evaluate(
                """element => {
                    const edge = document.getElementById("stage").getBoundingClientRect().bottom;
                    const tops = [element, ...element.labels].map((part) => part.getBoundingClientRect().top);
                    return edge - Math.min(...tops);
                }"""
            )
            assert hidden_by <= 0, field.get_attribute("name")


def test_a_veil_is_offered_with_the_finding_that_asks_for_it(begin):
    """The tick for it is not there until words stand bare on the photo, and stays once it was."""
    page = begin(1280)
    tick = page.locator('[name="photo.photo.scrim"]')
    page.get_by_text("Geen foto? Kies een tekening").click()
    page.locator('input[value="brand:team-1"]').check(force=True)
    expect(page.locator("#preview-state")).to_have_text("Voorbeeld bijgewerkt")
    expect(tick).to_be_hidden()

    page.evaluate(
        """async () => {
            const editor = document.querySelector('script[src$="/editor.js"]').src;
            const { showFindings } = await import(editor.replace("editor.js", "findings.js"));
            const fix = { fix: "Leg een waas", changes: [["photo.photo.scrim", true]] };
            showFindings([{ code: "photo-contrast", kind: "error", slot: "lead", message: "Niet leesbaar", ...fix }]);
        }"""
    )
    page.locator("#findings-lead .fix").click()

    expect(tick).to_be_visible()
    expect(tick).to_be_checked()
