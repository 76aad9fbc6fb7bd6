"""A new poster does not scold, and every link leads to what lacks something."""

import re


def editor_class(page):
    return re.search(r'<div class="(editor[^"]*)">', page)[1]


def test_a_new_poster_says_calmly_what_is_asked(maker):
    """Before the first change nothing counts what is missing."""
    page = maker.client.get(maker.address).text

    assert editor_class(page) == "editor fresh"
    assert "Wat je mag overslaan, staat erbij." in page


def test_after_the_first_change_what_is_to_do_is_listed(maker):
    """Also without scripts: the form was sent."""
    maker.send("preview", imprint__town="")

    page = maker.client.get(maker.address).text
    assert editor_class(page) == "editor"
    assert "Wat je mag overslaan, staat erbij." not in page


def test_who_asked_for_a_file_sees_everything_that_it_lacks(maker):
    """Whoever comes back from the downloads does not have to guess."""
    assert editor_class(maker.client.get(f"{maker.address}?gevraagd=1").text) == "editor asked"


def test_a_copy_is_not_new(maker):
    """What it begins with was typed before."""
    maker.send("save")
    copied = maker.send("copy").location

    assert editor_class(maker.client.get(copied).text) == "editor"


def test_findings_lead_to_the_field_itself(maker, photo_jpeg):
    """Of the imprint to its first part that lacks; the address alone does it, so no script is needed."""
    maker.send("save", imprint__postcode="", imprint__town="", text__headline="")

    for address in (maker.address, f"{maker.address}/download"):
        page = maker.client.get(address).text
        anchors = set(re.findall(r'class="finding finding-todo"><a href="[^"#]*#([^"]+)"', page))
        assert anchors == {"imprint.postcode", "text.headline"}
    assert 'id="imprint.postcode"' in maker.client.get(maker.address).text
