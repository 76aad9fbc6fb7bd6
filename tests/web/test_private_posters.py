"""A poster that only private people make: nobody else can answer for it, and they print it themselves."""

import re

from app.engine.sheet import FORMATS
from app.web.formats import first_format, is_made_at_home, usual_format


def page_of(visitor, template):
    visitor.begin(template)
    return visitor.client.get(visitor.address).text


def test_the_form_speaks_to_one_person(visitor):
    """No organisation is asked after; the law is told, and what can do without a name."""
    page = page_of(visitor, "trots")

    assert "Je naam en adres" in page
    assert "dat vraagt de wet" in page
    assert "Kies A5" in page
    assert "je organisatie" not in page
    assert "Dit ben ik, of wie erop staat" in page
    assert 'capture="user"' in page


def test_an_organisation_is_asked_for_its_publisher(visitor):
    """There the photo is of others, and the address is not somebody's home."""
    page = page_of(visitor, "portret")

    assert "liever niet je thuisadres" in page
    assert "Wie herkenbaar op de foto staat" in page
    assert 'capture="environment"' in page


def test_a_private_poster_begins_in_what_a_printer_at_home_takes(visitor, services):
    """The editor and the downloads open at A4; the shelf goes on showing A3."""
    trots = services.catalog.get("trots")

    assert (first_format(trots).key, usual_format(trots).key) == ("a4", "a3")
    assert first_format(services.catalog.get("vacature")).key == "a3"
    page = page_of(visitor, "trots")
    assert 'value="a4" checked' in page
    for address in ("/download", "/download?formaat=a3"):
        files = visitor.client.get(visitor.address + address).text
        assert files.index("<h3>Thuis</h3>") < files.index("<h3>Drukker</h3>")


def test_what_hangs_behind_a_window_is_printed_at_home(services):
    """Up to A3, by private people; others take a shop for all but A4."""
    trots, vacature = services.catalog.get("trots"), services.catalog.get("vacature")

    made = {key: is_made_at_home(trots, FORMATS[key]) for key in ("a5", "a4", "a3", "a2", "story")}
    assert made == {"a5": True, "a4": True, "a3": True, "a2": False, "story": False}
    assert [is_made_at_home(vacature, FORMATS[key]) for key in ("a4", "a3")] == [True, False]


def test_steps_are_called_by_what_is_in_them(visitor):
    """A template without a place for a logo asks for none."""
    assert ">Afzender<" in page_of(visitor, "trots")
    assert ">Logo en afzender<" in page_of(visitor, "portret")


def test_a_colour_is_chosen_by_eye_and_by_name(visitor):
    """Each value shows what it paints beside its name; no style stands in the page."""
    page = page_of(visitor, "trots")

    assert page.count('class="swatch"') == 4
    assert re.search(r'<svg class="swatch"[^>]*aria-hidden="true"[^>]*>.*?</svg>\s*Koraal</label>', page)
    assert " style=" not in page
