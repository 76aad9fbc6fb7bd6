"""The contact sheet in a browser: it follows the files while somebody draws."""

import re
import threading

import pytest
from playwright.sync_api import expect

from app.web.workshop.server import create_sheet_app, open_server


@pytest.fixture
def address(sheet):
    """The address of a sheet that watches its files."""
    server = open_server(create_sheet_app(sheet, watch=True), 0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://{server.host}:{server.port}/"
    server.shutdown()
    thread.join(5)
    server.server_close()


def test_a_sheet_filters_judges_and_follows_the_files(page, address, tiny_folder, complaints):
    """Only what changed is drawn anew, the place is kept, and faults come and go on top."""
    page.goto(f"{address}#format=square")
    figures = page.locator("figure:visible")
    expect(figures).to_have_count(17)
    job = page.locator("figure[data-cell='square.nl.job']")
    expect(job.locator("li.error")).to_contain_text("62 characters")

    page.get_by_label("Show").select_option("errors")
    expect(job).to_be_visible()
    expect(page.locator("figure[data-cell='square.nl.sample']")).to_be_hidden()
    page.get_by_label("Show").select_option("")
    job.scroll_into_view_if_needed()
    place, picture = page.evaluate("() => scrollY"), job.locator("img").get_attribute("src")

    good = (tiny_folder / "square.svg").read_text()
    (tiny_folder / "square.svg").write_text(good.replace("#196b5f", "#582858"))
    expect(job.locator("img")).not_to_have_attribute("src", picture)
    expect(job.locator("li.error")).to_contain_text("62 characters")
    assert page.evaluate("() => scrollY") == place
    other = page.locator("figure[data-cell='a3.nl.job'] img").get_attribute("src")

    (tiny_folder / "square.svg").write_text(good.replace("slot-qr", "slot_qr"))
    faults = page.get_by_role("region", name="To mend in the template")
    expect(faults).to_contain_text("call it slot-qr")
    expect(page.locator("main")).to_have_class(re.compile("old"))

    (tiny_folder / "square.svg").write_text(good)
    expect(faults).to_be_hidden()
    expect(job.locator("img")).to_have_attribute("src", picture)
    assert page.locator("figure[data-cell='a3.nl.job'] img").get_attribute("src") == other
    assert complaints == []
