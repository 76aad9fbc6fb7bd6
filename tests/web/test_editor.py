"""The editor as a plain form: nothing that was typed or sent is ever lost."""

import io
import json
import re
from html import unescape
from xml.etree import ElementTree

import pytest
from PIL import Image


def sent_photo(data):
    return (io.BytesIO(data), "me.jpg")


def test_a_new_poster_shows_form_preview_and_what_is_to_do(maker):
    """The page holds a field for each slot, the picture, and what is still to be filled in."""
    page = maker.client.get(maker.address).text

    for name in ("text.headline", "photo.photo.upload", "logo.logo.plate", "qr.qr.url", "imprint.town", "language"):
        assert f'name="{name}"' in page
    assert "<svg" in page
    assert "finding-todo" in page
    assert "finding-error" not in page


def test_what_is_typed_is_kept_and_shown(maker):
    """After the answer the fields hold what was typed, line breaks included, and the preview is of it."""
    before = maker.client.get(maker.address).text

    answer = maker.send("preview")

    assert answer.status_code == 303
    after = maker.client.get(answer.location).text
    assert maker.typed("text.headline") == "Warm hart,\nvast contract."
    assert maker.typed("imprint.town") == "Dendermonde"
    assert svg(after) != svg(before)


def svg(page):
    return page[page.index("<svg") : page.index("</svg>")]


def test_markup_in_a_text_stays_text(maker):
    """What looks like HTML is shown as it was typed."""
    maker.send(text__lead="<script>alert(1)</script>")

    page = maker.client.get(maker.address).text
    assert "<script>alert(1)" not in page
    assert maker.typed("text.lead") == "<script>alert(1)</script>"


def test_the_chosen_format_stays_chosen(maker):
    """The answer to a preview of the square shows the square again."""
    answer = maker.send("preview", format="square")

    assert re.search(r'value="square" checked', maker.client.get(answer.location).text)


def test_a_photo_is_taken_in_with_everything_else(maker, photo_jpeg):
    """One form carries text and photo; afterwards the photo is a choice in the form and can be seen."""
    maker.send(
        **{"photo.photo.upload": sent_photo(photo_jpeg)}, photo__photo__consent="y", text__headline="Kom zoals je bent."
    )

    page = maker.client.get(maker.address).text
    key = re.search(r'checked[^>]* value="(upload:[0-9a-f]{64})"', page)[1]
    picture = re.search(r'src="(/affiche/[^"]+/foto/[^"]+-240)"', page)[1]
    assert maker.typed("text.headline") == "Kom zoals je bent."
    shown = maker.client.get(picture)
    assert shown.mimetype == "image/jpeg"
    assert shown.headers["Cache-Control"].startswith("private")
    assert key.removeprefix("upload:") in picture


def test_a_bad_photo_is_told_beside_its_field_and_the_rest_is_kept(maker):
    """The sentence says what is wrong; text, choices and the other fields are saved."""
    answer = maker.send(**{"photo.photo.upload": sent_photo(b"no picture at all")}, text__lead="Blijft staan.")

    assert answer.status_code == 422
    slot = answer.text[answer.text.index('id="findings-photo"') :]
    assert "finding-error" in slot[: slot.index("</ul>")]
    assert maker.typed("text.lead") == "Blijft staan."


def test_a_consent_given_for_one_photo_does_not_hold_for_the_next(maker, photo_jpeg):
    """A new picture asks again, whether it is sent or chosen."""
    maker.send(**{"photo.photo.upload": sent_photo(photo_jpeg)}, photo__photo__consent="y")
    first = key_of(maker)
    assert is_ticked(maker)

    upside_down = io.BytesIO()
    Image.open(io.BytesIO(photo_jpeg)).rotate(90, expand=True).save(upside_down, "JPEG")
    again = {"photo__photo__file": first, "photo__photo__consent": "y"}
    maker.send(**again, **{"photo.photo.upload": sent_photo(upside_down.getvalue())})
    assert key_of(maker) != first
    assert not is_ticked(maker)

    maker.send(photo__photo__file=first)
    maker.send(**again)
    assert is_ticked(maker)


def key_of(maker):
    return re.search(r'checked[^>]* value="(upload:[0-9a-f]{64})"', maker.client.get(maker.address).text)[1]


def is_ticked(maker):
    field = re.search(r'<input[^>]*name="photo.photo.consent"[^>]*>', maker.client.get(maker.address).text)[0]
    return "checked" in field


def test_preview_answers_picture_and_findings_and_keeps_nothing(maker):
    """A script gets both in one XML document that a browser parses by itself."""
    answer = maker.send("preview", path="/voorbeeld", text__headline="")

    assert answer.status_code == 200
    assert answer.mimetype == "application/xml"
    findings, picture, *_ = ElementTree.fromstring(answer.data)  # noqa: S314 - our own answer
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    assert ("required", "headline") in {(found["code"], found["slot"]) for found in json.loads(findings.text)}
    assert maker.revision() == "0"


@pytest.mark.parametrize("text", ["a\x00b\x0bc", "\ud800", "]]>&<svg>", "\u202e\u2066x", "\ufffe\uffff", "é" * 4000])
def test_the_preview_is_well_formed_whatever_is_typed(maker, text):
    """Control characters, markup and halves of characters break neither the XML nor the page."""
    sent = text.encode("utf-8", "replace").decode()
    answer = maker.send("preview", path="/voorbeeld", text__headline=sent, text__lead=sent)

    assert answer.status_code == 200
    assert ElementTree.fromstring(answer.data)[1].tag.endswith("svg")  # noqa: S314 - our own answer
    assert maker.send(text__headline=sent).status_code == 303
    assert maker.client.get(maker.address).status_code == 200


def test_a_fix_is_one_press_and_one_press_takes_it_back(maker):
    """The misspelt brand is mended, and can be unmended."""
    maker.send(text__lead="Kies voor Career in Gent.")
    page = maker.client.get(maker.address).text
    button = re.search(r'name="do" value="(fix:brand-spelling:lead)"', page)[1]

    fixed = maker.send(button, text__lead="Kies voor Career in Gent.")

    assert fixed.status_code == 200
    assert maker.typed("text.lead") == "Kies voor Careēr in Gent."
    undo = re.search(r'name="undo" value="([^"]+)"', fixed.text)[1].replace("&#34;", '"')
    maker.send("undo", text__lead="Kies voor Careēr in Gent.", undo=undo)
    assert maker.typed("text.lead") == "Kies voor Career in Gent."


@pytest.mark.parametrize("undo", ["", "{", "[1]", '[["nothing.here", "x"]]', '[["text.lead"]]', '{"a": 1}'])
def test_a_mangled_undo_does_nothing(maker, undo):
    """What no page of ours wrote is let be."""
    assert maker.send("undo", undo=undo).status_code == 303
    assert maker.typed("text.lead") == "Word verpleegkundige in Dendermonde."


def test_two_windows_do_not_overwrite_each_other(maker):
    """The second window is told, keeps what was typed in it, and may save it knowingly."""
    first = maker.revision()
    maker.send(text__headline="Uit het eerste venster", revision=first)

    told = maker.send(text__headline="Uit het tweede venster", revision=first)

    assert told.status_code == 409
    assert "Uit het tweede venster" in told.text
    assert maker.typed("text.headline") == "Uit het eerste venster"
    known = re.search(r'name="revision" value="(\d+)"', told.text)[1]
    assert maker.send(text__headline="Uit het tweede venster", revision=known).status_code == 303
    assert maker.typed("text.headline") == "Uit het tweede venster"


def test_a_script_that_saves_hears_the_revision_or_the_conflict(maker):
    """Saving in the background tells only what the script must know."""
    saved = maker.send("save", accept="application/json", revision="0")
    assert saved.get_json() == {"revision": 1}

    conflict = maker.send("save", accept="application/json", revision="0", text__headline="Anders")
    assert conflict.status_code == 409
    assert conflict.get_json()["message"]
    assert conflict.get_json()["revision"] == 1


def test_the_same_save_twice_is_no_conflict(maker):
    """Empty fields or not, what is kept already may be sent again, from whatever revision."""
    for _ in range(2):
        saved = maker.send("save", accept="application/json", revision="0", text__lead="")
        assert saved.get_json() == {"revision": 1}


def test_a_script_that_uploads_hears_the_key_or_what_is_wrong(maker, photo_jpeg):
    """The file is taken in at once; a bad one is told in a sentence."""
    token = maker.token(maker.address)

    def upload(data, slot="photo"):
        form = {"csrf_token": token, "slot": slot, "file": sent_photo(data)}
        return maker.client.post(maker.address + "/bestand", data=form)

    taken = upload(photo_jpeg).get_json()
    assert taken["file"].startswith("upload:")
    assert maker.client.get(taken["picture"]).mimetype == "image/jpeg"
    for refused in (upload(b"nothing"), upload(photo_jpeg, "headline"), upload(b"")):
        assert refused.status_code == 422
        assert refused.get_json()["message"]


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("photo.photo.file", "upload:" + "0" * 64, ""),
        ("photo.photo.file", "/etc/passwd", ""),
        ("photo.photo.zoom", "nan", "1.0"),
        ("photo.photo.zoom", "99", "4.0"),
        ("photo.photo.focus.x", "-3", "0.0"),
        ("imprint.name", "  An \t Peeters ", "An Peeters"),
        ("qr.qr.url", "", ""),
    ],
)
def test_values_that_cannot_be_fall_back_to_one_that_can(maker, name, value, kept):
    """Nobody gets an error page for what no honest form sends."""
    assert maker.send(**{name: value}).status_code == 303
    if name.endswith(".file"):
        assert re.search(r'checked[^>]* name="photo.photo.file"[^>]* value=""', maker.client.get(maker.address).text)
    else:
        assert maker.typed(name) == kept


def test_the_chosen_format_goes_along_to_the_next_page(maker):
    """Who looks at the square fetches the square, and finds it again on the way back."""
    asked = {do: maker.send(do, format="square").location for do in ("download", "wipe", "save")}

    assert asked == {
        "download": maker.address + "/download?formaat=square",
        "wipe": maker.address + "/wis?formaat=square",
        "save": maker.address + "?formaat=square",
    }
    for page in (asked["download"], asked["wipe"]):
        assert re.search(rf'href="{maker.address}\?formaat=square["&]', maker.client.get(page).text)


def test_wiping_asks_first_and_says_what_goes(maker, photo_jpeg):
    """The press in the editor keeps what was typed; only the answer on the next page removes anything."""
    asked = maker.send("wipe", text__headline="Blijft staan", **{"photo.photo.upload": sent_photo(photo_jpeg)})
    page = maker.client.get(asked.location).text

    assert "Wil je alles wissen?" in page
    assert "het bestand dat je erbij koos" in page
    assert f'method="post" action="{maker.address}/wis"' in page
    assert maker.typed("text.headline") == "Blijft staan"


def test_wipe_removes_everything_at_once(maker, services, photo_jpeg):
    """After the press there is no poster and no file."""
    maker.send(**{"photo.photo.upload": sent_photo(photo_jpeg)})
    assert list(services.uploads.files.digests())

    answer = maker.client.post(maker.address + "/wis", data={"csrf_token": maker.token(maker.address)})

    assert "Alles is gewist" in answer.text
    assert list(services.uploads.files.digests()) == []
    assert maker.client.get(maker.address).status_code == 404


@pytest.mark.parametrize("template", ["vacature", "trots", "infodag"])
def test_every_template_has_an_editor(visitor, template):
    """The form is made from the slots of whatever template there is."""
    visitor.begin(template)

    answer = visitor.client.get(visitor.address)

    assert answer.status_code == 200
    assert "<svg" in answer.text


def test_an_address_that_nobody_typed_says_whose_it_is(maker):
    """With a button that leaves the code out; what somebody typed is theirs."""
    button = re.compile(r'class="quiet fix-plain" data-changes="([^"]+)">Zonder code<')
    first = maker.client.get(maker.address).text
    maker.send("save", **{"qr.qr.url": "https://delinde.example/jobs"})

    assert "Dit is de site van Careēr" in first
    assert unescape(button.search(first)[1]) == '[["qr.qr.url", ""]]'
    assert button.search(maker.client.get(maker.address).text) is None


def test_a_private_poster_begins_without_a_code(visitor):
    """Nobody asked for one."""
    visitor.begin("trots")

    assert visitor.typed("qr.qr.url") == ""
