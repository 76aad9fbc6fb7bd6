"""Every page and state, judged by axe: WCAG 2.2 AA and its best practices."""

import hashlib
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from poster_steps import INFODAG, begin, hand_in

AXE = Path(__file__).parent.parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 900}


@pytest.fixture(params=[(PHONE, "dark"), (DESKTOP, "light")], ids=["phone-dark", "desktop-light"])
def visitor(request, browser, browser_context_args):
    """Return a page on a phone in the dark, or on a desktop in the light, at rest."""
    size, scheme = request.param
    wishes = {"viewport": size, "color_scheme": scheme, "reduced_motion": "reduce"}
    context = browser.new_context(**{**browser_context_args, **wishes})
    yield context.new_page()
    context.close()


def faults(page) -> list[str]:
    """Return what axe finds, one line each."""
    page.evaluate(AXE.read_text())
    found = page.evaluate(f"axe.run(document, {{ runOnly: {json.dumps(RULES)} }})")
    return [
        f"{fault['id']}: {node['target']} {node['html'][:90]}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]


def test_the_rules_are_those_that_were_taken_over():
    """The file of rules is the one that the list of other people's files names."""
    listed = re.search(r"`axe\.min\.js`.*`([0-9a-f]{64})`", (AXE.parent / "VENDOR.md").read_text())[1]

    assert hashlib.sha256(AXE.read_bytes()).hexdigest() == listed


def test_faults_are_found_where_there_are(visitor):
    """A picture without words, a field without a label and pale letters do not pass."""
    visitor.set_content(
        '<html lang="nl"><title>x</title><main><h1>x</h1><img src="data:,"><input>'
        '<p style="color:#aaa;background:#fff">bleek</p></main></html>'
    )

    assert {fault.split(":")[0] for fault in faults(visitor)} >= {"image-alt", "label", "color-contrast"}


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/?taal=fr",
        "/sjablonen/trots",
        "/hulp",
        "/toegankelijkheid",
        "/privacy",
        "/huisstijl",
        "/nergens",
    ],
)
def test_pages_to_read_have_no_fault(visitor, live_server, address):
    """Gallery, template, help, statements, and a page that is not there."""
    visitor.goto(live_server + address)

    assert faults(visitor) == []


def test_the_editor_has_no_fault_in_any_state(visitor, live_server, photo_file, tmp_path):
    """New; with a photo and findings; with a file that was refused; the question before wiping; what is said after."""
    begin(visitor, live_server, "portret")
    assert faults(visitor) == []

    visitor.locator('[name="text.headline"]').fill("KOM BIJ CAREER!!! " * 6)
    visitor.locator('[name="photo.photo.upload"]').set_input_files(photo_file)
    expect(visitor.locator(".fix").first).to_be_attached()
    expect(visitor.locator(".own-picks img")).to_be_attached()
    assert faults(visitor) == []

    bad = tmp_path / "foto.jpg"
    bad.write_bytes(b"no photo")
    visitor.locator('[name="photo.photo.upload"]').set_input_files(bad)
    expect(visitor.locator(".refused")).to_be_attached()
    assert faults(visitor) == []

    visitor.goto(visitor.url.split("#")[0].split("?")[0] + "/wis")
    assert faults(visitor) == []
    visitor.get_by_role("button", name="wis").click()
    expect(visitor.get_by_role("heading", name="Alles is gewist")).to_be_visible()
    assert faults(visitor) == []


def test_the_download_page_has_no_fault_with_and_without_obstacles(visitor, live_server):
    """What still blocks, then every file."""
    begin(visitor, live_server, "infodag")
    address = visitor.url.split("#")[0].split("?")[0]
    visitor.goto(address + "/download")
    expect(visitor.get_by_role("heading", name="Dit moet eerst nog")).to_be_visible()
    assert faults(visitor) == []

    visitor.goto(address)
    hand_in(visitor, INFODAG)
    expect(visitor.get_by_role("link", name="Download voor de drukker (pdf)")).to_be_visible()
    assert faults(visitor) == []
