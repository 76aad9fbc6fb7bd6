"""A size of one's own: asked for in two fields, shown as it will be, and told in plain words where it cannot be."""

import io
import re

import pikepdf
import pytest

MM = 72 / 25.4


@pytest.fixture
def finished(maker):
    """A visitor whose poster breaks no rule."""
    maker.send("save")
    return maker


def asked(visitor, width, height):
    return visitor.client.get(f"{visitor.address}/download?breedte={width}&hoogte={height}")


def test_a_size_that_can_be_leads_to_its_files(finished):
    """The preview has its shape, and the file its millimetres."""
    answer = asked(finished, 500, 707)
    assert (answer.status_code, answer.location) == (303, f"{finished.address}/download?formaat=500x707")
    page = finished.client.get(answer.location).text

    shape = re.search(r'class="poster-art" viewBox="0 0 ([\d.]+) ([\d.]+)"', page)
    assert [round(float(side) / MM) for side in shape.groups()] == [500, 707]
    assert "500 × 707 mm" in page
    data = finished.client.get(f"{finished.address}/download/500x707/print").data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        left, bottom, right, top = (float(side) for side in pdf.pages[0].TrimBox)
    assert (round((right - left) / MM), round((top - bottom) / MM)) == (500, 707)


def test_a_link_to_share_names_the_format_that_it_shows(finished):
    """An own size is for files; whoever follows a link sees a format with a name."""
    page = finished.client.get(f"{finished.address}/download?formaat=500x707").text

    shared = re.search(r'<section class="share".*?</section>', page, re.S)[0]
    assert "500 × 707" not in shared
    assert re.search(r'name="format" value="a\d"', shared)


def test_the_size_of_a_format_is_that_format(finished):
    """Who types an A3 gets the A3."""
    assert asked(finished, 297, 420).location.endswith("formaat=a3")


def test_a_shape_that_was_not_drawn_is_told_with_what_can_be(finished):
    """One sentence, and two sizes that keep the width or the height; both lead to a page that shows them."""
    page = asked(finished, 600, 700).text

    assert "Dit ontwerp past niet in 600 × 700 mm" in page
    near = re.findall(r'formaat=(\d+x\d+)">', page)
    assert len(near) == 2
    assert any(key.startswith("600x") for key in near)
    assert any(key.endswith("x700") for key in near)
    for key in near:
        assert f"{key.replace('x', ' × ')} mm" in finished.client.get(f"{finished.address}/download?formaat={key}").text
    assert 'value="600"' in page
    assert 'value="700"' in page


@pytest.mark.parametrize(("width", "height"), [("10", "20"), ("4000", "5000"), ("74", "3001")])
def test_limits_are_told(finished, width, height):
    """They stand beside the fields, and in the sentence."""
    page = asked(finished, width, height).text

    assert "van 74 tot 3000 mm" in page
    assert 'aria-invalid="true"' in page


@pytest.mark.parametrize(
    ("width", "height"), [("60 cm", "90"), ("", ""), ("-5", "200"), ("٣٠٠", "420"), ("9" * 30, "1")]
)
def test_what_is_no_number_is_told(finished, width, height):
    """The page comes all the same."""
    answer = asked(finished, width, height)

    assert answer.status_code == 200
    assert "twee hele getallen" in answer.text


def test_an_address_with_a_size_that_cannot_be_shows_a_usual_format(finished):
    """And a file of it is not there."""
    assert finished.client.get(f"{finished.address}/download?formaat=10x10").status_code == 200
    assert finished.client.get(f"{finished.address}/download/600x700/print").status_code == 404
