"""Who has begun a poster finds it at the top of the gallery; nobody else sees anything of it."""

import re

import pytest


def own_part(visitor, address="/"):
    page = visitor.client.get(address).text
    found = re.search(r'<section class="own".*?</section>', page, re.S)
    return found[0] if found else ""


def test_a_visitor_without_a_poster_sees_the_shelf_alone(client, visitor):
    """And their page may be kept by caches; a poster in which nothing was typed is none yet."""
    answer = client.get("/")
    assert 'class="own"' not in answer.text
    assert "no-store" not in answer.headers.get("Cache-Control", "")

    visitor.begin()
    assert own_part(visitor) == ""


def test_what_was_begun_comes_first_and_is_private(maker, stranger):
    """With its picture, the template's name, its words, when it changed and until when it is kept."""
    maker.send("save")

    answer = maker.client.get("/")
    part = own_part(maker)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.text.index('class="own"') < answer.text.index('class="shelf"')
    assert f'href="{maker.address}"' in part
    assert "<svg" in part
    assert "Warm hart, vast contract." in part
    assert "seconden geleden" in part or "seconde geleden" in part
    assert re.search(r"Bewaard tot \w+dag \d+\xa0\w+", part)
    assert own_part(stranger) == ""


def test_the_newest_come_first_and_all_on_wish(visitor):
    """Three are enough to go on with; the rest is one press away."""
    for number in range(4):
        visitor.begin()
        visitor.send("save", text__headline=f"Affiche {number}")

    few, every = own_part(visitor), own_part(visitor, "/?mijn=alle")

    assert len(re.findall('class="own-poster"', few)) == 3
    assert "Toon alle 4 affiches" in few
    assert re.findall(r'dir="auto">(Affiche \d)', every)[:4]
    assert sorted(re.findall(r'dir="auto">Affiche (\d)', every)) == ["0", "1", "2", "3"]
    assert "Toon alle" not in every


def test_another_one_like_it_is_one_press(maker):
    """The copy begins with the same words; the first stays as it is."""
    maker.send("save")
    token = maker.token(maker.address)

    answer = maker.client.post(f"{maker.address}/kopie", data={"csrf_token": token})

    assert answer.status_code == 303
    assert "kopie=1" in answer.location
    assert "Warm hart," in maker.client.get(answer.location).text
    assert own_part(maker).count('class="own-poster"') == 2


@pytest.mark.parametrize(("language", "ago"), [("fr", "il y a"), ("en", "ago")])
def test_times_are_told_in_the_visitors_language(maker, language, ago):
    """As are the words around them."""
    maker.send("save")
    maker.client.get(f"/?taal={language}")

    assert ago in own_part(maker)


def test_a_stranger_cannot_copy(maker, stranger):
    """To know its address is not enough."""
    maker.send("save")
    token = stranger.token("/sjablonen/portret")

    assert stranger.client.post(f"{maker.address}/kopie", data={"csrf_token": token}).status_code in (403, 404)
