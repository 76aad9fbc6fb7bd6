"""The rules of photos and logos that need no layout."""

import pytest
from makers import (
    Pictures,
    checked,
    codes,
    imprint_slot,
    logo_slot,
    make_content,
    make_template,
    one,
    photo,
    photo_slot,
    qr_slot,
    svg,
)
from PIL import Image

from app.engine.content import Imprint, LogoChoice, QrChoice, apply_fix
from app.engine.content.media import Media
from app.engine.errors import UnreadableFile
from app.engine.findings import Severity
from app.engine.photo import PhotoSource

SOURCE = PhotoSource(digest="0" * 64, width=4000, height=3000)


def found_in(choice, *, source=SOURCE, destination="print", **slot):
    """Return the findings of a poster with one photo."""
    media = Media(photos={choice.file: source} if source else {})
    return checked(
        make_template(photo_slot(**slot)), make_content(photo=choice), destination=destination, media=media
    ).findings


@pytest.mark.parametrize("slot", [photo_slot(required=True), logo_slot(required=True), qr_slot(required=True)])
def test_a_required_picture_must_be_there(slot):
    """Each kind of slot asks in its own words, at its own place."""
    found = one(checked(make_template(slot), make_content()).findings, "required")

    assert (found.severity, found.slot) == (Severity.ERROR, slot.key)


@pytest.mark.parametrize("given", [{}, {"one": QrChoice(url="")}, {"one": QrChoice(url=" ")}])
def test_a_required_code_is_filled_in_by_its_user(given):
    """A template's address is what a form begins with: nobody prints a code that he did not see."""
    template = make_template(
        qr_slot("one", required=True, default_url="https://care-er.be"), qr_slot("other", default_url="https://x.be")
    )

    poster = checked(template, make_content(**given))

    found = one(poster.findings, "required")
    assert (found.severity, found.slot) == (Severity.ERROR, "one")
    assert list(poster.qrs()) == []


@pytest.mark.parametrize("destination", ["print", "home", "web", "screen"])
def test_a_photo_with_everything_is_fine(destination):
    """Consent, a description and light enough: nothing to say."""
    assert set(codes(found_in(photo(), destination=destination))) <= {"imprint"}


@pytest.mark.parametrize("destination", ["print", "home", "web", "screen"])
def test_who_is_shown_must_agree(destination):
    """Without consent there is no poster, wherever it goes."""
    found = one(found_in(photo(consent=False), destination=destination), "consent")

    assert (found.severity, found.slot) == (Severity.ERROR, "photo")


def test_a_photo_must_be_described():
    """White space is no description."""
    assert one(found_in(photo(alt="  ")), "alt-missing").severity is Severity.ERROR


def test_illustrations_need_neither_consent_nor_words():
    """The brand's drawings show nobody and bring their own description."""
    found = codes(found_in(photo("brand:zorgkundige-1", consent=False, alt=""), source=None))

    assert not {"consent", "alt-missing", "unreadable-file"} & set(found)


@pytest.mark.parametrize(
    ("allow", "file"), [(("photo",), "brand:zorgkundige-1"), (("illustration",), "me.jpg")], ids=["photo", "drawing"]
)
def test_a_slot_takes_what_it_was_drawn_for(allow, file):
    """A place for photos takes no drawing, and the other way round."""
    found = one(found_in(photo(file), allow=allow), "picture-kind")

    assert (found.severity, found.slot) == (Severity.ERROR, "photo")


@pytest.mark.parametrize(("light", "contrast", "expected"), [(20, 30, True), (60, 4, True), (60, 25, False)])
def test_dark_and_flat_photos_are_pointed_out(light, contrast, expected):
    """Print makes them darker still; it is a warning, never a refusal."""
    source = PhotoSource(digest="0" * 64, width=4000, height=3000, mean_light=light, contrast=contrast)

    found = [finding for finding in found_in(photo(), source=source) if finding.code == "photo-dark"]

    assert [finding.severity for finding in found] == [Severity.WARNING] * expected


@pytest.mark.parametrize(("light", "contrast"), [(20, 30), (60, 4)])
def test_better_light_is_offered_and_settles_the_matter(light, contrast):
    """The fix changes one key of the content file; with it there is nothing left to say."""
    tones = (2.0, light, light + 3 * contrast)
    source = PhotoSource(digest="0" * 64, width=4000, height=3000, mean_light=light, contrast=contrast, tones=tones)
    found = one(found_in(photo(), source=source), "photo-dark")

    mended = apply_fix(make_content(photo=photo()), found.fix).photos["photo"]

    assert found.fix.changes == (("photo.photo.light", True),)
    assert mended.light
    assert "photo-dark" not in codes(found_in(mended, source=source))


def test_a_photo_that_stays_dark_is_still_pointed_out():
    """Where better light is not enough, another photo is; the button that did its work is gone."""
    source = PhotoSource(digest="0" * 64, width=4000, height=3000, mean_light=6, contrast=3, tones=(0.0, 5.0, 14.0))

    found = one(found_in(photo(light=True), source=source), "photo-dark")

    assert found.fix is None
    assert "blijft erg donker" in found.message.nl


def test_an_unreadable_file_says_why_at_its_slot():
    """The reason and its numbers reach the user."""
    media = Media(unreadable={"big.jpg": UnreadableFile("too-many-pixels", megapixels=81, limit=50)})
    content = make_content(photo=photo("big.jpg"))

    found = one(checked(make_template(photo_slot()), content, media=media).findings, "unreadable-file")

    assert (found.severity, found.slot) == (Severity.ERROR, "photo")
    assert "81 megapixels" in found.message.nl
    assert "81 mégapixels" in found.message.fr


def test_a_rasterised_logo_is_a_note_with_its_reason():
    """A shadow cannot be drawn as lines: the user learns it, the poster is made."""
    shadow = '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect width="80" height="30" filter="url(#f)"/>'
    pictures = Pictures().logo(svg(shadow))
    content = make_content(logo=LogoChoice(file="logo.svg"))

    found = one(checked(make_template(logo_slot()), content, media=pictures.media).findings, "logo-rasterised")

    assert found.severity is Severity.NOTE
    assert "schaduw" in found.message.nl


def test_a_logo_of_lines_is_not_mentioned():
    """Nothing is said of what works."""
    pictures = Pictures().logo(svg('<rect width="100" height="50" fill="#582858"/>'))
    content = make_content(logo=LogoChoice(file="logo.svg"))

    assert "logo-rasterised" not in codes(checked(make_template(logo_slot()), content, media=pictures.media).findings)


def test_a_logo_of_pixels_is_not_called_rasterised():
    """It came as pixels; nothing was lost."""
    pictures = Pictures().logo(Image.new("RGBA", (300, 100), (20, 40, 80, 255)), "logo.png")
    content = make_content(logo=LogoChoice(file="logo.png"), qr=QrChoice(url=""))

    found = checked(make_template(logo_slot(), qr_slot()), content, media=pictures.media).findings

    assert "logo-rasterised" not in codes(found)


@pytest.mark.parametrize(
    ("name", "organisation", "asks"),
    [("", "", True), ("De Linde", "", False), ("", "De Linde vzw", False), (" \u200b", "", True)],
)
def test_a_logo_wants_the_name_of_its_owner(name, organisation, asks):
    """Somebody who hears the poster hears whose logo it is: as it was typed, else who answers for the poster."""
    media = Pictures().logo(svg('<rect width="100" height="50"/>')).media
    template = make_template(logo_slot(), imprint_slot())
    content = make_content(logo=LogoChoice(file="logo.svg", name=name), imprint=Imprint(organisation=organisation))

    found = [each for each in checked(template, content, media=media).findings if each.code == "logo-name"]

    assert [(each.severity, each.field) for each in found] == [(Severity.WARNING, "logo.logo.name")] * asks
