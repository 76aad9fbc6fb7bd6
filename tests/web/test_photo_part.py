"""What the editor tells of a photo beside its preview, and its picture in better light."""

import io
import json
import re
from html import unescape

import pytest
from PIL import Image, ImageStat

from app.engine.sheet import FORMATS
from app.services.photo_views import Reach
from app.web.editor.photo_views import reach_sentence


def sent(image, name="me.jpg"):
    file = io.BytesIO()
    image.save(file, "JPEG", quality=90)
    file.seek(0)
    return file, name


def ramp(darkest, lightest, size=(1200, 1600)):
    """Return a photo with every grey between two."""
    spread = lightest - darkest
    return Image.radial_gradient("L").resize(size).point(lambda light: darkest + light * spread // 255).convert("RGB")


def with_photo(maker, image, **changes):
    """Send a photo and return the field values that hold it."""
    maker.send(**{"photo.photo.upload": sent(image)}, photo__photo__consent="y")
    page = maker.client.get(maker.address).text
    key = re.search(r'checked[^>]* value="(upload:[0-9a-f]{64})"', page)[1]
    return {"photo__photo__file": key, "photo__photo__consent": "y", **changes}


def told(maker, **changes):
    """Return what scripts hear of the one photo, and the preview itself."""
    answer = maker.send(path="/voorbeeld", **changes)
    (photo,) = json.loads(unescape(re.search("<photos>(.*)</photos>", answer.text)[1]))
    return photo, answer.text


def is_lit(page):
    """Return whether the tick for better light is set."""
    return bool(re.search(r'<input[^>]* checked[^>]* name="photo.photo.light"', page))


def test_the_mask_is_told_before_there_is_a_photo(maker):
    """With its box, so that a crop can be drawn as soon as a photo comes; nothing is said of a photo."""
    photo, _ = told(maker)

    assert photo["slot"] == "photo"
    assert photo["mask"].startswith("M")
    assert "picture" not in photo


def test_how_large_a_photo_can_be_printed_follows_the_zoom(maker):
    """The sentence is that of the size, and stands in the page from the start."""
    fields = with_photo(maker, ramp(0, 255))

    whole, _ = told(maker, **fields, photo__photo__zoom="1")
    near, _ = told(maker, **fields, photo__photo__zoom="4")

    assert "tot" in whole["reach"]
    assert near["reach"].startswith("Deze foto is te klein")
    assert whole["size"] == [1200, 1600]
    assert whole["reach"] in unescape(maker.client.get(maker.address).text)


def test_better_light_changes_the_picture_and_its_address(maker):
    """The preview asks for the lit picture; that of the others stays as it was."""
    fields = with_photo(maker, ramp(0, 60))

    photo, preview = told(maker, **fields, photo__photo__light="y")

    assert photo["picture"].endswith("?licht=1")
    assert photo["picture"] in preview
    lit, plain = (maker.client.get(address) for address in (photo["picture"], photo["picture"].partition("?")[0]))
    means = [ImageStat.Stat(Image.open(io.BytesIO(answer.data)).convert("L")).mean[0] for answer in (lit, plain)]
    assert means[0] > 1.3 * means[1]


def test_better_light_of_a_logo_is_nowhere(maker):
    """Only photos have it."""
    file = io.BytesIO(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>')
    maker.send(**{"logo.logo.upload": (file, "logo.svg")})
    digest = re.search(r'value="upload:([0-9a-f]{64})"', maker.client.get(maker.address).text)[1]

    assert maker.client.get(f"{maker.address.partition('?')[0]}/foto/{digest}-1200?licht=1").status_code == 404


def test_better_light_is_pressed_and_taken_back_without_scripts(maker):
    """The button of the finding is a button of the form; the next one undoes it."""
    fields = with_photo(maker, ramp(0, 60))

    page = maker.send(do="fix:photo-dark:photo", **fields).text
    assert is_lit(page)
    undo = unescape(re.search(r'name="undo" value="([^"]*)"', page)[1])
    maker.send(do="undo", **fields, photo__photo__light="y", undo=undo)

    assert not is_lit(maker.client.get(maker.address).text)


def test_another_photo_begins_in_its_own_light(maker):
    """What was ticked for one picture does not hold for the next."""
    fields = with_photo(maker, ramp(0, 60), photo__photo__light="y")
    maker.send(**fields)
    assert is_lit(maker.client.get(maker.address).text)

    maker.send(**fields, **{"photo.photo.upload": sent(ramp(0, 80))})

    assert not is_lit(maker.client.get(maker.address).text)


@pytest.mark.parametrize(
    ("usable", "sharp", "words"),
    [
        (None, None, "te klein om te drukken"),
        ("a4", None, "alleen van ver goed, tot en met A4"),
        ("a2", "a4", "scherp tot en met A4. Tot en met A2 is ze van ver goed."),
        ("a3", "a3", "scherp tot en met A3."),
        ("a0", "a0", "op elk formaat, tot en met A0"),
    ],
)
def test_each_reach_has_its_sentence(app, usable, sharp, words):
    """Plain words, and the name of the size."""
    reach = Reach(largest=FORMATS["a0"], usable=FORMATS.get(usable), sharp=FORMATS.get(sharp))

    with app.test_request_context("/"):
        assert words in reach_sentence(reach)
        assert reach_sentence(None) == ""


def test_zooming_out_is_advised_only_where_it_can_be_done(app):
    """A photo that shows all of itself is not told to show more."""
    too_small = Reach(largest=FORMATS["a0"], usable=None, sharp=None)

    with app.test_request_context("/"):
        assert "zoom" not in reach_sentence(too_small)
        assert "zoom minder in" in reach_sentence(too_small, is_zoomed=True)
