"""Where one shares: links made, seen again and stopped by plain forms on the download page."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from test_share_page import send_photo, share

from app.services.sharing import _MOST_LINKS

HEADING = '<h2 id="share-title">Deel een link</h2>'


def section(visitor, shape="a3"):
    """The section as a browser has it, without scripts."""
    page = unescape(visitor.client.get(f"{visitor.address}/download?formaat={shape}").text)
    assert HEADING in page
    return page[page.index(HEADING) : page.index("</section>", page.index(HEADING))]


def stop(visitor, link, address=None):
    data = {"csrf_token": visitor.token(visitor.address), "format": "square"}
    return visitor.client.post(f"{address or visitor.address}/deel/{link[6:22]}/stop", data=data)


def test_one_chooses_until_when_in_days(maker):
    """Three ends with their dates, a week unless one chooses, and a button."""
    page = section(maker)

    ends = re.findall(r'value="(\w+)"( checked)?><label[^>]*>([^<]+) <span>([^<]+)</span>', page)
    assert [(span, bool(checked), title) for span, checked, title, _ in ends] == [
        ("day", False, "Een dag"),
        ("week", True, "Een week"),
        ("longest", False, "Zolang we je affiche bewaren"),
    ]
    assert all(re.fullmatch(r"tot en met \w+dag \d+\u00a0\w+", until) for *_, until in ends)
    assert "Maak een link" in page
    assert "share-link" not in page


def test_the_link_is_there_to_copy_mail_and_open_and_is_seen_again(maker, stranger):
    """After the press the page leads to it; a later visit shows the same."""
    link = share(maker, shape="square")
    page = section(maker)

    assert f'readonly value="http://localhost{link}"' in page
    assert re.search(r"Link naar Vierkant <span>werkt tot en met \w+dag \d+\u00a0\w+</span>", page)
    assert f'<a href="http://localhost{link}">Bekijk</a>' in page
    assert stranger.client.get(link).status_code == 200
    assert section(maker) == page


def test_the_mail_holds_the_poster_s_title_the_link_and_its_end(maker):
    """Whoever gets it knows what it is about."""
    maker.send("save")
    link = share(maker)

    mail = re.search(r'<a href="(mailto:[^"]+)">Mail de link', section(maker))[1]
    asked = parse_qs(urlsplit(mail).query)

    assert asked["subject"] == ["Affiche: Warm hart, vast contract."]
    assert f"http://localhost{link}" in asked["body"][0]
    assert "Hij werkt tot en met" in asked["body"][0]


def test_a_link_is_stopped_with_one_press(maker, stranger):
    """It shows nothing any more, the other one goes on, and the page keeps its format."""
    first, second = share(maker), share(maker)

    answer = stop(maker, first)

    assert answer.status_code == 303
    assert answer.location == f"{maker.address}/download?formaat=square#delen"
    assert [stranger.client.get(link).status_code for link in (first, second)] == [404, 200]
    assert (first in section(maker), second in section(maker)) == (False, True)


def test_another_visitor_cannot_stop_a_link(maker, stranger):
    """Neither as a stranger nor by way of a poster of one's own."""
    link = share(maker)
    stranger.begin()

    assert stop(stranger, link, maker.address).status_code == 404
    assert stop(stranger, link).status_code == 303
    assert stranger.client.get(link).status_code == 200


@pytest.mark.parametrize("path", ["/deel", "/deel/{id}/stop"])
def test_a_forged_press_does_nothing(maker, stranger, path):
    """No other site makes or stops a link in a visitor's name."""
    link = share(maker)

    answer = maker.client.post(maker.address + path.format(id=link[6:22]), data={"until": "week"})

    assert answer.status_code == 400
    assert stranger.client.get(link).status_code == 200
    assert section(maker).count('class="share-link"') == 1


def test_a_form_that_is_not_ours_makes_no_link(maker):
    """An end that nobody offered is refused; a format that there is not becomes the usual one."""
    token = maker.token(maker.address)
    data = {"csrf_token": token, "until": "forever", "format": "a3"}

    assert maker.client.post(maker.address + "/deel", data=data).status_code == 400
    assert "share-link" not in section(maker)
    share(maker, shape="nergens")
    assert "Link naar A3" in section(maker)


def test_the_sharer_is_told_beforehand_that_a_photo_does_not_come_along(maker, photo_jpeg):
    """With the way to the box to tick; a drawing, or a yes, leaves nothing to say."""
    maker.send("save")
    assert "Je foto komt nog niet mee" not in section(maker)
    name = send_photo(maker, photo_jpeg)

    page = section(maker)

    assert page.index("Je foto komt nog niet mee") < page.index("Maak een link")
    assert f'href="{maker.address}?formaat=a3#slot-photo"' in page
    maker.send(**{"photo.photo.file": name, "photo.photo.consent": "y"})
    assert "Je foto komt nog niet mee" not in section(maker)


def test_a_poster_with_as_many_links_as_it_may_have_says_so(maker):
    """The button gives way to a sentence; who presses it in an old page comes back to it, and there is no new link."""
    data = {"csrf_token": maker.token(maker.address), "until": "week", "format": "a3"}
    for _ in range(_MOST_LINKS):
        maker.client.post(maker.address + "/deel", data=data)
    page = section(maker)

    answer = maker.client.post(maker.address + "/deel", data=data)

    assert "Meer links kan deze affiche niet hebben" in page
    assert "Maak nog een link" not in page
    assert (answer.status_code, answer.location.endswith("#delen")) == (303, True)
    assert section(maker).count('class="share-link"') == _MOST_LINKS


def test_wiping_names_the_links_that_go_too(maker):
    """Only where there are any."""
    before = maker.client.get(maker.address + "/wis").text
    share(maker)

    assert "de links die je deelde" not in before
    assert "de links die je deelde" in maker.client.get(maker.address + "/wis").text
