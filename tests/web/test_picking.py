"""The ZIP: a sensible set without a question, and whatever somebody ticks."""

import io
import re
import zipfile

import pytest


@pytest.fixture
def finished(maker):
    """A visitor whose poster breaks no rule."""
    maker.send("save")
    return maker


def names_in(answer):
    assert answer.status_code == 200, answer.text
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def ticked(page, name):
    return re.findall(rf'name="{name}" value="([\w-]+)"[^>]* checked', page)


def test_a_sensible_set_is_ticked(finished):
    """The format that was looked at and two pictures to post, for every destination: not seventy files."""
    page = finished.client.get(finished.address + "/download/kies?formaat=a4&drukker=groot").text

    assert ticked(page, "voor") == ["print", "home", "web", "screen"]
    assert sorted(ticked(page, "maat")) == ["a4", "square", "story"]
    assert '<input type="hidden" name="drukker" value="groot">' in page
    everything = finished.client.get(finished.address + "/download/kies?formaat=a4&alles=ja").text
    assert len(ticked(everything, "maat")) == len(re.findall(r'name="maat"', everything)) > 10


def test_the_zip_holds_what_was_ticked_and_the_words_that_go_along(finished):
    """As it was asked for on the page of files, with a page for a browser and a message to post."""
    names = names_in(
        finished.client.get(
            finished.address + "/download/all?formaat=a5&samen=ja&voor=home&voor=screen&maat=a5&maat=square"
        )
    )

    assert [name for name in names if name.startswith("thuis/")] == [
        "thuis/career-affiche-portret-warm-hart-vast-contract-a5-thuis-nl-2-op-a4.pdf"
    ]
    assert len([name for name in names if name.startswith("scherm/")]) == 2
    assert not [name for name in names if name.startswith("drukker/")]
    assert {"LEES-MIJ.txt", "bericht-bij-de-afbeelding.txt", "tekst-van-de-affiche.txt"} <= set(names)
    assert [name for name in names if name.endswith(".html")]


def test_an_own_size_can_be_in_it(finished):
    """It stands first on the page."""
    page = finished.client.get(finished.address + "/download/kies?formaat=500x707").text
    names = names_in(finished.client.get(finished.address + "/download/all?formaat=500x707&voor=print&maat=500x707"))

    assert "500x707" in ticked(page, "maat")
    assert "drukker/career-affiche-portret-warm-hart-vast-contract-500x707-drukker-nl.pdf" in names


@pytest.mark.parametrize(("key", "ending"), [("b2", "b2-thuis-nl-8xa4.pdf"), ("mupi", "mupi-thuis-nl-21xa3.pdf")])
def test_everything_of_a_size_for_no_printer_has_its_sheets(finished, key, ending):
    """“On every way” means the one that the page offers for home too."""
    names = names_in(finished.client.get(f"{finished.address}/download/all?formaat={key}"))

    assert [name for name in names if name.startswith("thuis/")] == [
        f"thuis/career-affiche-portret-warm-hart-vast-contract-{ending}"
    ]


@pytest.mark.parametrize("query", ["voor=print", "maat=a3", "voor=print&maat=square", "voor=fax&maat=a9"])
def test_ticks_that_make_no_file_are_told(finished, query):
    """What was ticked stays."""
    answer = finished.client.get(f"{finished.address}/download/all?formaat=a3&{query}")

    assert answer.status_code == 422
    assert "Daar komt geen bestand uit" in answer.text
    assert [*ticked(answer.text, "voor"), *ticked(answer.text, "maat")] == [
        value for value in re.findall(r"=([\w]+)", query) if value not in ("fax", "a9")
    ]


def test_strangers_pick_nothing(finished, stranger):
    """The answer to somebody else is that of a poster that is gone."""
    assert stranger.client.get(finished.address + "/download/kies").status_code == 404
