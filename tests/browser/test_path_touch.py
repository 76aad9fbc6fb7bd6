"""The whole path with a thumb on a phone: steps, camera, two fingers, and a picture to send around."""

import re

import pytest
from PIL import Image
from playwright.sync_api import expect
from poster_steps import PUBLISHER, fill
from taken_file import codes


@pytest.fixture
def phone(browser):
    """A phone in a hand."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, device_scale_factor=2, has_touch=True, is_mobile=True, locale="nl-BE"
    )
    yield context.new_page()
    context.close()


def test_from_gallery_to_picture_by_touch(phone, live_server, photo_file, tmp_path):
    """Tap a poster, take its words, take a photo, pinch it, fill in the rest step by step, save what a screen shows."""
    begin(phone, live_server)
    phone.locator("#slot-headline .ideas > summary").tap()
    phone.get_by_role("button", name="Hier telt elke mens.").tap()
    expect(phone.locator('[name="text.headline"]')).to_have_value("Hier telt elke mens.")
    on_to(phone, "beeld")
    taking(phone, photo_file)
    pinching(phone)
    phone.get_by_label("Wie herkenbaar op de foto staat").tap()
    phone.locator('[name="photo.photo.alt"]').fill("Een grijze cirkel")
    on_to(phone, "afzender")
    fill(phone, PUBLISHER)
    on_to(phone, "formaten")
    phone.get_by_role("radio", name=re.compile("^A5(?! liggend)")).tap()
    expect(phone.locator("#all-good")).to_be_visible()
    phone.get_by_role("button", name="Naar downloaden").tap()

    with phone.expect_download() as started:
        phone.get_by_role("link", name="Nog scherper, maar veel zwaarder (png)").tap()
    file = tmp_path / started.value.suggested_filename
    started.value.save_as(file)

    assert file.name == "career-affiche-portret-hier-telt-elke-mens-a5-scherm-nl.png"
    with Image.open(file) as picture:
        assert picture.size == (1748, 2480)
        assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert codes(file) == ["https://care-er.be"]


def begin(phone, live_server):
    # A listener from the start: the camera is caught from then on, not only from the press.
    phone.on("filechooser", lambda chooser: None)
    phone.goto(live_server)
    phone.get_by_role("link", name="Portret").tap()
    phone.get_by_role("button", name="Maak deze affiche").tap()
    expect(phone.locator("html.scripted #stage svg")).to_be_visible()


def on_to(phone, step):
    phone.get_by_role("link", name="Volgende").tap()
    expect(phone.locator(f"#titel-{step}")).to_be_focused()


def taking(phone, photo_file):
    """Take a photo: the telephone's own camera opens at the press of a button beside the other one."""
    camera = phone.get_by_label("Maak een foto")
    assert camera.get_attribute("capture") == "environment"
    with phone.expect_file_chooser() as chooser:
        camera.tap()
    chooser.value.set_files(photo_file)
    expect(phone.locator("photo-crop .crop-stage")).to_be_visible()


def pinching(phone):
    """Two fingers that move apart on the photo bring it closer."""
    crop, zoom = phone.locator("photo-crop .crop-stage"), phone.locator('[name="photo.photo.zoom"]')
    crop.evaluate("crop => crop.scrollIntoView({ block: 'center', behavior: 'instant' })")
    box = crop.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    hand = phone.context.new_cdp_session(phone)
    apart = (20, 30, 40, 50)
    for number, far in enumerate(apart):
        points = [{"x": x - far, "y": y, "id": 0}, {"x": x + far, "y": y, "id": 1}]
        hand.send("Input.dispatchTouchEvent", {"type": "touchMove" if number else "touchStart", "touchPoints": points})
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(zoom).not_to_have_value("1")
    assert zoom.evaluate("slider => slider.valueAsNumber") == pytest.approx(apart[-1] / apart[0], rel=0.2)
