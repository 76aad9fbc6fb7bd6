"""A first visit loads little, so that it is quick on a phone with a slow line."""

import re

import brotli
import pytest

_LARGEST_KB = 100
# Pictures come as images, as drawings within the page, and as those of all shapes in one answer.
_DRAWING = re.compile(rb"<svg.*?</svg>", re.DOTALL)


@pytest.fixture
def poster_address(page, live_server):
    """A poster that was begun; the browser has forgotten every file it loaded on the way."""
    page.goto(f"{live_server}/sjablonen/portret")
    page.get_by_role("button", name="Maak deze affiche").first.click()
    page.wait_for_selector("#stage svg")
    return page.url.split("?")[0]


@pytest.mark.parametrize("what", ["/", "/sjablonen/portret", "editor", "download"])
def test_the_first_view_of_a_page_weighs_at_most_100_kb_without_pictures(
    page, browser, live_server, poster_address, what
):
    """Page, styles, scripts and fonts of a first visit together stay within 100 kB as they are sent."""
    ends = {"editor": poster_address, "download": f"{poster_address}/download"}
    loaded = []
    with browser.new_context(
        storage_state=page.context.storage_state(), viewport={"width": 412, "height": 823}
    ) as fresh:
        visit = fresh.new_page()
        visit.on("requestfinished", lambda request: loaded.append(request))
        visit.goto(ends.get(what, live_server + what), wait_until="networkidle")
        weights = [_weight(request) for request in loaded if not _is_picture(request)]
    assert len(weights) >= 4
    assert sum(weights) <= _LARGEST_KB * 1000


def _is_picture(request):
    return request.resource_type == "image" or request.url.endswith("/vormen")


def _weight(request):
    sizes = request.sizes()
    sent = sizes["responseBodySize"] + sizes["responseHeadersSize"]
    if request.resource_type != "document":
        return sent
    page = request.response().body()
    return sent - len(brotli.compress(page, quality=4)) + len(brotli.compress(_DRAWING.sub(b"", page), quality=4))
