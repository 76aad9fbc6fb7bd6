"""The same poster in all its shapes: small pictures and what is to do in each format, in one answer."""

import json
import re
from xml.etree import ElementTree

import pytest


@pytest.fixture
def template(services):
    """The template that the poster is made of."""
    return services.catalog.get("portret")


def shapes(maker, **typed):
    answer = maker.send("preview", path="/vormen", **typed)
    assert answer.status_code == 200
    counts, *pictures = ElementTree.fromstring(answer.data)  # noqa: S314 - our own answer
    return json.loads(counts.text), pictures, answer.text


def test_every_shape_comes_as_a_picture_and_every_format_with_its_count(maker, template):
    """One picture a drawing; each format with what still stops it in figures and in words."""
    counts, pictures, _ = shapes(maker, text__headline="")

    assert [picture.tag for picture in pictures] == ["{http://www.w3.org/2000/svg}svg"] * len(template.artboards)
    assert sorted(counts) == sorted(found.key for found in template.formats)
    assert counts["a3"] == [1, "nog 1 punt te doen"]
    assert maker.revision() == "0"


def test_a_finished_format_says_so(maker):
    """Nothing stands in the way of the square."""
    counts, _, _ = shapes(maker)

    assert counts["square"] == [0, "klaar"]


def test_pictures_in_one_page_have_ids_of_their_own(maker):
    """A letter of one shape is never drawn with the outline of another."""
    _, _, text = shapes(maker)
    ids = re.findall(r' id="([^"]+)"', text)

    assert ids
    assert len(ids) == len(set(ids))


def test_the_page_offers_each_shape_and_marks_the_chosen_one(maker, template):
    """A button for each drawing, the one that most people come for first; only the square is pressed."""
    page = maker.client.get(f"{maker.address}?formaat=square").text
    offered = re.findall(r'data-format="([\w-]+)" data-shape="\d" aria-pressed="(\w+)"', page)

    assert offered[0] == ("a3", "false")
    assert len(offered) == len(template.artboards)
    assert [key for key, pressed in offered if pressed == "true"] == ["square"]


def test_formats_stand_in_one_order_everywhere(maker):
    """On the template's page, in the editor and among the files."""
    addresses = {
        "/sjablonen/portret": r"<dd><strong>([^<]+)</strong>",
        maker.address: r'<label for="format-[^>]*>([^<]+)<',
        f"{maker.address}/download": r'class="tab"><a [^>]*>([^<]+)</a>',
    }

    orders = [re.findall(pattern, maker.client.get(address).text) for address, pattern in addresses.items()]

    assert orders[0][:4] == ["A5", "A4", "A3", "A2"]
    assert orders == [orders[0]] * 3
