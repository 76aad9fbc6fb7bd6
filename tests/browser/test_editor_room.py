"""Room in the editor: what is typed and the poster are in sight together, on every screen."""

import pytest
from playwright.sync_api import expect

LONG = "WAT EEN LANGE TITEL VOOR CAREER " * 9

# Top and bottom of an element, and of what is left between the poster above and the bar below.
BETWEEN = """element => {
  const { top, bottom } = element.getBoundingClientRect();
  const from = document.querySelector(".show").getBoundingClientRect().bottom;
  const to = document.querySelector(".done-bar").getBoundingClientRect().top;
  return from <= top && bottom <= to;
}"""


@pytest.fixture
def begin(browser, live_server):
    """Begins a poster on a screen of a size."""
    contexts = []

    def begin_poster(width, height, template="vacature", **more):
        wishes = {"locale": "nl-BE", "reduced_motion": "reduce", **more}
        contexts.append(browser.new_context(viewport={"width": width, "height": height}, **wishes))
        page = contexts[-1].new_page()
        page.goto(f"{live_server}/sjablonen/{template}")
        page.get_by_role("button", name="Maak deze affiche").click()
        expect(page.locator("html.scripted #stage svg")).to_be_visible()
        page.evaluate("document.fonts.ready.then(() => null)")
        return page

    yield begin_poster
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("size", "what"), [((360, 740), "textarea, [type=text]"), ((320, 568), "label[for^='text.']")])
@pytest.mark.parametrize("template", ["vacature", "trots"])
def test_the_first_thing_to_type_in_is_on_the_first_screen_of_a_phone(begin, size, what, template):
    """Below the poster, which is large enough to judge, stands the first field; on the smallest phone its label."""
    page = begin(*size, template, is_mobile=True, has_touch=True)

    assert page.locator("#tekst").locator(what).first.evaluate(BETWEEN)
    share = page.locator(".show").bounding_box()["height"] / size[1]
    assert 0.3 <= share <= 0.34


@pytest.mark.parametrize("size", [(1440, 900), (1280, 800), (1024, 768)])
def test_the_poster_keeps_its_size_whatever_there_is_to_say_of_it(begin, size):
    """Findings come, are counted, and scroll by themselves; picture and main button stay where they are."""
    page = begin(*size)
    before = (
        page.locator("#stage svg").bounding_box(),
        page.get_by_role("button", name="Naar downloaden").bounding_box(),
    )

    for field in page.locator("#tekst textarea").all():
        field.fill(LONG)
    page.locator("#tekst textarea").last.blur()
    expect(page.locator("#summary .finding-error").nth(5)).to_be_attached()
    page.evaluate("scrollTo(0, 0)")

    after = page.locator("#stage svg").bounding_box(), page.get_by_role("button", name="Naar downloaden").bounding_box()
    assert after == before
    expect(page.locator("#to-do-title .badge")).to_have_text(str(page.locator("#summary .finding").count()))
    assert before[1]["y"] + before[1]["height"] <= size[1]


def test_the_count_of_the_chosen_format_never_contradicts_its_findings(begin):
    """It comes with the same answer; counts of before look old until the new ones are there."""
    page = begin(1280, 900)
    page.evaluate(
        """() => {
            window.told = [];
            const look = () => {
                const number = document.querySelectorAll("#summary .finding").length;
                for (const badge of document.querySelectorAll('[data-badge="a3"]:not([hidden], .stale)'))
                    window.told.push([number, parseInt(badge.textContent) || 0]);
            };
            new MutationObserver(look).observe(document.getElementById("summary"), { childList: true });
        }"""
    )
    title = page.locator('[name="text.title"]')
    other = page.locator('.tab [data-badge="a0"]')
    title.fill("Zorgkundige")
    expect(other).to_have_text("3 nog 3 punten te doen")

    title.fill(LONG)
    expect(other).to_have_class("badge stale")
    expect(page.locator("#summary .finding-error").first).to_be_attached()
    title.fill("Zorgkundige")
    expect(page.locator("#summary .finding-error")).to_have_count(0)

    told = page.evaluate("window.told")
    assert len(told) >= 3
    assert [each for each in told if each[0] != each[1]] == []


def test_over_the_keyboard_of_a_phone_the_line_that_is_typed_is_seen_on_the_poster(begin):
    """In what the keyboard leaves of the window the poster comes closer to what is typed, and steps back after it."""
    page = begin(360, 740, is_mobile=True, has_touch=True)
    whole = page.locator("#stage svg").get_attribute("viewBox")
    title = page.locator('[name="text.title"]')
    title.focus()

    page.set_viewport_size({"width": 360, "height": 430})
    title.fill("Zorgkundige in de nacht")

    picture = page.locator("#stage svg")
    expect(picture).to_have_attribute("data-whole", whole)
    width, height = (float(side) for side in picture.get_attribute("viewBox").split()[2:])
    assert width * height < 0.3 * float(whole.split()[2]) * float(whole.split()[3])
    show, field = page.locator(".show").bounding_box(), title.bounding_box()
    assert show["y"] == 0
    assert show["height"] >= 100
    assert show["y"] + show["height"] <= field["y"]
    assert field["y"] + field["height"] <= 430

    page.set_viewport_size({"width": 360, "height": 740})
    expect(picture).to_have_attribute("viewBox", whole)


def test_what_comes_after_the_poster_is_one_line_on_a_phone(begin):
    """Folded away in every step, without a code that this very phone would have to scan; wiping stays to be found."""
    page = begin(360, 740, is_mobile=True, has_touch=True)
    wipe = page.get_by_role("button", name="Wis alles nu")
    expect(wipe).to_be_hidden()
    assert page.locator(".keep").bounding_box()["height"] <= 60

    page.locator(".keep summary").click()

    expect(wipe).to_be_visible()
    expect(page.locator(".resume-code")).to_be_hidden()


def test_a_wide_screen_shows_what_comes_after_the_poster(begin):
    """Nothing has to be opened first, and the code for a phone is there."""
    page = begin(1280, 900)

    expect(page.locator(".keep summary")).to_be_hidden()
    expect(page.get_by_role("button", name="Wis alles nu")).to_be_visible()
    expect(page.locator(".resume-code svg")).to_be_visible()


def test_a_photo_that_is_there_leads_on_to_how_it_stands(begin, photo_file):
    """On a phone the crop comes into sight by itself, with its sliders below it."""
    page = begin(360, 740, is_mobile=True, has_touch=True)
    page.goto(page.url.partition("#")[0] + "#beeld")
    upload = page.locator('[name="photo.photo.upload"]')
    upload.focus()

    upload.set_input_files(photo_file)

    expect(page.locator("photo-crop .crop-stage")).to_be_in_viewport(ratio=1)
    expect(page.locator('[name="photo.photo.zoom"]')).to_be_in_viewport(ratio=1)
    assert page.locator("photo-crop .crop-stage").evaluate(BETWEEN)


def test_fields_are_as_wide_as_each_other_and_as_high_as_their_words(begin):
    """A choice looks like a field, and a value of one line takes one line without a grip to pull at."""
    page = begin(1280, 900)
    page.get_by_text("Geen inspiratie?").first.click()
    choice, field = page.locator("#ready select").first, page.locator('[name="text.title"]')

    assert choice.evaluate("select => getComputedStyle(select).appearance") == "none"
    assert choice.evaluate("select => select.clientWidth / select.parentElement.clientWidth") == pytest.approx(
        1, abs=0.02
    )
    assert field.evaluate("area => getComputedStyle(area).resize") == "none"
    assert field.bounding_box()["height"] == pytest.approx(choice.bounding_box()["height"], abs=4)


@pytest.mark.parametrize("size", [(320, 568), (360, 740), (768, 1024), (1024, 768), (1440, 900)])
def test_a_poster_of_many_shapes_keeps_its_room(begin, size):
    """More shapes than fit scroll by themselves; the chosen one is in sight, and the large picture has its room."""
    page = begin(*size)
    before = page.locator("#stage").bounding_box()
    page.evaluate(
        """() => {
            const strip = document.getElementById("shapes");
            const own = [...strip.children];
            for (let more = 0; more < 4; more++) strip.prepend(...own.map((button) => button.cloneNode(true)));
        }"""
    )
    last = page.locator("#shapes button").last

    last.dispatch_event("click")

    expect(last).to_have_attribute("aria-pressed", "true")
    expect(last).to_be_in_viewport(ratio=0.9)
    after = page.locator("#stage").bounding_box()
    assert after["height"] == before["height"]
    assert after["width"] >= 0.75 * before["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
