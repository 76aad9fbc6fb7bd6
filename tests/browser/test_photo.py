"""The photo in a real browser: sent, cropped by mouse, touch and keyboard, brought into better light."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect
from poster_steps import begin

CROP = "photo-crop .crop-stage"
ZOOM, ACROSS, DOWN = (f'[name="photo.photo.{part}"]' for part in ("zoom", "focus.x", "focus.y"))


def open_photo_step(page, live_server, template="portret"):
    begin(page, live_server, template)
    page.goto(page.url.partition("#")[0] + "#beeld")


def send(page, file):
    page.locator('[name="photo.photo.upload"]').set_input_files(file)
    expect(page.locator(CROP)).to_be_visible()
    settle(page)


def settle(page):
    """Wait until the page stands still with the photo in the middle of it, clear of what sticks to its edges."""
    page.locator(CROP).evaluate(
        """crop => {
            document.documentElement.style.scrollBehavior = "auto";
            crop.scrollIntoView({ block: "center" });
        }"""
    )
    two_frames(page)


def two_frames(page):
    """Wait until the page has heard of every move: browsers tell it of them once a frame."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def wait_for_scroll(page, before):
    """Wait until the page has scrolled down from a place, which it does in its own time."""
    page.evaluate(
        """before => new Promise(done => {
            const look = () => (scrollY > before ? done() : requestAnimationFrame(look));
            look();
        })""",
        before,
    )


def value(page, slider):
    return page.locator(slider).evaluate("slider => slider.valueAsNumber")


def middle_of(page):
    box = page.locator(CROP).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def shown_part(page):
    """Return the part of the photo that the preview shows, in px of the photo."""
    box = page.locator("#stage svg:has(> image)").last.get_attribute("viewBox")
    return [float(side) for side in box.split()]


@pytest.fixture
def touch(browser, live_server, photo_file):
    """A phone with a photo in the editor, and its fingers: a list of spots for each moment."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, locale="nl-BE"
    )
    page = context.new_page()
    open_photo_step(page, live_server)
    send(page, photo_file)
    hand = context.new_cdp_session(page)

    def fingers(*moments):
        for number, spots in enumerate((*moments, [])):
            kind = "touchStart" if not number else "touchMove" if spots else "touchEnd"
            points = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(spots)]
            hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        two_frames(page)

    yield page, fingers
    context.close()


def test_the_mouse_drags_and_its_wheel_comes_closer(page, live_server, photo_file, complaints):
    """The sliders follow, the poster follows them, and one press puts the photo back."""
    open_photo_step(page, live_server)
    send(page, photo_file)
    x, y = middle_of(page)
    page.mouse.move(x - 5, y)
    page.mouse.move(x, y)

    page.mouse.wheel(0, -500)
    expect(page.locator(ZOOM)).not_to_have_value("1")
    near = value(page, ZOOM)
    before = value(page, ACROSS), value(page, DOWN)
    page.mouse.down()
    page.mouse.move(x - 40, y - 30, steps=4)
    page.mouse.up()

    assert near > 1.5
    assert value(page, ACROSS) > before[0]
    assert value(page, DOWN) > before[1]
    expect(page.locator("#stage svg:has(> image)").last).to_have_attribute("viewBox", re.compile(r"^[1-9]"))
    part = shown_part(page)
    assert part[2] == pytest.approx(2000 / near, rel=0.01)
    page.get_by_role("button", name="Zet de foto terug").click()
    expect(page.locator(ZOOM)).to_have_value("1")
    assert complaints == []


def test_a_page_that_scrolls_by_does_not_zoom(page, live_server, photo_file):
    """Only a pointer that moved on the photo turns the wheel into a zoom; and at its end the page scrolls on."""
    open_photo_step(page, live_server)
    send(page, photo_file)
    x, y = middle_of(page)
    page.mouse.move(x, y)
    page.mouse.move(x + 3, y)
    scrolled = page.evaluate("scrollY")

    page.mouse.wheel(0, 300)

    wait_for_scroll(page, scrolled)
    assert value(page, ZOOM) == 1


def test_one_finger_moves_the_photo_and_two_come_closer(touch):
    """A pinch doubles what is seen; the page stays where it is."""
    page, fingers = touch
    x, y = middle_of(page)
    scrolled = page.evaluate("scrollY")

    fingers(*([(x - 30 - step, y), (x + 30 + step, y)] for step in range(0, 31, 6)))
    assert value(page, ZOOM) == pytest.approx(2, rel=0.1)
    before = value(page, ACROSS), value(page, DOWN)
    fingers(*([(x + step, y + step)] for step in range(0, 31, 6)))

    assert value(page, ACROSS) < before[0]
    assert value(page, DOWN) < before[1]
    assert page.evaluate("scrollY") == scrolled


def test_a_finger_beside_the_photo_scrolls_the_page(touch):
    """Nothing holds the page but the photo itself."""
    page, fingers = touch
    box = page.locator(".crop-hint").bounding_box()
    x, y = box["x"] + 40, box["y"] + box["height"] / 2
    scrolled = page.evaluate("scrollY")

    fingers(*([(x, y - step)] for step in range(0, 121, 12)))

    wait_for_scroll(page, scrolled)
    assert value(page, ZOOM) == 1


def test_the_keyboard_crops_by_the_sliders(page, live_server, photo_file):
    """Arrow keys move the real sliders; picture, crop and the sentence on sizes follow."""
    open_photo_step(page, live_server)
    send(page, photo_file)
    wide = page.locator("photo-crop image").get_attribute("width")
    said = page.locator(".reach").inner_text()

    page.locator(ZOOM).focus()
    page.keyboard.press("End")

    expect(page.locator(ZOOM)).to_have_attribute("aria-valuetext", "400 %")
    expect(page.locator("photo-crop image")).not_to_have_attribute("width", wide)
    expect(page.locator(".reach")).not_to_have_text(said)
    page.locator(ACROSS).focus()
    before = value(page, ACROSS)
    page.keyboard.press("ArrowLeft")
    assert value(page, ACROSS) < before


def test_the_crop_has_the_mask_of_the_format(page, live_server, photo_file):
    """The circle of one shape becomes what the next shape has, without a new page."""
    open_photo_step(page, live_server, "trots")
    send(page, photo_file)
    edge = page.locator(".crop-edge")
    circle = edge.get_attribute("d")
    assert "C" in circle

    page.locator(".shape-button", has_text="Vierkant").click()

    expect(edge).not_to_have_attribute("d", circle)


def test_better_light_is_a_fix_that_can_be_taken_back(page, live_server, tmp_path):
    """The button of the finding ticks the box; picture and crop show it, and taking the tick away ends it."""
    dark = tmp_path / "dark.jpg"
    Image.radial_gradient("L").resize((1500, 2000)).point(lambda light: light // 5).convert("RGB").save(dark)
    open_photo_step(page, live_server)
    send(page, dark)

    page.locator("#findings-photo").get_by_role("button", name="Verbeter de belichting").click()

    expect(page.locator("#stage image")).to_have_attribute("href", re.compile("licht=1"))
    expect(page.locator("photo-crop image")).to_have_attribute("href", re.compile("licht=1"))
    tick = page.get_by_label("Verbeter de belichting")
    expect(tick).to_be_checked()
    tick.uncheck()
    expect(page.locator("#stage image")).not_to_have_attribute("href", re.compile("licht"))


def test_a_lost_line_keeps_everything_and_can_be_tried_again(page, live_server, photo_file):
    """What was there stays; the file waits for a second try."""
    open_photo_step(page, live_server)
    page.route("**/bestand", lambda route: route.abort("connectionreset"), times=1)
    page.locator('[name="photo.photo.upload"]').set_input_files(photo_file)
    expect(page.locator(".refused")).to_contain_text("De verbinding viel weg")

    page.get_by_role("button", name="Probeer opnieuw").click()

    expect(page.locator(CROP)).to_be_visible()
    expect(page.locator(".refused")).to_have_count(0)
    expect(page.locator(".sending-told").first).to_have_text("Je foto is er.")


def test_sending_can_be_stopped(page, live_server, photo_file):
    """The bar goes, nothing has changed, and that is said."""
    open_photo_step(page, live_server)
    held = []
    page.route("**/bestand", lambda route: held.append(route))
    page.locator('[name="photo.photo.upload"]').set_input_files(photo_file)
    expect(page.get_by_role("progressbar")).to_be_visible()

    page.locator("#slot-photo .sending").get_by_role("button", name="Stop").click()

    expect(page.get_by_role("progressbar")).to_have_count(0)
    expect(page.locator("#slot-photo .sending-told")).to_have_text("Gestopt. Er is niets veranderd.")
    expect(page.locator(".refused")).to_have_count(0)
    assert page.locator('[name="photo.photo.file"]:checked').input_value() == ""


def test_a_picture_is_pasted(page, live_server):
    """What was copied elsewhere becomes the photo, wherever the focus is."""
    open_photo_step(page, live_server)
    file = io.BytesIO()
    Image.radial_gradient("L").resize((1200, 1600)).convert("RGB").save(file, "PNG")

    page.evaluate(
        """bytes => {
            const clipboardData = new DataTransfer();
            clipboardData.items.add(new File([new Uint8Array(bytes)], "image.png", { type: "image/png" }));
            const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
            document.body.dispatchEvent(paste);
        }""",
        list(file.getvalue()),
    )

    expect(page.locator(CROP)).to_be_visible()


def test_a_phone_offers_its_camera(touch):
    """Beside choosing stands taking; both are large enough for a thumb, and make room once a photo is there."""
    page, _ = touch
    camera = page.get_by_label("Maak een foto")
    assert page.locator(".crop-reset").bounding_box()["height"] >= 24
    expect(camera).to_be_hidden()
    expect(page.get_by_text("Andere foto")).to_be_visible()

    page.locator('[name="photo.photo.file"][value=""]').check(force=True)

    assert camera.get_attribute("capture") == "environment"
    assert camera.bounding_box()["height"] >= 24


def test_without_a_photo_a_drawing_is_chosen_by_keyboard(page, live_server):
    """Arrow keys go from one to the next, and the poster shows it; nobody has to agree for a drawing."""
    open_photo_step(page, live_server)
    page.get_by_text("Geen foto? Kies een tekening").press("Enter")
    page.locator(".drawings input").first.focus()

    page.keyboard.press("ArrowRight")

    expect(page.locator(".drawings input").nth(1)).to_be_checked()
    expect(page.locator("#preview-state")).to_have_text("Voorbeeld bijgewerkt")
    expect(page.locator('[name="photo.photo.consent"]')).not_to_be_visible()
    expect(page.locator(ZOOM)).to_be_visible()
